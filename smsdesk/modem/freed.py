"""Slots that the modem said it had freed: whether what stands there later is another message."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from smsdesk.modem.memories import Entry, Listing

log = logging.getLogger(__name__)

MOST_ALIKE = 3
"""So many messages that are the same to the second may follow one another in a slot, and not one more."""


@dataclass(frozen=True)
class _Deletion:
    """What was deleted, the id that it is stored under, and how many like it were there in a row."""

    entry: Entry
    row: int
    alike: int = 1


class Freed:
    """Remembers deletions that were answered with OK, until a list shows what became of their slots."""

    def __init__(self) -> None:
        self._deletions: dict[tuple[str, str, int], _Deletion] = {}
        """By SIM, memory and slot."""
        self._told = False

    def note(self, sim: str, memory: str, entry: Entry, row: int) -> None:
        """The modem said that it deleted this."""
        key = sim, memory, entry.slot
        known = self._deletions.get(key)
        if known is None or known.entry.pdu != entry.pdu:
            self._deletions[key] = _Deletion(entry, row)
        elif known.row != row:
            self._deletions[key] = _Deletion(entry, row, known.alike + 1)

    def still_there(self, sim: str, memory: str, listing: Listing) -> dict[int, int]:
        """Slots that hold what was stored and deleted already, each with the id it is stored under."""
        standing = {entry.slot: entry for entry in listing.entries}
        found: dict[int, int] = {}
        for key, deletion in list(self._deletions.items()):
            if key[:2] != (sim, memory):
                continue
            slot = key[2]
            now = standing.get(slot)
            if now is not None and now.pdu == deletion.entry.pdu:
                if _is_the_same(deletion, now):
                    found[slot] = deletion.row
            elif now is not None or (listing.complete and slot not in listing.slots):
                del self._deletions[key]
        self._tell(found)
        return found

    def _tell(self, found: dict[int, int]) -> None:
        if found and not self._told:
            self._told = True
            log.warning("the modem says that it deletes messages, and keeps them")


def _is_the_same(deletion: _Deletion, now: Entry) -> bool:
    """One that was read by the list before its deletion is no new one; one that is unread again is."""
    if deletion.entry.unread is not now.unread:
        return deletion.entry.unread
    return deletion.alike >= MOST_ALIKE
