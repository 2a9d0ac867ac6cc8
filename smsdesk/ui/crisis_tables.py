"""What stands on the log sheet of an alert: its tables, in the window's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from smsdesk.domain.crisis_log import Entry, LogSheet
from smsdesk.domain.outgoing import PartState
from smsdesk.ui import formats
from smsdesk.ui.crisis_words import told_words
from smsdesk.ui.i18n import translate as say
from smsdesk.ui.widgets.states import state_look
from smsdesk.ui.widgets.states import summary as counted

translate = QCoreApplication.translate


@dataclass(frozen=True)
class SheetTable:
    """A table with its heading; `words` stand there when it has no rows."""

    heading: str
    heads: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    widths: tuple[float, ...]
    words: str = ""


def sheet_tables(sheet: LogSheet) -> tuple[SheetTable, ...]:
    """Whom to call, which can be taken apart, and who was told."""
    return _calls(sheet), _people(sheet)


def steps_table(sheet: LogSheet) -> SheetTable:
    """What was told, step by step."""
    rows = []
    for place, step in enumerate(sheet.crisis.steps):
        told = f"{full_moment(step.at)}\n{step.by}".strip()
        rows.append((told_words(step), told, step.text, counted(dict(sheet.counts(place)))))
    heads = (
        translate("crisis_sheet", "Message"),
        translate("crisis_sheet", "When, by whom"),
        translate("crisis_sheet", "Text, as the first person read it"),
        translate("crisis_sheet", "What became of it"),
    )
    return SheetTable(translate("crisis_sheet", "What was told"), heads, rows, (12, 16, 48, 24))


def _calls(sheet: LogSheet) -> SheetTable:
    """Whom to call, on lines with room to tick them off."""
    rows = [
        (
            ", ".join(row.people) or formats.phone(row.e164),
            _numbers((row.e164, *row.landlines)),
            _latest(row.entries),
            "",
        )
        for row in sheet.missed
        if row.e164  # else the person was erased
    ]
    rows += [
        (person.name, _numbers(person.landlines), say(person.reason), "")
        for person in sheet.unreachable
        if person.name
    ]
    heading = translate("crisis_sheet", "To be called: {count}").format(count=formats.number(len(rows)))
    heads = (
        translate("crisis_sheet", "Name"),
        translate("crisis_sheet", "Phones"),
        translate("crisis_sheet", "Why"),
        translate("crisis_sheet", "Called at, by"),
    )
    words = translate("crisis_sheet", "Nobody: every phone has the latest message.")
    return SheetTable(heading, heads, rows, (26, 26, 28, 20), words)


def _latest(entries: Sequence[Entry | None]) -> str:
    """What became of the latest message, with the reason."""
    entry = next((each for each in reversed(entries) if each is not None), None)
    if entry is None:
        return ""
    reason = f" · {say(entry.reason)}" if entry.reason is not None else ""
    return f"{state_look(entry.state).text}{reason}"


def _people(sheet: LogSheet) -> SheetTable:
    rows = [
        (", ".join(row.people), formats.phone(row.e164), *(_cell(entry) for entry in row.entries))
        for row in sheet.rows
    ]
    heads = (
        translate("crisis_sheet", "Name"),
        translate("crisis_sheet", "Phone"),
        *(told_words(step) for step in sheet.crisis.steps),
    )
    steps = max(1, len(sheet.crisis.steps))
    return SheetTable(translate("crisis_sheet", "Who was told"), heads, rows, (24, 14, *[62 / steps] * steps))


def _cell(entry: Entry | None) -> str:
    """ "Delivered 10:42:07": the state, and the moment at which it was so."""
    if entry is None:
        return "-"
    at = entry.delivered_at if entry.state is PartState.DELIVERED else entry.accepted_at
    queued = translate("crisis_sheet", "queued {moment}").format(moment=_clock(entry.queued_at))
    when = _clock(at) if at is not None else queued
    return f"{state_look(entry.state).text} · {when}"


def _clock(moment: datetime) -> str:
    return f"{moment.astimezone():%d/%m %H:%M:%S}"


def full_moment(moment: datetime) -> str:
    """Day and minute, in figures."""
    return f"{moment.astimezone():%d/%m/%Y %H:%M}"


def _numbers(numbers: Sequence[str]) -> str:
    return "\n".join(map(formats.phone, numbers)) or "-"
