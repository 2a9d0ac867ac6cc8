"""The weekly hours of a group in a form: day, start, end, room, and the period in which they hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from smsdesk.domain.people import WeeklySlot
from smsdesk.domain.sentences import Sentence, say
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.people_words import weekday
from smsdesk.ui.tips import plain_tip
from smsdesk.ui.widgets.buttons import Button, IconButton, Look
from smsdesk.ui.widgets.fields import Picker
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.surfaces import Card
from smsdesk.ui.widgets.text import Label

_DAYS = 7
_DATE = "dd/MM/yyyy"
_HOUR = re.compile(r"(\d{1,2})\s*(?:[:h.]\s*(\d{2})?)?", re.ASCII)
"""17:30, 17h30, 17h and 17 are all written."""
_HOURS, _MINUTES = 24, 60
_HOUR_WIDTH = tokens.SPACE_XXL + tokens.SPACE_L
"""Room for 17:30; the room of the course has the rest of the line."""


class SlotLine(Card):
    """One weekly hour."""

    removed = Signal()

    def __init__(self, slot: WeeklySlot | None, number: int) -> None:
        super().__init__(space=tokens.SPACE_XS, margin=tokens.SPACE_S)
        self.setProperty("look", "well")
        self.day = Picker(self.tr("Day"))
        for at in range(_DAYS):
            self.day.addItem(weekday(at), at)
        self.day.setCurrentIndex(slot.weekday if slot else 0)
        self.start = _field(self.tr("From, for example 17:00"), f"slot_start_{number}", "17:00")
        self.start.setText(_hour_written(slot.start if slot else None))
        self.end = _field(self.tr("To, for example 18:00"), f"slot_end_{number}", "18:00")
        self.end.setText(_hour_written(slot.end if slot else None))
        self.room = _field(self.tr("Room"), f"slot_room_{number}", self.tr("Room"))
        self.room.setText(slot.room if slot else "")
        self.room.setCursorPosition(0)
        self.valid_from = _field(
            self.tr("First day, for example 01/09/2026"), f"slot_from_{number}", self.tr("from")
        )
        self.valid_from.setText(_written(slot.valid_from if slot else None))
        self.valid_until = _field(
            self.tr("Last day, for example 30/06/2027"), f"slot_until_{number}", self.tr("until")
        )
        self.valid_until.setText(_written(slot.valid_until if slot else None))
        remove = IconButton(Icon.CLOSE, self.tr("Remove this hour"))
        remove.clicked.connect(self.removed)
        self.told = Label("", Type.CAPTION, wrap=True)
        self.told.set_tone(Tone.FAILED)
        head = row(space=tokens.SPACE_XS)
        head.addWidget(self.day, 1)
        head.addWidget(remove)
        self.body.addLayout(head)
        for field in (self.start, self.end):
            field.setFixedWidth(_HOUR_WIDTH)
        hours = row(self.start, self.end, space=tokens.SPACE_XS)
        hours.addWidget(self.room, 1)
        self.body.addLayout(hours)
        self.body.addLayout(row(self.valid_from, self.valid_until, space=tokens.SPACE_XS))
        self.body.addWidget(self.told)
        self.told.hide()

    @property
    def typed(self) -> tuple[str, ...]:
        """Everything that stands in the fields."""
        fields = (self.start, self.end, self.room, self.valid_from, self.valid_until)
        return (self.day.currentText(), *(field.text() for field in fields))

    def slot(self) -> WeeklySlot | Sentence:
        """The hour as typed, or why it cannot be understood, said below it."""
        read = self._read()
        self.told.setText(translate(read) if isinstance(read, Sentence) else "")
        self.told.setVisible(isinstance(read, Sentence))
        return read

    def _read(self) -> WeeklySlot | Sentence:
        start, end = _hour(self.start.text()), _hour(self.end.text())
        first, last = _day(self.valid_from.text()), _day(self.valid_until.text())
        for each in (start, end, first, last):
            if isinstance(each, Sentence):
                return each
        if not isinstance(start, time):
            return say("Write when the hour begins, for example 17:30.")
        return WeeklySlot(
            weekday=int(self.day.currentData()),
            start=start,
            end=end if isinstance(end, time) else None,
            room=self.room.text().strip(),
            valid_from=first if isinstance(first, date) else None,
            valid_until=last if isinstance(last, date) else None,
        )


class SlotLines(QWidget):
    """All weekly hours of a group."""

    def __init__(self, slots: Sequence[WeeklySlot]) -> None:
        super().__init__()
        self.lines: list[SlotLine] = []
        self._made = 0
        self._column = column(space=tokens.SPACE_S)
        self.more = Button(self.tr("Add an hour"), Icon.ADD, Look.LINK)
        self.more.setObjectName("group_slot_add")
        self.more.clicked.connect(self._begin)
        self.setLayout(column(self._column, row(self.more, None), space=tokens.SPACE_XS))
        for slot in slots:
            self._add(slot)

    def _begin(self) -> None:
        self._add(None).day.setFocus()

    def _add(self, slot: WeeklySlot | None) -> SlotLine:
        self._made += 1
        line = SlotLine(slot, self._made)
        line.removed.connect(lambda: self._remove(line))
        self.lines.append(line)
        self._column.addWidget(line)
        return line

    def _remove(self, line: SlotLine) -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.more.setFocus()

    def slots(self) -> tuple[WeeklySlot, ...] | Sentence:
        """All hours, or what the first one lacks that cannot be understood."""
        found: list[WeeklySlot] = []
        for line in self.lines:
            read = line.slot()
            if isinstance(read, Sentence):
                line.start.setFocus()
                return read
            found.append(read)
        return tuple(found)


def _field(name: str, object_name: str, example: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(object_name)
    field.setPlaceholderText(example)
    field.setAccessibleName(name)
    field.setToolTip(plain_tip(name))
    return field


def _hour_written(hour: time | None) -> str:
    return hour.strftime("%H:%M") if hour else ""


def _hour(text: str) -> time | Sentence | None:
    text = text.strip().lower()
    if not text:
        return None
    found = _HOUR.fullmatch(text)
    if found is not None and int(found[1]) < _HOURS and int(found[2] or 0) < _MINUTES:
        return time(int(found[1]), int(found[2] or 0))
    return say("“{time}” is no time of day; write it as 17:30.", time=text)


def _written(day: date | None) -> str:
    return day.strftime("%d/%m/%Y") if day else ""


def _day(text: str) -> date | Sentence | None:
    text = text.strip()
    if not text:
        return None
    read = QDate.fromString(text, _DATE)
    if not read.isValid():
        return say("“{date}” is no date; write it as day/month/year, for example 14/07/2012.", date=text)
    return date(read.year(), read.month(), read.day())
