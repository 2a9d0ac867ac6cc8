"""Messages in the SIM's and the modem's memories: listed, read again where the line spoilt them, deleted."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from smsdesk.modem.answers import Answer
from smsdesk.modem.entries import OUTGOING, Entry, entries_of, is_headless, read_entry, total_of
from smsdesk.modem.restarts import forgot_mode
from smsdesk.modem.session import Session, SilentError

log = logging.getLogger(__name__)

SIM = "SM"
KNOWN = ("SM", "ME", "SR")
"""Swept where offered: SIM, modem, status reports. MT is SM and ME together, BM holds broadcasts."""
REREADS = 3
"""A slot whose PDU does not fit its length is read again this often, until two readings agree."""
SCANS = 3
"""The slots are asked for again this often when an answer came behind its OK: it may be another slot's."""

_LIST, _SLOT = "+CMGL", "+CMGR"
_EMPTY = "cms:321"
"""Invalid memory index (27.005, 3.2.5)."""
_NOTHING_THERE = frozenset({_EMPTY, "error", "unsupported"})
"""Codes of AT+CMGR that no waiting changes: an empty slot (27.005, 3.2.5), or a command that is not known."""
SLOTS_ASSUMED = 30
"""Of a memory whose size is not told, when its slots have to be asked one by one: what a small SIM has."""


@dataclass(frozen=True)
class Listing:
    """What one memory holds that was received: the readable entries, and all their slots when `complete`."""

    entries: tuple[Entry, ...]
    slots: tuple[int, ...]
    complete: bool
    by_list: bool = True
    """Whether the modem listed it at once; otherwise each slot was asked for."""
    sure: bool = True
    """Whether what it does not show is not there, if it is complete: not when every slot was refused, or
    when lists come behind their OK."""


_NOTHING_KNOWN = Listing((), (), complete=False)


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
        self._late = False
        """Whether lists come behind their OK, as far as the last ones showed."""
        self._belated_lists = session.belated[_LIST]
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
            self._total = total_of(answer.first)
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
        return _NOTHING_KNOWN if self._forgotten else listing

    def listed_in_step(self) -> Listing:
        """The same, in step with the modem before it and, when it is empty, behind it."""
        session = self._session
        session.realign()
        listing = self.listing()
        if listing.slots or not listing.complete:
            return listing
        belated = session.belated[_LIST]
        session.let_pass()
        return listing if session.belated[_LIST] == belated else self.listing()

    def _listing(self) -> Listing:
        """What is listed, and listed again when the line spoilt it."""
        answer = self._first_list()
        if answer is None or (not answer.ok and not answer.lines):
            return self._scan()
        entries, spoilt = entries_of(answer.lines)
        read_once: list[Entry] = []
        if spoilt:
            again = self._list(self._session.timings.listing_idle)
            if is_headless(answer.lines) and is_headless(again.lines):
                return self._scan()
            complete = again.ok and again.lines == answer.lines
            read_once, (entries, spoilt) = entries, entries_of(again.lines)
            complete = complete or (again.ok and not spoilt)
        else:
            complete = answer.ok
        entries = [entry for entry in entries if entry.status not in OUTGOING]
        slots = tuple(entry.slot for entry in entries)
        if spoilt:
            entries = [good for entry in entries if (good := self._repaired(entry, read_once)) is not None]
        return Listing(tuple(entries), slots, complete, sure=not self._late)

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
        """The answer to a list; an empty one is waited for where the list before came behind its OK."""
        session = self._session
        answer = session.command("AT+CMGL=4", seconds, idle=True)
        self._late = self._late or session.belated[_LIST] != self._belated_lists
        self._belated_lists = session.belated[_LIST]
        if answer.lines or not answer.ok:
            self._late = False
        elif self._late:
            answer = replace(answer, lines=tuple(session.behind(_LIST)))
        return answer

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
        """Slot by slot, for a modem that cannot list; in step before and behind: no answer names its slot."""
        if self.unreadable:
            return _NOTHING_KNOWN
        try:
            for _ in range(SCANS):
                self._session.let_pass()
                belated = self._session.belated[_SLOT]
                listing = self._scanned_once()
                self._session.let_pass()
                if self._session.belated[_SLOT] == belated:
                    self._scanned = True
                    return listing
        except SilentError:
            if self._scanned:
                raise
            self._session.resync()
        log.warning("the modem does not answer when asked for its messages")
        self.unreadable = True
        return _NOTHING_KNOWN

    def _scanned_once(self) -> Listing:
        read = [self._read(slot) for slot in range((self._total or SLOTS_ASSUMED) + 1)]
        found = [entry for entry in read if entry is not None and entry.status not in OUTGOING]
        whole = [entry if entry.whole else self._compared(entry, self._read(entry.slot)) for entry in found]
        slots = tuple(entry.slot for entry in found)
        sure = self._reads and (bool(found) or not forgot_mode(self._session))
        return Listing(tuple(filter(None, whole)), slots, complete=True, by_list=False, sure=sure)

    def look_again(self, slot: int) -> Entry | None:
        """One slot, from a modem that can read it by itself; None elsewhere."""
        answer = self._session.ask(f"AT+CMGR={slot}")
        return None if answer is None or self._forgotten else read_entry(slot, answer)

    def _read(self, slot: int) -> Entry | None:
        answer = self._session.command(f"AT+CMGR={slot}")
        self._reads = self._reads or answer.ok or answer.final.code == _EMPTY
        return read_entry(slot, answer)

    def _repaired(self, entry: Entry, read_once: Sequence[Entry]) -> Entry | None:
        """Read a spoilt entry again: the line's fault must not be the reason to delete the good PDU.

        None leaves it where it is. Where nothing can be read by itself, two lists that agree are enough, also
        about a slot without any PDU: else it would be taken for ever.
        """
        if entry.whole:
            return entry
        belated = self._session.belated[_SLOT]
        answer = self._session.command(f"AT+CMGR={entry.slot}")
        again = read_entry(entry.slot, answer)
        self._session.let_pass()
        if self._session.belated[_SLOT] != belated:  # it may be the answer about another slot
            return None
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


def memories_of(session: Session) -> tuple[str, ...]:
    """The memories that can be chosen, the SIM's first: from `+CPMS: ("SM","ME"),(...),(...)`."""
    answer = session.ask("AT+CPMS=?")
    first = answer.first.partition(")")[0] if answer else ""
    offered = re.findall(r'"(\w\w)"', first.upper())
    return tuple(name for name in KNOWN if name in offered)
