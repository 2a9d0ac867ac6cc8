"""Reading what was received, and who has the phone it came from."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from smsdesk.domain.clock import stamp, unstamp
from smsdesk.domain.incoming import SenderKind
from smsdesk.domain.views import ReceivedView
from smsdesk.storage.broadcasts import Row, moment, most, older_than
from smsdesk.storage.database import Connection

RAW = (
    "(SELECT group_concat(pdu, char(10)) FROM (SELECT w.pdu FROM received_parts t"
    " JOIN raw_pdus w ON w.id = t.raw_id WHERE t.received_id = r.id ORDER BY t.seq)) AS raw"
)
VISIBLE = "({row}.complete = 1 OR {row}.visible_from <= :now)"
"""A whole message is always shown, even if the clock was put back since; an incomplete one after a while."""

_TEXT_FOUND = (
    "r.id IN (SELECT received_id FROM spoken WHERE id IN"
    " (SELECT rowid FROM spoken_words WHERE spoken_words MATCH :words))"
)


@dataclass(frozen=True)
class Search:
    """What a search of received messages is for: phones of people found, and words as FTS5 takes them."""

    phones: Sequence[str]
    words: str


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
    search: Search | None = None,
) -> tuple[ReceivedView, ...]:
    """Messages that may be shown now, the newest first; `contacts` stays empty."""
    found = ""
    if search is not None:
        either = "r.sender IN (SELECT value FROM json_each(:phones))"
        found = f" AND ({either} OR {_TEXT_FOUND})" if search.words else f" AND {either}"
    rows = connection.execute(
        f"SELECT r.*, {RAW} FROM received r"  # noqa: S608  # literals of ours
        f" WHERE {VISIBLE.format(row='r')} AND id < :before"
        f" AND (read_at IS NULL OR NOT :unread){found} ORDER BY id DESC LIMIT :limit",
        {
            "now": stamp(now),
            "before": older_than(before_id),
            "unread": unread,
            "phones": json.dumps(list(search.phones)) if search else "",
            "words": search.words if search else "",
            "limit": most(limit),
        },
    )
    return tuple(received_view(row) for row in rows)


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
    # Each number comes from a partial index, of which the second holds next to nothing that is still to come.
    row = connection.execute(
        "SELECT (SELECT count(*) FROM received WHERE read_at IS NULL)"
        " - (SELECT count(*) FROM received WHERE complete = 0 AND visible_from > :now AND read_at IS NULL)"
        " AS unread",
        {"now": stamp(now)},
    ).fetchone()
    return int(row["unread"])


def mark_read(connection: Connection, sender: str, now: datetime) -> int:
    """Everything from this sender that may be shown now was read now; answers how many were not before."""
    done = connection.execute(
        "UPDATE received SET read_at = :now WHERE sender = :sender AND read_at IS NULL"  # noqa: S608  # ours
        f" AND {VISIBLE.format(row='received')}",
        {"now": stamp(now), "sender": sender},
    )
    return int(done.rowcount)


def mark_unread(connection: Connection, sender: str, now: datetime) -> bool:
    """The last message from this sender is as if nobody had read it; whether there is one that was read."""
    done = connection.execute(
        "UPDATE received SET read_at = NULL WHERE read_at IS NOT NULL AND id ="  # noqa: S608  # literals of ours
        f" (SELECT id FROM received r WHERE sender = :sender AND {VISIBLE.format(row='r')}"
        " ORDER BY id DESC LIMIT 1)",
        {"now": stamp(now), "sender": sender},
    )
    return bool(done.rowcount)
