"""Meters of SIM budgets: what is used, waits and is about to be sent, in words, colour and pattern."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy, QWidget

from smsdesk.domain.budget import Level, Limit, Meter
from smsdesk.domain.untrusted import visible
from smsdesk.ui import formats
from smsdesk.ui.design import icons, theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.widgets.bars import paint_edge
from smsdesk.ui.widgets.chips import Chip
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.text import Label

translate = QCoreApplication.translate

_LEVELS = {
    Level.CALM: (Icon.SUCCESS, Tone.SENT),
    Level.WARN: (Icon.WARNING, Tone.UNCERTAIN),
    Level.OVER: (Icon.FAILED, Tone.FAILED),
}

_PATTERN_STRENGTH = 0.55
"""How far the pattern stands out of the colour below it."""

_USED = Qt.BrushStyle.SolidPattern
_WAITING = Qt.BrushStyle.Dense6Pattern
_THIS_SEND = Qt.BrushStyle.BDiagPattern


def limit_words(limit: Limit) -> str:
    """What a meter counts: "SMS this month"."""
    return {
        Limit.MONTH: translate("meters", "SMS this month"),
        Limit.PEOPLE: translate("meters", "Different phones this month"),
        Limit.DAY: translate("meters", "SMS today"),
    }[limit]


def meter_title(meter: Meter) -> str:
    """The SIM and what is counted: "Orange · SMS this month"."""
    return f"{visible(meter.name)} · {limit_words(meter.limit)}"


def state_words(meter: Meter) -> str:
    """How it stands, in a word or two; what is over is counted."""
    if meter.cap is None:
        return translate("meters", "No limit")
    left = meter.left or 0
    if left < 0:
        return translate("meters", "%n over", "", -left)
    if meter.level is Level.OVER:
        return translate("meters", "Used up")
    return translate("meters", "%n left", "", left)


def figure_words(meter: Meter) -> str:
    """The numbers: "812 of 1,000 used · 4 waiting · this send 26 · starts anew on Saturday 5 December"."""
    used = translate("meters", "{used} of {cap} used") if meter.cap else translate("meters", "{used} used")
    words = [used.format(used=formats.number(meter.used), cap=formats.number(meter.cap or 0))]
    if meter.waiting:
        words.append(translate("meters", "%n waiting", "", meter.waiting))
    if meter.this_send:
        words.append(translate("meters", "this send %n", "", meter.this_send))
    words.append(translate("meters", "starts anew on {day}").format(day=formats.day(meter.anew)))
    return " · ".join(words)


class MeterBar(QWidget):
    """The bar alone: used, waiting and this send one behind the other, each with its pattern."""

    def __init__(self) -> None:
        super().__init__()
        self._meter: Meter | None = None
        self.setFixedHeight(tokens.BAR_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_meter(self, meter: Meter) -> None:
        """Show these numbers."""
        self._meter = meter
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tokens.PANE_WIDTH, tokens.BAR_HEIGHT)

    def paintEvent(self, event: object) -> None:
        painter = icons.painter(self)
        place = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(place, place.height() / 2, place.height() / 2)
        painter.setClipPath(shape)
        palette = theme.active()
        painter.fillRect(place, QColor(palette.sunken if palette.strong else palette.border))
        if self._meter is not None and self._meter.cap:
            _paint(painter, place, self._meter, self._meter.cap)
        paint_edge(painter, shape)
        painter.end()


def _paint(painter: QPainter, place: QRectF, meter: Meter, cap: int) -> None:
    """What is beyond the limit fills the bar to its end; the words beside it count it."""
    colors = theme.active().tones[_LEVELS[meter.level][1]]
    left = place.left()
    for count, pattern in ((meter.used, _USED), (meter.waiting, _WAITING), (meter.this_send, _THIS_SEND)):
        width = min(place.width() * count / cap, place.right() - left)
        if width <= 0:
            continue
        box = QRectF(left, place.top(), max(width, tokens.SPACE_XS), place.height())
        painter.fillRect(box, QColor(colors.solid))
        if pattern != _USED:
            ink = QColor(theme.active().surface)
            ink.setAlphaF(_PATTERN_STRENGTH)
            painter.fillRect(box, QBrush(ink, pattern))
        left += width


class MeterView(QWidget):
    """One meter: its name, how it stands, the bar, the numbers."""

    def __init__(self, meter: Meter) -> None:
        super().__init__()
        self._title = Label("", Type.STRONG, wrap=True)
        self._chip = Chip(Icon.SUCCESS, "", Tone.SENT)
        self._bar = MeterBar()
        self._figures = Label("", Type.CAPTION, muted=True, wrap=True)
        head = row(space=tokens.SPACE_S)
        head.addWidget(self._title, 1)
        head.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(head, self._bar, self._figures, space=tokens.SPACE_XS))
        self.show_meter(meter)

    def show_meter(self, meter: Meter) -> None:
        """Show another meter."""
        icon, tone = _LEVELS[meter.level]
        self._title.setText(meter_title(meter))
        self._chip.show_state(icon, state_words(meter), tone)
        self._bar.show_meter(meter)
        self._bar.setVisible(meter.cap is not None)
        self._figures.setText(figure_words(meter))
        self.setAccessibleName(self.summary)

    @property
    def summary(self) -> str:
        """The meter in words."""
        return f"{self._title.text()}: {self._chip.text}. {self._figures.text()}"
