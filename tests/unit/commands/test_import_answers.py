"""Answers on the command line: one for all questions, each who left, hidden sheets, the list of rejected cells."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from smsdesk.cli import run_command

HEADER = ("Nom", "Prénom", "Classe", "Tél mère")
LEA, TOM = ("Martin", "Léa", "CM1", "06 39 98 00 01"), ("Petit", "Tom", "CM1", "06 39 98 00 02")
ZOE = ("Durand", "Zoé", "CM1", "06 39 98 00 03")


class Desk:
    """Runs commands on one profile."""

    def __init__(self, profile: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._profile, self._folder, self._capsys = str(profile), folder, capsys

    def run(self, *arguments: str | Path) -> tuple[int, str, str]:
        code = run_command(["--profile", self._profile, *map(str, arguments)])
        out, err = self._capsys.readouterr()
        return code, out, err

    def json(self, *arguments: str | Path) -> dict:
        code, out, err = self.run("--json", *arguments)
        assert code == 0, err
        return json.loads(out)

    def names(self) -> list[str]:
        return sorted(person["name"] for person in self.json("contacts"))

    def list(self, *rows: Sequence[str], name: str = "liste.csv") -> Path:
        path = self._folder / name
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows([HEADER, *rows])
        return path


@pytest.fixture
def desk(profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(profile, tmp_path, capsys)


class TestOneAnswerForAll:
    """Next year's list has the same names and classes, and other phones."""

    @pytest.fixture
    def later(self, desk: Desk) -> Path:
        desk.json("import", desk.list(LEA, TOM))
        return desk.list((*LEA[:3], "0639980011"), (*TOM[:3], "0639980012"), name="later.csv")

    def test_nobody_is_taken_for_another_without_a_word(self, desk: Desk, later: Path) -> None:
        code, _, err = desk.run("import", later)
        assert code == 2
        assert "other phones" in err
        assert len(desk.json("import", later, "--dry-run")["doubtful"]) == 2

    def test_all_are_the_same(self, desk: Desk, later: Path) -> None:
        answer = desk.json("import", later, "--same", "all=same")
        assert (answer["new"], answer["changed"]) == (0, 2)
        assert desk.json("import", later)["unchanged"] == 2

    def test_all_are_new_but_one(self, desk: Desk, later: Path) -> None:
        (lea, _) = desk.json("import", later, "--dry-run")["doubtful"]
        row, contact = lea["row"], lea["candidates"][0]["id"]
        answer = desk.json("import", later, "--same", "all=new", "--same", f"{row}={contact}")
        assert (answer["new"], answer["changed"]) == (1, 1)

    def test_a_yes_to_everything_takes_them_for_the_same(self, desk: Desk, later: Path) -> None:
        assert desk.json("import", later, "--accept-warnings")["changed"] == 2

    def test_refuses_what_is_no_answer(self, desk: Desk, later: Path) -> None:
        code, _, err = desk.run("import", later, "--same", "all=12")
        assert (code, "all=same or all=new" in err) == (2, True)


class TestThoseWhoLeft:
    @pytest.fixture
    def ids(self, desk: Desk) -> dict[str, int]:
        desk.json("import", desk.list(LEA, TOM, ZOE))
        left = desk.json("import", desk.list(LEA, name="later.csv"), "--dry-run")["people"]["left"]
        return {each["name"]: each["id"] for each in left}

    def test_are_decided_one_by_one(self, desk: Desk, tmp_path: Path, ids: dict[str, int]) -> None:
        desk.json("import", tmp_path / "later.csv", "--leaver", f"{ids['Tom Petit']}=archive")
        assert desk.names() == [
            "Léa Martin",
            "Mère de Léa Martin",
            "Mère de Tom Petit",
            "Mère de Zoé Durand",
            "Zoé Durand",
        ]

    def test_are_decided_together_but_one(self, desk: Desk, tmp_path: Path, ids: dict[str, int]) -> None:
        path = tmp_path / "later.csv"
        desk.json("import", path, "--left", "remove", "--leaver", f"{ids['Zoé Durand']}=keep")
        assert sorted(each["name"] for each in desk.json("contacts", "--group", "CM1")) == [
            "Léa Martin",
            "Zoé Durand",
        ]
        assert desk.json("import", path, "--dry-run")["left"] == 1

    @pytest.mark.parametrize("said", ["999999=archive", "x=archive", "{tom}=lost", "{tom}"])
    def test_refuse_what_is_no_answer(
        self, desk: Desk, tmp_path: Path, ids: dict[str, int], said: str
    ) -> None:
        before = desk.names()
        code, _, err = desk.run(
            "import", tmp_path / "later.csv", "--leaver", said.format(tom=ids["Tom Petit"])
        )
        assert (code, bool(err)) == (2, True)
        assert desk.names() == before


