"""The sending hours of a profile, what has to wait for them, and how often phones are written to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime, time, tzinfo

from smsdesk.domain.clock import stamp, unstamp
from smsdesk.domain.outgoing import Priority, Purpose
from smsdesk.domain.sending_hours import QuietHours, SendingHours, hours_apply_to
from smsdesk.storage import settings
from smsdesk.storage.calendar import load_calendar
from smsdesk.storage.database import Connection

QUIET = "hours.quiet"
"""The quiet hours for information, as JSON; absent: none."""

SPACING_WARN = "hours.spacing_warn"
"""From how many SMS a week on a family is named in the plan; absent: `WARN_FROM`."""

SPACING_LIMIT = "hours.spacing_limit"
"""How many SMS a family gets in a week at most; absent or 0: no limit."""

WARN_FROM = 3


def load(connection: Connection, zone: tzinfo | None = None) -> SendingHours:
    """The hours as they stand now."""
    return SendingHours(quiet_hours(connection), load_calendar(connection).is_public_holiday, zone)


def quiet_hours(connection: Connection) -> QuietHours:
    """The quiet hours; none where nobody set them, or nobody can read what is set."""
    try:
        said = json.loads(settings.get(connection, QUIET) or "{}")
        return QuietHours(
            on=bool(said.get("on", False)),
            begins=time.fromisoformat(said.get("begins", "21:00")).replace(tzinfo=None),
            ends=time.fromisoformat(said.get("ends", "08:00")).replace(tzinfo=None),
            sundays=bool(said.get("sundays", False)),
            holidays=bool(said.get("holidays", False)),
        )
    except (ValueError, TypeError, AttributeError):
        return QuietHours()


def save_quiet(connection: Connection, quiet: QuietHours) -> None:
    """Keep the quiet hours."""
    said = {
        "on": quiet.on,
        "begins": f"{quiet.begins:%H:%M}",
        "ends": f"{quiet.ends:%H:%M}",
        "sundays": quiet.sundays,
        "holidays": quiet.holidays,
    }
    settings.put(connection, QUIET, json.dumps(said, sort_keys=True))


_KEPT_BY = """
    SELECT b.purpose, b.priority, (SELECT value FROM settings WHERE key = :quiet) AS quiet
    FROM parts p JOIN messages m ON m.id = p.message_id JOIN broadcasts b ON b.id = m.broadcast_id
    WHERE p.id = :part
"""


def refused(connection: Connection, part_id: int, now: datetime) -> bool:
    """Whether a part may not be begun at this hour: the last word, as it is begun."""
    row = connection.execute(_KEPT_BY, {"part": part_id, "quiet": QUIET}).fetchone()
    if row is None:
        return False
    purpose = hours_apply_to(Purpose(row["purpose"]), Priority(row["priority"]))
    if purpose is None or (purpose is Purpose.INFORMATION and row["quiet"] is None):
        return False
    return load(connection).closed(now, purpose) is not None


def put_off(connection: Connection, broadcast_ids: Iterable[int], until: datetime) -> None:
    """What is left of these broadcasts waits for this moment."""
    connection.execute(
        "UPDATE broadcasts SET not_before = :until WHERE id IN (SELECT value FROM json_each(:ids))"
        " AND (not_before IS NULL OR not_before < :until)",
        {"until": stamp(until), "ids": json.dumps(sorted(set(broadcast_ids)))},
    )


def sent_since(connection: Connection, e164s: Sequence[str], since: datetime) -> dict[str, int]:
    """How many SMS of broadcasts made since then each of these phones got or will get; no answers."""
    rows = connection.execute(
        """
        SELECT m.e164, count(*) AS messages FROM json_each(:phones) AS wanted
        JOIN messages m ON m.e164 = wanted.value AND m.id > :before AND m.created_at >= :since
        JOIN broadcasts b ON b.id = m.broadcast_id AND b.kind <> 'reply'
        WHERE NOT EXISTS (SELECT 1 FROM parts p WHERE p.message_id = m.id
            AND p.state IN ('failed', 'expired', 'cancelled'))
        GROUP BY m.e164""",
        {
            "phones": json.dumps(list(e164s)),
            "since": stamp(since),
            "before": _last_before(connection, since),
        },
    )
    return {row["e164"]: row["messages"] for row in rows}


def _last_before(connection: Connection, moment: datetime) -> int:
    """The id of the last message made before a moment: the index on phones then skips those of past years."""
    row = connection.execute(
        "SELECT id FROM messages WHERE created_at < ? ORDER BY id DESC LIMIT 1", (stamp(moment),)
    ).fetchone()
    return int(row["id"]) if row is not None else 0


def answers_since(connection: Connection, since: datetime) -> list[datetime]:
    """When SMS came from phones since then."""
    rows = connection.execute(
        "SELECT received_at FROM received WHERE received_at >= ? AND sender_kind = 'phone'", (stamp(since),)
    )
    return [unstamp(row["received_at"]) for row in rows]
