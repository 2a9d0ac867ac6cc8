"""The page Réglages: what is chosen once and how the modem stands, in sections."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import ClassVar, TypeVar

from PySide6.QtWidgets import QScrollArea, QWidget

from smsdesk.domain.budget import SimPlan
from smsdesk.domain.modems import ModemStatus
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.views import QueueSummary
from smsdesk.services.events import Topic
from smsdesk.services.preferences import Choices
from smsdesk.services.safekeeping import Kept
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.pages.page import Page, PageContext, scrolled
from smsdesk.ui.pages.settings_answers import AnswersCard
from smsdesk.ui.pages.settings_answers_closed import ClosedCard
from smsdesk.ui.pages.settings_answers_keywords import KeywordsCard
from smsdesk.ui.pages.settings_budget import BudgetCard, SimsRead
from smsdesk.ui.pages.settings_calendar import CalendarCard
from smsdesk.ui.pages.settings_data import CopiesCard, DataCard
from smsdesk.ui.pages.settings_hours import HoursCard, HoursRead
from smsdesk.ui.pages.settings_institution import InstitutionCard
from smsdesk.ui.pages.settings_keeping import Keeping
from smsdesk.ui.pages.settings_seed_list import SeedListCard
from smsdesk.ui.pages.settings_start import StartCard
from smsdesk.ui.pages.settings_station import StationCard
from smsdesk.ui.pages.settings_trial import TrialCard
from smsdesk.ui.pages.settings_window import WindowCard
from smsdesk.ui.pages.settings_wording import WordingCard
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.widgets.sections import Sections
from smsdesk.ui.widgets.surfaces import Card

T = TypeVar("T")

_Read = tuple[Choices, tuple[ModemStatus, ...], QueueSummary, SimsRead, HoursRead]


class Section(StrEnum):
    """The sections; `Place(Route.SETTINGS, Section.WINDOW)` opens one."""

    MODEM = "modem"
    INSTITUTION = "institution"
    HOURS = "hours"
    ANSWERS = "answers"
    DATA = "data"
    WINDOW = "window"


class SettingsPage(Page):
    """What is chosen once, and how the modem stands."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.SETTINGS, Topic.MODEM, Topic.QUEUE, Topic.BUDGET})

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "")
        self.set_title(self.tr("Settings"))
        self._keeping = Keeping(self.tasks, self.notices, self)
        self._make_cards()
        self.sections = Sections(
            self.tr("Sections of the settings"),
            (
                (
                    Section.MODEM,
                    Icon.MODEM,
                    self.tr("Modem and SIM card"),
                    _pane(self._station, self._budget),
                ),
                (
                    Section.INSTITUTION,
                    Icon.CLASS,
                    self.tr("Institution"),
                    _pane(self.institution, self._wording, self._seed_list),
                ),
                (
                    Section.HOURS,
                    Icon.CLOCK,
                    self.tr("Hours and calendar"),
                    _pane(self._hours, self._calendar),
                ),
                (
                    Section.ANSWERS,
                    Icon.INBOX,
                    self.tr("Answers"),
                    _pane(self._answers, self._closed, self._keywords),
                ),
                (
                    Section.DATA,
                    Icon.SAVE,
                    self.tr("Data"),
                    _pane(self._data, self._copies),
                ),
                (
                    Section.WINDOW,
                    Icon.SETTINGS,
                    self.tr("This program"),
                    _pane(self.window_card, self._start, TrialCard(self.try_out)),
                ),
            ),
        )
        self.sections.chosen.connect(self._turn_to)
        self.body.addWidget(self.sections)
        self._turn_to(Section.MODEM)

    def _make_cards(self) -> None:
        services, tasks = self.services, self.tasks
        self._station = StationCard(tasks, services.station)
        self.institution = InstitutionCard(tasks, services.preferences, self.notices)
        self.window_card = WindowCard(tasks, services.preferences, self.notices)
        self._start = StartCard(tasks, services.preferences, services.autostart, self.notices)
        if self.try_out is None:
            self._start.hide()  # a sample world is not what a computer starts with
        self._seed_list = SeedListCard(tasks, services.seed_list)
        self._calendar = CalendarCard(tasks, services.calendars, self.notices, self.clock)
        self._wording = WordingCard(tasks, services.wording, self.notices)
        self._answers = AnswersCard(tasks, services, self.notices)
        self._closed = ClosedCard(tasks, services.auto_replies, self.notices)
        self._keywords = KeywordsCard(tasks, services, self.notices)
        self._data = DataCard(tasks, services.safekeeping)
        self._copies = CopiesCard(tasks, services.safekeeping, self.go_back_to)
        self._hours = self._make_hours()
        self._budget = BudgetCard()
        self._budget.changed.connect(self._keep_plan)

    def _make_hours(self) -> HoursCard:
        hours = self.services.hours
        card = HoursCard()
        card.quiet_changed.connect(lambda before, after: self._keep_hours(before, after, hours.save_quiet))
        card.spacing_changed.connect(
            lambda before, after: self._keep_hours(before, after, hours.save_spacing)
        )
        return card

    def open(self, what: object) -> None:
        """Show the section that is named."""
        if isinstance(what, str):
            self.sections.show_section(what)
            self._turn_to(what)

    def shown(self) -> object:
        return self.sections.current

    def _turn_to(self, _section: str) -> None:
        """The keyboard starts at the name of the section: Tab goes into it."""
        self.first = self.sections.buttons[self.sections.current]

    def _keep_plan(self, before: SimPlan, after: SimPlan) -> None:
        words, save = self.tr("The plan of the SIM card is kept."), self.services.budget.save
        self._keeping.keep(words, before, after, save)

    def _keep_hours(self, before: T, after: T, save: Callable[[T], None]) -> None:
        def refused(sentence: Sentence) -> None:
            self.tasks.failed.emit(sentence)
            self._hours.refused()
            self.refresh()

        words = self.tr("The sending hours are kept.")
        self._keeping.keep(words, before, after, save, failed=refused)

    def refresh(self) -> None:
        def read() -> _Read:
            station, budget = self.services.station, self.services.budget
            sims = SimsRead(budget.plans(), budget.names(), budget.meters(), budget.seen())
            hours = HoursCard.read(self.services.hours)
            return self.services.preferences.read(), station.modems(), station.queue(), sims, hours

        self.tasks.read(self, "settings", read, self._show)
        self.tasks.read(self, "kept", self.services.safekeeping.read, self._show_kept)
        self._seed_list.refresh()
        self._calendar.refresh()
        for card in (self._start, self._wording, self._answers, self._closed, self._keywords):
            card.refresh()

    def _show_kept(self, kept: Kept) -> None:
        self._data.show_kept(kept)
        self._copies.show_kept(kept)

    def _show(self, read: _Read) -> None:
        choices, modems, queue, sims, hours = read
        self._hours.show_hours(hours)
        self.institution.show_choices(choices)
        self.window_card.show_choices(choices)
        self._budget.show_sims(sims)
        self._station.show_station(modems, queue)


def _pane(*cards: Card) -> QScrollArea:
    """The cards of one section, one under the other."""
    content = QWidget()
    content.setLayout(column(*cards, None, space=tokens.SPACE_M))
    content.setMaximumWidth(tokens.CONTENT_MAX_WIDTH)
    return scrolled(content)
