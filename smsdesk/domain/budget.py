"""What a SIM may send: its plan, the periods in which that is counted, and what a limit holds back."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from smsdesk.domain.clock import stamp, unstamp
from smsdesk.domain.sentences import Sentence, say

PROPOSED_RECIPIENTS = 200
"""Fair use of French "unlimited" SIMs ends at 200 to 250 phones a month; terms differ, so it is a setting."""

GOES_ON_AT = time(8)
"""A plan begins anew at midnight; what waited for that leaves when people are up."""

WARN_FROM = 80
"""Percent of a limit from which a meter warns."""

LONGEST_MONTH = 31


class Limit(StrEnum):
    """What of a plan can be used up."""

    MONTH = "month"
    PEOPLE = "people"
    DAY = "day"


@dataclass(frozen=True)
class SimPlan:
    """What a person said of one SIM. None is: no such limit; everything off is the fresh profile.

    `monthly_sms` counts the SMS (parts) included in a month that begins on `billing_day`, on its last day
    where it has not so many; `recipients_cap` the distinct phones in that month; `daily_cap` the SMS from
    midnight to midnight. `price_each_cents` is the price of each SMS, or, with `monthly_sms`, of each one
    beyond; those leave only where `beyond` says so. `alerts_pass`: safety alerts do not wait for a limit.
    `others_take`: what a limit of this SIM holds leaves by another SIM that is here.
    """

    sim: str
    name: str = ""
    monthly_sms: int | None = None
    recipients_cap: int | None = None
    daily_cap: int | None = None
    price_each_cents: int = 0
    billing_day: int = 1
    number: str = ""
    beyond: bool = False
    alerts_pass: bool = False
    others_take: bool = False

    @property
    def limited(self) -> bool:
        """Whether anything can hold this SIM back."""
        return self.most_a_month is not None or self.recipients_cap is not None or self.daily_cap is not None

    @property
    def most_a_month(self) -> int | None:
        """The SMS after which a month is over; None when those beyond leave as well."""
        return None if self.beyond else self.monthly_sms


@dataclass(frozen=True)
class Period:
    """A month of a plan: from `start` on, up to the day before `end`."""

    start: date
    end: date


def period_of(day: date, billing_day: int) -> Period:
    """The month of the plan in which a day lies; months without the billing day begin on their last day."""
    start = _billing_date(day.year, day.month, billing_day)
    if start > day:
        before = day.replace(day=1) - timedelta(days=1)
        start = _billing_date(before.year, before.month, billing_day)
    after = start.replace(day=1) + timedelta(days=LONGEST_MONTH + 1)
    return Period(start, _billing_date(after.year, after.month, billing_day))


def _billing_date(year: int, month: int, billing_day: int) -> date:
    return date(year, month, min(billing_day, monthrange(year, month)[1]))


def midnight(day: date) -> datetime:
    """When a day begins here, whatever the clocks do on it."""
    return datetime.combine(day, time()).astimezone()


def goes_on(day: date) -> datetime:
    """When that leaves on a day which waited for it."""
    return datetime.combine(day, GOES_ON_AT).astimezone()


@dataclass(frozen=True)
class Usage:
    """What one SIM sent: SMS and distinct phones in the period, SMS on `day`, the last day looked at."""

    period: Period
    day: date
    parts: int = 0
    people: int = 0
    today: int = 0

    def plus(self, parts: int, people: int) -> Usage:
        """After some more SMS to so many phones that are new in the period."""
        return replace(self, parts=self.parts + parts, people=self.people + people, today=self.today + parts)


@dataclass(frozen=True)
class Held:
    """A limit that is reached, and when sending goes on."""

    limit: Limit
    until: datetime

    @property
    def code(self) -> str:
        """How it is kept as a part's `error`."""
        return f"{HELD_PREFIX}{self.limit}:{stamp(self.until)}"

    @property
    def sentence(self) -> Sentence:
        """Why a message waits, and until when."""
        day = self.until.astimezone().date()
        if self.limit is Limit.MONTH:
            return say("The SIM's plan of this month is used up: sending goes on on {day}.", day=day)
        if self.limit is Limit.PEOPLE:
            return say(
                "This month the SIM has written to as many phones as it may: "
                "sending to others goes on on {day}.",
                day=day,
            )
        return say("The SIM has sent what it may in one day: sending goes on on {day}.", day=day)


