"""What people write behind `schedule`: moments, days, reminders and repetitions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

import click

from smsdesk.domain.clock import system_clock
from smsdesk.domain.errors import InputError
from smsdesk.domain.recurrence_words import parse_every, parse_hour
from smsdesk.domain.schedule import Reminder, Timing
from smsdesk.domain.sentences import say
from smsdesk.domain.untrusted import visible_line
from smsdesk.domain.wall_time import as_moment, wall_of

_REMINDER = re.compile(r"([0-9]{1,3}) ?[dj] ?@ ?(\S+)")


def moment(_ctx: click.Context, option: click.Parameter, text: str | None) -> datetime | None:
    """An ISO moment as a wall time, naive; one with an offset is what the wall shows then."""
    if text is None:
        return None
    try:
        given = datetime.fromisoformat(text.strip())
        wall = wall_of(as_moment(given))
    except (ValueError, OverflowError, OSError):
        raise InputError(
            say(
                "{option} {text} is no date and time. Write it like 2026-03-12T18:00.",
                option=f"--{option.name}",
                text=visible_line(text),
            )
        ) from None
    return wall.replace(second=0, microsecond=0)


def day(_ctx: click.Context, _option: click.Parameter, text: str | None) -> date | None:
    """An ISO day."""
    return None if text is None else _day(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise InputError(
            say("{text} is no day. Write it like 2026-03-12.", text=visible_line(text))
        ) from None


def reminder(text: str) -> Reminder:
    """ "7d@18:00": seven days before, at six."""
    match = _REMINDER.fullmatch(text.strip().lower())
    if match is None:
        raise InputError(
            say("--reminder {text} is not understood. Write it like 7d@18:00.", text=visible_line(text))
        )
    return Reminder(int(match[1]), parse_hour(match[2]))


def timing_of(
    *,
    at: datetime | None,
    rule: str | None,
    every: str | None,
    start: date | None,
    event: datetime | None,
    reminders: Sequence[Reminder],
    exceptions: Sequence[str],
) -> Timing:
    """The timing that the options mean. InputError when they mean several, or none."""
    skipped = tuple(_day(each) for each in exceptions)
    if event is not None or reminders:
        if at or rule or every:
            raise InputError(say("Give either --event with --reminder, or --at, --rule or --every."))
        return Timing(event=event, reminders=tuple(reminders))
    if every is not None:
        if at or rule:
            raise InputError(say("Give only one of --at, --rule and --every."))
        return _repeated(every, start, skipped)
    if at is None:
        raise InputError(say("Say when: --at, --every, --rule with --at, or --event with --reminder."))
    return Timing(at, rule or "", skipped)


def _repeated(every: str, start: date | None, skipped: tuple[date, ...]) -> Timing:
    rule, hour = parse_every(every)
    now = wall_of(system_clock())
    first = datetime.combine(start or now.date(), hour)
    if start is None and first <= now:
        first += timedelta(days=1)
    return Timing(first, str(rule), skipped)
