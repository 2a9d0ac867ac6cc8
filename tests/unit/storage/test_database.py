"""The database file: private, whole, of this version, durable, and never half written."""

from __future__ import annotations

import gc
import shutil
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlite_utils.utils import sqlite3

from smsdesk.domain.errors import ProfileError
from smsdesk.storage import opening
from smsdesk.storage.database import Database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "smsdesk.sqlite3"


def _put(database: Database, key: str) -> None:
    with database.write() as connection:
        connection.execute("INSERT INTO settings (key, value) VALUES (?, 'x')", (key,))


def _keys(database: Database) -> list[str]:
    return [row["key"] for row in database.read().execute("SELECT key FROM settings ORDER BY key")]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_every_file_of_it_is_private(path: Path) -> None:
    path.touch(mode=0o644)
    database = Database(path)
    _put(database, "a")
    modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()}
    database.close()
    assert modes == {
        "smsdesk.sqlite3": 0o600,
        "smsdesk.sqlite3-wal": 0o600,
        "smsdesk.sqlite3-shm": 0o600,
    }


def test_commits_are_written_through(path: Path) -> None:
    database = Database(path)
    connection = database.read()
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2
    assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    database.close()


def test_what_raises_leaves_nothing_behind(path: Path) -> None:
    database = Database(path)
    with pytest.raises(RuntimeError):
        _put_and_fail(database)
    assert _keys(database) == []
    _put(database, "whole")
    assert _keys(database) == ["whole"]
    database.close()


def _put_and_fail(database: Database) -> None:
    with database.write():
        _put(database, "half")
        raise RuntimeError


def _put_much(database: Database) -> None:
    with database.write():
        for number in range(2000):
            _put(database, f"{number:0500}")


def test_a_write_inside_a_write_is_one_transaction(path: Path) -> None:
    database = Database(path)
    with database.write():
        _put(database, "a")
        assert database.read().in_transaction
        _put(database, "b")
    assert not database.read().in_transaction
    assert _keys(database) == ["a", "b"]
    database.close()


def test_a_defect_in_a_statement_is_not_called_a_bad_disk(path: Path) -> None:
    database = Database(path)
    with pytest.raises(sqlite3.OperationalError), database.write() as connection:
        connection.execute("SELECT nothing FROM nowhere")
    database.close()


def test_a_full_disk_is_said_and_leaves_nothing_half_done(path: Path) -> None:
    database = Database(path)
    connection = database.read()
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(ProfileError, match="The disk is full"):
        _put_much(database)
    assert _keys(database) == []
    connection.execute("PRAGMA max_page_count = 100000")
    _put(database, "later")
    assert _keys(database) == ["later"]
    database.close()


@pytest.mark.parametrize("content", [b"PK\x03\x04 no database at all, but a spreadsheet" * 50, b"SQLite"])
def test_a_file_that_is_no_database_is_refused_and_kept(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(ProfileError, match=r"damaged .* Go back to a copy of yours"):
        Database(path)
    assert path.read_bytes() == content


def test_a_damaged_page_is_noticed_when_the_file_is_opened(path: Path) -> None:
    database = Database(path)
    with database.write() as connection:
        connection.executemany(
            "INSERT INTO settings VALUES (?, ?)", [(f"{number:05}", "x" * 200) for number in range(2000)]
        )
    database.read().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = b"\xa5" * 4096
    path.write_bytes(content)
    with pytest.raises(ProfileError, match="damaged"):
        Database(path)


def test_a_newer_file_is_refused_and_left_as_it_is(path: Path) -> None:
    database = Database(path)
    with database.write() as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('smsdesk', 'm9999', '')"
        )
    database.close()
    with pytest.raises(ProfileError, match="newer version"):
        Database(path)


