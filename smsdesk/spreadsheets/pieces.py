"""Sheets in pieces: a large list comes from its child process some hundred rows at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from smsdesk.domain.sheets import MergedRange, Row, Sheet

ROWS_IN_A_PIECE = 500
"""Some millisecond's work for whoever takes it: the window is not held up."""


@dataclass(frozen=True)
class SheetStart:
    """What comes before the rows of a sheet; `count` says how many rows will come.

    A hidden one that is not read has none.
    """

    name: str
    count: int
    merged: tuple[MergedRange, ...] = ()
    title: str | None = None
    places: Mapping[tuple[int, int], int] = field(default_factory=dict)
    unread: bool = False


@dataclass(frozen=True)
class SheetMarks:
    """What was found out of a sheet of this name besides its values; see Sheet."""

    name: str
    merged: tuple[MergedRange, ...] = ()
    errors: Mapping[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: tuple[int, ...] = ()
    comments: Mapping[tuple[int, int], str] = field(default_factory=dict)


@dataclass(frozen=True)
class Digest:
    """A number that only the same cells have; a child sends it last."""

    value: str


Piece = SheetStart | list[Row] | SheetMarks | Digest
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


def put_together(pieces: Iterable[Piece], progress: Progress) -> tuple[list[Sheet], str, list[str]]:
    """(the sheets, their digest or "" where none came, the names of hidden ones that were not read).

    `progress` goes by the rows of each sheet.
    """
    sheets: list[Sheet] = []
    unread: list[str] = []
    digest = ""
    rows: list[Row] = []
    count = 0
    for piece in pieces:
        if isinstance(piece, SheetStart) and piece.unread:
            unread.append(piece.name)
        elif isinstance(piece, SheetStart):
            rows, count = [], piece.count
            sheets.append(Sheet(piece.name, rows, piece.merged, piece.title, piece.places))
        elif isinstance(piece, Digest):
            digest = piece.value
        elif isinstance(piece, SheetMarks):
            sheets = [_marked(sheet, piece) for sheet in sheets]
        else:
            rows += piece
            progress(min(len(rows) / max(count, 1), 1.0))
    return sheets, digest, unread


def _marked(sheet: Sheet, marks: SheetMarks) -> Sheet:
    if sheet.name != marks.name:
        return sheet
    return replace(
        sheet,
        merged=(*sheet.merged, *marks.merged),
        errors=marks.errors,
        hidden_rows=marks.hidden_rows,
        comments=marks.comments,
    )


def without_empty(sheets: Sequence[Sheet], is_filled: Callable[[Row], bool]) -> tuple[Sheet, ...]:
    """The sheets that hold anything."""
    return tuple(sheet for sheet in sheets if any(map(is_filled, sheet.rows)))
