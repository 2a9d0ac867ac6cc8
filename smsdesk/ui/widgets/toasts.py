"""Toasts: one sentence at the bottom centre, with at most one action, gone by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from smsdesk.ui.design import tokens
from smsdesk.ui.widgets.layout import row
from smsdesk.ui.widgets.text import Label

_MAX_WIDTH = 640


class Toast(QFrame):
    """Lies over its parent; a new sentence takes the place of the one before."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("look", "toast")
        self.setObjectName("toast")
        self._label = Label(wrap=True)
        self._button = QPushButton()
        self._button.setAutoDefault(False)
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._button.clicked.connect(self._act)
        self._action: Callable[[], None] | None = None
        self._line = line = row(space=tokens.SPACE_M)
        line.addWidget(self._label, 1)
        line.addWidget(self._button)
        line.setContentsMargins(tokens.SPACE_M, tokens.SPACE_S, tokens.SPACE_M, tokens.SPACE_S)
        self.setLayout(line)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence it shows or showed last."""
        return self._label.text()

    def say(
        self,
        text: str,
        action_text: str = "",
        action: Callable[[], None] | None = None,
        shown_ms: int = tokens.TOAST_SHOWN_MS,
    ) -> None:
        """Show a sentence for a while, and an action beside it."""
        self._label.setText(text)
        self._button.setText(action_text)
        self._button.setVisible(bool(action_text))
        self._action = action
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self._timer.start(shown_ms)

    def _act(self) -> None:
        action, self._action = self._action, None
        self.hide()
        if action is not None:
            action()

    def _place(self) -> None:
        parent = self._over
        room = parent.width() - 2 * tokens.SPACE_L
        words = self._label.fontMetrics().horizontalAdvance(self._label.text()) + tokens.SPACE_XL * 2
        button = self._button.sizeHint().width() + tokens.SPACE_M if self._button.text() else 0
        width = min(room, _MAX_WIDTH, words + button)
        height = max(tokens.CONTROL_HEIGHT_LARGE, self._line.heightForWidth(width))
        bottom = parent.height() - tokens.SPACE_XS  # over the status line, not over a button of the page
        self.setGeometry((parent.width() - width) // 2, bottom - height, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
