"""Changing what is planned by hand: a send that moves, and a series as it goes on from now."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from smsdesk.domain.errors import InputError
from smsdesk.domain.outgoing import Priority
from smsdesk.domain.recurrence import parse_rule
from smsdesk.domain.schedule import EntryKind, ScheduledEntry, Timing
from smsdesk.domain.sentences import say
from smsdesk.domain.wall_time import wall_of
from smsdesk.services.bundle import Services
from smsdesk.services.schedule import Schedule


def move_entry(services: Services, entry_id: str, at: datetime, now: datetime) -> ScheduledEntry:
    """Send this one at another moment (aware); gives it as it was before.

    InputError, and nothing is changed: in the past, at an hour at which it would have to wait, sent already.
    """
    before = services.schedule.entry(entry_id)
    waits = services.hours.deferral(at, before.purpose, _priority(services, before))
    if waits is not None and at > now:  # of the past another sentence is said
        raise InputError(say("{reason} Choose another hour for it.", reason=waits.reason))
    services.schedule.move(entry_id, at)
    return before


def timing_from_now(schedule: Schedule, series_id: int) -> Timing:
    """When a series sends from its next send on, and as many times as are left."""
    timing = schedule.series(series_id).draft.timing
    coming = schedule.coming(series_id)
    if coming and timing.kind is not EntryKind.REMINDER:
        timing = replace(timing, first=wall_of(coming[0].at))
    if timing.rule:
        rule = parse_rule(timing.rule)
        if rule.count is not None:
            timing = replace(timing, rule=str(replace(rule, count=max(1, len(coming)))))
    return timing


def _priority(services: Services, entry: ScheduledEntry) -> Priority:
    if entry.series_id is not None:
        return services.schedule.series(entry.series_id).draft.priority
    if entry.broadcast_id is not None:
        return services.broadcasts.get(entry.broadcast_id).summary.priority
    return Priority.NORMAL
