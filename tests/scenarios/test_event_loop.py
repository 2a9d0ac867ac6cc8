"""The event loop of the real window is never kept by our code for longer than a person feels."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import loop_watch
import pytest
from benchmarks import town
from loop_watch import FELT_MS, LoopWatch
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from smsdesk.app import build
from smsdesk.desk import Desk
from smsdesk.storage.database import Database
from smsdesk.storage.profile import DATABASE
from smsdesk.ui.places import Place, Route
from smsdesk.ui.window import MainWindow

PEOPLE = 2_000
MESSAGES = 400
PATIENCE_S = 90.0
A_BLOCK_MS = 200.0
SLOWNESS = 2.0


def burn(milliseconds: float) -> None:
    """Work for so much processor time."""
    wanted = time.thread_time() + milliseconds / 1e3
    while time.thread_time() < wanted:
        pass


@pytest.fixture
def watch(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> LoopWatch:
    """On a machine that is always twice as slow as the usual one."""
    monkeypatch.setattr(loop_watch, "slowness", lambda: SLOWNESS)
    return LoopWatch(qapp)


def test_the_watch_sees_a_block(watch: LoopWatch) -> None:
    done: list[bool] = []
    QTimer.singleShot(0, lambda: (burn(SLOWNESS * A_BLOCK_MS), done.append(True)))
    watch.until("a slot that blocks", lambda: bool(done), PATIENCE_S)
    assert [each.what for each in watch.too_long] == ["a slot that blocks"]


def test_the_watch_lets_pass_what_others_or_a_slow_machine_make_long(watch: LoopWatch) -> None:
    done: list[bool] = []
    QTimer.singleShot(0, lambda: (burn(SLOWNESS * FELT_MS), time.sleep(A_BLOCK_MS / 1e3), done.append(True)))
    watch.until("a slot that others hold up", lambda: bool(done), PATIENCE_S)
    assert watch.too_long == []


def test_the_fixed_piece_of_work_tells_how_slow_this_machine_is() -> None:
    assert loop_watch.slowness() >= 1


@pytest.fixture
def filled(profile: Path) -> Path:
    """People enough for every list to be longer than what it shows, and something said."""
    with Desk.open(profile) as desk:
        numbers = [f"+336399{number:05}" for number in range(MESSAGES)]
        desk.services.notify.send_numbers(numbers, "Le cours de piano de jeudi est annulé.")
        desk.services.station.pause()
    database = Database(profile / DATABASE)
    town.fill(database, PEOPLE)
    database.close()
    return profile


def places(window: MainWindow) -> list[Place]:
    newest = window.services.broadcasts.list(limit=1)[0].id
    return [Place(route, newest if route is Route.BROADCAST else None) for route in Route]


def seen(window: MainWindow, kind: type[QWidget]) -> list[QWidget]:
    return [each for each in window.page.findChildren(kind) if each.isVisible() and each.isEnabled()]


@pytest.mark.timeout(600)  # every page twice, on a machine that does other things too
def test_nothing_keeps_the_loop_of_the_window(qtbot: QtBot, filled: Path) -> None:
    app, window = build(["--profile", str(filled), "--modem", "virtual://loop"])
    watch = LoopWatch(app)

    def idle() -> bool:
        return window.tasks.idle

    try:
        watch.until("the start", idle, PATIENCE_S)
        made: list[bool] = []
        window.ahead.done.connect(lambda: made.append(True))
        window.ahead.start()
        watch.until("pages made ahead", lambda: bool(made), PATIENCE_S)
        for round_ in ("first", "again"):
            for place in places(window):
                watch.turn(f"to {place.route}, {round_}", lambda place=place: window.go(place))
                watch.until(f"{place.route}, {round_}", idle, PATIENCE_S)
                if round_ == "again":
                    scroll_and_type(window, watch, idle)
    finally:
        window.close()
    assert not watch.too_long, watch.too_long


def scroll_and_type(window: MainWindow, watch: LoopWatch, idle: Callable[[], bool]) -> None:
    """In every list and every field that is there."""
    here = window.page.objectName() or type(window.page).__name__
    for view in seen(window, QAbstractItemView):
        bar = view.verticalScrollBar()
        for _ in range(3):
            watch.turn(f"scrolling in {here}", lambda bar=bar: bar.setValue(bar.value() + bar.pageStep()))
            watch.until(f"scrolled in {here}", idle, PATIENCE_S)
    for field in seen(window, QLineEdit):
        if "search" in field.objectName():
            for key in "mar":
                watch.turn(f"a key in {here}", lambda field=field, key=key: QTest.keyClick(field, key))
                watch.until(f"a key in {here}", idle, PATIENCE_S)
            field.clear()
