"""A family wants no more SMS: the desk sees it, decides, confirms once; alerts still arrive, START brings back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from two_way_desk import COURSE, LEA, QUICK, TOM, ZOE, Terminal, Window, people, sms_to

from smsdesk.app import build
from smsdesk.modem import virtual
from smsdesk.ui.pages import notify_sending
from smsdesk.ui.places import Place, Route

MODEM = "two-way-stop"


@pytest.fixture
def modem() -> Iterator[virtual.VirtualModem]:
    yield virtual.create(MODEM, QUICK)
    virtual.forget(MODEM)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_stop_is_proposed_applied_by_a_click_and_taken_back(
    qtbot: QtBot, profile: Path, modem: virtual.VirtualModem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notify_sending, "UNDO_SECONDS", 0.2)
    people(profile)
    _app, main = build(["--profile", str(profile), "--modem", f"virtual://{MODEM}"])
    window = Window(qtbot, main)
    try:
        stopped_and_started(window, modem)
    finally:
        main.close()


def stopped_and_started(window: Window, modem: virtual.VirtualModem) -> None:
    services, network = window.services, modem.network
    network.answer(LEA, "STOP svp merci")
    window.compose("Cours maintenu jeudi.")
    window.send()
    window.until(lambda: len(services.opt_outs.waiting()) == 1)
    told = len(sms_to(modem, LEA))  # promotion is stopped at once, and may be confirmed already
    window.window.go(Place(Route.INBOX, LEA))
    window.click("inbox_proposal_accept")
    window.until(lambda: not services.opt_outs.waiting())
    window.until(lambda: len(sms_to(modem, LEA)) > 1)
    confirmed = sms_to(modem, LEA)[1:]
    assert told <= 2
    assert all("START" in text for text in confirmed)

    window.compose("Cours avancé à 17h.")
    window.until(window.window.page.summary.send.isEnabled)
    window.send()
    window.until(
        lambda: "Cours avancé à 17h." in sms_to(modem, TOM) and "Cours avancé à 17h." in sms_to(modem, ZOE)
    )
    assert "Cours avancé à 17h." not in sms_to(modem, LEA)

    network.deliver(LEA, "stop")  # once more: there is nothing new to confirm
    window.until(lambda: len(services.opt_outs.of_phone(LEA)) == 2)

    window.compose("Alerte : fuite de gaz, venez chercher les enfants.", urgent=True)
    window.send()
    window.until(lambda: any("fuite de gaz" in text for text in sms_to(modem, LEA)))
    assert len(sms_to(modem, LEA)) == 1 + len(confirmed) + 1

    network.deliver(LEA, "START")
    window.until(lambda: any(each.kind == "start" for each in services.opt_outs.of_phone(LEA)))
    if services.opt_outs.waiting():
        window.window.go(Place(Route.INBOX, LEA))
        window.click("inbox_proposal_accept")
    window.until(lambda: not services.opt_outs.waiting())
    window.compose("Reprise des cours lundi.")
    window.send()
    window.until(lambda: "Reprise des cours lundi." in sms_to(modem, LEA))


def test_in_the_terminal_with_the_message_as_evidence(
    profile: Path, modem: virtual.VirtualModem, capsys: pytest.CaptureFixture[str]
) -> None:
    people(profile)
    terminal = Terminal(profile, capsys, MODEM)
    terminal.say("opt-outs", "set", "--information", "apply")
    modem.network.answer(LEA, "Arrêt SVP")
    modem.network.answer(TOM, "Je ne peux pas m'arrêter, on se gare où ?")
    modem.network.answer(ZOE, "on arrête le piano en juin")
    terminal.say("notify", COURSE, "--text", "Concert samedi.")
    terminal.station()
    terminal.station()
    (asked,) = [each for each in terminal.ask("opt-outs", "list") if each["asks"] == "stop"]
    assert (asked["from"], asked["state"]) == (LEA, "applied")
    left_out = terminal.ask("notify", COURSE, "--text", "Encore.", "--dry-run")["left_out"]
    assert [each["contact"] for each in left_out] == ["Léa Martin"]
    register = terminal.ask("consents", "--purpose", "information")
    assert "Arrêt SVP" in str(register)
    alert = terminal.ask("notify", COURSE, "--text", "Alerte.", "--purpose", "alert", "--dry-run")
    assert len(alert["messages"]) == 4
    terminal.say("opt-outs", "undo", str(asked["id"]))
    assert terminal.ask("notify", COURSE, "--text", "Encore.", "--dry-run")["left_out"] == []
