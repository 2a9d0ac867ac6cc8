"""Garbage with Qt objects in it is destroyed on the GUI thread, whoever allocates meanwhile."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smsdesk.ui.collector import Collector


class Noted(QObject):
    """Notes the thread that destroys it."""

    def __init__(self, threads: list[threading.Thread]) -> None:
        super().__init__()
        self._threads = threads
        self.myself = self

    def __del__(self) -> None:
        self._threads.append(threading.current_thread())


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    collector = Collector(qapp)
    yield collector
    collector.stop()
    collector.deleteLater()


def allocate_much() -> None:
    """What makes Python collect on the thread that does it."""
    for _ in range(200):
        [[] for _ in range(gc.get_threshold()[0] + 1)]


@pytest.mark.parametrize("before", [True, False])
def test_the_collector_is_left_as_it_was_found(qapp: QApplication, before: bool) -> None:
    if before:
        gc.enable()
    collector = Collector(qapp)
    assert not gc.isenabled()
    collector.stop()
    collector.deleteLater()
    assert gc.isenabled() is before


@pytest.mark.usefixtures("collector")
def test_a_cycle_is_destroyed_by_the_gui_thread(qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    Noted(threads)
    worker = threading.Thread(target=allocate_much)
    worker.start()
    worker.join()
    assert threads == [], "no other thread collected it"
    kept: list[list[object]] = []

    def is_destroyed() -> bool:
        """What is freed while one waits, of a test before perhaps, counts down again: so more is made each time."""
        kept.extend([] for _ in range(2 * gc.get_threshold()[0]))
        return threads == [threading.main_thread()]

    qtbot.waitUntil(is_destroyed)
