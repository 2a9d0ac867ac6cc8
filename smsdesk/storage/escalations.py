"""Rules about second guardians: which are open, what became of the first messages, whom a rule told."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from smsdesk.domain.clock import stamp, unstamp
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.outgoing import LEAST_CERTAIN_FIRST, PartState
from smsdesk.domain.second_guardian import FirstMessage, Rule, Told
from smsdesk.domain.sentences import Sentence
from smsdesk.storage import outcomes
from smsdesk.storage.broadcasts import RANK, moment, packed, unpacked
from smsdesk.storage.database import Connection

CONFIRMED_WITHIN = timedelta(minutes=10)
"""A phone that is switched on confirms long before."""

LOOKED_AT = 20
"""The last so many SMS tell whether this modem, SIM and network bring delivery reports at all."""

ENOUGH = 5
"""Fewer than this prove nothing: a few phones may have been off."""


def keep_rule(connection: Connection, broadcast_id: int, minutes: int) -> None:
    """Write the rule of a broadcast that is being made."""
    connection.execute(
        "INSERT INTO escalations (broadcast_id, minutes) VALUES (?, ?)", (broadcast_id, minutes)
    )


def open_rules(connection: Connection) -> list[tuple[int, int]]:
    """Broadcast and minutes of each rule that may still have something to do."""
    rows = connection.execute(
        "SELECT e.broadcast_id, minutes FROM escalations e JOIN broadcasts b ON b.id = e.broadcast_id"
        " WHERE ended = 0 AND paused = 0 ORDER BY e.broadcast_id"
    )
    return [(row[0], row[1]) for row in rows]


_OVERDUE = """
    SELECT EXISTS (
        SELECT 1 FROM messages m JOIN parts p ON p.message_id = m.id
        WHERE m.broadcast_id = :broadcast AND p.state <> 'delivered'
        AND (p.state IN ('failed', 'expired', 'cancelled') OR p.submitted_at <= :late)
        AND EXISTS (
            SELECT 1 FROM message_people h WHERE h.message_id = m.id AND h.contact_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM escalated e
                WHERE e.broadcast_id = m.broadcast_id AND e.contact_id = h.contact_id)))
