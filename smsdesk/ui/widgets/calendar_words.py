"""Days, hours and blocks of a calendar in words, to read and to hear."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from smsdesk.ui import formats
from smsdesk.ui.widgets.calendar_blocks import Block, DayMark
from smsdesk.ui.widgets.states import entry_look

translate = QCoreApplication.translate


def written(day: date, pattern: str) -> str:
    """A day as Qt writes it by a pattern, in the window's language."""
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def spoken_block(block: Block) -> str:
    """A block as it is read aloud and shown as a tool tip: "17:30, Concert, planned, 12 phones"."""
    words = [block.hour, block.title, entry_look(block.state).text]
    if block.count is not None:
        words.append(phones(block.count))
    return ", ".join(words)


def phones(count: int) -> str:
    """How many phones get it."""
    return translate("calendar", "%n phones", "", count)


def mark_words(mark: DayMark) -> str:
    """A day off by its name; an estimate says so."""
    if mark.estimated:
        return translate("calendar", "{name} (estimated dates)").format(name=mark.name)
    return mark.name


def spoken_day(day: date, today: date, mark: DayMark | None, blocks: int) -> str:
    """A day without what stands in it: "Thursday 12 March, today, school holidays, 2 sends"."""
    words = [formats.day(day, today)]
    if day == today:
        words.append(translate("calendar", "today"))
    if mark is not None:
        words.append(mark_words(mark))
    words.append(
        translate("calendar", "%n sends", "", blocks) if blocks else translate("calendar", "nothing planned")
    )
    return ", ".join(words)


def carried_words(target: datetime, *, late: bool) -> str:
    """Where a block is about to be put down."""
    when = translate("calendar", "{day}, {hour}").format(
        day=written(target.date(), "ddd d MMM"), hour=f"{target:%H:%M}"
    )
    return translate("calendar", "{moment}: past").format(moment=when) if late else when


def offer_words(wall: datetime) -> str:
    """What a click into an empty place begins."""
    return translate("calendar", "+ Send at {hour}").format(hour=f"{wall:%H:%M}")


def more_words(count: int, *, alone: bool) -> str:
    """How many have no room; `alone`: none has."""
    if alone:
        return translate("calendar", "%n sends", "", count)
    return translate("calendar", "+ %n more", "", count)
