"""Preparing any modem for SMS in PDU mode: what it may refuse has a fall-back or is left out."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass

from smsdesk.modem.memories import memories_of
from smsdesk.modem.session import Session

log = logging.getLogger(__name__)

_MEMORY_CHOICES = ('"SM","SM","SM"', '"SM","SM"', '"SM"', '"ME","ME","ME"', '"ME"')
"""Where to read, write and receive: the SIM's memory can be announced and read on every modem."""

_ANNOUNCEMENTS = (
    "2,1,0,1,0", "2,1,0,2,0", "2,1,0,1", "1,1,0,1,0", "1,1,0,2,0", "3,1,0,1,0", "2,1,0,0,0", "1,1", "2,1",
)  # fmt: skip
"""AT+CNMI=<mode>,<mt>,<bm>,<ds>,<bfr> (27.005, 3.4.1), the best first: SMS stored and announced by +CMTI;
reports handed over (+CDS) and acknowledged only after they are on disk, or stored (+CDSI), or none."""

_ACKNOWLEDGEMENTS = ("AT+CNMA", "AT+CNMA=1", "AT+CNMA=0")
_HAND_BACK = "AT+CNMA=2"
_NOT_EXPECTED = "cms:340"
"""No +CNMA acknowledgement expected: nothing was waiting for one."""

KEEP_LINK_UNTIL_IDLE = 1
KEEP_LINK = 2


@dataclass(frozen=True)
class Setup:
    """What the modem agreed to. `link_mode` is <n> of AT+CMMS (27.005, 3.5.6), 0 where it is not offered;
    `announces` are the values of AT+CNMI, "" where it announces nothing.
    """

    pdu_mode: bool
    memories: tuple[str, ...] = ()
    acknowledges: bool = False
    announces: str = ""
    link_mode: int = 0


def prepare(session: Session) -> None:
    """Find the modem's voice and quieten its echo; raises SilentError when nothing speaks AT."""
    session.hello()
    session.forget_silences()
    session.echo_is_off = False
    quietened = session.ask("ATE0") is not None
    echoes = session.echoes
    session.tells_step = session.ask("AT+CMEE=1") is not None
    session.echo_is_off = quietened and session.echoes == echoes


def set_up(session: Session) -> Setup:
    """Set what SMS need, once the SIM can be used. The character set is left as it was found."""
    if session.ask("AT+CMGF=0") is None:
        return Setup(pdu_mode=False)
    phase_2_plus = session.ask("AT+CSMS=1") is not None
    if phase_2_plus:
        hand_back(session)
    memories = memories_of(session)
    any(session.ask(f"AT+CPMS={choice}") for choice in _MEMORY_CHOICES)
    announces = announce(session)
    session.ask("AT+CREG=1")
    return Setup(True, memories, phase_2_plus, announces, _keep_link(session))


def announce(session: Session) -> str:
    """Ask for announcements of what arrives; "" without any: the sweeps find it."""
    for choice in _ANNOUNCEMENTS:
        if announce_as(session, choice):
            return choice
    log.info("the modem announces nothing: its memories are swept instead")
    return ""


def announce_as(session: Session, choice: str) -> bool:
    """Ask for the announcements of one `Setup.announces`, also of a modem that stopped them."""
    return session.ask(f"AT+CNMI={choice}") is not None


def acknowledge(session: Session) -> bool:
    """Confirm one pushed message (+CNMA, 27.005, 3.4.4); False when the modem knows no way to."""
    for command in _ACKNOWLEDGEMENTS:
        answer = session.command(command)
        if answer.ok or answer.final.code == _NOT_EXPECTED:
            return True
    return False


def hand_back(session: Session) -> None:
    """Give back to the network what was pushed to a process that died or got lost on the line: it comes anew.

    Unconfirmed it would end all announcements a while after they were asked for (27.005, 3.4.4).
    """
    session.ask(_HAND_BACK)


def expect_no_acknowledgement(session: Session) -> None:
    """Let a modem push without waiting (27.005, 3.2.1): it would stop when nobody confirms."""
    session.ask("AT+CSMS=0")
    announce(session)


def _keep_link(session: Session) -> int:
    """Let the modem keep the radio link between two SMS: that halves the time of a series."""
    answer = session.ask("AT+CMMS=?")
    offered = _modes(answer.first) if answer else set()
    if KEEP_LINK in offered and session.ask(f"AT+CMMS={KEEP_LINK}") is not None:
        return KEEP_LINK
    return KEEP_LINK_UNTIL_IDLE if KEEP_LINK_UNTIL_IDLE in offered else 0


def _modes(line: str) -> set[int]:
    """The single digits and ranges of `+CMMS: (0-2)` or `(0,1,2)`."""
    modes: set[int] = set()
    for first, last in re.findall(r"(\d)(?:-(\d))?", line.partition(":")[2]):
        modes.update(range(int(first), int(last or first) + 1))
    return modes
