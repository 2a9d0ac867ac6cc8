"""What a notice does to the budgets of the SIMs, told before it is sent, and how it could be split."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from smsdesk.domain.budget import Held, Limit, Meter, SimPlan, Usage, period_of, refusal, room_of
from smsdesk.domain.sentences import Sentence, say

LOOK_AHEAD_DAYS = 62
"""A notice that takes more than two months to leave is no notice."""


class Letter(Protocol):
    """What goes to one phone: a planned message, or what waits for it already."""

    @property
    def e164(self) -> str:
        """The phone."""

    @property
    def parts(self) -> int:
        """How many SMS."""


@dataclass(frozen=True)
class Waiting:
    """SMS to one phone that are in the queue."""

    e164: str
    parts: int


@dataclass
class Purse:
    """One SIM as it will stand: `name` for a person, `phones` it wrote to in the period of `usage`."""

    plan: SimPlan
    name: str
    usage: Usage
    phones: set[str] = field(default_factory=set)

    def on(self, day: date) -> None:
        """Go on to a later day, into another month of the plan where it begins."""
        period = period_of(day, self.plan.billing_day)
        if period != self.usage.period:
            self.usage, self.phones = Usage(period, day), set()
        elif day != self.usage.day:
            self.usage = Usage(period, day, self.usage.parts, self.usage.people)

    def takes(self, message: Letter) -> Held | None:
        """Count a message as sent; or, when it may not go, why."""
        held = refusal(self.plan, self.usage, message.parts, known=message.e164 in self.phones)
        if held is None:
            self.usage = self.usage.plus(message.parts, int(message.e164 not in self.phones))
            self.phones.add(message.e164)
        return held

    def copy(self) -> Purse:
        """Another one that stands the same."""
        return Purse(self.plan, self.name, self.usage, set(self.phones))


class SplitBy(StrEnum):
    """Over what a notice is spread."""

    DAYS = "days"
    SIMS = "sims"


@dataclass(frozen=True)
class Share:
    """A part of a notice: which phones, how many SMS, through which SIM ("": any), not before when."""

    phones: tuple[str, ...]
    parts: int
    sim: str = ""
    name: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Split:
    """A way to send a notice that keeps to every limit; a person chooses it."""

    by: SplitBy
    shares: tuple[Share, ...]

    @property
    def sentence(self) -> Sentence:
        """The split in words."""
        if self.by is SplitBy.SIMS and len(self.shares) == 1:
            return say("Through {name}: it keeps to its plan.", name=self.shares[0].name)
        if self.by is SplitBy.SIMS:
            return say("Between {count} SIMs: each keeps to its plan.", count=len(self.shares))
        last = self.shares[-1].at
        return say(
            "Over {count} days: the last SMS leave on {day}.",
            count=len(self.shares),
            day=last.astimezone().date() if last else "",
        )


@dataclass(frozen=True)
class Forecast:
    """What a notice costs, until its last SMS has left, and uses. `cost_cents` None: no SIM has a price.

    `fits`: all of it may go on the day it is sent. `new_people`: phones that its SIM did not write to in this
    month of the plan. `meters` stand as after the notice.
    """

    cost_cents: int | None
    fits: bool
    warnings: tuple[Sentence, ...] = ()
    splits: tuple[Split, ...] = ()
    meters: tuple[Meter, ...] = ()
    sms: int = 0
    new_people: int = 0


@dataclass(frozen=True)
class _Placed:
    """Where messages went: by SIM, and those that no SIM may send, each with the reason."""

    by_sim: dict[str, list[Letter]]
    left: list[tuple[Letter, Held]]


def place(messages: Iterable[Letter], purses: Sequence[Purse]) -> _Placed:
    """Give each message to the SIM that wrote to its phone before, else to the one with most left."""
    by_sim: defaultdict[str, list[Letter]] = defaultdict(list)
    left = []
    for message in messages:
        held = []
        for purse in sorted(purses, key=lambda each: _preference(each, message)):
            reason = purse.takes(message)
            if reason is None:
                by_sim[purse.plan.sim].append(message)
                break
            held.append(reason)
        else:
            left.append((message, min(held, key=lambda each: each.until)))
    return _Placed(dict(by_sim), left)


def _preference(purse: Purse, message: Letter) -> tuple[bool, float]:
    room = room_of(purse.plan, purse.usage)
    known = purse.plan.recipients_cap is not None and message.e164 in purse.phones
    return not known, -(float("inf") if room.parts is None else room.parts)


@dataclass(frozen=True)
class Standing:
    """One SIM when everything that waits has gone, and `used`: what it has sent until now."""

    purse: Purse
    used: Usage


def tell(messages: Sequence[Letter], standings: Sequence[Standing], at: datetime) -> Forecast:
    """What sending these messages at `at` does to the SIMs as they stand."""
    sms = sum(message.parts for message in messages)
    before = [standing.purse for standing in standings]
    after = _copies(before)
    if after:
        place(messages, after)
    unasked = _unasked(messages, before)
    left = place(messages, _copies(unasked)).left if unasked else []
    by_days, cents = over_days(messages, _copies(unasked), at) if unasked else (None, 0)
    by_sims = over_sims(messages, _copies(before), least=1 if left else 2) if len(before) > 1 else None
    priced = any(purse.plan.price_each_cents for purse in before)
    return Forecast(
        cost_cents=cents if priced else None,
        fits=not left,
        warnings=shortfall(left),
        splits=tuple(split for split in (by_days, by_sims) if split is not None),
        meters=_meters(standings, after, [message for message, _ in left]),
        sms=sms,
        new_people=len({message.e164 for message in messages}.difference(*(each.phones for each in before))),
    )


def _copies(purses: Sequence[Purse]) -> list[Purse]:
    return [purse.copy() for purse in purses]


def _unasked(messages: Sequence[Letter], purses: Sequence[Purse]) -> Sequence[Purse]:
    """The SIMs that may send all of this without a person's word.

    Where others may not take over from a SIM, its limit is everybody's, and the tightest one counts.
    """
    kept = [purse for purse in purses if purse.plan.limited and not purse.plan.others_take]
    if not kept:
        return purses
    return [max(kept, key=lambda purse: len(place(messages, [purse.copy()]).left))]


def _cost(after: Sequence[Purse], before: Sequence[Usage]) -> int:
    """In cents: each SMS, or each beyond those that a plan includes."""
    return sum(
        purse.plan.price_each_cents * (_dear(purse.plan, purse.usage) - _dear(purse.plan, then))
        for purse, then in zip(after, before, strict=True)
    )


def _dear(plan: SimPlan, usage: Usage) -> int:
    return max(0, usage.parts - (plan.monthly_sms or 0))


def _meters(
    standings: Sequence[Standing], after: Sequence[Purse], left: Sequence[Letter]
) -> tuple[Meter, ...]:
    """What no SIM takes is shown at the first one, which it would fill beyond its limit."""
    meters: list[Meter] = []
    for standing, purse in zip(standings, after, strict=True):
        wanted = purse.usage.plus(
            sum(letter.parts for letter in left), len({each.e164 for each in left} - purse.phones)
        )
        meters += _meters_of(standing, wanted)
        left = ()
    return tuple(meters)


def _meters_of(standing: Standing, wanted: Usage) -> list[Meter]:
    plan, used, then = standing.purse.plan, standing.used, standing.purse.usage
    tomorrow = used.day + timedelta(days=1)
    month = (used.parts, then.parts, wanted.parts)
    people = (used.people, then.people, wanted.people)
    today = (used.today, then.today, wanted.today)
    counted = [
        (Limit.MONTH, plan.monthly_sms, month, used.period.end, plan.monthly_sms or plan.price_each_cents),
        (Limit.PEOPLE, plan.recipients_cap, people, used.period.end, plan.recipients_cap),
        (Limit.DAY, plan.daily_cap, today, tomorrow, plan.daily_cap),
    ]
    return [
        Meter(plan.sim, standing.purse.name, limit, now, cap, anew, soon - now, in_the_end - soon)
        for limit, cap, (now, soon, in_the_end), anew, shown in counted
        if shown
    ]


def over_days(
    messages: Sequence[Letter], purses: Sequence[Purse], start: datetime
) -> tuple[Split | None, int]:
    """Spread messages over the days from `start` on, at its hour, and what that costs in cents.

    The split is None when one day is enough, and when they do not end in two months.
    """
    shares: list[Share] = []
    left: Sequence[Letter] = messages
    local, cents = start.astimezone(), 0
    for number in range(LOOK_AHEAD_DAYS):
        day = local.date() + timedelta(days=number)
        for purse in purses:
            purse.on(day)
        before = [purse.usage for purse in purses]
        placed = place(left, purses)
        cents += _cost(purses, before)
        gone = [message for found in placed.by_sim.values() for message in found]
        if gone:
            at = datetime.combine(day, local.time()).astimezone() if number else None
            shares.append(_share(gone, at=at))
        left = [message for message, _ in placed.left]
        if not left:
            break
    return (Split(SplitBy.DAYS, tuple(shares)) if len(shares) > 1 and not left else None), cents


def over_sims(messages: Sequence[Letter], purses: Sequence[Purse], least: int = 2) -> Split | None:
    """Share messages between the SIMs here; None when fewer than `least` do, or all are not enough."""
    placed = place(messages, purses)
    if placed.left or len(placed.by_sim) < least:
        return None
    names = {purse.plan.sim: purse.name for purse in purses}
    return Split(
        SplitBy.SIMS,
        tuple(_share(found, sim=sim, name=names[sim]) for sim, found in placed.by_sim.items()),
    )


def _share(messages: Sequence[Letter], *, sim: str = "", name: str = "", at: datetime | None = None) -> Share:
    phones = tuple(message.e164 for message in messages)
    return Share(phones, sum(message.parts for message in messages), sim, name, at)


def shortfall(left: Sequence[tuple[Letter, Held]]) -> tuple[Sentence, ...]:
    """Say for each limit how much does not go, and until when it waits."""
    by_limit: defaultdict[Limit, list[tuple[Letter, Held]]] = defaultdict(list)
    for message, held in left:
        by_limit[held.limit].append((message, held))
    return tuple(_short_of(limit, found) for limit, found in by_limit.items())


def _short_of(limit: Limit, found: Sequence[tuple[Letter, Held]]) -> Sentence:
    parts = sum(message.parts for message, _ in found)
    day = found[0][1].until.astimezone().date()
    if limit is Limit.MONTH:
        return say("SMS over this month's plan: {count}. They would wait until {day}.", count=parts, day=day)
    if limit is Limit.PEOPLE:
        return say(
            "Phones over those that the SIM may write to this month: {count}. They would wait until {day}.",
            count=len(found),
            day=day,
        )
    return say("SMS over what may go in one day: {count}. They would wait until {day}.", count=parts, day=day)
