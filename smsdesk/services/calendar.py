"""The calendar of the institution: its zone, its region, and the days on which it does otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from smsdesk.domain.calendar import Calendar, CalendarException, Region, Zone
from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.domain.text import normalise
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.storage import calendar as table
from smsdesk.storage import settings
from smsdesk.storage.database import Database

LONGEST_EXCEPTION = 366
"""Days: who is closed for longer has another matter than the calendar; mostly it is a slip in the year."""

NAME_LENGTH = 60
"""Characters that a list shows in one line."""


class Calendars:
    """Reads and keeps the calendar of one profile."""

    def __init__(self, database: Database, events: Events) -> None:
        self._database = database
        self._events = events

    def calendar(self) -> Calendar:
        """The calendar as it stands now."""
        return table.load_calendar(self._database.read())

    @property
    def zone_chosen(self) -> bool:
        """Whether somebody ever said which school holidays apply, none included."""
        return settings.get(self._database.read(), table.ZONE) is not None

    def save_zone(self, zone: Zone, region: Region | None = None) -> None:
        """Choose the school holidays, and the public ones (None: as before)."""
        with self._database.write() as connection:
            settings.put(connection, table.ZONE, zone.value)
            if region is not None:
                settings.put(connection, table.REGION, region.value)
        self._changed()

    def exceptions(self) -> tuple[CalendarException, ...]:
        """Every exception, by its first day."""
        return table.exceptions(self._database.read())

    def add_exception(
        self, first: date, last: date | None = None, name: str = "", *, open_: bool = False
    ) -> CalendarException:
        """Closed from `first` to `last` (None: that day alone), or open in spite of a holiday.

        InputError, and nothing is changed: it ends before it starts, it is longer than a year, the same
        days are there already.
        """
        said = " ".join(normalise(name).split())[:NAME_LENGTH]
        exception = CalendarException(first, last or first, said, open_)
        with self._database.write() as connection:
            self._check(exception, table.exceptions(connection))
            made = replace(exception, id=table.insert_exception(connection, exception))
        self._changed()
        return made

    def _check(self, exception: CalendarException, known: tuple[CalendarException, ...]) -> None:
        if exception.last < exception.first:
            raise InputError(
                say(
                    "The last day, {last}, is before the first, {first}.",
                    last=exception.last,
                    first=exception.first,
                )
            )
        if exception.length > LONGEST_EXCEPTION:
            raise InputError(
                say(
                    "From {first} to {last} is more than a year. Correct a day.",
                    first=exception.first,
                    last=exception.last,
                )
            )
        if any((each.first, each.last) == (exception.first, exception.last) for each in known):
            raise InputError(
                say("There is an exception for these days already. Remove it first to change it.")
            )

    def remove_exception(self, exception_id: int) -> None:
        """Take an exception back; InputError when it is gone already."""
        with self._database.write() as connection:
            if not table.delete_exception(connection, exception_id):
                raise InputError(say("This exception of the calendar is no longer there."))
        self._changed()

    def _changed(self) -> None:
        self._events.publish(Changed(Topic.SETTINGS))
