"""The page Accueil: the tasks, and what happens today; on the first start, what has to be known first."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from smsdesk.domain.budget import Meter
from smsdesk.domain.views import BroadcastKind, BroadcastSummary, Conversation
from smsdesk.services.bundle import Services
from smsdesk.services.events import Topic
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon, Ink
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.keyboard import keyboard_at
from smsdesk.ui.pages.home_guide import GuideOffer
from smsdesk.ui.pages.home_latest import Latest
from smsdesk.ui.pages.home_planned import PlannedToday
from smsdesk.ui.pages.home_station import StationLine, StationView
from smsdesk.ui.pages.home_welcome import Standing, WelcomePanel, read_standing
from smsdesk.ui.pages.missed import MissedCard
from smsdesk.ui.pages.page import Page, PageContext, scrolled
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.meters import MeterView
from smsdesk.ui.widgets.surfaces import Banner, Card, SectionHeader
from smsdesk.ui.widgets.taskbuttons import TaskButton

_SENDS_SHOWN = 5
_ANSWERS_SHOWN = 5
_SIDE_BY_SIDE_FROM = 880
"""Pixels: below that two meters have no room beside each other."""


@dataclass(frozen=True)
class _Today:
    people: int
    standing: Standing
    station: StationView
    broadcasts: tuple[BroadcastSummary, ...]
    answers: tuple[Conversation, ...]
    meters: tuple[Meter, ...] = ()

    @property
    def welcomes(self) -> bool:
        """Whether nothing was done yet and something is still asked."""
        return not (self.people or self.broadcasts) and self.standing.next_step is not None

    @property
    def guides(self) -> bool:
        """Whether the first send is still to come, and there is somebody to get it."""
        return bool(self.people) and not self.broadcasts and self.standing.welcome.guide


class HomePage(Page):
    """What one wants to do, and what waits for an answer or a decision."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {
            Topic.PEOPLE,
            Topic.BROADCASTS,
            Topic.INBOX,
            Topic.QUEUE,
            Topic.MODEM,
            Topic.BUDGET,
            Topic.SCHEDULE,
            Topic.SETTINGS,
        }
    )

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "")
        self.set_title(self.tr("Home"))
        self._shown: _Today | None = None
        self._uncertain = self._make_uncertain()
        self._missed = MissedCard(self.tasks, self.services.schedule)
        self._planned = PlannedToday(self.tasks, self.services, self.clock)
        self._welcome = WelcomePanel(self.tasks, self.services, self.try_out)
        self._welcome.moved.connect(self._follow_welcome)
        self._tasks = QWidget()
        self._tasks.setLayout(self._make_tasks())
        self._guide = GuideOffer(self.tasks, self.services.first_steps)
        self._station = StationLine()
        self._latest = Latest()
        for ways in (self._planned, self._welcome, self._guide, self._station, self._latest):
            ways.navigate.connect(self.navigate)
        for part in (self._welcome, self._tasks, self._guide, self._station, self._latest):
            part.hide()
        budget = self._make_budget()
        content = QWidget()
        content.setLayout(
            column(
                self._uncertain,
                self._missed,
                self._welcome,
                self._tasks,
                self._guide,
                self._station,
                self._planned,
                self._latest,
                budget,
                None,
                space=tokens.SPACE_L,
            )
        )
        self._area = scrolled(content)
        self.body.addWidget(self._area)

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
        group.clicked.connect(lambda: self.navigate.emit(Place(Route.NOTIFY, NotifyStart())))
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

    def _make_budget(self) -> Card:
        plans = Button(self.tr("Change the plans"), None, Look.LINK)
        plans.clicked.connect(lambda: self.navigate.emit(Place(Route.SETTINGS, "modem")))
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
        self._place_meters()

    def _place_meters(self) -> None:
        """Where the meters of a SIM have no room side by side, they stand in a column."""
        narrow = theme.usual(self.width()) < _SIDE_BY_SIDE_FROM
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for line in self._sims:
            line.setDirection(way)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_meters()

    def refresh(self) -> None:
        services = self.services
        self.tasks.read(self, "today", lambda: _read(services), self._show)
        self._missed.refresh()
        self._planned.refresh()

    def _show(self, today: _Today) -> None:
        if today == self._shown:
            return
        self._shown = today
        keyboard = keyboard_at(self)
        here = keyboard is not None and self.isAncestorOf(keyboard)
        self._show_parts(today)
        if keyboard is self or (here and keyboard_at(self) is not keyboard):
            self.take_focus()  # what had the keyboard is not there any more
            self._area.verticalScrollBar().setValue(0)  # what is above it comes first

    def _show_parts(self, today: _Today) -> None:
        self._welcome.show_standing(today.standing)
        self._welcome.setVisible(today.welcomes)
        self.set_title(self.tr("Welcome") if today.welcomes else self.tr("Home"))
        self._guide.setVisible(today.guides)
        for part in (self._tasks, self._station, self._latest):
            part.setVisible(not today.welcomes)
        self.first = (self._welcome.first if today.welcomes else None) or self._absence
        count = today.station.queue.uncertain
        words = self.tr("For %n messages it is not known whether they left. You decide.", "", count)
        self._uncertain.say(words if count else "", Tone.UNCERTAIN)
        self._station.show_station(today.station)
        self._latest.show_latest(today.broadcasts, today.answers)
        self._show_meters(today.meters)

    def _follow_welcome(self) -> None:
        """The next question is open: one answers it at once."""
        self.first = self._welcome.first or self._absence
        if self._welcome.first is not None:
            self.take_focus()
            self._area.ensureWidgetVisible(self.first)


def _read(services: Services) -> _Today:
    sends = services.broadcasts.list(limit=4 * _SENDS_SHOWN)
    talks = services.inbox.conversations(limit=10 * _ANSWERS_SHOWN)
    standing = read_standing(services)
    names = tuple(sorted(services.budget.names().items()))
    return _Today(
        people=services.people.count(),
        standing=standing,
        station=StationView(standing.modems, services.station.queue(), names),
        broadcasts=tuple(send for send in sends if send.kind is not BroadcastKind.REPLY)[:_SENDS_SHOWN],
        answers=tuple(talk for talk in talks if talk.unread)[:_ANSWERS_SHOWN],
        meters=services.budget.meters(),
    )
