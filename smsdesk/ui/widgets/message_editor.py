"""The editor of a message: merge fields are chips that one moves over and deletes as a whole.

The document holds exactly the plain text with its `{fields}`; chips are painted, dear characters underlined.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit

from smsdesk.domain.templates import MergeText
from smsdesk.domain.text import offending
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.widgets.field_completion import FieldCompletion

_MOVE = QTextCursor.MoveMode.MoveAnchor
_KEEP = QTextCursor.MoveMode.KeepAnchor
_DELETE_BACK = Qt.Key.Key_Backspace
_DELETE_ON = Qt.Key.Key_Delete
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True)
class FieldSpan:
    """Where a field stands in a document, in positions of the cursor (UTF-16 units), and what it says."""

    start: int
    end: int
    written: str

    def holds(self, position: int) -> bool:
        """Whether a cursor there would be inside it, not beside it."""
        return self.start < position < self.end


def field_spans(text: str) -> Iterator[FieldSpan]:
    """The fields of a text with their places."""
    for index, place in MergeText(text).placed:
        start = units(text[:index])
        yield FieldSpan(start, start + units(place.written), place.written)


def units(text: str) -> int:
    """How many positions a text takes in a document: Qt counts UTF-16 units, an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class CostHighlighter(QSyntaxHighlighter):
    """Underlines the characters that make a message dearer, and colours the merge fields."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def highlightBlock(self, text: str) -> None:
        colors = theme.active().tones
        spans = tuple(field_spans(text))
        dear = QTextCharFormat()
        dear.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        dear.setUnderlineColor(QColor(colors[Tone.UNCERTAIN].solid))
        dear.setBackground(QColor(colors[Tone.UNCERTAIN].soft))
        forcing = frozenset(offending(text))
        at = 0
        for character in text:
            if character in forcing and not any(span.start <= at < span.end for span in spans):
                self.setFormat(at, units(character), dear)
            at += units(character)
        field = QTextCharFormat()
        field.setForeground(QColor(colors[Tone.ACCENT].text))
        field.setFontWeight(600)
        for span in spans:
            self.setFormat(span.start, span.end - span.start, field)


class MessageEditor(QPlainTextEdit):
    """A plain text in which a field is one thing; `field_changed`: the cursor came to another field."""

    field_changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._highlighter = CostHighlighter(self.document())
        self._completion = FieldCompletion(self)
        self._current: FieldSpan | None = None
        self.cursorPositionChanged.connect(self._on_cursor)
        self.textChanged.connect(self._on_cursor)

    def offer_fields(self, names: Sequence[str]) -> None:
        """The names that are proposed once a brace is typed."""
        self._completion.offer(names)

    def sizeHint(self) -> QSize:
        """The least height that it was given; it grows where there is room."""
        return QSize(super().sizeHint().width(), self.minimumHeight() or super().sizeHint().height())

    def spans(self) -> tuple[FieldSpan, ...]:
        """The fields of the text."""
        return tuple(field_spans(self.toPlainText()))

    @property
    def current_field(self) -> FieldSpan | None:
        """The field that is selected as a whole, or that the cursor stands behind."""
        cursor = self.textCursor()
        low, high = cursor.selectionStart(), cursor.selectionEnd()
        if low != high:
            return next((each for each in self.spans() if (each.start, each.end) == (low, high)), None)
        return next((each for each in self.spans() if low == each.end), None)

    def insert_field(self, written: str) -> None:
        """Put a field, braces and all, where the cursor is; a word before it is kept apart by a space."""
        cursor = self.textCursor()
        before = self.toPlainText()[: cursor.selectionStart()][-1:]
        cursor.insertText(f" {written}" if before.isalnum() or before == "}" else written)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def append_words(self, words: str) -> None:
        """Write something at the end of the text, and go there."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(words if self.toPlainText().strip() else words.lstrip())
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def replace_field(self, span: FieldSpan, written: str) -> None:
        """Write another field in the place of one; it stays selected."""
        cursor = self.textCursor()
        cursor.setPosition(span.start)
        cursor.setPosition(span.end, _KEEP)
        cursor.insertText(written)
        cursor.setPosition(span.start)
        cursor.setPosition(span.start + units(written), _KEEP)
        self.setTextCursor(cursor)

    def replace_all(self, text: str) -> None:
        """Write another text in such a way that Ctrl+Z brings this one back."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def _on_cursor(self) -> None:
        self._leave_field()
        current = self.current_field
        if current != self._current:
            self._current = current
            self.field_changed.emit()
            self.viewport().update()

    def _leave_field(self) -> None:
        """A cursor that came into a field, by the mouse or up and down, selects it or goes around it."""
        cursor = self.textCursor()
        anchor, position = cursor.anchor(), cursor.position()
        inside = next((each for each in self.spans() if each.holds(position)), None)
        if inside is None:
            return
        if anchor == position:
            cursor.setPosition(inside.start)
            cursor.setPosition(inside.end, _KEEP)
        else:
            cursor.setPosition(inside.end if anchor <= inside.start else inside.start, _KEEP)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._completion.takes(event) or self._steps_over(event):
            return
        super().keyPressEvent(event)
        self._completion.follow()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.field_changed.emit()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  # Qt's name
        """Tab takes what is proposed before it goes on."""
        return not self._completion.proposed and super().focusNextPrevChild(next)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._completion.close()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._completion.follow()

    def _steps_over(self, event: QKeyEvent) -> bool:
        """Backspace, Delete and the arrows take a field as one character."""
        cursor = self.textCursor()
        key = Qt.Key(event.key())
        if cursor.hasSelection() and key in (_DELETE_BACK, _DELETE_ON):
            return False
        forward = key == _DELETE_ON or _SIDEWAYS.get(key, 0) > 0
        backward = key == _DELETE_BACK or _SIDEWAYS.get(key, 0) < 0
        position = cursor.position()
        for span in self.spans():
            if (forward and span.start == position) or (backward and span.end == position):
                return self._over(span, key, event, forward=forward)
        return False

    def _over(self, span: FieldSpan, key: Qt.Key, event: QKeyEvent, *, forward: bool) -> bool:
        cursor = self.textCursor()
        if key in _SIDEWAYS:
            selecting = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            cursor.setPosition(span.end if forward else span.start, _KEEP if selecting else _MOVE)
        else:
            cursor.setPosition(span.start)
            cursor.setPosition(span.end, _KEEP)
            cursor.removeSelectedText()
        self.setTextCursor(cursor)
        return True

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A field that was clicked is selected already; a word elsewhere is."""
        if self.current_field is None or not self.textCursor().hasSelection():
            super().mouseDoubleClickEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme.active().tones[Tone.ACCENT]
        for span in self.spans():
            self._paint_chip(painter, span, QColor(colors.soft), QColor(colors.solid))
        painter.end()
        super().paintEvent(event)

    def _paint_chip(self, painter: QPainter, span: FieldSpan, fill: QColor, edge: QColor) -> None:
        painter.setBrush(fill)
        painter.setPen(edge if span == self._current else Qt.PenStyle.NoPen)
        for box in self._boxes(span):
            painter.drawRoundedRect(box, tokens.RADIUS_S + 2, tokens.RADIUS_S + 2)

    def _boxes(self, span: FieldSpan) -> Iterator[QRectF]:
        """The places of a field on the screen: one a line, where it wraps."""
        left, line = None, None
        right = 0.0
        for position in range(span.start, span.end + 1):
            cursor = self.textCursor()
            cursor.setPosition(position)
            rect = self.cursorRect(cursor)
            if line is not None and rect.top() != line.top():
                yield QRectF(left or 0, line.top(), max(1.0, right - (left or 0)), line.height())
                left, line = None, None
            if left is None:
                left, line = rect.center().x(), rect
            right = rect.center().x()
        if line is not None and left is not None:
            yield QRectF(left, line.top(), max(1.0, right - left), line.height())
