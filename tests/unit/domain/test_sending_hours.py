"""Sending hours: advertising by the law, information where the profile asks, alerts always."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.calendar import Calendar
from smsdesk.domain.outgoing import Priority, Purpose
from smsdesk.domain.sending_hours import QuietHours, SendingHours, advice, best_hours, hours_apply_to

PARIS = ZoneInfo("Europe/Paris")
HOURS = SendingHours(is_holiday=Calendar().is_public_holiday, zone=PARIS)
QUIET = SendingHours(QuietHours(on=True, sundays=True, holidays=True), Calendar().is_public_holiday, PARIS)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=PARIS)


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        ("2026-03-12T08:00", "2026-03-12T08:00"),
        ("2026-03-12T21:29", "2026-03-12T21:29"),
        ("2026-03-12T21:30", "2026-03-13T08:00"),
        ("2026-03-12T07:59", "2026-03-12T08:00"),
        ("2026-03-14T22:00", "2026-03-16T08:00"),  # Saturday night: Monday
        ("2026-03-15T12:00", "2026-03-16T08:00"),  # Sunday
        ("2026-04-04T22:00", "2026-04-07T08:00"),  # the night before Easter: Tuesday
        ("2026-05-01T12:00", "2026-05-02T08:00"),  # 1 May is a Friday
        ("2026-03-28T23:00", "2026-03-30T08:00"),  # over the night of summer time
        ("2026-12-24T22:00", "2026-12-26T08:00"),
    ],
)
def test_advertising_goes_at_the_next_lawful_moment(moment: str, opens: str) -> None:
    assert HOURS.next_allowed(at(moment), Purpose.PROMOTION) == at(opens)
    assert (HOURS.closed(at(moment), Purpose.PROMOTION) is None) == (moment == opens)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-03-12T22:00", "8:00 to 21:30"),
        ("2026-03-15T12:00", "Sundays"),
        ("2026-07-14T12:00", "public holidays"),
    ],
)
def test_it_says_why(moment: str, words: str) -> None:
    assert words in str(HOURS.closed(at(moment), Purpose.PROMOTION))


def test_information_keeps_quiet_hours_only_where_the_profile_asks() -> None:
    night, sunday = at("2026-03-12T23:00"), at("2026-03-15T12:00")
    assert HOURS.closed(night, Purpose.INFORMATION) is None
    assert "from 21:00 to 08:00" in str(QUIET.closed(night, Purpose.INFORMATION))
    assert QUIET.next_allowed(night, Purpose.INFORMATION) == at("2026-03-13T08:00")
    assert QUIET.next_allowed(sunday, Purpose.INFORMATION) == at("2026-03-16T08:00")
    assert "holidays quiet" in str(QUIET.closed(at("2026-07-14T12:00"), Purpose.INFORMATION))


def test_quiet_hours_within_a_day_end_on_that_day() -> None:
    noon = SendingHours(QuietHours(on=True, begins=time(12), ends=time(14)), zone=PARIS)
    assert noon.next_allowed(at("2026-03-12T13:00"), Purpose.INFORMATION) == at("2026-03-12T14:00")
    assert noon.closed(at("2026-03-12T23:00"), Purpose.INFORMATION) is None


@pytest.mark.parametrize(
    ("purpose", "priority", "kept"),
    [
        (Purpose.ALERT, Priority.NORMAL, None),
        (Purpose.INFORMATION, Priority.URGENT, None),
        (Purpose.INFORMATION, Priority.NORMAL, Purpose.INFORMATION),
        (Purpose.PROMOTION, Priority.URGENT, Purpose.PROMOTION),
    ],
)
def test_urgency_frees_information_and_never_advertising(
    purpose: Purpose, priority: Priority, kept: Purpose | None
) -> None:
    assert hours_apply_to(purpose, priority) is kept


MOMENTS = st.datetimes(
    datetime.fromisoformat("2025-01-01"), datetime.fromisoformat("2035-01-01"), timezones=st.just(UTC)
)
PURPOSES = st.sampled_from([Purpose.PROMOTION, Purpose.INFORMATION, None])


@given(MOMENTS, PURPOSES)
def test_the_next_allowed_moment_is_allowed_and_comes_within_a_week(
    moment: datetime, purpose: Purpose | None
) -> None:
    opens = QUIET.next_allowed(moment, purpose)
    assert QUIET.closed(opens, purpose) is None
    assert timedelta(0) <= opens - moment < timedelta(days=7)
    assert QUIET.next_allowed(opens, purpose) == opens


@given(MOMENTS)
def test_nothing_allowed_is_passed_over(moment: datetime) -> None:
    opens = HOURS.next_allowed(moment, Purpose.PROMOTION)
    step = moment + timedelta(minutes=17)
    while step < opens:
        assert HOURS.closed(step, Purpose.PROMOTION) is not None
        step += timedelta(minutes=17)


def test_advice_is_plain_and_takes_the_answers_of_ones_own_families() -> None:
    evening = [0] * 17 + [30, 20] + [2] * 5
    assert advice(HOURS, at("2026-03-12T17:30"), Purpose.INFORMATION, evening) == ()
    (said,) = map(str, advice(HOURS, at("2026-03-12T10:00"), Purpose.INFORMATION, evening))
    assert said == "Your families answer most between 17:00 and 19:00: 83 % of 60 answers."
    late = list(map(str, advice(HOURS, at("2026-03-15T22:00"), Purpose.INFORMATION, [0] * 24)))
    assert [said[:15] for said in late] == ["Before 8:00 and", "It is a Sunday:"]
    assert advice(HOURS, at("2026-03-15T22:00"), Purpose.ALERT, evening) == ()
    assert (
        advice(HOURS, at("2026-03-15T22:00"), Purpose.PROMOTION, evening) == ()
    )  # it is closed: said elsewhere


def test_few_answers_or_answers_at_all_hours_name_no_best_hour() -> None:
    assert best_hours([1] * 24) is None
    assert best_hours([0] * 23 + [5]) is None
    assert best_hours([0] * 22 + [20, 20]) == 22


def test_holidays_are_those_of_the_region() -> None:
    assert HOURS.is_holiday(date(2026, 7, 14))
