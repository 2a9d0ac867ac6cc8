"""Réglages, the phones that tests go to: one's own mobile and a few others."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QLineEdit

from smsdesk.domain.sentences import Sentence
from smsdesk.services.seed_list import SeedList
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.i18n import translate
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.widgets.fields import Labelled
from smsdesk.ui.widgets.layout import row
from smsdesk.ui.widgets.surfaces import Banner, Card, SectionHeader

_BETWEEN = re.compile(r"[,;/\n]+")
"""What stands between two numbers."""


class SeedListCard(Card):
    """Shows the list and keeps what is typed, when the keyboard leaves a field."""

    def __init__(self, tasks: Tasks, phones: SeedList) -> None:
        super().__init__(space=tokens.SPACE_M)
        self._tasks = tasks
        self._phones = phones
        self._kept: tuple[str, ...] | None = None
        self._told: list[str] = []
        self.own = QLineEdit()
        self.own.setObjectName("settings_own_mobile")
        self.others = QLineEdit()
        self.others.setObjectName("settings_seed_list")
        self.problem = Banner("", Tone.UNCERTAIN)
        self.problem.setObjectName("settings_seed_problem")
        own = Labelled(self.tr("Your mobile"), self.own, self.tr("“Test to myself” sends a text here first"))
        others = Labelled(
            self.tr("Others"), self.others, self.tr("Up to nine more numbers, with commas between")
        )
        fields = row(space=tokens.SPACE_M)
        fields.addWidget(own, 2)
        fields.addWidget(others, 3)
        self.body.addWidget(SectionHeader(self.tr("Phones for tests")))
        self.body.addLayout(fields)
        self.body.addWidget(self.problem)
        for field in (self.own, self.others):
            field.editingFinished.connect(self._keep)

    def refresh(self) -> None:
        """Read the list again; what is being typed stays."""
        self._tasks.read(self, "phones", self._phones.read, self._show)

    def _show(self, phones: tuple[str, ...]) -> None:
        if phones == self._kept:
            return
        self._kept = phones
        self.own.setText(formats.phone(phones[0]) if phones else "")
        self.others.setText(", ".join(formats.phone(phone) for phone in phones[1:]))
        self._told = self._typed()

    def _typed(self) -> list[str]:
        numbers = [self.own.text(), *_BETWEEN.split(self.others.text())]
        return [number.strip() for number in numbers if number.strip()]

    def _keep(self) -> None:
        typed = self._typed()
        if typed != self._told:
            self._told = typed
            self._tasks.change(self, lambda: self._phones.keep(typed), self._accepted, self._refused)

    def _accepted(self, phones: tuple[str, ...]) -> None:
        self.problem.say("", Tone.UNCERTAIN)
        self._show(phones)

    def _refused(self, sentence: Sentence) -> None:
        """What was typed cannot be kept; it stays to be corrected."""
        self.problem.say(translate(sentence), Tone.UNCERTAIN)
