"""Nothing evades a cap, whatever comes in whatever order: counted by the modems themselves, not by the program."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from engine_desk import Desk, phone, running
from peer_sender import Answer, PeerSender
from still_clock import StillClock

from smsdesk.desk import services_of
from smsdesk.domain.budget import SimPlan
from smsdesk.domain.clock import stamp
from smsdesk.domain.outgoing import PartState, Priority, Submission, SubmitResult
from smsdesk.storage.database import Database

SIMS = ("sim-1", "sim-2")
STEPS = 14
ANSWERS = [
    *[Answer()] * 6,
    Answer(SubmitResult.UNKNOWN),
    Answer(SubmitResult.REFUSED, "cms:38"),
    Answer(SubmitResult.REFUSED, "cms:1"),
    Answer(SubmitResult.NOT_SENT),
]
"""Taken, uncertain, refused for now, refused for good, not handed over."""

COSTS = {SubmitResult.ACCEPTED, SubmitResult.UNKNOWN}


@dataclass(frozen=True)
class Spent:
    """One SMS that the operator counts, as the modem saw it leave."""

    sim: str
    day: date
    to: str


class Meter:
    """What one modem hands to the network; it answers as chance has it."""

    def __init__(
        self, peer: PeerSender, clock: StillClock, chance: random.Random, spent: list[Spent]
    ) -> None:
        self.peer, self._clock, self._chance, self._spent = peer, clock, chance, spent
        self._next = Answer()
        peer.answer, peer.meanwhile = self._answer, self._leaves

    def _answer(self, _: Submission) -> Answer:
        self._next = self._chance.choice(ANSWERS)
        return self._next

    def _leaves(self, submission: Submission) -> None:
        if self._next.result in COSTS:
            self._spent.append(Spent(self.peer.sim, self._clock().astimezone().date(), submission.to))


def month_of(day: date, billing_day: int) -> tuple[int, int]:
    """The month of a plan, by the year and month in which it began; `billing_day` at most 28."""
    months = 12 * day.year + day.month - (day.day < billing_day)
    return divmod(months, 12)


def check(plans: list[SimPlan], spent: list[Spent]) -> None:
    for plan in plans:
        mine = [each for each in spent if each.sim == plan.sim]
        days = Counter(each.day for each in mine)
        assert max(days.values(), default=0) <= (plan.daily_cap or len(mine)), (plan, days)
        months: dict[tuple[int, int], list[str]] = defaultdict(list)
        for each in mine:
            months[month_of(each.day, plan.billing_day)].append(each.to)
        for sent in months.values():
            assert len(sent) <= (plan.monthly_sms or len(sent)), plan
            assert len(set(sent)) <= (plan.recipients_cap or len(sent)), plan


def plan_for(chance: random.Random, sim: str) -> SimPlan:
    return SimPlan(
        sim,
        monthly_sms=chance.choice([None, 4, 8]),
        recipients_cap=chance.choice([None, 4, 7]),
        daily_cap=chance.choice([3, 6, 15]),
        billing_day=chance.choice([1, 20, 28]),
        others_take=chance.random() < 0.5,
    )


class Life:
    """The program from one start to the next, with everything that a person may do to its queue."""

    def __init__(
        self, database: Database, clock: StillClock, chance: random.Random, spent: list[Spent]
    ) -> None:
        self._clock, self._chance = clock, chance
        peers = [PeerSender(f"peer-{sim}", sim, clock=clock) for sim in SIMS]
        for peer in peers:
            Meter(peer, clock, chance, spent)
        self.desk = Desk(database, clock, *peers)
        self.services = services_of(database, self.desk.events, clock, self.desk.engine)
        self._ways: list[Callable[[], object]] = [
            self._send, self._send, self._reply, self._decide, self._pass_time, self._pass_time,
        ]  # fmt: skip

    def live(self) -> int:
        """Some steps in any order; answers after how many of them something was held."""
        held = 0
        with running(self.desk):
            for _ in range(STEPS):
                self._chance.choice(self._ways)()
                self.desk.engine.wake()
                self.desk.wait(self._at_rest)
                waiting = "SELECT 1 FROM parts WHERE state = 'queued' AND error IS NOT NULL LIMIT 1"
                held += len(self.desk.rows(waiting))
        return held

    def _at_rest(self) -> bool:
        """Nothing is in a modem's hands, and each message that is left waits for a later hour."""
        sql = (
            "SELECT 1 FROM parts WHERE state IN ('claimed', 'submitting') UNION ALL"
            " SELECT 1 FROM parts WHERE state = 'queued' GROUP BY message_id"
            " HAVING max(coalesce(not_before, '')) <= ?"
        )
        return not self.desk.rows(sql, stamp(self._clock()))

    def _send(self) -> None:
        phones = {phone(self._chance.randrange(12)): None for _ in range(self._chance.randint(1, 8))}
        priority = self._chance.choice(list(Priority))
        self.desk.queue(*phones, parts=self._chance.randint(1, 3), priority=priority)

    def _reply(self) -> None:
        self.services.notify.reply(f"+3363998{self._chance.randrange(100):04}", "Bien reçu.")

    def _decide(self) -> None:
        for message in self.services.broadcasts.messages():
            if message.state is PartState.UNKNOWN:
                self.services.broadcasts.decide(message.id, resend=self._chance.random() < 0.7, by="Anne")

    def _pass_time(self) -> None:
        spans = [timedelta(minutes=10), timedelta(hours=7), timedelta(days=1), timedelta(days=9)]
        self._clock.now += self._chance.choice(spans)


@pytest.mark.parametrize("seed", range(6))
def test_no_order_of_sends_answers_days_and_restarts_passes_a_cap(
    database: Database, clock: StillClock, seed: int
) -> None:
    chance = random.Random(seed)
    clock.now = datetime(2026, 11, 17, 10, tzinfo=UTC)
    spent: list[Spent] = []
    plans = [plan_for(chance, sim) for sim in SIMS]
    first = Life(database, clock, chance, spent)
    for plan in plans:
        first.services.budget.save(plan)
    held = first.live() + Life(database, clock, chance, spent).live()

    check(plans, spent)
    assert spent, "something was sent at all"
    assert held, "and something had to wait"
