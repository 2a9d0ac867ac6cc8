"""The schema of messages whose parts still come: how wide their references are, and when they are shown."""

from __future__ import annotations

from sqlite_utils import Database as SqliteUtilsDatabase


def m0022_joining(db: SqliteUtilsDatabase) -> None:
    """References of 8 and of 16 bits are told apart; incomplete messages are found by when they are shown."""
    db.execute(
        "ALTER TABLE received ADD COLUMN concat_wide INTEGER NOT NULL DEFAULT 0 CHECK (concat_wide IN (0, 1))"
    )
    # Of what waits since before, only the larger numbers tell.
    db.execute("UPDATE received SET concat_wide = 1 WHERE complete = 0 AND concat_ref > 255")
    db.execute("CREATE INDEX received_incomplete ON received (visible_from) WHERE complete = 0")
