"""When to send: now, later, again and again, or before an event; with the next days and advice in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from smsdesk.domain.clock import Clock, system_clock
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.schedule import OnMissed, Timing, default_on_missed
from smsdesk.domain.wall_time import wall_of
from smsdesk.services.schedule_outlook import WhenOutlook
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.pages.notify_when_event import EventForm
from smsdesk.ui.pages.notify_when_later import LaterForm
from smsdesk.ui.pages.notify_when_rule import RuleForm
from smsdesk.ui.widgets.fields import Labelled, Picker
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.widgets.surfaces import Banner
from smsdesk.ui.widgets.text import Label

SOON = timedelta(minutes=5)
"""What a new form proposes lies in the future by more than one needs to read it."""


@dataclass(frozen=True)
class WhenChoice:
    """What was chosen: `timing` None is now, and what to do when its hour is missed (None: as usual)."""

    timing: Timing | None = None
    on_missed: OnMissed | None = None


_COLUMNS = 2


class _Ways(QWidget):
    """The ways in two columns, where one sees which word belongs to which, or in one where these are long."""

    def __init__(self, ways: Sequence[QRadioButton]) -> None:
        super().__init__()
        self._ways = ways
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(tokens.SPACE_M)
        self._grid.setVerticalSpacing(0)
        self._place(_COLUMNS)
        self.setLayout(self._grid)

    def _place(self, columns: int) -> None:
        for at, way in enumerate(self._ways):
            self._grid.addWidget(way, at // columns, at % columns)
        for at in range(_COLUMNS):
            self._grid.setColumnStretch(at, int(at == columns - 1))
        self._columns = columns

    def minimumSizeHint(self) -> QSize:
        longest = max(way.sizeHint().width() for way in self._ways)
        return QSize(longest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widths = [way.sizeHint().width() for way in self._ways]
        wanted = tokens.SPACE_M + sum(max(widths[at::_COLUMNS]) for at in range(_COLUMNS))
        columns = _COLUMNS if self.width() >= wanted else 1
        if columns != self._columns:
            self._place(columns)


class WhenPanel(QWidget):
    """Chooses when; `changed` tells that `choice` is another one. Times are those of the wall here."""

    changed = Signal()

    def __init__(self, clock: Clock = system_clock) -> None:
        super().__init__()
        self._clock = clock
        self._own_word = False
        self._ways = QButtonGroup(self)
        self._now = self._way(self.tr("Now"), "notify_now")
        self._later = self._way(self.tr("Later"), "notify_later")
        self._repeated = self._way(self.tr("Again and again"), "notify_repeat")
        self._event = self._way(self.tr("Before an event"), "notify_event")
        self._now.setChecked(True)
        self.later, self.rule, self.event_form = LaterForm(), RuleForm(), EventForm()
        self._forms = {self._later: self.later, self._repeated: self.rule, self._event: self.event_form}
        self._missed = Picker(self.tr("If the computer is off at that hour"))
        self._missed.setObjectName("notify_missed")
        for words, value in (
            (self.tr("Ask me"), OnMissed.ASK),
            (self.tr("Send it when it is on again, within a day"), OnMissed.SEND),
            (self.tr("Skip it"), OnMissed.SKIP),
        ):
            self._missed.addItem(words, value)
        self._if_missed = Labelled(self.tr("If the computer is off at that hour"), self._missed)
        self.next_days = Label("", Type.CAPTION, muted=True, wrap=True)
        self.next_days.setObjectName("notify_next_days")
        self.warning = Banner("", Tone.UNCERTAIN)
        self.warning.setObjectName("notify_when_warning")
        self.setLayout(self._arranged())
        self._listen()
        self._show_form()

    def _way(self, words: str, name: str) -> QRadioButton:
        button = QRadioButton(words)
        button.setObjectName(name)
        self._ways.addButton(button)
        return button

    def _arranged(self) -> QVBoxLayout:
        ways = _Ways((self._now, self._later, self._repeated, self._event))
        forms = (self.later, self.rule, self.event_form)
        return column(ways, *forms, self.next_days, self.warning, self._if_missed, space=tokens.SPACE_S)

    def _listen(self) -> None:
        self._ways.buttonToggled.connect(self._on_way)
        for form in (self.later, self.rule, self.event_form):
            form.changed.connect(self.changed)
        self._missed.activated.connect(self._on_missed)

    def _on_missed(self) -> None:
        self._own_word = True
        self.changed.emit()

    def show_purpose(self, purpose: Purpose) -> None:
        """What is usual for this purpose when its hour is missed, unless the person has chosen."""
        if not self._own_word:
            self._missed.setCurrentIndex(self._missed.findData(default_on_missed(purpose)))

    def _on_way(self, _button: object, checked: bool) -> None:
        if checked:
            self._show_form()
            self.changed.emit()

    def _show_form(self) -> None:
        chosen = self._ways.checkedButton()
        for way, form in self._forms.items():
            form.setVisible(way is chosen)
        form = self._forms.get(chosen)  # type: ignore[call-overload]  # one of the four
        if form is not None:
            form.propose(wall_of(self._clock()) + SOON)
        self._if_missed.setVisible(form is not None)
        self.next_days.clear()
        self.next_days.hide()
        self.warning.say("", Tone.UNCERTAIN)

    @property
    def choice(self) -> WhenChoice:
        """What is chosen now."""
        form = self._forms.get(self._ways.checkedButton())  # type: ignore[call-overload]  # one of the four
        if form is None:
            return WhenChoice()
        return WhenChoice(form.timing, OnMissed(self._missed.currentData()))

    def begin(self) -> None:
        """Begin a new send: now."""
        self._own_word = False
        self._now.setEnabled(True)
        self.rule.forget()
        self.show_purpose(Purpose.INFORMATION)
        self._now.setChecked(True)

    def send_at(self, wall: datetime) -> None:
        """Choose one later moment, as the wall shows it: a draft, a day of the calendar."""
        self._later.setChecked(True)
        self.later.choose(wall)

    def change(self, choice: WhenChoice) -> None:
        """Show what is planned, to be planned otherwise; sending it now would make two of it."""
        timing = choice.timing
        if timing is None:
            return
        self._now.setEnabled(False)
        if timing.event is not None:
            self._event.setChecked(True)
            self.event_form.show_timing(timing)
        elif timing.rule:
            self._repeated.setChecked(True)
            self.rule.show_timing(timing)
        elif timing.first is not None:
            self.send_at(timing.first)
        if choice.on_missed is not None:
            self._missed.setCurrentIndex(self._missed.findData(choice.on_missed))
            self._own_word = True
        self.changed.emit()

    def show_outlook(self, outlook: WhenOutlook) -> None:
        """Show what the choice comes to."""
        told = outlook.problem is None and len(outlook.times) > 0 and not self._later.isChecked()
        self.next_days.setText(self._days(outlook.times) if told else "")
        self.next_days.setVisible(told)
        words = [outlook.problem] if outlook.problem is not None else list(outlook.warnings)
        self.warning.say("\n".join(map(translate, words)), Tone.UNCERTAIN)

    def _days(self, times: tuple[datetime, ...]) -> str:
        days = [
            self.tr("{day} at {time}").format(day=formats.day(at.astimezone().date()), time=formats.clock(at))
            for at in times
        ]
        return "\n".join((self.tr("Next:"), *days))
