"""Tab leads to every control of every page, and what opens over a page has a name and takes the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from every_page import fill, places
from page_desk import PageDesk, french_window
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from smsdesk.domain.views import Template
from smsdesk.services.template_sharing import Conflict, TemplateImport
from smsdesk.ui.closing import ClosingQuestion, LeftBehind
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.keys_overview import KeysOverview
from smsdesk.ui.pages.group_chooser import GroupChooser
from smsdesk.ui.pages.inbox_give import PhoneOwnerChooser
from smsdesk.ui.pages.template_sharing import ImportDialog
from smsdesk.ui.palette import Entry, Palette
from smsdesk.ui.places import Place, Route
from smsdesk.ui.window import MainWindow

MOST = 400
"""Presses of Tab; no page has nearly as many controls."""


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[PageDesk]:
    made = PageDesk(qtbot, tmp_path)
    yield made
    made.close()


@pytest.fixture
def window(desk: PageDesk) -> Iterator[MainWindow]:
    with french_window(desk, 1280, 720) as made:
        yield made


def is_stop(widget: QWidget) -> bool:
    """Whether Tab has to come here: of buttons of which one is chosen, the arrows go to the others."""
    if not (widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
        return False
    if widget.focusProxy() is not None:
        return False
    if not isinstance(widget, QAbstractButton) or not widget.isCheckable():
        return True
    group = widget.group()
    alone = group is None or not group.exclusive() or group.checkedButton() is None
    return widget.isChecked() or (alone and not widget.autoExclusive())


def visited(window: MainWindow) -> set[QWidget]:
    """Where Tab leads, once around."""
    seen: set[QWidget] = set()
    start = QApplication.focusWidget()
    for _press in range(MOST):
        at = QApplication.focusWidget()
        assert at is not None
        if at is start and seen:
            break
        seen.add(at)  # again and again, where Tab goes from the day to the month in a field
        QTest.keyClick(at, Qt.Key.Key_Tab)
    return seen


def test_tab_leads_to_every_control(desk: PageDesk, window: MainWindow) -> None:
    number = fill(desk)
    left: dict[str, list[str]] = {}
    for place in places(number):
        window.go(place)
        desk.until(lambda: window.tasks.idle)
        reached = visited(window)
        stops = [each for each in window.findChildren(QWidget) if is_stop(each) and each.window() is window]
        missed = [f"{type(each).__name__} {each.objectName() or each.accessibleName()}" for each in stops
                  if each not in reached and not any(other.isAncestorOf(each) for other in reached)]  # fmt: skip
        if missed:
            left[str(place.route)] = missed
    assert left == {}


def dialogs(desk: PageDesk, window: MainWindow) -> Iterator[QDialog]:
    """Everything that opens over a page."""
    now = datetime(2026, 3, 11, 8, 0, tzinfo=UTC)
    yield Palette(window, [Entry("Accueil", Place(Route.HOME), Icon.HOME)])
    yield ClosingQuestion(window, LeftBehind(3, 1, now), now)
    yield KeysOverview(window)
    yield GroupChooser(window, "Groupe", desk.services.people.groups())
    template = Template(1, "Salle changée", "Cours", "Le cours a lieu ailleurs.")
    yield ImportDialog(window, TemplateImport((), (), (Conflict(template, template),), ()))
    yield PhoneOwnerChooser(window, window.tasks, desk.services.people.contacts, "+33639970009")


def test_what_opens_over_a_page_has_names_and_takes_the_keyboard(desk: PageDesk, window: MainWindow) -> None:
    fill(desk)
    for dialog in dialogs(desk, window):
        dialog.open()
        desk.until(lambda: window.tasks.idle)
        desk.until(lambda dialog=dialog: dialog.isAncestorOf(QApplication.focusWidget() or window))
        assert dialog.windowTitle() or dialog.accessibleName(), type(dialog).__name__
        for part in dialog.findChildren(QWidget):
            if not is_stop(part):
                continue
            spoken = QAccessible.queryAccessibleInterface(part)
            assert spoken.text(QAccessible.Text.Name).strip(), (type(dialog).__name__, type(part).__name__)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        desk.until(lambda dialog=dialog: not dialog.isVisible())
