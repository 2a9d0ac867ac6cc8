"""Réception: what came in, conversation by conversation, and the answer to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from smsdesk.domain.incoming import SenderKind
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.untrusted import visible
from smsdesk.domain.views import Conversation, Direction, ThreadItem
from smsdesk.services.bundle import Services
from smsdesk.services.events import Changed, Topic
from smsdesk.ui.bridge import topics
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.formats import phone as written_phone
from smsdesk.ui.i18n import translate as translated
from smsdesk.ui.models.conversations import PAGE, who
from smsdesk.ui.models.thread import thread_rows, with_newest, with_older
from smsdesk.ui.pages.inbox_list import ConversationList
from smsdesk.ui.pages.inbox_reply import ReplyBox
from smsdesk.ui.pages.inbox_side import Correspondent, CorrespondentPane, find
from smsdesk.ui.pages.inbox_thread import ThreadView
from smsdesk.ui.pages.page import Page, PageContext
from smsdesk.ui.widgets.buttons import IconButton
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.surfaces import Banner, EmptyState
from smsdesk.ui.widgets.text import ElidedLabel, Label

THREAD_PAGE = 30
"""Bubbles fetched at a time: some screens of them; each is a widget, so not thousands."""
_NARROW_LIST = tokens.SIDE_WIDTH + tokens.SPACE_M
_SIDE_FROM = tokens.PANE_WIDTH * 3
"""Under this width of the page, the side pane is shown on demand only, in place of the list."""


@dataclass(frozen=True)
class _Opened:
    """What is fetched when a conversation is opened or has changed."""

    newest: tuple[ThreadItem, ...]
    correspondent: Correspondent


class InboxPage(Page):
    """Two panes like a mail program, and on the right whose phone it is."""

    topics = frozenset({Topic.INBOX, Topic.PEOPLE, Topic.BROADCASTS})

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, self.tr("Inbox"))
        self._open: Conversation | None = None
        self._items: tuple[ThreadItem, ...] = ()
        self._has_older = False
        self._drafts: dict[str, str] = {}
        self._side_wanted: bool | None = None
        self.list = ConversationList()
        self.bubbles = ThreadView()
        self.bubbles.setObjectName("inbox_thread")
        self.bubbles.setAccessibleName(self.tr("Conversation"))
        self.reply = ReplyBox()
        self.side = CorrespondentPane()
        self._name = ElidedLabel("", Type.SUBTITLE)
        self._number = Label("", Type.CAPTION, muted=True)
        self._side_button = IconButton(Icon.PERSON, self.tr("Show whose phone this is"))
        self._problem = Banner("", Tone.FAILED)
        self._middle = QStackedWidget()
        self._middle.addWidget(self._nothing_chosen())
        self._middle.addWidget(self._conversation())
        panes = row(self.list, space=tokens.SPACE_M)
        panes.addWidget(self._middle, 1)
        panes.addWidget(self.side)
        self.body.addLayout(panes)
        self.side.hide()
        self.first = self.list.view
        self._connect()

    def _nothing_chosen(self) -> EmptyState:
        return EmptyState(
            Icon.INBOX,
            self.tr("Choose a conversation"),
            self.tr("Opening it marks its messages as read; you can answer below them."),
        )

    def _conversation(self) -> QWidget:
        card = QFrame()
        card.setProperty("look", "card")
        heading = row(space=tokens.SPACE_S)
        heading.addLayout(column(self._name, self._number, space=0), 1)
        heading.addWidget(self._side_button, 0, Qt.AlignmentFlag.AlignTop)
        inside = column(heading, space=tokens.SPACE_S, margin=tokens.SPACE_M)
        inside.addWidget(self.bubbles, 1)
        inside.addWidget(self._problem)
        inside.addWidget(self.reply)
        card.setLayout(inside)
        return card

    def _connect(self) -> None:
        self.list.wanted.connect(lambda: self._fetch_list(anew=True))
        self.list.model.more_wanted.connect(self._fetch_more)
        self.list.opened.connect(self._show_conversation)
        self.list.view.activated.connect(lambda _index: self.reply.text.setFocus())
        self.bubbles.older_wanted.connect(self._fetch_older)
        self.reply.sent.connect(self._send)
        self._side_button.clicked.connect(self._toggle_side)
        self.side.navigate.connect(self.navigate)

    # what is shown

    def open(self, what: object) -> None:
        """Show the conversation with a phone (E.164)."""
        if isinstance(what, str) and what:
            services = self.services
            self.tasks.read(self, "goto", lambda: _conversation(services, what), self._show_conversation)

    def shown(self) -> object:
        return self._open.phone if self._open is not None else None

    def on_changed(self, events: frozenset[Changed]) -> None:
        """A broadcast changes the list; the open conversation only where it holds messages of it."""
        if self.isVisible() and topics(events) & self.topics == {Topic.BROADCASTS}:
            self._follow_states({event.id for event in events if event.topic is Topic.BROADCASTS})
        else:
            super().on_changed(events)

    def _follow_states(self, broadcast_ids: set[int | None]) -> None:
        self._fetch_list(anew=False)
        shown = {item.broadcast_id for item in self._items if item.direction is Direction.OUT}
        if self._open is not None and (None in broadcast_ids or shown & broadcast_ids):
            self._fetch_thread(self._open.phone)

    def take_focus(self) -> None:
        """In an empty inbox the keyboard starts at the search: the list is not there."""
        self.first = self.list.view if self.list.view.isVisible() else self.list.search
        super().take_focus()

    def refresh(self) -> None:
        """Fetch the newest conversations and, when one is open, its newest messages."""
        self._fetch_list(anew=False)
        if self._open is not None:
            self._fetch_thread(self._open.phone)

    def _fetch_list(self, *, anew: bool) -> None:
        inbox, search, unread = self.services.inbox, self.list.text, self.list.unread_only
        self.tasks.read(
            self,
            "list",
            lambda: inbox.conversations(search=search, limit=PAGE, unread=unread),
            lambda found: self._show_list(found, anew=anew),
        )

    def _show_list(self, found: tuple[Conversation, ...], *, anew: bool) -> None:
        self.list.show_first_page(found, anew=anew)
        if self._open is not None:
            self.list.select(self._open.phone)
            self._rename(self._open.phone)

    def _rename(self, phone: str) -> None:
        """Whose phone it is may have become known while it is read."""
        at = self.list.model.position(phone)
        if at is not None:
            self._open = self.list.model.row(at)
            self._show_heading(self._open)

    def _fetch_more(self) -> None:
        inbox, search, unread = self.services.inbox, self.list.text, self.list.unread_only
        last = self.list.model.rows[-1]
        self.tasks.read(
            self,
            "more",
            lambda: inbox.conversations(search=search, limit=PAGE, before=last, unread=unread),
            self.list.model.append,
        )

    def _show_conversation(self, conversation: Conversation) -> None:
        if self._open is not None and self._open.phone == conversation.phone:
            return
        self._keep_draft()
        self._open = conversation
        self._items, self._has_older = (), False
        self.bubbles.show_rows((), has_older=False, anew=True)
        self._problem.say("", Tone.FAILED)
        self._show_heading(conversation)
        self.reply.show_for(
            conversation.phone, conversation.sender_kind, self._drafts.get(conversation.phone, "")
        )
        self._middle.setCurrentIndex(1)
        self.side.show_nobody()
        self._place_side()
        self.list.select(conversation.phone)
        self._fetch_thread(conversation.phone)

    def _show_heading(self, conversation: Conversation) -> None:
        self._name.setText(who(conversation))
        self._number.setText(visible(written_phone(conversation.phone)) if conversation.names else "")
        self._number.setVisible(bool(conversation.names))

    def _fetch_thread(self, phone: str) -> None:
        services = self.services
        self.list.model.mark_read(phone)
        self.tasks.read(self, "thread", lambda: _read(services, phone), self._show_thread)

    def _show_thread(self, opened: _Opened) -> None:
        if self._open is None or opened.correspondent.phone != self._open.phone:
            return
        if not self._items:
            self._has_older = len(opened.newest) == THREAD_PAGE
        self._items = with_newest(opened.newest, self._items)
        self._show_items()
        self.side.show_correspondent(opened.correspondent, can_be_added=self._open.can_answer)

    def _show_items(self) -> None:
        self.bubbles.show_rows(thread_rows(self._items), has_older=self._has_older)

    def _fetch_older(self) -> None:
        if self._open is None or not self._items:
            return
        inbox, phone, first = self.services.inbox, self._open.phone, self._items[0]
        self.tasks.read(
            self,
            "older",
            lambda: inbox.thread(phone, limit=THREAD_PAGE, before=first),
            lambda older: self._show_older(phone, older),
        )

    def _show_older(self, phone: str, older: tuple[ThreadItem, ...]) -> None:
        if self._open is None or self._open.phone != phone:
            return
        self._has_older = len(older) == THREAD_PAGE
        self._items = with_older(older, self._items)
        self._show_items()

    # answering

    def _keep_draft(self) -> None:
        if self._open is not None:
            self._drafts[self._open.phone] = self.reply.draft

    def _send(self, text: str) -> None:
        if self._open is None:
            return
        notify, phone = self.services.notify, self._open.phone
        self.reply.set_busy(True)
        self._problem.say("", Tone.FAILED)
        self.tasks.change(
            self,
            lambda: notify.reply(phone, text),
            lambda _id: self._sent(phone),
            lambda sentence: self._refused(phone, sentence),
        )

    def _sent(self, phone: str) -> None:
        self.reply.set_busy(False)
        self._drafts.pop(phone, None)
        if self._open is not None and self._open.phone == phone:
            self.reply.text.clear()
            self.bubbles.follow()
            self.refresh()

    def _refused(self, phone: str, sentence: Sentence) -> None:
        self.reply.set_busy(False)
        if self._open is not None and self._open.phone == phone:
            self._problem.say(translated(sentence), Tone.FAILED)
        else:
            self.notices.error(sentence)

    # the side pane

    def _toggle_side(self) -> None:
        self._side_wanted = not self.side.isVisible()
        self._place_side()

    def _place_side(self) -> None:
        roomy = self.width() >= _SIDE_FROM
        wanted = roomy if self._side_wanted is None else self._side_wanted
        self.side.setVisible(self._open is not None and wanted)
        self.list.setVisible(roomy or self.side.isHidden())
        self.list.setFixedWidth(tokens.PANE_WIDTH if roomy else _NARROW_LIST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_side()


def _read(services: Services, phone: str) -> _Opened:
    """On the database thread: what is seen is read."""
    services.inbox.mark_read(phone)
    return _Opened(services.inbox.thread(phone, limit=THREAD_PAGE), find(services.people, phone))


def _conversation(services: Services, phone: str) -> Conversation:
    """On the database thread: the conversation with a phone, also when nothing was said yet."""
    for found in services.inbox.conversations(search=phone, limit=PAGE):
        if found.phone == phone:
            return found
    names = services.people.names_for(phone)
    return Conversation(
        phone, names, "", datetime.now().astimezone(), 0, SenderKind.PHONE, last_outgoing=True
    )
