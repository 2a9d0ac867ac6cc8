"""A file that a person dropped, read into sheets: refused with a sentence when it is no list."""

from __future__ import annotations

import stat
from pathlib import Path

from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.domain.sheets import Row, Sheet, SheetFile, text_of
from smsdesk.spreadsheets.kinds import FileKind, kind_of
from smsdesk.spreadsheets.text_files import read_text
from smsdesk.spreadsheets.vcard_files import read_cards
from smsdesk.spreadsheets.web_tables import read_web_table
from smsdesk.spreadsheets.workbooks import read_workbook

LARGEST_FILE = 100_000_000
"""Bytes; a list of 100,000 people takes some 10 MB."""


def read_sheets(path: Path) -> SheetFile:
    """Every visible sheet that holds anything. Raises InputError with what to do next."""
    head = _head(path)
    kind = kind_of(head, path.name)
    sheets = [sheet for sheet in _read(path, kind) if any(_filled(row) for row in sheet.rows)]
    if not sheets:
        raise InputError(say("The file {file} is empty.", file=path.name))
    return SheetFile(path.name, path.stem, tuple(sheets))


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


def _read(path: Path, kind: FileKind) -> list[Sheet]:
    try:
        if kind is FileKind.TEXT:
            return read_text(path)
        if kind is FileKind.CARDS:
            return read_cards(path)
        if kind is FileKind.WEB_TABLE:
            return read_web_table(path)
        return read_workbook(path, kind)
    except OSError as problem:
        raise InputError(
            say(
                "The file {file} went away while it was read ({reason}); try again.",
                file=path.name,
                reason=problem.strerror or str(problem),
            )
        ) from None
