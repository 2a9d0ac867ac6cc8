"""Reminders before an event: its day and hour, and so many days before at the hour chosen."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QDateTime, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from smsdesk.domain.schedule import MOST_DAYS_BEFORE, Reminder, Timing
from smsdesk.ui.widgets.fields import Labelled, MomentField
from smsdesk.ui.widgets.flow import flow
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.widgets.spins import CountField, HourField

USUAL = ((7, 18, True), (1, 18, True), (0, 8, False))
"""Days before, hour, chosen at first: a week and a day before, and the morning itself on request."""

EVENT_IN = timedelta(days=14)


class ReminderRow(QWidget):
    """One reminder, on or off."""

    changed = Signal()

    def __init__(self, days_before: int, hour: int, *, on: bool) -> None:
        super().__init__()
        self.on = QCheckBox()  # without words: three fields stand in a narrow column
        self.on.setAccessibleName(self.tr("Reminder"))
        self.on.setToolTip(self.tr("Reminder"))
        self.on.setChecked(on)
        name = self.tr("Days before the event")
        self.days = CountField(name, MOST_DAYS_BEFORE, 0, self.tr("the same day"))
        self.days.valueChanged.connect(self._on_days)
        self.days.setValue(days_before)
        self._on_days(days_before)
        self.hour = HourField(self.tr("Hour of the reminder"), self.tr("'at' HH:mm"), hour)
        self.setLayout(flow(self.on, self.days, self.hour))
        self.on.toggled.connect(self._on_toggle)
        self.hour.timeChanged.connect(lambda _time: self.changed.emit())
        self._on_toggle(on)

    def _on_days(self, days: int) -> None:
        self.days.setSuffix(" " + self.tr("day(s) before", "", days))
        self.changed.emit()

    def _on_toggle(self, on: bool) -> None:
        self.days.setEnabled(on)
        self.hour.setEnabled(on)
        self.changed.emit()

    def show_reminder(self, reminder: Reminder | None) -> None:
        """Show this one; None switches the row off."""
        self.on.setChecked(reminder is not None)
        if reminder is not None:
            self.days.setValue(reminder.days_before)
            self.hour.setTime(QTime(reminder.at.hour, reminder.at.minute))

    @property
    def reminder(self) -> Reminder:
        """What is chosen here."""
        return Reminder(self.days.value(), self.hour.chosen)


class EventForm(QWidget):
    """Gives the timing of an event with its reminders."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._proposed = False
        self.event_at = MomentField(self.tr("Day and time of the event"))
        self.event_at.setObjectName("notify_event_at")
        self.event_at.dateTimeChanged.connect(lambda _moment: self.changed.emit())
        hint = self.tr("Fills {date} and {heure} in the text.")
        self.rows = [ReminderRow(days, hour, on=on) for days, hour, on in USUAL]
        for row in self.rows:
            row.changed.connect(self.changed)
        self.setLayout(column(Labelled(self.tr("The event"), self.event_at, hint), *self.rows))

    def propose(self, now: datetime) -> None:
        """Begin with an evening in two weeks; what was chosen before stays."""
        if not self._proposed:
            self._proposed = True
            evening = (now + EVENT_IN).replace(hour=20, minute=0, second=0, microsecond=0)
            self.event_at.setDateTime(QDateTime(evening.date(), evening.time()))  # type: ignore[call-overload]

    def show_timing(self, timing: Timing) -> None:
        """Show an event with its reminders; there is a row for each."""
        if timing.event is None:
            return
        self._proposed = True
        self.event_at.setDateTime(QDateTime(timing.event.date(), timing.event.time()))  # type: ignore[call-overload]
        for _more in range(len(self.rows), len(timing.reminders)):
            self._add_row(ReminderRow(0, 8, on=False))
        for number, row in enumerate(self.rows):
            row.show_reminder(timing.reminders[number] if number < len(timing.reminders) else None)

    def _add_row(self, row: ReminderRow) -> None:
        row.changed.connect(self.changed)
        self.rows.append(row)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(row)

    @property
    def timing(self) -> Timing:
        """What is chosen."""
        wall = self.event_at.dateTime().toPython()
        assert isinstance(wall, datetime)
        chosen = dict.fromkeys(row.reminder for row in self.rows if row.on.isChecked())
        return Timing(event=wall.replace(second=0, microsecond=0, tzinfo=None), reminders=tuple(chosen))
