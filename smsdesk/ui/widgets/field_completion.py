"""Names of fields proposed while one is typed behind a brace."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit

from smsdesk.domain.folding import fold
from smsdesk.ui.design import tokens

translate = QCoreApplication.translate

_BEGUN = re.compile(r"(?<!\{)\{([\w '’-]{0,30})$")
"""An open brace and what was typed behind it so far."""

_TAKES = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_MOST_LINES = 6


class FieldCompletion:
    """The list under the cursor of an editor: Up and Down choose, Enter or Tab takes, Escape closes.

    It lies over the window and never takes the keyboard, so that one can go on typing.
    """

    def __init__(self, editor: QPlainTextEdit) -> None:
        self._editor = editor
        self._names: tuple[str, ...] = ()
        self._list = QListWidget(editor)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(translate("widgets", "Fields"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(self._take_item)
        self._list.hide()

    def offer(self, names: Sequence[str]) -> None:
        """The names that can be proposed."""
        self._names = tuple(names)

    @property
    def proposed(self) -> tuple[str, ...]:
        """What is proposed now; nothing while the list is closed."""
        if self._list.isHidden():
            return ()
        return tuple(self._list.item(row).text() for row in range(self._list.count()))

    def close(self) -> None:
        """Propose nothing."""
        self._list.hide()

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key was for the list."""
        if self._list.isHidden():
            return False
        key = Qt.Key(event.key())
        if key in _TAKES:
            self._take_item(self._list.currentItem())
        elif key in _STEPS:
            self._list.setCurrentRow((self._list.currentRow() + _STEPS[key]) % self._list.count())
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    def follow(self) -> None:
        """Propose what fits what stands behind the brace, or close the list."""
        begun = _BEGUN.search(self._line_so_far())
        wanted = fold(begun[1]) if begun else ""
        fitting = [name for name in self._names if fold(name).startswith(wanted)] if begun else []
        if not fitting:
            self.close()
            return
        if self.proposed != tuple(fitting):
            self._list.clear()
            self._list.addItems(fitting)
            self._list.setCurrentRow(0)
        self._place()

    def _place(self) -> None:
        """Below the cursor, or above it where there is no room."""
        window = self._editor.window()
        if self._list.parentWidget() is not window:
            self._list.setParent(window)
        line = self._editor.cursorRect()
        below = self._editor.viewport().mapTo(window, line.bottomLeft()) + QPoint(0, tokens.SPACE_XS)
        row = self._list.sizeHintForRow(0)
        height = row * min(_MOST_LINES, self._list.count()) + 2 * tokens.SPACE_S
        top = below.y() if below.y() + height <= window.height() else below.y() - line.height() - height
        left = min(below.x(), window.width() - tokens.RAIL_WIDTH)
        self._list.setGeometry(max(0, left), max(0, top), tokens.RAIL_WIDTH, height)
        self._list.show()
        self._list.raise_()

    def _line_so_far(self) -> str:
        cursor = self._editor.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()

    def _take_item(self, item: QListWidgetItem | None) -> None:
        name = item.text() if item is not None else self._list.item(0).text()
        self.close()
        begun = _BEGUN.search(self._line_so_far())
        cursor = self._editor.textCursor()
        if begun:
            steps = len(begun.group())
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, steps)
        cursor.insertText(f"{{{name}}}")
        self._editor.setTextCursor(cursor)
