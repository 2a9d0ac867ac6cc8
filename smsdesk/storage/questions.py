"""What broadcasts ask, until when, and whom a reminder was sent."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime

from smsdesk.domain.clock import stamp
from smsdesk.domain.questions import Question, QuestionKind
from smsdesk.storage.broadcasts import Row, moment
from smsdesk.storage.database import Connection


def keep(connection: Connection, broadcast_id: int, question: Question) -> None:
    """Write the question of a broadcast that is being made, in the caller's transaction."""
    connection.execute(
        "INSERT INTO questions (broadcast_id, kind, closes_at, remind_after) VALUES (?, ?, ?, ?)",
        (
            broadcast_id,
            str(question.kind),
            stamp(question.closes_at) if question.closes_at else None,
            question.remind_after,
        ),
    )
    connection.executemany(
        "INSERT INTO question_choices (broadcast_id, position, label) VALUES (?, ?, ?)",
        ((broadcast_id, position, label) for position, label in enumerate(question.choices, 1)),
    )


def of(connection: Connection, broadcast_ids: Iterable[int]) -> dict[int, Question]:
    """The questions of those of these broadcasts that ask something."""
    rows = connection.execute(
        "SELECT q.*, (SELECT json_group_array(label) FROM (SELECT label FROM question_choices c"
        "  WHERE c.broadcast_id = q.broadcast_id ORDER BY position)) AS choices"
        " FROM questions q WHERE broadcast_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(broadcast_ids)),),
    )
    return {row["broadcast_id"]: _question(row) for row in rows}


def _question(row: Row) -> Question:
    return Question(
        QuestionKind(row["kind"]),
        tuple(json.loads(row["choices"])),
        moment(row["closes_at"]),
        row["remind_after"],
    )


def close_at(connection: Connection, broadcast_id: int, at: datetime | None) -> bool:
    """Let a question be answered until this moment (None: without an end); False when there is none."""
    changed = connection.execute(
        "UPDATE questions SET closes_at = ?, ended = 0 WHERE broadcast_id = ?",
        (stamp(at) if at else None, broadcast_id),
    )
    return bool(changed.rowcount)


def to_remind(connection: Connection) -> list[int]:
    """The broadcasts whose reminder may still have something to do."""
    rows = connection.execute(
        "SELECT q.broadcast_id FROM questions q JOIN broadcasts b ON b.id = q.broadcast_id"
        " WHERE remind_after IS NOT NULL AND ended = 0 AND b.paused = 0 ORDER BY q.broadcast_id"
    )
    return [row[0] for row in rows]


def is_open(connection: Connection, broadcast_id: int) -> bool:
    """Whether the reminder still stands; asked within the transaction that acts on it."""
    row = connection.execute(
        "SELECT 1 FROM questions WHERE broadcast_id = ? AND remind_after IS NOT NULL AND ended = 0",
        (broadcast_id,),
    ).fetchone()
    return row is not None


def end_reminding(connection: Connection, broadcast_id: int) -> None:
    """The reminder has nothing to do any more."""
    connection.execute("UPDATE questions SET ended = 1 WHERE broadcast_id = ?", (broadcast_id,))


def reminder_of(connection: Connection, broadcast_id: int) -> tuple[int, bool] | None:
    """The broadcast that reminds, and whether a person stopped it; None while there is none."""
    row = connection.execute(
        "SELECT b.id, b.cancelled_at IS NOT NULL FROM questions q JOIN broadcasts b ON b.id = q.reminder_id"
        " WHERE q.broadcast_id = ?",
        (broadcast_id,),
    ).fetchone()
    return None if row is None else (row[0], bool(row[1]))


def note_reminded(
    connection: Connection, broadcast_id: int, reminder_id: int, phones: Sequence[str], at: datetime
) -> None:
    """Write whom the reminder went to; a phone that was reminded before breaks the transaction."""
    connection.execute(
        "UPDATE questions SET reminder_id = ? WHERE broadcast_id = ?", (reminder_id, broadcast_id)
    )
    connection.executemany(
        "INSERT INTO reminded (broadcast_id, e164, at) VALUES (?, ?, ?)",
        ((broadcast_id, e164, stamp(at)) for e164 in phones),
    )
