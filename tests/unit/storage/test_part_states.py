"""The states of a part in the real file: every edge that is no edge is refused, whoever asks."""

from __future__ import annotations

import itertools
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlite_utils.utils import sqlite3

from smsdesk.domain.clock import stamp
from smsdesk.domain.delivery import Reason
from smsdesk.domain.outgoing import EDGES, Encoding, PartState, Priority, Purpose
from smsdesk.storage import attempts, decisions, queue
from smsdesk.storage.database import Database
from smsdesk.storage.outbox import NewBroadcast, NewMessage, insert_broadcast

NOW = datetime(2026, 3, 11, 8, 0, tzinfo=UTC)
PARTS = 3

BY_LEAVE = {(PartState.UNKNOWN, PartState.QUEUED), (PartState.QUEUED, PartState.UNKNOWN)}
"""A person's decision to send an uncertain part again, and its withdrawal."""


def _insert(database: Database, parts: int = 1) -> None:
    broadcast = NewBroadcast("t", "b", Purpose.INFORMATION, Priority.NORMAL, "broadcast", NOW)
    message = NewMessage("+33639980001", "x", Encoding.GSM7, ("x",) * parts, ((None, "Anne"),))
    with database.write() as connection:
        insert_broadcast(connection, broadcast, [message], [])


def _ways() -> dict[PartState, list[PartState]]:
    """For each state, one chain of edges that leads there from queued."""
    ways = {PartState.QUEUED: [PartState.QUEUED]}
    while len(ways) < len(PartState):
        for old, new in sorted(EDGES):
            if old in ways and new not in ways and (old, new) not in BY_LEAVE:
                ways[new] = [*ways[old], new]
    return ways


def _set(database: Database, state: PartState) -> None:
    with database.write() as connection:
        connection.execute("UPDATE parts SET state = ?", (str(state),))


@pytest.mark.parametrize(("old", "new"), list(itertools.product(PartState, PartState)))
def test_the_file_knows_every_edge_and_no_other(tmp_path: Path, old: PartState, new: PartState) -> None:
    database = Database(tmp_path / "x.sqlite3")
    _insert(database)
    for state in _ways()[old][1:]:
        _set(database, state)
    if (old, new) in EDGES - BY_LEAVE:
        _set(database, new)
    else:
        with pytest.raises(sqlite3.IntegrityError):
            _set(database, new)
    database.close()


def test_a_part_starts_as_queued(tmp_path: Path) -> None:
    database = Database(tmp_path / "x.sqlite3")
    _insert(database)
    with pytest.raises(sqlite3.IntegrityError):
        database.read().execute(
            "INSERT INTO parts (message_id, seq, text, priority, state) VALUES (1, 9, '', 0, 'unknown')"
        )
    database.close()


