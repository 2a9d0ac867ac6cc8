"""Below the people: what can be undone and redone, by name, and the way to the history."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from smsdesk.domain.untrusted import visible_line
from smsdesk.services.history import Entry
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.i18n import translate
from smsdesk.ui.tips import plain_tip
from smsdesk.ui.undoing import REDO_KEYS, UNDO_KEYS
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.layout import row

_WORDS = tokens.PANE_WIDTH
"""As much of a title as lets both buttons stand in the smallest window: who it is about stands at its start,
what was done at its end; the tool tip has all of it."""


class UndoBar(QWidget):
    """Each signal says what is wanted."""

    undo_wanted = Signal()
    redo_wanted = Signal()
    history_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.undo = Button("", Icon.UNDO, Look.QUIET)
        self.undo.setObjectName("people_undo")
        self.undo.clicked.connect(self.undo_wanted)
        self.redo = Button("", Icon.REDO, Look.QUIET)
        self.redo.setObjectName("people_redo")
        self.redo.clicked.connect(self.redo_wanted)
        self.history = Button(self.tr("History"), Icon.HISTORY, Look.QUIET)
        self.history.setObjectName("people_history")
        self.history.clicked.connect(self.history_wanted)
        self.setLayout(row(self.undo, self.redo, None, self.history))
        self.show_entries(None, None)

    def listen(self, page: QWidget) -> None:
        """Answer to the keys everywhere on a page."""
        for keys in UNDO_KEYS:
            self._shortcut(page, keys).activated.connect(self.undo.click)
        for keys in REDO_KEYS:
            self._shortcut(page, keys).activated.connect(self.redo.click)

    def _shortcut(self, page: QWidget, keys: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return shortcut

    def show_entries(self, undo: Entry | None, redo: Entry | None) -> None:
        """Say what the buttons would do; with nothing to do they cannot be pressed."""
        _say(self.undo, self.tr("Undo “{title}”"), self.tr("Undo"), undo)
        _say(self.redo, self.tr("Redo “{title}”"), self.tr("Redo"), redo)


def _say(button: Button, words: str, alone: str, entry: Entry | None) -> None:
    full = words.format(title=visible_line(translate(entry.title))) if entry else alone
    shown = button.fontMetrics().elidedText(full, Qt.TextElideMode.ElideMiddle, theme.wide(_WORDS))
    button.setText(shown.replace("&", "&&"))
    button.setToolTip(plain_tip(full))
    button.setAccessibleName(full)
    button.setEnabled(entry is not None)