def test_hidden_sheets_are_named_and_read_on_request(desk: Desk, tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "CM1"
    for row in (HEADER, LEA):
        book.active.append(row)
    hidden = book.create_sheet("CM2")
    for row in (HEADER, TOM):
        hidden.append(row)
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    plan = desk.json("import", tmp_path / "a.xlsx", "--dry-run")
    assert (plan["new"], plan["hidden_sheets"]) == (1, ["CM2"])
    assert [each["sheet"] for each in plan["rejected"]] == ["CM2"]
    assert "--hidden-sheets" in desk.run("import", tmp_path / "a.xlsx", "--dry-run")[1]
    plan = desk.json("import", tmp_path / "a.xlsx", "--dry-run", "--hidden-sheets")
    assert (plan["new"], plan["hidden_sheets"], plan["rejected"]) == (2, [], [])


def test_the_cells_that_were_rejected_are_written_into_a_file(desk: Desk, tmp_path: Path) -> None:
    path = desk.list(LEA, (*TOM[:3], "=06 39"))
    desk.json("import", path, "--dry-run", "--rejected", tmp_path / "rejected.csv")
    text = (tmp_path / "rejected.csv").read_text(encoding="utf-8-sig")
    (header, row) = csv.reader(text.splitlines(), delimiter=";")
    assert header == ["File", "Sheet", "Cell", "Value", "Reason"]
    assert row[:4] == ["liste.csv", "", "D3", "06 39"]
    assert "short number" in row[4]


def test_columns_that_are_not_used_are_told(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "Nom;Prénom;Tél mère;Tél médecin;Bus\nMartin;Léa;0639980001;0639980051;L2\n", encoding="utf-8"
    )
    out = desk.run("import", path, "--dry-run")[1]
    assert "Not used: D Tél médecin, E Bus" in out
    assert "The phones of the column Tél médecin (1)" in out


class TestNamesakesOfOneList:
    """Two rows with one name and different phones: one person, or two."""

    @pytest.fixture
    def path(self, desk: Desk) -> Path:
        return desk.list(LEA, TOM, (*LEA[:2], "CM2", "06 39 98 00 03"))

    def test_are_asked_about_with_the_row_they_may_belong_to(self, desk: Desk, path: Path) -> None:
        (question,) = desk.json("import", path, "--dry-run")["doubtful"]
        assert question["row"] == "4"
        assert [each["id"] for each in question["candidates"]] == [-1]
        code, _, err = desk.run("import", path)
        assert code == 2
        assert "--same '4=-1' is Léa Martin" in err

    @pytest.mark.parametrize(("answer", "names"), [("-1", 1), ("new", 2)])
    def test_are_one_or_two_as_one_says(self, desk: Desk, path: Path, answer: str, names: int) -> None:
        desk.json("import", path, "--same", f"4={answer}")
        assert desk.names().count("Léa Martin") == names
        assert desk.json("import", path)["unchanged"] == names + 1


def test_siblings_of_one_row_are_answered_for_by_name(desk: Desk, tmp_path: Path) -> None:
    header = "Nom enfant 1;Prénom enfant 1;Nom enfant 2;Prénom enfant 2;Tél mère\n"
    for name, phone in (("a.csv", "0639980001"), ("b.csv", "0639980009")):
        text = f"{header}Martin;Léa;Martin;Tom;{phone}\n"
        (tmp_path / name).write_text(text, encoding="utf-8")
    desk.json("import", tmp_path / "a.csv")
    lea, tom = desk.json("import", tmp_path / "b.csv", "--dry-run")["doubtful"]
    assert [each["name"] for each in (lea, tom)] == ["Léa Martin", "Tom Martin"]
    err = desk.run("import", tmp_path / "b.csv")[2]
    assert "--same '2:Léa Martin=new'" in err
    said = f"2={lea['candidates'][0]['id']}"
    answer = desk.json("import", tmp_path / "b.csv", "--same", said, "--same", "2:tom=new")
    assert (answer["new"], answer["changed"], answer["doubtful"]) == (1, 1, [])
    code, _, err = desk.run("import", tmp_path / "b.csv", "--same", "2:Zoé=new")
    assert (code, "no question" in err) == (2, True)
