"""Weekly hours as lists write them: "mercredi 14h30", "Jeudi 17:00-17:45", a day and an hour apart."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

from smsdesk.domain.folding import fold
from smsdesk.domain.people import WeeklySlot
from smsdesk.domain.sheets import Cell

_DAYS = {
    "lundi": 0, "lun": 0, "lu": 0, "monday": 0, "mon": 0,
    "mardi": 1, "mar": 1, "ma": 1, "tuesday": 1, "tue": 1,
    "mercredi": 2, "mer": 2, "me": 2, "wednesday": 2, "wed": 2,
    "jeudi": 3, "jeu": 3, "je": 3, "thursday": 3, "thu": 3,
    "vendredi": 4, "ven": 4, "ve": 4, "friday": 4, "fri": 4,
    "samedi": 5, "sam": 5, "sa": 5, "saturday": 5, "sat": 5,
    "dimanche": 6, "dim": 6, "di": 6, "sunday": 6, "sun": 6,
}  # fmt: skip
_DAY = re.compile(r"\b(" + "|".join(sorted(_DAYS, key=len, reverse=True)) + r")s?\b\.?")
_HOUR = re.compile(r"\b([01]?\d|2[0-3])\s*(?:[h:]|heures?\b)\s*([0-5]\d)?\b")
_ROOM = re.compile(r"\bsalle\s+(\S.*)", re.IGNORECASE)


def day_of(cell: Cell) -> int | None:
    """The weekday named in a cell, 0 for Monday; None when there is none."""
    match = _DAY.search(fold(cell)) if isinstance(cell, str) else None
    return _DAYS[match[1]] if match else None


def hours_of(cell: Cell) -> list[time]:
    """The hours of a cell in order: a text with one or two, a time, a date with a time, a share of a day."""
    if isinstance(cell, datetime):
        return [cell.time()]
    if isinstance(cell, time):
        return [cell]
    if isinstance(cell, timedelta):
        cell = cell / timedelta(days=1)
    if isinstance(cell, float) and 0 < cell < 1:
        minutes = round(cell * 24 * 60)
        return [time(minutes // 60 % 24, minutes % 60)]
    if isinstance(cell, str):
        return [time(int(hour), int(minute or 0)) for hour, minute in _HOUR.findall(fold(cell))]
    return []


def slot_of(day: Cell, start: Cell = "", end: Cell = "", room: str = "") -> WeeklySlot | None:
    """A weekly slot from one cell that holds everything, or from a day and hours apart; None without both."""
    weekday = day_of(day) if day_of(day) is not None else day_of(start)
    hours = hours_of(start) or hours_of(day)
    if weekday is None or not hours:
        return None
    ends = hours_of(end) or hours[1:]
    until = ends[0] if ends and ends[0] > hours[0] else None
    return WeeklySlot(weekday, hours[0], until, room or _room_in(day) or _room_in(start))


def _room_in(cell: Cell) -> str:
    match = _ROOM.search(cell) if isinstance(cell, str) else None
    return match[1].strip(" )") if match else ""
