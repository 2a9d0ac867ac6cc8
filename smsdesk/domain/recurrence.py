"""Rules of repetition (RFC 5545, 3.3.10): read from hostile text, checked, and unrolled into days.

A rule says on which days; the hour is that of the first send. So the frequencies are days, weeks, months
and years, and a rule that asks for hours, or for what no calendar holds, is refused with a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING

from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.domain.untrusted import visible_line

if TYPE_CHECKING:
    from dateutil.rrule import rrule, weekday

LONGEST_TEXT = 300
"""Characters; the longest sensible rule has about 120."""

LARGEST_INTERVAL = 99
MOST_TIMES = 1000
"""Twenty years of every week."""

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""As RFC 5545 names them, in the order of date.weekday()."""

_DAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?")
_KEYS = frozenset(
    {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"}
)


class Frequency(StrEnum):
    """Out of which span of time a rule takes its days."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


@dataclass(frozen=True, order=True)
class RuleDay:
    """A day of the week, 0 for Monday; `nth` counts within the month (or year), -1 is the last, 0 each."""

    weekday: int
    nth: int = 0


@dataclass(frozen=True)
class Rule:
    """A rule that was understood. `until` is the last day on which it may fall."""

    frequency: Frequency
    interval: int = 1
    count: int | None = None
    until: date | None = None
    days: tuple[RuleDay, ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    week_start: int = 0

    def __str__(self) -> str:
        """The rule as RFC 5545 writes it, without the name of the property."""
        pieces = [f"FREQ={self.frequency}"]
        if self.interval != 1:
            pieces.append(f"INTERVAL={self.interval}")
        if self.days:
            pieces.append("BYDAY=" + ",".join(f"{day.nth or ''}{WEEKDAYS[day.weekday]}" for day in self.days))
        for name, values in (
            ("BYMONTHDAY", self.month_days), ("BYMONTH", self.months), ("BYSETPOS", self.positions),
        ):  # fmt: skip
            if values:
                pieces.append(f"{name}=" + ",".join(map(str, values)))
        if self.week_start:
            pieces.append(f"WKST={WEEKDAYS[self.week_start]}")
        if self.count is not None:
            pieces.append(f"COUNT={self.count}")
        if self.until is not None:
            pieces.append(f"UNTIL={self.until:%Y%m%d}")
        return ";".join(pieces)

    def days_from(self, start: date, last: date) -> Iterator[date]:
        """The days of the rule from `start`, on which it begins, to `last`."""
        end = min(last, self.until or last)
        for at in self._unrolled(start, end):
            if at.date() > end:
                return
            yield at.date()

    def _unrolled(self, start: date, end: date) -> rrule:
        # Those who never repeat a send do without the library.
        from dateutil import rrule as library  # noqa: PLC0415

        return library.rrule(
            freq=getattr(library, self.frequency),
            dtstart=datetime.combine(start, time()),
            interval=self.interval,
            wkst=self.week_start,
            count=self.count,
            until=datetime.combine(end, time()) if self.count is None else None,
            bysetpos=self.positions or None,
            bymonth=self.months or None,
            bymonthday=self.month_days or None,
            byweekday=tuple(map(_library_day, self.days)) or None,
        )


def _library_day(day: RuleDay) -> weekday:
    from dateutil import rrule as library  # noqa: PLC0415

    return library.weekday(day.weekday, day.nth or None)


def parse_rule(text: str) -> Rule:
    """Read a rule, with or without "RRULE:" before it. InputError says what is wrong with it."""
    given = text.strip().upper().removeprefix("RRULE:")
    if len(given) > LONGEST_TEXT:
        raise InputError(say("The rule of repetition is too long. Choose a simpler one."))
    found = _pieces(given)
    rule = Rule(
        frequency=_frequency(found),
        interval=_number(found, "INTERVAL", 1, LARGEST_INTERVAL) or 1,
        count=_number(found, "COUNT", 1, MOST_TIMES),
        until=_until(found["UNTIL"]) if "UNTIL" in found else None,
        days=tuple(map(_rule_day, _listed(found, "BYDAY"))),
        month_days=_numbers(found, "BYMONTHDAY", 31),
        months=_numbers(found, "BYMONTH", 12, signed=False),
        positions=_numbers(found, "BYSETPOS", 366),
        week_start=_week_start(found.get("WKST", "MO")),
    )
    _check_sense(rule)
    return rule


def _pieces(text: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for piece in filter(None, text.split(";")):
        name, _, value = piece.partition("=")
        if name in {"BYHOUR", "BYMINUTE", "BYSECOND"}:
            raise _finer_than_days()
        if name not in _KEYS or name in found or not value:
            raise _not_understood(piece)
        found[name] = value
    return found


def _frequency(found: Mapping[str, str]) -> Frequency:
    value = found.get("FREQ", "")
    if value in {"HOURLY", "MINUTELY", "SECONDLY"}:
        raise _finer_than_days()
    try:
        return Frequency(value)
    except ValueError:
        raise InputError(
            say("The rule of repetition names no day, week, month or year. Begin it like FREQ=WEEKLY.")
        ) from None


def _finer_than_days() -> InputError:
    return InputError(
        say("A series sends once a day at most. Choose days, weeks, months or years, and one hour.")
    )


def _not_understood(piece: str) -> InputError:
    return InputError(
        say(
            "{piece} in the rule of repetition is not understood. Take it out.",
            piece=visible_line(piece)[:40],
        )
    )


def _listed(found: Mapping[str, str], name: str) -> list[str]:
    return found[name].split(",") if name in found else []


def _number(found: Mapping[str, str], name: str, least: int, most: int) -> int | None:
    if name not in found:
        return None
    text = found[name]
    if not (text.isascii() and text.isdigit() and len(text) <= 6 and least <= int(text) <= most):
        raise InputError(
            say(
                "{piece} in the rule of repetition is too small or too large. Choose {least} to {most}.",
                piece=f"{name}={visible_line(text)[:12]}",
                least=least,
                most=most,
            )
        )
    return int(text)


def _numbers(found: Mapping[str, str], name: str, most: int, *, signed: bool = True) -> tuple[int, ...]:
    values = []
    for text in _listed(found, name):
        digits = text.lstrip("+-") if signed and len(text) - len(text.lstrip("+-")) <= 1 else text
        if not (digits.isascii() and digits.isdigit() and len(digits) <= 3 and 1 <= int(digits) <= most):
            raise _not_understood(f"{name}={text}")
        values.append(int(text))
    return tuple(dict.fromkeys(values))


def _rule_day(text: str) -> RuleDay:
    match = _DAY.fullmatch(text)
    if match is None:
        raise _not_understood(f"BYDAY={text}")
    return RuleDay(WEEKDAYS.index(match[2]), int(match[1] or 0))


def _week_start(text: str) -> int:
    if text not in WEEKDAYS:
        raise _not_understood(f"WKST={text}")
    return WEEKDAYS.index(text)


def _until(text: str) -> date:
    match = _UNTIL.fullmatch(text)
    if match is None:
        raise _not_understood(f"UNTIL={text}")
    try:
        year, month, day = (int(match[group]) for group in (1, 2, 3))
        if not match[7]:
            return date(year, month, day)
        at = datetime(year, month, day, int(match[4]), int(match[5]), int(match[6]), tzinfo=UTC)
        return at.astimezone().date()
    except (ValueError, OverflowError, OSError):
        raise _not_understood(f"UNTIL={text}") from None


def _check_sense(rule: Rule) -> None:
    """Refuse what RFC 5545 gives no meaning to, and what could be looked for until the year 9999."""
    if rule.count is not None and rule.until is not None:
        raise InputError(say("Give either a number of times or a last day, not both."))
    monthly = rule.frequency in {Frequency.MONTHLY, Frequency.YEARLY}
    if not monthly and any(day.nth for day in rule.days):
        raise InputError(say('"The first Monday" is one of a month. Repeat each month, not each week.'))
    if not monthly and (rule.month_days or rule.positions):
        raise InputError(say("A day of the month needs a repetition each month or each year."))
    if rule.positions and not (rule.days or rule.month_days):
        raise InputError(say("A position needs days among which it counts. Name the days of the week."))
