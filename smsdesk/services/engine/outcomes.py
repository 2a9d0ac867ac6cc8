"""The two durable moments of an attempt: SUBMITTING before the PDU goes out, and its outcome after it."""

from __future__ import annotations

import logging
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from smsdesk.domain.clock import Clock
from smsdesk.domain.codes import ErrorClass, classify
from smsdesk.domain.delivery import NextStep, Reason, RetryRules, next_step
from smsdesk.domain.errors import ProfileError
from smsdesk.domain.outgoing import PartState, SubmitOutcome, SubmitResult
from smsdesk.services.engine.reports import catch_up
from smsdesk.services.engine.tally import Tally
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.storage import attempts, queue, settings
from smsdesk.storage.attempts import Attempt, LeftOpen
from smsdesk.storage.database import Connection, Database

log = logging.getLogger(__name__)

LEFT_OPEN_FOR = timedelta(minutes=4)
"""The slowest modems answer within 3 minutes: later, an answer that an earlier run missed never comes."""

UNCOUNTED_FAILURES = 3
"""A modem that was not ready is no fault of the part; a part that meets it this often is tried later."""


_T = TypeVar("_T")


@dataclass(frozen=True)
class _Pending:
    """An outcome that is known and not written yet."""

    outcome: SubmitOutcome
    since: float


@dataclass(frozen=True)
class Settled:
    """What an outcome changed. `step` is None when it told nothing new."""

    message_id: int
    broadcast_id: int
    part_id: int
    step: NextStep | None


