"""How what is kept reads as entries of the plan, and how entries are named: e12, b7."""

from __future__ import annotations

import re
from datetime import datetime, tzinfo

from smsdesk.domain.errors import InputError
from smsdesk.domain.schedule import EntryKind, EntryState, ScheduledEntry, Verdict, default_on_missed, judge
from smsdesk.domain.sentences import say
from smsdesk.domain.untrusted import visible_line
from smsdesk.domain.wall_time import moment_of
from smsdesk.storage import schedules
from smsdesk.storage.schedules import Occurrence, Waiting

_NAME = re.compile(r"([eb])([1-9][0-9]{0,17})")


def occurrence_id(entry_id: str) -> int:
    """The send of a series that an entry is; InputError for what names no entry."""
    match = _NAME.fullmatch(entry_id.strip().lower())
    if match is None or match[1] != "e":
        raise InputError(
            say(
                "{id} names no planned send. Write it like e12, as the plan shows it.",
                id=visible_line(entry_id),
            )
        )
    return int(match[2])


def waiting_id(entry_id: str) -> int | None:
    """The broadcast of the queue that an entry is, None when it is no such one."""
    match = _NAME.fullmatch(entry_id.strip().lower())
    return int(match[2]) if match is not None and match[1] == "b" else None


def of_occurrence(occurrence: Occurrence, now: datetime, zone: tzinfo | None) -> ScheduledEntry:
    """A send of a series as the plan shows it."""
    draft = occurrence.series.draft
    verdict = verdict_of(occurrence, now, zone)
    return ScheduledEntry(
        id=f"e{occurrence.id}",
        at=moment_of(occurrence.wall, zone),
        title=draft.title,
        kind=draft.timing.kind,
        state=verdict.state,
        purpose=draft.purpose,
        series_id=occurrence.series.id,
        broadcast_id=occurrence.broadcast_id,
        reason=verdict.reason,
        movable=occurrence.state == schedules.PLANNED,
        too_late=verdict.too_late,
        restorable=occurrence.state == schedules.SKIPPED and not occurrence.series.stopped,
    )


def verdict_of(occurrence: Occurrence, now: datetime, zone: tzinfo | None) -> Verdict:
    """What is to be done with a send of a series now."""
    if occurrence.state == schedules.SENT:
        return Verdict(EntryState.SENT)
    if occurrence.state == schedules.SKIPPED:
        return Verdict(EntryState.CANCELLED)
    draft = occurrence.series.draft
    event = draft.timing.event
    return judge(
        moment_of(occurrence.wall, zone),
        now,
        draft.on_missed or default_on_missed(draft.purpose),
        moment_of(event, zone) if event else None,
        occurrence.problem,
    )


def of_waiting(waiting: Waiting, now: datetime) -> ScheduledEntry:
    """A broadcast of the queue as the plan shows it: once its hour has come, it is sent as the modem goes."""
    movable = not waiting.begun and not waiting.cancelled and waiting.not_before > now
    state = EntryState.PLANNED if movable else EntryState.SENT
    return ScheduledEntry(
        id=f"b{waiting.id}",
        at=waiting.not_before,
        title=waiting.title,
        kind=EntryKind.QUEUED,
        state=EntryState.CANCELLED if waiting.cancelled else state,
        purpose=waiting.purpose,
        broadcast_id=waiting.id,
        movable=movable,
    )
