"""What was said with some phones, while somebody searches it: places at once, words as far as one looked."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from smsdesk.domain.archive_words import AskedWords, archive_words
from smsdesk.storage.database import Connection

SEVERAL = 8_000
"""Messages of a class over some years. Among more of them the index of words is quicker."""

AT_ONCE = 250
"""Messages whose words are read together: some milliseconds, whoever types meanwhile."""

_NUMBER = (
    "SELECT (SELECT count(*) FROM (SELECT 1 FROM messages"
    "  WHERE e164 IN (SELECT value FROM json_each(:phones)) LIMIT :most))"
    " + (SELECT count(*) FROM (SELECT 1 FROM received"
    "  WHERE sender IN (SELECT value FROM json_each(:phones)) LIMIT :most))"
)

_PLACES = (
    "SELECT s.id FROM messages t CROSS JOIN spoken s ON s.message_id = t.id"
    " WHERE t.e164 IN (SELECT value FROM json_each(:phones)) AND s.id > :after"
    " UNION ALL SELECT s.id FROM received t CROSS JOIN spoken s ON s.received_id = t.id"
    " WHERE t.sender IN (SELECT value FROM json_each(:phones)) AND s.id > :after"
)
_WORDS = (
    "SELECT s.id, coalesce(m.text, r.text), r.concat_total IS NULL FROM spoken s"
    " LEFT JOIN messages m ON m.id = s.message_id LEFT JOIN received r ON r.id = s.received_id"
    " WHERE s.id IN (SELECT value FROM json_each(?))"
)


class SaidWith:
    """The places of what was said with some phones, the newest first; on one thread at a time."""

    def __init__(self, phones: Sequence[str]) -> None:
        self._phones = json.dumps(list(phones))
        self._places: list[int] = []
        self._words: dict[int, str | None] = {}
        """None of a message in parts: they may still come, or turn out to be another's."""
        self._seen = 0
        self._too_many = False

    def look(self, connection: Connection, last: int) -> bool:
        """Know what was said up to the place `last`; False for more than SEVERAL messages."""
        if last > self._seen and not self._too_many:
            values = {"phones": self._phones, "after": self._seen, "most": SEVERAL}
            (number,) = connection.execute(_NUMBER, values).fetchone()
            self._too_many = number >= SEVERAL
            newer = () if self._too_many else connection.execute(_PLACES, values)
            self._places = sorted([*(row[0] for row in newer), *self._places], reverse=True)
            self._seen = last
        return not self._too_many

    def read_on(self, connection: Connection) -> bool:
        """Read the words of some more messages, the newest first; whether there are still more."""
        unread = [place for place in self._places if place not in self._words]
        self._read(connection, unread[:AT_ONCE])
        return len(unread) > AT_ONCE

    def places(self, connection: Connection, words: AskedWords, first: int, before: int) -> Iterator[int]:
        """The places from `first` to under `before` where these words stand, the newest first."""
        meant = [place for place in self._places if first <= place < before]
        if not words:
            yield from meant
            return
        for start in range(0, len(meant), AT_ONCE):
            some = meant[start : start + AT_ONCE]
            self._read(connection, [place for place in some if place not in self._words])
            yield from (place for place in some if words.fit(self._now(connection, place)))

    def _read(self, connection: Connection, places: Sequence[int]) -> None:
        if not places:
            return
        rows = connection.execute(_WORDS, (json.dumps(places),)).fetchall()
        self._words |= dict.fromkeys(places, "")  # what is gone meanwhile has none
        self._words |= {place: archive_words(text) if whole else None for place, text, whole in rows}

    def _now(self, connection: Connection, place: int) -> str:
        """Those of a message in parts are read each time."""
        known = self._words[place]
        if known is not None:
            return known
        row = connection.execute(
            "SELECT r.text FROM spoken s JOIN received r ON r.id = s.received_id WHERE s.id = ?", (place,)
        ).fetchone()
        return archive_words(row[0]) if row is not None else ""
