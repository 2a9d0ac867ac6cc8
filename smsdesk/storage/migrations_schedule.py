"""The schema of what is planned: series of sends, and each send of them."""

from __future__ import annotations

from sqlite_utils import Database as SqliteUtilsDatabase


def m0011_schedule(db: SqliteUtilsDatabase) -> None:
    """Series with their timing, and their sends; wall times are local, "2026-03-12T18:00"."""
    db.execute(
        """
        CREATE TABLE series (
            id INTEGER PRIMARY KEY,
            title TEXT NOT NULL,
            request TEXT NOT NULL,
            body TEXT NOT NULL,
            fields TEXT NOT NULL,
            purpose TEXT NOT NULL CHECK (purpose IN ('information', 'alert', 'promotion')),
            priority INTEGER NOT NULL,
            timing TEXT NOT NULL,
            on_missed TEXT NOT NULL CHECK (on_missed IN ('send', 'skip', 'ask')),
            laid_out_to TEXT NOT NULL,
            created_at TEXT NOT NULL,
            stopped_at TEXT
        ) STRICT"""
    )
    db.execute("CREATE INDEX series_laid_out ON series (laid_out_to) WHERE stopped_at IS NULL")
    # `slot` names the send within its series and stays when it is moved: a rule never makes it twice.
    db.execute(
        """
        CREATE TABLE occurrences (
            id INTEGER PRIMARY KEY,
            series_id INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
            slot TEXT NOT NULL,
            wall TEXT NOT NULL,
            fold INTEGER NOT NULL DEFAULT 0 CHECK (fold IN (0, 1)),
            state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'sent', 'skipped')),
            problem TEXT,
            broadcast_id INTEGER REFERENCES broadcasts (id) ON DELETE SET NULL,
            UNIQUE (series_id, slot)
        ) STRICT"""
    )
    db.execute("CREATE INDEX occurrences_planned ON occurrences (wall) WHERE state = 'planned'")
    db.execute("CREATE INDEX occurrences_wall ON occurrences (wall)")
    db.execute("CREATE INDEX occurrences_broadcast ON occurrences (broadcast_id)")
    db.execute(
        """
        CREATE TRIGGER occurrences_once BEFORE UPDATE OF state ON occurrences
        WHEN OLD.state <> 'planned'
        BEGIN SELECT RAISE(ABORT, 'a planned send is sent or skipped once'); END"""
    )
