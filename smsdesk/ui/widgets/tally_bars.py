"""The bars of a tally: one line each with icon, words, a bar and the number, none needs its colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from smsdesk.ui import formats
from smsdesk.ui.answer_words import TallyLine
from smsdesk.ui.design import icons, theme, tokens
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.tips import plain_tip


class TallyBars(QWidget):
    """Shows lines of a tally as large as their share of all of them."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[TallyLine] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[TallyLine]) -> None:
        """Show these."""
        if list(lines) == list(self._lines):
            return
        self._lines = tuple(lines)
        self.setAccessibleName(self.summary)
        self.setToolTip(plain_tip("\n".join(map(_said, lines))))
        self.updateGeometry()
        self.update()

    @property
    def summary(self) -> str:
        """The bars in words: "Yes: 12, No: 3"."""
        return ", ".join(map(_said, self._lines))

    def sizeHint(self) -> QSize:
        return QSize(tokens.SIDE_WIDTH - 2 * tokens.SPACE_M, len(self._lines) * _line_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * tokens.SPACE_XXL, self.sizeHint().height())

    def paintEvent(self, event: object) -> None:
        painter = icons.painter(self)
        most = max((line.count for line in self._lines), default=0)
        for at, line in enumerate(self._lines):
            box = QRectF(0, at * _line_height(), self.width(), _line_height() - tokens.SPACE_S)
            _paint_line(painter, box, line, line.count / most if most else 0)
        painter.end()


def _said(line: TallyLine) -> str:
    words = f"{line.look.text}: {formats.number(line.count)}"
    return f"{words} ({line.beside})" if line.beside else words


def _line_height() -> int:
    words = QFontMetricsF(theme.sized(Type.BODY)).height()
    return int(max(words, theme.wide(tokens.ICON_S))) + tokens.SPACE_XS + tokens.BAR_HEIGHT + tokens.SPACE_S


def _paint_line(painter: QPainter, box: QRectF, line: TallyLine, share: float) -> None:
    """Icon and words with the number at the right, and the bar below them."""
    colors = theme.active().tones[line.look.tone]
    words = QRectF(box.left(), box.top(), box.width(), box.height() - tokens.BAR_HEIGHT - tokens.SPACE_XS)
    side = theme.wide(tokens.ICON_S)
    place = QRectF(words.left(), words.center().y() - side / 2, side, side)
    icons.paint(painter, place, line.look.icon, QColor(colors.text))
    room = words.adjusted(side + tokens.SPACE_S, 0, -_paint_number(painter, words, line) - tokens.SPACE_S, 0)
    painter.setFont(theme.sized(Type.BODY))
    painter.setPen(QColor(theme.active().text))
    shown = painter.fontMetrics().elidedText(line.look.text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
    _paint_bar(painter, QRectF(box.left(), words.bottom() + tokens.SPACE_XS, box.width(), tokens.BAR_HEIGHT),
               QColor(colors.solid), share)  # fmt: skip


def _paint_number(painter: QPainter, box: QRectF, line: TallyLine) -> float:
    """The number in strong type, and beside it what it is worth; gives their width."""
    number = formats.number(line.count)
    painter.setFont(theme.sized(Type.STRONG))
    painter.setPen(QColor(theme.active().text))
    width = painter.fontMetrics().horizontalAdvance(number)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, number)
    if not line.beside:
        return width
    painter.setFont(theme.sized(Type.CAPTION))
    painter.setPen(QColor(theme.active().muted))
    left = box.adjusted(0, 0, -width - tokens.SPACE_S, 0)
    painter.drawText(left, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, line.beside)
    return width + tokens.SPACE_S + painter.fontMetrics().horizontalAdvance(line.beside)


def _paint_bar(painter: QPainter, box: QRectF, color: QColor, share: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.active().sunken))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    if share:
        box.setWidth(max(box.height(), box.width() * share))
        painter.setBrush(color)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
