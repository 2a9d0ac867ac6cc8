"""A repetition put together in words: each week on these days, each month on the 15th or the first Monday."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from PySide6.QtCore import QLocale, QTime, Signal
from PySide6.QtWidgets import QWidget

from smsdesk.domain.clock import system_clock
from smsdesk.domain.recurrence import MOST_TIMES, Frequency, Rule, RuleDay, parse_rule
from smsdesk.domain.schedule import Timing
from smsdesk.domain.wall_time import wall_of
from smsdesk.ui.design import tokens
from smsdesk.ui.widgets.buttons import PressButton
from smsdesk.ui.widgets.fields import DayField, Picker
from smsdesk.ui.widgets.flow import flow
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.widgets.spins import CountField, HourField


class _Every(StrEnum):
    DAY = "day"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH_DAY = "month day"
    MONTH_WEEKDAY = "month weekday"
    AS_IT_IS = "as it is"


class _Ends(StrEnum):
    NEVER = "never"
    ON = "on"
    AFTER = "after"


DAYS_OF_MONTH = 31
_LONGEST_CHOICE = 24
"""Letters of "Each month, on a weekday", about."""

USUAL_END = timedelta(days=90)
"""A term of school is what one thinks of first."""


class RuleForm(QWidget):
    """Gives a timing that repeats."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._start = wall_of(system_clock())
        self._proposed = False
        self._kept: Rule | None = None
        self._exceptions: tuple[date, ...] = ()
        self.every = Picker(self.tr("How often"))
        self.every.setObjectName("notify_every")
        self.every.setMinimumContentsLength(_LONGEST_CHOICE)
        for words, value in (
            (self.tr("Each week"), _Every.WEEK),
            (self.tr("Every two weeks"), _Every.FORTNIGHT),
            (self.tr("Each month, on a date"), _Every.MONTH_DAY),
            (self.tr("Each month, on a weekday"), _Every.MONTH_WEEKDAY),
            (self.tr("Each day"), _Every.DAY),
        ):
            self.every.addItem(words, value)
        self.days = WeekdayButtons()
        self.day_of_month = CountField(self.tr("Day of the month"), DAYS_OF_MONTH)
        self.day_of_month.setPrefix(self.tr("on the ", "a day of the month"))
        self.nth = Picker(self.tr("Which one of the month"))
        self.nth.setObjectName("notify_nth")
        for words, number in (
            (self.tr("the first"), 1), (self.tr("the second"), 2), (self.tr("the third"), 3),
            (self.tr("the fourth"), 4), (self.tr("the last"), -1),
        ):  # fmt: skip
            self.nth.addItem(words, number)
        self.weekday = Picker(self.tr("Day of the week"))
        for number in range(7):
            self.weekday.addItem(_weekday(number), number)
        self.hour = HourField(self.tr("Hour of sending"), self.tr("'at' HH:mm"))
        self.hour.setObjectName("notify_hour")
        self._make_end()
        self._arrange()
        self._listen()
        self._show_fitting()

    def _make_end(self) -> None:
        self.ends = Picker(self.tr("Until when"))
        self.ends.setObjectName("notify_ends")
        for words, value in (
            (self.tr("without an end"), _Ends.NEVER),
            (self.tr("until a day"), _Ends.ON),
            (self.tr("a number of times"), _Ends.AFTER),
        ):
            self.ends.addItem(words, value)
        self.last_day = DayField(self.tr("Last day"))
        self.times = CountField(self.tr("How many times"), MOST_TIMES)
        self.times.setValue(10)
        self.times.setSuffix(self.tr(" times", "after a number"))

    def _arrange(self) -> None:
        when, end = QWidget(), QWidget()
        when.setLayout(flow(self.every, self.day_of_month, self.nth, self.weekday, self.hour))
        end.setLayout(flow(self.ends, self.last_day, self.times))
        self.setLayout(column(when, self.days, end))

    def _listen(self) -> None:
        for picker in (self.every, self.nth, self.weekday, self.ends):
            picker.currentIndexChanged.connect(lambda _index: self._show_fitting())
        for number in (self.day_of_month, self.times):
            number.valueChanged.connect(lambda _value: self.changed.emit())
        self.hour.timeChanged.connect(lambda _time: self.changed.emit())
        self.last_day.dateChanged.connect(lambda _day: self.changed.emit())
        self.days.changed.connect(self.changed)

    def _show_fitting(self) -> None:
        """Only the fields that the choice needs."""
        every, ends = self.every.currentData(), self.ends.currentData()
        self.days.setVisible(every in {_Every.WEEK, _Every.FORTNIGHT})
        self.day_of_month.setVisible(every == _Every.MONTH_DAY)
        for picker in (self.nth, self.weekday):
            picker.setVisible(every == _Every.MONTH_WEEKDAY)
        self.last_day.setVisible(ends == _Ends.ON)
        self.times.setVisible(ends == _Ends.AFTER)
        self.changed.emit()

    def propose(self, now: datetime) -> None:
        """Begin with this weekday and the evening; what was chosen before stays."""
        self._start = now
        if self._proposed:
            return
        self._proposed = True
        self.days.choose((now.weekday(),))
        self.weekday.setCurrentIndex(now.weekday())
        self.day_of_month.setValue(now.day)
        self.last_day.show_day((now + USUAL_END).date())

    @property
    def rule(self) -> Rule:
        """The rule as it is put together."""
        every, ends = self.every.currentData(), self.ends.currentData()
        if every == _Every.AS_IT_IS and self._kept is not None:
            return self._kept
        weekly = every in {_Every.WEEK, _Every.FORTNIGHT}
        daily = Frequency.DAILY if every == _Every.DAY else Frequency.MONTHLY
        days: tuple[RuleDay, ...] = ()
        if weekly:
            days = tuple(map(RuleDay, self.days.chosen))
        elif every == _Every.MONTH_WEEKDAY:
            days = (RuleDay(self.weekday.currentData(), self.nth.currentData()),)
        return Rule(
            frequency=Frequency.WEEKLY if weekly else daily,
            interval=2 if every == _Every.FORTNIGHT else 1,
            count=self.times.value() if ends == _Ends.AFTER else None,
            until=self.last_day.day if ends == _Ends.ON else None,
            days=days,
            month_days=(self.day_of_month.value(),) if every == _Every.MONTH_DAY else (),
        )

    @property
    def timing(self) -> Timing:
        """What is chosen; it begins today, or tomorrow when the hour is past."""
        first = datetime.combine(self._start.date(), self.hour.chosen)
        if first < self._start:
            first += timedelta(days=1)
        return Timing(first, str(self.rule), self._exceptions)

    def show_timing(self, timing: Timing) -> None:
        """Show a timing that repeats; a rule that these fields cannot say stays as it is."""
        if timing.first is None:
            return
        rule = parse_rule(timing.rule)
        self.forget()
        self._exceptions = timing.exceptions
        self._start = datetime.combine(timing.first.date(), time())
        self.hour.setTime(QTime(timing.first.hour, timing.first.minute))
        self._show_rule(rule, timing.first)
        if replace(self.rule, days=tuple(sorted(self.rule.days))) != replace(
            rule, days=tuple(sorted(rule.days))
        ):
            self._kept = rule
            self.every.insertItem(0, self.tr("As it is planned"), _Every.AS_IT_IS)
            self.every.setCurrentIndex(0)

    def _show_rule(self, rule: Rule, first: datetime) -> None:
        """Bring the fields as near to a rule as they come."""
        self.days.choose(tuple(day.weekday for day in rule.days) or (first.weekday(),))
        self.day_of_month.setValue(rule.month_days[0] if rule.month_days else first.day)
        nth = rule.days[0].nth if rule.days else 0
        every = _Every.MONTH_WEEKDAY if nth else _Every.MONTH_DAY
        if rule.frequency is Frequency.WEEKLY:
            every = _Every.FORTNIGHT if rule.interval > 1 else _Every.WEEK
        elif rule.frequency is Frequency.DAILY:
            every = _Every.DAY
        self.every.setCurrentIndex(self.every.findData(every))
        if nth:
            self.nth.setCurrentIndex(max(0, self.nth.findData(nth)))
            self.weekday.setCurrentIndex(rule.days[0].weekday)
        ends = _Ends.AFTER if rule.count else _Ends.ON if rule.until else _Ends.NEVER
        self.ends.setCurrentIndex(self.ends.findData(ends))
        self.times.setValue(rule.count or self.times.value())
        self.last_day.show_day(rule.until or self.last_day.day)

    def forget(self) -> None:
        """Show nothing that was planned any more."""
        self._kept, self._exceptions = None, ()
        kept = self.every.findData(_Every.AS_IT_IS)
        if kept >= 0:
            self.every.removeItem(kept)


class WeekdayButtons(QWidget):
    """The seven days of the week, of which at least one is chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._buttons = [self._button(number) for number in range(7)]
        self.setLayout(flow(*self._buttons, space=tokens.SPACE_XS))
        self.choose((0,))

    def _button(self, number: int) -> PressButton:
        button = PressButton()
        button.setCheckable(True)
        button.setProperty("look", "segment")
        button.setText(QLocale().dayName(number + 1, QLocale.FormatType.ShortFormat))
        button.setAccessibleName(_weekday(number))
        button.setToolTip(_weekday(number))
        button.clicked.connect(lambda: self._on_click(button))
        return button

    def _on_click(self, button: PressButton) -> None:
        if not self.chosen:  # a week without a day sends nothing: the last one stays
            button.setChecked(True)
        self.changed.emit()

    @property
    def chosen(self) -> tuple[int, ...]:
        """The days, 0 for Monday."""
        return tuple(number for number, button in enumerate(self._buttons) if button.isChecked())

    def choose(self, days: tuple[int, ...]) -> None:
        """Mark these days."""
        for number, button in enumerate(self._buttons):
            button.setChecked(number in days)


def _weekday(number: int) -> str:
    return QLocale().dayName(number + 1)
