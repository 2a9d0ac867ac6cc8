"""Days and hours as a French SMS says them, whatever the window speaks: "jeudi 12 mars", "17h30"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from itertools import groupby

from smsdesk.domain.folding import fold

_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")

_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "aout", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
"""In the spelling of 1990: the û of "août" is not in the alphabet of SMS and would halve it."""

_NUMBER_OF = {fold(name): number for number, name in enumerate(_MONTHS, start=1)}

_YEAR_SAID_AFTER_DAYS = 300
"""Nearer than this, day and month alone name the day without doubt."""


def weekday_name(weekday: int) -> str:
    """The name of a weekday, 0 for Monday: "lundi"."""
    return _WEEKDAYS[weekday]


def month_named(word: str) -> int | None:
    """The month, 1 to 12, whose name this is, with or without its accents; None when it names none."""
    return _NUMBER_OF.get(fold(word))


def spoken_day(day: date, today: date | None = None) -> str:
    """One day: "jeudi 12 mars", "vendredi 1er mai"; with its year when it is far from `today`."""
    return f"{_named(day)} {_MONTHS[day.month - 1]}{_year(day, today)}"


def spoken_span(first: date, last: date, today: date | None = None) -> str:
    """Days in a row: "du jeudi 12 au samedi 14 mars", "du lundi 30 mars au jeudi 2 avril"; one day alone."""
    if first == last:
        return spoken_day(first, today)
    same_month = (first.year, first.month) == (last.year, last.month)
    start = _named(first) if same_month else f"{_named(first)} {_MONTHS[first.month - 1]}"
    if first.year != last.year:
        start += f" {first.year}"
    return f"du {start} au {spoken_day(last, today if first.year == last.year else date.min)}"


def spoken_days(days: Iterable[date], today: date | None = None) -> str:
    """Single days in order, each month said once: "jeudi 12, vendredi 13 mars et mercredi 1er avril"."""
    spoken: list[str] = []
    for _, month in groupby(sorted(set(days)), key=lambda day: (day.year, day.month)):
        *before, last = month
        spoken += [*map(_named, before), spoken_day(last, today)]
    *first, end = spoken or [""]
    return f"{', '.join(first)} et {end}" if first else end


def spoken_hour(hour: time) -> str:
    """An hour: "17h30", "18h", "8h05"."""
    return f"{hour.hour}h{hour.minute:02d}" if hour.minute else f"{hour.hour}h"


def _named(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]} {'1er' if day.day == 1 else day.day}"


def _year(day: date, today: date | None) -> str:
    far = today is not None and abs((day - today).days) > _YEAR_SAID_AFTER_DAYS
    return f" {day.year}" if far else ""
