"""The modems at the engine's table: how each one stands and what it is doing."""

from __future__ import annotations

import math
import threading
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from smsdesk.domain.modems import ModemState, ModemStatus, searching
from smsdesk.domain.outgoing import Submission
from smsdesk.services.ports import Sender
from smsdesk.storage.queue import DuePart

FIRST_HOLD_S = 0.5
LONGEST_HOLD_S = 30.0
"""A modem that takes nothing though it says that it is ready is asked again ever more rarely."""

AHEAD = 6
"""Parts chosen for a modem beside the one in hand: the engine's thread wakes once for so many."""

RUNNING_OUT = 1
"""With no more of them left, others are chosen while the modem is at work."""

BACK_WITHIN_S = 6.0
"""A port that broke off is ready again within this, with three attempts to open it; one pulled out is not."""


@dataclass(frozen=True)
class Errand:
    """A part of the queue, and how the modem is told to send it."""

    part: DuePart
    submission: Submission


class Seat:
    """One modem. What it has in hand changes under the lock of `Seats`."""

    def __init__(self, sender: Sender) -> None:
        self.sender = sender
        self.status: ModemStatus = searching(sender.name)
        self.part: DuePart | None = None
        self.following: deque[Errand] = deque()
        """What it gets, one by one, when the part in hand is accepted: no thread has to wake for that."""
        self.sim = ""
        """The SIM that the part in hand was given to."""
        self.begun = False
        self.called_off = False
        self.must_sweep_past = sender.swept
        """The SIM counts as swept when the sender has completed more sweeps than this."""
        self._asked_at = -1
        self._called_off_last = -1
        self._hold_s = 0.0
        self._held_until = 0.0
        self._left_at = -math.inf

    @property
    def ready(self) -> bool:
        """Whether the modem says that it can send."""
        return self.status.state is ModemState.READY

    @property
    def readable(self) -> bool:
        """Whether its SIM can be read, now or, since it was ready a moment ago, probably soon."""
        return self.ready or time.monotonic() < self._left_at + BACK_WITHIN_S

    @property
    def free(self) -> bool:
        """Whether it can be given a part now."""
        return self.ready and self.part is None and time.monotonic() >= self._held_until

    @property
    def at_work(self) -> bool:
        """Whether it sends a part that nothing held up: more can be chosen for it."""
        return self.ready and self.begun

    @property
    def runs_out(self) -> bool:
        """Whether little is chosen to follow the part in hand."""
        return len(self.following) <= RUNNING_OUT

    @property
    def swept(self) -> bool:
        """Whether the SIM was read completely since the last thing that happened there."""
        return self.sender.swept > self.must_sweep_past

    def ask_to_sweep(self) -> None:
        """Ask once for the sweep that is lacking."""
        if self._asked_at != self.sender.swept:
            self._asked_at = self.sender.swept
            self.sender.sweep()

    def must_sweep(self) -> None:
        """Something happened on the SIM: what was swept before does not count."""
        self.must_sweep_past = max(self.must_sweep_past, self.sender.swept)

    def stands(self, status: ModemStatus) -> None:
        """Note how the modem stands now."""
        was_ready, self.status = self.ready, status
        if was_ready and not self.ready:
            self._left_at = time.monotonic()

    def give(self, errand: Errand) -> None:
        """The modem gets this part now."""
        self.part, self.sim, self.begun, self.called_off = errand.part, self.status.sim, False, False

    def take_back(self) -> None:
        """The part in hand has its outcome."""
        self.part = None
        self.must_sweep()

    def hold(self) -> None:
        """It took nothing: leave it alone for a while."""
        self._hold_s = min(max(self._hold_s * 2, FIRST_HOLD_S), LONGEST_HOLD_S)
        self._held_until = time.monotonic() + self._hold_s

    def was_called_off(self, part_id: int) -> None:
        """The engine took a part back at the prompt: the same one again needs time to become possible."""
        if part_id == self._called_off_last:
            self.hold()
        self._called_off_last = part_id

    def trust(self) -> None:
        """It works: no more waiting."""
        self._hold_s = self._held_until = 0.0


class Seats:
    """All modems, in the order in which they came."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self._seats: tuple[Seat, ...] = ()

    def add(self, sender: Sender) -> Seat:
        """Give a modem its seat."""
        seat = Seat(sender)
        with self.lock:
            self._seats = (*self._seats, seat)
        return seat

    def remove(self, sender: Sender) -> None:
        """The modem leaves."""
        with self.lock:
            self._seats = tuple(seat for seat in self._seats if seat.sender is not sender)

    def __iter__(self) -> Iterator[Seat]:
        return iter(self._seats)

    def of(self, sender: Sender) -> Seat | None:
        """The seat of a modem, None when it left."""
        return next((seat for seat in self._seats if seat.sender is sender), None)

    def something_came(self, sim: str) -> None:
        """A PDU came from this SIM: another may stand behind it."""
        for seat in self._seats:
            if seat.status.sim == sim:
                seat.must_sweep()

    def give(self, seat: Seat, errand: Errand) -> None:
        """Hand an errand to a modem: now when it is free, otherwise as one that follows."""
        with self.lock:
            busy = seat.part is not None
            if busy:
                seat.following.append(errand)
            else:
                seat.give(errand)
        if busy:
            seat.sender.prepare(errand.submission)
        else:
            seat.sender.submit(errand.submission)

    def part_done(self, seat: Seat, go_on: bool) -> bool:
        """The part in hand has its outcome; with `go_on` the next one goes at once, if chosen.

        Without, everything is chosen anew.
        """
        with self.lock:
            seat.take_back()
            if not go_on:
                seat.following.clear()
            following = seat.following.popleft() if seat.following else None
            if following is not None:
                seat.give(following)
        if following is None:
            return False
        seat.sender.submit(following.submission)
        return True

    def forget_following(self) -> bool:
        """What was chosen ahead is chosen anew; whether there was anything."""
        with self.lock:
            chosen = [seat for seat in self._seats if seat.following]
            for seat in chosen:
                seat.following.clear()
        return bool(chosen)

    def in_flight(self, beside: Seat | None = None) -> list[DuePart]:
        """The parts that are with a modem now, or chosen for it; without those of `beside`."""
        with self.lock:
            seats = [seat for seat in self._seats if seat is not beside]
            hands = [seat.part for seat in seats if seat.part is not None]
            return hands + [errand.part for seat in seats for errand in seat.following]
