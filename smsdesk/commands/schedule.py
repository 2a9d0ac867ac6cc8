"""`smsdesk schedule`: what is planned for later, planning it, and deciding about what was missed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import click

from smsdesk.commands.context import ROW_ID, Context, table
from smsdesk.commands.documents import Document, clock_time, iso
from smsdesk.commands.schedule_hours import hours
from smsdesk.commands.schedule_planning import add, change
from smsdesk.commands.schedule_words import day, moment
from smsdesk.domain.clock import system_clock
from smsdesk.domain.errors import InputError
from smsdesk.domain.schedule import ScheduledEntry
from smsdesk.domain.sentences import say
from smsdesk.domain.untrusted import visible_line
from smsdesk.domain.wall_time import moment_of
from smsdesk.services.schedule_moving import move_entry

SHOWN_DAYS = 60
"""How far ahead the list looks unless it is told."""


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


@schedule.command()
@click.argument("entry")
@click.option(
    "--at", metavar="ISO", callback=moment, required=True, help="When instead, as 2026-03-12T18:00."
)
@click.pass_obj
def move(context: Context, entry: str, at: datetime) -> int:
    """Send one planned send at another moment; the rest of its series stays."""
    with context.desk() as desk:
        move_entry(desk.services, entry, moment_of(at), system_clock())
        _emit_entry(context, desk.services.schedule.entry(entry))
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
@click.argument("entry")
@click.pass_obj
def restore(context: Context, entry: str) -> int:
    """Plan a skipped send again."""
    with context.desk() as desk:
        _emit_entry(context, desk.services.schedule.bring_back(entry))
    return 0


@schedule.command()
@click.argument("series", type=ROW_ID)
@click.pass_obj
def restart(context: Context, series: int) -> int:
    """Let a stopped series go on, without what was skipped one by one."""
    with context.desk() as desk:
        desk.services.schedule.restart(series)
    context.emit({"series": series, "stopped": False}, [f"Series {series} goes on."])
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
schedule.add_command(add)
schedule.add_command(change)


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
