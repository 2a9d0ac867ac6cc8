"""smsdesk modem list and doctor, as a person or a script calls them."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from smsdesk.cli import run_command
from smsdesk.modem import virtual

URL = "virtual://ward"


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
        "title": "The SIM asks for its PIN. Enter it.",
        "detail": None,
        "next_step": None,
    } in diagnosis["findings"]
