"""Reading what was received, and both directions of a conversation with one phone."""

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
from smsdesk.storage.broadcasts import Row, error_of, moment, most
from smsdesk.storage.database import Connection

_RAW = (
    "(SELECT group_concat(pdu, char(10)) FROM (SELECT w.pdu FROM received_parts t"
    " JOIN raw_pdus w ON w.id = t.raw_id WHERE t.received_id = r.id ORDER BY t.seq)) AS raw"
)
_PHONES_NAMED = (
    "SELECT h.e164 FROM contacts c"
    " LEFT JOIN guardianships g ON g.pupil_id = c.id"
    " JOIN phones h ON h.contact_id IN (c.id, g.guardian_id)"
    " WHERE instr(c.folded, :search)"
)
"""Phones of the people found, and of the guardians of pupils found."""


def holders(connection: Connection, e164s: Sequence[str]) -> dict[str, list[tuple[int, str]]]:
    """Who has each phone (id and name): the people themselves, then the pupils whose guardians they are."""
    rows = connection.execute(
        "SELECT h.e164, c.id, c.first_name, c.last_name FROM phones h"
        " JOIN contacts c ON c.id = h.contact_id AND c.archived_at IS NULL"
        " WHERE h.e164 IN (SELECT value FROM json_each(:phones))"
        " UNION ALL SELECT h.e164, c.id, c.first_name, c.last_name FROM phones h"
        " JOIN guardianships g ON g.guardian_id = h.contact_id"
        " JOIN contacts c ON c.id = g.pupil_id AND c.archived_at IS NULL"
        " WHERE h.e164 IN (SELECT value FROM json_each(:phones))",
        {"phones": json.dumps(list(e164s))},
    )
    found: dict[str, list[tuple[int, str]]] = {}
    for row in rows:
        person = (row["id"], f"{row['first_name']} {row['last_name']}".strip())
        people = found.setdefault(row["e164"], [])
        if person not in people:
            people.append(person)
    return found


def received(
    connection: Connection,
    now: datetime,
    *,
    unread: bool = False,
    limit: int | None,
    before_id: int | None = None,
    search: str = "",
) -> tuple[ReceivedView, ...]:
    """Messages that may be shown now, the newest first; `contacts` stays empty."""
    connection.create_function("fold", 1, _fold_any, deterministic=True)
    rows = connection.execute(
        f"SELECT r.*, {_RAW} FROM received r"  # noqa: S608  # literals of ours
        " WHERE visible_from <= :now AND (:before IS NULL OR id < :before)"
        " AND (read_at IS NULL OR NOT :unread)"
        " AND (:search = '' OR instr(fold(text), :search) OR instr(fold(sender), :search)"
        f" OR sender IN ({_PHONES_NAMED})) ORDER BY id DESC LIMIT :limit",
        {
            "now": stamp(now),
            "before": before_id,
            "unread": unread,
            "search": fold(normalise(search)),
            "limit": most(limit),
        },
    )
    return tuple(_received(row) for row in rows)


def _fold_any(text: str | None) -> str:
    return fold(text or "")


def _received(row: Row) -> ReceivedView:
    return ReceivedView(
        id=row["id"],
        sender=row["sender"],
        sender_kind=SenderKind(row["sender_kind"]),
        contacts=(),
        text=row["text"],
        raw=row["raw"] or "",
        complete=bool(row["complete"]),
        sent_at=moment(row["sent_at"]),
        received_at=unstamp(row["received_at"]),
        read=row["read_at"] is not None,
        kind=row["kind"],
    )


def unread_count(connection: Connection, now: datetime) -> int:
    """How many messages that may be shown now nobody has read."""
    row = connection.execute(
        "SELECT count(*) AS unread FROM received WHERE read_at IS NULL AND visible_from <= ?", (stamp(now),)
    ).fetchone()
    return int(row["unread"])


def mark_read(connection: Connection, sender: str, now: datetime) -> int:
    """Everything from this sender that may be shown now was read now; answers how many were not before."""
    done = connection.execute(
        "UPDATE received SET read_at = :now"
        " WHERE sender = :sender AND read_at IS NULL AND visible_from <= :now",
        {"now": stamp(now), "sender": sender},
    )
    return int(done.rowcount)


def conversations(
    connection: Connection,
    now: datetime,
    search: str,
    limit: int,
    before: Conversation | None,
    *,
    unread: bool = False,
) -> tuple[Conversation, ...]:
    """One entry a phone, the last spoken first; `names` stays empty."""
    connection.create_function("fold", 1, _fold_any, deterministic=True)
    values = {
        "now": stamp(now),
        "search": fold(normalise(search)),
        "limit": limit,
        "at": stamp(before.last_at) if before else None,
        "phone": before.phone if before else None,
        "unread": unread,
    }
    rows = connection.execute(
        "SELECT phone, last_at FROM conversations WHERE (:at IS NULL OR (last_at, phone) < (:at, :phone))"  # noqa: S608
        f" AND (:search = '' OR instr(fold(phone), :search) OR phone IN ({_PHONES_NAMED})"
        " OR phone IN (SELECT sender FROM received WHERE instr(fold(text), :search)))"
        " AND (NOT :unread OR phone IN"
        " (SELECT sender FROM received WHERE read_at IS NULL AND visible_from <= :now))"
        " ORDER BY last_at DESC, phone DESC LIMIT :limit",
        values,
    ).fetchall()
    found = (_conversation(connection, row, now) for row in rows)
    return tuple(conversation for conversation in found if conversation)


def _conversation(connection: Connection, row: Row, now: datetime) -> Conversation | None:
    """The conversation with a phone; None while nothing of it may be shown."""
    newest = thread(connection, row["phone"], now, limit=1, before=None)
    if not newest:
        return None
    kind, unread = _sender(connection, row["phone"], now)
    return Conversation(
        phone=row["phone"],
        names=(),
        last_text=newest[0].text or "",
        last_at=unstamp(row["last_at"]),
        unread=unread,
        sender_kind=kind,
        last_outgoing=newest[0].direction is Direction.OUT,
    )


def _sender(connection: Connection, phone: str, now: datetime) -> tuple[SenderKind, int]:
    """What kind of address this is (one we wrote to is a phone), and its unread messages."""
    row = connection.execute(
        "SELECT (SELECT sender_kind FROM received WHERE sender = :phone ORDER BY id DESC LIMIT 1) AS kind,"
        " (SELECT count(*) FROM received WHERE read_at IS NULL AND sender = :phone AND visible_from <= :now)"
        " AS unread",
        {"phone": phone, "now": stamp(now)},
    ).fetchone()
    return SenderKind(row["kind"] or SenderKind.PHONE), int(row["unread"])


_THREAD = """
    SELECT * FROM (
        SELECT 'out' AS direction, id, created_at AS at FROM messages
        WHERE e164 = :phone AND (:at IS NULL OR (created_at, 'out', id) < (:at, :direction, :id))
        ORDER BY id DESC LIMIT :limit)
    UNION ALL SELECT * FROM (
        SELECT 'in', id, received_at FROM received
        WHERE sender = :phone AND visible_from <= :now
        AND (:at IS NULL OR (received_at, 'in', id) < (:at, :direction, :id))
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
        "at": stamp(before.at) if before else None,
        "direction": before.direction.value if before else None,
        "id": before.id if before else None,
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
        f"SELECT r.*, {_RAW} FROM received r WHERE id IN (SELECT value FROM json_each(?))",  # noqa: S608
        (json.dumps(ids),),
    )
    return {row["id"]: _incoming(_received(row)) for row in rows}


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
