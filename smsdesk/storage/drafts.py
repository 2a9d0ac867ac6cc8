"""Sends that are being composed, and what a broadcast was composed of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from smsdesk.domain.clock import stamp, unstamp
from smsdesk.domain.compositions import DraftContent, read_content
from smsdesk.storage.database import Connection


def save(connection: Connection, content: DraftContent, at: datetime) -> int:
    """Write a draft, a new one where its id is None or gone, and give its id."""
    row = connection.execute(
        "INSERT INTO drafts (id, content, updated_at) VALUES (?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET content = excluded.content, updated_at = excluded.updated_at "
        "RETURNING id",
        (content.id, content.to_json(), stamp(at)),
    ).fetchone()
    return int(row[0])


def all_drafts(connection: Connection) -> Iterator[DraftContent]:
    """Every draft that can be read, the latest first."""
    for row in connection.execute("SELECT * FROM drafts ORDER BY updated_at DESC, id DESC"):
        content = read_content(row["content"])
        if content is not None:
            yield replace(content, id=row["id"], updated_at=unstamp(row["updated_at"]))


def find(connection: Connection, draft_id: int) -> DraftContent | None:
    """One draft, None when there is none of this id, or nobody can read it."""
    row = connection.execute("SELECT * FROM drafts WHERE id = ?", (draft_id,)).fetchone()
    content = read_content(row["content"]) if row else None
    return replace(content, id=draft_id, updated_at=unstamp(row["updated_at"])) if content else None


def delete(connection: Connection, draft_id: int) -> bool:
    """Take a draft away; False when it was gone already."""
    return int(connection.execute("DELETE FROM drafts WHERE id = ?", (draft_id,)).rowcount) == 1


def keep_composition(connection: Connection, broadcast_id: int, content: DraftContent) -> None:
    """Write what a broadcast was composed of."""
    connection.execute(
        "INSERT INTO compositions (broadcast_id, content) VALUES (?, ?)", (broadcast_id, content.to_json())
    )


def composition(connection: Connection, broadcast_id: int) -> DraftContent | None:
    """What a broadcast was composed of; None where that was not written, as before version 0.2."""
    row = connection.execute(
        "SELECT content FROM compositions WHERE broadcast_id = ?", (broadcast_id,)
    ).fetchone()
    return read_content(row["content"]) if row else None
