"""Reading what was received, and who has the phone it came from."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from smsdesk.domain.clock import stamp, unstamp
from smsdesk.domain.folding import fold
from smsdesk.domain.incoming import SenderKind
from smsdesk.domain.text import normalise
from smsdesk.domain.views import ReceivedView
from smsdesk.storage.broadcasts import Row, moment, most, older_than
from smsdesk.storage.database import Connection

RAW = (
    "(SELECT group_concat(pdu, char(10)) FROM (SELECT w.pdu FROM received_parts t"
    " JOIN raw_pdus w ON w.id = t.raw_id WHERE t.received_id = r.id ORDER BY t.seq)) AS raw"
)
PHONES_NAMED = (
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
    connection.create_function("fold", 1, fold_any, deterministic=True)
    rows = connection.execute(
        f"SELECT r.*, {RAW} FROM received r"  # noqa: S608  # literals of ours
        " WHERE visible_from <= :now AND id < :before"
        " AND (read_at IS NULL OR NOT :unread)"
        " AND (:search = '' OR instr(fold(text), :search) OR instr(fold(sender), :search)"
        f" OR sender IN ({PHONES_NAMED})) ORDER BY id DESC LIMIT :limit",
        {
            "now": stamp(now),
            "before": older_than(before_id),
            "unread": unread,
            "search": fold(normalise(search)),
            "limit": most(limit),
        },
    )
    return tuple(received_view(row) for row in rows)


def fold_any(text: str | None) -> str:
    """`fold` for a column that may be NULL."""
    return fold(text or "")


def received_view(row: Row) -> ReceivedView:
    """A row of `received` with its `raw`."""
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
