"""What calamine leaves out of an xls: cells with errors, hidden rows, comments ([MS-XLS] 2.4, [MS-CFB] 2)."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from pathlib import Path

from smsdesk.spreadsheets.pieces import SheetMarks

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How such a file begins."""
_MOST = 1_000
"""Marks of one kind and sheet."""
_LAST_SECTOR = 0xFFFFFFF0
_ENTRY = 128
_BOUND_SHEET, _BEGIN, _END = 0x0085, 0x0809, 0x000A
_ERROR, _FORMULA, _ROW, _NOTE = 0x0205, 0x0006, 0x0208, 0x001C
_HIDDEN_ROW = 0x20
_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!",
    0x2A: "#N/A",
}  # fmt: skip


def xls_marks(path: Path) -> list[SheetMarks]:
    """The marks of each sheet that has any; none of a file that is damaged or of an older kind."""
    try:
        stream = _workbook(path.read_bytes())
        return [marks for name, at in _sheets(stream) if (marks := _marks_of(name, stream, at))]
    except (struct.error, IndexError, ValueError):
        return []


def _workbook(data: bytes) -> bytes:
    """The stream of the workbook inside the compound file; b"" without one."""
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    small = 1 << struct.unpack_from("<H", data, 32)[0]
    directory, cutoff, small_table = (struct.unpack_from("<I", data, at)[0] for at in (48, 56, 60))
    table = _table(data, size)

    def read(start: int) -> bytes:
        return b"".join(data[(n + 1) * size : (n + 2) * size] for n in _chain(table, start))

    entries = _entries(read(directory))
    root, book = entries.get("Root Entry"), entries.get("Workbook")
    if root is None or book is None:
        return b""
    start, length = book
    if length >= cutoff:
        return read(start)[:length]
    smalls = _numbers(read(small_table))
    inside = read(root[0])
    return b"".join(inside[n * small : (n + 1) * small] for n in _chain(smalls, start))[:length]


def _table(data: bytes, size: int) -> Sequence[int]:
    """Which sector follows each; the sectors that hold this are named in the header, then in a chain."""
    places = list(struct.unpack_from("<109I", data, 76))
    further, left = struct.unpack_from("<II", data, 68)
    while further < _LAST_SECTOR and left and len(places) * size < len(data):
        named = _numbers(data[(further + 1) * size : (further + 2) * size])
        places += named[:-1]
        further, left = named[-1], left - 1
    sectors = (data[(n + 1) * size : (n + 2) * size] for n in places if n < _LAST_SECTOR)
    return _numbers(b"".join(sectors))


def _numbers(data: bytes) -> Sequence[int]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _chain(table: Sequence[int], start: int) -> Iterator[int]:
    for _ in range(len(table)):  # a damaged file may go round in circles
        if start >= len(table):
            return
        yield start
        start = table[start]


def _entries(directory: bytes) -> dict[str, tuple[int, int]]:
    """First sector and length of each stream."""
    found = {}
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        length = struct.unpack_from("<H", directory, at + 64)[0]
        name = directory[at : at + max(length - 2, 0)].decode("utf-16-le", "replace")
        found[name] = struct.unpack_from("<II", directory, at + 116)
    return found


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int]]:
    """(kind, where its content begins) of each record from a place on."""
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, at + 4
        at += 4 + length


def _sheets(stream: bytes) -> Iterator[tuple[str, int]]:
    """(name, where it begins) of each sheet."""
    for kind, at in _records(stream, 0):
        if kind == _END:
            return
        if kind == _BOUND_SHEET:
            place, _state, length, wide = struct.unpack_from("<IHBB", stream, at)
            text = stream[at + 8 : at + 8 + (length << (wide & 1))]
            yield text.decode("utf-16-le" if wide & 1 else "latin-1", "replace"), place


def _marks_of(name: str, stream: bytes, begin: int) -> SheetMarks | None:
    errors: dict[tuple[int, int], str] = {}
    comments: dict[tuple[int, int], str] = {}
    hidden: list[int] = []
    depth = 0
    for kind, at in _records(stream, begin):
        depth += (kind == _BEGIN) - (kind == _END)
        if depth <= 0:
            break
        if kind in {_ERROR, _FORMULA} and len(errors) < _MOST and (shown := _shown(kind, stream, at)):
            errors[struct.unpack_from("<HH", stream, at)] = shown
        elif kind == _ROW and len(hidden) < _MOST and stream[at + 12] & _HIDDEN_ROW:
            hidden.append(struct.unpack_from("<H", stream, at)[0])
        elif kind == _NOTE and len(comments) < _MOST:
            comments[struct.unpack_from("<HH", stream, at)] = ""
    return SheetMarks(name, (), errors, tuple(hidden), comments) if errors or hidden or comments else None


def _shown(kind: int, stream: bytes, at: int) -> str:
    """What a person sees in a cell with an error; "" for other cells."""
    value = stream[at + 6 : at + 14]
    if kind == _ERROR:
        return _ERRORS.get(value[0], "#N/A") if value[1] else ""
    is_error = value[6:] == b"\xff\xff" and value[0] == 2
    return _ERRORS.get(value[2], "#N/A") if is_error else ""
