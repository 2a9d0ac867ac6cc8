"""Conversations: the list of phones that wrote or were written to, and both directions with one of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from smsdesk.domain.clock import stamp, unstamp
from smsdesk.domain.folding import fold
from smsdesk.domain.inbox_views import InboxFilter
from smsdesk.domain.incoming import SenderKind
from smsdesk.domain.outgoing import PartState, message_state
from smsdesk.domain.people_search import e164_beginnings
from smsdesk.domain.text import normalise
from smsdesk.domain.views import Conversation, Direction, ReceivedView, ThreadItem
from smsdesk.storage.broadcasts import Row, error_of, moment
from smsdesk.storage.database import Connection
from smsdesk.storage.inbox import RAW, VISIBLE, received_view

_AFTER_ALL = "9999"
"""Sorts behind every stamp."""

_SHOWN: Mapping[InboxFilter, str] = {
    InboxFilter.OPEN: "c.archived_at IS NULL AND c.apart = 0",
    InboxFilter.TODO: "c.todo = 1",
    InboxFilter.UNREAD: "c.unread > 0",
    InboxFilter.STARRED: "c.starred = 1",
    InboxFilter.ARCHIVED: "c.archived_at IS NOT NULL",
    InboxFilter.SET_APART: "c.archived_at IS NULL AND c.apart = 1",
    InboxFilter.EVERYTHING: "1",
}
"""In the words of the partial indexes, which SQLite else would not use."""

_UNREAD = f"""c.unread - (SELECT count(*) FROM received h
    WHERE h.sender = c.phone AND h.read_at IS NULL AND h.complete = 0 AND NOT {VISIBLE.format(row="h")})"""  # noqa: S608  # literals of ours

_CONVERSATIONS = f"""
    WITH listed AS (
        SELECT c.*, {_UNREAD} AS shown_unread,
            (SELECT id FROM messages WHERE e164 = c.phone ORDER BY id DESC LIMIT 1) AS out_id,
            (SELECT id FROM received r WHERE sender = c.phone AND {VISIBLE.format(row="r")}
                ORDER BY id DESC LIMIT 1) AS in_id
        FROM conversations c
        WHERE {{condition}} AND (c.last_at, c.phone) < (:at, :phone)
        AND (out_id IS NOT NULL OR in_id IS NOT NULL)
        ORDER BY c.last_at DESC, c.phone DESC LIMIT :limit)
    SELECT l.*, m.text AS out_text, m.created_at AS out_at, r.text AS in_text, r.received_at AS in_at,
        r.sender_kind AS kind
    FROM listed l LEFT JOIN messages m ON m.id = l.out_id LEFT JOIN received r ON r.id = l.in_id
    ORDER BY l.last_at DESC, l.phone DESC"""  # noqa: S608  # literals of ours


@dataclass(frozen=True)
class Wanted:
    """Which conversations a page lists; `phones` are those that a search found, None without one."""

    show: InboxFilter = InboxFilter.OPEN
    unread: bool = False
    assigned_to: str = ""
    phones: Sequence[str] | None = None

    @property
    def condition(self) -> str:
        """In SQL, about the conversation `c`."""
        conditions = [_SHOWN[self.show]]
        if self.unread or self.show is InboxFilter.UNREAD:
            conditions.append("c.unread > 0 AND shown_unread > 0")
        if self.assigned_to:
            conditions.append("c.assigned_to <> '' AND c.assigned_to = :assigned_to")
        if self.phones is not None:
            conditions.append("c.phone IN (SELECT value FROM json_each(:phones))")
        return " AND ".join(conditions)


NamesOf = Callable[[Sequence[str]], Mapping[str, tuple[str, ...]]]
"""Who has each of some phones; phones nobody has are missing."""


def conversations(  # a page of a list: from where, how long, and what its rows say
    connection: Connection,
    now: datetime,
    wanted: Wanted,
    limit: int,
    names_of: NamesOf,
    before: Conversation | None = None,
    target: timedelta | None = None,
) -> tuple[Conversation, ...]:
    """One entry a phone, the last spoken first. `target`: who waits longer is late.

    What may not be shown yet moves a conversation up, but is not told.
    """
    values = {
        "now": stamp(now),
        "limit": limit,
        "at": stamp(before.last_at) if before else _AFTER_ALL,
        "phone": before.phone if before else "",
        "assigned_to": wanted.assigned_to,
        "phones": json.dumps(list(wanted.phones or ())),
    }
    late_from = now - target if target is not None else None
    if wanted.phones is not None:
        rows = _of_those_found(connection, wanted, values)
    else:
        rows = connection.execute(_CONVERSATIONS.format(condition=wanted.condition), values).fetchall()
    names = names_of([row["phone"] for row in rows])
    return tuple(_conversation(row, names.get(row["phone"], ()), late_from) for row in rows)


_ORDERED = """
    SELECT phone FROM conversations c
    WHERE phone IN (SELECT value FROM json_each(:phones)) AND (last_at, phone) < (:at, :phone)
    ORDER BY last_at DESC, phone DESC"""


def _of_those_found(connection: Connection, wanted: Wanted, values: Mapping[str, object]) -> list[Row]:
    """What the list needs to know is looked up for those of one page alone, not for all that were found."""
    phones = [row[0] for row in connection.execute(_ORDERED, values)]
    limit = int(str(values["limit"]))
    sql = _CONVERSATIONS.format(condition=wanted.condition)
    listed: list[Row] = []
    for start in range(0, len(phones), limit):
        some = {**values, "phones": json.dumps(phones[start : start + limit])}
        listed += connection.execute(sql, some).fetchall()
        if len(listed) >= limit:
            break
    return listed[:limit]


def _conversation(row: Row, names: tuple[str, ...], late_from: datetime | None) -> Conversation:
    # Stamps sort as their moments do; of two in one instant the desk's is shown last, as in the thread.
    last_outgoing = (row["out_at"] or "") >= (row["in_at"] or "")
    waiting_since = moment(row["waiting_since"])
    return Conversation(
        phone=row["phone"],
        names=names,
        last_text=row["out_text"] if last_outgoing else row["in_text"] or "",
        last_at=unstamp(row["last_at"]),
        unread=row["shown_unread"],
        sender_kind=SenderKind(row["kind"] or SenderKind.PHONE),
        last_outgoing=last_outgoing,
        starred=bool(row["starred"]),
        archived=row["archived_at"] is not None,
        done=not row["todo"],
        assigned_to=row["assigned_to"],
        waiting_since=waiting_since,
        late=waiting_since is not None and late_from is not None and waiting_since < late_from,
    )


def senders_named(connection: Connection, search: str) -> list[str]:
    """Senders without a number whose name has what is searched for."""
    wanted = fold(normalise(search))
    rows = connection.execute("SELECT phone FROM conversations WHERE archived_at IS NULL AND apart = 1")
    return [row[0] for row in rows if wanted in fold(row[0])]


def phones_dialled(connection: Connection, digits: Sequence[str], most: int) -> list[str]:
    """Phones that begin with one of these pieces as one dials them here, or have it within; up to `most`."""
    found: list[str] = []
    for piece in digits:
        for beginning in e164_beginnings(piece):
            rows = connection.execute(_BEGIN, (beginning, f"{beginning}:", most))
            found += [row[0] for row in rows]
        if len(found) < most:  # a whole look at every phone, which nobody needs beside that many
            found += [row[0] for row in connection.execute(_WITHIN, (piece, most))]
    return list(dict.fromkeys(found))[:most]


_BEGIN = "SELECT phone FROM conversations WHERE phone >= ? AND phone < ? LIMIT ?"
"""The colon stands behind the digits."""

_WITHIN = (
    # Both indexes hold the phones alone, and in far fewer pages than the table.
    "SELECT phone FROM conversations WHERE archived_at IS NULL AND apart = 0 AND instr(phone, ?1)"
    " UNION ALL SELECT phone FROM conversations WHERE archived_at IS NOT NULL AND instr(phone, ?1) LIMIT ?2"
)


_THREAD = f"""
    SELECT * FROM (
        SELECT 'out' AS direction, id, created_at AS at FROM messages
        WHERE e164 = :phone AND (created_at, 'out', id) < (:at, :direction, :id)
        ORDER BY id DESC LIMIT :limit)
    UNION ALL SELECT * FROM (
        SELECT 'in', id, received_at FROM received r
        WHERE sender = :phone AND {VISIBLE.format(row="r")}
        AND (received_at, 'in', id) < (:at, :direction, :id)
        ORDER BY id DESC LIMIT :limit)
    ORDER BY at DESC, direction DESC, id DESC LIMIT :limit"""  # noqa: S608  # literals of ours


_THREAD_ON = (
    _THREAD.replace(") < (:at", ") >= (:at")
    .replace("ORDER BY id DESC", "ORDER BY id")
    .replace("ORDER BY at DESC, direction DESC, id DESC", "ORDER BY at, direction, id")
)
"""The same the other way round: from one message on, itself included."""


def thread(
    connection: Connection, phone: str, now: datetime, limit: int, before: ThreadItem | None
) -> tuple[ThreadItem, ...]:
    """Messages both ways with one phone, older than `before`, the newest first."""
    return _items(connection, _THREAD, _place(phone, now, limit, before))


def thread_on(
    connection: Connection, phone: str, now: datetime, limit: int, start: ThreadItem
) -> tuple[ThreadItem, ...]:
    """Messages both ways with one phone, `start` and what was said after it, in that order."""
    return _items(connection, _THREAD_ON, _place(phone, now, limit, start))


def _place(phone: str, now: datetime, limit: int, item: ThreadItem | None) -> dict[str, str | int]:
    return {
        "phone": phone,
        "now": stamp(now),
        "limit": limit,
        "at": stamp(item.at) if item else _AFTER_ALL,
        "direction": item.direction.value if item else "",
        "id": item.id if item else 0,
    }


def _items(connection: Connection, query: str, values: dict[str, str | int]) -> tuple[ThreadItem, ...]:
    rows = connection.execute(query, values).fetchall()
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
