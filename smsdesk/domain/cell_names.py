"""Cells with names and phones, and how the person of a row takes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from smsdesk.domain.cell_ways import Read, Take, as_unused
from smsdesk.domain.class_lists import GUARDIAN, PUPIL, Column, Meaning
from smsdesk.domain.couples import couple_in
from smsdesk.domain.headers import names_organisation, names_parents, names_several
from smsdesk.domain.names import PersonName, looks_like_name, split_name, without_counter
from smsdesk.domain.names_together import Child, child_with_class, children_in
from smsdesk.domain.nothing_said import says_free, says_nobody
from smsdesk.domain.people import Phone
from smsdesk.domain.phone_cells import HAS_PHONE, Phones, Unused, phones_of
from smsdesk.domain.phones import parse_phones
from smsdesk.domain.row_facts import RowPerson
from smsdesk.domain.row_guardians import name_beside, without_relation
from smsdesk.domain.sentences import say
from smsdesk.domain.sheets import Cell, text_of
from smsdesk.domain.titles import teacher_name

_M = Meaning
_E_MAIL = re.compile(r"[^\s@:;,()]+@[^\s@:;,()]+\.[a-zA-Z]{2,}")


class Together(NamedTuple):
    """Several children in the cell of one."""

    children: tuple[Child, ...]


class Couple(NamedTuple):
    """Two parents in the cell of one, and the cell as a name of both."""

    parents: tuple[PersonName, ...]
    whole: PersonName


def take_phones(person: RowPerson, said: object) -> Sequence[Unused] | None:
    """Give phones besides those of other columns, each once."""
    if isinstance(said, Phone):
        said = Phones((said,))
    elif not isinstance(said, Phones):
        return as_unused(said)
    if person.phones:
        known = {phone.e164 for phone in person.phones}
        person.phones += [phone for phone in said.phones if phone.e164 not in known]
    else:
        person.phones += said.phones
    return said.unused


def phones_and_name(column: Column) -> Read:
    """A guardian in one cell: his phones, his name, or both."""
    read_phones = phones_of(column)

    def read(cell: Cell) -> object:
        text = text_of(cell)
        if HAS_PHONE.search(text) and parse_phones(text).phones:
            return read_phones(cell), name_beside(text), cell
        return None, text, cell

    return read


def take_person(column: Column) -> Take:
    """Give what `phones_and_name` has read; a person with two phones keeps the name he has."""

    def take(person: RowPerson, said: object) -> Sequence[Unused] | None:
        if not isinstance(said, tuple) or isinstance(said, Unused):
            return as_unused(said)
        phones, text, cell = said
        unused = take_phones(person, phones) or () if phones else ()
        if phones and (address := _E_MAIL.search(text_of(cell))):
            person.email = person.email or address[0]
        if phones and len(person.phones) >= 2:
            return unused
        name = _name_in(column, text, cell)
        if isinstance(name, Unused):
            return [*unused, name]
        if name:
            _set_whole(person, name)
        return unused

    return take


def name_of(column: Column) -> Read:
    """A half of a name, a whole one, or several children in the cell of one."""
    whole = column.meaning is _M.FULL_NAME
    if whole and names_organisation(column.header):
        return lambda cell: PersonName("", text) if (text := text_of(cell)) else None
    several = names_several(column.header)
    if column.person != PUPIL or column.meaning not in {_M.FULL_NAME, _M.FIRST_NAME}:
        return lambda cell: _name_in(column, text_of(cell), cell)

    def read(cell: Cell) -> object:
        text = text_of(cell)
        children = children_in(text, whole=whole, last_first=column.last_first, commas=several)
        children = children or (child_with_class(text, last_first=column.last_first) if whole else ())
        return Together(children) if children else _name_in(column, text, cell)

    return read


def _name_in(column: Column, text: str, cell: Cell) -> str | PersonName | Couple | Unused | None:
    """A half of a name as it stands, or a whole one in its halves."""
    if not text or (column.person != PUPIL and says_nobody(text)):
        return None
    text = without_counter(text)
    if isinstance(cell, bool) or not looks_like_name(text) or says_free(text):
        return Unused(cell, say("This is not a name."))
    if column.meaning in {_M.FULL_NAME, _M.PERSON}:
        return _guardian_in(column, text) if column.person.startswith(GUARDIAN) else _whole(column, text)
    return teacher_name(text) if column.meaning is _M.TEACHER else text


def _whole(column: Column, text: str) -> PersonName:
    return split_name(text, last_first=column.last_first)


def _guardian_in(column: Column, text: str) -> PersonName | Couple:
    """A guardian with what he is to the pupil behind the name ("Léon Tati (papa)"), or both parents."""
    bare, relation = without_relation(text)
    several = names_parents(column.header)
    parents = () if relation else couple_in(bare, last_first=column.last_first, commas=several)
    name = _whole(column, bare)
    return Couple(parents, name) if parents else replace(name, relation=relation)


def _take_first(person: RowPerson, said: object) -> Sequence[Unused] | None:
    if isinstance(said, str):
        person.first = said
        return None
    if isinstance(said, Together):
        _set_together(person, said)
        return None
    return as_unused(said)


def _take_last(person: RowPerson, said: object) -> Sequence[Unused] | None:
    if isinstance(said, str):
        person.last = person.last or said
        return None
    return as_unused(said)


def _take_usual(person: RowPerson, said: object) -> Sequence[Unused] | None:
    if isinstance(said, str):
        person.last = said
        return None
    return as_unused(said)


def _take_whole(person: RowPerson, said: object) -> Sequence[Unused] | None:
    if isinstance(said, PersonName | Couple):
        _set_whole(person, said)
        return None
    if isinstance(said, Together):
        _set_together(person, said)
        return None
    return as_unused(said)


TAKE_NAME: dict[Meaning | None, Take] = {
    _M.FIRST_NAME: _take_first, _M.LAST_NAME: _take_last, _M.BIRTH_NAME: _take_last,
    _M.USUAL_NAME: _take_usual, _M.FULL_NAME: _take_whole, _M.TEACHER: _take_whole,
}  # fmt: skip
"""How names are taken, by what their column holds."""


def _set_whole(person: RowPerson, name: str | PersonName | Couple) -> None:
    if isinstance(name, Couple):
        person.couple, name = name
    if isinstance(name, PersonName):
        person.first, person.last = name.first or person.first, name.last
        person.civility = person.civility or name.civility
        person.relation = person.relation or name.relation


def _set_together(person: RowPerson, said: Together) -> None:
    first = said.children[0]
    person.first, person.last, person.together = first.first, first.last or person.last, said.children
