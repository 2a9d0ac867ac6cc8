"""A text of a few lines that says when the keyboard leaves it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit

from smsdesk.ui.design import tokens


class LeavingText(QPlainTextEdit):
    """`left` follows when the keyboard goes elsewhere; Tab goes to the next field."""

    left = Signal()

    def __init__(self, name: str, lines: int = 3) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._lines = lines
        self._fit()

    def _fit(self) -> None:
        """Room for its lines: the font is the one of the style only once the field is polished."""
        around = int(2 * self.document().documentMargin()) + 2 * tokens.SPACE_S
        self.setFixedHeight(self._lines * self.fontMetrics().lineSpacing() + around)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.Polish:
            self._fit()
        return done

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
