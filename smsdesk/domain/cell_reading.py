"""The cells of one column: read once for each text that comes, then given to the person of the row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from smsdesk.domain.block_reading import emails_of, mobiles_of, names_of, texts_of
from smsdesk.domain.cell_details import DETAILS, classes_of, dates_of, take_birth_date, take_classes
from smsdesk.domain.cell_names import TAKE_NAME, name_of, phones_and_name, take_person, take_phones
from smsdesk.domain.cell_ways import Read, Take, nothing, take_nothing
from smsdesk.domain.class_lists import Column, Meaning
from smsdesk.domain.column_owners import NAME_MEANINGS
from smsdesk.domain.nothing_said import any_says_nothing, says_idem
from smsdesk.domain.phone_cells import Unused, phones_of
from smsdesk.domain.sentences import say
from smsdesk.domain.sheets import LONGEST_CELL, Cell

_M = Meaning
_REMEMBERED = 5_000
"""Texts of a column whose reading is kept: classes and towns come again and again, phones hardly."""


ReadBlock = Callable[[Sequence[Cell]], Sequence[object] | None]
"""What each cell of a block says; None where they have to be read one by one."""
_ReadTexts = Callable[[Sequence[Cell]], Sequence[str | None] | None]


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
        if isinstance(cell, str) and says_idem(cell):
            return Unused(cell, say("Nothing is taken over from another cell; write here what is meant."))
        return read(cell)

    return checked


def _ways(column: Column, *, levels: bool) -> tuple[Read, Take]:
    """How the cells of a column are read, and how a person takes them."""
    meaning = column.meaning
    if meaning is _M.PHONE:
        return phones_of(column), take_phones
    if meaning is _M.PERSON:
        return phones_and_name(column), take_person(column)
    if meaning in NAME_MEANINGS or meaning is _M.TEACHER:
        return name_of(column), TAKE_NAME[meaning]
    if meaning is _M.BIRTH_DATE:
        return dates_of(column), take_birth_date
    if meaning is _M.CLASS or (meaning is _M.LEVEL and levels):
        return classes_of(column), take_classes
    return DETAILS.get(meaning, (nothing, take_nothing))


def _ways_at_once(column: Column) -> ReadBlock | None:
    """How a block of cells is read where their texts hardly come again; None for other columns."""
    if column.meaning is _M.PHONE:
        if column.abroad:
            return None
        return partial(mobiles_of, label=column.label)
    read = _AT_ONCE.get(column.meaning)
    return partial(_unless_nothing, read) if read else None


def _unless_nothing(read: _ReadTexts, cells: Sequence[Cell]) -> Sequence[str | None] | None:
    """What a block says; None where one of its cells says nothing by itself."""
    said = read(cells)
    return None if said is None or any_says_nothing(said) else said


_AT_ONCE: dict[Meaning | None, _ReadTexts] = {
    _M.LAST_NAME: names_of, _M.USUAL_NAME: names_of, _M.BIRTH_NAME: names_of, _M.EMAIL: emails_of,
    _M.ADDRESS: texts_of, _M.EXTERNAL_ID: texts_of,
}  # fmt: skip
