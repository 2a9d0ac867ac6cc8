"""Cells of long tables: painted directly, many times faster than by the style sheet, to look the same."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.tokens import Type

_PAD = tokens.SPACE_S + 3
"""What the style sheet leaves on both sides of the words of a cell."""
_KEPT = 4_096
"""Words that were cut to their column; some screens full."""
_ALIGNED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_SELECTED = QStyle.StateFlag.State_Selected
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)


class CellPainter(QStyledItemDelegate):
    """Paints the ground, the line below and the words of a cell."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._metrics = QFontMetrics(theme.sized(Type.BODY))
        self._cut: dict[tuple[str, int], str] = {}
        self._palette = ""
        self._use_palette()

    def _use_palette(self) -> None:
        """Colours as values, made again when the palette changes."""
        palette = theme.active()
        self._palette = palette.name
        self._border, self._ground = QColor(palette.border), QColor(palette.selection)
        self._ink, self._chosen_ink = QColor(palette.text), QColor(palette.on_selection)

    def paint_ground(self, painter: QPainter, box: QRect, *, selected: bool) -> None:
        """The ground of a chosen cell, and the line below every cell."""
        if theme.active().name != self._palette:
            self._use_palette()
        if selected:
            painter.fillRect(box, self._ground)
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, self._border)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        box: QRect = option.rect
        selected = bool(option.state & _SELECTED)
        self.paint_ground(painter, box, selected=selected)
        text = index.data(_DISPLAY)
        if text:
            painter.setPen(self._chosen_ink if selected else self._ink)
            room = box.width() - 2 * _PAD
            painter.drawText(box.adjusted(_PAD, 0, -_PAD, 0), _ALIGNED, self._shown(str(text), room))

    def _shown(self, text: str, room: int) -> str:
        """The words, cut to the room of their column."""
        shown = self._cut.get((text, room))
        if shown is None:
            if len(self._cut) > _KEPT:
                self._cut.clear()
            shown = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            self._cut[text, room] = shown
        return shown
