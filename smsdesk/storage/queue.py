"""The queue of parts: which one is next, and the durable moment at which it is handed to a modem."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from smsdesk.domain.budget import HELD_PREFIX
from smsdesk.domain.clock import stamp, unstamp
from smsdesk.domain.delivery import Reason
from smsdesk.domain.outgoing import Encoding, Priority, Purpose
from smsdesk.domain.sending_hours import hours_apply_to
from smsdesk.storage import budget, sending_hours
from smsdesk.storage.database import Connection
from smsdesk.storage.decisions import withdraw
from smsdesk.storage.settings import queue_paused


@dataclass(frozen=True)
class DuePart:
    """A queued part that may be sent now. `total` counts the parts of its message.

    `sim` names the SIM that already took another part of the message: a phone joins only parts that come
    from one number; or the one that a person chose for it. It is "" as long as any SIM will do.
    """

    id: int
    message_id: int
    broadcast_id: int
    seq: int
    total: int
    to: str
    text: str
    encoding: Encoding
    concat_ref: int | None
    sim: str
    since: datetime
    """Since when it could have been sent, if nothing else had been waiting."""
    expires_at: datetime | None
    alert: bool = False
    """It is about people's safety."""
    kept_by: Purpose | None = None
    """The purpose whose sending hours it keeps; None keeps none."""


_ON_A_SIM = "('submitting', 'accepted', 'delivered', 'unknown')"

_READY = """
    p.state = 'queued' AND (p.not_before IS NULL OR p.not_before <= :now)
    AND b.paused = 0 AND (b.not_before IS NULL OR b.not_before <= :now)
    AND (b.expires_at IS NULL OR b.expires_at > :now)
    AND (p.seq = 1 OR NOT EXISTS (
        SELECT 1 FROM parts s WHERE s.message_id = p.message_id AND s.seq < p.seq AND {waits_for}))
"""
"""Which parts may go: the parts of a message go in order, an uncertain one does not hold the later ones.

The later parts were never sent, so sending them repeats nothing; if the uncertain one did arrive, the
phone shows the whole message, and if it is sent again later, it completes it.
"""

_PUT_OFF = "s.state = 'queued' AND s.not_before > :now"
_BEFORE_THE_NETWORK = "s.state IN ('queued', 'claimed', 'submitting')"

_DUE = f"""
    SELECT p.id, p.message_id, m.broadcast_id, p.seq, p.text, m.e164, m.encoding, m.concat_ref,
        b.expires_at, b.purpose,
        CASE WHEN m.concat_ref IS NULL THEN 1
            ELSE (SELECT count(*) FROM parts s WHERE s.message_id = p.message_id) END AS total,
        CASE WHEN m.sim <> '' THEN m.sim WHEN m.concat_ref IS NULL THEN '' ELSE (
            SELECT coalesce(max(s.sim), '') FROM parts s
            WHERE s.message_id = p.message_id AND s.id <> p.id AND s.state IN {_ON_A_SIM}) END AS bound_sim,
        max(b.created_at, coalesce(b.not_before, '')) AS since
    FROM parts p JOIN messages m ON m.id = p.message_id JOIN broadcasts b ON b.id = m.broadcast_id
    WHERE p.priority = :priority AND {_READY.format(waits_for=_PUT_OFF)}
    AND (bound_sim = '' OR bound_sim IN (SELECT value FROM json_each(:sims)))
    ORDER BY p.id LIMIT :limit
"""  # noqa: S608  # literals of ours

_CLAIM = f"""
    UPDATE parts AS p SET state = 'claimed', sim = :sim, error = NULL, ref = NULL
    FROM messages m JOIN broadcasts b ON b.id = m.broadcast_id
    WHERE p.id = :id AND m.id = p.message_id AND {_READY.format(waits_for=_BEFORE_THE_NETWORK)}
    AND m.sim IN ('', :sim)
    AND (m.concat_ref IS NULL OR NOT EXISTS (
        SELECT 1 FROM parts s WHERE s.message_id = p.message_id AND s.id <> p.id
        AND s.state IN {_ON_A_SIM} AND s.sim NOT IN ('', :sim)))
"""  # noqa: S608  # literals of ours

_SUBMIT = """
    UPDATE parts SET state = 'submitting', attempts = attempts + 1, submitted_at = :now,
        accepted_at = NULL, not_before = NULL
    WHERE id = :id
"""


def due(
    connection: Connection, priority: Priority, sims: Iterable[str], now: datetime, limit: int
) -> list[DuePart]:
    """The parts of one priority that may be sent now by these SIMs, those of one message in order."""
    values = {"priority": int(priority), "sims": json.dumps(sorted(sims)), "now": stamp(now), "limit": limit}
    rows = connection.execute(_DUE, values)
    return [
        DuePart(
            id=row["id"],
            message_id=row["message_id"],
            broadcast_id=row["broadcast_id"],
            seq=row["seq"],
            total=row["total"],
            to=row["e164"],
            text=row["text"],
            encoding=Encoding(row["encoding"]),
            concat_ref=row["concat_ref"],
            sim=row["bound_sim"],
            since=unstamp(row["since"]),
            expires_at=unstamp(row["expires_at"]) if row["expires_at"] else None,
            alert=row["purpose"] == Purpose.ALERT,
            kept_by=hours_apply_to(Purpose(row["purpose"]), priority),
        )
        for row in rows
    ]


def begin(connection: Connection, part_id: int, sim: str, now: datetime) -> bool:
    """Queued -> claimed -> submitting, in the caller's transaction.

    False, and nothing changed, when the part may not go (any more): cancelled, paused, expired, taken,
    over a limit of the SIM, or out of its sending hours.
    """
    if queue_paused(connection) is not None or budget.refused(connection, sim, part_id, now) is not None:
        return False
    if sending_hours.refused(connection, part_id, now):
        return False
    values = {"id": part_id, "sim": sim, "now": stamp(now)}
    if connection.execute(_CLAIM, values).rowcount != 1:
        return False
    connection.execute(_SUBMIT, values)
    return True


