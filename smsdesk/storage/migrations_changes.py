"""The schema of what was changed among the people, for undo and redo."""

from __future__ import annotations

from sqlite_utils import Database as SqliteUtilsDatabase


def m0005_changes(db: SqliteUtilsDatabase) -> None:
    """Change sets, and the rows as they were before."""
    db.execute(
        """
        CREATE TABLE change_sets (
            id INTEGER PRIMARY KEY,
            title TEXT NOT NULL,
            made_by TEXT NOT NULL DEFAULT '',
            made_at TEXT NOT NULL,
            undoes INTEGER REFERENCES change_sets (id) ON DELETE CASCADE,
            undone_by INTEGER REFERENCES change_sets (id) ON DELETE SET NULL
        ) STRICT"""
    )
    db.execute(
        """
        CREATE TABLE changed_rows (
            id INTEGER PRIMARY KEY,
            change_set_id INTEGER NOT NULL REFERENCES change_sets (id) ON DELETE CASCADE,
            of_table TEXT NOT NULL,
            key TEXT NOT NULL,
            before TEXT
        ) STRICT"""
    )
    db.execute("CREATE INDEX changed_rows_set ON changed_rows (change_set_id, id)")
    db.execute("CREATE INDEX changed_rows_key ON changed_rows (of_table, key)")
