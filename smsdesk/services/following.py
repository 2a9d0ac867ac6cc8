"""Following one broadcast: what changed, how fast it leaves, whom to call, what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from smsdesk.domain.broadcast_views import Chain, Pace, Renewed
from smsdesk.domain.calling_list import CallingList, CallNote, ToCall, calling_list
from smsdesk.domain.clock import Clock
from smsdesk.domain.errors import InputError
from smsdesk.domain.own_cells import phone_text
from smsdesk.domain.own_columns import FRENCH
from smsdesk.domain.sentences import say
from smsdesk.domain.text import normalise
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.long_work import LongWork
from smsdesk.services.preferences import Preferences
from smsdesk.storage import broadcasts, following, people
from smsdesk.storage.database import Connection, Database

LONGEST_NOTE = 500
"""Characters: what one writes down between two calls."""

_COLUMNS = (
    (("Pour", "For"), 26),
    (("Groupes", "Groups"), 24),
    (("À appeler d'abord", "Call first"), 44),
    (("Déjà essayé par SMS", "Tried by SMS"), 30),
    (("Raison", "Reason"), 44),
    (("Appelé", "Called"), 10),
    (("Note", "Note"), 40),
)


class Following:
    """What the page of one broadcast asks for; InputError where there is none of an id."""

    def __init__(self, database: Database, preferences: Preferences, events: Events, clock: Clock) -> None:
        self._database = database
        self._preferences = preferences
        self._events = events
        self._clock = clock

    def renewed(self, broadcast_id: int, known: Mapping[int, str]) -> Renewed:
        """The messages whose mark is not the one that is `known`, in the order of sending."""
        connection = self._known(broadcast_id)
        marks = following.marks(connection, broadcast_id)
        changed = [number for number, mark in marks.items() if known.get(number) != mark]
        return Renewed(marks, broadcasts.some_messages(connection, changed))

    def pace(self, broadcast_id: int) -> Pace:
        """How fast it leaves, or when it was finished."""
        return following.pace(self._known(broadcast_id), broadcast_id, self._clock())

    def chain(self, broadcast_id: int) -> Chain:
        """What it follows, and what followed it."""
        return following.chain(self._known(broadcast_id), broadcast_id)

    def calling_list(self, broadcast_id: int) -> CallingList:
        """Who has not been reached and on which phones to call, with what was written down about calls."""
        connection = self._known(broadcast_id)
        attempts = following.attempts(connection, broadcast_id)
        left_out = broadcasts.left_out(connection, broadcast_id)
        numbers = {number for attempt in attempts for number, _ in attempt.people if number is not None}
        numbers |= {person.contact_id for person in left_out if person.contact_id is not None}
        known = {person.id: person for person in people.load_contacts(connection, sorted(numbers))}
        return calling_list(attempts, left_out, known, following.calls(connection, broadcast_id))

    def keep_call(self, broadcast_id: int, who: str, *, called: bool, note: str = "") -> None:
        """Write down that somebody (`ToCall.who`) was called, or not after all, and a note."""
        self._known(broadcast_id)
        text = normalise(note).strip()[:LONGEST_NOTE]
        call = CallNote(called, text, self._preferences.person, self._clock())
        with self._database.write() as connection:
            following.keep_call(connection, broadcast_id, who, call)
        self._events.publish(Changed(Topic.BROADCASTS, broadcast_id))

    def write_calling_list(self, broadcast_id: int, path: Path, work: LongWork | None = None) -> int:
        """Write the calling list as xlsx or CSV, as the ending says; gives the number of lines."""
        # Spreadsheets take a while to load: nothing else waits for them.
        from smsdesk.spreadsheets.writing import Table, TableColumn, write_table  # noqa: PLC0415

        language = self._preferences.read().language
        english = language != FRENCH
        work = work or LongWork()
        with work.over(self._database.read()):
            entries = work.told(self.calling_list(broadcast_id).entries, 1.0)
        columns = [TableColumn(words[english], width) for words, width in _COLUMNS]
        title = ("À appeler", "To call")[english]
        return write_table(path, Table(title, columns, _rows(entries, english=english), language))

    def _known(self, broadcast_id: int) -> Connection:
        connection = self._database.read()
        if not broadcasts.exists(connection, broadcast_id):
            raise InputError(
                say("There is no broadcast {id}. Look it up in the list of broadcasts.", id=broadcast_id)
            )
        return connection


def _rows(entries: Iterable[ToCall], *, english: bool) -> Iterator[list[str]]:
    yes = ("oui", "yes")[english]
    for entry in entries:
        call = entry.call
        yield [
            entry.name,
            ", ".join(entry.groups),
            _phones(entry, tried=False),
            _phones(entry, tried=True),
            str(entry.reason),
            yes if call is not None and call.called else "",
            call.note if call is not None else "",
        ]


def _phones(entry: ToCall, *, tried: bool) -> str:
    found = [phone for phone in entry.phones if phone.tried is tried]
    return ", ".join(f"{phone_text(phone.e164)} {phone.owner}".strip() for phone in found)
