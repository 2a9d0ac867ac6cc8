"""Réglages, window: language and appearance."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QCheckBox

from smsdesk.services.preferences import Choices, Preferences
from smsdesk.ui.design import tokens
from smsdesk.ui.design.motion import Motion
from smsdesk.ui.design.theme import Appearance
from smsdesk.ui.i18n import Language
from smsdesk.ui.look_chosen import look_of
from smsdesk.ui.notices import Notices
from smsdesk.ui.pages.settings_keeping import keep_choices
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.widgets.fields import Labelled, Picker
from smsdesk.ui.widgets.layout import row
from smsdesk.ui.widgets.surfaces import Card, SectionHeader


class WindowCard(Card):
    """How the window speaks and looks; what is picked holds at once."""

    def __init__(self, tasks: Tasks, preferences: Preferences, notices: Notices) -> None:
        super().__init__(SectionHeader(self.tr("Language and appearance")), space=tokens.SPACE_M)
        self._tasks = tasks
        self._notices = notices
        self._preferences = preferences
        self.language = Picker(self.tr("Language"))
        self.language.setObjectName("settings_language")
        self.language.addItem("Français", Language.FRENCH)
        self.language.addItem("English", Language.ENGLISH)
        self.appearance = Picker(self.tr("Appearance"))
        self.appearance.setObjectName("settings_appearance")
        self.appearance.addItem(self.tr("Like the system"), Appearance.SYSTEM)
        self.appearance.addItem(self.tr("Light"), Appearance.LIGHT)
        self.appearance.addItem(self.tr("Dark"), Appearance.DARK)
        self.appearance.addItem(self.tr("High contrast, light"), Appearance.STRONG_LIGHT)
        self.appearance.addItem(self.tr("High contrast, dark"), Appearance.STRONG_DARK)
        self.text = Picker(self.tr("Text size"))
        self.text.setObjectName("settings_text_size")
        for percent in tokens.TEXT_PERCENTS:
            self.text.addItem(QLocale().toString(percent) + "\u00a0%", percent)
        self.still = QCheckBox(self.tr("Nothing moves by itself"))
        self.still.setObjectName("settings_still")
        self.still.clicked.connect(self._keep)
        for picker in (self.language, self.appearance, self.text):
            picker.activated.connect(self._keep)
        fields = row(space=tokens.SPACE_M)
        fields.addWidget(Labelled(self.tr("Language"), self.language), 1)
        fields.addWidget(Labelled(self.tr("Appearance"), self.appearance), 1)
        fields.addWidget(Labelled(self.tr("Text size"), self.text), 1)
        self.body.addLayout(fields)
        self.body.addWidget(self.still)

    def show_choices(self, choices: Choices) -> None:
        """Show what is kept."""
        self.language.setCurrentIndex(self.language.findData(Language(choices.language)))
        look = look_of(choices)
        self.appearance.setCurrentIndex(self.appearance.findData(look.appearance))
        self.text.setCurrentIndex(self.text.findData(look.text_percent))
        self.still.setChecked(look.motion is Motion.STILL)

    def _keep(self) -> None:
        preferences = self._preferences
        language, appearance = str(self.language.currentData()), str(self.appearance.currentData())
        percent = int(self.text.currentData())
        motion = str(Motion.STILL if self.still.isChecked() else Motion.SYSTEM)

        def changed(before: Choices) -> Choices:
            return replace(
                before, language=language, appearance=appearance, text_percent=percent, motion=motion
            )

        keep_choices(self._tasks, preferences, self._notices, self.tr("The window is changed."), changed)
