"""The mark in the header that something is being read or done, once that takes longer than a moment."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

from smsdesk.ui.design import tokens
from smsdesk.ui.tasks import Tasks


class BusyMark(QObject):
    """Calls `show` with True when the tasks have been busy for a moment, and with False when they are not."""

    def __init__(self, parent: QObject, tasks: Tasks, show: Callable[[bool], None]) -> None:
        super().__init__(parent)
        self._show = show
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(tokens.BUSY_SHOWN_AFTER_MS)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(lambda: self._show(True))
        tasks.busy.connect(self._follow)

    def _follow(self, busy: bool) -> None:
        if busy:
            self._timer.start()
        else:
            self._timer.stop()
            self._show(False)

    def stop(self) -> None:
        """The window closes."""
        self._timer.stop()
