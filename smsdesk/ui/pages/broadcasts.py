"""The page Envois: everything that was sent, as cards with their outcome."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStackedWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from smsdesk.domain.untrusted import visible
from smsdesk.domain.views import BroadcastSummary
from smsdesk.services.events import Topic
from smsdesk.ui import formats
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.models.broadcasts import PAGE, SUMMARY_ROLE, BroadcastsModel, Filter
from smsdesk.ui.pages.page import Page, PageContext
from smsdesk.ui.places import Place, Route
from smsdesk.ui.widgets.bars import legend_height, paint_bar, paint_legend
from smsdesk.ui.widgets.buttons import Button, Look, Segments
from smsdesk.ui.widgets.chips import chip_width, paint_chip
from smsdesk.ui.widgets.fields import SearchField
from smsdesk.ui.widgets.layout import row
from smsdesk.ui.widgets.states import tally
from smsdesk.ui.widgets.surfaces import EmptyState

translate = QCoreApplication.translate

_Summaries = tuple[BroadcastSummary, ...]


class BroadcastsPage(Page):
    """Searches and filters what was sent; a card opens its broadcast."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.BROADCASTS})

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "")
        self.set_title(self.tr("Broadcasts"))
        self._model = BroadcastsModel()
        self._model.more_wanted.connect(self._more)
        self._search = SearchField(self.tr("Search a title or a text"))
        self._search.setObjectName("broadcasts_search")
        self._search.setMaximumWidth(tokens.PANE_WIDTH)
        self._search.searched.connect(self._anew)
        self._filters = Segments(
            (
                (Filter.ALL, self.tr("All")),
                (Filter.RUNNING, self.tr("In progress")),
                (Filter.UNCERTAIN, self.tr("To decide")),
                (Filter.FAILED, self.tr("Not delivered")),
            ),
            self.tr("Show"),
        )
        self._filters.chosen.connect(self._filter)
        write = Button(self.tr("New message"), Icon.NOTIFY, Look.PRIMARY)
        write.clicked.connect(lambda: self.navigate.emit(Place(Route.NOTIFY)))
        self.add_action(write)
        self.first = self._search
        self.list = self._make_list()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._make_empty())
        self.body.addLayout(row(self._search, self._filters, space=tokens.SPACE_M))
        self.body.addWidget(self._stack, 1)

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
        view.setMouseTracking(True)
        view.clicked.connect(self._open)
        view.activated.connect(self._open)
        return view

    def _make_empty(self) -> EmptyState:
        return EmptyState(
            Icon.BROADCASTS,
            self.tr("Nothing here"),
            self.tr("What you send is listed here with what became of each SMS. Change the search or the"
                    " filter, or write a first message."),
        )  # fmt: skip

    def open(self, what: object) -> None:
        if what == Filter.UNCERTAIN:
            self._search.clear()
            self._filters.choose(Filter.UNCERTAIN)
            self._filter(Filter.UNCERTAIN)

    def refresh(self) -> None:
        self._fetch(max(PAGE, self._model.fetched))

    def _anew(self) -> None:
        self._fetch(PAGE)

    def _fetch(self, limit: int) -> None:
        wanted = self._search.text().strip()
        self.tasks.read(
            self,
            "list",
            lambda: self.services.broadcasts.list(limit=limit, search=wanted),
            lambda found: self._show(found, limit),
        )

    def _show(self, found: _Summaries, limit: int) -> None:
        self._model.replace(found, complete=len(found) < limit)
        self._show_empty()

    def _more(self) -> None:
        wanted, last = self._search.text().strip(), self._model.last_id
        self.tasks.read(
            self,
            "list",
            lambda: self.services.broadcasts.list(limit=PAGE, before_id=last, search=wanted),
            self._append,
        )

    def _append(self, found: _Summaries) -> None:
        self._model.append(found)
        self._show_empty()

    def _show_empty(self) -> None:
        self._stack.setCurrentIndex(1 if self._model.empty else 0)

    def _filter(self, key: str) -> None:
        self._model.filter(Filter(key))
        self._show_empty()

    def _open(self, index: QModelIndex) -> None:
        self.navigate.emit(Place(Route.BROADCAST, index.data(SUMMARY_ROLE).id))


_PAD = tokens.SPACE_M
_GAP = tokens.SPACE_S


class CardDelegate(QStyledItemDelegate):
    """Paints one broadcast: title and time, how many, and the bar with its legend."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        strong = QFontMetricsF(theme.sized(Type.STRONG)).height()
        caption = QFontMetricsF(theme.sized(Type.CAPTION)).height()
        bar = tokens.BAR_HEIGHT + legend_height()
        height = 2 * _PAD + strong + caption + bar + _GAP + tokens.SPACE_XS + _GAP
        return QSize(tokens.PANE_WIDTH, int(height))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        summary: BroadcastSummary = index.data(SUMMARY_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(option.rect).adjusted(0, 0, -1, -_GAP)
        self._paint_surface(painter, card, option.state)
        inside = card.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        y = self._paint_title(painter, inside, summary)
        y = self._paint_line(painter, QRectF(inside.left(), y, inside.width(), inside.height()), summary)
        counts = tally(summary.counts)
        bar = QRectF(inside.left(), y + _GAP, inside.width(), tokens.BAR_HEIGHT)
        paint_bar(painter, bar, counts)
        paint_legend(painter, QPointF(bar.left(), bar.bottom() + tokens.SPACE_XS), bar.width(), counts)
        painter.restore()

    def _paint_surface(self, painter: QPainter, card: QRectF, state: QStyle.StateFlag) -> None:
        palette = theme.active()
        marked = state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus)
        painter.setPen(QColor(palette.accent if marked else palette.border))
        painter.setBrush(QColor(palette.surface))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), tokens.RADIUS_L, tokens.RADIUS_L)

    def _paint_title(self, painter: QPainter, inside: QRectF, summary: BroadcastSummary) -> float:
        font = theme.sized(Type.STRONG)
        metrics = QFontMetricsF(font)
        room = inside.width()
        chip = _chip(summary)
        if chip is not None:
            width = chip_width(chip[1])
            paint_chip(painter, QPointF(inside.right() - width, inside.top() - 2), *chip)
            room -= width + _GAP
        painter.setFont(font)
        painter.setPen(QColor(theme.active().text))
        title = metrics.elidedText(visible(summary.title), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(inside.left(), inside.top() + metrics.ascent()), title)
        return inside.top() + metrics.height() + tokens.SPACE_XS

    def _paint_line(self, painter: QPainter, place: QRectF, summary: BroadcastSummary) -> float:
        font = theme.sized(Type.CAPTION)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(QColor(theme.active().muted))
        words = f"{formats.moment(summary.not_before or summary.created_at)} · {self.figures(summary)}"
        text = visible(" ".join((summary.first_text or summary.body).split()))
        line = metrics.elidedText(f"{words} · {text}", Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(QPointF(place.left(), place.top() + metrics.ascent()), line)
        return place.top() + metrics.height()

    def figures(self, summary: BroadcastSummary) -> str:
        """How many SMS it made."""
        return self.tr("%n SMS", "", summary.parts)


def _chip(summary: BroadcastSummary) -> tuple[Icon, str, Tone] | None:
    if summary.cancelled:
        return Icon.CANCELLED, translate("states", "Stopped"), Tone.NEUTRAL
    if summary.paused:
        return Icon.PAUSED, translate("states", "Paused"), Tone.UNCERTAIN
    return None
