"""The plan on disk: series, their sends laid out ahead, and the one step by which each is sent."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from smsdesk.domain.audience import NOBODY_CHOSEN, AudienceRequest
from smsdesk.domain.clock import stamp, unstamp
from smsdesk.domain.outgoing import Priority, Purpose
from smsdesk.domain.schedule import OnMissed, Reminder, Series, SeriesDraft, Slot, Timing
from smsdesk.domain.sentences import Sentence
from smsdesk.storage.database import Connection
from smsdesk.storage.kept_sentences import sentence_from, sentence_text

Row = Any
"""A sqlite3.Row of whichever SQLite is in use."""

PLANNED = "planned"
SENT = "sent"
SKIPPED = "skipped"


@dataclass(frozen=True)
class Occurrence:
    """One send of a series as it is kept; `state` is one of the three above."""

    id: int
    series: Series
    slot: str
    wall: datetime
    state: str
    problem: Sentence | None
    broadcast_id: int | None


def insert_series(
    connection: Connection, draft: SeriesDraft, on_missed: OnMissed, laid_out_to: datetime, at: datetime
) -> int:
    """Write a series and answer its id; `laid_out_to` is the wall time up to which its sends are written."""
    cursor = connection.execute(
        "INSERT INTO series (title, request, body, fields, purpose, priority, timing, on_missed, laid_out_to,"
        " created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            draft.title,
            draft.request.to_json(),
            draft.text,
            _json(dict(draft.fields)),
            str(draft.purpose),
            int(draft.priority),
            _json(_timing_document(draft.timing)),
            str(on_missed),
            _wall(laid_out_to),
            stamp(at),
        ),
    )
    return int(cursor.lastrowid)


def lay_out(connection: Connection, series_id: int, slots: Iterable[Slot]) -> None:
    """Write sends of a series; those that are there already stay as they are."""
    connection.executemany(
        "INSERT INTO occurrences (series_id, slot, wall, fold) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (series_id, slot) DO NOTHING",
        ((series_id, slot.name, _wall(slot.wall), slot.wall.fold) for slot in slots),
    )


def settled(connection: Connection, series_id: int) -> frozenset[str]:
    """The names of the sends of a series that were made, or that a person skipped."""
    rows = connection.execute(
        "SELECT slot FROM occurrences WHERE series_id = ? AND state <> 'planned'", (series_id,)
    )
    return frozenset(row["slot"] for row in rows)


def to_lay_out(connection: Connection, until: datetime) -> list[tuple[Series, datetime]]:
    """The running series whose sends are not written up to this wall time, and up to where they are."""
    rows = connection.execute(
        "SELECT * FROM series WHERE stopped_at IS NULL AND laid_out_to < ?", (_wall(until),)
    ).fetchall()
    return [(_series(row), datetime.fromisoformat(row["laid_out_to"])) for row in rows]


def laid_out(connection: Connection, series_id: int, until: datetime) -> None:
    """The sends of this series are written up to this wall time."""
    connection.execute("UPDATE series SET laid_out_to = ? WHERE id = ?", (_wall(until), series_id))


def series(connection: Connection, series_id: int) -> Series | None:
    """One series, None when there is none of this id."""
    row = connection.execute("SELECT * FROM series WHERE id = ?", (series_id,)).fetchone()
    return _series(row) if row else None


_OCCURRENCES = "SELECT * FROM occurrences o WHERE "


def occurrence(connection: Connection, occurrence_id: int) -> Occurrence | None:
    """One send, None when there is none of this id."""
    return next(_occurrences(connection, "o.id = :id", {"id": occurrence_id}), None)


def between(connection: Connection, start: datetime, end: datetime) -> list[Occurrence]:
    """Every send whose wall time is in [start, end[, in order."""
    values = {"start": _wall(start), "end": _wall(end)}
    return list(_occurrences(connection, "o.wall >= :start AND o.wall < :end", values))


def coming(connection: Connection, series_id: int, start: datetime) -> list[Occurrence]:
    """The sends of a series neither made nor skipped, from this wall time on, in order."""
    values = {"series": series_id, "start": _wall(start)}
    return list(
        _occurrences(connection, "o.series_id = :series AND o.state = 'planned' AND o.wall >= :start", values)
    )


def planned_before(connection: Connection, end: datetime) -> list[Occurrence]:
    """The sends not made and not skipped whose wall time comes before `end`, in order."""
    return list(_occurrences(connection, "o.state = 'planned' AND o.wall < :end", {"end": _wall(end)}))


def _occurrences(connection: Connection, which: str, values: Mapping[str, object]) -> Iterator[Occurrence]:
    rows = connection.execute(_OCCURRENCES + which + " ORDER BY o.wall, o.fold, o.series_id, o.id", values)
    known: dict[int, Series] = {}
    for row in rows.fetchall():
        if row["series_id"] not in known:
            found = series(connection, row["series_id"])
            assert found is not None
            known[row["series_id"]] = found
        yield Occurrence(
            id=row["id"],
            series=known[row["series_id"]],
            slot=row["slot"],
            wall=datetime.fromisoformat(row["wall"]).replace(fold=row["fold"]),
            state=row["state"],
            problem=sentence_from(row["problem"]) if row["problem"] else None,
            broadcast_id=row["broadcast_id"],
        )


@dataclass(frozen=True)
class Waiting:
    """A broadcast of the queue that waits, or waited, for its hour, and was not made by a series."""

    id: int
    title: str
    purpose: Purpose
    not_before: datetime
    expires_at: datetime | None
    cancelled: bool
    begun: bool


_WAITING = """
    SELECT b.id, b.title, b.purpose, b.not_before, b.expires_at, b.cancelled_at, EXISTS (
        SELECT 1 FROM messages m JOIN parts p ON p.message_id = m.id
        WHERE m.broadcast_id = b.id AND p.attempts > 0) AS begun
    FROM broadcasts b
    WHERE b.not_before >= :start AND b.not_before < :end AND b.kind <> 'reply'
    AND julianday(b.not_before) - julianday(b.created_at) > :undo
    AND NOT EXISTS (SELECT 1 FROM occurrences o WHERE o.broadcast_id = b.id)
"""

_UNDO_DAYS = 1 / 1440
"""What waits a minute at most waits to be called back, not for an hour."""


def waiting_between(connection: Connection, start: datetime, end: datetime) -> list[Waiting]:
    """The broadcasts of the queue whose hour is in [start, end[, in order."""
    values = {"start": stamp(start), "end": stamp(end), "undo": _UNDO_DAYS}
    rows = connection.execute(_WAITING + " ORDER BY b.not_before, b.id", values)
    return [_waiting(row) for row in rows]


def waiting(connection: Connection, broadcast_id: int) -> Waiting | None:
    """One of them, None when there is none of this id."""
    values = {"start": "", "end": "9", "undo": _UNDO_DAYS, "id": broadcast_id}
    row = connection.execute(_WAITING + " AND b.id = :id", values).fetchone()
    return _waiting(row) if row else None


def _waiting(row: Row) -> Waiting:
    return Waiting(
        id=row["id"],
        title=row["title"],
        purpose=Purpose(row["purpose"]),
        not_before=unstamp(row["not_before"]),
        expires_at=unstamp(row["expires_at"]) if row["expires_at"] else None,
        cancelled=row["cancelled_at"] is not None,
        begun=bool(row["begun"]),
    )


def move_waiting(connection: Connection, broadcast_id: int, at: datetime) -> None:
    """Give a broadcast of the queue another hour."""
    connection.execute("UPDATE broadcasts SET not_before = ? WHERE id = ?", (stamp(at), broadcast_id))


def take(connection: Connection, occurrence_id: int) -> bool:
    """Mark a send as made, in the transaction that makes it; False when it was made or skipped already."""
    return _changed(
        connection,
        "UPDATE occurrences SET state = 'sent', problem = NULL WHERE id = ? AND state = 'planned'",
        occurrence_id,
    )


def attach(connection: Connection, occurrence_id: int, broadcast_id: int) -> None:
    """Name the broadcast that a send became."""
    connection.execute("UPDATE occurrences SET broadcast_id = ? WHERE id = ?", (broadcast_id, occurrence_id))


def bring_back(connection: Connection, occurrence_id: int) -> bool:
    """Plan a skipped send again; False when it was not skipped, or its series has ended."""
    return _changed(
        connection,
        "UPDATE occurrences SET state = 'planned', problem = NULL WHERE id = ? AND state = 'skipped'"
        " AND (SELECT stopped_at FROM series WHERE id = series_id) IS NULL",
        occurrence_id,
    )


def skip(connection: Connection, occurrence_id: int) -> bool:
    """Do not make this send; False when it was made or skipped already."""
    return _changed(
        connection,
        "UPDATE occurrences SET state = 'skipped' WHERE id = ? AND state = 'planned'",
        occurrence_id,
    )


def move(connection: Connection, occurrence_id: int, wall: datetime) -> bool:
    """Give a send another wall time; False when it was made or skipped already."""
    return _changed(
        connection,
        "UPDATE occurrences SET wall = ?, fold = ?, problem = NULL WHERE id = ? AND state = 'planned'",
        _wall(wall),
        wall.fold,
        occurrence_id,
    )


def set_problem(connection: Connection, occurrence_id: int, problem: Sentence) -> None:
    """Keep why a send could not be made; it is not tried again before a person decides."""
    connection.execute(
        "UPDATE occurrences SET problem = ? WHERE id = ? AND state = 'planned'",
        (sentence_text(problem), occurrence_id),
    )


def stop(connection: Connection, series_id: int, at: datetime) -> bool:
    """End a series and skip what it had not sent; False when it was ended before."""
    stopped = _changed(
        connection,
        "UPDATE series SET stopped_at = ? WHERE id = ? AND stopped_at IS NULL",
        stamp(at),
        series_id,
    )
    if stopped:
        connection.execute(
            "UPDATE occurrences SET state = 'skipped', with_series = 1"
            " WHERE series_id = ? AND state = 'planned'",
            (series_id,),
        )
    return stopped


def replaced(connection: Connection, series_id: int, by: int) -> None:
    """Note the series that came in the place of another."""
    connection.execute("UPDATE series SET replaced_by = ? WHERE id = ?", (by, series_id))


def restart(connection: Connection, series_id: int) -> bool:
    """Let a stopped series go on; False when it was not stopped, or another one stands in its place.

    What was skipped one by one before stays skipped.
    """
    restarted = _changed(
        connection,
        "UPDATE series SET stopped_at = NULL WHERE id = ? AND stopped_at IS NOT NULL AND replaced_by IS NULL",
        series_id,
    )
    if restarted:
        connection.execute(
            "UPDATE occurrences SET state = 'planned', with_series = 0"
            " WHERE series_id = ? AND with_series = 1",
            (series_id,),
        )
    return restarted


def _changed(connection: Connection, sql: str, *values: object) -> bool:
    return int(connection.execute(sql, values).rowcount) == 1


def _wall(wall: datetime) -> str:
    return wall.isoformat(timespec="minutes")


def _json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, sort_keys=True)


def _series(row: Row) -> Series:
    """One that nobody can read is for nobody: what is to be sent by it is shown, and cannot be."""
    try:
        draft = _draft(row)
    except (ValueError, TypeError, LookupError, AttributeError):
        draft = SeriesDraft(NOBODY_CHOSEN, row["body"], Timing(), title=row["title"], on_missed=OnMissed.ASK)
    return Series(row["id"], draft, row["stopped_at"] is not None, row["replaced_by"])


def _draft(row: Row) -> SeriesDraft:
    return SeriesDraft(
        request=AudienceRequest.from_json(row["request"]),
        text=row["body"],
        timing=_timing(json.loads(row["timing"])),
        fields={str(name): str(value) for name, value in json.loads(row["fields"]).items()},
        purpose=Purpose(row["purpose"]),
        priority=Priority(row["priority"]),
        title=row["title"],
        on_missed=OnMissed(row["on_missed"]),
    )


def _timing_document(timing: Timing) -> dict[str, object]:
    return {
        "first": _wall(timing.first) if timing.first else None,
        "fold": timing.first.fold if timing.first else 0,
        "rule": timing.rule,
        "exceptions": [day.isoformat() for day in timing.exceptions],
        "event": _wall(timing.event) if timing.event else None,
        "reminders": [[each.days_before, f"{each.at:%H:%M}"] for each in timing.reminders],
    }


def _timing(said: Mapping[str, Any]) -> Timing:
    first = datetime.fromisoformat(said["first"]).replace(fold=said["fold"]) if said["first"] else None
    return Timing(
        first=first,
        rule=said["rule"],
        exceptions=tuple(map(date.fromisoformat, said["exceptions"])),
        event=datetime.fromisoformat(said["event"]) if said["event"] else None,
        reminders=tuple(Reminder(days, time.fromisoformat(at)) for days, at in said["reminders"]),
    )
