"""Keeps the index of words in few pieces, on a thread of its own, a little at a time."""

from __future__ import annotations

import logging
import threading

from smsdesk.domain.errors import ProfileError
from smsdesk.storage import archive_writing
from smsdesk.storage.database import Database
from smsdesk.storage.sqlite import sqlite3

log = logging.getLogger(__name__)

LOOK_EVERY_S = 10.0
"""Each message adds a piece; some dozens of them cost a search nothing."""

BETWEEN_S = 0.05
"""Between two steps others write: a step takes some milliseconds, a whole archive some thousand steps."""


class WordKeeping:
    """Tidies one database's index of words until `stop`."""

    def __init__(
        self, database: Database, look_every_s: float = LOOK_EVERY_S, between_s: float = BETWEEN_S
    ) -> None:
        self._database = database
        self._look_every_s = look_every_s
        self._between_s = between_s
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="word keeping", daemon=True)

    def start(self) -> None:
        """Begin to look for what is to be tidied."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread after the step in hand."""
        self._stopping.set()
        self._thread.join()

    def _run(self) -> None:
        wait = self._look_every_s
        while not self._stopping.wait(wait):
            wait = self._between_s if self._step() else self._look_every_s

    def _step(self) -> bool:
        try:
            with self._database.write() as connection:
                return archive_writing.tidy(connection)
        except (ProfileError, sqlite3.DatabaseError) as refused:
            # The search works all the same; it is tried again at the next look.
            log.warning("the index of words was not tidied: %s", refused)
            return False
