"""A modem that starts anew without being unplugged: its settings are gone, and nothing is written before they are back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from modem_stand import BASICS, BRISK, PATIENCE_S, Desk, ForeignModem, on_pty, sms, working

from smsdesk.domain.modems import ModemState
from smsdesk.domain.outgoing import SubmitResult
from smsdesk.modem.pdu import encode_submit

OK = b"\r\nOK\r\n"
PROMPT = b"\r\n> "
ACCEPTS = (r"AT\+CMGS=\d+", PROMPT), ("<pdu>", b"\r\n+CMGS: 7\r\n\r\nOK\r\n")
ASKED = f"AT+CMGS={encode_submit(sms(1)).tpdu_length}".encode()


def send(*pairs: tuple[str, bytes]) -> tuple[ForeignModem, Desk]:
    """Hand a part over, again if it surely did not go, to a modem that gives these answers first."""
    modem = ForeignModem([*BASICS, *pairs, *ACCEPTS])
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk) as worker:
        desk.wait_state(ModemState.READY)
        desk.wait(lambda: worker.swept >= 1)
        worker.submit(sms(1))
        assert desk.wait_outcome(1).result is SubmitResult.NOT_SENT
        desk.wait(lambda: modem.commands.count("AT+CMGF=0") == 2)
        worker.submit(sms(2))
        assert desk.wait_outcome(2).result is SubmitResult.ACCEPTED
    return modem, desk


@pytest.mark.parametrize(
    "answer",
    [ASKED + b"\r" + PROMPT, b"\r\nRDY\r\n" + PROMPT, ASKED + b"\r"],
    ids=["echo", "says so", "no prompt"],
)
def test_no_pdu_goes_to_a_prompt_of_a_modem_that_forgot_its_mode(answer: bytes) -> None:
    """In text mode the number of octets would be a phone number, and the PDU its text."""
    modem, desk = send((r"AT\+CMGS=\d+", answer))
    assert desk.begun == [2]
    assert sum(len(line) > 30 and line[0] == "0" for line in modem.commands) == 1


def test_a_restart_while_the_attempt_is_written_down_calls_it_off() -> None:
    modem = ForeignModem([*BASICS, *ACCEPTS])
    desk = Desk()
    with on_pty(modem) as (port, line), working(port, desk) as worker:
        desk.wait_state(ModemState.READY)
        desk.at_begin = lambda: line.write(b"\r\nRDY\r\n") and None
        worker.submit(sms(1))
        assert desk.wait_outcome(1).result is SubmitResult.NOT_SENT
        desk.at_begin = lambda: None
        desk.wait(lambda: modem.commands.count("AT+CMGF=0") == 2)
        worker.submit(sms(2))
        assert desk.wait_outcome(2).result is SubmitResult.ACCEPTED


def test_a_modem_that_always_echoes_is_not_taken_for_one_that_restarts() -> None:
    modem = ForeignModem([*BASICS, *ACCEPTS], echo=True)
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk) as worker:
        desk.wait_state(ModemState.READY)
        worker.submit(sms(1))
        assert desk.wait_outcome(1).result is SubmitResult.ACCEPTED
        desk.wait(lambda: worker.swept >= 3)
    assert modem.commands.count("AT+CMGF=0") == 1


def test_a_restart_without_a_word_is_noticed_before_anything_is_sent_or_read() -> None:
    """Its echo is off by nature: only the mode that it has forgotten tells."""
    modes = [(r"AT\+CMGF\?", b"\r\n+CMGF: 1\r\n" + OK), (r"AT\+CMGF\?", b"\r\n+CMGF: 0\r\n" + OK)]
    modem = ForeignModem([*BASICS, *modes, *ACCEPTS])
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk, replace(BRISK, reboot=0.0)) as worker:
        worker.submit(sms(1))
        desk.wait(lambda: modem.commands.count("AT+CMGF=0") == 2)
        worker.submit(sms(2))
        assert desk.wait_outcome(2).result is SubmitResult.ACCEPTED
    first_work = next(at for at, line in enumerate(modem.commands) if line.startswith(("AT+CMGL", "AT+CMGS")))
    assert modem.commands[:first_work].count("AT+CMGF=0") == 2


@pytest.mark.parametrize("reboot", [0.5, 60.0])
def test_a_restart_without_a_word_while_slots_are_read_is_noticed_before_the_next_sms(reboot: float) -> None:
    """Other commands may have been answered since."""
    modes = [(r"AT\+CMGF\?", b"\r\n+CMGF: 1\r\n" + OK)]
    silent = [(r"AT\+CMGR=0", None), (r"AT\+CMGR=0", b"\r\nERROR\r\n")]
    modem = ForeignModem([*BASICS, *modes, *silent, *ACCEPTS])
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk, replace(BRISK, reboot=reboot)) as worker:
        modem.wait_for(r"AT\+CMGR=0")
        worker.submit(sms(1))
        assert desk.wait_outcome(1).result is SubmitResult.ACCEPTED
    silent, first = map(modem.commands.index, ("AT+CMGR=0", ASKED.decode()))
    assert "AT+CMGF=0" in modem.commands[silent:first]


def test_a_restart_in_the_middle_of_a_slow_command_ends_the_wait_for_its_answer() -> None:
    modem = ForeignModem([*BASICS, (r"AT\+CMGL=4", b"\r\nRDY\r\n"), (r"AT\+CMGL=4", OK), *ACCEPTS])
    desk = Desk()
    slow = replace(BRISK, listing_idle=10 * PATIENCE_S, command=0.2)
    with on_pty(modem) as (port, _), working(port, desk, slow) as worker:
        desk.wait(lambda: worker.swept >= 1)
        worker.submit(sms(1))
        assert desk.wait_outcome(1).result is SubmitResult.ACCEPTED


def test_nothing_is_read_or_deleted_after_a_restart_before_the_memory_is_selected_again() -> None:
    listed = b"\r\n+CMGL: 1,1,,24\r\n0791\r\n"
    modem = ForeignModem(
        [
            *BASICS,
            (r"AT\+CMGL=4", b"\r\n^SYSSTART\r\n" + listed + OK),
            (r"AT\+CMGL=4", OK),
        ]
    )
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk) as worker:
        desk.wait(lambda: worker.swept >= 1)
    assert desk.rows == []
    assert not [command for command in modem.commands if "CMGD" in command]
    assert modem.commands.count("AT+CMGF=0") == 2
