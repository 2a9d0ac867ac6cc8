"""A sheet of a workbook as plain values, whatever kind of file it came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

Cell = str | float | int | bool | date | datetime | time | timedelta | None
"""What a cell can hold; an empty one is "" or None."""
Row = Sequence[Cell]

LONGEST_CELL = 2_000
"""Characters; a longer cell is no name, number or class, whatever it is."""


@dataclass(frozen=True)
class MergedRange:
    """Cells joined into one, from 0, ends included; only the first holds the value."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True)
class Sheet:
    """One sheet: `rows[r][c]` is the cell of row r + 1 and of the column whose letter `letter(c)` gives.

    Rows may be of different lengths.
    """

    name: str
    rows: Sequence[Row]
    merged: tuple[MergedRange, ...] = ()
    title: str | None = None
    """Its own name, where `name` had to be told from the sheets of other files."""
    places: Mapping[tuple[int, int], int] = field(default_factory=dict)
    """Lines of the file, by (row, column) from 0, column -1 for a whole row: where it is no table itself."""

    errors: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """What stands in cells that hold no value, by (row, column) from 0: "#N/A", a formula never reckoned."""

    hidden_rows: tuple[int, ...] = ()
    """Rows from 0 that the file hides; they are read like the others."""
    comments: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """What somebody noted at a cell, by (row, column) from 0; "" where it is not known."""

    @property
    def said(self) -> str:
        """What the file calls it: it may name a class."""
        return self.name if self.title is None else self.title


@dataclass(frozen=True)
class SheetFile:
    """The sheets of one file that were read. `stem` is the file's name without folder and extension."""

    name: str
    stem: str
    sheets: tuple[Sheet, ...]
    digest: str = ""
    """The same for the same cells, however the file is called; "" for small files, which are read at once."""
    hidden: tuple[str, ...] = ()
    """Sheets that the file hides, and that were not read."""


def told_apart(files: Sequence[SheetFile]) -> tuple[SheetFile, ...]:
    """Files whose sheets all have names of their own: the file's name is added where there are several."""
    if len(files) < 2:
        return tuple(files)
    taken: set[str] = set()
    return tuple(
        replace(file, sheets=tuple(_named(sheet, file, taken) for sheet in file.sheets)) for file in files
    )


def _named(sheet: Sheet, file: SheetFile, taken: set[str]) -> Sheet:
    wanted = f"{file.name} - {sheet.name}" if sheet.name else file.name
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted} ({number})", number + 1
    taken.add(name)
    return replace(sheet, name=name, title=sheet.name)


def letter(column: int) -> str:
    """The letter of a column from 0: A, B... Z, AA..."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def address(row: int, column: int) -> str:
    """The address of a cell from 0: (6, 1) is B7."""
    return f"{letter(column)}{row + 1}"


def text_of(cell: Cell) -> str:
    """A cell as one reads it: single spaces, 612345678.0 as 612345678, dates as 2010-03-04."""
    if isinstance(cell, str):
        return " ".join(cell[:LONGEST_CELL].split()) if cell else ""
    if cell is None or isinstance(cell, bool):
        return "" if cell is None else str(cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
