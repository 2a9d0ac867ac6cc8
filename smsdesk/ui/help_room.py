"""The room that the help takes in the window: beside the page, or in its place where the window is narrow."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from smsdesk.ui.design import theme, tokens
from smsdesk.ui.help_panel import HelpPanel
from smsdesk.ui.help_topics import Topic

WIDTH = tokens.PANE_WIDTH + tokens.SPACE_XXL + tokens.SPACE_XL
"""Pixels for words of the usual size."""

_ANY_WIDTH = 16_777_215
"""Qt's own "no limit" (QWIDGETSIZE_MAX)."""


def beside_from() -> int:
    """The window's width in pixels from which the page keeps its smallest room; below, it gives way."""
    return theme.wide(WIDTH) + tokens.WINDOW_MIN_SIZE[0]


class HelpRoom(QObject):
    """Opens, closes and places the panel; `changed` says that the page has more or less room now."""

    changed = Signal()

    def __init__(self, window: QWidget, panel: HelpPanel, page_room: QWidget) -> None:
        super().__init__(panel)
        self._window = window
        self._panel = panel
        self._page_room = page_room
        self._before: QWidget | None = None
        panel.setFixedWidth(theme.wide(WIDTH))
        panel.closed.connect(self.close)

    def toggle(self, topic: Topic) -> None:
        """F1: open at the topic; from the help itself, back to the page."""
        if self._panel.holds_keyboard:
            self.close()
            return
        self.open(topic)

    def open(self, topic: Topic) -> None:
        """Open, or turn to this topic."""
        focused = self._window.focusWidget()
        if focused is not None and not self._panel.isAncestorOf(focused):
            self._before = focused
        self._panel.open(topic)
        self.arrange()

    def stand_by(self, topic: Topic) -> None:
        """Show it beside the page without taking the keyboard; not where it would take the page's place."""
        if self._window.width() >= beside_from():
            self._panel.show_topic(topic)
            self._panel.show()
            self.arrange()

    def close(self) -> None:
        """Hide it; the keyboard goes back to where it was."""
        self._panel.hide()
        self.arrange()
        before, self._before = self._before, None
        target = self._page_room if before is None or not _there(before) else before
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def taken(self) -> int:
        """Pixels of the window's width that the page does not have because of the help."""
        return theme.wide(WIDTH) if not self._panel.isHidden() else 0

    def arrange(self) -> None:
        """Follow the window's width."""
        shown = not self._panel.isHidden()
        alone = shown and self._window.width() < beside_from()
        self._page_room.setVisible(not alone)
        if alone:
            self._panel.setMinimumWidth(0)
            self._panel.setMaximumWidth(_ANY_WIDTH)
        else:
            self._panel.setFixedWidth(theme.wide(WIDTH))
        self.changed.emit()


def _there(widget: QWidget) -> bool:
    return shiboken6.isValid(widget) and widget.isVisible()
