"""The inbox as a script reads it and says what becomes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from terminal import Terminal

from smsdesk.desk import Desk
from smsdesk.domain.clock import system_clock
from smsdesk.domain.incoming import Deliver, RawPdu, SenderKind
from smsdesk.storage import archive_writing, raw_pdus, received
from smsdesk.storage.database import Database

ANNE = "+33639980001"


@pytest.fixture
def shell(profile: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    with Desk.open(profile) as desk:
        desk.services.notify.send_numbers([ANNE], "Cours de piano annulé")
    database = Database(profile / "smsdesk.sqlite3")
    for number, (sender, kind, text) in enumerate(
        ((ANNE, SenderKind.PHONE, "Élève \u202e malade"), ("Orange", SenderKind.ALPHANUMERIC, "Forfait"))
    ):
        with database.write() as connection:
            at, pdu = system_clock(), f"0{number}"
            (raw_id,) = raw_pdus.store(connection, [RawPdu("sim", pdu, at)])
            stored = raw_pdus.StoredPdu(raw_id, "sim", pdu, at)
            came = received.add_deliver(connection, stored, Deliver(sender, kind, text, None))
            archive_writing.keep_received(connection, [came])
    database.close()
    return Terminal(profile, capsys)


def test_lists_by_what_is_to_be_done(shell: Terminal) -> None:
    (anne,) = shell.json("conversations", "--todo")
    assert (anne["phone"], anne["done"], anne["unread"], anne["apart"]) == (ANNE, False, 1, False)
    assert [each["phone"] for each in shell.json("conversations", "--apart")] == ["Orange"]
    assert len(shell.json("conversations", "--all")) == 2
    assert shell.run("conversations", "--starred") == "No such conversation.\n"
    assert [each["phone"] for each in shell.json("conversations", "--search", "piano annul")] == [ANNE]


def test_says_what_becomes_of_one(shell: Terminal) -> None:
    marked = shell.json(
        "conversation", "06 39 98 00 01", "--done", "--star", "--archive", "--assign", "Zoé", "--read"
    )
    assert (marked["done"], marked["starred"], marked["archived"], marked["assigned_to"]) == (
        True,
        True,
        True,
        "Zoé",
    )
    assert [(each["direction"], each["state"]) for each in marked["messages"]] == [
        ("out", "queued"),
        ("in", None),
    ]
    given = shell.json("conversations", "--archived", "--assigned", "zoe")
    assert [each["phone"] for each in given] == [ANNE]
    back = shell.json(
        "conversation", ANNE, "--reopen", "--no-star", "--no-archive", "--assign", "", "--unread"
    )
    assert (back["done"], back["starred"], back["archived"], back["assigned_to"]) == (
        False,
        False,
        False,
        None,
    )
    assert back["unread"] == 1
    assert back["waiting_since"] is not None
    said = shell.run("conversation", ANNE)
    assert "⟨U+202E⟩" in said
    assert "to do" in said


def test_writes_one_into_a_file(shell: Terminal, tmp_path: Path) -> None:
    assert shell.json("conversation", ANNE, "--export", str(tmp_path / "t.xlsx"))["messages"] == 2
    assert "no known ending" in shell.refused("conversation", ANNE, "--done", "--export", "t.pdf")
    assert "too long" in shell.refused("conversation", ANNE, "--done", "--assign", "Zoé" * 30)
    assert not shell.json("conversation", ANNE)["done"]
    assert "Nothing was said with 0639980077" in shell.refused("conversation", "0639980077")


def test_searches_both_directions(shell: Terminal) -> None:
    assert [each["text"] for each in shell.json("search", "eleve")] == ["Élève \u202e malade"]
    (sent,) = shell.json("search", "cours", "pia", "--sent", "--phone", ANNE, "--broadcast", "1")
    assert (sent["direction"], sent["broadcast"], sent["phone"]) == ("out", 1, ANNE)
    assert shell.run("search", "cours", "--received") == "Nothing was found.\n"
    assert shell.run("search", "cours", "--until", "2020-01-01") == "Nothing was found.\n"
    assert "⟨U+202E⟩" in shell.run("search", "mal")
    assert "no broadcast 9" in shell.refused("search", "cours", "--broadcast", "9")
    assert [each["from"] for each in shell.json("inbox", "--search", "eleve")] == [ANNE]


def test_tells_a_month_and_how_long_answers_took(shell: Terminal) -> None:
    told = shell.json("statistics", "--target", "120")
    assert (told["received"], told["written"]) == (2, 1)
    assert told["answers"] == {
        "answered": 0, "median_seconds": None, "late": 0, "waiting": 1, "late_now": 0, "target_minutes": 120,
    }  # fmt: skip
    assert "1 waiting now" in shell.run("statistics")
    assert shell.json("statistics", "2020-01", "--target", "none")["days"] == []
    for wrong in ("2020", "2020-13", "février"):
        assert "is no month" in shell.refused("statistics", wrong)
    assert "Give a target" in shell.refused("statistics", "--target", "soon")
