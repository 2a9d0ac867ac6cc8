"""Whether the window may be closed now: a person who leaves something behind is asked once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from smsdesk.domain.clock import system_clock
from smsdesk.services.bundle import Services
from smsdesk.ui.closing import ClosingQuestion, LeftBehind, left_behind
from smsdesk.ui.tasks import Tasks


class BeforeClosing(QObject):
    """Holds the window open while it looks what is left behind and asks about it; `at_once` asks nothing."""

    def __init__(self, window: QWidget, services: Services, tasks: Tasks, *, at_once: bool = False) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._tasks = tasks
        self.at_once = at_once

    def holds(self) -> bool:
        """Once, and not where the session ends: the computer is switched off then, whatever we ask."""
        app = QGuiApplication.instance()
        ending = isinstance(app, QGuiApplication) and app.isSavingSession()
        if self.at_once or ending:
            return False
        self.at_once = True  # who closes again before there is an answer means it
        self._look()
        return True

    def _look(self) -> None:
        services, now = self._services, system_clock()
        self._tasks.read(
            self, "closing", lambda: left_behind(services, now), self._ask_about, self._cannot_tell
        )

    def _cannot_tell(self, _sentence: object) -> None:
        """The disk refuses: that must not hold the window open."""
        self._window.close()

    def _ask_about(self, waiting: LeftBehind) -> None:
        left = replace(waiting, at_work=tuple(going.words for going in self._tasks.going))
        if not left.anything:
            self._window.close()
            return
        question = ClosingQuestion(self._window, left, system_clock())
        question.close_wanted.connect(self._window.close)
        question.minimise_wanted.connect(self._window.window().showMinimized)
        question.finished.connect(self._answered)
        question.open()

    def _answered(self) -> None:
        self.at_once = False
