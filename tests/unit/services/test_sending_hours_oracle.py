"""The next moment at which something may be sent, against a look at every minute; series and queues over long times."""

from __future__ import annotations

import time as time_module
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from schedule_desk import PARIS, ScheduleDesk

from smsdesk.domain.calendar import Calendar
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.schedule import EntryState, OnMissed, Reminder, Timing
from smsdesk.domain.sending_hours import QuietHours, SendingHours
from smsdesk.services.events import Events
from smsdesk.services.sending_hours import Hours
from smsdesk.storage.database import Database

MINUTE = timedelta(minutes=1)
EXAMPLES = 120
LONGEST = 8 * 24 * 60
"""Minutes: Christmas on a Friday, Sunday, and a quiet hour before each, are not half of it."""

PUBLIC = {
    date(2026, 12, 25), date(2027, 1, 1), date(2027, 3, 29), date(2027, 5, 1), date(2027, 5, 6), date(2027, 5, 8),
    date(2027, 5, 17), date(2027, 7, 14), date(2027, 8, 15), date(2027, 11, 1), date(2027, 11, 11), date(2027, 12, 25),
    date(2028, 1, 1),
}  # fmt: skip
"""France, as the law (Code du travail, L3133-1) and the dates of Easter have them."""

NIGHTS = [
    date(2026, 12, 24), date(2026, 12, 26), date(2026, 12, 31), date(2027, 1, 2), date(2027, 3, 27), date(2027, 3, 28),
    date(2027, 4, 30), date(2027, 5, 5), date(2027, 5, 7), date(2027, 5, 16), date(2027, 7, 13), date(2027, 8, 14),
    date(2027, 10, 30), date(2027, 10, 31), date(2027, 11, 10), date(2027, 12, 31), date(2027, 6, 9),
]  # fmt: skip
"""Before and on holidays, Sundays and the changes of the clocks (28 March, 31 October 2027); an ordinary one."""

TURNS = (datetime(2027, 3, 28, 1, tzinfo=UTC), datetime(2027, 10, 31, 1, tzinfo=UTC))
"""Summer time in 2027 (directive 2000/84/EC)."""

HOURS = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))
MOMENTS = st.builds(
    lambda day, minutes, seconds: (
        datetime.combine(day, time(), UTC) + timedelta(minutes=minutes, seconds=seconds)
    ),
    st.sampled_from(NIGHTS),
    st.integers(0, 36 * 60),
    st.sampled_from([0, 0, 1, 59]),
)
QUIETS = st.tuples(HOURS, HOURS, st.booleans(), st.booleans(), st.booleans()).filter(
    lambda each: each[0] != each[1]
)


def open_at(moment: datetime, purpose: Purpose | None, quiet: QuietHours) -> bool:
    """By the wall in Paris, found without a time zone."""
    wall = moment + timedelta(hours=2 if TURNS[0] <= moment < TURNS[1] else 1)
    sunday, holiday, minute = wall.weekday() == 6, wall.date() in PUBLIC, 60 * wall.hour + wall.minute
    if purpose is Purpose.PROMOTION:
        return not sunday and not holiday and 8 * 60 <= minute < 21 * 60 + 30
    if purpose is None or not quiet.on:
        return True
    if (quiet.sundays and sunday) or (quiet.holidays and holiday):
        return False
    begins, ends = (60 * each.hour + each.minute for each in (quiet.begins, quiet.ends))
    return (minute - begins) % (24 * 60) >= (ends - begins) % (24 * 60)


def naive_next(moment: datetime, purpose: Purpose | None, quiet: QuietHours) -> datetime:
    if open_at(moment, purpose, quiet):
        return moment
    step = moment.replace(second=0)
    for _ in range(LONGEST):
        step += MINUTE
        if open_at(step, purpose, quiet):
            return step
    raise AssertionError("it never opens")


@given(MOMENTS, st.sampled_from([Purpose.PROMOTION, Purpose.INFORMATION, Purpose.INFORMATION, None]), QUIETS)
@settings(max_examples=EXAMPLES)
def test_it_opens_at_the_first_minute_that_is_open(
    moment: datetime, purpose: Purpose | None, chosen: tuple[time, time, bool, bool, bool]
) -> None:
    begins, ends, on, sundays, holidays = chosen
    quiet = QuietHours(on, begins, ends, sundays, holidays)
    hours = SendingHours(quiet, Calendar().is_public_holiday, ZoneInfo("Europe/Paris"))
    assert (hours.closed(moment, purpose) is None) == open_at(moment, purpose, quiet)
    assert hours.next_allowed(moment, purpose) == naive_next(moment, purpose, quiet)


@pytest.mark.parametrize("ends", [time(2), time(2, 30), time(2, 45), time(3)])
@pytest.mark.parametrize("night", [date(2027, 3, 28), date(2027, 10, 31)])
def test_quiet_hours_end_in_the_hour_that_is_skipped_or_comes_twice(night: date, ends: time) -> None:
    quiet = QuietHours(True, time(22), ends)
    hours = SendingHours(quiet, zone=ZoneInfo("Europe/Paris"))
    for minutes in range(0, 4 * 60, 5):
        moment = datetime.combine(night, time(), UTC) + minutes * MINUTE
        assert hours.next_allowed(moment, Purpose.INFORMATION) == naive_next(
            moment, Purpose.INFORMATION, quiet
        )


