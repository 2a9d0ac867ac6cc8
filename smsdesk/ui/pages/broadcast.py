"""One broadcast, live: how far it is, each person with state and reason, whom to call, answers, the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from math import ceil
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from smsdesk.domain.course_notices import NoticeRecord
from smsdesk.domain.second_guardian import Rule
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.untrusted import visible
from smsdesk.domain.views import BroadcastDetail, BroadcastSummary, CancelResult
from smsdesk.services.events import Changed, Topic
from smsdesk.services.queueing import CalledBack
from smsdesk.ui import formats
from smsdesk.ui.bridge import topics
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.pages.absence_actions import CourseBar
from smsdesk.ui.pages.broadcast_answers import AnswersPane
from smsdesk.ui.pages.broadcast_answers_acts import AnswerActs
from smsdesk.ui.pages.broadcast_calls import CallsPane
from smsdesk.ui.pages.broadcast_chain import FollowBar
from smsdesk.ui.pages.broadcast_decision import DecisionBar
from smsdesk.ui.pages.broadcast_head import Head
from smsdesk.ui.pages.broadcast_held import HeldBar
from smsdesk.ui.pages.broadcast_paper import CallingPaper
from smsdesk.ui.pages.broadcast_people import PeoplePane
from smsdesk.ui.pages.broadcast_standing import Around, Live, read_around, read_live
from smsdesk.ui.pages.broadcast_text import TextPane
from smsdesk.ui.pages.page import Page, PageContext, scrolled
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.widgets.buttons import Button, Look, Segments
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.widgets.states import Outcome, tally
from smsdesk.ui.widgets.surfaces import Banner

_SECOND_MS = 1000
_COUNTED_SECONDS = 60
"""A send that is farther away shows its hour instead of seconds."""

_LOW = 520
"""Under this height of the page in pixels, the people need the room of what does not move."""

_ROWS = 4
"""Lines of people that are seen at least; where there is less room than that, the page is scrolled."""

_AFTERWARDS_MS = 400
"""Calling list, answers and links may follow the states by the blink of an eye: they cost more to read."""

_OF_THE_STATION = frozenset({Topic.QUEUE, Topic.MODEM})
"""What may hold, or let go on, a send that has not left yet."""

_TABS = ("people", "calls", "answers", "text")


class BroadcastPage(Page):
    """Follows one broadcast while it leaves, and afterwards."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.BROADCASTS, Topic.INBOX, *_OF_THE_STATION})
    back: ClassVar[Place | None] = Place(Route.BROADCASTS)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "")
        self._id: int | None = None
        self._detail: BroadcastDetail | None = None
        self._rule: Rule | None = None
        self._second = _timer(self, _SECOND_MS, self._count_down)
        self._afterwards = _timer(self, _AFTERWARDS_MS, self._read_afterwards)
        self._afterwards.setSingleShot(True)
        self._make_actions()
        self.head = Head()
        self._undo = Button(self.tr("Cancel sending"), Icon.UNDO)
        self._undo.setObjectName("broadcast_undo")
        self._undo.clicked.connect(self._call_back)
        self._soon = Banner("", Tone.ACCENT, self._undo)
        self.decision = DecisionBar()
        self.decision.decided.connect(self._decide)
        self.held = HeldBar()
        self.held.allowed.connect(lambda: self._act(self.services.budget.allow))
        self.held.handed_over.connect(lambda: self._act(self.services.budget.hand_over))
        self.courses = CourseBar()
        self.follow_ups = FollowBar()
        for bar in (self.courses, self.follow_ups):
            bar.chosen.connect(self.navigate)
        self._make_tabs()
        self.body.addWidget(scrolled(self._make_content()))
        self.first = self.table

    def _make_content(self) -> QWidget:
        """What has no room below one another, as where words are large, is scrolled."""
        parts = (self.head, self._soon, self.decision, self.held, self.courses, self.follow_ups, self._tabs)
        whole = column(*parts, space=self.body.spacing())
        whole.addWidget(self._stack, 1)
        self._stack.setMinimumHeight(theme.high(tokens.ROW_HEIGHT) * _ROWS)
        content = QWidget()
        content.setLayout(whole)
        return content

    def _make_actions(self) -> None:
        services = self.services.broadcasts
        self._pause = self._action("broadcast_pause", self.tr("Pause"), Icon.PAUSE)
        self._pause.clicked.connect(lambda: self._act(services.pause))
        self._resume = self._action("broadcast_resume", self.tr("Resume"), Icon.PLAY)
        self._resume.clicked.connect(lambda: self._act(services.resume))
        self._stop_button = self._action("broadcast_stop", self.tr("Stop"), Icon.STOP, Look.DANGER)
        self._stop_button.clicked.connect(self._stop)

    def _action(self, name: str, words: str, icon: Icon, look: Look = Look.SECONDARY) -> Button:
        button = Button(words, icon, look)
        button.setObjectName(name)
        self.add_action(button)
        return button

    def _make_tabs(self) -> None:
        self.people = PeoplePane()
        self.people.marked.connect(self._show_decision)
        self.model, self.table = self.people.model, self.people.table
        self.calls = CallsPane()
        self.calls.kept.connect(self._keep_call)
        self._paper = CallingPaper(self, self.services, self.tasks, self.notices)
        self.calls.printing.connect(lambda: self._paper.print(self.title, self.calls.listed))
        self.calls.saving_pdf.connect(lambda: self._paper.save_pdf(self.title, self.calls.listed))
        self.calls.saving.connect(lambda: self._paper.save_table(self.title, self._id))
        self.answers = AnswersPane()
        self._answer_acts = AnswerActs(self, self.answers)
        self.answers.more_wanted.connect(self._read_afterwards)
        self.text = TextPane()
        self._tabs = Segments(
            (
                ("people", self.tr("People %n", "", 0)),
                ("calls", self.tr("Not reached %n", "", 0)),
                ("answers", self.tr("Answers %n", "", 0)),
                ("text", self.tr("Text")),
            ),
            self.tr("Show"),
            look="tab",
        )
        for key in _TABS:
            self._tabs.button(key).setObjectName(f"broadcast_tab_{key}")
        self._tabs.chosen.connect(self._show_tab)
        self._stack = QStackedWidget()
        for pane in (self.people, self.calls, self.answers, self.text):
            self._stack.addWidget(pane)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """In a low window what may follow stands beside the people, not above what came back."""
        low = theme.usual(self.height()) < _LOW
        self.head.make_room(low=low)
        self.decision.make_room(low=low)
        self.follow_ups.setHidden(low and self._tabs.current != "people")

    def open(self, what: object) -> None:
        if isinstance(what, int) and what != self._id:
            self._id, self._detail, self._rule = what, None, None
            self.people.begin()
            self.answers.begin()
            self.courses.show_record(None)
            self.follow_ups.show_reach({})
            self._tabs.choose("people")
            self._show_tab("people")
            self.set_title("")
        self.refresh()
        self._read_afterwards()

    def shown(self) -> object:
        return self._id

    def leave(self) -> None:
        self._second.stop()
        self._afterwards.stop()

    def on_changed(self, events: frozenset[Changed]) -> None:
        mine = any(event.topic is Topic.BROADCASTS and event.id in (None, self._id) for event in events)
        if mine or (self._waits and topics(events) & _OF_THE_STATION):
            super().on_changed(frozenset(each for each in events if each.topic is not Topic.INBOX))
        elif Topic.INBOX in topics(events):
            self._soon_afterwards()

    @property
    def _waits(self) -> bool:
        """Whether something of it still has to leave."""
        summary = self._detail.summary if self._detail is not None else None
        return bool(summary and tally(summary.counts).get(Outcome.WAITING) and not summary.cancelled)

    def refresh(self) -> None:
        number = self._id
        if number is None:
            return
        services, marks = self.services, self.model.marks

        self.tasks.read(self, "broadcast", lambda: read_live(services, number, marks), self._show)
        self._soon_afterwards()

    def _soon_afterwards(self) -> None:
        if not self._afterwards.isActive():
            self._afterwards.start()

    def _read_afterwards(self) -> None:
        number = self._id
        if number is not None and self.isVisible():
            services, most = self.services, self.answers.most
            self.tasks.read(self, "around", lambda: read_around(services, number, most), self._show_around)

    def _show(self, live: Live) -> None:
        summary = live.detail.summary
        if summary.id != self._id:
            return
        self._detail = live.detail
        self.set_title(visible(summary.title))
        self.people.show_renewed(live.renewed, summary.counts)
        self.head.show_broadcast(summary, live, self.clock())
        self.held.show_held(live.held, others_here=live.others_here)
        self.follow_ups.show_broadcast(summary)
        self.text.show_detail(live.detail, self._rule)
        self._tabs.set_text("people", self.tr("People %n", "", len(self.model.messages)))
        self._show_actions(summary)
        self._show_decision()
        self._count_down()

    def _show_around(self, around: Around) -> None:
        if around.number != self._id:
            return
        self._rule = around.rule
        self.calls.show_list(around.calling)
        self.answers.show_answers(around.answers, self.clock())
        self.courses.show_record(around.courses)
        self.follow_ups.show_reach(around.followed_by)
        self.follow_ups.show_chain(around.chain, _told_elsewhere(around.courses), around.crisis)
        self.head.show_rule(around.rule)
        if self._detail is not None:
            self.text.show_detail(self._detail, around.rule)
        self._tabs.set_text("calls", self.tr("Not reached %n", "", len(around.calling.entries)))
        self._tabs.set_text("answers", self.tr("Answers %n", "", around.answers.count))

    def _show_actions(self, summary: BroadcastSummary) -> None:
        waiting = self._waits
        self._pause.setVisible(waiting and not summary.paused)
        self._resume.setVisible(waiting and summary.paused)
        self._stop_button.setVisible(waiting)

    def _show_tab(self, key: str) -> None:
        self._stack.setCurrentIndex(_TABS.index(key))
        self._make_room()
        self._show_decision()

    def _show_decision(self) -> None:
        """Ask about the messages that are marked; without a mark, about every one that is uncertain.

        Beside the other tabs the question would take the room of what they are for.
        """
        marked = self.people.selected
        here = self._tabs.current == "people"
        self.decision.show_messages((marked or self.people.undecided) if here else (), everything=not marked)

    def _decide(self, resend: bool) -> None:
        numbers = [message.id for message in self.people.selected or self.people.undecided]
        broadcasts, person = self.services.broadcasts, self.services.preferences.person
        self.tasks.change(
            self,
            lambda: broadcasts.decide_all(numbers, resend=resend, by=person),
            lambda done: self._decided(*done, resend=resend),
        )

    def _decided(self, count: int, refused: Sequence[Sentence], *, resend: bool) -> None:
        again = self.tr("%n messages are sent again.", "", count)
        words = again if resend else self.tr("%n messages count as sent.", "", count)
        if count:
            self.notices.toast(words)
        if refused:  # what changed since one looked: it stays as it is
            self.tasks.failed.emit(refused[0])

    def _keep_call(self, who: str, called: bool, note: str) -> None:
        following = self.services.following
        self._act(lambda number: following.keep_call(number, who, called=called, note=note))

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
            self.notices.toast(self.tr("Cancelled: nothing was sent. The message is a draft again."))
            self.navigate.emit(Place(Route.NOTIFY, NotifyStart(draft_id=back.draft_id)))

    def _stopped(self, result: CancelResult) -> None:
        if result.kept:
            kept = self.tr("%n were already on their way.", "", result.kept)
            stopped = self.tr("%n messages were stopped.", "", result.cancelled)
            self.notices.toast(f"{stopped} {kept}")
        else:
            self.notices.toast(self.tr("Cancelled: nothing was sent."))

    def _seconds_until(self, moment: datetime | None) -> int:
        return ceil((moment - self.clock()).total_seconds()) if moment else 0

    def _count_down(self) -> None:
        """Say how long one can still call it back; the clock runs only until it leaves."""
        summary = self._detail.summary if self._detail else None
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


def _timer(page: Page, every_ms: int, call: Callable[[], None]) -> QTimer:
    timer = QTimer(page)
    timer.setInterval(every_ms)
    timer.timeout.connect(call)
    return timer


def _told_elsewhere(record: NoticeRecord | None) -> tuple[int, ...]:
    """The broadcasts that the bar of courses links to already."""
    if record is None:
        return ()
    told = [number for number, _ in record.follow_ups]
    return (*told, record.about) if record.about is not None else tuple(told)
