"""Months of a plan, meters and limits: every day lies in exactly one month, whatever the clocks do."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.budget import (
    Held,
    Level,
    Limit,
    Meter,
    SimPlan,
    Usage,
    goes_on,
    held_of,
    midnight,
    period_of,
    refusal,
    room_of,
)

DAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31))
BILLING_DAYS = st.integers(1, 31)


@pytest.fixture
def paris() -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Europe/Paris"
    time.tzset()
    yield
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


@given(DAYS, BILLING_DAYS)
def test_a_day_lies_in_its_month(day: date, billing_day: int) -> None:
    period = period_of(day, billing_day)
    assert period.start <= day < period.end
    assert timedelta(28) <= period.end - period.start <= timedelta(31)


@given(DAYS, BILLING_DAYS)
def test_months_follow_each_other_without_gap_or_overlap(day: date, billing_day: int) -> None:
    period = period_of(day, billing_day)
    assert period_of(period.end, billing_day).start == period.end
    assert period_of(period.start - timedelta(1), billing_day).end == period.start
    assert period_of(period.start, billing_day) == period == period_of(period.end - timedelta(1), billing_day)


@given(DAYS, BILLING_DAYS)
def test_a_month_begins_on_its_day_or_on_the_last_one_there_is(day: date, billing_day: int) -> None:
    start = period_of(day, billing_day).start
    last = (start + timedelta(1)).day == 1
    assert start.day == billing_day or (start.day < billing_day and last)


@pytest.mark.parametrize(
    ("day", "billing_day", "start", "end"),
    [
        (date(2026, 1, 31), 31, date(2026, 1, 31), date(2026, 2, 28)),
        (date(2026, 2, 28), 31, date(2026, 2, 28), date(2026, 3, 31)),
        (date(2028, 2, 29), 30, date(2028, 2, 29), date(2028, 3, 30)),
        (date(2026, 12, 4), 5, date(2026, 11, 5), date(2026, 12, 5)),
        (date(2026, 12, 31), 1, date(2026, 12, 1), date(2027, 1, 1)),
    ],
)
def test_ends_of_months(day: date, billing_day: int, start: date, end: date) -> None:
    period = period_of(day, billing_day)
    assert (period.start, period.end) == (start, end)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows takes its zone from the system")
@pytest.mark.usefixtures("paris")
def test_a_day_begins_at_midnight_here_on_both_sides_of_the_clock_changes() -> None:
    assert midnight(date(2026, 3, 29)) == datetime(2026, 3, 28, 23, tzinfo=UTC)
    assert midnight(date(2026, 3, 30)) == datetime(2026, 3, 29, 22, tzinfo=UTC)  # a day of 23 hours
    assert midnight(date(2026, 10, 25)) == datetime(2026, 10, 24, 22, tzinfo=UTC)
    assert midnight(date(2026, 10, 26)) == datetime(2026, 10, 25, 23, tzinfo=UTC)  # a day of 25 hours
    assert goes_on(date(2026, 10, 25)) == datetime(2026, 10, 25, 7, tzinfo=UTC)


def _usage(**counts: int) -> Usage:
    return Usage(period_of(date(2026, 11, 20), 5), date(2026, 11, 20), **counts)


@given(st.integers(0, 300), st.integers(0, 300), st.integers(0, 300), st.integers(1, 10), st.booleans())
def test_what_is_let_through_never_passes_a_limit(
    parts: int, people: int, today: int, wanted: int, known: bool
) -> None:
    plan = SimPlan("sim", monthly_sms=200, recipients_cap=100, daily_cap=50)
    usage = _usage(parts=parts, people=people, today=today)
    after = usage.plus(wanted, int(not known))
    fits = after.parts <= 200 and after.today <= 50 and (known or after.people <= 100)
    assert (refusal(plan, usage, wanted, known=known) is None) == fits


def test_the_limit_that_lasts_longest_is_told() -> None:
    plan = SimPlan("sim", monthly_sms=10, daily_cap=3)
    held = refusal(plan, _usage(parts=10, today=3), 1, known=True)
    assert held == Held(Limit.MONTH, goes_on(date(2026, 12, 5)))
    assert str(held.sentence).endswith("goes on on 2026-12-05.")
    assert refusal(plan, _usage(parts=5, today=3), 1, known=True) == Held(
        Limit.DAY, goes_on(date(2026, 11, 21))
    )


def test_sms_beyond_the_plan_leave_where_a_person_said_so() -> None:
    plan = SimPlan("sim", monthly_sms=10, beyond=True)
    assert refusal(plan, _usage(parts=10), 1, known=True) is None
    assert room_of(plan, _usage(parts=10)).parts is None


def test_what_is_held_is_read_back_and_nothing_else_is() -> None:
    held = Held(Limit.PEOPLE, goes_on(date(2026, 12, 5)))
    assert held_of(held.code) == held
    for other in ("cms:38", "cap:", "cap:month", "cap:month:soon", "cap:year:2026-12-05T07:00:00.000+00:00"):
        assert held_of(other) is None


@pytest.mark.parametrize(
    ("used", "more", "level"),
    [
        (0, 79, Level.CALM),
        (40, 40, Level.WARN),
        (99, 0, Level.WARN),
        (90, 10, Level.OVER),
        (90, 60, Level.OVER),
    ],
)
def test_a_meter_warns_at_80_percent(used: int, more: int, level: Level) -> None:
    meter = Meter("sim", "Orange", Limit.MONTH, used, 100, date(2026, 12, 5), this_send=more)
    assert (meter.level, meter.left) == (level, 100 - used - more)


def test_a_count_without_a_limit_never_warns() -> None:
    meter = Meter("sim", "Orange", Limit.MONTH, 5000, None, date(2026, 12, 5))
    assert (meter.level, meter.left, meter.percent) == (Level.CALM, None, 0)
