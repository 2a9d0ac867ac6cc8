"""How the modems stand, the PIN that one asks for, and the doctor: in the settings and at the first start."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from smsdesk.domain.diagnosis import Diagnosis
from smsdesk.domain.modems import ModemStatus
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.views import QueueSummary
from smsdesk.services.station import Station
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.i18n import translate
from smsdesk.ui.keyboard import keyboard_at
from smsdesk.ui.pages.settings_modem import ModemCard, finding_row
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.widgets.buttons import Button
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.surfaces import Banner, Card, SectionHeader
from smsdesk.ui.widgets.text import Label, announce


class ModemSetup(Card):
    """The modems one by one, or how one comes by one, and a button that examines everything."""

    def __init__(self, tasks: Tasks, station: Station, title: str = "") -> None:
        super().__init__(space=tokens.SPACE_M)
        self._tasks = tasks
        self._station = station
        self._modems: tuple[ModemStatus, ...] | None = None
        self._cards = column(space=tokens.SPACE_S)
        self.examine = Button(self.tr("Examine the modem"), Icon.SEARCH)
        self.examine.setObjectName("settings_doctor")
        self.examine.clicked.connect(self._diagnose)
        self._gives_back: tuple[bool, QWidget | None] = (False, None)
        self._findings = column(space=tokens.SPACE_S)
        if title:
            self.body.addWidget(SectionHeader(title))
        self.body.addLayout(self._cards)
        self.body.addLayout(self._findings)
        self.line = row(self.examine, None)
        self.body.addLayout(self.line)

    def show_modems(self, modems: tuple[ModemStatus, ...]) -> None:
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
        self._tasks.change(self, lambda: self._station.enter_pin(name, pin))

    def _diagnose(self) -> None:
        had_keyboard = self.examine.hasFocus()
        self.examine.setEnabled(False)
        self._gives_back = had_keyboard, keyboard_at(self)
        clear(self._findings)
        words = self.tr("Every port is being looked at; this takes some seconds.")
        self._findings.addWidget(Label(words, muted=True, wrap=True))
        self._tasks.wait_for(self, "doctor", self._station.diagnose, self._show_diagnosis, self._undiagnosed)

    def _show_diagnosis(self, diagnosis: Diagnosis) -> None:
        self._examined()
        for finding in diagnosis.findings:
            self._findings.addWidget(finding_row(finding))
        announce(self, " ".join(translate(finding.title) for finding in diagnosis.findings))

    def _examined(self) -> None:
        """Who pressed the button by the keyboard has it there again, unless they went on meanwhile."""
        had_keyboard, went_to = self._gives_back
        self.examine.setEnabled(True)
        if had_keyboard and keyboard_at(self) is went_to:
            self.examine.setFocus()
        clear(self._findings)

    def _undiagnosed(self, sentence: Sentence) -> None:
        self._examined()
        self._findings.addWidget(Banner(translate(sentence), Tone.FAILED))


class StationCard(ModemSetup):
    """The same with the queue: why nothing leaves, and the way to hold it all."""

    def __init__(self, tasks: Tasks, station: Station) -> None:
        super().__init__(tasks, station, self.tr("Modem and SIM card"))
        self._queue = Banner("", Tone.UNCERTAIN)
        self.body.insertWidget(1, self._queue)
        self.hold = Button(self.tr("Hold all sending"), Icon.PAUSE)
        self.hold.setObjectName("settings_hold")
        self.hold.clicked.connect(lambda: tasks.change(self, station.pause))
        self.go_on = Button(self.tr("Go on sending"), Icon.PLAY)
        self.go_on.setObjectName("settings_go_on")
        self.go_on.clicked.connect(lambda: tasks.change(self, station.resume))
        self.line.addWidget(self.hold)
        self.line.addWidget(self.go_on)

    def show_station(self, modems: tuple[ModemStatus, ...], queue: QueueSummary) -> None:
        """Show modems and queue as they stand."""
        self.show_modems(modems)
        self.hold.setVisible(not queue.paused)
        self.go_on.setVisible(queue.paused)
        told = {modem.sentence for modem in modems}  # a modem says it below
        reason = queue.reason if queue.reason not in told else None
        self._queue.say(translate(reason) if reason else "", Tone.UNCERTAIN)
