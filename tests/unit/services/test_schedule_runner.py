"""The thread that keeps the plan: makes what is due, and outlives a disk that refuses and a defect."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import datetime
from typing import cast

import pytest
from schedule_desk import ScheduleDesk

from smsdesk.domain.errors import ProfileError
from smsdesk.domain.schedule import Timing
from smsdesk.domain.sentences import say
from smsdesk.services.events import Events
from smsdesk.services.schedule import Schedule
from smsdesk.services.schedule_runner import ScheduleRunner
from smsdesk.storage.database import Database

DEADLINE_S = 60.0
THURSDAY = Timing(datetime.fromisoformat("2026-03-12T18:00"))


def until(condition: Callable[[], bool]) -> None:
    waiting = threading.Event()
    deadline = time.monotonic() + DEADLINE_S
    while not condition():
        assert time.monotonic() < deadline
        waiting.wait(0.01)


@pytest.fixture
def desk(database: Database, events: Events, clock) -> ScheduleDesk:
    return ScheduleDesk(database, events, clock)


def test_what_is_due_is_made_before_start_returns(desk: ScheduleDesk, clock) -> None:
    desk.plan(THURSDAY)
    clock.now = desk.at(12, 18)
    runner = ScheduleRunner(desk.schedule, desk.database.refusal_of, every_s=60)
    runner.start()
    assert len(desk.texts()) == 1
    runner.stop()


def test_what_comes_due_while_it_runs_is_made_after_a_sleep_too(desk: ScheduleDesk, clock) -> None:
    desk.plan(THURSDAY)
    runner = ScheduleRunner(desk.schedule, desk.database.refusal_of, every_s=0.01)
    runner.start()
    assert desk.texts() == []
    clock.now = desk.at(12, 18, 4)  # the computer slept since the day before and woke four minutes late
    until(lambda: len(desk.texts()) == 1)
    runner.stop()


class Plan:
    """A plan whose looks fail as they are told, one after the other."""

    def __init__(self, *failures: Exception) -> None:
        self.failures = list(failures)
        self.looks = 0

    def send_due(self) -> int:
        self.looks += 1
        if self.failures:
            raise self.failures.pop(0)
        return 0


def run(plan: Plan, explain: Callable[[Exception], ProfileError | None]) -> None:
    """Let it look until all failures are met and once more without one."""
    runner = ScheduleRunner(cast("Schedule", plan), explain, every_s=0.01)
    runner.start()
    until(lambda: not plan.failures and plan.looks > 3)
    runner.stop()


REFUSAL = ProfileError(say("The disk is full."))


@pytest.mark.parametrize(
    ("failures", "explained"),
    [((REFUSAL, REFUSAL), None), ((OSError("disk I/O error"),), REFUSAL)],
    ids=["a refusal", "an error that means one"],
)
def test_a_full_disk_is_met_again_and_again_without_an_end(
    failures: tuple[Exception, ...], explained: ProfileError | None, caplog: pytest.LogCaptureFixture
) -> None:
    run(Plan(*failures), lambda _failure: explained)
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


@pytest.mark.expects_errors
def test_a_defect_is_logged_and_the_next_look_comes(caplog: pytest.LogCaptureFixture) -> None:
    run(Plan(ZeroDivisionError()), lambda _failure: None)
    assert [record.getMessage() for record in caplog.records if record.levelname == "ERROR"] == [
        "a look at the plan failed"
    ]
