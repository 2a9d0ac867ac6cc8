"""What one memory holds and what became of its deletions: is it the same message, or another?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from smsdesk.modem.entries import Entry
from smsdesk.modem.memories import Listing

MOST_ALIKE = 3
"""So many messages that are the same to the second may follow one another in a slot as fast as they come;
then it may also be one that the modem only says it deletes, and it is told to do so less and less often."""
IN_VAIN = 2
"""A message that was to be deleted so often and is still there, is told of."""


class Shelf:
    """One memory of one SIM, as the lists show it; nothing in it is deleted that is not stored.

    A message that a list showed is "read" from then on (27.005, 3.4.2) on modems that note it: what is unread
    there came after that list. On those that note nothing, an OK to a deletion is believed.
    """

    def __init__(self) -> None:
        self.marks: bool | None = None
        """Whether lists mark what they show as read; None until a slot read again, or a list, told."""
        self._by_sample = False
        """Whether only a slot read by itself told so: the mark may be what its own reading made of it."""
        self._entries: dict[int, Entry] = {}
        self._looked = False
        """Whether a list was seen in this run: before, anything may be on the disk."""
        self._shown: frozenset[int] = frozenset()
        """Slots that the last list showed: one that broke off says nothing about the others."""
        self._rows: dict[int, int] = {}
        self._asked: dict[int, bool] = {}
        """Slots that were to be freed since the last list; whether OK was the answer."""
        self.another: set[int] = set()
        """Slots whose message cannot be what was stored of them before, even if alike; until it is stored."""
        self._alike: dict[int, int] = {}
        self._not_before: dict[int, float] = {}
        self._in_vain: dict[int, int] = {}
        self._deletes = False
        """Whether a deletion was ever seen to be done."""
        self.unmoved: set[int] = set()
        """What the last list still showed although it was to be deleted."""

    # --- what a list shows

    def learn(self, first: Listing, second: Listing) -> Listing:
        """Compare two lists in a row; gives what they show together, each with the status it had first."""
        before = {entry.slot: entry for entry in first.entries}
        self._compare(before, second.entries)
        other = {entry.slot: entry for entry in second.entries if not _alike(before.get(entry.slot), entry)}
        entries = tuple((before | other)[slot] for slot in sorted(before | other))
        slots = tuple(sorted({*first.slots, *second.slots}))
        return Listing(entries, slots, second.complete, second.by_list, second.sure)

    def sample(self, listing: Listing) -> Entry | None:
        """What tells, read by itself, whether this list marked what it showed; None when that is known."""
        if self.marks is not None:
            return None
        return next((entry for entry in reversed(listing.entries) if entry.unread), None)

    def learn_from(self, listed: Entry, read: Entry | None) -> bool:
        """Compare an entry with what its slot gave when it was read next; whether that told anything."""
        if read is None or read.pdu != listed.pdu:
            return False
        self.marks = self._by_sample = not read.unread
        return True

    def teaches(self, listing: Listing) -> bool:
        """Whether another list is needed to know if this one marked what it showed."""
        if self.marks is None:
            return self.sample(listing) is not None
        return self._by_sample and any(
            entry.unread and entry.slot in self._asked and _alike(self._entries.get(entry.slot), entry)
            for entry in listing.entries
        )

    def misses(self, listing: Listing) -> bool:
        """Whether a list without anything hides what was there: another command's OK looks the same."""
        if listing.slots or not listing.complete:
            return False
        return not self._looked or not all(self._asked.get(slot, False) for slot in self._entries)

    def look(self, listing: Listing) -> tuple[list[Entry], list[int]]:
        """What came since the last list, and the ids of what is not there any more."""
        standing = listing.entries
        self._looked = self._looked or listing.complete
        self._shown = frozenset(entry.slot for entry in standing)
        if not self._entries and not self.another:
            if self.marks:
                self.another.update(entry.slot for entry in standing if entry.unread)
            return list(standing), []
        untouched = {slot: entry for slot, entry in self._entries.items() if slot not in self._asked}
        self._compare(untouched, standing)
        gone = self._gone(listing) if listing.complete and listing.sure else []
        fresh = [entry for entry in standing if self._is_another(entry)]
        self.another.update(
            entry.slot for entry in fresh if entry.slot in self._entries or (self.marks and entry.unread)
        )
        self._note_unmoved(standing, {entry.slot for entry in fresh})
        return fresh, gone

    def _note_unmoved(self, standing: Sequence[Entry], fresh: set[int]) -> None:
        self.unmoved = set()
        for entry in standing:
            asked = self._asked.pop(entry.slot, None) is not None
            if entry.slot in fresh:
                continue
            self._entries[entry.slot] = entry
            if asked:
                self.unmoved.add(entry.slot)
                self._in_vain[entry.slot] = self._in_vain.get(entry.slot, 0) + 1

    def rows_beside(self, fresh: Sequence[Entry]) -> frozenset[int]:
        """The ids of what stands where it stood before, beside what came."""
        slots = self._rows.keys() - {entry.slot for entry in fresh}
        return frozenset(self._rows[slot] for slot in slots)

    def keep(self, fresh: Sequence[Entry], rows: Sequence[int], patience: float, now: float) -> None:
        """These were stored under these ids; `patience`: seconds until one in doubt is deleted again."""
        slots = [entry.slot for entry in fresh]
        if not self._entries.keys().isdisjoint(slots):
            self._note_doubts(fresh, patience, now)
        self._entries.update(zip(slots, fresh, strict=True))
        self._rows.update(zip(slots, rows, strict=True))
        self.another.difference_update(slots)

    def _note_doubts(self, fresh: Sequence[Entry], patience: float, now: float) -> None:
        """Of messages that stand where another one was."""
        for entry in fresh:
            slot, before = entry.slot, self._entries.get(entry.slot)
            if before is not None and self._counts_alike(before, entry):
                alike = self._alike[slot] = self._alike.get(slot, 1) + 1
                if alike >= MOST_ALIKE:
                    self._not_before[slot] = now + patience * 2 ** (alike - MOST_ALIKE)
            elif before is not None:
                self._forget_doubts(slot)

    def _compare(self, before: Mapping[int, Entry], now: Sequence[Entry]) -> None:
        """Learn from messages that two lists showed, and nothing touched between."""
        if self.marks is False:
            return
        for entry in now:
            known = before.get(entry.slot)
            if known is not None and known.unread and _alike(known, entry):
                self.marks, self._by_sample = not entry.unread, False
                if entry.unread:
                    return

    def _is_another(self, entry: Entry) -> bool:
        before = self._entries.get(entry.slot)
        if entry.slot in self.another:
            return True
        if before is None or before.pdu != entry.pdu:
            self._deletes = self._deletes or self._asked.get(entry.slot, False)
            return True
        done = self._asked.get(entry.slot)
        if done is None:
            return False
        return entry.unread if self.marks else done

    def _counts_alike(self, before: Entry, now: Entry) -> bool:
        return before.pdu == now.pdu and not self.marks and not self._deletes

    def _gone(self, listing: Listing) -> list[int]:
        """Ids of what is not there any more; not of what was released when the modem said OK to it."""
        slots = set(listing.slots)
        self.another &= slots
        left = [slot for slot in self._entries if slot not in slots]
        done = {slot for slot in left if self._asked.pop(slot, False)}
        self._deletes = self._deletes or bool(done)
        self._forget_doubts(*left)
        for slot in left:
            del self._entries[slot]
        rows = {slot: self._rows.pop(slot) for slot in left}
        return [row for slot, row in rows.items() if slot not in done]

    def _forget_doubts(self, *slots: int) -> None:
        for slot in slots:
            self._alike.pop(slot, None)
            self._not_before.pop(slot, None)
            self._in_vain.pop(slot, None)

    # --- what is to be freed

    def to_free(self, now: float) -> list[int]:
        """Stored messages that are to be deleted, the last slot first.

        A modem that closes the gaps would move what has not been deleted yet. What the last list did not show
        is left: another message, not stored, may stand in its slot by now.
        """
        later = {slot for slot, moment in self._not_before.items() if moment > now}
        return sorted((self._entries.keys() & self._shown) - later, reverse=True)

    def asked(self, slots: Sequence[int]) -> None:
        """The modem is told to free these."""
        self._asked.update(dict.fromkeys(slots, False))

    def freed(self, slot: int) -> int:
        """The modem said OK to freeing this one by itself; gives the id of what is stored of it."""
        self._asked[slot] = True
        return self._rows[slot]

    @property
    def stubborn(self) -> bool:
        """Whether stored messages stay in the memory although they were to be deleted."""
        return bool(self._not_before) or any(times >= IN_VAIN for times in self._in_vain.values())


def _alike(before: Entry | None, now: Entry) -> bool:
    return before is not None and before.pdu == now.pdu
