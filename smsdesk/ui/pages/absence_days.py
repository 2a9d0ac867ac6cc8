"""The absence, second question: when? Today, tomorrow, the next days with courses, or a span."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from smsdesk.ui.design import tokens
from smsdesk.ui.widgets.buttons import PressButton
from smsdesk.ui.widgets.fields import DayField, Labelled
from smsdesk.ui.widgets.flow import FlowLayout
from smsdesk.ui.widgets.layout import clear, column, row

translate = QCoreApplication.translate

_OFFERED = 4
"""Days with courses offered beside today and tomorrow; others are written."""


class DayChoices(QWidget):
    """`changed` says that `first` or `last` is another day."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._days = FlowLayout(tokens.SPACE_XS)
        self._offered: list[date] = []
        self.first_field = DayField(self.tr("First day"))
        self.first_field.setObjectName("absence_first")
        self.last_field = DayField(self.tr("Last day"))
        self.last_field.setObjectName("absence_last")
        self.first_field.dateChanged.connect(self._on_first)
        self.last_field.dateChanged.connect(lambda _day: self.changed.emit())
        self._span = QWidget()
        span = row(space=tokens.SPACE_S)
        span.addWidget(Labelled(self.tr("From"), self.first_field), 1)
        span.addWidget(Labelled(self.tr("Until, included"), self.last_field), 1)
        self._span.setLayout(span)
        self.setLayout(column(self._days, self._span, space=tokens.SPACE_S))
        self._span.hide()

    @property
    def first(self) -> date:
        """The first day of the absence."""
        return self.first_field.day

    @property
    def last(self) -> date:
        """The last one, the same for one day alone."""
        return self.last_field.day

    def show_days(self, today: date, with_courses: Sequence[date], chosen: date, last: date) -> None:
        """Offer today, tomorrow and the next days with courses, and choose one, or from one to the `last`."""
        tomorrow = today + timedelta(days=1)
        later = [day for day in with_courses if day not in {today, tomorrow}]
        self._offered = sorted({today, tomorrow, *later[:_OFFERED], chosen})
        clear(self._days)
        for day in self._offered:
            button = self._button(_words(day, today))
            button.setObjectName(f"absence_day_{day.isoformat()}")
            button.clicked.connect(lambda _checked=False, day=day: self._choose(day))
            button.setChecked(day == chosen == last)
        other = self._button(self.tr("Several days…"))
        other.setObjectName("absence_span")
        other.clicked.connect(self._open_span)
        other.setChecked(chosen != last)
        floor = QDate(today.year, today.month, today.day)
        with QSignalBlocker(self.first_field), QSignalBlocker(self.last_field):
            for field, day in ((self.first_field, chosen), (self.last_field, last)):
                field.setMinimumDate(floor)
                field.show_day(day)
        self._span.setVisible(chosen != last)

    def _button(self, text: str) -> PressButton:
        button = PressButton(text)
        button.setProperty("look", "segment")
        button.setCheckable(True)
        self._group.addButton(button)
        self._days.addWidget(button)
        button.show()
        return button

    def _choose(self, day: date) -> None:
        with QSignalBlocker(self.first_field), QSignalBlocker(self.last_field):
            self.first_field.show_day(day)
            self.last_field.show_day(day)
        self._span.hide()
        self.changed.emit()

    def _open_span(self) -> None:
        self._span.show()
        self.first_field.setFocus()

    def _on_first(self) -> None:
        if self.last < self.first:
            with QSignalBlocker(self.last_field):
                self.last_field.show_day(self.first)
        self.changed.emit()


def _words(day: date, today: date) -> str:
    if day == today:
        return translate("absence", "Today")
    if day == today + timedelta(days=1):
        return translate("absence", "Tomorrow")
    return QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMM")
