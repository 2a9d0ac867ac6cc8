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
from smsdesk.storage import attempts, budget, decisions, queue, raw_pdus, settings
from smsdesk.storage.database import Connection, Database
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


def queued(database: Database, to: str, parts: int = 1, purpose: Purpose = Purpose.INFORMATION) -> list[int]:
    """Put one message into the queue; the ids of its parts in their order."""
    broadcast = NewBroadcast("t", "b", purpose, Priority.NORMAL, "broadcast", NOW)
    message = NewMessage(to, "b" * parts, Encoding.GSM7, ("b",) * parts, ((None, "Anne"),))
    with database.write() as connection:
        insert_broadcast(connection, broadcast, [message], [])
        rows = connection.execute("SELECT id FROM parts ORDER BY id DESC LIMIT ?", (parts,))
        return sorted(row["id"] for row in rows)


def limit_to(database: Database, **limits: int | bool) -> None:
    with database.write() as connection:
        budget.save(connection, SimPlan(SIM, **limits))


def goes(database: Database, part_id: int, sim: str = SIM, at: datetime = NOW) -> bool:
    with database.write() as connection:
        return queue.begin(connection, part_id, sim, at)


def test_an_alert_passes_a_limit_only_where_the_plan_says_so(database: Database) -> None:
    (alert,) = queued(database, "+33639980009", purpose=Purpose.ALERT)
    limit_to(database, daily_cap=1)
    assert begun(database) == [True, False, False]
    limit_to(database, daily_cap=1, alerts_pass=True)
    assert goes(database, alert)


def test_a_message_is_begun_only_when_all_of_it_fits(database: Database) -> None:
    parts = queued(database, "+33639980009", parts=3)
    limit_to(database, daily_cap=2)
    assert not goes(database, parts[0])
    limit_to(database, daily_cap=3)
    for part in parts:
        assert goes(database, part)
        with database.write() as connection:
            attempts.accept(connection, part, 7, NOW)


def test_what_has_left_of_a_message_is_not_needed_again(database: Database) -> None:
    first, second = queued(database, "+33639980009", parts=2)
    limit_to(database, daily_cap=3)
    for part in (first, second):
        assert goes(database, part)
        with database.write() as connection:
            attempts.accept(connection, part, 7, NOW) if part == second else attempts.doubt(
                connection, part, "?"
            )
    with database.write() as connection:
        assert (
            decisions.decide(connection, message_id_of(connection, first), resend=True, by="Anne", at=NOW)
            == 1
        )
    assert goes(database, first)


def message_id_of(connection: Connection, part_id: int) -> int:
    return int(connection.execute("SELECT message_id FROM parts WHERE id = ?", (part_id,)).fetchone()[0])


def test_only_phones_that_this_sim_wrote_to_this_month_are_known_to_it(database: Database) -> None:
    again, other_sim, next_month, fresh = (
        queued(database, to)[0] for to in ("+33639980001", "+33639980002", "+33639980001", "+33639980007")
    )
    limit_to(database, recipients_cap=1)
    assert goes(database, 1)
    assert goes(database, again)
    assert goes(database, 2, "another")
    assert not goes(database, other_sim), "another SIM wrote to this phone"
    december = NOW + timedelta(days=15)
    assert goes(database, fresh, at=december)
    assert not goes(database, next_month, at=december), "it was last month that it was written to"


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
