"""Commands over everything that was said: the search, a month in numbers, how long answers took."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta

import click

from smsdesk.commands.context import ROW_ID, Context, table
from smsdesk.commands.documents import Document, clock_time, counted, iso
from smsdesk.domain.errors import InputError
from smsdesk.domain.inbox_views import AnswerTimes, DayCounts, FoundMessage, MessageQuery, MonthCounts
from smsdesk.domain.sentences import say
from smsdesk.domain.untrusted import visible_line
from smsdesk.domain.views import Direction
from smsdesk.services.bundle import Services

_MONTH = re.compile(r"(\d{4})-(\d{1,2})", re.ASCII)
_DAY = click.DateTime(formats=["%Y-%m-%d"])
_NUMBERS = ("received", "written", "sent", "delivered", "failed")


@click.command()
@click.argument("words", nargs=-1)
@click.option("--phone", metavar="NUMBER", help="Only what was said with this phone.")
@click.option("--contact", metavar="NAME", help="Only with this person, or the guardians of this pupil.")
@click.option("--group", metavar="NAME", help="Only with the people of this group and their guardians.")
@click.option("--broadcast", type=ROW_ID, metavar="ID", help="Only this broadcast and its answers.")
@click.option("--received", "direction", flag_value=Direction.IN.value, help="Only what came in.")
@click.option("--sent", "direction", flag_value=Direction.OUT.value, help="Only what was sent.")
@click.option("--since", type=_DAY, metavar="DAY", help="From this day on (2026-11-02).")
@click.option("--until", type=_DAY, metavar="DAY", help="Up to this day.")
@click.option("--limit", type=ROW_ID, default=50, help="The newest so many (default: 50).")
@click.pass_obj
def search(context: Context, /, words: tuple[str, ...], limit: int, **among: object) -> int:
    """Search all messages, both directions, for WORDS; the last one may be only begun."""
    with context.desk() as desk:
        found = desk.services.inbox.search(_query(desk.services, " ".join(words), among), limit)
    lines = [line for each in found for line in _lines(each)]
    context.emit([_document(each) for each in found], lines or ["Nothing was found."])
    return 0


def _query(services: Services, text: str, among: Mapping[str, object]) -> MessageQuery:
    """Names and numbers become what they mean; InputError for those that mean nothing."""
    said = {name: str(value) for name, value in among.items() if value is not None}
    phone, contact, group, broadcast = (said.get(name) for name in ("phone", "contact", "group", "broadcast"))
    return MessageQuery(
        text=text,
        phone=None if phone is None else services.inbox.conversation_with(phone).phone,
        contact_id=None if contact is None else services.people.person_named(contact).id,
        group_id=None if group is None else services.people.group_named(group).id,
        broadcast_id=None if broadcast is None else services.broadcasts.get(int(broadcast)).summary.id,
        direction=Direction(said["direction"]) if "direction" in said else None,
        since=_day(among["since"]),
        until=_day(among["until"]),
    )


def _day(moment: object) -> date | None:
    return moment.date() if isinstance(moment, datetime) else None


def _document(each: FoundMessage) -> Document:
    return {
        "direction": each.direction.value,
        "id": each.id,
        "phone": each.phone,
        "contacts": list(each.names),
        "text": each.text,
        "at": iso(each.at),
        "broadcast": each.broadcast_id,
    }


def _lines(each: FoundMessage) -> list[str]:
    who = visible_line(", ".join(each.names))
    arrow = ">" if each.direction is Direction.OUT else "<"
    head = (
        clock_time(each.at),
        arrow,
        visible_line(each.phone) or "unknown sender",
        f"({who})" if who else "",
    )
    return ["  ".join(filter(None, head)), f"    {visible_line(each.text or '')}"]


@click.command()
@click.argument("month", required=False)
@click.option("--target", metavar="MINUTES", help='How long an answer may take; "none": no target.')
@click.pass_obj
def statistics(context: Context, month: str | None, target: str | None) -> int:
    """A MONTH (2026-11; default: this one) day by day, and how long answers took in the last 30 days."""
    with context.desk() as desk:
        inbox = desk.services.inbox
        if target is not None:
            inbox.set_target(_minutes(target))
        counts = inbox.month(*_month(month))
        times, minutes = inbox.answer_times(), inbox.target_minutes()
    context.emit(_counts_document(counts, times, minutes), _counts_lines(counts, times, minutes))
    return 0


def _minutes(text: str) -> int | None:
    if text == "none":
        return None
    # What is no number is out of the range too, and refused with the same sentence.
    return int(text[:6]) if text.isascii() and text.isdigit() else 0


def _month(text: str | None) -> tuple[int, int]:
    if text is None:
        today = datetime.now().astimezone()
        return today.year, today.month
    found = _MONTH.fullmatch(text)
    if found is None:
        raise InputError(say("{month} is no month. Give one such as 2026-11.", month=visible_line(text)))
    return int(found[1]), int(found[2])


def _numbers(counts: DayCounts | MonthCounts) -> dict[str, int]:
    return {name: getattr(counts, name) for name in _NUMBERS}


def _counts_document(counts: MonthCounts, times: AnswerTimes, target: int | None) -> Document:
    median = times.median
    return {
        "days": [{"day": day.day.isoformat(), **_numbers(day)} for day in counts.days],
        **_numbers(counts),
        "answers": {
            "answered": times.answered,
            "median_seconds": None if median is None else round(median.total_seconds()),
            "late": times.late,
            "waiting": times.waiting,
            "late_now": times.late_now,
            "target_minutes": target,
        },
    }


def _counts_lines(counts: MonthCounts, times: AnswerTimes, target: int | None) -> list[str]:
    rows = [(day.day.isoformat(), *_numbers(day).values()) for day in counts.days]
    took = "" if times.median is None else f", half of them within {_span(times.median)}"
    lines = [
        *table([*rows, ("in all", *_numbers(counts).values())], ("day", *_NUMBERS)),
        f"{counted(times.answered, 'answer', 'answers')} in 30 days{took}; {times.waiting} waiting now.",
    ]
    if target is not None:
        lines.append(f"Target {target} min: {times.late} took longer, {times.late_now} wait longer.")
    return lines


def _span(span: timedelta) -> str:
    minutes = round(span.total_seconds() / 60)
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h {minutes % 60:02} min"
