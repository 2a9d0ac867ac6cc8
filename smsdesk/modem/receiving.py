"""What arrives: announced, pushed or found by a sweep; on disk first, and only then off the SIM."""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Sequence

from smsdesk.domain.clock import Clock
from smsdesk.domain.incoming import RawPdu
from smsdesk.modem import answers, setup
from smsdesk.modem.answers import Urc
from smsdesk.modem.clearing import Clearing
from smsdesk.modem.freed import Freed
from smsdesk.modem.listener import ModemListener
from smsdesk.modem.memories import Entry, Listing, Memories
from smsdesk.modem.session import Session

log = logging.getLogger(__name__)

ACKNOWLEDGED_WITHIN_S = 10.0
"""A modem that waits longer for +CNMA stops handing messages over (27.005, 3.4.4; the network's TR2M)."""

_ANNOUNCES_SLOT = frozenset({"+CMTI", "+CDSI"})
_MEMORY_FULL = frozenset({"^SMMEMFULL", "*SMSFULL", "^SMSFULL"})
_PUSHES = frozenset({"+CMT", "+CDS"})


class StoreFailedError(Exception):
    """The listener could not write to disk; nothing was deleted or acknowledged."""


class Receiving:
    """Collects announcements at once, and empties the memories when the session has a moment.

    It outlives sessions: what was pushed and is not on disk yet is not forgotten with the port.
    """

    def __init__(self, clock: Clock, listener: ModemListener) -> None:
        self.sim = ""
        self.acknowledges = False
        self._clock = clock
        self._listener = listener
        self._clearing = Clearing()
        self._freed = Freed()
        self._pushed: list[RawPdu] = []
        self._due: set[str] = set()
        self._unacknowledged = 0
        self._waiting_since = 0.0

    # --- announcements

    def notice(self, urc: Urc) -> bool:
        """Take an announcement or a pushed PDU; False when the URC is about something else."""
        if urc.name in _ANNOUNCES_SLOT:
            self._due.add((answers.fields(urc.line) or [""])[0].upper())
        elif urc.name in _MEMORY_FULL:
            self._due.add("")
        elif urc.name in _PUSHES:
            self._pushed.append(RawPdu(self.sim, urc.payload, self._clock()))
            self._waiting_since = self._waiting_since if self._unacknowledged else time.monotonic()
            self._unacknowledged += 1
            with contextlib.suppress(
                StoreFailedError
            ):  # it stays in the list; `settle` tries again and tells
                self.store_pushed()
        else:
            return False
        return True

    @property
    def pending(self) -> bool:
        """Whether something was pushed or announced and not dealt with."""
        return bool(self._pushed or self._due or self._unacknowledged)

    def new_session(self) -> None:
        """The modem has started anew: it expects no acknowledgement of what it pushed before."""
        self._unacknowledged = 0
        self._due.clear()

    # --- emptying

    def settle(self, session: Session, memories: Memories) -> None:
        """Store what was pushed, acknowledge it, and empty the memories that were announced."""
        self.store_pushed()
        self._acknowledge_all(session)
        due, self._due = self._due, set()
        known = [name for name in memories.names if name in due]
        for name in known or (tuple(memories.names) if due else ()):
            self.empty(session, memories, name)

    def store_pushed(self) -> None:
        """Write what came without a slot, as soon as it is read."""
        if not self._pushed:
            return
        ids = self._store(self._pushed)
        self._pushed.clear()
        self._release(ids)

    def empty(self, session: Session, memories: Memories, name: str) -> bool:
        """List one memory, store all of it durably in one batch, free the slots; False if in part."""
        if not memories.select(name):
            log.info("the modem refuses its memory %s", name)
            return True
        listing = memories.listing()
        if listing.complete:
            self._tell_slots(name, listing.slots)
        return self._take(session, memories, name, listing) and listing.complete

    def _take(self, session: Session, memories: Memories, name: str, listing: Listing) -> bool:
        """False when it is not known what was freed: the next list of occupied slots tells.

        The last slot is freed first: a modem that closes the gaps would move what has not been deleted yet.
        """
        incoming = [entry for entry in reversed(listing.entries) if entry.incoming]
        rows = self._stored_rows(name, listing)
        if not incoming:
            return True
        if self._clearing.suits(session, listing, len(incoming)):
            freed = self._clearing.free(session, memories, incoming)
            if freed is None:
                return False
            self._release([rows.pop(slot) for slot in freed])
        self._free_each(
            memories, name, [(entry, rows[entry.slot]) for entry in incoming if entry.slot in rows]
        )
        return True

    def _stored_rows(self, name: str, listing: Listing) -> dict[int, int]:
        """Store what came; the id of each slot's message, also of one that a deletion left standing."""
        rows = self._freed.still_there(self.sim, name, listing)
        new = [entry for entry in listing.entries if entry.incoming and entry.slot not in rows]
        if new:
            now = self._clock()
            ids = self._store([RawPdu(self.sim, entry.pdu, now, name, entry.slot) for entry in new])
            rows |= zip((entry.slot for entry in new), ids, strict=True)
        return rows

    def _free_each(self, memories: Memories, name: str, stored: Sequence[tuple[Entry, int]]) -> None:
        """Delete slot by slot; each entry comes with the id that it is stored under."""
        gone: list[int] = []
        try:
            for entry, row in stored:
                if memories.delete(entry.slot):
                    gone.append(row)
                    self._freed.note(self.sim, name, entry, row)
        finally:
            if gone:
                self._release(gone)

    def _store(self, batch: list[RawPdu]) -> list[int]:
        try:
            return list(self._listener.store(tuple(batch)))
        except Exception as error:
            log.warning("%d received PDUs cannot be stored: %s", len(batch), type(error).__name__)
            raise StoreFailedError from error

    def _tell_slots(self, name: str, slots: Sequence[int]) -> None:
        try:
            self._listener.slots_seen(self.sim, name, slots)
        except Exception as error:
            log.warning("the occupied slots cannot be noted: %s", type(error).__name__)
            raise StoreFailedError from error

    def _release(self, ids: Sequence[int]) -> None:
        """Not noting it loses nothing: the next list of occupied slots tells the same."""
        try:
            self._listener.released(ids)
        except Exception as error:
            log.warning("%d deleted slots cannot be noted: %s", len(ids), type(error).__name__)

    def _acknowledge_all(self, session: Session) -> None:
        """Confirm what was pushed; a modem that waited too long has stopped announcing and is asked anew."""
        if not self._unacknowledged:
            return
        lapsed = time.monotonic() > self._waiting_since + ACKNOWLEDGED_WITHIN_S
        while self._unacknowledged:
            self._unacknowledged -= 1
            if self.acknowledges and not setup.acknowledge(session):
                log.info("the modem wants no acknowledgements")
                self.acknowledges = False
        if lapsed and self.acknowledges:
            setup.announce(session)
