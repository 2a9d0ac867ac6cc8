"""Réception: what came in, conversation by conversation, and the answer to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from smsdesk.domain.inbox_views import FoundMessage, InboxFilter, MessageQuery
from smsdesk.domain.people import Contact
from smsdesk.domain.views import Conversation
from smsdesk.services.events import Changed, Topic
from smsdesk.ui.bridge import topics
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.models.conversations import PAGE, times_words
from smsdesk.ui.models.found import FOUND_PAGE
from smsdesk.ui.pages.inbox_acts import ConversationActs
from smsdesk.ui.pages.inbox_give import PhoneOwnerChooser
from smsdesk.ui.pages.inbox_head import KEYS, Act
from smsdesk.ui.pages.inbox_list import ConversationList
from smsdesk.ui.pages.inbox_narrow import Narrowing
from smsdesk.ui.pages.inbox_reading import Listed, Numbers, Opened, conversation_with, listed, numbers
from smsdesk.ui.pages.inbox_side import CorrespondentPane
from smsdesk.ui.pages.inbox_talk import TalkPane
from smsdesk.ui.pages.inbox_teaching import InboxTeaching
from smsdesk.ui.pages.page import Page, PageContext
from smsdesk.ui.pages.people_doing import Doing
from smsdesk.ui.places import Place, Route
from smsdesk.ui.widgets.layout import row
from smsdesk.ui.widgets.surfaces import EmptyState
from smsdesk.ui.widgets.text import Label

_NARROW_LIST = tokens.SIDE_WIDTH + tokens.SPACE_M
_SIDE_FROM = tokens.PANE_WIDTH * 3
"""Under this width of the page, the side pane is shown on demand only, in place of the list."""

_PEOPLE_OFFERED = 100
"""To give a phone to."""

_BROADCASTS_OFFERED = 50
"""To narrow a search to; older ones are found by their days."""


class InboxPage(Page):
    """Two panes like a mail program, and on the right whose phone it is."""

    topics = frozenset({Topic.INBOX, Topic.PEOPLE, Topic.BROADCASTS})

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "")
        self.set_title(self.tr("Inbox"))
        self._side_wanted: bool | None = None
        self._listed: object = None
        self.times = Label("", muted=True)
        self.times.setObjectName("inbox_times")
        self.add_action(self.times)
        self.list = ConversationList()
        self.talk = TalkPane(context)
        self.bubbles, self.reply = self.talk.bubbles, self.talk.reply
        self.side = CorrespondentPane()
        self.acts = ConversationActs(context, self)
        self._doing = Doing(context.services, context.tasks, context.notices, self)
        self._middle = QStackedWidget()
        self._none = self._nothing_chosen()
        self._middle.addWidget(self._none)
        self._middle.addWidget(self.talk)
        self.teaching = InboxTeaching()
        self.teaching.navigate.connect(self.navigate)
        self._middle.addWidget(self.teaching)
        panes = row(self.list, space=tokens.SPACE_M)
        panes.addWidget(self._middle, 1)
        panes.addWidget(self.side)
        self.body.addLayout(panes)
        self.side.hide()
        self.first = self.list.view
        self.list.narrow.begin(self.clock().astimezone().date())
        self._connect()
        self._listen()

    def _nothing_chosen(self) -> EmptyState:
        return EmptyState(
            Icon.INBOX,
            self.tr("Choose a conversation"),
            self.tr("Opening it marks its messages as read; you can answer below them."),
        )

    def _connect(self) -> None:
        self.list.wanted.connect(self._ask_anew)
        self.list.model.more_wanted.connect(self._fetch_more)
        self.list.opened.connect(self._show_conversation)
        self.list.view.activated.connect(lambda _index: self.reply.text.setFocus())
        self.list.found.opened.connect(self._show_message)
        self.list.found.model.more_wanted.connect(self._fetch_more_found)
        self.list.narrow_button.toggled.connect(lambda shown: self._offer_narrowing() if shown else None)
        self.talk.renewed.connect(self._show_opened)
        self.talk.sent.connect(self._fetch_anew)
        self.talk.head.wanted.connect(self._act)
        self.talk.head.assigned.connect(self._assign)
        self.talk.head.side_wanted.connect(self._toggle_side)
        self.bubbles.broadcast_wanted.connect(lambda id_: self.navigate.emit(Place(Route.BROADCAST, id_)))
        self.side.navigate.connect(self.navigate)
        self.side.give.connect(self._choose_owner)

    def _listen(self) -> None:
        """The keys of the page."""
        for act, keys in KEYS.items():
            self._on_key(keys, partial(self._act, act))
        self._on_key("Ctrl+F", self.list.search.setFocus)
        self._on_key("Ctrl+M", self.talk.offer_templates)
        self._on_key("Ctrl+R", self.reply.text.setFocus)
        self._on_key("Alt+Down", partial(self.list.step, 1))
        self._on_key("Alt+Up", partial(self.list.step, -1))

    def _on_key(self, keys: str, act: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(lambda: act() if self.isVisible() else None)

    # what is shown

    def open(self, what: object) -> None:
        """Show the conversation with a phone (E.164)."""
        if isinstance(what, str) and what:
            services, clock = self.services, self.clock
            self.tasks.read(
                self, "goto", lambda: conversation_with(services, what, clock), self._show_conversation
            )

    def shown(self) -> object:
        return self.talk.shown.phone if self.talk.shown is not None else None

    def on_changed(self, events: frozenset[Changed]) -> None:
        """A broadcast changes the list; the open conversation only where it holds messages of it."""
        if self.isVisible() and topics(events) & self.topics == {Topic.BROADCASTS}:
            self._fetch_anew()
            self.talk.follow_states({event.id for event in events if event.topic is Topic.BROADCASTS})
        else:
            super().on_changed(events)

    def take_focus(self) -> None:
        """In an empty inbox the keyboard starts at the search: the list is not there."""
        self.first = self.list.view if self.list.view.isVisible() else self.list.search
        super().take_focus()

    def refresh(self) -> None:
        """Fetch the newest conversations and, when one is open, its newest messages."""
        self._fetch_anew()
        self.talk.refresh()

    def _ask_anew(self) -> None:
        """Another key or filter: what was looked for before is not wanted any more."""
        self.services.inbox.stop_search()
        self._fetch_list()

    def _fetch_list(self) -> None:
        filters = self.list.filters
        asked = self.list.text, filters.show_only, filters.assigned_to
        self.tasks.read(self, "list", self._wanted(None), partial(self._show_list, asked))
        if self.list.searching:
            self._fetch_found()

    def _fetch_anew(self) -> None:
        """The list and the numbers beside it: something came, left or was decided."""
        services = self.services
        self._fetch_list()
        self.tasks.read(self, "numbers", lambda: numbers(services), self._show_numbers)

    def _wanted(self, after: Conversation | None) -> Callable[[], Listed]:
        """What reads the page of the list behind a conversation, as it is filtered now."""
        services, search, filters = self.services, self.list.text, self.list.filters
        show, assigned = filters.show_only, filters.assigned_to
        return lambda: listed(
            services,
            services.inbox.conversations(search, PAGE, after, show=show, assigned_to=assigned),
        )

    def _show_list(self, asked: object, found: Listed) -> None:
        """What was asked for before stays where it is, and something else takes its place."""
        kept = self.talk.shown.phone if self.talk.shown is not None else None
        anew, self._listed = asked != self._listed, asked
        self.list.model.mark(found.marks)
        self.list.show_first_page(found.conversations, anew=anew, kept=kept)
        if kept is not None:
            self.list.select(kept)
        else:
            self._middle.setCurrentWidget(self._none if self.list.model.rows else self._without_any())

    def _without_any(self) -> QWidget:
        """Beside an empty list: what comes here, where the list is not empty by what one looks for."""
        filters = self.list.filters
        all_of_them = filters.show_only is InboxFilter.OPEN and not filters.assigned_to
        return self.teaching if all_of_them and not self.list.searching else self._none

    def _fetch_more(self) -> None:
        self.tasks.read(self, "more", self._wanted(self.list.model.rows[-1]), self._show_more)

    def _show_more(self, found: Listed) -> None:
        self.list.model.mark(found.marks)
        self.list.model.append(found.conversations)

    def _show_numbers(self, read: Numbers) -> None:
        self.list.filters.show_counts(read.counts)
        self.times.setText(times_words(read.times))
        self.list.filters.offer(self.services.preferences.person, read.operators)

    # searching

    def _fetch_found(self) -> None:
        inbox = self.services.inbox
        query = self.list.narrow.query(self.list.text, self.clock().astimezone().date())
        self.tasks.read(
            self,
            "found",
            lambda: inbox.search(query, FOUND_PAGE),
            partial(self.list.found.show_found, query),
        )
        self.tasks.read(self, "count", lambda: inbox.count(query), self.list.show_count)
        self._prepare(query)

    def _prepare(self, query: MessageQuery) -> None:
        """Have ready what the next key is looked for in: little by little, for a key goes between."""
        inbox = self.services.inbox
        self.tasks.read(
            self, "prepare", lambda: inbox.prepare(query), lambda more: self._prepare(query) if more else None
        )

    def _fetch_more_found(self) -> None:
        inbox, last = self.services.inbox, self.list.found.model.rows[-1]
        query = self.list.narrow.query(self.list.text, self.clock().astimezone().date())
        self.tasks.read(
            self, "more_found", lambda: inbox.search(query, FOUND_PAGE, last), self.list.found.model.append
        )

    def _offer_narrowing(self) -> None:
        services, shown, whom = self.services, self.talk.shown, self.talk.correspondent
        people = (*whom.owners, *whom.pupils) if whom is not None else ()
        self.tasks.read(
            self,
            "narrowing",
            lambda: Narrowing(
                services.people.groups(),
                services.broadcasts.list(limit=_BROADCASTS_OFFERED),
                shown,
                people,
            ),
            self.list.narrow.offer,
        )

    # the open conversation

    def _show_conversation(self, conversation: Conversation) -> None:
        if self.talk.shown is not None and self.talk.shown.phone == conversation.phone:
            return
        self.list.model.mark_read(conversation.phone)
        self.talk.show_conversation(conversation, self.list.text)
        self._begin(conversation)

    def _show_message(self, message: FoundMessage) -> None:
        services, clock = self.services, self.clock

        def show(conversation: Conversation) -> None:
            self.talk.show_message(message, conversation)
            self._begin(conversation)

        self.tasks.read(self, "goto", lambda: conversation_with(services, message.phone, clock), show)

    def _begin(self, conversation: Conversation) -> None:
        self._middle.setCurrentIndex(1)
        self.side.show_nobody()
        self._place_side()
        self.list.select(conversation.phone)

    def _show_opened(self, read: Opened) -> None:
        self.list.model.update_row(read.conversation)
        self.side.show_correspondent(read.correspondent, can_be_added=read.conversation.can_answer)

    def _act(self, act: Act) -> None:
        shown = self.talk.shown
        if shown is not None:
            if act is Act.UNREAD:  # what is in sight is read
                self._leave_conversation()
            self.acts.do(act, shown)

    def _leave_conversation(self) -> None:
        self.talk.leave()
        self._middle.setCurrentIndex(0)
        self._place_side()
        self.list.view.selectionModel().clearSelection()

    def _assign(self, name: str) -> None:
        if self.talk.shown is not None:
            self.acts.assign(self.talk.shown, name)

    def _choose_owner(self, phone: str) -> None:
        """Two clicks: the button, and the person found."""
        people = self.services.people
        chooser = PhoneOwnerChooser(
            self, self.tasks, lambda text: people.contacts(search=text, limit=_PEOPLE_OFFERED), phone
        )
        chooser.chosen.connect(lambda person: self._give(person, phone))
        chooser.open()

    def _give(self, person: Contact, phone: str) -> None:
        self._doing.change(lambda: self.services.people.give_phone(person.id, phone))

    # the side pane

    def _toggle_side(self) -> None:
        self._side_wanted = not self.side.isVisible()
        self._place_side()

    def _place_side(self) -> None:
        roomy = theme.usual(self.width()) >= _SIDE_FROM
        wanted = roomy if self._side_wanted is None else self._side_wanted
        self.side.setVisible(self.talk.shown is not None and wanted)
        self.list.setVisible(roomy or self.side.isHidden())
        self.list.setFixedWidth(theme.wide(tokens.PANE_WIDTH if roomy else _NARROW_LIST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_side()
