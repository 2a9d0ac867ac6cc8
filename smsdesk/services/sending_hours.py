"""The hours at which one sends: quiet hours, the window of advertising, spacing, and advice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo

from smsdesk.domain.audience import LeftOut
from smsdesk.domain.clock import Clock
from smsdesk.domain.errors import InputError
from smsdesk.domain.outgoing import Priority, Purpose
from smsdesk.domain.plan import NotifyPlan, PlannedMessage
from smsdesk.domain.sending_hours import Deferral, QuietHours, advice, hours_apply_to
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.wall_time import wall_of
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.storage import sending_hours as table
from smsdesk.storage import settings
from smsdesk.storage.database import Connection, Database

A_WEEK = timedelta(days=7)

ANSWERS_OF = timedelta(days=120)
"""Hours change with the seasons and with the families: older answers say little."""

MOST_A_WEEK = 99

NAMES_TOLD = 3


@dataclass(frozen=True)
class Spacing:
    """From how many SMS a week to one phone on one is told, and how many are the most; 0 is no limit."""

    warn_from: int = table.WARN_FROM
    limit: int = 0


@dataclass(frozen=True)
class Crowded:
    """A phone that already got `messages` SMS within seven days, and whose it is."""

    e164: str
    people: tuple[str, ...]
    messages: int


class Hours:
    """Reads and keeps the sending hours of one profile, and judges moments and plans by them."""

    def __init__(self, database: Database, events: Events, clock: Clock, zone: tzinfo | None = None) -> None:
        self._database = database
        self._events = events
        self._clock = clock
        self._zone = zone

    def quiet(self) -> QuietHours:
        """The quiet hours for information as they stand."""
        return table.quiet_hours(self._database.read())

    def save_quiet(self, quiet: QuietHours) -> None:
        """Keep quiet hours. InputError when they would never end."""
        if quiet.on and quiet.begins == quiet.ends:
            raise InputError(say("The quiet hours begin and end at the same time. Change one of them."))
        with self._database.write() as connection:
            table.save_quiet(connection, quiet)
        self._changed()

    def spacing(self) -> Spacing:
        """How many SMS a week are too many."""
        connection = self._database.read()
        told = settings.get(connection, table.SPACING_WARN)
        warn = settings.get_count(connection, table.SPACING_WARN) if told is not None else table.WARN_FROM
        return Spacing(warn, settings.get_count(connection, table.SPACING_LIMIT))

    def save_spacing(self, spacing: Spacing) -> None:
        """Keep it. InputError beyond 99."""
        if not (0 <= spacing.warn_from <= MOST_A_WEEK and 0 <= spacing.limit <= MOST_A_WEEK):
            raise InputError(say("Choose 0 to {most} SMS a week.", most=MOST_A_WEEK))
        with self._database.write() as connection:
            settings.put(connection, table.SPACING_WARN, str(spacing.warn_from))
            settings.put(connection, table.SPACING_LIMIT, str(spacing.limit))
        self._changed()

    def _changed(self) -> None:
        self._events.publish(Changed(Topic.SETTINGS))

    def deferral(
        self, at: datetime | None, purpose: Purpose, priority: Priority = Priority.NORMAL
    ) -> Deferral | None:
        """Until when a send of this moment (None: now) has to wait, and why; None when it need not."""
        hours, wanted = table.load(self._database.read(), self._zone), at or self._clock()
        kept = hours_apply_to(purpose, priority)
        reason = hours.closed(wanted, kept)
        return None if reason is None else Deferral(hours.next_allowed(wanted, kept), reason)

    def advice(
        self, at: datetime | None, purpose: Purpose, priority: Priority = Priority.NORMAL
    ) -> tuple[Sentence, ...]:
        """What speaks against a moment (None: now) that is allowed: habits, and the hours of answers here."""
        if hours_apply_to(purpose, priority) is None:
            return ()
        connection = self._database.read()
        now = self._clock()
        answers = [0] * 24
        for came in table.answers_since(connection, now - ANSWERS_OF):
            answers[wall_of(came, self._zone).hour] += 1
        return advice(table.load(connection, self._zone), at or now, purpose, answers)

    def warnings(
        self,
        at: datetime | None,
        purpose: Purpose,
        priority: Priority = Priority.NORMAL,
        plan: NotifyPlan | None = None,
    ) -> tuple[Sentence, ...]:
        """What to say before a send of this moment (None: now): that it waits, habits, crowded phones."""
        waits = self.deferral(at, purpose, priority)
        told = crowded_words(self.crowded(plan, purpose)) if plan is not None else None
        return (
            *((deferral_words(waits),) if waits is not None else ()),
            *self.advice(at, purpose, priority),
            *((told,) if told is not None else ()),
        )

    def crowded(self, plan: NotifyPlan, purpose: Purpose) -> tuple[Crowded, ...]:
        """The phones of a plan that had as many SMS in seven days as one is told of; the most first."""
        warn_from = self.spacing().warn_from
        if purpose is Purpose.ALERT or not warn_from:
            return ()
        counts = _counts(self._database.read(), plan, self._clock())
        found = [
            Crowded(each.e164, each.people, counts[each.e164])
            for each in plan.messages
            if counts.get(each.e164, 0) >= warn_from
        ]
        return tuple(sorted(found, key=lambda each: -each.messages))


def spaced(connection: Connection, plan: NotifyPlan, purpose: Purpose, now: datetime) -> NotifyPlan:
    """The plan without the phones that had their most of the week, where there is such a limit."""
    limit = settings.get_count(connection, table.SPACING_LIMIT)
    if purpose is Purpose.ALERT or not limit or not plan.messages:
        return plan
    counts = _counts(connection, plan, now)
    full = [each for each in plan.messages if counts.get(each.e164, 0) >= limit]
    return _without(plan, full, limit) if full else plan


def _counts(connection: Connection, plan: NotifyPlan, now: datetime) -> dict[str, int]:
    return table.sent_since(connection, [each.e164 for each in plan.messages], now - A_WEEK)


def allowed_from(
    connection: Connection, at: datetime | None, now: datetime, purpose: Purpose, priority: Priority
) -> datetime | None:
    """The moment of a send (None: now), or the next one at which it may go."""
    kept = hours_apply_to(purpose, priority)
    if kept is None:
        return at
    opens = table.load(connection).next_allowed(at or now, kept)
    return at if opens == (at or now) else opens


def deferral_words(deferral: Deferral) -> Sentence:
    """Why a send waits, and until when."""
    return say(
        "{reason} It waits until {moment}.", reason=deferral.reason, moment=deferral.until.astimezone()
    )


def crowded_words(crowded: Sequence[Crowded]) -> Sentence | None:
    """ "12 families already had 3 SMS or more this week: ..."; None when there are none."""
    if not crowded:
        return None
    names = [", ".join(each.people) or each.e164 for each in crowded[:NAMES_TOLD]]
    more = len(crowded) - len(names)
    told = ", ".join(names)
    if more:
        return say(
            "Already had several SMS this week (up to {most}): {names} and {count} more.",
            most=crowded[0].messages,
            names=told,
            count=more,
        )
    return say(
        "Already had several SMS this week (up to {most}): {names}.", most=crowded[0].messages, names=told
    )


def _without(plan: NotifyPlan, full: Sequence[PlannedMessage], limit: int) -> NotifyPlan:
    reason = say("Already had {count} SMS this week, the most by your settings.", count=limit)
    gone = {each.e164 for each in full}
    kept = tuple(each for each in plan.messages if each.e164 not in gone)
    out = dict.fromkeys(
        LeftOut(contact_id, name, reason)
        for each in full
        for contact_id, name in zip(each.contact_ids, each.people, strict=False)
    )
    everybody = say(
        "Everybody chosen already had {count} SMS this week. Wait, or change the limit.", count=limit
    )
    return replace(
        plan,
        messages=kept,
        left_out=(*plan.left_out, *out),
        people=len({person for each in kept for person in each.contact_ids}),
        phones=len(kept),
        parts=sum(each.parts for each in kept),
        problem=plan.problem or (everybody if not kept else None),
    )
