"""The command `import`: several files, answers, columns, those who left, and an interrupt in the middle."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path

import pytest

from smsdesk.cli import run_command

HEADER = ("Nom", "Prénom", "Classe", "Portable", "Colonne libre")
LEA = ("Martin", "Léa", "CM1", "06 39 98 00 01", "Chorale")
TOM = ("Petit", "Tom", "CM1", "06 39 98 00 02", "Orchestre")


def text_list(path: Path, *rows: Sequence[str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([HEADER, *rows])
    return path


class Desk:
    """Runs commands on one profile."""

    def __init__(self, profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._profile = str(profile)
        self._capsys = capsys

    def run(self, *arguments: str | Path) -> tuple[int, str, str]:
        """Exit code, standard output and standard error."""
        code = run_command(["--profile", self._profile, *map(str, arguments)])
        out, err = self._capsys.readouterr()
        return code, out, err

    def json(self, *arguments: str | Path) -> dict:
        """What a command answers, which has to succeed."""
        code, out, err = self.run("--json", *arguments)
        assert code == 0, err
        return json.loads(out)

    def names(self) -> list[str]:
        return sorted(person["name"] for person in self.json("contacts"))


@pytest.fixture
def desk(profile: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(profile, capsys)


def test_several_files_are_one_import(desk: Desk, tmp_path: Path) -> None:
    first, second = text_list(tmp_path / "a.csv", LEA), text_list(tmp_path / "b.csv", TOM)
    answer = desk.json("import", first, second)
    assert (answer["file"], answer["sheets"], answer["new"]) == ("a.csv, b.csv", ["a.csv", "b.csv"], 2)
    assert answer["applied"]
    assert desk.names() == ["Léa Martin", "Tom Petit"]


def test_a_dry_run_names_the_shape_and_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    answer = desk.json("import", text_list(tmp_path / "a.csv", LEA), "--dry-run")
    assert not answer["applied"]
    assert answer["columns"][0]["shape"] is None
    assert answer["recalled"] == []
    assert desk.names() == []


class TestQuestions:
    @pytest.fixture
    def asked(self, desk: Desk, tmp_path: Path) -> tuple[Path, int]:
        """A list with somebody whose name alone is known, and his id."""
        desk.json("import", text_list(tmp_path / "a.csv", LEA))
        known = desk.json("contacts")[0]["id"]  # type: ignore[index]  # a list
        return text_list(tmp_path / "b.csv", ("Martin", "Léa", "CM2", "06 39 98 00 09", "")), known

    def test_are_listed_with_who_it_may_be(self, desk: Desk, asked: tuple[Path, int]) -> None:
        path, known = asked
        (question,) = desk.json("import", path, "--dry-run")["doubtful"]
        assert (question["row"], question["name"]) == ("2", "Léa Martin")
        assert [each["id"] for each in question["candidates"]] == [known]

    def test_stop_the_import_and_say_how_to_answer(self, desk: Desk, asked: tuple[Path, int]) -> None:
        path, known = asked
        code, _out, err = desk.run("import", path)
        assert code == 2
        assert f"--same '2={known}'" in err
        assert "--same '2=new'" in err
        assert desk.names() == ["Léa Martin"]

    def test_are_answered_by_the_same_person(self, desk: Desk, asked: tuple[Path, int]) -> None:
        path, known = asked
        answer = desk.json("import", path, "--same", f"2={known}")
        assert (answer["new"], answer["changed"], answer["doubtful"]) == (0, 1, [])
        assert desk.names() == ["Léa Martin"]

    def test_are_answered_by_somebody_new(self, desk: Desk, asked: tuple[Path, int]) -> None:
        path, _known = asked
        assert desk.json("import", path, "--same", "2=new")["new"] == 1
        assert desk.names() == ["Léa Martin", "Léa Martin"]

    @pytest.mark.parametrize("said", ["7=new", "2=999999", "2", "=3", "2=", "CM1!2=new", "x=new"])
    def test_refuse_what_is_no_answer(self, desk: Desk, asked: tuple[Path, int], said: str) -> None:
        path, _known = asked
        code, _out, err = desk.run("import", path, "--same", said)
        assert code == 2
        assert said.partition("=")[0] in err
        assert desk.names() == ["Léa Martin"]


class TestColumns:
    def test_are_corrected_and_remembered(self, desk: Desk, tmp_path: Path) -> None:
        answer = desk.json("import", text_list(tmp_path / "a.csv", LEA), "--column", "E=class")
        assert "Chorale" in answer["groups"]
        later = desk.json("import", text_list(tmp_path / "b.csv", TOM), "--dry-run")
        assert "Orchestre" in later["groups"]
        assert later["recalled"] == [""]
        fresh = desk.json("import", tmp_path / "b.csv", "--dry-run", "--fresh-columns")
        assert "Orchestre" not in fresh["groups"]

    def test_can_be_left_out_and_be_of_somebody_else(self, desk: Desk, tmp_path: Path) -> None:
        path = text_list(tmp_path / "a.csv", LEA)
        desk.json("import", path, "--column", "D=phone/guardian 1", "--column", "c=none")
        lea = next(each for each in desk.json("contacts") if each["name"] == "Léa Martin")  # type: ignore[index]
        assert "CM1" not in lea["groups"]
        assert lea["phones"] == []
        assert [phone["e164"] for phone in lea["guardians"][0]["phones"]] == ["+33639980001"]

    @pytest.mark.parametrize("said", ["Z=class", "D=nonsense", "D", "CM1!D=class"])
    def test_refuse_what_is_none(self, desk: Desk, tmp_path: Path, said: str) -> None:
        code, _out, err = desk.run("import", text_list(tmp_path / "a.csv", LEA), "--column", said)
        assert code == 2
        assert said.partition("=")[0] in err
        assert desk.names() == []


@pytest.mark.parametrize(
    ("choice", "left"),
    [("keep", ["Léa Martin", "Tom Petit"]), ("remove", ["Léa Martin"]), ("archive", ["Léa Martin"])],
)
def test_those_who_left(desk: Desk, tmp_path: Path, choice: str, left: list[str]) -> None:
    desk.json("import", text_list(tmp_path / "a.csv", LEA, TOM))
    answer = desk.json("import", text_list(tmp_path / "a.csv", LEA), "--left", choice)
    assert answer["left"] == 1
    members = desk.json("contacts", "--group", "CM1")
    assert sorted(each["name"] for each in members) == left  # type: ignore[index]
    assert ("Tom Petit" in desk.names()) is (choice != "archive")


INTERRUPTED = """
    import os, signal, sys
    from smsdesk import cli
    from smsdesk.services import import_leavers

    def interrupted(*args):
        os.kill(os.getpid(), signal.SIGINT)

    # Whoever runs the tests in the background has it ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    import_leavers.settle = interrupted
    sys.exit(cli.run_command(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGINT to oneself")
def test_an_interrupt_in_the_middle_leaves_nothing(desk: Desk, profile: Path, tmp_path: Path) -> None:
    path = text_list(tmp_path / "a.csv", LEA)
    command = [
        sys.executable,
        "-c",
        textwrap.dedent(INTERRUPTED),
        "--profile",
        str(profile),
        "import",
        str(path),
    ]
    ended = subprocess.run(command, check=False, capture_output=True, text=True)
    assert ended.returncode == 128 + signal.SIGINT, ended.stderr
    assert "Traceback" not in ended.stderr
    assert desk.names() == []


AT_ONCE = """
    import sys
    from smsdesk import cli
    from smsdesk.commands import importing

    importing._QUIET_S = 0.0
    sys.exit(cli.run_command(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("terminal", [True, False])
def test_long_work_says_on_a_terminal_how_far_it_is(profile: Path, tmp_path: Path, terminal: bool) -> None:
    import pty  # noqa: PLC0415  # not on Windows

    path = text_list(tmp_path / "a.csv", LEA)
    read_end, write_end = pty.openpty() if terminal else os.pipe()
    command = [sys.executable, "-c", textwrap.dedent(AT_ONCE), "--profile", str(profile), "--json", "import"]
    ended = subprocess.run(
        [*command, str(path)], check=True, stdout=subprocess.PIPE, stderr=write_end, text=True
    )
    os.set_blocking(read_end, False)
    try:
        told = os.read(read_end, 10_000).decode()
    except BlockingIOError:
        told = ""
    os.close(write_end)
    os.close(read_end)
    assert json.loads(ended.stdout)["applied"]
    assert ("Reading: 0%" in told) is terminal
    assert ("Comparing: 100%" in told) is terminal
