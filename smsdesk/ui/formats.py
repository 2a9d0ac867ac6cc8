"""Numbers, moments and phones as one writes them in the window's language."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

translate = QCoreApplication.translate

_YEAR_SAID_AFTER_DAYS = 300
"""Nearer than this, the month alone names the day without doubt."""

_MINUTE = 60
_HOUR = 3600


def number(value: int) -> str:
    """A whole number with the language's grouping: 12 480."""
    return QLocale().toString(value)


def euros(cents: int) -> str:
    """An amount in euros: 2,60 €."""
    return f"{QLocale().toString(cents / 100, 'f', 2)}\u00a0€"


def size(octets: int) -> str:
    """How much room a file takes: "812 kB", "2,3 MB"."""
    return QLocale().formattedDataSize(octets, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def clock(value: datetime) -> str:
    """The time of day here: 10:42."""
    return value.astimezone().strftime("%H:%M")


def moment(value: datetime, now: datetime | None = None) -> str:
    """A moment as one says it: "10:42" today, "yesterday at 10:42", else "12 March at 10:42"."""
    local = value.astimezone()
    days = ((now or datetime.now().astimezone()).astimezone().date() - local.date()).days
    if days == 0:
        return clock(local)
    if days == 1:
        return translate("dates", "yesterday at {time}").format(time=clock(local))
    pattern = "d MMMM" if abs(days) < _YEAR_SAID_AFTER_DAYS else "d MMMM yyyy"
    day = QLocale().toString(QDate(local.year, local.month, local.day), pattern)
    return translate("dates", "{day} at {time}").format(day=day, time=clock(local))


def coming(value: datetime, now: datetime) -> str:
    """A moment ahead: "today at 18:00", "tomorrow at 08:00", else "Thursday 12 March at 08:00"."""
    local = value.astimezone()
    today = now.astimezone().date()
    days = (local.date() - today).days
    if days == 0:
        return translate("dates", "today at {time}").format(time=clock(local))
    if days == 1:
        return translate("dates", "tomorrow at {time}").format(time=clock(local))
    return translate("dates", "{day} at {time}").format(day=day(local.date(), today), time=clock(local))


def day(value: date, today: date | None = None) -> str:
    """A day as one says it: "Thursday 12 March", with its year when that is far."""
    far = abs((value - (today or datetime.now().astimezone().date())).days) >= _YEAR_SAID_AFTER_DAYS
    first = value.day == 1 and QLocale().language() == QLocale.Language.French
    number_of_day = "d'er'" if first else "d"
    pattern = f"dddd {number_of_day} MMMM yyyy" if far else f"dddd {number_of_day} MMMM"
    return QLocale().toString(QDate(value.year, value.month, value.day), pattern)


def duration(seconds: int) -> str:
    """About how long, in the unit one would say: "less than a minute", "3 min", "2 h"."""
    if seconds < _MINUTE:
        return translate("dates", "less than a minute")
    if seconds < 2 * _HOUR:
        return translate("dates", "{count} min").format(count=round(seconds / _MINUTE))
    return translate("dates", "{count} h").format(count=round(seconds / _HOUR))


def phone(e164: str) -> str:
    """A French number in pairs, 06 12 34 56 78; any other number as it is."""
    if e164.startswith("+33") and len(e164) == len("+33612345678"):
        national = "0" + e164[3:]
        return "\u00a0".join(national[at : at + 2] for at in range(0, len(national), 2))
    return e164
