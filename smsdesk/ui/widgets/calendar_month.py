"""The month as a calendar: a cell for each day, with as many of its sends as have room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView

from smsdesk.ui.design import theme, tokens
from smsdesk.ui.widgets import calendar_blocks as blocks
from smsdesk.ui.widgets.calendar_blocks import Block
from smsdesk.ui.widgets.calendar_grid import Placed
from smsdesk.ui.widgets.calendar_headers import PaintedHeader, paint_mark, paint_number, paint_weekday
from smsdesk.ui.widgets.calendar_view import CalendarView
from smsdesk.ui.widgets.calendar_words import (
    mark_words,
    more_words,
    spoken_block,
    spoken_day,
    written,
)

_NUMBER = tokens.SPACE_L
"""The line of a cell that holds the number of the day."""
_GAP = 2
_DAYS = 7
_HEADER = tokens.SPACE_L + tokens.SPACE_XS

USUAL_HOUR = time(9)
"""What a new send on a day to come begins with: an hour at which it is read and one can call back."""


def first_shown(month: date) -> date:
    """The Monday with which the page of a month begins."""
    first = month.replace(day=1)
    return first - timedelta(days=first.weekday())


def weeks_shown(month: date) -> int:
    """How many weeks the page of a month has."""
    first = month.replace(day=1)
    after = (first + timedelta(days=31)).replace(day=1)
    return -(-(after - first_shown(month)).days // _DAYS)


class MonthView(CalendarView):
    """Shows the weeks of one month."""

    def __init__(self, name: str) -> None:
        super().__init__(name, rows=5)
        self.setObjectName("planning_month")
        self._month = date.min
        self._start = date.min
        self._number = theme.high(_NUMBER)
        header = PaintedHeader(
            Qt.Orientation.Horizontal, self, name, theme.high(_HEADER), self._paint_weekday
        )
        self.setHorizontalHeader(header)
        self.verticalHeader().setAccessibleName(name)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for each in (header, self.verticalHeader()):
            each.setMinimumSectionSize(1)
            each.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def show_month(self, day: date) -> None:
        """Show the month of this day, with the keyboard there."""
        month = day.replace(day=1)
        if month != self._month:
            self._month, self._start = month, first_shown(day)
            self.cells.resize(weeks_shown(day))
            self.repaint_all()
        self.show_current(datetime.combine(day, USUAL_HOUR))

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day that are shown."""
        return self._start, self._start + timedelta(days=self.cells.rowCount() * _DAYS - 1)

    def day_of(self, row: int, column: int) -> date:
        """The day of a cell."""
        return self._start + timedelta(days=row * _DAYS + column)

    def _cell(self, day: date) -> tuple[int, int] | None:
        row, column = divmod((day - self._start).days, _DAYS)
        return (row, column) if 0 <= row < self.cells.rowCount() else None

    def _rect(self, row: int, column: int) -> QRectF:
        return QRectF(
            self.columnViewportPosition(column), self.rowViewportPosition(row),
            self.columnWidth(column), self.rowHeight(row),
        )  # fmt: skip

    def slot_at(self, row: int, column: int) -> datetime:
        """A usual hour of the day; today, the next full hour."""
        day = self.day_of(row, column)
        usual = datetime.combine(day, USUAL_HOUR)
        if day != self.now.date() or usual > self.now:
            return usual
        soon = (self.now + timedelta(hours=1)).replace(minute=0, second=0, microsecond=0)
        return max(soon, self.now) if soon.date() == day else datetime.combine(day, time(23, 45))

    def slot_under(self, at: QPointF) -> datetime:
        index = self.indexAt(at.toPoint())
        return self.slot_at(index.row(), index.column())

    def target_of(self, block: Block, at: QPointF, grabbed: QPointF) -> datetime:
        column = min(max(0, self.columnAt(int(at.x()))), _DAYS - 1)
        row = self.rowAt(int(min(max(0.0, at.y()), self.viewport().height() - 1)))
        if at.x() >= self.viewport().width():
            column = _DAYS - 1
        day = self.day_of(max(0, row), column)
        return datetime.combine(day, block.wall.time())

    def box_of(self, wall: datetime) -> QRectF | None:
        cell = self._cell(wall.date())
        if cell is None:
            return None
        rect = self._rect(*cell).adjusted(_GAP, self._number, -_GAP - 1, 0)
        rect.setHeight(blocks.two_lines_height())
        return rect

    def offer_box(self, wall: datetime) -> QRectF | None:
        """Below what stands in the day; none where there is no room."""
        cell = self._cell(wall.date())
        if cell is None:
            return None
        rect = self._rect(*cell)
        low = [each.box.bottom() + _GAP for each in self.placed if each.day == wall.date()]
        top = max([rect.top() + self._number, *low])
        box = QRectF(rect.left() + _GAP, top, rect.width() - 2 * _GAP - 1, blocks.line_height())
        return box if box.bottom() <= rect.bottom() else None

    def blocks_in(self, row: int, column: int) -> Sequence[Block]:
        return self.shown.get(self.day_of(row, column), ()) if row >= 0 else ()

    def spoken_cell(self, row: int, column: int) -> str:
        day, here = self.day_of(row, column), self.blocks_in(row, column)
        said = spoken_day(day, self.now.date(), self.marks.get(day), len(here))
        return ". ".join((said, *map(spoken_block, here)))

    def show_current(self, wall: datetime) -> None:
        cell = self._cell(wall.date())
        if cell is not None:
            self.setCurrentIndex(self.cells.index(*cell))

    def key_step(self, across: int, down: int) -> timedelta:
        return timedelta(days=across + _DAYS * down)

    def _go(self, across: int, down: int) -> None:
        day = self.current.date() + self.key_step(across, down)
        if self._cell(day) is None or day.month != self._month.month:
            self.beyond.emit(day)
        else:
            self.show_current(datetime.combine(day, USUAL_HOUR))
        self.viewport().update()

    def arrange(self) -> Sequence[Placed]:
        cells = ((row, column) for row in range(self.cells.rowCount()) for column in range(_DAYS))
        return [placed for cell in cells for placed in self._arrange_day(*cell)]

    def _arrange_day(self, row: int, column: int) -> Iterator[Placed]:
        """Two lines each where all have room so, else one, and a pill for the rest."""
        here = self.blocks_in(row, column)
        if not here:
            return
        day, rect = self.day_of(row, column), self._rect(row, column)
        room = rect.height() - self._number
        height = blocks.two_lines_height()
        if len(here) * (height + _GAP) > room:
            height = blocks.line_height()
        fit = int(room // (height + _GAP))
        shown = here if len(here) <= fit else here[: max(0, fit - 1)]
        box = QRectF(rect.left() + _GAP, rect.top() + self._number, rect.width() - 2 * _GAP - 1, height)
        for block in shown:
            yield Placed(QRectF(box), day, block)
            box.translate(0, height + _GAP)
        if len(shown) < len(here):
            if not shown and fit < 1:  # no line at all: beside the number
                box = QRectF(rect.center().x(), rect.top(), rect.width() / 2, self._number)
            yield Placed(box, day, None, len(here) - len(shown))

    def paint_placed(self, painter: QPainter, placed: Placed) -> None:
        if placed.block is None:
            words = more_words(placed.more, alone=placed.more == len(self.shown[placed.day]))
            blocks.paint_pill(painter, placed.box, words, placed.more)
        else:
            blocks.paint_block(painter, placed.box, placed.block)

    def paint_ground(self, painter: QPainter) -> None:
        palette = theme.active()
        for row in range(self.cells.rowCount()):
            for column in range(_DAYS):
                self._paint_day(painter, row, column)
        painter.setPen(QColor(palette.border))
        for column in range(1, _DAYS):
            x = self.columnViewportPosition(column) - 1
            painter.drawLine(x, 0, x, self.viewport().height())
        for row in range(self.cells.rowCount()):
            y = self.rowViewportPosition(row)
            painter.drawLine(0, y, self.viewport().width(), y)
        painter.drawLine(
            0, self.viewport().height() - 1, self.viewport().width(), self.viewport().height() - 1
        )

    def _paint_day(self, painter: QPainter, row: int, column: int) -> None:
        palette = theme.active()
        day, rect = self.day_of(row, column), self._rect(row, column)
        mark = self.marks.get(day)
        if mark is not None:
            painter.fillRect(rect, QColor(palette.sunken))
        head = QRectF(
            rect.left() + tokens.SPACE_XS, rect.top() + 1, rect.width() - tokens.SPACE_S, self._number
        )
        other = day.month != self._month.month
        number = written(day, "d MMM") if other and day.day == 1 else str(day.day)
        wide = paint_number(painter, head, number, today=day == self.now.date(), other=other)
        if mark is not None and self._names_mark(day, column):
            paint_mark(painter, head.adjusted(wide + tokens.SPACE_S, 0, 0, 0), mark_words(mark))

    def _names_mark(self, day: date, column: int) -> bool:
        """A run of days off is named on its first day, and again in each week."""
        before = self.marks.get(day - timedelta(days=1))
        return column == 0 or day == self._start or before is None or before.name != self.marks[day].name

    def _paint_weekday(self, painter: QPainter, box: QRectF, column: int) -> None:
        wide = box.width() > theme.wide(tokens.SPACE_XXL * 2)
        form = QLocale.FormatType.LongFormat if wide else QLocale.FormatType.ShortFormat
        paint_weekday(painter, box, QLocale().dayName(column + 1, form))
