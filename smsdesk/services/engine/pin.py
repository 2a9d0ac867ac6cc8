"""The rule of the PIN: each try is written down first; a wrong or unfinished one is never repeated."""

from __future__ import annotations

from smsdesk.domain.clock import Clock
from smsdesk.storage import pin_tries
from smsdesk.storage.database import Database


class PinRule:
    """Answers a modem that is about to enter a PIN."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def may_try(self, sim: str, pin: str, *, typed: bool = False) -> bool:
        """Whether this PIN may be tried on this SIM now; True means that the try is durably written.

        `typed`: a person entered it for this very try.
        """
        with self._database.write() as connection:
            return pin_tries.begin_try(connection, sim, pin, self._clock(), typed=typed)

    def tried(self, sim: str, pin: str, right: bool) -> None:
        """Note how the try ended."""
        with self._database.write() as connection:
            pin_tries.end_try(connection, sim, pin, right)
