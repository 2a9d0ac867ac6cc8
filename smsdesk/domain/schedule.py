"""What is planned: the timing of a series, its sends to come, and what is done with a missed one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.errors import InputError
from smsdesk.domain.outgoing import Priority, Purpose
from smsdesk.domain.recurrence import parse_rule
from smsdesk.domain.sentences import Sentence, say

LONGEST_WAIT = timedelta(days=730)
"""Beyond two years a date is a slip of the finger."""

HORIZON = timedelta(days=400)
"""How far ahead the sends of a series are laid out: a school year, and what a calendar page shows."""

MOST_DAYS_BEFORE = 365
MOST_REMINDERS = 10


class OnMissed(StrEnum):
    """What becomes of a send whose hour passed while nothing could send it."""

    SEND = "send"
    SKIP = "skip"
    ASK = "ask"


class EntryKind(StrEnum):
    """How an entry of the plan came to be."""

    ONCE = "once"
    RECURRING = "recurring"
    REMINDER = "reminder"
    QUEUED = "queued"
    """A broadcast that is in the queue already and waits for its hour."""


class EntryState(StrEnum):
    """Where an entry of the plan stands."""

    PLANNED = "planned"
    SENT = "sent"
    MISSED = "missed"
    """Its hour passed, or it could not be sent: a person decides."""
    CANCELLED = "cancelled"


@dataclass(frozen=True, order=True)
class Reminder:
    """So many days before an event, at this hour on the wall."""

    days_before: int
    at: time


@dataclass(frozen=True)
class Timing:
    """When a series sends, in wall times (naive): once at `first`, by `rule` from then on, before an event.

    `rule` is written as RFC 5545 has it; `exceptions` are days on which it does not send.
    """

    first: datetime | None = None
    rule: str = ""
    exceptions: tuple[date, ...] = ()
    event: datetime | None = None
    reminders: tuple[Reminder, ...] = ()

    @property
    def kind(self) -> EntryKind:
        """What its entries are."""
        if self.event is not None:
            return EntryKind.REMINDER
        return EntryKind.RECURRING if self.rule else EntryKind.ONCE


@dataclass(frozen=True)
class SeriesDraft:
    """A send planned for later, once or again and again; merged when it is sent, for the people of that day.

    `title` "" is made of the groups or the text; `on_missed` None is what the purpose suggests.
    """

    request: AudienceRequest
    text: str
    timing: Timing
    fields: Mapping[str, str] = field(default_factory=dict, hash=False)
    purpose: Purpose = Purpose.INFORMATION
    priority: Priority = Priority.NORMAL
    title: str = ""
    on_missed: OnMissed | None = None


@dataclass(frozen=True)
class Series:
    """A series that is kept; `stopped` when a person ended it, `replaced_by` the one in its place."""

    id: int
    draft: SeriesDraft
    stopped: bool = False
    replaced_by: int | None = None


@dataclass(frozen=True)
class ScheduledEntry:
    """One send of the plan. `id` is "e12" for a send of a series, "b7" for broadcast 7 in the queue.

    `at` is the moment (aware), `reason` tells why it is missed or cancelled. `movable` entries can be moved,
    skipped or, when they are missed, decided. One that is `too_late` can only be skipped; one that was
    skipped can be planned again when it is `restorable`.
    """

    id: str
    at: datetime
    title: str
    kind: EntryKind
    state: EntryState
    purpose: Purpose
    series_id: int | None = None
    broadcast_id: int | None = None
    reason: Sentence | None = None
    movable: bool = False
    too_late: bool = False
    restorable: bool = False


GRACE = timedelta(minutes=10)
"""A computer that slept, or started, so long after the hour still sends without a question."""

FRESH_FOR = timedelta(hours=24)
"""What was to be sent by itself when it is late is stale after this: then a person is asked."""


@dataclass(frozen=True)
class Verdict:
    """What is to be done with a send that was not made so far; `reason` why it is missed or dropped.

    `too_late`: sending it now would tell people of something that is going on, or over.
    """

    state: EntryState
    due: bool = False
    reason: Sentence | None = None
    too_late: bool = False


EVENT_BEGUN = say("The event has begun: nobody is reminded of it now.")


def judge(
    at: datetime, now: datetime, on_missed: OnMissed, event: datetime | None, problem: Sentence | None
) -> Verdict:
    """Look at one planned send; all moments are aware. `problem` is why it could not be sent before."""
    if now < at and problem is None:
        return Verdict(EntryState.PLANNED)
    if event is not None and now >= event:
        dropped = on_missed is OnMissed.SKIP
        state = EntryState.CANCELLED if dropped else EntryState.MISSED
        return Verdict(state, reason=EVENT_BEGUN, too_late=True)
    if problem is not None:
        return Verdict(EntryState.MISSED, reason=problem)
    late = now - at
    if late <= GRACE or (on_missed is OnMissed.SEND and late <= FRESH_FOR):
        return Verdict(EntryState.PLANNED, due=True)
    if on_missed is OnMissed.SKIP:
        return Verdict(EntryState.CANCELLED, reason=say("Nothing could send it at its hour: it is skipped."))
    return Verdict(EntryState.MISSED, reason=say("Nothing could send it at its hour. You decide."))


def default_on_missed(purpose: Purpose) -> OnMissed:
    """Advertising that is late is worth nothing; about everything else a person is asked."""
    return OnMissed.SKIP if purpose is Purpose.PROMOTION else OnMissed.ASK


@dataclass(frozen=True)
class Slot:
    """One send that a timing asks for: a name that stays when it is moved, and its wall time."""

    name: str
    wall: datetime


ONLY_SLOT = "once"
"""The name of the one send of a timing that repeats nothing."""


def check_timing(timing: Timing, now: datetime) -> None:
    """Raise InputError for a timing that cannot be meant; `now` is the wall time."""
    if timing.event is not None:
        _check_event(timing, timing.event, now)
    elif timing.reminders:
        raise InputError(say("A reminder needs the day and hour of its event. Give them."))
    elif timing.first is None:
        raise InputError(say("There is no day to send on. Choose one."))
    else:
        _check_first(timing.first, now)
    if timing.rule and timing.event is not None:
        raise InputError(say("Reminders for an event are not repeated. Choose one or the other."))
    if not any(slot.wall > now for slot in slots(timing, now + LONGEST_WAIT)):
        raise InputError(_never(timing))


def _check_first(first: datetime, now: datetime) -> None:
    if first < now - timedelta(minutes=1):
        raise InputError(say("The time to send, {moment}, is in the past. Choose a later one.", moment=first))
    if first > now + LONGEST_WAIT:
        raise InputError(
            say("The time to send, {moment}, is years away. Choose an earlier one.", moment=first)
        )


def _check_event(timing: Timing, event: datetime, now: datetime) -> None:
    if event <= now:
        raise InputError(say("The event, {moment}, is past. Choose a later day.", moment=event))
    if event > now + LONGEST_WAIT:
        raise InputError(say("The event, {moment}, is years away. Choose an earlier day.", moment=event))
    if not timing.reminders:
        raise InputError(say("Choose at least one reminder before the event."))
    if len(timing.reminders) > MOST_REMINDERS:
        raise InputError(say("One event has at most {most} reminders.", most=MOST_REMINDERS))
    for reminder in timing.reminders:
        if not 0 <= reminder.days_before <= MOST_DAYS_BEFORE:
            raise InputError(say("A reminder comes 0 to {most} days before.", most=MOST_DAYS_BEFORE))
        if _reminder_wall(event, reminder) >= event:
            raise InputError(say("A reminder would come after the event has begun. Choose an earlier hour."))


def _never(timing: Timing) -> Sentence:
    if timing.event is not None:
        return say("The hours of all these reminders are past. Choose others, or send now.")
    return say("This rule gives no day to send on within two years. Choose another one.")


def slots(timing: Timing, until: datetime) -> Iterator[Slot]:
    """Every send of a timing up to this wall time, in order, those already past included."""
    if timing.event is not None:
        for reminder in sorted(set(timing.reminders), reverse=True):
            wall = _reminder_wall(timing.event, reminder)
            if wall <= until:
                yield Slot(f"{reminder.days_before}d@{reminder.at:%H:%M}", wall)
    elif timing.first is not None:
        yield from _from_first(timing, timing.first, until)


def _from_first(timing: Timing, first: datetime, until: datetime) -> Iterator[Slot]:
    if not timing.rule:
        if first <= until:
            yield Slot(ONLY_SLOT, first)
        return
    for day in parse_rule(timing.rule).days_from(first.date(), until.date()):
        wall = datetime.combine(day, first.time())
        if wall > until:
            return
        if day not in timing.exceptions:
            yield Slot(day.isoformat(), wall)


def _reminder_wall(event: datetime, reminder: Reminder) -> datetime:
    return datetime.combine(event.date() - timedelta(days=reminder.days_before), reminder.at)


def next_walls(timing: Timing, now: datetime, count: int) -> tuple[datetime, ...]:
    """The next wall times of a timing, at most `count`; InputError as `check_timing`."""
    check_timing(timing, now)
    coming = (slot.wall for slot in slots(timing, now + LONGEST_WAIT) if slot.wall > now)
    return tuple(wall for wall, _ in zip(coming, range(count), strict=False))
