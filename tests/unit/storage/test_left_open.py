"""What a SIM's modem may still answer of an earlier run: by SIM, in order, behind its last answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from smsdesk.domain.delivery import Reason
from smsdesk.domain.outgoing import Encoding, Priority, Purpose
from smsdesk.storage import attempts, queue
from smsdesk.storage.attempts import LeftOpen
from smsdesk.storage.database import Database
from smsdesk.storage.outbox import NewBroadcast, NewMessage, insert_broadcast

NOW = datetime(2026, 3, 11, 8, 0, tzinfo=UTC)
SINCE = NOW - timedelta(minutes=4)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "x.sqlite3")
    broadcast = NewBroadcast("t", "b", Purpose.INFORMATION, Priority.NORMAL, "broadcast", NOW)
    messages = [NewMessage("+33639980001", "x", Encoding.GSM7, ("x",), ((None, "Anne"),)) for _ in range(6)]
    with database.write() as connection:
        insert_broadcast(connection, broadcast, messages, [])
    yield database
    database.close()


def send(database: Database, part_id: int, seconds: float, ref: int | None = None, sim: str = "A") -> None:
    """Hand a part over so long before now; without a reference nobody saw its answer."""
    at = NOW - timedelta(seconds=seconds)
    with database.write() as connection:
        assert queue.begin(connection, part_id, sim, at)
        if ref is None:
            attempts.doubt(connection, part_id, Reason.SILENCE)
        else:
            attempts.accept(connection, part_id, ref, at)


def left_open(database: Database) -> list[LeftOpen]:
    return attempts.left_open(database.read(), SINCE)


def test_only_what_came_after_the_last_answer_is_open(database: Database) -> None:
    send(database, 1, 60)
    send(database, 4, 50, ref=254)
    send(database, 3, 40)
    send(database, 2, 30)
    assert left_open(database) == [LeftOpen("A", (3, 2), NOW - timedelta(seconds=30), 254)]


def test_each_sim_counts_for_itself(database: Database) -> None:
    send(database, 1, 60, ref=9, sim="B")
    send(database, 2, 50, sim="A")
    send(database, 3, 40, sim="B")
    found = {left.sim: (left.part_ids, left.ref) for left in left_open(database)}
    assert found == {"A": ((2,), None), "B": ((3,), 9)}


def test_an_older_answer_tells_the_reference_and_an_older_silence_is_over(database: Database) -> None:
    send(database, 1, 900, ref=7)
    send(database, 2, 800, ref=8)
    send(database, 3, 700)
    send(database, 4, 60)
    assert [(left.part_ids, left.ref) for left in left_open(database)] == [((4,), 8)]


def test_of_one_moment_the_answered_one_was_first(database: Database) -> None:
    send(database, 1, 30)
    send(database, 2, 30, ref=5)
    assert [(left.part_ids, left.ref) for left in left_open(database)] == [((1,), 5)]


def test_when_everything_was_answered_nothing_is_open(database: Database) -> None:
    send(database, 1, 30, ref=5)
    assert left_open(database) == []
