"""Events in their order, on a thread that goes when it is not needed."""

from __future__ import annotations

import threading
import time

from virtual_computer import ByHand

from smsdesk.modem.virtual.agenda import Agenda

PATIENCE_S = 60.0


def test_events_run_in_order_of_their_time_and_then_of_their_planning() -> None:
    clock, lock, done = ByHand(), threading.RLock(), list[str]()
    agenda = Agenda(lock, "test", clock)
    with lock:
        for delay, name in ((2.0, "c"), (1.0, "a"), (1.0, "b"), (0.0, "now")):
            agenda.after(delay, lambda name=name: done.append(name))
        agenda.after(1.5, lambda: done.append("never")).cancel()
        agenda.run_due()
        assert done == ["now"]
        clock.now += 5
        agenda.run_due()
    assert done == ["now", "a", "b", "c"]
    agenda.close()


def test_the_thread_runs_what_is_due_and_settles() -> None:
    lock, settled, done = threading.RLock(), threading.Event(), list[str]()
    agenda = Agenda(lock, "test", time.monotonic, lambda: settled.set() if done else None)
    with lock:
        agenda.after(0.01, lambda: done.append("late"))
    assert settled.wait(PATIENCE_S)
    agenda.close()
    assert done == ["late"]


def test_an_earlier_event_is_not_kept_waiting_by_a_later_one() -> None:
    lock, first, ran = threading.RLock(), threading.Event(), threading.Event()
    agenda = Agenda(lock, "test", time.monotonic)
    with lock:
        agenda.after(0.001, first.set)
        agenda.after(3600.0, lambda: None)
    assert first.wait(PATIENCE_S)
    with lock:  # by now the thread waits for the later one
        agenda.after(0.01, ran.set)
    assert ran.wait(PATIENCE_S)
    agenda.close()


def test_a_clock_moved_by_hand_is_looked_at_again_when_woken() -> None:
    clock, lock, ran = ByHand(), threading.RLock(), threading.Event()
    agenda = Agenda(lock, "test", clock)
    with lock:
        agenda.after(3600.0, ran.set)
    clock.now += 3600
    agenda.wake()
    assert ran.wait(PATIENCE_S)
    agenda.close()


def test_nothing_runs_after_the_end() -> None:
    clock, lock, done = ByHand(), threading.RLock(), list[str]()
    agenda = Agenda(lock, "test", clock)
    with lock:
        agenda.after(1.0, lambda: done.append("late"))
    agenda.close()
    with lock:
        agenda.after(1.0, lambda: done.append("later"))
        clock.now += 5
        agenda.run_due()
    assert done == []
    assert not any(thread.name == "test" for thread in threading.enumerate())
