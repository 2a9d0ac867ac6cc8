"""Keywords, and the phones that joined or left a list by one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from smsdesk.domain.clock import stamp, unstamp
from smsdesk.domain.keywords import Keyword, KeywordAction
from smsdesk.domain.sign_ups import SignUp, SignUpState
from smsdesk.storage.broadcasts import Row, moment
from smsdesk.storage.database import Connection


def load(connection: Connection) -> tuple[Keyword, ...]:
    """Every keyword, by its word."""
    rows = connection.execute("SELECT * FROM keywords ORDER BY word, id")
    return tuple(map(_keyword, rows))


def _keyword(row: Row) -> Keyword:
    return Keyword(
        word=row["word"],
        action=KeywordAction(row["action"]),
        answer=row["answer"],
        group_id=row["group_id"],
        broadcast_id=row["broadcast_id"],
        id=row["id"],
    )


def save(connection: Connection, keyword: Keyword) -> int:
    """Write a new keyword or a changed one; answers its id."""
    row = connection.execute(
        "INSERT INTO keywords (id, word, action, answer, group_id, broadcast_id) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET word = excluded.word, action = excluded.action,"
        " answer = excluded.answer, group_id = excluded.group_id, broadcast_id = excluded.broadcast_id"
        " RETURNING id",
        (
            keyword.id,
            keyword.word,
            str(keyword.action),
            keyword.answer,
            keyword.group_id,
            keyword.broadcast_id,
        ),
    ).fetchone()
    return int(row[0])


def delete(connection: Connection, keyword_id: int) -> bool:
    """Take a keyword away; whether it was there."""
    done = connection.execute("DELETE FROM keywords WHERE id = ?", (keyword_id,))
    return bool(done.rowcount)


def open_group(connection: Connection, group_id: int | None) -> str | None:
    """The name of a group that people can be put into; None for one that is gone, archived or smart."""
    row = connection.execute(
        "SELECT name FROM groups WHERE id = ? AND archived_at IS NULL AND filter IS NULL", (group_id,)
    ).fetchone()
    return str(row[0]) if row is not None else None


def holders_of(connection: Connection, e164: str) -> list[int]:
    """Who has a phone: those first to whom an SMS for them goes there, grown-ups before pupils."""
    rows = connection.execute(
        "SELECT c.id FROM phones h JOIN contacts c ON c.id = h.contact_id AND c.archived_at IS NULL "
        "WHERE h.e164 = ? ORDER BY c.kind = 'pupil', EXISTS (SELECT 1 FROM phones o "
        "WHERE o.contact_id = c.id AND o.mobile = 1 AND o.position < h.position), c.id",
        (e164,),
    )
    return list(dict.fromkeys(row[0] for row in rows))


def members_among(connection: Connection, group_id: int, contact_ids: Sequence[int]) -> list[int]:
    """Those of some people who are in a group themselves."""
    rows = connection.execute(
        "SELECT contact_id FROM memberships WHERE group_id = ? "
        "AND contact_id IN (SELECT value FROM json_each(?)) ORDER BY contact_id",
        (group_id, json.dumps(list(contact_ids))),
    )
    return [row[0] for row in rows]


@dataclass(frozen=True)
class NewSignUp:
    """A request about to be written, and the people whom it put into the group or took out of it."""

    received_id: int
    e164: str
    keyword_id: int | None
    group_id: int
    joins: bool
    state: SignUpState
    contact_ids: Sequence[int]
    made_at: datetime


_ROWS = """
    SELECT s.*, r.text, r.received_at, ifnull(g.name, '') AS group_name, ifnull(k.word, '') AS word
    FROM sign_ups s JOIN received r ON r.id = s.received_id
    LEFT JOIN groups g ON g.id = s.group_id LEFT JOIN keywords k ON k.id = s.keyword_id
"""


def add_sign_up(connection: Connection, new: NewSignUp) -> int:
    """Write a request; answers its id."""
    cursor = connection.execute(
        "INSERT INTO sign_ups (received_id, e164, keyword_id, group_id, joins, state, contact_ids, made_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            new.received_id,
            new.e164,
            new.keyword_id,
            new.group_id,
            int(new.joins),
            str(new.state),
            json.dumps(list(new.contact_ids)),
            stamp(new.made_at),
        ),
    )
    return int(cursor.lastrowid)


def sign_ups_waiting(connection: Connection) -> list[SignUp]:
    """The requests that wait for a person, the oldest first."""
    return _found(connection, "s.state = 'proposed' ORDER BY s.id", ())


def sign_ups_of_phone(connection: Connection, e164: str) -> list[SignUp]:
    """Every request of a phone, the newest first."""
    return _found(connection, "s.e164 = ? ORDER BY s.id DESC", (e164,))


def sign_ups_of_messages(connection: Connection, received_ids: Iterable[int]) -> list[SignUp]:
    """The requests that these received messages are."""
    wanted = json.dumps(list(received_ids))
    return _found(connection, "s.received_id IN (SELECT value FROM json_each(?))", (wanted,))


def sign_up(connection: Connection, sign_up_id: int) -> SignUp | None:
    """One request; None when there is none."""
    return next(iter(_found(connection, "s.id = ?", (sign_up_id,))), None)


def is_waiting(connection: Connection, e164: str, group_id: int, *, joins: bool) -> bool:
    """Whether a phone's same request waits already."""
    row = connection.execute(
        "SELECT 1 FROM sign_ups WHERE e164 = ? AND group_id = ? AND joins = ? AND state = 'proposed' LIMIT 1",
        (e164, group_id, int(joins)),
    ).fetchone()
    return row is not None


def withdraw(connection: Connection, e164: str, group_id: int, at: datetime) -> int:
    """End what a phone had asked about a group and nobody decided: it asks for the contrary now."""
    done = connection.execute(
        "UPDATE sign_ups SET state = 'dismissed', decided_at = ? "
        "WHERE e164 = ? AND group_id = ? AND state = 'proposed'",
        (stamp(at), e164, group_id),
    )
    return int(done.rowcount)


def decide(
    connection: Connection,
    sign_up_id: int,
    state: SignUpState,
    contact_ids: Sequence[int],
    by: str,
    at: datetime,
) -> None:
    """Write what became of a request, and whom it moved."""
    connection.execute(
        "UPDATE sign_ups SET state = ?, contact_ids = ?, decided_by = ?, decided_at = ? WHERE id = ?",
        (str(state), json.dumps(list(contact_ids)), by, stamp(at), sign_up_id),
    )


def _found(connection: Connection, where: str, values: Sequence[object]) -> list[SignUp]:
    return [_sign_up(row) for row in connection.execute(f"{_ROWS} WHERE {where}", values)]


def _sign_up(row: Row) -> SignUp:
    return SignUp(
        id=row["id"],
        received_id=row["received_id"],
        e164=row["e164"],
        keyword_id=row["keyword_id"],
        word=row["word"],
        group_id=row["group_id"],
        group=row["group_name"],
        joins=bool(row["joins"]),
        state=SignUpState(row["state"]),
        contact_ids=tuple(json.loads(row["contact_ids"])),
        text=row["text"] or "",
        received_at=unstamp(row["received_at"]),
        decided_at=moment(row["decided_at"]),
        decided_by=row["decided_by"],
    )
