"""Planning: the panel beside the calendar holds a send, a day, or what was missed, and acts for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from smsdesk.domain.schedule import ScheduledEntry, Series
from smsdesk.domain.untrusted import visible_line
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.keyboard import keyboard_at
from smsdesk.ui.pages.missed import MissedCard
from smsdesk.ui.pages.page import PageContext, scrolled
from smsdesk.ui.pages.planning_day import Day, DayPanel
from smsdesk.ui.pages.planning_entry import EntryPanel
from smsdesk.ui.pages.planning_reading import EntryDetail, read_entry
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.undoing import Act
from smsdesk.ui.widgets.calendar_blocks import Block, DayMark
from smsdesk.ui.widgets.layout import clear, column

WIDTH = tokens.SIDE_WIDTH + tokens.SPACE_XXL
_WIDEST = 16_777_215
"""QWIDGETSIZE_MAX: as wide as there is room."""


class PlanningSide(QWidget):
    """Holds one panel at a time; hidden while there is none.

    `moved` carries an entry's id and its new wall time, `new_wanted` a date, `opened` an entry's id.
    """

    navigate = Signal(object)
    closed = Signal()
    opened = Signal(str)
    moved = Signal(str, object)
    new_wanted = Signal(object)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.setObjectName("planning_side")
        self._services = context.services
        self._tasks = context.tasks
        self._notices = context.notices
        self._clock = context.clock
        self.entry_id = ""
        self.day: date | None = None
        self.panel: EntryPanel | DayPanel | MissedCard | None = None
        self._after: Callable[[EntryPanel], None] | None = None
        self._holder = QWidget()
        self._stack = column()
        self._holder.setLayout(self._stack)
        self.setLayout(column(scrolled(self._holder)))
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_panel)
        self.set_wide(False)
        self.hide()

    def set_wide(self, wide: bool) -> None:
        """Take the whole width, or a column."""
        self.setMinimumWidth(0 if wide else theme.wide(WIDTH))
        self.setMaximumWidth(_WIDEST if wide else theme.wide(WIDTH))

    def take_focus(self) -> None:
        """Bring the keyboard to the panel."""
        if self.panel is not None:
            self.panel.first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _has_keyboard(self) -> bool:
        """Whether the keyboard stands in what another panel is about to replace."""
        at = keyboard_at(self)
        return at is not None and self.isAncestorOf(at)

    def close_panel(self) -> None:
        """Close it."""
        if not self.isHidden():
            self._put(None)
            self.closed.emit()

    def _put(self, panel: EntryPanel | DayPanel | MissedCard | None) -> None:
        clear(self._stack)
        self.panel = panel
        if panel is None:
            self.entry_id, self.day = "", None
            self.hide()
            return
        self._stack.addWidget(panel)
        panel.closed.connect(self.close_panel)
        panel.show()
        self.show()

    # A send.

    def show_entry(self, entry_id: str) -> None:
        """Show one send, with the keyboard on it."""
        self.entry_id, self.day = entry_id, None
        self._after = lambda panel: panel.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()
        self.show()

    def refresh(self) -> None:
        """Read again what is shown."""
        if self.entry_id:
            self._read()
        elif isinstance(self.panel, MissedCard):
            self.panel.refresh()

    def _read(self) -> None:
        services, entry_id = self._services, self.entry_id
        self._tasks.read(self, "entry", lambda: read_entry(services, entry_id), self._show, self._gone)

    def _gone(self, sentence: object) -> None:
        self._tasks.failed.emit(sentence)
        self.close_panel()

    def _show(self, detail: EntryDetail) -> None:
        if detail.entry.id != self.entry_id:
            return
        after, self._after = self._after, None
        if isinstance(self.panel, EntryPanel) and self.panel.detail == detail and after is None:
            return
        had_keyboard = self._has_keyboard
        panel = EntryPanel(detail, self._clock())
        panel.moved.connect(lambda wall: self.moved.emit(detail.entry.id, wall))
        panel.skipped.connect(lambda: self._skip(detail))
        panel.stopped.connect(lambda: self._stop(detail))
        panel.restored.connect(lambda: self._restore(detail.entry.id))
        if detail.series is not None:
            panel.restarted.connect(partial(self._restart, detail.series.id))
        panel.sent_now.connect(lambda: self._decide(detail))
        panel.edited.connect(lambda: self._edit(detail.series))
        panel.opened.connect(lambda: self._open_send(detail))
        self._put(panel)
        if after is not None:
            after(panel)
        elif had_keyboard:
            self.take_focus()

    def _skip(self, detail: EntryDetail) -> None:
        schedule = self._services.schedule

        def skipped(entry: ScheduledEntry) -> None:
            words = self.tr("“{title}” is skipped.").format(title=visible_line(entry.title))
            if detail.series is None:
                self._told(words)
                return
            self._told(
                words,
                lambda: self._change(lambda: schedule.bring_back(entry.id)),
                lambda: self._change(lambda: schedule.skip(entry.id)),
            )

        self._tasks.change(self, lambda: schedule.skip(detail.entry.id), skipped)

    def _restore(self, entry_id: str) -> None:
        schedule = self._services.schedule
        self._tasks.change(
            self,
            lambda: schedule.bring_back(entry_id),
            lambda _entry: self._told(self.tr("It is planned again.")),
        )

    def _restart(self, series_id: int) -> None:
        schedule = self._services.schedule
        self._tasks.change(
            self,
            lambda: schedule.restart(series_id),
            lambda _series: self._told(self.tr("The series goes on.")),
        )

    def _stop(self, detail: EntryDetail) -> None:
        series, schedule = detail.series, self._services.schedule
        if series is not None:
            self._tasks.change(
                self,
                lambda: schedule.stop(series.id),
                lambda _none: self._told(
                    self.tr("The series ends here."),
                    lambda: self._change(lambda: schedule.restart(series.id)),
                    lambda: self._change(lambda: schedule.stop(series.id)),
                ),
            )

    def _decide(self, detail: EntryDetail) -> None:
        schedule = self._services.schedule
        self._tasks.change(
            self,
            lambda: schedule.decide(detail.entry.id, send=True),
            lambda _entry: self._told(self.tr("It is on its way.")),
        )

    def _change(self, work: Callable[[], object]) -> None:
        self._tasks.change(self, work, lambda _done: self.refresh())

    def _told(self, words: str, back: Act | None = None, again: Act | None = None) -> None:
        if back is None:
            self._notices.toast(words)
        else:
            self._notices.done(words, back, again)
        if self.entry_id:
            self._read()

    def _edit(self, series: Series | None) -> None:
        if series is not None:
            self.navigate.emit(Place(Route.NOTIFY, NotifyStart(replaces=series.id)))

    def _open_send(self, detail: EntryDetail) -> None:
        self.navigate.emit(Place(Route.BROADCAST, detail.entry.broadcast_id))

    def ask_menu(self, at: QPoint) -> None:
        """Open the menu of the send that is being shown, as soon as it is read; `at` is on the screen."""
        self._after = lambda panel: self._menu(panel, at)

    def _menu(self, panel: EntryPanel, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("planning_menu")
        menu.setAccessibleName(self.tr("What can be done with this send"))
        for button in panel.doing:
            menu.addAction(button.icon(), button.text()).triggered.connect(
                lambda _checked=False, button=button: button.click()
            )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    # A day, and what was missed.

    def show_day(self, day: date, today: date, blocks: Sequence[Block], mark: DayMark | None) -> None:
        """Show a day with its sends."""
        self.entry_id, self.day = "", day
        shown = Day(day, today, tuple(blocks), mark)
        if isinstance(self.panel, DayPanel) and self.panel.shown == shown:
            return
        had_keyboard = self._has_keyboard
        panel = DayPanel(shown)
        panel.opened.connect(self.opened)
        panel.new_wanted.connect(lambda: self.new_wanted.emit(day))
        self._put(panel)
        if had_keyboard:
            self.take_focus()

    def show_missed(self) -> None:
        """Show what was missed, to be decided."""
        self.entry_id, self.day = "", None
        panel = MissedCard(self._tasks, self._services.schedule, closable=True)
        panel.body.addStretch(1)
        self._put(panel)
        panel.refresh()
        self.take_focus()
