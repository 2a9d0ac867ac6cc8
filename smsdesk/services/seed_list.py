"""The seed list: the phones that a test goes to before everybody gets the text, one's own first."""

from __future__ import annotations

from collections.abc import Sequence

from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.notify_numbers import typed_number
from smsdesk.storage import seed_list as table
from smsdesk.storage.database import Database

MOST_PHONES = 10
"""A test looks at the text on some phones; more than these are an audience."""


class SeedList:
    """The seed list of one profile."""

    def __init__(self, database: Database, events: Events) -> None:
        self._database = database
        self._events = events

    def read(self) -> tuple[str, ...]:
        """The phones (E.164), one's own first."""
        return tuple(table.load(self._database.read()))

    def keep(self, numbers: Sequence[str]) -> tuple[str, ...]:
        """Make these numbers the list, each once; blanks are passed over, none empties it.

        InputError, and the list stays as it was: a number that receives no SMS, or too many.
        """
        phones = dict.fromkeys(typed_number(number) for number in numbers if number.strip())
        if len(phones) > MOST_PHONES:
            raise InputError(
                say("A test goes to {most} phones at most. Take some out of the list.", most=MOST_PHONES)
            )
        with self._database.write() as connection:
            table.replace_all(connection, tuple(phones))
        self._events.publish(Changed(Topic.SETTINGS))
        return self.read()
