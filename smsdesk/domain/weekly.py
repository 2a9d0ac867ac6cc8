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
_HOUR = re.compile(
    r"\b(\d{1,2})\s*(?:(?:heures?\b|[h:])\s*([0-5]\d)?\b(?::\d\d)?|\.([0-5]\d)\s*h\b|(?=[ap]\.?m\b))"
    r"\s*([ap]\.?m\b)?"
)
_NUMBER = re.compile(r"([7-9]|1\d|2[0-2])(?:[.,](00?|15|30?|45|5|25|75))?")
"""An hour of lessons written as a number: 14, 14.3 and 14.30, 14.5."""
_SHARE = re.compile(r"\s*0[.,]\d{2,}\s*")
"""A share of a day, as a text file keeps the number of a spreadsheet."""
_MINUTES = {"15": 15, "3": 30, "30": 30, "45": 45, "25": 15, "5": 30, "75": 45}
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
    if isinstance(cell, str) and _SHARE.fullmatch(cell):
        cell = float(cell.replace(",", "."))
    if isinstance(cell, float) and 0 < cell < 1:
        minutes = round(cell * 24 * 60)
        return [time(minutes // 60 % 24, minutes % 60)]
    if isinstance(cell, str):
        return [hour for match in _HOUR.finditer(fold(cell)) if (hour := _hour(match))]
    return []


def _hour(match: re.Match[str]) -> time | None:
    hour, minute, half = int(match[1]), int(match[2] or match[3] or 0), match[4]
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return time(hour, minute) if hour < 24 else None


def _lone_hours(cell: Cell) -> list[time]:
    """The hour that a number means where an hour is expected."""
    if isinstance(cell, bool) or not isinstance(cell, (str, int, float)):
        return []
    match = _NUMBER.fullmatch(str(cell).strip())
    return [time(int(match[1]), _MINUTES.get(match[2] or "", 0))] if match else []


def holds_several(cell: Cell) -> bool:
    """Whether a cell tells of several days: "lundi 17h et mercredi 14h"."""
    return _first_hour(cell) != cell


def _first_hour(cell: Cell) -> Cell:
    """What a cell says up to its second day."""
    if not isinstance(cell, str):
        return cell
    days = list(_DAY.finditer(folded := fold(cell)))
    second = next((match for match in days[1:] if _DAYS[match[1]] != _DAYS[days[0][1]]), None)
    return folded[: second.start()] if second else cell


def slot_of(day: Cell, start: Cell = "", end: Cell = "", room: str = "") -> WeeklySlot | None:
    """A weekly slot from one cell that holds everything, or from a day and hours apart; None without both."""
    day, start = _first_hour(day), _first_hour(start)
    weekday = day_of(day) if day_of(day) is not None else day_of(start)
    hours = hours_of(start) or _lone_hours(start) or hours_of(day)
    if weekday is None or not hours:
        return None
    ends = hours_of(end) or _lone_hours(end) or hours[1:]
    until = ends[0] if ends and ends[0] > hours[0] else None
    return WeeklySlot(weekday, hours[0], until, room or _room_in(day) or _room_in(start))


def with_hour_apart(text: str) -> tuple[str, WeeklySlot | None]:
    """ "Piano - mercredi 14h" parted: what stands before the day, and the hour; the text without one."""
    slot = slot_of(text)
    if slot is None:
        return text, None
    words = text.split()
    day = next((at for at, word in enumerate(words) if day_of(word) == slot.weekday), 0)
    return " ".join(words[:day]).rstrip(" -–—,:(/|") or text, slot


def _room_in(cell: Cell) -> str:
    match = _ROOM.search(cell) if isinstance(cell, str) else None
    return match[1].strip(" )") if match else ""
