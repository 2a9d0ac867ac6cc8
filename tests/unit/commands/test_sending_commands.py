"""The commands as a person or a script calls them, on a real profile."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from made_groups import made_group
from terminal import Terminal

from smsdesk.desk import Desk
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.services.people import ContactDraft

LEA = "+33639980001"
ZOE = "+33639980002"


@pytest.fixture
def terminal(profile: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    with Desk.open(profile) as desk:
        people = desk.services.people
        for group, pupils in {
            "Piano": [("Léa", Phone(LEA)), ("Tom", Phone(LEA)), ("Max", Phone("+33199000001", mobile=False))],
            "Pianoforte": [("Zoé", Phone(ZOE))],
            "Théâtre": [("Zoé", Phone(ZOE))],
        }.items():
            made = made_group(people, group)
            for name, phone in pupils:
                contact = people.save_contact(ContactDraft(name, "Martin", ContactKind.PUPIL, (phone,)))
                people.add_to_group(made.id, [contact.id])
    return Terminal(profile, capsys)


def test_notify_answers_with_the_messages_and_who_is_left_out(terminal: Terminal) -> None:
    answer = terminal.json(
        "notify", "piano", "--text", "{prénom} : pas de {groupe} {date}", "--set", "date=jeudi"
    )
    (message,) = answer["messages"]
    assert answer["broadcast"] == 1
    assert answer["parts"] == 1
    assert answer["left_out"] == [{"contact": "Max Martin", "reason": "No mobile number, only landlines."}]
    assert message == {
        "id": 1,
        "broadcast": 1,
        "to": LEA,
        "for": ["Léa Martin", "Tom Martin"],
        "text": "Léa et Tom : pas de Piano jeudi",
        "encoding": "gsm7",
        "state": "queued",
        "error": None,
        "parts": [
            {
                "seq": 1,
                "state": "queued",
                "ref": None,
                "submitted_at": None,
                "accepted_at": None,
                "delivered_at": None,
            }
        ],
    }
    assert terminal.json("messages", "--broadcast", "1") == [message]
    assert terminal.json("messages") == [message]


def test_a_dry_run_says_the_same_and_queues_nothing(terminal: Terminal) -> None:
    answer = terminal.json("notify", "Piano", "theatre", "--text", "ê" * 71, "--dry-run")
    assert answer["broadcast"] is None
    assert [
        (message["to"], message["encoding"], len(message["parts"])) for message in answer["messages"]
    ] == [
        (LEA, "ucs2", 2),
        (ZOE, "ucs2", 2),
    ]
    assert answer["parts"] == 4
    assert terminal.json("broadcasts") == []
    assert terminal.json("messages") == []


def test_a_person_reads_numbers_and_reasons(terminal: Terminal) -> None:
    said = terminal.run("notify", "Piano", "--text", "Bonjour")
    assert "1 message (1 SMS) for 2 people" in said
    assert "Left out: Max Martin. No mobile number" in said
    assert LEA in terminal.run("messages")
    assert "1 queued" in terminal.run("broadcasts")
    assert "Léa Martin, Tom Martin" in terminal.run("broadcasts", "1")
    assert LEA in terminal.run("notify", "Piano", "--text", "Bonjour", "--dry-run")


def test_a_template_with_its_values(terminal: Terminal) -> None:
    answer = terminal.json(
        "notify", "Piano", "--template", "cours annule", "--set", "date=jeudi", "--set", "MOTIF=grève"
    )
    assert answer["messages"][0]["text"] == (
        "Le secrétariat : le cours du jeudi est annulé (Piano). Motif : grève. Merci de votre compréhension."
    )


def test_a_template_brings_its_purpose(terminal: Terminal) -> None:
    values = ["--set", "motif=orage", "--set", "téléphone=01 99 00 00 01"]
    terminal.run("notify", "Piano", "--template", "alerte", *values, "--urgent")
    terminal.run("notify", "Piano", "--template", "alerte", *values, "--purpose", "information")
    first, second = terminal.json("broadcasts")
    assert (first["purpose"], first["urgent"]) == ("alert", True)
    assert (second["purpose"], second["urgent"]) == ("information", False)


def test_a_moment_without_an_offset_is_local_time(terminal: Terminal) -> None:
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).astimezone().replace(microsecond=0)
    for written in (tomorrow.replace(tzinfo=None).isoformat(), tomorrow.astimezone(UTC).isoformat()):
        terminal.run("notify", "Piano", "--text", "Bonjour", "--at", written)
    assert [datetime.fromisoformat(each["not_before"]) for each in terminal.json("broadcasts")] == [
        tomorrow
    ] * 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["Pian", "--text", "Bonjour"], "Pian"),
        (["Chant", "--text", "Bonjour"], "Chant"),
        (["", "--text", "Bonjour"], ""),
        (["Piano", "--text", ""], "text is empty"),
        (["Piano"], "--text or --template"),
        (["Piano", "--text", "a", "--template", "travaux"], "--text or --template"),
        (["Piano", "--template", "nulle part"], "no template named nulle part"),
        (["Piano", "--text", "{dat}"], "{dat} does not exist"),
        (["Piano", "--text", "{date}"], "no value for {date}"),
        (["Piano", "--text", "a", "--set", "date"], "--set FIELD=VALUE"),
        (["Piano", "--text", "a", "--at", "demain"], "is no date and time"),
        (["Piano", "--text", "a", "--at", "2020-01-01T10:00"], "in the past"),
        (["Piano", "--text", "a", "--at", "0001-01-01T00:00"], ""),
        (["Piano", "--text", "a", "--at", "9999-12-31T23:59"], ""),
        (["Piano", "--text", "a", "--purpose", "fun"], "fun"),
        ([], "GROUP"),
        (["Piano", "--text", "x" * 1531], "the most is 10"),
    ],
)
def test_a_bad_notice_is_one_sentence_and_changes_nothing(
    terminal: Terminal, arguments: list[str], said: str
) -> None:
    assert said in terminal.refused("notify", *arguments)
    assert said in terminal.refused("notify", *arguments, "--dry-run")
    assert terminal.json("broadcasts") == []


def test_an_ambiguous_group_lists_the_candidates(terminal: Terminal) -> None:
    sentence = terminal.refused("notify", "pian", "--text", "Bonjour")
    assert "Piano" in sentence
    assert "Pianoforte" in sentence


def test_send_takes_numbers_and_the_text_as_it_is(terminal: Terminal) -> None:
    answer = terminal.json("send", "06 39 98 00 09", "+33639980009", "--text", "Prix {5} €")
    assert [(message["to"], message["text"], message["for"]) for message in answer["messages"]] == [
        ("+33639980009", "Prix {5} €", [])
    ]


@pytest.mark.parametrize("number", ["12", "0639980009\rATZ", "abc", "0199000001"])
def test_send_names_a_number_that_is_none(terminal: Terminal, number: str) -> None:
    assert "cannot receive SMS" in terminal.refused("send", "0639980009", number, "--text", "Bonjour")
    assert "empty" in terminal.refused("send", "0639980009", "--text", " ")
    assert terminal.json("messages") == []


def test_cancel_pause_and_resume(terminal: Terminal) -> None:
    terminal.run("notify", "Piano", "theatre", "--text", "Bonjour")
    assert terminal.json("pause", "1") == {"broadcast": 1, "paused": True}
    assert terminal.json("broadcasts")[0]["paused"]
    assert terminal.json("resume", "1") == {"broadcast": 1, "paused": False}
    assert terminal.json("pause") == {"broadcast": None, "paused": True}
    assert terminal.json("resume") == {"broadcast": None, "paused": False}
    assert terminal.json("cancel", "1") == {"broadcast": 1, "cancelled": 2, "kept": 0}
    assert {message["state"] for message in terminal.json("messages")} == {"cancelled"}
    assert terminal.json("broadcasts", "1")["states"] == {"cancelled": 2}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["cancel", "7"], "no broadcast 7"),
        (["pause", "7"], "no broadcast 7"),
        (["broadcasts", "7"], "no broadcast 7"),
        (["messages", "--broadcast", "7"], "no broadcast 7"),
        (["resolve", "7", "--resend"], "no message 7"),
        (["resolve", "7"], "--resend or --consider-sent"),
        (["resolve", "7", "--resend", "--consider-sent"], "--resend or --consider-sent"),
        (["resolve", "sept", "--resend"], "sept"),
        (["cancel", "99999999999999999999"], "99999999999999999999"),
    ],
)
def test_what_does_not_exist_is_one_sentence(terminal: Terminal, arguments: list[str], said: str) -> None:
    assert said in terminal.refused(*arguments)


def test_nothing_is_decided_about_a_certain_message(terminal: Terminal) -> None:
    terminal.run("send", "0639980009", "--text", "Bonjour")
    assert "nothing to decide" in terminal.refused("resolve", "1", "--resend")


def test_empty_lists_say_so(terminal: Terminal) -> None:
    for command in ("inbox", "broadcasts", "messages"):
        assert terminal.json(command) == []
        assert terminal.run(command).startswith("No")
