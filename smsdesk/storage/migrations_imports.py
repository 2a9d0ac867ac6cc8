"""The schema of imports: what was imported, and what the columns of lists of one shape mean."""

from __future__ import annotations

from sqlite_utils import Database as SqliteUtilsDatabase


def m0006_imports(db: SqliteUtilsDatabase) -> None:
    """The imports that were made, and the mapping that a person gave to a shape of list."""
    db.execute(
        """
        CREATE TABLE imports (
            id INTEGER PRIMARY KEY,
            file TEXT NOT NULL,
            digest TEXT NOT NULL DEFAULT '',
            outcome TEXT NOT NULL DEFAULT '',
            summary TEXT NOT NULL,
            made_at TEXT NOT NULL,
            revision TEXT NOT NULL DEFAULT '',
            change_set_id INTEGER REFERENCES change_sets (id) ON DELETE SET NULL
        ) STRICT"""
    )
    db.execute("CREATE INDEX imports_digest ON imports (digest) WHERE digest <> ''")
    db.execute(
        """
        CREATE TABLE list_shapes (
            signature TEXT PRIMARY KEY,
            columns TEXT NOT NULL,
            used_at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID"""
    )
