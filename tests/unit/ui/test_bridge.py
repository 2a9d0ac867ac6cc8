"""Events of other threads become signals, bursts coalesced, nothing running while nothing is pending."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smsdesk.services.events import Changed, Events, Topic
from smsdesk.ui.bridge import COALESCE_MS, Bridge, topics

EARLIEST = 0.9
"""Qt's timers are early by up to 5 %."""


@pytest.fixture
def events() -> Events:
    return Events()


@pytest.fixture
def bridge(qapp: object, events: Events) -> Iterator[Bridge]:
    made = Bridge(events)
    yield made
    made.close()


def test_an_event_of_another_thread_arrives_in_the_gui_thread(
    qtbot: QtBot, events: Events, bridge: Bridge
) -> None:
    seen: list[threading.Thread] = []
    bridge.changed.connect(lambda _events: seen.append(threading.current_thread()))
    with qtbot.waitSignal(bridge.changed) as told:
        thread = threading.Thread(target=lambda: events.publish(Changed(Topic.INBOX, 7)))
        thread.start()
        thread.join()
    assert told.args == [frozenset({Changed(Topic.INBOX, 7)})]
    assert seen == [threading.main_thread()]


def test_a_burst_becomes_few_signals_and_loses_nothing(qtbot: QtBot, events: Events, bridge: Bridge) -> None:
    told: list[frozenset[Changed]] = []
    bridge.changed.connect(told.append)
    clock = QElapsedTimer()
    clock.start()

    def burst() -> None:
        for number in range(5000):
            events.publish(Changed(Topic.BROADCASTS, number))

    thread = threading.Thread(target=burst)
    thread.start()
    qtbot.waitUntil(lambda: len(frozenset().union(*told)) == 5000)
    thread.join()
    assert len(told) <= clock.elapsed() / (COALESCE_MS * EARLIEST) + 1


def test_after_a_quiet_moment_it_is_told_at_once_and_then_held_back(
    qtbot: QtBot, qapp: QApplication, events: Events, bridge: Bridge
) -> None:
    told: list[frozenset[Changed]] = []
    bridge.changed.connect(told.append)
    clock = QElapsedTimer()
    clock.start()
    events.publish(Changed(Topic.INBOX, 1))
    qapp.processEvents()
    assert told == [frozenset({Changed(Topic.INBOX, 1)})]
    events.publish(Changed(Topic.INBOX, 2))
    events.publish(Changed(Topic.INBOX, 3))
    qtbot.waitUntil(lambda: len(told) == 2)
    assert clock.elapsed() >= COALESCE_MS * EARLIEST - 1  # both clocks count whole milliseconds
    assert told[1] == {Changed(Topic.INBOX, 2), Changed(Topic.INBOX, 3)}


def test_no_timer_runs_while_nothing_is_pending(qtbot: QtBot, events: Events, bridge: Bridge) -> None:
    timers = bridge.findChildren(QTimer)
    assert not any(timer.isActive() for timer in timers)
    with qtbot.waitSignal(bridge.changed):
        events.publish(Changed(Topic.QUEUE))
    assert not any(timer.isActive() for timer in timers)


def test_a_closed_bridge_listens_no_more(qtbot: QtBot, events: Events, bridge: Bridge) -> None:
    bridge.close()
    with qtbot.assertNotEmitted(bridge.changed, wait=2 * COALESCE_MS):
        events.publish(Changed(Topic.QUEUE))


def test_topics() -> None:
    both = frozenset({Changed(Topic.INBOX, 1), Changed(Topic.INBOX, 2), Changed(Topic.QUEUE)})
    assert topics(both) == {Topic.INBOX, Topic.QUEUE}
