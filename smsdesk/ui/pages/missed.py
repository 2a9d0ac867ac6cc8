"""Planned sends whose hour passed: each is sent now, once its numbers were seen, or skipped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from smsdesk.domain.plan import NotifyPlan
from smsdesk.domain.schedule import ScheduledEntry
from smsdesk.domain.untrusted import visible
from smsdesk.services.schedule import Schedule
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.widgets.buttons import Button, IconButton, Look
from smsdesk.ui.widgets.flow import FlowLayout, flow
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.surfaces import Card
from smsdesk.ui.widgets.text import Label

MOST_SHOWN = 5
"""The others come up as these are decided."""


class MissedCard(Card):
    """Shows what was missed; hidden while nothing was."""

    closed = Signal()

    def __init__(self, tasks: Tasks, schedule: Schedule, *, closable: bool = False) -> None:
        """`closable` has a button to close it; `closed` tells that, or that nothing is left to decide."""
        super().__init__(space=tokens.SPACE_S)
        self._tasks = tasks
        self._schedule = schedule
        self._shown: tuple[ScheduledEntry, ...] = ()
        self._title = Label("", Type.STRONG)
        self._title.set_tone(Tone.UNCERTAIN)
        self._rows = column(space=tokens.SPACE_S)
        self.setObjectName("missed")
        self.first = IconButton(Icon.CLOSE, self.tr("Close"))
        self.first.setObjectName("missed_close")
        self.first.clicked.connect(self.closed)
        self.body.addLayout(row(self._title, None, self.first))
        self.first.setVisible(closable)
        self.body.addLayout(self._rows)
        self._all = MissedTogether(tasks, schedule)
        self.body.addWidget(self._all)
        self.hide()

    def refresh(self) -> None:
        """Look again what was missed."""
        self._tasks.read(self, "missed", self._schedule.missed, self.show_missed)

    def show_missed(self, missed: tuple[ScheduledEntry, ...]) -> None:
        """Show these, to be decided."""
        if not missed:
            self.closed.emit()
        if missed == self._shown:
            return
        self._shown = missed
        clear(self._rows)
        for entry in missed[:MOST_SHOWN]:
            self._rows.addWidget(MissedRow(entry, self._tasks, self._schedule, self._decide))
        self._title.setText(self.tr("%n sends were missed", "", len(missed)))
        self._all.show_missed(missed)
        self.setVisible(bool(missed))

    def _decide(self, entry: ScheduledEntry, send: bool) -> None:
        self._tasks.change(self, partial(self._schedule.decide, entry.id, send=send))


@dataclass(frozen=True)
class _Together:
    """What all of them would send now: of how many sends, and how many SMS; the others cannot be sent."""

    sends: int
    parts: int
    refused: int


class MissedTogether(QFrame):
    """Both decisions for all that was missed, where it is more than one."""

    def __init__(self, tasks: Tasks, schedule: Schedule) -> None:
        super().__init__()
        self._tasks = tasks
        self._schedule = schedule
        self._missed: tuple[ScheduledEntry, ...] = ()
        self._send = Button(self.tr("Send all now…"), Icon.SEND)
        self._send.setObjectName("missed_send_all")
        self._send.clicked.connect(self._look)
        self._skip = Button(self.tr("Skip all…"))
        self._skip.setObjectName("missed_skip_all")
        self._skip.clicked.connect(self._ask_skip)
        self._numbers = Label("", wrap=True)
        self._confirm = Button("", None, Look.PRIMARY)
        self._confirm.setObjectName("missed_confirm_all")
        self._confirm.clicked.connect(self._act)
        self._sends = True
        self.setLayout(column(self._numbers, space=tokens.SPACE_S))
        holder = QWidget()
        holder.setLayout(flow(self._send, self._skip, self._confirm))
        layout = self.layout()
        if layout is not None:
            layout.addWidget(holder)
        self.hide()

    def show_missed(self, missed: tuple[ScheduledEntry, ...]) -> None:
        """These are to be decided."""
        self._missed = missed
        for part in (self._numbers, self._confirm):
            part.hide()
        self._send.setVisible(any(not each.too_late for each in missed))
        self.setVisible(len(missed) > 1)

    def _look(self) -> None:
        schedule, missed = self._schedule, self._missed

        def look() -> _Together:
            plans = [schedule.plan_of(each.id) for each in missed if not each.too_late]
            sendable = [plan for plan in plans if plan.problem is None]
            return _Together(len(sendable), sum(plan.parts for plan in sendable), len(missed) - len(sendable))

        self._tasks.read(self, "together", look, self._ask_send)

    def _ask_send(self, together: _Together) -> None:
        words = self.tr("%n sends leave now, late.", "", together.sends)
        if together.refused:
            words += " " + self.tr("%n cannot be sent and stay here.", "", together.refused)
        self._ask(words, self.tr("Send %n SMS", "", together.parts), sends=True)
        self._confirm.setVisible(together.sends > 0)

    def _ask_skip(self) -> None:
        words = self.tr("%n sends will not leave.", "", len(self._missed))
        self._ask(words, self.tr("Skip all"), sends=False)

    def _ask(self, words: str, yes: str, *, sends: bool) -> None:
        self._sends = sends
        self._numbers.setText(words)
        self._confirm.setText(yes)
        for part in (self._numbers, self._confirm):
            part.show()
        self._confirm.setFocus()

    def _act(self) -> None:
        """Each on its own: one that cannot be sent stays, and says why."""
        for entry in self._missed:
            decide = partial(self._schedule.decide, entry.id, send=self._sends)
            self._tasks.change(self, decide, failed=lambda _sentence: None)


class MissedRow(QFrame):
    """One missed send with its two decisions."""

    def __init__(
        self,
        entry: ScheduledEntry,
        tasks: Tasks,
        schedule: Schedule,
        decide: Callable[[ScheduledEntry, bool], None],
    ) -> None:
        super().__init__()
        self.setProperty("look", "well")
        self._entry = entry
        self._decide = decide
        self._tasks = tasks
        self._schedule = schedule
        when = self.tr("{title}, planned for {moment}").format(
            title=visible(entry.title), moment=formats.moment(entry.at)
        )
        self._numbers = Label("", wrap=True)
        self._numbers.hide()
        words = [Label(when, Type.STRONG, wrap=True)]
        if entry.reason is not None:
            words.append(Label(translate(entry.reason), muted=True, wrap=True))
        stack = column(*words, self._numbers, space=tokens.SPACE_XS, margin=tokens.SPACE_S)
        stack.addLayout(self._make_buttons())
        self.setLayout(stack)

    def _make_buttons(self) -> FlowLayout:
        self._send = Button(self.tr("Send now…"), Icon.SEND)
        self._send.setObjectName("missed_send")
        self._send.clicked.connect(self._look)
        self._send.setVisible(not self._entry.too_late)
        self._confirm = Button("", Icon.SEND, Look.PRIMARY)
        self._confirm.setObjectName("missed_confirm")
        self._confirm.clicked.connect(lambda: self._decide(self._entry, True))
        self._confirm.hide()
        skip = Button(self.tr("Skip"))
        skip.setObjectName("missed_skip")
        skip.clicked.connect(lambda: self._decide(self._entry, False))
        return flow(self._send, self._confirm, skip)

    def _look(self) -> None:
        self._tasks.read(self, "plan", partial(self._schedule.plan_of, self._entry.id), self._ask)

    def _ask(self, plan: NotifyPlan) -> None:
        """The numbers of today before anything leaves, or why nothing can."""
        self._numbers.setText(
            translate(plan.problem)
            if plan.problem is not None
            else self.tr("%n people of today would get it, late.", "", plan.people)
        )
        self._numbers.show()
        self._confirm.setText(self.tr("Send %n SMS", "", plan.parts))
        self._confirm.setVisible(plan.problem is None)
        self._send.setVisible(plan.problem is not None)
        if plan.problem is None:
            self._confirm.setFocus()
