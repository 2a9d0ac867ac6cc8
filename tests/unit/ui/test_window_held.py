"""The desk inside the window that was seen first: what hides, calls back, closes or drops is told to that one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from page_desk import PageDesk, child, made_window
from PySide6.QtCore import QMimeData, QPoint, QRect, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from smsdesk.ui import window_state
from smsdesk.ui.closing import ClosingQuestion, LeftBehind
from smsdesk.ui.design.theme import Look, Theme
from smsdesk.ui.opening import OpeningWindow
from smsdesk.ui.places import Place, Route
from smsdesk.ui.tray import TrayDesktop
from smsdesk.ui.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def keep(tmp_path: Path) -> QSettings:
    return window_state.settings(tmp_path)


@pytest.fixture
def inside(desk: PageDesk, keep: QSettings) -> Iterator[MainWindow]:
    """The desk in the window around it, not shown as yet."""
    opening = OpeningWindow(keep)
    made = made_window(desk, keep=keep)
    made.held_by = opening
    opening.hold(made)
    yield made
    made.close()
    assert QApplication.quitOnLastWindowClosed()
    opening.deleteLater()


def shown(qtbot: QtBot, inside: MainWindow) -> QWidget:
    """The window of the system, as it starts usually."""
    inside.station.begin(minimised=False)
    qtbot.waitUntil(lambda: inside.tasks.idle)
    return inside.window()


def make_station(qtbot: QtBot, inside: MainWindow, monkeypatch: pytest.MonkeyPatch, *, tray: bool) -> None:
    monkeypatch.setattr(TrayDesktop, "present", property(lambda _self: tray))
    inside.services.preferences.keep_station(True)
    qtbot.waitUntil(lambda: inside.station.on)


def test_a_station_says_so_in_the_title_that_the_system_shows(
    qtbot: QtBot, inside: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    outer = shown(qtbot, inside)
    make_station(qtbot, inside, monkeypatch, tray=True)
    assert outer.windowTitle() == "Poste d’envoi · SMS desk"


def test_a_station_hides_behind_its_tray_and_a_click_on_a_message_brings_it_back(
    qtbot: QtBot, inside: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    outer = shown(qtbot, inside)
    make_station(qtbot, inside, monkeypatch, tray=True)
    assert not outer.close()
    assert not outer.isVisible()
    assert not inside.tasks.closed
    inside.notifier.open()
    assert outer.isVisible()
    assert inside.isVisible()
    assert inside.page is inside._pages[Route.INBOX]


def test_without_a_tray_a_station_is_minimised(
    qtbot: QtBot, inside: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    outer = shown(qtbot, inside)
    make_station(qtbot, inside, monkeypatch, tray=False)
    assert not outer.close()
    assert outer.isMinimized()
    inside.station.come_forward()
    assert not outer.isMinimized()
    assert inside.isVisible()


def test_started_behind_the_tray_it_is_whole_when_it_is_called(
    qtbot: QtBot, inside: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TrayDesktop, "present", property(lambda _self: True))
    inside.station.begin(minimised=True)
    outer = inside.window()
    assert not outer.isVisible()
    inside.station.come_forward()
    qtbot.waitUntil(lambda: inside.size() == outer.size())
    assert inside.page.isVisible()


def test_started_where_there_is_no_tray_it_is_minimised(
    qtbot: QtBot, inside: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TrayDesktop, "present", property(lambda _self: False))
    inside.station.begin(minimised=True)
    assert inside.window().isMinimized()


def test_called_back_after_its_monitor_is_gone_it_is_in_sight(
    qtbot: QtBot, inside: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    outer = shown(qtbot, inside)
    make_station(qtbot, inside, monkeypatch, tray=True)
    outer.setGeometry(QRect(9000, 200, 1200, 760))
    assert not outer.close()
    inside.station.come_forward()
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert room.intersects(outer.geometry())


def test_ctrl_q_ends_a_station(qtbot: QtBot, inside: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    outer = shown(qtbot, inside)
    make_station(qtbot, inside, monkeypatch, tray=True)
    outer.activateWindow()
    qtbot.waitUntil(inside.isActiveWindow)
    qtbot.keyClick(inside, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: inside.tasks.closed)
    assert not outer.isVisible()


def test_the_question_before_closing_minimises_what_the_system_shows(
    qtbot: QtBot, desk: PageDesk, inside: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    outer = shown(qtbot, inside)
    soon = desk.clock() + timedelta(hours=1)
    monkeypatch.setattr("smsdesk.ui.before_closing.left_behind", lambda *_: LeftBehind(2, 1, soon))
    assert not outer.close()
    qtbot.waitUntil(lambda: bool(inside.findChildren(ClosingQuestion)))
    (question,) = inside.findChildren(ClosingQuestion)
    assert question.isVisible()
    qtbot.mouseClick(child(question, "closing_minimise"), Qt.MouseButton.LeftButton)
    assert outer.isMinimized()
    assert not inside.tasks.closed


def test_closed_in_order_the_place_of_the_window_is_kept(
    qtbot: QtBot, inside: MainWindow, keep: QSettings
) -> None:
    outer = shown(qtbot, inside)
    outer.setGeometry(QRect(40, 31, 1100, 721))
    qtbot.waitUntil(lambda: inside.size() == outer.size())
    assert not outer.close()  # it looks first what would be left behind
    qtbot.waitUntil(lambda: inside.tasks.closed)
    again = OpeningWindow(keep)
    qtbot.addWidget(again)
    assert (again.y(), again.height()) == (31, 721)  # the screen of a test is too narrow for the rest


def test_files_held_over_it_are_seen(qtbot: QtBot, inside: MainWindow) -> None:
    outer = shown(qtbot, inside)
    inside.go(Place(Route.NOTIFY))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("classes.csv")])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(600, 300), Qt.DropAction.CopyAction, data, buttons, keys)
    QGuiApplication.sendEvent(outer.windowHandle(), event)
    assert child(inside, "drop_cover").isVisible()
    QGuiApplication.sendEvent(outer.windowHandle(), QDragLeaveEvent())
    assert not child(inside, "drop_cover").isVisible()


def test_the_trial_has_the_place_of_the_window_and_gives_it_back(qtbot: QtBot, inside: MainWindow) -> None:
    outer = shown(qtbot, inside)
    outer.showMaximized()
    trial = inside.trial
    assert trial is not None
    trial.enter()
    qtbot.waitUntil(lambda: trial.window is not None and trial.window.isVisible())
    assert trial.window is not None
    assert trial.window.isMaximized()
    assert not outer.isVisible()
    trial.window.close()
    qtbot.waitUntil(outer.isVisible)
    qtbot.waitUntil(lambda: inside.tasks.idle)


def test_another_look_after_a_trial_has_ended_finds_nothing_of_it(qtbot: QtBot, inside: MainWindow) -> None:
    outer, trial = shown(qtbot, inside), inside.trial
    assert trial is not None
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for percent in (200, 100):  # what is left of a style that is gone ends the program
        trial.enter()
        qtbot.waitUntil(lambda: trial.window is not None and trial.window.isVisible())
        gone = trial.window
        assert gone is not None
        gone.close()
        qtbot.waitUntil(lambda gone=gone: outer.isVisible() and gone not in QApplication.allWidgets())
        qtbot.waitUntil(lambda: inside.tasks.idle)
        Theme.of(app).dress(Look(text_percent=percent))
    assert inside.page.isVisible()
