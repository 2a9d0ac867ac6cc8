"""What a line of a modem is: a final code, an unsolicited result code (URC), or information."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from smsdesk.modem.error_texts import CME_TEXTS, CMS_TEXTS


@dataclass(frozen=True)
class Final:
    """The end of an answer. `code` is "" for OK, else "cms:38", "cme:10", or a word for a bare failure."""

    code: str = ""

    @property
    def ok(self) -> bool:
        """Whether the command was done."""
        return not self.code


class Urc(NamedTuple):
    """An unsolicited result code: its name ("+CMTI"), the whole line, the payload line of +CMT and +CDS."""

    name: str
    line: str
    payload: str = ""


@dataclass(frozen=True)
class Answer:
    """The information lines of one command and its final code."""

    lines: tuple[str, ...]
    final: Final

    @property
    def ok(self) -> bool:
        """Whether the command was done."""
        return self.final.ok

    @property
    def first(self) -> str:
        """The first information line, "" without any."""
        return self.lines[0] if self.lines else ""


OK = Final()
_WORDS = {
    "OK": OK,
    "ERROR": Final("error"),
    "COMMAND NOT SUPPORT": Final("unsupported"),
    "COMMAND NOT SUPPORTED": Final("unsupported"),
    "TOO MANY PARAMETERS": Final("unsupported"),
    "NOT SUPPORTED": Final("unsupported"),
    "NO CARRIER": Final("no_carrier"),
    "BUSY": Final("busy"),
    "NO ANSWER": Final("no_answer"),
    "NO DIALTONE": Final("no_dialtone"),
    "NO DIAL TONE": Final("no_dialtone"),
}
_NUMERIC = {"0": OK, "4": Final("error")}
"""ATV0 (ITU-T V.250, 6.2.5): sure only as the answer to a bare AT, so asked for by name."""

DIGITS = frozenset("0123456789")
"""What begins with one can neither be a final code nor a URC: most PDUs."""
_CODED_FAMILIES = frozenset({"CMS", "CME"})
_CODED = re.compile(r"\+?(CMS|CME)\s*ERROR(?:\s*:\s*|\s+|$)(.*)", re.IGNORECASE)

WITH_PAYLOAD = frozenset({"+CMT", "+CDS", "+CBM"})
"""URCs that are followed by one line with a PDU (3GPP TS 27.005, 3.4.1)."""

WITH_PDUS = frozenset({"+CMGL", "+CMGR"})
"""Information of which each line is followed by one with a PDU (3GPP TS 27.005, 4.1 and 4.2)."""

_NAME = re.compile(r"[+^*%$#!&]\s?([A-Z][A-Z0-9_ ]*)", re.IGNORECASE)
_BARE_URCS = frozenset(
    {
        "RING", "RDY", "CALL READY", "SMS READY", "SMS DONE", "PB DONE", "NORMAL POWER DOWN",
        "UNDER-VOLTAGE WARNNING", "OVER-VOLTAGE WARNNING", "APP READY", "AT COMMAND READY", "GPS READY",
    }
)  # fmt: skip

RINGING = frozenset({"RING", "+CRING", "+CLIP"})
"""URCs of an incoming call."""

RESTARTED = frozenset({"RDY", "^SYSSTART", "AT COMMAND READY", "NORMAL POWER DOWN"})
"""URCs by which a modem says that it has started again and forgotten its settings."""


def final(line: str) -> Final | None:
    """Understand a final result code in any spelling; None when the line is none.

    A verbose text that no table knows counts as a bare ERROR: it says nothing that could be relied on.
    """
    if line[0] in DIGITS or (line[0] == "+" and line[1:4].upper() not in _CODED_FAMILIES):
        return None  # most lines: a PDU, or a command's own
    known = _WORDS.get(line) or _WORDS.get(line.upper().rstrip("."))
    if known is not None:
        return known
    found = _CODED.fullmatch(line)
    return None if found is None else Final(_coded(found[1].lower(), found[2].strip()))


def numeric_final(line: str) -> Final | None:
    """Understand the answer to a bare AT of a modem that was left in ATV0."""
    return _NUMERIC.get(line)


def _coded(family: str, detail: str) -> str:
    if detail.isascii() and detail.isdigit() and len(detail) <= 5:
        return f"{family}:{int(detail)}"
    texts = CMS_TEXTS if family == "cms" else CME_TEXTS
    number = texts.get(_plain(detail))
    return "error" if number is None else f"{family}:{number}"


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9+]+", " ", text.lower().replace("(u)sim", "sim")).strip()


def urc_name(line: str) -> str | None:
    """Name the URC that a line is: "+CMTI", "^RSSI", "RING"; None for text and hex.

    Every line with a command's sign and name counts: what belongs to the command in flight is sorted out
    before, by its prefix.
    """
    if line[0] in DIGITS:
        return None
    if line[0] in "+^*%$#!&":
        return _name(line.partition(":")[0])
    word = line.upper()
    return word if word in _BARE_URCS else None


@lru_cache(maxsize=128)
def _name(head: str) -> str | None:
    """Of what stands before the colon; a burst of announcements has the same one many times."""
    found = _NAME.fullmatch(head.rstrip())
    return None if found is None else head[0] + found[1].strip().upper()


def fields(line: str) -> list[str]:
    """Split what stands behind the colon at its commas; quotes go, and commas between them do not count."""
    rest = line.partition(":")[2].strip()
    if rest and '"' not in rest:
        return [field.lstrip(" ") for field in rest.split(",")]
    return next(csv.reader([rest], skipinitialspace=True), []) if rest else []
