"""The rule of the PIN over a real line: one try for each SIM, whatever name it has in which moment."""

from __future__ import annotations

from pathlib import Path

import pytest
from modem_stand import BASICS, BRISK, Desk, ForeignModem, on_pty, working

from smsdesk.domain.modems import ModemState
from smsdesk.modem.pdu import decode
from smsdesk.modem.worker import ModemWorker
from smsdesk.services.engine import Engine
from smsdesk.services.events import Events
from smsdesk.storage.database import Database


class Starting(ForeignModem):
    """Its SIM is busy, whatever it is asked for, until it was asked for its lock three times."""

    def _answer(self, command: str, line: bytes) -> bytes | None:
        answer = super()._answer(command, line)
        about_sim = command.startswith(("AT+CPIN?", "AT+CCID"))
        busy = about_sim and self.commands.count("AT+CPIN?") < 3
        return b"\r\n+CME ERROR: 14\r\n" if busy else answer


LOCKED = (r"AT\+CPIN\?", b"\r\n+CPIN: SIM PIN\r\n\r\nOK\r\n")
NUMBER = (r"AT\+CCID", b"\r\n+CCID: 8933010000001234567\r\n\r\nOK\r\n")
WRONG = (r"AT\+CPIN=.*", b"\r\n+CME ERROR: 16\r\n")


def test_a_sim_that_is_busy_at_first_is_named_before_its_pin_is_tried() -> None:
    desk = Desk()
    foreign = Starting([*BASICS[:2], LOCKED, NUMBER, WRONG])
    with on_pty(foreign) as (port, _), working(port, desk, pin="9999"):
        desk.wait_state(ModemState.PIN_WRONG)
    assert desk.pins == [("8933010000001234567", "9999")]


@pytest.mark.parametrize(
    "says",
    [
        "SIM PUK",
        "SIM PIN2",
        "SIM PUK2",
        "PH-SIM PIN",
        "PH-NET PIN",
        "PH-FSIM PIN",
        "SIM PIN PIN",
        "PIN",
        "SIM",
    ],
)
def test_a_pin_goes_out_only_for_the_very_words(says: str) -> None:
    asked = (r"AT\+CPIN\?", f"\r\n+CPIN: {says}\r\n\r\nOK\r\n".encode())
    foreign = ForeignModem([*BASICS[:2], asked])
    desk = Desk()
    with on_pty(foreign) as (port, _), working(port, desk, pin="1234") as worker:
        desk.wait(lambda: desk.statuses and desk.statuses[-1].state is not ModemState.SEARCHING)
        told = len(foreign.commands)
        worker.enter_pin("1234")
        foreign.wait_until(lambda commands: len(commands) > told + 2)
    assert desk.pins == []
    assert not [line for line in foreign.commands if line.startswith("AT+CPIN=")]


@pytest.mark.parametrize(
    "code", ["+CME ERROR: 14", "+CME ERROR: 100", "ERROR", "+CME ERROR: 3", "+CME ERROR: 12"]
)
def test_an_answer_that_says_nothing_of_the_pin_leaves_the_try_open(code: str) -> None:
    foreign = ForeignModem([*BASICS[:2], LOCKED, (r"AT\+CPIN=.*", f"\r\n{code}\r\n".encode())])
    desk = Desk()
    with on_pty(foreign) as (port, _), working(port, desk, pin="9999"):
        foreign.wait_for(r"AT\+CPIN=.*")
        told = len(foreign.commands)
        foreign.wait_until(lambda commands: commands[told:].count("AT+CPIN?") > 2)
    assert desk.pin_results == []
    assert len([line for line in foreign.commands if line.startswith("AT+CPIN=")]) == 1


def test_a_person_who_enters_an_uncertain_pin_again_is_heard(tmp_path: Path) -> None:
    foreign = ForeignModem([*BASICS[:2], LOCKED, NUMBER, (r"AT\+CPIN=.*", b"\r\nERROR\r\n")])
    database = Database(tmp_path / "smsdesk.sqlite3")
    engine = Engine(database, decode, Events())

    def tries(times: int) -> None:
        foreign.wait_until(lambda commands: sum("CPIN=" in line for line in commands) == times)

    with on_pty(foreign) as (port, _):
        engine.add_sender(ModemWorker(port, timings=BRISK, pin="1234"))
        engine.start()
        tries(1)
        engine.enter_pin(port, "1234")
        tries(2)
        told = len(foreign.commands)
        foreign.wait_until(lambda commands: commands[told:].count("AT+CPIN?") > 2)
        engine.stop()
    database.close()
    assert sum("CPIN=" in line for line in foreign.commands) == 2


@pytest.mark.parametrize(
    "pin", ["1234\rAT+CFUN=0", "1234\x1a", '12"34', "123", "123456789", "1234 ", "1234\n", "٣٤٥٦"]
)
def test_nothing_but_four_to_eight_digits_is_tried(pin: str) -> None:
    foreign = ForeignModem([*BASICS[:2], LOCKED])
    desk = Desk()
    with on_pty(foreign) as (port, _), working(port, desk, pin=pin):
        desk.wait(lambda: desk.statuses and "4 to 8" in str(desk.statuses[-1].sentence))
    assert desk.pins == []
    assert not [line for line in foreign.commands if line.startswith("AT+CPIN=")]
