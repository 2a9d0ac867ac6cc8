"""Drafts: what is being composed is kept at every pause, and found again after a crash or the next day."""

from __future__ import annotations

from dataclasses import replace

from smsdesk.domain.clock import Clock
from smsdesk.domain.compositions import DraftContent
from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.storage import drafts as table
from smsdesk.storage.database import Database


class Drafts:
    """The drafts of one profile."""

    def __init__(self, database: Database, events: Events, clock: Clock) -> None:
        self._database = database
        self._events = events
        self._clock = clock

    def save(self, content: DraftContent) -> int:
        """Keep it, in the place of the draft of its id, and give that id."""
        with self._database.write() as connection:
            draft_id = table.save(connection, content, self._clock())
        self._events.publish(Changed(Topic.DRAFTS, draft_id))
        return draft_id

    def latest(self) -> DraftContent | None:
        """The draft that was changed last, None when there is none."""
        return next(table.all_drafts(self._database.read()), None)

    def list(self) -> tuple[DraftContent, ...]:
        """Every draft, the latest first."""
        return tuple(table.all_drafts(self._database.read()))

    def take(self, draft_id: int) -> DraftContent:
        """The draft of this id, to go on with; InputError when it is gone."""
        found = table.find(self._database.read(), draft_id)
        if found is None:
            raise InputError(say("This draft is no longer there: it was sent or deleted."))
        return found

    def delete(self, draft_id: int) -> DraftContent | None:
        """Take it away; the answer, given to `save`, brings it back under another id. None: it was gone."""
        with self._database.write() as connection:
            found = table.find(connection, draft_id)
            table.delete(connection, draft_id)
        self._events.publish(Changed(Topic.DRAFTS, draft_id))
        return replace(found, id=None) if found else None
