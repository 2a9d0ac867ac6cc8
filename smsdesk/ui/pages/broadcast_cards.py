"""The card of one broadcast in a list, painted: title, when and by whom, what it follows, its bar."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from smsdesk.domain.untrusted import visible
from smsdesk.domain.views import BroadcastSummary
from smsdesk.ui import formats
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.models.broadcasts import SUMMARY_ROLE
from smsdesk.ui.relation_words import follows_words
from smsdesk.ui.widgets.bars import legend_height, paint_bar, paint_legend
from smsdesk.ui.widgets.chips import chip_width, paint_chip
from smsdesk.ui.widgets.states import tally

translate = QCoreApplication.translate


_PAD = tokens.SPACE_M
_GAP = tokens.SPACE_S


class CardDelegate(QStyledItemDelegate):
    """Paints one broadcast: title and time, how many, and the bar with its legend."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        strong = QFontMetricsF(theme.sized(Type.STRONG)).height()
        caption = QFontMetricsF(theme.sized(Type.CAPTION)).height()
        bar = tokens.BAR_HEIGHT + legend_height()
        height = 2 * _PAD + strong + caption + bar + _GAP + tokens.SPACE_XS + _GAP
        return QSize(tokens.PANE_WIDTH, int(height))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        summary: BroadcastSummary = index.data(SUMMARY_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(option.rect).adjusted(0, 0, -1, -_GAP)
        self._paint_surface(painter, card, option.state)
        inside = card.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        y = self._paint_title(painter, inside, summary)
        y = self._paint_line(painter, QRectF(inside.left(), y, inside.width(), inside.height()), summary)
        counts = tally(summary.counts)
        bar = QRectF(inside.left(), y + _GAP, inside.width(), tokens.BAR_HEIGHT)
        paint_bar(painter, bar, counts)
        paint_legend(painter, QPointF(bar.left(), bar.bottom() + tokens.SPACE_XS), bar.width(), counts)
        painter.restore()

    def _paint_surface(self, painter: QPainter, card: QRectF, state: QStyle.StateFlag) -> None:
        palette = theme.active()
        marked = state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus)
        painter.setPen(QColor(palette.accent if marked else palette.border))
        painter.setBrush(QColor(palette.surface))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), tokens.RADIUS_L, tokens.RADIUS_L)

    def _paint_title(self, painter: QPainter, inside: QRectF, summary: BroadcastSummary) -> float:
        font = theme.sized(Type.STRONG)
        metrics = QFontMetricsF(font)
        room = inside.width()
        chip = _chip(summary)
        if chip is not None:
            width = chip_width(chip[1])
            paint_chip(painter, QPointF(inside.right() - width, inside.top() - 2), *chip)
            room -= width + _GAP
        painter.setFont(font)
        painter.setPen(QColor(theme.active().text))
        title = metrics.elidedText(visible(summary.title), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(inside.left(), inside.top() + metrics.ascent()), title)
        return inside.top() + metrics.height() + tokens.SPACE_XS

    def _paint_line(self, painter: QPainter, place: QRectF, summary: BroadcastSummary) -> float:
        font = theme.sized(Type.CAPTION)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(QColor(theme.active().muted))
        line = metrics.elidedText(self.line(summary), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(QPointF(place.left(), place.top() + metrics.ascent()), line)
        return place.top() + metrics.height()

    def line(self, summary: BroadcastSummary) -> str:
        """When, by whom, how many SMS, what it follows, and how it begins."""
        words = [
            formats.moment(summary.not_before or summary.created_at),
            self.tr("by {person}").format(person=visible(summary.author)) if summary.author else "",
            self.tr("%n SMS", "", summary.parts),
            follows_words(summary.relation, summary.about_title) if summary.relation is not None else "",
            visible(" ".join((summary.first_text or summary.body).split())),
        ]
        return " · ".join(filter(None, words))


def _chip(summary: BroadcastSummary) -> tuple[Icon, str, Tone] | None:
    if summary.cancelled:
        return Icon.CANCELLED, translate("states", "Stopped"), Tone.NEUTRAL
    if summary.paused:
        return Icon.PAUSED, translate("states", "Paused"), Tone.UNCERTAIN
    return None
