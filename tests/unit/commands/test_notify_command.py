"""`notify` for groups, people, exclusions and follow-ups, its tests to oneself, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from smsdesk.cli import run_command
from smsdesk.desk import Desk
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.services.people import ContactDraft

LEA, TOM, ZOE, OWN = (f"+3363998000{number}" for number in range(1, 5))


@pytest.fixture
def run(profile: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """Run a command; gives its JSON, or the sentence on standard error when it has to refuse."""
    with Desk.open(profile) as desk:
        people = desk.services.people
        for group, pupils in {"Piano": [("Léa", LEA), ("Tom", TOM)], "Chorale": [("Zoé", ZOE)]}.items():
            made = people.create_group(group)
            for name, phone in pupils:
                contact = people.save_contact(
                    ContactDraft(name, "Martin", ContactKind.PUPIL, (Phone(phone),))
                )
                people.add_to_group(made.id, [contact.id])

    def run_it(*arguments: str, code: int = 0) -> Any:
        ended = run_command(["--profile", str(profile), "--json", *arguments])
        said = capsys.readouterr()
        assert ended == code, said
        if code:
            assert said.out == ""
            (line,) = said.err.splitlines()
            return line
        return json.loads(said.out)

    return run_it


def phones(document: Any) -> set[str]:
    return {message["to"] for message in document["messages"]}


def test_groups_people_and_exclusions_add_up(run: Any) -> None:
    sent = run("notify", "piano", "--person", "zoe martin", "--exclude", "Tom", "--text", "Bonjour")
    assert phones(sent) == {LEA, ZOE}
    everyone = run("notify", "--everyone", "--exclude", "Chorale", "--text", "Bonjour", "--dry-run")
    assert phones(everyone) == {LEA, TOM}
    assert everyone["broadcast"] is None


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--text", "x"), "Say to whom"),
        (("piano", "--exclude", "Nobody", "--text", "x"), "--exclude Nobody is nobody"),
        (("--person", "martin", "--text", "x"), "can mean several people"),
        (("--person", "Nobody", "--text", "x"), "nobody named Nobody"),
        (("piano", "--exclude", "piano", "--text", "x"), "nobody to send to"),
        (("piano", "--text", "x", "--at", "2001-01-01T10:00"), "is in the past"),
        (("--not-reached-of", "9", "--text", "x"), "no broadcast 9"),
        (("--not-reached-of", "1", "--repeat-of", "1", "--text", "x"), "only one of"),
        (("piano", "--text", "x", "--test"), "no phone for tests"),
        (("piano",), "--text or --template"),
    ],
)
def test_bad_input_changes_nothing(run: Any, arguments: tuple[str, ...], said: str) -> None:
    assert said in run("notify", *arguments, code=2)
    assert run("broadcasts") == []


def test_a_broadcast_is_repeated_and_followed(run: Any) -> None:
    first = run("notify", "piano", "--text", "Bonjour {prénom}, {date}", "--set", "date=lundi")["broadcast"]
    assert "still waiting" in run("notify", "--not-reached-of", str(first), code=2)
    run("cancel", str(first))
    again = run("notify", "--not-reached-of", str(first))
    assert {message["text"] for message in again["messages"]} == {"Bonjour Léa, lundi", "Bonjour Tom, lundi"}
    assert "still waiting" in run("notify", "--not-reached-of", str(first), code=2)
    repeated = run(
        "notify", "--repeat-of", str(first), "--set", "date=mardi", "--exclude", "Tom", "--dry-run"
    )
    assert [message["text"] for message in repeated["messages"]] == ["Bonjour Léa, mardi"]
    assert "still waiting" in run("notify", "--not-answered-of", str(first), "--text", "Alors ?", code=2)


def test_a_test_goes_to_the_seed_list_alone(run: Any) -> None:
    assert run("seed-list", "06 39 98 00 04") == {"phones": [OWN]}
    tested = run("notify", "piano", "--text", "Bonjour {prénom}", "--test")
    assert [(message["to"], message["text"]) for message in tested["messages"]] == [(OWN, "Bonjour Léa")]
    (only,) = run("broadcasts")
    assert only["kind"] == "direct"
    assert run("seed-list") == {"phones": [OWN]}
    assert run("seed-list", "--clear") == {"phones": []}
    assert "landline" in run("seed-list", "01 99 00 00 01", code=2)
