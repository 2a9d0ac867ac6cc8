"""The window of the program: at once the outline of what will be there, then the desk inside it.

Nothing that takes long to load is imported here: one waits for what this module needs.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import ClassVar, TypeVar

from PySide6.QtCore import QEventLoop, QRectF, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from smsdesk.ui import window_state
from smsdesk.ui.design import tokens

T = TypeVar("T")

UNSEEN_MS = 500
"""A window on another desktop is not painted, and is not waited for."""

_MARKS = 9
"""Entries of the rail."""
_CARDS = (
    (0, 0.0, 0.32, 96),
    (0, 0.34, 0.32, 96),
    (0, 0.68, 0.32, 96),
    (120, 0.0, 1.0, 128),
    (272, 0.0, 1.0, 224),
)
"""What the first page shows, three tasks side by side, what is planned, what was sent: pixels below the
header, left and width as shares of the page, height in pixels."""


def application() -> QApplication:
    """The running QApplication, or a new one."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(["smsdesk"])
    app.setApplicationName("smsdesk")
    app.setApplicationDisplayName("SMS desk")
    app.setDesktopFileName("smsdesk")  # by this name a Linux desktop knows whose count and notices these are
    return app


class OpeningWindow(QWidget):
    """Shows an outline until it is given the desk's window to `hold`; `meanwhile` does what takes long."""

    painted = Signal()
    """For the first time; now there is time for everything else."""
    _ended = Signal()
    _alive: ClassVar[set[OpeningWindow]] = set()
    """Those that hold nothing as yet, so that nothing else holds them."""
    _asked = Signal(object)

    def __init__(self, keep: QSettings) -> None:
        """`keep` tells where the window stood and what it looked like."""
        super().__init__()
        self.setWindowTitle("SMS desk")
        self.setMinimumSize(*tokens.WINDOW_MIN_SIZE)
        self.resize(*tokens.WINDOW_SIZE)
        window_state.restore(self, keep)
        self._colors = window_state.colors(keep)
        self._alive.add(self)
        self._inside: QWidget | None = None
        self._was_painted = False
        self.given_up = False
        """Whether it was closed before there was anything in it."""
        self._asked.connect(lambda act: act(), Qt.ConnectionType.BlockingQueuedConnection)

    @classmethod
    def standing(cls) -> OpeningWindow | None:
        """The one that is shown already and holds nothing as yet."""
        return next((each for each in cls._alive if each.isVisible()), None)

    def show_outline(self) -> None:
        """Be seen, before anything else is done."""
        self.show()
        loop = QEventLoop()
        self.painted.connect(loop.quit)
        QTimer.singleShot(UNSEEN_MS, loop.quit)
        loop.exec()

    def meanwhile(self, work: Callable[[], T]) -> T:
        """What `work` gives, or what it raises; it is done on another thread while the window lives on."""
        made: list[T] = []
        raised: list[BaseException] = []

        def run() -> None:
            try:
                made.append(work())
            except BaseException as failure:  # it is raised below, where one waits for it
                raised.append(failure)
            self._ended.emit()

        loop = QEventLoop()
        self._ended.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
        thread = Thread(target=run, name="window-opening")
        thread.start()
        loop.exec()
        thread.join()
        if raised:
            raise raised[0]
        return made[0]

    def in_window(self, act: Callable[[], None]) -> None:
        """Called by the work: do this in the GUI thread, and come back after it; raises what it raises."""
        raised: list[BaseException] = []

        def run() -> None:
            try:
                act()
            except BaseException as failure:  # it is raised below, on the thread that asked
                raised.append(failure)

        self._asked.emit(run)
        if raised:
            raise raised[0]

    def hold(self, inside: QWidget) -> None:
        """Show this from now on; its title is the title, and it decides whether the window may be closed.

        Whoever goes on with `inside` keeps this window too: it is the one that ends the other.
        """
        self._alive.discard(self)
        self._inside = inside
        inside.setWindowFlags(Qt.WindowType.Widget)
        self.setWindowTitle(inside.windowTitle())
        inside.windowTitleChanged.connect(self.setWindowTitle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(inside)
        inside.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Before there is anything inside, the program ends as soon as it can."""
        if self._inside is None:
            self.given_up = True
            self._alive.discard(self)
            return
        asked = QCloseEvent()
        QApplication.sendEvent(self._inside, asked)
        event.setAccepted(asked.isAccepted())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The outline, while there is nothing inside."""
        if self._inside is None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            self._draw(painter, *map(QColor, self._colors))
            painter.end()
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def _draw(self, painter: QPainter, ground: QColor, rail: QColor, mark: QColor) -> None:
        painter.fillRect(self.rect(), ground)
        collapsed = self.width() < tokens.RAIL_COLLAPSE_BELOW
        width = tokens.RAIL_WIDTH_COLLAPSED if collapsed else tokens.RAIL_WIDTH
        lower = self.height() - tokens.STATUS_HEIGHT
        painter.fillRect(0, 0, width, lower, rail)
        painter.setBrush(mark)
        for number in range(_MARKS):
            top = tokens.SPACE_M + number * (tokens.CONTROL_HEIGHT_LARGE + tokens.SPACE_XS)
            _line(painter, tokens.SPACE_M, top, width - tokens.SPACE_XL, tokens.SPACE_M)
        left = width + tokens.SPACE_L
        _line(painter, left, tokens.SPACE_L, tokens.SPACE_XXL * 3, tokens.SPACE_M)
        _line(painter, tokens.SPACE_M, lower + tokens.SPACE_M, width, tokens.SPACE_S)
        self._draw_cards(painter, left, self.width() - left - tokens.SPACE_L, rail)

    def _draw_cards(self, painter: QPainter, left: int, width: int, card: QColor) -> None:
        painter.setBrush(card)
        for top, begin, share, height in _CARDS:
            box = QRectF(left + begin * width, tokens.HEADER_HEIGHT + top, share * width, height)
            painter.drawRoundedRect(box, tokens.RADIUS_M, tokens.RADIUS_M)


def _line(painter: QPainter, left: float, top: float, width: float, height: float) -> None:
    painter.drawRoundedRect(QRectF(left, top, width, height), tokens.RADIUS_S, tokens.RADIUS_S)
