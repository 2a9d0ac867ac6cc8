"""Painting for the rows of lists: the ground that shows choice and focus, lines of text, a count."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.formats import number


def is_selected(option: QStyleOptionViewItem) -> bool:
    """Whether the row is the chosen one."""
    return bool(option.state & QStyle.StateFlag.State_Selected)


def inks(option: QStyleOptionViewItem) -> tuple[QColor, QColor]:
    """The colours of strong and of muted text on this row."""
    palette = theme.active()
    if is_selected(option):
        return QColor(palette.on_selection), QColor(palette.on_selection)
    return QColor(palette.text), QColor(palette.muted)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """The ground of a row: chosen, under the mouse, or none; with a ring where the keyboard is."""
    palette = theme.active()
    state = option.state
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state & QStyle.StateFlag.State_Selected:
        painter.setBrush(QColor(palette.selection))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(QColor(palette.hover))
    painter.setPen(QColor(palette.accent) if state & QStyle.StateFlag.State_HasFocus else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), tokens.RADIUS_M, tokens.RADIUS_M)


def paint_focus(painter: QPainter, box: QRect) -> None:
    """The ring around the row where the keyboard is, over what the style painted."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QColor(theme.active().accent))
    painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), tokens.RADIUS_S, tokens.RADIUS_S)


def paint_line(
    painter: QPainter, box: QRect, text: str, type_: Type, color: QColor, *, right: bool = False
) -> int:
    """One line of text, cut to its box; gives the width that it takes."""
    painter.setFont(theme.sized(type_))
    painter.setPen(color)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
    return painter.fontMetrics().horizontalAdvance(shown)


def paint_lines(painter: QPainter, box: QRect, text: str, type_: Type, color: QColor) -> None:
    """Words in as many lines as the box is high; the last one is cut."""
    height = QFontMetrics(theme.sized(type_)).height()
    most = max(1, box.height() // height)
    for at, line in enumerate(_wrapped(text, type_, box.width(), most)):
        place = QRect(box.left(), box.top() + at * height, box.width(), height)
        paint_line(painter, place, line, type_, color)


def _wrapped(text: str, type_: Type, width: int, most: int) -> list[str]:
    """The words in at most so many lines; the last one holds all that is left."""
    units = text.encode("utf-16-le")  # as Qt counts
    layout = QTextLayout(text, theme.sized(type_))
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(2 * line.textStart())
    layout.endLayout()
    return [units[at:end].decode("utf-16-le") for at, end in pairwise([*starts, len(units)])]


def paint_badge(painter: QPainter, box: QRect, count: int) -> int:
    """A count that asks for attention, on the right of its box; gives its width."""
    palette = theme.active()
    painter.setFont(theme.sized(Type.CAPTION))
    metrics = painter.fontMetrics()
    height = metrics.height() + tokens.SPACE_XS / 2
    width = max(height, metrics.horizontalAdvance(number(count)) + 2 * tokens.SPACE_XS)
    place = QRectF(box.right() - width, box.top() + (box.height() - height) / 2, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.accent))
    painter.drawRoundedRect(place, height / 2, height / 2)
    painter.setPen(QColor(palette.on_accent))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, number(count))
    return int(width)
