"""Received messages as they are put together: one row a message, its parts joined as they come."""

from __future__ import annotations

from datetime import datetime, timedelta

from smsdesk.domain.clock import stamp, unstamp
from smsdesk.domain.incoming import Deliver, SenderKind
from smsdesk.domain.outgoing import Concat
from smsdesk.storage.database import Connection
from smsdesk.storage.raw_pdus import StoredPdu

INCOMPLETE_SHOWN_AFTER = timedelta(minutes=10)
"""The parts of a message come within seconds; after ten minutes a person should see what there is."""

JOINED_WITHIN = {False: timedelta(hours=1), True: timedelta(hours=24)}
"""Between the service centre's stamps of two parts of one message, by whether its reference has 16 bits.

Parts are stamped as they are handed in, within seconds, or minutes where the network is poor. A reference of
8 bits comes again after 256 messages, which a gateway sends in less than a day: later parts are another's.
"""

OUT_OF_ORDER = timedelta(minutes=2)
"""By so much a later part may be stamped before an earlier one: parts are handed in one after the other."""

REPEATED_AMONG = 1000
"""A part that a network sends again comes within hours: it is looked for among the last so many messages."""

GAP = "[…]"
"""Stands in the text where a part is missing."""


def add_undecodable(connection: Connection, raw: StoredPdu) -> int:
    """Keep a PDU that nobody understands where a person sees it; answers the message's id."""
    nobody = Deliver(sender="", sender_kind=SenderKind.UNKNOWN, text=None, sent_at=None)
    received_id = _insert(connection, raw, nobody, "undecodable", None)
    _insert_part(connection, received_id, 1, raw, None)
    return received_id


def add_deliver(connection: Connection, raw: StoredPdu, deliver: Deliver) -> int:
    """Join one part to the message that waits for it, or begin a message; answers the message's id."""
    concat = deliver.concat
    if concat is None or concat.total == 1 or not 1 <= concat.seq <= concat.total:
        received_id = _insert(connection, raw, deliver, _kind(deliver), None)
        _insert_part(connection, received_id, 1, raw, deliver.text)
        return received_id
    known = _came_before(connection, raw, deliver, concat)
    if known is not None:
        return known
    waiting = _waiting_for(connection, raw, deliver, concat)
    if waiting is None:
        waiting = _insert(connection, raw, deliver, _kind(deliver), concat)
    _insert_part(connection, waiting, concat.seq, raw, deliver.text)
    _join(connection, waiting, concat.total, raw.stored_at)
    return waiting


def _kind(deliver: Deliver) -> str:
    if deliver.text is None:
        return "data"
    return "flash" if deliver.message_class == 0 else "sms"


def _insert(
    connection: Connection, raw: StoredPdu, deliver: Deliver, kind: str, concat: Concat | None
) -> int:
    visible_from = raw.stored_at + INCOMPLETE_SHOWN_AFTER if concat else raw.stored_at
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
            stamp(deliver.sent_at) if deliver.sent_at else None,
            stamp(raw.stored_at),
        ),
    )
    return int(cursor.lastrowid)


def _insert_part(
    connection: Connection, received_id: int, seq: int, raw: StoredPdu, text: str | None
) -> None:
    connection.execute(
        "INSERT INTO received_parts (received_id, seq, raw_id, text) VALUES (?, ?, ?, ?)",
        (received_id, seq, raw.id, text),
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


def _waiting_for(connection: Connection, raw: StoredPdu, deliver: Deliver, concat: Concat) -> int | None:
    """The incomplete message that lacks just this part and may have it by the stamps, the nearest in time."""
    rows = connection.execute(
        "SELECT id, sent_at, received_at, (SELECT seq FROM received_parts WHERE received_id = received.id"
        " ORDER BY raw_id LIMIT 1) AS first_seq FROM received"
        " WHERE complete = 0 AND sender = ? AND concat_ref = ? AND concat_total = ? AND concat_wide = ?"
        " AND sim = ?"
        " AND NOT EXISTS (SELECT 1 FROM received_parts WHERE received_id = received.id AND seq = ?)",
        (deliver.sender, concat.ref, concat.total, concat.wide, raw.sim, concat.seq),
    ).fetchall()
    distances = [
        (_distance(deliver.sent_at, row["sent_at"], raw.stored_at, row["received_at"]), row["id"])
        for row in rows
        if _in_order(deliver.sent_at, concat.seq, row["sent_at"], row["first_seq"])
    ]
    near = [(distance, row_id) for distance, row_id in distances if distance <= JOINED_WITHIN[concat.wide]]
    return min(near)[1] if near else None


def _in_order(sent: datetime | None, seq: int, other_sent: str | None, other_seq: int) -> bool:
    """Whether two parts are stamped in the order in which a phone hands them in; unstamped ones may be."""
    if sent is None or other_sent is None:
        return True
    after = sent - unstamp(other_sent)
    return (after if seq > other_seq else -after) >= -OUT_OF_ORDER


def _distance(sent: datetime | None, other_sent: str | None, came: datetime, other_came: str) -> timedelta:
    """Between two parts in time: by the service centre's stamps where both have one."""
    if sent is not None and other_sent is not None:
        return abs(sent - unstamp(other_sent))
    return abs(came - unstamp(other_came))


def _join(connection: Connection, received_id: int, total: int, now: datetime) -> None:
    """Put the text together as far as it came; the last part makes the message complete and visible."""
    rows = connection.execute(
        "SELECT seq, text FROM received_parts WHERE received_id = ?", (received_id,)
    ).fetchall()
    texts = {row["seq"]: row["text"] for row in rows}
    complete = len(texts) == total
    connection.execute(
        "UPDATE received SET text = ?, complete = ?, read_at = NULL,"
        " visible_from = CASE WHEN ? THEN min(visible_from, ?) ELSE visible_from END WHERE id = ?",
        (_text(texts, total), int(complete), complete, stamp(now), received_id),
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
    (moment,) = connection.execute(
        "SELECT min(visible_from) FROM received WHERE complete = 0 AND visible_from > ?", (stamp(now),)
    ).fetchone()
    return unstamp(moment) if moment else None
