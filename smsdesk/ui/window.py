"""The main window: the frame, the pages in it, and the way from one to another."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSettings, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from smsdesk.services.bundle import Services
from smsdesk.services.events import Changed, Topic
from smsdesk.services.preferences import Choices
from smsdesk.ui import last_place, window_keys, window_state
from smsdesk.ui.before_closing import BeforeClosing
from smsdesk.ui.bridge import Bridge, topics
from smsdesk.ui.busy_mark import BusyMark
from smsdesk.ui.central import STANDING_TOPICS, Central, Standing, read_standing
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.theme import Theme
from smsdesk.ui.dropping import DropCover
from smsdesk.ui.finding import Finding
from smsdesk.ui.help_room import HelpRoom
from smsdesk.ui.help_topics import Topic as HelpTopic
from smsdesk.ui.help_topics import topic_of
from smsdesk.ui.i18n import Language, Translations
from smsdesk.ui.keep_awake import KeepAwake
from smsdesk.ui.keys_overview import KeysOverview
from smsdesk.ui.last_place import LastPlace
from smsdesk.ui.look_chosen import look_of
from smsdesk.ui.notices import Notice, Notices
from smsdesk.ui.notifications import Notifier
from smsdesk.ui.pages.page import Page, PageContext
from smsdesk.ui.pages.registry import make_page
from smsdesk.ui.pages_ahead import PagesAhead
from smsdesk.ui.palette_entries import Acts
from smsdesk.ui.places import Place, Route
from smsdesk.ui.station_mode import StationMode
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.tray import TrayDesktop
from smsdesk.ui.trial import Trial, trial_banner
from smsdesk.ui.troubles import Troubles
from smsdesk.ui.undo_buttons import UndoButtons
from smsdesk.ui.undoing import UndoKeys
from smsdesk.ui.widgets.toasts import Toast
from smsdesk.ui.work_lines import WorkLines


class MainWindow(QMainWindow):
    """Shows one page at a time and navigates; `close` ends everything that was opened for it."""

    has_closed = Signal()
    """Nothing of it is at work any more."""

    def __init__(
        self,
        services: Services,
        theme: Theme,
        translations: Translations,
        *,
        keep: QSettings | None = None,
        closing: Callable[[], None] = lambda: None,
        is_trial: bool = False,
    ) -> None:
        super().__init__()
        self.services = services
        self.held_by: QWidget | None = None
        """The window around this one, where there is one: `window()` is what the system shows."""
        self.wanted_copy: Path | None = None
        """The copy of the data to go back to, when it closed for that."""
        self.tasks = Tasks(self)
        self.trial = None if is_trial else Trial(self, services, self.tasks, self._open_trial)
        self.notices = Notices(self)
        self._theme = theme
        self._translations = translations
        self._keep = keep
        self._closing: Callable[[], None] | None = closing
        self._before_closing = BeforeClosing(self, services, self.tasks, at_once=is_trial)
        self._awake = KeepAwake(self)
        tray = TrayDesktop(self, self._open_told, quiet=is_trial)
        self.notifier = Notifier(self, services, self.tasks, tray)
        self.station = StationMode(self, tray, self.tasks, services.preferences)
        self._bridge = Bridge(services.events, self)
        self.ahead = PagesAhead(self, self._make, self._page_at, lambda: self.tasks.idle)
        self._busy = BusyMark(self, self.tasks, self._show_busy)
        self.troubles = Troubles(self, self.notices, self.tasks.kind_of)
        self._finding = Finding(self, services, self.tasks, self.notices)
        self._notice: Notice | None = None
        self._undo_keys = UndoKeys(self, self.notices.undo, self.notices.redo)
        self.setMinimumSize(*tokens.WINDOW_MIN_SIZE)
        self.resize(*tokens.WINDOW_SIZE)
        if keep is not None:
            window_state.restore(self, keep)
        self._listen()
        self._shortcuts()
        self._build()
        self._last_place: LastPlace | None = None
        if keep is not None:
            self._come_back(keep)
        else:
            self.go(Place(Route.HOME))

    def _listen(self) -> None:
        """What the parts of the window tell it."""
        self.station.changed.connect(self._show_station)
        self.notifier.opened.connect(self._come_forward)
        self.notifier.beside_trial = lambda: self.seen is not self
        self._bridge.changed.connect(self._on_changed)
        self.tasks.failed.connect(self.notices.error)
        self.notices.shown.connect(self._show_notice)
        self.troubles.help_wanted.connect(self._open_help)
        self._finding.going.connect(self.go)
        self._finding.reading.connect(self._open_help)

    def _come_back(self, keep: QSettings) -> None:
        """Begin at the first page, or where a crash left the person; with the help, if it was open."""
        before = last_place.left_open(keep)
        self.go(before or Place(Route.HOME))
        if before is not None:
            self.notices.toast(self.tr("SMS desk ended without being closed: you are back where you were."))
        self._last_place = LastPlace(self, keep, lambda: Place(self._route, self.page.selected()))
        if window_state.help_was_open(keep):
            self.help_room.stand_by(topic_of(Route.HOME))

    def _build(self) -> None:
        """Make frame and pages in the language of the moment."""
        self.setWindowTitle("SMS desk")
        self.setLocale(QLocale())  # what stands in a window has that of the window, not of the language
        self._pages: dict[Route, Page] = {}
        self._kept: dict[Route, object] = {}
        """What pages showed in the language before, for when one comes back to them."""
        try_out = self.trial.enter if self.trial is not None else None
        go_back_to = self._close_for if self.trial is not None else None
        self._context = PageContext(
            self.services, self.tasks, self.notices, try_out=try_out, go_back_to=go_back_to
        )
        banner = trial_banner(self.close) if self.trial is None else None
        language = self._translations.language or Language.FRENCH
        central = self._central = Central(language, banner, WorkLines(self.tasks, self.notices), self.go)
        self.rail, self.header, self._stack = central.rail, central.header, central.stack
        self.status, self.help = central.status, central.help
        self.header.went_back.connect(self._go_back)
        self._undo_buttons = UndoButtons(self.notices)
        self.header.take(self._undo_buttons)
        self.help.keys_wanted.connect(self._show_keys)
        self.help_room = HelpRoom(self, self.help, central.content)
        self.help_room.changed.connect(self._collapse_rail)
        self.status.help.clicked.connect(self.toggle_help)
        self.setCentralWidget(central)
        self.toast = Toast(central)
        self.drop = DropCover(self, central, self.notices)
        self.drop.wanted.connect(self.go)
        self._collapse_rail()
        self._read_status()
        self.station.read()

    def _open_trial(self, services: Services, left: Callable[[], None]) -> MainWindow:
        """The window of the sample world; when it closes, this one is dressed as its own settings say."""

        def closing() -> None:
            self._theme.leave(trial)
            trial.deleteLater()
            left()
            self.tasks.read(self, "choices", self.services.preferences.read, self._follow)

        trial = MainWindow(services, self._theme, self._translations, closing=closing, is_trial=True)
        self._theme.dwell_in(trial)
        return trial

    def _shortcuts(self) -> None:
        """What `window_keys` names; late bound, since the pages are made anew in another language."""
        window_keys.listen(
            self,
            {
                **{keys: partial(self.go, Place(route)) for keys, route in window_keys.RAIL_KEYS.items()},
                window_keys.REFRESH: self._refresh,
                window_keys.BACK: self._go_back,
                window_keys.TO_TOAST: self._reach_toast,
                window_keys.FIND: self._open_palette,
                window_keys.HELP: self.toggle_help,
                window_keys.OVERVIEW: self._show_keys,
                window_keys.QUIT: self.station.leave,
            },
        )

    def _refresh(self) -> None:
        self.page.refresh()

    def _reach_toast(self) -> None:
        self.toast.take_focus()

    def toggle_help(self) -> None:
        """F1: the help at what this page is about, or back to the page."""
        self.help_room.toggle(topic_of(self._route))

    def _open_help(self, topic: HelpTopic) -> None:
        self.help_room.open(topic)

    def _show_keys(self) -> None:
        KeysOverview(self).open()

    def _open_palette(self) -> None:
        acts = Acts(
            refresh=self._refresh,
            help=self.toggle_help,
            keys=self._show_keys,
            quit=self.station.leave,
            try_out=self._context.try_out,
        )
        self._finding.open(self.rail, acts, str(self._translations.language or Language.FRENCH))

    @property
    def page(self) -> Page:
        """The page that is shown."""
        page = self._stack.currentWidget()
        if not isinstance(page, Page):
            raise TypeError("only pages are shown")
        return page

    @property
    def _route(self) -> Route:
        """Where the window is."""
        return next(route for route, page in self._pages.items() if page is self.page)

    def go(self, place: Place) -> None:
        """Show a page, and there what the place names."""
        page = self._page_at(place.route)
        current = self._stack.currentWidget()
        if isinstance(current, Page) and current is not page:
            current.leave()
        page.open(place.what)
        self._stack.setCurrentWidget(page)
        self._undo_keys.listen(not page.undoes_itself)
        self._undo_buttons.yield_to_page(page.undoes_itself)
        self.rail.mark(place.route)
        self.header.show_page(page)
        page.take_focus()

    def _page_at(self, route: Route) -> Page:
        page = self._pages.get(route)
        if page is None:
            page = self._pages[route] = self.ahead.take(route)
            page.navigate.connect(self.go)
            page.title_changed.connect(lambda page=page: self._retitle(page))
            self.header.add(page)  # before the page: Tab goes as one reads
            self._stack.addWidget(page)
            if route in self._kept:
                page.open(self._kept.pop(route))
        return page

    def _make(self, route: Route) -> Page:
        return make_page(route, self._context)

    def _retitle(self, page: Page) -> None:
        if self._stack.currentWidget() is page:
            self.header.show_page(page)

    def _go_back(self) -> None:
        if self.page.back is not None:
            self.go(self.page.back)

    def _on_changed(self, events: frozenset[Changed]) -> None:
        for page in self._pages.values():
            page.on_changed(events)
        self.notifier.follow(events)
        changed = topics(events)
        if changed & STANDING_TOPICS:
            self._read_status()
        if Topic.SETTINGS in changed:
            self.tasks.read(self, "choices", self.services.preferences.read, self._follow)
            self.station.read()

    def _follow(self, choices: Choices) -> None:
        """Dress and speak as the settings say; pages are made anew where their words or the size change."""
        look = look_of(choices)
        language = Language(choices.language)
        if language is self._translations.language and look.text_percent == self._theme.look.text_percent:
            self._theme.dress(look)
            return
        here, told = self._route, self._notice if self.toast.isVisible() else None
        shown = {route: page.shown() for route, page in self._pages.items()}
        self._drop_pages()
        self._theme.dress(look)
        self._translations.use(language)
        self._build()
        self._kept = {route: what for route, what in shown.items() if what is not None}
        self.go(Place(here))
        if told is not None:
            self._show_notice(told)  # above all the way back from a language that one does not read

    def _drop_pages(self) -> None:
        """Now, not when the event loop comes to it: a new look would dress each of their widgets first."""
        self._pages = {}
        self.ahead.forget()
        old = self.takeCentralWidget()
        if old is not None:
            old.deleteLater()
            QCoreApplication.sendPostedEvents(old, QEvent.Type.DeferredDelete)

    def _read_status(self) -> None:
        self.tasks.read(self, "status", lambda: read_standing(self.services), self._show_status)

    def _show_status(self, standing: Standing) -> None:
        _modems, queue, unread = standing
        self._central.show_standing(standing)
        self.notifier.show_unread(unread)
        self._awake.follow(queue)

    @property
    def seen(self) -> MainWindow:
        """The window that a person has before him: that of the sample world, while it is open."""
        trial = self.trial.window if self.trial is not None else None
        return trial if isinstance(trial, MainWindow) else self

    def come_forward(self) -> None:
        """Somebody looks for the program: be seen."""
        if self.seen is self:
            self.station.come_forward()
        else:
            window_state.bring_forward(self.seen)

    def _open_told(self) -> None:
        self.notifier.open()

    def _come_forward(self, place: Place) -> None:
        """Somebody clicked outside of the window: show it, and there what was clicked."""
        self.station.come_forward()
        self.go(place)

    def _show_notice(self, notice: Notice) -> None:
        self._notice = notice
        if notice.action is not None and notice.seconds:
            self.toast.count_down(notice.text, notice.action_text, notice.action, notice.seconds)
        elif (trouble := notice.trouble) is not None:
            self.toast.say(notice.text, self.tr("Details"), lambda: self.troubles.show(trouble))
        else:
            self.toast.say(notice.text, notice.action_text, notice.action)

    def _show_busy(self, busy: bool) -> None:
        self.header.show_busy(busy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.help_room.arrange()

    def _collapse_rail(self) -> None:
        self.rail.collapse(self.width() - self.help_room.taken < theme.wide(tokens.RAIL_COLLAPSE_BELOW))

    def close(self) -> bool:
        """Close without a question, unless it has closed and is gone; gives whether it is closed.

        The window system closes by `closeEvent` alone: there a person did.
        """
        if self._closing is None:
            return True
        self._before_closing.at_once = True
        return super().close() if self.held_by is None else self.held_by.close()

    def _close_for(self, copy: Path) -> None:
        """Close without a question: whoever opened this window puts the copy in the place of the data."""
        self.wanted_copy = copy
        QTimer.singleShot(0, self, self.close)  # the question that was answered is still closing

    def _stays(self) -> bool:
        return not self._before_closing.at_once and self.station.stays()

    def _show_station(self, on: bool) -> None:
        self.status.show_station(on)

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the threads of the window, then what it stands on; a second close has nothing to do."""
        if self._closing is not None and (self._stays() or self._before_closing.holds()):
            event.ignore()
            return
        super().closeEvent(event)
        closing, self._closing = self._closing, None
        if closing is None:
            return
        if self._keep is not None:
            window_state.save(self.window(), self._keep, help_open=not self.help.isHidden())
            colors = theme.active()
            window_state.save_colors(self._keep, (colors.window, colors.sunken, colors.border))
        if self._last_place is not None:
            self._last_place.end()
        if self.trial is not None:
            self.trial.end()
        self.page.leave()  # what is being composed there is kept
        self.window().hide()
        self._bridge.close()
        self.ahead.stop()
        self._busy.stop()
        self._awake.stop()
        self.notifier.stop()
        self.tasks.close()
        closing()
        self.station.end()
        self.has_closed.emit()
