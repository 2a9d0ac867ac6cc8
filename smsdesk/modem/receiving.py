"""What arrives: announced, pushed or found by a sweep; on disk first, and only then off the SIM."""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Sequence

from smsdesk.domain.clock import Clock
from smsdesk.domain.incoming import RawPdu
from smsdesk.modem import setup
from smsdesk.modem.answers import Urc
from smsdesk.modem.clearing import Clearing
from smsdesk.modem.listener import ModemListener
from smsdesk.modem.memories import Listing, Memories
from smsdesk.modem.session import Session
from smsdesk.modem.shelf import Shelf

log = logging.getLogger(__name__)

ACKNOWLEDGED_WITHIN_S = 10.0
"""A modem that waits longer for +CNMA stops handing messages over (27.005, 3.4.4; the network's TR2M)."""

MOST_LISTS = 4
"""Of one memory in a row: what comes faster is left for the next turn, so that sending goes on."""

_ANNOUNCES_SLOT = frozenset({"+CMTI", "+CDSI"})
_MEMORY_FULL = frozenset({"^SMMEMFULL", "*SMSFULL", "^SMSFULL"})
_PUSHES = frozenset({"+CMT", "+CDS"})
_BELATED = "+CMGL"
"""A list that comes behind its OK: another one is waited for."""


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
        self._shelves: dict[tuple[str, str], Shelf] = {}
        """By SIM and memory."""
        self._pushed: list[RawPdu] = []
        self._due: set[str] = set()
        self._unacknowledged = 0
        self._waiting_since = 0.0
        self._incomplete = False
        """Whether something was pushed of which only the announcement came through."""

    # --- announcements

    def notice(self, urc: Urc) -> bool:
        """Take an announcement or a pushed PDU; False when the URC is about something else."""
        if urc.name in _ANNOUNCES_SLOT:
            self._due.add(urc.line.partition(":")[2].partition(",")[0].strip(' "').upper())
        elif urc.name in _MEMORY_FULL or urc.name == _BELATED:
            self._due.add("")
        elif urc.name in _PUSHES and not urc.payload:
            self._incomplete = True
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
        return bool(self._pushed or self._due or self._unacknowledged or self._incomplete)

    @property
    def stubborn(self) -> bool:
        """Whether this SIM does not let go of messages that are kept."""
        return any(shelf.stubborn for (sim, _), shelf in self._shelves.items() if sim == self.sim)

    def new_session(self) -> None:
        """The modem has started anew: it expects no acknowledgement of what it pushed before."""
        self._unacknowledged = 0
        self._incomplete = False
        self._due.clear()

    # --- emptying

    def settle(self, session: Session, memories: Memories) -> None:
        """Store what was pushed, acknowledge it, and empty the memories that were announced."""
        self.store_pushed()
        self._acknowledge_all(session)
        self._ask_again(session)
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
        """List one memory, store all of it durably in one batch, free the slots; False if in part.

        What was freed by one line is proved by the next list, which may show something new.
        """
        if not memories.select(name):
            log.info("the modem refuses its memory %s", name)
            return True
        shelf = self._shelf(name)
        chained: set[int] = set()
        for _ in range(MOST_LISTS):
            listing = self._listing(memories, shelf, in_step=bool(chained))
            self._keep(name, shelf, listing, session.timings.stubborn)
            if chained and (chained & shelf.unmoved or not listing.complete):
                self._clearing.refuse()
            slots = shelf.to_free(time.monotonic())
            if not self._clearing.suits(session, listing, shelf, len(slots)):
                self._free_each(memories, shelf, slots)
                return listing.complete
            chained = set(slots)
            shelf.asked(slots)
            if not self._clearing.free(session, memories, slots):
                return False
        self._due.add(name)
        return True

    def _shelf(self, name: str) -> Shelf:
        return self._shelves.setdefault((self.sim, name), Shelf())

    def _listing(self, memories: Memories, shelf: Shelf, *, in_step: bool) -> Listing:
        """A list; as long as it is not known whether the modem marks what it shows, more is asked for.

        One slot by itself is enough mostly, else the same list again. An empty one that hides what is on the
        disk is asked for again, `in_step` with the modem.
        """
        listing = memories.listing()
        if not in_step and shelf.misses(listing):
            listing = memories.listed_in_step()
        sample = shelf.sample(listing)
        if sample is not None and shelf.learn_from(sample, memories.look_again(sample.slot)):
            return listing
        return shelf.learn(listing, memories.listing()) if shelf.teaches(listing) else listing

    def _keep(self, name: str, shelf: Shelf, listing: Listing, patience: float) -> None:
        """Store what came, and note what is gone."""
        fresh, gone = shelf.look(listing)
        certain = listing.complete and listing.sure
        if fresh:
            now = self._clock()
            another, sim = shelf.another, self.sim
            beside = shelf.rows_beside(fresh) if certain else None
            ids = self._store(
                [
                    RawPdu(
                        sim,
                        each.pdu,
                        now,
                        name,
                        each.slot,
                        each.slot in another,
                        None if each.unread else beside,
                    )
                    for each in fresh
                ]
            )
            shelf.keep(fresh, ids, patience, time.monotonic())
            gone = list(set(gone).difference(ids))  # what only has another number is there
        if gone:
            self._release(gone)
        if certain:
            self._tell_slots(name, listing.slots)

    def _free_each(self, memories: Memories, shelf: Shelf, slots: Sequence[int]) -> None:
        """Delete slot by slot."""
        gone: list[int] = []
        try:
            for slot in slots:
                shelf.asked((slot,))
                if memories.delete(slot):
                    gone.append(shelf.freed(slot))
        finally:
            if gone:
                self._release(gone)

    def _store(self, batch: list[RawPdu]) -> list[int]:
        try:
            return list(self._listener.store(tuple(batch)))
        except Exception as error:  # whatever failed: nothing may be deleted that is not stored
            log.warning("%d received PDUs cannot be stored: %s", len(batch), type(error).__name__)
            raise StoreFailedError from error

    def _tell_slots(self, name: str, slots: Sequence[int]) -> None:
        try:
            self._listener.slots_seen(self.sim, name, slots)
        except Exception as error:  # whatever failed: nothing is deleted while it fails
            log.warning("the occupied slots cannot be noted: %s", type(error).__name__)
            raise StoreFailedError from error

    def _release(self, ids: Sequence[int]) -> None:
        """Not noting it loses nothing: the next list of occupied slots tells the same."""
        try:
            self._listener.released(ids)
        except Exception as error:  # whatever failed, the messages are stored
            log.warning("%d deleted slots cannot be noted: %s", len(ids), type(error).__name__)

    def _acknowledge_all(self, session: Session) -> None:
        """Confirm what was pushed; a modem that waited too long has stopped announcing and is asked anew."""
        if not self._unacknowledged:
            return
        lapsed = time.monotonic() > self._waiting_since + ACKNOWLEDGED_WITHIN_S
        while self._unacknowledged:
            self._unacknowledged -= 1
            if self.acknowledges and not setup.acknowledge(session):
                log.info("the modem takes no acknowledgements")
                self.acknowledges = False
                setup.expect_no_acknowledgement(session)
        if lapsed and self.acknowledges:
            setup.announce(session)

    def _ask_again(self, session: Session) -> None:
        """Have the network send anew what was pushed and got lost on the line."""
        if self._incomplete and self.acknowledges:
            setup.hand_back(session)
        self._incomplete = False
