"""What the inbox shows beside conversations: filters, found messages, answer times, months."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from smsdesk.domain.views import Direction


class InboxFilter(StrEnum):
    """Which conversations a list shows."""

    OPEN = "open"
    """Neither archived nor set apart."""
    TODO = "todo"
    """Somebody waits for an answer, or a person took it up again."""
    UNREAD = "unread"
    STARRED = "starred"
    ARCHIVED = "archived"
    SET_APART = "apart"
    """Senders without a number: companies, carriers, short codes."""
    EVERYTHING = "all"


@dataclass(frozen=True)
class InboxCounts:
    """Numbers beside the filters, of conversations; `unread` of messages, those set apart included."""

    unread: int
    todo: int
    late: int
    unread_apart: int


@dataclass(frozen=True)
class MessageQuery:
    """Which messages of the archive, both directions; what is not said leaves nobody out.

    `text` is as typed: finished words stand as they are, the last one may be only begun. `since` and `until`
    are days, both included. Of a broadcast: its messages, and what was answered to it.
    """

    text: str = ""
    phone: str | None = None
    contact_id: int | None = None
    group_id: int | None = None
    broadcast_id: int | None = None
    direction: Direction | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class FoundMessage:
    """One message that was found; `id` as in ThreadItem, `place` is its number in the archive.

    `names` says whose phone it is, `text` is exactly what was said: show it through `visible`.
    """

    place: int
    direction: Direction
    id: int
    phone: str
    text: str | None
    at: datetime
    broadcast_id: int | None = None
    broadcast: str | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class AnswerTimes:
    """How long people waited for an answer: of those `answered` in the last days, and those who wait now.

    `late` of the answered ones took longer than the target, `late_now` wait longer; both 0 without a target.
    """

    answered: int
    median: timedelta | None
    late: int
    waiting: int
    late_now: int


@dataclass(frozen=True)
class DayCounts:
    """A day in numbers: messages received, messages written, and SMS (parts) that the network had.

    `failed` and `delivered` are counted on the day on which the SMS was sent.
    """

    day: date
    received: int = 0
    written: int = 0
    sent: int = 0
    delivered: int = 0
    failed: int = 0


@dataclass(frozen=True)
class MonthCounts:
    """A month: its days in order (those without anything are missing), and their sums."""

    days: tuple[DayCounts, ...]

    @property
    def received(self) -> int:
        """Messages that came."""
        return sum(day.received for day in self.days)

    @property
    def written(self) -> int:
        """Messages that were put into the queue."""
        return sum(day.written for day in self.days)

    @property
    def sent(self) -> int:
        """SMS that the network took."""
        return sum(day.sent for day in self.days)

    @property
    def delivered(self) -> int:
        """SMS that were reported as delivered."""
        return sum(day.delivered for day in self.days)

    @property
    def failed(self) -> int:
        """SMS that were sent and did not arrive."""
        return sum(day.failed for day in self.days)
