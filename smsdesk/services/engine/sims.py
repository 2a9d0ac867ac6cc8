"""Which SIMs were in a modem: they can be named and given a plan when the modem is not there."""

from __future__ import annotations

from smsdesk.domain.budget import SimSeen
from smsdesk.domain.clock import Clock
from smsdesk.domain.modems import ModemStatus
from smsdesk.services.engine.seats import Seats
from smsdesk.storage import budget
from smsdesk.storage.database import Database


class SimsSeen:
    """Writes a SIM down when it is first ready, and when it is in another modem. On the engine's thread."""

    def __init__(self, database: Database, seats: Seats, clock: Clock) -> None:
        self._database = database
        self._seats = seats
        self._clock = clock
        self._known: set[SimSeen] = set()

    def look(self) -> bool:
        """Whether there was anything new."""
        here = {_seen(seat.status) for seat in self._seats if seat.ready and seat.status.sim}
        new = here - self._known
        if not new:
            return False
        with self._database.write() as connection:
            budget.see(connection, sorted(new, key=lambda each: each.sim), self._clock())
        self._known |= new
        return True


def _seen(status: ModemStatus) -> SimSeen:
    modem = " ".join(word for word in (status.manufacturer, status.model) if word)
    return SimSeen(status.sim, modem or status.name, status.operator)
