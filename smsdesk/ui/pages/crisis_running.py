"""An alert that goes on: its steps with what became of them, and what one can tell next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smsdesk.domain.crisis import CrisisState, Step, StepState
from smsdesk.domain.outgoing import WAITING
from smsdesk.domain.untrusted import visible
from smsdesk.ui import formats
from smsdesk.ui.crisis_words import scenario_words, told_words
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.pages.page import scrolled
from smsdesk.ui.widgets.bars import OutcomeBar
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.flow import flow
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.surfaces import Banner, Card, EmptyState, IconLabel
from smsdesk.ui.widgets.text import ElidedLabel, Label, announce


class StepCard(Card):
    """One step that was told; `opened` carries its broadcast."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__(space=tokens.SPACE_S)
        self._broadcast: int | None = None
        self._icon = IconLabel(Icon.ALERT, Tone.FAILED)
        self._title = Label("", Type.SUBTITLE)
        self._when = Label("", Type.CAPTION, muted=True)
        self._people = Button(self.tr("Person by person"), None, Look.LINK)
        self._people.clicked.connect(self._open)
        self._text = Label("", wrap=True)
        self._stopped = Label("", Type.CAPTION, muted=True, wrap=True)
        self.bar = OutcomeBar(large=True)
        head = row(self._icon, self._title, self._when, None, self._people, space=tokens.SPACE_S)
        self.body.addLayout(head)
        for part in (self._text, self.bar, self._stopped):
            self.body.addWidget(part)

    def show_step(self, state: StepState) -> None:
        """Show how it stands."""
        step = state.step
        self._broadcast = step.broadcast_id
        icons = {Step.ALERT: (Icon.ALERT, Tone.FAILED), Step.UPDATE: (Icon.REFRESH, Tone.UNCERTAIN)}
        self._icon.show_icon(*icons.get(step.step, (Icon.SUCCESS, Tone.DELIVERED)))
        self._title.setText(told_words(step))
        by = self.tr("by {person}").format(person=visible(step.by)) if step.by else ""
        phones = self.tr("%n phones", "", state.messages)
        self._when.setText(" · ".join(filter(None, (formats.moment(step.at), by, phones))))
        self._text.setText(self.tr("“{text}”").format(text=visible(step.text)))
        self.bar.show_counts(state.counts)
        self._people.setVisible(step.broadcast_id is not None)
        self._people.setAccessibleName(f"{told_words(step)}: {self.tr('Person by person')}")
        words = self.tr("%n messages of the earlier steps were stopped with it.", "", step.stopped)
        self._stopped.setText(words if step.stopped else "")
        self._stopped.setVisible(bool(step.stopped))

    def _open(self) -> None:
        if self._broadcast is not None:
            self.opened.emit(self._broadcast)


