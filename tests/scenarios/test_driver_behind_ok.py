"""A modem that says OK too early and tells what it was asked for behind that: nothing is lost or taken for another."""

from __future__ import annotations

import re
import sys

import pytest
from modem_stand import BASICS, PATIENT, Desk, ForeignModem, on_pty, sms, working

from smsdesk.domain.modems import ModemState
from smsdesk.domain.outgoing import SubmitResult

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")

OK = b"\r\nOK\r\n"
SENDS = [(r"AT\+CMGS=\d+", b"\r\n> "), ("<pdu>", b"\r\n+CMGS: 7\r\n" + OK)]
STEP = [(r"AT\+CMEE=1", OK), (r"AT\+CMEE\?", b"\r\n+CMEE: 1\r\n" + OK)]
EMPTY = b"\r\n+CMS ERROR: 321\r\n"


def pdu(number: int) -> str:
    return f"07913306091093F0040B913336399800F100006230118000{number:02X}0003CFF71B"


class Holding(ForeignModem):
    """Holds messages by slot; `lists` and `reads` tell which commands it knows."""

    def __init__(
        self, *slots: int, lists: bool = True, reads: bool = True, pairs: list[tuple[str, bytes]] = SENDS
    ) -> None:
        super().__init__([*BASICS, *pairs])
        self.held = {slot: pdu(slot) for slot in slots}
        self._lists = lists
        self._reads = reads

    def _answer(self, command: str, line: bytes) -> bytes | None:
        otherwise = super()._answer(command, line)
        if command == "AT+CMGL=4" and self._lists:
            return self._told(
                b"".join(self._shown(f"+CMGL: {slot},1", slot) for slot in sorted([*self.held]))
            )
        asked = re.fullmatch(r"AT\+CMG([RD])=(\d+)", command)
        if asked is None or (asked[1] == "R" and not self._reads):
            return otherwise
        slot = int(asked[2])
        if asked[1] == "R":
            return self._told(self._shown("+CMGR: 1", slot)) if slot in self.held else EMPTY
        with self.heard:
            self.held.pop(slot, None)
            self.heard.notify_all()
        return OK

    def _told(self, lines: bytes) -> bytes:
        return lines + OK

    def _shown(self, head: str, slot: int) -> bytes:
        return f"\r\n{head},,{len(self.held[slot]) // 2 - 8}\r\n{self.held[slot]}\r\n".encode()


class OkFirst(Holding):
    """Each of its OKs comes before what it ends."""

    def _told(self, lines: bytes) -> bytes:
        return OK + lines


class OneTooMuch(Holding):
    """Says one OK too much when it is asked for the first slot: from then on each answer is the one before."""

    _owed: bytes | None = None

    def _answer(self, command: str, line: bytes) -> bytes | None:
        own = super()._answer(command, line) or b""
        owed = self._owed
        if owed is None:
            begins = command == "AT+CMGR=1" and self.commands.count(command) == 1
            self._owed = own if begins else None
            return OK if begins else own
        self._owed = None if command == "AT+CMEE?" else own
        return owed + own if command == "AT+CMEE?" else owed


def kept(desk: Desk) -> list[str]:
    return sorted(row.pdu for row in desk.rows)


@pytest.mark.parametrize("reads", [True, False])
def test_a_list_that_always_comes_behind_its_ok_is_read(reads: bool) -> None:
    modem = OkFirst(1, 3, reads=reads)
    desk = Desk()
    with on_pty(modem) as (port, line), working(port, desk, PATIENT) as worker:
        modem.wait_until(lambda _: not modem.held)
        modem.held[2] = pdu(2)
        line.write(b'\r\n+CMTI: "SM",2\r\n')
        modem.wait_until(lambda _: not modem.held)
        desk.wait_state(ModemState.READY)
        worker.submit(sms(1))
        assert desk.wait_outcome(1).result is SubmitResult.ACCEPTED
    assert kept(desk) == [pdu(1), pdu(2), pdu(3)]
    assert sorted(desk.released_ids) == [0, 1, 2]


def test_slots_that_are_told_behind_their_ok_are_left_alone() -> None:
    """Which slot a line is about could only be guessed, and another message would be deleted."""
    modem = OkFirst(1, 2, 30, lists=False)
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk, PATIENT) as worker:
        desk.wait(lambda: worker.swept >= 2)
        desk.wait_state(ModemState.READY)
        worker.submit(sms(1))
        assert desk.wait_outcome(1).result is SubmitResult.ACCEPTED
    assert not [command for command in modem.commands if "CMGD" in command]
    assert desk.seen == []


def test_one_ok_too_much_does_not_move_messages_to_other_slots() -> None:
    """The one in the last slot would be deleted, and nobody would have read it."""
    modem = OneTooMuch(1, 2, 29, 30, lists=False, pairs=STEP)
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk, PATIENT):
        modem.wait_until(lambda _: not modem.held)
    assert kept(desk) == [pdu(1), pdu(2), pdu(29), pdu(30)]
