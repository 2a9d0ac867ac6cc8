"""What opens over a page, for somebody who hears it, who has no mouse, and who asks for help there."""

from __future__ import annotations

import pytest
import shiboken6
from every_dialog import MAKERS, every_dialog
from every_page import fill
from page_desk import PageDesk
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDialog, QWidget
from reading_aloud import nameless, unexplained
from tab_stops import is_stop

from smsdesk.ui.closing import ClosingQuestion
from smsdesk.ui.dialog_help import HelpWindow
from smsdesk.ui.troubles import TroubleDialog
from smsdesk.ui.window import MainWindow

MOST = 60
"""Presses of Tab; no dialog has nearly as many controls."""
BY_NAME = sorted(MAKERS, key=lambda kind: kind.__name__)


@pytest.fixture
def desk(desk: PageDesk) -> PageDesk:
    fill(desk)
    return desk


def opened(kind: type[QDialog], desk: PageDesk, window: MainWindow) -> QDialog:
    """A dialog that has the keyboard."""
    dialog = MAKERS[kind](desk, window)
    dialog.open()
    desk.until(lambda: window.tasks.idle and dialog.isAncestorOf(QApplication.focusWidget() or window))
    return dialog


def is_gone(dialog: QDialog) -> bool:
    return not shiboken6.isValid(dialog) or not dialog.isVisible()


def test_every_dialog_of_the_window_is_looked_at_here() -> None:
    assert every_dialog() == set(MAKERS)


@pytest.mark.parametrize("kind", BY_NAME, ids=lambda kind: kind.__name__)
def test_a_dialog_is_heard_and_used_without_a_mouse(
    desk: PageDesk, window: MainWindow, kind: type[QDialog]
) -> None:
    dialog = opened(kind, desk, window)
    assert dialog.windowTitle()
    assert nameless(dialog) == []
    assert unexplained(dialog) == []
    stops = {part for part in dialog.findChildren(QWidget) if is_stop(part)}
    for part in stops:
        spoken = QAccessible.queryAccessibleInterface(part)
        assert spoken.text(QAccessible.Text.Name).strip(), part
        assert spoken.role() not in (QAccessible.Role.NoRole, QAccessible.Role.Border), part
    reached = set()
    for _press in range(MOST):
        at = QApplication.focusWidget()
        assert at is not None
        assert dialog.isAncestorOf(at)
        assert not at.visibleRegion().isEmpty(), at
        assert shows_focus(desk, dialog, at), at
        reached.add(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    missed = [
        each for each in stops if each not in reached and not any(o.isAncestorOf(each) for o in reached)
    ]
    assert missed == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    desk.until(lambda: is_gone(dialog))


def shows_focus(desk: PageDesk, dialog: QDialog, at: QWidget) -> bool:
    """Whether one sees that the keyboard is here; a field for reading has its cursor and its scroll bar."""
    if isinstance(at, QAbstractScrollArea):
        return True
    with_it = at.grab().toImage()
    at.clearFocus()
    without = at.grab().toImage()
    at.setFocus(Qt.FocusReason.TabFocusReason)
    desk.until(at.hasFocus)
    return with_it != without


@pytest.mark.parametrize(
    ("kind", "safe"), [(ClosingQuestion, "closing_stay"), (TroubleDialog, "trouble_close")]
)
def test_enter_does_what_harms_nothing(
    desk: PageDesk, window: MainWindow, kind: type[QDialog], safe: str
) -> None:
    dialog = opened(kind, desk, window)
    at = QApplication.focusWidget()
    assert at is not None
    assert at.objectName() == safe
    dialog.reject()
    desk.until(lambda: is_gone(dialog))


@pytest.mark.parametrize(
    "kind", [each for each in BY_NAME if each is not HelpWindow], ids=lambda kind: kind.__name__
)
def test_f1_opens_the_help_over_a_dialog_and_leads_back(
    desk: PageDesk, window: MainWindow, kind: type[QDialog]
) -> None:
    dialog = opened(kind, desk, window)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    desk.until(lambda: dialog.findChild(HelpWindow) is not None)
    found = dialog.findChild(HelpWindow)
    assert isinstance(found, HelpWindow)
    desk.until(lambda: found.isAncestorOf(QApplication.focusWidget() or window))
    assert found.panel.text.toPlainText().strip()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    desk.until(lambda: is_gone(found))
    assert dialog.isVisible()
    dialog.reject()
    desk.until(lambda: is_gone(dialog))
