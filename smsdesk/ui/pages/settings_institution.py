"""Réglages, institution: the name and the phone that stand in messages."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit

from smsdesk.services.preferences import Choices, Preferences
from smsdesk.ui.design import tokens
from smsdesk.ui.notices import Notices
from smsdesk.ui.pages.settings_keeping import keep_choices
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.widgets.fields import Labelled
from smsdesk.ui.widgets.layout import row
from smsdesk.ui.widgets.surfaces import Card, SectionHeader

LONGEST_NAME = 80
LONGEST_PHONE = 30


class InstitutionCard(Card):
    """Keeps each of both as one leaves its field."""

    def __init__(self, tasks: Tasks, preferences: Preferences, notices: Notices) -> None:
        super().__init__(SectionHeader(self.tr("Institution")), space=tokens.SPACE_M)
        self._tasks = tasks
        self._notices = notices
        self._preferences = preferences
        self._shown: Choices | None = None
        self.name = _field("settings_institution", LONGEST_NAME)
        self.phone = _field("settings_phone", LONGEST_PHONE)
        for field in (self.name, self.phone):
            field.editingFinished.connect(self._keep)
        signs = self.tr("Signs your messages in the place of {institution}")
        fields = row(space=tokens.SPACE_M)
        fields.addWidget(Labelled(self.tr("Name"), self.name, signs), 3)
        fields.addWidget(
            Labelled(self.tr("Phone"), self.phone, self.tr("Stands in the place of {téléphone}")), 2
        )
        self.body.addLayout(fields)

    def show_choices(self, choices: Choices) -> None:
        """Show what is kept, unless that is what was shown: somebody may be typing."""
        if choices == self._shown:
            return
        self._shown = choices
        self.name.setText(choices.institution)
        self.phone.setText(choices.phone)

    def _keep(self) -> None:
        name, phone = self.name.text().strip(), self.phone.text().strip()
        if self._shown is not None and (name, phone) == (self._shown.institution, self._shown.phone):
            return
        keep_choices(
            self._tasks,
            self._preferences,
            self._notices,
            self.tr("Name and phone are kept."),
            lambda before: replace(before, institution=name, phone=phone),
        )


def _field(name: str, longest: int) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setMaxLength(longest)
    return field
