"""Tables that stand beside one another on a sheet: the same headers again, or each below its class."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from smsdesk.domain.class_lists import GUARDIAN, Meaning
from smsdesk.domain.column_content import Content
from smsdesk.domain.folding import fold
from smsdesk.domain.headers import read_header
from smsdesk.domain.phones import parse_phones
from smsdesk.domain.sheets import Row, Sheet, text_of
from smsdesk.domain.titles import is_class_name

_DEPTH = 60
_FEWEST_HEADERS = 3
_FEWEST_COLUMNS = 2
_IN_NO_HEADER = re.compile(r"(?:\d\D?){9}")
"""Nine digits stand in phones and in numbers of people; a school year has eight."""
_NAMES = frozenset({Meaning.LAST_NAME, Meaning.FIRST_NAME, Meaning.FULL_NAME})


def split_tables(sheet: Sheet) -> list[Sheet]:
    """The tables of a sheet, each with its own columns only, at their places; mostly the sheet itself."""
    for index, row in enumerate(sheet.rows[:_DEPTH]):
        if any(isinstance(cell, str) and _IN_NO_HEADER.search(cell) for cell in row):
            continue
        filled = [(at, text) for at, cell in enumerate(row) if (text := text_of(cell))]
        starts = _starts(filled) or _parted_by_a_gap(sheet, filled)
        if starts and index and _names_guardians(sheet.rows[index - 1]):
            starts = []
        starts = starts or _below_classes(sheet, index, filled)
        if starts:
            return [
                _columns_of(sheet, start, end) for start, end in zip(starts, [*starts[1:], None], strict=True)
            ]
    return [sheet]


_Filled = Sequence[tuple[int, str]]
"""The filled cells of a row: column from 0 and text."""


def _parted_by_a_gap(sheet: Sheet, filled: _Filled) -> list[int]:
    """Where blocks begin that an empty column parts and whose headers say the same in other words."""
    if not filled or filled[-1][0] - filled[0][0] + 1 == len(filled):  # a quick no: nothing parts them
        return []
    blocks: list[list[str]] = []
    starts: list[int] = []
    for number, (at, text) in enumerate(filled):
        if number == 0 or at > filled[number - 1][0] + 1:
            starts.append(at)
            blocks.append([])
        blocks[-1].append(text)
    if len(set(map(len, blocks))) > 1:
        return []
    said = [[read_header(text) for text in block] for block in blocks]
    meanings = [[(one.meaning, one.owner) if one else None for one in readings] for readings in said]
    alike = all(one == meanings[0] for one in meanings)
    told = {one[0] for one in meanings[0] if one and one[1] is None}
    if not alike or None in meanings[0] or not told & _NAMES or Meaning.PHONE not in told:
        return []
    gaps = set(range(starts[0], filled[-1][0])).difference(at for at, _ in filled)
    empty = not any(text_of(line[at]) for line in sheet.rows for at in gaps if at < len(line))
    return starts if empty else []


def _below_classes(sheet: Sheet, index: int, heads: _Filled) -> list[int]:
    """Where blocks of names and phones begin, each below the name of its class: "CE1 | | CE2 |"."""
    if len(heads) < 2 or not all(is_class_name(text) for _, text in heads):
        return []
    starts = [at for at, _ in heads]
    below = sheet.rows[index + 1 : index + 1 + _DEPTH]
    for start, end in zip(starts, [*starts[1:], max(map(len, below), default=0)], strict=True):
        contents = [
            Content([line[at] for line in below if at < len(line) and text_of(line[at])])
            for at in range(start, end)
        ]
        if (
            len(contents) < _FEWEST_COLUMNS
            or not contents[0].names
            or not any(each.phones for each in contents[1:])
        ):
            return []
    return starts


def _starts(filled: _Filled) -> list[int]:
    """Where equal blocks of headers begin; nothing when the row is no such repetition."""
    headers = [fold(text) for _, text in filled]
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


def lies_on_its_side(sheet: Sheet) -> bool:
    """Whether the headers stand below one another, and the people beside each other or in cards."""
    rows = sheet.rows[:_DEPTH]
    firsts = [next(filter(None, map(text_of, row)), "") for row in rows]
    readings = [read_header(text.partition(" : ")[0]) if text else None for text in firsts]
    meanings = {reading.meaning for reading in readings if reading}
    if len(meanings) < _FEWEST_HEADERS or not meanings & _NAMES or Meaning.PHONE not in meanings:
        return False
    if any(map(_heads_people, rows)):  # a usual list below lines like "Classe : CM2", "Tél. : ..."
        return False
    phones = [
        row
        for row, reading in zip(rows, readings, strict=True)
        if reading and reading.meaning is Meaning.PHONE
    ]
    return any(parse_phones(text).phones for row in phones for text in map(text_of, row) if text)


def _heads_people(row: Row) -> bool:
    """Whether a row has the headers of a list: of names and of something else."""
    known = [reading.meaning for text in map(text_of, row) if text and (reading := read_header(text))]
    return len(known) >= _FEWEST_COLUMNS and not _NAMES.isdisjoint(known)


def _names_guardians(row: Row) -> bool:
    """Whether the row above makes the equal headers those of a father, a mother: one table all the same."""
    readings = [read_header(text_of(cell)) for cell in row if isinstance(cell, str)]
    return any(reading and (reading.owner or "").startswith(GUARDIAN) for reading in readings)


def _columns_of(sheet: Sheet, start: int, end: int | None) -> Sheet:
    rows = [[*[""] * min(start, len(row)), *row[start:end]] for row in sheet.rows]
    return replace(sheet, rows=rows)
