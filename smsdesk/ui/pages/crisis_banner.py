"""The band over all that belongs to an exercise: stripes, icon and word, so that nobody is mistaken."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from smsdesk.ui.design import icons, theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.widgets.layout import row
from smsdesk.ui.widgets.surfaces import IconLabel
from smsdesk.ui.widgets.text import Label

_STRIPES = tokens.SPACE_M
"""The striped ends are as wide as this at least, and as the air around the words."""


class ExerciseBanner(QFrame):
    """Says EXERCISE, in words, with an icon, between stripes."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("crisis_exercise_banner")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        word = Label(self.tr("EXERCISE"), Type.SUBTITLE)
        words = Label(self.tr("No SMS leaves: a copy of the people, and a simulated modem."), wrap=True)
        for label in (word, words):
            label.set_tone(Tone.UNCERTAIN)
        line = row(IconLabel(Icon.EXERCISE, Tone.UNCERTAIN, tokens.ICON_L), word, space=tokens.SPACE_S)
        line.addWidget(words, 1)
        side = _STRIPES + tokens.SPACE_XL
        line.setContentsMargins(side, tokens.SPACE_S, side, tokens.SPACE_S)
        self.setLayout(line)
        self.setAccessibleName(f"{word.text()}. {words.text()}")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = icons.painter(self)
        colors = theme.active().tones[Tone.UNCERTAIN]
        painter.fillRect(self.rect(), QColor(colors.soft))
        stripes = QBrush(QColor(colors.solid), Qt.BrushStyle.BDiagPattern)
        wide = _STRIPES + tokens.SPACE_M
        for left in (0, self.width() - wide):
            painter.fillRect(QRectF(left, 0, wide, self.height()), stripes)
        painter.setPen(QColor(colors.solid))
        painter.drawRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1))
        painter.end()
