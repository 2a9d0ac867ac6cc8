"""What became of an attempt to send a part: accepted, refused, to be tried again, or unknown."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from smsdesk.domain.clock import stamp, unstamp
from smsdesk.domain.delivery import Reason
from smsdesk.domain.outgoing import PartState
from smsdesk.storage.database import Connection
from smsdesk.storage.objections import OBJECTED

_DOUBTED = "EXISTS (SELECT 1 FROM decisions d WHERE d.part_id = parts.id AND d.decision = 'resend')"
"""A person let the part be sent again: whether an attempt before that went is still not known."""

_LOOKED_BACK = 500
"""Attempts of all SIMs among which a SIM's last reference is looked for at the start."""


@dataclass(frozen=True)
class Attempt:
    """A part as it stands. `uncertain`: it may be with the network, whatever its state says."""

    part_id: int
    message_id: int
    broadcast_id: int
    state: PartState
    attempts: int
    to: str
    sim: str
    submitted_at: datetime | None
    uncertain: bool


@dataclass(frozen=True)
class LeftOpen:
    """Parts that one SIM was given and whose answer nobody saw, in their order, after its last answered one.

    `ref` is TP-MR of that one; None when it is not known.
    """

    sim: str
    part_ids: tuple[int, ...]
    latest_at: datetime
    ref: int | None


def load(connection: Connection, part_id: int) -> Attempt | None:
    """Look a part up; None when there is none."""
    row = connection.execute(
        "SELECT p.id, p.message_id, m.broadcast_id, p.state, p.attempts, m.e164, p.sim, p.submitted_at"
        " FROM parts p JOIN messages m ON m.id = p.message_id WHERE p.id = ?",
        (part_id,),
    ).fetchone()
    if row is None:
        return None
    state = PartState(row["state"])
    # A queued part keeps the moment of its submission only when a person decided to send it again.
    approved = state is PartState.QUEUED and row["submitted_at"] is not None
    return Attempt(
        part_id=row["id"],
        message_id=row["message_id"],
        broadcast_id=row["broadcast_id"],
        state=state,
        attempts=row["attempts"],
        to=row["e164"],
        sim=row["sim"],
        submitted_at=unstamp(row["submitted_at"]) if row["submitted_at"] else None,
        uncertain=approved or state is PartState.UNKNOWN,
    )


def accept(connection: Connection, part_id: int, ref: int | None, at: datetime) -> None:
    """Submitting -> accepted; `ref` is TP-MR, by which the delivery report will name the part."""
    connection.execute(
        "UPDATE parts SET state = 'accepted', ref = ?, accepted_at = ?, error = NULL WHERE id = ?",
        (ref, stamp(at), part_id),
    )


def prove_taken(connection: Connection, attempt: Attempt, ref: int | None, at: datetime) -> None:
    """An uncertain part was accepted after all: it is not sent again, even when a person had asked for it."""
    if attempt.state is PartState.QUEUED:
        for state in (PartState.CLAIMED, PartState.SUBMITTING):
            connection.execute("UPDATE parts SET state = ? WHERE id = ?", (str(state), attempt.part_id))
    connection.execute(
        "UPDATE parts SET state = 'accepted', ref = ?, accepted_at = ?, error = NULL, not_before = NULL"
        " WHERE id = ?",
        (ref, stamp(at), attempt.part_id),
    )


def requeue(connection: Connection, part_id: int, error: str | None, not_before: datetime | None) -> None:
    """Put a part that the network refused for now back into the queue, or end it.

    It ends when its broadcast was cancelled, or its phone objected, while it was being handed over.

    What is not known of an attempt before this one stays so: the part keeps its SIM and a moment of
    submission, and is uncertain again when it is cancelled.
    """
    connection.execute(
        "UPDATE parts SET state = 'queued', error = ?, not_before = ?,"  # noqa: S608  # a literal of ours
        f" sim = CASE WHEN {_DOUBTED} THEN sim ELSE '' END,"
        f" submitted_at = CASE WHEN {_DOUBTED} THEN submitted_at END WHERE id = ?",
        (error, stamp(not_before) if not_before else None, part_id),
    )
    for reason, ended in ((Reason.CANCELLED, "b.cancelled_at IS NOT NULL"), (Reason.OBJECTED, OBJECTED)):
        connection.execute(
            "UPDATE parts SET state = CASE WHEN submitted_at IS NULL THEN 'cancelled' ELSE 'unknown' END,"  # noqa: S608  # ours
            " error = CASE WHEN submitted_at IS NULL THEN ? ELSE ? END, not_before = NULL"
            " WHERE id = ? AND state = 'queued' AND EXISTS ("
            " SELECT 1 FROM messages m JOIN broadcasts b ON b.id = m.broadcast_id"
            f" WHERE m.id = parts.message_id AND {ended})",
            (str(reason), str(Reason.NOT_REPEATED), part_id),
        )


