"""One table as a sheet of Excel, row by row; openpyxl is loaded with this module and nowhere else."""

from __future__ import annotations

import contextlib
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from smsdesk.domain.errors import InputError
from smsdesk.domain.formula_guard import starts_formula
from smsdesk.domain.sentences import say

if TYPE_CHECKING:
    from smsdesk.spreadsheets.writing import Table, TableCell

MOST_ROWS = 1_048_575
"""Rows of a sheet without the header (ECMA-376, as Excel has it)."""
_LONGEST_TITLE = 31
_NOT_IN_TITLE = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""A text that looks like an escaped character is escaped itself (ECMA-376 part 1, 22.9.2.19)."""
_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_TEXT_FORMAT = "@"
_DATE_FORMAT = "dd/mm/yyyy"
_HEADER_FILL = "DCE6F1"
_LONGEST_TEXT = 32_767
"""Characters of a cell (Excel's limit)."""


def write_xlsx(path: Path, table: Table) -> int:
    """Write a workbook of one sheet; gives how many rows. InputError when a sheet cannot hold them."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_sheet_title(table.title))
    try:
        rows = _SheetRows(sheet, table)
        count = rows.write()
    except BaseException:
        with contextlib.suppress(Exception):  # the failure itself is told; this only lets go of the file
            sheet.close()
        raise
    last = f"{get_column_letter(len(table.columns))}{count + 1}"
    sheet.auto_filter.ref = f"A1:{last}"
    book.save(path)
    return count


def _sheet_title(title: str) -> str:
    return _NOT_IN_TITLE.sub(" ", title).strip(" '")[:_LONGEST_TITLE].strip(" '") or "1"


class _SheetRows:
    """Writes the rows of one sheet; cells with a style are made once and used for every row."""

    def __init__(self, sheet: Any, table: Table) -> None:
        self._sheet = sheet
        self._table = table
        self._texts = [self._cell(number_format=_TEXT_FORMAT) for _ in table.columns]
        self._harmless = [self._cell(number_format=_TEXT_FORMAT, quotePrefix=True) for _ in table.columns]
        """For what could be a formula: it stays a text when a person edits it."""
        self._dates = [self._cell(number_format=_DATE_FORMAT) for _ in table.columns]

    def write(self) -> int:
        """Write the header and every row; gives how many rows."""
        self._sheet.freeze_panes = "A2"
        for index, column in enumerate(self._table.columns, 1):
            dimension = self._sheet.column_dimensions[get_column_letter(index)]
            dimension.width = column.width
            dimension.hidden = column.hidden
            dimension.number_format = _TEXT_FORMAT
        self._sheet.append([self._header(column.header) for column in self._table.columns])
        count = 0
        for count, row in enumerate(self._table.rows, 1):
            if count > MOST_ROWS:
                raise InputError(say("A sheet of Excel cannot hold so many people; choose a name with .csv."))
            self._sheet.append([self._written(index, cell) for index, cell in enumerate(row)])
        return count

    def _written(self, index: int, cell: TableCell) -> object:
        if isinstance(cell, str):
            return self._text(index, cell) if cell else None
        if isinstance(cell, date):
            shown = self._dates[index]
            shown.value = cell
            return shown
        return cell

    def _text(self, index: int, text: str) -> object:
        """A text as it is; one that could be taken for something else in a cell that says it is a text."""
        safe = _ESCAPE_LIKE.sub("_x005F_", text) if "_x" in text else text
        if not safe.isprintable():
            safe = _NOT_XML.sub(_escaped, safe)
        if len(safe) > _LONGEST_TEXT:  # openpyxl would cut it without a word
            safe = _NOT_XML.sub(" ", text)
        if safe[0].isalpha():
            return safe
        shown = (self._harmless if starts_formula(safe) else self._texts)[index]
        shown.value = safe
        shown.data_type = "s"
        return shown

    def _header(self, text: str) -> object:
        cell = self._cell(font=Font(bold=True), fill=PatternFill("solid", fgColor=_HEADER_FILL))
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        cell.value = text
        cell.data_type = "s"
        return cell

    def _cell(self, **style: object) -> Any:
        cell = WriteOnlyCell(self._sheet)
        for name, value in style.items():
            setattr(cell, name, value)
        return cell


def _escaped(found: re.Match[str]) -> str:
    return f"_x{ord(found.group()):04X}_"
