"""The schema of what is taken back in the plan, and of whether other SIMs take over what a limit holds."""

from __future__ import annotations

from sqlite_utils import Database as SqliteUtilsDatabase


def m0018_taken_back(db: SqliteUtilsDatabase) -> None:
    """A skipped send and a stopped series come back when a person says so; a sent one stays sent.

    `with_series` marks what was skipped because its series was stopped, and `replaced_by` the series that
    came in the place of another: that one must not come back beside it.
    """
    db.execute(
        "ALTER TABLE occurrences ADD COLUMN"
        " with_series INTEGER NOT NULL DEFAULT 0 CHECK (with_series IN (0, 1))"
    )
    db.execute("ALTER TABLE series ADD COLUMN replaced_by INTEGER REFERENCES series (id) ON DELETE SET NULL")
    db.execute("DROP TRIGGER occurrences_once")
    db.execute(
        """
        CREATE TRIGGER occurrences_once BEFORE UPDATE OF state ON occurrences
        WHEN OLD.state = 'sent' OR (OLD.state = 'skipped' AND NEW.state <> 'planned')
        BEGIN SELECT RAISE(ABORT, 'a planned send is sent once'); END"""
    )
    db.execute(
        "ALTER TABLE sim_plans ADD COLUMN"
        " others_take INTEGER NOT NULL DEFAULT 0 CHECK (others_take IN (0, 1))"
    )
    db.execute(
        """
        CREATE TABLE sim_handovers (
            broadcast_id INTEGER PRIMARY KEY REFERENCES broadcasts (id) ON DELETE CASCADE,
            decided_by TEXT NOT NULL,
            decided_at TEXT NOT NULL
        ) STRICT"""
    )