class Outcomes:
    """Writes attempts. An acceptance waits for the next prompt so that both share one commit."""

    def __init__(
        self, database: Database, events: Events, clock: Clock, rules: RetryRules, tally: Tally
    ) -> None:
        self._database = database
        self._events = events
        self._clock = clock
        self._rules = rules
        self._tally = tally
        self._lock = threading.Lock()
        self._pending: list[_Pending] = []
        self._untold: list[Settled] = []
        self.uncounted: Counter[int] = Counter()
        """Parts that a modem did not take, without telling why: how often."""

    @property
    def pending(self) -> bool:
        """Whether an outcome is not written yet."""
        return bool(self._pending)

    @property
    def busy(self) -> bool:
        """Whether an outcome is not written, or not told to those who show it."""
        return bool(self._pending or self._untold)

    def waited_s(self) -> float:
        """How long the oldest outcome has been waiting to be written, in seconds; 0 when none does."""
        with self._lock:
            return time.monotonic() - self._pending[0].since if self._pending else 0.0

    def begin(self, part_id: int, sim: str) -> bool:
        """Commit SUBMITTING, and every outcome that waits; False when the part may not go (any more)."""
        _, begun = self._commit(lambda connection: queue.begin(connection, part_id, sim, self._clock()))
        return begun

    def defer(self, outcome: SubmitOutcome) -> None:
        """Keep an acceptance for the commit of the next SUBMITTING; `flush` writes it otherwise."""
        with self._lock:
            self._pending.append(_Pending(outcome, time.monotonic()))

    def flush(self) -> bool:
        """Write what waits; whether there was anything."""
        some, _ = self._commit(lambda _connection: None)
        return some

    def _commit(self, then: Callable[[Connection], _T]) -> tuple[bool, _T]:
        """Write what waits and do `then` in one transaction; whether anything waited, and what it gave."""
        taken: list[_Pending] = []
        committed = False
        try:
            with self._database.write() as connection:
                taken = self._take()
                settled = [each for pending in taken for each in self._write(connection, pending.outcome)]
                given = then(connection)
            committed = True
        finally:
            if not committed:
                self._give_back(taken)
        self._note(settled)
        return bool(taken), given

    def settle(self, outcome: SubmitOutcome) -> NextStep | None:
        """Write an outcome at once; when the disk refuses, it waits for `flush`."""
        try:
            with self._database.write() as connection:
                settled = self._write(connection, outcome)
        except ProfileError:
            self.defer(outcome)
            raise
        self._note(settled)
        return settled[0].step if settled else None

    def _take(self) -> list[_Pending]:
        with self._lock:
            taken, self._pending = self._pending, []
        return taken

    def _give_back(self, taken: list[_Pending]) -> None:
        with self._lock:
            self._pending = [*taken, *self._pending]

    def _note(self, settled: Iterable[Settled]) -> None:
        """Keep what was committed until `tell`: a modem's thread has better things to do than to publish."""
        with self._lock:
            self._untold.extend(settled)

    def tell(self) -> None:
        """Publish what was committed since the last time."""
        with self._lock:
            known, self._untold = self._untold, []
        if not known:
            return
        self._tally.touched(each.message_id for each in known)
        broadcasts = dict.fromkeys(each.broadcast_id for each in known)
        self._events.publish(*(Changed(Topic.BROADCASTS, broadcast_id) for broadcast_id in broadcasts))
        if any(each.step is not None and each.step.pause for each in known):
            self._events.publish(Changed(Topic.QUEUE))

    def _write(self, connection: Connection, outcome: SubmitOutcome) -> list[Settled]:
        """Write one outcome; answers the part it is about, then those that early reports moved with it."""
        part = attempts.load(connection, outcome.part_id)
        if part is None:
            log.warning("an outcome came for part %s, which does not exist", outcome.part_id)
            return []
        step = self._step(connection, part, outcome)
        settled = Settled(part.message_id, part.broadcast_id, part.part_id, step)
        return [settled, *self._catch_up(connection, part, outcome.ref)]

    def _catch_up(self, connection: Connection, part: Attempt, ref: int | None) -> list[Settled]:
        moved = catch_up(connection, part.sim, ref, part.to)
        for each in moved:
            if each.state is not PartState.ACCEPTED:
                self._tally.ended(each.part_id)
        return [Settled(each.message_id, each.broadcast_id, each.part_id, None) for each in moved]

    def _step(self, connection: Connection, part: Attempt, outcome: SubmitOutcome) -> NextStep | None:
        if part.state is PartState.UNKNOWN or (part.uncertain and _is_of_the_past(outcome)):
            return self._resolve(connection, part, outcome)
        if part.state is not PartState.SUBMITTING:
            return self._unbegun(connection, part, outcome)
        step = next_step(outcome, part.attempts, self._rules, self._clock())
        self._move(connection, part, step, outcome)
        return step

    def _move(self, connection: Connection, part: Attempt, step: NextStep, outcome: SubmitOutcome) -> None:
        """Submitting -> whatever came of it."""
        if step.state is PartState.ACCEPTED:
            attempts.accept(connection, part.part_id, outcome.ref, outcome.at)
            self._tally.accepted(part.part_id)
        elif step.state is PartState.UNKNOWN:
            attempts.doubt(connection, part.part_id, step.error or Reason.SILENCE)
        elif step.state is PartState.FAILED:
            attempts.fail(connection, part.part_id, part.message_id, step.error or Reason.NOT_SENT)
        else:
            attempts.requeue(connection, part.part_id, step.error, step.not_before)
        self._pause_if_asked(connection, step)

    def _resolve(self, connection: Connection, part: Attempt, outcome: SubmitOutcome) -> NextStep | None:
        """A late answer about an uncertain part: accepted after all, or refused after all."""
        if outcome.result is SubmitResult.ACCEPTED:
            attempts.prove_taken(connection, part, outcome.ref, outcome.at)
            self._tally.accepted(part.part_id)
            return NextStep(PartState.ACCEPTED)
        refused = outcome.result is SubmitResult.REFUSED and part.state is PartState.UNKNOWN
        if not refused or classify(outcome.code or "") is ErrorClass.UNKNOWN:
            return None
        attempts.fail(connection, part.part_id, part.message_id, outcome.code or "")
        return NextStep(PartState.FAILED, outcome.code)

    def _unbegun(self, connection: Connection, part: Attempt, outcome: SubmitOutcome) -> NextStep | None:
        """The modem refused before SUBMITTING was written: the part is still queued, or was taken back."""
        if part.state is not PartState.QUEUED:
            return None
        if outcome.code is None and not self._counts(part.part_id):
            return NextStep(PartState.QUEUED)
        step = next_step(outcome, part.attempts + 1, self._rules, self._clock())
        if step.state is PartState.FAILED:
            attempts.fail(connection, part.part_id, part.message_id, step.error or Reason.NOT_SENT)
        else:
            attempts.delay(connection, part.part_id, step.error or Reason.NOT_SENT, step.not_before)
        self._pause_if_asked(connection, step)
        return step

    def _counts(self, part_id: int) -> bool:
        self.uncounted[part_id] += 1
        if self.uncounted[part_id] < UNCOUNTED_FAILURES:
            return False
        del self.uncounted[part_id]
        return True

    def _pause_if_asked(self, connection: Connection, step: NextStep) -> None:
        if step.pause:
            settings.pause_queue(connection, step.error or settings.BY_PERSON)
            log.warning("the queue is paused: %s", step.error)

    def recover(self) -> list[LeftOpen]:
        """After a start: what was being submitted when the program ended is unknown, unless reported.

        Answers the attempts of each SIM that its modem may answer yet.
        """
        settled: list[Settled] = []
        with self._database.write() as connection:
            for part_id in attempts.recover(connection):
                part = attempts.load(connection, part_id)
                if part is not None:
                    settled.append(Settled(part.message_id, part.broadcast_id, part.part_id, None))
                    settled += self._catch_up(connection, part, None)
            left_open = attempts.left_open(connection, self._clock() - LEFT_OPEN_FOR)
        self._note(settled)
        return left_open

    def expire(self, since: datetime | None, now: datetime) -> bool:
        """End what became useless after `since`; whether there was anything."""
        if not queue.any_expired(self._database.read(), since, now):
            return False
        with self._database.write() as connection:
            messages = queue.expire(connection, since, now)
            broadcasts = queue.broadcasts_of(connection, messages)
        self._tally.touched(messages)
        self._events.publish(*(Changed(Topic.BROADCASTS, broadcast_id) for broadcast_id in broadcasts))
        return bool(messages)


def _is_of_the_past(outcome: SubmitOutcome) -> bool:
    """Whether it tells of an attempt before the part was queued again, not of one that was not begun now."""
    return outcome.late or outcome.result is not SubmitResult.NOT_SENT
