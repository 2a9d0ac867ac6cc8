"""Envoyer: its three panels side by side, each scrolled for itself; or one under the other, all scrolled."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QStackedLayout, QWidget

from smsdesk.ui.design import theme, tokens
from smsdesk.ui.keyboard import keyboard_at
from smsdesk.ui.pages.page import scrolled
from smsdesk.ui.widgets.layout import column, row

_THREE_COLUMNS_FROM = 880
"""Pixels at the usual size of words: below that a column holds no SMS that one could read."""


class Columns(QWidget):
    """Panels with their shares of the width; side by side, the button at the foot of each stays in sight."""

    def __init__(self, *panels: tuple[QWidget, int]) -> None:
        super().__init__()
        self._places: list[tuple[QWidget, QScrollArea]] = []
        beside, self._below = row(space=tokens.SPACE_M), column(space=tokens.SPACE_M)
        for panel, share in panels:
            place = scrolled(QWidget())
            beside.addWidget(place, share)
            self._places.append((panel, place))
            panel.installEventFilter(self)
        wide, narrow = QWidget(), QWidget()
        wide.setLayout(beside)
        narrow.setLayout(self._below)
        self._stack = QStackedLayout(self)  # first of all: it shows what it gets, alone as a window
        self._stack.addWidget(wide)
        self._all = scrolled(narrow)
        self._stack.addWidget(self._all)
        self._put_beside()

    def minimumSizeHint(self) -> QSize:
        """Room for the widest panel: for less than all three they stand one under the other."""
        widest = max(panel.minimumSizeHint().width() for panel, _ in self._places)
        return QSize(widest, theme.high(tokens.ROW_HEIGHT) * 5)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger words need more room."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Words that came into a panel since need their room too."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._make_room()
            self._fit()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def reveal(self, widget: QWidget) -> None:
        """Bring something in one of the panels into sight, once it has its place."""
        place = self._all if self._stack.currentIndex() else self._place_of(widget)
        QTimer.singleShot(0, place, lambda: place.ensureWidgetVisible(widget))

    def _place_of(self, widget: QWidget) -> QScrollArea:
        return next(place for panel, place in self._places if panel.isAncestorOf(widget))

    def _fit(self) -> None:
        """Where three columns have no room, the panels stand one under the other."""
        wide = self.width() >= max(theme.wide(_THREE_COLUMNS_FROM), self._needed())
        if not self.isVisible() or wide is (self._stack.currentIndex() == 0):
            return
        focus = keyboard_at(self)
        if wide:
            self._put_beside()
        else:
            self._put_below()
        if focus is not None and self.isAncestorOf(focus):
            focus.setFocus()  # it lost the keyboard as its panel moved

    def _put_beside(self) -> None:
        for panel, place in self._places:
            self._below.removeWidget(panel)
            place.setWidget(panel)
            panel.show()
        self._make_room()
        self._stack.setCurrentIndex(0)

    def _make_room(self) -> None:
        """Nothing is cut at the side."""
        for panel, place in self._places:
            place.setMinimumWidth(_least(panel, place))

    def _needed(self) -> int:
        """The width in pixels that all panels need beside one another."""
        between = tokens.SPACE_M * (len(self._places) - 1)
        return between + sum(_least(panel, place) for panel, place in self._places)

    def _put_below(self) -> None:
        for panel, place in self._places:
            place.takeWidget()
            self._below.addWidget(panel)
            panel.show()
        self._stack.setCurrentIndex(1)


def _least(panel: QWidget, place: QScrollArea) -> int:
    """The width in pixels of a panel with its scroll bar, which may come at any time."""
    return panel.minimumSizeHint().width() + place.verticalScrollBar().sizeHint().width()
