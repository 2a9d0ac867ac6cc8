"""The SIM: whether it can be used, its PIN under the rule of one try, and who it is."""

from __future__ import annotations

import logging
import re
import time
from dataclasses import dataclass

from smsdesk.domain.modems import ModemState
from smsdesk.modem import answers
from smsdesk.modem.session import Session, SilentError

log = logging.getLogger(__name__)

SIM_BUSY = "cme:14"
_MISSING = frozenset({"cme:10", "cms:310"})
_REFUSED = frozenset({"cme:13", "cme:15", "cme:5", "cms:313", "cms:315"})
_PIN_CODES = frozenset({"cme:11", "cms:311"})
_PUK_CODES = frozenset({"cme:12", "cms:316"})
WRONG_PIN = frozenset({"cme:16"})

_ICCID = re.compile(r"(?<!\d)(89\d{16,18}F?)(?!\d)", re.IGNORECASE)
"""ITU-T E.118: 89, then country, issuer and number; 18 to 20 digits."""
_IMSI = re.compile(r"(?<!\d)\d{14,15}(?!\d)")
_IMEI = re.compile(r"(?<!\d)\d{15,16}(?!\d)")
_CRSM_ICCID = re.compile(r'144\s*,\s*0\s*,\s*"?([0-9A-F]{20})', re.IGNORECASE)

_ICCID_COMMANDS = ("AT+CCID", "AT+ICCID", "AT^ICCID?", "AT+QCCID", "AT+CRSM=176,12258,0,0,10")
"""SIMCom, Wavecom and u-blox; ZTE and newer SIMCom; Huawei; Quectel; the standard's way (27.007, 8.18)."""
_TRIES_LEFT = (
    ("AT+CPINR", re.compile(r'\+CPINR:\s*"?SIM PIN"?\s*,\s*(\d+)')),
    ("AT^CPIN?", re.compile(r"\^CPIN:\s*\"?SIM PIN\"?\s*,\s*(\d+)")),
    ("AT+SPIC", re.compile(r"\+SPIC:\s*(\d+)")),
    ("AT+QPINC?", re.compile(r'\+QPINC:\s*"SC"\s*,\s*(\d+)')),
    ("AT#PCT", re.compile(r"#PCT:\s*(\d+)")),
)
"""The standard's way (27.007, 8.65); Huawei; SIMCom; Quectel; Telit. They read a counter and try nothing."""
_MOST_TRIES = 3
"""ETSI TS 102 221, 9.5.1: a larger number counts something else."""
PIN_FORM = re.compile(r"[0-9]{4,8}")
"""What a PIN looks like (3GPP TS 31.102): nothing else may reach the SIM."""


@dataclass(frozen=True)
class Lock:
    """What AT+CPIN? says: READY when `state` is READY; `exactly_pin` only for the very words SIM PIN."""

    state: ModemState
    exactly_pin: bool = False


_READY = Lock(ModemState.READY)
_BY_CODE = {
    **dict.fromkeys(_MISSING, Lock(ModemState.NO_SIM)),
    **dict.fromkeys(_REFUSED, Lock(ModemState.SIM_REFUSED)),
    **dict.fromkeys(_PIN_CODES, Lock(ModemState.PIN_NEEDED)),
    **dict.fromkeys(_PUK_CODES, Lock(ModemState.PUK_NEEDED)),
}


def lock_of(session: Session) -> Lock:
    """Ask until the SIM has started; a modem that does not know AT+CPIN? counts as unlocked."""
    end = time.monotonic() + session.timings.sim_start
    while True:
        try:
            answer = session.command("AT+CPIN?")
        except SilentError:
            session.resync()
            return _READY
        if answer.final.code != SIM_BUSY:
            return _by_words(answer.first) if answer.ok else _BY_CODE.get(answer.final.code, _READY)
        if time.monotonic() >= end:
            return Lock(ModemState.SIM_REFUSED)
        session.pause(session.timings.sim_retry)


def _by_words(line: str) -> Lock:
    words = line.partition(":")[2].strip().strip('"').upper()
    if words == "SIM PIN":
        return Lock(ModemState.PIN_NEEDED, exactly_pin=True)
    if words in ("", "READY", "SIM PIN2", "SIM PUK2"):  # the second PIN guards nothing that SMS need
        return _READY
    return Lock(ModemState.PUK_NEEDED if words == "SIM PUK" else ModemState.SIM_REFUSED)


def enter_pin(session: Session, pin: str) -> bool | None:
    """Give the PIN to the SIM, once: True right, False wrong, None when nobody knows.

    The caller has written down durably that it is being tried, and seen the words SIM PIN just now.
    """
    try:
        answer = session.command(f'AT+CPIN="{pin}"', session.timings.pin)
    except SilentError:
        session.resync()
        return None
    if answer.ok:
        return True
    return False if answer.final.code in WRONG_PIN else None


def tries_left(session: Session) -> int | None:
    """How many wrong PINs the SIM still bears; None from a modem that does not tell."""
    for command, pattern in _TRIES_LEFT:
        answer = session.ask(command)
        for line in answer.lines if answer else ():
            found = pattern.search(line)
            if found and int(found[1]) <= _MOST_TRIES:
                return int(found[1])
    return None


def imei_of(session: Session) -> str:
    """IMEI or "" (27.007, 5.4)."""
    return _search(_IMEI, session, "AT+CGSN")


def imsi_of(session: Session) -> str:
    """IMSI or "" (27.007, 5.6)."""
    return _search(_IMSI, session, "AT+CIMI")


def iccid_of(session: Session) -> str:
    """The number of the SIM card, or ""; readable without the PIN on most modems.

    Asked a second time before it is given up: a SIM with two names has its messages stored twice, and its PIN
    tried twice.
    """
    number = _iccid(session)
    if not number:
        session.realign()
        number = _iccid(session)
    return number


def _iccid(session: Session) -> str:
    for command in _ICCID_COMMANDS:
        answer = session.ask(command)
        for line in answer.lines if answer else ():
            found = _ICCID.search(line.replace(" ", ""))
            raw = _CRSM_ICCID.search(line)
            if found and not raw:
                return found[1].upper().rstrip("F")
            if raw:
                return _swapped(raw[1])
    return ""


def _swapped(coded: str) -> str:
    """EF ICCID holds its digits with the nibbles of each octet exchanged (3GPP TS 31.102, 4.2.1)."""
    pairs = (coded[at + 1] + coded[at] for at in range(0, len(coded), 2))
    return "".join(pairs).upper().rstrip("F")


def _search(pattern: re.Pattern[str], session: Session, command: str) -> str:
    answer = session.ask(command)
    for line in answer.lines if answer else ():
        found = pattern.search(line)
        if found:
            return found[0]
    return ""


def words_of(session: Session, command: str) -> str:
    """One short text about the modem: its maker or model."""
    answer = session.ask(command)
    if answer is None or not answer.first:
        return ""
    line = answer.first
    name = answers.urc_name(line)
    return (line.partition(":")[2] if name else line).strip().strip('"')
