"""What lists and pages show, as frozen values: broadcasts, messages, conversations, queue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from smsdesk.domain.audience import LeftOut
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.incoming import SenderKind
from smsdesk.domain.outgoing import Encoding, PartState, Priority, Purpose
from smsdesk.domain.sentences import Sentence


class BroadcastKind(StrEnum):
    """How a broadcast came to be: for groups and people, for bare numbers, or as an answer."""

    BROADCAST = "broadcast"
    DIRECT = "direct"
    REPLY = "reply"


@dataclass(frozen=True)
class PartView:
    """One part (segment) of a message; `ref` is the reference that the network gave (TP-MR, 0-255)."""

    seq: int
    state: PartState
    ref: int | None = None
    submitted_at: datetime | None = None
    accepted_at: datetime | None = None
    delivered_at: datetime | None = None


@dataclass(frozen=True)
class MessageView:
    """One SMS to one phone; `people` names for whom, `state` is the least certain of its parts."""

    id: int
    broadcast_id: int
    e164: str
    people: tuple[str, ...]
    text: str
    encoding: Encoding
    state: PartState
    error: Sentence | None
    parts: tuple[PartView, ...]


@dataclass(frozen=True)
class BroadcastSummary:
    """A broadcast as a list shows it; `counts` holds messages by state, without the states of none."""

    id: int
    title: str
    body: str
    """The text as written, its fields not filled in."""
    created_at: datetime
    purpose: Purpose
    priority: Priority
    kind: BroadcastKind
    not_before: datetime | None
    expires_at: datetime | None
    paused: bool
    cancelled: bool
    messages: int
    parts: int
    counts: Mapping[PartState, int] = field(hash=False)
    first_text: str = ""
    """The text as the first recipient gets it, its fields filled in; "" when nobody does."""
    about: int | None = None
    """The earlier broadcast (its id) that this one follows."""
    relation: Relation | None = None
    author: str = ""
    """Who sent it, as the system names them; "" where that was not written."""
    about_title: str = ""


@dataclass(frozen=True)
class BroadcastDetail:
    """A broadcast with those it leaves out; its messages come page by page from `Broadcasts.messages`."""

    summary: BroadcastSummary
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True)
class ReceivedView:
    """One received message. `text` is exactly what came (None for data): show it through `visible`.

    `raw` is the PDU in hex, one line for each part. `contacts` names who has this phone.
    """

    id: int
    sender: str
    sender_kind: SenderKind
    contacts: tuple[str, ...]
    text: str | None
    raw: str
    complete: bool
    sent_at: datetime | None
    received_at: datetime
    read: bool
    kind: str
    """"sms", "flash", "data" or "undecodable"."""


@dataclass(frozen=True)
class Conversation:
    """All that was said with one phone, as the inbox lists it. `last_outgoing`: the desk spoke last."""

    phone: str
    names: tuple[str, ...]
    last_text: str
    last_at: datetime
    unread: int
    sender_kind: SenderKind
    last_outgoing: bool
    starred: bool = False
    archived: bool = False
    done: bool = True
    """Nobody has to do anything about it: answered, finished by a person, or nothing ever came."""
    assigned_to: str = ""
    waiting_since: datetime | None = None
    """When the first message came that nobody answered; None when nobody waits."""
    late: bool = False
    """Waiting for longer than the desk's target."""

    @property
    def can_answer(self) -> bool:
        """An answer reaches only a phone; an alphanumeric sender has no number, a short code no ear."""
        return self.sender_kind is SenderKind.PHONE

    @property
    def set_apart(self) -> bool:
        """Whether it is with a company or a carrier, and stands apart from people's conversations."""
        return self.sender_kind in (SenderKind.ALPHANUMERIC, SenderKind.SHORT_CODE)


class Direction(StrEnum):
    """Which way a message went."""

    IN = "in"
    OUT = "out"


@dataclass(frozen=True)
class ThreadItem:
    """One bubble of a conversation; `id` is that of the message (OUT) or of the received one (IN).

    `text` is None for data that is no text. `state`, `error` and `broadcast` (its title) belong to OUT;
    `complete` and `raw` (hex, where there is no text) to IN.
    """

    direction: Direction
    id: int
    text: str | None
    at: datetime
    state: PartState | None = None
    error: Sentence | None = None
    broadcast: str | None = None
    broadcast_id: int | None = None
    complete: bool = True
    read: bool = True
    raw: str = ""


@dataclass(frozen=True)
class Template:
    """A text kept for use again. `category` groups the list; `id` is None until it is saved.

    `audience` names the groups that it is usually for.
    """

    id: int | None
    name: str
    category: str
    body: str
    purpose: Purpose = Purpose.INFORMATION
    audience: tuple[str, ...] = ()


@dataclass(frozen=True)
class TemplateVersion:
    """How a template was until `saved_at`; `id` names the version."""

    id: int
    template: Template
    saved_at: datetime


@dataclass(frozen=True)
class QueueSummary:
    """The queue in numbers of messages; `seconds_left` is None while nothing leaves, or no pace is known.

    `reason` says why nothing is being sent, when something holds the whole queue.
    """

    waiting: int
    in_flight: int
    uncertain: int
    seconds_left: int | None
    paused: bool
    reason: Sentence | None
    planned: int = 0
    """Sends planned for the next seven days."""
    next_at: datetime | None = None
    """When the next of them is."""
    missed: int = 0
    """Planned sends whose hour passed, and that a person decides about."""
    due_parts: int = 0
    """SMS that could leave now, those that wait for their hour or are held not counted."""


@dataclass(frozen=True)
class CancelResult:
    """What became of a cancelled broadcast's messages: `cancelled` now, `kept` were already on their way."""

    cancelled: int
    kept: int
