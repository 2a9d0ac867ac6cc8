"""What kind of file it is, told by its first bytes and not by its name."""

from __future__ import annotations

from enum import StrEnum

from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say


class FileKind(StrEnum):
    """The kinds that can hold a list."""

    ZIPPED = "zipped"
    """xlsx, xlsm, ods."""
    COMPOUND = "compound"
    """xls, or an encrypted workbook."""
    TEXT = "text"
    WEB_TABLE = "web_table"
    """An HTML table that a school system calls .xls."""
    CARDS = "cards"
    """vCards (.vcf)."""


_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKED_TEXT = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_OTHERS = {
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"{\\rtf": "RTF",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7-Zip",
    b"\x1f\x8b": "gzip",
    b"\x7fELF": "program",
    b"MZ\x90": "program",
    b"SQLite format 3": "database",
}


def kind_of(head: bytes, name: str) -> FileKind:
    """Tell the kind from the first bytes. Raises InputError for what can hold no list."""
    if head.startswith((_ZIP, _EMPTY_ZIP)):
        return FileKind.ZIPPED
    if head.startswith(_COMPOUND):
        return FileKind.COMPOUND
    for magic, what in _OTHERS.items():
        if head.startswith(magic):
            raise _not_a_list(name, what)
    if _is_cards(head):
        return FileKind.CARDS
    if _is_web(head):
        return FileKind.WEB_TABLE
    if _is_text(head):
        return FileKind.TEXT
    raise _not_a_list(name, None)


def _is_cards(head: bytes) -> bool:
    start = head.replace(b"\0", b"")[:200]  # UTF-16 too
    for mark in _MARKED_TEXT:
        start = start.removeprefix(mark)
    return start.lstrip().upper().startswith(b"BEGIN:VCARD")


def _is_web(head: bytes) -> bool:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return start.startswith((b"<html", b"<!doctype html", b"<table", b"<meta")) or b"<table" in start[:2000]


def _is_text(head: bytes) -> bool:
    if head.startswith(_MARKED_TEXT):
        return True
    if head.count(0) >= len(head) // 3:  # UTF-16 without its mark
        return True
    controls = sum(byte < 32 and byte not in b"\t\r\n\x0b\x0c\x1a" for byte in head)
    return controls <= len(head) // 100


def _not_a_list(name: str, what: str | None) -> InputError:
    if what is None:
        return InputError(
            say("The file {file} is no list; save it as Excel (.xlsx) or CSV and try again.", file=name)
        )
    return InputError(
        say(
            "The file {file} is no list ({kind}); save the list as Excel (.xlsx) or CSV and try again.",
            file=name,
            kind=what,
        )
    )
