"""What calamine leaves out of workbooks: hidden sheets, errors, formulas without a result, merged cells of ods."""

from __future__ import annotations

from pathlib import Path

import pytest
from list_shapes.files import WORKBOOKS
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook

from smsdesk.domain.sheets import MergedRange, Sheet, SheetFile
from smsdesk.spreadsheets.reading import read_sheets


def book_with_hidden(path: Path, state: str) -> Path:
    book = Workbook()
    book.active.title = "CE1"
    book.active.append(["Martin", "06 39 98 00 01"])
    hidden = book.create_sheet("CE2")
    hidden.append(["Petit", "06 39 98 00 02"])
    hidden.sheet_state = state
    book.save(path)
    return path


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_named_and_read_when_it_is_wanted(tmp_path: Path, state: str) -> None:
    path = book_with_hidden(tmp_path / "a.xlsx", state)
    found = read_sheets(path)
    assert ([sheet.name for sheet in found.sheets], found.hidden) == (["CE1"], ("CE2",))
    wanted = read_sheets(path, hidden=True)
    assert ([sheet.name for sheet in wanted.sheets], wanted.hidden) == (["CE1", "CE2"], ())


def test_errors_and_formulas_without_a_result_keep_their_places(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "CE1"
    for row in (
        ["Nom", "Portable"],
        ["Martin", "#N/A"],
        ["Petit", '="06"&"39980001"'],
        ["Roux", "0639980003"],
    ):
        book.active.append(row)
    other = book.create_sheet("CE2")
    other.append(["x", "#REF!"])
    book.save(tmp_path / "a.xlsx")
    found = read_sheets(tmp_path / "a.xlsx")
    assert [dict(sheet.errors) for sheet in found.sheets] == [
        {(1, 1): "#N/A", (2, 1): "=..."},
        {(0, 1): "#REF!"},
    ]


def test_a_list_without_formulas_has_no_marks(tmp_path: Path) -> None:
    rows = [["Nom", "Portable"], ["Martin", "06 39 98 00 01"]]
    for ending, write in WORKBOOKS.items():
        path = tmp_path / f"a.{ending}"
        write(path, SheetFile(path.name, "a", (Sheet("CE1", rows),)))
        (sheet,) = read_sheets(path).sheets
        assert (dict(sheet.errors), sheet.merged) == ({}, ()), ending


def cell(text: str = "", **attributes: object) -> TableCell:
    made = TableCell(valuetype="string", **attributes)
    if text:
        made.addElement(P(text=text))
    return made


def test_merged_cells_of_an_ods_are_found_where_rows_and_columns_repeat(tmp_path: Path) -> None:
    book = OpenDocumentSpreadsheet()
    table = Table(name="CE1")
    blank = TableRow(numberrowsrepeated=2)
    blank.addElement(TableCell(numbercolumnsrepeated=3))
    table.addElement(blank)
    first = TableRow()
    for each in (
        TableCell(numbercolumnsrepeated=2),
        cell("Martin", numberrowsspanned=2),
        cell("06 39 98 00 01"),
    ):
        first.addElement(each)
    table.addElement(first)
    second = TableRow()
    for each in (TableCell(numbercolumnsrepeated=2), CoveredTableCell(), cell("06 39 98 00 02")):
        second.addElement(each)
    table.addElement(second)
    book.spreadsheet.addElement(table)
    book.save(str(tmp_path / "a.ods"))
    (sheet,) = read_sheets(tmp_path / "a.ods").sheets
    assert sheet.merged == (MergedRange(2, 2, 3, 2),)
    assert sheet.rows[2][2] == "Martin"


@pytest.mark.parametrize("encoding", ["cp1252", "iso8859-15"])
def test_the_letter_that_two_old_encodings_put_elsewhere(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Nom;Portable\r\nLecœur;0639980001\r\nBœuf Zoé;0639980002\r\n".encode(encoding))
    (sheet,) = read_sheets(path).sheets
    assert [row[0] for row in sheet.rows] == ["Nom", "Lecœur", "Bœuf Zoé"]
