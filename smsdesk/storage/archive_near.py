"""What was said with some phones, read once while somebody searches it: a further key asks memory alone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from smsdesk.domain.archive_words import AskedWords, archive_words
from smsdesk.storage.database import Connection

SEVERAL = 8_000
"""Messages of a class over some years. Among more of them the index of words is quicker."""


@dataclass(frozen=True)
class SaidWith:
    """The places of messages, the newest first, with the words of each; None where parts may still come."""

    words: tuple[tuple[int, str | None], ...]


_SAID = (
    "SELECT s.id, t.text, 1 FROM messages t CROSS JOIN spoken s ON s.message_id = t.id"
    " WHERE t.e164 IN (SELECT value FROM json_each(:phones))"
    " UNION ALL SELECT s.id, t.text, t.complete FROM received t CROSS JOIN spoken s ON s.received_id = t.id"
    " WHERE t.sender IN (SELECT value FROM json_each(:phones))"
)
_NUMBER = (
    "SELECT (SELECT count(*) FROM (SELECT 1 FROM messages"
    "  WHERE e164 IN (SELECT value FROM json_each(:phones)) LIMIT :most))"
    " + (SELECT count(*) FROM (SELECT 1 FROM received"
    "  WHERE sender IN (SELECT value FROM json_each(:phones)) LIMIT :most))"
)


def said_with(connection: Connection, phones: Sequence[str]) -> SaidWith | None:
    """What was said with these phones (E.164 or senders); None for more than SEVERAL messages."""
    values = {"phones": json.dumps(list(phones)), "most": SEVERAL}
    (number,) = connection.execute(_NUMBER, values).fetchone()
    if number >= SEVERAL:
        return None
    rows = connection.execute(_SAID, values)
    said = [(place, archive_words(text) if whole else None) for place, text, whole in rows]
    return SaidWith(tuple(sorted(said, key=lambda each: each[0], reverse=True)))


def places_near(
    connection: Connection, said: SaidWith, words: AskedWords, first: int, before: int
) -> Iterator[int]:
    """The places from `first` to under `before` where these words stand, the newest first."""
    for place, known in said.words:
        if first <= place < before and (not words or words.fit(_words(connection, place, known))):
            yield place


def _words(connection: Connection, place: int, known: str | None) -> str:
    """Those of a message that was incomplete may have become more since."""
    if known is not None:
        return known
    row = connection.execute(
        "SELECT r.text FROM spoken s JOIN received r ON r.id = s.received_id WHERE s.id = ?", (place,)
    ).fetchone()
    return archive_words(row[0]) if row is not None else ""
