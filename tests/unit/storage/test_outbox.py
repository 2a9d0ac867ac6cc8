"""Putting a broadcast into the queue: all of it in one transaction, with references that roll by recipient."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from smsdesk.domain.outgoing import Encoding, Priority, Purpose
from smsdesk.storage.database import Database
from smsdesk.storage.outbox import NewBroadcast, NewMessage, insert_broadcast

NOW = datetime(2026, 3, 11, 8, 0, tzinfo=UTC)
ANNE, PAUL = "+33639980001", "+33639980002"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path / "x.sqlite3")
    yield opened
    opened.close()


def _message(e164: str, *parts: str) -> NewMessage:
    return NewMessage(e164, "".join(parts), Encoding.GSM7, parts, ((None, "Anne"), (None, "Zoé")))


def _insert(database: Database, *messages: NewMessage) -> int:
    broadcast = NewBroadcast("Piano", "Absence", Purpose.ALERT, Priority.URGENT, "direct", NOW)
    with database.write() as connection:
        return insert_broadcast(connection, broadcast, messages, [(None, "Léa", "no phone")])


def test_everything_of_it_is_there(database: Database) -> None:
    assert _insert(database, _message(ANNE, "ab", "c"), _message(PAUL, "d")) == 1
    assert _insert(database, _message(PAUL, "e")) == 2
    read = database.read()
    parts = read.execute("SELECT message_id, seq, text, state, priority FROM parts ORDER BY id").fetchall()
    assert [tuple(row) for row in parts] == [
        (1, 1, "ab", "queued", 0), (1, 2, "c", "queued", 0), (2, 1, "d", "queued", 0), (3, 1, "e", "queued", 0)
    ]  # fmt: skip
    people = read.execute("SELECT name FROM message_people WHERE message_id = 1 ORDER BY position").fetchall()
    assert [row["name"] for row in people] == ["Anne", "Zoé"]
    assert read.execute("SELECT count(*) FROM left_out WHERE broadcast_id = 1").fetchone()[0] == 1


def test_references_roll_by_recipient_and_wrap(database: Database) -> None:
    for _ in range(300):
        _insert(database, _message(ANNE, "a", "b"))
    _insert(database, _message(PAUL, "a", "b"), _message(PAUL, "c"), _message(PAUL, "d", "e"))
    rows = database.read().execute("SELECT e164, concat_ref FROM messages ORDER BY id").fetchall()
    assert [row["concat_ref"] for row in rows if row["e164"] == ANNE] == [n % 256 for n in range(300)]
    assert [row["concat_ref"] for row in rows if row["e164"] == PAUL] == [0, None, 1]


def test_nothing_of_it_is_there_when_the_transaction_fails(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        _insert_and_fail(database)
    for table in ("broadcasts", "messages", "parts", "message_people", "left_out"):
        assert database.read().execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0


def _insert_and_fail(database: Database) -> None:
    with database.write():
        _insert(database, _message(ANNE, "a"))
        raise ZeroDivisionError
