"""Puts the parts of a message into a state by the way the engine would go."""

from __future__ import annotations

from smsdesk.domain.outgoing import PartState
from smsdesk.storage.database import Database

_S = PartState
_WAY = {
    _S.QUEUED: (),
    _S.SUBMITTING: (_S.CLAIMED, _S.SUBMITTING),
    _S.ACCEPTED: (_S.CLAIMED, _S.SUBMITTING, _S.ACCEPTED),
    _S.DELIVERED: (_S.CLAIMED, _S.SUBMITTING, _S.ACCEPTED, _S.DELIVERED),
    _S.FAILED: (_S.CLAIMED, _S.SUBMITTING, _S.FAILED),
    _S.UNKNOWN: (_S.CLAIMED, _S.SUBMITTING, _S.UNKNOWN),
}


def bring(
    database: Database,
    message_id: int,
    state: PartState,
    *,
    seq: int = 1,
    error: str | None = None,
    submitted_at: str | None = None,
) -> None:
    """Bring one queued part of a message into `state`."""
    with database.write() as connection:
        for step in _WAY[state]:
            connection.execute(
                "UPDATE parts SET state = ? WHERE message_id = ? AND seq = ?", (step, message_id, seq)
            )
        if state is not _S.QUEUED:
            connection.execute(
                "UPDATE parts SET error = ?, attempts = attempts + 1, submitted_at = coalesce(?, submitted_at)"
                " WHERE message_id = ? AND seq = ?",
                (error, submitted_at, message_id, seq),
            )
