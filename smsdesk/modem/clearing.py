"""Several slots freed by one command line, where the modem understands that, and proved by a new list."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence

from smsdesk.modem.memories import Entry, Listing, Memories
from smsdesk.modem.session import Session, SilentError

log = logging.getLogger(__name__)

WORTH_IT = 3
"""With fewer slots, the line and the list behind it are no less than one command for each."""
LONGEST_LINE = 100
"""Characters; modems cut what is longer than their buffer without a word."""


class Clearing:
    """Frees slots by chained commands (`AT+CMGD=1;+CMGD=2`, ITU-T V.250, 5.4.2).

    Modems exist that do only the first of them and say OK, or some and then ERROR: what stands in the new
    list was not freed. One that did so is not given chains again; this outlives its connections.
    """

    def __init__(self) -> None:
        self._refused = False

    def suits(self, session: Session, listing: Listing, count: int) -> bool:
        """Whether `count` slots of this list are better freed together.

        A modem that cannot list, or that does not answer `Session.in_step`, can prove nothing.
        """
        provable = listing.by_list and listing.complete and session.tells_step
        return provable and count >= WORTH_IT and not (self._refused or session.taciturn)

    def free(self, session: Session, memories: Memories, entries: Sequence[Entry]) -> frozenset[int] | None:
        """Delete these entries; answers the slots that were surely freed, None when nothing can be said.

        A freed slot may hold another message already. What was not freed is still to be deleted.
        """
        done = self._delete(session, memories, [entry.slot for entry in entries])
        if not session.in_step():
            self._refuse()
            session.resync()
            return None
        now = memories.listing()
        if not now.complete:
            self._refuse()
            return None
        freed = _freed(entries, now, done)
        doubtful = [entry for entry in entries if entry.slot not in freed and entry.unread]
        if any(entry.unread for entry in now.entries if entry.slot in {each.slot for each in doubtful}):
            freed |= _came_unread(doubtful, now, memories.listing())
        if len(freed) < len(entries):
            self._refuse()
        return freed

    def _delete(self, session: Session, memories: Memories, slots: Sequence[int]) -> dict[int, int]:
        """Slots of the lines that were answered with OK, each with the place in its line where it ends."""
        done: dict[int, int] = {}
        for line, ends in _lines(slots):
            try:
                well = memories.delete_by(line, len(ends))
            except SilentError:
                session.resync()
                well = False
            if not well:
                self._refuse()
                break
            done |= ends
        return done

    def _refuse(self) -> None:
        if not self._refused:
            log.info("this modem is given its deletions one by one")
        self._refused = True


def _lines(slots: Sequence[int]) -> Iterator[tuple[str, dict[int, int]]]:
    line, ends = "AT", dict[int, int]()
    for slot in slots:
        command = f"+CMGD={slot}"
        if ends and len(line) + 1 + len(command) > LONGEST_LINE:
            yield line, ends
            line, ends = "AT", {}
        line += f";{command}" if ends else command
        ends[slot] = len(line)
    if ends:
        yield line, ends


def _freed(entries: Sequence[Entry], now: Listing, done: dict[int, int]) -> frozenset[int]:
    """The slots that are empty in the new list, or surely hold another message."""
    standing = {entry.slot: entry for entry in now.entries}
    reached = max((end for slot, end in done.items() if slot not in now.slots), default=0)
    return frozenset(
        entry.slot
        for entry in entries
        if entry.slot not in now.slots
        or _is_another(entry, standing.get(entry.slot), proved=0 < done.get(entry.slot, 0) <= reached)
    )


def _is_another(before: Entry, now: Entry | None, *, proved: bool) -> bool:
    """Whether what stands in a slot is a message that came after the deletion.

    An identical one is another when it was not read yet, although the one before it was, or when the modem
    surely did this deletion: one of the same place in a line, or of a later one, emptied its slot (`proved`).
    """
    if now is None or now.pdu != before.pdu:
        return now is not None
    return now.unread and (proved or not before.unread)


def _came_unread(doubtful: Sequence[Entry], second: Listing, third: Listing) -> frozenset[int]:
    """Slots whose identical message no list had read before the second: that one shows as read in the third.

    Modems that leave what they list unread tell nothing here.
    """
    was_unread = {entry.slot: entry.pdu for entry in second.entries if entry.unread}
    is_read = {entry.slot: entry.pdu for entry in third.entries if not entry.unread}
    return frozenset(
        entry.slot for entry in doubtful if was_unread.get(entry.slot) == entry.pdu == is_read.get(entry.slot)
    )
