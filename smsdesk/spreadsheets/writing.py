"""Tables written as xlsx or CSV, in the memory of one row, and only whole files in the place of old ones."""

from __future__ import annotations

import contextlib
import csv
import errno
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from smsdesk.domain.errors import InputError
from smsdesk.domain.formula_guard import guarded, starts_formula
from smsdesk.domain.own_cells import date_text
from smsdesk.domain.own_columns import FRENCH
from smsdesk.domain.sentences import say

TableCell = str | int | date | None
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


@dataclass(frozen=True)
class TableColumn:
    """One column: its header, its width in characters, and whether a person need not see it."""

    header: str
    width: int = 16
    hidden: bool = False


@dataclass(frozen=True)
class Table:
    """What is written. `rows` is asked for once, row by row; `title` names the sheet."""

    title: str
    columns: Sequence[TableColumn]
    rows: Iterable[Sequence[TableCell]]
    language: str = FRENCH


def write_table(path: Path, table: Table) -> int:
    """Write a table as its suffix says and give the number of rows; the old file stays until all is there.

    Raises InputError for another suffix, and when the file cannot be written.
    """
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise InputError(say("{file} has no known ending; choose a name with .xlsx or .csv.", file=path.name))
    with replacing(path) as fresh:
        return write(fresh, table)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a new file beside `path` to write to, then put it in its place, at once and durably.

    Raises InputError, with the old file as it was, when the system refuses any of that.
    """
    target = Path(os.path.realpath(path))
    try:
        fresh = _fresh_beside(target)
        try:
            yield fresh
            _settle(fresh, target)
        finally:
            fresh.unlink(missing_ok=True)
    except OSError as problem:
        raise _refused(path, problem) from None


def _fresh_beside(target: Path) -> Path:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if target.exists() and not stat.S_ISREG(target.stat().st_mode):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    handle, name = tempfile.mkstemp(prefix=".smsdesk-", suffix=".tmp", dir=target.parent)
    os.close(handle)
    return Path(name)


def _settle(fresh: Path, target: Path) -> None:
    with fresh.open("rb+") as written:
        os.fsync(written.fileno())
    if target.exists():
        shutil.copymode(target, fresh)
    fresh.replace(target)


def _refused(path: Path, problem: OSError) -> InputError:
    if problem.errno in (errno.ENOSPC, errno.EDQUOT):
        return InputError(
            say("The disk is full, so {file} was not written; make room and try again.", file=path.name)
        )
    return InputError(
        say(
            "The file {file} cannot be written ({reason}); close it in other programs or choose another "
            "place. What stood there is unchanged.",
            file=path.name,
            reason=problem.strerror or str(problem),
        )
    )


def _write_csv(path: Path, table: Table) -> int:
    """Semicolons, line ends and the mark of UTF-8, as Excel with French settings expects them."""
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow([guarded(column.header) for column in table.columns])
        for row in table.rows:
            writer.writerow([_csv_text(cell, table.language) for cell in row])
            count += 1
    return count


def _csv_text(cell: TableCell, language: str) -> str | int:
    if isinstance(cell, str):
        return guarded(cell.replace("\0", ""))
    if isinstance(cell, date):
        return date_text(cell, language)
    return "" if cell is None else cell


def _write_xlsx(path: Path, table: Table) -> int:
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


_WRITERS: dict[str, Callable[[Path, Table], int]] = {".xlsx": _write_xlsx, ".csv": _write_csv}