class RunningView(QWidget):
    """Follows a crisis; `told_next` carries the Step to be told, `sheet_wanted` asks for the log sheet.

    `resume_wanted`: all sending is held, and is to go on.
    """

    told_next = Signal(object)
    sheet_wanted = Signal()
    print_wanted = Signal()
    stop_wanted = Signal()
    end_wanted = Signal()
    resume_wanted = Signal()
    broadcast_opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[StepCard] = []
        self._told = ""
        self._exercise = False
        self._make_actions()
        self._icon = IconLabel(Icon.ALERT, Tone.FAILED, tokens.ICON_L)
        self.name = ElidedLabel("", Type.TITLE)
        self.name.setObjectName("crisis_running_name")
        self._line = Label("", muted=True, wrap=True)
        self._line.setObjectName("crisis_running_line")
        self.resume = self._button("crisis_resume", self.tr("Go on sending"), Icon.PLAY)
        self.resume.clicked.connect(self.resume_wanted)
        self._trouble = Banner("", Tone.UNCERTAIN, self.resume)
        self._missed = Banner("", Tone.FAILED)
        self._missed.setObjectName("crisis_not_reached")
        self._steps = column(space=tokens.SPACE_M)
        self._nothing = EmptyState(
            Icon.EXERCISE,
            self.tr("This exercise was interrupted"),
            self.tr("Its copy was erased; it has no log sheet. Begin a new one from the red button."),
        )
        self._nothing.hide()
        content = QWidget()
        inside = column(self._trouble, self._missed, space=tokens.SPACE_M)
        inside.addLayout(self._steps)
        inside.addWidget(self._nothing)
        inside.addStretch(1)
        content.setLayout(inside)
        head = row(self._icon, space=tokens.SPACE_S)
        head.addWidget(self.name, 1)
        stack = column(head, self._line, space=tokens.SPACE_S)
        stack.addWidget(self._bar)
        stack.addWidget(scrolled(content), 1)
        self.setLayout(stack)

    def _make_actions(self) -> None:
        self.update_ = self._button("crisis_update", self.tr("Update"), Icon.REFRESH, Look.PRIMARY)
        self.update_.clicked.connect(lambda: self.told_next.emit(Step.UPDATE))
        self.all_clear = self._button("crisis_all_clear", self.tr("All-clear"), Icon.SUCCESS)
        self.all_clear.clicked.connect(lambda: self.told_next.emit(Step.ALL_CLEAR))
        self.sheet = self._button("crisis_sheet", self.tr("Log sheet (PDF)"), Icon.EXPORT)
        self.sheet.clicked.connect(self.sheet_wanted)
        self.print = self._button("crisis_print", self.tr("Print"), Icon.PRINT)
        self.print.clicked.connect(self.print_wanted)
        self.stop = self._button("crisis_stop", self.tr("Stop what has not left"), Icon.STOP, Look.DANGER)
        self.stop.clicked.connect(self.stop_wanted)
        self.end = self._button("crisis_end", "", Icon.CLOSE)
        self.end.clicked.connect(self.end_wanted)
        self._bar = QWidget()
        actions = (self.update_, self.all_clear, self.sheet, self.print, self.stop, self.end)
        self._bar.setLayout(flow(*actions))

    def _button(self, name: str, words: str, icon: Icon, look: Look = Look.SECONDARY) -> Button:
        button = Button(words, icon, look)
        button.setObjectName(name)
        return button

    def show_state(self, state: CrisisState) -> None:
        """Show how it stands now."""
        crisis = state.crisis
        words = scenario_words(crisis.scenario)
        self._exercise = crisis.exercise
        self._icon.show_icon(Icon.EXERCISE if crisis.exercise else words.icon, Tone.FAILED)
        self.name.setText(words.name)
        self._line.setText(self._about(state))
        self._show_actions(state)
        self._show_steps(state)
        self._nothing.setVisible(not state.steps)
        trouble = translate(state.trouble) if state.trouble is not None else ""
        self.resume.setVisible(state.held)
        self._trouble.say(trouble, Tone.UNCERTAIN)
        self._show_missed(state)
        self._announce()

    def _about(self, state: CrisisState) -> str:
        crisis = state.crisis
        going = self.tr("going on") if state.running else self.tr("over")
        begun = self.tr("since {moment}").format(moment=formats.moment(crisis.started_at))
        left = state.seconds_left
        lasts = self.tr("{duration} left").format(duration=formats.duration(left)) if left else ""
        return " · ".join(filter(None, (visible(crisis.whom), begun, going, lasts)))

    def _show_actions(self, state: CrisisState) -> None:
        waiting = any(step.counts.get(each) for step in state.steps for each in WAITING)
        self.update_.setVisible(state.running)
        self.all_clear.setVisible(state.running)
        for button in (self.sheet, self.print):
            button.setVisible(bool(state.steps))
        self.stop.setVisible(waiting and (state.open or not state.crisis.exercise))
        self.end.setVisible(state.open or (state.running and not state.crisis.exercise))
        ending = self.tr("End the exercise") if state.crisis.exercise else self.tr("End without a message")
        self.end.setText(ending)

    def _show_steps(self, state: CrisisState) -> None:
        """The latest first; a card stays, so that what one reads does not jump."""
        if len(self._cards) != len(state.steps):
            clear(self._steps)
            self._cards = [StepCard() for _ in state.steps]
            for card in self._cards:
                card.opened.connect(self.broadcast_opened)
                self._steps.insertWidget(0, card)
                card.show()
        for card, step in zip(self._cards, state.steps, strict=True):
            card.show_step(step)

    def _show_missed(self, state: CrisisState) -> None:
        words = []
        if state.not_reached:
            words.append(self.tr("%n phones do not have the latest message.", "", state.not_reached))
        if state.left_out:
            words.append(self.tr("%n people have no phone for SMS.", "", state.left_out))
        if words:
            words.append(self.tr("The log sheet lists whom to call, with landlines."))
        self._missed.say(" ".join(words), Tone.FAILED)

    def _announce(self) -> None:
        """Say aloud when a step is done, not each message."""
        done = [card for card in self._cards if card.bar.summary]
        words = done[-1].bar.summary if done else ""
        if words != self._told and self.isVisible() and not self.stop.isVisible():
            announce(self, words)
        self._told = words
