"""What was sent: broadcasts with their counts, messages with their states, decisions, stop and pause."""

from __future__ import annotations

from collections.abc import Callable

from smsdesk.domain.clock import Clock
from smsdesk.domain.views import BroadcastDetail, BroadcastSummary, CancelResult, MessageView
from smsdesk.services.events import Events
from smsdesk.storage.database import Database


class Broadcasts:
    """Broadcasts and their messages, newest first; lists continue with the last id seen as `before_id`."""

    def __init__(
        self, database: Database, events: Events, clock: Clock, wake: Callable[[], None]
    ) -> None: ...

    def list(
        self, limit: int = 50, before_id: int | None = None, search: str = ""
    ) -> tuple[BroadcastSummary, ...]:
        """Broadcasts whose title or text holds `search`, without case or accents."""
        raise NotImplementedError

    def get(self, broadcast_id: int) -> BroadcastDetail:
        """One broadcast; InputError when there is none of this id."""
        raise NotImplementedError

    def messages(
        self, broadcast_id: int | None = None, limit: int | None = None, before_id: int | None = None
    ) -> tuple[MessageView, ...]:
        """Messages of one broadcast (in the order of sending) or of all (newest first)."""
        raise NotImplementedError

    def message(self, message_id: int) -> MessageView:
        """One message; InputError when there is none of this id."""
        raise NotImplementedError

    def decide(self, message_id: int, *, resend: bool, by: str) -> MessageView:
        """Record a person's decision on an uncertain message: send again, or consider it as sent.

        InputError when it is not uncertain (any more).
        """
        raise NotImplementedError

    def cancel(self, broadcast_id: int) -> CancelResult:
        """Stop before the next part: what is still queued is not sent."""
        raise NotImplementedError

    def pause(self, broadcast_id: int) -> None:
        """Hold what is still queued of this broadcast."""
        raise NotImplementedError

    def resume(self, broadcast_id: int) -> None:
        """Go on with a broadcast that was held."""
        raise NotImplementedError
