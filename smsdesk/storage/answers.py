"""Answers as they are kept: which broadcast a received message is about, how it was read, and the tally."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from smsdesk.domain.answer_matching import Match, Sent
from smsdesk.domain.answer_reading import AnswerKind, Reading
from smsdesk.domain.answer_views import About
from smsdesk.domain.clock import stamp, unstamp
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.questions import Question
from smsdesk.storage import questions
from smsdesk.storage.broadcasts import Row
from smsdesk.storage.database import Connection

_SAME_NOTICE = (Relation.NOT_REACHED, Relation.SECOND_GUARDIAN, Relation.NOT_ANSWERED)
"""A broadcast that brings or repeats a notice without asking anything of its own is answered as that one."""

_LOOKED_THROUGH = 40
"""The last so many messages to a phone: nobody answers an earlier one."""

_CLOCKS_APART = timedelta(minutes=1)
"""Clocks are set right by so much all the time."""

_OF_SAME_NOTICE = ", ".join(f"'{relation}'" for relation in _SAME_NOTICE)

_ROOT = f"""
    WITH RECURSIVE before (id, depth) AS (
        SELECT :id, 0 UNION ALL SELECT l.about_id, depth + 1 FROM before JOIN broadcast_links l
        ON l.broadcast_id = before.id WHERE l.about_id IS NOT NULL AND l.relation IN ({_OF_SAME_NOTICE})
        AND NOT EXISTS (SELECT 1 FROM questions q WHERE q.broadcast_id = before.id))
    SELECT id FROM before ORDER BY depth DESC LIMIT 1
"""  # noqa: S608  # literals of ours


def root_of(connection: Connection, broadcast_id: int) -> int:
    """The broadcast whose notice this one brings to more phones, or asks about again; else itself."""
    return int(connection.execute(_ROOT, {"id": broadcast_id}).fetchone()[0])


_SENT = """
    SELECT m.broadcast_id, b.title, (SELECT min(submitted_at) FROM parts WHERE message_id = m.id) AS left_at
    FROM messages m JOIN broadcasts b ON b.id = m.broadcast_id
    LEFT JOIN broadcast_links l ON l.broadcast_id = b.id
    WHERE m.e164 = ? AND b.kind <> 'reply' AND coalesce(l.relation, '') <> 'test'
    ORDER BY m.id DESC LIMIT ?
