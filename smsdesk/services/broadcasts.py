"""What was sent: broadcasts with their counts, messages with their states, decisions, stop and pause."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence

from smsdesk.domain.audience import AudienceRequest, Outcome
from smsdesk.domain.broadcast_views import EVERY_BROADCAST, BroadcastFilter
from smsdesk.domain.clock import Clock
from smsdesk.domain.compositions import DraftContent, follow_up
from smsdesk.domain.errors import InputError
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.outgoing import Priority
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.untrusted import visible_line
from smsdesk.domain.views import BroadcastDetail, BroadcastSummary, CancelResult, MessageView
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.storage import broadcasts as sent
from smsdesk.storage import decisions, drafts, objections, stranded
from smsdesk.storage.database import Connection, Database

log = logging.getLogger(__name__)


class Broadcasts:
    """Broadcasts and their messages; lists continue with the last id seen as `before_id`."""

    def __init__(self, database: Database, events: Events, clock: Clock, wake: Callable[[], None]) -> None:
        self._database = database
        self._events = events
        self._clock = clock
        self._wake = wake

    def list(
        self,
        limit: int | None = 50,
        before_id: int | None = None,
        search: str = "",
        only: BroadcastFilter = EVERY_BROADCAST,
    ) -> tuple[BroadcastSummary, ...]:
        """The newest broadcasts whose title or text holds `search`, without case or accents."""
        return sent.summaries(self._database.read(), limit, before_id, search, only)

    def sizes(self, ids: Sequence[int]) -> Mapping[int, int]:
        """How many messages each of these broadcasts has; none for an id that is not there."""
        return sent.sizes(self._database.read(), ids)

    def get(self, broadcast_id: int) -> BroadcastDetail:
        """One broadcast; InputError when there is none of this id."""
        connection = self._database.read()
        return BroadcastDetail(_known(connection, broadcast_id), sent.left_out(connection, broadcast_id))

    def composition(self, broadcast_id: int) -> DraftContent:
        """What to compose the same send of again: its groups and fields, else its phones and its text.

        InputError when there is none of this id.
        """
        connection = self._database.read()
        known = _known(connection, broadcast_id)
        return drafts.composition(connection, broadcast_id) or DraftContent(
            request=AudienceRequest(of_broadcast=broadcast_id, outcome=Outcome.ALL),
            text=known.body,
            purpose=known.purpose,
            urgent=known.priority <= Priority.URGENT,
            title=known.title,
        )

    def follow_up(self, broadcast_id: int, relation: Relation) -> DraftContent:
        """What to compose to follow this broadcast so; InputError when there is none of this id."""
        return follow_up(self.composition(broadcast_id), broadcast_id, relation)

    def messages(
        self, broadcast_id: int | None = None, limit: int | None = None, before_id: int | None = None
    ) -> tuple[MessageView, ...]:
        """The newest messages, of one broadcast or of all; InputError when there is no such broadcast."""
        connection = self._database.read()
        if broadcast_id is not None and not sent.exists(connection, broadcast_id):
            raise _none(broadcast_id)
        return sent.messages(connection, broadcast_id, limit, before_id)

    def message(self, message_id: int) -> MessageView:
        """One message; InputError when there is none of this id."""
        found = sent.message(self._database.read(), message_id)
        if found is None:
            raise InputError(
                say("There is no message {id}. Look it up in the list of messages.", id=message_id)
            )
        return found

    def decide(self, message_id: int, *, resend: bool, by: str) -> MessageView:
        """Record a person's decision on an uncertain message: send again, or consider it as sent.

        A message whose rest waits for a SIM that is gone is sent anew as another message, which is answered
        then, or left at what went. InputError when there is nothing to decide (any more), when it is too late
        to send it again, or when its phone objected meanwhile.
        """
        message = self.message(message_id)
        with self._database.write() as connection:
            if resend and objections.objected(connection, message_id):
                raise InputError(
                    say(
                        "{who} objected to such messages since, so message {id} is not sent again. "
                        "Consider it as sent.",
                        who=visible_line(", ".join(message.people) or message.e164),
                        id=message_id,
                    )
                )
            shown = self._decided(connection, message_id, resend, by)
        log.info(
            "message %s: a person decided to %s", message_id, "send it again" if resend else "count it sent"
        )
        self._changed(message.broadcast_id)
        return self.message(shown)

    def decide_all(
        self, message_ids: Sequence[int], *, resend: bool, by: str
    ) -> tuple[int, tuple[Sentence, ...]]:
        """Record the same decision on each; how many there are, and why the others stay as they were."""
        refused = []
        for message_id in message_ids:
            try:
                self.decide(message_id, resend=resend, by=by)
            except InputError as error:
                refused.append(error.sentence)
        return len(message_ids) - len(refused), tuple(refused)

    def _decided(self, connection: Connection, message_id: int, resend: bool, by: str) -> int:
        if stranded.is_stranded(connection, message_id):
            return stranded.decide(connection, message_id, resend=resend, by=by, at=self._clock())
        decisions.decide(connection, message_id, resend=resend, by=by, at=self._clock())
        return message_id

    def cancel(self, broadcast_id: int) -> CancelResult:
        """Stop before the next part: what is still queued is not sent."""
        with self._database.write() as connection:
            _known(connection, broadcast_id)
            result = decisions.cancel_counted(connection, broadcast_id, self._clock())
        log.info("broadcast %s cancelled", broadcast_id)
        self._changed(broadcast_id)
        return result

    def pause(self, broadcast_id: int) -> None:
        """Hold what is still queued of this broadcast."""
        self._hold(broadcast_id, paused=True)

    def resume(self, broadcast_id: int) -> None:
        """Go on with a broadcast that was held."""
        self._hold(broadcast_id, paused=False)

    def _hold(self, broadcast_id: int, *, paused: bool) -> None:
        with self._database.write() as connection:
            if not sent.exists(connection, broadcast_id):
                raise _none(broadcast_id)
            decisions.set_paused(connection, broadcast_id, paused)
        self._changed(broadcast_id)

    def _changed(self, broadcast_id: int) -> None:
        self._wake()
        self._events.publish(Changed(Topic.BROADCASTS, broadcast_id), Changed(Topic.QUEUE))


def _known(connection: Connection, broadcast_id: int) -> BroadcastSummary:
    found = sent.summary(connection, broadcast_id)
    if found is None:
        raise _none(broadcast_id)
    return found


def _none(broadcast_id: int) -> InputError:
    return InputError(
        say("There is no broadcast {id}. Look it up in the list of broadcasts.", id=broadcast_id)
    )
