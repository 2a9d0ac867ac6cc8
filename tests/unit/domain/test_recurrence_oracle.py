"""Series against a naive calendar: every day of two years looked at by itself, every moment by the rule of summer time.

The independent one uses no library of rules and no time zones: RFC 5545 as a person reads it, and the directive
2000/84/EC, by which the clocks change on the last Sundays of March and October at 1:00 UTC.
"""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from smsdesk.domain.recurrence import Frequency, Rule, RuleDay, parse_rule
from smsdesk.domain.schedule import Timing, slots
from smsdesk.domain.wall_time import moment_of

DAY = timedelta(days=1)
PARIS = ZoneInfo("Europe/Paris")
SPAN = timedelta(days=800)

WEEKLY = st.builds(
    lambda every, days, start, count: Rule(
        Frequency.WEEKLY, every, count, days=tuple(RuleDay(day) for day in sorted(days)), week_start=start
    ),
    st.integers(1, 4),
    st.sets(st.integers(0, 6), max_size=3),
    st.sampled_from([0, 0, 6]),
    st.none() | st.integers(1, 12),
)
DAILY = st.builds(
    lambda every, days, months: Rule(
        Frequency.DAILY, every, days=tuple(RuleDay(day) for day in sorted(days)), months=tuple(sorted(months))
    ),
    st.integers(1, 40),
    st.sets(st.integers(0, 6), max_size=2),
    st.sets(st.integers(1, 12), max_size=3),
)
NTH = st.builds(
    lambda every, day, nth, count: Rule(Frequency.MONTHLY, every, count, days=(RuleDay(day, nth),)),
    st.integers(1, 3),
    st.integers(0, 6),
    st.sampled_from([1, 2, 3, 4, 5, -1, -2, -5]),
    st.none() | st.integers(1, 6),
)
MONTH_DAYS = st.builds(
    lambda every, days: Rule(Frequency.MONTHLY, every, month_days=tuple(sorted(days))),
    st.integers(1, 3),
    st.sets(st.integers(-31, 31).filter(bool), min_size=1, max_size=3),
)
BARE = st.builds(Rule, st.sampled_from(Frequency), st.integers(1, 3))
RULES = st.one_of(WEEKLY, DAILY, NTH, MONTH_DAYS, BARE)
STARTS = st.one_of(
    st.dates(date(2026, 1, 1), date(2030, 12, 31)),
    st.sampled_from([date(2028, 2, 29), date(2027, 1, 31), date(2026, 3, 29), date(2026, 10, 25), date(2028, 12, 31)]),
)  # fmt: skip


def naive_days(rule: Rule, start: date, last: date) -> list[date]:
    """Each day from the first on, taken when everything that the rule says is true of it."""
    found = []
    for number in range((last - start).days + 1):
        day = start + number * DAY
        if falls(rule, start, day) and (rule.count is None or len(found) < rule.count):
            found.append(day)
    return found


def falls(rule: Rule, start: date, day: date) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    length = calendar.monthrange(day.year, day.month)[1]
    if rule.month_days and not {day.day, day.day - length - 1} & set(rule.month_days):
        return False
    if rule.days and not any(is_day(each, day, length) for each in rule.days):
        return False
    return in_turn(rule, start, day)


def is_day(wanted: RuleDay, day: date, length: int) -> bool:
    if day.weekday() != wanted.weekday:
        return False
    from_start, from_end = (day.day - 1) // 7 + 1, -((length - day.day) // 7 + 1)
    return wanted.nth in (0, from_start, from_end)


def in_turn(rule: Rule, start: date, day: date) -> bool:
    """Whether the interval comes to this day; a rule that names no day means that of its start."""
    named = bool(rule.days or rule.month_days)
    months = 12 * (day.year - start.year) + day.month - start.month
    if rule.frequency is Frequency.DAILY:
        return (day - start).days % rule.interval == 0
    if rule.frequency is Frequency.WEEKLY:
        weeks = (monday(day, rule.week_start) - monday(start, rule.week_start)).days // 7
        return weeks % rule.interval == 0 and (named or day.weekday() == start.weekday())
    if rule.frequency is Frequency.MONTHLY:
        return months % rule.interval == 0 and (named or day.day == start.day)
    same = (day.month, day.day) == (start.month, start.day)
    return (day.year - start.year) % rule.interval == 0 and same


def monday(day: date, first: int) -> date:
    """The day on which the week of a day begins."""
    return day - (day.weekday() - first) % 7 * DAY


@given(RULES, STARTS)
@settings(max_examples=150, deadline=None)
def test_a_rule_falls_on_the_days_that_a_naive_calendar_finds(rule: Rule, start: date) -> None:
    assert parse_rule(str(rule)) == rule
    assert list(rule.days_from(start, start + SPAN)) == naive_days(rule, start, start + SPAN)


def turn(year: int, month: int) -> datetime:
    """When the clocks change: on the last Sunday of the month, at 1:00 UTC."""
    last = max(number for number in range(25, 32) if date(year, month, number).weekday() == 6)
    return datetime(year, month, last, 1, tzinfo=UTC)


def naive_moment(wall: datetime) -> datetime:
    """The first moment whose wall shows this time; where the clocks skip it, as much after the change."""
    summer, winter = (wall.replace(tzinfo=UTC) - timedelta(hours=ahead) for ahead in (2, 1))
    if turn(wall.year, 3) <= summer < turn(wall.year, 10):
        return summer
    return winter


@given(
    st.builds(Rule, st.sampled_from([Frequency.DAILY, Frequency.WEEKLY]), st.integers(1, 3)),
    STARTS,
    st.sampled_from(
        [time(0), time(0, 30), time(1, 59), time(2), time(2, 30), time(3), time(18), time(23, 59)]
    ),
)
@settings(max_examples=60, deadline=None)
def test_a_series_keeps_its_hour_on_the_wall_over_every_change_of_the_clocks(
    rule: Rule, start: date, at: time
) -> None:
    first = datetime.combine(start, at)
    walls = [slot.wall for slot in slots(Timing(first, str(rule)), first + SPAN)]
    assert [wall.date() for wall in walls] == naive_days(rule, start, (first + SPAN).date())
    assert [moment_of(wall, PARIS) for wall in walls] == [naive_moment(wall) for wall in walls]
