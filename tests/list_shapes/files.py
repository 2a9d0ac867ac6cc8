"""Sheets written to real files of every kind that offices have."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook

from smsdesk.domain.sheets import Cell, Sheet, SheetFile

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1", "mac_roman", "utf-16-le", "cp850")
SEPARATORS = ";,\t|"
_OLD = str.maketrans({"Œ": "OE", "œ": "oe", "ı": "i", "\u202f": "\u00a0", "\u202a": "", "\u202c": ""})
"""What offices wrote before these letters and signs had a place."""


def write_xlsx(path: Path, file: SheetFile) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in file.sheets:
        page = book.create_sheet(sheet.name[:31])
        for row in sheet.rows:
            page.append([cell if cell != "" else None for cell in row])
        for joined in sheet.merged:
            page.merge_cells(
                start_row=joined.first_row + 1,
                end_row=joined.last_row + 1,
                start_column=joined.first_column + 1,
                end_column=joined.last_column + 1,
            )
    book.save(path)


def write_xls(path: Path, file: SheetFile) -> None:
    book = xlwt.Workbook()
    days, hours = xlwt.easyxf(num_format_str="DD/MM/YYYY"), xlwt.easyxf(num_format_str="HH:MM")
    for sheet in file.sheets:
        page = book.add_sheet(sheet.name[:31])
        merged = {(joined.first_row, joined.first_column): joined for joined in sheet.merged}
        for at, row in enumerate(sheet.rows):
            for column, cell in enumerate(row):
                style = (
                    days
                    if isinstance(cell, date)
                    else hours
                    if isinstance(cell, time)
                    else xlwt.Style.default_style
                )
                if joined := merged.get((at, column)):
                    page.write_merge(
                        joined.first_row, joined.last_row, joined.first_column, joined.last_column, cell
                    )
                elif cell not in ("", None):
                    page.write(at, column, cell, style)
    book.save(str(path))


def write_ods(path: Path, file: SheetFile) -> None:
    book = OpenDocumentSpreadsheet()
    book.automaticstyles.addElement(Style(name="plain", family="table-cell"))
    for sheet in file.sheets:
        table = Table(name=sheet.name)
        for at, row in enumerate(sheet.rows):
            table.addElement(_ods_row(sheet, at, row))
        book.spreadsheet.addElement(table)
    book.save(str(path))


def _ods_row(sheet: Sheet, at: int, row: list[Cell]) -> TableRow:
    line = TableRow()
    covered = 0
    for column, cell in enumerate(row):
        joined = next((m for m in sheet.merged if (m.first_row, m.first_column) == (at, column)), None)
        if covered and joined is None:
            line.addElement(CoveredTableCell())
            covered -= 1
            continue
        covered = joined.last_column - joined.first_column if joined else 0
        spans = {"numbercolumnsspanned": covered + 1, "numberrowsspanned": 1} if joined else {}
        line.addElement(_ods_cell(cell, spans))
    return line


def _ods_cell(cell: Cell, spans: dict[str, int]) -> TableCell:
    if isinstance(cell, datetime | date):
        value = TableCell(valuetype="date", datevalue=cell.isoformat(), **spans)
    elif isinstance(cell, time):
        value = TableCell(valuetype="time", timevalue=f"PT{cell.hour}H{cell.minute}M0S", **spans)
    elif isinstance(cell, int | float):
        value = TableCell(valuetype="float", value=repr(cell), **spans)
    else:
        value = TableCell(valuetype="string", **spans) if cell else TableCell(**spans)
    if cell not in ("", None):
        for part in str(cell).split("\n"):
            value.addElement(P(text=part))
    return value


def write_text(path: Path, file: SheetFile, encoding: str, separator: str) -> None:
    """The first sheet as French Excel saves it; an old encoding takes the nearest letters."""
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=separator, lineterminator="\r\n")
    writer.writerows([[as_text(cell) for cell in row] for row in file.sheets[0].rows])
    text = lines.getvalue()
    path.write_bytes((text if encoding.startswith("utf") else text.translate(_OLD)).encode(encoding))


def as_text(cell: Cell) -> str:
    """A cell as French Excel shows it: long numbers in exponent form are kept whole here."""
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell).replace(".", ",")
    return "" if cell is None else str(cell)


WORKBOOKS: dict[str, Callable[[Path, SheetFile], None]] = {
    "xlsx": write_xlsx,
    "xls": write_xls,
    "ods": write_ods,
}
