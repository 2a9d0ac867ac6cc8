"""How much is in the queue, and how fast it goes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from smsdesk.domain.clock import stamp, unstamp
from smsdesk.storage.database import Connection

FEWEST = 3
"""Submissions before a pace can be told."""

LATEST = 200
"""Parts that the pace is taken from: more would only repeat it."""

PAUSE = timedelta(minutes=1)
"""Even a slow network takes an SMS in less; a longer gap is one in which nothing was to be sent."""


@dataclass(frozen=True)
class Load:
    """Messages by what they wait for, and the parts that could go now."""

    waiting: int
    in_flight: int
    uncertain: int
    due_parts: int


def load(connection: Connection, now: datetime) -> Load:
    """Count the queue; a message counts as waiting while one of its parts is queued."""
    # Left to itself SQLite goes through all parts there ever were, in the order of their messages.
    states = connection.execute(
        "SELECT (SELECT count(DISTINCT message_id) FROM parts INDEXED BY parts_queue"
        "  WHERE state = 'queued') AS waiting,"
        " (SELECT count(DISTINCT message_id) FROM parts INDEXED BY parts_in_flight"
        "  WHERE state IN ('claimed', 'submitting')) AS in_flight,"
        " (SELECT count(DISTINCT message_id) FROM parts INDEXED BY parts_unknown"
        "  WHERE state = 'unknown') AS uncertain"
    ).fetchone()
    due = connection.execute(
        "SELECT count(*) AS parts FROM parts p INDEXED BY parts_queue"
        " CROSS JOIN messages m ON m.id = p.message_id"
        " CROSS JOIN broadcasts b ON b.id = m.broadcast_id WHERE p.state = 'queued' AND b.paused = 0"
        " AND (b.not_before IS NULL OR b.not_before <= :now)"
        " AND (p.not_before IS NULL OR p.not_before <= :now)",
        {"now": stamp(now)},
    ).fetchone()
    return Load(states["waiting"], states["in_flight"], states["uncertain"], due["parts"])


def parts_a_second(connection: Connection, since: datetime, now: datetime) -> float | None:
    """The pace of the last submissions since then; None while they are too few to tell."""
    rows = connection.execute(
        "SELECT submitted_at FROM parts WHERE submitted_at >= ? ORDER BY submitted_at DESC LIMIT ?",
        (stamp(since), LATEST),
    ).fetchall()
    if len(rows) < FEWEST:
        return None
    seconds = (now - unstamp(rows[-1]["submitted_at"])).total_seconds()
    return len(rows) / seconds if seconds > 0 else None


def seconds_a_part(connection: Connection) -> float | None:
    """How long one SMS took lately, as the middle of the gaps between submissions; None before a few of them.

    A gap longer than `PAUSE` is a night or a held queue, and tells nothing of the modem.
    """
    from statistics import median  # noqa: PLC0415  # with decimals and fractions, which nobody else needs

    rows = connection.execute(
        "SELECT submitted_at FROM parts WHERE submitted_at IS NOT NULL ORDER BY submitted_at DESC LIMIT ?",
        (LATEST,),
    ).fetchall()
    moments = [unstamp(row["submitted_at"]) for row in rows]
    gaps = [(later - earlier).total_seconds() for later, earlier in pairwise(moments)]
    gaps = [gap for gap in gaps if gap <= PAUSE.total_seconds()]
    return median(gaps) if len(gaps) >= FEWEST else None
