"""The heads of a calendar: the days of the week above, the hours at the side."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.tokens import Type


def _font(type_: Type) -> tuple[QFont, QFontMetricsF]:
    return _font_at(type_, theme.wide(tokens.ICON_M))


@lru_cache(maxsize=4 * len(tokens.TEXT_PERCENTS))
def _font_at(type_: Type, _size: int) -> tuple[QFont, QFontMetricsF]:
    """The font for words of the size at which an icon beside them is so large: the one in force."""
    font = theme.sized(type_)
    return font, QFontMetricsF(font)


_Paint = Callable[[QPainter, QRectF, int], None]


class PaintedHeader(QHeaderView):
    """A header whose sections are painted by `paint`; it takes `thickness` pixels."""

    def __init__(
        self, way: Qt.Orientation, parent: QWidget, name: str, thickness: int, paint: _Paint
    ) -> None:
        super().__init__(way, parent)
        self.setAccessibleName(name)
        self._thickness = thickness
        self._paint = paint
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        return QSize(self._thickness, self._thickness)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, QRectF(rect), section)
        painter.restore()


def paint_weekday(painter: QPainter, box: QRectF, text: str) -> None:
    """The short name of a day of the week, muted."""
    painter.setFont(_font(Type.CAPTION)[0])
    painter.setPen(QColor(theme.active().muted))
    inner = box.adjusted(tokens.SPACE_S, 0, -tokens.SPACE_XS, 0)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def paint_number(painter: QPainter, box: QRectF, text: str, *, today: bool, other: bool = False) -> float:
    """The number of a day at the left of `box`, in a disc when it is today; gives the width it takes."""
    palette = theme.active()
    font, metrics = _font(Type.STRONG if today else Type.CAPTION)
    painter.setFont(font)
    if today:
        side = max(metrics.height() + 2, metrics.horizontalAdvance(text) + tokens.SPACE_S)
        disc = QRectF(box.left(), box.center().y() - side / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.accent))
        painter.drawEllipse(disc)
        painter.setPen(QColor(palette.on_accent))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, text)
        return side
    painter.setPen(QColor(palette.muted if other else palette.text))
    place = box.adjusted(tokens.SPACE_XS, 0, 0, 0)
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    return metrics.horizontalAdvance(text) + tokens.SPACE_XS


def paint_mark(painter: QPainter, box: QRectF, text: str) -> None:
    """The name of a day off, cut to its room."""
    font, metrics = _font(Type.CAPTION)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(font)
    painter.setPen(QColor(theme.active().muted))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
