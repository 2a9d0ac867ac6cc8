"""What is received stays text: in the terminal, in exported files, in the notification; nothing of it acts."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from two_way_desk import COURSE, LEA, QUICK, TOM, ZOE, DeskTerminal, people

from smsdesk.desk import Desk
from smsdesk.modem import virtual

MODEM = "two-way-untrusted"
STEERING = frozenset("\u202e\u2066\x1b\x07\x00")
FORMULA = '=HYPERLINK("http://x.example";"ici")'
COLOURS = "OUI \x1b[31m\u202eNON \x07"
MARKUP = "<b>NON</b> <a href='http://x.example'>ici</a>"


@pytest.fixture
def modem() -> Iterator[virtual.VirtualModem]:
    yield virtual.create(MODEM, QUICK)
    virtual.forget(MODEM)


@pytest.fixture
def terminal(profile: Path, modem: virtual.VirtualModem, capsys: pytest.CaptureFixture[str]) -> DeskTerminal:
    """A desk whose question was answered like this."""
    people(profile)
    made = DeskTerminal(profile, capsys, MODEM)
    for phone, text in ((LEA, FORMULA), (TOM, COLOURS), (ZOE, MARKUP)):
        modem.network.answer(phone, text)
    made.run("notify", COURSE, "--text", "Venez-vous ?", "--ask", "yes-no")
    made.station()
    made.station()
    assert len(made.json("inbox")) == 3
    return made


@pytest.mark.parametrize("command", [("inbox",), ("answers", "1"), ("broadcasts", "1"), ("opt-outs", "list")])
def test_no_command_passes_on_what_steers_a_terminal(
    terminal: DeskTerminal, command: tuple[str, ...]
) -> None:
    said = terminal.run(*command)
    assert not STEERING & set(said)


def test_scripts_get_exactly_what_came(terminal: DeskTerminal) -> None:
    assert sorted(each["text"] for each in terminal.json("inbox")) == sorted([FORMULA, COLOURS, MARKUP])


def cells(path: Path) -> list[str]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [cell for line in csv.reader(file, delimiter=";") for cell in line]
    sheet = load_workbook(path).active
    assert sheet is not None
    found = [cell for line in sheet.iter_rows() for cell in line if cell.value is not None]
    assert all(cell.data_type != "f" for cell in found)
    assert all(cell.hyperlink is None for cell in found)
    return [str(cell.value) for cell in found]


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_no_export_holds_a_formula_a_link_or_hidden_characters(
    terminal: DeskTerminal, profile: Path, tmp_path: Path, ending: str
) -> None:
    answers, thread = tmp_path / f"answers{ending}", tmp_path / f"thread{ending}"
    terminal.run("answers", "1", "--export", str(answers))
    with Desk.open(profile) as desk:
        assert desk.services.inbox.write_thread(LEA, thread) >= 2
    for path in (answers, thread):
        written = cells(path)
        said = [cell for cell in written if "HYPERLINK" in cell]
        assert said
        if ending == ".csv":
            assert not any(cell.startswith("=") for cell in said)
        assert not STEERING & set("".join(written))
    assert any("⟨U+202E⟩" in cell for cell in cells(answers))
