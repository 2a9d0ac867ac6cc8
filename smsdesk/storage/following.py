"""What became of one broadcast beside its states: follow-ups, its pace, the calls it needs."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from math import ceil

from smsdesk.domain.broadcast_views import Chain, Linked, Pace
from smsdesk.domain.calling_list import Attempt, CallNote, Named
from smsdesk.domain.clock import stamp, unstamp
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.outgoing import LEAST_CERTAIN_FIRST
from smsdesk.storage.broadcasts import RANK, Row
from smsdesk.storage.database import Connection
from smsdesk.storage.outcomes import sent_on

FEWEST = 3
"""Submissions before a pace can be told."""

LATELY = timedelta(minutes=2)
"""The pace is that of now: a broadcast that was held begins to count anew."""


def marks(connection: Connection, broadcast_id: int) -> dict[int, str]:
    """For each message of a broadcast a text that changes when what is shown of it does."""
    rows = connection.execute(
        "SELECT m.id, group_concat(p.state || coalesce(p.error, '') || coalesce(p.submitted_at, '')"
        " || coalesce(p.accepted_at, '') || coalesce(p.delivered_at, ''), '|')"
        " FROM messages m JOIN parts p ON p.message_id = m.id WHERE m.broadcast_id = ? GROUP BY m.id",
        (broadcast_id,),
    )
    return {row[0]: row[1] for row in rows}


def _people(connection: Connection, ids: str) -> defaultdict[int, list[Named]]:
    found: defaultdict[int, list[Named]] = defaultdict(list)
    rows = connection.execute(
        "SELECT message_id, contact_id, name FROM message_people JOIN messages ON messages.id = message_id"
        " WHERE broadcast_id IN (SELECT value FROM json_each(?)) ORDER BY message_id, position",
        (ids,),
    )
    for message_id, contact_id, name in rows:
        found[message_id].append((contact_id, name))
    return found


def attempts(connection: Connection, broadcast_id: int) -> list[Attempt]:
    """Every message of a broadcast, and of those that brought its notice on, in the order of sending."""
    ids = json.dumps(sent_on(connection, broadcast_id))
    people = _people(connection, ids)
    # Beside min() SQLite gives the error of that very part.
    rows = connection.execute(
        f"SELECT m.id, m.e164, min({RANK}) AS rank, p.error FROM messages m"  # noqa: S608  # ours
        " JOIN parts p ON p.message_id = m.id"
        " WHERE m.broadcast_id IN (SELECT value FROM json_each(?)) GROUP BY m.id ORDER BY m.id",
        (ids,),
    )
    return [
        Attempt(row["e164"], LEAST_CERTAIN_FIRST[row["rank"]], tuple(people[row["id"]]), row["error"])
        for row in rows
    ]


def chain(connection: Connection, broadcast_id: int) -> Chain:
    """What a broadcast follows and what followed it, in the order of sending."""
    about = connection.execute(
        "SELECT b.id, b.title, b.created_at, l.relation FROM broadcast_links l"
        " JOIN broadcasts b ON b.id = l.about_id WHERE l.broadcast_id = ?",
        (broadcast_id,),
    )
    followed = connection.execute(
        "SELECT b.id, b.title, b.created_at, l.relation FROM broadcast_links l"
        " JOIN broadcasts b ON b.id = l.broadcast_id WHERE l.about_id = ? ORDER BY b.id",
        (broadcast_id,),
    )
    return Chain(next(iter(_linked(about)), None), tuple(_linked(followed)))


def _linked(rows: Sequence[Row]) -> list[Linked]:
    """Those in a way that this version knows."""
    return [
        Linked(row["id"], row["title"], Relation(row["relation"]), unstamp(row["created_at"]))
        for row in rows
        if row["relation"] in set(Relation)
    ]


def pace(connection: Connection, broadcast_id: int, now: datetime) -> Pace:
    """How fast a broadcast leaves now, and when it was finished."""
    waiting, last = connection.execute(
        "SELECT count(*) FILTER (WHERE p.state IN ('queued', 'claimed', 'submitting')), max(p.submitted_at)"
        " FROM messages m JOIN parts p ON p.message_id = m.id WHERE m.broadcast_id = ?",
        (broadcast_id,),
    ).fetchone()
    if not waiting:
        return Pace(finished_at=unstamp(last) if last else None)
    count, since = connection.execute(
        "SELECT count(*), min(p.submitted_at) FROM messages m JOIN parts p ON p.message_id = m.id"
        " WHERE m.broadcast_id = ? AND p.submitted_at >= ?",
        (broadcast_id, stamp(now - LATELY)),
    ).fetchone()
    seconds = (now - unstamp(since)).total_seconds() if since else 0.0
    if count < FEWEST or seconds <= 0:
        return Pace()
    return Pace(60 * count / seconds, ceil(waiting * seconds / count))


def calls(connection: Connection, broadcast_id: int) -> dict[str, CallNote]:
    """What was written down about calls, by whom they were to."""
    rows = connection.execute("SELECT * FROM calls WHERE broadcast_id = ?", (broadcast_id,))
    return {
        row["who"]: CallNote(bool(row["called"]), row["note"], row["by_whom"], unstamp(row["at"]))
        for row in rows
    }


def keep_call(connection: Connection, broadcast_id: int, who: str, call: CallNote) -> None:
    """Write down a call, in the place of what was written about the same person before."""
    connection.execute(
        "INSERT INTO calls (broadcast_id, who, called, note, by_whom, at) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (broadcast_id, who) DO UPDATE SET called = excluded.called, note = excluded.note,"
        " by_whom = excluded.by_whom, at = excluded.at",
        (broadcast_id, who, int(call.called), call.note, call.by, stamp(call.at)),
    )
