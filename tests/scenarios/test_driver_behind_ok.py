"""A modem that says OK first and tells what it was asked for behind that: nothing is lost, nothing deleted unread."""

from __future__ import annotations

import re
import sys

import pytest
from modem_stand import BASICS, Desk, ForeignModem, on_pty, sms, working

from smsdesk.domain.modems import ModemState
from smsdesk.domain.outgoing import SubmitResult

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")

OK = b"\r\nOK\r\n"
SENDS = [(r"AT\+CMGS=\d+", b"\r\n> "), ("<pdu>", b"\r\n+CMGS: 7\r\n" + OK)]


def pdu(number: int) -> str:
    return f"07913306091093F0040B913336399800F100006230118000{number:02X}0003CFF71B"


class OkFirst(ForeignModem):
    """Holds messages by slot; `lists` and `reads` tell which commands it knows, each with its OK in front."""

    def __init__(self, *slots: int, lists: bool = True, reads: bool = True) -> None:
        super().__init__([*BASICS, *SENDS])
        self.held = {slot: pdu(slot) for slot in slots}
        self._lists = lists
        self._reads = reads

    def _answer(self, command: str, line: bytes) -> bytes | None:
        otherwise = super()._answer(command, line)
        if command == "AT+CMGL=4" and self._lists:
            return OK + b"".join(self._shown(f"+CMGL: {slot},1", slot) for slot in sorted([*self.held]))
        asked = re.fullmatch(r"AT\+CMG([RD])=(\d+)", command)
        if asked is None or (asked[1] == "R" and not self._reads):
            return otherwise
        slot = int(asked[2])
        if asked[1] == "R":
            return OK + (self._shown("+CMGR: 1", slot) if slot in self.held else b"")
        with self.heard:
            self.held.pop(slot, None)
            self.heard.notify_all()
        return OK

    def _shown(self, head: str, slot: int) -> bytes:
        return f"\r\n{head},,{len(self.held[slot]) // 2 - 8}\r\n{self.held[slot]}\r\n".encode()


def stored(desk: Desk) -> list[tuple[int | None, str]]:
    return [(row.slot, row.pdu) for row in desk.rows]


@pytest.mark.parametrize("reads", [True, False])
def test_a_list_that_always_comes_behind_its_ok_is_read(reads: bool) -> None:
    modem = OkFirst(1, 3, reads=reads)
    desk = Desk()
    with on_pty(modem) as (port, line), working(port, desk) as worker:
        modem.wait_until(lambda _: not modem.held)
        modem.held[2] = pdu(2)
        line.write(b'\r\n+CMTI: "SM",2\r\n')
        modem.wait_until(lambda _: not modem.held)
        desk.wait_state(ModemState.READY)
        worker.submit(sms(1))
        assert desk.wait_outcome(1).result is SubmitResult.ACCEPTED
    assert sorted(stored(desk)) == [(slot, pdu(slot)) for slot in (1, 2, 3)]
    assert sorted(desk.released_ids) == [0, 1, 2]


def test_a_slot_that_is_told_behind_its_ok_is_not_taken_for_the_next_one() -> None:
    """What is read of the last slot would come when nobody asks for it any more, and its message be lost."""
    modem = OkFirst(1, 2, 30, lists=False)
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk) as worker:
        desk.wait(lambda: worker.swept >= 2)
        desk.wait_state(ModemState.READY)
        worker.submit(sms(1))
        assert desk.wait_outcome(1).result is SubmitResult.ACCEPTED
    kept = {row.pdu for row in desk.rows}
    assert {pdu(slot) for slot in (1, 2, 30)} <= kept | set(modem.held.values())
    assert desk.seen == []