_NEXT_DUE = """
    SELECT min(max(coalesce(p.not_before, ''), coalesce(b.not_before, '')))
    FROM parts p JOIN messages m ON m.id = p.message_id JOIN broadcasts b ON b.id = m.broadcast_id
    WHERE p.state = 'queued' AND b.paused = 0
    AND (p.not_before > :now OR b.not_before > :now)
"""


def next_due(connection: Connection, now: datetime) -> datetime | None:
    """When the next part that has to wait may go, None when none waits for its hour."""
    (moment,) = connection.execute(_NEXT_DUE, {"now": stamp(now)}).fetchone()
    return unstamp(moment) if moment else None


_ANY_WAITING = f"""
    SELECT EXISTS (
        SELECT 1 FROM parts p
        JOIN messages m ON m.id = p.message_id JOIN broadcasts b ON b.id = m.broadcast_id
        WHERE p.state = 'queued' AND p.error IS NOT '{Reason.OTHER_SIM}'
        AND NOT (coalesce(p.not_before, '') > :now
            AND (coalesce(p.error, '') LIKE '{HELD_PREFIX}%' OR (p.error IS NULL AND p.attempts = 0)))
        AND b.paused = 0 AND (b.not_before IS NULL OR b.not_before <= :now))
    OR EXISTS (SELECT 1 FROM parts WHERE state IN ('claimed', 'submitting'))
"""  # noqa: S608  # a literal of ours


def any_waiting(connection: Connection, now: datetime) -> bool:
    """Whether something is in flight, or queued without being held or scheduled for later by a person.

    What waits for a SIM that is not here is not counted: only a person can bring it. Nor is what a limit of
    the SIMs holds until another day.
    """
    return bool(connection.execute(_ANY_WAITING, {"now": stamp(now)}).fetchone()[0])


_BOUND = f"""
    SELECT p.id, s.sim FROM parts p JOIN messages m ON m.id = p.message_id AND m.concat_ref IS NOT NULL
    JOIN parts s ON s.message_id = p.message_id AND s.id <> p.id AND s.state IN {_ON_A_SIM} AND s.sim <> ''
    WHERE p.state = 'queued'
    UNION ALL
    SELECT p.id, m.sim FROM parts p JOIN messages m ON m.id = p.message_id AND m.sim <> ''
    WHERE p.state = 'queued'
"""  # noqa: S608  # a literal of ours
"""Queued parts whose message can only go through one SIM: it began there, or a person chose it."""


def wanted_sims(connection: Connection) -> set[str]:
    """The SIMs through which messages began that are not all sent yet."""
    return {row["sim"] for row in connection.execute(f"SELECT DISTINCT sim FROM ({_BOUND})")}  # noqa: S608


def any_stranded(connection: Connection) -> bool:
    """Whether a part is marked as waiting for a SIM that is not here."""
    row = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM parts WHERE state = 'queued' AND error = ?)", (str(Reason.OTHER_SIM),)
    ).fetchone()
    return bool(row[0])


def mark_stranded(connection: Connection, sims: Iterable[str]) -> bool:
    """Say of the parts that wait for these SIMs, and of no others, that they do; whether that was new."""
    values = {"error": str(Reason.OTHER_SIM), "sims": json.dumps(sorted(sims))}
    waiting = f"id IN (SELECT id FROM ({_BOUND}) WHERE sim IN (SELECT value FROM json_each(:sims)))"  # noqa: S608
    set_now = connection.execute(
        f"UPDATE parts SET error = :error WHERE state = 'queued' AND error IS NOT :error AND {waiting}",  # noqa: S608
        values,
    ).rowcount
    taken = connection.execute(
        f"UPDATE parts SET error = NULL WHERE state = 'queued' AND error = :error AND NOT {waiting}",  # noqa: S608
        values,
    ).rowcount
    return bool(set_now or taken)


def any_expired(connection: Connection, since: datetime | None, now: datetime) -> bool:
    """Whether the last useful moment of some broadcast came after `since` (None: ever)."""
    row = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM broadcasts WHERE expires_at > ? AND expires_at <= ?)",
        (stamp(since) if since else "", stamp(now)),
    ).fetchone()
    return bool(row[0])


def expire(connection: Connection, since: datetime | None, now: datetime) -> list[int]:
    """Queued parts of the broadcasts whose last useful moment came after `since` (None: ever) will not go.

    One that was to be sent again is uncertain again. Answers the ids of their messages.
    """
    late = (
        "SELECT m.id FROM messages m JOIN broadcasts b ON b.id = m.broadcast_id"
        " WHERE b.expires_at > :since AND b.expires_at <= :now"
    )
    values = {
        "since": stamp(since) if since else "",
        "now": stamp(now),
        "error": str(Reason.TOO_LATE),
    }
    uncertain = withdraw(connection, late, values)
    rows = connection.execute(
        "UPDATE parts SET state = 'expired', error = :error, not_before = NULL"  # noqa: S608  # ours
        f" WHERE state = 'queued' AND message_id IN ({late}) RETURNING message_id",
        values,
    ).fetchall()
    return sorted({*uncertain, *(row["message_id"] for row in rows)})


def broadcasts_of(connection: Connection, message_ids: Sequence[int]) -> list[int]:
    """The broadcasts that these messages belong to, each once."""
    rows = connection.execute(
        "SELECT DISTINCT broadcast_id FROM messages WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(message_ids)),),
    )
    return [row["broadcast_id"] for row in rows]
