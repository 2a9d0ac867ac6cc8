"""What a zipped workbook would really unpack to, found out in little memory before anybody opens it."""

from __future__ import annotations

import re
import time
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say

_LARGEST_XML = 400_000_000
"""Bytes of all XML together; 100,000 people with 12 columns take some 80 MB."""
_OTHER_KINDS = frozenset({"xl/workbook.bin", "content.xml"})
_LARGE_MEMBER = 20_000_000
_HIGHEST_RATIO = 120
"""Real sheets shrink to a twentieth; a large member that shrinks more than this was made to."""
_MOST_MEMBERS = 5_000
MOST_CELLS = 12_000_000
"""Calamine keeps the whole rectangle of a sheet, empty cells too: some 30 bytes each."""
_SPARSE_CELLS = 2_500_000
"""Some 100 MB: a larger rectangle must be filled, to a quarter at least."""
_SHARE_FILLED = 4
MOST_ROWS = 300_000
"""Three times the residents of the largest town this is made for."""
MOST_COLUMNS = 16_384
"""As many as Excel has."""
_CHUNK = 1 << 18
_OVERLAP = 256
_LOOKED_AT_S = 8.0
"""Of the processor, for a whole file: the largest list takes half of it on a slow computer."""

_MAY_BE_FAR = re.compile(rb"""r\s*=\s*["'](?:[A-Za-z]{2,3}\d|[A-Za-z]?\d{6})""")
"""Every far cell and row, and little else: a piece of XML without it needs no second look."""
_HIGHEST_NEAR_ROW = 99_999
_FAR_COLUMN = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{2,3})\d""")
_FAR_ROW = re.compile(rb"""\br\s*=\s*["'][A-Za-z]{1,3}(\d{6,9})""")
"""A cell right of column Z or below row 99,999: only these make a sheet large."""
_ROW = re.compile(rb"""<(?:\w+:)?row\b[^>]*?\br\s*=\s*["'](\d{1,9})""")
_CELL = b"<c "
_FILLED_CELL = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\br\s*=\s*["']([A-Za-z]{1,3})(\d+)["'](?:[^>]*[^/>])?>""")
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


@dataclass(frozen=True)
class ZipContents:
    """A zipped workbook that may be opened: its parts unpacked in bytes, and whether it is xlsx.

    The other kinds (ods, xlsb) can make a million cells of a few bytes, or are not looked through here.
    """

    size: int
    is_xlsx: bool
    marked: bool = False
    """Whether some cell has more to it than calamine tells; see `cell_marks`."""


class _File:
    """An open workbook, unpacked piece by piece for as long as a list would take."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self.archive = archive
        self.name = name
        self._until = time.thread_time() + _LOOKED_AT_S

    def pieces(self, member: zipfile.ZipInfo) -> Iterator[bytes]:
        """A part of it; each piece begins with the end of the one before. InputError after too long."""
        tail = b""
        with self.archive.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                if time.thread_time() > self._until:
                    raise InputError(
                        say(
                            "A sheet of {file} has far more cells than a list; "
                            "copy the list into a new workbook and try again.",
                            file=self.name,
                        )
                    )
                yield tail + chunk
                tail = chunk[-_OVERLAP:]


def check_zip(path: Path) -> ZipContents:
    """Look a zipped workbook through. Raises InputError for a bomb, a damaged file or no workbook."""
    try:
        with zipfile.ZipFile(path) as archive:
            return _check(_File(archive, path.name))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError):
        raise InputError(
            say("The file {file} is damaged or not complete; save or download it again.", file=path.name)
        ) from None


def _check(file: _File) -> ZipContents:
    name, members = file.name, file.archive.infolist()
    if not any(_is_workbook(member.filename) for member in members):
        raise InputError(
            say("The file {file} is no list; save it as Excel (.xlsx) or CSV and try again.", file=name)
        )
    if len(members) > _MOST_MEMBERS or any(map(_swollen, members)):
        raise _bomb(name)
    texts = [member for member in members if member.filename.lower().endswith((".xml", ".rels"))]
    total = sum(m.file_size for m in members if m.filename.lower().endswith((".xml", ".rels", ".bin")))
    if total > _LARGEST_XML:
        raise _bomb(name)
    marked = [_check_member(file, member) for member in texts]
    is_xlsx = all(member.filename.lower() not in _OTHER_KINDS for member in members)
    return ZipContents(total, is_xlsx, any(marked))


def _is_workbook(filename: str) -> bool:
    return filename.lower() in {"xl/workbook.xml", *_OTHER_KINDS}


def _swollen(member: zipfile.ZipInfo) -> bool:
    return (
        member.file_size > _LARGE_MEMBER and member.file_size > max(member.compress_size, 1) * _HIGHEST_RATIO
    )


def _check_member(file: _File, member: zipfile.ZipInfo) -> bool:
    """Unpack piece by piece: sizes and checksum are right, no entities, no sheet of absurd extent.

    Gives whether some cell has a mark.
    """
    from smsdesk.spreadsheets.cell_marks import may_have_marks  # noqa: PLC0415  # XML is for workbooks alone

    extent, marked, sifted = _Extent(), False, False
    for piece in file.pieces(member):
        if b"!" in piece and _DOCTYPE.search(piece):
            raise _bomb(file.name)
        marked = marked or may_have_marks(member.filename, piece)
        if not sifted and _MAY_BE_FAR.search(piece):
            extent.add_far(piece)
            if sifted := extent.is_beyond:
                _check_filled(file, member)
    if not sifted and _is_absurd(max(extent.rows, _HIGHEST_NEAR_ROW), extent.columns, cells=0):
        _check_cells(file, member, extent)
    return marked


def _check_cells(file: _File, member: zipfile.ZipInfo, extent: _Extent) -> None:
    """A second look at a sheet that is large unless its rows are few: how many these and the cells are."""
    cells = 0
    for piece in file.pieces(member):
        cells += piece.count(_CELL)
        extent.add_rows(piece)
    if _is_absurd(extent.rows, extent.columns, cells):
        _check_filled(file, member)


class _Extent:
    """How far a sheet reaches, as far as its far cells and rows tell; near columns count as one."""

    def __init__(self) -> None:
        self.rows = 1
        self.columns = 1

    def add_far(self, piece: bytes) -> None:
        """Look at the cells right of column Z and below row 99,999."""
        self.add_rows(piece)
        self.columns = max([self.columns, *map(_column_number, set(_FAR_COLUMN.findall(piece)))])
        self.rows = max([self.rows, *map(int, set(_FAR_ROW.findall(piece)))])

    @property
    def is_beyond(self) -> bool:
        """Whether it is more than any number of cells could fill."""
        return self.rows > MOST_ROWS or self.rows * self.columns > MOST_CELLS

    def add_rows(self, piece: bytes) -> None:
        """Look at the numbers of the rows."""
        self.rows = max([self.rows, *map(int, _ROW.findall(piece))])


def _check_filled(file: _File, member: zipfile.ZipInfo) -> None:
    """The slow look: cells that are only formatted, down to the end of the sheet, do no harm."""
    widest, last_row, cells = 1, 1, 0
    for piece in file.pieces(member):
        filled = _FILLED_CELL.findall(piece)
        cells += len(filled)
        widest = max([widest, *map(_column_number, {letters for letters, _ in filled})])
        last_row = max([last_row, *(int(row[-9:]) for row in {row for _, row in filled})])
        if last_row > MOST_ROWS or last_row * widest > MOST_CELLS:
            break
    if _is_absurd(last_row, widest, cells):
        raise beyond_any_list(file.name, last_row, widest)


def _is_absurd(rows: int, columns: int, cells: int) -> bool:
    """Whether the rectangle is larger than any list, or large and nearly empty."""
    most = min(MOST_CELLS, max(_SPARSE_CELLS, _SHARE_FILLED * cells))
    return rows > MOST_ROWS or rows * columns > most


def beyond_any_list(name: str, rows: int, columns: int) -> InputError:
    """The refusal of a sheet that would fill the memory with empty cells."""
    return InputError(
        say(
            "A sheet of {file} reaches far beyond any list (row {row}, column {column}); "
            "copy the list into a new workbook and try again.",
            file=name,
            row=rows,
            column=columns,
        )
    )


def _column_number(letters: bytes) -> int:
    number = 0
    for code in letters.upper():
        number = number * 26 + code - ord("A") + 1
    return number


def _bomb(name: str) -> InputError:
    return InputError(
        say(
            "The file {file} is not a real list: it would unpack to far too much. It was not opened.",
            file=name,
        )
    )
