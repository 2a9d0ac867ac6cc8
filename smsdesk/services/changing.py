"""What the services that change people have in common: a clock, who makes a change, and one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from smsdesk.domain.clock import Clock, stamp, system_clock
from smsdesk.domain.sentences import Sentence
from smsdesk.services.events import Events
from smsdesk.services.long_work import LongWork
from smsdesk.storage.changes import recording
from smsdesk.storage.database import Connection, Database


class Changing:
    """A service over the people of one profile."""

    def __init__(
        self, database: Database, events: Events, clock: Clock = system_clock, person: str = ""
    ) -> None:
        """`person` is who sits at this computer, written beside what is changed."""
        self._database = database
        self._events = events
        self._clock = clock
        self._person = person

    def _today(self) -> date:
        return self._clock().astimezone().date()

    def _now(self) -> str:
        return stamp(self._clock())

    @contextmanager
    def _change(
        self, title: Sentence | Callable[[], Sentence], work: LongWork | None = None
    ) -> Iterator[Connection]:
        """One change that can be undone: all of the block, or nothing; `work` can end it until it is done.

        A `title` that looks things up, and refuses, is asked for when nobody else can change them any more.
        """
        with self._database.write() as connection, (work or LongWork()).over(connection):
            said = title if isinstance(title, Sentence) else title()
            with recording(connection, said, made_by=self._person, now=self._now()):
                yield connection
