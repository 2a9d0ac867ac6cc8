"""A notice about courses with those that it follows: what of them still waits, is held, or is called back."""

from __future__ import annotations

from collections.abc import Sequence

from smsdesk.domain.clock import Clock
from smsdesk.domain.course_notices import Change, NoticeRecord
from smsdesk.domain.course_records import adds
from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.domain.views import CancelResult
from smsdesk.storage import course_notices, decisions, escalations, outcomes
from smsdesk.storage.database import Connection, Database


class NoticeChains:
    """Reads and stops what was told about the same courses."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def of_broadcast(self, broadcast_id: int) -> NoticeRecord | None:
        """What a broadcast told about courses; None when it told nothing of the kind."""
        return course_notices.load_notice(self._database.read(), broadcast_id)

    def chain(self, broadcast_id: int) -> tuple[NoticeRecord, ...]:
        """What was told last about the courses of a notice, and what that one followed, the newest first.

        InputError when that broadcast told nothing about courses.
        """
        self._known(broadcast_id)
        chain = [self._known(course_notices.latest(self._database.read(), broadcast_id))]
        while (about := chain[-1].about) is not None and (earlier := self.of_broadcast(about)) is not None:
            chain.append(earlier)
        return tuple(chain)

    def taken_back(self, chain: Sequence[NoticeRecord], change: Change) -> dict[int, frozenset[str]]:
        """The phones for which earlier notices still wait, by broadcast, where the new one replaces them."""
        if adds(chain[0], change):
            return {}
        connection = self._database.read()
        found = {each.broadcast_id: _waiting(connection, each.broadcast_id) for each in chain}
        return {notice: frozenset().union(*waits.values()) for notice, waits in found.items() if waits}

    def stop(self, connection: Connection, chain: Sequence[NoticeRecord], change: Change) -> None:
        """Call back what waits of earlier notices, where the new one replaces them."""
        for notice in self.taken_back(chain, change):
            for waiting in _waiting(connection, notice):
                decisions.cancel_broadcast(connection, waiting, self._clock())

    def hold(self, broadcast_id: int) -> tuple[int, ...]:
        """Hold all that waits of a notice and of those around it, messages to second guardians too.

        Nobody further is told by its rule meanwhile. Gives the broadcasts that were not held before.
        """
        with self._database.write() as connection:
            around = [each.broadcast_id for each in self.chain(broadcast_id)]
            sent_on = [each for notice in around for each in outcomes.sent_on(connection, notice)]
            return tuple(decisions.hold_waiting(connection, sent_on))

    def call_back(self, broadcast_id: int) -> CancelResult:
        """Stop a notice that was just confirmed; the rules of those that it followed hold again."""
        with self._database.write() as connection:
            followed = self._known(broadcast_id).about
            result = decisions.cancel_counted(connection, broadcast_id, self._clock())
            if followed is not None and not result.kept:
                for notice in self.chain(followed):
                    escalations.begin_again(connection, notice.broadcast_id)
        return result

    def _known(self, broadcast_id: int) -> NoticeRecord:
        record = self.of_broadcast(broadcast_id)
        if record is None:
            raise InputError(
                say("Broadcast {id} told nothing about courses. Choose one that did.", id=broadcast_id)
            )
        return record


def _waiting(connection: Connection, notice: int) -> dict[int, frozenset[str]]:
    """The phones that wait for a notice, by broadcast: its own, and those that brought it to others."""
    sent_on = outcomes.sent_on(connection, notice)
    found = {each: course_notices.waiting_phones(connection, each) for each in sent_on}
    return {broadcast_id: phones for broadcast_id, phones in found.items() if phones}
