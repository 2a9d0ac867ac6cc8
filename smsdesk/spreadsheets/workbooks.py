"""Workbooks (xlsx, xls, ods) read by calamine: here when small and harmless, else in a child process."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import python_calamine as calamine

from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.domain.sheets import MergedRange, Row
from smsdesk.spreadsheets.child import ChildDied, read_in_child
from smsdesk.spreadsheets.kinds import FileKind
from smsdesk.spreadsheets.pieces import Piece, SheetStart, row_pieces
from smsdesk.spreadsheets.zip_guard import MOST_CELLS, MOST_ROWS, beyond_any_list, check_zip

_SMALL_FILE = 1_000_000
"""Bytes of the file; above, a child process is started at once, and the file looked through meanwhile."""
_SMALL_XML = 16_000_000
"""Bytes; up to there an xlsx takes a fraction of a second, less than a child process takes to start.

The other kinds can repeat a cell a million times in a few bytes: always in a child.
"""
_LEAST_MEMORY = 100_000_000
_MEMORY_PER_BYTE = 16
"""What a child may take for each byte unpacked: a real list takes a quarter of it."""


def read_workbook(path: Path, kind: FileKind, waiting: Callable[[], None]) -> Iterator[Piece]:
    """The visible sheets in pieces. Raises InputError when protected, damaged, or no workbook at all.

    `waiting` is called again and again; what it raises ends the reading.
    """
    if kind is FileKind.ZIPPED and path.stat().st_size <= _SMALL_FILE:
        contents = check_zip(path)
        if contents.size <= _SMALL_XML and contents.is_xlsx:
            with _silent():
                pieces = list(read_with_calamine(path))
            yield from pieces
            return
    try:
        yield from read_in_child(read_with_calamine, path, lambda: _allowed(path, kind), waiting)
    except ChildDied:
        raise _damaged(path.name) from None


def _allowed(path: Path, kind: FileKind) -> int:
    """The memory that reading a workbook may take, in bytes. Raises InputError for what is not opened."""
    if kind is FileKind.ZIPPED:
        size = check_zip(path).size
    else:
        _refuse_protected(path)
        size = path.stat().st_size
    return _LEAST_MEMORY + _MEMORY_PER_BYTE * size


def read_with_calamine(path: Path) -> Iterator[Piece]:
    """The visible sheets in pieces, or all when none is visible. Raises InputError."""
    try:
        with calamine.CalamineWorkbook.from_path(path) as book:
            for name in _visible(book):
                yield from _sheet(book, name, path.name)
    except calamine.PasswordError:
        raise _protected(path.name) from None
    except (calamine.CalamineError, ValueError, OSError):
        raise _damaged(path.name) from None
    except BaseException as panic:
        if type(panic).__name__ != "PanicException":  # a defect of the reader on a hostile file
            raise
        raise _damaged(path.name) from None


@contextlib.contextmanager
def _silent() -> Iterator[None]:
    """Keep the last words of the reader, which gives up on some damaged files, away from people."""
    try:
        kept = os.dup(2)
    except OSError:  # a window without a console has no standard error
        yield
        return
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _visible(book: calamine.CalamineWorkbook) -> list[str]:
    sheets = [sheet for sheet in book.sheets_metadata if sheet.typ == calamine.SheetTypeEnum.WorkSheet]
    visible = [sheet.name for sheet in sheets if sheet.visible == calamine.SheetVisibleEnum.Visible]
    return visible or [sheet.name for sheet in sheets]


def _sheet(book: calamine.CalamineWorkbook, name: str, file: str) -> Iterator[Piece]:
    sheet = book.get_sheet_by_name(name)
    rows, columns = sheet.total_height, sheet.total_width
    if rows > MOST_ROWS or rows * columns > MOST_CELLS:
        raise beyond_any_list(file, rows, columns)
    merged: tuple[MergedRange, ...] = ()
    with contextlib.suppress(calamine.CalamineError, ValueError):
        merged = tuple(MergedRange(*start, *end) for start, end in sheet.merged_cell_ranges or ())
    yield SheetStart(name, rows, merged)
    yield from row_pieces(_rows(sheet))


def _rows(sheet: calamine.CalamineSheet) -> Iterator[Row]:
    """The rows from the first one of the sheet on; calamine leaves out empty columns on the left."""
    left = [""] * (sheet.start[1] if sheet.start else 0)
    for row in sheet.iter_rows():
        yield [*left, *row] if left else row


def _refuse_protected(path: Path) -> None:
    """An encrypted xlsx is a compound file with a stream of this name ([MS-OFFCRYPTO] 1.3.2)."""
    if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
        raise _protected(path.name)


def _protected(name: str) -> InputError:
    return InputError(
        say("The file {file} is protected by a password; save it without one and try again.", file=name)
    )


def _damaged(name: str) -> InputError:
    return InputError(
        say(
            "The file {file} is damaged or no list; open it in Excel, save it as .xlsx and try again.",
            file=name,
        )
    )
