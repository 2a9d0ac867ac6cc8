"""Cells that count for the rows below them too: merged downwards, or a class written once for its block."""

from __future__ import annotations

from collections.abc import Sequence

from smsdesk.domain.class_lists import Meaning
from smsdesk.domain.column_owners import NAME_MEANINGS
from smsdesk.domain.columns import Layout
from smsdesk.domain.sheets import Cell, Row, Sheet, text_of
from smsdesk.domain.titles import is_note, is_sum

_ONCE_FOR_A_BLOCK = frozenset({Meaning.CLASS, Meaning.TEACHER})
_EMPTY = ("", None)
_FEWEST_BLANKS = 2
"""A single blank is just a pupil without a class."""


def filled_down(sheet: Sheet, layout: Layout) -> Sequence[Row]:
    """The rows of a sheet in which such cells are repeated; the sheet's own rows when there are none."""
    values = _merged(sheet, layout.first_row)
    columns = [column.index for column in layout.columns if column.meaning in _ONCE_FOR_A_BLOCK]
    fewest = 1 if _stand_before_names(sheet, layout, columns) else _FEWEST_BLANKS
    for column in columns:
        values |= _blocks(sheet.rows, layout.first_row, column, fewest)
    for column in _days_before_hours(layout):
        values |= _blocks(sheet.rows, layout.first_row, column, 1)
    if not values:
        return sheet.rows
    rows = [list(row) for row in sheet.rows]
    for (row, at), value in values.items():
        if row < len(rows):
            rows[row] += [""] * (at + 1 - len(rows[row]))
            rows[row][at] = value
    return rows


def _stand_before_names(sheet: Sheet, layout: Layout, columns: Sequence[int]) -> bool:
    """Whether a class and its teacher stand before the names, and are left blank in the same rows."""
    named = min((column.index for column in layout.columns if column.meaning in NAME_MEANINGS), default=-1)
    if len(columns) < 2 or max(columns) > named:
        return False
    rows = [row for row in sheet.rows[layout.first_row :] if any(text_of(cell) for cell in row)]
    blank = [tuple(at >= len(row) or row[at] in _EMPTY for at in columns) for row in rows]
    return all(all(one) or not any(one) for one in blank)


def _days_before_hours(layout: Layout) -> Sequence[int]:
    """The columns of days in a timetable, where a day stands once over its hours."""
    hours = [column.index for column in layout.columns if column.meaning is Meaning.TIME]
    days = [column.index for column in layout.columns if column.meaning is Meaning.DAY]
    return [day for day in days if day + 1 in hours]


def _merged(sheet: Sheet, first_row: int) -> dict[tuple[int, int], Cell]:
    """Cells below the first one of ranges that are merged downwards."""
    values: dict[tuple[int, int], Cell] = {}
    for joined in sheet.merged:
        at = joined.first_column
        if not first_row <= joined.first_row < len(sheet.rows) or at >= len(sheet.rows[joined.first_row]):
            continue
        value = sheet.rows[joined.first_row][at]
        for row in range(joined.first_row + 1, min(joined.last_row + 1, len(sheet.rows))):
            if (row, at) in values:  # a damaged file: ranges do not lie over one another
                break
            values[row, at] = value
    return values


def _tells_of_people(row: Row) -> bool:
    """Whether a row may be somebody's: no blank one, no sum, no remark that stands alone."""
    texts = [text for cell in row if (text := text_of(cell))]
    return bool(texts) and not is_sum(texts[0]) and not (len(texts) == 1 and is_note(texts[0]))


def _blocks(rows: Sequence[Row], first_row: int, column: int, fewest: int) -> dict[tuple[int, int], Cell]:
    """A column where each value stands once, and blanks below it up to the next one."""
    cells = [row[column] if column < len(row) else "" for row in rows[first_row:]]
    if cells.count("") + cells.count(None) < fewest:
        return {}
    header = list(rows[first_row - 1]) if first_row else None
    used = [index for index, row in enumerate(rows[first_row:]) if row != header and _tells_of_people(row)]
    filled = [cells[index] for index in used if cells[index] not in _EMPTY]
    blank = len(used) - len(filled)
    enough = blank >= fewest and (blank >= len(filled) or fewest < _FEWEST_BLANKS)
    if not filled or not enough or len(set(filled)) < len(filled) or cells[used[0]] in _EMPTY:
        return {}
    found: dict[tuple[int, int], Cell] = {}
    last: Cell = ""
    for index in used:
        last = cells[index] if cells[index] not in _EMPTY else last
        found[first_row + index, column] = last
    return found
