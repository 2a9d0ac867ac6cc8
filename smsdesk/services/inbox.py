"""Received messages: the list, conversations with one phone, read and unread."""

from __future__ import annotations

from smsdesk.domain.clock import Clock
from smsdesk.domain.views import Conversation, ReceivedView, ThreadItem
from smsdesk.services.events import Events
from smsdesk.storage.database import Database


class Inbox:
    """What came in. Texts are as they came: show them through `domain.untrusted.visible`."""

    def __init__(self, database: Database, events: Events, clock: Clock) -> None: ...

    def list(
        self, *, unread: bool = False, limit: int = 50, before_id: int | None = None, search: str = ""
    ) -> tuple[ReceivedView, ...]:
        """Received messages, newest first; `search` in text, number and names, without case or accents."""
        raise NotImplementedError

    def conversations(
        self, search: str = "", limit: int = 200, before: Conversation | None = None
    ) -> tuple[Conversation, ...]:
        """One entry for each phone that wrote or was written to, the last spoken first, after `before`."""
        raise NotImplementedError

    def thread(
        self, phone: str, limit: int = 100, before: ThreadItem | None = None
    ) -> tuple[ThreadItem, ...]:
        """The newest `limit` messages with one phone older than `before`, in the order they were said."""
        raise NotImplementedError

    def mark_read(self, phone: str) -> int:
        """Everything visible from this phone is read; answers how many were not."""
        raise NotImplementedError

    def unread_count(self) -> int:
        """How many received messages nobody has read."""
        raise NotImplementedError
