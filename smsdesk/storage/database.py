"""The database file: opened with its guarantees, one connection a thread, one writer at a time."""

from __future__ import annotations

import sys
import threading
import weakref
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from smsdesk.domain.archive_words import archive_words
from smsdesk.domain.errors import ProfileError
from smsdesk.storage.opening import (
    FILE_MODE,
    Upgrading,
    at_once,
    bring_up_to_date,
    is_refusal,
    patiently,
    refusal,
    refusal_at_start,
)
from smsdesk.storage.sqlite import sqlite3

Connection = Any
"""A connection of whichever SQLite sqlite-utils chose (pysqlite3 before the standard library's)."""

BUSY_TIMEOUT_MS = 30_000
"""Commands of other processes write beside the engine; their transactions last milliseconds."""

STATEMENTS = 1000
"""Prepared statements kept by each connection: more than the program has.

Of a full store the one used least so far goes first, that is the one that came last: from then on statements
that are new to the connection are prepared each time, at five times their cost. So what is used once, at the
start, has a connection of its own.
"""


class _Hold:
    """A thread's hold on its connection: when the thread ends, the connection is closed."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.release = weakref.finalize(self, connection.close)


class Database:
    """One SQLite file: `read` gives this thread's connection, `write` a transaction that commits durably.

    ProfileError, with what to do next, when the file is damaged, newer than the program, or cannot be
    written; a transaction that fails leaves nothing behind.
    """

    def __init__(self, path: Path, upgrading: Upgrading = at_once) -> None:
        """Open the file, make it when it is missing, and bring it up to date; `upgrading` tells a person."""
        self.path = path
        self._local = threading.local()
        self._lock = threading.RLock()
        self._holds: weakref.WeakSet[_Hold] = weakref.WeakSet()
        try:
            if not path.exists():
                path.touch(mode=FILE_MODE)
            if sys.platform != "win32":
                path.chmod(FILE_MODE)
            self.read()  # the file stays open: closing its last connection would write all of it through
            with closing(self._connect()) as passing:
                bring_up_to_date(passing, path, upgrading)
        except (OSError, sqlite3.DatabaseError) as refused:
            self.close()
            raise refusal_at_start(path, refused) from refused
        except BaseException:
            self.close()
            raise

    def read(self) -> Connection:
        """This thread's connection; outside `write`, each statement is its own transaction."""
        hold = getattr(self._local, "hold", None)
        if hold is None:
            hold = self._local.hold = _Hold(self._connect())
            with self._lock:
                self._holds.add(hold)
        return hold.connection

    def _connect(self) -> Connection:
        connection = sqlite3.connect(
            str(self.path),
            isolation_level=None,
            check_same_thread=False,
            timeout=BUSY_TIMEOUT_MS / 1000,
            cached_statements=STATEMENTS,
        )
        connection.row_factory = sqlite3.Row
        patiently(lambda: connection.execute("PRAGMA journal_mode=WAL"))
        for pragma in ("synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")
        # Triggers give the archive the words of each message: whoever writes one needs it.
        connection.create_function("archive_words", 1, archive_words, deterministic=True)
        return connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction, written through to the disk when the block ends; undone when it raises.

        Inside another `write` of the same thread it is a part of that one.
        """
        with self._lock:
            connection = self.read()
            if connection.in_transaction:
                yield connection
                return
            try:
                connection.execute("BEGIN IMMEDIATE")
                yield connection
                connection.execute("COMMIT")
            except BaseException as failure:
                self._undo(connection)
                if isinstance(failure, sqlite3.DatabaseError) and is_refusal(failure):
                    raise refusal(self.path, failure) from failure
                raise

    def _undo(self, connection: Connection) -> None:
        # A full disk may have ended the transaction already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")

    def refusal_of(self, failure: Exception) -> ProfileError | None:
        """What a failed read means when the disk or the file is the matter; None when a defect of ours is."""
        if isinstance(failure, sqlite3.DatabaseError) and is_refusal(failure):
            return refusal(self.path, failure)
        return None

    def version(self) -> int:
        """A number that changes when another connection, of this process or another, has written."""
        return int(self.read().execute("PRAGMA data_version").fetchone()[0])

    def open_connections(self) -> int:
        """How many threads hold a connection now."""
        return len(self._holds)

    def close(self) -> None:
        """Close every thread's connection."""
        with self._lock:
            for hold in list(self._holds):
                hold.release()
            self._holds.clear()
            self._local = threading.local()
