"""`smsdesk auto-reply`: the answer of a closed desk, its hours, its limits, and what was answered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import click

from smsdesk.commands.context import ROW_ID, Context, table
from smsdesk.commands.documents import Document, clock_time, iso
from smsdesk.domain.auto_replies import AutoReply, AutoReplySettings
from smsdesk.domain.errors import InputError
from smsdesk.domain.loop_guard import WHY, GuardLimits
from smsdesk.domain.opening_hours import OpeningHours, Span
from smsdesk.domain.recurrence_words import parse_hour
from smsdesk.domain.sentences import say
from smsdesk.domain.untrusted import visible_line

_DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
_NONE = "closed"
_LATEST = 50
_DAY_HOURS = re.compile(r"([a-z]{2})(?:-([a-z]{2}))? +(.+)")


@click.group("auto-reply", invoke_without_command=True)
@click.pass_context
def auto_reply(ctx: click.Context) -> int:
    """Show or set what a closed desk answers, and list the automatic answers."""
    return 0 if ctx.invoked_subcommand else ctx.invoke(set_)


@auto_reply.command("set")
@click.option(
    "--on/--off", "out_of_hours", default=None, help="Whoever writes out of hours is told so, once."
)
@click.option("--text", help="What is written; may name {institution} and {ouverture}.")
@click.option(
    "--hours",
    "spans",
    multiple=True,
    metavar="DAYS SPANS",
    help='"mo-fr 9:00-12:00,14:00-18:00", "we closed" (repeatable).',
)
@click.option("--school-holidays/--no-school-holidays", default=None, help="Nobody is there in them.")
@click.option("--a-day", type=int, help="Automatic answers to one phone a day at most.")
@click.option("--an-hour", type=int, help="To all phones an hour at most.")
@click.option(
    "--own-number", "own", multiple=True, help="A phone of ours that is never answered (repeatable)."
)
@click.pass_obj
def set_(  # noqa: PLR0913, PLR0917  # one parameter an option
    context: Context,
    out_of_hours: bool | None = None,
    text: str | None = None,
    spans: Sequence[str] = (),
    school_holidays: bool | None = None,
    a_day: int | None = None,
    an_hour: int | None = None,
    own: Sequence[str] = (),
) -> int:
    """Set it; without options, show it."""
    with context.desk() as desk:
        service = desk.services.auto_replies
        before = service.settings()
        limits = GuardLimits(
            before.limits.a_day if a_day is None else a_day,
            before.limits.an_hour if an_hour is None else an_hour,
        )
        chosen = replace(
            before,
            out_of_hours=before.out_of_hours if out_of_hours is None else out_of_hours,
            text=before.text if text is None else text,
            hours=_with_hours(before.hours, spans),
            school_holidays=before.school_holidays if school_holidays is None else school_holidays,
            limits=limits,
            own_numbers=tuple(own) or before.own_numbers,
        )
        if chosen != before:
            chosen = service.save_settings(chosen)
    context.emit(_settings_document(chosen), _settings_lines(chosen))
    return 0


@auto_reply.command("log")
@click.option("--limit", type=ROW_ID, default=_LATEST, show_default=True, help="The newest so many.")
@click.pass_obj
def log(context: Context, limit: int) -> int:
    """List the automatic answers, and those that were withheld with the reason."""
    with context.desk() as desk:
        found = desk.services.auto_replies.list(limit)
    rows = [(clock_time(each.at), visible_line(each.e164), each.kind, _outcome(each)) for each in found]
    lines = table(rows, ("when", "phone", "about", "outcome")) if rows else ["No automatic answer yet."]
    context.emit([_document(each) for each in found], lines)
    return 0


def _with_hours(before: OpeningHours, spans: Sequence[str]) -> OpeningHours:
    days = list(before.days)
    for written in spans:
        numbers, hours = _read_days(written)
        for number in numbers:
            days[number] = hours
    return OpeningHours(tuple(days))


def _read_days(written: str) -> tuple[range, tuple[Span, ...]]:
    """The days of the week and the spans of "mo-fr 9:00-12:00,14:00-18:00"."""
    match = _DAY_HOURS.fullmatch(written.strip().lower())
    first, last = (match[1], match[2] or match[1]) if match else ("", "")
    if match is None or first not in _DAYS or last not in _DAYS:
        raise _not_understood(written)
    days = range(_DAYS.index(first), _DAYS.index(last) + 1)
    if not days:
        raise _not_understood(written)
    if match[3].strip() == _NONE:
        return days, ()
    return days, tuple(_read_span(each, written) for each in match[3].split(","))


def _read_span(text: str, written: str) -> Span:
    begins, dash, ends = text.partition("-")
    if not dash:
        raise _not_understood(written)
    return parse_hour(begins.strip()), parse_hour(ends.strip())


def _not_understood(written: str) -> InputError:
    return InputError(
        say(
            "--hours {text} is not understood. Write it like: mo-fr 9:00-12:00,14:00-18:00.",
            text=visible_line(written),
        )
    )


def _outcome(each: AutoReply) -> str:
    if each.withheld is not None:
        return f"withheld: {WHY[each.withheld]}"
    return f"broadcast {each.broadcast_id}"


def _document(each: AutoReply) -> Document:
    return {
        "received": each.received_id,
        "to": each.e164,
        "about": each.kind.value,
        "at": iso(each.at),
        "broadcast": each.broadcast_id,
        "withheld": each.withheld.value if each.withheld else None,
    }


def _settings_document(chosen: AutoReplySettings) -> Document:
    return {
        "on": chosen.out_of_hours,
        "text": chosen.text,
        "hours": {day: _spans(spans) for day, spans in zip(_DAYS, chosen.hours.days, strict=True)},
        "school_holidays": chosen.school_holidays,
        "a_day": chosen.limits.a_day,
        "an_hour": chosen.limits.an_hour,
        "own_numbers": list(chosen.own_numbers),
    }


def _spans(spans: Sequence[Span]) -> list[str]:
    return [f"{begins:%H:%M}-{ends:%H:%M}" for begins, ends in spans]


def _settings_lines(chosen: AutoReplySettings) -> list[str]:
    hours = [
        f"  {day}  {', '.join(_spans(spans)) or _NONE}"
        for day, spans in zip(_DAYS, chosen.hours.days, strict=True)
    ]
    return [
        f"Out of hours: {chosen.text}" if chosen.out_of_hours else "Nothing is answered out of hours.",
        "Somebody is there:",
        *hours,
        "School holidays are closed." if chosen.school_holidays else "School holidays are as other days.",
        f"Automatic answers: {chosen.limits.a_day} a day to one phone, {chosen.limits.an_hour} an hour.",
        *([f"Never answered: {', '.join(chosen.own_numbers)}"] if chosen.own_numbers else []),
    ]
