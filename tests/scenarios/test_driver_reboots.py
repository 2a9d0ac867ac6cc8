"""A modem that starts anew with every third SMS: its PIN is entered once each time, and no other SMS is in doubt."""

from __future__ import annotations

import sys

import pytest
from modem_stand import PATIENT, Desk, ForeignModem, on_pty, sms, working

from smsdesk.domain.modems import ModemState
from smsdesk.domain.outgoing import SubmitResult

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")

OK = b"\r\nOK\r\n"
REBOOTS_AT = 3
NUMBER = b"\r\n+CCID: 8933010000001234567\r\n"


class Rebooting(ForeignModem):
    """Forgets everything with each third PDU that it was given; `says` is what it tells of that."""

    def __init__(self, says: bytes, *, locks: bool, answers: bool) -> None:
        super().__init__([])
        self._says = says
        self._locks = locks
        self._answers = answers
        self.texts = 0
        """PDUs that it would have sent as texts."""
        self.bodies: list[bytes] = []
        self.reboots = -1
        self._reboot()

    def _reboot(self) -> None:
        self.reboots += 1
        self._locked, self._text_mode, self._echo = self._locks, True, True

    def _answer(self, command: str, line: bytes) -> bytes | None:
        super()._answer(command, line)
        if command == "<pdu>":
            return self._take(line)
        if command == "ATE0":
            self._echo = False
        if command == 'AT+CPIN="1234"':
            self._locked = False
        if command == "AT+CPIN?":
            return (b"\r\n+CPIN: SIM PIN\r\n" if self._locked else b"\r\n+CPIN: READY\r\n") + OK
        if command in ("AT", "ATE0", 'AT+CPIN="1234"', "AT+CCID"):
            return (NUMBER if command == "AT+CCID" else b"") + OK
        return b"\r\n+CMS ERROR: 311\r\n" if self._locked else self._unlocked(command)

    def _unlocked(self, command: str) -> bytes:
        if command == "AT+CMGF=0":
            self._text_mode = False
        known = {
            "AT+CMGF=0": OK,
            "AT+CMGF?": b"\r\n+CMGF: %d\r\n" % self._text_mode + OK,
            "AT+CMGL=4": b"\r\nERROR\r\n" if self._text_mode else OK,
        }
        return b"\r\n> " if command.startswith("AT+CMGS=") else known.get(command, b"\r\nERROR\r\n")

    def _take(self, body: bytes) -> bytes:
        self.bodies.append(body)
        self.texts += self._text_mode
        reference = b"\r\n+CMGS: %d\r\n" % len(self.bodies) + OK
        if len(self.bodies) % REBOOTS_AT:
            return reference
        self._reboot()
        return (reference if self._answers else b"") + self._says


def sent(modem: Rebooting, parts: int) -> Desk:
    """Hand so many parts over, again where one surely did not go."""
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk, PATIENT, pin="1234") as worker:
        waiting = list(range(parts))
        while waiting:
            desk.wait(lambda: desk.statuses and desk.statuses[-1].state is ModemState.READY)
            told = len(desk.outcomes)
            worker.submit(sms(part := waiting.pop(0), text=f"Nr {part}"))
            desk.wait(lambda told=told: len(desk.outcomes) > told)
            if desk.outcomes[told].result is SubmitResult.NOT_SENT:
                waiting.insert(0, part)
    assert len(modem.bodies) == len(set(modem.bodies)) == parts, "each of them was sent once"
    assert modem.texts == 0
    assert len(desk.pins) == sum("CPIN=" in line for line in modem.commands)
    return desk


@pytest.mark.parametrize("says", [b"\r\nRDY\r\n\r\n+CPIN: SIM PIN\r\n", b"\r\n+CPIN: SIM PIN\r\n", b""])
def test_the_pin_is_entered_once_for_each_start(says: bytes) -> None:
    modem = Rebooting(says, locks=True, answers=True)
    desk = sent(modem, 7)
    assert modem.reboots == 2
    assert len(desk.pins) == 1 + modem.reboots
    assert {each.result for each in desk.outcomes} <= {SubmitResult.ACCEPTED, SubmitResult.NOT_SENT}


@pytest.mark.parametrize("locks", [True, False])
def test_an_sms_that_a_restart_swallowed_puts_no_other_one_in_doubt(locks: bool) -> None:
    """What started anew does not answer any more, so the next answer is the next SMS's."""
    desk = sent(Rebooting(b"", locks=locks, answers=False), 4)
    unknown = [each.part_id for each in desk.outcomes if each.result is SubmitResult.UNKNOWN]
    assert unknown == [2]
