"""One broadcast: its bar, live; each person with state and reason; pause, stop, decide."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from math import ceil
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from smsdesk.domain.audience import LeftOut
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.outgoing import PartState
from smsdesk.domain.untrusted import visible
from smsdesk.domain.views import BroadcastDetail, BroadcastKind, BroadcastSummary, CancelResult, MessageView
from smsdesk.services.events import Changed, Topic
from smsdesk.services.queueing import CalledBack
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.models.messages import STATE_ROLE, Column, MessagesModel, is_unreached, undecided
from smsdesk.ui.pages.absence_actions import CourseBar
from smsdesk.ui.pages.broadcast_decision import DecisionBar
from smsdesk.ui.pages.broadcast_held import HeldBar
from smsdesk.ui.pages.page import Page, PageContext, scrolled
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.widgets.bars import OutcomeBar
from smsdesk.ui.widgets.bubbles import Bubble
from smsdesk.ui.widgets.buttons import Button, Look, Segments
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.state_column import StateDelegate
from smsdesk.ui.widgets.states import Outcome, state_look, tally
from smsdesk.ui.widgets.surfaces import Banner, Card, EmptyState
from smsdesk.ui.widgets.tables import Table
from smsdesk.ui.widgets.text import Label, announce

_Read = tuple[BroadcastDetail, tuple[MessageView, ...]]

_LEFT_OUT_SHOWN = 100
"""More than this nobody reads through; the list of people shows them all."""

_TIME_SHOWN_FROM = 880
"""Under this width of the page in pixels, the reason needs the room of the time."""

_TENTHS = 10
_SECOND_MS = 1000
_COUNTED_SECONDS = 60
"""A send that is farther away shows its hour instead of seconds."""


class BroadcastPage(Page):
    """Follows one broadcast while it leaves, and afterwards."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.BROADCASTS})
    back: ClassVar[Place | None] = Place(Route.BROADCASTS)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "")
        self._id: int | None = None
        self._summary: BroadcastSummary | None = None
        self._left_out: tuple[LeftOut, ...] | None = None
        self._body: str | None = None
        self._told: tuple[int, int] | None = None
        self.model = MessagesModel()
        self._second = QTimer(self)
        self._second.setInterval(_SECOND_MS)
        self._second.timeout.connect(self._count_down)
        self._make_actions()
        self.body.addWidget(self._make_head())
        self._undo = Button(self.tr("Call back"), Icon.UNDO)
        self._undo.setObjectName("broadcast_undo")
        self._undo.clicked.connect(self._call_back)
        self._soon = Banner("", Tone.ACCENT, self._undo)
        self.body.addWidget(self._soon)
        self.decision = DecisionBar()
        self.decision.decided.connect(self._decide)
        self.body.addWidget(self.decision)
        self.held = HeldBar()
        self.held.allowed.connect(lambda: self._act(self.services.budget.allow))
        self.body.addWidget(self.held)
        self.courses = CourseBar()
        self.courses.chosen.connect(self.navigate)
        self.body.addWidget(self.courses)
        self._tabs = Segments(
            (("all", ""), ("unreached", ""), ("left_out", ""), ("text", self.tr("Text"))),
            self.tr("Show"),
            look="tab",
        )
        self._tabs.chosen.connect(self._show_tab)
        self.body.addWidget(self._tabs)
        self._stack = QStackedWidget()
        self.table = self.first = self._make_table()
        self._left = column(space=tokens.SPACE_S)
        self._text = column(space=tokens.SPACE_S)
        self._stack.addWidget(self.table)
        for layout in (self._left, self._text):
            self._stack.addWidget(_pane(layout))
        self.body.addWidget(self._stack, 1)

    def _make_actions(self) -> None:
        self._pause = Button(self.tr("Pause"), Icon.PAUSE)
        self._pause.setObjectName("broadcast_pause")
        self._pause.clicked.connect(lambda: self._act(self.services.broadcasts.pause))
        self._resume = Button(self.tr("Go on"), Icon.PLAY)
        self._resume.setObjectName("broadcast_resume")
        self._resume.clicked.connect(lambda: self._act(self.services.broadcasts.resume))
        self._stop_button = Button(self.tr("Stop"), Icon.STOP, Look.DANGER)
        self._stop_button.setObjectName("broadcast_stop")
        self._stop_button.clicked.connect(self._stop)
        for button in (self._pause, self._resume, self._stop_button):
            self.add_action(button)
        self._follow_ups = {
            Relation.NOT_REACHED: self._follow_up(Relation.NOT_REACHED, self.tr("To those not reached")),
            Relation.NOT_ANSWERED: self._follow_up(Relation.NOT_ANSWERED, self.tr("Without an answer")),
            Relation.REPEAT: self._follow_up(Relation.REPEAT, self.tr("Send once more")),
        }

    def _follow_up(self, relation: Relation, words: str) -> Button:
        """A button that begins a message which follows this one."""
        button = Button(words, Icon.NOTIFY)
        button.setObjectName(f"broadcast_{relation}")
        button.clicked.connect(
            lambda: self.navigate.emit(Place(Route.NOTIFY, NotifyStart(about=self._id, relation=relation)))
        )
        self.add_action(button)
        return button

    def _make_head(self) -> Card:
        self._line = Label("", muted=True, wrap=True)
        self._figure = Label("", Type.SUBTITLE)
        self.bar = OutcomeBar(large=True)
        return Card(row(self._figure, None), self._line, self.bar)

    def _make_table(self) -> Table:
        table = Table(self.tr("People"))
        widest_state = max((state_look(state).text for state in PartState), key=len)
        samples = {
            int(Column.PHONE): f"{formats.phone('+33600000000')}00",
            int(Column.STATE): f"{widest_state}000",
            int(Column.TIME): "00 septembre, 00:00",
        }
        table.show_model(self.model, samples)
        table.setObjectName("broadcast_table")
        table.setItemDelegateForColumn(Column.STATE, StateDelegate(STATE_ROLE, table))
        table.selectionModel().selectionChanged.connect(self._show_decision)
        return table

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.setColumnHidden(int(Column.TIME), self.width() < _TIME_SHOWN_FROM)

    def open(self, what: object) -> None:
        if isinstance(what, int) and what != self._id:
            self._id = what
            self.model.show(())
            self._tabs.choose("all")
            self._show_tab("all")
            self.set_title("")
        self.refresh()

    def shown(self) -> object:
        return self._id

    def leave(self) -> None:
        self._second.stop()

    def on_changed(self, events: frozenset[Changed]) -> None:
        if any(event.topic is Topic.BROADCASTS and event.id in (None, self._id) for event in events):
            super().on_changed(events)

    def refresh(self) -> None:
        number = self._id
        if number is None:
            return
        broadcasts = self.services.broadcasts
        self.tasks.read(
            self, "broadcast", lambda: (broadcasts.get(number), broadcasts.messages(number)), self._show
        )
        absences = self.services.absences
        self.tasks.read(self, "courses", lambda: absences.of_broadcast(number), self.courses.show_record)
        self.tasks.read(self, "held", lambda: self.services.budget.holds(number), self.held.show_held)

    def _show(self, read: _Read) -> None:
        detail, messages = read
        summary = self._summary = detail.summary
        if summary.id != self._id:
            return
        self.set_title(visible(summary.title))
        self.model.show(messages[::-1])  # in the order of sending
        self.bar.show_counts(summary.counts)
        self._figure.setText(self._progress(summary))
        self._announce(summary)
        self._line.setText(self._about(summary))
        self._show_actions(summary)
        self._show_tabs(detail)
        self._show_decision()
        self._count_down()

    def _progress(self, summary: BroadcastSummary) -> str:
        """How far it is: "24 of 26 done", however each of them ended."""
        waiting = tally(summary.counts).get(Outcome.WAITING, 0)
        if summary.cancelled:
            return self.tr("Stopped")
        if waiting:
            return self.tr("{done} of {all} done").format(
                done=formats.number(summary.messages - waiting), all=formats.number(summary.messages)
            )
        return self.tr("%n phones written to", "", summary.messages)

    def _announce(self, summary: BroadcastSummary) -> None:
        """Say aloud how far it is, at each tenth and at the end, not at each message."""
        tenth = (
            _TENTHS
            * (summary.messages - tally(summary.counts).get(Outcome.WAITING, 0))
            // max(1, summary.messages)
        )
        now = (summary.id, tenth)
        if self._told not in (None, now) and self._told[0] == summary.id and self.isVisible():
            announce(self.bar, f"{self._progress(summary)}, {self.bar.summary}")
        self._told = now

    def _about(self, summary: BroadcastSummary) -> str:
        words = [formats.moment(summary.not_before or summary.created_at)]
        words.append(self.tr("%n SMS", "", summary.parts))
        if summary.paused:
            words.append(self.tr("paused"))
        return " · ".join(words)

    def _show_actions(self, summary: BroadcastSummary) -> None:
        waiting = bool(tally(summary.counts).get(Outcome.WAITING)) and not summary.cancelled
        self._pause.setVisible(waiting and not summary.paused)
        self._resume.setVisible(waiting and summary.paused)
        self._stop_button.setVisible(waiting)
        for button in self._follow_ups.values():
            button.setVisible(not waiting and summary.kind is not BroadcastKind.REPLY)

    def _show_tabs(self, detail: BroadcastDetail) -> None:
        unreached = sum(1 for message in self.model.messages if is_unreached(message))
        self._tabs.set_text("all", self.tr("People %n", "", len(self.model.messages)))
        self._tabs.set_text("unreached", self.tr("Not reached %n", "", unreached))
        self._tabs.set_text("left_out", self.tr("Left out %n", "", len(detail.left_out)))
        if detail.left_out != self._left_out or detail.summary.body != self._body:
            self._left_out, self._body = detail.left_out, detail.summary.body
            self._show_left_out(detail.left_out)
            self._show_text(detail.summary)

    def _show_text(self, summary: BroadcastSummary) -> None:
        """The text as the first recipient gets it and, where that is not the same, as it was written."""
        clear(self._text)
        first = summary.first_text or summary.body
        self._text.addWidget(Bubble(first, outgoing=True, caption=self.tr("As the first person reads it")))
        if summary.body != first:
            self._text.addWidget(Bubble(summary.body, outgoing=True, caption=self.tr("As it was written")))

    def _show_left_out(self, left_out: tuple[LeftOut, ...]) -> None:
        clear(self._left)
        for person in left_out[:_LEFT_OUT_SHOWN]:
            name = Label(visible(person.name), Type.STRONG)
            self._left.addWidget(Card(row(name, Label(translate(person.reason), muted=True), None)))
        if len(left_out) > _LEFT_OUT_SHOWN:
            more = self.tr("and %n more", "", len(left_out) - _LEFT_OUT_SHOWN)
            self._left.addWidget(Label(more, muted=True))
        if not left_out:
            text = self.tr("Everybody chosen has a phone that an SMS reaches.")
            self._left.addWidget(EmptyState(Icon.SUCCESS, self.tr("Nobody is left out"), text))

    def _show_tab(self, key: str) -> None:
        self.model.only_unreached(key == "unreached")
        self._stack.setCurrentIndex({"left_out": 1, "text": 2}.get(key, 0))

    def _selected(self) -> list[MessageView]:
        """The messages to decide on that are marked in the table; without a mark, every such one."""
        rows = {index.row() for index in self.table.selectionModel().selectedRows()}
        marked = [self.model.message(number) for number in sorted(rows)]
        return [message for message in marked or self.model.messages if undecided(message)]

    def _show_decision(self) -> None:
        self.decision.show_messages(self._selected())

    def _decide(self, resend: bool) -> None:
        numbers = [message.id for message in self._selected()]
        broadcasts = self.services.broadcasts

        def decide() -> int:
            for number in numbers:
                broadcasts.decide(number, resend=resend, by=self.services.preferences.person)
            return len(numbers)

        self.tasks.change(self, decide, lambda count: self._decided(count, resend))

    def _decided(self, count: int, resend: bool) -> None:
        if resend:
            self.notices.toast(self.tr("%n messages are sent again.", "", count))
        else:
            self.notices.toast(self.tr("%n messages count as sent.", "", count))

    def _act(self, act: Callable[[int], None]) -> None:
        number = self._id
        if number is not None:
            self.tasks.change(self, lambda: act(number))

    def _stop(self) -> None:
        number = self._id
        if number is not None:
            self.tasks.change(self, lambda: self.services.broadcasts.cancel(number), self._stopped)

    def _call_back(self) -> None:
        number = self._id
        if number is not None:
            self.tasks.change(self, lambda: self.services.notify.call_back(number), self._called_back)

    def _called_back(self, back: CalledBack) -> None:
        if back.draft_id is None:
            self._stopped(back.result)
        else:
            self.notices.toast(self.tr("Called back: nothing was sent. The message is a draft again."))
            self.navigate.emit(Place(Route.NOTIFY, NotifyStart(draft_id=back.draft_id)))

    def _stopped(self, result: CancelResult) -> None:
        if result.kept:
            kept = self.tr("%n were already on their way.", "", result.kept)
            stopped = self.tr("%n messages were stopped.", "", result.cancelled)
            self.notices.toast(f"{stopped} {kept}")
        else:
            self.notices.toast(self.tr("Called back: nothing was sent."))

    def _seconds_until(self, moment: datetime | None) -> int:
        return ceil((moment - self.clock()).total_seconds()) if moment else 0

    def _count_down(self) -> None:
        """Say how long one can still call it back; the clock runs only until it leaves."""
        summary = self._summary
        left = self._seconds_until(summary.not_before) if summary and not summary.cancelled else 0
        waiting = bool(summary and tally(summary.counts).get(Outcome.WAITING) and left > 0)
        if not waiting or summary is None or summary.not_before is None:
            self._second.stop()
            self._soon.say("", Tone.ACCENT)
            return
        if left > _COUNTED_SECONDS:
            self._second.stop()
            words = self.tr("Leaves on {moment}.").format(moment=formats.moment(summary.not_before))
        else:
            words = self.tr("Leaves in %n seconds.", "", left)
            if not self._second.isActive() and self.isVisible():
                self._second.start()
        self._soon.say(words, Tone.ACCENT)


def _pane(layout: QVBoxLayout) -> QWidget:
    content = QWidget()
    stack = column()
    stack.addLayout(layout)
    stack.addStretch(1)
    content.setLayout(stack)
    return scrolled(content)
