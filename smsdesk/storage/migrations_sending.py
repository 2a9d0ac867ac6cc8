"""The schema of sending, continued: how broadcasts follow one another, drafts, and who gets the tests."""

from __future__ import annotations

from sqlite_utils import Database as SqliteUtilsDatabase


def m0008_sending(db: SqliteUtilsDatabase) -> None:
    """Links between broadcasts, what each was asked for, drafts, and the seed list of tests."""
    db.execute(
        """
        CREATE TABLE broadcast_links (
            broadcast_id INTEGER PRIMARY KEY REFERENCES broadcasts (id) ON DELETE CASCADE,
            about_id INTEGER REFERENCES broadcasts (id) ON DELETE SET NULL,
            relation TEXT NOT NULL
        ) STRICT"""
    )
    db.execute("CREATE INDEX broadcast_links_about ON broadcast_links (about_id)")
    # What a person composed, as JSON: it is composed again from it, never searched.
    db.execute(
        """
        CREATE TABLE compositions (
            broadcast_id INTEGER PRIMARY KEY REFERENCES broadcasts (id) ON DELETE CASCADE,
            content TEXT NOT NULL
        ) STRICT"""
    )
    db.execute(
        """
        CREATE TABLE drafts (
            id INTEGER PRIMARY KEY,
            content TEXT NOT NULL,
            updated_at TEXT NOT NULL
        ) STRICT"""
    )
    db.execute(
        """
        CREATE TABLE test_phones (
            e164 TEXT PRIMARY KEY,
            position INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID"""
    )
