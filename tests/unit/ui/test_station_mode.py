"""The sending station: it starts out of the way, says so, stays when its window is closed, and ends on request."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from page_desk import PageDesk, child, made_window, watched_windows
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QMainWindow
from pytestqt.qtbot import QtBot

from smsdesk.ui.places import Place, Route
from smsdesk.ui.tray import TrayDesktop
from smsdesk.ui.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def window(qtbot: QtBot, desk: PageDesk) -> Iterator[MainWindow]:
    made = made_window(desk)
    made.station.begin(minimised=False)
    qtbot.waitUntil(lambda: made.tasks.idle)
    yield made
    made.close()
    assert QApplication.quitOnLastWindowClosed()
    made.deleteLater()


def close_by_hand(window: MainWindow) -> None:
    """As the window system does it."""
    QMainWindow.close(window)


def make_station(qtbot: QtBot, window: MainWindow) -> None:
    window.services.preferences.keep_station(True)
    qtbot.waitUntil(lambda: window.station.on)


class Told:
    """A tray as far as a test can have one: what it was asked to tell."""

    def __init__(self, window: MainWindow, monkeypatch: pytest.MonkeyPatch, *, present: bool) -> None:
        self.words: list[str] = []
        monkeypatch.setattr(TrayDesktop, "present", property(lambda _self: present))
        monkeypatch.setattr(TrayDesktop, "tell", lambda _self, title, _text: self.words.append(title))


def test_nothing_flashes_up_beside_the_window(qtbot: QtBot, desk: PageDesk) -> None:
    with watched_windows() as shown:
        made = made_window(desk)
        made.station.begin(minimised=False)
        made.go(Place(Route.SETTINGS, "window"))
        qtbot.waitUntil(lambda: made.tasks.idle)
    assert shown.seen == ["MainWindow"]
    made.close()
    made.deleteLater()


def test_an_ordinary_window_ends_when_it_is_closed(qtbot: QtBot, window: MainWindow) -> None:
    close_by_hand(window)
    qtbot.waitUntil(lambda: window.tasks.closed)


def test_a_station_says_that_it_is_one(qtbot: QtBot, window: MainWindow) -> None:
    button = child(window, "status_station")
    assert not button.isVisible()
    make_station(qtbot, window)
    assert button.isVisible()
    assert window.windowTitle() == "Poste d’envoi · SMS desk"
    window.services.preferences.keep_station(False)
    qtbot.waitUntil(lambda: not button.isVisible())
    assert window.windowTitle() == "SMS desk"


def test_closing_a_station_hides_it_behind_the_tray_and_tells_once(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Told(window, monkeypatch, present=True)
    make_station(qtbot, window)
    close_by_hand(window)
    assert not window.isVisible()
    assert not window.tasks.closed
    assert not QApplication.quitOnLastWindowClosed()
    window.station.come_forward()
    assert window.isVisible()
    close_by_hand(window)
    assert told.words == ["SMS desk continue, comme poste d’envoi"]


def test_without_a_tray_it_is_minimised_where_one_finds_it(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    Told(window, monkeypatch, present=False)
    make_station(qtbot, window)
    close_by_hand(window)
    assert window.isMinimized()
    assert not window.tasks.closed
    window.station.come_forward()
    assert not window.isMinimized()


def test_ctrl_q_ends_a_station(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    Told(window, monkeypatch, present=True)
    make_station(qtbot, window)
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.tasks.closed)


def test_the_tray_calls_it_back_and_ends_it(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    Told(window, monkeypatch, present=True)
    make_station(qtbot, window)
    close_by_hand(window)
    window.station.leave()
    qtbot.waitUntil(lambda: window.tasks.closed)


def test_an_unseen_station_ends_the_program_when_the_session_ends(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    Told(window, monkeypatch, present=True)
    make_station(qtbot, window)
    close_by_hand(window)
    with qtbot.waitSignal(window.has_closed):
        window.close()
    assert window.tasks.closed
    assert QApplication.quitOnLastWindowClosed()


def test_started_minimised_nothing_is_shown(
    qtbot: QtBot, desk: PageDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = made_window(desk)
    told = Told(made, monkeypatch, present=True)
    made.station.begin(minimised=True)
    assert not made.isVisible()
    assert len(told.words) == 1
    qtbot.waitUntil(lambda: made.tasks.idle)
    made.close()
    made.deleteLater()


def box(window: MainWindow, name: str) -> QCheckBox:
    found = child(window, name)
    assert isinstance(found, QCheckBox)
    return found


def test_the_settings_switch_both_on(qtbot: QtBot, window: MainWindow) -> None:
    window.go(Place(Route.SETTINGS, "window"))
    qtbot.waitUntil(lambda: window.tasks.idle)
    autostart = window.services.autostart
    starts, station = box(window, "settings_autostart"), box(window, "settings_sending_station")
    assert not starts.isChecked()
    starts.click()
    qtbot.waitUntil(lambda: autostart.is_on() and window.tasks.idle)
    assert "--minimised" not in autostart._read()
    station.click()
    qtbot.waitUntil(lambda: window.station.on and window.tasks.idle)
    assert "--minimised" in autostart._read()
    station.click()
    starts.click()
    qtbot.waitUntil(lambda: not autostart.is_on() and window.tasks.idle)
    assert not window.services.preferences.is_station()


def test_a_system_that_refuses_leaves_the_box_as_it_was(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    config = Path(os.environ["XDG_CONFIG_HOME"])
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text("a file stands where the folder should be", "utf-8")
    window.go(Place(Route.SETTINGS, "window"))
    qtbot.waitUntil(lambda: window.tasks.idle)
    starts = box(window, "settings_autostart")
    starts.click()
    qtbot.waitUntil(lambda: not starts.isChecked())
    assert window.toast.text.startswith("Le système ne laisse pas")
