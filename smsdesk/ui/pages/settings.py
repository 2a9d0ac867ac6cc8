"""The page Réglages: the institution, the modem and its SIM, language and appearance."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtWidgets import QLineEdit, QWidget

from smsdesk.domain.diagnosis import Diagnosis
from smsdesk.domain.modems import ModemStatus
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.views import QueueSummary
from smsdesk.services.events import Topic
from smsdesk.services.preferences import Choices
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.theme import Appearance
from smsdesk.ui.i18n import Language, translate
from smsdesk.ui.pages.page import Page, PageContext, scrolled
from smsdesk.ui.pages.settings_answers import AnswersCard
from smsdesk.ui.pages.settings_answers_closed import ClosedCard
from smsdesk.ui.pages.settings_answers_keywords import KeywordsCard
from smsdesk.ui.pages.settings_budget import BudgetCard, SimsRead
from smsdesk.ui.pages.settings_calendar import CalendarCard
from smsdesk.ui.pages.settings_hours import HoursCard, HoursRead
from smsdesk.ui.pages.settings_modem import ModemCard, finding_row
from smsdesk.ui.pages.settings_seed_list import SeedListCard
from smsdesk.ui.pages.settings_wording import WordingCard
from smsdesk.ui.widgets.buttons import Button
from smsdesk.ui.widgets.fields import Labelled, Picker
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.surfaces import Banner, Card, SectionHeader
from smsdesk.ui.widgets.text import Label

_Read = tuple[Choices, tuple[ModemStatus, ...], QueueSummary, SimsRead, HoursRead]


class SettingsPage(Page):
    """What is chosen once, and how the modem stands."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.SETTINGS, Topic.MODEM, Topic.QUEUE, Topic.BUDGET})

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "")
        self.set_title(self.tr("Settings"))
        self._choices: Choices | None = None
        self._modems: tuple[ModemStatus, ...] | None = None
        self._seed_list = SeedListCard(self.tasks, self.services.seed_list)
        self._calendar = CalendarCard(self.tasks, self.services.calendars, self.clock)
        self._wording = WordingCard(self.tasks, self.services.wording)
        self._answers = AnswersCard(self.tasks, self.services)
        self._closed = ClosedCard(self.tasks, self.services.auto_replies)
        self._keywords = KeywordsCard(self.tasks, self.services, self.notices)
        content = QWidget()
        content.setLayout(
            column(
                self._make_modem(),
                self._make_budget(),
                self._make_institution(),
                self._wording,
                self._make_hours(),
                self._answers,
                self._closed,
                self._keywords,
                self._calendar,
                self._seed_list,
                self._make_window(),
                None,
                space=tokens.SPACE_M,
            )
        )
        content.setMaximumWidth(tokens.CONTENT_MAX_WIDTH)
        self.body.addWidget(scrolled(content))
        self.first = self._examine

    def _make_institution(self) -> Card:
        self.institution = QLineEdit()
        self.institution.setObjectName("settings_institution")
        self.institution.setMaxLength(80)
        self.institution.editingFinished.connect(self._keep)
        self.phone = QLineEdit()
        self.phone.setObjectName("settings_phone")
        self.phone.setMaxLength(30)
        self.phone.editingFinished.connect(self._keep)
        fields = row(space=tokens.SPACE_M)
        name = Labelled(
            self.tr("Name"), self.institution, self.tr("Signs your messages in the place of {institution}")
        )
        phone = Labelled(self.tr("Phone"), self.phone, self.tr("Stands in the place of {téléphone}"))
        fields.addWidget(name, 3)
        fields.addWidget(phone, 2)
        return Card(SectionHeader(self.tr("Institution")), fields, space=tokens.SPACE_M)

    def _make_window(self) -> Card:
        self.language = Picker(self.tr("Language"))
        self.language.setObjectName("settings_language")
        self.language.addItem("Français", Language.FRENCH)
        self.language.addItem("English", Language.ENGLISH)
        self.language.activated.connect(self._keep)
        self.appearance = Picker(self.tr("Appearance"))
        self.appearance.setObjectName("settings_appearance")
        self.appearance.addItem(self.tr("Like the system"), Appearance.SYSTEM)
        self.appearance.addItem(self.tr("Light"), Appearance.LIGHT)
        self.appearance.addItem(self.tr("Dark"), Appearance.DARK)
        self.appearance.activated.connect(self._keep)
        fields = row(space=tokens.SPACE_M)
        fields.addWidget(Labelled(self.tr("Language"), self.language), 1)
        fields.addWidget(Labelled(self.tr("Appearance"), self.appearance), 1)
        return Card(SectionHeader(self.tr("Language and appearance")), fields, space=tokens.SPACE_M)

    def _make_modem(self) -> Card:
        self._cards = column(space=tokens.SPACE_S)
        self._queue = Banner("", Tone.UNCERTAIN)
        self._hold = Button(self.tr("Hold all sending"), Icon.PAUSE)
        self._hold.setObjectName("settings_hold")
        self._hold.clicked.connect(lambda: self.tasks.change(self, self.services.station.pause))
        self._go_on = Button(self.tr("Send again"), Icon.PLAY)
        self._go_on.setObjectName("settings_go_on")
        self._go_on.clicked.connect(lambda: self.tasks.change(self, self.services.station.resume))
        self._examine = Button(self.tr("Examine the modem"), Icon.SEARCH)
        self._examine.setObjectName("settings_doctor")
        self._examine.clicked.connect(self._diagnose)
        self._findings = column(space=tokens.SPACE_S)
        card = Card(SectionHeader(self.tr("Modem and SIM card")), self._queue, space=tokens.SPACE_M)
        card.body.addLayout(self._cards)
        card.body.addLayout(self._findings)
        card.body.addLayout(row(self._examine, None, self._hold, self._go_on))
        return card

    def _make_budget(self) -> BudgetCard:
        self._budget = BudgetCard()
        self._budget.changed.connect(
            lambda plan: self.tasks.change(self, lambda: self.services.budget.save(plan))
        )
        return self._budget

    def _make_hours(self) -> HoursCard:
        hours = self.services.hours
        self._hours = HoursCard()
        self._hours.quiet_changed.connect(lambda quiet: self._keep_hours(lambda: hours.save_quiet(quiet)))
        self._hours.spacing_changed.connect(lambda told: self._keep_hours(lambda: hours.save_spacing(told)))
        return self._hours

    def _keep_hours(self, save: Callable[[], None]) -> None:
        def refused(sentence: Sentence) -> None:
            self.tasks.failed.emit(sentence)
            self._hours.refused()
            self.refresh()

        self.tasks.change(self, save, failed=refused)

    def refresh(self) -> None:
        def read() -> _Read:
            station, budget = self.services.station, self.services.budget
            sims = SimsRead(budget.plans(), budget.names(), budget.meters(), budget.seen())
            hours = HoursCard.read(self.services.hours)
            return self.services.preferences.read(), station.modems(), station.queue(), sims, hours

        self.tasks.read(self, "settings", read, self._show)
        self._seed_list.refresh()
        self._calendar.refresh()
        for card in (self._wording, self._answers, self._closed, self._keywords):
            card.refresh()

    def _show(self, read: _Read) -> None:
        choices, modems, queue, sims, hours = read
        self._hours.show_hours(hours)
        self._show_choices(choices)
        self._budget.show_sims(sims)
        self._show_modems(modems)
        self._hold.setVisible(not queue.paused)
        self._go_on.setVisible(queue.paused)
        told = {modem.sentence for modem in modems}  # a modem says it below
        reason = queue.reason if queue.reason not in told else None
        self._queue.say(translate(reason) if reason else "", Tone.UNCERTAIN)

    def _show_choices(self, choices: Choices) -> None:
        if choices == self._choices:
            return
        self._choices = choices
        self.institution.setText(choices.institution)
        self.phone.setText(choices.phone)
        self.language.setCurrentIndex(self.language.findData(Language(choices.language)))
        self.appearance.setCurrentIndex(self.appearance.findData(Appearance(choices.appearance)))

    def _show_modems(self, modems: tuple[ModemStatus, ...]) -> None:
        """Show the modems anew only when they changed: a PIN may just be typed."""
        if modems == self._modems:
            return
        self._modems = modems
        clear(self._cards)
        for modem in modems:
            card = ModemCard(modem)
            card.pin_entered.connect(self._enter_pin)
            self._cards.addWidget(card)
        if not modems:
            text = self.tr("Plug a GSM modem with its SIM card into a USB port: it is found by itself.")
            self._cards.addWidget(Label(text, muted=True, wrap=True))

    def _enter_pin(self, name: str, pin: str) -> None:
        self.tasks.change(self, lambda: self.services.station.enter_pin(name, pin))

    def _diagnose(self) -> None:
        self._examine.setEnabled(False)
        clear(self._findings)
        self._findings.addWidget(
            Label(self.tr("Every port is being looked at; this takes some seconds."), muted=True)
        )
        self.tasks.wait_for(
            self, "doctor", self.services.station.diagnose, self._show_diagnosis, self._undiagnosed
        )

    def _show_diagnosis(self, diagnosis: Diagnosis) -> None:
        self._examine.setEnabled(True)
        clear(self._findings)
        for finding in diagnosis.findings:
            self._findings.addWidget(finding_row(finding))

    def _undiagnosed(self, sentence: Sentence) -> None:
        self._examine.setEnabled(True)
        clear(self._findings)
        self._findings.addWidget(Banner(translate(sentence), Tone.FAILED))

    def _keep(self) -> None:
        choices = Choices(
            institution=self.institution.text().strip(),
            phone=self.phone.text().strip(),
            language=str(self.language.currentData()),
            appearance=str(self.appearance.currentData()),
        )
        if choices != self._choices:
            self._choices = choices
            self.tasks.change(self, lambda: self.services.preferences.keep(choices))
