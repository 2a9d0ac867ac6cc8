"""Which people, by what is known of them: the conditions of a list or of a smart group."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any

from smsdesk.domain.errors import InputError
from smsdesk.domain.names import words_key
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import ContactKind
from smsdesk.domain.sentences import say

OLDEST = 150
"""Years: nobody gets older, and a larger number is a slip of the finger."""

_SAINTS = {"st": "saint", "ste": "sainte"}
"""How the post shortens the names of towns."""

_NO_GROUP = 0
"""An id that no group has."""


class ConsentState(StrEnum):
    """What the phones that are told things for a person said about a purpose; the last word of each counts.

    GRANTED: one of them at least said yes. REFUSED: all of them said no, so that no message goes out for
    this person. UNKNOWN: neither. Somebody whom no SMS reaches is in none of these states.
    """

    GRANTED = "granted"
    REFUSED = "refused"
    UNKNOWN = "unknown"


class Reach(StrEnum):
    """Whether an SMS reaches somebody for this person, his own phone or a guardian's."""

    MOBILE = "mobile"
    NOBODY = "nobody"


@dataclass(frozen=True)
class PeopleFilter:
    """Conditions that all have to hold; an empty one says nothing.

    Ages are whole years on the day of asking, both ends included: somebody without a birth date has none.
    `cities` are compared by `town_key`. `group_ids`: a member of one of them, nested and smart
    groups included; an archived group has nobody. `archived`: those who left, instead of those who are there.
    """

    kinds: frozenset[ContactKind] = frozenset()
    min_age: int | None = None
    max_age: int | None = None
    cities: tuple[str, ...] = ()
    group_ids: tuple[int, ...] = ()
    consent: tuple[Purpose, ConsentState] | None = None
    reach: Reach | None = None
    archived: bool = False

    @property
    def empty(self) -> bool:
        """Whether it lets everybody pass who is there."""
        return self == NO_FILTER

    def check(self) -> None:
        """Raise the InputError that tells what cannot be."""
        for age in (self.min_age, self.max_age):
            if age is not None and not 0 <= age <= OLDEST:
                raise InputError(say("An age is a number from 0 to {oldest}.", oldest=OLDEST))
        if self.min_age is not None and self.max_age is not None and self.min_age > self.max_age:
            raise InputError(
                say(
                    "Nobody is at least {youngest} and at most {oldest} years old. Exchange the two ages.",
                    youngest=self.min_age,
                    oldest=self.max_age,
                )
            )

    def to_json(self) -> str:
        """As it is kept: only what it says, keys in order."""
        said = {
            field.name: getattr(self, field.name)
            for field in fields(self)
            if getattr(self, field.name) != getattr(NO_FILTER, field.name)
        }
        return json.dumps(said, ensure_ascii=False, sort_keys=True, default=sorted)

    @classmethod
    def from_json(cls, text: str) -> PeopleFilter:
        """Read back what `to_json` wrote.

        Anything else, a condition of a newer version included, gives NOBODY: leaving a condition out would
        write to people who were not meant.
        """
        try:
            said = json.loads(text)
            return cls(**{name: _READERS[name](value) for name, value in _mapping(said).items()})
        except (ValueError, TypeError, LookupError, RecursionError):
            return NOBODY


NO_FILTER = PeopleFilter()
NOBODY = PeopleFilter(group_ids=(_NO_GROUP,))
"""Lets nobody pass."""


def born_by(years: int, today: date) -> str:
    """The last birth date, as ISO 8601 text to compare with, of those who are `years` old today.

    It need not be a day of the calendar: on 29 February it may end in "02-29" of a common year.
    """
    return f"{today.year - years:04}-{today.month:02}-{today.day:02}"


def folded_cities(cities: tuple[str, ...]) -> tuple[str, ...]:
    """The towns in the form in which they are compared, each once."""
    return tuple(dict.fromkeys(filter(None, map(town_key, cities))))


def town_key(town: str) -> str:
    """The name of a town as it is compared: "St-Étienne" and "SAINT ETIENNE" give "saint etienne"."""
    return " ".join(_SAINTS.get(word, word) for word in words_key(town).split())


def _mapping(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise TypeError(value)
    return value


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) >= 2**63:
        raise TypeError(value)
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    value.encode()  # half a character (UnicodeError is a ValueError) cannot be looked for
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _consent(value: Any) -> tuple[Purpose, ConsentState]:
    purpose, state = _list(value)
    return Purpose(purpose), ConsentState(state)


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "kinds": lambda value: frozenset(map(ContactKind, _list(value))),
    "min_age": _whole,
    "max_age": _whole,
    "cities": lambda value: tuple(map(_text, _list(value))),
    "group_ids": lambda value: tuple(map(_whole, _list(value))),
    "consent": _consent,
    "reach": Reach,
    "archived": _flag,
}
"""Each condition and how it is read; LookupError for one that this version does not know."""