"""


def sent_to(connection: Connection, phone: str, at: datetime | None = None) -> list[Sent]:
    """What left for a phone (before `at`), the last one first, each notice once with its question."""
    rows = connection.execute(_SENT, (phone, _LOOKED_THROUGH)).fetchall()
    left = [(unstamp(row["left_at"]), row) for row in rows if row["left_at"]]
    if at is not None:
        # Where all of it seems to have left later, it is the clock that was set back.
        left = [(moment, row) for moment, row in left if moment <= at + _CLOCKS_APART] or left
    left.sort(key=lambda each: each[0], reverse=True)
    roots: dict[int, tuple[datetime, str]] = {}
    for moment, row in left:
        root = root_of(connection, row["broadcast_id"])
        roots.setdefault(root, (moment if at is None else min(moment, at), row["title"]))
    asked = questions.of(connection, roots)
    return [Sent(root, title, moment, asked.get(root)) for root, (moment, title) in roots.items()]


def keep(connection: Connection, received_id: int, phone: str, match: Match) -> None:
    """Write what a message answers; what a person said about it before stays."""
    reading = match.reading
    connection.execute(
        "INSERT INTO answers (received_id, broadcast_id, phone, kind, value, choice, sure, late)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (received_id) DO NOTHING",
        (
            received_id,
            match.broadcast_id,
            phone,
            str(reading.kind),
            reading.value,
            reading.choice,
            int(reading.sure),
            int(match.late),
        ),
    )


def correct_reading(connection: Connection, received_id: int, reading: Reading, by: str) -> bool:
    """A person says how a message is read: it counts, however late it came. False when it answers nothing."""
    changed = connection.execute(
        "UPDATE answers SET kind = ?, value = ?, choice = ?, sure = 1, late = 0, read_by = ?"
        " WHERE received_id = ? AND broadcast_id IS NOT NULL",
        (str(reading.kind), reading.value, reading.choice, by, received_id),
    )
    return bool(changed.rowcount)


def correct_about(
    connection: Connection, received_id: int, phone: str, broadcast_id: int | None, reading: Reading, by: str
) -> None:
    """A person says which broadcast a message answers (None: none), and so it counts there."""
    connection.execute(
        "INSERT INTO answers (received_id, broadcast_id, phone, kind, value, choice, sure, about_by)"
        " VALUES (:id, :broadcast, :phone, :kind, :value, :choice, :sure, :by)"
        " ON CONFLICT (received_id) DO UPDATE SET broadcast_id = :broadcast, kind = :kind, value = :value,"
        " choice = :choice, sure = :sure, late = 0, about_by = :by, read_by = ''",
        {
            "id": received_id,
            "broadcast": broadcast_id,
            "phone": phone,
            "kind": str(reading.kind),
            "value": reading.value,
            "choice": reading.choice,
            "sure": int(reading.sure),
            "by": by,
        },
    )


def judge_late(connection: Connection, broadcast_id: int, closes_at: datetime | None) -> None:
    """Say anew which answers came too late, by another end of the question; what a person said stays."""
    connection.execute(
        "UPDATE answers SET late = coalesce((SELECT received_at > :closes FROM received r"
        "  WHERE r.id = answers.received_id), 0)"
        " WHERE broadcast_id = :broadcast AND about_by = '' AND read_by = ''",
        {"broadcast": broadcast_id, "closes": stamp(closes_at) if closes_at else None},
    )


class Came(NamedTuple):
    """A received message as far as it is an answer; `broadcast_id` None while it is about none."""

    sender: str
    text: str | None
    received_at: datetime
    broadcast_id: int | None


def came(connection: Connection, received_id: int) -> Came | None:
    """One received message, None when there is none of this id."""
    row = connection.execute(
        "SELECT sender, text, received_at, broadcast_id FROM received r"
        " LEFT JOIN answers a ON a.received_id = r.id WHERE r.id = ?",
        (received_id,),
    ).fetchone()
    if row is None:
        return None
    return Came(row["sender"], row["text"], unstamp(row["received_at"]), row["broadcast_id"])


def reading_of(row: Row) -> Reading:
    """The reading in a row of `answers`."""
    return Reading(AnswerKind(row["kind"]), row["value"], row["choice"], bool(row["sure"]))


_ABOUT = (
    "SELECT a.*, b.title FROM answers a JOIN broadcasts b ON b.id = a.broadcast_id"
    " WHERE a.received_id IN (SELECT value FROM json_each(?))"
)


def about(connection: Connection, received_ids: Iterable[int]) -> dict[int, About]:
    """What those of these messages are about that answer something, by their id."""
    rows = connection.execute(_ABOUT, (json.dumps(list(received_ids)),)).fetchall()
    asked = questions.of(connection, {row["broadcast_id"] for row in rows})
    return {row["received_id"]: _about(row, asked.get(row["broadcast_id"])) for row in rows}


def about_last(connection: Connection, phones: Sequence[str]) -> dict[str, About]:
    """By phone, what the last message that came from it is about."""
    rows = connection.execute(
        "SELECT (SELECT max(id) FROM received WHERE sender = value) AS last FROM json_each(?)",
        (json.dumps(list(phones)),),
    )
    found = connection.execute(_ABOUT, (json.dumps([row["last"] for row in rows if row["last"]]),))
    return {row["phone"]: _about(row) for row in found}


def _about(row: Row, question: Question | None = None) -> About:
    by = row["about_by"] or row["read_by"]
    return About(row["broadcast_id"], row["title"], reading_of(row), by, question)
