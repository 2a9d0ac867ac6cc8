"""What a person makes of a conversation: done, taken up again, starred, archived, given to somebody."""

from __future__ import annotations

from datetime import datetime

from smsdesk.domain.clock import stamp
from smsdesk.storage.database import Connection


def finish(connection: Connection, phone: str) -> bool:
    """Nothing is to be done about it any more; whether something was. Who waited is kept for `reopen`."""
    done = connection.execute(
        "UPDATE conversations SET todo = 0, waited_since = waiting_since, waiting_since = NULL"
        " WHERE phone = ? AND todo = 1",
        (phone,),
    )
    return bool(done.rowcount)


def reopen(connection: Connection, phone: str) -> bool:
    """Something is to be done about it again, and whoever waited when it was finished waits on."""
    done = connection.execute(
        "UPDATE conversations SET todo = 1, waiting_since = waited_since, waited_since = NULL"
        " WHERE phone = ? AND todo = 0",
        (phone,),
    )
    return bool(done.rowcount)


def answered(connection: Connection, phone: str, now: datetime) -> None:
    """A person answered: how long it took is kept, and nothing is to be done any more."""
    connection.execute(
        "INSERT INTO reply_waits (phone, waited_from, answered_at)"
        " SELECT phone, waiting_since, ? FROM conversations WHERE phone = ? AND waiting_since IS NOT NULL",
        (stamp(now), phone),
    )
    connection.execute(
        "UPDATE conversations SET todo = 0, waiting_since = NULL, waited_since = NULL WHERE phone = ?",
        (phone,),
    )


def star(connection: Connection, phone: str, *, on: bool) -> bool:
    """Mark it with a star, or take that away; whether that changed anything."""
    done = connection.execute(
        "UPDATE conversations SET starred = ?1 WHERE phone = ?2 AND starred <> ?1", (int(on), phone)
    )
    return bool(done.rowcount)


def archive(connection: Connection, phone: str, now: datetime, *, on: bool) -> bool:
    """Lay it into the archive, or bring it back; whether that changed anything."""
    done = connection.execute(
        "UPDATE conversations SET archived_at = CASE WHEN ?1 THEN ?2 END"
        " WHERE phone = ?3 AND (archived_at IS NULL) = ?1",
        (int(on), stamp(now), phone),
    )
    return bool(done.rowcount)


def assign(connection: Connection, phone: str, name: str) -> bool:
    """Give it to somebody, "" to nobody; whether that changed anything."""
    done = connection.execute(
        "UPDATE conversations SET assigned_to = ?1 WHERE phone = ?2 AND assigned_to <> ?1", (name, phone)
    )
    return bool(done.rowcount)


def assignees(connection: Connection) -> list[str]:
    """Everybody who was given a conversation, or who sent a broadcast from this profile, by name."""
    rows = connection.execute(
        "SELECT assigned_to FROM conversations WHERE assigned_to <> ''"
        " UNION SELECT person FROM broadcast_authors WHERE person <> '' ORDER BY 1"
    )
    return [row[0] for row in rows]


def settled(connection: Connection, received_id: int) -> bool:
    """The program did all that a message asks, so nobody has to; whether nothing else is to be done.

    Whoever waited before, or has written since, goes on waiting. It is no answer of a person, so no time of
    answering is kept.
    """
    done = connection.execute(
        "UPDATE conversations SET todo = 0, waiting_since = NULL, waited_since = NULL"
        " FROM received r WHERE r.id = ? AND phone = r.sender AND waiting_since = r.received_at"
        " AND NOT EXISTS (SELECT 1 FROM received l WHERE l.sender = r.sender AND l.id > r.id)",
        (received_id,),
    )
    return bool(done.rowcount)
