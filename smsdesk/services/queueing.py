"""A plan put into the queue: all of it in one transaction, with what it follows and what it was made of."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from smsdesk.domain.clock import Clock, stamp
from smsdesk.domain.compositions import DraftContent
from smsdesk.domain.errors import InputError
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.plan import NotifyPlan, PlannedMessage
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.text import normalise, segment
from smsdesk.domain.views import BroadcastKind, CancelResult
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.notify_options import DEFAULT_OPTIONS, SendOptions, wrong_question, wrong_time
from smsdesk.services.sending_hours import allowed_from
from smsdesk.storage import (
    broadcasts,
    budget,
    consents,
    decisions,
    drafts,
    escalations,
    inbox_marks,
    questions,
)
from smsdesk.storage.broadcasts import packed
from smsdesk.storage.database import Connection, Database
from smsdesk.storage.objections import stop_objected
from smsdesk.storage.outbox import NewBroadcast, NewMessage, insert_broadcast, insert_messages

log = logging.getLogger(__name__)

TITLE_LENGTH = 60
"""Characters that a list shows in one line."""


@dataclass(frozen=True)
class CalledBack:
    """What calling a broadcast back did; `draft_id` is what it was composed of, None when some had left."""

    result: CancelResult
    draft_id: int | None


class Queueing:
    """Writes broadcasts into the queue of one profile."""

    def __init__(
        self,
        database: Database,
        events: Events,
        clock: Clock,
        wake: Callable[[], None],
        person: str = "",
    ) -> None:
        """`person` is who sends, as the system names them; "" is not written down."""
        self._database = database
        self._events = events
        self._clock = clock
        self._wake = wake
        self._person = person

    def problem(self, plan: NotifyPlan, options: SendOptions = DEFAULT_OPTIONS) -> Sentence | None:
        """Why this plan cannot be sent so, None when it can."""
        now = self._clock()
        return plan.problem or wrong_time(options, now) or wrong_question(options, now)

    def check(self, plan: NotifyPlan, options: SendOptions = DEFAULT_OPTIONS) -> None:
        """Raise the InputError that sending this plan would raise."""
        problem = self.problem(plan, options)
        if problem is not None:
            raise InputError(problem)

    def queue_plan(
        self,
        plan: NotifyPlan,
        body: str,
        options: SendOptions = DEFAULT_OPTIONS,
        kind: BroadcastKind = BroadcastKind.BROADCAST,
        composed: DraftContent | None = None,
    ) -> int:
        """Put a plan into the queue, whoever made it, and give the broadcast's id.

        `body` is the text before merging. All is written in one transaction, those who objected since
        the plan was made are not written to, the engine wakes. `composed` is what a person put together: it
        is kept to be composed again, and its draft ends here. Raises InputError, and changes nothing, for a
        plan with a problem and for moments that cannot be.
        """
        self.check(plan, options)
        with self._database.write() as connection:
            broadcast_id = self._write(connection, plan, self._head(plan, body, options, kind))
            for share in options.split.shares if options.split is not None else ():
                budget.spread(connection, broadcast_id, share.phones, share.sim, share.at)
            if kind is BroadcastKind.REPLY:
                for message in plan.messages:
                    inbox_marks.answered(connection, message.e164, self._clock())
            if options.question is not None:
                questions.keep(connection, broadcast_id, options.question)
            if self._person:
                broadcasts.keep_author(connection, broadcast_id, self._person)
            if composed is not None:
                drafts.keep_composition(connection, broadcast_id, composed)
                self._keep_rule(connection, broadcast_id, composed)
                if composed.id is not None and not drafts.delete(connection, composed.id):
                    raise InputError(say("This draft is no longer there: it was sent or deleted."))
        log.info("broadcast %s queued: %s messages, %s parts", broadcast_id, plan.phones, plan.parts)
        self._tell(broadcast_id, composed.id if composed else None)
        return broadcast_id

    @staticmethod
    def _keep_rule(connection: Connection, broadcast_id: int, composed: DraftContent) -> None:
        minutes = composed.request.second_guardian_after
        if minutes is not None:
            escalations.keep_rule(connection, broadcast_id, minutes)

    def append_plan(self, broadcast_id: int, plan: NotifyPlan) -> None:
        """Add the messages of a plan to a broadcast that is there already, as if they had been in it."""
        self.check(plan)
        with self._database.write() as connection:
            known = broadcasts.summary(connection, broadcast_id)
            if known is None:
                raise InputError(_none(broadcast_id))
            insert_messages(
                connection, broadcast_id, list(map(new_message, plan.messages)), known.priority, self._clock()
            )
            self._respect_objections(connection, broadcast_id, plan, known.purpose)
        log.info("broadcast %s: %s messages added", broadcast_id, plan.phones)
        self._tell(broadcast_id, None)

    def _head(self, plan: NotifyPlan, body: str, options: SendOptions, kind: BroadcastKind) -> NewBroadcast:
        return NewBroadcast(
            title=title_of(options.title or plan.messages[0].text),
            body=normalise(body).strip(),
            purpose=options.purpose,
            priority=options.priority,
            kind=kind.value,
            created_at=self._clock(),
            not_before=self._not_before(options),
            expires_at=options.expires_at,
            about=options.about,
            relation=options.relation,
        )

    def _not_before(self, options: SendOptions) -> datetime | None:
        """The moment asked for, or the next one at which such a send may go."""
        connection, now = self._database.read(), self._clock()
        return allowed_from(connection, options.not_before, now, options.purpose, options.priority)

    def _write(self, connection: Connection, plan: NotifyPlan, head: NewBroadcast) -> int:
        left_out = [(person.contact_id, person.name, packed(person.reason)) for person in plan.left_out]
        broadcast_id = insert_broadcast(connection, head, list(map(new_message, plan.messages)), left_out)
        self._respect_objections(connection, broadcast_id, plan, head.purpose)
        return broadcast_id

    def _respect_objections(
        self, connection: Connection, broadcast_id: int, plan: NotifyPlan, purpose: Purpose
    ) -> None:
        """Note those that an alert goes over; stop what objects to anything else."""
        overridden = self._overridden(connection, plan, purpose)
        consents.add_overrides(connection, broadcast_id, overridden, stamp(self._clock()))
        # Somebody may have objected, in another window, since the plan was made.
        stop_objected(connection, [message.e164 for message in plan.messages])
        if overridden:
            log.warning("broadcast %s: %s objections overridden for safety", broadcast_id, len(overridden))

    def _overridden(
        self, connection: Connection, plan: NotifyPlan, purpose: Purpose
    ) -> Sequence[tuple[str, Purpose]]:
        if purpose is not Purpose.ALERT:
            return ()
        return consents.objections(connection, [message.e164 for message in plan.messages])

    def call_back(self, broadcast_id: int) -> CalledBack:
        """Stop a broadcast that was just confirmed; when nothing of it had left, it is a draft again.

        InputError when there is none of this id.
        """
        with self._database.write() as connection:
            if not broadcasts.exists(connection, broadcast_id):
                raise InputError(_none(broadcast_id))
            result = decisions.cancel_counted(connection, broadcast_id, self._clock())
            whole = result.cancelled and not result.kept
            composed = drafts.composition(connection, broadcast_id) if whole else None
            draft_id = drafts.save(connection, composed, self._clock()) if composed else None
        log.info("broadcast %s called back", broadcast_id)
        self._tell(broadcast_id, draft_id)
        return CalledBack(result, draft_id)

    def _tell(self, broadcast_id: int, draft_id: int | None) -> None:
        self._wake()
        self._events.publish(Changed(Topic.BROADCASTS, broadcast_id), Changed(Topic.QUEUE))
        if draft_id is not None:
            self._events.publish(Changed(Topic.DRAFTS, draft_id))


def _none(broadcast_id: int) -> Sentence:
    return say("There is no broadcast {id}. Look it up in the list of broadcasts.", id=broadcast_id)


def new_message(message: PlannedMessage) -> NewMessage:
    """A planned message as it is written into the queue."""
    encoding, parts = segment(message.text)
    people = tuple(zip(message.contact_ids, message.people, strict=True))
    return NewMessage(message.e164, message.text, encoding, parts, people)


def title_of(text: str) -> str:
    """The title of what has no other: its text, cut to one line of a list."""
    line = " ".join(normalise(text).split())
    return line if len(line) <= TITLE_LENGTH else line[: TITLE_LENGTH - 1].rstrip() + "…"
