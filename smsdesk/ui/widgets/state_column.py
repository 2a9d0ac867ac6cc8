"""The column of a table that shows a state as a chip."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from smsdesk.domain.outgoing import PartState
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.widgets import chips
from smsdesk.ui.widgets.states import StateLook, state_look


class ChipDelegate(QStyledItemDelegate):
    """Paints the chip of the StateLook that a row gives under `role`."""

    def __init__(self, role: int, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._role = role

    def look(self, index: QModelIndex | QPersistentModelIndex) -> StateLook:
        """What the chip of a row says."""
        found: StateLook = index.data(self._role)
        return found

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        look = self.look(index)
        top = option.rect.center().y() - chips.chip_height() / 2
        at = QPointF(option.rect.left() + tokens.SPACE_XS, top)
        chips.paint_chip(painter, at, look.icon, look.text, look.tone, option.rect.width() - tokens.SPACE_S)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(tokens.RAIL_WIDTH, theme.high(tokens.ROW_HEIGHT))


class StateDelegate(ChipDelegate):
    """Paints the chip of the PartState that a row gives under `role`."""

    def look(self, index: QModelIndex | QPersistentModelIndex) -> StateLook:
        """The state in icon, colour and word."""
        return state_look(PartState(index.data(self._role)))
