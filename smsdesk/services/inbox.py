"""Received messages: the list, conversations with one phone, read and unread."""

from __future__ import annotations

from dataclasses import replace

from smsdesk.domain.clock import Clock
from smsdesk.domain.views import Conversation, ReceivedView, ThreadItem
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.people import People
from smsdesk.storage import conversations as talk
from smsdesk.storage import inbox as box
from smsdesk.storage.database import Database


class Inbox:
    """What came in. Texts are as they came: show them through `domain.untrusted.visible`."""

    def __init__(self, database: Database, people: People, events: Events, clock: Clock) -> None:
        self._database = database
        self._people = people
        self._events = events
        self._clock = clock

    def list(
        self, *, unread: bool = False, limit: int | None = 50, before_id: int | None = None, search: str = ""
    ) -> tuple[ReceivedView, ...]:
        """Received messages, newest first; `search` in text, number and names, without case or accents.

        `contacts` names who has the phone, and the pupils whose guardians they are.
        """
        connection = self._database.read()
        found = box.received(
            connection, self._clock(), unread=unread, limit=limit, before_id=before_id, search=search
        )
        known = box.holders(connection, list({message.sender for message in found}))
        return tuple(
            replace(message, contacts=tuple(name for _, name in known.get(message.sender, ())))
            for message in found
        )

    def conversations(
        self, search: str = "", limit: int = 200, before: Conversation | None = None, *, unread: bool = False
    ) -> tuple[Conversation, ...]:
        """One entry for each phone that wrote or was written to, the last spoken first, after `before`.

        `names` is made for a list: "Anne Martin (Léa, Tom)". `unread`: only those with unread messages.
        """
        found = talk.conversations(self._database.read(), self._clock(), search, limit, before, unread=unread)
        names = self._people.names_for_many([conversation.phone for conversation in found])
        return tuple(replace(each, names=names.get(each.phone, ())) for each in found)

    def thread(
        self, phone: str, limit: int = 100, before: ThreadItem | None = None
    ) -> tuple[ThreadItem, ...]:
        """The newest `limit` messages with one phone older than `before`, in the order they were said."""
        newest_first = talk.thread(self._database.read(), phone, self._clock(), limit, before)
        return newest_first[::-1]

    def mark_read(self, phone: str) -> int:
        """Everything visible from this phone is read; answers how many were not."""
        with self._database.write() as connection:
            changed = box.mark_read(connection, phone, self._clock())
        if changed:
            self._events.publish(Changed(Topic.INBOX))
        return changed

    def unread_count(self) -> int:
        """How many received messages nobody has read."""
        return box.unread_count(self._database.read(), self._clock())
