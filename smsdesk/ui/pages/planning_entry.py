"""Planning, right panel: one send with what it says, to whom today, its next days, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtWidgets import QWidget

from smsdesk.domain.errors import InputError
from smsdesk.domain.recurrence import parse_rule
from smsdesk.domain.recurrence_words import rule_words
from smsdesk.domain.schedule import EntryKind, EntryState, OnMissed, ScheduledEntry, SeriesDraft, Timing
from smsdesk.domain.untrusted import visible
from smsdesk.domain.wall_time import wall_of
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.pages.planning_reading import NEXT_SHOWN, EntryDetail
from smsdesk.ui.widgets.bubbles import Bubble
from smsdesk.ui.widgets.buttons import Button, IconButton, Look
from smsdesk.ui.widgets.chips import Chip
from smsdesk.ui.widgets.fields import MomentField
from smsdesk.ui.widgets.flow import flow
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.states import entry_look
from smsdesk.ui.widgets.surfaces import Banner, Card, IconLabel
from smsdesk.ui.widgets.text import Label


class EntryPanel(Card):
    """Shows one entry. `moved` carries the new wall time; the others say what is wanted of it."""

    moved = Signal(object)
    skipped = Signal()
    stopped = Signal()
    restored = Signal()
    restarted = Signal()
    sent_now = Signal()
    edited = Signal()
    opened = Signal()
    closed = Signal()

    def __init__(self, detail: EntryDetail, now: datetime) -> None:
        super().__init__(space=tokens.SPACE_M)
        self.detail = detail
        self._now = now
        self.setObjectName("planning_entry")
        entry = detail.entry
        self.first: QWidget
        close = IconButton(Icon.CLOSE, self.tr("Close"))
        close.setObjectName("planning_close")
        close.clicked.connect(self.closed)
        heading = row(space=tokens.SPACE_S)
        heading.addWidget(Label(visible(entry.title), Type.SUBTITLE, wrap=True), 1)
        heading.addLayout(column(close, None))
        self.body.addLayout(heading)
        self._add_when()
        self._add_reason()
        self._make_asking()
        self._make_move()
        self.doing = self._make_actions()
        self.first = self.doing[0] if self.doing else close
        holder = QWidget()
        holder.setLayout(flow(*self.doing))
        for part in (holder, self._move_form, self._asking):
            self.body.addWidget(part)
        self._add_to_whom()
        self._add_text()
        self._add_next()
        self.body.addStretch(1)

    # What it tells.

    def _add_when(self) -> None:
        entry = self.detail.entry
        look = entry_look(entry.state)
        day = formats.day(entry.at.astimezone().date(), wall_of(self._now).date())
        when = self.tr("{day} at {time}").format(day=day, time=formats.clock(entry.at))
        moment = Label(when, Type.STRONG, wrap=True)
        moment.setObjectName("planning_entry_moment")
        chip = Chip(look.icon, look.text, look.tone)
        self.body.addLayout(
            column(moment, row(chip, None), _with_icon(self._kind_icon(), self._kind_words()))
        )

    def _kind_icon(self) -> Icon:
        return {
            EntryKind.RECURRING: Icon.REPEAT,
            EntryKind.REMINDER: Icon.REMINDER,
        }.get(self.detail.entry.kind, Icon.CLOCK)

    def _kind_words(self) -> str:
        entry, series = self.detail.entry, self.detail.series
        if entry.kind is EntryKind.RECURRING:
            return self._rule_words()
        if entry.kind is EntryKind.REMINDER and series is not None and series.draft.timing.event is not None:
            event = series.draft.timing.event.astimezone()
            return self.tr("Reminder of the event on {moment}").format(
                moment=formats.moment(event, self._now)
            )
        if entry.kind is EntryKind.QUEUED:
            return self.tr("Ready in the queue: its text and its people are fixed")
        return self.tr("Sent once")

    def _rule_words(self) -> str:
        """ "Each week on Thursday"; without the rule where nobody can read what is kept."""
        try:
            timing = self.detail.series.draft.timing if self.detail.series else Timing()
            return translate(rule_words(parse_rule(timing.rule)))
        except InputError:
            return self.tr("One of a series that repeats")

    def _add_reason(self) -> None:
        reason = self.detail.entry.reason
        if reason is not None:
            banner = Banner("", entry_look(self.detail.entry.state).tone)
            self.body.addWidget(banner)
            banner.say(translate(reason), entry_look(self.detail.entry.state).tone)

    def _add_to_whom(self) -> None:
        detail = self.detail
        names = [*detail.groups]
        if detail.others:
            names.append(self.tr("%n people chosen one by one", "", detail.others))
        if detail.series is not None and detail.series.draft.request.everyone:
            names.append(self.tr("everybody"))
        numbers = Label(self._numbers(), wrap=True, muted=bool(names))
        numbers.setObjectName("planning_entry_numbers")
        stack = column(Label(self.tr("To whom"), Type.CAPTION, muted=True), space=tokens.SPACE_XS)
        if names:
            stack.addWidget(Label(", ".join(names), wrap=True))
        stack.addWidget(numbers)
        self.body.addLayout(stack)

    def _numbers(self) -> str:
        plan, summary = self.detail.plan, self.detail.summary
        if summary is not None:
            return " · ".join(
                (self.tr("%n phones", "", summary.messages), self.tr("%n SMS", "", summary.parts))
            )
        if plan is None:
            return ""
        if plan.problem is not None:
            return translate(plan.problem)
        figures = " · ".join((self.tr("%n phones", "", plan.phones), self.tr("%n SMS", "", plan.parts)))
        if self.detail.entry.state in {EntryState.PLANNED, EntryState.MISSED}:
            return self.tr("{figures} as your lists are today").format(figures=figures)
        return figures

    def _add_text(self) -> None:
        summary, plan, series = self.detail.summary, self.detail.plan, self.detail.series
        text = series.draft.text if series is not None else ""
        if summary is not None:
            text = summary.first_text or summary.body
        elif plan is not None and plan.messages:
            text = plan.messages[0].text
        self.body.addWidget(Bubble(text, outgoing=True))

    def _add_next(self) -> None:
        coming = [each for each in self.detail.coming if each.id != self.detail.entry.id]
        if coming:
            days = Label(self._days(coming), wrap=True)
            days.setObjectName("planning_entry_next")
            title = Label(self.tr("Then"), Type.CAPTION, muted=True)
            self.body.addLayout(column(title, days, space=tokens.SPACE_XS))
        if self.detail.series is not None and self.detail.entry.state is EntryState.PLANNED:
            self.body.addWidget(Label(self._missed_words(self.detail.series.draft), muted=True, wrap=True))

    def _days(self, coming: list[ScheduledEntry]) -> str:
        today = wall_of(self._now).date()
        days = [
            self.tr("{day} at {time}").format(
                day=formats.day(each.at.astimezone().date(), today), time=formats.clock(each.at)
            )
            for each in coming[:NEXT_SHOWN]
        ]
        more = len(coming) - len(days)
        return "\n".join([*days, *([self.tr("and %n more", "", more)] if more else [])])

    def _missed_words(self, draft: SeriesDraft) -> str:
        return {
            OnMissed.SEND: self.tr("If the computer is off then, it leaves later, within a day."),
            OnMissed.SKIP: self.tr("If the computer is off then, it is skipped."),
            OnMissed.ASK: self.tr("If the computer is off then, you are asked."),
        }[draft.on_missed or OnMissed.ASK]

    # What can be done.

    def _make_actions(self) -> list[Button]:
        entry = self.detail.entry
        running = self.detail.series is not None and not self.detail.series.stopped
        repeats = entry.kind is not EntryKind.ONCE
        actions = []
        if entry.broadcast_id is not None:
            actions.append(self._action(self.tr("Open the send"), Icon.BROADCASTS, "open", self.opened.emit))
        if entry.state is EntryState.MISSED and not entry.too_late:
            actions.append(self._action(self.tr("Send now…"), Icon.SEND, "send", self._ask_send))
        if entry.movable and not entry.too_late:
            actions.append(self._action(self.tr("Move…"), Icon.RESCHEDULE, "move", self.ask_move))
        if running and (entry.movable or self.detail.coming):
            words = self.tr("Change the series…") if repeats else self.tr("Change…")
            actions.append(self._action(words, Icon.EDIT, "edit", self.edited.emit))
        if entry.movable:
            words = self.tr("Skip this one…") if repeats else self.tr("Do not send…")
            actions.append(self._action(words, Icon.SKIPPED, "skip", self.ask_skip))
        if entry.restorable:
            actions.append(self._action(self.tr("Plan it again"), Icon.UNDO, "restore", self.restored.emit))
        if self._stopped:
            actions.append(
                self._action(self.tr("Let the series go on"), Icon.UNDO, "restart", self.restarted.emit)
            )
        if running and repeats and self.detail.coming:
            actions.append(self._action(self.tr("Stop the series…"), Icon.STOP, "stop", self.ask_stop))
        return actions

    @property
    def _stopped(self) -> bool:
        """Whether its series was stopped, and nothing stands in its place."""
        series = self.detail.series
        return series is not None and series.stopped and series.replaced_by is None

    def _action(self, words: str, icon: Icon, name: str, act: Callable[[], object]) -> Button:
        button = Button(words, icon)
        button.setObjectName(f"planning_{name}")
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _make_move(self) -> None:
        self._moment = MomentField(self.tr("New day and time"))
        self._moment.setObjectName("planning_move_moment")
        wall = wall_of(self.detail.entry.at)
        self._moment.setDateTime(QDateTime(wall.date(), wall.time()))  # type: ignore[call-overload]
        put = Button(self.tr("Move"), Icon.RESCHEDULE, Look.PRIMARY)
        put.setObjectName("planning_move_confirm")
        put.clicked.connect(self._move)
        self._move_form = QWidget()
        self._move_form.setLayout(column(self._moment, row(None, put)))
        self._move_form.hide()

    def ask_move(self) -> None:
        """Open the field for another moment."""
        self._asking.hide()
        self._move_form.show()
        self._moment.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self) -> None:
        wall = self._moment.dateTime().toPython()
        assert isinstance(wall, datetime)
        self.moved.emit(wall.replace(second=0, microsecond=0, tzinfo=None))

    def _make_asking(self) -> None:
        self._question = Label("", wrap=True)
        self._question.setObjectName("planning_question")
        self._yes = Button("", None, Look.DANGER)
        self._yes.setObjectName("planning_yes")
        self._no = Button(self.tr("Cancel"))
        self._no.setObjectName("planning_no")
        self._act: Callable[[], object] = self.skipped.emit
        self._yes.clicked.connect(lambda _checked=False: self._act())
        self._asking = Card(self._question, space=tokens.SPACE_S, margin=tokens.SPACE_S)
        self._asking.setProperty("look", "well")
        self._asking.body.addLayout(flow(self._yes, self._no))
        self._no.clicked.connect(self._take_back)
        self._asking.hide()

    def _take_back(self) -> None:
        self._asking.hide()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, question: str, yes: str, act: Callable[[], object]) -> None:
        self._question.setText(question)
        self._yes.setText(yes)
        self._act = act
        self._move_form.hide()
        self._asking.show()
        self._yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_skip(self) -> None:
        """The second question before this one is not sent."""
        if self.detail.coming or self.detail.entry.kind in {EntryKind.RECURRING, EntryKind.REMINDER}:
            question = self.tr("This one will not be sent. The others stay.")
        elif self.detail.entry.kind is EntryKind.QUEUED:
            question = self.tr("Nobody will get it, and it cannot be brought back.")
        else:
            question = self.tr("Nobody will get it.")
        self._ask(question, self.tr("Do not send"), self.skipped.emit)

    def ask_stop(self) -> None:
        """The second question before a series ends."""
        left = len(self.detail.coming)
        question = self.tr("%n sends to come will not leave. What was sent stays as it is.", "", left)
        self._ask(question, self.tr("Stop the series"), self.stopped.emit)

    def _ask_send(self) -> None:
        plan = self.detail.plan
        if plan is None or plan.problem is not None:
            self._ask(self._numbers(), self.tr("Do not send"), self.skipped.emit)
            return
        question = self.tr("%n people of today would get it, late.", "", plan.people)
        self._ask(question, self.tr("Send %n SMS", "", plan.parts), self.sent_now.emit)


def _with_icon(icon: Icon, words: str) -> QWidget:
    holder = QWidget()
    line = row(space=tokens.SPACE_S)
    line.addWidget(IconLabel(icon, size=tokens.ICON_S), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Label(words, muted=True, wrap=True), 1)
    holder.setLayout(line)
    return holder
