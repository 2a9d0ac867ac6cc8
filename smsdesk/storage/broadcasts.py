"""Reading what was sent: broadcasts with their counts, messages with their parts."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from smsdesk.domain.audience import LeftOut
from smsdesk.domain.broadcast_views import EVERY_BROADCAST, BroadcastFilter
from smsdesk.domain.clock import stamp, unstamp
from smsdesk.domain.delivery import Reason, why
from smsdesk.domain.folding import fold
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.outgoing import (
    LEAST_CERTAIN_FIRST,
    Encoding,
    PartState,
    Priority,
    Purpose,
    message_state,
)
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.text import normalise
from smsdesk.domain.views import BroadcastKind, BroadcastSummary, MessageView, PartView
from smsdesk.storage.broadcast_filter import condition
from smsdesk.storage.database import Connection

Row = Any
"""A sqlite3.Row of whichever SQLite is in use."""

BEYOND_ALL_IDS = 2**63 - 1
"""The largest integer of SQLite: a plain comparison lets it use the index, an OR would not."""

NO_LIMIT = -1
"""SQLite's word for it."""


def moment(text: str | None) -> datetime | None:
    """A stored moment, or None where there is none."""
    return unstamp(text) if text else None


def older_than(before_id: int | None) -> int:
    """The id that a page stays below; None is the first page."""
    return BEYOND_ALL_IDS if before_id is None else before_id


def most(limit: int | None) -> int:
    """What stands behind LIMIT; None gives everything."""
    return NO_LIMIT if limit is None else limit


_HEADS = (
    "SELECT broadcasts.*, about_id, relation, person,"
    " (SELECT title FROM broadcasts first WHERE first.id = about_id) AS about_title FROM broadcasts"
    " LEFT JOIN broadcast_links l ON l.broadcast_id = id LEFT JOIN broadcast_authors a ON a.broadcast_id = id"
)


def summaries(
    connection: Connection,
    limit: int | None,
    before_id: int | None = None,
    search: str = "",
    only: BroadcastFilter = EVERY_BROADCAST,
) -> tuple[BroadcastSummary, ...]:
    """Broadcasts older than `before_id` whose title or text holds `search`, the newest first."""
    connection.create_function("fold", 1, fold, deterministic=True)
    rows = connection.execute(
        f"{_HEADS} WHERE id < :before AND {condition(only)} "
        "AND (:search = '' OR instr(fold(title || ' ' || body), :search)) ORDER BY id DESC LIMIT :limit",
        {
            "before": older_than(before_id),
            "search": fold(normalise(search)),
            "limit": most(limit),
            "since": stamp(only.since) if only.since else "",
        },
    ).fetchall()
    return _summarised(connection, rows)


def summary(connection: Connection, broadcast_id: int) -> BroadcastSummary | None:
    """One broadcast, None when there is none of this id."""
    rows = connection.execute(f"{_HEADS} WHERE id = ?", (broadcast_id,)).fetchall()
    return next(iter(_summarised(connection, rows)), None)


def exists(connection: Connection, broadcast_id: int) -> bool:
    """Whether there is a broadcast of this id."""
    return connection.execute("SELECT 1 FROM broadcasts WHERE id = ?", (broadcast_id,)).fetchone() is not None


def _summarised(connection: Connection, rows: Sequence[Row]) -> tuple[BroadcastSummary, ...]:
    ids = [row["id"] for row in rows]
    counted, texts = _counts(connection, ids), _first_texts(connection, ids)
    return tuple(_summary(row, counted[row["id"]], texts.get(row["id"], "")) for row in rows)


def _first_texts(connection: Connection, ids: Sequence[int]) -> dict[int, str]:
    """For each broadcast the text of its first message; the index on the broadcast finds it."""
    rows = connection.execute(
        "SELECT broadcast_id, text FROM messages WHERE id IN (SELECT ("
        " SELECT min(id) FROM messages WHERE broadcast_id = value) FROM json_each(?))",
        (json.dumps(ids),),
    )
    return {row["broadcast_id"]: row["text"] for row in rows}


RANK = (
    "CASE state "
    + " ".join(f"WHEN '{state}' THEN {i}" for i, state in enumerate(LEAST_CERTAIN_FIRST))
    + " END"
)


def _counts(connection: Connection, ids: Sequence[int]) -> defaultdict[int, list[tuple[PartState, int, int]]]:
    """For each broadcast: state, number of messages in it, number of their parts."""
    rows = connection.execute(
        f"SELECT broadcast_id, rank, count(*) AS messages, sum(parts) AS parts FROM ("  # noqa: S608  # ours
        f" SELECT m.broadcast_id, min({RANK}) AS rank, count(*) AS parts"
        "  FROM messages m JOIN parts p ON p.message_id = m.id"
        "  WHERE m.broadcast_id IN (SELECT value FROM json_each(?)) GROUP BY m.id"
        ") GROUP BY broadcast_id, rank",
        (json.dumps(ids),),
    )
    counted = defaultdict(list)
    for row in rows:
        counted[row["broadcast_id"]].append((LEAST_CERTAIN_FIRST[row["rank"]], row["messages"], row["parts"]))
    return counted


def sizes(connection: Connection, ids: Sequence[int]) -> dict[int, int]:
    """How many messages each of these broadcasts has."""
    rows = connection.execute(
        "SELECT broadcast_id, count(*) AS messages FROM messages"
        " WHERE broadcast_id IN (SELECT value FROM json_each(?)) GROUP BY broadcast_id",
        (json.dumps(list(ids)),),
    )
    return {row["broadcast_id"]: row["messages"] for row in rows}


