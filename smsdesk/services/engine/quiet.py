"""Waiting for the engine: until a modem is ready, and until nothing is left to do."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from smsdesk.domain.clock import Clock
from smsdesk.services.engine.outcomes import Outcomes
from smsdesk.services.engine.reception import Reception
from smsdesk.services.engine.seats import Seats
from smsdesk.services.engine.tally import Tally
from smsdesk.storage import queue, settings
from smsdesk.storage.database import Database

LOOK_EVERY_S = 0.25
"""What another process does to the queue ends no turn of the engine."""

READ_AGAIN_S = 1.0
"""Some modems store delivery reports without a word: while one is awaited, the SIM is read this often."""


class Quiet:
    """Looks, from any thread, whether the engine has something left to do."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        seats: Seats,
        outcomes: Outcomes,
        reception: Reception,
        tally: Tally,
    ) -> None:
        self._database = database
        self._clock = clock
        self._seats = seats
        self._outcomes = outcomes
        self._reception = reception
        self._tally = tally
        self._turn = threading.Condition()
        self._read_again_at = 0.0
        self.rules_behind: Callable[[], bool] = lambda: False
        """Whether what came in waits for the rules of incoming messages, which may queue answers."""

    def turn_ended(self) -> None:
        """The engine's thread did something; whoever waits looks again."""
        with self._turn:
            self._turn.notify_all()

    def wait_ready(self, timeout: float) -> bool:
        """Wait until a modem is ready."""
        return self._wait(self._any_ready, time.monotonic() + timeout)

    def wait_idle(self, timeout: float | None, settle: float, unready: float | None) -> bool:
        """As `Engine.wait_idle`."""
        deadline = time.monotonic() + timeout if timeout is not None else None
        left_alone = _Absence(self._any_ready, unready)
        if not self._wait(lambda: self._idle() or left_alone.too_long(), deadline):
            return False
        settled_by = time.monotonic() + settle
        return (
            self._wait(
                lambda: left_alone.too_long() or (self._idle() and self._settled(settled_by)), deadline
            )
            and not left_alone.too_long()
        )

    def _settled(self, by: float) -> bool:
        now = time.monotonic()
        if not self._tally.awaiting_reports or now >= by:
            return True
        if now >= self._read_again_at:
            self._read_again_at = now + READ_AGAIN_S
            for seat in self._seats:
                seat.must_sweep()
        return False

    def _wait(self, reached: Callable[[], bool], deadline: float | None) -> bool:
        while not reached():
            left = LOOK_EVERY_S if deadline is None else min(LOOK_EVERY_S, deadline - time.monotonic())
            if left <= 0:
                return False
            with self._turn:
                self._turn.wait(left)
        return True

    def _any_ready(self) -> bool:
        return any(seat.ready for seat in self._seats)

    def _idle(self) -> bool:
        # What a sweep brings goes by the rules into the queue: looked at in this order nothing slips by.
        return not self._busy() and self._swept() and not self._busy() and self._swept()

    def _busy(self) -> bool:
        # While modems are at work, nobody who waits reads the database after each turn.
        return bool(
            self._seats.in_flight()
            or self._reception.behind
            or self.rules_behind()
            or self._anything_waits()
            or self._seats.in_flight()
            or self._outcomes.busy
        )

    def _anything_waits(self) -> bool:
        connection = self._database.read()
        if settings.queue_paused(connection) is not None:
            return False
        return queue.any_waiting(connection, self._clock())

    def _swept(self) -> bool:
        """Whether every SIM was read since the last thing that happened there; asks for what lacks."""
        unread = [seat for seat in self._seats if seat.readable and not seat.swept]
        for seat in unread:
            if seat.ready:
                seat.ask_to_sweep()
        return not unread


class _Absence:
    """How long a condition has not been met."""

    def __init__(self, met: Callable[[], bool], longest_s: float | None) -> None:
        self._met = met
        self._longest_s = longest_s
        self._since = time.monotonic()

    def too_long(self) -> bool:
        """Whether it was not met for longer than allowed; None allows for ever."""
        if self._met():
            self._since = time.monotonic()
        return self._longest_s is not None and time.monotonic() - self._since > self._longest_s
