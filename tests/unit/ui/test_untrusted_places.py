"""Whatever somebody sends: no page shows it as HTML, and none of its characters hides, reorders or steers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from page_desk import PageDesk
from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QAccessible, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QWidget,
)
from sent_desk import advance

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.incoming import SenderKind
from smsdesk.domain.outgoing import PartState
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.domain.people_drafts import ContactDraft
from smsdesk.domain.questions import Question, QuestionKind
from smsdesk.services.notify import SendOptions
from smsdesk.ui.places import Place, Route
from smsdesk.ui.window import MainWindow

PHONE, STRANGER = "+33639980001", "+33639980002"
MARK = "zqx"
"""Stands in every hostile text, so that one finds where it is shown."""
TAGS = f"<b>{MARK}</b><img src='file:///etc/passwd'><a href='http://x.example'>ici</a>"
STEERING = "\u202e\u2066\u200b\x1b[2J\x07\x00"
FORBIDDEN = frozenset("\u202e\u2066\x1b\x07\x00")
HOSTILE = f"=1+1 {TAGS} {STEERING} fin & <br> STOP ?"
NAME = f"<i>{MARK}</i>\u202e<img src=x>"
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


def attacked(desk: PageDesk) -> int:
    """A desk whose families, strangers and companies write such things; gives a broadcast they answer."""
    draft = ContactDraft(NAME, "Martin", ContactKind.PUPIL, (Phone(PHONE),))
    pupil = desk.services.people.save_contact(draft).id
    number = desk.services.notify.send(
        AudienceRequest(contact_ids=(pupil,)),
        "Venez-vous ? Répondez OUI ou NON.",
        options=SendOptions(title=f"Piano {TAGS}", question=Question(QuestionKind.YES_NO)),
    )
    advance(desk, number, [PartState.DELIVERED])
    for sender in (PHONE, STRANGER):
        desk.comes(sender, HOSTILE)
        desk.comes(sender, f"STOP {TAGS}{STEERING}")
    desk.comes(NAME, HOSTILE, SenderKind.ALPHANUMERIC)
    desk.garbage("0791")
    return number


def model_texts(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(min(model.rowCount(QModelIndex()), 50) if model is not None else 0):
        for column in range(model.columnCount(QModelIndex())) if isinstance(view, QTableView) else (0,):
            index: QModelIndex = model.index(row, column)
            for role in ROLES:
                said = index.data(role)
                if isinstance(said, str):
                    assert role != Qt.ItemDataRole.ToolTipRole or harmless_tip(said), (
                        view.objectName(),
                        said,
                    )
                    yield said


def harmless_tip(tip: str) -> bool:
    """Qt may read it as HTML, if it is escaped for that."""
    return not Qt.mightBeRichText(tip) or not any(tag in tip for tag in ("<img", "<b>", "<i>", "<a "))


def widget_texts(widget: QWidget) -> Iterator[str]:
    """Everything that one widget shows or says."""
    assert harmless_tip(widget.toolTip()), (type(widget).__name__, widget.objectName(), widget.toolTip())
    yield widget.accessibleName()
    spoken = QAccessible.queryAccessibleInterface(widget)
    if spoken is not None:
        yield spoken.text(QAccessible.Text.Name)
    if isinstance(widget, QLabel):
        if MARK in widget.text():
            assert widget.textFormat() == Qt.TextFormat.PlainText, widget.text()
            assert not widget.openExternalLinks()
        yield widget.text()
    elif isinstance(widget, QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    elif isinstance(widget, QPlainTextEdit | QTextEdit):
        assert MARK not in widget.toPlainText(), "received text is shown, never put where one types"
    elif isinstance(widget, QAbstractItemView):
        yield from model_texts(widget)


def shown(window: MainWindow) -> list[str]:
    """All texts of the window as it stands; fails on any that steers or would be read as HTML."""
    texts = [
        text
        for widget in (window, *window.findChildren(QWidget))
        if widget is window or widget.isVisible()
        for text in widget_texts(widget)
    ]
    for text in texts:
        assert not FORBIDDEN & set(text), repr(text)
    return texts


def count_marks(texts: list[str]) -> int:
    return sum(MARK in text for text in texts)


@pytest.mark.parametrize(
    ("what", "least"),
    [
        (PHONE, 4),  # the list, the head, both messages, the banner of what is proposed
        (STRANGER, 3),
        (NAME, 2),
    ],
)
def test_a_conversation(desk: PageDesk, window: MainWindow, what: str, least: int) -> None:
    attacked(desk)
    window.go(Place(Route.INBOX, what))
    desk.until(lambda: window.tasks.idle and count_marks(shown(window)) >= least)


def test_the_tabs_of_a_broadcast(desk: PageDesk, window: MainWindow) -> None:
    number = attacked(desk)
    window.go(Place(Route.BROADCAST, number))
    page = window.page
    desk.until(lambda: bool(page.answers.read.rows))
    for tab in ("people", "calls", "answers", "text"):
        page._tabs.button(tab).click()
        if tab == "answers":
            page.answers.table.setCurrentIndex(page.answers.model.index(0, 0))
        desk.until(lambda: window.tasks.idle)
        assert count_marks(shown(window)) >= 1, tab


REPEATING = frozenset({Route.HOME, Route.PEOPLE, Route.BROADCASTS})
"""The pages that show what somebody sent, or is called, before one opens anything there."""


@pytest.mark.parametrize("route", [each for each in Route if each not in (Route.BROADCAST, Route.INBOX)])
def test_every_other_page(desk: PageDesk, window: MainWindow, route: Route) -> None:
    attacked(desk)
    window.go(Place(route))
    desk.until(lambda: window.tasks.idle and (route not in REPEATING or count_marks(shown(window)) >= 1))
    assert shown(window)


def test_a_toast(desk: PageDesk, window: MainWindow) -> None:
    window.notices.toast(TAGS)
    assert count_marks(shown(window)) >= 1
