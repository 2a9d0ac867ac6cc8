"""The page Envois: everything that was sent, searched and filtered, as cards with their outcome."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import ClassVar

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QListView, QStackedWidget

from smsdesk.domain.broadcast_views import BroadcastFilter, KindFilter, StateFilter
from smsdesk.domain.views import BroadcastSummary
from smsdesk.services.events import Topic
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.models.broadcasts import PAGE, SUMMARY_ROLE, BroadcastsModel
from smsdesk.ui.pages.broadcast_cards import CardDelegate
from smsdesk.ui.pages.page import Page, PageContext
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.widgets.buttons import Button, Look, Segments
from smsdesk.ui.widgets.fields import Picker, SearchField
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.skeletons import Overlay
from smsdesk.ui.widgets.surfaces import EmptyState

_Summaries = tuple[BroadcastSummary, ...]

_RENEWED = 2 * PAGE
"""Only what is new changes much; further down a list stays as it was fetched."""

_LAID_OUT = 4 * PAGE
"""Cards whose places are found in one go."""

_RENEW_MS = 200
"""While messages leave, five looks a second at the list are as good as twenty."""

_SCHOOL_YEAR_BEGINS = 9
"""September."""

_THIS_YEAR = -1


class BroadcastsPage(Page):
    """Searches and filters what was sent; a card opens its broadcast."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.BROADCASTS})

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "")
        self.set_title(self.tr("Broadcasts"))
        self._model = BroadcastsModel()
        self._model.more_wanted.connect(self._more)
        self._renewing = QTimer(self)
        self._renewing.setSingleShot(True)
        self._renewing.setInterval(_RENEW_MS)
        self._renewing.timeout.connect(lambda: self._fetch(_RENEWED, renewing=True))
        self._make_fields()
        self._make_states()
        write = Button(self.tr("New message"), Icon.NOTIFY, Look.PRIMARY)
        write.clicked.connect(lambda: self.navigate.emit(Place(Route.NOTIFY)))
        self.add_action(write)
        self.first = self._search
        self.list = self._make_list()
        self._waiting = Overlay(self.list)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._make_empty())
        self._stack.addWidget(self._make_first())
        fields = row(self._search, self._kind, self._period)
        fields.setStretch(0, 1)
        self.body.addLayout(column(fields, self._filters, space=tokens.SPACE_S))
        self.body.addWidget(self._stack, 1)

    def _make_fields(self) -> None:
        self._search = SearchField(self.tr("Search a title or a text"))
        self._search.setObjectName("broadcasts_search")
        self._search.searched.connect(self._anew)
        self._kind = Picker(self.tr("Kind"))
        self._kind.setObjectName("broadcasts_kind")
        for kind, words in (
            (KindFilter.ALL, self.tr("All kinds")),
            (KindFilter.INFORMATION, self.tr("Information")),
            (KindFilter.ALERT, self.tr("Alerts")),
            (KindFilter.PROMOTION, self.tr("Advertising")),
            (KindFilter.FOLLOW_UP, self.tr("Follow-ups")),
            (KindFilter.TEST, self.tr("Tests")),
        ):
            self._kind.addItem(words, kind)
        self._period = Picker(self.tr("Period"))
        self._period.setObjectName("broadcasts_period")
        for days, words in (
            (None, self.tr("Any time")),
            (0, self.tr("Today")),
            (7, self.tr("Last 7 days")),
            (30, self.tr("Last 30 days")),
            (_THIS_YEAR, self.tr("This school year")),
        ):
            self._period.addItem(words, days)
        for picker in (self._kind, self._period):
            picker.currentIndexChanged.connect(self._anew)

    def _make_states(self) -> None:
        self._filters = Segments(
            (
                (StateFilter.ALL, self.tr("All")),
                (StateFilter.RUNNING, self.tr("In progress")),
                (StateFilter.UNCERTAIN, self.tr("To decide")),
                (StateFilter.FAILED, self.tr("Not delivered")),
            ),
            self.tr("Show"),
        )
        for state in StateFilter:
            self._filters.button(state).setObjectName(f"broadcasts_state_{state}")
        self._filters.chosen.connect(self._anew)

    def _make_list(self) -> QListView:
        view = QListView()
        view.setObjectName("broadcasts_list")
        view.setAccessibleName(self.tr("Broadcasts"))
        view.setProperty("look", "cards")
        view.setModel(self._model)
        view.setItemDelegate(CardDelegate(view))
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setUniformItemSizes(True)
        view.setLayoutMode(QListView.LayoutMode.Batched)  # ten thousand cards at once take a frame
        view.setBatchSize(_LAID_OUT)
        view.setMouseTracking(True)
        view.clicked.connect(self._open)
        view.activated.connect(self._open)
        return view

    def _make_empty(self) -> EmptyState:
        return EmptyState(
            Icon.BROADCASTS,
            self.tr("Nothing here"),
            self.tr("No send fits the search and the filters. Take one of them away."),
        )

    def _make_first(self) -> EmptyState:
        write = Button(self.tr("Write a first message"), Icon.NOTIFY)
        write.setObjectName("broadcasts_write_first")
        write.clicked.connect(lambda: self.navigate.emit(Place(Route.NOTIFY, NotifyStart())))
        words = self.tr(
            "What you send is listed here: who has it, who does not, and why. From here you write again to "
            "those who were not reached."
        )
        return EmptyState(Icon.BROADCASTS, self.tr("Nothing sent yet"), words, write)

    def open(self, what: object) -> None:
        if what == StateFilter.UNCERTAIN:
            self._search.clear()
            self._kind.setCurrentIndex(0)
            self._period.setCurrentIndex(0)
            self._filters.choose(StateFilter.UNCERTAIN)
            self._anew()

    def leave(self) -> None:
        self._renewing.stop()

    @property
    def filter(self) -> BroadcastFilter:
        """What of the list is shown."""
        state, kind = StateFilter(self._filters.current), KindFilter(self._kind.currentData())
        return BroadcastFilter(state, kind, self._since(), replies=False)

    def _since(self) -> datetime | None:
        days = self._period.currentData()
        if days is None:
            return None
        first = today = self.clock().astimezone().date()
        if days == _THIS_YEAR:
            year = today.year - (today.month < _SCHOOL_YEAR_BEGINS)
            first = today.replace(year=year, month=_SCHOOL_YEAR_BEGINS, day=1)
        else:
            first -= timedelta(days=days)
        return datetime.combine(first, time()).astimezone()

    def refresh(self) -> None:
        if not self._model.fetched:
            self._waiting.begin()
            self._anew()
        elif not self._renewing.isActive():
            self._renewing.start()

    def _anew(self, _what: object = None) -> None:
        self._fetch(PAGE, renewing=False)

    def _fetch(self, limit: int, *, renewing: bool) -> None:
        wanted, only = self._search.text().strip(), self.filter
        self.tasks.read(
            self,
            "list",
            lambda: self.services.broadcasts.list(limit=limit, search=wanted, only=only),
            lambda found: self._show(found, complete=len(found) < limit, renewing=renewing),
        )

    def _show(self, found: _Summaries, *, complete: bool, renewing: bool) -> None:
        self._waiting.end()
        take = self._model.renew if renewing else self._model.replace
        take(found, complete=complete)
        self._show_empty()

    def _more(self) -> None:
        wanted, last, only = self._search.text().strip(), self._model.last_id, self.filter
        self.tasks.read(
            self,
            "list",
            lambda: self.services.broadcasts.list(limit=PAGE, before_id=last, search=wanted, only=only),
            self._append,
        )

    def _append(self, found: _Summaries) -> None:
        self._model.append(found)
        self._show_empty()

    def _show_empty(self) -> None:
        narrowed = bool(self._search.text().strip()) or self.filter != BroadcastFilter(replies=False)
        self._stack.setCurrentIndex(0 if not self._model.empty else 1 if narrowed else 2)

    def _open(self, index: QModelIndex) -> None:
        self.navigate.emit(Place(Route.BROADCAST, index.data(SUMMARY_ROLE).id))
