"""`notify` for groups, people, exclusions and follow-ups, its tests to oneself, and what it refuses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from made_groups import made_group
from terminal import Terminal

from smsdesk.cli import run_command
from smsdesk.desk import Desk
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.domain.people_drafts import GuardianDraft
from smsdesk.modem import virtual
from smsdesk.services.people import ContactDraft

LEA, TOM, ZOE, OWN = (f"+3363998000{number}" for number in range(1, 5))


@pytest.fixture
def run(profile: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """Run a command; gives its JSON, or the sentence on standard error when it has to refuse."""
    with Desk.open(profile) as desk:
        people = desk.services.people
        for group, pupils in {"Piano": [("Léa", LEA), ("Tom", TOM)], "Chorale": [("Zoé", ZOE)]}.items():
            made = made_group(people, group)
            for name, phone in pupils:
                contact = people.save_contact(
                    ContactDraft(name, "Martin", ContactKind.PUPIL, (Phone(phone),))
                )
                people.add_to_group(made.id, [contact.id])

    return Terminal(profile, capsys).answer


def phones(document: Any) -> set[str]:
    return {message["to"] for message in document["messages"]}


def test_groups_people_and_exclusions_add_up(run: Any) -> None:
    sent = run("notify", "piano", "--person", "zoe martin", "--exclude", "Tom", "--text", "Bonjour")
    assert phones(sent) == {LEA, ZOE}
    everyone = run("notify", "--everyone", "--exclude", "Chorale", "--text", "Bonjour", "--dry-run")
    assert phones(everyone) == {LEA, TOM}
    assert everyone["broadcast"] is None


def test_all_who_live_in_a_town(run: Any, profile: Path) -> None:
    with Desk.open(profile) as desk:
        anne = ContactDraft("Anne", "Roux", ContactKind.RESIDENT, (Phone(OWN),), city="Séné")
        desk.services.people.save_contact(anne)
    assert phones(run("notify", "--area", "sene", "--text", "Bonjour")) == {OWN}
    assert phones(run("notify", "chorale", "--area", "Séné", "--text", "Bonjour")) == {ZOE, OWN}
    assert "Choose one of: Séné." in run("notify", "--area", "Vannes", "--text", "Bonjour", code=2)


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
        (("piano", "--text", "\u200b \ufeff"), "The text is empty"),
        (("piano", "--text", "{motif}", "--set", "motif=\u200b"), "the text is empty for Léa Martin"),
        (("piano", "--text", "x", "--at", ""), "is no date and time"),
        (("piano", "--text", "{surnom}"), "{surnom} does not exist"),
        (("piano", "--text", "x" * 1531), "the most is 10"),
        (("piano", "--text", "{date}", "--set", "date=lundi", "--set", "dat=lundi"), "{dat} does not exist"),
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


@pytest.mark.parametrize(
    "option", [("--dry-run",), ("--at", "2030-01-01T10:00"), ("--split", "days")], ids=lambda one: str(one[0])
)
def test_what_a_test_cannot_do_is_refused_and_sends_nothing(run: Any, option: tuple[str, ...]) -> None:
    run("seed-list", "06 39 98 00 04")
    refusal = run("notify", "piano", "--text", "x", "--test", *option, code=2)
    assert option[0] in refusal
    assert run("broadcasts") == []


def test_one_broadcast_with_whom_to_call_and_what_it_follows(run: Any, profile: Path, tmp_path: Path) -> None:
    first = run("notify", "piano", "--text", "Bonjour")["broadcast"]
    run("cancel", str(first))
    shown = run("broadcasts", str(first))
    assert [(entry["contact"], entry["phones"][0]["number"]) for entry in shown["not_reached"]] == [
        ("Léa Martin", LEA),
        ("Tom Martin", TOM),
    ]
    assert (shown["about"], shown["relation"], shown["second_guardian"]) == (None, None, None)
    again = run("notify", "--not-reached-of", str(first))["broadcast"]
    shown = run("broadcasts", str(again))
    assert (shown["about"], shown["relation"]) == (first, "not_reached")
    assert run("broadcasts", str(first))["followed_by"] == [{"broadcast": again, "relation": "not_reached"}]
    assert run("broadcasts", str(first))["not_reached"] == []  # it is on its way to them
    file = tmp_path / "appels.csv"
    assert run("broadcasts", str(first), "--calling-list", str(file)) == {"file": str(file), "people": 0}
    assert file.read_text(encoding="utf-8-sig").startswith("Pour;")
    assert "Say whose calling list" in run("broadcasts", "--calling-list", str(file), code=2)
    assert "no broadcast 99" in run("broadcasts", "99", "--calling-list", str(file), code=2)


def test_who_was_called_is_written_down(run: Any) -> None:
    first = str(run("notify", "piano", "--text", "Bonjour")["broadcast"])
    run("cancel", first)
    done = run("broadcasts", first, "--called", "lea", "--note", "rappellera")
    assert (done["contact"], done["called"]) == ("Léa Martin", True)
    listed = {each["contact"]: each for each in run("broadcasts", first)["not_reached"]}
    assert (listed["Léa Martin"]["called"], listed["Léa Martin"]["note"]) == (True, "rappellera")
    assert not listed["Tom Martin"]["called"]
    refused = run("broadcasts", first, "--called", "Zoé", code=2)
    assert "Choose one of: Léa Martin, Tom Martin." in refused
    assert "Say whose calling list" in run("broadcasts", "--called", "lea", code=2)


def test_the_second_guardian_is_told_by_the_station(
    run: Any, profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Desk.open(profile) as desk:
        people = desk.services.people
        parents = [
            people.save_contact(ContactDraft(name, "Roux", ContactKind.GUARDIAN, (Phone(phone),))).id
            for name, phone in (("Anne", "+33639980031"), ("Paul", "+33639980032"))
        ]
        links = tuple(GuardianDraft(each) for each in parents)
        people.save_contact(ContactDraft("Ana", "Roux", ContactKind.PUPIL, guardians=links))
    rule = ("--second-guardian-after", "30")
    planned = run("notify", "--person", "Ana Roux", "--text", "Bonjour {prénom}", *rule, "--dry-run")
    assert phones(planned) == {"+33639980031"}
    assert planned["second_guardian_after"] == 30
    number = run("notify", "--person", "Ana Roux", "--text", "Bonjour {prénom}", *rule)["broadcast"]
    assert run("broadcasts", str(number))["second_guardian"] == {"minutes": 30, "ended": False, "told": []}
    modem = virtual.create("second", virtual.VirtualConfig(faults=("report=46,to=+33639980031",)))
    station = ["--profile", str(profile), "--modem", "virtual://second", "station", "--until-idle"]
    assert run_command(station) == 1  # the first guardian's SMS failed
    assert run_command(station) == 0
    virtual.forget("second")
    capsys.readouterr()
    assert [to for to, _ in modem.ledger.texts] == ["+33639980031", "+33639980032"]
    (told,) = run("broadcasts", str(number))["second_guardian"]["told"]
    assert (told["contact"], told["to"], told["state"]) == ("Ana Roux", "+33639980032", "delivered")


@pytest.mark.parametrize("minutes", ["0", "1441", "soon"])
def test_a_rule_that_cannot_be_is_refused(run: Any, profile: Path, minutes: str) -> None:
    asked = ["notify", "piano", "--text", "x", "--second-guardian-after", minutes]
    assert run_command(["--profile", str(profile), *asked]) == 2


def test_a_correction_needs_words_of_its_own(run: Any) -> None:
    first = run("notify", "piano", "--text", "Bonjour")["broadcast"]
    assert "--text or --template" in run("notify", "--correction-of", str(first), code=2)
    sent = run("notify", "--correction-of", str(first), "--text", "Pardon : bonsoir")
    assert phones(sent) == {LEA, TOM}
    assert run("broadcasts", str(sent["broadcast"]))["relation"] == "correction"
