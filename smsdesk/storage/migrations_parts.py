"""The schema of parts of long messages: when each one was handed in, which tells whose it is."""

from __future__ import annotations

from sqlite_utils import Database as SqliteUtilsDatabase


def m0023_part_stamps(db: SqliteUtilsDatabase) -> None:
    """The service centre's stamp of each part; of what came before only that of its message is known."""
    db.execute("ALTER TABLE received_parts ADD COLUMN sent_at TEXT")
