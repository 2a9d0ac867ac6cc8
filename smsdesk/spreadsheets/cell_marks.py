"""What calamine leaves out of a zipped workbook: errors, formulas without a result, hidden rows, comments."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from xml.etree.ElementTree import Element
from xml.parsers import expat

from defusedxml import ElementTree

from smsdesk.domain.sheets import MergedRange
from smsdesk.spreadsheets.pieces import SheetMarks

_MOST = 1_000
"""Marks of one sheet; a list with more of them is a spoilt one, and says so by these."""
_LARGEST_XML = 128_000_000
"""Bytes of one part that are looked through again; more are no list that somebody wrote formulas into."""
_CELL = re.compile(rb"""<c (?=[^>]*?\br="([A-Z]{1,3})(\d{1,7})")([^>]*)(?<!/)>(.*?)</c>""", re.DOTALL)
_VALUE = re.compile(rb"<v>([^<]*)</v>")
_TEXTS = "xl/sharedStrings.xml"
"""The texts of all sheets, and no cells."""
_ERROR = b't="e"'
_FORMULA_BEGINS = b"<f"
_NO_RESULT = (b"</f></c>", b"</f><v/>", b"</f><v />", b"</f><v></v>")
_SIGNS_OF_ODS = (b"rows-spanned=", b'value-type="error"', b":annotation", b':visibility="')
_HIDDEN = b' hidden="'
_HIDDEN_ROW = re.compile(rb"""<row (?=[^>]*?\br="(\d{1,7})")[^>]*?\bhidden=["](?:1|true)["]""")
_LARGEST_COMMENTS = 5_000_000
"""Bytes of the comments of a sheet."""
_SHOWN = 300
"""Characters of a comment."""
_SHARED = re.compile(rb"<f[^>]*/>(?:<v ?/>)?</c>")
"""A formula that another cell has written out, without its result."""
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FORMULA = "=..."
"""Shown for a formula whose result the file does not have."""
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_ANNOTATION = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 annotation"
_LINE = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 p"
_CALC_TYPE = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 value-type"


def may_have_marks(part: str, piece: bytes) -> bool:
    """Whether a piece of this part of a workbook has a cell of these kinds; a quick no."""
    if part == "content.xml":
        return any(sign in piece for sign in _SIGNS_OF_ODS)
    if part == _TEXTS:
        return False
    if "comments" in part.lower():
        return True
    if _ERROR in piece or _HIDDEN in piece:
        return True
    return b"f" in piece and _FORMULA_BEGINS in piece and _lacks_results(piece)


def _lacks_results(piece: bytes) -> bool:
    return any(sign in piece for sign in _NO_RESULT) or _SHARED.search(piece) is not None


def xlsx_marks(path: Path) -> Iterator[SheetMarks]:
    """Cells of an xlsx that was found harmless which show an error, or a formula without its result."""
    with zipfile.ZipFile(path) as archive:
        for name, member in _sheets_of(archive):
            if archive.getinfo(member).file_size > _LARGEST_XML:
                continue
            content = archive.read(member)
            errors = dict(islice(_errors(content), _MOST))
            hidden = tuple(int(found[1]) - 1 for found in islice(_HIDDEN_ROW.finditer(content), _MOST))
            comments = dict(islice(_comments(archive, member), _MOST))
            if errors or hidden or comments:
                yield SheetMarks(name, errors=errors, hidden_rows=hidden, comments=comments)


def _errors(content: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    for found in _CELL.finditer(content):
        shown = _shown(found[3], found[4])
        if shown:
            yield (int(found[2]) - 1, _column(found[1])), shown


def _comments(archive: zipfile.ZipFile, sheet: str) -> Iterator[tuple[tuple[int, int], str]]:
    """What somebody noted at the cells of a sheet."""
    folder, _, name = sheet.rpartition("/")
    try:
        relations = ElementTree.fromstring(archive.read(f"{folder}/_rels/{name}.rels"))
        for each in relations:
            target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/")
            if not each.get("Type", "").endswith("/comments"):
                continue
            if archive.getinfo(target).file_size <= _LARGEST_COMMENTS:
                yield from _notes(ElementTree.fromstring(archive.read(target)))
    except (KeyError, ElementTree.ParseError):
        return


def _notes(comments: Element) -> Iterator[tuple[tuple[int, int], str]]:
    for each in comments.iter(f"{_MAIN}comment"):
        place = _PLACE.fullmatch(each.get("ref", ""))
        if place:
            text = "".join(part.text or "" for part in each.iter(f"{_MAIN}t"))
            yield (int(place[2]) - 1, _column(place[1].encode())), " ".join(text.split())[:_SHOWN]


def _shown(attributes: bytes, inside: bytes) -> str:
    """What a person sees in a cell that holds no value; "" for other cells."""
    value = _VALUE.search(inside)
    if b't="e"' in attributes:
        return value[1].decode("utf-8", "replace") if value else "#N/A"
    empty = b"<f" in inside and (value is None or not value[1]) and b't="str"' not in attributes
    return _FORMULA if empty else ""


def _sheets_of(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """(name of the sheet, name of its part in the archive)."""
    names = set(archive.namelist())
    try:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    except (KeyError, ElementTree.ParseError):
        return
    targets = {each.get("Id"): each.get("Target", "") for each in relations}
    for sheet in book.iter(f"{_MAIN}sheet"):
        target = targets.get(sheet.get(_RELATIONS), "")
        member = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if member in names:
            yield sheet.get("name", ""), member


def _column(letters: bytes) -> int:
    number = 0
    for code in letters:
        number = number * 26 + code - ord("A") + 1
    return number - 1


def ods_marks(path: Path) -> list[SheetMarks]:
    """Merged cells and cells with an error of an ods that was found harmless."""
    with zipfile.ZipFile(path) as archive:
        if archive.getinfo("content.xml").file_size > _LARGEST_XML:
            return []
        content = archive.read("content.xml")
    reader = _OdsReader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(content, True)
    except expat.ExpatError:
        return []
    return reader.marks


class _OdsReader:
    """Counts rows and columns, repeated ones too, to tell where each cell is."""

    def __init__(self) -> None:
        self.marks: list[SheetMarks] = []
        self._name = ""
        self._merged: list[MergedRange] = []
        self._errors: dict[tuple[int, int], str] = {}
        self._comments: dict[tuple[int, int], str] = {}
        self._hidden: list[int] = []
        self._row = self._column = 0
        self._cell_at = (0, 0)
        self._in_note = self._in_line = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin a table, a row or a cell."""
        if tag == f"{_TABLE}table":
            self._name = attributes.get(f"{_TABLE}name", "")
            self._merged, self._errors, self._comments, self._hidden, self._row = [], {}, {}, [], 0
        elif tag == f"{_TABLE}table-row":
            self._column, self._rows = 0, _count(attributes, "number-rows-repeated")
            if attributes.get(f"{_TABLE}visibility", "visible") != "visible" and len(self._hidden) < _MOST:
                self._hidden += range(self._row, self._row + min(self._rows, _MOST))
        elif tag in {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}:
            self._cell(attributes)
        elif tag == _ANNOTATION and len(self._comments) < _MOST:
            self._in_note = True
            self._comments[self._cell_at] = ""
        elif tag == _LINE:
            self._in_line = True

    def text(self, said: str) -> None:
        """Take what a comment says; who wrote it and when stands outside of its lines."""
        if self._in_note and self._in_line:
            self._comments[self._cell_at] = f"{self._comments[self._cell_at]}{said}"[:_SHOWN]

    def end(self, tag: str) -> None:
        """End a row or a table."""
        if tag == f"{_TABLE}table-row":
            self._row += self._rows
        elif tag == _ANNOTATION:
            self._in_note = False
        elif tag == _LINE:
            self._in_line = False
        elif tag == f"{_TABLE}table" and (self._merged or self._errors or self._hidden or self._comments):
            self.marks.append(
                SheetMarks(self._name, tuple(self._merged), self._errors, tuple(self._hidden), self._comments)
            )

    def _cell(self, attributes: dict[str, str]) -> None:
        rows, columns = (_count(attributes, f"number-{what}-spanned") for what in ("rows", "columns"))
        if (rows > 1 or columns > 1) and len(self._merged) < _MOST:
            self._merged.append(
                MergedRange(self._row, self._column, self._row + rows - 1, self._column + columns - 1)
            )
        self._cell_at = (self._row, self._column)
        if attributes.get(_CALC_TYPE) == "error" and len(self._errors) < _MOST:
            self._errors[self._row, self._column] = "#N/A"
        self._column += _count(attributes, "number-columns-repeated")


def _count(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(f"{_TABLE}{name}", "1")
    return int(text) if text.isdecimal() and len(text) < _MOST_DIGITS else 1


_MOST_DIGITS = 8
