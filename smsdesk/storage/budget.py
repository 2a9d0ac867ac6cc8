"""SIM budgets as they are kept: plans, what each SIM sent, who let a broadcast pass a limit."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from smsdesk.domain.budget import Held, Period, SimPlan, SimSeen, Usage, midnight, period_of, refusal
from smsdesk.domain.clock import stamp
from smsdesk.domain.outgoing import Purpose
from smsdesk.storage import settings
from smsdesk.storage.database import Connection

KEPT = timedelta(days=62)
"""Two months of a plan, the one that runs and the one before: older attempts count for nothing any more."""

_COLUMNS = (
    "sim", "name", "number", "monthly_sms", "recipients_cap", "daily_cap", "price_each_cents", "billing_day",
    "beyond", "alerts_pass", "others_take",
)  # fmt: skip


def plans(connection: Connection) -> tuple[SimPlan, ...]:
    """The plans that a person made."""
    return tuple(_plan(row) for row in connection.execute("SELECT * FROM sim_plans ORDER BY sim"))


def _plan(row: Any) -> SimPlan:
    values = {column: row[column] for column in _COLUMNS}
    choices = {name: bool(row[name]) for name in ("beyond", "alerts_pass", "others_take")}
    return SimPlan(**{**values, **choices})


def plan_in_force(connection: Connection, sim: str) -> SimPlan:
    """What holds for a SIM: its plan, with the profile's cap of the day where it names none of its own."""
    row = connection.execute("SELECT * FROM sim_plans WHERE sim = ?", (sim,)).fetchone()
    plan = _plan(row) if row is not None else SimPlan(sim)
    return plan if plan.daily_cap is not None else replace(plan, daily_cap=default_daily_cap(connection))


def default_daily_cap(connection: Connection) -> int | None:
    """The cap of the day of every SIM that has none of its own; None when the profile has none."""
    return settings.get_count(connection, settings.DAILY_CAP) or None


def save(connection: Connection, plan: SimPlan) -> None:
    """Keep a plan in the place of the one before."""
    connection.execute(
        f"INSERT OR REPLACE INTO sim_plans ({', '.join(_COLUMNS)})"  # noqa: S608  # names of ours
        f" VALUES ({', '.join(f':{column}' for column in _COLUMNS)})",
        {column: getattr(plan, column) for column in _COLUMNS},
    )


def see(connection: Connection, sims: Sequence[SimSeen], now: datetime) -> None:
    """Note the SIMs that are in a modem now."""
    connection.executemany(
        "INSERT OR REPLACE INTO sims_seen (sim, modem, operator, seen_at) VALUES (?, ?, ?, ?)",
        [(each.sim, each.modem, each.operator, stamp(now)) for each in sims],
    )


def seen(connection: Connection) -> tuple[SimSeen, ...]:
    """The SIMs that were ever in a modem, the latest first."""
    rows = connection.execute("SELECT sim, modem, operator FROM sims_seen ORDER BY seen_at DESC, sim")
    return tuple(SimSeen(row["sim"], row["modem"], row["operator"]) for row in rows)


def usage(connection: Connection, plan: SimPlan, now: datetime) -> Usage:
    """What a SIM sent in the month of its plan and on the day in which `now` lies."""
    used = sms_used(connection, plan, now)
    return replace(used, people=_people(connection, plan.sim, used.period))


def sms_used(connection: Connection, plan: SimPlan, now: datetime) -> Usage:
    """The same without the phones, which take ten times as long to count."""
    day = now.astimezone().date()
    period = period_of(day, plan.billing_day)
    row = connection.execute(
        "SELECT count(*) AS parts, coalesce(sum(at >= :midnight), 0) AS today"
        " FROM sim_spends WHERE sim = :sim AND at >= :start AND at < :end",
        {"sim": plan.sim, "midnight": stamp(midnight(day)), **_bounds(period)},
    ).fetchone()
    return Usage(period, day, row["parts"], 0, row["today"])


def _people(connection: Connection, sim: str, period: Period) -> int:
    (count,) = connection.execute(
        "SELECT count(DISTINCT e164) FROM sim_spends WHERE sim = :sim AND at >= :start AND at < :end",
        {"sim": sim, **_bounds(period)},
    ).fetchone()
    return int(count)


def phones(connection: Connection, sim: str, period: Period) -> frozenset[str]:
    """The phones that a SIM wrote to in a month of its plan."""
    rows = connection.execute(
        "SELECT DISTINCT e164 FROM sim_spends WHERE sim = :sim AND at >= :start AND at < :end",
        {"sim": sim, **_bounds(period)},
    )
    return frozenset(row["e164"] for row in rows)


def _bounds(period: Period) -> dict[str, str]:
    return {"start": stamp(midnight(period.start)), "end": stamp(midnight(period.end))}


def waiting(connection: Connection, end: datetime) -> list[tuple[str, int]]:
    """The phones for which SMS are in the queue that may go before a moment, and how many for each."""
    rows = connection.execute(
        "SELECT m.e164, count(*) AS parts FROM parts p JOIN messages m ON m.id = p.message_id"
        " JOIN broadcasts b ON b.id = m.broadcast_id WHERE p.state = 'queued'"
        " AND max(coalesce(p.not_before, ''), coalesce(b.not_before, '')) < ? GROUP BY m.e164",
        (stamp(end),),
    )
    return [(row["e164"], row["parts"]) for row in rows]


