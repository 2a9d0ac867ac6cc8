"""The outcome bar of a broadcast: colour, pattern and number for each outcome."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy, QWidget

from smsdesk.domain.outgoing import PartState
from smsdesk.ui.design import icons, theme, tokens
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.widgets.states import PATTERNS, Outcome, outcome_look, tally

_MIN_SEGMENT = tokens.SPACE_S
"""One uncertain message among a thousand must still be seen."""
_LEGEND_GAP = tokens.SPACE_M


class OutcomeBar(QWidget):
    """A bar with its legend below; the legend wraps where it is narrow."""

    def __init__(self, *, large: bool = False, legend: bool = True) -> None:
        super().__init__()
        self._tally: dict[Outcome, int] = {}
        self._bar = tokens.BAR_HEIGHT_LARGE if large else tokens.BAR_HEIGHT
        self._legend = legend
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_counts(self, counts: Mapping[PartState, int]) -> None:
        """Show these numbers of messages by state."""
        self._tally = tally(counts)
        self.setAccessibleName(self.summary)
        self.setToolTip(self.summary)
        self.updateGeometry()
        self.update()

    @property
    def summary(self) -> str:
        """The bar in words: "24 delivered, 2 uncertain"."""
        return ", ".join(f"{count} {outcome_look(outcome).text}" for outcome, count in self._tally.items())

    def sizeHint(self) -> QSize:
        return QSize(tokens.PANE_WIDTH, self.heightForWidth(max(self.width(), tokens.PANE_WIDTH)))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.RAIL_WIDTH, self._bar)

    def heightForWidth(self, width: int) -> int:
        if not self._legend or not self._tally:
            return self._bar
        lines = self._legend_places(width)[-1][1] + 1
        return self._bar + tokens.SPACE_XS + lines * self._line_height()

    def _line_height(self) -> int:
        return max(tokens.ICON_S, int(QFontMetricsF(theme.sized(Type.CAPTION)).height())) + tokens.SPACE_XS

    def _legend_places(self, width: int) -> list[tuple[float, int, Outcome]]:
        """Left edge and line of each entry of the legend."""
        metrics = QFontMetricsF(theme.sized(Type.CAPTION))
        places: list[tuple[float, int, Outcome]] = []
        x, line = 0.0, 0
        for outcome in self._tally:
            wide = tokens.ICON_S + tokens.SPACE_XS + metrics.horizontalAdvance(self._words(outcome))
            if x and x + wide > width:
                x, line = 0.0, line + 1
            places.append((x, line, outcome))
            x += wide + _LEGEND_GAP
        return places

    def _words(self, outcome: Outcome) -> str:
        return f"{self._tally[outcome]} {outcome_look(outcome).text}"

    def paintEvent(self, event: object) -> None:
        painter = icons.painter(self)
        self._paint_bar(painter)
        if self._legend and self._tally:
            self._paint_legend(painter)
        painter.end()

    def _paint_bar(self, painter: QPainter) -> None:
        palette = theme.active()
        whole = QRectF(0, 0, self.width(), self._bar)
        shape = QPainterPath()
        shape.addRoundedRect(whole, self._bar / 2, self._bar / 2)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(whole, QColor(palette.sunken))
        x = 0.0
        for outcome, width in self._segments().items():
            colors = palette.tones[outcome_look(outcome).tone]
            box = QRectF(x, 0, width - 1, self._bar)
            painter.fillRect(box, QColor(colors.soft if outcome is Outcome.WAITING else colors.solid))
            if PATTERNS[outcome] != Qt.BrushStyle.SolidPattern:
                ink = QColor(colors.solid if outcome is Outcome.WAITING else palette.surface)
                ink.setAlphaF(0.55)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ink)
                brush = painter.brush()
                brush.setStyle(PATTERNS[outcome])
                painter.fillRect(box, brush)
            x += width
        painter.restore()

    def _segments(self) -> dict[Outcome, float]:
        """Width of each outcome, none so small that it would vanish."""
        total = sum(self._tally.values())
        if not total:
            return {}
        free = max(0.0, self.width() - _MIN_SEGMENT * len(self._tally))
        return {outcome: _MIN_SEGMENT + free * count / total for outcome, count in self._tally.items()}

    def _paint_legend(self, painter: QPainter) -> None:
        palette = theme.active()
        font = theme.sized(Type.CAPTION)
        painter.setFont(font)
        height = self._line_height()
        for x, line, outcome in self._legend_places(self.width()):
            y = self._bar + tokens.SPACE_XS + line * height
            color = QColor(palette.tones[outcome_look(outcome).tone].text)
            side = tokens.ICON_S
            icons.paint(
                painter, QRectF(x, y + (height - side) / 2, side, side), outcome_look(outcome).icon, color
            )
            painter.setPen(color)
            baseline = y + (height + QFontMetricsF(font).ascent() - QFontMetricsF(font).descent()) / 2
            painter.drawText(QPointF(x + side + tokens.SPACE_XS, baseline), self._words(outcome))
