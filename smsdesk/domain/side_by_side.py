"""Tables that stand beside one another on a sheet: equal headers again further to the right."""

from __future__ import annotations

from dataclasses import replace

from smsdesk.domain.class_lists import GUARDIAN, Meaning
from smsdesk.domain.folding import fold
from smsdesk.domain.headers import read_header
from smsdesk.domain.sheets import Row, Sheet, text_of

_DEPTH = 60
_FEWEST_COLUMNS = 2
_NAMES = frozenset({Meaning.LAST_NAME, Meaning.FIRST_NAME, Meaning.FULL_NAME})


def split_tables(sheet: Sheet) -> list[Sheet]:
    """The tables of a sheet, each with its own columns only, at their places; mostly the sheet itself."""
    for index, row in enumerate(sheet.rows[:_DEPTH]):
        starts = _starts(row)
        if starts and not (index and _names_guardians(sheet.rows[index - 1])):
            return [
                _columns_of(sheet, start, end) for start, end in zip(starts, [*starts[1:], None], strict=True)
            ]
    return [sheet]


def _starts(row: Row) -> list[int]:
    """Where equal blocks of headers begin; nothing when the row is no such repetition."""
    filled = [(index, fold(text)) for index, cell in enumerate(row) if (text := text_of(cell))]
    headers = [text for _, text in filled]
    width = next((at for at in range(1, len(headers)) if headers[at] == headers[0]), 0)
    if (
        width < _FEWEST_COLUMNS
        or len(headers) % width
        or headers != headers[:width] * (len(headers) // width)
    ):
        return []
    readings = [read_header(header) for header in headers[:width]]
    meanings = {reading.meaning for reading in readings if reading and reading.owner is None}
    if not meanings & _NAMES or Meaning.PHONE not in meanings:
        return []
    return [index for index, _ in filled[::width]]


def _names_guardians(row: Row) -> bool:
    """Whether the row above makes the equal headers those of a father, a mother: one table all the same."""
    readings = [read_header(text_of(cell)) for cell in row if isinstance(cell, str)]
    return any(reading and (reading.owner or "").startswith(GUARDIAN) for reading in readings)


def _columns_of(sheet: Sheet, start: int, end: int | None) -> Sheet:
    rows = [[*[""] * min(start, len(row)), *row[start:end]] for row in sheet.rows]
    return replace(sheet, rows=rows)
