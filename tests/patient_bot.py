"""The bot of the window's tests: it waits as long as a busy machine needs, and for what is about to happen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

DEADLINE_MS = 180_000
"""Costs nothing where the thing comes; beside other work a machine may stand still for seconds."""

LONGEST_PAUSE_MS = 300
"""Timers up to here wait for the typing to pause or gather changes: what they do belongs to what was done."""


class PatientBot(QtBot):
    """A condition counts once no such pause is running: what was true before the action is no answer to it."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = DEADLINE_MS) -> None:  # noqa: N802
        """Wait until this is so, after what was told or started in the window before has taken its course."""
        __tracebackhide__ = True
        QApplication.processEvents()

        def settled() -> bool | None:
            QApplication.sendPostedEvents()  # what was added to a page is shown by one
            return False if pausing() else callback()

        super().waitUntil(settled, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = DEADLINE_MS, **how: Any) -> Any:  # noqa: N802
        """As the bot's own, with a patient deadline."""
        return super().waitSignal(signal, timeout=timeout, **how)


def pausing() -> bool:
    """Whether something in the program waits for the typing to pause, or for more changes to come."""
    roots: list[QObject | None] = [QApplication.instance(), *QApplication.topLevelWidgets()]
    return any(_is_short_pause(timer) for root in roots if root for timer in root.findChildren(QTimer))


def _is_short_pause(timer: QTimer) -> bool:
    return timer.isActive() and timer.isSingleShot() and timer.interval() <= LONGEST_PAUSE_MS
