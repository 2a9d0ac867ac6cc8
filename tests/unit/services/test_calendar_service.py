"""The calendar of a profile: zone, region and exceptions are kept, and what makes no sense is refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from smsdesk.domain.calendar import Region, Zone
from smsdesk.domain.errors import InputError
from smsdesk.services.calendar import Calendars
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.storage import settings
from smsdesk.storage.calendar import REGION, ZONE
from smsdesk.storage.database import Database


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "smsdesk.db")
    yield database
    database.close()


def test_a_fresh_profile_knows_the_public_holidays_alone(database: Database) -> None:
    calendars = Calendars(database, Events())

    assert not calendars.zone_chosen
    assert calendars.calendar().day_off(date(2026, 12, 25)) is not None
    assert calendars.calendar().day_off(date(2026, 12, 28)) is None


def test_zone_and_region_are_kept_and_told(database: Database) -> None:
    events, told = Events(), list[Changed]()
    events.subscribe(told.append)
    calendars = Calendars(database, events)

    calendars.save_zone(Zone.B, Region.ALSACE_MOSELLE)
    calendars.save_zone(Zone.C)

    kept = Calendars(database, Events()).calendar()
    assert (kept.zone, kept.region) == (Zone.C, Region.ALSACE_MOSELLE)
    assert calendars.zone_chosen
    assert told == [Changed(Topic.SETTINGS)] * 2


def test_settings_that_are_no_zone_are_as_if_nobody_had_chosen(database: Database) -> None:
    with database.write() as connection:
        settings.put(connection, ZONE, "Z'; DROP TABLE settings")
        settings.put(connection, REGION, "Atlantis")

    kept = Calendars(database, Events()).calendar()
    assert (kept.zone, kept.region) == (Zone.NONE, Region.MAINLAND)


def test_exceptions_are_kept_in_order_and_removed(database: Database) -> None:
    calendars = Calendars(database, Events())
    works = calendars.add_exception(date(2027, 3, 1), date(2027, 3, 5), "  Travaux\nbruyants ")
    stage = calendars.add_exception(date(2026, 12, 21), name="Stage", open_=True)

    assert calendars.exceptions() == (stage, works)
    assert works.name == "Travaux bruyants"
    assert calendars.calendar().day_off(date(2027, 3, 3)) is not None

    assert works.id is not None
    calendars.remove_exception(works.id)
    assert calendars.exceptions() == (stage,)
    with pytest.raises(InputError, match="no longer there"):
        calendars.remove_exception(works.id)


@pytest.mark.parametrize(
    ("first", "last", "why"),
    [
        (date(2027, 3, 5), date(2027, 3, 1), "before the first"),
        (date(2027, 3, 5), date(2029, 3, 1), "more than a year"),
        (date(2026, 7, 1), date(2026, 7, 3), "already"),
    ],
)
def test_senseless_exceptions_are_refused_and_change_nothing(
    database: Database, first: date, last: date, why: str
) -> None:
    calendars = Calendars(database, Events())
    before = (calendars.add_exception(date(2026, 7, 1), date(2026, 7, 3), "Fermé"),)

    with pytest.raises(InputError, match=why):
        calendars.add_exception(first, last, "x")

    assert calendars.exceptions() == before
