"""One row of a list: the people it names, their phones and families, and the cells that could not be used."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from smsdesk.domain.class_lists import GUARDIAN, PUPIL, TEACHER, Column, Meaning, Rejected
from smsdesk.domain.columns import NAME_MEANINGS, Layout
from smsdesk.domain.dates import read_date
from smsdesk.domain.folding import fold
from smsdesk.domain.names import PersonName, civility_of, looks_like_name, split_name
from smsdesk.domain.people import ContactKind, Phone, WeeklySlot
from smsdesk.domain.phones import parse_phones
from smsdesk.domain.row_facts import RowFacts, RowPerson
from smsdesk.domain.row_guardians import guardians_of, name_beside
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.sheets import LONGEST_CELL, Cell, Row, address, letter, text_of
from smsdesk.domain.titles import teacher_name
from smsdesk.domain.weekly import slot_of

_M = Meaning
_NO_CLASS = frozenset({"mycontacts", "starred", "-", "aucune", "aucun", "neant"})
"""Labels that contact programs put on everybody, and words for none."""
_NO = frozenset({"non", "n", "no", "0", "false", "faux", "refus", "refuse", "pas d'accord", "jamais"})
_SLOT_MEANINGS = frozenset({_M.DAY, _M.TIME, _M.END_TIME, _M.ROOM})
_KIND_OF_OWNER = {GUARDIAN: ContactKind.GUARDIAN, TEACHER: ContactKind.TEACHER}
_SHOWN = 60
"""Characters of a rejected value that are shown."""
_HAS_PHONE = re.compile(r"(?:\d\D{0,3}){9}")
_SEVERAL_CLASSES = re.compile(
    r"\s*(?:[;|\n]|:::)\s*|,\s+(?!(?i:niveau|cycle|degr|ann[ée]e))|\s+/\s+|\s+\+\s+"
    r"|(?<=[^\W\d]{4})/(?=[^\W\d]{4})"
)
"""What stands between two classes; "Orchestre, niveau 2" is one."""


class RowReader:
    """Reads the rows of one table; keeps what it had to reject. `levels` makes levels classes."""

    def __init__(self, sheet: str, layout: Layout, *, levels: bool = True) -> None:
        self._sheet = sheet
        self.rejected: list[Rejected] = []
        columns: dict[str, list[Column]] = defaultdict(list)
        for column in sorted(layout.columns, key=lambda column: column.meaning is _M.BIRTH_NAME):
            if column.meaning not in {None, _M.IGNORED}:
                columns[column.person].append(column)
        self._levels = levels and not layout.has(_M.CLASS)
        self._main = _main_owner(columns)
        self._numbers_only = not layout.has(*NAME_MEANINGS, _M.TEACHER)
        self._columns = dict(columns)
        self._slot_columns = _slot_columns(layout.columns)
        self.kind = _KIND_OF_OWNER.get(self._main.split()[0] if self._main else PUPIL, ContactKind.PUPIL)

    def read(self, index: int, row: Row) -> RowFacts | None:
        """The people of row `index` (from 0), or None when it names nobody."""
        people = {owner: self._person(owner, columns, index, row) for owner, columns in self._columns.items()}
        main = people.pop(self._main, None) or RowPerson(PUPIL)
        if self._main != PUPIL and PUPIL in people:
            _adopt(main, people.pop(PUPIL))
        teacher = people.pop(TEACHER, None)
        guardians = [person for owner, person in people.items() if owner.startswith(GUARDIAN)]
        pupils = [main, *(person for owner, person in people.items() if not owner.startswith(GUARDIAN))]
        if self._main != PUPIL:
            pupils, guardians = [*pupils, *guardians], []
        if self._numbers_only and main.phones:
            main.last = main.phones[0].e164
        pupils = [pupil for pupil in pupils if pupil.named]
        if not pupils:
            self.reject_nameless(index, row)
            return None
        guardians = guardians_of(guardians, pupils)
        for guardian in guardians:
            guardian.receives = guardian.receives and main.receives
        self._share_with_siblings(pupils)
        has_teacher = teacher is not None and teacher.named
        slot, slots = self._slots(row)
        return RowFacts(index + 1, pupils, guardians, teacher if has_teacher else None, slot, slots)

    def _person(self, owner: str, columns: Sequence[Column], index: int, row: Row) -> RowPerson:
        person = RowPerson(owner, relation=_relation(owner, columns))
        for column in columns:
            cell = row[column.index] if column.index < len(row) else ""
            if cell is None or cell == "" or (isinstance(cell, str) and not cell.strip()):
                continue
            if isinstance(cell, str) and len(cell) > LONGEST_CELL:
                self._reject(index, column, cell, say("This text is too long for a cell of a list."))
                continue
            self._take(person, column, cell, index)
        if person.civility and not person.first and person.last:
            person.first = person.civility
        return person

    def _take(self, person: RowPerson, column: Column, cell: Cell, index: int) -> None:
        meaning = column.meaning
        if meaning is _M.PHONE:
            self._take_phones(person, column, cell, index)
        elif meaning in NAME_MEANINGS or meaning is _M.TEACHER:
            self._take_name(person, column, cell, index)
        elif meaning is _M.BIRTH_DATE:
            person.birth_date = read_date(cell)
            if person.birth_date is None:
                self._reject(index, column, cell, say("This is not a date; write it like 31/12/2012."))
        else:
            whole = cell.strip() if column.meaning is _M.CLASS and isinstance(cell, str) else text_of(cell)
            _take_detail(person, column, whole, levels=self._levels)

    def _take_phones(self, person: RowPerson, column: Column, cell: Cell, index: int) -> None:
        value = cell if isinstance(cell, (str, int, float)) else text_of(cell)
        found = parse_phones(value)
        known = {phone.e164 for phone in person.phones}
        person.phones += [
            Phone(phone.e164, phone.label or column.label, phone.mobile)
            for phone in found.phones
            if phone.e164 not in known
        ]
        for reject in found.rejects:
            self._reject(index, column, reject.text, reject.reason)

    def _take_name(self, person: RowPerson, column: Column, cell: Cell, index: int) -> None:
        text = text_of(cell)
        if column.meaning is _M.PERSON and _HAS_PHONE.search(text) and parse_phones(text).phones:
            self._take_phones(person, column, cell, index)
            text = name_beside(text) if len(person.phones) < 2 else ""
        if not text or not looks_like_name(text):
            if text:
                self._reject(index, column, cell, say("This is not a name."))
            return
        _set_name(person, column, text)

    def _slots(self, row: Row) -> tuple[WeeklySlot | None, dict[str, WeeklySlot]]:
        """The slot of the row; where several classes have an hour each, those by class instead."""
        if len(self._slot_columns) < 2:
            return (_slot(self._slot_columns[0][1], row) if self._slot_columns else None), {}
        found: dict[str, WeeklySlot] = {}
        for class_column, columns in self._slot_columns:
            slot = _slot(columns, row)
            name = text_of(row[class_column]) if class_column is not None and class_column < len(row) else ""
            if slot and name:
                found[name] = slot
        return None, found

    def _share_with_siblings(self, pupils: list[RowPerson]) -> None:
        """A class or a last name that stands once in the row of a parent is each child's."""
        for pupil in pupils[1:]:
            pupil.last = pupil.last or (pupils[0].last if pupil.first else "")
            if not pupil.classes and not any(
                column.meaning is _M.CLASS for column in self._columns.get(pupil.owner, ())
            ):
                pupil.classes = list(pupils[0].classes)

    def reject_nameless(self, index: int, row: Row) -> None:
        """Name a row that is nobody's by its phone, else by its first cell."""
        filled = [number for number, cell in enumerate(row) if text_of(cell)]
        if not filled:
            return
        at = next((number for number in filled if _HAS_PHONE.search(text_of(row[number]))), filled[0])
        column = Column(at, letter(at), "", None)
        self.rejected = [
            reject
            for reject in self.rejected
            if reject.cell != address(index, at) or reject.sheet != self._sheet
        ]
        self._reject(index, column, row[at], say("Nobody is named in this row, so it was left out."))

    def _reject(self, index: int, column: Column, value: Cell, reason: Sentence) -> None:
        shown = text_of(value)[:_SHOWN]
        self.rejected.append(Rejected(self._sheet, address(index, column.index), shown, reason))


