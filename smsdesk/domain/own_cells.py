"""How single cells of an exported list are written and read back: several values, weekly hours, phones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, time

from smsdesk.domain.dates import read_date
from smsdesk.domain.own_columns import FRENCH
from smsdesk.domain.people import Hour, WeeklySlot
from smsdesk.domain.weekly import day_of, slot_of

_BETWEEN = " ; "
_OF = " : "
_SINGLE = re.compile(r"(?<!;);(?!;)|[\r\n]+")
"""What parts two values: one semicolon. Two stand for one within a value; a person may type line ends."""
_FRENCH_NUMBER = re.compile(r"\+33[1-9]\d{8}")
_DAYS = (
    ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
)
_FROM, _UNTIL = ("du", "from"), ("au", "until")
_ROOM = " · "
_SLOT = re.compile(
    r"(?P<day>\w+) (?P<start>\d\d:\d\d)(?:-(?P<end>\d\d:\d\d))?"
    r"(?:,? (?:du|from) (?P<since>[^\s,]+))?(?:,? (?:au|until) (?P<until>[^\s,]+))?"
)


def joined(values: Iterable[str]) -> str:
    """Several values in one cell: "Piano ; Solfège"."""
    return _BETWEEN.join(" ".join(value.split()).replace(";", ";;") for value in values)


def parted(cell: str) -> list[str]:
    """The values that `joined` put together, empty ones left out."""
    return [value.replace(";;", ";") for part in _SINGLE.split(cell) if (value := part.strip())]


def said_of(name: str, value: str) -> str:
    """A value of one of several things: "Piano : Roux, Claire"."""
    return f"{name}{_OF}{value}"


def told_of(text: str, names: Sequence[str]) -> tuple[str, str]:
    """(name, value) of what `said_of` made: the longest of the known names, else what stands before it."""
    for name in sorted(names, key=len, reverse=True):
        if text.startswith(f"{name}{_OF}"):
            return name, text[len(name) + len(_OF) :].strip()
    name, _, value = text.partition(_OF)
    return name.strip(), value.strip()


def person_text(first: str, last: str) -> str:
    """A name whose halves can be told apart: "Roux, Claire"."""
    return f"{_comma(last)}, {_comma(first)}" if first else _comma(last)


def read_person(text: str) -> tuple[str, str]:
    """(first name, last name) of what `person_text` made."""
    last, _, first = text.partition(", ")
    return first.replace(",,", ",").strip(), last.replace(",,", ",").strip()


def _comma(name: str) -> str:
    return name.replace(",", ",,")


def phone_text(e164: str) -> str:
    """A phone as no spreadsheet program takes it for a number or a formula, and every one shows it.

    "06 12 34 56 78", or "00 32 47 01 23 45 6": pairs of digits are no thousands in any country.
    """
    digits = f"0{e164[3:]}" if _FRENCH_NUMBER.fullmatch(e164) else f"00{e164.removeprefix('+')}"
    return " ".join(digits[at : at + 2] for at in range(0, len(digits), 2))


def date_text(day: date, language: str) -> str:
    """A date as the language's spreadsheet programs understand it."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}" if language == FRENCH else day.isoformat()


def read_day(text: str) -> date | None:
    """The date of `date_text`, of any year, or as any list writes one."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return read_date(text)


def slot_text(slot: WeeklySlot, language: str) -> str:
    """A weekly hour: "mercredi 14:00-14:45, du 01/09/2026 au 30/06/2027 · Salle 3"."""
    english = language != FRENCH
    text = f"{_DAYS[english][slot.weekday]} {slot.start:%H:%M}"
    text += f"-{slot.end:%H:%M}" if slot.end else ""
    text += f", {_FROM[english]} {date_text(slot.valid_from, language)}" if slot.valid_from else ""
    text += f", {_UNTIL[english]} {date_text(slot.valid_until, language)}" if slot.valid_until else ""
    return text + (f"{_ROOM}{slot.room}" if slot.room else "")


def hour_text(hour: Hour, language: str) -> str:
    """An hour at which somebody comes: "mercredi 14:00"."""
    return slot_text(WeeklySlot(*hour), language)


def read_slot(text: str) -> WeeklySlot | None:
    """The weekly hour of `slot_text`, or as any list writes one; None when it is none."""
    hours, _, room = text.partition(_ROOM)
    match = _SLOT.fullmatch(hours.strip())
    weekday = day_of(match["day"]) if match else None
    if match is None or weekday is None:
        return slot_of(text)
    try:
        start = time.fromisoformat(match["start"])
        end = time.fromisoformat(match["end"]) if match["end"] else None
    except ValueError:
        return None
    since, until = (read_day(match[name]) if match[name] else None for name in ("since", "until"))
    if (match["since"] and since is None) or (match["until"] and until is None):
        return None
    return WeeklySlot(weekday, start, end, " ".join(room.split()), since, until)
