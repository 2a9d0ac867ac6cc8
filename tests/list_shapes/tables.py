"""One table of a list, and what most tables have in common."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from . import spelling
from .checking import Person, Truth, guardian
from .school import Child, School


@dataclass(frozen=True)
class Table:
    """One table: headers, rows, what they tell. `blocks` are the ranges of columns that can change places."""

    headers: list[str]
    rows: list[list[Any]]
    truth: Truth
    upper: list[str] = field(default_factory=list)
    """A header row above the header, with texts over several columns."""
    blocks: tuple[tuple[int, int], ...] = ()
    title: str = ""
    sheet: str = ""
    stem: str = ""
    strict: bool = False
    """Written by a program: no hand has added anything."""


Columns = list[tuple[str, Callable[[Child], Any]]]
Shape = Callable[[random.Random, School], "list[Table]"]


def table_of(
    rng: random.Random, school: School, blocks: Sequence[Columns], people: Sequence[Person], shape: str = ""
) -> Table:
    """A row for each child, the columns in blocks that stand together."""
    columns = [column for block in blocks for column in block]
    rows = [[value(child) for _, value in columns] for child in school.children]
    ends = [sum(map(len, blocks[: at + 1])) for at in range(len(blocks))]
    places = tuple(zip([0, *ends[:-1]], ends, strict=True))
    return Table([header for header, _ in columns], rows, Truth(tuple(people), shape=shape), blocks=places)


def pupil(rng: random.Random, child: Child, **said: Any) -> Person:
    """A pupil of a class with what else the list says of him."""
    return Person(child.first, child.last, groups=frozenset({child.classroom}), **said)


def name_columns(rng: random.Random, style: Callable[[str], str] = str) -> Columns:
    """Last and first name of the pupil."""
    capitals = rng.random() < 0.5
    return [
        (style(rng.choice(spelling.LAST)), lambda child: child.last.upper() if capitals else child.last),
        (style(rng.choice(spelling.FIRST)), lambda child: child.first),
    ]


def mother_first(school: School) -> School:
    """Guardians in one order, as columns for mother and father have them."""
    return School(
        tuple(
            tuple(
                replace(c, guardians=tuple(sorted(c.guardians, key=lambda a: a.civility != "Mme")))
                for c in family
            )
            for family in school.families
        )
    )


def of_civility(child: Child, civility: str, what: str) -> str:
    """Something of the mother ("Mme") or the father ("M."); "" when there is none."""
    return next((getattr(adult, what) for adult in child.guardians if adult.civility == civility), "")


def nth(child: Child, number: int, what: str) -> str:
    """Something of the first or second guardian; "" when there is none."""
    return getattr(child.guardians[number - 1], what) if len(child.guardians) >= number else ""


def named_guardians(child: Child) -> frozenset[tuple[str, frozenset[str]]]:
    """The guardians of a child with names and all their phones."""
    return frozenset(guardian(f"{adult.first} {adult.last}", adult.phones) for adult in child.guardians)


def once(people: Sequence[Person]) -> tuple[Person, ...]:
    """Each person once."""
    return tuple({person.name: person for person in people}.values())
