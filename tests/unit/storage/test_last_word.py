"""Whatever was chosen before: the transaction that begins a part, or stores a PDU, decides for itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from smsdesk.domain.budget import SimPlan
from smsdesk.domain.clock import stamp
from smsdesk.domain.incoming import RawPdu
from smsdesk.domain.outgoing import Encoding, Priority, Purpose
from smsdesk.storage import attempts, budget, queue, raw_pdus, settings
from smsdesk.storage.database import Database
from smsdesk.storage.outbox import NewBroadcast, NewMessage, insert_broadcast

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
SIM = "8933010000001234567"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path / "desk.sqlite3")
    broadcast = NewBroadcast("t", "b", Purpose.INFORMATION, Priority.NORMAL, "broadcast", NOW)
    messages = [
        NewMessage(f"+3363998000{number}", "b", Encoding.GSM7, ("b",), ((None, "Anne"),)) for number in (1, 2)
    ]
    with opened.write() as connection:
        insert_broadcast(connection, broadcast, messages, [])
    yield opened
    opened.close()


def begun(database: Database) -> list[bool]:
    """Both parts, one after the other."""
    ids = [row["id"] for row in database.read().execute("SELECT id FROM parts ORDER BY id")]
    answers = []
    for part_id in ids:
        with database.write() as connection:
            answers.append(queue.begin(connection, part_id, SIM, NOW))
    return answers


def test_nothing_is_begun_in_a_paused_queue(database: Database) -> None:
    with database.write() as connection:
        settings.pause_queue(connection)
    assert begun(database) == [False, False]
    with database.write() as connection:
        settings.resume_queue(connection)
    assert begun(database) == [True, True]


@pytest.mark.parametrize("limit", ["daily_cap", "monthly_sms", "recipients_cap"])
def test_a_limit_that_is_reached_ends_it_between_two_parts(database: Database, limit: str) -> None:
    with database.write() as connection:
        budget.save(connection, SimPlan(SIM, **{limit: 1}))
    assert begun(database) == [True, False]


def test_nothing_is_begun_at_the_moment_from_which_it_is_useless(database: Database) -> None:
    with database.write() as connection:
        connection.execute("UPDATE broadcasts SET expires_at = ?", (stamp(NOW),))
        assert not queue.begin(connection, 1, SIM, NOW)
        assert queue.begin(connection, 1, SIM, NOW - timedelta(milliseconds=1))


def test_a_message_that_one_sim_began_is_not_continued_by_another(database: Database) -> None:
    broadcast = NewBroadcast("t", "b", Purpose.INFORMATION, Priority.NORMAL, "broadcast", NOW)
    long = NewMessage("+33639980003", "bb", Encoding.GSM7, ("b", "b"), ((None, "Anne"),))
    with database.write() as connection:
        insert_broadcast(connection, broadcast, [long], [])
        first, second = (
            row["id"]
            for row in connection.execute("SELECT id FROM parts ORDER BY id DESC LIMIT 2").fetchall()[::-1]
        )
        assert queue.begin(connection, first, SIM, NOW)
        attempts.accept(connection, first, 7, NOW)
        assert not queue.begin(connection, second, "another", NOW)
        assert queue.begin(connection, second, SIM, NOW)


def test_a_part_is_begun_once(database: Database) -> None:
    assert begun(database) == [True, True]
    assert begun(database) == [False, False]


def test_a_slot_that_one_batch_shows_twice_with_the_same_pdu_is_one_message(database: Database) -> None:
    batch = [RawPdu(SIM, pdu, NOW, "SM", slot) for slot, pdu in ((1, "AA"), (1, "AA"), (2, "AA"), (2, "BB"))]
    with database.write() as connection:
        first, same, other, later = raw_pdus.store(connection, batch)
    assert first == same
    assert len({first, other, later}) == 3


def test_pushed_pdus_without_a_slot_are_each_one_message(database: Database) -> None:
    with database.write() as connection:
        assert len(set(raw_pdus.store(connection, [RawPdu(SIM, "AA", NOW)] * 3))) == 3
