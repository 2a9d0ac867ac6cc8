"""Workbooks (xlsx, xls, ods) read by calamine: here when small and harmless, else in a child process."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import python_calamine as calamine

from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.domain.sheets import MergedRange, Row
from smsdesk.spreadsheets.cell_marks import ods_marks, xlsx_marks
from smsdesk.spreadsheets.child import ChildDied, read_in_child
from smsdesk.spreadsheets.kinds import FileKind
from smsdesk.spreadsheets.pieces import Piece, SheetStart, row_pieces
from smsdesk.spreadsheets.xls_marks import COMPOUND, xls_marks
from smsdesk.spreadsheets.zip_guard import MOST_CELLS, MOST_ROWS, ZipContents, beyond_any_list, check_zip

_SMALL_FILE = 1_000_000
"""Bytes of the file; above, a child process is started at once, and the file looked through meanwhile."""
_SMALL_XML = 16_000_000
"""Bytes; up to there an xlsx takes a fraction of a second, less than a child process takes to start.

The other kinds can repeat a cell a million times in a few bytes: always in a child.
"""
_LEAST_MEMORY = 100_000_000
_MEMORY_PER_BYTE = 16
"""What a child may take for each byte unpacked: a real list takes a quarter of it."""


def read_workbook(
    path: Path, kind: FileKind, waiting: Callable[[], None], *, hidden: bool = False
) -> Iterator[Piece]:
    """The sheets in pieces, `hidden` ones too. InputError when protected, damaged, or no workbook at all.

    `waiting` is called again and again; what it raises ends the reading.
    """
    contents: list[ZipContents] = []
    if kind is FileKind.ZIPPED and path.stat().st_size <= _SMALL_FILE:
        contents.append(check_zip(path))
        if contents[0].size <= _SMALL_XML and contents[0].is_xlsx:
            with _silent():
                pieces = list(read_with_calamine(path, hidden=hidden))
            yield from pieces
            yield from _marks(path, contents[0])
            return
    try:
        work = partial(read_with_calamine, hidden=hidden)
        yield from read_in_child(work, path, lambda: _allowed(path, kind, contents), waiting)
    except ChildDied:
        raise _damaged(path.name) from None
    yield from _marks(path, *contents)


def _marks(path: Path, contents: ZipContents | None = None) -> Iterator[Piece]:
    """What calamine does not tell of the cells of a zipped workbook that was looked through."""
    if contents and contents.marked:
        yield from xlsx_marks(path) if contents.is_xlsx else ods_marks(path)


def _allowed(path: Path, kind: FileKind, contents: list[ZipContents]) -> int:
    """The memory that reading a workbook may take, in bytes. Raises InputError for what is not opened.

    What a zipped one holds is looked up, unless `contents` has it.
    """
    if kind is FileKind.ZIPPED:
        if not contents:
            contents.append(check_zip(path))
        return _LEAST_MEMORY + _MEMORY_PER_BYTE * contents[0].size
    _refuse_protected(path)
    return _LEAST_MEMORY + _MEMORY_PER_BYTE * path.stat().st_size


def read_with_calamine(path: Path, *, hidden: bool = False) -> Iterator[Piece]:
    """The visible sheets in pieces, or all when none is visible or `hidden` ones are wanted. InputError else.

    Of a hidden sheet that is not wanted comes its name alone.
    """
    try:
        with calamine.CalamineWorkbook.from_path(path) as book:
            names, unread = _parted(book, hidden=hidden)
            for name in names:
                yield from _sheet(book, name, path.name)
            for name in unread:
                yield SheetStart(name, 0, unread=True)
        with path.open("rb") as file:
            is_xls = file.read(len(COMPOUND)) == COMPOUND
        yield from xls_marks(path) if is_xls else ()
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


def _parted(book: calamine.CalamineWorkbook, *, hidden: bool) -> tuple[list[str], list[str]]:
    """The names of the sheets to be read, and of those that are not."""
    sheets = [sheet for sheet in book.sheets_metadata if sheet.typ == calamine.SheetTypeEnum.WorkSheet]
    visible = [sheet.name for sheet in sheets if sheet.visible == calamine.SheetVisibleEnum.Visible]
    names = [sheet.name for sheet in sheets]
    if hidden or not visible:
        return names, []
    return visible, [name for name in names if name not in visible]


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
