"""The copy of the day: made beside the work, once a day, and given up at once when the program ends."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from smsdesk.services.safe_copies import SafeCopies
from smsdesk.storage import copies
from smsdesk.storage.database import Database

DEADLINE_S = 60.0
NOON = datetime(2026, 3, 11, 12, 0, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path / "smsdesk.sqlite3")


def _until_kept(database: Database) -> list[Path]:
    deadline = time.monotonic() + DEADLINE_S
    while not (made := copies.kept(database.path)) and time.monotonic() < deadline:
        time.sleep(0.005)
    return made


def _run(database: Database) -> None:
    safe = SafeCopies(database, lambda: NOON, first_after_s=0.0)
    safe.start()
    _until_kept(database)
    safe.stop()


def test_a_day_has_one_whole_copy(database: Database) -> None:
    _run(database)
    (made,) = copies.kept(database.path)
    assert made.name == "smsdesk-2026-03-11.sqlite3"
    assert copies.problems(made) == []
    assert not copies.is_due(database.path, NOON)
    written = made.stat().st_mtime_ns
    _run(database)
    assert made.stat().st_mtime_ns == written
    database.close()


def test_nothing_is_copied_in_a_short_run(database: Database) -> None:
    safe = SafeCopies(database, lambda: NOON)
    safe.start()
    safe.stop()
    assert copies.kept(database.path) == []
    database.close()


def test_the_end_does_not_wait_for_a_large_copy(database: Database) -> None:
    with database.write() as connection:
        connection.executemany(
            "INSERT INTO raw_pdus (sim, memory, pdu, stored_at) VALUES ('s', 'SM', hex(randomblob(8000)), '')",
            [()] * 6000,
        )
    safe = SafeCopies(database, lambda: NOON, first_after_s=0.0)
    safe.start()
    folder = database.path.parent / copies.FOLDER
    deadline = time.monotonic() + DEADLINE_S
    while not folder.exists() and time.monotonic() < deadline:
        time.sleep(0.001)
    safe.stop()
    assert [each for each in folder.iterdir() if each.name.endswith(copies.UNFINISHED)] == []
    assert all(copies.problems(made) == [] for made in copies.kept(database.path))
    database.close()
