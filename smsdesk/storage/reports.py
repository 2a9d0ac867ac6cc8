"""Delivery reports: kept as they came, and matched with the part they speak of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from smsdesk.domain.clock import stamp, unstamp
from smsdesk.domain.codes import report_state
from smsdesk.domain.delivery import status_error
from smsdesk.domain.incoming import StatusReport
from smsdesk.domain.outgoing import PartState
from smsdesk.storage import attempts
from smsdesk.storage.database import Connection

KEPT = timedelta(days=7)
"""How long a report may wait for its part, and how far it may be from it."""

SURE = timedelta(days=1)
"""References wrap at 256 and service centres' clocks are off by hours: within a day, a part with this
reference and recipient that waits for its report is the one that is meant."""

CLOCK_STEP = timedelta(seconds=2)
"""Our own two stamps of one exchange may stand this far in the wrong order."""

SHORTEST_NUMBER = 6
"""Digits that two ways of writing a number must share at the end to be the same number."""


@dataclass(frozen=True)
class Report:
    """One stored report. `status` is TP-ST (3GPP TS 23.040, 9.2.3.15)."""

    id: int
    sim: str
    ref: int
    recipient: str
    status: int
    sent_at: datetime | None
    done_at: datetime | None
    received_at: datetime
    part_id: int | None


def same_number(one: str, other: str) -> bool:
    """Whether two ways of writing a number mean the same: +33612345678, 33612345678 or 0612345678."""
    if one == other:
        return True
    short, long = sorted((_digits(one), _digits(other)), key=len)
    return len(short) >= SHORTEST_NUMBER and long.endswith(short)


def _digits(number: str) -> str:
    return "".join(sign for sign in number if sign.isdigit()).lstrip("0")


def insert(
    connection: Connection, raw_id: int, sim: str, report: StatusReport, received_at: datetime
) -> Report:
    """Keep a report, not matched yet."""
    cursor = connection.execute(
        "INSERT INTO delivery_reports (raw_id, sim, ref, recipient, status, sent_at, done_at, received_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            raw_id,
            sim,
            report.ref,
            report.recipient,
            report.status,
            stamp(report.sent_at) if report.sent_at else None,
            stamp(report.done_at) if report.done_at else None,
            stamp(received_at),
        ),
    )
    return Report(
        int(cursor.lastrowid),
        sim,
        report.ref,
        report.recipient,
        report.status,
        report.sent_at,
        report.done_at,
        received_at,
        None,
    )


@dataclass(frozen=True)
class _Candidate:
    part_id: int
    state: PartState
    has_ref: bool
    distance: timedelta

    def order(self) -> tuple[timedelta, int]:
        """The nearest first."""
        return self.distance, self.part_id


_COLUMNS = "SELECT p.id, p.state, p.ref, m.e164, p.submitted_at FROM"
_FITTING = "p.sim = :sim AND +p.submitted_at BETWEEN :oldest AND :newest"
"""The plus keeps SQLite from walking through all that was submitted in a week."""

_CANDIDATES = f"""
    {_COLUMNS} parts p JOIN messages m ON m.id = p.message_id WHERE p.ref = :ref AND {_FITTING}
    UNION ALL
    {_COLUMNS} parts p JOIN messages m ON m.id = p.message_id
    WHERE p.state = 'unknown' AND p.ref IS NULL AND {_FITTING}
    UNION ALL
    {_COLUMNS} parts p JOIN messages m ON m.id = p.message_id
    WHERE p.state IN ('claimed', 'submitting') AND p.ref IS NULL AND {_FITTING}
    UNION ALL
    SELECT DISTINCT p.id, p.state, p.ref, m.e164, p.submitted_at FROM
        decisions d CROSS JOIN parts p ON p.id = d.part_id JOIN messages m ON m.id = p.message_id
    WHERE (p.state = 'queued' OR (p.state = 'accepted' AND d.attempt = p.attempts)) AND p.ref IS NULL
    AND {_FITTING}
"""  # noqa: S608  # literals of ours

_EARLIER_ELSEWHERE = """
    SELECT DISTINCT p.id, p.state, p.ref, m.e164, p.submitted_at FROM
        decisions d CROSS JOIN parts p ON p.id = d.part_id JOIN messages m ON m.id = p.message_id
    WHERE d.decision = 'resend' AND p.state = 'unknown' AND p.ref IS NULL AND p.sim <> :sim
    AND +p.submitted_at BETWEEN :oldest AND :newest
