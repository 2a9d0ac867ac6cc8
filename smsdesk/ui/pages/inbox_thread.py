"""The conversation itself: bubbles in the order in which they were said, the newest at the bottom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.models.thread import ThreadRow
from smsdesk.ui.pages.inbox_bubbles import BubbleRow
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.layout import column, row

_AT_BOTTOM_PX = tokens.SPACE_XL
"""So near to the end one means to see what comes next."""


class ThreadView(QScrollArea):
    """Keeps its place when rows come: at the end it follows, elsewhere what is read stays where it is.

    `older_wanted` and `newest_wanted` ask for more; the others are those of a BubbleRow.
    """

    older_wanted = Signal()
    newest_wanted = Signal()
    broadcast_wanted = Signal(int)
    about_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "reading")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bubbles: dict[object, BubbleRow] = {}
        self._older = Button(self.tr("Older messages"), Icon.UP, Look.LINK)
        self._older.clicked.connect(self.older_wanted)
        self._newest = Button(self.tr("Go to the newest messages"), Icon.DOWN, Look.LINK)
        self._newest.setObjectName("inbox_newest")
        self._newest.clicked.connect(self.newest_wanted)
        self._newest.hide()
        self._sought: object = None
        self._rows: QVBoxLayout = column(space=tokens.SPACE_M)
        content = QWidget()
        content.setProperty("look", "clear")
        inside = column(
            None,
            row(None, self._older, None),
            self._rows,
            row(None, self._newest, None),
            space=tokens.SPACE_S,
        )
        inside.setContentsMargins(0, tokens.SPACE_S, tokens.SPACE_M, tokens.SPACE_S)
        content.setLayout(inside)
        self.viewport().setProperty("look", "clear")
        self.setWidget(content)
        self._follows = True
        self._from_bottom: int | None = None
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._range_changed)
        bar.valueChanged.connect(self._moved)

    def show_rows(
        self, rows: Sequence[ThreadRow], *, has_older: bool, has_newer: bool = False, anew: bool = False
    ) -> None:
        """Show these rows, touching only those that changed; `anew` begins another conversation."""
        if anew:
            self._take_away(set(self._bubbles))
            self._follows, self._sought = True, None
        bar = self.verticalScrollBar()
        comes_before = bool(rows and self._bubbles) and rows[0].key not in self._bubbles
        if comes_before:
            self._from_bottom = bar.maximum() - bar.value()
        elif anew or any(row.key not in self._bubbles for row in rows):
            self._from_bottom = None  # else the layout of older rows may still be under way
        self._older.setVisible(has_older)
        self._newest.setVisible(has_newer)
        self._take_away(set(self._bubbles) - {row.key for row in rows})
        for at, shown in enumerate(rows):
            self._put(at, shown)

    def point_out(self, sought: object) -> None:
        """Bring the row of this key into sight and mark it; it stays while the rows find their place."""
        self._sought, self._follows = sought, False
        if sought in self._bubbles:
            self._bubbles[sought].point_out()
            QTimer.singleShot(0, self, self._go_to_sought)

    def _go_to_sought(self) -> None:
        bubble = self._bubbles.get(self._sought)
        if bubble is not None:
            self.ensureWidgetVisible(bubble, 0, self.viewport().height() // 3)

    def follow(self) -> None:
        """Go to the end, and stay there as rows come."""
        self._follows, self._sought = True, None
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    @property
    def bubbles(self) -> list[BubbleRow]:
        """The rows as they stand, from top to bottom."""
        items = (self._rows.itemAt(at) for at in range(self._rows.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, BubbleRow)]

    def _put(self, at: int, shown: ThreadRow) -> None:
        known = self._bubbles.get(shown.key)
        if known is not None and known.shown == shown:
            return
        if known is not None:
            self._take_away({shown.key})
        bubble = self._bubbles[shown.key] = BubbleRow(shown)
        bubble.broadcast_wanted.connect(self.broadcast_wanted)
        bubble.about_wanted.connect(self.about_wanted)
        bubble.fit(self._room())
        self._rows.insertWidget(at, bubble)

    def _take_away(self, keys: set[object]) -> None:
        for key in keys:
            bubble = self._bubbles.pop(key)
            self._rows.removeWidget(bubble)
            bubble.hide()
            bubble.deleteLater()

    def _room(self) -> int:
        return self.viewport().width() - tokens.SPACE_M

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for bubble in self._bubbles.values():
            bubble.fit(self._room())

    def _range_changed(self, _least: int, most: int) -> None:
        bar = self.verticalScrollBar()
        if self._sought is not None:
            self._go_to_sought()
        elif self._follows:
            bar.setValue(most)
        elif self._from_bottom is not None:
            bar.setValue(most - self._from_bottom)

    def _moved(self, value: int) -> None:
        self._follows = self._sought is None and value >= self.verticalScrollBar().maximum() - _AT_BOTTOM_PX
