"""Days and moments in the few words that lists have room for."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from smsdesk.ui.formats import clock

translate = QCoreApplication.translate


def _days_ago(day: date, today: date | None) -> int:
    return ((today or datetime.now().astimezone().date()) - day).days


def short_moment(value: datetime, today: date | None = None) -> str:
    """A moment for a list: "14:05" today, "yesterday", "Mon", "Mon 3 Nov", or "3 Nov 2024"."""
    day = value.astimezone().date()
    ago = _days_ago(day, today)
    if ago == 0:
        return clock(value)
    if ago == 1:
        return translate("dates", "yesterday")
    same_year = day.year == (today or datetime.now().astimezone().date()).year
    return _written(day, "ddd d MMM" if same_year else "d MMM yyyy")


def long_day(day: date, today: date | None = None) -> str:
    """A day as a heading: "Today", "Yesterday", "Monday 3 November", with the year when it is another."""
    ago = _days_ago(day, today)
    if ago == 0:
        return translate("dates", "Today")
    if ago == 1:
        return translate("dates", "Yesterday")
    same_year = day.year == (today or datetime.now().astimezone().date()).year
    written = _written(day, "dddd d MMMM" if same_year else "dddd d MMMM yyyy")
    return written[:1].upper() + written[1:]


def _written(day: date, pattern: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