"""
"""Parts that were sent again through another SIM, and are uncertain again: the first attempt may be meant."""


def find_part(connection: Connection, report: Report) -> int | None:
    """The part that a report speaks of: same SIM, reference and recipient, nearest in time.

    An uncertain part lost its reference with the answer: it is meant when nothing else can be, that is when
    it is the only one to this recipient and nothing to this recipient is being submitted. None when no part
    fits, or more than one could be meant (yet).
    """
    about = report.sent_at or report.received_at
    values = {
        "ref": report.ref,
        "sim": report.sim,
        "oldest": stamp(report.received_at - KEPT),
        "newest": stamp(report.received_at + CLOCK_STEP),
    }
    found = _candidates(connection, _CANDIDATES, values, report.recipient, about) or _candidates(
        connection, _EARLIER_ELSEWHERE, values, report.recipient, about
    )
    referred = sorted((part for part in found if part.has_ref), key=_Candidate.order)
    near = [part for part in referred if part.distance <= SURE]
    waiting = [part for part in near if part.state is PartState.ACCEPTED]
    if near:
        return (waiting or near)[0].part_id
    uncertain = [part for part in found if not part.has_ref]
    if uncertain:
        alone = len(uncertain) == 1 and uncertain[0].state is not PartState.SUBMITTING
        return uncertain[0].part_id if alone else None
    return next((part.part_id for part in referred if part.state is PartState.ACCEPTED), None)


def _candidates(
    connection: Connection, query: str, values: Mapping[str, object], recipient: str, about: datetime
) -> list[_Candidate]:
    """What a query finds for this recipient."""
    return [
        _Candidate(
            row["id"],
            PartState(row["state"]),
            row["ref"] is not None,
            abs(about - unstamp(row["submitted_at"])),
        )
        for row in connection.execute(query, values)
        if same_number(row["e164"], recipient)
    ]


def unmatched(connection: Connection, sim: str, ref: int, to: str) -> list[Report]:
    """Reports of this SIM, reference and recipient that found no part yet."""
    rows = connection.execute(
        "SELECT * FROM delivery_reports WHERE part_id IS NULL AND sim = ? AND ref = ? ORDER BY id", (sim, ref)
    )
    return [_report(row) for row in rows if same_number(row["recipient"], to)]


def unmatched_to(connection: Connection, to: str) -> list[Report]:
    """Reports about this recipient that found no part yet, of any SIM: a part may have gone through two."""
    rows = connection.execute("SELECT * FROM delivery_reports WHERE part_id IS NULL ORDER BY id")
    return [_report(row) for row in rows if same_number(row["recipient"], to)]


def any_uncertain(connection: Connection) -> bool:
    """Whether some part waits for a report to tell what became of it, or for a person."""
    row = connection.execute("SELECT EXISTS (SELECT 1 FROM parts WHERE state = 'unknown')").fetchone()
    return bool(row[0])


def _report(row: Any) -> Report:
    return Report(
        row["id"],
        row["sim"],
        row["ref"],
        row["recipient"],
        row["status"],
        unstamp(row["sent_at"]) if row["sent_at"] else None,
        unstamp(row["done_at"]) if row["done_at"] else None,
        unstamp(row["received_at"]),
        row["part_id"],
    )


def apply(connection: Connection, report: Report, part: attempts.Attempt) -> None:
    """Bind a report to its part and move the part as far as the report tells.

    "Still trying" ends nothing, but it proves that the network has the part. A part that already ended
    keeps its end.
    """
    connection.execute("UPDATE delivery_reports SET part_id = ? WHERE id = ?", (part.part_id, report.id))
    if part.uncertain:
        attempts.prove_taken(connection, part, report.ref, report.sent_at or report.received_at)
    elif part.state is not PartState.ACCEPTED:
        return
    state = report_state(report.status)
    if state is None:
        connection.execute(
            "UPDATE parts SET ref = ? WHERE id = ? AND ref IS NULL", (report.ref, part.part_id)
        )
        return
    delivered = state is PartState.DELIVERED
    connection.execute(
        "UPDATE parts SET state = ?, ref = ?, delivered_at = ?, error = ? WHERE id = ?",
        (
            str(state),
            report.ref,
            stamp(report.done_at or report.received_at) if delivered else None,
            None if delivered else status_error(report.status),
            part.part_id,
        ),
    )


def forget_unmatched(connection: Connection, now: datetime) -> int:
    """Drop reports that found no part in time (their raw PDU stays); answers how many."""
    cursor = connection.execute(
        "DELETE FROM delivery_reports WHERE part_id IS NULL AND received_at < ?", (stamp(now - KEPT),)
    )
    return int(cursor.rowcount)
