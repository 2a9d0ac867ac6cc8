"""smsdesk modem list and doctor, as a person or a script calls them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from smsdesk.cli import run_command
from smsdesk.desk import Desk
from smsdesk.domain.delivery import Reason
from smsdesk.modem import virtual
from smsdesk.storage.database import Database

URL = "virtual://ward"
PATIENCE_S = 60.0


@pytest.fixture(autouse=True)
def no_modem_is_left() -> Iterator[None]:
    yield
    virtual.forget("ward")


def test_the_list_as_json(capsys: pytest.CaptureFixture[str]):
    assert run_command(["--modem", URL, "--json", "modem", "list"]) == 0
    (port,) = json.loads(capsys.readouterr().out)
    assert (port["url"], port["kind"], port["usable"]) == (URL, "modem", True)
    assert port["state"] == "A modem answers here."


def test_the_list_for_a_person(capsys: pytest.CaptureFixture[str]):
    assert run_command(["--modem", URL, "modem", "list"]) == 0
    assert capsys.readouterr().out == f"{URL} SMS desk Virtual Modem: A modem answers here.\n"


@pytest.mark.parametrize("command", ["list", "doctor"])
def test_no_usable_modem_ends_with_3_and_one_sentence(command: str, capsys: pytest.CaptureFixture[str]):
    assert run_command(["--modem", "/dev/ttyNONE9", "--json", "modem", command]) == 3
    told = capsys.readouterr()
    assert json.loads(told.out)
    assert told.err.count("\n") == 1


def test_the_diagnosis_for_a_person(capsys: pytest.CaptureFixture[str]):
    assert run_command(["--modem", URL, "modem", "doctor"]) == 0
    out = capsys.readouterr().out
    assert "     ok  The SIM is there and unlocked." in out


def test_the_diagnosis_as_json(capsys: pytest.CaptureFixture[str]):
    assert run_command(["--modem", f"{URL}?pin=1234", "--json", "modem", "doctor"]) == 3
    diagnosis = json.loads(capsys.readouterr().out)
    assert diagnosis["level"] == "problem"
    assert {
        "level": "problem",
        "title": "The SIM asks for its PIN. Enter it. Tries left before the SIM locks itself: 3.",
        "detail": None,
        "next_step": None,
    } in diagnosis["findings"]


def test_the_diagnosis_tells_of_messages_that_wait_for_a_sim(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = ["--profile", str(tmp_path / "desk")]
    assert run_command([*profile, "send", "+33639980001", "--text", "Cours annulé, à demain. " * 10]) == 0
    with Database(tmp_path / "desk" / "smsdesk.sqlite3").write() as connection:
        connection.execute("UPDATE parts SET error = ? WHERE seq = 2", (str(Reason.OTHER_SIM),))
    capsys.readouterr()
    assert run_command([*profile, "--modem", URL, "--json", "modem", "doctor"]) == 0
    diagnosis = json.loads(capsys.readouterr().out)
    (waiting,) = [finding for finding in diagnosis["findings"] if "wait for the SIM" in finding["title"]]
    assert waiting["title"].endswith(": 1.")
    assert "smsdesk resolve" in waiting["next_step"]
    assert (waiting["level"], diagnosis["level"]) == ("warning", "warning")


def test_the_diagnosis_makes_no_profile_where_there_is_none(tmp_path: Path) -> None:
    assert run_command(["--profile", str(tmp_path / "desk"), "--modem", URL, "modem", "doctor"]) == 0
    assert not (tmp_path / "desk").exists()


def test_data_that_cannot_be_opened_are_a_warning_of_the_diagnosis(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "smsdesk.sqlite3").write_bytes(b"no database " * 1000)
    assert run_command(["--profile", str(tmp_path), "--modem", URL, "--json", "modem", "doctor"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["level"] == "warning"
    assert any(
        finding["level"] == "ok" and "SIM is there" in finding["title"] for finding in told["findings"]
    )


def test_the_desk_that_works_with_the_modem_says_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its port is taken then, so its own thread looks it over."""
    assert run_command(["--modem", URL, "--json", "modem", "doctor"]) == 0
    told = [finding["title"] for finding in json.loads(capsys.readouterr().out)["findings"]]
    with Desk.open(tmp_path / "desk", [URL], engine=True) as desk:
        assert desk.engine is not None
        assert desk.engine.wait_ready(PATIENCE_S)
        assert [str(finding.title) for finding in desk.services.station.diagnose().findings] == told
        assert desk.engine.examine("no such modem") is None
