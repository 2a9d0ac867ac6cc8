"""What is to be sent is put in here: broadcasts with their messages and parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from smsdesk.domain.clock import stamp
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.outgoing import Encoding, Priority, Purpose
from smsdesk.storage import archive_writing
from smsdesk.storage.database import Connection

CONCAT_REFERENCES = 256
"""The 8-bit concatenation reference (3GPP TS 23.040, 9.2.3.24.1) wraps here."""


@dataclass(frozen=True)
class NewBroadcast:
    """A broadcast about to be written; `body` is the text before merging, `kind` as in the table."""

    title: str
    body: str
    purpose: Purpose
    priority: Priority
    kind: str
    created_at: datetime
    not_before: datetime | None = None
    expires_at: datetime | None = None
    about: int | None = None
    """The earlier broadcast that this one follows, and how: `relation`."""
    relation: Relation | None = None


@dataclass(frozen=True)
class NewMessage:
    """One SMS to one phone: its text, the same cut into `parts`, and whom it is for (id or None, name)."""

    e164: str
    text: str
    encoding: Encoding
    parts: tuple[str, ...]
    people: tuple[tuple[int | None, str], ...]


_IF_THERE = "(SELECT id FROM contacts WHERE id = ?)"
"""Another window may have taken somebody out of the database since the plan of a notice was made."""

LeftOut = tuple[int | None, str, str]
"""Somebody who receives nothing: contact id or None, name, the reason as an English sentence."""


def insert_broadcast(
    connection: Connection,
    broadcast: NewBroadcast,
    messages: Sequence[NewMessage],
    left_out: Sequence[LeftOut],
) -> int:
    """Write a broadcast, its messages with their parts, and who is left out, in the caller's transaction.

    Answers the broadcast's id. Every part starts as queued; the engine sees it after the commit.
    """
    broadcast_id = _insert_head(connection, broadcast)
    insert_messages(connection, broadcast_id, messages, broadcast.priority, broadcast.created_at)
    connection.executemany(
        f"INSERT INTO left_out (broadcast_id, contact_id, name, reason) VALUES (?, {_IF_THERE}, ?, ?)",  # noqa: S608
        ((broadcast_id, *person) for person in left_out),
    )
    return broadcast_id


def insert_messages(
    connection: Connection,
    broadcast_id: int,
    messages: Sequence[NewMessage],
    priority: Priority,
    created_at: datetime,
) -> list[int]:
    """Queue messages of a broadcast that is there, in the caller's transaction; answers their ids."""
    numbered = list(zip(count(_next_id(connection, "messages")), messages, strict=False))
    _insert_messages(connection, broadcast_id, stamp(created_at), numbered)
    connection.executemany(
        "INSERT INTO parts (message_id, seq, text, priority) VALUES (?, ?, ?, ?)",
        (
            (message_id, seq, text, int(priority))
            for message_id, message in numbered
            for seq, text in enumerate(message.parts, 1)
        ),
    )
    if numbered:
        archive_writing.keep_messages(connection, numbered[0][0], numbered[-1][0], stamp(created_at))
    return [message_id for message_id, _ in numbered]


def _insert_head(connection: Connection, broadcast: NewBroadcast) -> int:
    cursor = connection.execute(
        "INSERT INTO broadcasts (title, body, purpose, priority, kind, created_at, not_before, expires_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            broadcast.title,
            broadcast.body,
            str(broadcast.purpose),
            int(broadcast.priority),
            broadcast.kind,
            stamp(broadcast.created_at),
            stamp(broadcast.not_before) if broadcast.not_before else None,
            stamp(broadcast.expires_at) if broadcast.expires_at else None,
        ),
    )
    broadcast_id = int(cursor.lastrowid)
    if broadcast.relation is not None:
        connection.execute(
            "INSERT INTO broadcast_links (broadcast_id, about_id, relation)"
            " VALUES (?, (SELECT id FROM broadcasts WHERE id = ?), ?)",
            (broadcast_id, broadcast.about, str(broadcast.relation)),
        )
    return broadcast_id


def _next_id(connection: Connection, table: str) -> int:
    (last,) = connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()  # noqa: S608
    return int(last) + 1


def _insert_messages(
    connection: Connection,
    broadcast_id: int,
    created_at: str,
    numbered: Sequence[tuple[int, NewMessage]],
) -> None:
    connection.executemany(
        "INSERT INTO messages (id, broadcast_id, e164, text, encoding, concat_ref, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (message_id, broadcast_id, message.e164, message.text, str(message.encoding), ref, created_at)
            for (message_id, message), ref in zip(numbered, _references(connection, numbered), strict=True)
        ),
    )
    connection.executemany(
        f"INSERT INTO message_people (message_id, position, contact_id, name) VALUES (?, ?, {_IF_THERE}, ?)",  # noqa: S608
        (
            (message_id, position, contact_id, name)
            for message_id, message in numbered
            for position, (contact_id, name) in enumerate(message.people)
        ),
    )


def _references(connection: Connection, numbered: Sequence[tuple[int, NewMessage]]) -> Iterator[int | None]:
    """A concatenation reference for each message of several parts, rolling by recipient."""
    last: dict[str, int] = {}
    for _, message in numbered:
        if len(message.parts) < 2:
            yield None
            continue
        if message.e164 not in last:
            last[message.e164] = _last_reference(connection, message.e164)
        last[message.e164] = (last[message.e164] + 1) % CONCAT_REFERENCES
        yield last[message.e164]


def _last_reference(connection: Connection, e164: str) -> int:
    row = connection.execute(
        "SELECT concat_ref FROM messages WHERE e164 = ? AND concat_ref IS NOT NULL ORDER BY id DESC LIMIT 1",
        (e164,),
    ).fetchone()
    return -1 if row is None else int(row[0])
