"""Days and hours as one types them, in the French of an SMS: "12/3" is "jeudi 12 mars", "17:30" "17h30"."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

from smsdesk.domain.folding import fold
from smsdesk.domain.french_dates import month_named, spoken_day, spoken_hour, weekday_name

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2}|\d{4}))?|(\d{4})-(\d{2})-(\d{2})")
_IN_WORDS = re.compile(r"(?:([^\W\d]+)\s+)?(\d{1,2})(?:er)?\s+([^\W\d]+)\.?(?:\s+(\d{4}))?", re.IGNORECASE)
"""With or without its weekday, its year and the accents: "jeudi 12 mars", "1er août 2027"."""
_HOUR = re.compile(r"([01]?\d|2[0-3])\s*(?:h|:|\.)\s*([0-5]\d)?", re.IGNORECASE)
_OFFERED_DAYS = 21

DAY_FIELDS = frozenset({fold("date"), fold("rattrapage")})
HOUR_FIELDS = frozenset({fold("heure")})
"""The fields whose values are days and hours."""


def spoken(field: str, typed: str, today: date) -> str:
    """What an SMS says for what was typed into this field; anything that is no day or hour stays as it is."""
    key, text = fold(field), typed.strip()
    if key in DAY_FIELDS:
        day = _day(text, today)
        return spoken_day(day, today) if day is not None else text
    if key in HOUR_FIELDS:
        hour = _HOUR.fullmatch(text)
        return spoken_hour(time(int(hour[1]), int(hour[2] or 0))) if hour else text
    return text


def _day(text: str, today: date) -> date | None:
    """A day in numbers or words; without its year, the next one of that name."""
    if words := _IN_WORDS.fullmatch(text):
        month = month_named(words[3])
        day = _dated(int(words[2]), month, int(words[4]) if words[4] else None, today) if month else None
        wrong = day is not None and words[1] and fold(words[1]) != weekday_name(day.weekday())
        return None if wrong else day
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    if found[4]:
        return _dated(int(found[6]), int(found[5]), int(found[4]), today)
    year = int(found[3]) + (2000 if len(found[3]) == 2 else 0) if found[3] else None
    return _dated(int(found[1]), int(found[2]), year, today)


def _dated(day: int, month: int, year: int | None, today: date) -> date | None:
    try:
        written = date(year or today.year, month, day)
        return written if year or written >= today else date(today.year + 1, month, day)
    except ValueError:
        return None


def offered(field: str, today: date) -> tuple[str, ...]:
    """What is proposed for a field: the days of the next weeks, or the hours of a day."""
    if fold(field) in DAY_FIELDS:
        return tuple(spoken_day(today + timedelta(days=ahead), today) for ahead in range(_OFFERED_DAYS))
    if fold(field) in HOUR_FIELDS:
        return tuple(spoken_hour(time(hour, minute)) for hour in range(8, 22) for minute in (0, 30))
    return ()
