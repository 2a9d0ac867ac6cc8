"""A family is asked by `notify --ask`, answers through the modem, and `answers` counts, corrects and closes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from made_groups import made_group
from terminal import Terminal

from smsdesk.desk import Desk
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.modem import virtual
from smsdesk.services.people import ContactDraft

LEA, TOM, ZOE = (f"+3363998000{number}" for number in range(1, 4))


@pytest.fixture
def modem(request: pytest.FixtureRequest) -> Iterator[str]:
    name = f"answers-{request.node.name}".replace("[", "-").replace("]", "")
    yield name
    virtual.forget(name)


@pytest.fixture
def terminal(profile: Path, capsys: pytest.CaptureFixture[str], modem: str) -> Terminal:
    with Desk.open(profile) as desk:
        people = desk.services.people
        group = made_group(people, "Piano")
        for name, phone in (("Léa", LEA), ("Tom", TOM), ("Zoé", ZOE)):
            pupil = people.save_contact(ContactDraft(name, "Martin", ContactKind.PUPIL, (Phone(phone),)))
            people.add_to_group(group.id, [pupil.id])
    return Terminal(profile, capsys, "--modem", f"virtual://{modem}")


def test_asked_answered_counted_and_corrected(terminal: Terminal, modem: str, tmp_path: Path) -> None:
    network = virtual.create(modem, virtual.VirtualConfig()).network
    sent = terminal.json(
        "notify", "piano", "--text", "Concert samedi", "--ask", "yes-no", "--remind-after", "60"
    )
    assert sent["question"] == {"kind": "yes-no", "choices": [], "until": None, "remind_after": 60}
    assert sent["messages"][0]["text"] == "Concert samedi\nRépondez OUI ou NON."
    number = str(sent["broadcast"])
    terminal.run("station", "--until-idle")
    network.deliver(LEA, "Oui! nous serons 3")
    network.deliver(TOM, "ok merci")
    terminal.run("station", "--until-idle")

    found = terminal.json("answers", number, "--export", str(tmp_path / "réponses.xlsx"))
    assert (found["asked"], found["answered"], found["yes"], found["unsure"]) == (3, 2, 2, 1)
    assert (found["numbers"], found["total"]) == (1, 3)
    assert [(each["from"], each["for"], each["kind"]) for each in found["answers"]] == [
        (TOM, ["Tom Martin"], "yes"), (LEA, ["Léa Martin"], "yes")
    ]  # fmt: skip
    assert found["not_answered"] == [
        {"phone": ZOE, "for": ["Zoé Martin"], "reminded_at": None, "refuses": False}
    ]
    assert (tmp_path / "réponses.xlsx").stat().st_size > 1000

    tom, lea = (each["id"] for each in found["answers"])
    corrected = terminal.json("answers", number, "--read", f"{tom}=no", "--about", f"{lea}=none")
    assert (corrected["yes"], corrected["no"], corrected["answered"]) == (0, 1, 1)
    assert corrected["answers"][0]["corrected_by"]
    lines = terminal.run("answers", number)
    assert "1 of 3 phones answered: 0 yes, 1 no" in lines
    assert f"No answer: {ZOE} Zoé Martin" in lines

    sent_to_tom, said_by_tom = terminal.json("conversation", TOM)["messages"]
    assert (sent_to_tom["broadcast"], sent_to_tom["answers"]) == (int(number), None)
    assert (said_by_tom["broadcast"], said_by_tom["answers"]) == (None, int(number))
    assert terminal.json("conversation", LEA)["messages"][1]["answers"] is None
    assert f"answers {number}: Piano" in terminal.run("conversation", TOM)


def test_a_poll_with_choices_is_closed(terminal: Terminal, modem: str) -> None:
    network = virtual.create(modem, virtual.VirtualConfig()).network
    sent = terminal.json("notify", "piano", "--text", "Quel jour ?", "--ask", "choices: samedi, dimanche")
    number = str(sent["broadcast"])
    assert sent["messages"][0]["text"].endswith("Répondez 1 pour samedi, 2 pour dimanche.")
    terminal.run("station", "--until-idle")
    network.deliver(LEA, "2")
    network.deliver(TOM, "Samedi svp")
    terminal.run("station", "--until-idle")
    assert terminal.json("answers", number, "--close")["choices"] == {"samedi": 1, "dimanche": 1}
    network.deliver(ZOE, "samedi")
    terminal.run("station", "--until-idle")
    late = terminal.json("answers", number)
    assert (late["choices"]["samedi"], late["late"]) == (1, 1)
    assert "1. samedi: 1" in terminal.run("answers", number)
    next_month = (datetime.now().astimezone() + timedelta(days=30)).isoformat()
    opened = terminal.json("answers", number, "--until", next_month)
    assert (opened["choices"]["samedi"], opened["late"]) == (2, 0)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--ask", "maybe"), "--ask maybe is not understood"),
        (("--ask", "yes-no:a,b"), "is not understood"),
        (("--ask", "choices:seul"), "2 to 9 choices"),
        (("--remind-after", "60"), "need a question"),
        (("--ask", "read", "--answers-until", "bientôt"), "--answers-until bientôt is no date and time"),
        (("--ask", "read", "--answers-until", "2001-01-01"), "not possible"),
    ],
)
def test_what_cannot_be_asked(terminal: Terminal, arguments: tuple[str, ...], said: str) -> None:
    assert said in terminal.refused("notify", "piano", "--text", "x", *arguments)
    assert terminal.json("broadcasts") == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("7",), "no broadcast 7"),
        (("1", "--read", "12=perhaps"), "--read 12=perhaps is not understood"),
        (("1", "--read", "12=yes"), "no received message 12"),
        (("1", "--about", "12"), "--about 12 is not understood"),
        (("1", "--close"), "asks nothing"),
        (("1", "--close", "--until", "2099-01-01"), "either --close or --until"),
        (("1", "--export", "list.pdf"), "no known ending"),
    ],
)
def test_what_cannot_be_done(terminal: Terminal, arguments: tuple[str, ...], said: str) -> None:
    terminal.run("notify", "piano", "--text", "Bonjour")
    assert said in terminal.refused("answers", *arguments)


def test_what_is_refused_changes_nothing_else(terminal: Terminal, modem: str) -> None:
    network = virtual.create(modem, virtual.VirtualConfig()).network
    number = str(terminal.json("notify", "piano", "--text", "Concert", "--ask", "yes-no")["broadcast"])
    terminal.run("station", "--until-idle")
    network.deliver(LEA, "Oui")
    terminal.run("station", "--until-idle")
    before = terminal.json("answers", number)
    (said,) = before["answers"]
    right = ("--read", f"{said['id']}=no")
    for wrong in (
        ("--read", "999=yes"), ("--about", f"{said['id']}=999"), ("--until", "2001-01-01"), ("--read", f"{said['id']}=choice:4"),
    ):  # fmt: skip
        terminal.refused("answers", number, *right, *wrong)
        assert terminal.json("answers", number) == before
