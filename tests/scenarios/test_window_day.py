"""A secretary's first day in the window: import a list, tell a course, follow each SMS, read the answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from smsdesk.app import build
from smsdesk.domain.outgoing import PartState
from smsdesk.modem import virtual
from smsdesk.services.resources import resource_path
from smsdesk.ui.pages import notify_sending
from smsdesk.ui.window import MainWindow

PATIENCE_MS = 180_000
ANSWER = "Merci, bien noté !"


class Hands:
    """What a person at the window can do: find things by their object names, click, type, wait."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    def see(self, kind: type[QWidget], name: str) -> QWidget:
        """The visible widget of this name."""
        self.until(lambda: any(each.isVisible() for each in self.window.findChildren(kind, name)))
        return next(each for each in self.window.findChildren(kind, name) if each.isVisible())

    def click(self, name: str) -> None:
        button = self.see(QAbstractButton, name)
        self.until(button.isEnabled)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def until(self, condition) -> None:
        self.qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def type_into(self, name: str, text: str) -> None:
        field = self.see(QWidget, name)
        field.setFocus()
        for (
            character
        ) in text:  # QTest knows the keys of ASCII alone; others come as an input method sends them
            event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(field, event)


@pytest.fixture
def modem() -> Iterator[virtual.VirtualModem]:
    """A virtual modem by name, which outlives the window as hardware does."""
    config = virtual.VirtualConfig(latency=0.02, reports=0.05, answer_after=0.1)
    yield virtual.create("day", config)
    virtual.forget("day")


@pytest.fixture
def hands(
    qtbot: QtBot, profile: Path, modem: virtual.VirtualModem, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Hands]:
    monkeypatch.setattr(notify_sending, "UNDO_SECONDS", 0.2)  # nobody thinks it over here
    _app, window = build(["--profile", str(profile), "--modem", "virtual://day"])
    yield Hands(qtbot, window)
    window.close()


def test_from_a_class_list_to_an_answer(hands: Hands) -> None:
    import_the_sample(hands)
    course, phones = choose_the_largest_course(hands)
    network = virtual.network_of("day")
    network.answer("*", ANSWER)
    send(hands, "Cours annulé jeudi.")
    hands.until(lambda: hands.window.page.title.startswith(course))
    follow(hands, phones)
    assert accepted_numbers("day") == sorted(phones)
    read_and_answer(hands, phones)


def import_the_sample(hands: Hands) -> None:
    hands.click("step_3_answer")  # the first two questions can wait
    hands.click("home_import")
    page = hands.window.page
    drop(page, resource_path("samples", "conservatoire.xlsx"))
    accept = hands.window.findChild(QAbstractButton, "import_accept")
    hands.see(QPushButton, "import_apply")
    if accept is not None and accept.isVisible():
        accept.setChecked(True)
    hands.click("import_apply")
    hands.see(QWidget, "import_result")


def drop(page: QWidget, path: Path) -> None:
    """Drop a file on the page, as from the file manager."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(page, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, buttons, keys))


def choose_the_largest_course(hands: Hands) -> tuple[str, list[str]]:
    """Check a course by its name in the list of groups; gives its name and the phones that are planned."""
    hands.click("nav_notify")
    groups = hands.see(QListWidget, "notify_group_list")
    hands.until(lambda: groups.count() > 0)
    services = hands.window.services
    course = max(services.people.groups(), key=lambda group: group.size)
    hands.type_into("notify_group_search", course.name)
    hands.until(lambda: bool(groups.findItems(course.name, Qt.MatchFlag.MatchExactly)))
    (item,) = groups.findItems(course.name, Qt.MatchFlag.MatchExactly)
    place = groups.visualItemRect(item).center()
    hands.qtbot.mouseClick(groups.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert item.checkState() == Qt.CheckState.Checked
    request = hands.window.page.audience.request
    planned = services.notify.plan(request, "x").messages
    return course.name, [message.e164 for message in planned]


def send(hands: Hands, text: str) -> None:
    hands.type_into("notify_text", text)
    counter = hands.see(QLabel, "notify_counter")
    hands.until(lambda: counter.text() == f"{len(text)}/160 · 1 SMS")
    hands.click("notify_send")
    hands.click("notify_confirm")
    hands.see(QTableView, "broadcast_table")


def follow(hands: Hands, phones: list[str]) -> None:
    """Every row of the live table ends as delivered."""
    table = hands.see(QTableView, "broadcast_table")
    hands.until(lambda: table.model().rowCount() == len(phones))
    messages = hands.window.page.model
    hands.until(lambda: all(each.state is PartState.DELIVERED for each in messages.messages))


def accepted_numbers(name: str) -> list[str]:
    """What the network took, from the modem's own ledger."""
    ledger = virtual.modem_named(name).ledger
    return sorted(entry.to for entry in ledger.of(virtual.Accepted))


def read_and_answer(hands: Hands, phones: list[str]) -> None:
    services = hands.window.services
    hands.until(lambda: services.inbox.unread_count() >= 1)
    hands.click("nav_inbox")
    talks = hands.see(QListView, "inbox_list")
    hands.until(lambda: talks.model().rowCount() > 0)
    first = talks.visualRect(talks.model().index(0, 0)).center()
    hands.qtbot.mouseClick(talks.viewport(), Qt.MouseButton.LeftButton, pos=first)
    hands.type_into("inbox_reply", "Avec plaisir")
    assert isinstance(hands.see(QPlainTextEdit, "inbox_reply"), QPlainTextEdit)
    hands.click("inbox_reply_send")
    hands.until(lambda: len(accepted_numbers("day")) == len(phones) + 1)
    assert isinstance(hands.see(QLineEdit, "inbox_search"), QLineEdit)
