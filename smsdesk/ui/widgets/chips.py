"""State chips: an icon and a word on a soft colour, as a widget and for delegates."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from smsdesk.ui.design import icons, theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.tips import plain_tip

_PAD = tokens.SPACE_S
_GAP = tokens.SPACE_XS
HEIGHT = tokens.SPACE_L
_LEAST_WIDTH = tokens.SPACE_XXL
"""Where room is short the words are cut, down to the icon and a letter or two."""


def chip_width(text: str) -> float:
    """How wide a chip with these words is, in pixels."""
    words = QFontMetricsF(theme.sized(Type.CAPTION)).horizontalAdvance(text)
    return words + theme.wide(tokens.ICON_S) + _GAP + 2 * _PAD


def chip_height() -> float:
    """How high a chip is at the size that words have now, in pixels."""
    return max(HEIGHT, QFontMetricsF(theme.sized(Type.CAPTION)).height() + tokens.SPACE_XS)


def paint_chip(painter: QPainter, at: QPointF, icon: Icon, text: str, tone: Tone, room: float = 0) -> float:
    """Paint a chip with its left top corner `at`, cut to `room` pixels if given; gives its width."""
    colors = theme.active().tones[tone]
    font = theme.sized(Type.CAPTION)
    width = min(chip_width(text), room) if room else chip_width(text)
    height = chip_height()
    box = QRectF(at.x(), at.y(), width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(colors.text) if theme.active().strong else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.soft))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), height / 2, height / 2)
    side = theme.wide(tokens.ICON_S)
    icons.paint(
        painter,
        QRectF(box.left() + _PAD, box.center().y() - side / 2, side, side),
        icon,
        QColor(colors.text),
    )
    painter.setFont(font)
    painter.setPen(QColor(colors.text))
    words = box.adjusted(_PAD + side + _GAP, 0, -_PAD, 0)
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, words.width() + 1)
    painter.drawText(words.adjusted(0, 0, _PAD, 0), Qt.AlignmentFlag.AlignVCenter, shown)
    painter.restore()
    return width


class Chip(QWidget):
    """A chip in a layout; `show_state` changes what it says."""

    def __init__(self, icon: Icon, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_state(icon, text, tone)

    def show_state(self, icon: Icon, text: str, tone: Tone) -> None:
        """Say something else."""
        self._icon, self._text, self._tone = icon, text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        """The words on it."""
        return self._text

    def sizeHint(self) -> QSize:
        return QSize(int(chip_width(self._text)) + 1, int(chip_height()))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), _LEAST_WIDTH), hint.height())

    def resizeEvent(self, event: object) -> None:
        self.setToolTip(plain_tip(self._text) if self.width() < self.sizeHint().width() else "")

    def paintEvent(self, event: object) -> None:
        painter = icons.painter(self)
        paint_chip(painter, QPointF(0, 0), self._icon, self._text, self._tone, self.width())
        painter.end()
