"""Which part goes to which modem next: order, fairness, pacing and the limits of the SIMs."""

from __future__ import annotations

import math
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from smsdesk.domain.budget import goes_on
from smsdesk.domain.clock import Clock
from smsdesk.domain.delivery import RetryRules
from smsdesk.domain.outgoing import Concat, Priority, Submission
from smsdesk.services.engine.allowance import Allowance
from smsdesk.services.engine.outcomes import LEFT_OPEN_FOR
from smsdesk.services.engine.seats import Errand, Seat, Seats
from smsdesk.storage import budget, sending_hours, settings
from smsdesk.storage.attempts import LeftOpen
from smsdesk.storage.database import Connection, Database
from smsdesk.storage.queue import DuePart, due, next_due

STARVING_AFTER = timedelta(minutes=10)
"""A part that waited this long behind more urgent ones gets a turn now and then."""

TURN_OF_THE_PATIENT = 10
"""One submission in ten goes to such a part: urgent ones lose a few seconds, nothing waits for ever."""

PLANNED = 64
"""Parts of each priority that are looked up at once: one look-up serves many submissions."""

HELD_AT_ONCE = 2000
"""Parts of each priority that a limit may hold in one transaction: a whole town takes a tenth of a second."""

SHORTEST_VALIDITY = 5
"""Minutes; the relative validity period counts in steps of five (3GPP TS 23.040, 9.2.3.12.1)."""


@dataclass(frozen=True)
class Timings:
    """How long the engine waits for what; tests shorten it."""

    retries: RetryRules = field(default_factory=RetryRules)
    outcome_s: float = 0.05
    """An outcome that waits for the next prompt to share its commit waits no longer than this."""
    poll_s: float = 0.25
    """How often the engine looks whether another process changed the database."""
    sim_absent_s: float = 60.0
    """When the SIM of a message that was begun counts as gone: it is back within a minute, or not soon."""
    stop_s: float = 10.0
    """What a modem gets to end what it does when the engine stops."""


@dataclass(frozen=True)
class _Rules:
    """What the profile asks of the queue."""

    paused: str | None = None
    parts_a_minute: int = 0


