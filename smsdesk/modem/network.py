"""The network as the modem sees it: registered, at home or abroad, how strong, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from smsdesk.modem import answers
from smsdesk.modem.session import Session
from smsdesk.modem.sim import imsi_of


class Registration(Enum):
    """What the registration means for sending SMS (27.007, 7.2)."""

    HOME = auto()
    ROAMING = auto()
    SEARCHING = auto()
    DENIED = auto()
    ABSENT = auto()


_BY_STAT = {
    "0": Registration.ABSENT,
    "1": Registration.HOME,
    "2": Registration.SEARCHING,
    "3": Registration.DENIED,
    "4": Registration.ABSENT,
    "5": Registration.ROAMING,
    "6": Registration.HOME,  # SMS only
    "7": Registration.ROAMING,
    "8": Registration.ABSENT,  # emergency calls only
}
_USABLE = frozenset({Registration.HOME, Registration.ROAMING})
_COMMANDS = ("AT+CREG?", "AT+CEREG?", "AT+CGREG?")
"""GSM, LTE (SMS over IMS or SGs without circuit-switched registration), GPRS."""


@dataclass(frozen=True)
class Network:
    """Registration, operator ("" unknown) and signal in percent (None unknown)."""

    registration: Registration
    operator: str = ""
    signal: int | None = None


def network_of(session: Session) -> Network:
    """Ask for all three; a modem that cannot tell its registration counts as registered."""
    registration = _registration(session)
    signal = _signal(session)
    operator = _operator(session) if registration in _USABLE else ""
    return Network(registration, operator, signal)


def is_abroad(session: Session) -> bool:
    """Whether a SIM that roams is in another country (27.007, 7.3; the first three digits are the country's).

    Operators without a net of their own roam at home at no cost. What cannot be told counts as abroad.
    """
    imsi = imsi_of(session)
    session.ask("AT+COPS=3,2")
    code = _operator(session)
    session.ask("AT+COPS=3,0")
    return not imsi or imsi[:3] != code[:3]


def _registration(session: Session) -> Registration:
    seen: list[Registration] = []
    for command in _COMMANDS:
        answer = session.ask(command)
        stat = _stat(answer.lines) if answer else None
        if stat in _USABLE:
            return stat
        if stat is not None:
            seen.append(stat)
    return seen[0] if seen else Registration.HOME


def _stat(lines: tuple[str, ...]) -> Registration | None:
    """`+CREG: <n>,<stat>` is the answer; `+CREG: <stat>` a URC of the same name."""
    for line in lines:
        parts = answers.fields(line)
        if len(parts) >= 2 and parts[1] in _BY_STAT:
            return _BY_STAT[parts[1]]
    return None


def _signal(session: Session) -> int | None:
    """+CSQ: 0 to 31 for -113 to -51 dBm, 99 unknown (27.007, 8.5)."""
    answer = session.ask("AT+CSQ")
    if answer is None or not answer.lines:
        return None
    level = (answers.fields(answer.first) or [""])[0]
    if not (level.isascii() and level.isdigit()) or int(level) > 31:
        return None
    return round(int(level) * 100 / 31)


def _operator(session: Session) -> str:
    """+COPS: <mode>[,<format>,<oper>] (27.007, 7.3)."""
    answer = session.ask("AT+COPS?")
    parts = answers.fields(answer.first) if answer and answer.lines else []
    return parts[2] if len(parts) > 2 else ""
