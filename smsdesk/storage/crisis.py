"""Crises with their steps, what still waits of them, and the records of exercises."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.clock import stamp, unstamp
from smsdesk.domain.crisis import Crisis, CrisisStep, Scenario, Step
from smsdesk.storage.database import Connection
from smsdesk.storage.decisions import cancel_broadcast

_MOST = 50
"""Past crises that a list shows."""


def insert(connection: Connection, crisis: Crisis) -> int:
    """Write a crisis that begins, without its steps; answers its id."""
    cursor = connection.execute(
        "INSERT INTO crises (scenario, exercise, whom, request, fields, started_at, started_by)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            str(crisis.scenario),
            int(crisis.exercise),
            crisis.whom,
            crisis.request.to_json(),
            json.dumps(dict(crisis.fields), ensure_ascii=False),
            stamp(crisis.started_at),
            crisis.started_by,
        ),
    )
    return int(cursor.lastrowid)


def add_step(connection: Connection, crisis_id: int, step: CrisisStep) -> None:
    """Write what was told next."""
    connection.execute(
        "INSERT INTO crisis_steps"
        " (crisis_id, position, step, number, body, broadcast_id, told_at, told_by, stopped)"
        " SELECT ?1, count(*), ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM crisis_steps WHERE crisis_id = ?1",
        (
            crisis_id,
            str(step.step),
            step.number,
            step.text,
            step.broadcast_id,
            stamp(step.at),
            step.by,
            step.stopped,
        ),
    )


def end(connection: Connection, crisis_id: int, at: datetime, log: str | None = None) -> None:
    """It is over; `log` is the record of an exercise. What ended before keeps its moment."""
    connection.execute(
        "UPDATE crises SET ended_at = coalesce(ended_at, ?), log = coalesce(?, log) WHERE id = ?",
        (stamp(at), log, crisis_id),
    )


def find(connection: Connection, crisis_id: int) -> Crisis | None:
    """One crisis, None when there is none of this id."""
    rows = connection.execute("SELECT * FROM crises WHERE id = ?", (crisis_id,)).fetchall()
    return next(iter(_crises(connection, rows)), None)


def newest(connection: Connection, limit: int = _MOST) -> tuple[Crisis, ...]:
    """The latest ones first."""
    rows = connection.execute("SELECT * FROM crises ORDER BY id DESC LIMIT ?", (limit,)).fetchall()
    return _crises(connection, rows)


def log_of(connection: Connection, crisis_id: int) -> str | None:
    """The record that was kept of an exercise."""
    row = connection.execute("SELECT log FROM crises WHERE id = ?", (crisis_id,)).fetchone()
    return row["log"] if row else None


def of_broadcast(connection: Connection, broadcast_id: int) -> int | None:
    """The crisis of which a broadcast is a step."""
    row = connection.execute(
        "SELECT crisis_id FROM crisis_steps WHERE broadcast_id = ?", (broadcast_id,)
    ).fetchone()
    return row[0] if row else None


def _crises(connection: Connection, rows: Sequence[Any]) -> tuple[Crisis, ...]:
    steps = _steps(connection, [row["id"] for row in rows])
    return tuple(
        Crisis(
            id=row["id"],
            scenario=_scenario(row["scenario"]),
            started_at=unstamp(row["started_at"]),
            started_by=row["started_by"],
            whom=row["whom"],
            request=AudienceRequest.from_json(row["request"]),
            fields=_fields(row["fields"]),
            exercise=bool(row["exercise"]),
            ended_at=unstamp(row["ended_at"]) if row["ended_at"] else None,
            steps=tuple(steps[row["id"]]),
            recorded=row["log"] is not None,
        )
        for row in rows
    )


def _scenario(word: str) -> Scenario:
    """A scenario; one of a newer version is shown as another one."""
    return Scenario(word) if word in set(Scenario) else Scenario.OTHER


def _fields(text: str) -> Mapping[str, str]:
    said = json.loads(text)
    return {str(name): str(value) for name, value in said.items()}


def _steps(connection: Connection, ids: Sequence[int]) -> defaultdict[int, list[CrisisStep]]:
    found: defaultdict[int, list[CrisisStep]] = defaultdict(list)
    rows = connection.execute(
        "SELECT * FROM crisis_steps WHERE crisis_id IN (SELECT value FROM json_each(?))"
        " ORDER BY crisis_id, position",
        (json.dumps(ids),),
    )
    for row in rows:
        found[row["crisis_id"]].append(
            CrisisStep(
                Step(row["step"]),
                row["number"],
                row["body"],
                unstamp(row["told_at"]),
                row["told_by"],
                row["broadcast_id"],
                row["stopped"],
            )
        )
    return found


_UNSENT = (
    "SELECT m.id, m.e164 FROM messages m JOIN parts p ON p.message_id = m.id"
    " WHERE m.broadcast_id IN (SELECT value FROM json_each(:ids)) GROUP BY m.id"
    " HAVING sum(p.state = 'queued') > 0"
)


def waiting(connection: Connection, broadcast_ids: Sequence[int]) -> frozenset[str]:
    """The phones for which something of these broadcasts still waits."""
    rows = connection.execute(_UNSENT, {"ids": json.dumps(list(broadcast_ids))})
    return frozenset(row["e164"] for row in rows)


def told(connection: Connection, broadcast_ids: Sequence[int]) -> frozenset[str]:
    """The phones that may have something of these broadcasts."""
    rows = connection.execute(
        "SELECT DISTINCT e164 FROM messages m JOIN parts p ON p.message_id = m.id"
        " WHERE m.broadcast_id IN (SELECT value FROM json_each(?)) AND p.submitted_at IS NOT NULL"
        " AND p.state IN ('submitting', 'accepted', 'delivered', 'unknown')",
        (json.dumps(list(broadcast_ids)),),
    )
    return frozenset(row[0] for row in rows)


def stop(connection: Connection, broadcast_ids: Sequence[int], at: datetime) -> int:
    """Nothing more of these broadcasts leaves, not by a later decision either; how many messages stop.

    What a modem has in its hands goes; if it is refused, its last useful moment has passed.
    """
    ids = json.dumps(list(broadcast_ids))
    unsent = len(connection.execute(_UNSENT, {"ids": ids}).fetchall())
    for broadcast_id in broadcast_ids:
        cancel_broadcast(connection, broadcast_id, at)
    connection.execute(
        "UPDATE broadcasts SET expires_at = min(coalesce(expires_at, :at), :at)"
        " WHERE id IN (SELECT value FROM json_each(:ids))",
        {"at": stamp(at), "ids": ids},
    )
    return unsent


def people_of(connection: Connection, broadcast_id: int) -> dict[int, tuple[int, ...]]:
    """For each message of a broadcast, those whom it was for who are still known (contact ids)."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    rows = connection.execute(
        "SELECT message_id, contact_id FROM message_people JOIN messages ON messages.id = message_id"
        " WHERE broadcast_id = ? AND contact_id IS NOT NULL ORDER BY message_id, position",
        (broadcast_id,),
    )
    for message_id, contact_id in rows:
        found[message_id].append(contact_id)
    return {message_id: tuple(ids) for message_id, ids in found.items()}


def queued_at(connection: Connection, broadcast_id: int) -> datetime | None:
    """When the messages of a broadcast were put into the queue."""
    row = connection.execute("SELECT created_at FROM broadcasts WHERE id = ?", (broadcast_id,)).fetchone()
    return unstamp(row[0]) if row else None
