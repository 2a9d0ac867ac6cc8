"""The schema of for whom the lines of an exercise's log sheet are, so that erased people leave it."""

from __future__ import annotations

import json
from typing import Any

from sqlite_utils import Database as SqliteUtilsDatabase


def m0020_exercise_lines(db: SqliteUtilsDatabase) -> None:
    """Names, phones and merged texts leave the records; whoever is erased takes his whole line with him.

    What 0.2 wrote tells nobody's id: who is found by name and phone stays, of others only the outcome.
    """
    db.execute(
        """
        CREATE TABLE exercise_lines (
            crisis_id INTEGER NOT NULL REFERENCES crises (id) ON DELETE CASCADE,
            place INTEGER NOT NULL,
            e164 TEXT NOT NULL,
            texts TEXT NOT NULL,
            PRIMARY KEY (crisis_id, place)
        ) STRICT, WITHOUT ROWID"""
    )
    db.execute(
        """
        CREATE TABLE exercise_people (
            crisis_id INTEGER NOT NULL,
            place INTEGER NOT NULL,
            position INTEGER NOT NULL,
            contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
            PRIMARY KEY (crisis_id, place, position),
            FOREIGN KEY (crisis_id, place) REFERENCES exercise_lines (crisis_id, place) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID"""
    )
    db.execute("CREATE INDEX exercise_people_contact ON exercise_people (contact_id)")
    # A text to a family names all its children: it goes with the first of them.
    db.execute(
        """
        CREATE TRIGGER exercise_people_erased AFTER DELETE ON exercise_people
        BEGIN DELETE FROM exercise_lines WHERE crisis_id = OLD.crisis_id AND place = OLD.place; END"""
    )
    kept = db.execute("SELECT id, log FROM crises WHERE log IS NOT NULL").fetchall()
    for crisis_id, text in kept:
        db.execute("UPDATE crises SET log = ? WHERE id = ?", (_taken_apart(db, crisis_id, text), crisis_id))


def _taken_apart(db: SqliteUtilsDatabase, crisis_id: int, text: str) -> str | None:
    """A record of 0.2 without names, phones and texts, kept apart; None where nobody can read it."""
    try:
        said = json.loads(text)
        rows, others = list(said["rows"]), list(said["unreachable"])
        said["rows"] = [[_without_text(entry) for entry in entries] for _, _, entries, _ in rows]
        said["unreachable"] = [reason for _, reason, _ in others]
        lines = [(e164, names, [entry and entry[1] for entry in entries]) for e164, names, entries, _ in rows]
        lines += [("", [name], []) for name, _, _ in others]
        for place, line in enumerate(lines):
            _keep_line(db, crisis_id, place, *line)
    except (ValueError, TypeError, LookupError, RecursionError):
        return None
    return json.dumps(said, ensure_ascii=False)


def _without_text(entry: Any) -> Any:
    return entry if entry is None else [entry[0], *entry[2:]]


_NAMED = """
    SELECT id FROM contacts c WHERE trim(first_name || ' ' || last_name) = ?1 AND (?2 = '' OR EXISTS (
        SELECT 1 FROM phones p WHERE p.e164 = ?2 AND (p.contact_id = c.id OR p.contact_id IN
            (SELECT guardian_id FROM guardianships WHERE pupil_id = c.id))))
    ORDER BY archived_at IS NOT NULL, id LIMIT 1
"""


def _keep_line(
    db: SqliteUtilsDatabase, crisis_id: int, place: int, e164: str, names: list[str], texts: list[Any]
) -> None:
    found = [db.execute(_NAMED, (name, e164)).fetchone() for name in names]
    if not found or None in found:
        return
    db.execute(
        "INSERT INTO exercise_lines (crisis_id, place, e164, texts) VALUES (?, ?, ?, ?)",
        (crisis_id, place, e164, json.dumps(texts)),
    )
    for position, (contact_id,) in enumerate(found):
        db.execute(
            "INSERT INTO exercise_people (crisis_id, place, position, contact_id) VALUES (?, ?, ?, ?)",
            (crisis_id, place, position, contact_id),
        )
