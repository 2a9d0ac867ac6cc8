"""The page Planning: the sends of a month or a week, moved by mouse or keys, and a panel beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget

from smsdesk.domain.calendar import DayOff
from smsdesk.domain.schedule import ScheduledEntry
from smsdesk.domain.wall_time import moment_of, wall_of
from smsdesk.services.events import Topic
from smsdesk.services.schedule_moving import move_entry
from smsdesk.ui import formats
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.i18n import translate
from smsdesk.ui.pages.page import Page, PageContext
from smsdesk.ui.pages.planning_bar import MissedBanner, PlanningBar, Span
from smsdesk.ui.pages.planning_reading import PlannedDays, Sized, read_days, read_sized
from smsdesk.ui.pages.planning_side import PlanningSide
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.calendar_blocks import DayMark
from smsdesk.ui.widgets.calendar_month import USUAL_HOUR, MonthView
from smsdesk.ui.widgets.calendar_view import CalendarView
from smsdesk.ui.widgets.calendar_week import WeekView
from smsdesk.ui.widgets.layout import row
from smsdesk.ui.widgets.surfaces import Card

MINUTE_MS = 60_000
"""The line of the present and what is missed follow the clock."""

SIDE_BY_SIDE_FROM = 880
"""Pixels of the page; below that the panel takes the place of the calendar."""


class PlanningPage(Page):
    """Shows what is planned. The months and weeks are of the wall's calendar here."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.SCHEDULE, Topic.BROADCASTS, Topic.SETTINGS, Topic.GROUPS, Topic.PEOPLE}
    )

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "")
        self.set_title(self.tr("Planning"))
        self._day = wall_of(self.clock()).date()
        self._read: PlannedDays | None = None
        self._sizes: Mapping[str, int] = {}
        self.month = MonthView(self.tr("Calendar of the month"))
        self.week = WeekView(self.tr("Calendar of the week"))
        self.bar = PlanningBar()
        self.missed = MissedBanner(self.tasks, self.services.schedule)
        self.side = PlanningSide(context)
        self._views = QStackedWidget()
        for view in (self.month, self.week):
            self._views.addWidget(view)
            self._listen(view)
        self._lay_out()
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(self.refresh)
        self._connect()
        self._show_days()

    def _lay_out(self) -> None:
        new = Button(self.tr("Plan a send"), Icon.ADD, Look.PRIMARY)
        new.setObjectName("planning_new")
        new.clicked.connect(lambda: self._write(self.view.current))
        self.add_action(new)
        self._calendar = Card(self._views, self.bar.legend, space=0, margin=1)
        self._calendar.body.setStretch(0, 1)
        middle = row(space=tokens.SPACE_M)
        middle.addWidget(self._calendar, 1)
        middle.addWidget(self.side)
        self.body.addWidget(self.missed)
        self.body.addWidget(self.bar)
        self.body.addLayout(middle, 1)
        self.first = self.month

    def _connect(self) -> None:
        self.bar.today.clicked.connect(lambda: self.go_to(wall_of(self.clock()).date()))
        self.bar.stepped.connect(self._step)
        self.bar.day_chosen.connect(self.go_to)
        self.bar.span_chosen.connect(self._show_span)
        self.missed.decide.clicked.connect(self._decide_missed)
        self.side.navigate.connect(self.navigate)
        self.side.closed.connect(self._close_side)
        self.side.opened.connect(self.open_entry)
        self.side.moved.connect(self._move)
        self.side.new_wanted.connect(lambda day: self._write(datetime.combine(day, USUAL_HOUR)))

    def _listen(self, view: CalendarView) -> None:
        view.opened.connect(self.open_entry)
        view.day_opened.connect(self._open_day)
        view.slot_chosen.connect(self._write)
        view.moved.connect(self._move)
        view.menu_asked.connect(self._show_menu)
        view.beyond.connect(self.go_to)
        view.stepped.connect(self._step)
        view.carrying.connect(self.bar.show_carrying)

    @property
    def view(self) -> CalendarView:
        """The calendar that is shown."""
        return self.month if self.bar.span is Span.MONTH else self.week

    def open(self, what: object) -> None:
        if isinstance(what, str):
            self.open_entry(what)

    def shown(self) -> object:
        return self.side.entry_id or None

    # Which days.

    def go_to(self, day: date) -> None:
        """Show the month or week of this day, with the keyboard on it."""
        if not date(1900, 1, 1) <= day <= date(9000, 1, 1):
            return
        before = self.view.days
        self._day = day
        self._show_days()
        if self.view.days != before:
            self._read = None
            self.refresh()

    def _show_days(self) -> None:
        now = wall_of(self.clock())
        self.month.show_now(now)
        self.week.show_now(now)
        if self.bar.span is Span.MONTH:
            self.month.show_month(self._day)
        else:
            self.week.show_week(self._day)
        self.bar.show_day(self._day, self.view.days)

    def _step(self, way: int) -> None:
        if self.bar.span is Span.WEEK:
            self.go_to(self._day + timedelta(days=7 * way))
            return
        month = self._day.replace(day=1) + timedelta(days=31 if way > 0 else -1)
        self.go_to(_same_day(month, self._day.day))

    def _show_span(self, span: Span) -> None:
        self._views.setCurrentWidget(self.month if span is Span.MONTH else self.week)
        self.first = self.view
        self._show_days()
        self._read = None
        self.refresh()

    # What stands in them.

    def refresh(self) -> None:
        self._show_days()
        self.missed.refresh()
        self.side.refresh()
        first, last = self.view.days
        services, sizes = self.services, self._sizes
        self.tasks.read(self, "days", lambda: read_days(services, first, last, sizes), self._show)

    def _show(self, read: PlannedDays) -> None:
        self._read = read
        self._show_blocks()
        self.bar.show_empty(not read.entries)
        services = self.services
        self.tasks.wait_for(self, "sizes", lambda: read_sized(services, read.entries), self._show_sizes)

    def _show_sizes(self, sized: Sized) -> None:
        if self._read is not None and sized.blocks != self._read.blocks:
            self._sizes = sized.sizes
            self._read = replace(self._read, blocks=sized.blocks)
            self._show_blocks()

    def _show_blocks(self) -> None:
        if self._read is not None:
            marks = {each.day: self._mark(each) for each in self._read.days_off}
            self.view.show_blocks(self._read.blocks, marks)
            if self.side.day is not None:
                self._show_day_panel(self.side.day)

    def _mark(self, off: DayOff) -> DayMark:
        name = off.name if isinstance(off.name, str) else translate(off.name)
        return DayMark(name or self.tr("Closed"), off.extrapolated)

    # The panel.

    def open_entry(self, entry_id: str) -> None:
        """Show one send in the panel."""
        self.view.select(entry_id)
        self.side.show_entry(entry_id)
        self._place()

    def _open_day(self, day: date) -> None:
        self._show_day_panel(day)
        self.side.take_focus()
        self._place()

    def _show_day_panel(self, day: date) -> None:
        view = self.view
        self.side.show_day(day, wall_of(self.clock()).date(), view.shown.get(day, ()), view.marks.get(day))

    def _decide_missed(self) -> None:
        self.side.show_missed()
        self._place()

    def _close_side(self) -> None:
        self.view.select("")
        self._place()
        self.view.setFocus()

    def _place(self) -> None:
        """Where there is no room beside the calendar, the panel takes its place."""
        narrow = theme.usual(self.width()) < SIDE_BY_SIDE_FROM
        self.side.set_wide(narrow)
        self._calendar.setVisible(not narrow or self.side.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()

    # What is done.

    def _write(self, wall: datetime) -> None:
        """Begin a new send at this hour; for one that is past, at once."""
        now = wall_of(self.clock())
        at = moment_of(max(wall, _quarter_after(now))) if wall.date() >= now.date() else None
        self.navigate.emit(Place(Route.NOTIFY, NotifyStart(at=at)))

    def _move(self, entry_id: str, wall: datetime) -> None:
        self._put(entry_id, wall, lambda before: self._moved(before, wall))

    def _put(
        self, entry_id: str, wall: datetime, moved: Callable[[ScheduledEntry], None] | None = None
    ) -> None:
        services, now = self.services, self.clock()
        self.tasks.change(
            self,
            lambda: move_entry(services, entry_id, moment_of(wall), now),
            moved or (lambda _before: self.refresh()),
            self._refused,
        )

    def _moved(self, before: ScheduledEntry, wall: datetime) -> None:
        self.refresh()
        when = self.tr("{day} at {time}").format(
            day=formats.day(wall.date(), wall_of(self.clock()).date()), time=f"{wall:%H:%M}"
        )
        words = self.tr("“{title}” leaves on {moment}.").format(title=before.title, moment=when)
        back = wall_of(before.at)
        self.notices.done(words, partial(self._put, before.id, back), partial(self._put, before.id, wall))

    def _refused(self, sentence: object) -> None:
        self.tasks.failed.emit(sentence)
        self._show_blocks()

    def _show_menu(self, entry_id: str, at: QPoint) -> None:
        self.open_entry(entry_id)
        self.side.ask_menu(at)


def _same_day(month: date, number: int) -> date:
    """This day of a month, or its last one."""
    after = (month.replace(day=1) + timedelta(days=31)).replace(day=1)
    return month.replace(day=min(number, (after - timedelta(days=1)).day))


def _quarter_after(now: datetime) -> datetime:
    """The first quarter of an hour that still lies some minutes ahead."""
    ahead = now + timedelta(minutes=20)
    return ahead.replace(minute=ahead.minute // 15 * 15, second=0, microsecond=0)
