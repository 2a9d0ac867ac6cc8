"""The search of the inbox: conversations by name, number and words, and single messages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from smsdesk.domain.archive_words import AskedWords, asked
from smsdesk.domain.clock import Clock
from smsdesk.domain.inbox_views import FoundMessage, MessageQuery
from smsdesk.domain.people_search import sought
from smsdesk.services.events import Events
from smsdesk.services.people import COUNTED, People
from smsdesk.storage import archive_search, conversations
from smsdesk.storage.archive_near import SaidWith
from smsdesk.storage.archive_search import Among
from smsdesk.storage.database import Connection, Database
from smsdesk.storage.people_search import revision
from smsdesk.storage.stoppable import Stoppable

NAMED = 100
"""People whose conversations are looked at; a search that names more of them goes on by another letter."""

HITS = 300
"""Messages whose conversations are listed: the newest ones."""


_NOTHING: tuple[FoundMessage, ...] = ()


class InboxSearch:
    """Looks in everything that was said, both directions. Each call takes less than a frame."""

    def __init__(self, database: Database, people: People, events: Events, clock: Clock) -> None:
        self._database = database
        self._people = people
        self._events = events
        self._clock = clock
        self._reading = Stoppable()
        self._said_kept: tuple[tuple[str, ...], SaidWith] | None = None
        self._of_group: tuple[tuple[int, date, int], tuple[str, ...]] | None = None

    def search(
        self, query: MessageQuery, limit: int = 50, before: FoundMessage | None = None
    ) -> tuple[FoundMessage, ...]:
        """Messages older than `before`, the newest first; an empty text finds all that is among the rest.

        Finished words must stand in the message as they are, the last one may be begun only; case, accents
        and ligatures do not matter. Empty when `stop_search` was called meanwhile.
        """
        connection, words = self._database.read(), asked(query.text)
        among, place = self._among(connection, query), before.place if before else None
        found = self._reading.run(
            connection,
            lambda: archive_search.found(connection, words, among, self._clock(), limit, place),
            _NOTHING,
        )
        names = self._people.names_for_many(list({message.phone for message in found}))
        return tuple(replace(message, names=names.get(message.phone, ())) for message in found)

    def count(self, query: MessageQuery) -> int:
        """How many messages `search` finds in all; it stops counting at 1001 ("more than 1000")."""
        connection, words = self._database.read(), asked(query.text)
        among = self._among(connection, query)
        return self._reading.run(
            connection,
            lambda: archive_search.counted(connection, words, among, self._clock(), COUNTED),
            0,
        )

    def prepare(self, query: MessageQuery) -> bool:
        """Read some of what the next key of such a search is looked for in; whether there is more of it."""
        connection = self._database.read()
        said = self._among(connection, query).said
        return said is not None and self._reading.run(connection, lambda: said.read_on(connection), False)

    def stop_search(self) -> None:
        """Stop a search that runs on another thread: the next key has come. It finds nothing then."""
        self._reading.stop()

    def _among(self, connection: Connection, query: MessageQuery) -> Among:
        phones = self._phones(connection, query)
        said = self._said(connection, phones) if phones is not None and query.broadcast_id is None else None
        return Among(phones, query.broadcast_id, query.direction, query.since, query.until, said)

    def _said(self, connection: Connection, phones: tuple[str, ...]) -> SaidWith | None:
        """Read once while one types, and what is said meanwhile when it is."""
        kept = self._said_kept
        if kept is None or kept[0] != phones:
            kept = self._said_kept = phones, SaidWith(phones)
        return kept[1] if kept[1].look(connection, archive_search.last_place(connection)) else None

    def _phones(self, connection: Connection, query: MessageQuery) -> tuple[str, ...] | None:
        """The phones that are meant: every condition that names some leaves the others out."""
        sets = []
        if query.phone is not None:
            sets.append({query.phone})
        if query.contact_id is not None:
            sets.append(set(archive_search.phones_named(connection, [query.contact_id])))
        if query.group_id is not None:
            of_group = self._phones_of_group(connection, query.group_id)
            if not sets:
                return of_group
            sets.append(set(of_group))
        return tuple(sorted(set.intersection(*sets))) if sets else None

    def _phones_of_group(self, connection: Connection, group_id: int) -> tuple[str, ...]:
        """Looked up once while one types, for as long as nobody is changed."""
        asked_for = revision(connection), self._clock().astimezone().date(), group_id
        kept = self._of_group
        if kept is None or kept[0] != asked_for:
            members = self._people.contact_ids(group_id)
            kept = self._of_group = asked_for, tuple(archive_search.phones_named(connection, members))
        return kept[1]

    def _phones_found(self, connection: Connection, search: str) -> tuple[str, ...]:
        """The phones of conversations that a search means: whose name, number or words it has."""
        named = self._phones_named(connection, search)
        return tuple(dict.fromkeys((*named, *self._phones_saying(connection, asked(search)))))

    def _phones_named(self, connection: Connection, search: str) -> list[str]:
        """Phones that have the digits, and of people and senders who have the name."""
        meant = sought(search)
        phones = []
        if meant.words:
            people = self._people.matching_ids(search, NAMED)
            phones += archive_search.phones_named(connection, people)
            phones += conversations.senders_named(connection, search)
        elif meant.digits:
            phones += conversations.phones_dialled(connection, meant.digits, HITS)
        return phones

    def _phones_saying(self, connection: Connection, words: AskedWords) -> list[str]:
        if not words:
            return []
        return self._reading.run(
            connection,
            lambda: archive_search.phones_with(connection, words, self._clock(), HITS),
            [],
        )