class Outbox(RuleBasedStateMachine):
    """The functions that move parts, in any order: the network never gets more than attempts and approvals."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.database = Database(Path(self.folder.name) / "x.sqlite3")
        _insert(self.database, PARTS)
        self.now = NOW
        self.submitted = dict.fromkeys(range(1, PARTS + 1), 0)
        self.may_be_sent_again = dict.fromkeys(range(1, PARTS + 1), 0)

    def teardown(self) -> None:
        if hasattr(self, "database"):
            self.database.close()
            self.folder.cleanup()

    def _states(self) -> dict[int, PartState]:
        rows = self.database.read().execute("SELECT id, state FROM parts")
        return {row["id"]: PartState(row["state"]) for row in rows}

    def _in(self, *states: PartState) -> list[int]:
        return [part_id for part_id, state in self._states().items() if state in states]

    @rule(part=st.integers(1, PARTS), sim=st.sampled_from(["a", "b"]))
    def begin(self, part: int, sim: str) -> None:
        with self.database.write() as connection:
            if queue.begin(connection, part, sim, self.now):
                self.submitted[part] += 1

    @rule(data=st.data(), how=st.sampled_from(["accept", "requeue", "fail", "doubt"]))
    @precondition(lambda self: self._in(PartState.SUBMITTING))
    def end(self, data: st.DataObject, how: str) -> None:
        part = data.draw(st.sampled_from(self._in(PartState.SUBMITTING)))
        with self.database.write() as connection:
            if how == "accept":
                attempts.accept(connection, part, 1, self.now)
            elif how == "doubt":
                attempts.doubt(connection, part, Reason.SILENCE)
            elif how == "fail":
                attempts.fail(connection, part, 1, "cms:1")
            else:
                attempts.requeue(connection, part, "cms:38", self.now + timedelta(seconds=30))
                self.may_be_sent_again[part] += 1

    @rule(resend=st.booleans())
    @precondition(lambda self: self._in(PartState.UNKNOWN))
    def decide(self, resend: bool) -> None:
        uncertain = self._in(PartState.UNKNOWN)
        with self.database.write() as connection:
            decisions.decide(connection, 1, resend=resend, by="Claire", at=self.now)
        for part in uncertain if resend else ():
            self.may_be_sent_again[part] += 1

    @rule()
    def crash(self) -> None:
        with self.database.write() as connection:
            attempts.recover(connection)

    @rule(part=st.integers(1, PARTS))
    def a_late_answer(self, part: int) -> None:
        with self.database.write() as connection:
            attempt = attempts.load(connection, part)
            if attempt is not None and attempt.uncertain:
                attempts.prove_taken(connection, attempt, 7, self.now)

    def _to_be_repeated(self) -> list[int]:
        rows = self.database.read().execute(
            "SELECT id FROM parts WHERE state = 'queued' AND submitted_at IS NOT NULL"
        )
        return [row["id"] for row in rows]

    @rule()
    def cancel(self) -> None:
        approved = self._to_be_repeated()
        with self.database.write() as connection:
            decisions.cancel_broadcast(connection, 1, self.now)
        for part in approved:
            self.may_be_sent_again[part] -= 1
        assert {self._states()[part] for part in approved} <= {PartState.UNKNOWN}

    @rule()
    def becomes_useless(self) -> None:
        approved = self._to_be_repeated()
        with self.database.write() as connection:
            connection.execute("UPDATE broadcasts SET expires_at = ?", (stamp(self.now),))
            queue.expire(connection, None, self.now)
            connection.execute("UPDATE broadcasts SET expires_at = NULL")
        for part in approved:
            self.may_be_sent_again[part] -= 1
        assert {self._states()[part] for part in approved} <= {PartState.UNKNOWN}

    @rule()
    def time_passes(self) -> None:
        self.now += timedelta(minutes=1)

    @invariant()
    def nothing_goes_without_leave(self) -> None:
        if not hasattr(self, "submitted"):
            return
        for part, times in self.submitted.items():
            assert times <= 1 + self.may_be_sent_again[part]

    @invariant()
    def a_doubt_is_never_forgotten(self) -> None:
        """What a person let be sent again and nobody took ends in no state that says it surely did not go."""
        if not hasattr(self, "database"):
            return
        rows = self.database.read().execute(
            "SELECT state, submitted_at FROM parts WHERE id IN"
            " (SELECT part_id FROM decisions WHERE decision = 'resend')"
        )
        for row in rows:
            assert row["state"] not in ("failed", "cancelled", "expired")
            assert row["submitted_at"] is not None

    @invariant()
    def one_sim_carries_a_message(self) -> None:
        if not hasattr(self, "database"):
            return
        on_a_sim = ("submitting", "accepted", "delivered", "unknown")
        rows = (
            self.database.read()
            .execute("SELECT DISTINCT sim FROM parts WHERE state IN (?, ?, ?, ?)", on_a_sim)
            .fetchall()
        )
        assert len(rows) <= 1


TestOutbox = Outbox.TestCase
TestOutbox.settings = settings(
    max_examples=40, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
