"""What the page of one broadcast shows beside its messages: what follows what, and its pace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.views import MessageView


@dataclass(frozen=True)
class Linked:
    """A broadcast that follows this one, or that this one follows."""

    id: int
    title: str
    relation: Relation
    created_at: datetime


@dataclass(frozen=True)
class Chain:
    """What a broadcast follows (with its own relation to that one), and what followed it."""

    about: Linked | None = None
    followed: tuple[Linked, ...] = ()


@dataclass(frozen=True)
class Pace:
    """How fast a broadcast leaves: SMS a minute and seconds left, None while nothing shows it.

    `finished_at` is when its last SMS was handed over, once none is waiting.
    """

    a_minute: float | None = None
    seconds_left: int | None = None
    finished_at: datetime | None = None


@dataclass(frozen=True)
class Renewed:
    """The messages that changed, and a mark for every message: equal marks, equal messages."""

    marks: Mapping[int, str] = field(hash=False)
    changed: tuple[MessageView, ...] = ()


class StateFilter(StrEnum):
    """What of the list of broadcasts is shown, by what became of their messages."""

    ALL = "all"
    RUNNING = "running"
    UNCERTAIN = "uncertain"
    FAILED = "failed"


class KindFilter(StrEnum):
    """What of the list is shown, by what a broadcast is."""

    ALL = "all"
    INFORMATION = "information"
    ALERT = "alert"
    PROMOTION = "promotion"
    FOLLOW_UP = "follow_up"
    TEST = "test"


@dataclass(frozen=True)
class BroadcastFilter:
    """Which broadcasts: by state, kind, and made at or after `since`; `replies` keeps answers to one phone.

    Answers stand in the inbox; one that waits for a decision is listed all the same.
    """

    state: StateFilter = StateFilter.ALL
    kind: KindFilter = KindFilter.ALL
    since: datetime | None = None
    replies: bool = True


EVERY_BROADCAST = BroadcastFilter()
