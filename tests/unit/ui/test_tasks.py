"""Work off the GUI thread: order, stale answers, errors in words, nothing left behind."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.ui.tasks import UNEXPECTED, Tasks

DEADLINE_S = 60.0


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    running = Tasks()
    yield running
    running.close()


def test_results_come_back_in_the_gui_thread(qtbot: QtBot, tasks: Tasks) -> None:
    seen: list[tuple[threading.Thread, threading.Thread]] = []
    owner = QObject()
    tasks.read(
        owner, "x", threading.current_thread, lambda worker: seen.append((worker, threading.current_thread()))
    )
    qtbot.waitUntil(lambda: bool(seen))
    worker, gui = seen[0]
    assert gui is threading.main_thread()
    assert worker is not gui


def test_an_answer_is_dropped_when_the_page_asked_again(qtbot: QtBot, tasks: Tasks) -> None:
    seen: list[str] = []
    gate = threading.Event()
    owner = QObject()
    tasks.read(owner, "list", lambda: gate.wait(DEADLINE_S) and "old", seen.append)
    tasks.read(owner, "list", lambda: "new", seen.append)
    tasks.read(owner, "other", lambda: "another key", seen.append)
    gate.set()
    qtbot.waitUntil(lambda: tasks.idle)
    assert seen == ["new", "another key"]


def test_a_change_is_never_dropped(qtbot: QtBot, tasks: Tasks) -> None:
    done: list[int] = []
    owner = QObject()
    for number in range(5):
        tasks.change(owner, lambda number=number: done.append(number))
    qtbot.waitUntil(lambda: tasks.idle)
    assert done == [0, 1, 2, 3, 4]


def test_what_takes_seconds_does_not_hold_up_reads(qtbot: QtBot, tasks: Tasks) -> None:
    gate = threading.Event()
    seen: list[str] = []
    owner = QObject()
    tasks.wait_for(owner, "ports", lambda: gate.wait(DEADLINE_S) and "ports", seen.append)
    tasks.read(owner, "list", lambda: "list", seen.append)
    qtbot.waitUntil(lambda: seen == ["list"])
    gate.set()
    qtbot.waitUntil(lambda: seen == ["list", "ports"])


def test_an_error_comes_as_its_sentence(qtbot: QtBot, tasks: Tasks) -> None:
    told: list[object] = []
    tasks.failed.connect(told.append)
    sentence = say("The name is taken.")

    def refuse() -> None:
        raise InputError(sentence)

    own: list[object] = []
    owner = QObject()
    tasks.change(owner, refuse)
    tasks.change(owner, refuse, None, own.append)
    qtbot.waitUntil(lambda: tasks.idle)
    assert told == [sentence]
    assert own == [sentence]


@pytest.mark.expects_errors
def test_a_defect_is_logged_and_told_in_plain_words(
    qtbot: QtBot, tasks: Tasks, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[object] = []
    tasks.failed.connect(told.append)
    owner = QObject()
    tasks.change(owner, lambda: 1 / 0)
    qtbot.waitUntil(lambda: tasks.idle)
    assert told == [UNEXPECTED]
    assert "ZeroDivisionError" in caplog.text


def test_nothing_reaches_an_owner_that_is_gone(qtbot: QtBot, tasks: Tasks) -> None:
    gate = threading.Event()
    seen: list[bool] = []
    owner = QObject()
    tasks.read(owner, "x", lambda: gate.wait(DEADLINE_S), seen.append)
    owner.deleteLater()
    qtbot.waitUntil(lambda: not _alive(owner))
    gate.set()
    qtbot.waitUntil(lambda: tasks.idle)
    assert seen == []


def _alive(thing: QObject) -> bool:
    return shiboken6.isValid(thing)


def test_busy_tells_begin_and_end_once(qtbot: QtBot, tasks: Tasks) -> None:
    told: list[bool] = []
    tasks.busy.connect(told.append)
    owner = QObject()
    for _ in range(3):
        tasks.change(owner, lambda: None)
    qtbot.waitUntil(lambda: tasks.idle)
    assert told[0] is True
    assert told[-1] is False
    assert told.count(True) == told.count(False)


def test_closing_makes_the_changes_that_wait(qapp: object) -> None:
    tasks = Tasks()
    done: list[int] = []
    gate = threading.Event()
    owner = QObject()
    tasks.change(owner, lambda: gate.wait(DEADLINE_S))
    tasks.change(owner, lambda: done.append(1))
    gate.set()
    tasks.close()
    assert done == [1]
    tasks.change(owner, lambda: done.append(2))
    assert done == [1]
