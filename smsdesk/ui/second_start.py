"""Somebody starts the program again while its window is open: that window comes forward."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject

ACTIVATION = "XDG_ACTIVATION_TOKEN"
"""Where Qt looks for the word by which a Wayland desktop lets a window come forward."""


class SecondStart(QObject):
    """Looks into the folder in which a second start rings, and has the window come forward."""

    def __init__(
        self, parent: QObject, folder: Path, answer: Callable[[], str | None], come: Callable[[], None]
    ) -> None:
        """`answer` gives what the newest ring brought, None without one; `come` brings the window forward."""
        super().__init__(parent)
        self._answer = answer
        self._come = come
        self._watcher = QFileSystemWatcher([str(folder)], self)
        self._watcher.directoryChanged.connect(self._look)
        self._look()  # who rang before one listened

    def _look(self) -> None:
        word = self._answer()
        if word is None:
            return
        if word:
            os.environ[ACTIVATION] = word
        self._come()
