"""The cells of one column: read once for each text that comes, then given to the person of the row.

A reading gives None where there is nothing to take; a taking gives what of the cell could not be used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from smsdesk.domain.block_reading import emails_of, mobiles_of, names_of, texts_of
from smsdesk.domain.class_lists import PUPIL, Column, Meaning
from smsdesk.domain.column_content import TICKS
from smsdesk.domain.column_owners import NAME_MEANINGS
from smsdesk.domain.dates import read_date
from smsdesk.domain.folding import fold
from smsdesk.domain.headers import names_several
from smsdesk.domain.names import PersonName, civility_of, looks_like_name, split_name, without_counter
from smsdesk.domain.names_together import Child, children_in
from smsdesk.domain.people import Phone
from smsdesk.domain.phone_cells import HAS_PHONE, Phones, Unused, phones_of
from smsdesk.domain.phones import means_nothing, parse_phones
from smsdesk.domain.row_facts import RowPerson
from smsdesk.domain.row_guardians import name_beside
from smsdesk.domain.sentences import say
from smsdesk.domain.sheets import LONGEST_CELL, Cell, text_of
from smsdesk.domain.titles import teacher_name

_M = Meaning
_NO_CLASS = frozenset({"mycontacts", "starred", "-", "aucune", "aucun", "neant"})
"""Labels that contact programs put on everybody, and words for none."""
_NO = frozenset({"non", "n", "no", "0", "false", "faux", "refus", "refuse", "pas d'accord", "jamais"})
_NO_OBJECTION = _NO - {"refus", "refuse", "pas d'accord", "jamais"} | {
    "-",
    "aucun",
    "aucune",
    "neant",
    "accepte",
}
"""What stands in a column of objections where there is none."""
_SEVERAL_CLASSES = re.compile(
    r"\s*(?:[;|\n]|:::)\s*|,\s+(?!(?i:niveau|cycle|degr|ann[ée]e))|\s+/\s+|\s+\+\s+"
    r"|(?<=[^\W\d]{4})/(?=[^\W\d]{4})"
)
"""What stands between two classes; "Orchestre, niveau 2" is one."""
_NO_DATE = re.compile(r"\s*0{1,2}[/.\-]0{1,2}[/.\-]0{2,4}\s*")
"""What programs write for a day that is not known: "0/0/00" in Outlook."""
_REMEMBERED = 5_000
"""Texts of a column whose reading is kept: classes and towns come again and again, phones hardly."""


Read = Callable[[Cell], object]
"""What a cell says, None for nothing; an Unused where it cannot be read."""
Take = Callable[[RowPerson, object], Sequence[Unused] | None]
"""Gives what was read to a person."""


class _Readings(dict[str, object]):
    """What each text of a column says, read when it first comes."""

    def __init__(self, read: Read) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: str) -> object:
        if len(self) >= _REMEMBERED:
            self.clear()
        said = self[text] = self._read(text)
        return said


class ColumnCells:
    """One column as cells are read from it; `levels` says whether a level is a class."""

    def __init__(self, column: Column, *, levels: bool) -> None:
        self.column = column
        read, self.take = _ways(column, levels=levels)
        self._at_once = _ways_at_once(column)
        self._read = _unless_empty(read)
        self._readings = _Readings(self._read)

    def read(self, cells: Sequence[Cell]) -> Sequence[object]:
        """What each cell says."""
        if self._at_once and (said := self._at_once(cells)) is not None:
            return said
        known, read = self._readings, self._read
        return [known[cell] if cell.__class__ is str else read(cell) for cell in cells]


def _unless_empty(read: Read) -> Read:
    def checked(cell: Cell) -> object:
        if cell is None or (isinstance(cell, str) and not cell.strip()):
            return None
        if isinstance(cell, str) and len(cell) > LONGEST_CELL:
            return Unused(cell, say("This text is too long for a cell of a list."))
        return read(cell)

    return checked


def _ways(column: Column, *, levels: bool) -> tuple[Read, Take]:
    """How the cells of a column are read, and how a person takes them."""
    meaning = column.meaning
    if meaning is _M.PHONE:
        return phones_of(column), _take_phones
    if meaning is _M.PERSON:
        return _phones_and_name(column), _take_person(column)
    if meaning in NAME_MEANINGS or meaning is _M.TEACHER:
        return _name_of(column), _TAKE_NAME[meaning]
    if meaning is _M.BIRTH_DATE:
        return _dates_of(column), _take_birth_date
    if meaning is _M.CLASS or (meaning is _M.LEVEL and levels):
        return _classes_of(column), _take_classes
    return _DETAILS.get(meaning, (_nothing, _take_nothing))


def _ways_at_once(column: Column) -> Callable[[Sequence[Cell]], Sequence[object] | None] | None:
    """How a block of cells is read where their texts hardly come again; None for other columns."""
    if column.meaning is _M.PHONE:
        if column.abroad:
            return None
        return partial(mobiles_of, label=column.label)
    return _AT_ONCE.get(column.meaning)


class Together(NamedTuple):
    """Several children in the cell of one."""

    children: tuple[Child, ...]


def _take_phones(person: RowPerson, said: object) -> Sequence[Unused] | None:
    if isinstance(said, Phone):
        said = Phones((said,))
    elif not isinstance(said, Phones):
        return _as_unused(said)
    if person.phones:
        known = {phone.e164 for phone in person.phones}
        person.phones += [phone for phone in said.phones if phone.e164 not in known]
    else:
        person.phones += said.phones
    return said.unused


def _phones_and_name(column: Column) -> Read:
    """A guardian in one cell: his phones, his name, or both."""
    read_phones = phones_of(column)

    def read(cell: Cell) -> object:
        text = text_of(cell)
        if HAS_PHONE.search(text) and parse_phones(text).phones:
            return read_phones(cell), name_beside(text), cell
        return None, text, cell

    return read


def _take_person(column: Column) -> Take:
    def take(person: RowPerson, said: object) -> Sequence[Unused] | None:
        if not isinstance(said, tuple) or isinstance(said, Unused):
            return _as_unused(said)
        phones, text, cell = said
        unused = _take_phones(person, phones) or () if phones else ()
        if phones and len(person.phones) >= 2:
            return unused
        name = _name_in(column, text, cell)
        if isinstance(name, Unused):
            return [*unused, name]
        if name:
            _set_whole(person, name)
        return unused

    return take


def _name_of(column: Column) -> Read:
    whole = column.meaning is _M.FULL_NAME
    several = names_several(column.header)
    if column.person != PUPIL or column.meaning not in {_M.FULL_NAME, _M.FIRST_NAME}:
        return lambda cell: _name_in(column, text_of(cell), cell)

    def read(cell: Cell) -> object:
        text = text_of(cell)
        children = children_in(text, whole=whole, last_first=column.last_first, commas=several)
        return Together(children) if children else _name_in(column, text, cell)

    return read


def _name_in(column: Column, text: str, cell: Cell) -> str | PersonName | Unused | None:
    """A half of a name as it stands, or a whole one in its halves."""
    if not text:
        return None
    text = without_counter(text)
    if isinstance(cell, bool) or not looks_like_name(text):
        return Unused(cell, say("This is not a name."))
    if column.meaning in {_M.FULL_NAME, _M.PERSON}:
        return split_name(text, last_first=column.last_first)
    return teacher_name(text) if column.meaning is _M.TEACHER else text


def _take_first(person: RowPerson, said: object) -> Sequence[Unused] | None:
    if isinstance(said, str):
        person.first = said
        return None
    if isinstance(said, Together):
        _set_together(person, said)
        return None
    return _as_unused(said)


def _take_last(person: RowPerson, said: object) -> Sequence[Unused] | None:
    if isinstance(said, str):
        person.last = person.last or said
        return None
    return _as_unused(said)


def _take_usual(person: RowPerson, said: object) -> Sequence[Unused] | None:
    if isinstance(said, str):
        person.last = said
        return None
    return _as_unused(said)


def _take_whole(person: RowPerson, said: object) -> Sequence[Unused] | None:
    if isinstance(said, PersonName):
        _set_whole(person, said)
        return None
    if isinstance(said, Together):
        _set_together(person, said)
        return None
    return _as_unused(said)


_TAKE_NAME: dict[Meaning | None, Take] = {
    _M.FIRST_NAME: _take_first, _M.LAST_NAME: _take_last, _M.BIRTH_NAME: _take_last,
    _M.USUAL_NAME: _take_usual, _M.FULL_NAME: _take_whole, _M.TEACHER: _take_whole,
}  # fmt: skip


def _set_whole(person: RowPerson, name: str | PersonName) -> None:
    if isinstance(name, PersonName):
        person.first, person.last = name.first or person.first, name.last
        person.civility = person.civility or name.civility


def _set_together(person: RowPerson, said: Together) -> None:
    first = said.children[0]
    person.first, person.last, person.together = first.first, first.last or person.last, said.children


def _dates_of(column: Column) -> Read:
    def read(cell: Cell) -> object:
        if isinstance(cell, str) and _NO_DATE.fullmatch(cell):
            return None
        found = read_date(cell, month_first=column.month_first)
        return found or Unused(cell, say("This is not a date; write it like 31/12/2012."))

    return read


def _take_birth_date(person: RowPerson, said: object) -> Sequence[Unused] | None:
    if isinstance(said, Unused):
        person.birth_date = None
        return (said,)
    person.birth_date = said  # type: ignore[assignment]
    return None


def _classes_of(column: Column) -> Read:
    def read(cell: Cell) -> object:
        text = cell.strip() if column.meaning is _M.CLASS and isinstance(cell, str) else text_of(cell)
        if HAS_PHONE.search(text) and parse_phones(text).phones:
            return Unused(cell, say("This is a phone and no class."))
        if column.header and fold(text) in TICKS:
            text = column.header
        names = (" ".join(name.split()).removeprefix("* ") for name in _SEVERAL_CLASSES.split(text))
        return [(name, column.group_kind) for name in names if name and fold(name) not in _NO_CLASS]

    return read


def _take_classes(person: RowPerson, said: object) -> Sequence[Unused] | None:
    if isinstance(said, Unused):
        return (said,)
    person.classes += said  # type: ignore[arg-type]
    return None


def _as_unused(said: object) -> Sequence[Unused] | None:
    return (said,) if isinstance(said, Unused) else None


def _detail(give: Callable[[RowPerson, str], None]) -> Take:
    def take(person: RowPerson, said: object) -> Sequence[Unused] | None:
        if isinstance(said, str):
            give(person, said)
            return None
        return _as_unused(said)

    return take


def _email_of(cell: Cell) -> object:
    text = text_of(cell)
    if "@" in text:
        return text
    return None if means_nothing(text) else Unused(cell, say("This is no e-mail address."))


def _give_email(person: RowPerson, text: str) -> None:
    person.email = person.email or text


def _give_civility(person: RowPerson, text: str) -> None:
    person.civility = text


def _give_relation(person: RowPerson, text: str) -> None:
    person.relation = text


def _give_number(person: RowPerson, text: str) -> None:
    person.external_id = text


def _give_street(person: RowPerson, text: str) -> None:
    person.address = f"{person.address} {text}".strip()


def _give_postcode(person: RowPerson, text: str) -> None:
    person.postcode = person.postcode or text


def _give_city(person: RowPerson, text: str) -> None:
    person.city = person.city or text


def _give_notes(person: RowPerson, text: str) -> None:
    person.notes = f"{person.notes}\n{text}".strip()


def _take_receives(person: RowPerson, said: object) -> Sequence[Unused] | None:
    if isinstance(said, Unused):
        return (said,)
    person.receives = bool(said)
    return None


def _nothing(_cell: Cell) -> object:
    return None


def _take_nothing(_person: RowPerson, said: object) -> Sequence[Unused] | None:
    return _as_unused(said)


_DETAILS: dict[Meaning | None, tuple[Read, Take]] = {
    _M.EMAIL: (_email_of, _detail(_give_email)),
    _M.CIVILITY: (lambda cell: civility_of(text_of(cell)), _detail(_give_civility)),
    _M.RELATION: (text_of, _detail(_give_relation)),
    _M.RECEIVES: (lambda cell: fold(text_of(cell)) not in _NO, _take_receives),
    _M.REFUSES: (lambda cell: fold(text_of(cell)) in _NO_OBJECTION, _take_receives),
    _M.EXTERNAL_ID: (text_of, _detail(_give_number)),
    _M.ADDRESS: (text_of, _detail(_give_street)),
    _M.POSTCODE: (text_of, _detail(_give_postcode)),
    _M.CITY: (text_of, _detail(_give_city)),
    _M.NOTES: (text_of, _detail(_give_notes)),
}
_AT_ONCE: dict[Meaning | None, Callable[[Sequence[Cell]], Sequence[object] | None]] = {
    _M.LAST_NAME: names_of, _M.USUAL_NAME: names_of, _M.BIRTH_NAME: names_of, _M.EMAIL: emails_of,
    _M.ADDRESS: texts_of, _M.EXTERNAL_ID: texts_of,
}  # fmt: skip
