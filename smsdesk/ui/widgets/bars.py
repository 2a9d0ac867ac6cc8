"""The outcome bar of a broadcast: colour, pattern and number for each outcome."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from smsdesk.domain.outgoing import PartState
from smsdesk.ui.design import icons, theme, tokens
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.widgets.states import PATTERNS, Outcome, outcome_look, outcome_words, tally

Counts = Mapping[Outcome, int]

_MIN_SEGMENT = tokens.SPACE_S
"""One uncertain message among a thousand must still be seen."""
_LEGEND_GAP = tokens.SPACE_M
_BETWEEN = 1
"""Pixels between two outcomes; the last one goes to the end of the bar."""
_EDGE = 2.0
"""Half of it is cut off with what is outside the bar."""
_PATTERN_STRENGTH = 0.55
"""How far the pattern stands out of the colour below it."""


def paint_bar(painter: QPainter, place: QRectF, counts: Counts) -> None:
    """Paint the bar into `place`, rounded at its ends."""
    palette = theme.active()
    shape = QPainterPath()
    shape.addRoundedRect(place, place.height() / 2, place.height() / 2)
    painter.save()
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.fillRect(place, QColor(palette.sunken))
    x = place.left()
    for outcome, width in _segments(place.width() + _BETWEEN, counts).items():
        _paint_segment(painter, QRectF(x, place.top(), width - _BETWEEN, place.height()), outcome)
        x += width
    paint_edge(painter, shape)
    painter.restore()


def paint_edge(painter: QPainter, shape: QPainterPath) -> None:
    """In high contrast, a line around a bar: what is empty of it has the colour of the page there."""
    palette = theme.active()
    if palette.strong:
        painter.strokePath(shape, QPen(QColor(palette.border), _EDGE))


def _segments(width: float, counts: Counts) -> dict[Outcome, float]:
    """Width of each outcome, none so small that it would vanish."""
    total = sum(counts.values())
    free = max(0.0, width - _MIN_SEGMENT * len(counts))
    return {outcome: _MIN_SEGMENT + free * count / total for outcome, count in counts.items()}


def _paint_segment(painter: QPainter, box: QRectF, outcome: Outcome) -> None:
    palette = theme.active()
    colors = palette.tones[outcome_look(outcome)[1]]
    waiting = outcome is Outcome.WAITING
    painter.fillRect(box, QColor(colors.soft if waiting else colors.solid))
    if PATTERNS[outcome] != Qt.BrushStyle.SolidPattern:
        ink = QColor(colors.solid if waiting else palette.surface)
        ink.setAlphaF(_PATTERN_STRENGTH)
        painter.fillRect(box, QBrush(ink, PATTERNS[outcome]))


def legend_height(lines: int = 1) -> int:
    """How high a legend of so many lines is, with the air above it."""
    return tokens.SPACE_XS + lines * _line_height()


def _line_height() -> int:
    return (
        max(theme.wide(tokens.ICON_S), int(QFontMetricsF(theme.sized(Type.CAPTION)).height()))
        + tokens.SPACE_XS
    )


def _legend_places(width: float, counts: Counts) -> list[tuple[float, int, Outcome]]:
    """Left edge and line of each entry of the legend."""
    metrics = QFontMetricsF(theme.sized(Type.CAPTION))
    places: list[tuple[float, int, Outcome]] = []
    x, line = 0.0, 0
    for outcome, count in counts.items():
        wide = (
            theme.wide(tokens.ICON_S)
            + tokens.SPACE_XS
            + metrics.horizontalAdvance(outcome_words(outcome, count))
        )
        if x and x + wide > width:
            x, line = 0.0, line + 1
        places.append((x, line, outcome))
        x += wide + _LEGEND_GAP
    return places


def paint_legend(painter: QPainter, at: QPointF, width: float, counts: Counts) -> None:
    """Paint icon, number and word of each outcome with the left top corner `at`, in lines of `width`."""
    font = theme.sized(Type.CAPTION)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    height, side = _line_height(), theme.wide(tokens.ICON_S)
    for x, line, outcome in _legend_places(width, counts):
        icon, tone = outcome_look(outcome)
        color = QColor(theme.active().tones[tone].text)
        top = at.y() + line * height
        icons.paint(painter, QRectF(at.x() + x, top + (height - side) / 2, side, side), icon, color)
        painter.setPen(color)
        baseline = top + (height + metrics.ascent() - metrics.descent()) / 2
        words = outcome_words(outcome, counts[outcome])
        painter.drawText(QPointF(at.x() + x + side + tokens.SPACE_XS, baseline), words)


class OutcomeBar(QWidget):
    """A bar with its legend below; the legend wraps where it is narrow."""

    def __init__(self, *, large: bool = False, legend: bool = True) -> None:
        super().__init__()
        self._counts: Counts = {}
        self._bar = tokens.BAR_HEIGHT_LARGE if large else tokens.BAR_HEIGHT
        self._legend = legend
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_counts(self, counts: Mapping[PartState, int]) -> None:
        """Show these numbers of messages by state."""
        self._counts = tally(counts)
        self.setAccessibleName(self.summary)
        self.setToolTip(self.summary)
        self.updateGeometry()
        self.update()

    @property
    def summary(self) -> str:
        """The bar in words: "24 delivered, 2 uncertain"."""
        return ", ".join(outcome_words(outcome, count) for outcome, count in self._counts.items())

    def sizeHint(self) -> QSize:
        return QSize(tokens.PANE_WIDTH, self.heightForWidth(max(self.width(), tokens.PANE_WIDTH)))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.RAIL_WIDTH, self._bar)

    def heightForWidth(self, width: int) -> int:
        if not self._legend or not self._counts:
            return self._bar
        return self._bar + legend_height(_legend_places(width, self._counts)[-1][1] + 1)

    def paintEvent(self, event: object) -> None:
        painter = icons.painter(self)
        paint_bar(painter, QRectF(0, 0, self.width(), self._bar), self._counts)
        if self._legend:
            at = QPointF(0, self._bar + tokens.SPACE_XS)
            paint_legend(painter, at, self.width(), self._counts)
        painter.end()
