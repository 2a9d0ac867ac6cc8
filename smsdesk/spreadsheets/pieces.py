"""Sheets in pieces: a large list comes from its child process some hundred rows at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from smsdesk.domain.sheets import MergedRange, Row, Sheet

ROWS_IN_A_PIECE = 500
"""Some millisecond's work for whoever takes it: the window is not held up."""


@dataclass(frozen=True)
class SheetStart:
    """What comes before the rows of a sheet; `count` says how many rows will come."""

    name: str
    count: int
    merged: tuple[MergedRange, ...] = ()
    title: str | None = None
    places: Mapping[tuple[int, int], int] = field(default_factory=dict)


@dataclass(frozen=True)
class Digest:
    """The last piece: a number that only the same cells have."""

    value: str


Piece = SheetStart | list[Row] | Digest
Progress = Callable[[float], None]
"""Told which share is done, from 0 to 1; what it raises ends the reading."""


def in_pieces(sheets: Iterable[Sheet]) -> Iterator[Piece]:
    """Whole sheets taken apart."""
    for sheet in sheets:
        yield SheetStart(sheet.name, len(sheet.rows), sheet.merged, sheet.title, sheet.places)
        yield from row_pieces(sheet.rows)


def row_pieces(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Rows, so many at a time."""
    piece: list[Row] = []
    for row in rows:
        piece.append(row)
        if len(piece) == ROWS_IN_A_PIECE:
            yield piece
            piece = []
    if piece:
        yield piece


def put_together(pieces: Iterable[Piece], progress: Progress) -> tuple[list[Sheet], str]:
    """(the sheets, their digest or "" where none came); `progress` goes by the rows of each sheet."""
    sheets: list[Sheet] = []
    digest = ""
    rows: list[Row] = []
    count = 0
    for piece in pieces:
        if isinstance(piece, SheetStart):
            rows, count = [], piece.count
            sheets.append(Sheet(piece.name, rows, piece.merged, piece.title, piece.places))
        elif isinstance(piece, Digest):
            digest = piece.value
        else:
            rows += piece
            progress(min(len(rows) / max(count, 1), 1.0))
    return sheets, digest


def without_empty(sheets: Sequence[Sheet], is_filled: Callable[[Row], bool]) -> tuple[Sheet, ...]:
    """The sheets that hold anything."""
    return tuple(sheet for sheet in sheets if any(map(is_filled, sheet.rows)))
