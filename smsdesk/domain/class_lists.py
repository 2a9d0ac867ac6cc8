"""Class lists as values: what a column means, and the people, families and groups that a list tells of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import ContactKind, GroupKind, Phone, WeeklySlot
from smsdesk.domain.sentences import Sentence

PUPIL = ""
"""The owner of a column that tells of the person of the row himself."""
TEACHER = "teacher"
GUARDIAN = "guardian"
"""Owners of guardians begin so: "guardian", "guardian 1", "guardian mère"..."""
PAYER = "guardian payeur"
"""The guardian who pays: perhaps one who is named besides, perhaps another."""
CHILD = "child"
"""Owners of further children in a row of a parent: "child 2", "child 3"."""


class Meaning(StrEnum):
    """What a column can hold."""

    LAST_NAME = "last_name"
    BIRTH_NAME = "birth_name"
    """The name at birth: it counts where no other last name stands."""
    USUAL_NAME = "usual_name"
    """The name in use, better than the family name where both stand."""
    FIRST_NAME = "first_name"
    FULL_NAME = "full_name"
    PERSON = "person"
    """A guardian in one cell: a name, a phone, or both."""
    CIVILITY = "civility"
    RELATION = "relation"
    PHONE = "phone"
    EMAIL = "email"
    RECEIVES = "receives"
    REFUSES = "refuses"
    """The same said the other way round: a yes is an objection."""
    BIRTH_DATE = "birth_date"
    EXTERNAL_ID = "external_id"
    CLASS = "class"
    LEVEL = "level"
    """A class where no other column names one."""
    TEACHER = "teacher"
    DAY = "day"
    TIME = "time"
    END_TIME = "end_time"
    ROOM = "room"
    ADDRESS = "address"
    POSTCODE = "postcode"
    CITY = "city"
    NOTES = "notes"
    NUMBER = "number"
    """A phone, or the number of a line, which says nothing: the content decides."""
    CONTACT = "contact"
    """A phone, an e-mail or a name: the content decides."""
    IGNORED = "ignored"
    """Understood, and of no use here (fax, place of birth)."""


@dataclass(frozen=True)
class Column:
    """One column: `index` from 0, its letter, its header as written, and what it was taken for.

    `person` tells whose it is (PUPIL, TEACHER, "guardian 1", "child 2"...); `label` is the word of the
    header that tells one phone from another ("portable") or one guardian from another ("mère").
    """

    index: int
    letter: str
    header: str
    meaning: Meaning | None
    person: str = PUPIL
    label: str = ""
    group_kind: GroupKind = GroupKind.CLASS
    last_first: bool | None = None
    """For whole names: whether the last name stands first; None where each name has to tell."""
    month_first: bool = False
    """For dates: whether the month stands before the day, as in America."""
    abroad: str = ""
    """For phones: the code of a country in which more of them are than in France, "" for none."""


@dataclass(frozen=True)
class Choice:
    """What a person says that a column is, and whose (`Column.person`)."""

    meaning: Meaning
    person: str = PUPIL


ColumnChoices = Mapping[tuple[str, int], Meaning | Choice | None]
"""Corrections of a person: (sheet name, column from 0) to a meaning, or None to leave it out."""


def chosen(column: Column, choice: Meaning | Choice | None) -> Column:
    """A column as a person corrected it; a meaning alone leaves open whose it is."""
    if isinstance(choice, Choice):
        return replace(column, meaning=choice.meaning, person=choice.person)
    return replace(column, meaning=choice)


class Link(NamedTuple):
    """A guardian as one pupil has him."""

    guardian: Draft
    relation: str = ""
    receives: bool = True


class Draft(NamedTuple):
    """A person as a list tells of him; `sheet` and `row` (from 1) say where."""

    kind: ContactKind
    first_name: str
    last_name: str
    phones: tuple[Phone, ...] = ()
    guardians: tuple[Link, ...] = ()
    groups: tuple[str, ...] = ()
    birth_date: date | None = None
    external_id: str = ""
    email: str = ""
    address: str = ""
    postcode: str = ""
    city: str = ""
    notes: str = ""
    sheet: str = ""
    row: int = 0
    refuses: bool = False
    """The list says that he does not want SMS on his own phones."""
    made_up_name: bool = False
    """The list gives no name, only a phone: the name says whose guardian it is."""
    contact_id: int | None = None
    """Who he is, as a list that this profile exported says."""
    key: str = ""
    """The name as it is compared (`name_key`)."""

    @property
    def name(self) -> str:
        """First name then last name."""
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True)
class GroupDraft:
    """A group that a list tells of. `teacher` is a person of the list too, None when nobody is named."""

    name: str
    kind: GroupKind
    teacher: Draft | None = None
    slots: tuple[WeeklySlot, ...] = ()
    parent: str = ""
    """The course, for the group of one of its teachers."""
    partial: bool = False
    """The list has a choice of its people: nobody has left because he is not in it."""
    hours: tuple[tuple[Draft, tuple[WeeklySlot, ...]], ...] = ()
    """Who comes at some of the hours only, where each pupil has his own."""


@dataclass(frozen=True)
class SheetSummary:
    """One sheet as it was understood: its header row (from 1, None without one) and its columns."""

    name: str
    header_row: int | None
    columns: tuple[Column, ...]
    people: int
    """How many rows tell of a person."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The first rows below the header as they are read, a text for each of the columns."""
    shape: Sentence | None = None
    """The system that makes such lists, where it is a known one."""

    def with_people(self, count: int) -> SheetSummary:
        """The same sheet with so many rows that tell of a person."""
        return replace(self, people=count)


@dataclass(frozen=True)
class Rejected:
    """A cell that could not be used. `cell` is its address ("B7"); its row is imported all the same."""

    sheet: str
    cell: str
    value: str
    reason: Sentence


class RowKey(NamedTuple):
    """A person of a list: the name of the sheet, the number of the row from 1, and the name in it."""

    sheet: str
    row: int
    name: str


Answers = Mapping[RowKey, int | None]
"""What was decided about doubtful people: the id of the contact that it is, None for somebody new."""


@dataclass(frozen=True)
class Candidate:
    """Somebody known who may be the one of a doubtful row; `detail` tells what is known of him."""

    contact_id: int
    name: str
    detail: str


@dataclass(frozen=True)
class Doubt:
    """Something that only a person can decide; the import waits for a yes. `cell` may be a row ("7").

    With candidates it is a question: which of them the person at `row` is, or somebody new.
    """

    sheet: str
    cell: str
    sentence: Sentence
    row: RowKey | None = None
    candidates: tuple[Candidate, ...] = ()
    name: str = ""
    """Of the person in the list who is asked about."""


@dataclass(frozen=True)
class ClassList:
    """Everything a file tells, each person once."""

    people: tuple[Draft, ...]
    groups: tuple[GroupDraft, ...]
    sheets: tuple[SheetSummary, ...]
    rejected: tuple[Rejected, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    refusals: tuple[tuple[str, Purpose], ...] = ()
    """Phones that refuse a purpose, as a list of ours tells."""
