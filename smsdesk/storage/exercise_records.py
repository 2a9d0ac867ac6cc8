"""For whom the lines of an exercise's log sheet are: ids, which go with the people; names are looked up."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence

from smsdesk.domain.crisis_log import Whom
from smsdesk.storage.database import Connection

_ALL_KNOWN = "(SELECT count(*) FROM contacts WHERE id IN (SELECT value FROM json_each(?))) = ?"


def keep(connection: Connection, crisis_id: int, lines: Sequence[Whom]) -> None:
    """Write for whom each line is; a line of somebody who was erased meanwhile is nobody's."""
    for place, line in enumerate(lines):
        ids = tuple(dict.fromkeys(line.ids))
        if not ids:
            continue
        cursor = connection.execute(
            "INSERT INTO exercise_lines (crisis_id, place, e164, texts)"  # a literal of ours
            f" SELECT ?, ?, ?, ? WHERE {_ALL_KNOWN}",
            (crisis_id, place, line.e164, json.dumps(line.texts), json.dumps(ids), len(ids)),
        )
        if cursor.rowcount:
            connection.executemany(
                "INSERT INTO exercise_people (crisis_id, place, position, contact_id) VALUES (?, ?, ?, ?)",
                [(crisis_id, place, position, number) for position, number in enumerate(ids)],
            )


def load(connection: Connection, crisis_id: int) -> dict[int, Whom]:
    """For whom the lines are, by place; those of erased people are missing."""
    people: defaultdict[int, list[int]] = defaultdict(list)
    for place, contact_id in connection.execute(
        "SELECT place, contact_id FROM exercise_people WHERE crisis_id = ? ORDER BY place, position",
        (crisis_id,),
    ):
        people[place].append(contact_id)
    rows = connection.execute(
        "SELECT place, e164, texts FROM exercise_lines WHERE crisis_id = ?", (crisis_id,)
    )
    return {
        row["place"]: Whom(tuple(people[row["place"]]), row["e164"], tuple(json.loads(row["texts"])))
        for row in rows
    }
