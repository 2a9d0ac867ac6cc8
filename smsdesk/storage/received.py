"""Received messages as they are put together: one row a message, its parts joined as they come."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from smsdesk.domain.clock import stamp, unstamp
from smsdesk.domain.incoming import Deliver, SenderKind, credible
from smsdesk.domain.outgoing import Concat
from smsdesk.domain.part_joining import JOINED_WITHIN, Message, Part, arranged
from smsdesk.storage import archive_writing
from smsdesk.storage.broadcasts import Row, moment
from smsdesk.storage.database import Connection
from smsdesk.storage.raw_pdus import StoredPdu

INCOMPLETE_SHOWN_AFTER = timedelta(minutes=10)
"""The parts of a message come within seconds; after ten minutes a person should see what there is."""

REPEATED_AMONG = 1000
"""A part that a network sends again comes within hours: it is looked for among the last so many messages."""

GAP = "[…]"
"""Stands in the text where a part is missing."""


def add_undecodable(connection: Connection, raw: StoredPdu) -> int:
    """Keep a PDU that nobody understands where a person sees it; answers the message's id."""
    nobody = Deliver(sender="", sender_kind=SenderKind.UNKNOWN, text=None, sent_at=None)
    received_id = _insert(connection, raw, nobody, "undecodable", None)
    _insert_part(connection, received_id, Part(raw.id, 1, None, raw.stored_at), None)
    return received_id


def add_deliver(connection: Connection, raw: StoredPdu, deliver: Deliver) -> int:
    """Join one part to the message that waits for it, or begin a message; answers the message's id.

    A message that was given parts of another one under the same reference is put right as well.
    """
    concat = deliver.concat
    if concat is None or concat.total == 1 or not 1 <= concat.seq <= concat.total:
        received_id = _insert(connection, raw, deliver, _kind(deliver), None)
        _insert_part(connection, received_id, Part(raw.id, 1, deliver.sent_at, raw.stored_at), deliver.text)
        return received_id
    known = _came_before(connection, raw, deliver, concat)
    return known if known is not None else _joined(connection, raw, deliver, concat)


def _kind(deliver: Deliver) -> str:
    if deliver.text is None:
        return "data"
    return "flash" if deliver.message_class == 0 else "sms"


def _insert(
    connection: Connection, raw: StoredPdu, deliver: Deliver, kind: str, concat: Concat | None
) -> int:
    visible_from = raw.stored_at + INCOMPLETE_SHOWN_AFTER if concat else raw.stored_at
    sent = credible(deliver.sent_at, raw.stored_at)
    cursor = connection.execute(
        "INSERT INTO received (sender, sender_kind, kind, text, complete, visible_from, sim, concat_ref,"
        " concat_total, concat_wide, sent_at, received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            deliver.sender,
            str(deliver.sender_kind),
            kind,
            deliver.text,
            int(concat is None),
            stamp(visible_from),
            raw.sim,
            concat.ref if concat else None,
            concat.total if concat else None,
            int(concat is not None and concat.wide),
            stamp(sent) if sent else None,
            stamp(raw.stored_at),
        ),
    )
    return int(cursor.lastrowid)


def _insert_part(connection: Connection, received_id: int, part: Part, text: str | None) -> None:
    connection.execute(
        "INSERT INTO received_parts (received_id, seq, raw_id, text, sent_at) VALUES (?, ?, ?, ?, ?)",
        (received_id, part.seq, part.id, text, stamp(part.sent) if part.sent else None),
    )


def _came_before(connection: Connection, raw: StoredPdu, deliver: Deliver, concat: Concat) -> int | None:
    """The message that has this very part, to the second of its stamp: a network repeats what it doubts."""
    row = connection.execute(
        "SELECT r.id FROM received r JOIN received_parts t ON t.received_id = r.id AND t.seq = ?"
        " JOIN raw_pdus w ON w.id = t.raw_id WHERE r.sender = ? AND r.concat_ref = ? AND r.concat_total = ?"
        " AND r.concat_wide = ? AND r.id > (SELECT max(id) FROM received) - ? AND w.pdu = ? AND w.sim = ?",
        (concat.seq, deliver.sender, concat.ref, concat.total, concat.wide, REPEATED_AMONG, raw.pdu, raw.sim),
    ).fetchone()
    return row["id"] if row and deliver.sent_at is not None else None


_UNDER_ITS_REFERENCE = """
    SELECT r.id AS message_id, r.kind, t.raw_id, t.seq, t.text, w.stored_at,
        coalesce(t.sent_at, r.sent_at) AS sent_at
    FROM received r JOIN received_parts t ON t.received_id = r.id JOIN raw_pdus w ON w.id = t.raw_id
    WHERE r.concat_wide = :wide AND r.sim = :sim AND r.id IN (
        SELECT id FROM received WHERE complete = 0 AND sender = :sender
            AND concat_ref = :ref AND concat_total = :total
        UNION SELECT id FROM received WHERE id > (SELECT max(id) FROM received) - :among
            AND sender = :sender AND concat_ref = :ref AND concat_total = :total)
"""
"""The parts of what is incomplete, and of what came lately: it may have been given a part of another one."""


