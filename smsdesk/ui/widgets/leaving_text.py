"""A text of a few lines that says when the keyboard leaves it."""

from __future__ import annotations

from PySide6.QtCore import Signal
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
        height = self.fontMetrics().lineSpacing()
        self.setFixedHeight(lines * height + 2 * tokens.SPACE_S + tokens.SPACE_XS)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
