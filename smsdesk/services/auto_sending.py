"""The one way out for automatic answers: guarded against loops, written down, sent as a reply."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from datetime import timedelta
from types import MappingProxyType

from smsdesk.domain.auto_replies import AutoReply, ReplyKind
from smsdesk.domain.clock import Clock
from smsdesk.domain.incoming import Arrived
from smsdesk.domain.loop_guard import Withheld, answerable_phone, withheld
from smsdesk.domain.outgoing import Priority, Purpose
from smsdesk.domain.phones import normalise_phone
from smsdesk.domain.plan import plan_same
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.templates import MergeText, folded
from smsdesk.domain.text import normalise
from smsdesk.domain.views import BroadcastKind
from smsdesk.services.events import Changed, Topic
from smsdesk.services.notify import INSTITUTION_NAME, INSTITUTION_PHONE, UNNAMED_INSTITUTION
from smsdesk.services.queueing import new_message, title_of
from smsdesk.services.wording import part_limits
from smsdesk.storage import budget, inbox, replies, settings
from smsdesk.storage.database import Connection
from smsdesk.storage.outbox import NewBroadcast, insert_broadcast, insert_messages

log = logging.getLogger(__name__)

USEFUL_FOR = timedelta(hours=24)
"""An answer that a paused queue or a missing modem held for longer only puzzles whoever gets it."""

_NO_VALUES: Mapping[str, str] = MappingProxyType({})


class AutoSending:
    """Answers messages of one profile; every answer, sent or withheld, is written down beside its message."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def answer(
        self,
        connection: Connection,
        arrived: Arrived,
        kind: ReplyKind,
        text: str,
        values: Mapping[str, str] = _NO_VALUES,
        *,
        into: int | None = None,
    ) -> Sequence[Changed]:
        """Queue an answer in the caller's transaction, or note why there is none; tells what changed.

        `text` is filled with `values` and {institution}; it goes once for each message and kind. It is a
        broadcast of its own, or one more message of the broadcast `into`.
        """
        reason = self._reason(connection, arrived)
        phone = answerable_phone(arrived)
        broadcast_id = None
        if reason is None and not isinstance(phone, Withheld):
            said = self._filled(connection, text, values)
            broadcast_id = self._queue(connection, phone, said, into)
            reason = Withheld.UNSENDABLE if broadcast_id is None else None
        e164 = arrived.sender if isinstance(phone, Withheld) else phone
        replies.note(connection, AutoReply(arrived.id, e164, kind, self._clock(), broadcast_id, reason))
        if broadcast_id is None:
            log.info("received message %s: no automatic answer (%s): %s", arrived.id, kind, reason)
            return ()
        log.info("received message %s: automatic answer (%s): broadcast %s", arrived.id, kind, broadcast_id)
        return Changed(Topic.BROADCASTS, broadcast_id), Changed(Topic.QUEUE)

    def _reason(self, connection: Connection, arrived: Arrived) -> Withheld | None:
        phone = answerable_phone(arrived)
        if isinstance(phone, Withheld):
            return phone
        chosen = replies.load_auto(connection)
        own = {*chosen.own_numbers, *_own_numbers(connection)}
        past = replies.past_of(connection, phone, own, self._clock())
        return withheld(arrived, past, chosen.limits)

    def _filled(self, connection: Connection, text: str, values: Mapping[str, str]) -> str:
        institution = settings.get(connection, INSTITUTION_NAME) or UNNAMED_INSTITUTION
        return MergeText(normalise(text)).merge(folded({"institution": institution, **values})).strip()

    def _queue(self, connection: Connection, e164: str, text: str, into: int | None) -> int | None:
        """The answer in the queue, before the notices that wait; None when it cannot be sent."""
        known = inbox.holders(connection, (e164,))
        plan = plan_same(text, [(e164, known.get(e164, ()))], (), part_limits(connection))
        if plan.problem is not None:
            return None
        now, messages = self._clock(), list(map(new_message, plan.messages))
        if into is not None:
            insert_messages(connection, into, messages, Priority.URGENT, now)
            return into
        head = NewBroadcast(
            title=title_of(text),
            body=text,
            purpose=Purpose.INFORMATION,
            priority=Priority.URGENT,
            kind=BroadcastKind.REPLY.value,
            created_at=now,
            expires_at=now + USEFUL_FOR,
        )
        return insert_broadcast(connection, head, messages, ())


def _own_numbers(connection: Connection) -> set[str]:
    """The numbers of our SIMs and of the institution, as far as they are known."""
    written = [plan.number for plan in budget.plans(connection)]
    written.append(settings.get(connection, INSTITUTION_PHONE) or "")
    found = (normalise_phone(number) for number in written if number)
    return {each.e164 for each in found if not isinstance(each, Sentence)}
