"""Grey lines where rows will be: after a wait that one notices, and not before."""

from __future__ import annotations

from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from smsdesk.ui.widgets.skeletons import Overlay


def test_a_long_wait_shows_lines_until_the_rows_are_there(qtbot: QtBot) -> None:
    rows = QListWidget()
    qtbot.addWidget(rows)
    waiting = Overlay(rows)
    rows.show()
    waiting.begin()
    assert not waiting.isVisible()
    qtbot.waitUntil(waiting.isVisible)
    assert waiting.accessibleName()
    assert rows.rect().contains(waiting.geometry())
    waiting.end()
    assert not waiting.isVisible()


def test_a_short_wait_shows_nothing(qtbot: QtBot) -> None:
    rows = QListWidget()
    qtbot.addWidget(rows)
    waiting = Overlay(rows)
    rows.show()
    waiting.begin()
    waiting.end()
    assert not waiting._delay.isActive()
    assert not waiting.isVisible()
