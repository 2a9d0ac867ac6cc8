"""Keeps the computer from falling asleep while SMS are leaving, and no longer."""

from __future__ import annotations

import ctypes
import logging
import os
import shutil
import sys
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QProcess

from smsdesk.domain.views import QueueSummary

log = logging.getLogger(__name__)

STOP_WITHIN_MS = 1000
"""A child that has lost its input ends at once; one that does not is ended by force."""

_ES_CONTINUOUS, _ES_SYSTEM_REQUIRED = 0x80000000, 0x00000001
"""winbase.h: the state stays until it is changed; the system does not go to sleep by itself."""


def must_stay_awake(queue: QueueSummary) -> bool:
    """Whether SMS are leaving now, or are about to.

    What waits for its hour, is held, or cannot leave, keeps nothing awake: that could last a night.
    """
    if queue.in_flight:
        return True
    return queue.due_parts > 0 and not queue.paused and queue.reason is None


class Inhibitor(Protocol):
    """One way of keeping a computer awake; called on the GUI thread. Only `end` may wait."""

    def hold(self) -> None:
        """From now on."""

    def let_go(self) -> None:
        """No longer."""

    def end(self) -> None:
        """The program ends: nothing of it must stay behind."""


class KeepAwake(QObject):
    """Follows the queue; `held` tells whether the computer is being kept awake."""

    def __init__(self, parent: QObject | None = None, inhibitor: Inhibitor | None = None) -> None:
        super().__init__(parent)
        self._inhibitor = inhibitor or inhibitor_of_this_system(self)
        self.held = False

    def follow(self, queue: QueueSummary) -> None:
        """Hold or let go, as the queue asks."""
        wanted = must_stay_awake(queue)
        if wanted != self.held:
            self.held = wanted
            log.info("the computer is %s", "kept awake" if wanted else "free to sleep")
            (self._inhibitor.hold if wanted else self._inhibitor.let_go)()

    def stop(self) -> None:
        """The program ends."""
        self.held = False
        self._inhibitor.end()


class ChildInhibitor:
    """A program of the system that keeps it awake for as long as it runs."""

    def __init__(self, command: list[str], parent: QObject | None = None) -> None:
        self._command = command
        self._process = QProcess(parent)
        self._process.setStandardOutputFile(QProcess.nullDevice())
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.errorOccurred.connect(self._on_error)
        self._process.finished.connect(self._on_end)
        self._wanted = self._ending = False

    @property
    def pid(self) -> int:
        """The child's process id, 0 while there is none."""
        return int(self._process.processId())

    def hold(self) -> None:
        """Start it, without waiting until it runs; one that is just ending is started again after that."""
        self._wanted = True
        if self._process.state() == QProcess.ProcessState.NotRunning:
            self._ending = False
            self._process.start(self._command[0], self._command[1:])

    def let_go(self) -> None:
        """Have it end."""
        self._wanted = False
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._ending = True
            self._process.closeWriteChannel()
            self._process.terminate()

    def end(self) -> None:
        """Have it end, and see that it does."""
        self.let_go()
        if self._process.state() == QProcess.ProcessState.NotRunning:
            return
        if not self._process.waitForFinished(STOP_WITHIN_MS):
            self._process.kill()
            self._process.waitForFinished(STOP_WITHIN_MS)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            log.warning("the computer may fall asleep while sending: %s does not start", self._command[0])

    def _on_end(self, code: int) -> None:
        if self._wanted and self._ending:
            self.hold()
        elif self._wanted:
            log.warning("the computer may fall asleep while sending: %s ended (%d)", self._command[0], code)


class WindowsInhibitor:
    """Tells Windows, for the calling thread, that the system is needed (SetThreadExecutionState)."""

    def hold(self) -> None:
        """Until `let_go`, or the end of the thread."""
        self._set(_ES_CONTINUOUS | _ES_SYSTEM_REQUIRED)

    def let_go(self) -> None:
        """As before."""
        self._set(_ES_CONTINUOUS)

    def end(self) -> None:
        """As before."""
        self.let_go()

    def _set(self, state: int) -> None:
        library = getattr(ctypes, "windll", None)
        if library is None or not library.kernel32.SetThreadExecutionState(ctypes.c_uint(state)):
            log.warning("the computer may fall asleep while sending: Windows refused")


class NoInhibitor:
    """A system without a way to prevent it: it sleeps when it likes, and the log says so."""

    def hold(self) -> None:
        """Nothing can be done."""
        log.warning("the computer may fall asleep while sending: there is no way to prevent it here")

    def let_go(self) -> None:
        """Nothing was done."""

    def end(self) -> None:
        """Nothing is left."""


def inhibitor_of_this_system(
    parent: QObject | None = None,
    platform: str = sys.platform,
    which: Callable[[str], str | None] = shutil.which,
) -> Inhibitor:
    """The way of this system.

    systemd-inhibit holds its lock while its own child runs: `cat` ends with our end of its input, so that a
    program that is killed holds nothing. caffeinate watches our process by itself (-w).
    """
    if platform == "win32":
        return WindowsInhibitor()
    if platform == "darwin" and (found := which("caffeinate")):
        return ChildInhibitor([found, "-i", "-w", str(os.getpid())], parent)
    if platform.startswith("linux") and (found := which("systemd-inhibit")):
        command = [found, "--what=sleep:idle", "--mode=block", "--who=SMS desk", "--why=SMS are being sent"]
        return ChildInhibitor([*command, "cat"], parent)
    return NoInhibitor()
