"""What is written beside messages so that the archive finds them: places, words, conversations, days.

Words are written by one statement for many messages, after all else: SQLite lets an index of words flush what
it holds at each statement that has a trigger, which for single messages takes ten times as long.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from smsdesk.storage.database import Connection

_TIDIED_AT_ONCE = 16
"""Pages of the index, some milliseconds: so long nobody else can write."""


def keep_messages(connection: Connection, first: int, last: int, created_at: str) -> None:
    """The messages from id `first` to `last` were written at a moment, in the caller's transaction."""
    ids = (first, last)
    connection.execute(
        "INSERT INTO spoken (message_id) SELECT id FROM messages WHERE id BETWEEN ? AND ? ORDER BY id", ids
    )
    connection.execute(
        "INSERT INTO conversations (phone, last_at) SELECT e164, created_at FROM messages"
        " WHERE id BETWEEN ? AND ?"
        " ON CONFLICT (phone) DO UPDATE SET last_at = max(last_at, excluded.last_at)",
        ids,
    )
    connection.execute(
        "INSERT INTO day_counts (day, written, first_spoken, last_spoken)"
        " SELECT date(?1, 'localtime') AS day, ?3 - ?2 + 1,"
        " (SELECT id FROM spoken WHERE message_id = ?2), (SELECT id FROM spoken WHERE message_id = ?3)"
        " WHERE day NOT NULL ON CONFLICT (day) DO UPDATE SET written = written + excluded.written,"
        " first_spoken = coalesce(min(first_spoken, excluded.first_spoken), excluded.first_spoken),"
        " last_spoken = coalesce(max(last_spoken, excluded.last_spoken), excluded.last_spoken)",
        (created_at, first, last),
    )
    connection.execute(
        "INSERT INTO spoken_words (rowid, words) SELECT s.id, archive_words(m.text) FROM messages m"
        " CROSS JOIN spoken s ON s.message_id = m.id WHERE m.id BETWEEN ? AND ? ORDER BY s.id",
        ids,
    )


def keep_received(connection: Connection, received_ids: Sequence[int]) -> None:
    """These messages came, or parts of them came late: they are found by the words that they have now."""
    connection.execute(
        "INSERT OR REPLACE INTO spoken_words (rowid, words)"
        " SELECT s.id, archive_words(r.text) FROM received r CROSS JOIN spoken s ON s.received_id = r.id"
        " WHERE r.id IN (SELECT value FROM json_each(?)) ORDER BY s.id",
        (json.dumps(received_ids),),
    )


def tidy(connection: Connection) -> bool:
    """Put some of the index's pieces together, in the caller's transaction; whether there may be more."""
    before = connection.total_changes
    connection.execute(
        "INSERT INTO spoken_words (spoken_words, rank) VALUES ('merge', ?)", (_TIDIED_AT_ONCE,)
    )
    # SQLite's own sign: the command itself changes one row.
    return bool(connection.total_changes - before >= 2)
