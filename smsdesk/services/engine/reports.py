"""Delivery reports and their parts: early, in time and late ones."""

from __future__ import annotations

from smsdesk.domain.incoming import StatusReport
from smsdesk.storage import attempts, reports
from smsdesk.storage.attempts import Attempt
from smsdesk.storage.database import Connection
from smsdesk.storage.raw_pdus import StoredPdu
from smsdesk.storage.reports import Report


def file_report(connection: Connection, raw: StoredPdu, decoded: StatusReport) -> Attempt | None:
    """Keep a report and move its part; None while it fits no part (it may have come before the answer)."""
    return _apply(connection, reports.insert(connection, raw.id, raw.sim, decoded, raw.stored_at))


def catch_up(connection: Connection, sim: str, ref: int | None, to: str) -> list[Attempt]:
    """An attempt ended: reports that came before may be understood now. Answers the parts they moved.

    `ref` is that of an acceptance. Without one, and while anything is uncertain, it may be any report that
    waited until it was known which part to this recipient it speaks of.
    """
    waiting = reports.unmatched(connection, sim, ref, to) if ref is not None else []
    moved = [_apply(connection, report) for report in waiting]
    if reports.any_uncertain(connection):
        moved += [_apply(connection, report) for report in reports.unmatched_to(connection, to)]
    return [part for part in moved if part is not None]


def _apply(connection: Connection, report: Report) -> Attempt | None:
    part_id = reports.find_part(connection, report)
    part = attempts.load(connection, part_id) if part_id is not None else None
    if part is None:
        return None
    reports.apply(connection, report, part)
    return attempts.load(connection, part.part_id)
