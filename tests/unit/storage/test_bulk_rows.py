"""Many rows by few statements, and indexes that are made when all rows are there."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from smsdesk.domain.people import ContactKind, Phone
from smsdesk.storage import people
from smsdesk.storage.bulk_rows import indexed_afterwards, insert_rows
from smsdesk.storage.database import Connection, Database

NOW = "2026-03-02T08:00:00+00:00"
MANY = 10_000


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path / "desk.sqlite3")


def insert(connection: Connection, ids: range) -> None:
    rows = [(n, people.ContactRow(ContactKind.RESIDENT, "Léa", f"N{n}", f"n{n} lea")) for n in ids]
    people.insert_contacts(connection, rows, NOW)
    people.insert_phones(connection, [(n, [Phone(f"+336{n:08}")]) for n in ids])


def indexes(connection: Connection) -> list[tuple[str, str]]:
    sql = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"
    return [tuple(row) for row in connection.execute(sql)]


@pytest.mark.parametrize("count", [0, 1, 15, 16, 17, 1_024, 1_025, 2_047])
def test_every_row_is_written_once_and_in_order(database: Database, count: int) -> None:
    with database.write() as connection:
        insert(connection, range(1, count + 1))
        names = [row[0] for row in connection.execute("SELECT last_name FROM contacts ORDER BY id")]
        made = {row[0] for row in connection.execute("SELECT created_at || updated_at FROM contacts")}
        phones = connection.execute("SELECT count(*) FROM phones").fetchone()[0]
    assert names == [f"N{number}" for number in range(1, count + 1)]
    assert phones == count
    assert made == ({NOW + NOW} if count else set())


def test_rows_that_are_there_are_passed_over(database: Database) -> None:
    with database.write() as connection:
        insert(connection, range(1, 40))
        connection.execute(
            "INSERT INTO groups (name, folded, kind, created_at) VALUES ('a', 'a', 'free', ?)", (NOW,)
        )
        pairs = [(1, number) for number in range(1, 40)]
        for rows in (pairs[:20], pairs):
            insert_rows(connection, "memberships", ("group_id", "contact_id"), rows, or_ignore=True)
        found = [tuple(row) for row in connection.execute("SELECT * FROM memberships ORDER BY contact_id")]
    assert found == pairs


@pytest.mark.parametrize("count", [MANY - 1, MANY])
def test_indexes_are_those_from_before_and_complete(database: Database, count: int) -> None:
    connection = database.read()
    before = indexes(connection)
    with database.write(), indexed_afterwards(connection, count):
        inside = indexes(connection)
        insert(connection, range(1, count + 1))
    assert indexes(connection) == before
    assert (inside == before) == (count < MANY)
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_a_few_beside_very_many_keep_the_indexes(database: Database) -> None:
    with database.write() as connection:
        insert(connection, range(1, 2 * MANY + 2))
        before = indexes(connection)
        with indexed_afterwards(connection, MANY):
            assert indexes(connection) == before


def test_indexes_come_back_when_the_writing_fails(database: Database) -> None:
    connection = database.read()
    before = indexes(connection)
    with suppress(RuntimeError), database.write(), indexed_afterwards(connection, MANY):
        insert(connection, range(1, 100))
        raise RuntimeError
    assert indexes(connection) == before
    assert connection.execute("SELECT count(*) FROM contacts").fetchone()[0] == 0
