"""What each SIM that is here may still send, between two looks at the database."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from smsdesk.domain.budget import Held, Room, SimPlan, Usage, refusal, room_of
from smsdesk.services.engine.seats import Seats
from smsdesk.storage import budget
from smsdesk.storage.database import Connection
from smsdesk.storage.queue import DuePart


@dataclass
class _Purse:
    """One SIM: its plan, what it sent, to whom, and what is promised to messages that it began."""

    plan: SimPlan
    usage: Usage
    phones: set[str]
    promised: dict[int, int]

    def spend(self, part: DuePart) -> None:
        new = part.to not in self.phones
        self.usage = self.usage.plus(1, int(new))
        self.phones.add(part.to)
        self.promised[part.message_id] = part.total - part.seq

    def refusal(self, part: DuePart) -> Held | None:
        others = sum(self.promised.values()) - self.promised.get(part.message_id, 0)
        needed = part.total - part.seq + 1
        return refusal(self.plan, self.usage, needed + others, known=part.to in self.phones)


class Allowance:
    """Says which parts a limit holds back. The last word is `storage.budget.refused`, as a part is begun."""

    def __init__(self) -> None:
        self._purses: dict[str, _Purse] = {}
        self._permitted: frozenset[int] = frozenset()
        self._handed_over: frozenset[int] = frozenset()
        self._rooms: dict[str, tuple[date, Room]] = {}
        self._held_at: Mapping[str, tuple[date, Room]] | None = {}
        """What the SIMs had left when something was held last; None when nothing is, as far as is known."""

    @property
    def limited(self) -> bool:
        """Whether a SIM that is here has a limit."""
        return bool(self._purses)

    def knows(self, sim: str) -> bool:
        """Whether this SIM was here when it was looked last."""
        return sim in self._rooms

    def look(self, connection: Connection, seats: Seats, plan: Sequence[DuePart], now: datetime) -> None:
        """Count anew. What is in a modem's hands and not begun counts as sent."""
        in_hand = [(seat.sim, seat.part) for seat in seats if seat.part is not None and not seat.begun]
        sims = {seat.status.sim for seat in seats if seat.ready}
        plans = [budget.plan_in_force(connection, sim) for sim in sims]
        self._purses = {each.sim: _open(connection, each, now) for each in plans if each.limited}
        self._permitted = budget.permitted(connection) if self._purses else frozenset()
        self._handed_over = budget.handed_over(connection) if self._purses else frozenset()
        for part in _begun(plan):
            if part.sim in self._purses:
                self._purses[part.sim].promised[part.message_id] = part.total - part.seq + 1
        for sim, in_hands in in_hand:
            self.spend(sim, in_hands)
        self._rooms = {sim: self._room(sim, now) for sim in sims}

    def _room(self, sim: str, now: datetime) -> tuple[date, Room]:
        purse = self._purses.get(sim)
        if purse is None:
            return now.astimezone().date(), Room(None, None, None)
        return purse.usage.day, room_of(purse.plan, purse.usage)

    def spend(self, sim: str, part: DuePart) -> None:
        """A part goes to this SIM."""
        if sim in self._purses:
            self._purses[sim].spend(part)

    def refusal(self, sim: str, part: DuePart) -> Held | None:
        """Why a SIM may not send this part now: its own limit, or that of a SIM here that holds for all."""
        return self._own_limit(sim, part) or self._not_taken_over(part)

    def _not_taken_over(self, part: DuePart) -> Held | None:
        """The limit here that holds this part for every SIM: nobody let another one take its place.

        What a person gave to one SIM is that one's, and an alert waits for no SIM while another is here.
        """
        if part.sim or part.alert or part.broadcast_id in self._handed_over:
            return None
        kept = [sim for sim, purse in self._purses.items() if not purse.plan.others_take]
        reached = filter(None, [self._own_limit(sim, part) for sim in kept])
        return max(reached, key=lambda held: held.until, default=None)

    def _own_limit(self, sim: str, part: DuePart) -> Held | None:
        purse = self._purses.get(sim)
        if purse is None or part.broadcast_id in self._permitted or (part.alert and purse.plan.alerts_pass):
            return None
        return purse.refusal(part)

    def held(self, plan: Iterable[DuePart]) -> list[tuple[DuePart, Held]]:
        """The parts that no SIM here may send, with the limit that ends first."""
        found = []
        for part in plan:
            sims = [part.sim] if part.sim else list(self._rooms)
            refusals = [self.refusal(sim, part) for sim in sims]
            reached = [held for held in refusals if held is not None]
            if reached and len(reached) == len(refusals):
                found.append((part, min(reached, key=lambda held: held.until)))
        if found:
            self._held_at = dict(self._rooms)
        return found

    @property
    def holds(self) -> bool:
        """Whether something may be held now."""
        return self._held_at is not None

    def widened(self) -> bool:
        """Whether something may go that was held: a new SIM, a higher limit, an SMS refused after all.

        A day that begins is none of these: what waits for it has its hour.
        """
        if self._held_at is None:
            return False
        wider = any(_is_wider(self._held_at.get(sim), *room) for sim, room in self._rooms.items())
        self._held_at = None if wider else {**self._held_at, **self._rooms}
        return wider


def _open(connection: Connection, plan: SimPlan, now: datetime) -> _Purse:
    used = budget.sms_used(connection, plan, now)
    phones: set[str] = set()
    if plan.recipients_cap is not None:
        phones.update(budget.phones(connection, plan.sim, used.period))
    return _Purse(plan, replace(used, people=len(phones)), phones, {})


def _begun(plan: Sequence[DuePart]) -> list[DuePart]:
    """The next part of each message that a SIM has begun."""
    first: dict[int, DuePart] = {}
    for part in plan:
        if part.total > 1:
            first.setdefault(part.message_id, part)
    return [part for part in first.values() if part.seq > 1 and part.sim]


def _is_wider(before: tuple[date, Room] | None, day: date, room: Room) -> bool:
    if before is None:
        return True
    then, had = before
    pairs = ((room.month, had.month), (room.people, had.people), (room.day, had.day))
    return then == day and any(_open_ended(left) > _open_ended(old) for left, old in pairs)


def _open_ended(left: int | None) -> float:
    return math.inf if left is None else left