def permit(connection: Connection, broadcast_id: int, by: str, at: datetime) -> None:
    """Write down that a person lets a broadcast pass every limit; a first decision stays."""
    connection.execute(
        "INSERT OR IGNORE INTO cap_permits (broadcast_id, decided_by, decided_at) VALUES (?, ?, ?)",
        (broadcast_id, by, stamp(at)),
    )


def permitted(connection: Connection) -> frozenset[int]:
    """The broadcasts that a person let pass."""
    return frozenset(
        row["broadcast_id"] for row in connection.execute("SELECT broadcast_id FROM cap_permits")
    )


def hand_over(connection: Connection, broadcast_id: int, by: str, at: datetime) -> None:
    """Write down that somebody lets other SIMs take what a limit holds of a broadcast, once."""
    connection.execute(
        "INSERT OR IGNORE INTO sim_handovers (broadcast_id, decided_by, decided_at) VALUES (?, ?, ?)",
        (broadcast_id, by, stamp(at)),
    )


def handed_over(connection: Connection) -> frozenset[int]:
    """The broadcasts of which any SIM may take what another one's limit holds."""
    rows = connection.execute("SELECT broadcast_id FROM sim_handovers")
    return frozenset(row["broadcast_id"] for row in rows)


_ABOUT = """
    SELECT m.e164, b.purpose,
        (SELECT count(*) FROM parts s
            WHERE s.message_id = p.message_id AND s.seq >= p.seq AND s.state = 'queued') AS needed,
        EXISTS (SELECT 1 FROM cap_permits c WHERE c.broadcast_id = b.id) AS permitted
    FROM parts p JOIN messages m ON m.id = p.message_id JOIN broadcasts b ON b.id = m.broadcast_id
    WHERE p.id = ?
"""


def refused(connection: Connection, sim: str, part_id: int, now: datetime) -> Held | None:
    """Why a queued part may not go through this SIM now: the last word, in the transaction that begins it.

    A message begins only when what is left is enough for all of its parts.
    """
    plan = plan_in_force(connection, sim)
    if not plan.limited:
        return None
    part = connection.execute(_ABOUT, (part_id,)).fetchone()
    if part is None or part["permitted"] or (plan.alerts_pass and part["purpose"] == Purpose.ALERT):
        return None
    used = sms_used(connection, plan, now)
    known = plan.recipients_cap is None or _is_known(connection, sim, part["e164"], used.period)
    if not known:
        used = replace(used, people=_people(connection, sim, used.period))
    return refusal(plan, used, part["needed"], known=known)


def _is_known(connection: Connection, sim: str, e164: str, period: Period) -> bool:
    (found,) = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM sim_spends"
        " WHERE sim = :sim AND at >= :start AND at < :end AND e164 = :e164)",
        {"sim": sim, "e164": e164, **_bounds(period)},
    ).fetchone()
    return bool(found)


def hold(connection: Connection, held: Sequence[tuple[int, int, Held]]) -> None:
    """Let parts, named by message and number, and those after them wait for a limit, and say so of each."""
    connection.executemany(
        "UPDATE parts SET error = ?, not_before = ? WHERE message_id = ? AND seq >= ? AND state = 'queued'",
        [(each.code, stamp(each.until), message_id, seq) for message_id, seq, each in held],
    )


_HELD = "state = 'queued' AND error LIKE 'cap:%'"


def release(connection: Connection, after: datetime | None = None) -> int:
    """Let what a limit holds, or holds until later than `after`, be looked at again; how many parts."""
    cursor = connection.execute(
        f"UPDATE parts SET error = NULL, not_before = NULL WHERE {_HELD} AND not_before > ?",  # noqa: S608
        (stamp(after) if after else "",),
    )
    return int(cursor.rowcount)


def any_held(connection: Connection, broadcast_id: int | None = None) -> str | None:
    """The `error` of what a limit holds longest, of everything or of one broadcast; None when nothing is."""
    mine = (
        ""
        if broadcast_id is None
        else (" AND message_id IN (SELECT id FROM messages WHERE broadcast_id = :broadcast)")
    )
    row = connection.execute(
        f"SELECT error FROM parts WHERE {_HELD}{mine} ORDER BY not_before DESC LIMIT 1",  # noqa: S608  # ours
        {"broadcast": broadcast_id},
    ).fetchone()
    return None if row is None else str(row["error"])


def spread(
    connection: Connection, broadcast_id: int, to: Sequence[str], sim: str, at: datetime | None
) -> None:
    """Have the messages of a broadcast to these phones go through one SIM ("": any), not before a moment."""
    values = {"broadcast": broadcast_id, "to": json.dumps(list(to)), "sim": sim}
    mine = "broadcast_id = :broadcast AND e164 IN (SELECT value FROM json_each(:to))"
    if sim:
        connection.execute(f"UPDATE messages SET sim = :sim WHERE {mine}", values)  # noqa: S608  # ours
    if at is not None:
        connection.execute(
            "UPDATE parts SET not_before = :at WHERE state = 'queued'"  # noqa: S608  # ours
            f" AND message_id IN (SELECT id FROM messages WHERE {mine})",
            {**values, "at": stamp(at)},
        )


def forget(connection: Connection, now: datetime) -> int:
    """Drop the attempts that no month of a plan counts any more; answers how many."""
    cursor = connection.execute("DELETE FROM sim_spends WHERE at < ?", (stamp(now - KEPT),))
    return int(cursor.rowcount)
