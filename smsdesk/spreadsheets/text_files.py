"""Lists kept as text: CSV and its relatives, in the encodings and separators met in offices."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from smsdesk.domain.errors import InputError
from smsdesk.domain.formula_guard import unguarded
from smsdesk.domain.own_columns import find_own_header
from smsdesk.domain.sentences import say
from smsdesk.domain.sheets import Sheet
from smsdesk.spreadsheets.zip_guard import MOST_COLUMNS, MOST_ROWS, beyond_any_list

SEPARATORS = ";,\t|"
_SAMPLE_LINES = 50
_SAMPLE_BYTES = 200_000
_SAMPLE_WIDTH = 20_000
"""Characters of a line, far below the longest field of the csv module."""
_OLD_ENCODINGS = ("cp1252", "mac_roman", "cp850", "iso8859-15")
"""Windows, the Macintosh, DOS and Unix; the first where the letters do not tell."""
_FRENCH_LETTERS = "éèêëàâçîïôûùüÿœÉÈÊËÀÂÇÎÏÔÛÙ"
_CAPITAL_WITHIN = re.compile(r"(?<=[a-zéèêàçîïôû])[ÉÈÊËÀÂÇÎÏÔÛÙ]")
"""A capital in the midst of a word: "NoÇ" is "Noé" read in another encoding."""
_SPOILT = 3
"""How many letters of the language such a word outweighs."""
_LARGEST_FIELD = 1_000_000
_LINE_END = re.compile(r"\r\n|\n|\r")
"""The last is the Macintosh's, which Excel still offers."""
_MOST_NULS = 0.2
"""Share of zero bytes from which a text without a mark is taken for UTF-16."""


def read_text(path: Path) -> list[Sheet]:
    """One sheet, named "" since a text file has none. Raises InputError when it is no text."""
    return [Sheet("", text_rows(decode(path.read_bytes(), path.name), path.name))]


def text_rows(text: str, name: str) -> list[list[str]]:
    """The rows of a text with separators; what an export of ours made harmless is turned back."""
    separator = find_separator(text)
    if text[:4].lower() == "sep=":
        separator = text[4:5] or separator
        text = _LINE_END.split(text, 1)[-1]
    own = _own_separator(text)
    rows = _rows(text, own or separator, name, trusted=own is not None)
    if own is None and find_own_header(rows) is None:
        return rows
    return [[unguarded(cell) if "'" in cell else cell for cell in row] for row in rows]


def _own_separator(text: str) -> str | None:
    """The separator that makes the first line the header of a list that we exported; None without one."""
    line = _LINE_END.split(text[:_SAMPLE_WIDTH], 1)[0]
    if line.count('"') % 2:
        return None
    cells = {separator: next(csv.reader([line], delimiter=separator), []) for separator in SEPARATORS}
    return next((separator for separator, row in cells.items() if find_own_header([row])), None)


def decode(data: bytes, name: str) -> str:
    """The text of a file: by its mark, else UTF-8, else the old encoding in which it reads as French."""
    encoding = _encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(max(_OLD_ENCODINGS, key=lambda old: _french_letters(data, old)), errors="replace")
    if text.count("\0") > len(text) // 100:
        raise InputError(say("The file {file} is no text; save it as CSV again.", file=name))
    return text.replace("\0", "").removeprefix("\ufeff").removesuffix("\x1a")


def _french_letters(data: bytes, encoding: str) -> int:
    text = data[:_SAMPLE_BYTES].decode(encoding, errors="replace")
    return sum(map(text.count, _FRENCH_LETTERS)) - _SPOILT * len(_CAPITAL_WITHIN.findall(text))


def _encoding(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = data[:4000]
    if sample and sample.count(0) / len(sample) > _MOST_NULS:
        return "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"
    return "utf-8-sig"


def find_separator(text: str) -> str:
    """The separator that cuts the most lines into the same number of cells, two at least."""
    lines = [line[:_SAMPLE_WIDTH] for line in text[:_SAMPLE_BYTES].splitlines() if line.strip()][
        :_SAMPLE_LINES
    ]
    return max(SEPARATORS, key=lambda separator: _regularity(lines, separator))


def _regularity(lines: list[str], separator: str) -> tuple[int, int]:
    widths = [len(cells) for cells in csv.reader(lines, delimiter=separator)]
    wide = [width for width in widths if width > 1]
    commonest = max(set(wide), key=lambda width: (wide.count(width), width), default=0)
    return wide.count(commonest), commonest


def _rows(text: str, separator: str, name: str, *, trusted: bool = False) -> list[list[str]]:
    csv.field_size_limit(_LARGEST_FIELD)
    lines = list(io.StringIO(text, newline=""))  # unlike splitlines: rows end nowhere else
    rows = _parsed(csv.reader(lines, delimiter=separator), name)
    if not trusted and len(rows) < len(lines) and _swallows(rows, separator):
        rows = [_cells_of(line, separator) for line in lines]
    return rows


def _parsed(reader: Iterable[list[str]], name: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in reader:
            rows.append(row)
            if len(rows) > MOST_ROWS:
                raise InputError(
                    say("The list {file} has too many rows ({rows}).", file=name, rows=len(rows))
                )
            if len(row) > MOST_COLUMNS:
                raise beyond_any_list(name, len(rows), len(row))
    except csv.Error:
        raise InputError(
            say("The file {file} is damaged near row {row}; save it again.", file=name, row=len(rows) + 1)
        ) from None
    return rows


def _swallows(rows: list[list[str]], separator: str) -> bool:
    """Whether a quotation mark without its second has taken whole rows into one cell."""
    widths = Counter(map(len, rows))
    usual = max(widths, key=lambda width: (widths[width], width))
    return usual > 1 and any(
        line.count(separator) >= usual - 1
        for row in rows
        for cell in row
        if "\n" in cell or "\r" in cell
        for line in cell.splitlines()[1:]
    )


def _cells_of(line: str, separator: str) -> list[str]:
    """One line as one row; a mark without its second is a letter like others."""
    line = line.rstrip("\r\n")
    if line.count('"') % 2:
        return [cell.strip('"') for cell in line.split(separator)]
    return next(csv.reader([line], delimiter=separator), [])