class Dispatcher:
    """Picks the next part for a modem. Lives on the engine's thread."""

    def __init__(self, database: Database, seats: Seats, clock: Clock, left_lying: Container[int]) -> None:
        """`left_lying` holds the ids of parts that a modem did not take: others go before them."""
        self._database = database
        self._left_lying = left_lying
        self._seats = seats
        self._clock = clock
        self._plan: list[DuePart] = []
        self._stale = True
        self._more = False
        self._bound: dict[int, str] = {}
        self._rules = _Rules()
        self._picked = 0
        self._next_due: datetime | None = None
        self._last_at: dict[str, datetime] = {}
        self._allowance = Allowance()
        self.left_open: list[LeftOpen] = []
        """Attempts of the run before this one that nobody saw the end of; the modem of their SIM is told."""
        self.held: str | None = None
        """The `error` of what a limit of the SIMs holds, None when nothing is held."""
        self._held_changed = False
        self.wait_s = math.inf
        """Seconds until pacing lets the next part go."""

    def refresh(self) -> None:
        """Something may have changed in the database: look again before the next pick."""
        self._stale = True

    @property
    def stale(self) -> bool:
        """Whether what was chosen may be wrong by now."""
        return self._stale

    @property
    def ahead(self) -> bool:
        """Whether parts may be chosen before their turn: not when each one's moment is counted."""
        return not self._rules.parts_a_minute and not self._allowance.limited

    def tell_held(self) -> bool:
        """Whether a limit began or ceased to hold something since this was asked last."""
        changed, self._held_changed = self._held_changed, False
        return changed

    def next(self, seat: Seat) -> Errand | None:
        """The part for this modem; None when nothing is to be sent now."""
        now = self._clock()
        came = not self._allowance.knows(
            seat.status.sim
        )  # ready since the last look, and nobody has rung yet
        if self._stale or came or (self._next_due is not None and now >= self._next_due):
            self._look(now)
        if self._rules.paused is not None or not self._may_send(seat.status.sim, now):
            return None
        part = self._pick(seat, now)
        if part is None and self._more:
            self._look(now)
            part = self._pick(seat, now)
        return self._errand(seat, part, now) if part else None

    def _look(self, now: datetime) -> None:
        connection = self._database.read()
        self._stale = False
        self._rules = _Rules(
            settings.queue_paused(connection),
            settings.get_count(connection, settings.PARTS_A_MINUTE),
        )
        plan = self._find(connection, now, PLANNED)
        while self._put_off(connection, plan, now) or self._hold_back(connection, plan, now):
            plan = self._find(connection, now, HELD_AT_ONCE)
        self.held = budget.any_held(connection) if self._allowance.holds else None
        lying = {part.message_id for part in plan if part.id in self._left_lying}
        self._plan = sorted(plan, key=lambda part: part.message_id in lying)
        self._bound = {part.message_id: part.sim for part in self._plan if part.sim}
        # While more is due than was planned, the next look comes soon enough for what has to wait.
        self._next_due = None if self._more else next_due(connection, now)

    def _find(self, connection: Connection, now: datetime, limit: int) -> list[DuePart]:
        """Up to `limit` parts of each priority that are due and in no modem's hands."""
        sims = {seat.status.sim for seat in self._seats if seat.ready}
        found = [due(connection, priority, sims, now, limit) for priority in Priority]
        self._more = any(len(parts) == limit for parts in found)
        taken = {part.id for part in self._seats.in_flight()}
        return [part for parts in found for part in parts if part.id not in taken]

    def _put_off(self, connection: Connection, plan: list[DuePart], now: datetime) -> bool:
        """Have what may not go at this hour wait until it may; whether there was anything."""
        kept = {part.broadcast_id: part.kept_by for part in plan if part.kept_by is not None}
        if not kept:
            return False
        hours = sending_hours.load(connection)
        late = {number: why for number, why in kept.items() if hours.closed(now, why) is not None}
        if not late:
            return False
        with self._database.write() as writing:
            for purpose in set(late.values()):
                mine = [number for number, kept_by in late.items() if kept_by is purpose]
                sending_hours.put_off(writing, mine, hours.next_allowed(now, purpose))
        self._held_changed = True
        return True

    def _hold_back(self, connection: Connection, plan: list[DuePart], now: datetime) -> bool:
        """Have what no SIM here may send wait for its day, or look again; whether the plan is another now."""
        self._allowance.look(connection, self._seats, plan, now)
        if self._allowance.widened() and budget.any_held(connection) is not None:
            with self._database.write() as writing:
                # What goes on this morning does not leave in the night because a modem came.
                budget.release(writing, after=goes_on(now.astimezone().date()))
        else:
            held = self._allowance.held(plan)
            if not held:
                return False
            with self._database.write() as writing:
                budget.hold(writing, [(part.message_id, part.seq, limit) for part, limit in held])
        self._held_changed = True
        return True

    def _pick(self, seat: Seat, now: datetime) -> DuePart | None:
        # The parts of one message go one after the other: its next ones may stand ready at the same modem.
        busy = {part.message_id for part in self._seats.in_flight(beside=seat)}
        for part in self._in_turn(now):
            if part.message_id in busy:
                continue
            sim = seat.status.sim
            if self._bound.get(part.message_id, sim) == sim and self._allowance.refusal(sim, part) is None:
                self._plan.remove(part)
                return part
            # Its later parts wait with it.
            busy.add(part.message_id)
        return None

    def _in_turn(self, now: datetime) -> Iterable[DuePart]:
        """The plan, with whatever has waited too long first when it is its turn; never before an alert."""
        if self._plan and self._plan[0].alert:
            return self._plan
        if self._picked % TURN_OF_THE_PATIENT != TURN_OF_THE_PATIENT - 1:
            return self._plan
        return sorted(self._plan, key=lambda part: part.since if now - part.since > STARVING_AFTER else now)

    def _errand(self, seat: Seat, part: DuePart, now: datetime) -> Errand:
        sim = seat.status.sim
        self._picked += 1
        if part.total > 1:
            self._bound[part.message_id] = sim
        self._last_at[sim] = now
        self._allowance.spend(sim, part)
        before = next((left for left in self.left_open if left.sim == sim and _is_fresh(left, now)), None)
        submission = Submission(
            part_id=part.id,
            to=part.to,
            text=part.text,
            encoding=part.encoding,
            concat=_concat(part),
            validity_minutes=_validity(part.expires_at, now),
            more_follow=bool(self._plan) and not self._rules.parts_a_minute,
            left_open=before.part_ids if before else (),
            left_open_at=before.latest_at if before else None,
            ref_before=before.ref if before else None,
        )
        return Errand(part, submission)

    def _may_send(self, sim: str, now: datetime) -> bool:
        """Whether pacing lets this SIM send now."""
        self.wait_s = math.inf
        last = self._last_at.get(sim)
        if not self._rules.parts_a_minute or last is None:
            return True
        left = last + timedelta(minutes=1) / self._rules.parts_a_minute - now
        if left <= timedelta(0):
            return True
        self.wait_s = left.total_seconds()
        return False


def _is_fresh(left: LeftOpen, now: datetime) -> bool:
    return now - left.latest_at < LEFT_OPEN_FOR


def _concat(part: DuePart) -> Concat | None:
    return None if part.concat_ref is None else Concat(part.concat_ref, part.total, part.seq)


def _validity(expires_at: datetime | None, now: datetime) -> int | None:
    """Minutes that the network may go on trying, None to leave it to the network."""
    if expires_at is None:
        return None
    return max(SHORTEST_VALIDITY, int((expires_at - now).total_seconds() // 60))