def test_an_older_file_is_copied_before_it_is_migrated(path: Path) -> None:
    database = Database(path)
    with database.write() as connection:
        for table in ("crisis_steps", "crises"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'm0013_crisis'")
        connection.execute(
            "INSERT INTO broadcasts (title, body, purpose, priority, created_at)"
            " VALUES ('kept', '', 'alert', 0, '')"
        )
    database.close()
    upgraded = Database(path)
    assert upgraded.read().execute("SELECT title FROM broadcasts").fetchone()[0] == "kept"
    assert upgraded.read().execute("SELECT count(*) FROM crises").fetchone()[0] == 0
    upgraded.close()
    copy = path.with_name("smsdesk.before-m0013_crisis.sqlite3")
    kept = sqlite3.connect(str(copy))
    assert kept.execute("SELECT title FROM broadcasts").fetchone()[0] == "kept"
    assert kept.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'crises'").fetchone()[0] == 0
    kept.close()


def test_connections_of_ended_threads_do_not_pile_up(path: Path) -> None:
    database = Database(path)
    for number in range(20):
        thread = threading.Thread(target=_put, args=(database, str(number)))
        thread.start()
        thread.join()
    gc.collect()
    assert database.open_connections() == 1
    assert len(_keys(database)) == 20
    database.close()


def test_many_threads_write_without_being_refused(path: Path) -> None:
    database = Database(path)
    other = Database(path)
    threads = [
        threading.Thread(target=_write_some, args=(each, name))
        for name, each in enumerate((database, other) * 3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(_keys(database)) == 6 * 30
    database.close()
    other.close()


def _write_some(database: Database, name: int) -> None:
    for number in range(30):
        _put(database, f"{name} {number}")


def test_several_programs_make_the_same_new_file_at_once(path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from smsdesk.storage.database import Database;"
        "d = Database(Path(sys.argv[1])); d.read().execute('SELECT count(*) FROM parts'); d.close()"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", program, str(path)], stderr=subprocess.PIPE) for _ in range(4)
    ]
    said = [process.communicate(timeout=120)[1] for process in running]
    assert [process.returncode for process in running] == [0, 0, 0, 0], said


def test_a_large_file_that_was_found_damaged_is_checked_at_the_next_start(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "CHECKED_UP_TO", 0)
    database = Database(path)
    _put_much(database)
    (page,) = database.read().execute("SELECT rootpage FROM sqlite_schema WHERE name = 'settings'").fetchone()
    database.close()
    good = path.read_bytes()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xa5" * 4096)
    database = Database(path)
    with pytest.raises(ProfileError, match="start it again"), database.write() as connection:
        connection.execute("SELECT sum(length(value)) FROM settings").fetchone()
    database.close()
    for _ in range(2):
        with pytest.raises(ProfileError, match=r"damaged .* restore FILE"):
            Database(path)
    path.write_bytes(good)
    Database(path).close()
    assert not path.with_name("smsdesk.sqlite3.suspect").exists()


def _of_earlier_version(path: Path) -> str:
    """A file that lacks its last migration; gives the name of the migration."""
    database = Database(path)
    with database.write() as connection:
        for table in ("crisis_steps", "crises"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'm0013_crisis'")
    database.close()
    return "m0013_crisis"


def test_a_person_is_told_of_the_upgrade_of_an_older_file_alone(path: Path) -> None:
    told: list[str] = []

    def upgrading(work: Callable[[], None]) -> None:
        told.append("before")
        worker = threading.Thread(target=work)
        worker.start()
        worker.join()

    Database(path, upgrading).close()
    assert not told
    _of_earlier_version(path)
    upgraded = Database(path, upgrading)
    assert told == ["before"]
    assert upgraded.read().execute("SELECT count(*) FROM crises").fetchone()[0] == 0
    upgraded.close()
    Database(path, upgrading).close()
    assert told == ["before"]


def test_without_room_for_an_upgrade_nothing_is_touched(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    missing = _of_earlier_version(path)
    needed = opening.ROOM_TIMES * path.stat().st_size
    full = shutil.disk_usage(path.parent)._replace(free=needed - 1)
    with monkeypatch.context() as patched:
        patched.setattr(opening, "disk_usage", lambda _folder: full)
        with pytest.raises(ProfileError, match="Free some space"):
            Database(path)
    assert not list(path.parent.glob("*.before-*"))
    upgraded = Database(path)
    assert upgraded.read().execute("SELECT count(*) FROM crises").fetchone()[0] == 0
    upgraded.close()
    assert [copy.name for copy in path.parent.glob("*.before-*")] == [f"smsdesk.before-{missing}.sqlite3"]


def test_a_copy_that_could_not_be_written_is_taken_away(path: Path) -> None:
    missing = _of_earlier_version(path)
    copy = path.with_name(f"smsdesk.before-{missing}.sqlite3")
    copy.write_bytes(b"no database, so that SQLite refuses to write the copy into it" * 100)
    with pytest.raises(ProfileError):
        Database(path)
    assert not copy.exists()
    Database(path).close()
    assert copy.exists()
