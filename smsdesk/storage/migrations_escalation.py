"""The schema of what follows a send: the second guardians' rule, calls made, and who sent it."""

from __future__ import annotations

from sqlite_utils import Database as SqliteUtilsDatabase


def m0012_escalation(db: SqliteUtilsDatabase) -> None:
    """Rules with whom they told, calls to those whom no SMS reached, and the author of each broadcast."""
    db.execute(
        """
        CREATE TABLE escalations (
            broadcast_id INTEGER PRIMARY KEY REFERENCES broadcasts (id) ON DELETE CASCADE,
            minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
            ended INTEGER NOT NULL DEFAULT 0 CHECK (ended IN (0, 1))
        ) STRICT"""
    )
    db.execute("CREATE INDEX escalations_open ON escalations (broadcast_id) WHERE ended = 0")
    # One row for each pupil: the rule tells a second guardian once, whatever happens afterwards.
    db.execute(
        """
        CREATE TABLE escalated (
            broadcast_id INTEGER NOT NULL REFERENCES escalations (broadcast_id) ON DELETE CASCADE,
            contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
            e164 TEXT NOT NULL,
            at TEXT NOT NULL,
            reason TEXT,
            PRIMARY KEY (broadcast_id, contact_id)
        ) STRICT, WITHOUT ROWID"""
    )
    db.execute("CREATE INDEX escalated_contact ON escalated (contact_id)")
    # `who` is "c" and a contact's id, or the phone of somebody without a name.
    db.execute(
        """
        CREATE TABLE calls (
            broadcast_id INTEGER NOT NULL REFERENCES broadcasts (id) ON DELETE CASCADE,
            who TEXT NOT NULL,
            called INTEGER NOT NULL CHECK (called IN (0, 1)),
            note TEXT NOT NULL,
            by_whom TEXT NOT NULL,
            at TEXT NOT NULL,
            PRIMARY KEY (broadcast_id, who)
        ) STRICT, WITHOUT ROWID"""
    )
    db.execute(
        """
        CREATE TABLE broadcast_authors (
            broadcast_id INTEGER PRIMARY KEY REFERENCES broadcasts (id) ON DELETE CASCADE,
            person TEXT NOT NULL
        ) STRICT"""
    )
