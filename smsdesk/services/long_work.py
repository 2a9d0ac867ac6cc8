"""Long work: how far it is, and the way to stop it; what was stopped leaves everything as it was."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.storage.copies import Interruptible
from smsdesk.storage.database import Connection
from smsdesk.storage.sqlite import sqlite3

T = TypeVar("T")

_PIECE = 500
"""Rows between two looks: far less than what a person feels."""
_STEPS = 20_000
"""Of SQLite's virtual machine: a millisecond at most."""


class StoppedError(InputError):
    """A person stopped the work."""

    def __init__(self) -> None:
        super().__init__(say("Stopped: everything is as before."))


class Stop:
    """Ends what is going on when a person asks for it, from another thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._connection: Interruptible | None = None
        self.asked = False

    def stop(self) -> None:
        """End it as soon as SQLite lets go."""
        with self._lock:
            self.asked = True
            if self._connection is not None:
                self._connection.interrupt()

    @contextmanager
    def over(self, connection: Interruptible) -> Iterator[None]:
        """What the block does on this connection can be ended; it then raises sqlite3.OperationalError."""
        with self._lock:
            self._connection = connection
            if self.asked:
                raise sqlite3.OperationalError("interrupted")
        try:
            yield
        finally:
            with self._lock:
                self._connection = None


class LongWork(Stop):
    """Work that says how far it is: `done`, from 0 to 1, is read from another thread; 0 says nothing yet."""

    def __init__(self) -> None:
        super().__init__()
        self.done = 0.0

    def reach(self, done: float) -> None:
        """Be so far; StoppedError when a person asked for it."""
        if self.asked:
            raise StoppedError
        self.done = done

    def told(self, rows: Sequence[T], until: float) -> Iterator[T]:
        """The rows, while `done` goes from where it is to `until`."""
        begun = self.done
        for start in range(0, len(rows), _PIECE):
            self.reach(begun + (until - begun) * start / len(rows))
            yield from rows[start : start + _PIECE]
        self.reach(until)

    @contextmanager
    def over(self, connection: Connection) -> Iterator[None]:
        """What the block does on this connection can be ended; it then raises StoppedError.

        SQLite asks now and then, and ends that one statement. An `interrupt()` would stay in force as long as
        another statement is being read, and refuse the ROLLBACK too.
        """
        if self.asked:
            raise StoppedError
        connection.set_progress_handler(lambda: self.asked, _STEPS)
        try:
            yield
        except sqlite3.OperationalError as ended:
            if self.asked:
                raise StoppedError from ended
            raise
        finally:
            connection.set_progress_handler(None, 0)
