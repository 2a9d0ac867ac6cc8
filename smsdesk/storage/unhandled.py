"""Whole messages that no rule has looked at yet; the database notes each when it becomes whole."""

from __future__ import annotations

from smsdesk.domain.clock import unstamp
from smsdesk.domain.incoming import Arrived, SenderKind
from smsdesk.storage.broadcasts import Row
from smsdesk.storage.database import Connection


def any_waiting(connection: Connection) -> bool:
    """Whether a message waits for the rules."""
    return connection.execute("SELECT 1 FROM unhandled LIMIT 1").fetchone() is not None


_ARRIVED = "SELECT r.id, r.sender, r.sender_kind, r.text, r.received_at, r.sim FROM received r"


def next_waiting(connection: Connection) -> Arrived | None:
    """The oldest message that waits for the rules."""
    row = connection.execute(
        f"{_ARRIVED} JOIN unhandled ON received_id = r.id ORDER BY received_id LIMIT 1"
    ).fetchone()
    return None if row is None else _arrived(row)


def arrived(connection: Connection, received_id: int) -> Arrived:
    """A message as the rules saw it, for what a person decides about it later; it has to be there."""
    return _arrived(connection.execute(f"{_ARRIVED} WHERE r.id = ?", (received_id,)).fetchone())


def _arrived(row: Row) -> Arrived:
    return Arrived(
        id=row["id"],
        sender=row["sender"],
        sender_kind=SenderKind(row["sender_kind"]),
        text=row["text"] or "",
        received_at=unstamp(row["received_at"]),
        sim=row["sim"],
    )


def mark_handled(connection: Connection, received_id: int) -> None:
    """The rules have looked at it, in the caller's transaction."""
    connection.execute("DELETE FROM unhandled WHERE received_id = ?", (received_id,))
