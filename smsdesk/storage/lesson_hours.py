"""Who comes at which hour to a course in which each pupil has an hour of his own."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import time

from smsdesk.domain.people import Hour
from smsdesk.storage.database import Connection


def load_hours(
    connection: Connection, group_ids: Sequence[int]
) -> Mapping[int, Mapping[int, frozenset[Hour]]]:
    """By group and contact; a pupil who is missing comes to every hour of the group."""
    found: dict[int, dict[int, set[Hour]]] = defaultdict(lambda: defaultdict(set))
    rows = connection.execute(
        "SELECT group_id, contact_id, weekday, minute FROM lesson_hours "
        "WHERE group_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(group_ids)),),
    )
    for group_id, contact_id, weekday, minute in rows:
        found[group_id][contact_id].add((weekday, time(minute // 60, minute % 60)))
    return {
        group_id: {contact_id: frozenset(hours) for contact_id, hours in people.items()}
        for group_id, people in found.items()
    }


def replace_hours(connection: Connection, group_id: int, hours: Mapping[int, Collection[Hour]]) -> None:
    """Write who comes when to a group in the place of what was known of these pupils; others stay."""
    known = load_hours(connection, (group_id,)).get(group_id, {})
    new = {
        each: frozenset(held)
        for each, held in hours.items()
        if frozenset(held) != known.get(each, frozenset())
    }
    connection.execute(
        "DELETE FROM lesson_hours WHERE group_id = ? AND contact_id IN (SELECT value FROM json_each(?))",
        (group_id, json.dumps(sorted(new))),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO lesson_hours (group_id, contact_id, weekday, minute) VALUES (?, ?, ?, ?)",
        [
            (group_id, contact_id, weekday, 60 * at.hour + at.minute)
            for contact_id, held in new.items()
            for weekday, at in sorted(held)
        ],
    )


def member_ids(connection: Connection, group_ids: Sequence[int]) -> dict[int, None]:
    """Who is in one of these groups himself, by name; the ids as keys, each once."""
    rows = connection.execute(
        "SELECT DISTINCT contacts.id FROM memberships JOIN contacts ON contacts.id = contact_id "
        "WHERE archived_at IS NULL AND group_id IN (SELECT value FROM json_each(?)) "
        "ORDER BY contacts.folded, contacts.id",
        (json.dumps(list(group_ids)),),
    )
    return dict.fromkeys(row[0] for row in rows)
