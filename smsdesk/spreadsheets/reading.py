"""A file that a person dropped, read into sheets: refused with a sentence when it is no list."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.domain.sheets import Row, SheetFile, text_of
from smsdesk.spreadsheets.child import ChildDied, Work, read_in_child
from smsdesk.spreadsheets.kinds import FileKind, kind_of
from smsdesk.spreadsheets.pieces import Piece, Progress, in_pieces, put_together, without_empty
from smsdesk.spreadsheets.text_files import read_text
from smsdesk.spreadsheets.vcard_files import read_cards

LARGEST_FILE = 100_000_000
"""Bytes; a list of 100,000 people takes some 10 MB."""
_SMALL_TEXT = 1_000_000
"""Bytes; a list of 10,000 people as text, read in some 10 ms."""
_MEMORY_OF_TEXT = 1_200_000_000
"""Bytes that a child may take for the largest text: its cells take ten times the room of the file."""
_OPENING = 0.5
"""The share of the whole that is done when the first row comes."""


def read_sheets(path: Path, progress: Progress = lambda _share: None, *, hidden: bool = False) -> SheetFile:
    """Every visible sheet that holds anything, `hidden` ones too. Raises InputError with what to do next.

    `progress` is told the share that is done several times a second; what it raises ends the reading.
    """
    head = _head(path)
    kind = kind_of(head, path.name)
    pieces = _guarded(path, kind, progress, hidden=hidden)
    sheets, digest, unread = put_together(pieces, lambda share: progress(_later(share)))
    filled = without_empty(sheets, _filled)
    if not filled:
        raise InputError(say("The file {file} is empty.", file=path.name))
    return SheetFile(path.name, path.stem, filled, digest, tuple(unread))


def _later(share: float) -> float:
    """The share of the whole, when a share of the rows has come: the file was opened before."""
    return _OPENING + (1 - _OPENING) * share


def _filled(row: Row) -> bool:
    return any(text_of(cell) for cell in row)


def _head(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise InputError(say("{file} is a folder; choose the list inside it.", file=path.name))
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):  # a pipe or a device may never end
            raise InputError(say("{file} is no file; choose the list itself.", file=path.name))
        size = found.st_size
        with path.open("rb") as file:
            head = file.read(4096)
    except FileNotFoundError:
        raise InputError(
            say("There is no file {file}; check its name and its folder.", file=str(path))
        ) from None
    except OSError as problem:
        raise InputError(
            say(
                "The file {file} cannot be read ({reason}); close it in other programs and try again.",
                file=path.name,
                reason=problem.strerror or str(problem),
            )
        ) from None
    if size > LARGEST_FILE:
        raise InputError(
            say(
                "The file {file} is too large for a list of people ({size} MB).",
                file=path.name,
                size=size // 1_000_000,
            )
        )
    if not head:
        raise InputError(say("The file {file} is empty.", file=path.name))
    return head


def _guarded(path: Path, kind: FileKind, progress: Progress, *, hidden: bool) -> Iterator[Piece]:
    try:
        yield from _read(path, kind, progress, hidden=hidden)
    except OSError as problem:
        raise InputError(
            say(
                "The file {file} went away while it was read ({reason}); try again.",
                file=path.name,
                reason=problem.strerror or str(problem),
            )
        ) from None


def _read(path: Path, kind: FileKind, progress: Progress, *, hidden: bool) -> Iterator[Piece]:
    def waiting() -> None:
        progress(_OPENING / 2)

    if kind in _OTHERS:
        yield from _read_other(path, _OTHERS[kind], waiting)
    else:
        from smsdesk.spreadsheets.workbooks import read_workbook  # noqa: PLC0415  # with calamine, when needed

        yield from read_workbook(path, kind, waiting, hidden=hidden)


def _read_other(path: Path, work: Work, waiting: Callable[[], None]) -> Iterator[Piece]:
    """Text and its relatives: large ones in a child, so that the window goes on."""
    if path.stat().st_size <= _SMALL_TEXT:
        yield from work(path)
        return
    try:
        yield from read_in_child(work, path, lambda: _MEMORY_OF_TEXT, waiting)
    except ChildDied:
        raise InputError(say("The file {file} is too large for a list of people.", file=path.name)) from None


def _text(path: Path) -> Iterator[Piece]:
    return in_pieces(read_text(path))


def _cards(path: Path) -> Iterator[Piece]:
    return in_pieces(read_cards(path))


def _web_table(path: Path) -> Iterator[Piece]:
    from smsdesk.spreadsheets.web_tables import read_web_table  # noqa: PLC0415  # few lists are pages of the web

    return in_pieces(read_web_table(path))


_OTHERS = {FileKind.TEXT: _text, FileKind.CARDS: _cards, FileKind.WEB_TABLE: _web_table}
