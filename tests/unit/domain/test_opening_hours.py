"""Closed times: the evening, the lunch, the week-end, holidays, and the nights on which the clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from smsdesk.domain.errors import InputError
from smsdesk.domain.opening_hours import Closed, OpeningHours

PARIS = ZoneInfo("Europe/Paris")
OFFICE = OpeningHours()


def paris(day: int, hour: int, minute: int = 0, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=PARIS)


@pytest.mark.parametrize(
    ("moment", "since", "until"),
    [
        (paris(11, 12), paris(11, 12), paris(11, 14)),
        (paris(11, 18), paris(11, 18), paris(12, 9)),
        (paris(12, 8, 59), paris(11, 18), paris(12, 9)),
        (paris(14, 10), paris(13, 18), paris(16, 9)),
        (paris(29, 10), paris(27, 18), paris(30, 9)),  # the clocks went on in the night before
    ],
)
def test_a_closed_time_has_its_ends(moment: datetime, since: datetime, until: datetime) -> None:
    assert OFFICE.closed_at(moment, zone=PARIS) == Closed(since.astimezone(UTC), until.astimezone(UTC))


@pytest.mark.parametrize("moment", [paris(11, 9), paris(11, 11, 59), paris(11, 14), paris(11, 17, 59)])
def test_somebody_is_there(moment: datetime) -> None:
    assert OFFICE.closed_at(moment, zone=PARIS) is None


def test_nobody_comes_on_days_off() -> None:
    closed = OFFICE.closed_at(paris(11, 10), lambda day: day == date(2026, 3, 11), PARIS)
    assert closed == Closed(paris(10, 18).astimezone(UTC), paris(12, 9).astimezone(UTC))


def test_a_desk_that_never_opens_has_no_end() -> None:
    assert OpeningHours(((),) * 7).closed_at(paris(11, 10), zone=PARIS) == Closed(None, None)


@pytest.mark.parametrize(
    "spans",
    [
        ((time(12), time(9)),),
        ((time(9), time(9)),),
        ((time(9), time(12)), (time(11), time(14))),
        ((time(14), time(18)), (time(9), time(12))),
    ],
)
def test_hours_that_cannot_be_are_refused(spans: tuple[tuple[time, time], ...]) -> None:
    with pytest.raises(InputError, match="overlap"):
        OpeningHours((spans, (), (), (), (), (), ())).check()


def test_a_week_has_seven_days() -> None:
    OFFICE.check()
    with pytest.raises(InputError, match="seven days"):
        OpeningHours(((),)).check()
