"""Days and hours as one types them, in the French of an SMS: "12/3" is "jeudi 12 mars", "17:30" "17h30"."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

from smsdesk.domain.folding import fold
from smsdesk.domain.french_dates import spoken_day, spoken_hour

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2}|\d{4}))?|(\d{4})-(\d{2})-(\d{2})")
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
    """A day in numbers; without its year, the next one of that name."""
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    if found[4]:
        year, month, day = int(found[4]), int(found[5]), int(found[6])
    else:
        day, month = int(found[1]), int(found[2])
        year = int(found[3]) + (2000 if len(found[3]) == 2 else 0) if found[3] else today.year
    try:
        written = date(year, month, day)
        if not found[3] and not found[4] and written < today:
            written = date(year + 1, month, day)
    except ValueError:
        return None
    return written


def offered(field: str, today: date) -> tuple[str, ...]:
    """What is proposed for a field: the days of the next weeks, or the hours of a day."""
    if fold(field) in DAY_FIELDS:
        return tuple(spoken_day(today + timedelta(days=ahead), today) for ahead in range(_OFFERED_DAYS))
    if fold(field) in HOUR_FIELDS:
        return tuple(spoken_hour(time(hour, minute)) for hour in range(8, 22) for minute in (0, 30))
    return ()
