"""Delivery reports and their parts: early, in time and late ones."""

from __future__ import annotations

from datetime import datetime

from smsdesk.domain.incoming import StatusReport
from smsdesk.storage import attempts, reports
from smsdesk.storage.attempts import Attempt
from smsdesk.storage.database import Connection
from smsdesk.storage.raw_pdus import StoredPdu


def file_report(connection: Connection, raw: StoredPdu, decoded: StatusReport) -> Attempt | None:
    """Keep a report and move its part; None while it fits no part (it may have come before the answer)."""
    report = reports.insert(connection, raw.id, raw.sim, decoded, raw.stored_at)
    part_id = reports.find_part(connection, report)
    part = attempts.load(connection, part_id) if part_id is not None else None
    if part is not None:
        reports.apply(connection, report, part)
    return part


def catch_up(
    connection: Connection, part_id: int, sim: str, ref: int | None, to: str, since: datetime
) -> None:
    """Apply the reports that came before it was known what they speak of."""
    for report in reports.early_for(connection, sim, ref, to, since):
        part = attempts.load(connection, part_id)
        if part is not None:
            reports.apply(connection, report, part)
