"""Phones and e-mail addresses in columns that nobody has given a meaning: none is left out without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from smsdesk.domain.class_lists import Column, Meaning, Rejected
from smsdesk.domain.columns import Layout
from smsdesk.domain.headers import read_header
from smsdesk.domain.phones import parse_phones
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.sheets import Cell, Row, address, text_of

_MOST_NAMED = 20
"""Cells of one column that are named one by one; the rest are counted."""
_SHOWN = 60
"""Characters of a value that are shown."""
_FEWEST_CHARACTERS = 6
"""A shorter text is neither a phone nor an address."""
_DIGITS = re.compile(r"(?:\d[ .\-/]{0,2}){9}")
_E_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[a-zA-Z]{2,}")


def unused_cells(sheet: str, rows: Sequence[Row], layout: Layout) -> list[Rejected]:
    """Every cell that looks like a phone or an address below a header without meaning."""
    found: list[Rejected] = []
    for column in layout.columns:
        if column.meaning is None:
            found += _of_column(sheet, rows, layout.first_row, column)
        elif column.meaning is Meaning.IGNORED and _is_strangers(column.header):
            found += _left_out(sheet, rows, layout.first_row, column)
    return found


def _left_out(sheet: str, rows: Sequence[Row], first: int, column: Column) -> list[Rejected]:
    """One line for the phones of a column that are of people who get no messages."""
    name = column.header or column.letter
    cells = (row[column.index] for row in rows[first:] if column.index < len(row))
    count = sum(isinstance(cell, (str, float)) and _holds_phone(text_of(cell)) for cell in cells)
    if not count:
        return []
    reason = say(
        "The phones of the column {column} ({count}) seem to be of others and are not used; "
        "say whose they are if they should be.",
        count=count,
        column=name,
    )
    return [Rejected(sheet, column.letter, name[:_SHOWN], reason)]


def _is_strangers(header: str) -> bool:
    """Whether a header by itself says a phone, and only the columns beside it say that it is of no use."""
    reading = read_header(header)
    return reading is not None and reading.meaning is Meaning.PHONE


def _holds_phone(text: str) -> bool:
    return len(text) >= _FEWEST_CHARACTERS and bool(_DIGITS.search(text)) and bool(parse_phones(text).phones)


def _of_column(sheet: str, rows: Sequence[Row], first: int, column: Column) -> list[Rejected]:
    name = column.header or column.letter
    named: list[Rejected] = []
    count = 0
    for index, cell, reason in _looking(rows, first, column.index, name):
        count += 1
        if count <= _MOST_NAMED:
            named.append(Rejected(sheet, address(index, column.index), text_of(cell)[:_SHOWN], reason))
    if count > _MOST_NAMED:
        more = say(
            "{count} more cells of the column {column} look like it and are not used.",
            count=count - _MOST_NAMED,
            column=name,
        )
        named.append(Rejected(sheet, column.letter, name[:_SHOWN], more))
    return named


def _looking(rows: Sequence[Row], first: int, at: int, name: str) -> Iterator[tuple[int, Cell, Sentence]]:
    for index in range(first, len(rows)):
        row = rows[index]
        cell = row[at] if at < len(row) else ""
        if isinstance(cell, str) and len(cell) < _FEWEST_CHARACTERS:
            continue
        text = text_of(cell)
        if _holds_phone(text):
            yield (
                index,
                cell,
                say(
                    "This looks like a phone, but the column {column} is not used; say what it holds.",
                    column=name,
                ),
            )
        elif _E_MAIL.search(text):
            yield (
                index,
                cell,
                say(
                    "This looks like an address, but the column {column} is not used; say what it holds.",
                    column=name,
                ),
            )
