"""Tables written as xlsx or CSV, in the memory of one row, and only whole files in the place of old ones."""

from __future__ import annotations

import csv
import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from smsdesk.domain.errors import InputError
from smsdesk.domain.formula_guard import guarded
from smsdesk.domain.own_cells import date_text
from smsdesk.domain.own_columns import FRENCH
from smsdesk.domain.sentences import say

TableCell = str | int | date | None


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
    from smsdesk.spreadsheets.xlsx_writing import write_xlsx  # noqa: PLC0415  # 6 MB that few sessions need

    return write_xlsx(path, table)


_WRITERS: dict[str, Callable[[Path, Table], int]] = {".xlsx": _write_xlsx, ".csv": _write_csv}
