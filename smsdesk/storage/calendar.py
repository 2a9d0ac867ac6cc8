"""The table of the calendar's exceptions, and the settings of zone and region."""

from __future__ import annotations

from datetime import date

from smsdesk.domain.calendar import Calendar, CalendarException, Region, Zone
from smsdesk.storage import settings
from smsdesk.storage.database import Connection

ZONE = "calendar.zone"
REGION = "calendar.region"
"""Settings: the values of `Zone` and `Region`; absent while nobody chose."""


def load_calendar(connection: Connection) -> Calendar:
    """The calendar as it stands; what a setting says that is no zone or region is taken as not chosen."""
    zone, region = settings.get(connection, ZONE) or "", settings.get(connection, REGION) or ""
    return Calendar(
        Zone(zone) if zone in set(map(str, Zone)) else Zone.NONE,
        Region(region) if region in set(map(str, Region)) else Region.MAINLAND,
        exceptions(connection),
    )


def exceptions(connection: Connection) -> tuple[CalendarException, ...]:
    """Every exception, by its first day."""
    rows = connection.execute("SELECT * FROM calendar_exceptions ORDER BY first_day, last_day, id")
    return tuple(
        CalendarException(
            date.fromisoformat(row["first_day"]),
            date.fromisoformat(row["last_day"]),
            row["name"],
            bool(row["open"]),
            row["id"],
        )
        for row in rows
    )


def insert_exception(connection: Connection, exception: CalendarException) -> int:
    """Add one; answers its id."""
    cursor = connection.execute(
        "INSERT INTO calendar_exceptions (first_day, last_day, name, open) VALUES (?, ?, ?, ?)",
        (exception.first.isoformat(), exception.last.isoformat(), exception.name, int(exception.open)),
    )
    return int(cursor.lastrowid)


def delete_exception(connection: Connection, exception_id: int) -> bool:
    """Take one away; False when there is none of this id."""
    return bool(connection.execute("DELETE FROM calendar_exceptions WHERE id = ?", (exception_id,)).rowcount)
