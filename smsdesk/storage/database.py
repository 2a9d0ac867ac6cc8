"""The database file: opened with its guarantees, one connection a thread, one writer at a time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database as SqliteUtilsDatabase
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]  # whichever SQLite it chose

from smsdesk.domain.errors import ProfileError
from smsdesk.domain.sentences import say
from smsdesk.storage.migrations import migrations

Connection = Any
"""A connection of whichever SQLite sqlite-utils chose (pysqlite3 before the standard library's)."""

BUSY_TIMEOUT_MS = 30_000
"""Commands of other processes write beside the engine; their transactions last milliseconds."""


class Database:
    """One SQLite file: `read` gives this thread's connection, `write` a transaction that commits durably."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._lock = threading.RLock()
        self._connections: list[Connection] = []
        self._closed = False
        self._open_first()

    def _open_first(self) -> None:
        try:
            if not self.path.exists():
                self.path.touch(mode=0o600)
            migrations.apply(SqliteUtilsDatabase(self.read()))
        except sqlite3.DatabaseError as broken:
            self.close()
            raise ProfileError(
                say(
                    "The database {path} cannot be read ({reason}). Restore it from a backup.",
                    path=str(self.path),
                    reason=str(broken),
                )
            ) from broken

    def read(self) -> Connection:
        """This thread's connection; outside `write`, each statement is its own transaction."""
        connection = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = self._connect()
        return connection

    def _connect(self) -> Connection:
        connection = sqlite3.connect(
            str(self.path), isolation_level=None, check_same_thread=False, timeout=BUSY_TIMEOUT_MS / 1000
        )
        connection.row_factory = sqlite3.Row
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")
        with self._lock:
            self._connections.append(connection)
        return connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction, written through to the disk when the block ends; undone when it raises."""
        with self._lock:
            connection = self.read()
            if connection.in_transaction:
                yield connection
                return
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    def close(self) -> None:
        """Close every thread's connection."""
        with self._lock:
            for connection in self._connections:
                connection.close()
            self._connections.clear()
            self._local = threading.local()
