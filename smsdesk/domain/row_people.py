"""One row of a list: the people it names, their phones and families, and the cells that could not be used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from smsdesk.domain.class_lists import GUARDIAN, PAYER, PUPIL, TEACHER, Column, Meaning, Rejected
from smsdesk.domain.column_owners import NAME_MEANINGS
from smsdesk.domain.columns import Layout
from smsdesk.domain.people import ContactKind, WeeklySlot
from smsdesk.domain.phone_cells import HAS_PHONE, NO_PHONE, Unused
from smsdesk.domain.plain_rows import PlainRow, plain_rows, runs
from smsdesk.domain.row_courses import slot_columns, slot_in, taught_by
from smsdesk.domain.row_facts import RowFacts, RowPerson
from smsdesk.domain.row_guardians import guardians_of
from smsdesk.domain.row_owners import RowOwner
from smsdesk.domain.row_siblings import call_after_parents, named_by_phones, siblings_of
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.sheets import Cell, Row, address, letter, text_of
from smsdesk.domain.weekly import holds_several

_M = Meaning
_KIND_OF_OWNER = {GUARDIAN: ContactKind.GUARDIAN, TEACHER: ContactKind.TEACHER}
_SHOWN = 60
"""Characters of a rejected value that are shown."""
_BLOCK = 256
"""Rows whose cells are read together, column by column."""


class RowReader:
    """Reads the rows of one table; keeps what it had to reject.

    `names_people` tells by the first cells of rows whether they may be somebody's; `levels` makes levels
    classes.
    """

    def __init__(
        self,
        sheet: str,
        rows: Sequence[Row],
        layout: Layout,
        names_people: Callable[[Sequence[object]], Sequence[bool]],
        *,
        levels: bool = True,
    ) -> None:
        self._sheet = sheet
        self._rows = rows
        self._names_people = names_people
        self.rejected: list[Rejected] = []
        columns: dict[str, list[Column]] = defaultdict(list)
        for column in sorted(layout.columns, key=lambda column: column.meaning is _M.BIRTH_NAME):
            if column.meaning not in {None, _M.IGNORED}:
                columns[column.person].append(column)
        levels = levels and not layout.has(_M.CLASS)
        self._main = _main_owner(columns)
        self._numbers_only = not layout.has(*NAME_MEANINGS, _M.TEACHER)
        self._owners = [RowOwner(name, of, levels=levels) for name, of in columns.items()]
        self._width = max((column.index for of in columns.values() for column in of), default=-1) + 1
        self._with_class = {column.person for column in layout.columns if column.meaning is _M.CLASS}
        self._named_in = {
            column.letter for column in columns.get(PUPIL, ()) if column.meaning in NAME_MEANINGS
        }
        self._slot_columns = slot_columns(layout.columns)
        self._taught_by = taught_by(layout.columns)
        self._last: tuple[int, list[RowPerson]] = (-1, [])
        """The last row that named pupils, from 0, and those."""
        self.kind = _KIND_OF_OWNER.get(self._main.split()[0] if self._main else PUPIL, ContactKind.PUPIL)
        self._block = range(0)
        self._is_plain = self._main == PUPIL and not (self._slot_columns or self._numbers_only)
        self._is_plain &= all(name == PUPIL or name.startswith(GUARDIAN) for name in columns)
        self._is_plain &= PAYER not in columns
        self._plain: dict[int, list[PlainRow]] = {}
        """The plain rows of the block, one behind the other, by the first of them."""

    def plain_from(self, index: int) -> Sequence[PlainRow]:
        """The rows from `index` (from 0) on that say nothing unusual, within one block; perhaps none."""
        if index not in self._block:
            self._read_block(index)
        found = self._plain.get(index, ())
        if found:
            self._last = (index + len(found) - 1, [found[-1][0]])
        return found

    def read(self, index: int) -> RowFacts | None:
        """The people of row `index` (from 0), or None when it names nobody."""
        if index not in self._block:
            self._read_block(index)
        rejected = len(self.rejected)
        main, pupils, guardians, teachers = self._people(index)
        misnamed = any(one.cell.rstrip("0123456789") in self._named_in for one in self.rejected[rejected:])
        if pupils:
            self._last = (index, pupils)
            facts = self._facts(index, pupils, guardians, teachers, main)
        elif not misnamed and self._goes_on(index, main, guardians):
            facts = self._facts(index, self._last[1], guardians, {}, main)
            facts.goes_on, self._last = True, (index, facts.pupils)
        else:
            self.reject_nameless(index, self._rows[index], rejected)
            return None
        if any(one.phones for one in (*facts.pupils, *facts.guardians)):
            self.rejected[rejected:] = [one for one in self.rejected[rejected:] if one.reason != NO_PHONE]
        return facts

    def _people(self, index: int) -> tuple[RowPerson, list[RowPerson], list[RowPerson], dict[str, RowPerson]]:
        """Whose row it is, then the pupils, guardians and teachers that it names."""
        at = index - self._block.start

        def reject(column: Column, unused: Sequence[Unused]) -> None:
            self._reject_parts(index, column, unused)

        people = {owner.name: owner.person(at, reject) for owner in self._owners}
        main = people.pop(self._main, None) or RowPerson(PUPIL)
        if self._main != PUPIL and PUPIL in people:
            _adopt(main, people.pop(PUPIL))
        teachers = {owner: people.pop(owner) for owner in list(people) if owner.startswith(TEACHER)}
        pupils: list[RowPerson] = [main]
        guardians: list[RowPerson] = []
        for owner, person in people.items():
            (guardians if owner.startswith(GUARDIAN) else pupils).append(person)
        if self._main != PUPIL:
            pupils, guardians = [*pupils, *guardians], []
        if self._numbers_only and main.phones:
            pupils = named_by_phones(main, next(filter(None, map(text_of, self._rows[index])), ""))
        pupils[1:1] = siblings_of(main)
        return main, [pupil for pupil in pupils if pupil.named], guardians, teachers

    def _goes_on(self, index: int, main: RowPerson, guardians: Sequence[RowPerson]) -> bool:
        """Whether a row only adds a guardian to the pupils of the row right above it."""
        above = self._last[1] if self._last[0] == index - 1 and self._main == PUPIL else []
        silent = not (main.phones or main.birth_date or main.external_id)
        named = any(guardian.named for guardian in guardians)
        return named and silent and any(main.classes in ([], pupil.classes) for pupil in above)

    def _facts(
        self,
        index: int,
        pupils: list[RowPerson],
        guardians: list[RowPerson],
        teachers: dict[str, RowPerson],
        main: RowPerson,
    ) -> RowFacts:
        self._share_with_siblings(pupils)
        call_after_parents(pupils, guardians)
        guardians = guardians_of(guardians, pupils)
        for guardian in guardians:
            guardian.receives = guardian.receives and main.receives
        row = self._rows[index]
        slot, slots = self._slots(index, row) if self._slot_columns else (None, {})
        named = {owner: teacher for owner, teacher in teachers.items() if teacher.named}
        if not self._taught_by:
            return RowFacts(index + 1, pupils, guardians, next(iter(named.values()), None), slot, slots)
        by_class = {
            text_of(row[at]): named[owner]
            for at, owner in self._taught_by
            if owner in named and at < len(row) and text_of(row[at])
        }
        return RowFacts(index + 1, pupils, guardians, None, slot, slots, by_class)

    def _read_block(self, start: int) -> None:
        rows = self._rows[start : start + _BLOCK]
        self._block = range(start, start + len(rows))
        if min(map(len, rows)) < self._width:
            rows = [[*row, *[""] * (self._width - len(row))] for row in rows]
        columns = list(zip(*rows, strict=False))
        for owner in self._owners:
            owner.read(columns, len(rows))
        self._plain = self._plain_rows(rows) if self._is_plain else {}

    def _plain_rows(self, rows: Sequence[Row]) -> dict[int, list[PlainRow]]:
        """The plain rows of a block whose cells could all be read."""
        if not all(owner.all_made for owner in self._owners):
            return {}
        pupils = next(owner.people for owner in self._owners if owner.name == PUPIL)
        guardians = [owner.people for owner in self._owners if owner.name != PUPIL]
        starts = self._names_people([row[0] or next(filter(None, row), "") for row in rows])
        return runs(self._block.start, plain_rows(pupils, guardians, starts))

    def _reject_parts(self, index: int, column: Column, unused: Sequence[Unused]) -> None:
        for part in unused:
            self._reject(index, column, part.value, part.reason)

    def _slots(self, index: int, row: Row) -> tuple[WeeklySlot | None, dict[str, WeeklySlot]]:
        """The slot of the row; where several classes have an hour each, those by class instead."""
        if len(self._slot_columns) == 1:
            return self._slot(index, self._slot_columns[0][1], row), {}
        found: dict[str, WeeklySlot] = {}
        for class_column, columns in self._slot_columns:
            slot = self._slot(index, columns, row)
            name = text_of(row[class_column]) if class_column is not None and class_column < len(row) else ""
            if slot and name:
                found[name] = slot
        return None, found

    def _slot(self, index: int, columns: Sequence[Column], row: Row) -> WeeklySlot | None:
        """A weekly hour; a cell with an hour that is not taken is named."""
        slot = slot_in(columns, row)
        for column in columns:
            cell = row[column.index] if column.index < len(row) else ""
            if column.meaning is _M.ROOM or not isinstance(cell, str) or not cell:
                continue
            if slot is None and any(map(str.isdigit, cell)):
                self._reject(
                    index, column, cell, say("No weekly hour was read here; write it like mercredi 14h30.")
                )
                break
            if slot and holds_several(cell):
                self._reject(index, column, cell, say("Only the first of several weekly hours was kept."))
        return slot

    def _share_with_siblings(self, pupils: list[RowPerson]) -> None:
        """A class or a last name that stands once in the row of a parent is each child's."""
        for pupil in pupils[1:]:
            pupil.last = pupil.last or (pupils[0].last if pupil.first else "")
            if not pupil.classes and pupil.owner not in self._with_class:
                pupil.classes = list(pupils[0].classes)

    def reject_nameless(self, index: int, row: Row, rejected: int | None = None) -> None:
        """Name a row that is nobody's by its phone, else by its first cell.

        `rejected` is where its own cells begin among those rejected: none is named twice.
        """
        filled = [number for number, cell in enumerate(row) if text_of(cell)]
        if not filled:
            return
        at = next((number for number in filled if HAS_PHONE.search(text_of(row[number]))), filled[0])
        place = address(index, at)
        start = len(self.rejected) if rejected is None else rejected
        self.rejected[start:] = [reject for reject in self.rejected[start:] if reject.cell != place]
        column = Column(at, letter(at), "", None)
        self._reject(index, column, row[at], say("Nobody is named in this row, so it was left out."))

    def _reject(self, index: int, column: Column, value: Cell, reason: Sentence) -> None:
        shown = text_of(value)[:_SHOWN]
        self.rejected.append(Rejected(self._sheet, f"{column.letter}{index + 1}", shown, reason))


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
