"""Hidden rows, comments and errors of each kind of workbook: told with the plan, by their addresses."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import xlwt
from odf.dc import Creator
from odf.office import Annotation
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook
from openpyxl.comments import Comment

from smsdesk.domain.list_reading import read_class_list
from smsdesk.domain.sheets import Sheet
from smsdesk.spreadsheets.reading import read_sheets
from smsdesk.spreadsheets.xls_marks import xls_marks

ROWS = [
    ["Nom", "Prénom", "Tél mère"],
    ["Martin", "Léa", "06 39 98 00 01"],
    ["Petit", "Tom", "06 39 98 00 02"],
    ["Durand", "Zoé", "06 39 98 00 03"],
]
NOTE = "Nouveau numéro : 06 39 98 00 55"


def xlsx(path: Path) -> Path:
    book = Workbook()
    for row in ROWS:
        book.active.append(row)
    book.active["C2"].comment = Comment(NOTE, "Le secrétariat")
    for row in (3, 4, 9):
        book.active.row_dimensions[row].hidden = True
    book.save(path)
    return path


def ods(path: Path) -> Path:
    book = OpenDocumentSpreadsheet()
    table = Table(name="Feuil1")
    for number, row in enumerate(ROWS, 1):
        line = TableRow(visibility="filter" if number > 2 else "visible")
        for at, text in enumerate(row):
            cell = TableCell(valuetype="string")
            if (number, at) == (2, 2):
                note = Annotation()
                note.addElement(Creator(text="Le secrétariat"))
                note.addElement(P(text=NOTE))
                cell.addElement(note)
            cell.addElement(P(text=text))
            line.addElement(cell)
        table.addElement(line)
    book.spreadsheet.addElement(table)
    book.save(str(path))
    return path


def xls(path: Path) -> Path:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Élèves")
    for at, row in enumerate(ROWS):
        for column, text in enumerate(row):
            sheet.write(at, column, text)
    for at in (2, 3):
        sheet.row(at).hidden = True
    sheet.row(4).set_cell_text(0, "Roux")
    sheet.row(4).set_cell_error(1, 0x17)
    sheet.row(4).set_cell_text(2, "06 39 98 00 04")
    book.save(str(path))
    return path


def only(path: Path) -> Sheet:
    (sheet,) = read_sheets(path).sheets
    return sheet


@pytest.mark.parametrize("make", [xlsx, ods])
def test_rows_and_comments_are_found(make, tmp_path: Path) -> None:
    sheet = only(make(tmp_path / f"liste.{make.__name__}"))
    assert [row for row in sheet.hidden_rows if row < 4] == [2, 3]
    assert dict(sheet.comments) == {(1, 2): NOTE}
    assert list(sheet.rows[1]) == ROWS[1]


def test_an_old_workbook_tells_its_errors_and_hidden_rows(tmp_path: Path) -> None:
    sheet = only(xls(tmp_path / "liste.xls"))
    assert sheet.hidden_rows == (2, 3)
    assert dict(sheet.errors) == {(4, 1): "#REF!"}


@pytest.mark.parametrize("make", [xlsx, ods, xls])
def test_the_plan_names_them_and_the_people_are_read(make, tmp_path: Path) -> None:
    found = read_class_list(read_sheets(make(tmp_path / f"liste.{make.__name__}")))
    assert {"Léa Martin", "Tom Petit", "Zoé Durand"} <= {draft.name for draft in found.people}
    told = {(rejected.cell, rejected.value) for rejected in found.rejected}
    assert ("", "3-4") in told
    assert (("B5", "#REF!") if make is xls else ("C2", NOTE)) in told


def test_a_list_without_them_says_nothing(tmp_path: Path) -> None:
    book = Workbook()
    for row in ROWS:
        book.active.append(row)
    book.active.column_dimensions["B"].hidden = True
    book.save(tmp_path / "liste.xlsx")
    assert not read_class_list(read_sheets(tmp_path / "liste.xlsx")).rejected


def test_a_damaged_old_workbook_has_no_marks(tmp_path: Path) -> None:
    whole = xls(tmp_path / "liste.xls").read_bytes()
    rng = random.Random(5)
    for _ in range(200):
        data = bytearray(whole[: rng.randrange(len(whole))])
        for _ in range(20):
            if data:
                data[rng.randrange(min(len(data), 2_000))] = rng.randrange(256)
        (tmp_path / "damaged.xls").write_bytes(data)
        for marks in xls_marks(tmp_path / "damaged.xls"):
            assert len(marks.errors) <= 1_000
