"""What was done in the window and can be taken back: the newest first, by Ctrl+Z, and done again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from smsdesk.domain.untrusted import visible_line

Act = Callable[[], object]

UNDO_KEYS = ("Ctrl+Z",)
REDO_KEYS = ("Ctrl+Shift+Z", "Ctrl+Y")

_KEPT = 50
"""Beyond that nobody remembers what was done; what is kept longer has a history of its own."""


@dataclass(frozen=True)
class Deed:
    """One thing that was done: its words as they were told, the way back, and the way to do it again."""

    words: str
    back: Act
    again: Act | None = None
    key: Hashable = None
    """By which it is forgotten when it was taken back elsewhere."""
    quiet: bool = False
    """Whether the ways tell themselves what they did."""

    @property
    def name(self) -> str:
        """What buttons and the palette call it: its words in one line, without the full stop."""
        return visible_line(self.words).rstrip(".")


class Deeds(QObject):
    """What can be taken back and done again; `changed` says that this is something else now."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: list[Deed] = []
        self._undone: list[Deed] = []

    @property
    def last(self) -> Deed | None:
        """What would be taken back."""
        return self._done[-1] if self._done else None

    @property
    def last_undone(self) -> Deed | None:
        """What would be done again."""
        return self._undone[-1] if self._undone else None

    def add(self, deed: Deed) -> None:
        """It was done just now: what was taken back before is not done again."""
        self._done = [*self._done, deed][-_KEPT:]
        self._undone.clear()
        self.changed.emit()

    def forget(self, key: Hashable) -> None:
        """It was taken back elsewhere."""
        self._done = [deed for deed in self._done if deed.key != key]
        self.changed.emit()

    def take_back(self, deed: Deed) -> bool:
        """Take this back, once; False when that was done already."""
        if deed not in self._done:
            return False
        self._done.remove(deed)
        if deed.again is not None:
            self._undone.append(deed)
        self.changed.emit()
        deed.back()
        return True

    def do_again(self, deed: Deed) -> bool:
        """Do this again, once; False when it cannot be any more."""
        if deed.again is None or deed not in self._undone:
            return False
        self._undone.remove(deed)
        self._done.append(deed)
        self.changed.emit()
        deed.again()
        return True


class UndoKeys(QObject):
    """The keys everywhere in the window, but on pages that have a longer memory of their own."""

    def __init__(self, window: QWidget, undo: Act, redo: Act) -> None:
        super().__init__(window)
        self._shortcuts: list[QShortcut] = []
        for keys, act in (*((keys, undo) for keys in UNDO_KEYS), *((keys, redo) for keys in REDO_KEYS)):
            shortcut = QShortcut(QKeySequence(keys), window)
            shortcut.activated.connect(act)
            self._shortcuts.append(shortcut)

    def listen(self, on: bool) -> None:
        """Two that listen to one key would both stay silent."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(on)
