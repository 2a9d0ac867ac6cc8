"""Several slots freed by one command line, where the modem understands that; a new list proves it."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence

from smsdesk.modem.memories import Listing, Memories
from smsdesk.modem.session import Session, SilentError
from smsdesk.modem.shelf import Shelf

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

    def suits(self, session: Session, listing: Listing, shelf: Shelf, count: int) -> bool:
        """Whether `count` slots of this list are better freed together.

        Only the mark "read" tells the same message from an identical one that took its slot at once; and a
        modem that cannot list, or that does not answer `Session.in_step`, can prove nothing.
        """
        lists = listing.by_list and listing.complete and listing.sure
        provable = shelf.marks is True and lists and session.tells_step
        return provable and count >= WORTH_IT and not (self._refused or session.taciturn)

    def free(self, session: Session, memories: Memories, slots: Sequence[int]) -> bool:
        """Tell the modem to free these; whether a list that is asked for now shows what it did."""
        for line, count in _lines(slots):
            try:
                well = memories.delete_by(line, count)
            except SilentError:
                session.resync()
                well = False
            if not well:
                self.refuse()
                break
        if session.in_step():
            return True
        self.refuse()
        session.resync()
        return False

    def refuse(self) -> None:
        """This modem does not do what such a line says."""
        if not self._refused:
            log.info("this modem is given its deletions one by one")
        self._refused = True


def _lines(slots: Sequence[int]) -> Iterator[tuple[str, int]]:
    """Command lines, each with the number of slots that it frees; `slots` begin with the longest number."""
    left = list(slots)
    while left:
        fit = (LONGEST_LINE - 1) // len(f";+CMGD={left[0]}")
        together, left = left[:fit], left[fit:]
        yield "AT" + ";".join([f"+CMGD={slot}" for slot in together]), len(together)
