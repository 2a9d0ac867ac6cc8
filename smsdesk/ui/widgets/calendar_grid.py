"""The grid of a calendar: cells that are read aloud, and a picture of the blocks in them, painted once.

The grid is a table view: a screen reader reads its cells, the arrows move in it. Its picture is painted by
hand and kept until something changes: a drag paints one picture and one block, however many there are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
)
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from smsdesk.domain.clock import system_clock
from smsdesk.domain.wall_time import wall_of
from smsdesk.ui.design import icons, theme
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.widgets import calendar_blocks as blocks
from smsdesk.ui.widgets.calendar_blocks import Block, DayMark
from smsdesk.ui.widgets.calendar_words import carried_words, offer_words

_Index = QModelIndex | QPersistentModelIndex

CARRIED_STRENGTH = 0.9


@dataclass(frozen=True)
class Placed:
    """A block and where it stands in the viewport; without a block, the pill for those without room."""

    box: QRectF
    day: date
    block: Block | None = None
    more: int = 0


class CellModel(QAbstractTableModel):
    """The cells of a calendar, as a screen reader reads them."""

    def __init__(self, rows: int, columns: int, spoken: Callable[[int, int], str]) -> None:
        super().__init__()
        self._size = rows, columns
        self._spoken = spoken

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # as Qt declares it
        return 0 if parent.isValid() else self._size[0]

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # as Qt declares it
        return 0 if parent.isValid() else self._size[1]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), index.column())
        return None

    def resize(self, rows: int) -> None:
        """Have so many rows from now on."""
        if rows != self._size[0]:
            self.beginResetModel()
            self._size = rows, self._size[1]
            self.endResetModel()


class CalendarGrid(QTableView):
    """Cells, blocks and their picture; all times are naive wall times. Subclasses say where what stands."""

    def __init__(self, name: str, rows: int, columns: int = 7) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.cells = CellModel(rows, columns, self.spoken_cell)
        self.setModel(self.cells)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "calendar")
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.now = wall_of(system_clock())
        self.marks: Mapping[date, DayMark] = {}
        self.shown: Mapping[date, Sequence[Block]] = {}
        self.placed: Sequence[Placed] = ()
        self._selected = ""
        self._picture: QPixmap | None = None
        self._dragged: Block | None = None
        self._target: datetime | None = None
        self._carried = False
        self._hover: datetime | None = None
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.repaint_all())

    # What a subclass tells.

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day that are shown."""
        raise NotImplementedError

    def slot_at(self, row: int, column: int) -> datetime:
        """The moment at which a cell begins."""
        raise NotImplementedError

    def slot_under(self, at: QPointF) -> datetime:
        """The moment that a place in the viewport stands for."""
        raise NotImplementedError

    def box_of(self, wall: datetime) -> QRectF | None:
        """Where a block of this moment would stand; None when that is not shown."""
        raise NotImplementedError

    def offer_box(self, wall: datetime) -> QRectF | None:
        """Where the offer of a new send for this moment is shown."""
        return self.box_of(wall)

    def blocks_in(self, row: int, column: int) -> Sequence[Block]:
        """The blocks that a cell holds."""
        raise NotImplementedError

    def spoken_cell(self, row: int, column: int) -> str:
        """A cell as it is read aloud."""
        raise NotImplementedError

    def show_current(self, wall: datetime) -> None:
        """Put the keyboard at the cell of this moment."""
        raise NotImplementedError

    def arrange(self) -> Sequence[Placed]:
        """Where everything stands."""
        raise NotImplementedError

    def paint_ground(self, painter: QPainter) -> None:
        """Everything below the blocks."""
        raise NotImplementedError

    def paint_placed(self, painter: QPainter, placed: Placed) -> None:
        """One block or pill."""
        raise NotImplementedError

    # What it shows.

    def show_blocks(self, shown: Mapping[date, Sequence[Block]], marks: Mapping[date, DayMark]) -> None:
        """Show these, by day and in order, and the days off."""
        self.shown, self.marks = shown, marks
        self.repaint_all()

    def relocate(self, block: Block, wall: datetime) -> None:
        """Show a block elsewhere at once, before what was done about it is read again."""
        shown = {day: [each for each in here if each != block] for day, here in self.shown.items()}
        here = [*shown.get(wall.date(), ()), replace(block, wall=wall)]
        shown[wall.date()] = sorted(here, key=lambda each: each.wall)
        self.show_blocks(shown, self.marks)

    def show_now(self, now: datetime) -> None:
        """What time it is."""
        self.now = now
        self.repaint_all()

    def select(self, block_id: str) -> None:
        """Frame one block; "" frames none."""
        self._selected = block_id
        self.viewport().update()

    def repaint_all(self) -> None:
        """Arrange and paint anew before the next frame."""
        self._picture = None
        self.viewport().update()

    @property
    def current(self) -> datetime:
        """The moment at which the keyboard stands."""
        index = self.currentIndex()
        return self.slot_at(max(0, index.row()), max(0, index.column()))

    @property
    def chosen(self) -> Block | None:
        """The block that a key is meant for: the framed one of this cell, else its first."""
        here = self.blocks_in(self.currentIndex().row(), self.currentIndex().column())
        framed = [each for each in here if each.id == self._selected]
        return next(iter([*framed, *here]), None)

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            self._picture = self._paint_picture()
        painter = icons.painter(self.viewport())
        painter.drawPixmap(0, 0, self._picture)
        self._paint_over(painter)
        painter.end()

    def _paint_picture(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.viewport().size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme.active().surface)
        self.placed = self.arrange()
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter)
        seen = QRectF(self.viewport().rect())
        for each in self.placed:
            if each.box.intersects(seen):
                self.paint_placed(painter, each)
        painter.end()
        return picture

    def _paint_over(self, painter: QPainter) -> None:
        if self._hover is not None and self._dragged is None and (box := self.offer_box(self._hover)):
            blocks.paint_offer(painter, box, offer_words(self._hover))
        if self.hasFocus() and not self._carried:
            blocks.paint_outline(painter, QRectF(self.visualRect(self.currentIndex())))
        for each in self.placed:
            if each.block is not None and each.block.id == self._selected:
                blocks.paint_outline(painter, each.box)
        if self._dragged is not None and self._target is not None:
            self._paint_carried(painter, self._dragged, self._target)

    def _paint_carried(self, painter: QPainter, block: Block, target: datetime) -> None:
        box = self.box_of(target)
        if box is None:
            return
        late = target < self.now
        painter.setOpacity(CARRIED_STRENGTH)
        blocks.paint_block(painter, box, block, told=carried_words(target, late=late))
        painter.setOpacity(1)
        blocks.paint_outline(painter, box, Tone.FAILED if late else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.repaint_all()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._picture = None
