"""Questions to families: until when they are answered, and the reminder to those who said nothing."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from smsdesk.domain.clock import Clock
from smsdesk.domain.errors import InputError
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.questions import Question, check_question
from smsdesk.domain.reminders import Due, plan_reminder
from smsdesk.domain.sentences import say
from smsdesk.domain.views import BroadcastSummary
from smsdesk.services.events import QUEUE_CHANGED, Changed, Events, Topic
from smsdesk.services.notify import Notify, SendOptions
from smsdesk.services.wording import part_limits
from smsdesk.storage import answers, broadcasts, questions, reminders, unhandled
from smsdesk.storage.database import Connection, Database

log = logging.getLogger(__name__)


class Polls:
    """Looks after the questions of one profile; however many processes look, a phone is reminded once."""

    def __init__(
        self, database: Database, notify: Notify, events: Events, clock: Clock, wake: Callable[[], None]
    ) -> None:
        self._database = database
        self._notify = notify
        self._events = events
        self._clock = clock
        self._wake = wake

    def question(self, broadcast_id: int) -> Question | None:
        """What a broadcast asks, or the one that it follows for the same notice; None when nothing."""
        connection = self._database.read()
        root = answers.root_of(connection, broadcast_id)
        return questions.of(connection, [root]).get(root)

    def asking(self, broadcast_ids: Sequence[int]) -> dict[int, Question]:
        """The questions of those of these broadcasts that ask something themselves."""
        return questions.of(self._database.read(), broadcast_ids)

    def close(self, broadcast_id: int) -> None:
        """Take no more answers from now on. InputError when it asks nothing."""
        self._set_end(broadcast_id, self._clock())

    def keep_open(self, broadcast_id: int, until: datetime | None) -> None:
        """Take answers until this moment (aware), None without an end; late ones of before then count too.

        InputError when it asks nothing, or when the moment is past or over a year away.
        """
        self.check_end(broadcast_id, until)
        self._set_end(broadcast_id, until)

    def check_end(self, broadcast_id: int, until: datetime | None) -> None:
        """InputError when it asks nothing, or cannot be answered until this moment (None: to close it, or no
        end)."""
        asked = self._asked(broadcast_id)
        if until is not None:
            check_question(replace(asked, closes_at=until, remind_after=None), self._clock())

    def _asked(self, broadcast_id: int) -> Question:
        question = self.question(broadcast_id)
        if question is None:
            raise InputError(
                say("Broadcast {id} asks nothing. Look it up in the list of broadcasts.", id=broadcast_id)
            )
        return question

    def _set_end(self, broadcast_id: int, until: datetime | None) -> None:
        self._asked(broadcast_id)
        with self._database.write() as connection:
            root = answers.root_of(connection, broadcast_id)
            questions.close_at(connection, root, until)
            answers.judge_late(connection, root, until)
        log.info("the question of broadcast %s is open until %s", root, until)
        self._events.publish(Changed(Topic.BROADCASTS, root), Changed(Topic.INBOX))

    def remind_due(self) -> int:
        """Queue the reminders that are due; answers to how many phones."""
        connection = self._database.read()
        return sum(
            self._look_after(broadcast_id)
            for broadcast_id in questions.to_remind(connection)
            if self._has_work(connection, broadcast_id)
        )

    def _has_work(self, connection: Connection, broadcast_id: int) -> bool:
        if unhandled.any_waiting(connection):
            return False
        late = self._late(connection, broadcast_id)
        return (
            late is None
            or bool(reminders.due(connection, broadcast_id, late))
            or not reminders.any_young(connection, broadcast_id, late)
        )

    def _late(self, connection: Connection, broadcast_id: int) -> datetime | None:
        """Whoever has had the question since before then is reminded; None when nobody is any more."""
        first = broadcasts.summary(connection, broadcast_id)
        question = questions.of(connection, [broadcast_id]).get(broadcast_id)
        if first is None or question is None or question.remind_after is None:
            return None
        now = self._clock()
        reminder = questions.reminder_of(connection, broadcast_id)
        stopped = first.cancelled or (reminder is not None and reminder[1])
        expired = first.expires_at is not None and first.expires_at <= now
        if stopped or expired or not question.open_at(now):
            return None
        return now - timedelta(minutes=question.remind_after)

    def _look_after(self, broadcast_id: int) -> int:
        """All of it in one transaction: a phone is noted if, and only if, its reminder is in the queue."""
        with self._database.write() as connection:
            # An answer may have come meanwhile, or another process have been faster.
            if unhandled.any_waiting(connection) or not questions.is_open(connection, broadcast_id):
                return 0
            late = self._late(connection, broadcast_id)
            due = reminders.due(connection, broadcast_id, late) if late is not None else []
            if due and late is not None:
                refusing = reminders.refusing(connection, broadcast_id, late)
                self._remind(connection, broadcast_id, due, refusing)
            if late is None or not reminders.any_young(connection, broadcast_id, late):
                questions.end_reminding(connection, broadcast_id)
        log.info("broadcast %s: %s phones are reminded", broadcast_id, len(due))
        if due:
            self._wake()
            self._events.publish(Changed(Topic.BROADCASTS, broadcast_id), *QUEUE_CHANGED)
        return len(due)

    def _remind(
        self, connection: Connection, broadcast_id: int, due: Sequence[Due], refusing: Sequence[Due]
    ) -> None:
        plan = plan_reminder(due, part_limits(connection), refusing)
        reminder = questions.reminder_of(connection, broadcast_id)
        if reminder is not None:
            reminder_id = reminder[0]
            self._notify.append_plan(reminder_id, plan)
        else:
            first = broadcasts.summary(connection, broadcast_id)
            assert first is not None  # `_late` has just read it, in this transaction
            options = self._options(connection, first)
            reminder_id = self._notify.queue_plan(plan, first.body, options)
        phones = [each.e164 for each in due]
        questions.note_reminded(connection, broadcast_id, reminder_id, phones, self._clock())

    def _options(self, connection: Connection, first: BroadcastSummary) -> SendOptions:
        """Like the first one; what still waits when the question closes is not sent any more."""
        closes_at = questions.of(connection, [first.id])[first.id].closes_at
        ends = [moment for moment in (first.expires_at, closes_at) if moment is not None]
        return SendOptions(
            purpose=first.purpose,
            priority=first.priority,
            expires_at=min(ends, default=None),
            title=first.title,
            about=first.id,
            relation=Relation.NOT_ANSWERED,
        )
