"""Messages that began through a SIM that is not here any more: how many, and a person's word on one."""

from __future__ import annotations

from datetime import datetime

from smsdesk.domain.clock import stamp
from smsdesk.domain.delivery import Reason
from smsdesk.domain.errors import InputError
from smsdesk.domain.outgoing import Encoding, Priority
from smsdesk.domain.sentences import say
from smsdesk.storage.database import Connection
from smsdesk.storage.decisions import stop
from smsdesk.storage.outbox import NewMessage, insert_messages

_WAITS = "state = 'queued' AND error = :error"


def count(connection: Connection) -> int:
    """How many messages wait for a SIM that is not here."""
    (found,) = connection.execute(
        f"SELECT count(DISTINCT message_id) FROM parts WHERE {_WAITS}",  # noqa: S608  # a literal of ours
        {"error": str(Reason.OTHER_SIM)},
    ).fetchone()
    return int(found)


def is_stranded(connection: Connection, message_id: int) -> bool:
    """Whether the rest of a message waits for such a SIM, and nothing else of it has to be decided first."""
    row = connection.execute(
        f"SELECT EXISTS (SELECT 1 FROM parts WHERE message_id = :message AND {_WAITS})"  # noqa: S608  # ours
        " AND NOT EXISTS (SELECT 1 FROM parts WHERE message_id = :message AND state = 'unknown')",
        {"message": message_id, "error": str(Reason.OTHER_SIM)},
    ).fetchone()
    return bool(row[0])


def decide(connection: Connection, message_id: int, *, resend: bool, by: str, at: datetime) -> int:
    """End a stranded message: send all of it anew through any SIM, or leave it at what went.

    A phone joins only parts from one number, so what is sent anew is another message of the same broadcast.
    Answers the id of the message to look at. InputError when it is too late to send it.
    """
    if resend:
        _refuse_late(connection, message_id, at)
    before = connection.execute(
        "SELECT id, attempts FROM parts WHERE message_id = ? AND state = 'queued'", (message_id,)
    ).fetchall()
    stop(connection, "SELECT :message", {"message": message_id, "error": str(Reason.CANCELLED)})
    connection.executemany(
        "INSERT INTO decisions (part_id, attempt, decision, decided_by, decided_at)"
        " SELECT id, :attempt, :decision, :by, :at FROM parts WHERE id = :part AND state = 'cancelled'",
        [
            {
                "part": row["id"],
                "attempt": row["attempts"],
                "decision": "resend" if resend else "consider_sent",
                "by": by,
                "at": stamp(at),
            }
            for row in before
        ],
    )
    return _write_anew(connection, message_id, at) if resend else message_id


def _refuse_late(connection: Connection, message_id: int, at: datetime) -> None:
    (expires_at,) = connection.execute(
        "SELECT b.expires_at FROM messages m JOIN broadcasts b ON b.id = m.broadcast_id WHERE m.id = ?",
        (message_id,),
    ).fetchone()
    if expires_at and expires_at <= stamp(at):
        raise InputError(
            say("It is too late to send message {id} again. Write a new message instead.", id=message_id)
        )


def _write_anew(connection: Connection, message_id: int, at: datetime) -> int:
    message = connection.execute("SELECT * FROM messages WHERE id = ?", (message_id,)).fetchone()
    parts = connection.execute(
        "SELECT text, priority FROM parts WHERE message_id = ? ORDER BY seq", (message_id,)
    ).fetchall()
    people = connection.execute(
        "SELECT contact_id, name FROM message_people WHERE message_id = ? ORDER BY position", (message_id,)
    ).fetchall()
    copy = NewMessage(
        message["e164"],
        message["text"],
        Encoding(message["encoding"]),
        tuple(part["text"] for part in parts),
        tuple((person["contact_id"], person["name"]) for person in people),
    )
    (anew,) = insert_messages(connection, message["broadcast_id"], [copy], Priority(parts[0]["priority"]), at)
    return anew
