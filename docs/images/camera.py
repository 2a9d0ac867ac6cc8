"""Goes to a page, waits until it stands, and takes its picture."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from smsdesk.ui.places import Place
from smsdesk.ui.window import MainWindow

LONGEST_MS = 60_000
SETTLE_MS = 350
"""After the last row was read: what a page waits for while one types, and its transitions."""


class Camera:
    """Takes pictures of a window, named, into a folder."""

    def __init__(self, app: QApplication, window: MainWindow, folder: Path) -> None:
        self.window = window
        self._app = app
        self._folder = folder

    def take(self, name: str, place: Place, prepare: Callable[[], object] = lambda: None) -> None:
        """The picture of a page, after something was done there."""
        self.window.go(place)
        self.settle()
        prepare()
        self.settle()
        self._keep(self.window, name)

    def take_dialog(self, name: str, dialog: QDialog) -> None:
        """The picture of a dialog; it is closed then."""
        dialog.open()
        self.settle()
        self._keep(dialog, name)
        dialog.done(QDialog.DialogCode.Rejected)
        self.settle()

    def _keep(self, shown: QWidget, name: str) -> None:
        shown.grab().save(str(self._folder / f"{name}.png"))

    def settle(self) -> None:
        """Let the page read its rows and end its transitions."""
        self.wait(lambda: self.window.tasks.idle)
        deadline = QDeadlineTimer(SETTLE_MS)
        while not deadline.hasExpired():
            self._turn()

    def wait(self, done: Callable[[], bool]) -> None:
        """Let the desk work until something is reached."""
        deadline = QDeadlineTimer(LONGEST_MS)
        while not done():
            if deadline.hasExpired():
                sys.exit("The demonstration did not end in time.")
            self._turn()

    def _turn(self) -> None:
        self._app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