HELD_PREFIX = "cap:"


def held_of(code: str) -> Held | None:
    """Read back what `Held.code` wrote; None for any other error."""
    limit, _, until = code.removeprefix(HELD_PREFIX).partition(":")
    if not code.startswith(HELD_PREFIX) or limit not in tuple(Limit):
        return None
    try:
        return Held(Limit(limit), unstamp(until))
    except ValueError:
        return None


@dataclass(frozen=True)
class Room:
    """What a SIM may still send; None is: as much as one likes."""

    month: int | None
    people: int | None
    day: int | None

    @property
    def parts(self) -> int | None:
        """SMS that may go now."""
        return min((left for left in (self.month, self.day) if left is not None), default=None)


def room_of(plan: SimPlan, usage: Usage) -> Room:
    """What is left of a plan after what was sent."""
    return Room(
        _left(plan.most_a_month, usage.parts),
        _left(plan.recipients_cap, usage.people),
        _left(plan.daily_cap, usage.today),
    )


def _left(most: int | None, used: int) -> int | None:
    return None if most is None else max(0, most - used)


def refusal(plan: SimPlan, usage: Usage, parts: int, *, known: bool) -> Held | None:
    """Why so many SMS to one phone may not go now; `known`: the SIM wrote to it in this period already.

    When more than one limit is in the way, the one that lasts longest.
    """
    room = room_of(plan, usage)
    anew = goes_on(usage.period.end)
    reached = [
        *([Held(Limit.MONTH, anew)] if _short(room.month, parts) else ()),
        *([Held(Limit.PEOPLE, anew)] if not known and _short(room.people, 1) else ()),
        *([Held(Limit.DAY, goes_on(usage.day + timedelta(days=1)))] if _short(room.day, parts) else ()),
    ]
    return max(reached, key=lambda held: held.until, default=None)


def _short(left: int | None, wanted: int) -> bool:
    return left is not None and left < wanted


class Level(StrEnum):
    """How a meter stands."""

    CALM = "calm"
    WARN = "warn"
    OVER = "over"


@dataclass(frozen=True)
class Meter:
    """One limit of one SIM in numbers: `used`, what waits or is about to be sent, and of how many.

    `cap` None is a count without a limit. `anew` is the day on which it starts at 0 again; `name` names the
    SIM for a person.
    """

    sim: str
    name: str
    limit: Limit
    used: int
    cap: int | None
    anew: date
    waiting: int = 0
    this_send: int = 0

    @property
    def left(self) -> int | None:
        """What is left after everything that waits and this send; below 0 what does not fit."""
        return None if self.cap is None else self.cap - self.used - self.waiting - self.this_send

    @property
    def percent(self) -> int:
        """How much of the limit is used then, rounded down."""
        if not self.cap:
            return 0
        return (self.used + self.waiting + self.this_send) * 100 // self.cap

    @property
    def level(self) -> Level:
        """Calm, near the limit, or at it."""
        if self.cap is None or self.percent < WARN_FROM:
            return Level.CALM
        return Level.WARN if self.percent < 100 else Level.OVER


@dataclass(frozen=True)
class SimSeen:
    """A SIM that was in a modem: the modem's and the network's name as they were told last."""

    sim: str
    modem: str = ""
    operator: str = ""


def sim_name(plan: SimPlan, seen: SimSeen | None, others: AbstractSet[str] = frozenset()) -> str:
    """How a SIM is called: as a person named it, else by its network and the end of its number.

    `others` are names that are taken.
    """
    if plan.name:
        return plan.name
    operator = (seen.operator if seen else "") or "SIM"
    return operator if operator not in others else f"{operator} …{plan.sim[-4:]}"
