"""The left pane of the inbox: search, filter, and the list of conversations."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from smsdesk.domain.views import Conversation
from smsdesk.ui.dates import short_moment
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.models.conversations import ConversationsModel, first_line, who
from smsdesk.ui.widgets.buttons import Segments
from smsdesk.ui.widgets.fields import SearchField
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.widgets.rows import inks, paint_badge, paint_ground, paint_line
from smsdesk.ui.widgets.surfaces import EmptyState

ALL, UNREAD = "all", "unread"
_PAD = tokens.SPACE_S


class ConversationPainter(QStyledItemDelegate):
    """Paints a conversation in two lines of fixed height: who and when, the first line and what is unread."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = (
            QFontMetrics(theme.sized(Type.STRONG)).height() + QFontMetrics(theme.sized(Type.BODY)).height()
        )
        return QSize(0, max(tokens.ROW_HEIGHT_TWO_LINES, lines + tokens.SPACE_XS + 2 * _PAD))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model = index.model()
        if not isinstance(model, ConversationsModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option)
        box = option.rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        _paint_words(painter, box, model.row(index.row()), inks(option))
        painter.restore()


def _paint_words(
    painter: QPainter, box: QRect, conversation: Conversation, colors: tuple[QColor, QColor]
) -> None:
    strong, muted = colors
    unread = conversation.unread > 0
    top = QRect(box.left(), box.top(), box.width(), box.height() // 2)
    bottom = QRect(box.left(), top.bottom() + 1, box.width(), box.height() - top.height())
    taken = paint_line(painter, top, short_moment(conversation.last_at), Type.CAPTION, muted, right=True)
    top.setWidth(top.width() - taken - tokens.SPACE_S)
    paint_line(painter, top, who(conversation), Type.STRONG if unread else Type.BODY, strong)
    if unread:
        bottom.setWidth(bottom.width() - paint_badge(painter, bottom, conversation.unread) - tokens.SPACE_S)
    paint_line(painter, bottom, first_line(conversation), Type.BODY, strong if unread else muted)


class ConversationList(QWidget):
    """`wanted` asks for the first page anew (search or filter changed), `opened` carries a conversation."""

    wanted = Signal()
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.model = ConversationsModel()
        self.search = SearchField(self.tr("Name, number or word"))
        self.search.setObjectName("inbox_search")
        self.search.searched.connect(lambda _text: self.wanted.emit())
        self.filter = Segments(
            [(ALL, self.tr("All")), (UNREAD, self.tr("Unread"))], self.tr("Which messages")
        )
        self.filter.setObjectName("inbox_filter")
        self.filter.chosen.connect(lambda _key: self.wanted.emit())
        self.view = _view(self.model, self.tr("Conversations"))
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._open_selected())
        self.view.activated.connect(lambda index: self.opened.emit(self.model.row(index.row())))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._empty: EmptyState | None = None
        self.setLayout(column(self.search, self.filter, self._stack))

    @property
    def unread_only(self) -> bool:
        """Whether the filter asks for unread ones only."""
        return self.filter.current == UNREAD

    @property
    def text(self) -> str:
        """What is searched for."""
        return self.search.text().strip()

    def show_first_page(self, conversations: tuple[Conversation, ...], *, anew: bool) -> None:
        """Show the newest conversations: `anew` instead of what was there, else in its place."""
        if anew:
            self.model.replace(conversations)
        else:
            self.model.refresh(conversations)
        self._show_empty(not self.model.rows)

    def select(self, phone: str) -> None:
        """Mark the conversation with this phone as the open one, if it is listed."""
        at = self.model.position(phone)
        if at is None:
            self.view.selectionModel().clear()
            return
        index = self.model.index(at, 0)
        if not self.view.selectionModel().isSelected(index):
            self.view.setCurrentIndex(index)

    def _open_selected(self) -> None:
        """Only what is selected is opened: the keyboard's arrival in the list alone reads nothing."""
        for index in self.view.selectedIndexes():
            self.opened.emit(self.model.row(index.row()))

    def _show_empty(self, empty: bool) -> None:
        if self._empty is not None:
            self._stack.removeWidget(self._empty)
            self._empty.deleteLater()
            self._empty = None
        if empty:
            self._empty = self._nothing()
            self._stack.addWidget(self._empty)
            self._stack.setCurrentWidget(self._empty)

    def _nothing(self) -> EmptyState:
        if self.text:
            return EmptyState(
                Icon.SEARCH, self.tr("Nothing found"), self.tr("Try a name, a number or a word of the text.")
            )
        if self.unread_only:
            return EmptyState(
                Icon.SUCCESS, self.tr("Everything is read"), self.tr("New messages will appear here.")
            )
        return EmptyState(
            Icon.INBOX, self.tr("No message yet"), self.tr("Answers to your messages will appear here.")
        )


def _view(model: ConversationsModel, name: str) -> QListView:
    view = QListView()
    view.setObjectName("inbox_list")
    view.setAccessibleName(name)
    view.setProperty("look", "plain")
    view.setModel(model)
    view.setItemDelegate(ConversationPainter(view))
    view.setUniformItemSizes(True)
    view.setMouseTracking(True)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return view
