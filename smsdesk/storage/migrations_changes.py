"""The schema of what was changed among the people, for undo and redo."""

from __future__ import annotations

from sqlite_utils import Database as SqliteUtilsDatabase


def m0005_changes(db: SqliteUtilsDatabase) -> None:
    """Change sets, the rows as they were before, and pairs of people who were told apart."""
    # `undoes` and `undone_by` are numbers without a reference: the set they name may have been forgotten.
    db.execute(
        """
        CREATE TABLE change_sets (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            title TEXT NOT NULL,
            made_by TEXT NOT NULL DEFAULT '',
            made_at TEXT NOT NULL,
            undoes INTEGER,
            undone_by INTEGER,
            first_new_contact INTEGER,
            last_new_contact INTEGER
        ) STRICT"""
    )
    db.execute(
        """
        CREATE TABLE changed_rows (
            change_set_id INTEGER NOT NULL REFERENCES change_sets (id) ON DELETE CASCADE,
            of_table TEXT NOT NULL,
            key TEXT NOT NULL,
            contact_id INTEGER,
            guardian_id INTEGER,
            before TEXT,
            PRIMARY KEY (change_set_id, of_table, key)
        ) STRICT, WITHOUT ROWID"""
    )
    db.execute(
        """
        CREATE TABLE told_apart (
            one_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
            other_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
            PRIMARY KEY (one_id, other_id),
            CHECK (one_id < other_id)
        ) STRICT"""
    )
    # A contact or a group that is deleted looks for what points to it: without an index, through every row.
    db.execute("CREATE INDEX told_apart_other ON told_apart (other_id)")
    db.execute("CREATE INDEX message_people_contact ON message_people (contact_id)")
    db.execute("CREATE INDEX left_out_contact ON left_out (contact_id)")
    db.execute("CREATE INDEX groups_teacher ON groups (teacher_id)")
    db.execute("CREATE INDEX groups_parent ON groups (parent_id)")
