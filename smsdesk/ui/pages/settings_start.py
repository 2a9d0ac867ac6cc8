"""Réglages, this program: whether it starts with the session, and whether it is the sending station."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QCheckBox

from smsdesk.domain.sentences import Sentence
from smsdesk.services.autostart import Autostart
from smsdesk.services.preferences import Preferences
from smsdesk.ui.design import tokens
from smsdesk.ui.notices import Notices
from smsdesk.ui.pages.settings_keeping import Keeping
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.widgets.surfaces import Card, SectionHeader
from smsdesk.ui.widgets.text import Label


class StartCard(Card):
    """Two choices that hold at once; where the system starts nothing by itself, the first is not offered."""

    def __init__(
        self, tasks: Tasks, preferences: Preferences, autostart: Autostart, notices: Notices
    ) -> None:
        super().__init__(SectionHeader(self.tr("Start and sending station")), space=tokens.SPACE_M)
        self._tasks = tasks
        self._keeping = Keeping(tasks, notices, self)
        self._shown = (False, False)
        self._preferences = preferences
        self._autostart = autostart
        self.starts = QCheckBox(self.tr("Start SMS desk when I log in to this computer"))
        self.starts.setObjectName("settings_autostart")
        if not autostart.offered:
            self.starts.hide()
        self.station = QCheckBox(self.tr("This computer is the sending station"))
        self.station.setObjectName("settings_sending_station")
        words = self.tr(
            "SMS desk then starts minimised, and closing its window leaves it at work: what is planned"
            " leaves, answers come in. Ctrl+Q ends it."
        )
        self.station.setAccessibleDescription(words)
        for box in (self.starts, self.station):
            box.clicked.connect(self._keep)
            self.body.addWidget(box)
        self.body.addWidget(Label(words, muted=True, wrap=True))

    def refresh(self) -> None:
        """Show what holds."""
        self._tasks.read(
            self, "start", lambda: (self._autostart.is_on(), self._preferences.is_station()), self._show
        )

    def _show(self, read: tuple[bool, bool]) -> None:
        self._shown = starts, station = read
        self.starts.setChecked(starts)
        self.station.setChecked(station)

    def _keep(self) -> None:
        before, self._shown = self._shown, (self.starts.isChecked(), self.station.isChecked())
        self._keeping.keep(
            self.tr("How SMS desk starts is kept."),
            before,
            self._shown,
            partial(_keep, self._preferences, self._autostart),
            failed=self._refused,
        )

    def _refused(self, sentence: Sentence) -> None:
        self._tasks.failed.emit(sentence)
        self.refresh()


def _keep(preferences: Preferences, autostart: Autostart, chosen: tuple[bool, bool]) -> None:
    starts, station = chosen
    preferences.keep_station(station)
    if starts:
        autostart.turn_on(minimised=station)
    elif autostart.is_on():
        autostart.turn_off()
