"""Tables on disk: whole or not at all, texts as texts, dates as dates."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from smsdesk.domain.errors import InputError
from smsdesk.spreadsheets.writing import Table, TableColumn, replacing, write_table

COLUMNS = (TableColumn("Nom", 20), TableColumn("Né le"), TableColumn("Réf.", hidden=True))
ROWS = [
    ["=1+1", date(2014, 3, 4), "1"],
    ["#N/A", None, "2"],
    ["06 39 98 00 01", None, "_x000D_"],
    ["a\rb", None, ""],
]


def test_xlsx_holds_texts_dates_a_styled_header_and_a_filter(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    assert write_table(path, Table("Piano [A]: 1/2", COLUMNS, ROWS)) == 4
    sheet = openpyxl.load_workbook(path).active
    assert sheet.title == "Piano  A   1 2"
    assert sheet["A1"].font.b
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:C5"
    assert sheet.column_dimensions["C"].hidden
    assert [(sheet.cell(row, 1).value, sheet.cell(row, 1).data_type) for row in (2, 3, 4)] == [
        ("=1+1", "s"),
        ("#N/A", "s"),
        ("06 39 98 00 01", "s"),
    ]
    assert sheet["A2"].quotePrefix
    assert sheet["A4"].number_format == "@"
    assert (sheet["B2"].value.date(), sheet["B2"].number_format) == (date(2014, 3, 4), "dd/mm/yyyy")
    assert sheet["C4"].value in {"_x000D_", "_x005F_x000D_"}  # openpyxl leaves the escape as it stands


def test_csv_is_what_a_french_excel_opens(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    write_table(path, Table("x", COLUMNS, ROWS))
    assert path.read_bytes().startswith("\ufeffNom;Né le;Réf.\r\n'=1+1;04/03/2014;1\r\n#N/A;;2\r\n".encode())


def test_an_unknown_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no known ending"):
        write_table(tmp_path / "list.doc", Table("x", COLUMNS, ROWS))


def _breaking() -> Iterator[list[str]]:
    yield ["a", "", ""]
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"list{suffix}"
    path.write_text("old")
    with pytest.raises(InputError, match="disk is full"):
        write_table(path, Table("x", COLUMNS, _breaking()))
    assert path.read_text() == "old"
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_a_real_full_disk(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("the system has no /dev/full")
    with pytest.raises(InputError, match="disk is full"):
        _write_to_the_full_device(tmp_path / "a.csv")


def _write_to_the_full_device(path: Path) -> None:
    with replacing(path) as fresh:
        fresh.unlink()
        fresh.symlink_to("/dev/full")
        fresh.write_text("x")


@pytest.mark.parametrize("target", ["", "nowhere/list.csv"])
def test_a_place_that_cannot_be_written_gives_a_sentence(tmp_path: Path, target: str) -> None:
    with pytest.raises(InputError, match="cannot be written"), replacing(tmp_path / target):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="modes and links of POSIX")
def test_the_file_keeps_its_mode_and_a_link_its_target(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_table(link, Table("x", COLUMNS, ROWS))
    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert real.read_bytes().startswith(b"\xef\xbb\xbfNom")
    write_table(tmp_path / "new.csv", Table("x", COLUMNS, ROWS))
    assert stat.S_IMODE((tmp_path / "new.csv").stat().st_mode) == 0o600
