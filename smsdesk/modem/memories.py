"""Messages in the SIM's and the modem's memories: listed, read again where the line spoilt them, deleted."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from smsdesk.modem import answers
from smsdesk.modem.answers import Answer
from smsdesk.modem.restarts import forgot_mode
from smsdesk.modem.session import Session, SilentError

log = logging.getLogger(__name__)

SIM = "SM"
KNOWN = ("SM", "ME", "SR")
"""Swept where offered: SIM, modem, status reports. MT is SM and ME together, BM holds broadcasts."""
REREADS = 3
"""A slot whose PDU does not fit its length is read again this often, until two readings agree."""

_OUTGOING = frozenset({"2", "3", "STO UNSENT", "STO SENT"})
"""Stored by somebody for sending (27.005, 3.1, <stat>): not ours."""
_UNREAD = frozenset({"0", "REC UNREAD"})
_EMPTY = "cms:321"
"""Invalid memory index (27.005, 3.2.5)."""
_NOTHING_THERE = frozenset({_EMPTY, "error", "unsupported"})
"""Codes of AT+CMGR that no waiting changes: an empty slot (27.005, 3.2.5), or a command that is not known."""
_USUAL = re.compile(r"\+CMGL: (\d{1,5}),(\d),,(\d{1,5})", re.ASCII)
"""The header of an entry as most modems write it."""
_USUAL_LINE = re.compile(rf"^{_USUAL.pattern}$", re.ASCII | re.MULTILINE)
"""The same among other lines."""
_PDU_ALONE = re.compile(r"[0-9A-Fa-f]{30,}")
"""No notification looks like this; the shortest SMS-DELIVER has 15 octets."""
SLOTS_ASSUMED = 30
"""Of a memory whose size is not told, when its slots have to be asked one by one: what a small SIM has."""


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


@dataclass(frozen=True)
class Listing:
    """What one memory holds that was received: the readable entries, and all their slots when `complete`."""

    entries: tuple[Entry, ...]
    slots: tuple[int, ...]
    complete: bool
    by_list: bool = True
    """Whether the modem listed it at once; otherwise each slot was asked for."""
    sure: bool = True
    """Whether what it does not show is not there, if it is complete: not when every slot was refused."""


class Memories:
    """The memories of one modem, one selected at a time; no `names` when it does not let them be chosen."""

    def __init__(self, session: Session, names: Sequence[str]) -> None:
        self._session = session
        self._restarts = session.restarts
        self._selectable = bool(names)
        self.names = list(names) or [SIM]
        self._selected = ""
        self._total = 0
        self._listed = False
        self._cannot_list = False
        self._scanned = False
        self._reads = False
        """Whether AT+CMGR told something: that it is refused does not mean that a slot is empty."""
        self.unreadable = False
        """Whether the modem ignores every question for messages: it can send, at least."""

    def select(self, name: str) -> bool:
        """Make `name` the memory that is read and deleted from; False when the modem has no such."""
        if self._selected == name or not self._selectable:
            return True
        answer = self._session.command(f'AT+CPMS="{name}"')
        if answer.ok:
            self._selected = name
            self._total = _total(answer.first)
        elif len(self.names) > 1:
            self.names.remove(name)
        return answer.ok

    @property
    def _forgotten(self) -> bool:
        """Whether the modem started anew: perhaps with another memory selected, and in text mode."""
        return self._session.restarts != self._restarts

    def listing(self) -> Listing:
        """All that the selected memory holds, read or not; nothing once the modem started anew."""
        listing = self._listing()
        return Listing((), (), complete=False) if self._forgotten else listing

    def _listing(self) -> Listing:
        """What is listed, and listed again when the line spoilt it."""
        answer = self._first_list()
        if answer is None or (not answer.ok and not answer.lines):
            return self._scan()
        entries, spoilt = _entries(answer.lines)
        read_once: list[Entry] = []
        if spoilt:
            again = self._list(self._session.timings.listing_idle)
            if _is_headless(answer.lines) and _is_headless(again.lines):
                return self._scan()
            complete = again.ok and again.lines == answer.lines
            read_once, (entries, spoilt) = entries, _entries(again.lines)
            complete = complete or (again.ok and not spoilt)
        else:
            complete = answer.ok
        entries = [entry for entry in entries if entry.status not in _OUTGOING]
        slots = tuple(entry.slot for entry in entries)
        if spoilt:
            entries = [good for entry in entries if (good := self._repaired(entry, read_once)) is not None]
        return Listing(tuple(entries), slots, complete)

    def _first_list(self) -> Answer | None:
        """None from a modem that never answered to this."""
        if self._cannot_list:
            return None
        timings = self._session.timings
        try:
            answer = self._list(timings.command if self._session.taciturn else timings.listing_idle)
        except SilentError:
            if self._listed:
                raise
            self._session.resync()
            log.warning("the modem does not answer when asked for a list of its messages")
            self._cannot_list = True
            return None
        self._listed = True
        return answer

    def _list(self, seconds: float) -> Answer:
        return self._session.command("AT+CMGL=4", seconds, idle=True)

    def delete(self, slot: int) -> bool:
        """Free one slot; never all at once (<delflag>), since a message may have come after the listing."""
        if self._forgotten:
            return False
        return self._session.command(f"AT+CMGD={slot}", self._session.timings.delete).ok

    def delete_by(self, line: str, count: int) -> bool:
        """Free `count` slots by one line of chained commands."""
        timings = self._session.timings
        return self._session.command(line, timings.delete + count * timings.delete_more).ok

    def _scan(self) -> Listing:
        """Slot by slot, for a modem that cannot list."""
        if self.unreadable:
            return Listing((), (), complete=False)
        try:
            read = [self._read(slot) for slot in range((self._total or SLOTS_ASSUMED) + 1)]
            found = [entry for entry in read if entry is not None and entry.status not in _OUTGOING]
            whole = [
                entry if entry.whole else self._compared(entry, self._read(entry.slot)) for entry in found
            ]
        except SilentError:
            if self._scanned:
                raise
            self._session.resync()
            log.warning("the modem does not answer when asked for its messages")
            self.unreadable = True
            return Listing((), (), complete=False)
        self._scanned = True
        slots = tuple(entry.slot for entry in found)
        sure = self._reads and (bool(found) or not forgot_mode(self._session))
        return Listing(tuple(filter(None, whole)), slots, complete=True, by_list=False, sure=sure)

    def look_again(self, slot: int) -> Entry | None:
        """One slot, from a modem that can read it by itself; None elsewhere."""
        answer = self._session.ask(f"AT+CMGR={slot}")
        return None if answer is None or self._forgotten else _read_entry(slot, answer)

    def _read(self, slot: int) -> Entry | None:
        answer = self._session.command(f"AT+CMGR={slot}")
        self._reads = self._reads or answer.ok or answer.final.code == _EMPTY
        return _read_entry(slot, answer)

    def _repaired(self, entry: Entry, read_once: Sequence[Entry]) -> Entry | None:
        """Read a spoilt entry again: the line's fault must not be the reason to delete the good PDU.

        None leaves it where it is. Where nothing can be read by itself, two lists that agree are enough, also
        about a slot without any PDU: else it would be taken for ever.
        """
        if entry.whole:
            return entry
        answer = self._session.command(f"AT+CMGR={entry.slot}")
        again = _read_entry(entry.slot, answer)
        if again is not None:
            return self._compared(entry, again)
        agreed = any((entry.slot, entry.length, entry.pdu) == (e.slot, e.length, e.pdu) for e in read_once)
        return entry if agreed and (answer.ok or answer.final.code in _NOTHING_THERE) else None

    def _compared(self, entry: Entry, again: Entry | None) -> Entry | None:
        """Two readings in a row that are the same, or one that is whole."""
        seen = entry
        for _ in range(REREADS):
            if again is None or again.whole:
                return again and again._replace(status=entry.status)
            if again.pdu == seen.pdu:
                return entry
            seen, again = again, self._read(entry.slot)
        log.warning("slot %d reads differently each time", entry.slot)
        return None


def _read_entry(slot: int, answer: Answer) -> Entry | None:
    """`+CMGR: <stat>,[<alpha>],<length>` and the PDU, behind whatever the line put before; None if empty."""
    at = next((at for at, line in enumerate(answer.lines) if line.startswith("+CMGR:")), 0)
    header, *pdu = answer.lines[at:] or ("",)
    if not answer.ok or not pdu:
        return None
    known = answers.fields(header)
    return Entry(slot, _status(known, 0), _length(known), "".join(pdu))


def memories_of(session: Session) -> tuple[str, ...]:
    """The memories that can be chosen, the SIM's first: from `+CPMS: ("SM","ME"),(...),(...)`."""
    answer = session.ask("AT+CPMS=?")
    first = answer.first.partition(")")[0] if answer else ""
    offered = re.findall(r'"(\w\w)"', first.upper())
    return tuple(name for name in KNOWN if name in offered)


def _entries(lines: Sequence[str]) -> tuple[list[Entry], bool]:
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


def _is_headless(lines: Sequence[str]) -> bool:
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


def _total(line: str) -> int:
    """The number of slots from `+CPMS: <used>,<total>,...`."""
    parts = answers.fields(line)
    return (_number(parts[1]) or 0) if len(parts) > 1 else 0
