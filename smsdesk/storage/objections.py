"""What waits to be sent and may not go any more: an objection was recorded since, or an agreement undone."""

from __future__ import annotations

import json
from collections.abc import Collection

from smsdesk.domain.delivery import Reason
from smsdesk.storage.database import Connection
from smsdesk.storage.decisions import stop

OBJECTED = """
    b.kind <> 'reply' AND b.purpose <> 'alert' AND ifnull((
        SELECT granted FROM consents WHERE consents.e164 = m.e164 AND consents.purpose = b.purpose
        ORDER BY consents.id DESC LIMIT 1), b.purpose <> 'promotion') = 0
"""
"""Whether message `m` of broadcast `b` may not go.

The last word of its phone is no, or it has not said the yes that advertising needs. An alert for people's
safety goes in any case, and so does an answer to what a phone wrote.
"""

_WAITING = f"""
    SELECT m.id FROM messages m JOIN broadcasts b ON b.id = m.broadcast_id
    WHERE m.e164 IN (SELECT value FROM json_each(?)) AND {OBJECTED}
    AND EXISTS (SELECT 1 FROM parts WHERE message_id = m.id AND state = 'queued')
"""  # noqa: S608  # literals of ours


def stop_objected(connection: Connection, e164s: Collection[str]) -> int:
    """Do not send what waits for these phones against their last words; answers how many messages that are.

    What is being handed to a modem at this moment is not called back; it is not tried again.
    """
    rows = connection.execute(_WAITING, (json.dumps(sorted(e164s)),)).fetchall()
    values = {"messages": json.dumps([row[0] for row in rows]), "error": str(Reason.OBJECTED)}
    if rows:
        stop(connection, "SELECT value FROM json_each(:messages)", values)
    return len(rows)


def waiting_for_people(connection: Connection) -> set[int]:
    """Ids of messages that wait to be sent and name somebody who is known."""
    rows = connection.execute(
        "SELECT DISTINCT parts.message_id FROM parts "
        "JOIN message_people USING (message_id) WHERE parts.state = 'queued' AND contact_id IS NOT NULL"
    )
    return {row[0] for row in rows}


def phones_of_change(connection: Connection, change_set_id: int) -> set[str]:
    """The phones (E.164) of which a change set recorded or took back a word; asked before it is undone."""
    rows = connection.execute(
        "SELECT coalesce(json_extract(before, '$.e164'), consents.e164) FROM changed_rows "
        "LEFT JOIN consents ON consents.id = CAST(key AS INTEGER) "
        "WHERE change_set_id = ? AND of_table = 'consents'",
        (change_set_id,),
    )
    return {row[0] for row in rows if row[0]}


def objected(connection: Connection, message_id: int) -> bool:
    """Whether this message may not go any more."""
    row = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM messages m JOIN broadcasts b ON b.id = m.broadcast_id "  # noqa: S608
        f"WHERE m.id = ? AND {OBJECTED})",
        (message_id,),
    ).fetchone()
    return bool(row[0])
