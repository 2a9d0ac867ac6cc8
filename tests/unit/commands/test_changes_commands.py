"""`smsdesk history`, `undo`, `redo`, `duplicates` and `season` as another program calls them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from terminal import Terminal

from smsdesk.desk import Desk as Program
from smsdesk.domain.outgoing import Purpose

ROWS = [
    ["Nom", "Prénom", "Classe", "Tél mère"],
    ["Martin", "Léa", "CE1", "06 39 98 00 01"],
    ["Petit", "Tom", "CE2", "06 39 98 00 02"],
]


class Desk(Terminal):
    """Runs commands on one profile, each in a life of its own of the program."""

    def names(self) -> list[str]:
        return [contact["name"] for contact in self.json("contacts") if contact["kind"] == "pupil"]


@pytest.fixture
def desk(profile: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Desk:
    path = tmp_path / "ecole.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(ROWS)
    made = Desk(profile, capsys)
    made.run("import", path)
    return made


def test_an_import_is_undone_and_made_again(desk: Desk) -> None:
    (entry,) = desk.json("history")
    assert (entry["id"], entry["undone"]) == (1, False)
    assert "ecole.csv" in entry["title"]
    assert desk.json("undo")["undone"] is True
    assert (desk.json("contacts"), desk.json("groups")) == ([], [])
    assert "undone" in desk.run("history")
    assert desk.json("redo")["undone"] is False
    assert desk.names() == ["Léa Martin", "Tom Petit"]
    assert desk.json("undo", 1)["id"] == 1
    assert desk.json("contacts") == []


def test_nothing_to_undo_or_redo_is_bad_input(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fresh = Desk(profile, capsys)
    for command in ("undo", "redo"):
        assert fresh.run(command, code=2) == ""
        assert "nothing" in fresh.told
    assert fresh.run("undo", 99, code=2) == ""
    assert fresh.json("history") == []
    assert "Nothing was changed yet" in fresh.run("history")


def test_duplicates_are_listed_merged_and_told_apart(desk: Desk, tmp_path: Path) -> None:
    assert desk.json("duplicates") == []
    assert "Nobody" in desk.run("duplicates")
    other = tmp_path / "chorale.vcf"
    other.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nN:Martin;Lea\nTEL:06 39 98 00 01\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nN:Lea;Martin\nTEL:06 39 98 00 01\nEND:VCARD\n"
    )
    desk.run("import", other, "--group", "Chorale", "--accept-warnings")
    found = desk.json("duplicates")
    assert found, "two cards of one person"
    (one, two) = [person["id"] for person in found[0]["people"]][:2]
    assert "phone" in found[0]["reasons"][0]
    assert f"  {one}  " in desk.run("duplicates")
    before = desk.json("contacts")
    assert desk.run("duplicates", "--merge", one, one, code=2) == ""
    assert desk.run("duplicates", "--merge", one, two, "--apart", one, two, code=2) == ""
    assert desk.json("contacts") == before
    assert desk.json("duplicates", "--merge", one, two)["id"] == one
    assert len(desk.json("contacts")) == len(before) - 1
    desk.run("undo")
    assert desk.json("contacts") == before
    left = desk.json("duplicates", "--apart", one, two)
    assert [one, two] not in [[person["id"] for person in each["people"]] for each in left]


def test_the_next_season(desk: Desk) -> None:
    shown = desk.json("season")
    assert [group["name"] for group in shown["groups"]] == ["CE1", "CE2"]
    assert shown["past"] == []
    assert shown["season"] in desk.run("season")
    options = ("--go-up", "ce1", "CE2", "--end", "CE2", "--archive")
    dry = desk.json("season", "--roll-over", shown["next"], *options, "--dry-run")
    assert (dry["applied"], dry["pupils_without_group"]) == (False, ["Tom Petit"])
    assert desk.json("season") == shown
    text = desk.run("season", "--roll-over", shown["next"], *options)
    assert "CE1: members as CE2" in text
    assert "1 person in no group any more, archived" in text
    assert desk.names() == ["Léa Martin"]
    after = desk.json("season")
    assert (after["season"], after["past"]) == (shown["next"], [shown["season"]])
    desk.run("undo")
    assert desk.json("season") == shown
    assert desk.names() == ["Léa Martin", "Tom Petit"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--roll-over", " "],
        ["--roll-over", "2099-2100", "--keep", "CM9"],
        ["--roll-over", "2099-2100", "--keep", "CE1", "--end", "ce1"],
        ["--keep", "CE1"],
        ["--archive"],
        ["--roll-over", "2099-2100", "--go-up", "CE1", "CE2"],
    ],
)
def test_a_season_that_cannot_be_is_bad_input(desk: Desk, arguments: list[str]) -> None:
    before = desk.json("season")
    assert desk.run("season", *arguments, code=2) == ""
    assert desk.told.strip()
    assert desk.json("season") == before


def test_what_an_agreement_that_is_taken_back_stops_is_told(desk: Desk, profile: Path) -> None:
    with Program.open(profile) as opened:
        opened.services.consents.record(
            "06 39 98 00 01", Purpose.PROMOTION, granted=True, source="formulaire"
        )
    desk.run("notify", "CE1", "--text", "Concert", "--purpose", "promotion")
    assert "1 waiting message will not be sent" in desk.run("undo")
    assert "not be sent" not in desk.run("redo")
