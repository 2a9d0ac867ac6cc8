"""Whom a question is asked again: the phones that have it for long enough and said nothing."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import datetime

from smsdesk.domain.clock import stamp
from smsdesk.domain.reminders import Due
from smsdesk.storage.database import Connection
from smsdesk.storage.objections import OBJECTED
from smsdesk.storage.outcomes import sent_on

_UNANSWERED = """
    m.broadcast_id IN (SELECT value FROM json_each(:ids))
    AND NOT EXISTS (SELECT 1 FROM answers a WHERE a.broadcast_id = :id AND a.phone = m.e164)
    AND NOT EXISTS (SELECT 1 FROM reminded d WHERE d.broadcast_id = :id AND d.e164 = m.e164)
"""

_REFUSED = f"EXISTS (SELECT 1 FROM broadcasts b WHERE b.id = m.broadcast_id AND {OBJECTED})"  # noqa: S608

_DUE = f"""
    SELECT max(m.id) AS message_id, m.e164, m.text FROM messages m WHERE {_UNANSWERED}
    AND {{condition}} AND NOT EXISTS (SELECT 1 FROM parts p WHERE p.message_id = m.id
        AND (p.state NOT IN ('accepted', 'delivered') OR p.submitted_at > :late))
    GROUP BY m.e164 ORDER BY message_id
"""  # noqa: S608  # literals of ours

_YOUNG = f"""
    SELECT EXISTS (SELECT 1 FROM messages m JOIN parts p ON p.message_id = m.id WHERE {_UNANSWERED}
        AND NOT {_REFUSED} AND (p.state IN ('queued', 'claimed', 'submitting')
            OR (p.state IN ('accepted', 'delivered') AND p.submitted_at > :late)))
"""  # noqa: S608  # literals of ours


def due(connection: Connection, broadcast_id: int, late: datetime) -> list[Due]:
    """The phones that have had a question since before `late` and did not answer.

    Those who were reminded already, or have objected to such messages since, are not among them.
    """
    return _of(connection, broadcast_id, late, f"NOT {_REFUSED}")


def refusing(connection: Connection, broadcast_id: int, late: datetime) -> list[Due]:
    """The phones that would be due, had they not objected to such messages."""
    return _of(connection, broadcast_id, late, _REFUSED)


def _of(connection: Connection, broadcast_id: int, late: datetime, condition: str) -> list[Due]:
    values = {"ids": json.dumps(sent_on(connection, broadcast_id)), "id": broadcast_id, "late": stamp(late)}
    rows = connection.execute(_DUE.format(condition=condition), values).fetchall()
    people = _people(connection, [row["message_id"] for row in rows])
    return [Due(row["e164"], row["text"], tuple(people[row["message_id"]])) for row in rows]


def _people(connection: Connection, message_ids: list[int]) -> defaultdict[int, list[tuple[int | None, str]]]:
    found: defaultdict[int, list[tuple[int | None, str]]] = defaultdict(list)
    rows = connection.execute(
        "SELECT message_id, contact_id, name FROM message_people"
        " WHERE message_id IN (SELECT value FROM json_each(?)) ORDER BY message_id, position",
        (json.dumps(message_ids),),
    )
    for message_id, contact_id, name in rows:
        found[message_id].append((contact_id, name))
    return found


def any_young(connection: Connection, broadcast_id: int, late: datetime) -> bool:
    """Whether a phone may still fall due: its SMS waits, or left after `late`, and it did not answer."""
    ids = json.dumps(sent_on(connection, broadcast_id))
    row = connection.execute(_YOUNG, {"ids": ids, "id": broadcast_id, "late": stamp(late)}).fetchone()
    return bool(row[0])
