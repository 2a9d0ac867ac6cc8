"""What the inbox reads, on the database thread: a page of the list, an open conversation, numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from smsdesk.domain.answer_views import About
from smsdesk.domain.clock import Clock
from smsdesk.domain.inbox_views import AnswerTimes, FoundMessage, InboxCounts, MessageQuery
from smsdesk.domain.incoming import SenderKind
from smsdesk.domain.views import Conversation, Direction, ThreadItem
from smsdesk.services.bundle import Services
from smsdesk.ui.models.conversations import Marks
from smsdesk.ui.pages.inbox_proposals import Proposal, asking_phones, proposals_of
from smsdesk.ui.pages.inbox_side import Correspondent, find

THREAD_PAGE = 30
"""Bubbles fetched at a time: some screens of them; each is a widget, so not thousands."""


TIMES_OF_DAYS = 30
"""Over how many days answers are timed: as many as show a habit, and no more than one remembers."""


@dataclass(frozen=True)
class Listed:
    """A page of the list, with what its rows say beside the conversation."""

    conversations: tuple[Conversation, ...]
    marks: Mapping[str, Marks]


@dataclass(frozen=True)
class Numbers:
    """What the filters say: how many wait, who can be asked for, and how soon people were answered."""

    counts: InboxCounts
    operators: tuple[str, ...]
    times: AnswerTimes


@dataclass(frozen=True)
class Opened:
    """What is fetched when a conversation is opened or has changed; `at_end`: nothing newer is left out."""

    conversation: Conversation
    items: tuple[ThreadItem, ...]
    abouts: Mapping[int, About]
    correspondent: Correspondent
    operators: tuple[str, ...]
    proposals: tuple[Proposal, ...] = ()
    at_end: bool = True


def listed(services: Services, conversations: tuple[Conversation, ...]) -> Listed:
    """A page of the list with its marks."""
    phones = [each.phone for each in conversations]
    titles = {phone: about.title for phone, about in services.answers.about_phones(phones).items()}
    asking = asking_phones(services)
    marks = {phone: Marks(titles.get(phone, ""), asking.get(phone, "")) for phone in phones}
    return Listed(conversations, marks)


def numbers(services: Services) -> Numbers:
    """The counts beside the filters."""
    inbox = services.inbox
    return Numbers(inbox.counts(), inbox.assignees(), inbox.answer_times(TIMES_OF_DAYS))


def conversation_with(services: Services, phone: str, clock: Clock) -> Conversation:
    """The conversation with a phone, also when nothing was said yet."""
    known = services.inbox.conversation(phone)
    if known is not None:
        return known
    names = services.people.names_for(phone)
    return Conversation(phone, names, "", clock(), 0, SenderKind.PHONE, last_outgoing=True)


def opened(services: Services, phone: str, clock: Clock, sought: ThreadItem | None = None) -> Opened:
    """Open a conversation at its end, or around what was sought; what is seen is read."""
    inbox = services.inbox
    inbox.mark_read(phone)
    items = inbox.thread_around(phone, sought, THREAD_PAGE) if sought else inbox.thread(phone, THREAD_PAGE)
    newest = inbox.thread(phone, limit=1)
    return Opened(
        conversation_with(services, phone, clock),
        items,
        abouts(services, items),
        find(services.people, phone),
        inbox.assignees(),
        proposals_of(services, phone),
        at_end=not newest or newest[-1] in items,
    )


def abouts(services: Services, items: tuple[ThreadItem, ...]) -> Mapping[int, About]:
    """What the received ones among these answer."""
    received = [item.id for item in items if item.direction is Direction.IN]
    return services.answers.about_many(received)


def newest_found(services: Services, text: str, phone: str) -> ThreadItem | None:
    """The newest message of a conversation that has the words one searches."""
    found = services.inbox.search(MessageQuery(text, phone=phone), limit=1)
    return as_item(found[0]) if found else None


def as_item(message: FoundMessage) -> ThreadItem:
    """A found message as a place in its conversation."""
    return ThreadItem(message.direction, message.id, message.text, message.at)
