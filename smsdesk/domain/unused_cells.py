"""Phones and addresses that stand where nothing takes them: none is left out of a list without a word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter

from smsdesk.domain.class_lists import Column, Meaning, Rejected
from smsdesk.domain.columns import Layout
from smsdesk.domain.phones import parse_phones
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.sheets import Cell, Row, address, text_of

_MOST_NAMED = 20
"""Cells of one column that are named one by one; the rest are counted."""
_BLOCK = 5_000
"""Rows that are looked at in a fraction of a millisecond: other threads wait meanwhile."""
_SHOWN = 60
"""Characters of a value that are shown."""
_FEWEST_CHARACTERS = 6
"""A shorter text is neither a phone nor an address."""
_OF_OTHER_THINGS = frozenset(
    {
        Meaning.LEVEL, Meaning.CIVILITY, Meaning.RELATION, Meaning.CITY, Meaning.POSTCODE, Meaning.ROOM,
        Meaning.RECEIVES, Meaning.REFUSES, Meaning.DAY,
    }
)  # fmt: skip
"""Columns of words in which a phone stands by mistake, and is not read."""
_DIGITS = re.compile(r"(?:\d[ .\-/]{0,2}){9}")
_E_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[a-zA-Z]{2,}")


def unused_cells(sheet: str, rows: Sequence[Row], tables: Sequence[Layout]) -> list[Rejected]:
    """Every cell that looks like a phone or an address and is not used; columns of others in one line each.

    `tables` stand below one another. Also phones above the headers, and cells right of the last column.
    """
    found = _above(sheet, rows[: tables[0].header_row or 0])
    for layout, below in zip(tables, [*tables[1:], None], strict=True):
        found += _in_table(sheet, rows if below is None else rows[: below.header_row], layout)
    return found


def _in_table(sheet: str, rows: Sequence[Row], layout: Layout) -> list[Rejected]:
    first = layout.first_row
    found: list[Rejected] = []
    for column in layout.columns:
        named = _named_as(column.meaning)
        if named and _may_hold_any(rows, first, column.index):
            found += named(sheet, rows, first, column)
    return found + _beyond(sheet, rows, first, len(layout.columns))


_Named = Callable[[str, Sequence[Row], int, Column], list[Rejected]]
"""Names the cells of a column, below the first rows of a sheet."""


def _named_as(meaning: Meaning | None) -> _Named | None:
    """How the cells of a column are named; None where they are used."""
    if meaning is None:
        return _of_column
    if meaning is Meaning.IGNORED:
        return _left_out
    return _by_mistake if meaning in _OF_OTHER_THINGS else None


def _may_hold_any(rows: Sequence[Row], first: int, at: int) -> bool:
    """A quick no for nearly every column: few different values, and none is a phone or an address."""
    values: set[Cell] = set()
    for start in range(first, len(rows), _BLOCK):
        block = rows[start : start + _BLOCK]
        try:
            values.update(map(itemgetter(at), block))
        except IndexError:
            values.update(row[at] for row in block if at < len(row))
    long = (cell for cell in values if not isinstance(cell, str) or len(cell) >= _FEWEST_CHARACTERS)
    return any(_looks_like_digits(text) or "@" in text for text in map(text_of, long))


def _above(sheet: str, rows: Sequence[Row]) -> list[Rejected]:
    """Mobiles above the headers; a landline there is that of the school."""
    reason = say("This phone stands above the headers, so it is nobody's.")
    return [
        Rejected(sheet, address(index, at), text_of(cell)[:_SHOWN], reason)
        for index, row in enumerate(rows)
        for at, cell in enumerate(row)
        if _looks_like_digits(text := text_of(cell))
        and any(phone.mobile for phone in parse_phones(text).phones)
    ]


def _by_mistake(sheet: str, rows: Sequence[Row], first: int, column: Column) -> list[Rejected]:
    """Phones in a column of towns, titles and the like."""
    at = column.index
    reason = say(
        "This is a phone in the column {column}, so it is not used.", column=column.header or column.letter
    )
    return [
        Rejected(sheet, address(index, at), text_of(row[at])[:_SHOWN], reason)
        for index, row in enumerate(rows[first:], first)
        if at < len(row) and isinstance(row[at], str) and _holds_phone(text_of(row[at]))
    ]


def _beyond(sheet: str, rows: Sequence[Row], first: int, width: int) -> list[Rejected]:
    """Cells for which there is no column: text whose separator stands within a cell as well."""
    if max(map(len, rows), default=0) <= width:
        return []
    reason = say("This row has more cells than the headers, so what stands here is not used; check the row.")
    found = [
        Rejected(sheet, address(index, at), text_of(row[at])[:_SHOWN], reason)
        for index, row in enumerate(rows[first:], first)
        for at in range(width, len(row))
        if text_of(row[at])
    ]
    if len(found) <= _MOST_NAMED:
        return found
    more = say("{count} more cells stand to the right of the last column.", count=len(found) - _MOST_NAMED)
    return [*found[:_MOST_NAMED], Rejected(sheet, "", "", more)]


def _left_out(sheet: str, rows: Sequence[Row], first: int, column: Column) -> list[Rejected]:
    """One line for the phones of a column that are of people who get no messages: a doctor, a nanny."""
    name = column.header or column.letter
    count = sum(_has_phone(row, column.index) and not _is_alone(row) for row in rows[first:])
    if not count:
        return []
    reason = say(
        "The phones of the column {column} ({count}) seem to be of others and are not used; "
        "say whose they are if they should be.",
        count=count,
        column=name,
    )
    return [Rejected(sheet, column.letter, name[:_SHOWN], reason)]


def _has_phone(row: Row, at: int) -> bool:
    return at < len(row) and isinstance(cell := row[at], str | float) and _holds_phone(text_of(cell))


def _is_alone(row: Row) -> bool:
    """Whether a row has one cell: a remark below the list, which is named by itself."""
    return sum(bool(text_of(cell)) for cell in row) == 1


def _looks_like_digits(text: str) -> bool:
    return len(text) >= _FEWEST_CHARACTERS and bool(_DIGITS.search(text))


def _holds_phone(text: str) -> bool:
    return _looks_like_digits(text) and bool(parse_phones(text).phones)


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
