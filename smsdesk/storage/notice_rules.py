"""The rules about second guardians of notices about courses, with what their SMS are made of."""

from __future__ import annotations

import json
from collections.abc import Sequence

from smsdesk.domain.course_notices import FollowUp, NoticeKind, NoticeRecord, NoticeRule
from smsdesk.domain.course_records import adds
from smsdesk.storage import escalations
from smsdesk.storage.database import Connection


def keep(connection: Connection, broadcast_id: int, rule: NoticeRule) -> None:
    """Write the rule of a notice that is being made, in the transaction that queues it."""
    escalations.keep_rule(connection, broadcast_id, rule.minutes)
    connection.execute(
        "INSERT INTO notice_rules (broadcast_id, excluded, fields, plain) VALUES (?, ?, ?, ?)",
        # Plain ASCII, for half a character may come from a terminal.
        (broadcast_id, json.dumps(rule.excluded_contact_ids), json.dumps(rule.fields), int(rule.plain)),
    )


def load(connection: Connection, broadcast_id: int) -> NoticeRule | None:
    """The rule of a notice; None when it has none."""
    row = connection.execute(
        "SELECT minutes, excluded, fields, plain FROM notice_rules JOIN escalations USING (broadcast_id)"
        " WHERE broadcast_id = ?",
        (broadcast_id,),
    ).fetchone()
    if row is None:
        return None
    return NoticeRule(
        row["minutes"],
        tuple(json.loads(row["excluded"])),
        tuple((name, value) for name, value in json.loads(row["fields"])),
        bool(row["plain"]),
    )


def pass_on(connection: Connection, chain: Sequence[NoticeRecord], asked: FollowUp) -> NoticeRule | None:
    """End the rules of notices that a new one replaces, the newest first; answers the rule of the new one.

    That courses take place after all is told to exactly those who got the first: it has no rule.
    """
    if not adds(chain[0], asked.change):
        for notice in chain:
            escalations.end(connection, notice.broadcast_id)
    if asked.change.kind is NoticeKind.MAINTAINED:
        return None
    rules = (load(connection, notice.broadcast_id) for notice in chain)
    last = next((rule for rule in rules if rule is not None), None)
    if last is None:
        return None
    return NoticeRule(last.minutes, asked.excluded_contact_ids, asked.fields, asked.plain)
