"""The left pane of the inbox: search, filters, and the conversations or what was found."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QStackedWidget, QWidget

from smsdesk.domain.inbox_views import InboxFilter
from smsdesk.domain.views import Conversation
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.models.conversations import ConversationsModel
from smsdesk.ui.pages.inbox_filters import ListFilters
from smsdesk.ui.pages.inbox_found import FoundList
from smsdesk.ui.pages.inbox_narrow import SearchNarrowing
from smsdesk.ui.pages.inbox_rows import ConversationPainter
from smsdesk.ui.widgets.buttons import IconButton, Segments
from smsdesk.ui.widgets.fields import SearchField
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.lists import plain_list
from smsdesk.ui.widgets.surfaces import EmptyState

CONVERSATIONS, MESSAGES = "conversations", "messages"
COUNTED_UP_TO = 1000
"""More found messages are not counted: nobody reads them."""

_PAUSE_MS = 0
"""A search takes less than a frame, and the next key stops it."""


class MessageSearch(SearchField):
    """`down` says that the keyboard is to go to what was found."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)


class ConversationList(QWidget):
    """`wanted` asks for the first page anew (search or filter changed), `opened` carries a conversation."""

    wanted = Signal()
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.model = ConversationsModel()
        self.search = MessageSearch(self.tr("Name, number or word"), _PAUSE_MS)
        self.search.setObjectName("inbox_search")
        self.search.searched.connect(lambda _text: self._ask())
        self.search.down.connect(self._go_down)
        self.narrow_button = IconButton(Icon.FILTER, self.tr("Search more precisely"))
        self.narrow_button.setObjectName("inbox_narrow")
        self.narrow_button.setCheckable(True)
        self.narrow_button.toggled.connect(self._show_narrowing)
        self.narrow = SearchNarrowing()
        self.narrow.changed.connect(self._ask)
        self.narrow.hide()
        self.filters = ListFilters()
        self.filters.changed.connect(self.wanted)
        self.view: QListView = plain_list(
            self.model, ConversationPainter(), self.tr("Conversations"), "inbox_list"
        )
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._open_selected())
        self.view.activated.connect(lambda index: self.opened.emit(self.model.row(index.row())))
        self.found = FoundList()
        self.kinds = Segments(
            [(CONVERSATIONS, self.tr("Conversations")), (MESSAGES, self.tr("Messages"))],
            self.tr("What is searched"),
        )
        self.kinds.setObjectName("inbox_found_kinds")
        self.kinds.chosen.connect(lambda _kind: self._show_kind())
        self.kinds.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.found)
        self._empty: EmptyState | None = None
        top = row(space=tokens.SPACE_XS)
        top.addWidget(self.search, 1)
        top.addWidget(self.narrow_button)
        top.addWidget(self.filters.more)
        layout = column(top, self.narrow, self.filters, self.kinds)
        layout.addWidget(self._stack, 1)
        self.setLayout(layout)

    @property
    def text(self) -> str:
        """What is searched for: a space at its end says that the last word is finished."""
        return self.search.text().lstrip()

    @property
    def searching(self) -> bool:
        """Whether messages are looked for, and the conversations are put away meanwhile."""
        return bool(self.text.strip()) or self.narrow.narrows

    def _ask(self) -> None:
        for part in (self.filters, self.filters.more):
            part.setVisible(not self.searching)
        self.kinds.setVisible(self.searching)
        if self.narrow.narrows:
            self.kinds.choose(MESSAGES)  # people are not sent on a day
        self._show_kind()
        self.wanted.emit()

    def _show_kind(self) -> None:
        """Conversations or messages, as was chosen while one searches."""
        if self.searching and self.kinds.current == MESSAGES:
            self._stack.setCurrentWidget(self.found)
        else:
            self._stack.setCurrentWidget(self._empty or self.view)

    def _show_narrowing(self, shown: bool) -> None:
        self.narrow.setVisible(shown)
        if not shown and self.narrow.narrows:
            self.narrow.clear()
            self._ask()

    def _go_down(self) -> None:
        if self.searching and self.kinds.current == MESSAGES:
            self.found.take_first()
        else:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_first_page(
        self, conversations: tuple[Conversation, ...], *, anew: bool, kept: str | None = None
    ) -> None:
        """Show the newest conversations: `anew` instead of what was there, else in its place.

        `kept` is the phone of a conversation that stays in sight though it no longer belongs to the list.
        """
        if anew:
            self.model.replace(conversations)
        else:
            self.model.renew(conversations, kept)
        self._show_empty(not self.model.rows)

    def show_count(self, count: int) -> None:
        """How many messages there are; more than COUNTED_UP_TO are not counted."""
        shown = formats.number(min(count, COUNTED_UP_TO)) + ("+" if count > COUNTED_UP_TO else "")
        self.kinds.set_text(MESSAGES, self.tr("Messages {count}").format(count=shown))

    def select(self, phone: str) -> None:
        """Mark the conversation with this phone as the open one, if it is listed."""
        at = self.model.position(phone)
        if at is None:
            self.view.selectionModel().clearSelection()
            return
        index = self.model.index(at, 0)
        if not self.view.selectionModel().isSelected(index):
            self.view.setCurrentIndex(index)

    def step(self, by: int) -> None:
        """Open the next conversation of the list, or the one before."""
        rows, at = self.model.rowCount(), self.view.currentIndex().row()
        if self.view.selectedIndexes() or at < 0:
            at += by
        if 0 <= at < rows:
            self.view.setCurrentIndex(self.model.index(at, 0))

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
        self._show_kind()

    def _nothing(self) -> EmptyState:
        if self.searching:
            return EmptyState(
                Icon.SEARCH, self.tr("Nothing found"), self.tr("Try a name, a number or a word of the text.")
            )
        if self.filters.assigned_to:
            return EmptyState(
                Icon.ASSIGN,
                self.tr("No conversation of this person"),
                self.tr("Behind the three points of a conversation one says who answers it."),
            )
        return EmptyState(*self._words_of_filters().get(self.filters.show_only, self._usual_words()))

    def _usual_words(self) -> tuple[Icon, str, str]:
        return (
            Icon.INBOX,
            self.tr("No message yet"),
            self.tr("Answers to your messages will appear here."),
        )

    def _words_of_filters(self) -> dict[InboxFilter, tuple[Icon, str, str]]:
        """What an empty list says where not all conversations are asked for."""
        return {
            InboxFilter.TODO: (
                Icon.SUCCESS,
                self.tr("Everybody has an answer"),
                self.tr("Who writes next appears here."),
            ),
            InboxFilter.UNREAD: (
                Icon.SUCCESS,
                self.tr("Everything is read"),
                self.tr("New messages will appear here."),
            ),
            InboxFilter.STARRED: (
                Icon.STAR,
                self.tr("No conversation has a star"),
                self.tr("The star above a conversation keeps it at hand here."),
            ),
            InboxFilter.ARCHIVED: (
                Icon.ARCHIVE,
                self.tr("The archive is empty"),
                self.tr("What you archive is kept here, and comes back when they write again."),
            ),
            InboxFilter.SET_APART: (
                Icon.LANDLINE,
                self.tr("No message of a service"),
                self.tr("What companies and your carrier send is kept apart here."),
            ),
        }
