"""What an export needs to know besides the people themselves."""

from __future__ import annotations

import json
from collections.abc import Iterable

from smsdesk.domain.digests import digest
from smsdesk.domain.exports import NamedPerson
from smsdesk.storage.database import Connection

_MARK_LENGTH = 8


def profile_mark(connection: Connection) -> str:
    """Eight hexadecimal digits by which this profile knows its own exports again.

    They come from the moment at which its tables were made: it stays through restarts, updates and restores.
    """
    row = connection.execute("SELECT min(applied_at) FROM _sqlite_migrations").fetchone()
    return digest(str(row[0]))[:_MARK_LENGTH]


def named_people(connection: Connection, ids: Iterable[int]) -> dict[int, NamedPerson]:
    """Names and e-mail addresses of guardians and teachers, by id."""
    rows = connection.execute(
        "SELECT id, first_name, last_name, email FROM contacts WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return {row[0]: NamedPerson(*row) for row in rows}


def most_guardians(connection: Connection) -> int:
    """How many guardians anybody has."""
    row = connection.execute(
        "SELECT coalesce(max(many), 0) FROM (SELECT count(*) AS many FROM guardianships GROUP BY pupil_id)"
    ).fetchone()
    return int(row[0])


def longest_notes(connection: Connection) -> int:
    """The characters of the longest notes."""
    return int(connection.execute("SELECT coalesce(max(length(notes)), 0) FROM contacts").fetchone()[0])
