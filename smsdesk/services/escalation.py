"""Telling the second guardian where the first has not got the message in time, once for each pupil."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from smsdesk.domain.audience import Audience, Recipient
from smsdesk.domain.clock import Clock
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.outgoing import PartState
from smsdesk.domain.people import Contact
from smsdesk.domain.plan import NotifyPlan, PlannedMessage
from smsdesk.domain.second_guardian import TOO_LATE, FirstMessage, Rule, due_pupils, next_phone
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.views import BroadcastSummary
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.notify import Notify, SendOptions
from smsdesk.services.people import People
from smsdesk.services.retelling import Retelling, Retold
from smsdesk.storage import broadcasts, escalations, people
from smsdesk.storage.database import Connection, Database

log = logging.getLogger(__name__)

NO_REPORTS = say(
    "None of the last SMS was confirmed as delivered: this modem or its operator seems to give no delivery "
    "reports. The second guardians would then be told each time."
)


_Outcome = tuple[int, str, Sentence | None]
"""A pupil (contact id), the phone that is told ("" none), and why nobody is."""


@dataclass(frozen=True)
class _Case:
    """A broadcast with a rule, how others are told of it, what became of its messages, and who is due now."""

    first: BroadcastSummary
    retold: Retold
    messages: Sequence[FirstMessage]
    due: Sequence[Contact]
    settled: bool
    """Nothing of it is still waiting or too young to be called late."""


class Escalation:
    """Looks after the rules of one profile; however many processes look, each pupil is told about once."""

    def __init__(
        self,
        database: Database,
        notify: Notify,
        people: People,
        events: Events,
        clock: Clock,
        wake: Callable[[], None],
    ) -> None:
        self._database = database
        self._notify = notify
        self._people = people
        self._events = events
        self._clock = clock
        self._wake = wake
        self._retelling = Retelling(notify, clock)

    def of(self, broadcast_id: int) -> Rule | None:
        """The rule of a broadcast and whom it told; None when it has none."""
        return escalations.rule_of(self._database.read(), broadcast_id)

    def doubt(self) -> Sentence | None:
        """Why the rule would not work well here: nothing is ever confirmed as delivered."""
        return NO_REPORTS if escalations.never_confirmed(self._database.read(), self._clock()) else None

    def tell_due(self) -> int:
        """Queue what is due for second guardians; answers to how many phones."""
        connection = self._database.read()
        told = 0
        for broadcast_id, minutes in escalations.open_rules(connection):
            if not escalations.may_be_due(connection, broadcast_id, minutes, self._clock()):
                continue
            case = self._case(connection, broadcast_id, minutes)
            if case is None or case.due or case.settled:
                told += self._look_after(broadcast_id, minutes)
        return told

    def _case(self, connection: Connection, broadcast_id: int, minutes: int) -> _Case | None:
        """How the broadcast stands; None when its rule is over."""
        first = broadcasts.summary(connection, broadcast_id)
        retold = None if first is None else self._retelling.of(connection, first)
        if first is None or retold is None or self._is_over(connection, first):
            return None
        now = self._clock()
        messages = escalations.first_messages(connection, broadcast_id)
        done = escalations.looked_after(connection, broadcast_id)
        numbers = sorted({number for message in messages for number in message.people})
        known = {person.id: person for person in people.load_contacts(connection, numbers)}
        due = [pupil for pupil in due_pupils(messages, known, minutes, now) if pupil.id not in done]
        settled = all(
            message.state is PartState.DELIVERED or message.overdue(minutes, now) for message in messages
        )
        return _Case(first, retold, messages, due, settled)

    def _is_over(self, connection: Connection, first: BroadcastSummary) -> bool:
        """Whether a person stopped it, or its last useful moment has passed."""
        follow_up = escalations.follow_up_of(connection, first.id)
        late = first.expires_at is not None and first.expires_at <= self._clock()
        return first.cancelled or late or (follow_up is not None and follow_up[1])

    def _look_after(self, broadcast_id: int, minutes: int) -> int:
        """All of it in one transaction: a pupil is noted if, and only if, his message is in the queue."""
        with self._database.write() as connection:
            if not escalations.is_open(connection, broadcast_id):
                return 0
            case = self._case(connection, broadcast_id, minutes)
            told = self._tell(connection, case) if case is not None else 0
            if case is None or case.settled:
                escalations.end(connection, broadcast_id)
        log.info("broadcast %s: %s second guardians are told", broadcast_id, told)
        self._wake()
        self._events.publish(Changed(Topic.BROADCASTS), Changed(Topic.QUEUE))
        return told

    def _tell(self, connection: Connection, case: _Case) -> int:
        phones, without = self._next_phones(case)
        plans = self._plans(case, phones)
        sendable = [plan for plan in plans if plan.problem is None]
        failed = [
            (number, "", plan.problem)
            for plan in plans
            for number in _pupils(plan)
            if plan.problem is not None
        ]
        written: list[_Outcome] = []
        for plan in sendable:
            self._queue(connection, case.first, plan)
            written += [(number, each.e164, None) for each in plan.messages for number in _ids(each)]
        escalations.note(connection, case.first.id, self._clock(), [*written, *failed, *without])
        return sum(plan.phones for plan in sendable)

    def _next_phones(self, case: _Case) -> tuple[dict[str, list[Contact]], list[_Outcome]]:
        """The phones to tell, with the pupils it is about; and the pupils without one, with why."""
        wishes = self._people.wishes(case.retold.request, case.first.purpose)
        written = {message.e164 for message in case.messages}
        phones: dict[str, list[Contact]] = {}
        without: list[_Outcome] = []
        for pupil in case.due:
            if pupil.id in case.retold.past:
                without.append((pupil.id, "", TOO_LATE))
                continue
            phone = next_phone(pupil, written, lambda e164: wishes.closed(e164) is None, wishes.excluded)
            if isinstance(phone, str):
                phones.setdefault(phone, []).append(pupil)
            else:
                without.append((pupil.id, "", phone))
        return phones, without

    def _plans(self, case: _Case, phones: dict[str, list[Contact]]) -> list[NotifyPlan]:
        """One plan for all; where a value is missing for somebody, one for each phone, so that others go."""
        if not phones:
            return []
        recipients = tuple(Recipient(e164, tuple(pupils)) for e164, pupils in phones.items())
        whole = case.retold.plan(Audience(recipients, ()))
        if whole.problem is None:
            return [whole]
        return [case.retold.plan(Audience((recipient,), ())) for recipient in recipients]

    def _queue(self, connection: Connection, first: BroadcastSummary, plan: NotifyPlan) -> None:
        """Put it into the one broadcast to second guardians that a broadcast has."""
        follow_up = escalations.follow_up_of(connection, first.id)
        if follow_up is not None:
            self._notify.append_plan(follow_up[0], plan)
            return
        options = SendOptions(
            purpose=first.purpose,
            priority=first.priority,
            expires_at=first.expires_at,
            title=first.title,
            about=first.id,
            relation=Relation.SECOND_GUARDIAN,
        )
        self._notify.queue_plan(plan, first.body, options)


def _ids(message: PlannedMessage) -> list[int]:
    return [number for number in message.contact_ids if number is not None]


def _pupils(plan: NotifyPlan) -> list[int]:
    return [number for message in plan.messages for number in _ids(message)]
