"""Names of fields proposed while one is typed behind a brace."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCompleter, QListView, QPlainTextEdit

from smsdesk.domain.folding import fold
from smsdesk.ui.design import tokens

translate = QCoreApplication.translate

_BEGUN = re.compile(r"(?<!\{)\{([\w '’-]{0,30})$")
"""An open brace and what was typed behind it so far."""

_TAKES = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down})
_MOST_LINES = 8


class FieldCompletion:
    """The list under the cursor of an editor: Up and Down choose, Enter or Tab takes, Escape closes."""

    def __init__(self, editor: QPlainTextEdit) -> None:
        self._editor = editor
        self._names: tuple[str, ...] = ()
        self._model = QStringListModel()
        self._completer = QCompleter(self._model, editor)
        self._completer.setWidget(editor)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_MOST_LINES)
        self._popup = QListView()
        self._popup.setAccessibleName(translate("widgets", "Fields"))
        self._completer.setPopup(self._popup)
        self._completer.activated.connect(self._take)

    def offer(self, names: Sequence[str]) -> None:
        """The names that can be proposed."""
        self._names = tuple(names)

    @property
    def proposed(self) -> tuple[str, ...]:
        """What is proposed now; nothing while the list is closed."""
        return tuple(self._model.stringList()) if self._popup.isVisible() else ()

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key was for the list."""
        popup = self._popup
        if not popup.isVisible():
            return False
        key = Qt.Key(event.key())
        if key in _TAKES:
            self._take(str(popup.currentIndex().data() or self._model.stringList()[0]))
            return True
        if key in _MOVES:
            step = 1 if key == Qt.Key.Key_Down else -1
            row = (popup.currentIndex().row() + step) % self._model.rowCount()
            popup.setCurrentIndex(self._model.index(row))
            return True
        if key == Qt.Key.Key_Escape:
            popup.hide()
            return True
        return False

    def follow(self) -> None:
        """Propose what fits what stands behind the brace, or close the list."""
        begun = _BEGUN.search(self._line_so_far())
        fitting = self._fitting(begun[1]) if begun else []
        popup = self._popup
        if not fitting:
            popup.hide()
            return
        if self._model.stringList() != fitting:
            self._model.setStringList(fitting)
        place = self._editor.cursorRect()
        place.setWidth(tokens.SIDE_WIDTH)
        self._completer.complete(place)
        popup.setCurrentIndex(self._model.index(0))

    def _fitting(self, begun: str) -> list[str]:
        wanted = fold(begun)
        return [name for name in self._names if fold(name).startswith(wanted)]

    def _line_so_far(self) -> str:
        cursor = self._editor.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()

    def _take(self, name: str) -> None:
        self._popup.hide()
        begun = _BEGUN.search(self._line_so_far())
        cursor = self._editor.textCursor()
        if begun:
            cursor.movePosition(
                QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(begun.group())
            )
        cursor.insertText(f"{{{name}}}")
        self._editor.setTextCursor(cursor)