"""


def may_be_due(connection: Connection, broadcast_id: int, minutes: int, now: datetime) -> bool:
    """Whether a message is late for somebody whom the rule has not looked after yet."""
    late = stamp(now - timedelta(minutes=minutes))
    row = connection.execute(_OVERDUE, {"broadcast": broadcast_id, "late": late}).fetchone()
    return bool(row[0])


def is_open(connection: Connection, broadcast_id: int) -> bool:
    """Whether the rule still stands; asked within the transaction that acts on it."""
    row = connection.execute(
        "SELECT 1 FROM escalations WHERE broadcast_id = ? AND ended = 0", (broadcast_id,)
    ).fetchone()
    return row is not None


def end(connection: Connection, broadcast_id: int) -> None:
    """The rule has nothing to do any more."""
    connection.execute("UPDATE escalations SET ended = 1 WHERE broadcast_id = ?", (broadcast_id,))


def begin_again(connection: Connection, broadcast_id: int) -> None:
    """The rule looks once more whether it has something to do."""
    connection.execute("UPDATE escalations SET ended = 0 WHERE broadcast_id = ?", (broadcast_id,))


def first_messages(connection: Connection, broadcast_id: int) -> list[FirstMessage]:
    """What became of a broadcast, and of those that brought its notice to others, in the order of sending."""
    ids = json.dumps(outcomes.sent_on(connection, broadcast_id))
    people: defaultdict[int, list[int]] = defaultdict(list)
    for message_id, contact_id in connection.execute(
        "SELECT message_id, contact_id FROM message_people JOIN messages ON messages.id = message_id"
        " WHERE broadcast_id IN (SELECT value FROM json_each(?)) AND contact_id IS NOT NULL"
        " ORDER BY message_id, position",
        (ids,),
    ):
        people[message_id].append(contact_id)
    rows = connection.execute(
        f"SELECT m.id, m.e164, min({RANK}) AS rank, min(submitted_at) AS left_at"  # noqa: S608  # ours
        " FROM messages m JOIN parts p ON p.message_id = m.id"
        " WHERE m.broadcast_id IN (SELECT value FROM json_each(?)) GROUP BY m.id ORDER BY m.id",
        (ids,),
    )
    return [
        FirstMessage(
            row["e164"],
            LEAST_CERTAIN_FIRST[row["rank"]],
            tuple(people[row["id"]]),
            moment(row["left_at"]),
        )
        for row in rows
    ]


def looked_after(connection: Connection, broadcast_id: int) -> set[int]:
    """The pupils (contact ids) for whom the rule did already what it can."""
    rows = connection.execute("SELECT contact_id FROM escalated WHERE broadcast_id = ?", (broadcast_id,))
    return {row[0] for row in rows}


def follow_up_of(connection: Connection, broadcast_id: int) -> tuple[int, bool] | None:
    """The broadcast to second guardians, and whether a person stopped it; None while there is none."""
    row = connection.execute(
        "SELECT id, cancelled_at IS NOT NULL FROM broadcast_links JOIN broadcasts ON id = broadcast_id"
        " WHERE about_id = ? AND relation = ? ORDER BY id DESC LIMIT 1",
        (broadcast_id, str(Relation.SECOND_GUARDIAN)),
    ).fetchone()
    return None if row is None else (row[0], bool(row[1]))


def note(
    connection: Connection,
    broadcast_id: int,
    at: datetime,
    outcomes_of: Iterable[tuple[int, str, Sentence | None]],
) -> None:
    """Write for each pupil (contact id) the phone that is told ("" none), or why nobody is."""
    connection.executemany(
        "INSERT INTO escalated (broadcast_id, contact_id, e164, at, reason) VALUES (?, ?, ?, ?, ?)",
        (
            (broadcast_id, contact_id, e164, stamp(at), packed(reason) if reason else None)
            for contact_id, e164, reason in outcomes_of
        ),
    )


def rule_of(connection: Connection, broadcast_id: int) -> Rule | None:
    """The rule of a broadcast with what it did; None when there is none."""
    row = connection.execute("SELECT * FROM escalations WHERE broadcast_id = ?", (broadcast_id,)).fetchone()
    if row is None:
        return None
    rows = connection.execute(
        "SELECT e.*, trim(first_name || ' ' || last_name) AS name,"  # noqa: S608  # literals of ours
        f" (SELECT min({RANK}) FROM parts p JOIN messages m ON m.id = p.message_id"
        "   JOIN broadcast_links l ON l.broadcast_id = m.broadcast_id"
        "   WHERE m.e164 = e.e164 AND l.about_id = e.broadcast_id AND l.relation = :relation) AS rank"
        " FROM escalated e JOIN contacts c ON c.id = e.contact_id"
        " WHERE e.broadcast_id = :broadcast ORDER BY e.at, e.contact_id",
        {"broadcast": broadcast_id, "relation": str(Relation.SECOND_GUARDIAN)},
    )
    told = tuple(
        Told(
            each["contact_id"],
            each["name"],
            each["e164"],
            unstamp(each["at"]),
            unpacked(each["reason"]) if each["reason"] else None,
            _state(each["rank"]),
        )
        for each in rows
    )
    return Rule(row["minutes"], bool(row["ended"]), told)


def _state(rank: int | None) -> PartState | None:
    return None if rank is None else LEAST_CERTAIN_FIRST[rank]


def never_confirmed(connection: Connection, now: datetime) -> bool:
    """Whether none of the last SMS was ever confirmed, although there was time for it."""
    rows = connection.execute(
        "SELECT state FROM parts WHERE submitted_at <= ? AND submitted_at IS NOT NULL"
        " AND state IN ('accepted', 'delivered') ORDER BY submitted_at DESC LIMIT ?",
        (stamp(now - CONFIRMED_WITHIN), LOOKED_AT),
    ).fetchall()
    return len(rows) >= ENOUGH and all(row["state"] == PartState.ACCEPTED for row in rows)
