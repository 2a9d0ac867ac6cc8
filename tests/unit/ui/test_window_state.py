"""The window stands where it was closed, and always where one can take it."""

from __future__ import annotations

from pathlib import Path

import pytest
from page_desk import PageDesk, made_window
from PySide6.QtCore import QByteArray, QRect, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from smsdesk.ui import help_room, window_state
from smsdesk.ui.window import MainWindow


@pytest.fixture
def keep(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


def room() -> QRect:
    return QGuiApplication.primaryScreen().availableGeometry()


@pytest.mark.parametrize(
    "frame",
    [
        QRect(5000, 200, 700, 500),  # the monitor on the right is gone
        QRect(-4000, 100, 700, 500),  # the one on the left
        QRect(100, -900, 700, 500),  # the one above: the title can no longer be taken
        QRect(100, 5000, 700, 500),
        QRect(9000, 9000, 6000, 4000),  # and it was larger than this one
    ],
)
def test_a_window_nobody_could_reach_comes_back(qtbot: QtBot, frame: QRect) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setGeometry(frame)
    window_state.bring_in_sight(window)
    assert room().contains(window.geometry())
    assert window.geometry().size() == frame.size().boundedTo(room().size())


def test_a_window_that_is_partly_seen_stays(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    frame = QRect(room().right() - 200, 50, 700, 500)
    window.setGeometry(frame)
    window_state.bring_in_sight(window)
    assert window.geometry() == frame


def test_geometry_of_a_monitor_that_is_gone_is_restored_in_sight(qtbot: QtBot, keep: QSettings) -> None:
    far, near = QMainWindow(), QMainWindow()
    for window in (far, near):
        qtbot.addWidget(window)
    far.setGeometry(6000, 3000, 640, 480)
    window_state.save(far, keep, help_open=False)
    window_state.restore(near, keep)
    assert room().intersects(near.geometry())
    assert near.size() == far.size()


@pytest.mark.parametrize("damage", [QByteArray(b"no geometry"), "text", 12, None])
def test_what_is_damaged_changes_nothing(qtbot: QtBot, keep: QSettings, damage: object) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(640, 480)
    keep.setValue("window/geometry", damage)
    window_state.restore(window, keep)
    assert (window.width(), window.height()) == (640, 480)


def test_the_help_stands_beside_the_page_again_and_leaves_it_the_keyboard(
    qtbot: QtBot, desk: PageDesk, keep: QSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(help_room, "beside_from", lambda: 800)  # the screen of the tests is no wider

    def opened() -> MainWindow:
        window = made_window(desk, keep=keep)
        window.show()
        qtbot.waitUntil(lambda: window.tasks.idle)
        return window

    first = opened()
    assert not first.help.isVisible()
    first.toggle_help()
    first.close()
    again = opened()
    assert again.help.isVisible()
    assert not again.help.holds_keyboard
    again.help_room.close()
    again.close()
    last = opened()
    assert not last.help.isVisible()
    last.close()
