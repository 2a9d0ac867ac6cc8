"""Class lists: what the columns of a sheet mean, and the people its rows tell of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from smsdesk.domain.people import ContactKind, Phone


class Meaning(StrEnum):
    """What a column can hold."""

    LAST_NAME = "last_name"
    FIRST_NAME = "first_name"
    FULL_NAME = "full_name"
    PHONE = "phone"
    EMAIL = "email"
    BIRTH_DATE = "birth_date"
    EXTERNAL_ID = "external_id"
    CLASS = "class"
    TEACHER = "teacher"


@dataclass(frozen=True)
class Column:
    """One column: `index` from 0, its letter, its header as written, and what it was taken for."""

    index: int
    letter: str
    header: str
    meaning: Meaning | None
    person: str = ""
    """Whose it is: "" the pupil, "guardian 1", "guardian 2"..."""


@dataclass(frozen=True)
class Draft:
    """A person as a list tells of him, with his guardians; `sheet` and `row` (from 1) say where."""

    kind: ContactKind
    first_name: str
    last_name: str
    phones: tuple[Phone, ...] = ()
    guardians: tuple[Draft, ...] = ()
    groups: tuple[str, ...] = ()
    relation: str = ""
    birth_date: date | None = None
    external_id: str = ""
    email: str = ""
    address: str = ""
    notes: str = ""
    sheet: str = ""
    row: int = 0