def _slot_columns(columns: Sequence[Column]) -> list[tuple[int | None, list[Column]]]:
    """The columns of weekly hours, with the class they stand behind where there are several."""
    blocks: list[tuple[int | None, list[Column]]] = []
    class_column: int | None = None
    for column in columns:
        if column.meaning is _M.CLASS:
            class_column = column.index
        elif column.meaning in _SLOT_MEANINGS:
            if not blocks or (blocks[-1][0] != class_column and _holds(blocks[-1][1], column)):
                blocks.append((class_column, []))
            blocks[-1][1].append(column)
    return blocks


def _holds(columns: Sequence[Column], other: Column) -> bool:
    return any(column.meaning is other.meaning for column in columns)


def _slot(columns: Sequence[Column], row: Row) -> WeeklySlot | None:
    cells: dict[Meaning | None, Cell] = {}
    for column in columns:
        if column.index < len(row):
            cells.setdefault(column.meaning, row[column.index])
    day, start = cells.get(_M.DAY, ""), cells.get(_M.TIME, "")
    return slot_of(day, start, cells.get(_M.END_TIME, ""), text_of(cells.get(_M.ROOM)))


def _main_owner(columns: dict[str, list[Column]]) -> str:
    """Whose rows these are: the pupil's, else the guardian's or the teacher's who alone has a name."""
    for owner in (PUPIL, *columns):
        meanings = {column.meaning for column in columns.get(owner, ())}
        if meanings & (NAME_MEANINGS | {_M.TEACHER}):
            return owner
    return PUPIL


