"""Notifying people: the plan of a notice, and the notice put into the queue."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from smsdesk.domain.audience import AudienceRequest, LeftOut, why_closed
from smsdesk.domain.clock import Clock, stamp
from smsdesk.domain.errors import InputError
from smsdesk.domain.outgoing import Priority, Purpose
from smsdesk.domain.people import Group
from smsdesk.domain.plan import NotifyPlan, PlannedMessage, plan_notice, plan_same
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.text import normalise, segment
from smsdesk.domain.views import BroadcastKind
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.notify_numbers import correspondent, typed_number
from smsdesk.services.notify_options import DEFAULT_OPTIONS, SendOptions, wrong_time
from smsdesk.services.people import People
from smsdesk.storage import consents, inbox, settings
from smsdesk.storage.broadcasts import packed
from smsdesk.storage.database import Connection, Database
from smsdesk.storage.objections import stop_objected
from smsdesk.storage.outbox import NewBroadcast, NewMessage, insert_broadcast

__all__ = ["DEFAULT_OPTIONS", "INSTITUTION_NAME", "INSTITUTION_PHONE", "Notify", "SendOptions"]

log = logging.getLogger(__name__)

INSTITUTION_NAME = "institution.name"
INSTITUTION_PHONE = "institution.phone"
"""Settings whose values are those of {institution} and {téléphone}."""

UNNAMED_INSTITUTION = "Le secrétariat"
"""Who signs until the institution is named: the texts are French, whatever the window speaks."""

TITLE_LENGTH = 60
"""Characters that a list shows in one line."""

_NO_VALUES: Mapping[str, str] = MappingProxyType({})
_NONE_CLOSED: Mapping[str, Sentence] = MappingProxyType({})


class Notify:
    """Sends texts with merge fields, once to each phone."""

    def __init__(
        self, database: Database, people: People, events: Events, clock: Clock, wake: Callable[[], None]
    ) -> None:
        self._database = database
        self._people = people
        self._events = events
        self._clock = clock
        self._wake = wake

    def plan(
        self,
        audience: AudienceRequest,
        text: str,
        fields: Mapping[str, str] = _NO_VALUES,
        purpose: Purpose = Purpose.INFORMATION,
    ) -> NotifyPlan:
        """What `send` would do, without doing it; never refuses: `problem` tells what `send` would refuse."""
        reached = self._people.audience(audience, purpose)
        plan = plan_notice(reached, text, fields, self._chosen(audience), self._institution())
        return self._with_objections(plan, purpose)

    def _with_objections(self, plan: NotifyPlan, purpose: Purpose) -> NotifyPlan:
        """The plan with the phones that it reaches although they refuse SMS: those of a safety alert."""
        refused = self._overridden(self._database.read(), plan, purpose)
        return replace(plan, overridden=tuple(dict.fromkeys(e164 for e164, _ in refused)))

    def _overridden(
        self, connection: Connection, plan: NotifyPlan, purpose: Purpose
    ) -> Sequence[tuple[str, Purpose]]:
        if purpose is not Purpose.ALERT:
            return ()
        return consents.objections(connection, [message.e164 for message in plan.messages])

    def _chosen(self, audience: AudienceRequest) -> Sequence[Group]:
        return [self._people.group(group_id) for group_id in audience.group_ids]

    def _institution(self) -> Mapping[str, str]:
        connection = self._database.read()
        return {
            "institution": settings.get(connection, INSTITUTION_NAME) or UNNAMED_INSTITUTION,
            "téléphone": settings.get(connection, INSTITUTION_PHONE) or "",
        }

    def send(
        self,
        audience: AudienceRequest,
        text: str,
        *,
        fields: Mapping[str, str] = _NO_VALUES,
        options: SendOptions = DEFAULT_OPTIONS,
    ) -> int:
        """Put the notice into the queue and give the broadcast's id.

        Raises InputError, and changes nothing, for: an empty text, nobody to send to, an unknown field, a
        field without a value, a text over the limit of parts, a moment in the past.
        """
        plan = self.plan(audience, text, fields, options.purpose)
        groups = ", ".join(group.name for group in self._chosen(audience))
        return self.queue_plan(plan, text, replace(options, title=options.title or groups))

    def plan_numbers(
        self, numbers: Sequence[str], text: str, purpose: Purpose = Purpose.INFORMATION
    ) -> NotifyPlan:
        """What `send_numbers` would do. Raises InputError for a number that is none, naming it."""
        e164s = tuple(dict.fromkeys(typed_number(number) for number in numbers))
        closed = self._closed(e164s, purpose)
        plan = self._same([e164 for e164 in e164s if e164 not in closed], text, closed)
        return self._with_objections(plan, purpose)

    def _closed(self, e164s: Sequence[str], purpose: Purpose) -> Mapping[str, Sentence]:
        """The phones that this purpose may not reach, each with the reason."""
        if purpose is Purpose.ALERT:
            return {}
        connection = self._database.read()
        refused = consents.refused_phones(connection, purpose)
        closed = refused.intersection(e164s)
        if purpose is Purpose.PROMOTION:
            closed = frozenset(e164s) - consents.agreed_phones(connection, purpose)
        return {e164: why_closed((e164,), refused) for e164 in e164s if e164 in closed}

    def send_numbers(self, numbers: Sequence[str], text: str, options: SendOptions = DEFAULT_OPTIONS) -> int:
        """Send one text, taken literally, to bare numbers, once each however they are written.

        Refuses like `send`.
        """
        plan = self.plan_numbers(numbers, text, options.purpose)
        return self.queue_plan(plan, text, options, BroadcastKind.DIRECT)

    def reply(self, e164: str, text: str) -> int:
        """Answer one phone, before the notices that wait in the queue; refuses like `send`."""
        plan = self._same((correspondent(e164),), text)
        sent = self.queue_plan(plan, text, SendOptions(priority=Priority.URGENT), BroadcastKind.REPLY)
        self._events.publish(Changed(Topic.INBOX))
        return sent

    def _same(
        self, e164s: Sequence[str], text: str, closed: Mapping[str, Sentence] = _NONE_CLOSED
    ) -> NotifyPlan:
        known = inbox.holders(self._database.read(), e164s)
        left_out = [LeftOut(None, e164, reason) for e164, reason in closed.items()]
        return plan_same(text, [(e164, known.get(e164, ())) for e164 in e164s], left_out)

    def check(self, plan: NotifyPlan, options: SendOptions = DEFAULT_OPTIONS) -> None:
        """Raise the InputError that sending this plan would raise."""
        problem = plan.problem or wrong_time(options, self._clock())
        if problem is not None:
            raise InputError(problem)

    def queue_plan(
        self,
        plan: NotifyPlan,
        body: str,
        options: SendOptions = DEFAULT_OPTIONS,
        kind: BroadcastKind = BroadcastKind.BROADCAST,
    ) -> int:
        """Put a plan into the queue, whoever made it, and give the broadcast's id.

        `body` is the text before merging. All is written in one transaction, those who objected since
        the plan was made are not written to, the engine wakes. Raises InputError, and changes nothing,
        for a plan with a problem and for moments that cannot be.
        """
        self.check(plan, options)
        head = NewBroadcast(
            title=_title(options.title or plan.messages[0].text),
            body=normalise(body).strip(),
            purpose=options.purpose,
            priority=options.priority,
            kind=kind.value,
            created_at=self._clock(),
            not_before=options.not_before,
            expires_at=options.expires_at,
            about=options.about,
            relation=options.relation,
        )
        left_out = [(person.contact_id, person.name, packed(person.reason)) for person in plan.left_out]
        with self._database.write() as connection:
            broadcast_id = insert_broadcast(connection, head, list(map(_new, plan.messages)), left_out)
            overridden = self._overridden(connection, plan, options.purpose)
            consents.add_overrides(connection, broadcast_id, overridden, stamp(head.created_at))
            # Somebody may have objected, in another window, since the plan was made.
            stop_objected(connection, [message.e164 for message in plan.messages])
        if overridden:
            log.warning("broadcast %s: %s objections overridden for safety", broadcast_id, len(overridden))
        log.info("broadcast %s queued: %s messages, %s parts", broadcast_id, plan.phones, plan.parts)
        self._wake()
        self._events.publish(Changed(Topic.BROADCASTS, broadcast_id), Changed(Topic.QUEUE))
        return broadcast_id


def _new(message: PlannedMessage) -> NewMessage:
    encoding, parts = segment(message.text)
    people = tuple(zip(message.contact_ids, message.people, strict=True))
    return NewMessage(message.e164, message.text, encoding, parts, people)


def _title(text: str) -> str:
    line = " ".join(normalise(text).split())
    return line if len(line) <= TITLE_LENGTH else line[: TITLE_LENGTH - 1].rstrip() + "…"
