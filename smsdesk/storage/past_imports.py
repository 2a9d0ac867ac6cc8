"""The imports that were made: from which file, with which numbers, and which change set undoes each."""

from __future__ import annotations

import json
from datetime import datetime

from smsdesk.domain.import_plan import ImportResult, PastImport
from smsdesk.storage.database import Connection


def add_import(connection: Connection, file: str, result: ImportResult, made_at: str) -> int:
    """Write one import that was made and give its id."""
    summary = {"new": result.new, "changed": result.changed, "unchanged": result.unchanged}
    cursor = connection.execute(
        "INSERT INTO imports (file, summary, made_at, change_set_id) VALUES (?, ?, ?, ?)",
        (file, json.dumps(summary), made_at, result.change_set_id),
    )
    return int(cursor.lastrowid)


def load_imports(connection: Connection, limit: int) -> list[PastImport]:
    """The last imports, newest first."""
    rows = connection.execute(
        "SELECT imports.id, file, summary, imports.made_at, change_set_id, undone_by, made_by "
        "FROM imports LEFT JOIN change_sets ON change_sets.id = change_set_id "
        "ORDER BY imports.id DESC LIMIT ?",
        (limit,),
    )
    return [_past(row) for row in rows]


def _past(row: Connection) -> PastImport:
    counts = _counts(row["summary"])
    return PastImport(
        id=row["id"],
        file=row["file"],
        made_at=datetime.fromisoformat(row["made_at"]),
        made_by=row["made_by"] or "",
        new=counts.get("new", 0),
        changed=counts.get("changed", 0),
        change_set_id=row["change_set_id"],
        undone=row["undone_by"] is not None,
    )


def _counts(text: str) -> dict[str, int]:
    try:
        return {str(name): int(count) for name, count in json.loads(text).items()}
    except (ValueError, TypeError, AttributeError):
        return {}
