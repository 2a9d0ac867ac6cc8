"""A skeleton: grey lines where rows will be, for a read that takes longer than one notices."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSizePolicy, QWidget

from smsdesk.ui.design import icons, theme, tokens

_SHARES = (0.7, 0.45, 0.6, 0.5)
"""How long the lines are, so that they look like words and not like a form."""


class Skeleton(QWidget):
    """Stands still: what pulses draws the eye to where nothing is yet."""

    def __init__(self, rows: int = 6) -> None:
        super().__init__()
        self._rows = rows
        self.setAccessibleName(self.tr("Loading…"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(tokens.PANE_WIDTH, self._rows * theme.high(tokens.ROW_HEIGHT_TWO_LINES))

    def paintEvent(self, event: object) -> None:
        painter = icons.painter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.active().border))
        for row in range(min(self._rows, self.height() // theme.high(tokens.ROW_HEIGHT_TWO_LINES))):
            top = row * theme.high(tokens.ROW_HEIGHT_TWO_LINES) + tokens.SPACE_M
            for line, share in enumerate(
                (_SHARES[row % len(_SHARES)], _SHARES[(row + 1) % len(_SHARES)] / 2)
            ):
                box = QRectF(
                    0,
                    top + line * (tokens.SPACE_S + tokens.SPACE_M / 2),
                    self.width() * share,
                    tokens.SPACE_S,
                )
                painter.drawRoundedRect(box, tokens.RADIUS_S, tokens.RADIUS_S)
        painter.end()


class Overlay(Skeleton):
    """Lies over a view while that waits for its rows: `begin` when they are asked for, `end` when they came.

    Only a wait that is long enough to be noticed shows it.
    """

    def __init__(self, over: QWidget) -> None:
        super().__init__()
        self.setParent(over)
        self._over = over
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(tokens.BUSY_SHOWN_AFTER_MS)
        self._delay.timeout.connect(self.appear)
        self.hide()

    def begin(self) -> None:
        """The rows are asked for."""
        self._delay.start()

    def end(self) -> None:
        """They are there, or will not come."""
        self._delay.stop()
        self.hide()

    def appear(self) -> None:
        """Now, over the whole view."""
        self.setGeometry(self._over.rect().adjusted(tokens.SPACE_M, tokens.SPACE_M, -tokens.SPACE_M, 0))
        self.show()
        self.raise_()
