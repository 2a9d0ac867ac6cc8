"""The days off: what is a holiday where, what is estimated, and what the institution does otherwise."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from smsdesk.domain.calendar import Calendar, CalendarException, DayKind, Region, Zone


@pytest.mark.parametrize(
    ("region", "day", "off"),
    [
        (Region.MAINLAND, date(2026, 5, 1), True),
        (Region.MAINLAND, date(2026, 4, 3), False),  # Good Friday
        (Region.ALSACE_MOSELLE, date(2026, 4, 3), True),
        (Region.MAINLAND, date(2026, 12, 26), False),
        (Region.ALSACE_MOSELLE, date(2026, 12, 26), True),
        (Region.REUNION, date(2026, 12, 20), True),
        (Region.GUADELOUPE, date(2026, 5, 27), True),
        (Region.MARTINIQUE, date(2026, 5, 22), True),
        (Region.GUYANE, date(2026, 6, 10), True),
        (Region.MAYOTTE, date(2026, 4, 27), True),
        (Region.MAINLAND, date(2026, 4, 27), False),
    ],
)
def test_public_holidays_depend_on_the_region(region: Region, day: date, off: bool) -> None:
    calendar = Calendar(region=region)

    assert calendar.is_public_holiday(day) is off
    assert (calendar.day_off(day) is not None) is off


def test_every_region_has_the_national_holidays() -> None:
    for region in Region:
        assert Calendar(region=region).is_public_holiday(date(2027, 7, 14)), region


@pytest.mark.parametrize(
    ("zone", "first", "last"),
    [
        (Zone.A, date(2027, 2, 13), date(2027, 2, 28)),
        (Zone.B, date(2027, 2, 20), date(2027, 3, 7)),
        (Zone.C, date(2027, 2, 6), date(2027, 2, 21)),
    ],
)
def test_winter_holidays_of_2027_by_zone_as_decreed(zone: Zone, first: date, last: date) -> None:
    """Arrêté du 22 octobre 2025; the Saturday on which they begin and the Sunday on which they end."""
    off = Calendar(zone).days_off(date(2027, 1, 15), date(2027, 3, 20))

    assert (off[0].day, off[-1].day, len(off)) == (first, last, 16)
    assert {str(day.name) for day in off} == {"Winter holidays"}
    assert {day.kind for day in off} == {DayKind.SCHOOL}
    assert not any(day.extrapolated for day in off)


def test_without_a_zone_there_are_no_school_holidays() -> None:
    assert [day.day for day in Calendar().days_off(date(2026, 12, 19), date(2027, 1, 3))] == [
        date(2026, 12, 25),
        date(2027, 1, 1),
    ]


def test_dates_beyond_the_last_decree_are_estimates() -> None:
    calendar = Calendar(Zone.B)

    decreed, computed = calendar.day_off(date(2028, 4, 10)), calendar.day_off(date(2029, 4, 20))
    assert decreed is not None
    assert computed is not None
    assert (decreed.extrapolated, computed.extrapolated) == (False, True)
    holiday = calendar.day_off(date(2029, 12, 25))
    assert holiday is not None
    assert not holiday.extrapolated, "a public holiday needs no decree"


def test_a_public_holiday_within_school_holidays_is_named_as_such() -> None:
    off = Calendar(Zone.C).day_off(date(2026, 12, 25))

    assert off is not None
    assert (str(off.name), off.kind) == ("Christmas Day", DayKind.PUBLIC)


def test_exceptions_go_over_holidays_and_the_shortest_wins() -> None:
    closed = CalendarException(date(2027, 3, 1), date(2027, 3, 31), "Travaux", id=1)
    concert = CalendarException(date(2027, 3, 10), date(2027, 3, 10), "Concert", open=True, id=2)
    eve = CalendarException(date(2026, 12, 19), date(2026, 12, 19), "Dernier samedi", open=True, id=3)
    calendar = Calendar(Zone.A, exceptions=(closed, concert, eve))

    off = calendar.day_off(date(2027, 3, 9))
    assert off is not None
    assert (off.name, off.kind) == ("Travaux", DayKind.EXCEPTION)
    assert calendar.day_off(date(2027, 3, 10)) is None
    assert calendar.day_off(date(2026, 12, 19)) is None, "open on the first Saturday of the holidays"
    assert calendar.day_off(date(2026, 12, 20)) is not None


def test_an_open_day_stays_a_public_holiday_before_the_law() -> None:
    open_day = CalendarException(date(2026, 11, 11), date(2026, 11, 11), open=True)
    calendar = Calendar(exceptions=(open_day,))

    assert calendar.day_off(date(2026, 11, 11)) is None
    assert calendar.is_public_holiday(date(2026, 11, 11))


def test_the_ends_of_time_are_ordinary_days() -> None:
    calendar = Calendar(Zone.A)

    assert calendar.day_off(date.min) is None
    assert calendar.day_off(date.max) is None


def test_the_library_is_loaded_when_a_day_is_asked_for() -> None:
    program = (
        "import sys, smsdesk.services.calendar\n"
        "assert 'holidays' not in sys.modules\n"
        "from datetime import date\n"
        "assert smsdesk.domain.calendar.Calendar().is_public_holiday(date(2026, 7, 14))\n"
        "assert 'holidays' in sys.modules\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=120).returncode == 0
