"""School years: what a season is called, and what becomes of each group when a new one begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from smsdesk.domain.errors import InputError
from smsdesk.domain.folding import fold
from smsdesk.domain.people import Group, GroupKind
from smsdesk.domain.sentences import say

FIRST_MONTH = 8
"""Enrolment for the next school year is under way in August."""

SEASONAL = frozenset({GroupKind.CLASS, GroupKind.COURSE, GroupKind.ENSEMBLE})
"""Groups that begin anew each year; service and free lists go on."""

_YEARS = re.compile(r"(?P<first>\d{4})(?P<between>\D{1,3})(?P<second>\d{4})")
_LONGEST_NAME = 40
_LADDERS = (
    ("PS", "MS", "GS", "CP", "CE1", "CE2", "CM1", "CM2", "6e", "5e", "4e", "3e", "2nde", "1re", "Tle"),
    ("6ème", "5ème", "4ème", "3ème", "2nde", "1ère", "Terminale"),
)


def season_of(day: date) -> str:
    """The school year of a day: "2026-2027" from August 2026 on."""
    first = day.year if day.month >= FIRST_MONTH else day.year - 1
    return f"{first}-{first + 1}"


def season_after(name: str, today: date) -> str:
    """What the season after `name` is called; a name that is not of two years gives that of the day."""
    years = _YEARS.fullmatch(name)
    if years is None:
        return season_of(today)
    return f"{int(years['first']) + 1}{years['between']}{int(years['second']) + 1}"


def level_after(name: str) -> str:
    """What a class is called when its pupils go up ("CE1 B" gives "CE2 B"), "" where no ladder tells."""
    level, space, rest = name.partition(" ")
    for ladder in _LADDERS:
        folded = [fold(each) for each in ladder[:-1]]
        if fold(level) in folded:
            return f"{ladder[folded.index(fold(level)) + 1]}{space}{rest}"
    return ""


class Carrying(StrEnum):
    """What becomes of a group."""

    EMPTY = "empty"
    """It begins anew without members."""
    MEMBERS = "members"
    """It goes on with its members."""
    ENDED = "ended"
    """There is none next season."""


@dataclass(frozen=True)
class Carry:
    """What becomes of one group; `name` is its new name, "" when it stays ("CE1" goes on as "CE2")."""

    how: Carrying = Carrying.EMPTY
    name: str = ""


class WithoutGroup(StrEnum):
    """What becomes of pupils who are in no group any more."""

    KEEP = "keep"
    ARCHIVE = "archive"


@dataclass(frozen=True)
class CarriedGroup:
    """A group of this season and what becomes of it; `name` is what it is called next season."""

    group: Group
    how: Carrying
    name: str

    @property
    def folded(self) -> str:
        """The new name as names are compared."""
        return fold(self.name)


@dataclass(frozen=True)
class Leaver:
    """Somebody who would be archived."""

    contact_id: int
    name: str


@dataclass(frozen=True)
class SeasonPreview:
    """What a new season would bring; `guardians` go with the last pupil of theirs."""

    season: str
    groups: tuple[CarriedGroup, ...]
    pupils: tuple[Leaver, ...]
    guardians: tuple[Leaver, ...]


def is_seasonal(group: Group) -> bool:
    """Whether a group begins anew each year."""
    return group.kind in SEASONAL and not group.smart


def carried_groups(groups: Iterable[Group], plan: Mapping[int, Carry]) -> tuple[CarriedGroup, ...]:
    """Every seasonal group with what becomes of it: begun anew without members unless the plan says more.

    InputError when the plan names another group, or a name would be there twice.
    """
    live = list(groups)
    seasonal = [group for group in live if is_seasonal(group)]
    if set(plan) - {group.id for group in seasonal}:
        raise InputError(
            say("Only classes, courses and ensembles begin a new season. Look at the list again.")
        )
    carried = tuple(_carried(group, plan.get(group.id, Carry())) for group in seasonal)
    _refuse_doubles(carried, {fold(group.name): group for group in live if not is_seasonal(group)})
    return carried


def _carried(group: Group, carry: Carry) -> CarriedGroup:
    return CarriedGroup(group, carry.how, " ".join(carry.name.split()) or group.name)


def _refuse_doubles(carried: Iterable[CarriedGroup], others: Mapping[str, Group]) -> None:
    named: dict[str, Group] = dict(others)
    for each in going_on(carried):
        other = named.setdefault(each.folded, each.group)
        if other is not each.group:
            raise InputError(
                say(
                    "{one} and {other} would both be called {name}. Give one another name, or end it.",
                    one=other.name,
                    other=each.group.name,
                    name=each.name,
                )
            )


def going_on(carried: Iterable[CarriedGroup]) -> Iterator[CarriedGroup]:
    """Those that are there next season."""
    return (each for each in carried if each.how is not Carrying.ENDED)


def check_season(name: str, current: str) -> str:
    """The name of a new season without needless spaces; InputError when it cannot be one."""
    name = " ".join(name.split())
    if not name or len(name) > _LONGEST_NAME:
        raise InputError(say("A season needs a short name, for example 2026-2027."))
    if fold(name) == fold(current):
        raise InputError(say("The season {season} has begun already. Choose the next one.", season=name))
    return name
