"""The schema of crises: what was told to whom in which steps, and the records of exercises."""

from __future__ import annotations

from sqlite_utils import Database as SqliteUtilsDatabase


def m0013_crisis(db: SqliteUtilsDatabase) -> None:
    """Crises and their steps; an exercise keeps no broadcasts, only its log sheet (JSON)."""
    db.execute(
        """
        CREATE TABLE crises (
            id INTEGER PRIMARY KEY,
            scenario TEXT NOT NULL,
            exercise INTEGER NOT NULL CHECK (exercise IN (0, 1)),
            whom TEXT NOT NULL DEFAULT '',
            request TEXT NOT NULL,
            fields TEXT NOT NULL,
            started_at TEXT NOT NULL,
            started_by TEXT NOT NULL DEFAULT '',
            ended_at TEXT,
            log TEXT
        ) STRICT"""
    )
    db.execute("CREATE INDEX crises_running ON crises (id) WHERE ended_at IS NULL")
    db.execute(
        """
        CREATE TABLE crisis_steps (
            crisis_id INTEGER NOT NULL REFERENCES crises (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            step TEXT NOT NULL CHECK (step IN ('alert', 'update', 'all_clear')),
            number INTEGER NOT NULL,
            body TEXT NOT NULL,
            broadcast_id INTEGER REFERENCES broadcasts (id) ON DELETE SET NULL,
            told_at TEXT NOT NULL,
            told_by TEXT NOT NULL DEFAULT '',
            stopped INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (crisis_id, position)
        ) STRICT"""
    )
    db.execute("CREATE INDEX crisis_steps_broadcast ON crisis_steps (broadcast_id)")
