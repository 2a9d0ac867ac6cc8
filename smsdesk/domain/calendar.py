"""Days off: public holidays of a region of France, school holidays of a zone, exceptions of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, lru_cache
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from types import ModuleType

from smsdesk.domain.holiday_names import day_name
from smsdesk.domain.sentences import Sentence

LAST_DECREED = date(2028, 8, 31)
"""School holidays are decreed up to here (arrêté du 21 juillet 2026); later ones are computed: estimates."""

LAST_YEAR = date.max.year - 1
"""The school holidays of a year are computed with those of the next."""


class Zone(StrEnum):
    """The zone of the school holidays. Corsica and the overseas departments have their own: NONE."""

    NONE = ""
    A = "A"
    B = "B"
    C = "C"


class Region(StrEnum):
    """Where public holidays of its own apply; the values are those of the library `holidays`."""

    MAINLAND = ""
    ALSACE_MOSELLE = "6AE"
    GUADELOUPE = "971"
    MARTINIQUE = "972"
    GUYANE = "973"
    REUNION = "974"
    MAYOTTE = "976"
    SAINT_BARTHELEMY = "BL"
    SAINT_MARTIN = "MF"
    SAINT_PIERRE_ET_MIQUELON = "PM"
    NEW_CALEDONIA = "NC"
    POLYNESIA = "PF"
    WALLIS_ET_FUTUNA = "WF"


class DayKind(StrEnum):
    """Why a day is off."""

    PUBLIC = "public"
    SCHOOL = "school"
    EXCEPTION = "exception"


@dataclass(frozen=True)
class DayOff:
    """A day without courses. `extrapolated`: no decree has fixed it yet, the date is an estimate."""

    day: date
    name: Sentence | str
    kind: DayKind
    extrapolated: bool = False


@dataclass(frozen=True)
class CalendarException:
    """Days, `last` included, on which the institution is closed, or `open` in spite of a holiday."""

    first: date
    last: date
    name: str = ""
    open: bool = False
    id: int | None = None

    @property
    def length(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True)
class Calendar:
    """The days off of one institution."""

    zone: Zone = Zone.NONE
    region: Region = Region.MAINLAND
    exceptions: tuple[CalendarException, ...] = ()

    def day_off(self, day: date) -> DayOff | None:
        """Why there are no courses on this day; None on an ordinary one.

        An exception goes over the holidays; of several, the shortest, and of these the last one made.
        """
        exception = self._exception(day)
        if exception is not None:
            return None if exception.open else DayOff(day, exception.name, DayKind.EXCEPTION)
        if day in (public := _public(self.region, day.year)):
            return DayOff(day, day_name(public[day]), DayKind.PUBLIC)
        if self.zone is not Zone.NONE and day in (school := _school(self.zone, day.year)):
            return DayOff(day, day_name(school[day]), DayKind.SCHOOL, extrapolated=day > LAST_DECREED)
        return None

    def is_public_holiday(self, day: date) -> bool:
        """Whether the law calls this day a holiday here, whatever the institution does."""
        return day in _public(self.region, day.year)

    def days_off(self, start: date, end: date) -> tuple[DayOff, ...]:
        """Every day off from `start` to `end`, both included, in order."""
        days = (start + timedelta(days=number) for number in range((end - start).days + 1))
        return tuple(off for day in days if (off := self.day_off(day)) is not None)

    def _exception(self, day: date) -> CalendarException | None:
        here = [each for each in self.exceptions if each.first <= day <= each.last]
        return min(here, key=lambda each: (each.length, -(each.id or 0)), default=None)


@lru_cache(maxsize=64)
def _public(region: Region, year: int) -> Mapping[date, str]:
    return _of_library(region.value or None, year, "public")


@lru_cache(maxsize=64)
def _school(zone: Zone, year: int) -> Mapping[date, str]:
    return _of_library(f"Zone {zone.value}", year, "school")


def _of_library(subdivision: str | None, year: int, category: str) -> Mapping[date, str]:
    if not 1 < year < LAST_YEAR:
        return {}
    found = _france().France(
        subdiv=subdivision, years=year, categories=(category,), language="fr", expand=False
    )
    return dict(found.items())


@cache
def _france() -> ModuleType:
    """The library's module of France, loaded when a day is first asked for.

    It is loaded past its package: that one loads every country of the world, which is 8 MB and as long again.
    """
    import holidays  # noqa: PLC0415  # as said above

    spec = PathFinder.find_spec(
        "holidays.countries.france", [f"{each}/countries" for each in holidays.__path__]
    )
    if spec is None or spec.loader is None:  # it is not installed as files
        from holidays.countries import france  # noqa: PLC0415

        return france
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
