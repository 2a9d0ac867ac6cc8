"""A family wants no more SMS: the desk sees it, decides, confirms once; alerts still arrive, START brings back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from two_way_desk import COURSE, LEA, QUICK, TOM, ZOE, DeskTerminal, Window, people, sms_to

from smsdesk.app import build
from smsdesk.modem import virtual
from smsdesk.ui.pages import notify_sending
from smsdesk.ui.places import Place, Route

MODEM = "two-way-stop"


@pytest.fixture
def modem() -> Iterator[virtual.VirtualModem]:
    yield virtual.create(MODEM, QUICK)
    virtual.forget(MODEM)


@pytest.fixture
def window(
    qtbot: QtBot, profile: Path, modem: virtual.VirtualModem, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Window]:
    monkeypatch.setattr(notify_sending, "UNDO_SECONDS", 0.2)
    people(profile)
    _app, main = build(["--profile", str(profile), "--modem", f"virtual://{MODEM}"])
    yield Window(qtbot, main)
    main.close()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_stop_is_proposed_applied_by_a_click_and_taken_back(
    window: Window, modem: virtual.VirtualModem
) -> None:
    services, network = window.services, modem.network
    network.answer(LEA, "STOP svp merci")
    send(window, "Cours maintenu jeudi.")
    window.until(lambda: len(services.opt_outs.waiting()) == 1)
    told = len(sms_to(modem, LEA))  # promotion is stopped at once, and may be confirmed already
    accept_the_proposal(window)
    window.until(lambda: len(sms_to(modem, LEA)) > 1)
    confirmed = sms_to(modem, LEA)[1:]
    assert told <= 2
    assert all("START" in text for text in confirmed)

    send(window, "Cours avancé à 17h.")
    window.until(lambda: all("Cours avancé à 17h." in sms_to(modem, phone) for phone in (TOM, ZOE)))
    assert "Cours avancé à 17h." not in sms_to(modem, LEA)

    network.deliver(LEA, "stop")  # once more: there is nothing new to confirm
    window.until(lambda: len(services.opt_outs.of_phone(LEA)) == 2)
    send(window, "Alerte : fuite de gaz, venez chercher les enfants.", urgent=True)
    window.until(lambda: any("fuite de gaz" in text for text in sms_to(modem, LEA)))
    assert len(sms_to(modem, LEA)) == 1 + len(confirmed) + 1

    network.deliver(LEA, "START")
    window.until(lambda: any(each.kind == "start" for each in services.opt_outs.of_phone(LEA)))
    if services.opt_outs.waiting():
        accept_the_proposal(window)
    send(window, "Reprise des cours lundi.")
    window.until(lambda: "Reprise des cours lundi." in sms_to(modem, LEA))


def send(window: Window, text: str, **start: Any) -> None:
    window.compose(text, **start)
    window.send()


def accept_the_proposal(window: Window) -> None:
    window.window.go(Place(Route.INBOX, LEA))
    window.click("inbox_proposal_accept")
    window.until(lambda: not window.services.opt_outs.waiting())


def test_in_the_terminal_with_the_message_as_evidence(
    profile: Path, modem: virtual.VirtualModem, capsys: pytest.CaptureFixture[str]
) -> None:
    people(profile)
    terminal = DeskTerminal(profile, capsys, MODEM)
    terminal.run("opt-outs", "set", "--information", "apply")
    modem.network.answer(LEA, "Arrêt SVP")
    modem.network.answer(TOM, "Je ne peux pas m'arrêter, on se gare où ?")
    modem.network.answer(ZOE, "on arrête le piano en juin")
    terminal.run("notify", COURSE, "--text", "Concert samedi.")
    terminal.station()
    terminal.station()
    (asked,) = [each for each in terminal.json("opt-outs", "list") if each["asks"] == "stop"]
    assert (asked["from"], asked["state"]) == (LEA, "applied")
    left_out = terminal.json("notify", COURSE, "--text", "Encore.", "--dry-run")["left_out"]
    assert [each["contact"] for each in left_out] == ["Léa Martin"]
    register = terminal.json("consents", "--purpose", "information")
    assert "Arrêt SVP" in str(register)
    alert = terminal.json("notify", COURSE, "--text", "Alerte.", "--purpose", "alert", "--dry-run")
    assert len(alert["messages"]) == 4
    terminal.run("opt-outs", "undo", str(asked["id"]))
    assert terminal.json("notify", COURSE, "--text", "Encore.", "--dry-run")["left_out"] == []
