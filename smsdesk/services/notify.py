"""Notifying people: the plan of a notice, and the notice put into the queue."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.clock import Clock
from smsdesk.domain.outgoing import Priority, Purpose
from smsdesk.domain.plan import NotifyPlan
from smsdesk.services.events import Events
from smsdesk.services.people import People
from smsdesk.storage.database import Database


@dataclass(frozen=True)
class SendOptions:
    """How and when a notice goes out; moments are aware. `title` "" takes the first words of the text."""

    purpose: Purpose = Purpose.INFORMATION
    priority: Priority = Priority.NORMAL
    not_before: datetime | None = None
    expires_at: datetime | None = None
    title: str = ""


class Notify:
    """Sends texts with merge fields, once to each phone."""

    def __init__(
        self, database: Database, people: People, events: Events, clock: Clock, wake: Callable[[], None]
    ) -> None: ...

    def plan(
        self,
        audience: AudienceRequest,
        text: str,
        fields: Mapping[str, str] = {},
        purpose: Purpose = Purpose.INFORMATION,
    ) -> NotifyPlan:
        """What `send` would do, without doing it; never refuses: `problem` tells what `send` would refuse."""
        raise NotImplementedError

    def send(
        self,
        audience: AudienceRequest,
        text: str,
        *,
        fields: Mapping[str, str] = {},
        options: SendOptions = SendOptions(),
    ) -> int:
        """Put the notice into the queue and give the broadcast's id.

        Raises InputError, and changes nothing, for: an empty text, nobody to send to, an unknown field, a
        field without a value, a text over the limit of parts, a moment in the past.
        """
        raise NotImplementedError

    def plan_numbers(self, numbers: Sequence[str], text: str) -> NotifyPlan:
        """What `send_numbers` would do. Raises InputError for a number that is none, naming it."""
        raise NotImplementedError

    def send_numbers(self, numbers: Sequence[str], text: str, options: SendOptions = SendOptions()) -> int:
        """Send to bare numbers, once each however they are written; refuses like `send`."""
        raise NotImplementedError

    def reply(self, e164: str, text: str) -> int:
        """Answer one phone, before other notices in the queue; refuses like `send`."""
        raise NotImplementedError
