"""The page Accueil: the three tasks, and what happens today; on the first start, the way in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import groupby, pairwise
from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QWidget

from smsdesk.domain.budget import Meter
from smsdesk.domain.modems import ModemState
from smsdesk.domain.untrusted import visible
from smsdesk.domain.views import BroadcastKind, BroadcastSummary, Conversation
from smsdesk.services.events import Topic
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon, Ink
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.pages.home_planned import PlannedToday
from smsdesk.ui.pages.missed import MissedCard
from smsdesk.ui.pages.page import Page, PageContext, scrolled
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.widgets.bars import OutcomeBar
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.chips import Chip
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.meters import MeterView
from smsdesk.ui.widgets.surfaces import Banner, Card, ClickableCard, EmptyState, SectionHeader
from smsdesk.ui.widgets.taskbuttons import TaskButton
from smsdesk.ui.widgets.text import ElidedLabel, Label

_SENDS_SHOWN = 5
_ANSWERS_SHOWN = 5
_THREE_STEPS_FROM = 880
"""Pixels: below that a step holds no button with its words."""


@dataclass(frozen=True)
class _Today:
    people: int
    modem_ready: bool
    broadcasts: tuple[BroadcastSummary, ...]
    answers: tuple[Conversation, ...]
    uncertain: int
    meters: tuple[Meter, ...] = ()


class HomePage(Page):
    """What one wants to do, and what waits for an answer or a decision."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.PEOPLE, Topic.BROADCASTS, Topic.INBOX, Topic.QUEUE, Topic.MODEM, Topic.BUDGET, Topic.SCHEDULE}
    )

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "")
        self.set_title(self.tr("Home"))
        self._shown: _Today | None = None
        self._bars: dict[int, OutcomeBar] = {}
        content = QWidget()
        self._uncertain = self._make_uncertain()
        self._missed = MissedCard(self.tasks, self.services.schedule)
        self._planned = PlannedToday(self.tasks, self.services, self.clock)
        self._planned.navigate.connect(self.navigate)
        self._welcome = column(space=tokens.SPACE_M)
        self._steps = row()
        self._tasks = QWidget()
        self._tasks.setLayout(self._make_tasks())
        self._tasks.hide()
        self._sends = column(space=tokens.SPACE_S)
        self._answers = column(space=tokens.SPACE_S)
        self._today = QWidget()
        self._today.setLayout(self._make_today())
        stack = column(self._uncertain, self._missed, space=tokens.SPACE_L)
        stack.addLayout(self._welcome)
        stack.addWidget(self._tasks)
        stack.addWidget(self._planned)
        stack.addWidget(self._today)
        stack.addWidget(self._make_budget())
        stack.addStretch(1)
        content.setLayout(stack)
        self._area = scrolled(content)
        self.body.addWidget(self._area)
        self._today.hide()

    def _make_tasks(self) -> QHBoxLayout:
        absence = self._absence = TaskButton(
            Icon.ABSENCE, self.tr("A teacher is absent"), self.tr("Tell the families of the course")
        )
        absence.setObjectName("home_absence")
        absence.clicked.connect(lambda: self.navigate.emit(Place(Route.ABSENCE)))
        group = TaskButton(
            Icon.CLASS, self.tr("Write to a class"), self.tr("A message to one group or several")
        )
        group.setObjectName("home_class")
        group.clicked.connect(lambda: self._write(NotifyStart()))
        urgent = TaskButton(
            Icon.ALERT, self.tr("Urgent alert"), self.tr("Leaves before everything else"), Ink.ON_ALARM
        )
        urgent.setProperty("alarm", True)
        urgent.setObjectName("home_alert")
        urgent.clicked.connect(lambda: self.navigate.emit(Place(Route.CRISIS)))
        return row(absence, group, urgent, space=tokens.SPACE_M)

    def _make_uncertain(self) -> Banner:
        decide = Button(self.tr("Decide"))
        decide.clicked.connect(lambda: self.navigate.emit(Place(Route.BROADCASTS, "uncertain")))
        return Banner("", Tone.UNCERTAIN, decide)

    def _make_today(self) -> QBoxLayout:
        every_send = self._every_send = Button(self.tr("See all"), None, Look.LINK)
        every_send.setAccessibleName(self.tr("See all sends"))
        every_send.clicked.connect(lambda: self.navigate.emit(Place(Route.BROADCASTS)))
        every_answer = self._every_answer = Button(self.tr("See all"), None, Look.LINK)
        every_answer.setAccessibleName(self.tr("See all answers"))
        every_answer.clicked.connect(lambda: self.navigate.emit(Place(Route.INBOX)))
        sends = column(SectionHeader(self.tr("Latest sends"), every_send))
        sends.addLayout(self._sends)
        sends.addStretch(1)
        answers = column(SectionHeader(self.tr("Answers to read"), every_answer))
        answers.addLayout(self._answers)
        answers.addStretch(1)
        both = row(space=tokens.SPACE_L)
        both.addLayout(sends, 1)
        both.addLayout(answers, 1)
        return both

    def _make_budget(self) -> Card:
        plans = Button(self.tr("Change the plans"), None, Look.LINK)
        plans.clicked.connect(lambda: self.navigate.emit(Place(Route.SETTINGS)))
        self._meters = column(space=tokens.SPACE_M)
        self._sims: list[QHBoxLayout] = []
        self._budget = Card(SectionHeader(self.tr("SIM budget"), plans), space=tokens.SPACE_M)
        self._budget.setObjectName("home_budget")
        self._budget.body.addLayout(self._meters)
        self._budget.hide()
        return self._budget

    def _show_meters(self, meters: tuple[Meter, ...]) -> None:
        clear(self._meters)
        self._sims = []
        for _, of_sim in groupby(meters, key=lambda meter: meter.sim):
            line = row(space=tokens.SPACE_L)
            for meter in of_sim:
                line.addWidget(MeterView(meter), 1)
            self._sims.append(line)
            self._meters.addLayout(line)
        self._budget.setVisible(bool(meters))
        self._place_steps()

    def _write(self, start: NotifyStart) -> None:
        self.navigate.emit(Place(Route.NOTIFY, start))

    def refresh(self) -> None:
        self.tasks.read(self, "today", self._read, self._show)
        self._missed.refresh()
        self._planned.refresh()

    def _read(self) -> _Today:
        services = self.services
        sends = services.broadcasts.list(limit=4 * _SENDS_SHOWN)
        talks = services.inbox.conversations(limit=10 * _ANSWERS_SHOWN)
        return _Today(
            people=services.people.count(),
            modem_ready=any(modem.state is ModemState.READY for modem in services.station.modems()),
            broadcasts=tuple(send for send in sends if send.kind is not BroadcastKind.REPLY)[:_SENDS_SHOWN],
            answers=tuple(talk for talk in talks if talk.unread)[:_ANSWERS_SHOWN],
            uncertain=services.station.queue().uncertain,
            meters=services.budget.meters(),
        )

    def _show(self, today: _Today) -> None:
        if today == self._shown:
            return
        if self._shown is None:  # now that there is something to see, for the page of absences
            self.tasks.wait_for(self, "calendar", self.services.calendars.prepare, lambda _none: None)
        self._shown = today
        keyboard = QApplication.focusWidget()
        here = keyboard is not None and self.isAncestorOf(keyboard)
        fresh = not today.people and not today.broadcasts
        self._show_welcome(fresh, today.modem_ready)
        count = today.uncertain
        words = self.tr("For %n messages it is not known whether they left. You decide.", "", count)
        self._uncertain.say(words if count else "", Tone.UNCERTAIN)
        for part in (self._tasks, self._today):
            part.setVisible(not fresh)
        self._show_sends(today.broadcasts)
        self._show_answers(today.answers)
        self._show_meters(today.meters)
        self._order_tabs()
        if keyboard is self or (here and QApplication.focusWidget() is not keyboard):
            self.take_focus()  # what had the keyboard is not there any more
            self._area.verticalScrollBar().setValue(0)  # what is above it comes first

    def _show_welcome(self, fresh: bool, modem_ready: bool) -> None:
        clear(self._welcome)
        self.first = self._absence
        if not fresh:
            return
        self._welcome.addWidget(Label(self.tr("Welcome. Three steps to the first SMS"), Type.SUBTITLE))
        load = Button(self.tr("Import a class list"), Icon.IMPORT, Look.PRIMARY)
        load.setObjectName("home_import")
        self.first = load
        load.clicked.connect(lambda: self.navigate.emit(Place(Route.IMPORT)))
        modem = Button(self.tr("See the modem"), Icon.MODEM)
        modem.clicked.connect(lambda: self.navigate.emit(Place(Route.SETTINGS)))
        write = Button(self.tr("Write to a class"), Icon.NOTIFY)
        write.clicked.connect(lambda: self._write(NotifyStart()))
        found = (
            self.tr("It is ready.") if modem_ready else self.tr("With its SIM card; it is found by itself.")
        )
        steps = self._steps = row(space=tokens.SPACE_M)
        for number, title, text, button in (
            (
                1,
                self.tr("Import your class list"),
                self.tr("An Excel file is enough: names, classes, phones."),
                load,
            ),
            (2, self.tr("Plug in the modem"), found, modem),
            (3, self.tr("Write your message"), self.tr("You see how many SMS leave before you send."), write),
        ):
            steps.addWidget(_step(number, title, text, button), 1)
        self._welcome.addLayout(steps)
        for step in _widgets(steps):
            step.show()  # now, not from the event loop: the keyboard is to stand there
        self._place_steps()

    def _place_steps(self) -> None:
        """Where three steps, or the meters of a SIM, have no room side by side, they stand in a column."""
        narrow = self.width() < _THREE_STEPS_FROM
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._welcome.count():
            self._steps.setDirection(way)
        for line in self._sims:
            line.setDirection(way)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_steps()

    def _show_sends(self, sends: tuple[BroadcastSummary, ...]) -> None:
        if sends and list(self._bars) == [send.id for send in sends]:
            for send in sends:
                self._bars[send.id].show_counts(send.counts)
            return
        clear(self._sends)
        self._bars = {}
        for send in sends:
            self._sends.addWidget(self._send_card(send))
        if not sends:
            text = self.tr("What you send appears here, with what becomes of each SMS.")
            self._sends.addWidget(Card(EmptyState(Icon.BROADCASTS, self.tr("Nothing sent yet"), text)))

    def _order_tabs(self) -> None:
        """Cards are made again and again: Tab finds them where they are seen."""
        chain = [self._every_send, *_widgets(self._sends), self._every_answer, *_widgets(self._answers)]
        for one, next_one in pairwise(chain):
            self.setTabOrder(one, next_one)

    def _send_card(self, send: BroadcastSummary) -> ClickableCard:
        bar = self._bars[send.id] = OutcomeBar()
        bar.show_counts(send.counts)
        title = ElidedLabel(visible(send.title), Type.STRONG)
        when = Label(formats.moment(send.not_before or send.created_at), Type.CAPTION, muted=True)
        head = row(space=tokens.SPACE_S)
        head.addWidget(title, 1)
        head.addWidget(when)
        card = ClickableCard(f"{visible(send.title)}, {bar.summary}", head, bar)
        card.activated.connect(partial(self.navigate.emit, Place(Route.BROADCAST, send.id)))
        return card

    def _show_answers(self, answers: tuple[Conversation, ...]) -> None:
        clear(self._answers)
        for talk in answers:
            self._answers.addWidget(self._answer_card(talk))
        if not answers:
            text = self.tr("Answers of the families arrive here and in the inbox.")
            self._answers.addWidget(Card(EmptyState(Icon.INBOX, self.tr("Everything is read"), text)))

    def _answer_card(self, talk: Conversation) -> ClickableCard:
        who = visible(", ".join(talk.names)) or formats.phone(talk.phone)
        name = ElidedLabel(who, Type.STRONG)
        head = row(space=tokens.SPACE_S)
        head.addWidget(name, 1)
        head.addWidget(Chip(Icon.INBOX, self.tr("%n unread", "", talk.unread), Tone.ACCENT))
        head.addWidget(Label(formats.moment(talk.last_at), Type.CAPTION, muted=True))
        words = ElidedLabel(visible(" ".join(talk.last_text.split())), muted=True)
        card = ClickableCard(f"{who}: {visible(talk.last_text)}", head, words)
        card.activated.connect(partial(self.navigate.emit, Place(Route.INBOX, talk.phone)))
        return card


def _widgets(layout: QBoxLayout) -> list[QWidget]:
    items = (layout.itemAt(at) for at in range(layout.count()))
    return [widget for item in items if item is not None and (widget := item.widget()) is not None]


def _step(number: int, title: str, text: str, button: Button) -> Card:
    """One step of the welcome."""
    figure = Label(str(number), Type.FIGURE)
    figure.set_tone(Tone.ACCENT)
    words = Label(text, muted=True, wrap=True)
    return Card(
        figure, Label(title, Type.SUBTITLE, wrap=True), words, None, tokens.SPACE_S, row(button, None)
    )