def _joined(connection: Connection, raw: StoredPdu, deliver: Deliver, concat: Concat) -> int:
    """Put a part where it belongs, and others that it shows to belong elsewhere; answers its message's id."""
    values = {
        "sender": deliver.sender,
        "ref": concat.ref,
        "total": concat.total,
        "wide": concat.wide,
        "sim": raw.sim,
        "among": REPEATED_AMONG,
    }
    rows = {row["raw_id"]: row for row in connection.execute(_UNDER_ITS_REFERENCE, values)}
    known: dict[int, list[Part]] = {}
    for row in rows.values():
        part = Part(row["raw_id"], row["seq"], moment(row["sent_at"]), unstamp(row["stored_at"]))
        known.setdefault(row["message_id"], []).append(part)
    new = Part(raw.id, concat.seq, deliver.sent_at, raw.stored_at)
    changed = [
        (number, parts)
        for number, parts in arranged(known, new, concat.total, JOINED_WITHIN[concat.wide])
        if set(parts) != set(known.get(number or 0, ()))
    ]
    return _rewrite(connection, _Came(raw, deliver, concat, new), rows, changed)


@dataclass(frozen=True)
class _Came:
    """What has just come: a part, as it is stored, read and placed."""

    raw: StoredPdu
    deliver: Deliver
    concat: Concat
    part: Part


def _rewrite(connection: Connection, came: _Came, rows: Mapping[int, Row], changed: Sequence[Message]) -> int:
    """Write the messages whose parts are others now; answers the id of the one with the part that came."""
    moved = [
        part.id
        for number, parts in changed
        for part in parts
        if part is not came.part and rows[part.id]["message_id"] != number
    ]
    connection.execute(
        "DELETE FROM received_parts WHERE raw_id IN (SELECT value FROM json_each(?))", (json.dumps(moved),)
    )
    home = 0
    for number, parts in changed:
        received_id = number or _begin(connection, came, min(parts, key=lambda part: part.id), rows)
        for part in parts:
            if part is came.part:
                _insert_part(connection, received_id, part, came.deliver.text)
            elif part.id in moved:
                _insert_part(connection, received_id, part, rows[part.id]["text"])
        _join(connection, received_id, came.concat.total, parts, came.raw.stored_at)
        if came.part in parts:
            home = received_id
        else:
            archive_writing.keep_received(connection, [received_id])
    return home


def _begin(connection: Connection, came: _Came, first: Part, rows: Mapping[int, Row]) -> int:
    """A message that begins with a part: the one that came, or one that stood in another message."""
    kind = _kind(came.deliver) if first is came.part else rows[first.id]["kind"]
    raw = replace(came.raw, stored_at=first.came)
    return _insert(connection, raw, replace(came.deliver, sent_at=first.sent), kind, came.concat)


def _join(connection: Connection, received_id: int, total: int, parts: Sequence[Part], now: datetime) -> None:
    """Put the text together as far as it came; the last part makes the message complete and visible."""
    rows = connection.execute(
        "SELECT seq, text FROM received_parts WHERE received_id = ?", (received_id,)
    ).fetchall()
    stamps = (credible(part.sent, part.came) for part in parts)
    sent = min((each for each in stamps if each is not None), default=None)
    complete = len(rows) == total
    connection.execute(
        "UPDATE received SET text = :text, complete = :complete, read_at = NULL,"
        " sent_at = coalesce(:sent, sent_at),"
        " visible_from = CASE WHEN :complete THEN min(visible_from, :now) ELSE visible_from END"
        " WHERE id = :id",
        {
            "text": _text({row["seq"]: row["text"] for row in rows}, total),
            "complete": int(complete),
            "sent": stamp(sent) if sent else None,
            "now": stamp(now),
            "id": received_id,
        },
    )


def _text(texts: dict[int, str | None], total: int) -> str | None:
    """The parts in order, gaps shown; None when none of them is text."""
    if all(text is None for text in texts.values()):
        return None
    pieces: list[str] = []
    for seq in range(1, total + 1):
        text = texts.get(seq)
        if text is not None:
            pieces.append(text)
        elif not pieces or pieces[-1] != GAP:
            pieces.append(GAP)
    return "".join(pieces)


def next_shown(connection: Connection, now: datetime) -> datetime | None:
    """When the next incomplete message becomes visible, None when none waits."""
    (shown,) = connection.execute(
        "SELECT min(visible_from) FROM received WHERE complete = 0 AND visible_from > ?", (stamp(now),)
    ).fetchone()
    return moment(shown)
