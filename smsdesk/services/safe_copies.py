"""Keeps a copy of the database each day, on a thread of its own, while the program sends and receives."""

from __future__ import annotations

import logging
import threading
from typing import Any

from smsdesk.domain.clock import Clock, system_clock
from smsdesk.storage import copies
from smsdesk.storage.database import Database
from smsdesk.storage.sqlite import sqlite3

log = logging.getLogger(__name__)

FIRST_AFTER_S = 10.0
"""The start and the first send have the disk for themselves, and a short run leaves no copy behind."""

LOOK_EVERY_S = 1800.0
"""A window that stays open for weeks gets its copy of the day within so long."""


class SafeCopies:
    """The copies of one database. `stop` returns at once: a copy that is being written is dropped."""

    def __init__(
        self, database: Database, clock: Clock = system_clock, first_after_s: float = FIRST_AFTER_S
    ) -> None:
        self._path = database.path
        self._clock = clock
        self._first_after_s = first_after_s
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._connection: Any = None
        self._thread = threading.Thread(target=self._run, name="safe copies", daemon=True)

    def start(self) -> None:
        """Begin to look whether a copy is due."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread."""
        self._stopping.set()
        with self._lock:
            if self._connection is not None:
                self._connection.interrupt()
        self._thread.join()

    def _run(self) -> None:
        wait = self._first_after_s
        while not self._stopping.wait(wait):
            wait = LOOK_EVERY_S
            now = self._clock()
            if copies.is_due(self._path, now):
                self._keep()

    def _keep(self) -> None:
        try:
            with copies.watching(self._path) as connection:
                self._let_be_stopped(connection)
                if (
                    not self._stopping.is_set()
                    and copies.keep_copy(connection, self._path, self._clock()) is None
                ):
                    log.warning("no copy was made: the database is damaged")
        except (sqlite3.DatabaseError, OSError) as refused:
            # Without a copy the work goes on; it is tried again at the next look.
            log.warning("no copy of the database was made: %s", refused)
        finally:
            self._let_be_stopped(None)

    def _let_be_stopped(self, connection: Any) -> None:
        with self._lock:
            self._connection = connection
