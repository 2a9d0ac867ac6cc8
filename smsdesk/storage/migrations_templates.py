"""The schema of templates, continued: default audience, former versions, and what came with the program."""

from __future__ import annotations

from sqlite_utils import Database as SqliteUtilsDatabase


def m0007_templates(db: SqliteUtilsDatabase) -> None:
    """A template's audience by group names, its former versions, and the shipped ones a profile was given."""
    db.execute(
        "ALTER TABLE templates ADD COLUMN audience TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(audience))"
    )
    db.execute("ALTER TABLE templates ADD COLUMN shipped_key TEXT")
    db.execute(
        """
        CREATE TABLE template_versions (
            id INTEGER PRIMARY KEY,
            template_id INTEGER NOT NULL REFERENCES templates (id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            category TEXT NOT NULL,
            body TEXT NOT NULL,
            purpose TEXT NOT NULL CHECK (purpose IN ('information', 'alert', 'promotion')),
            audience TEXT NOT NULL CHECK (json_valid(audience)),
            saved_at TEXT NOT NULL
        ) STRICT"""
    )
    db.execute("CREATE INDEX template_versions_of ON template_versions (template_id, id)")
    db.execute(
        """
        CREATE TABLE shipped_templates (
            key TEXT PRIMARY KEY,
            digest TEXT NOT NULL
        ) STRICT, WITHOUT ROWID"""
    )
