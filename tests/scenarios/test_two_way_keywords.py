"""Residents write to the desk by themselves: lists to join and leave, answers from a table, and no loops."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_groups import made_group
from two_way_desk import COURSE, LEA, QUICK, STRANGER, TOM, DeskTerminal, people, sms_to

from smsdesk.desk import Desk
from smsdesk.modem import virtual

MODEM = "two-way-keywords"
LIST = "Collecte des déchets"


@pytest.fixture
def modem() -> Iterator[virtual.VirtualModem]:
    yield virtual.create(MODEM, QUICK)
    virtual.forget(MODEM)


@pytest.fixture
def terminal(profile: Path, modem: virtual.VirtualModem, capsys: pytest.CaptureFixture[str]) -> DeskTerminal:
    people(profile)
    with Desk.open(profile) as desk:
        made_group(desk.services.people, LIST)
    made = DeskTerminal(profile, capsys, MODEM)
    made.run("keywords", "set", "DECHETS", "--list", LIST)
    made.run("keywords", "set", "CONCERT", "--answer", "Prochain concert samedi 18h, auditorium.")
    return made


def members(terminal: DeskTerminal) -> int:
    return next(each["size"] for each in terminal.json("groups") if each["name"] == LIST)


def test_join_hear_of_it_and_leave(terminal: DeskTerminal, modem: virtual.VirtualModem) -> None:
    modem.network.deliver(LEA, "Bonjour, Inscrire déchets svp")
    terminal.station()
    assert members(terminal) == 1
    (welcome,) = sms_to(modem, LEA)
    terminal.run("notify", LIST, "--text", "Collecte avancée à mardi.")
    terminal.station()
    assert sms_to(modem, LEA) == [welcome, "Collecte avancée à mardi."]
    assert sms_to(modem, TOM) == []
    modem.network.deliver(LEA, "QUITTER DECHETS")
    terminal.station()
    assert members(terminal) == 0
    assert len(sms_to(modem, LEA)) == 3  # told that it is so


def test_somebody_unknown_who_signs_up_waits_for_a_person(
    terminal: DeskTerminal, modem: virtual.VirtualModem
) -> None:
    modem.network.deliver(STRANGER, "inscrire DECHETS")
    terminal.station()
    assert members(terminal) == 0
    (waits,) = terminal.json("keywords", "requests")
    assert waits["from"] == STRANGER
    terminal.run("keywords", "apply", str(waits["id"]))
    assert members(terminal) == 1


def test_an_answer_from_the_table_and_never_a_loop(
    terminal: DeskTerminal, modem: virtual.VirtualModem
) -> None:
    modem.network.deliver(TOM, "Concert ?")
    modem.network.deliver("36180", "CONCERT")
    modem.network.deliver("INFO-SMS", "CONCERT")
    terminal.station()
    assert modem.ledger.texts == [(TOM, "Prochain concert samedi 18h, auditorium.")]
    # A machine that answers every SMS with the very word: it is not talked to for ever.
    modem.network.answer(TOM, lambda _text: "CONCERT")
    modem.network.deliver(TOM, "CONCERT")
    terminal.station()
    terminal.station()
    assert 1 <= len(sms_to(modem, TOM)) < 10
    assert len(terminal.json("inbox")) >= len(sms_to(modem, TOM))


def test_a_poll_is_opened_by_a_word_and_counts_who_asks_for_it(
    terminal: DeskTerminal, modem: virtual.VirtualModem
) -> None:
    number = str(
        terminal.json("notify", COURSE, "--text", "Quel jour ?", "--ask", "choices:samedi,dimanche")[
            "broadcast"
        ]
    )
    terminal.run("keywords", "set", "FETE", "--poll", number, "--answer", "Fête : 1 samedi, 2 dimanche ?")
    terminal.station()
    modem.network.answer(STRANGER, "2")
    modem.network.deliver(STRANGER, "Fête !")
    terminal.station()
    terminal.station()
    assert sms_to(modem, STRANGER) == ["Fête : 1 samedi, 2 dimanche ?"]
    told = terminal.json("answers", number)
    assert (told["asked"], told["choices"]) == (5, {"samedi": 0, "dimanche": 1})
    terminal.run("answers", number, "--close")
    modem.network.deliver(TOM, "FETE")
    terminal.station()
    assert sms_to(modem, TOM)[-1].endswith("les réponses à cette question sont closes. Merci.")