def _adopt(person: RowPerson, unnamed: RowPerson) -> None:
    """In a list of guardians or teachers alone, what belongs to nobody else is theirs."""
    person.classes = person.classes or unnamed.classes
    person.phones += [phone for phone in unnamed.phones if phone not in person.phones]
    person.email = person.email or unnamed.email
    person.external_id = person.external_id or unnamed.external_id


def _relation(owner: str, columns: Sequence[Column]) -> str:
    word = owner.removeprefix(GUARDIAN).strip()
    if word in {"mère", "père"}:
        return word
    return next((column.label for column in columns if column.label in {"mère", "père"}), "")


def _set_name(person: RowPerson, column: Column, text: str) -> None:
    if column.meaning is _M.FIRST_NAME:
        person.first = text
    elif column.meaning is _M.USUAL_NAME or (
        column.meaning in {_M.LAST_NAME, _M.BIRTH_NAME} and not person.last
    ):
        person.last = text
    elif column.meaning in {_M.FULL_NAME, _M.PERSON}:
        _set_whole(person, split_name(text, last_first=column.last_first))
    elif column.meaning is _M.TEACHER:
        _set_whole(person, teacher_name(text))


def _set_whole(person: RowPerson, name: PersonName | None) -> None:
    if name:
        person.first, person.last = name.first or person.first, name.last
        person.civility = person.civility or name.civility


def _take_detail(person: RowPerson, column: Column, text: str, *, levels: bool) -> None:
    meaning = column.meaning
    if meaning is _M.EMAIL and "@" in text:
        person.email = person.email or text
    elif meaning is _M.CIVILITY:
        person.civility = civility_of(text)
    elif meaning is _M.RELATION:
        person.relation = text
    elif meaning is _M.RECEIVES:
        person.receives = fold(text) not in _NO
    elif meaning is _M.EXTERNAL_ID:
        person.external_id = text
    elif meaning is _M.CLASS or (meaning is _M.LEVEL and levels):
        names = (" ".join(name.split()).removeprefix("* ") for name in _SEVERAL_CLASSES.split(text))
        person.classes += [
            (name, column.group_kind) for name in names if name and fold(name) not in _NO_CLASS
        ]
    elif meaning in {_M.ADDRESS, _M.POSTCODE, _M.CITY}:
        _take_place(person, meaning, text)
    elif meaning is _M.NOTES:
        person.notes = f"{person.notes}\n{text}".strip()


def _take_place(person: RowPerson, meaning: Meaning | None, text: str) -> None:
    if meaning is _M.ADDRESS:
        person.address = f"{person.address} {text}".strip()
    elif meaning is _M.POSTCODE:
        person.postcode = person.postcode or text
    else:
        person.city = person.city or text
