"""The names of the migrations are those that sqlite-utils applies and writes down."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import sqlite_utils.utils
from sqlite_utils import Database as SqliteUtilsDatabase

from smsdesk.storage import versions
from smsdesk.storage.database import Database
from smsdesk.storage.schema import migrations
from smsdesk.storage.sqlite import sqlite3


def test_the_names_are_those_of_the_migrations_in_the_order_of_their_numbers() -> None:
    with closing(sqlite3.connect(":memory:")) as nothing:
        pending = [each.name for each in migrations.pending(SqliteUtilsDatabase(nothing))]
    assert tuple(pending) == versions.NAMES
    assert sorted(pending) == pending


def test_what_was_applied_is_read_as_sqlite_utils_wrote_it(tmp_path: Path) -> None:
    database = Database(tmp_path / "smsdesk.sqlite3")
    try:
        connection = database.read()
        written = {each.name for each in migrations.applied(SqliteUtilsDatabase(connection))}
        assert versions.applied(connection) == written == set(versions.NAMES)
    finally:
        database.close()


def test_a_file_of_others_had_none() -> None:
    with closing(sqlite3.connect(":memory:")) as nothing:
        assert versions.applied(nothing) == frozenset()
        nothing.execute("CREATE TABLE _sqlite_migrations (migration_set TEXT, name TEXT)")
        nothing.execute("INSERT INTO _sqlite_migrations VALUES ('theirs', 'm0001_people')")
        assert versions.applied(nothing) == frozenset()


def test_the_sqlite_is_the_one_of_sqlite_utils() -> None:
    assert sqlite3 is sqlite_utils.utils.sqlite3  # type: ignore[attr-defined]
