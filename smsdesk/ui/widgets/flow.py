"""A layout that fills line after line, as words do: for chips and small buttons."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from smsdesk.ui.design import tokens
from smsdesk.ui.widgets.layout import level


class FlowLayout(QLayout):
    """Items from left to right, on a new line where the width ends, in the middle of their line.

    `at_end` has lines end at the right.
    """

    def __init__(self, space: int = tokens.SPACE_S, *, at_end: bool = False) -> None:
        super().__init__()
        self._at_end = at_end
        self._items: list[QLayoutItem] = []
        self._space = space
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Place the items; gives the height they take."""
        y = rect.y()
        for line in self._lines(rect.width()):
            sizes = [_within(item.sizeHint(), rect.width()) for item in line]
            taken = sum(size.width() for size in sizes) + self._space * (len(line) - 1)
            x = rect.x() + (rect.width() - taken if self._at_end else 0)
            tallest = max(size.height() for size in sizes)
            for item, size in zip(line, sizes, strict=True):
                if move:
                    item.setGeometry(QRect(QPoint(x, y + (tallest - size.height()) // 2), size))
                x += size.width() + self._space
            y += tallest + self._space
        return max(0, y - self._space - rect.y())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """The items in the lines on which they stand; hidden ones take no room."""
        lines: list[list[QLayoutItem]] = []
        room = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wanted = item.sizeHint().width()
            if not lines or wanted > room:
                lines.append([])
                room = width
            lines[-1].append(item)
            room -= wanted + self._space
        return lines


def _within(hint: QSize, width: int) -> QSize:
    return QSize(min(hint.width(), width), hint.height())


def flow(*widgets: QWidget, space: int = tokens.SPACE_S, at_end: bool = False) -> FlowLayout:
    """Widgets in lines; buttons are all as high as a primary one among them."""
    layout = FlowLayout(space, at_end=at_end)
    for widget in widgets:
        layout.addWidget(widget)
    level(layout)
    return layout
