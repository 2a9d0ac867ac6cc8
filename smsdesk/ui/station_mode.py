"""The sending station: SMS desk starts out of the way there, and goes on when its window is closed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from smsdesk.services.preferences import Preferences
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.tray import TrayDesktop
from smsdesk.ui.window_state import bring_forward


class StationMode(QObject):
    """Keeps the program at work in the tray or the task bar; `changed` says whether this is a station."""

    changed = Signal(bool)

    def __init__(
        self,
        window: QMainWindow,
        tray: TrayDesktop,
        tasks: Tasks,
        preferences: Preferences,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._tray = tray
        self._tasks = tasks
        self._preferences = preferences
        self._leaving = False
        self._told = False
        self.on = False
        tray.offer(lambda: self.tr("Open SMS desk"), self.come_forward)
        tray.offer(lambda: self.tr("Quit SMS desk"), self.leave)

    def read(self) -> None:
        """Follow what is chosen in the settings."""
        # A disk that refuses is told by the status line, which reads at the same moment.
        self._tasks.read(self, "station", self._preferences.is_station, self._follow, lambda _sentence: None)

    def _follow(self, on: bool) -> None:
        self.on = on
        name = self.tr(
            "Sending station · SMS desk"
        )  # Qt adds the program's name where a title ends otherwise
        self._window.setWindowTitle(name if on else "SMS desk")
        self.changed.emit(on)

    def begin(self, *, minimised: bool) -> None:
        """Show the window, or start out of the way and say so."""
        if minimised:
            self._step_aside()
        else:
            self._window.window().show()

    def stays(self) -> bool:
        """Whether closing the window only puts it away: it does so on a station, until one quits."""
        app = QApplication.instance()
        ending = isinstance(app, QApplication) and app.isSavingSession()
        if not self.on or self._leaving or ending:
            return False
        self._step_aside()
        return True

    def _step_aside(self) -> None:
        if self._tray.present:
            QApplication.setQuitOnLastWindowClosed(False)  # unseen is not closed
            self._window.window().hide()
        else:
            self._window.window().showMinimized()
        if not self._told:
            self._told = True
            self._tray.tell(
                self.tr("SMS desk goes on as the sending station"),
                self.tr("Planned messages leave and answers come in. To end it, open it and press Ctrl+Q."),
            )

    def come_forward(self) -> None:
        """Show the window again."""
        QApplication.setQuitOnLastWindowClosed(True)
        bring_forward(self._window.window())

    def leave(self) -> None:
        """End the program, with the question that closing asks where something waits."""
        self.come_forward()  # a question needs a window to be seen in
        self._leaving = True
        QTimer.singleShot(0, self._window, self._close)

    def _close(self) -> None:
        QWidget.close(self._window.window())
        self._leaving = False

    def end(self) -> None:
        """The window has closed; the next one is seen."""
        QApplication.setQuitOnLastWindowClosed(True)
