"""Planning: what calendar and panel show, read off the window's thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.calendar import DayOff
from smsdesk.domain.errors import InputError
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.plan import NotifyPlan
from smsdesk.domain.schedule import ScheduledEntry, Series
from smsdesk.domain.untrusted import visible
from smsdesk.domain.views import BroadcastSummary
from smsdesk.domain.wall_time import moment_of, wall_of
from smsdesk.services.bundle import Services
from smsdesk.services.people import People
from smsdesk.ui.widgets.calendar_blocks import Block

NEXT_SHOWN = 5


Blocks = Mapping[date, Sequence[Block]]


@dataclass(frozen=True)
class PlannedDays:
    """The entries of some days in order, as blocks by day, and their days off."""

    entries: tuple[ScheduledEntry, ...]
    blocks: Blocks
    days_off: tuple[DayOff, ...]


@dataclass(frozen=True)
class Sized:
    """How many phones get what (`read_sizes`), and the blocks that say so."""

    sizes: Mapping[str, int]
    blocks: Blocks


def read_days(services: Services, first: date, last: date, sizes: Mapping[str, int]) -> PlannedDays:
    """What the calendar shows from `first` to `last`, both included; `sizes` are those known so far."""
    start = moment_of(datetime.combine(first, time()))
    end = moment_of(datetime.combine(last + timedelta(days=1), time()))
    entries = services.schedule.entries(start, end)
    return PlannedDays(
        entries, blocks_of(entries, sizes), services.calendars.calendar().days_off(first, last)
    )


def read_sized(services: Services, entries: Sequence[ScheduledEntry]) -> Sized:
    """Look up for how many each of these is."""
    sizes = read_sizes(services, entries)
    return Sized(sizes, blocks_of(entries, sizes))


def blocks_of(entries: Sequence[ScheduledEntry], sizes: Mapping[str, int]) -> Blocks:
    """The entries as the calendar paints them, by day."""
    days: dict[date, list[Block]] = {}
    for entry in entries:
        wall = wall_of(entry.at)
        block = Block(
            entry.id, wall, visible(entry.title), entry.state, entry.movable, sizes.get(_size_key(entry))
        )
        days.setdefault(wall.date(), []).append(block)
    return days


def _size_key(entry: ScheduledEntry) -> str:
    """What tells how many get an entry: the broadcast that it became, else its series."""
    return f"b{entry.broadcast_id}" if entry.broadcast_id is not None else f"s{entry.series_id}"


def read_sizes(services: Services, entries: Sequence[ScheduledEntry]) -> Mapping[str, int]:
    """How many phones get each broadcast, and would get each series as the groups are today."""
    sent = [each.broadcast_id for each in entries if each.broadcast_id is not None]
    sizes = {f"b{number}": count for number, count in services.broadcasts.sizes(sent).items()}
    reached: dict[tuple[AudienceRequest, Purpose], int] = {}
    for number in {each.series_id for each in entries if each.broadcast_id is None and each.series_id}:
        draft = services.schedule.series(number).draft
        asked = draft.request, draft.purpose
        if asked not in reached:
            reached[asked] = _phones(services.people, *asked)
        sizes[f"s{number}"] = reached[asked]
    return sizes


def _phones(people: People, request: AudienceRequest, purpose: Purpose) -> int:
    try:
        return len(people.audience(request, purpose).recipients)
    except InputError:  # a group of it is gone: its panel says so
        return 0


@dataclass(frozen=True)
class TodaysSend:
    """One planned send of today, and how many phones get it (None: its people cannot be told)."""

    entry: ScheduledEntry
    phones: int | None


def read_today(services: Services, now: datetime) -> tuple[TodaysSend, ...]:
    """What is planned for today, from the first hour to the last, sent ones included."""
    today = wall_of(now).date()
    start = moment_of(datetime.combine(today, time()))
    end = moment_of(datetime.combine(today + timedelta(days=1), time()))
    entries = services.schedule.entries(start, end)
    sizes = read_sizes(services, entries)
    return tuple(TodaysSend(each, sizes.get(_size_key(each))) for each in entries)


@dataclass(frozen=True)
class EntryDetail:
    """All that the panel tells of an entry. `plan` is what it would send as the people are today.

    `groups` are the names of those it goes to, `others` how many people were chosen one by one.
    """

    entry: ScheduledEntry
    series: Series | None = None
    plan: NotifyPlan | None = None
    summary: BroadcastSummary | None = None
    groups: tuple[str, ...] = ()
    others: int = 0
    coming: tuple[ScheduledEntry, ...] = ()


def read_entry(services: Services, entry_id: str) -> EntryDetail:
    """One entry; InputError when it is gone."""
    schedule = services.schedule
    entry = schedule.entry(entry_id)
    summary = None
    if entry.broadcast_id is not None:
        summary = services.broadcasts.get(entry.broadcast_id).summary
    if entry.series_id is None:
        return EntryDetail(entry, summary=summary)
    series = schedule.series(entry.series_id)
    request = series.draft.request
    return EntryDetail(
        entry=entry,
        series=series,
        plan=schedule.plan_of(entry_id) if summary is None else None,
        summary=summary,
        groups=_names(services.people, request),
        others=len(request.contact_ids),
        coming=schedule.coming(entry.series_id),
    )


def _names(people: People, request: AudienceRequest) -> tuple[str, ...]:
    """The groups that are still there, and the towns."""
    known = {group.id: group.name for group in people.groups()}
    return (*(visible(known[each]) for each in request.group_ids if each in known), *request.areas)
