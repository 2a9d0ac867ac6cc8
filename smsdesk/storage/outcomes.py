"""What became of the messages of a broadcast, and of those that were sent again for it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence

from smsdesk.domain.audience_again import Earlier, Named, SentMessage
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.outgoing import LEAST_CERTAIN_FIRST, PartState
from smsdesk.storage.answers import root_of
from smsdesk.storage.broadcasts import RANK
from smsdesk.storage.database import Connection

_SENT_ON = (Relation.NOT_REACHED, Relation.SECOND_GUARDIAN)
"""Broadcasts that bring the notice of an earlier one to those who do not have it yet."""

_SAME_TEXT = (Relation.NOT_REACHED, Relation.REPEAT, Relation.SECOND_GUARDIAN)
"""Broadcasts that say what an earlier one said."""

_OPEN = (PartState.UNKNOWN, PartState.QUEUED, PartState.CLAIMED, PartState.SUBMITTING)
"""States of a part that may have gone, or will go."""

_GONE = (PartState.SUBMITTING, PartState.UNKNOWN, PartState.ACCEPTED, PartState.DELIVERED)
"""States of a part that has left, or may have."""


_ANSWERED = """
    SELECT 1 FROM received r WHERE r.sender = m.e164 AND r.received_at >= coalesce(
        (SELECT min(submitted_at) FROM parts WHERE message_id = m.id), m.created_at)
    AND NOT EXISTS (SELECT 1 FROM answers a
        WHERE a.received_id = r.id AND (a.broadcast_id IS NOT ?3 OR a.late))
"""
"""Something came since, and it is not known to answer another broadcast."""


def sent_on(connection: Connection, broadcast_id: int) -> list[int]:
    """A broadcast (its id) and those that brought its notice to people who did not have it."""
    return _followed(connection, broadcast_id, _SENT_ON)


def load_earlier(connection: Connection, broadcast_id: int) -> Earlier:
    """The messages of a broadcast and of those that followed it for the same notice, in order of sending."""
    ids = json.dumps(_followed(connection, broadcast_id, _SENT_ON))
    people = _people(connection, ids)
    rows = connection.execute(
        f"SELECT m.id, m.e164, (SELECT min({RANK}) FROM parts WHERE message_id = m.id) AS rank,"  # noqa: S608
        " EXISTS (SELECT 1 FROM parts"
        "  WHERE message_id = m.id AND state IN (SELECT value FROM json_each(?2))) AS begun,"
        f" EXISTS ({_ANSWERED}) AS answered"
        " FROM messages m WHERE m.broadcast_id IN (SELECT value FROM json_each(?1)) ORDER BY m.id",
        (ids, json.dumps(_GONE), root_of(connection, broadcast_id)),
    ).fetchall()
    messages = tuple(
        SentMessage(
            row["e164"],
            LEAST_CERTAIN_FIRST[row["rank"]],
            tuple(people[row["id"]]),
            bool(row["answered"]),
            bool(row["begun"]),
        )
        for row in rows
    )
    return Earlier(messages, _left_out(connection, broadcast_id))


def _followed(connection: Connection, broadcast_id: int, relations: Sequence[Relation]) -> list[int]:
    """A broadcast and those that followed it in these ways, at any depth."""
    rows = connection.execute(
        "WITH RECURSIVE again (id) AS (SELECT ?1 UNION SELECT broadcast_id FROM broadcast_links "
        "JOIN again ON about_id = id WHERE relation IN (SELECT value FROM json_each(?2))) "
        "SELECT id FROM again",
        (broadcast_id, json.dumps(relations)),
    )
    return [row[0] for row in rows]


def _said_first(connection: Connection, broadcast_id: int) -> int:
    """The broadcast that a repeat of a repeat goes back to; itself where it repeats none."""
    rows = connection.execute(
        "WITH RECURSIVE before (id) AS (SELECT ?1 UNION SELECT about_id FROM broadcast_links "
        "JOIN before ON broadcast_id = id WHERE about_id IS NOT NULL "
        "AND relation IN (SELECT value FROM json_each(?2))) SELECT min(id) FROM before",
        (broadcast_id, json.dumps(_SAME_TEXT)),
    )
    return int(rows.fetchone()[0])


def _people(connection: Connection, ids: str) -> defaultdict[int, list[Named]]:
    found: defaultdict[int, list[Named]] = defaultdict(list)
    rows = connection.execute(
        "SELECT message_id, contact_id, message_people.name FROM message_people "
        "JOIN messages ON messages.id = message_id "
        "WHERE broadcast_id IN (SELECT value FROM json_each(?)) ORDER BY message_id, position",
        (ids,),
    )
    for message_id, contact_id, name in rows:
        found[message_id].append((contact_id, name))
    return found


def _left_out(connection: Connection, broadcast_id: int) -> tuple[int, ...]:
    rows = connection.execute(
        "SELECT contact_id FROM left_out WHERE broadcast_id = ? AND contact_id IS NOT NULL ORDER BY rowid",
        (broadcast_id,),
    )
    return tuple(row[0] for row in rows)


def uncertain_texts(connection: Connection, broadcast_id: int) -> frozenset[tuple[str, str]]:
    """Phone and text of the messages of which nobody knows whether they went, or that are on their way.

    Those of everything that says the same count: of what this broadcast repeats, and of what repeats that.
    """
    rows = connection.execute(
        "SELECT DISTINCT e164, messages.text FROM messages JOIN parts ON message_id = messages.id "
        "WHERE broadcast_id IN (SELECT value FROM json_each(?1)) "
        "AND state IN (SELECT value FROM json_each(?2))",
        (
            json.dumps(_followed(connection, _said_first(connection, broadcast_id), _SAME_TEXT)),
            json.dumps(_OPEN),
        ),
    )
    return frozenset((row[0], row[1]) for row in rows)
