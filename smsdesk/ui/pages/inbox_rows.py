"""How a conversation is painted in the list: who and when, what was said last, and its chips."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from smsdesk.domain.views import Conversation
from smsdesk.ui.dates import short_moment
from smsdesk.ui.design import icons, theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.models.conversations import ChipLook, ConversationsModel, chips, first_line, who
from smsdesk.ui.widgets.chips import HEIGHT, chip_width, paint_chip
from smsdesk.ui.widgets.rows import inks, paint_badge, paint_ground, paint_line, paint_lines

PAD = tokens.SPACE_S
_GAP = tokens.SPACE_XS
_LEAST_CHIP = tokens.SPACE_XXL + tokens.SPACE_L
"""A chip cut shorter than this says nothing."""


class ConversationPainter(QStyledItemDelegate):
    """Paints a conversation in three lines of fixed height."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = line_height(Type.STRONG) + line_height(Type.BODY) + _chip_height()
        return QSize(0, lines + _GAP + 2 * PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        if not isinstance(model, ConversationsModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option)
        box = option.rect.adjusted(PAD, PAD, -PAD, -PAD)
        row = model.row(index.row())
        looks = chips(row, model.marks(row.phone), datetime.now().astimezone())
        paint_conversation(painter, box, row, looks, inks(option))
        painter.restore()


def line_height(type_: Type) -> int:
    """What one line of text takes."""
    return QFontMetrics(theme.sized(type_)).height()


def _chip_height() -> int:
    return max(HEIGHT, line_height(Type.CAPTION) + tokens.SPACE_XS)


def paint_conversation(
    painter: QPainter, box: QRect, row: Conversation, looks: list[ChipLook], colors: tuple[QColor, QColor]
) -> None:
    """Paint all of it into a box; without chips, what was said last takes their line too."""
    strong, muted = colors
    unread = row.unread > 0
    top = QRect(box.left(), box.top(), box.width(), line_height(Type.STRONG))
    taken = paint_line(painter, top, short_moment(row.last_at), Type.CAPTION, muted, right=True)
    top.setWidth(top.width() - taken - tokens.SPACE_S)
    if row.starred:
        top.setWidth(top.width() - _paint_star(painter, top))
    paint_line(painter, top, who(row), Type.STRONG if unread else Type.BODY, strong)
    words = QRect(box.left(), top.bottom() + 1, box.width(), line_height(Type.BODY))
    if unread:
        words.setWidth(words.width() - paint_badge(painter, words, row.unread) - tokens.SPACE_S)
    color = strong if unread else muted
    if not looks:
        words.setBottom(box.bottom())
        paint_lines(painter, words, first_line(row), Type.BODY, color)
        return
    paint_line(painter, words, first_line(row), Type.BODY, color)
    _paint_chips(painter, QRect(box.left(), words.bottom() + 1 + _GAP, box.width(), _chip_height()), looks)


def _paint_star(painter: QPainter, line: QRect) -> int:
    side = theme.wide(tokens.ICON_S)
    place = QRectF(line.right() - side, line.top() + (line.height() - side) / 2, side, side)
    icons.paint(painter, place, Icon.STARRED, QColor(theme.active().tones[Tone.UNCERTAIN].solid))
    return side + tokens.SPACE_XS


def _paint_chips(painter: QPainter, line: QRect, looks: list[ChipLook]) -> None:
    """One beside the other as far as they fit; the last one that does is cut."""
    left = float(line.left())
    for look in looks:
        room = line.right() - left
        if room < min(_LEAST_CHIP, chip_width(look.text)):
            return
        left += paint_chip(painter, QPointF(left, line.top()), look.icon, look.text, look.tone, room) + _GAP
