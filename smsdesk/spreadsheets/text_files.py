"""Lists kept as text: CSV and its relatives, in the encodings and separators met in offices."""

from __future__ import annotations

import codecs
import csv
from pathlib import Path

from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.domain.sheets import Sheet
from smsdesk.spreadsheets.zip_guard import MOST_ROWS

SEPARATORS = ";,\t|"
_SAMPLE_LINES = 50
_LARGEST_FIELD = 1_000_000
_MOST_NULS = 0.2
"""Share of zero bytes from which a text without a mark is taken for UTF-16."""


def read_text(path: Path) -> list[Sheet]:
    """One sheet, named "" since a text file has none. Raises InputError when it is no text."""
    text = decode(path.read_bytes(), path.name)
    separator = find_separator(text)
    if text[:4].lower() == "sep=":
        separator = text[4:5] or separator
        text = text.partition("\n")[2]
    return [Sheet("", _rows(text, separator, path.name))]


def decode(data: bytes, name: str) -> str:
    """The text of a file: by its mark, else UTF-8, else the encoding of Western Windows."""
    encoding = _encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if text.count("\0") > len(text) // 100:
        raise InputError(say("The file {file} is no text; save it as CSV again.", file=name))
    return text.replace("\0", "").removeprefix("\ufeff").removesuffix("\x1a")


def _encoding(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = data[:4000]
    if sample and sample.count(0) / len(sample) > _MOST_NULS:
        return "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"
    return "utf-8-sig"


def find_separator(text: str) -> str:
    """The separator that cuts the most lines into the same number of cells, two at least."""
    lines = [line for line in text[:200_000].splitlines() if line.strip()][:_SAMPLE_LINES]
    return max(SEPARATORS, key=lambda separator: _regularity(lines, separator))


def _regularity(lines: list[str], separator: str) -> tuple[int, int]:
    widths = [len(cells) for cells in csv.reader(lines, delimiter=separator)]
    wide = [width for width in widths if width > 1]
    commonest = max(set(wide), key=lambda width: (wide.count(width), width), default=0)
    return wide.count(commonest), commonest


def _rows(text: str, separator: str, name: str) -> list[list[str]]:
    csv.field_size_limit(_LARGEST_FIELD)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(text.splitlines(keepends=True), delimiter=separator):
            rows.append(row)
            if len(rows) > MOST_ROWS:
                raise InputError(
                    say("The list {file} has too many rows ({rows}).", file=name, rows=len(rows))
                )
    except csv.Error:
        raise InputError(
            say("The file {file} is damaged near row {row}; save it again.", file=name, row=len(rows) + 1)
        ) from None
    return rows
