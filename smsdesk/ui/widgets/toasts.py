"""Toasts: one sentence at the bottom centre, with at most one action, gone by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QPlainTextEdit, QWidget

from smsdesk.ui.design import theme, tokens
from smsdesk.ui.widgets.buttons import PressButton
from smsdesk.ui.widgets.layout import row
from smsdesk.ui.widgets.text import Label, announce

_MAX_WIDTH = 640
_SECOND_MS = 1000
_MS_A_CHARACTER = 40
"""A long sentence stays longer: some 25 characters are read in a second."""


class Toast(QFrame):
    """Lies over its parent; a new sentence takes the place of the one before."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("look", "toast")
        self.setObjectName("toast")
        self._label = Label(wrap=True)
        self._button = PressButton()
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._button.clicked.connect(self._act)
        self._action: Callable[[], None] | None = None
        self._keys = _Keys(self)
        self._keys.pressed.connect(self._act)
        self._line = line = row(space=tokens.SPACE_M)
        line.addWidget(self._label, 1)
        line.addWidget(self._button)
        line.setContentsMargins(tokens.SPACE_M, tokens.SPACE_S, tokens.SPACE_M, tokens.SPACE_S)
        self.setLayout(line)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._button.installEventFilter(self)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.hide)
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
        self._keys.stop()
        self._label.setText(text)
        self._button.setText(action_text)
        self._button.setVisible(bool(action_text))
        self._action = action
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        announce(self, text)
        self._timer.start(shown_ms + len(text) * _MS_A_CHARACTER)

    def count_down(self, text: str, action_text: str, action: Callable[[], None], seconds: int) -> None:
        """Show what happens in so many seconds: until then Escape and Ctrl+Z do the action, from anywhere."""
        self.say(text, action_text, action)
        self._timer.start(seconds * _SECOND_MS)
        self._keys.listen()

    def hideEvent(self, event: QHideEvent) -> None:
        self._keys.stop()
        super().hideEvent(event)

    def take_focus(self) -> None:
        """Bring the keyboard to the action, if there is one; it waits while the keyboard is there."""
        if self.isVisible() and self._button.isVisible():
            self._button.setFocus(Qt.FocusReason.ShortcutFocusReason)

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
        height = max(theme.high(tokens.CONTROL_HEIGHT_LARGE), self._line.heightForWidth(width))
        bottom = parent.height() - tokens.SPACE_XS  # over the status line, not over a button of the page
        self.setGeometry((parent.width() - width) // 2, bottom - height, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        elif watched is self._button and not self._keys.listening:
            self._wait_for_the_keyboard(event)
        return super().eventFilter(watched, event)

    def _wait_for_the_keyboard(self, event: QEvent) -> None:
        """While the keyboard is at the action, the toast stays."""
        if event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._timer.start(tokens.TOAST_SHOWN_MS)


class _Keys(QObject):
    """Listens for Escape and Ctrl+Z in the whole window for a while; `pressed` says that one came.

    Before any shortcut of a page, which would otherwise be ambiguous; an edited field undoes its own typing
    by Ctrl+Z, and an open list or dialog closes by Escape.
    """

    pressed = Signal()

    def __init__(self, toast: QWidget) -> None:
        super().__init__(toast)
        self._toast = toast
        self.listening = False

    def listen(self) -> None:
        """From now on."""
        running = QApplication.instance()
        if running is not None and not self.listening:
            running.installEventFilter(self)
            self.listening = True

    def stop(self) -> None:
        """No longer."""
        running = QApplication.instance()
        if running is not None and self.listening:
            running.removeEventFilter(self)
        self.listening = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or not self._means(event):
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.pressed.emit()
        return True

    def _means(self, event: QKeyEvent) -> bool:
        if event.type() not in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}:
            return False
        if QApplication.activePopupWidget() is not None or QApplication.activeModalWidget() is not None:
            return False
        if event.matches(QKeySequence.StandardKey.Undo):
            return not _has_typing_to_undo()
        return event.key() == Qt.Key.Key_Escape and event.modifiers() == Qt.KeyboardModifier.NoModifier


def _has_typing_to_undo() -> bool:
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    return isinstance(field, QPlainTextEdit) and field.document().isUndoAvailable()
