"""Wall time over clock changes: 18:00 stays 18:00, and every moment has one wall time."""

from __future__ import annotations

import time as time_module
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.schedule import Timing, slots
from smsdesk.domain.wall_time import as_moment, moment_of, wall_of

wall = datetime.fromisoformat

PARIS = ZoneInfo("Europe/Paris")
ZONES = st.sampled_from([PARIS, ZoneInfo("Indian/Reunion"), ZoneInfo("America/Miquelon"), None])
MOMENTS = st.datetimes(wall("2020-01-01T00:00"), wall("2040-01-01T00:00"), timezones=st.just(UTC))


def test_an_hour_that_the_clocks_skip_is_as_much_later() -> None:
    assert moment_of(wall("2026-03-29T02:30"), PARIS) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert wall_of(datetime(2026, 3, 29, 1, 30, tzinfo=UTC), PARIS) == wall("2026-03-29T03:30")


@pytest.mark.skipif(not hasattr(time_module, "tzset"), reason="the system's zone cannot be changed here")
def test_the_zone_of_the_computer_is_read_as_any_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Paris")
    time_module.tzset()
    try:
        for at in ("2026-03-29T02:30", "2026-10-25T02:30", "2026-07-01T18:00"):
            for fold in (0, 1):
                assert moment_of(wall(at).replace(fold=fold)) == moment_of(wall(at).replace(fold=fold), PARIS)
        assert as_moment(wall("2026-03-29T02:30")) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    finally:
        monkeypatch.undo()
        time_module.tzset()


def test_an_hour_that_comes_twice_is_its_first_unless_the_second_is_meant() -> None:
    at = wall("2026-10-25T02:30")
    assert moment_of(at, PARIS) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert moment_of(at.replace(fold=1), PARIS) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert wall_of(datetime(2026, 10, 25, 1, 30, tzinfo=UTC), PARIS).fold == 1


@given(MOMENTS, ZONES)
def test_every_moment_comes_back_from_its_wall_time(moment: datetime, zone: ZoneInfo | None) -> None:
    assert moment_of(wall_of(moment, zone), zone) == moment


@given(st.dates(date(2024, 1, 1), date(2034, 1, 1)), st.times())
def test_the_sends_of_a_daily_series_are_a_day_apart_on_the_wall_and_in_order(day: date, at: time) -> None:
    first = datetime.combine(day, at.replace(second=0, microsecond=0))
    walls = [slot.wall for slot in slots(Timing(first=first, rule="FREQ=DAILY"), first + timedelta(days=370))]
    assert {later - earlier for earlier, later in pairwise(walls)} == {timedelta(days=1)}
    moments = [moment_of(wall, PARIS) for wall in walls]
    assert moments == sorted(set(moments))
    away = {abs(wall_of(moment, PARIS) - wall) for moment, wall in zip(moments, walls, strict=True)}
    assert away <= {timedelta(0), timedelta(hours=1)}  # an hour only where the clocks skip it


@pytest.mark.parametrize(("season", "utc"), [(date(2026, 3, 28), 17), (date(2026, 3, 30), 16)])
def test_six_in_the_evening_stays_six_in_the_evening(season: date, utc: int) -> None:
    assert moment_of(datetime.combine(season, time(18)), PARIS).hour == utc