def _summary(row: Row, counted: Sequence[tuple[PartState, int, int]], first_text: str) -> BroadcastSummary:
    return BroadcastSummary(
        id=row["id"],
        title=row["title"],
        body=row["body"],
        created_at=unstamp(row["created_at"]),
        purpose=Purpose(row["purpose"]),
        priority=Priority(row["priority"]),
        kind=BroadcastKind(row["kind"]),
        not_before=moment(row["not_before"]),
        expires_at=moment(row["expires_at"]),
        paused=bool(row["paused"]),
        cancelled=row["cancelled_at"] is not None,
        messages=sum(messages for _, messages, _ in counted),
        parts=sum(parts for _, _, parts in counted),
        counts={state: messages for state, messages, _ in counted},
        first_text=first_text,
        about=row["about_id"],
        relation=_relation(row["relation"]),
        author=row["person"] or "",
        about_title=row["about_title"] or "",
    )


def keep_author(connection: Connection, broadcast_id: int, person: str) -> None:
    """Write who sent a broadcast."""
    connection.execute(
        "INSERT INTO broadcast_authors (broadcast_id, person) VALUES (?, ?)", (broadcast_id, person)
    )


def _relation(text: str | None) -> Relation | None:
    """How a broadcast follows another; None for a word that a newer version wrote."""
    return Relation(text) if text in set(Relation) else None


def left_out(connection: Connection, broadcast_id: int) -> tuple[LeftOut, ...]:
    """Whom a broadcast does not reach, in the order of its plan."""
    rows = connection.execute(
        "SELECT contact_id, name, reason FROM left_out WHERE broadcast_id = ? ORDER BY rowid", (broadcast_id,)
    )
    return tuple(LeftOut(row["contact_id"], row["name"], unpacked(row["reason"])) for row in rows)


def packed(sentence: Sentence) -> str:
    """A sentence as it is stored: its template stays apart, so that it can be translated when it is shown."""
    return json.dumps([sentence.template, sentence.values], ensure_ascii=False, default=str)


def unpacked(text: str) -> Sentence:
    """Read back what `packed` wrote; anything else is shown as it is."""
    try:
        template, values = json.loads(text)
        sentence = Sentence(str(template), dict(values))
        str(sentence)
    except (ValueError, TypeError, LookupError, AttributeError):
        return Sentence("{text}", {"text": text})
    return sentence


def messages(
    connection: Connection, broadcast_id: int | None, limit: int | None, before_id: int | None
) -> tuple[MessageView, ...]:
    """Messages older than `before_id`, the newest first."""
    of_broadcast = "" if broadcast_id is None else "broadcast_id = :broadcast AND "
    rows = connection.execute(
        f"SELECT * FROM messages WHERE {of_broadcast} id < :before ORDER BY id DESC LIMIT :limit",  # noqa: S608
        {"broadcast": broadcast_id, "before": older_than(before_id), "limit": most(limit)},
    ).fetchall()
    return _viewed(connection, rows)


def some_messages(connection: Connection, ids: Sequence[int]) -> tuple[MessageView, ...]:
    """These messages, in the order of sending."""
    rows = connection.execute(
        "SELECT * FROM messages WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(list(ids)),),
    ).fetchall()
    return _viewed(connection, rows)


def message(connection: Connection, message_id: int) -> MessageView | None:
    """One message, None when there is none of this id."""
    rows = connection.execute("SELECT * FROM messages WHERE id = ?", (message_id,)).fetchall()
    return next(iter(_viewed(connection, rows)), None)


def _viewed(connection: Connection, rows: Sequence[Row]) -> tuple[MessageView, ...]:
    ids = json.dumps([row["id"] for row in rows])
    people = _grouped(
        connection,
        "SELECT message_id, name FROM message_people WHERE message_id IN (SELECT value FROM json_each(?)) "
        "ORDER BY message_id, position",
        ids,
    )
    parts = _grouped(
        connection,
        "SELECT * FROM parts WHERE message_id IN (SELECT value FROM json_each(?)) ORDER BY message_id, seq",
        ids,
    )
    return tuple(_message(row, people[row["id"]], parts[row["id"]]) for row in rows)


def _grouped(connection: Connection, sql: str, ids: str) -> defaultdict[int, list[Row]]:
    grouped: defaultdict[int, list[Row]] = defaultdict(list)
    for row in connection.execute(sql, (ids,)):
        grouped[row["message_id"]].append(row)
    return grouped


def _message(row: Row, people: Sequence[Row], parts: Sequence[Row]) -> MessageView:
    state = message_state(PartState(part["state"]) for part in parts)
    return MessageView(
        id=row["id"],
        broadcast_id=row["broadcast_id"],
        e164=row["e164"],
        people=tuple(person["name"] for person in people),
        text=row["text"],
        encoding=Encoding(row["encoding"]),
        state=state,
        error=error_of(_reason(part) for part in parts if part["state"] == state),
        parts=tuple(_part(part) for part in parts),
    )


def _reason(part: Row) -> str | None:
    """What a part's error is; one that waits to be sent again may have gone, whatever it waits for."""
    again = part["state"] == PartState.QUEUED and part["submitted_at"] is not None
    return Reason.SENT_AGAIN if again else part["error"]


def error_of(codes: Iterable[str | None]) -> Sentence | None:
    """What the first code there is means to a person."""
    return next((why(code) for code in codes if code), None)


def _part(row: Row) -> PartView:
    return PartView(
        seq=row["seq"],
        state=PartState(row["state"]),
        ref=row["ref"],
        submitted_at=moment(row["submitted_at"]),
        accepted_at=moment(row["accepted_at"]),
        delivered_at=moment(row["delivered_at"]),
    )
