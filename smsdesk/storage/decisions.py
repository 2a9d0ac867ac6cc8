"""A person's word on what is in the queue: stop it, hold it, decide about what is uncertain."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from smsdesk.domain.clock import stamp
from smsdesk.domain.delivery import Reason
from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.domain.views import CancelResult
from smsdesk.storage.database import Connection


def cancel_broadcast(connection: Connection, broadcast_id: int, at: datetime) -> int:
    """Stop a broadcast before its next part; answers how many parts will not be sent.

    What is being handed to a modem at this moment is not called back; if it has to be tried again, it is
    cancelled then. What was to be sent again is uncertain again.
    """
    connection.execute(
        "UPDATE broadcasts SET cancelled_at = coalesce(cancelled_at, ?), paused = 0 WHERE id = ?",
        (stamp(at), broadcast_id),
    )
    mine = "SELECT id FROM messages WHERE broadcast_id = :broadcast"
    return stop(connection, mine, {"broadcast": broadcast_id, "error": str(Reason.CANCELLED)})


def cancel_counted(connection: Connection, broadcast_id: int, at: datetime) -> CancelResult:
    """`cancel_broadcast`, answering in messages.

    A long message whose first SMS has left counts as left: sent anew, that SMS would come a second time.
    """
    _, before = _messages(connection, broadcast_id)
    cancel_broadcast(connection, broadcast_id, at)
    messages, stopped = _messages(connection, broadcast_id)
    return CancelResult(stopped - before, messages - stopped)


def _messages(connection: Connection, broadcast_id: int) -> tuple[int, int]:
    """How many messages a broadcast has, and of how many nothing leaves."""
    messages, stopped = connection.execute(
        "SELECT count(*), coalesce(sum(NOT EXISTS (SELECT 1 FROM parts"
        "  WHERE message_id = m.id AND state <> 'cancelled')), 0)"
        " FROM messages m WHERE broadcast_id = ?",
        (broadcast_id,),
    ).fetchone()
    return int(messages), int(stopped)


def stop(connection: Connection, messages: str, values: Mapping[str, object]) -> int:
    """Do not send what waits of some messages, for the reason `error` among the values; how many parts.

    `messages` is a query for their ids, with its `values`. What was to be sent again is uncertain again.
    """
    kept_back = withdraw(connection, messages, values)
    cursor = connection.execute(
        "UPDATE parts SET state = 'cancelled', not_before = NULL, error = :error WHERE state = 'queued'"  # noqa: S608  # a literal of ours
        f" AND message_id IN ({messages})",
        values,
    )
    return len(kept_back) + int(cursor.rowcount)


def withdraw(connection: Connection, messages: str, values: Mapping[str, object]) -> list[int]:
    """Parts that were to be sent again are not: their first attempt is as uncertain as it was before.

    `messages` is a query for the ids of messages, with its `values`. The decisions go too: another one may
    follow. Such a part is queued and was submitted before. Answers the ids of their messages.
    """
    rows = connection.execute(
        "UPDATE parts SET state = 'unknown', not_before = NULL, error = :not_repeated"  # noqa: S608  # ours
        " WHERE state = 'queued' AND submitted_at IS NOT NULL"
        f" AND message_id IN ({messages}) RETURNING id, attempts, message_id",
        {**values, "not_repeated": str(Reason.NOT_REPEATED)},
    ).fetchall()
    connection.executemany(
        "DELETE FROM decisions WHERE part_id = ? AND attempt = ?",
        [(row["id"], row["attempts"]) for row in rows],
    )
    return [row["message_id"] for row in rows]


def set_paused(connection: Connection, broadcast_id: int, paused: bool) -> None:
    """Hold what is still queued of a broadcast, or let it go on."""
    connection.execute("UPDATE broadcasts SET paused = ? WHERE id = ?", (int(paused), broadcast_id))


def hold_waiting(connection: Connection, broadcast_ids: Sequence[int]) -> list[int]:
    """Hold those of which something waits, or may come by their rule; answers which were not held before."""
    rows = connection.execute(
        "UPDATE broadcasts SET paused = 1"
        " WHERE id IN (SELECT value FROM json_each(?)) AND paused = 0 AND cancelled_at IS NULL"
        " AND (EXISTS (SELECT 1 FROM messages m JOIN parts p ON p.message_id = m.id"
        "  WHERE m.broadcast_id = broadcasts.id AND p.state = 'queued')"
        " OR EXISTS (SELECT 1 FROM escalations e WHERE e.broadcast_id = broadcasts.id AND e.ended = 0))"
        " RETURNING id",
        (json.dumps(list(broadcast_ids)),),
    )
    return sorted(row[0] for row in rows.fetchall())


def decide(connection: Connection, message_id: int, *, resend: bool, by: str, at: datetime) -> int:
    """Record a person's decision for each uncertain part of a message; answers how many there were.

    `resend` puts them back into the queue at once, even when their broadcast was cancelled meanwhile;
    otherwise they count as accepted. InputError when no part is uncertain, or when it is too late to send.
    """
    parts = connection.execute(
        "SELECT p.id, p.attempts, b.expires_at FROM parts p JOIN messages m ON m.id = p.message_id"
        " JOIN broadcasts b ON b.id = m.broadcast_id WHERE m.id = ? AND p.state = 'unknown' ORDER BY p.seq",
        (message_id,),
    ).fetchall()
    if not parts:
        raise InputError(
            say("Message {id} is not uncertain (any more): there is nothing to decide.", id=message_id)
        )
    if resend and parts[0]["expires_at"] and parts[0]["expires_at"] <= stamp(at):
        raise InputError(
            say("It is too late to send message {id} again. Write a new message instead.", id=message_id)
        )
    _record(connection, [(part["id"], part["attempts"]) for part in parts], resend, by, at)
    return len(parts)


def _record(
    connection: Connection, attempts: list[tuple[int, int]], resend: bool, by: str, at: datetime
) -> None:
    decision, state = ("resend", "queued") if resend else ("consider_sent", "accepted")
    connection.executemany(
        "INSERT INTO decisions (part_id, attempt, decision, decided_by, decided_at) VALUES (?, ?, ?, ?, ?)",
        [(part_id, attempt, decision, by, stamp(at)) for part_id, attempt in attempts],
    )
    connection.executemany(
        "UPDATE parts SET state = ?, not_before = NULL, error = NULL,"
        " accepted_at = CASE WHEN ? THEN NULL ELSE submitted_at END WHERE id = ?",
        [(state, resend, part_id) for part_id, _ in attempts],
    )
