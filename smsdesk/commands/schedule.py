"""`smsdesk schedule`: what is planned for later, planning it, and deciding about what was missed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import click

from smsdesk.commands.context import ROW_ID, Context, table
from smsdesk.commands.documents import Document, clock_time, counted, iso, left_out_document
from smsdesk.commands.schedule_hours import hours
from smsdesk.commands.schedule_words import assignment, day, moment, reminder, timing_of
from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.clock import system_clock
from smsdesk.domain.errors import InputError
from smsdesk.domain.outgoing import Priority, Purpose
from smsdesk.domain.plan import NotifyPlan
from smsdesk.domain.schedule import OnMissed, ScheduledEntry, SeriesDraft
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.untrusted import visible_line
from smsdesk.domain.wall_time import moment_of
from smsdesk.services.bundle import Services

SHOWN_DAYS = 60
"""How far ahead the list looks unless it is told."""

SHOWN_NEXT = 5
"""Sends that `add` lists; the plan has the others."""


@click.group(invoke_without_command=True)
@click.option(
    "--from", "start", metavar="DAY", callback=day, help="First day, as 2026-03-12 (default: today)."
)
@click.option("--days", type=click.IntRange(1, 400), default=SHOWN_DAYS, help="How many days (default: 60).")
@click.pass_context
def schedule(ctx: click.Context, start: date | None, days: int) -> int:
    """List what is planned for the next days, plan a send, change one, or decide about what was missed."""
    if ctx.invoked_subcommand:
        return 0
    context: Context = ctx.obj
    first = datetime.combine(start or system_clock().astimezone().date(), datetime.min.time()).astimezone()
    with context.desk() as desk:
        entries = desk.services.schedule.entries(first, first + timedelta(days=days))
        missed = desk.services.schedule.missed()
    _emit_entries(context, entries, "Nothing is planned.")
    if missed:
        context.tell(f"Missed and to be decided: {len(missed)}. Look: smsdesk schedule missed.")
    return 0


@dataclass(frozen=True)
class _Asked:
    """The options of `schedule add` as they were given."""

    groups: tuple[str, ...]
    text: str | None
    template: str | None
    settings: tuple[str, ...]
    at: datetime | None
    rule: str | None
    every: str | None
    start: date | None
    event: datetime | None
    reminders: tuple[str, ...]
    exceptions: tuple[str, ...]
    missed: str | None
    purpose: str | None
    urgent: bool
    title: str
    dry_run: bool


@schedule.command("add")
@click.argument("groups", metavar="GROUP...", nargs=-1, required=True)
@click.option("--text", help="The message, with merge fields such as {prénom}.")
@click.option("--template", help="The name of a message template instead of a text.")
@click.option("--set", "settings", metavar="FIELD=VALUE", multiple=True, help="The value of a merge field.")
@click.option(
    "--at", metavar="ISO", callback=moment, help="When, as 2026-03-12T18:00; with --rule, from when on."
)
@click.option("--rule", metavar="RRULE", help="Repeat by a rule of RFC 5545: FREQ=MONTHLY;BYDAY=1MO.")
@click.option(
    "--every", metavar="WORDS", help='Repeat: "week thu 18:00", "month 15 18:00", "month first mon 8:00".'
)
@click.option(
    "--from", "start", metavar="DAY", callback=day, help="With --every: the first day it may fall on."
)
@click.option("--event", metavar="ISO", callback=moment, help="An event, to remind of with --reminder.")
@click.option(
    "--reminder", "reminders", metavar="Nd@HH:MM", multiple=True, help="So many days before: 7d@18:00."
)
@click.option("--except", "exceptions", metavar="DAY", multiple=True, help="A day on which nothing is sent.")
@click.option(
    "--missed", type=click.Choice([each.value for each in OnMissed]), help="When its hour was missed."
)
@click.option(
    "--purpose", type=click.Choice([each.value for each in Purpose]), help="Default: the template's."
)
@click.option("--urgent", is_flag=True, help="Before everything else that waits.")
@click.option("--title", default="", help="How the plan calls it (default: the groups).")
@click.option("--dry-run", is_flag=True, help="Only say what would be planned.")
@click.pass_obj
def add(context: Context, /, **given: object) -> int:
    """Plan a send to groups: once, again and again, or before an event.

    It is merged when it is sent, for the people who are in the groups then.
    """
    asked = _Asked(**given)  # type: ignore[arg-type]  # click gives each option its type
    with context.desk() as desk:
        services = desk.services
        draft = _draft(services, asked)
        plan = services.schedule.look_at(draft)
        if plan.problem is not None:
            raise InputError(plan.problem)
        times = services.schedule.next_times(draft.timing, SHOWN_NEXT)
        warnings = services.hours.warnings(times[0], draft.purpose, draft.priority, plan)
        series = None if asked.dry_run else services.schedule.plan_series(draft)
    _emit_planned(context, series, times, plan, warnings)
    return 0


def _draft(services: Services, asked: _Asked) -> SeriesDraft:
    if (asked.text is None) == (asked.template is None):
        raise InputError(say("Give either --text or --template."))
    chosen = services.templates.get(asked.template) if asked.template is not None else None
    default = chosen.purpose if chosen else Purpose.INFORMATION
    found = dict.fromkeys(services.people.group_named(group).id for group in asked.groups)
    return SeriesDraft(
        request=AudienceRequest(group_ids=tuple(found)),
        text=chosen.body if chosen else asked.text or "",
        timing=timing_of(
            at=asked.at,
            rule=asked.rule,
            every=asked.every,
            start=asked.start,
            event=asked.event,
            reminders=[reminder(each) for each in asked.reminders],
            exceptions=asked.exceptions,
        ),
        fields=dict(assignment(setting) for setting in asked.settings),
        purpose=Purpose(asked.purpose) if asked.purpose else default,
        priority=Priority.URGENT if asked.urgent else Priority.NORMAL,
        title=asked.title,
        on_missed=OnMissed(asked.missed) if asked.missed else None,
    )


@schedule.command()
@click.argument("entry")
@click.option(
    "--at", metavar="ISO", callback=moment, required=True, help="When instead, as 2026-03-12T18:00."
)
@click.pass_obj
def move(context: Context, entry: str, at: datetime) -> int:
    """Send one planned send at another moment; the rest of its series stays."""
    with context.desk() as desk:
        _emit_entry(context, desk.services.schedule.move(entry, moment_of(at)))
    return 0


@schedule.command()
@click.argument("entry")
@click.pass_obj
def skip(context: Context, entry: str) -> int:
    """Do not send one planned send; the rest of its series stays."""
    with context.desk() as desk:
        _emit_entry(context, desk.services.schedule.skip(entry))
    return 0


@schedule.command()
@click.argument("series", type=ROW_ID)
@click.pass_obj
def stop(context: Context, series: int) -> int:
    """End a series: nothing more of it is sent."""
    with context.desk() as desk:
        desk.services.schedule.stop(series)
    context.emit({"series": series, "stopped": True}, [f"Series {series} is stopped."])
    return 0


@schedule.command()
@click.pass_obj
def missed(context: Context) -> int:
    """List what was not sent at its hour and waits for a decision."""
    with context.desk() as desk:
        entries = desk.services.schedule.missed()
    _emit_entries(context, entries, "Nothing was missed.")
    return 0


@schedule.command()
@click.argument("entry")
@click.option("--send", "choice", flag_value="send", help="Send it now.")
@click.option("--skip", "choice", flag_value="skip", help="Do not send it.")
@click.pass_obj
def decide(context: Context, entry: str, choice: str | None) -> int:
    """Decide about a missed one: send it now, or skip it."""
    if choice is None:
        raise InputError(say("Say --send or --skip."))
    with context.desk() as desk:
        _emit_entry(context, desk.services.schedule.decide(entry, send=choice == "send"))
    return 0


schedule.add_command(hours)


def entry_document(entry: ScheduledEntry) -> Document:
    """A send of the plan as the scripts know it."""
    return {
        "id": entry.id,
        "at": iso(entry.at),
        "title": entry.title,
        "kind": entry.kind.value,
        "state": entry.state.value,
        "purpose": entry.purpose.value,
        "series": entry.series_id,
        "broadcast": entry.broadcast_id,
        "reason": str(entry.reason) if entry.reason else None,
        "movable": entry.movable,
    }


def _emit_entries(context: Context, entries: Sequence[ScheduledEntry], nothing: str) -> None:
    rows = [
        (each.id, clock_time(each.at), each.state.value, each.series_id or "", _told(each))
        for each in entries
    ]
    lines = table(rows, ("id", "when", "state", "series", "title")) if rows else [nothing]
    context.emit([entry_document(each) for each in entries], lines)


def _told(entry: ScheduledEntry) -> str:
    return " · ".join(filter(None, (visible_line(entry.title), str(entry.reason or ""))))


def _emit_entry(context: Context, entry: ScheduledEntry) -> None:
    line = f"{entry.id}, {clock_time(entry.at)}: {entry.state.value}. {_told(entry)}"
    context.emit(entry_document(entry), [line])


def _emit_planned(
    context: Context,
    series: int | None,
    times: Sequence[datetime],
    plan: NotifyPlan,
    warnings: Sequence[Sentence],
) -> None:
    document = {
        "series": series,
        "next": [iso(each) for each in times],
        "messages": plan.phones,
        "parts": plan.parts,
        "left_out": [left_out_document(person) for person in plan.left_out],
        "warnings": [str(each) for each in warnings],
    }
    start = "Nothing is planned. It would be" if series is None else f"Series {series} is planned:"
    lines = [
        f"{start} {counted(plan.phones, 'message', 'messages')} ({plan.parts} SMS) as the groups are today.",
        "Next: " + ", ".join(map(clock_time, times)),
        *(f"Left out: {person.name}. {person.reason}" for person in plan.left_out),
        *map(str, warnings),
    ]
    context.emit(document, lines)
