"""Real files of every kind, as other programs write them, and files that are none."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from smsdesk.domain.errors import InputError
from smsdesk.domain.sheets import MergedRange, SheetFile, address, text_of
from smsdesk.spreadsheets import zip_guard
from smsdesk.spreadsheets.reading import read_sheets

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="no such limits or files on Windows")

ROWS: list[list[str]] = [
    ["Nom", "Prénom", "Tél"], ["Lefèvre", "Zoé", "06 39 98 00 01"], ["Œuvrard", "Inès", "06 39 98 00 02"],
]  # fmt: skip


def as_texts(found: SheetFile) -> list[list[str]]:
    return [[text_of(cell) for cell in row] for row in found.sheets[0].rows]


def write_xlsx(path: Path) -> None:
    book = Workbook()
    for row in ROWS:
        book.active.append(row)
    book.save(path)


def write_xls(path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Feuil1")
    for r, row in enumerate(ROWS):
        for c, text in enumerate(row):
            sheet.write(r, c, text)
    book.save(str(path))


def write_ods(path: Path) -> None:
    book = OpenDocumentSpreadsheet()
    table = Table(name="Feuille1")
    for row in ROWS:
        line = TableRow()
        for text in row:
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=text))
            line.addElement(cell)
        table.addElement(line)
    tail = TableRow(numberrowsrepeated="1048573")
    tail.addElement(TableCell(numbercolumnsrepeated="16384"))
    table.addElement(tail)
    book.spreadsheet.addElement(table)
    book.save(str(path))


def write_html(path: Path) -> None:
    rows = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in ROWS)
    path.write_text(f"<html><meta charset='utf-8'><table>{rows}</table></html>", encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "write"),
    [("a.xlsx", write_xlsx), ("a.xls", write_xls), ("a.ods", write_ods), ("system.xls", write_html),
     ("wrongly_named.csv", write_xlsx)],
)  # fmt: skip
def test_workbooks_are_known_by_what_they_hold(
    tmp_path: Path, name: str, write: Callable[[Path], None]
) -> None:
    write(tmp_path / name)
    assert as_texts(read_sheets(tmp_path / name)) == ROWS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_text_in_the_usual_encodings_and_separators(tmp_path: Path, encoding: str, separator: str) -> None:
    path = tmp_path / "liste.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=separator).writerows(ROWS)
    assert as_texts(read_sheets(path)) == ROWS


def test_a_quoted_cell_keeps_separators_and_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_bytes('Nom;Tél\r\n"Martin; Léa";"06 39 98 00 01\n06 39 98 00 02"\r\n'.encode())
    assert read_sheets(path).sheets[0].rows[1] == ["Martin; Léa", "06 39 98 00 01\n06 39 98 00 02"]


def test_the_separator_that_excel_writes_in_the_first_line(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("sep=;\nNom;Tél\nMartin, Léa;1,2\n", encoding="utf-8")
    assert as_texts(read_sheets(path)) == [["Nom", "Tél"], ["Martin, Léa", "1,2"]]


def test_cells_keep_their_addresses_types_and_merged_ranges(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "Piano"
    sheet["C4"] = 612345678
    sheet["D4"] = date(2014, 3, 12)
    sheet["E4"] = time(14, 30)
    sheet["C5"] = "Mercredi"
    sheet.merge_cells("C5:E5")
    hidden = book.create_sheet("Calculs")
    hidden["A1"] = "x"
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    (piano,) = read_sheets(tmp_path / "a.xlsx").sheets
    assert piano.name == "Piano"
    assert list(piano.rows[3][2:5]) == [612345678.0, date(2014, 3, 12), time(14, 30)]
    assert piano.merged == (MergedRange(4, 2, 4, 4),)
    assert address(3, 2) == "C4"
    assert address(0, 27) == "AB1"


READ_AND_WEIGH = """
import resource, sys
from pathlib import Path
from smsdesk.domain.errors import InputError
from smsdesk.spreadsheets import zip_guard
from smsdesk.spreadsheets.reading import read_sheets
if __name__ == "__main__":
    try:
        read_sheets(Path(sys.argv[1]))
    except InputError as refused:
        print(refused)
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""Prints why a file is refused, and the kilobytes of the largest child that it took."""


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as refused:
        read_sheets(path)
    return str(refused.value)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("liste.xlsx", b"", "empty"),
        ("liste.csv", b"\r\n \r\n", "empty"),
        ("liste.xlsx", b"%PDF-1.7 ...", "PDF"),
        ("liste.jpg", b"\xff\xd8\xff\xe0" + bytes(100), "JPEG"),
        ("liste.xlsx", bytes(range(256)) * 20, "no list"),
        ("liste.xlsx", b"PK\x03\x04" + bytes(200), "damaged"),
        ("liste.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "damaged"),
    ],
)
def test_what_is_no_list_is_refused_in_words(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert says in refusal(path)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert "no file" in refusal(tmp_path / "nulle part.xlsx")
    assert "folder" in refusal(tmp_path)


def test_a_file_still_being_written(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "whole.xlsx")
    whole = (tmp_path / "whole.xlsx").read_bytes()
    for share in (0.2, 0.5, 0.9):
        (tmp_path / "part.xlsx").write_bytes(whole[: int(len(whole) * share)])
        assert "not complete" in refusal(tmp_path / "part.xlsx")


def test_a_truncated_xls(tmp_path: Path) -> None:
    write_xls(tmp_path / "whole.xls")
    whole = (tmp_path / "whole.xls").read_bytes()
    (tmp_path / "part.xls").write_bytes(whole[:1500])
    assert "damaged" in refusal(tmp_path / "part.xls")


def test_an_encrypted_workbook(tmp_path: Path) -> None:
    write_xls(tmp_path / "a.xls")
    content = (tmp_path / "a.xls").read_bytes() + "EncryptedPackage".encode("utf-16-le")
    (tmp_path / "secret.xlsx").write_bytes(content)
    assert "password" in refusal(tmp_path / "secret.xlsx")


def test_a_zip_that_is_no_workbook(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "photos.xlsx", "w") as archive:
        archive.writestr("photo.txt", "x")
    assert "no list" in refusal(tmp_path / "photos.xlsx")


def with_member(path: Path, name: str, content: bytes) -> None:
    """A sound workbook in which one member is replaced."""
    write_xlsx(path.with_name("sound.xlsx"))
    with (
        zipfile.ZipFile(path.with_name("sound.xlsx")) as sound,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as changed,
    ):
        for member in sound.infolist():
            changed.writestr(member.filename, content if member.filename == name else sound.read(member))


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    with_member(tmp_path / "bomb.xlsx", "xl/worksheets/sheet1.xml", bytes(60_000_000))
    assert "unpack" in refusal(tmp_path / "bomb.xlsx")


def test_an_entity_bomb_is_not_expanded(tmp_path: Path) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa">]><sst><si><t>&a;</t></si></sst>'
    with_member(tmp_path / "bomb.xlsx", "xl/worksheets/sheet1.xml", bomb)
    assert "unpack" in refusal(tmp_path / "bomb.xlsx")


def test_two_cells_at_the_ends_of_a_sheet_do_not_make_a_huge_table(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"] = "Nom"
    book.active["XFD1048576"] = "fin"
    book.save(tmp_path / "wide.xlsx")
    assert "far beyond" in refusal(tmp_path / "wide.xlsx")


def test_a_sheet_formatted_to_its_end_is_read(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    for address_ in ("XFD1048576", "A1048576", "XFD1"):
        book.active[address_].font = Font(bold=True)
    book.save(tmp_path / "styled.xlsx")
    assert [row[:3] for row in as_texts(read_sheets(tmp_path / "styled.xlsx"))] == ROWS


def test_a_repeated_cell_of_an_ods_does_not_fill_the_memory(tmp_path: Path) -> None:
    book = OpenDocumentSpreadsheet()
    table = Table(name="A")
    line = TableRow(numberrowsrepeated="60000")
    cell = TableCell(valuetype="string", numbercolumnsrepeated="1000")
    cell.addElement(P(text="Nom"))
    line.addElement(cell)
    table.addElement(line)
    book.spreadsheet.addElement(table)
    book.save(str(tmp_path / "wide.ods"))
    assert "wide.ods" in refusal(tmp_path / "wide.ods")


def test_few_cells_far_apart_are_refused_before_they_fill_the_memory(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"] = "Nom"
    book.active["AN299999"] = "fin"
    book.save(tmp_path / "wide.xlsx")
    assert "row 299999, column 40" in refusal(tmp_path / "wide.xlsx")


def test_a_far_cell_in_a_row_without_number_is_seen(tmp_path: Path) -> None:
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row><c r="A1"><v>1</v></c></row><row><c r = "XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    with_member(tmp_path / "far.xlsx", "xl/worksheets/sheet1.xml", sheet)
    assert "far beyond" in refusal(tmp_path / "far.xlsx")


def test_a_sparse_sheet_is_refused_by_its_first_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = b"".join(b'<row r="%d"><c r="XFD%d"><v>1</v></c></row>' % (n, n) for n in range(1, 200_000))
    with_member(tmp_path / "sparse.xlsx", "xl/worksheets/sheet1.xml", b"<worksheet>" + rows + b"</worksheet>")
    looked_at = []
    slow_look = zip_guard._FILLED_CELL  # the step that is counted

    class Counted:
        def findall(self, piece: bytes) -> list[tuple[bytes, bytes]]:
            looked_at.append(len(piece))
            return slow_look.findall(piece)

    monkeypatch.setattr(zip_guard, "_FILLED_CELL", Counted())
    assert "far beyond any list" in refusal(tmp_path / "sparse.xlsx")
    assert sum(looked_at) < len(rows) / 10


def test_a_sheet_that_takes_too_long_to_look_through_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zip_guard, "_LOOKED_AT_S", 0.0)
    book = Workbook()
    book.active.append(["Nom", "Téléphone"])
    book.save(tmp_path / "long.xlsx")
    assert "far more cells than a list" in refusal(tmp_path / "long.xlsx")


@posix_only
def test_a_few_bytes_that_repeat_a_long_text_are_stopped_early(tmp_path: Path) -> None:
    book = OpenDocumentSpreadsheet()
    table = Table(name="A")
    line = TableRow(numberrowsrepeated="2000")
    cell = TableCell(valuetype="string", numbercolumnsrepeated="1000")
    cell.addElement(P(text="A" * 20_000))
    line.addElement(cell)
    table.addElement(line)
    book.spreadsheet.addElement(table)
    book.save(str(tmp_path / "long.ods"))
    # In a process of its own: the largest child of this one may be another test's.
    read = subprocess.run(
        [sys.executable, "-c", READ_AND_WEIGH, str(tmp_path / "long.ods")],
        capture_output=True,
        text=True,
        check=True,
    )
    sentence, memory = read.stdout.splitlines()
    assert "long.ods" in sentence
    assert int(memory) < 300_000


@posix_only
def test_a_pipe_and_a_device_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "zero.csv").symlink_to("/dev/zero")
    for name in ("pipe.csv", "zero.csv"):
        assert "is no file" in refusal(tmp_path / name)


def test_a_row_of_a_million_cells_is_refused(tmp_path: Path) -> None:
    (tmp_path / "wide.csv").write_text("Nom;Tel\nMartin;06 39 98 00 01" + ";" * 900_000)
    assert "far beyond" in refusal(tmp_path / "wide.csv")


def test_a_quotation_mark_without_its_second_takes_no_other_row(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text('Nom;Prénom;Tél\n"Martin;Léa;1\nPetit;Tom;2\n"Durand";"Zoé";3\n', encoding="utf-8")
    assert as_texts(read_sheets(path))[1:] == [
        ["Martin", "Léa", "1"],
        ["Petit", "Tom", "2"],
        ["Durand", "Zoé", "3"],
    ]


def test_only_line_ends_end_a_row(tmp_path: Path) -> None:
    (tmp_path / "liste.csv").write_text("Nom;Tel\nMar\x0btin\u2028Léa;1\n", encoding="utf-8")
    assert as_texts(read_sheets(tmp_path / "liste.csv"))[1] == ["Mar tin Léa", "1"]


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850", "cp1252"])
def test_old_encodings_are_told_by_the_letters_of_french(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "liste.csv").write_bytes("Prénom;Tél\nÉloïse Lefèvre;1\nFrançois;2\n".encode(encoding))
    assert as_texts(read_sheets(tmp_path / "liste.csv"))[1:] == [["Éloïse Lefèvre", "1"], ["François", "2"]]


def test_nul_bytes_and_very_long_cells_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_bytes(b"Nom;Tel\nMar\0tin;06 39 98 00 01\n" + b"x" * 200_000 + b";06 39 98 00 02\n")
    rows = read_sheets(path).sheets[0].rows
    assert rows[1] == ["Martin", "06 39 98 00 01"]
    assert len(str(rows[2][0])) == 200_000


def test_lines_that_end_as_on_the_old_macintosh(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_bytes("Nom;Prénom;Tél\rLEFÈVRE;Zoé;06 39 98 00 01\r".encode("mac_roman"))
    rows = read_sheets(path).sheets[0].rows
    assert rows == [["Nom", "Prénom", "Tél"], ["LEFÈVRE", "Zoé", "06 39 98 00 01"]]


def test_french_of_dos_is_not_taken_for_that_of_the_macintosh(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_bytes(
        "Nom;Prénom;Tél\r\nSimon;Étienne;06 39 98 00 01\r\nRoux;Noé;06\xa039\xa098\r\n".encode("cp850")
    )
    assert read_sheets(path).sheets[0].rows[1:] == [
        ["Simon", "Étienne", "06 39 98 00 01"],
        ["Roux", "Noé", "06\xa039\xa098"],
    ]


def test_the_reader_that_gives_up_on_a_damaged_workbook_says_nothing_itself(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "liste.xlsx"
    book = Workbook()
    book.worksheets[0].append(["Nom", "Tél"])
    book.save(path)
    with zipfile.ZipFile(path) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b'r="A1"', b'r="ZZZZZZZ99999999999"')
    with zipfile.ZipFile(path, "w") as damaged:
        for name, content in parts.items():
            damaged.writestr(name, content)
    with pytest.raises(InputError):
        read_sheets(path)
    assert capfd.readouterr().err == ""


def test_tables_within_tables_by_the_thousand_are_one_sheet_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "liste.xls"
    path.write_text("<html>" + "<table><tr><td>" * 5_000 + "06 39 98 00 01")
    with pytest.raises(InputError):
        read_sheets(path)
    rows = "<tr><td>Roux</td><td>06 39 98 00 01</td></tr>"
    path.write_text("<html>" + f"<table>{rows}</table>" * 1_000 + "</html>")
    sheets = read_sheets(path).sheets
    assert (len(sheets) <= 200, sum(len(sheet.rows) for sheet in sheets)) == (True, 1_000)


@pytest.mark.parametrize(
    ("cells", "said"),
    [("<tr><td colspan=500>" * 49_000, "far beyond any list"), (f"<td colspan={'9' * 5_000}>", "is empty")],
)
def test_a_web_page_cannot_ask_for_millions_of_cells(tmp_path: Path, cells: str, said: str) -> None:
    path = tmp_path / "liste.xls"
    path.write_text(f"<table>{cells}")
    with pytest.raises(InputError, match=said):
        read_sheets(path)
