"""The week as a calendar: hours down, days across, each send at its hour, those of one hour side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHeaderView

from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.widgets import calendar_blocks as blocks
from smsdesk.ui.widgets.calendar_blocks import Block, DayMark
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

HOUR_HEIGHT = tokens.SPACE_XXL
_QUARTER = 15
_DAYS, _HOURS = 7, 24
_HEADER = tokens.SPACE_XXL
_HOURS_WIDTH = tokens.SPACE_XXL + tokens.SPACE_XS
_GAP = 2
_SIDE_BY_SIDE = 3
"""More blocks than this at the same time cannot be read: the last column counts them."""
_LEAST_WIDTH = tokens.SPACE_XXL
"""In less room a block could not even say its hour."""
MORNING = 7
"""The hour that is on top when a week is first shown."""


class WeekView(CalendarView):
    """Shows seven days from a Monday on."""

    def __init__(self, name: str) -> None:
        super().__init__(name, rows=_HOURS)
        self.setObjectName("planning_week")
        self._start = date.min
        self._hour = theme.high(HOUR_HEIGHT)
        header = PaintedHeader(Qt.Orientation.Horizontal, self, name, theme.wide(_HEADER), self._paint_head)
        hours = PaintedHeader(Qt.Orientation.Vertical, self, name, theme.wide(_HOURS_WIDTH), self._paint_hour)
        self.setHorizontalHeader(header)
        self.setVerticalHeader(hours)
        self.setShowGrid(False)
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        hours.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        hours.setDefaultSectionSize(self._hour)
        self._scrolled = False
        self._unseen = True

    def show_week(self, day: date) -> None:
        """Show the week of this day, with the keyboard there."""
        start = day - timedelta(days=day.weekday())
        if start != self._start:
            self._start = start
            self._unseen = True
            self.horizontalHeader().viewport().update()
            self.repaint_all()
        if not self._scrolled:
            self._scrolled = True
            self.setCurrentIndex(self.cells.index(9, day.weekday()))
            self.verticalScrollBar().setValue(MORNING * self._hour)
        self.show_current(datetime.combine(day, time(max(0, self.currentIndex().row()))))

    def show_blocks(self, shown: Mapping[date, Sequence[Block]], marks: Mapping[date, DayMark]) -> None:
        """Show these; a week that would seem empty is scrolled to its sends."""
        super().show_blocks(shown, marks)
        days = tuple(self.days[0] + timedelta(days=number) for number in range(_DAYS))
        hours = sorted(each.wall.time() for day in days for each in shown.get(day, ()))
        if self._unseen and hours:
            self._unseen = False
            self._bring_into_sight([self._top(hour) for hour in hours])

    def _bring_into_sight(self, tops: Sequence[float]) -> None:
        """Begin with the morning, or with the first send where that is earlier or nothing else is seen."""
        bar, height = self.verticalScrollBar(), self.viewport().height() - self._hour / 2
        first = int(bar.value() + tops[0] - self._hour / 2)
        begin = min(MORNING * self._hour, first)
        if bar.value() < begin or not any(0 <= top < height for top in tops):
            fits = first - begin < self.viewport().height() - self._hour
            bar.setValue(begin if fits else first)

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day that are shown."""
        return self._start, self._start + timedelta(days=_DAYS - 1)

    def _column(self, day: date) -> int | None:
        column = (day - self._start).days
        return column if 0 <= column < _DAYS else None

    def _top(self, at: time) -> float:
        return self.rowViewportPosition(0) + (at.hour + at.minute / 60) * self._hour

    def slot_at(self, row: int, column: int) -> datetime:
        return datetime.combine(self._start + timedelta(days=column), time(row))

    def slot_under(self, at: QPointF) -> datetime:
        """The quarter of an hour of this place, rounded down."""
        return self._moment(at.x(), at.y())

    def _moment(self, x: float, y: float) -> datetime:
        column = self.columnAt(int(min(max(0.0, x), self.viewport().width() - 1)))
        minutes = (y - self.rowViewportPosition(0)) * 60 / self._hour
        quarters = min(max(0, int(minutes // _QUARTER)), _HOURS * 60 // _QUARTER - 1)
        day = datetime.combine(self._start + timedelta(days=max(0, column)), time())
        return day + timedelta(minutes=quarters * _QUARTER)

    def target_of(self, block: Block, at: QPointF, grabbed: QPointF) -> datetime:
        """The nearest quarter to where its upper edge is; the view follows a drag to its edge."""
        self._follow(at.y())
        half = self._hour * _QUARTER / 120
        return self._moment(at.x(), at.y() - grabbed.y() + half)

    def _follow(self, y: float) -> None:
        bar = self.verticalScrollBar()
        if y < tokens.SPACE_M:
            bar.setValue(bar.value() - tokens.SPACE_M)
        elif y > self.viewport().height() - tokens.SPACE_M:
            bar.setValue(bar.value() + tokens.SPACE_M)

    def box_of(self, wall: datetime) -> QRectF | None:
        column = self._column(wall.date())
        if column is None:
            return None
        left, width = self.columnViewportPosition(column), self.columnWidth(column)
        return QRectF(left + _GAP, self._top(wall.time()), width - 2 * _GAP - 1, blocks.two_lines_height())

    def offer_box(self, wall: datetime) -> QRectF | None:
        box = self.box_of(wall)
        if box is not None:
            box.setHeight(blocks.line_height())
        return box

    def blocks_in(self, row: int, column: int) -> Sequence[Block]:
        day = self.shown.get(self._start + timedelta(days=column), ()) if row >= 0 else ()
        return [each for each in day if each.wall.hour == row]

    def spoken_cell(self, row: int, column: int) -> str:
        day, here = self._start + timedelta(days=column), self.blocks_in(row, column)
        said = spoken_day(day, self.now.date(), self.marks.get(day), len(here))
        return ". ".join((f"{row}:00", said, *map(spoken_block, here)))

    def show_current(self, wall: datetime) -> None:
        column = self._column(wall.date())
        if column is not None:
            self.setCurrentIndex(self.cells.index(wall.hour, column))

    def key_step(self, across: int, down: int) -> timedelta:
        return timedelta(days=across, minutes=_QUARTER * down)

    def _go(self, across: int, down: int) -> None:
        row = min(max(0, self.currentIndex().row() + down), _HOURS - 1)
        day = self._start + timedelta(days=self.currentIndex().column() + across)
        if self._column(day) is None:
            self.beyond.emit(day)
        self.show_current(datetime.combine(day, time(row)))
        self.viewport().update()

    def arrange(self) -> Sequence[Placed]:
        days = (self._start + timedelta(days=number) for number in range(_DAYS))
        return [placed for day in days for placed in self._arrange_day(day)]

    def _arrange_day(self, day: date) -> Iterator[Placed]:
        column = self._column(day)
        if column is None:
            return
        left, width = self.columnViewportPosition(column) + _GAP, self.columnWidth(column) - 2 * _GAP - 1
        for together in self._clusters(self.shown.get(day, ())):
            lanes = _lanes([self._top(each.wall.time()) for each in together], blocks.two_lines_height())
            most = min(_SIDE_BY_SIDE, max(1, int(width // theme.wide(_LEAST_WIDTH))))
            count = min(max(lanes) + 1, most)
            share = width / count
            crowded = max(lanes) >= most
            unseen: list[Block] = []
            for block, lane in zip(together, lanes, strict=True):
                if crowded and lane >= most - 1:
                    unseen.append(block)
                else:
                    top = self._top(block.wall.time())
                    yield Placed(
                        QRectF(left + lane * share, top, share - _GAP, blocks.two_lines_height()), day, block
                    )
            yield from self._pills(unseen, left + (count - 1) * share, share, day)

    def _pills(self, unseen: Sequence[Block], left: float, width: float, day: date) -> Iterator[Placed]:
        """One for those within its own height."""
        waiting = list(unseen)
        while waiting:
            top = self._top(waiting[0].wall.time())
            near = [each for each in waiting if self._top(each.wall.time()) < top + blocks.two_lines_height()]
            box = QRectF(left, top, width - _GAP, blocks.line_height())
            yield Placed(box, day, None, len(near))
            waiting = waiting[len(near) :]

    def _clusters(self, here: Sequence[Block]) -> Iterator[Sequence[Block]]:
        """Blocks that overlap one another, directly or through others."""
        together: list[Block] = []
        bottom = 0.0
        for block in here:
            top = self._top(block.wall.time())
            if together and top >= bottom:
                yield together
                together = []
            together.append(block)
            bottom = top + blocks.two_lines_height()
        if together:
            yield together

    def paint_placed(self, painter: QPainter, placed: Placed) -> None:
        if placed.block is None:
            blocks.paint_pill(painter, placed.box, more_words(placed.more, alone=True), placed.more)
        else:
            blocks.paint_block(painter, placed.box, placed.block)

    def paint_ground(self, painter: QPainter) -> None:
        palette = theme.active()
        height, width = self.viewport().height(), self.viewport().width()
        for column in range(_DAYS):
            if self._start + timedelta(days=column) in self.marks:
                left = self.columnViewportPosition(column)
                painter.fillRect(QRectF(left, 0, self.columnWidth(column), height), QColor(palette.sunken))
        painter.setPen(QColor(palette.border))
        for row in range(_HOURS):
            y = self.rowViewportPosition(row)
            painter.drawLine(0, y, width, y)
        for column in range(_DAYS):
            x = self.columnViewportPosition(column) - 1
            painter.drawLine(x, 0, x, height)
        self._paint_now(painter)

    def _paint_now(self, painter: QPainter) -> None:
        column = self._column(self.now.date())
        if column is None:
            return
        left, y = self.columnViewportPosition(column), self._top(self.now.time())
        painter.setPen(QPen(QColor(theme.active().tones[Tone.FAILED].solid), 2))
        painter.drawLine(QPointF(left, y), QPointF(left + self.columnWidth(column) - 2, y))
        painter.setBrush(painter.pen().color())
        painter.drawEllipse(QPointF(left + 3, y), 3, 3)

    def _paint_head(self, painter: QPainter, box: QRectF, column: int) -> None:
        day = self._start + timedelta(days=column)
        mark = self.marks.get(day)
        if mark is not None:
            painter.fillRect(box, QColor(theme.active().sunken))
        upper = QRectF(box.left(), box.top(), box.width(), box.height() / 2)
        paint_weekday(painter, upper, QLocale().dayName(column + 1, QLocale.FormatType.ShortFormat))
        lower = upper.translated(tokens.SPACE_XS, upper.height() - 2)
        wide = paint_number(painter, lower, written(day, "d"), today=day == self.now.date())
        if mark is not None:
            paint_mark(
                painter, lower.adjusted(wide + tokens.SPACE_S, 0, -tokens.SPACE_S, 0), mark_words(mark)
            )

    def _paint_hour(self, painter: QPainter, box: QRectF, row: int) -> None:
        if row:
            line = box.adjusted(0, 2, -tokens.SPACE_S, 0)
            painter.setFont(theme.sized(tokens.Type.CAPTION))
            painter.setPen(QColor(theme.active().muted))
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, f"{row}:00")


def _lanes(tops: Sequence[float], height: float) -> list[int]:
    """For each block, in order, the first lane that is free where it begins."""
    bottoms: list[float] = []
    lanes = []
    for top in tops:
        lane = next((at for at, bottom in enumerate(bottoms) if bottom <= top), len(bottoms))
        bottoms[lane : lane + 1] = [top + height]
        lanes.append(lane)
    return lanes
