"""Messages whose beginning went through a SIM that is not here any more: they wait, and say for what."""

from __future__ import annotations

import time

from smsdesk.services.engine.seats import Seats
from smsdesk.storage import queue
from smsdesk.storage.database import Database

LOOK_EVERY_S = 20.0
"""How late a SIM's absence is noticed; with 20,000 parts queued a look takes 40 ms."""


class Stranded:
    """Marks the queued parts that only an absent SIM can send. Lives on the engine's thread."""

    def __init__(self, database: Database, seats: Seats, absent_s: float) -> None:
        """`absent_s`: a SIM that was away for so long is not just being plugged in again."""
        self._database = database
        self._seats = seats
        self._absent_s = absent_s
        self._look_every_s = min(LOOK_EVERY_S, absent_s)
        self._looked = 0.0
        self._away_since: dict[str, float] = {}
        self.any = False
        """Whether something waits for such a SIM."""

    def look(self) -> bool:
        """Compare the SIMs that are here with those that are waited for; whether a mark was set or taken."""
        now = time.monotonic()
        if now < self._looked + self._look_every_s:
            return False
        self._looked = now
        wanted = queue.wanted_sims(self._database.read())
        here = {seat.status.sim for seat in self._seats if seat.ready}
        if not here:  # then it is a modem that is missed, whichever SIM is in it
            self._away_since.clear()
            return False
        self._away_since = {sim: self._away_since.get(sim, now) for sim in wanted - here}
        gone = {sim for sim, since in self._away_since.items() if now >= since + self._absent_s}
        self.any = bool(gone)
        if not wanted and not queue.any_stranded(self._database.read()):
            return False
        with self._database.write() as connection:
            return queue.mark_stranded(connection, gone)