def delay(connection: Connection, part_id: int, error: str, not_before: datetime | None) -> None:
    """A queued part that was refused before it was begun waits; that counts as an attempt."""
    connection.execute(
        "UPDATE parts SET error = ?, not_before = ?, attempts = attempts + 1"
        " WHERE id = ? AND state = 'queued'",
        (error, stamp(not_before) if not_before else None, part_id),
    )


def fail(connection: Connection, part_id: int, message_id: int, error: str) -> None:
    """A part is refused for good, and what is still queued of its message would be useless.

    One that may have gone in an attempt before is uncertain instead, and the rest of its message is left.
    """
    doubted = f"UPDATE parts SET error = ?, not_before = NULL WHERE id = ? AND {_DOUBTED} RETURNING state"  # noqa: S608
    row = connection.execute(doubted, (str(Reason.REFUSED_AGAIN), part_id)).fetchone()
    if row is not None:
        if row["state"] != PartState.UNKNOWN:
            doubt(connection, part_id, Reason.REFUSED_AGAIN)
        return
    connection.execute(
        "UPDATE parts SET state = 'failed', error = ?, not_before = NULL WHERE id = ?", (error, part_id)
    )
    connection.execute(
        "UPDATE parts SET state = 'failed', error = ?, not_before = NULL"
        " WHERE message_id = ? AND state = 'queued' AND submitted_at IS NULL",
        (str(Reason.SIBLING), message_id),
    )


def doubt(connection: Connection, part_id: int, error: str) -> None:
    """Submitting -> unknown; or queued -> unknown, for one that may have gone before.

    Each attempt is decided about once, so one that was not begun counts as another here.
    """
    connection.execute(
        "UPDATE parts SET state = 'unknown', error = ?, not_before = NULL,"
        " attempts = attempts + (state = 'queued') WHERE id = ?",
        (error, part_id),
    )


def recover(connection: Connection) -> list[int]:
    """After a start: nothing is in flight. Claimed parts are queued again, submitted ones are unknown.

    Answers the ids of the parts that are unknown now.
    """
    in_flight = "state IN ('claimed', 'submitting')"
    connection.execute(
        f"UPDATE parts SET state = 'queued', sim = '' WHERE {in_flight} AND state = 'claimed'"  # noqa: S608
    )
    rows = connection.execute(
        f"UPDATE parts SET state = 'unknown', error = ? WHERE {in_flight} AND state = 'submitting'"  # noqa: S608
        " RETURNING id",
        (str(Reason.STOPPED),),
    ).fetchall()
    return [row["id"] for row in rows]


def left_open(connection: Connection, since: datetime) -> list[LeftOpen]:
    """What is open of the attempts since then, by SIM; after a start, when nothing is in flight."""
    # Of one millisecond, the answered ones count as the earlier ones: a doubt more is better than one less.
    rows = connection.execute(
        "SELECT id, sim, ref, submitted_at FROM parts"
        " WHERE submitted_at >= ? AND (ref IS NOT NULL OR state IN ('unknown', 'queued', 'accepted'))"
        " ORDER BY submitted_at, ref IS NULL, accepted_at, id",
        (stamp(since),),
    ).fetchall()
    found: dict[str, LeftOpen] = {}
    refs: dict[str, int] = {}
    for row in rows:
        sim = row["sim"]
        if row["ref"] is not None:
            refs[sim] = row["ref"]
            found.pop(sim, None)
            continue
        before = found[sim].part_ids if sim in found else ()
        ref = refs[sim] if sim in refs else _ref_before(connection, sim, since)
        found[sim] = LeftOpen(sim, (*before, row["id"]), unstamp(row["submitted_at"]), ref)
    return list(found.values())


def _ref_before(connection: Connection, sim: str, moment: datetime) -> int | None:
    """The reference of the SIM's last answered attempt before, among the latest ones of all SIMs."""
    row = connection.execute(
        "SELECT ref FROM (SELECT ref, sim, submitted_at FROM parts WHERE submitted_at < ?"
        " ORDER BY submitted_at DESC LIMIT ?) WHERE sim = ? AND ref IS NOT NULL"
        " ORDER BY submitted_at DESC LIMIT 1",
        (stamp(moment), _LOOKED_BACK, sim),
    ).fetchone()
    return None if row is None else row["ref"]


def states_of(connection: Connection, message_ids: Sequence[int]) -> list[tuple[int, PartState]]:
    """The state of every part of these messages, each with the id of its message."""
    rows = connection.execute(
        "SELECT message_id, state FROM parts WHERE message_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(message_ids)),),
    )
    return [(row["message_id"], PartState(row["state"])) for row in rows]