@pytest.fixture
def in_paris(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The computer's own wall: what queues and profiles ask."""
    if not hasattr(time_module, "tzset"):
        pytest.skip("the system's zone cannot be changed here")
    monkeypatch.setenv("TZ", "Europe/Paris")
    time_module.tzset()
    yield
    monkeypatch.undo()
    time_module.tzset()


@pytest.fixture
def desk(in_paris: None, database: Database, events: Events, clock) -> ScheduleDesk:
    clock.now = datetime(2026, 12, 16, 8, tzinfo=UTC)
    desk = ScheduleDesk(database, events, clock)
    with database.write() as connection:
        connection.executemany(
            "INSERT INTO consents (e164, purpose, granted, source, recorded_at)"
            " VALUES (?, 'promotion', 1, 'form', '2026-01-01')",
            [(desk.people.contact(pupil).phones[0].e164,) for pupil in desk.pupils],
        )
    return desk


@pytest.mark.parametrize("hour", [7, 18, 22])
def test_advertising_of_each_day_waits_for_its_lawful_hour_over_the_year_s_end(
    desk: ScheduleDesk, clock, hour: int
) -> None:
    first = datetime.combine(date(2026, 12, 17), time(hour))
    desk.plan(Timing(first, "FREQ=DAILY;COUNT=20"), purpose=Purpose.PROMOTION)
    for number in range(20):
        clock.now = (first + timedelta(days=number)).replace(tzinfo=PARIS).astimezone(UTC)
        assert desk.schedule.send_due() == 1
        made = desk.broadcasts.list(limit=1)[0]
        opens = naive_next(clock.now, Purpose.PROMOTION, QuietHours())
        assert (made.not_before or clock.now) == opens


def test_after_three_weeks_off_each_is_done_as_it_says_and_nothing_stale_leaves(
    desk: ScheduleDesk, clock
) -> None:
    daily = Timing(datetime.combine(date(2026, 12, 17), time(18)), "FREQ=DAILY;COUNT=40")
    kinds = {
        OnMissed.ASK: desk.plan(daily, text="À demander", on_missed=OnMissed.ASK),
        OnMissed.SEND: desk.plan(daily, text="À envoyer", on_missed=OnMissed.SEND),
        OnMissed.SKIP: desk.plan(daily, text="À oublier", on_missed=OnMissed.SKIP),
    }
    promotion = desk.plan(daily, text="Concert", purpose=Purpose.PROMOTION)
    concert = Timing(
        event=datetime.combine(date(2027, 1, 2), time(20)),
        reminders=(Reminder(7, time(18)), Reminder(1, time(18))),
    )
    reminders = desk.plan(concert, text="Rappel")
    clock.now = datetime(2027, 1, 7, 9, 30, tzinfo=PARIS).astimezone(UTC)

    assert desk.schedule.send_due() == 1, "that of last evening, which is to be sent"
    assert desk.texts() == [["À envoyer", "À envoyer"]]
    missed = desk.schedule.missed()
    waiting = {
        series: [each for each in missed if each.series_id == series]
        for series in (*kinds.values(), promotion, reminders)
    }
    assert {series: len(found) for series, found in waiting.items()} == {
        kinds[OnMissed.ASK]: 21, kinds[OnMissed.SEND]: 20, kinds[OnMissed.SKIP]: 0, promotion: 0, reminders: 2,
    }  # fmt: skip
    assert all(each.too_late for each in waiting[reminders])
    assert desk.schedule.send_due() == 0
    clock.now = datetime(2027, 1, 7, 18, tzinfo=PARIS).astimezone(UTC)
    assert desk.schedule.send_due() == 4, "this evening all go on as before"


def test_a_clock_that_is_set_back_sends_what_waits_at_its_hour_once(desk: ScheduleDesk, clock) -> None:
    desk.plan(Timing(datetime.combine(date(2026, 12, 17), time(18))), text="Planifié")
    made = []
    for at in (time(17, 30), time(15, 30), time(17, 59), time(16), time(18), time(16), time(18), time(18, 9)):
        clock.now = datetime.combine(date(2026, 12, 17), at, PARIS).astimezone(UTC)
        made.append(desk.schedule.send_due())
    assert made == [0, 0, 0, 0, 1, 0, 0, 0]
    assert desk.texts() == [["Planifié", "Planifié"]]
    (entry,) = desk.schedule.entries(clock.now - timedelta(days=1), clock.now + timedelta(days=1))
    assert entry.state is EntryState.SENT


def test_hours_of_the_profile_are_those_of_the_computer(
    desk: ScheduleDesk, database: Database, events: Events, clock
) -> None:
    hours = Hours(database, events, clock)
    hours.save_quiet(QuietHours(on=True, holidays=True))
    for night in NIGHTS:
        moment = datetime.combine(night, time(20, 15), UTC)
        waits = hours.deferral(moment, Purpose.INFORMATION)
        assert (waits.until if waits else moment) == naive_next(moment, Purpose.INFORMATION, hours.quiet())
