"""The open conversation: what was said, what it is about, and the answer to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from smsdesk.domain.answer_views import About, Candidate
from smsdesk.domain.inbox_views import FoundMessage
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.views import Conversation, Direction, ThreadItem
from smsdesk.services.bundle import Services
from smsdesk.ui.design import tokens
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.i18n import translate as translated
from smsdesk.ui.models.thread import key, thread_rows, with_newest, with_older
from smsdesk.ui.pages.inbox_about import AboutChooser
from smsdesk.ui.pages.inbox_head import ThreadHead
from smsdesk.ui.pages.inbox_proposals import ProposalBar
from smsdesk.ui.pages.inbox_reading import THREAD_PAGE, Opened, abouts, as_item, newest_found, opened
from smsdesk.ui.pages.inbox_reply import ReplyBox
from smsdesk.ui.pages.inbox_side import Correspondent
from smsdesk.ui.pages.inbox_templates import Offered, TemplateChooser, filled, offered
from smsdesk.ui.pages.inbox_thread import ThreadView
from smsdesk.ui.pages.page import PageContext
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.widgets.surfaces import Banner

_Older = tuple[tuple[ThreadItem, ...], Mapping[int, About]]
_Opening = Callable[[], tuple[Opened, ThreadItem | None]]
"""Reads a conversation, and which of its messages is to be in sight."""


class TalkPane(QFrame):
    """Shows one conversation at a time; `renewed` carries an Opened each time it was read again, `sent` says
    that an answer went into the queue."""

    renewed = Signal(object)
    sent = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._services: Services = context.services
        self._tasks = context.tasks
        self._notices = context.notices
        self._clock = context.clock
        self._me = context.services.preferences.person
        self.shown: Conversation | None = None
        self._opening: _Opening | None = None
        """What reads the conversation that is being opened, until it is there."""
        self.correspondent: Correspondent | None = None
        self._items: tuple[ThreadItem, ...] = ()
        self._abouts: dict[int, About] = {}
        self._has_older = False
        self._at_end = True
        self._drafts: dict[str, str] = {}
        self.head = ThreadHead()
        self.bubbles = ThreadView()
        self.bubbles.setObjectName("inbox_thread")
        self.bubbles.setAccessibleName(self.tr("Conversation"))
        self.bubbles.older_wanted.connect(self._fetch_older)
        self.bubbles.newest_wanted.connect(self._go_to_end)
        self.bubbles.about_wanted.connect(self._ask_about)
        self.problem = Banner("", Tone.FAILED)
        self.reply = ReplyBox()
        self.reply.sent.connect(self._send)
        self.reply.template_wanted.connect(self.offer_templates)
        self.body = column(self.head, space=tokens.SPACE_S, margin=tokens.SPACE_M)
        self.proposals = ProposalBar(context)
        self.body.addWidget(self.proposals)
        self.body.addWidget(self.bubbles, 1)
        self.body.addWidget(self.problem)
        self.body.addWidget(self.reply)
        self.setLayout(self.body)

    # what is shown

    def show_conversation(self, conversation: Conversation, sought: str = "") -> None:
        """Open a conversation at its end, or where the words that were `sought` stand last."""
        if not self._begin(conversation):
            return
        services, phone, clock = self._services, conversation.phone, self._clock

        def work() -> tuple[Opened, ThreadItem | None]:
            found = newest_found(services, sought, phone) if sought.strip() else None
            return opened(services, phone, clock, found), found

        self._read_opened(work)

    def show_message(self, message: FoundMessage, conversation: Conversation) -> None:
        """Open a conversation around one of its messages."""
        self._begin(conversation)
        services, clock, sought = self._services, self._clock, as_item(message)
        self._read_opened(lambda: (opened(services, message.phone, clock, sought), sought))

    def _read_opened(self, work: _Opening) -> None:
        self._opening = work
        self._tasks.read(self, "thread", work, lambda read: self._show_opened(read[0], read[1], anew=True))

    def _begin(self, conversation: Conversation) -> bool:
        """Put another conversation in the place of the one that is open; False when it is this one."""
        if self.shown is not None and self.shown.phone == conversation.phone:
            return False
        self._keep_draft()
        self._items, self._abouts, self._has_older, self._at_end = (), {}, False, True
        self.correspondent = None
        self.bubbles.show_rows((), has_older=False, anew=True)
        self.problem.say("", Tone.FAILED)
        self.proposals.show_proposals(())
        self.show_standing(conversation)
        self.reply.show_for(
            conversation.phone, conversation.sender_kind, self._drafts.get(conversation.phone, "")
        )
        return True

    def leave(self) -> None:
        """Show no conversation any more; what was being written waits in it."""
        self._keep_draft()
        self.shown = self._opening = None

    def show_standing(self, conversation: Conversation, operators: tuple[str, ...] = ()) -> None:
        """Say above the messages with whom this is and how it stands."""
        self.shown = conversation
        self.head.show_conversation(conversation, operators, self._me, self._clock())

    def refresh(self) -> None:
        """Read the open conversation again; where it is still being opened, at the same place."""
        if self._opening is not None:
            self._read_opened(self._opening)
        elif self.shown is not None:
            services, phone, clock = self._services, self.shown.phone, self._clock
            self._tasks.read(self, "thread", lambda: opened(services, phone, clock), self._show_opened)

    def follow_states(self, broadcast_ids: set[int | None]) -> None:
        """Broadcasts changed: read again if this conversation holds messages of one."""
        sent = {item.broadcast_id for item in self._items if item.direction is Direction.OUT}
        if None in broadcast_ids or sent & broadcast_ids:
            self.refresh()

    def _show_opened(self, read: Opened, sought: ThreadItem | None = None, *, anew: bool = False) -> None:
        if self.shown is None or read.conversation.phone != self.shown.phone:
            return
        self._opening = None
        for item in read.items:
            self._abouts.pop(item.id, None)  # what answers nothing any more is not among those read
        self._abouts |= read.abouts
        if anew or not self._items:
            self._items, self._at_end = read.items, read.at_end
            self._has_older = len(read.items) >= THREAD_PAGE or sought is not None
        elif self._at_end:
            self._items = with_newest(read.items, self._items)
        else:
            known = {key(item): item for item in read.items}
            self._items = tuple(known.get(key(item), item) for item in self._items)
        self.correspondent = read.correspondent
        self.show_standing(read.conversation, read.operators)
        self.proposals.show_proposals(read.proposals)
        self._show_items()
        if sought is not None:
            self.bubbles.point_out(key(sought))
        self.renewed.emit(read)

    def _show_items(self) -> None:
        rows = thread_rows(self._items, self._abouts)
        self.bubbles.show_rows(rows, has_older=self._has_older, has_newer=not self._at_end)

    def _go_to_end(self) -> None:
        self._items, self._at_end = (), True
        self.bubbles.show_rows((), has_older=False, anew=True)
        self.refresh()

    def _fetch_older(self) -> None:
        if self.shown is None or not self._items:
            return
        services, phone, first = self._services, self.shown.phone, self._items[0]

        def work() -> _Older:
            older = services.inbox.thread(phone, limit=THREAD_PAGE, before=first)
            return older, abouts(services, older)

        self._tasks.read(self, "older", work, partial(self._show_older, phone))

    def _show_older(self, phone: str, read: _Older) -> None:
        if self.shown is None or self.shown.phone != phone:
            return
        older, about = read
        self._abouts |= about
        self._has_older = len(older) == THREAD_PAGE
        self._items = with_older(older, self._items)
        self._show_items()

    # what it is about

    def _ask_about(self, item: ThreadItem) -> None:
        if self.shown is None:
            return
        answers, phone = self._services.answers, self.shown.phone
        about = self._abouts.get(item.id)

        def choose(candidates: tuple[Candidate, ...]) -> None:
            chooser = AboutChooser(self, candidates, about.broadcast_id if about is not None else None)
            chooser.chosen.connect(lambda broadcast_id: self._set_about(item, broadcast_id))
            chooser.open()

        self._tasks.read(self, "candidates", lambda: answers.candidates(phone), choose)

    def _set_about(self, item: ThreadItem, broadcast_id: int | None) -> None:
        answers, before = self._services.answers, self._abouts.get(item.id)
        back = partial(answers.set_about, item.id, before.broadcast_id if before is not None else None)
        words = self.tr("The message answers another broadcast now.")
        if broadcast_id is None:
            words = self.tr("The message answers no broadcast now.")
        work = partial(answers.set_about, item.id, broadcast_id)
        self._tasks.change(
            self,
            work,
            lambda _done: self._notices.done(
                words, lambda: self._tasks.change(self, back), lambda: self._tasks.change(self, work)
            ),
        )

    # answering

    def _keep_draft(self) -> None:
        if self.shown is not None:
            self._drafts[self.shown.phone] = self.reply.draft

    def offer_templates(self) -> None:
        """Ask for a template and write it into the answer."""
        services = self._services
        if self.shown is not None and self.shown.can_answer:
            self._tasks.read(self, "templates", lambda: offered(services), self._choose_template)

    def _choose_template(self, offer: Offered) -> None:
        made = [(each, filled(each, offer, self.correspondent)) for each in offer.templates]
        chooser = TemplateChooser(self, made)
        chooser.chosen.connect(self.reply.take_template)
        chooser.open()

    def _send(self, text: str) -> None:
        if self.shown is None:
            return
        notify, phone = self._services.notify, self.shown.phone
        self.reply.set_busy(True)
        self.problem.say("", Tone.FAILED)
        self._tasks.change(
            self,
            lambda: notify.reply(phone, text),
            lambda _id: self._sent(phone),
            partial(self._refused, phone),
        )

    def _sent(self, phone: str) -> None:
        self.reply.set_busy(False)
        self._drafts.pop(phone, None)
        if self.shown is not None and self.shown.phone == phone:
            self.reply.text.clear()
            self.bubbles.follow()
            if self._at_end:
                self.refresh()
            else:
                self._go_to_end()
        self.sent.emit()

    def _refused(self, phone: str, sentence: Sentence) -> None:
        self.reply.set_busy(False)
        if self.shown is not None and self.shown.phone == phone:
            self.problem.say(translated(sentence), Tone.FAILED)
        else:
            self._notices.error(sentence)
