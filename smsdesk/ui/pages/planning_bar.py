"""Planning: the line above the calendar that leads through time, its legend, and what was missed."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smsdesk.domain.schedule import EntryState, ScheduledEntry
from smsdesk.services.schedule import Schedule
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.widgets.buttons import Button, IconButton, Segments
from smsdesk.ui.widgets.calendar_words import written
from smsdesk.ui.widgets.fields import DayField
from smsdesk.ui.widgets.flow import flow
from smsdesk.ui.widgets.layout import row
from smsdesk.ui.widgets.states import entry_look
from smsdesk.ui.widgets.surfaces import Banner, IconLabel
from smsdesk.ui.widgets.text import ElidedLabel, Label, announce


class Span(StrEnum):
    """How much time the calendar shows."""

    MONTH = "month"
    WEEK = "week"


class PlanningBar(QWidget):
    """Leads through time; `legend` is to stand below the calendar.

    `stepped` carries -1 or 1, `day_chosen` a date, `span_chosen` a Span.
    """

    stepped = Signal(int)
    day_chosen = Signal(object)
    span_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.today = Button(self.tr("Today"))
        self.today.setObjectName("planning_today")
        self.previous = self._arrow(Icon.BACK, "planning_previous", -1)
        self.next = self._arrow(Icon.NEXT, "planning_next", +1)
        self.period = ElidedLabel("", Type.SUBTITLE)
        self.period.setObjectName("planning_period")
        self.picker = DayField(self.tr("Go to the day"))
        self.picker.setObjectName("planning_date")
        self.picker.setToolTip(self.tr("Go to the day"))
        self.picker.dateChanged.connect(lambda _day: self.day_chosen.emit(self.picker.day))
        self.spans = Segments(
            ((Span.MONTH, self.tr("Month")), (Span.WEEK, self.tr("Week"))), self.tr("Month or week")
        )
        for span in Span:
            self.spans.button(span).setObjectName(f"planning_{span}_view")
        self.spans.chosen.connect(lambda key: self.span_chosen.emit(Span(key)))
        self.legend = Legend()
        line = row(self.today, self.previous, self.next, space=tokens.SPACE_S)
        line.addSpacing(tokens.SPACE_S)
        line.addWidget(self.period, 1)
        line.addWidget(self.picker)
        line.addWidget(self.spans)
        self.setLayout(line)
        self._name_arrows()

    def _arrow(self, icon: Icon, name: str, way: int) -> IconButton:
        button = IconButton(icon, "")
        button.setObjectName(name)
        button.clicked.connect(lambda: self.stepped.emit(way))
        return button

    @property
    def span(self) -> Span:
        """What is chosen."""
        return Span(self.spans.current)

    def show_day(self, day: date, shown: tuple[date, date]) -> None:
        """Say which month or week is shown."""
        words = written(day, "MMMM yyyy") if self.span is Span.MONTH else _week_words(*shown)
        words = words[:1].upper() + words[1:]
        if words != self.period.accessibleName():
            self.period.setText(words)
            announce(self.period, words)
        before = self.picker.blockSignals(True)
        self.picker.show_day(day)
        self.picker.blockSignals(before)
        self._name_arrows()

    def _name_arrows(self) -> None:
        month = self.span is Span.MONTH
        for button, name in (
            (self.previous, self.tr("Previous month") if month else self.tr("Previous week")),
            (self.next, self.tr("Next month") if month else self.tr("Next week")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)

    def show_empty(self, empty: bool) -> None:
        """Where nothing stands in the calendar, say what it is for and how it is filled."""
        self.legend.show_empty(empty)

    def show_carrying(self, carrying: bool) -> None:
        """While a send is carried by keys, say which keys there are."""
        self.legend.show_carrying(carrying)


def _week_words(first: date, last: date) -> str:
    """ "9 – 15 March 2026", with both months where they differ."""
    pattern = "d" if first.month == last.month else "d MMMM" if first.year == last.year else "d MMMM yyyy"
    return f"{written(first, pattern)} – {written(last, 'd MMMM yyyy')}"


class Legend(QWidget):
    """What the colours and icons mean, or a hint in their place."""

    def __init__(self) -> None:
        super().__init__()
        self._states = QWidget()
        self._states.setLayout(flow(*(_key(state) for state in EntryState), space=tokens.SPACE_M))
        self._hint = Label("", wrap=True, muted=True)
        self._hint.setObjectName("planning_hint")
        self._hint.hide()
        self._empty = self._carrying = False
        line = row(space=tokens.SPACE_M)
        line.addWidget(self._states, 1)
        line.addWidget(self._hint, 1)
        line.setContentsMargins(tokens.SPACE_S, tokens.SPACE_XS, tokens.SPACE_S, tokens.SPACE_XS)
        self.setLayout(line)

    def show_empty(self, empty: bool) -> None:
        """Teach what to do here while there is nothing."""
        if empty == self._empty and not self._carrying:
            return
        self._empty, self._carrying = empty, False
        self._say(
            self.tr("Nothing is planned here. Click on a day to plan a send; reminders and repeated sends"
                    " appear by themselves, and can be dragged to another day.")
            if empty
            else ""
        )  # fmt: skip

    def show_carrying(self, carrying: bool) -> None:
        """Say which keys move what is carried."""
        if carrying:
            self._carrying = True
            words = self.tr("Arrows choose another day, Enter puts it there, Escape leaves it where it was.")
            self._say(words)
            announce(self, words)
        else:
            self.show_empty(self._empty)

    def _say(self, words: str) -> None:
        self._hint.setText(words)
        self._hint.setVisible(bool(words))
        self._states.setVisible(not words)


def _key(state: EntryState) -> QWidget:
    look = entry_look(state)
    words = Label(look.text, Type.CAPTION)
    words.set_tone(look.tone)
    holder = QWidget()
    holder.setLayout(row(IconLabel(look.icon, look.tone, tokens.ICON_S), words, space=tokens.SPACE_XS))
    return holder


class MissedBanner(Banner):
    """How many sends were missed, with the way to decide; hidden while none was."""

    def __init__(self, tasks: Tasks, schedule: Schedule) -> None:
        decide = Button("")
        super().__init__("", Tone.UNCERTAIN, decide)
        self.decide = decide
        self.decide.setObjectName("planning_missed_decide")
        self.decide.setText(self.tr("Decide…"))
        self.setObjectName("planning_missed")
        self._tasks = tasks
        self._schedule = schedule

    def refresh(self) -> None:
        """Look again."""
        self._tasks.read(self, "missed", self._schedule.missed, self._show)

    def _show(self, missed: tuple[ScheduledEntry, ...]) -> None:
        words = self.tr("%n sends were missed: nothing could send them at their hour.", "", len(missed))
        self.say(words if missed else "", Tone.UNCERTAIN)
