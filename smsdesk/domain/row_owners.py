"""Somebody of each row, with the columns that tell of him: read a block of rows at a time.

Where each column gives one value that no other gives (phones and classes are joined), and every cell could
be read, the people of a block are made at once; else each takes the cells of his row one by one. Both ways
give the same people.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Sequence
from itertools import repeat

from smsdesk.domain.cell_names import Together
from smsdesk.domain.cell_reading import ColumnCells
from smsdesk.domain.class_lists import GUARDIAN, Column, Meaning
from smsdesk.domain.header_words import RELATIONS
from smsdesk.domain.people import Phone
from smsdesk.domain.phone_cells import Phones, Unused
from smsdesk.domain.row_facts import RowPerson
from smsdesk.domain.sheets import Cell

_M = Meaning
Reject = Callable[[Column, Sequence[Unused]], None]
"""Notes what of a cell could not be used."""
_FIELDS = {
    _M.LAST_NAME: "last", _M.USUAL_NAME: "last", _M.BIRTH_NAME: "last", _M.FIRST_NAME: "first",
    _M.CIVILITY: "civility", _M.RELATION: "relation", _M.PHONE: "phones", _M.EMAIL: "email",
    _M.RECEIVES: "receives", _M.REFUSES: "receives", _M.BIRTH_DATE: "birth_date",
    _M.EXTERNAL_ID: "external_id", _M.CLASS: "classes",
    _M.ADDRESS: "address", _M.POSTCODE: "postcode", _M.CITY: "city", _M.NOTES: "notes",
}  # fmt: skip
"""What a column alone gives to a person."""
_IN_ORDER = (
    "first", "last", "civility", "phones", "email", "relation", "receives", "birth_date", "external_id",
    "address", "postcode", "city", "notes", "classes",
)  # fmt: skip
"""The fields of a person behind the owner, as he is made."""
_LISTS = ("phones", "classes")
_IN_PLACE = {"birth_date": None, "receives": True}
"""What stands where a cell is empty; "" for the others."""


class RowOwner:
    """Somebody of each row; `name` tells whom ("", "guardian 1", "teacher"...)."""

    def __init__(self, name: str, columns: Sequence[Column], *, levels: bool) -> None:
        self.name = name
        self._relation = relation_of(name, columns)
        self._cells = [ColumnCells(column, levels=levels) for column in columns]
        fields = [_FIELDS.get(column.meaning) if column.meaning else None for column in columns]
        self._fields = [field for field in fields if field]
        single = [field for field in self._fields if field not in _LISTS]
        self._is_plain = len(self._fields) == len(columns) and len(set(single)) == len(single)
        self._rows: list[tuple[object, ...]] = []
        self._people: list[RowPerson] = []

    def read(self, columns: Sequence[Sequence[Cell]], count: int) -> None:
        """Read the cells of a block of `count` rows; `columns` are those of the sheet."""
        said = [cells.read(columns[cells.column.index]) for cells in self._cells]
        if self._is_plain and not any(map(_has_unused, said)):
            self._people, self._rows = self._at_once(said, count), []
        else:
            self._people, self._rows = [], list(zip(*said, strict=True))

    def person(self, at: int, reject: Reject) -> RowPerson:
        """The person of a row, counted from the start of the block; each is asked for once."""
        return self._people[at] if self._people else _called(self._taken(self._rows[at], reject))

    @property
    def all_made(self) -> bool:
        """Whether the people of the block were made at once."""
        return bool(self._people)

    @property
    def people(self) -> Sequence[RowPerson]:
        """Like `person` for each row, where all of the block were made at once."""
        return self._people

    def _taken(self, said: Sequence[object], reject: Reject) -> RowPerson:
        """A person who takes one cell after the other."""
        person = RowPerson(self.name, relation=self._relation)
        for cells, value in zip(self._cells, said, strict=True):
            if value is not None:
                unused = cells.take(person, value)
                if unused:
                    reject(cells.column, unused)
        return person

    def _at_once(self, said: Sequence[Sequence[object]], count: int) -> list[RowPerson]:
        """The people of a whole block."""
        given: dict[str, Iterable[object]] = {}
        for field, column in zip(self._fields, said, strict=True):
            values = self._given(field, column)
            given[field] = list(map(_JOINED[field], given[field], values)) if field in given else values
        given.setdefault("relation", repeat(self._relation, count))
        for field in _LISTS:
            given.setdefault(field, [[] for _ in range(count)])
        rest = (given.get(field) or repeat(_IN_PLACE.get(field, ""), count) for field in _IN_ORDER)
        people: list[RowPerson] = list(map(RowPerson, repeat(self.name, count), *rest))
        return list(map(_called, people)) if "civility" in given else people

    def _given(self, field: str, said: Sequence[object]) -> Sequence[object]:
        """The values of a field, with what stands in the place of empty cells."""
        if field == "phones":
            return [[one] if one.__class__ is Phone else _phones_in(one) for one in said]
        if field == "classes":
            return [list(one) if isinstance(one, list) else [] for one in said]
        empty = self._relation if field == "relation" else _IN_PLACE.get(field, "")
        return [empty if one is None else one for one in said] if None in said else said


def _phones_in(said: object) -> list[Phone]:
    """The phones of a cell that holds not just one, a list of its own for each person."""
    return list(said.phones) if isinstance(said, Phones) else []


def _with_phones(before: list[Phone], more: list[Phone]) -> list[Phone]:
    """The phones of two columns, each once."""
    if not before or not more:
        return before or more
    known = {phone.e164 for phone in before}
    return [*before, *(phone for phone in more if phone.e164 not in known)]


_JOINED: dict[str, Callable[..., Sequence[object]]] = {"phones": _with_phones, "classes": operator.add}


def _called(person: RowPerson) -> RowPerson:
    """A person with a last name alone is called by his civility: "Mme Martin"."""
    if person.civility and not person.first and person.last:
        person.first = person.civility
    return person


def _has_unused(said: Sequence[object]) -> bool:
    """Whether a cell of a column could not be read as a whole, or names several."""
    kinds = set(map(type, said))
    return not kinds.isdisjoint((Unused, Together)) or (
        Phones in kinds and any(isinstance(one, Phones) and one.unused for one in said)
    )


def relation_of(owner: str, columns: Sequence[Column]) -> str:
    """What a guardian is to the pupil, as his columns call him: "mère", "père" or nothing."""
    word = owner.removeprefix(GUARDIAN).strip(" 0123456789")
    if word in RELATIONS:
        return word
    return next((column.label for column in columns if column.label in RELATIONS), "")
