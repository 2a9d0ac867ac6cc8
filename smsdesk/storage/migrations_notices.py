"""The schema of how the SMS to second guardians about a course are made."""

from __future__ import annotations

from sqlite_utils import Database as SqliteUtilsDatabase


def m0019_notice_rules(db: SqliteUtilsDatabase) -> None:
    """Who was taken out, what was typed, and how names are written; all else the notice itself tells."""
    db.execute(
        """
        CREATE TABLE notice_rules (
            broadcast_id INTEGER PRIMARY KEY REFERENCES escalations (broadcast_id) ON DELETE CASCADE,
            excluded TEXT NOT NULL,
            fields TEXT NOT NULL,
            plain INTEGER NOT NULL CHECK (plain IN (0, 1))
        ) STRICT"""
    )
