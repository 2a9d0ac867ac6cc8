"""What a modem says about the messages in a memory: each with its slot, and whether the line spoilt it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from smsdesk.modem import answers
from smsdesk.modem.answers import Answer

OUTGOING = frozenset({"2", "3", "STO UNSENT", "STO SENT"})
"""Stored by somebody for sending (27.005, 3.1, <stat>): not ours."""
_UNREAD = frozenset({"0", "REC UNREAD"})
_USUAL = re.compile(r"\+CMGL: (\d{1,5}),(\d),,(\d{1,5})", re.ASCII)
"""The header of an entry as most modems write it."""
_USUAL_LINE = re.compile(rf"^{_USUAL.pattern}$", re.ASCII | re.MULTILINE)
"""The same among other lines."""
_PDU_ALONE = re.compile(r"[0-9A-Fa-f]{30,}")
"""No notification looks like this; the shortest SMS-DELIVER has 15 octets."""


class Entry(NamedTuple):
    """One occupied slot: its PDU as it came, and the TPDU's length in octets as announced (None unknown)."""

    slot: int
    status: str
    length: int | None
    pdu: str

    @property
    def unread(self) -> bool:
        """Whether no list has shown it yet; most modems note that, some leave everything unread."""
        return self.status in _UNREAD

    @property
    def whole(self) -> bool:
        """Whether the PDU has the announced length, with its service centre in front (27.005, 3.1)."""
        try:
            octets = bytes.fromhex(self.pdu)
        except ValueError:
            return False
        if self.length is None or not octets:
            return False
        return len(self.pdu) == 2 * len(octets) == 2 * (1 + octets[0] + self.length)


def entries_of(lines: Sequence[str]) -> tuple[list[Entry], bool]:
    """Take `+CMGL: <index>,<stat>,[<alpha>],<length>` and the lines behind each, in any spelling of <stat>.

    Tells also whether the line may have spoilt something: a length that does not fit, a PDU without a
    header, slots out of order.
    """
    usual = _usual_entries(lines)
    if usual is not None:
        return usual, False
    heads: list[tuple[int, str, int | None]] = []
    bodies: list[list[str]] = []
    orphans = False
    for line in lines:
        head = _head(line) if line.startswith("+CMGL:") else None
        if head is not None:
            heads.append(head)
            bodies.append([])
        elif bodies:
            bodies[-1].append(line)
        else:
            orphans = True
    entries = [Entry(*head, "".join(body)) for head, body in zip(heads, bodies, strict=True)]
    ascending = all(one.slot < other.slot for one, other in pairwise(entries))
    return entries, orphans or not ascending or not all(entry.whole for entry in entries)


def _usual_entries(lines: Sequence[str]) -> list[Entry] | None:
    """The entries of a list that is as most modems write it, each whole and in order; None of any other."""
    pdus = lines[1::2]
    octets = _octets(pdus)
    heads = _USUAL_LINE.findall("\n".join(lines[::2]))
    if octets is None or not 2 * len(heads) == 2 * len(pdus) == len(lines):
        return None
    entries: list[Entry] = []
    before, at = -1, 0
    for (number, status, announced), pdu in zip(heads, pdus, strict=True):
        slot, length = int(number), int(announced)
        size = 1 + octets[at] + length
        if slot <= before or len(pdu) != 2 * size:
            return None
        entries.append(Entry(slot, status, length, pdu))
        before, at = slot, at + size
    return entries


def _octets(pdus: Sequence[str]) -> bytes | None:
    """All of them behind one another; None when anything but hex stands there."""
    together = "".join(pdus)
    try:
        octets = bytes.fromhex(together)
    except ValueError:
        return None
    return octets if 2 * len(octets) == len(together) else None


def _head(line: str) -> tuple[int, str, int | None] | None:
    """Slot, status and length; None when no slot is told."""
    usual = _USUAL.fullmatch(line)
    if usual is not None:
        return int(usual[1]), usual[2], int(usual[3])
    header = answers.fields(line)
    slot = _number(header[0]) if header else None
    return None if slot is None else (slot, _status(header, 1), _length(header))


def is_headless(lines: Sequence[str]) -> bool:
    """Whether a list begins with a PDU whose slot is not told."""
    first = next((line for line in lines if line.startswith("+CMGL:") or _PDU_ALONE.fullmatch(line)), "")
    return bool(first) and not first.startswith("+CMGL:")


def _status(header: Sequence[str], at: int) -> str:
    return header[at].strip().upper() if len(header) > at else ""


def _length(header: Sequence[str]) -> int | None:
    return _number(header[-1]) if len(header) > 2 else None


def _number(text: str) -> int | None:
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 5 else None


def read_entry(slot: int, answer: Answer) -> Entry | None:
    """`+CMGR: <stat>,[<alpha>],<length>` and the PDU, behind whatever the line put before; None if empty."""
    at = next((at for at, line in enumerate(answer.lines) if line.startswith("+CMGR:")), 0)
    header, *pdu = answer.lines[at:] or ("",)
    if not answer.ok or not pdu:
        return None
    known = answers.fields(header)
    return Entry(slot, _status(known, 0), _length(known), "".join(pdu))


def total_of(line: str) -> int:
    """The number of slots from `+CPMS: <used>,<total>,...`."""
    parts = answers.fields(line)
    return (_number(parts[1]) or 0) if len(parts) > 1 else 0
