"""Conversations: the list of phones that wrote or were written to, and both directions with one of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from smsdesk.domain.clock import stamp, unstamp
from smsdesk.domain.folding import fold
from smsdesk.domain.incoming import SenderKind
from smsdesk.domain.outgoing import PartState, message_state
from smsdesk.domain.text import normalise
from smsdesk.domain.views import Conversation, Direction, ReceivedView, ThreadItem
from smsdesk.storage.broadcasts import Row, error_of
from smsdesk.storage.database import Connection
from smsdesk.storage.inbox import PHONES_NAMED, RAW, fold_any, received_view

_AFTER_ALL = "9999"
"""Sorts behind every stamp."""

_CONVERSATIONS = f"""
    WITH listed AS (
        SELECT c.phone, c.last_at,
            (SELECT id FROM messages WHERE e164 = c.phone ORDER BY id DESC LIMIT 1) AS out_id,
            (SELECT id FROM received WHERE sender = c.phone AND visible_from <= :now
                ORDER BY id DESC LIMIT 1) AS in_id
        FROM conversations c
        WHERE (c.last_at, c.phone) < (:at, :phone) AND (out_id IS NOT NULL OR in_id IS NOT NULL)
        AND (:search = '' OR instr(fold(phone), :search) OR phone IN ({PHONES_NAMED})
            OR phone IN (SELECT sender FROM received WHERE instr(fold(text), :search)))
        AND (NOT :unread OR phone IN
            (SELECT sender FROM received WHERE read_at IS NULL AND visible_from <= :now))
        ORDER BY c.last_at DESC, c.phone DESC LIMIT :limit)
    SELECT l.phone, l.last_at, m.text AS out_text, m.created_at AS out_at, r.text AS in_text,
        r.received_at AS in_at, r.sender_kind AS kind,
        (SELECT count(*) FROM received u
            WHERE u.sender = l.phone AND u.read_at IS NULL AND u.visible_from <= :now) AS unread
    FROM listed l LEFT JOIN messages m ON m.id = l.out_id LEFT JOIN received r ON r.id = l.in_id
    ORDER BY l.last_at DESC, l.phone DESC"""  # noqa: S608  # literals of ours


def conversations(
    connection: Connection,
    now: datetime,
    search: str,
    limit: int,
    before: Conversation | None,
    *,
    unread: bool = False,
) -> tuple[Conversation, ...]:
    """One entry a phone, the last spoken first; `names` stays empty.

    What may not be shown yet moves a conversation up, but is not told.
    """
    connection.create_function("fold", 1, fold_any, deterministic=True)
    values = {
        "now": stamp(now),
        "search": fold(normalise(search)),
        "limit": limit,
        "at": stamp(before.last_at) if before else _AFTER_ALL,
        "phone": before.phone if before else "",
        "unread": unread,
    }
    return tuple(map(_conversation, connection.execute(_CONVERSATIONS, values)))


def _conversation(row: Row) -> Conversation:
    # Stamps sort as their moments do; of two in one instant the desk's is shown last, as in the thread.
    last_outgoing = (row["out_at"] or "") >= (row["in_at"] or "")
    return Conversation(
        phone=row["phone"],
        names=(),
        last_text=row["out_text"] if last_outgoing else row["in_text"] or "",
        last_at=unstamp(row["last_at"]),
        unread=row["unread"],
        sender_kind=SenderKind(row["kind"] or SenderKind.PHONE),
        last_outgoing=last_outgoing,
    )


_THREAD = """
    SELECT * FROM (
        SELECT 'out' AS direction, id, created_at AS at FROM messages
        WHERE e164 = :phone AND (created_at, 'out', id) < (:at, :direction, :id)
        ORDER BY id DESC LIMIT :limit)
    UNION ALL SELECT * FROM (
        SELECT 'in', id, received_at FROM received
        WHERE sender = :phone AND visible_from <= :now
        AND (received_at, 'in', id) < (:at, :direction, :id)
        ORDER BY id DESC LIMIT :limit)
    ORDER BY at DESC, direction DESC, id DESC LIMIT :limit"""


def thread(
    connection: Connection, phone: str, now: datetime, limit: int, before: ThreadItem | None
) -> tuple[ThreadItem, ...]:
    """Messages both ways with one phone, older than `before`, the newest first."""
    values = {
        "phone": phone,
        "now": stamp(now),
        "limit": limit,
        "at": stamp(before.at) if before else _AFTER_ALL,
        "direction": before.direction.value if before else "",
        "id": before.id if before else 0,
    }
    rows = connection.execute(_THREAD, values).fetchall()
    by_way = {
        Direction.OUT: _sent(connection, [row["id"] for row in rows if row["direction"] == "out"]),
        Direction.IN: _came(connection, [row["id"] for row in rows if row["direction"] == "in"]),
    }
    return tuple(by_way[Direction(row["direction"])][row["id"]] for row in rows)


def _sent(connection: Connection, ids: Sequence[int]) -> dict[int, ThreadItem]:
    rows = connection.execute(
        "SELECT m.id, m.text, m.created_at, m.broadcast_id, b.title,"
        " json_group_array(json_array(p.state, p.error)) AS parts"
        " FROM messages m JOIN broadcasts b ON b.id = m.broadcast_id JOIN parts p ON p.message_id = m.id"
        " WHERE m.id IN (SELECT value FROM json_each(?)) GROUP BY m.id",
        (json.dumps(ids),),
    )
    return {row["id"]: _outgoing(row, json.loads(row["parts"])) for row in rows}


def _outgoing(row: Row, parts: Sequence[tuple[str, str | None]]) -> ThreadItem:
    state = message_state(PartState(state) for state, _ in parts)
    return ThreadItem(
        direction=Direction.OUT,
        id=row["id"],
        text=row["text"],
        at=unstamp(row["created_at"]),
        state=state,
        error=error_of(error for part_state, error in parts if part_state == state),
        broadcast=row["title"],
        broadcast_id=row["broadcast_id"],
    )


def _came(connection: Connection, ids: Sequence[int]) -> dict[int, ThreadItem]:
    rows = connection.execute(
        f"SELECT r.*, {RAW} FROM received r WHERE id IN (SELECT value FROM json_each(?))",  # noqa: S608
        (json.dumps(ids),),
    )
    return {row["id"]: _incoming(received_view(row)) for row in rows}


def _incoming(message: ReceivedView) -> ThreadItem:
    return ThreadItem(
        direction=Direction.IN,
        id=message.id,
        text=message.text,
        at=message.received_at,
        complete=message.complete,
        read=message.read,
        raw=message.raw if message.text is None else "",
    )
