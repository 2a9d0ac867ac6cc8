"""Rules of repetition: understood, refused with a sentence, and unrolled in bounded time."""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.errors import InputError
from smsdesk.domain.recurrence import parse_rule
from smsdesk.domain.schedule import Timing, check_timing, next_walls

wall = datetime.fromisoformat

START = date(2026, 3, 12)  # a Thursday
YEAR = timedelta(days=365)


def days(rule: str, start: date = START, count: int = 4) -> list[str]:
    found = parse_rule(rule).days_from(start, start + 2 * YEAR)
    return [day.isoformat() for day, _ in zip(found, range(count), strict=False)]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=WEEKLY;BYDAY=TH", ["2026-03-12", "2026-03-19", "2026-03-26", "2026-04-02"]),
        ("FREQ=MONTHLY;BYDAY=1MO", ["2026-04-06", "2026-05-04", "2026-06-01", "2026-07-06"]),
        ("FREQ=MONTHLY;BYMONTHDAY=15", ["2026-03-15", "2026-04-15", "2026-05-15", "2026-06-15"]),
        ("FREQ=MONTHLY;BYDAY=-1FR", ["2026-03-27", "2026-04-24", "2026-05-29", "2026-06-26"]),
        ("FREQ=MONTHLY;BYMONTHDAY=31", ["2026-03-31", "2026-05-31", "2026-07-31", "2026-08-31"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", ["2026-03-12", "2026-03-26", "2026-04-09", "2026-04-23"]),
        ("FREQ=WEEKLY;BYDAY=TH;COUNT=2", ["2026-03-12", "2026-03-19"]),
        ("FREQ=WEEKLY;BYDAY=TH;UNTIL=20260326", ["2026-03-12", "2026-03-19", "2026-03-26"]),
        ("rrule:freq=yearly;bymonth=9;byday=1mo", ["2026-09-07", "2027-09-06"]),
        ("FREQ=DAILY;INTERVAL=3;COUNT=3", ["2026-03-12", "2026-03-15", "2026-03-18"]),
    ],
)
def test_rules_as_people_mean_them(rule: str, expected: list[str]) -> None:
    assert days(rule) == expected


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("", "no day, week, month or year"),
        ("FREQ=SECONDLY", "once a day at most"),
        ("FREQ=HOURLY;COUNT=3", "once a day at most"),
        ("FREQ=DAILY;BYSECOND=0,1,2", "once a day at most"),
        ("FREQ=WEEKLY;INTERVAL=0", "too small or too large"),
        ("FREQ=WEEKLY;INTERVAL=-1", "too small or too large"),
        ("FREQ=DAILY;COUNT=1000000000", "too small or too large"),
        ("FREQ=DAILY;COUNT=²", "too small or too large"),
        ("FREQ=WEEKLY;BYDAY=1MO", "one of a month"),
        ("FREQ=DAILY;BYMONTHDAY=30;BYMONTH=2", "each month or each year"),
        ("FREQ=MONTHLY;BYDAY=9MO", "not understood"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "not understood"),
        ("FREQ=MONTHLY;BYMONTHDAY=--5", "not understood"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "not understood"),
        ("FREQ=YEARLY;BYMONTH=13", "not understood"),
        ("FREQ=YEARLY;BYMONTH=-1", "not understood"),
        ("FREQ=YEARLY;BYWEEKNO=1", "not understood"),
        ("FREQ=MONTHLY;BYSETPOS=1", "Name the days"),
        ("FREQ=WEEKLY;FREQ=DAILY", "not understood"),
        ("FREQ=WEEKLY;COUNT=2;UNTIL=20270101", "not both"),
        ("FREQ=WEEKLY;UNTIL=20260231", "not understood"),
        ("FREQ=WEEKLY;UNTIL=99991231T235959Z", None),
        ("FREQ=WEEKLY;WKST=XX", "not understood"),
        ("FREQ=WEEKLY;" + "X" * 1000, "too long"),
        ("FREQ=WEEKLY;\u202eBYDAY=TH", "⟨U+202E⟩BYDAY"),
    ],
)
def test_hostile_rules_are_refused_in_a_sentence(rule: str, words: str | None) -> None:
    if words is None:
        parse_rule(rule)
        return
    with pytest.raises(InputError) as refused:
        parse_rule(rule)
    assert words in str(refused.value)


NEVER = (
    "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=MONTHLY;BYDAY=TH;BYSETPOS=300",
    "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
    "FREQ=MONTHLY;INTERVAL=12;BYMONTH=5;BYMONTHDAY=1",
    "FREQ=WEEKLY;BYDAY=TH;UNTIL=20260301",
)


@pytest.mark.parametrize("rule", NEVER)
def test_a_rule_that_never_comes_is_refused_soon(rule: str) -> None:
    now = wall("2026-03-12T08:00")
    begun = time.process_time()
    with pytest.raises(InputError) as refused:
        check_timing(Timing(first=wall("2026-03-12T18:00"), rule=rule), now)
    assert "gives no day" in str(refused.value)
    assert time.process_time() - begun < 60  # it is half a second; without bounds it would be for ever


def test_exceptions_are_left_out() -> None:
    timing = Timing(wall("2026-03-12T18:00"), "FREQ=WEEKLY;BYDAY=TH", (date(2026, 3, 19),))
    assert next_walls(timing, wall("2026-03-12T08:00"), 2) == (
        wall("2026-03-12T18:00"),
        wall("2026-03-26T18:00"),
    )


_DAYS = st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, max_size=3)
_RULES = st.one_of(
    st.builds(
        lambda days, every, ends: f"FREQ=WEEKLY;INTERVAL={every};BYDAY={','.join(days)}{ends}",
        _DAYS,
        st.integers(1, 5),
        st.sampled_from(["", ";COUNT=7", ";UNTIL=20270115"]),
    ),
    st.builds(
        lambda nth, day, every: f"FREQ=MONTHLY;INTERVAL={every};BYDAY={nth}{day}",
        st.sampled_from([1, 2, 3, 4, -1, -2]),
        st.sampled_from(["MO", "WE", "SU"]),
        st.integers(1, 3),
    ),
    st.builds("FREQ=MONTHLY;BYMONTHDAY={}".format, st.integers(-28, 28).filter(bool)),
)


@given(_RULES, st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_what_is_understood_reads_as_the_library_reads_it(text: str, start: date) -> None:
    rule = parse_rule(text)
    assert parse_rule(str(rule)) == rule
    last = start + YEAR
    midnight = datetime.min.time()
    library = rrulestr(text, dtstart=datetime.combine(start, midnight))
    expected = library.between(datetime.combine(start, midnight), datetime.combine(last, midnight), inc=True)
    assert list(rule.days_from(start, last)) == [at.date() for at in expected]
