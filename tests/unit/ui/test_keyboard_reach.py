"""Tab leads to every control of every page."""

from __future__ import annotations

from every_page import fill, places
from page_desk import PageDesk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tab_stops import is_stop

from smsdesk.ui.window import MainWindow

MOST = 400
"""Presses of Tab; no page has nearly as many controls."""


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
