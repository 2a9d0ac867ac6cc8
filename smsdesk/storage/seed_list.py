"""The phones that tests go to: one's own first."""

from __future__ import annotations

from collections.abc import Sequence

from smsdesk.storage.database import Connection


def load(connection: Connection) -> list[str]:
    """The phones (E.164), in the order in which they were given."""
    return [row[0] for row in connection.execute("SELECT e164 FROM test_phones ORDER BY position")]


def replace_all(connection: Connection, e164s: Sequence[str]) -> None:
    """Write these instead of those there were."""
    connection.execute("DELETE FROM test_phones")
    connection.executemany(
        "INSERT INTO test_phones (e164, position) VALUES (?, ?)",
        [(e164, position) for position, e164 in enumerate(e164s)],
    )
