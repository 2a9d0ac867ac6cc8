"""Groups of a school year laid into the archive and begun anew, and who is in no group any more."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import replace

from smsdesk.domain.filters import PeopleFilter
from smsdesk.domain.seasons import CarriedGroup, Leaver
from smsdesk.storage.database import Connection


def newest_season(connection: Connection) -> str:
    """The season of the groups that are there, "" when they name none."""
    row = connection.execute(
        "SELECT max(season) FROM groups WHERE archived_at IS NULL AND season <> ''"
    ).fetchone()
    return row[0] or ""


def past_seasons(connection: Connection) -> list[str]:
    """The seasons of archived groups, the newest first."""
    rows = connection.execute(
        "SELECT DISTINCT season FROM groups "
        "WHERE archived_at IS NOT NULL AND season <> '' ORDER BY season DESC"
    )
    return [row[0] for row in rows]


def member_counts(connection: Connection, group_ids: Collection[int]) -> dict[int, int]:
    """How many people each group has or had, archived people too."""
    rows = connection.execute(
        "SELECT group_id, count(*) FROM memberships "
        "WHERE group_id IN (SELECT value FROM json_each(?)) GROUP BY group_id",
        (json.dumps(list(group_ids)),),
    )
    return {row[0]: row[1] for row in rows}


def member_ids(connection: Connection, group_id: int) -> list[int]:
    """Who is or was in a group itself, archived people too, by name."""
    rows = connection.execute(
        "SELECT id FROM memberships JOIN contacts ON id = contact_id WHERE group_id = ? ORDER BY folded, id",
        (group_id,),
    )
    return [row[0] for row in rows]


def name_season(connection: Connection, group_ids: Collection[int], season: str) -> None:
    """Write the season of groups."""
    connection.execute(
        "UPDATE groups SET season = ? WHERE id IN (SELECT value FROM json_each(?))",
        (season, json.dumps(list(group_ids))),
    )


def begin_group(connection: Connection, model_id: int, carried: CarriedGroup, season: str, now: str) -> int:
    """Make a group like another one, under its new name, with its teacher and hours, without members."""
    group_id = connection.execute(
        "INSERT INTO groups (name, folded, kind, parent_id, teacher_id, season, created_at) "
        "SELECT ?, ?, kind, parent_id, teacher_id, ?, ? FROM groups WHERE id = ?",
        (carried.name, carried.folded, season, now, model_id),
    ).lastrowid
    # The days between which an hour was valid are days of the past year.
    connection.execute(
        "INSERT INTO weekly_slots (group_id, weekday, starts, ends, room) "
        "SELECT DISTINCT ?, weekday, starts, ends, room FROM weekly_slots WHERE group_id = ?",
        (group_id, model_id),
    )
    return int(group_id)


def copy_members(connection: Connection, from_id: int, to_id: int) -> None:
    """Put everybody who is in a group, and not archived, into another."""
    connection.execute(
        "INSERT OR IGNORE INTO memberships (group_id, contact_id) SELECT ?, contact_id FROM memberships "
        "JOIN contacts ON id = contact_id WHERE group_id = ? AND archived_at IS NULL",
        (to_id, from_id),
    )


def hang_under(connection: Connection, successors: dict[int, int], ended: Iterable[int]) -> None:
    """Groups that are nested in one of the past season go under its successor, or under none."""
    moves = [(new, old) for old, new in successors.items()] + [(None, old) for old in ended]
    connection.executemany(
        "UPDATE groups SET parent_id = ? WHERE parent_id = ? AND archived_at IS NULL", moves
    )
    # Groups that exchange their names may come to stand in themselves.
    connection.execute(
        "UPDATE groups SET parent_id = NULL WHERE archived_at IS NULL AND id IN ("
        "WITH RECURSIVE above (start, id) AS (SELECT id, parent_id FROM groups WHERE parent_id IS NOT NULL "
        "UNION SELECT start, groups.parent_id FROM above JOIN groups USING (id) "
        "WHERE groups.parent_id IS NOT NULL) SELECT start FROM above WHERE start = id)"
    )


def point_filters(connection: Connection, successors: dict[int, int]) -> None:
    """Smart groups that ask for members of a group of the past season ask for those of its successor."""
    rows = connection.execute(
        "SELECT id, filter FROM groups WHERE filter IS NOT NULL AND archived_at IS NULL"
    ).fetchall()
    for group_id, text in rows:
        filters = PeopleFilter.from_json(text)
        ids = tuple(successors.get(wanted, wanted) for wanted in filters.group_ids)
        if ids != filters.group_ids:
            changed = replace(filters, group_ids=ids).to_json()
            connection.execute("UPDATE groups SET filter = ? WHERE id = ?", (changed, group_id))


_IN_A_GROUP = (
    "EXISTS (SELECT 1 FROM memberships WHERE contact_id = contacts.id "
    "AND group_id IN (SELECT value FROM json_each(:staying)))"
)
_NAMED = "SELECT id, trim(first_name || ' ' || last_name) FROM contacts"


def pupils_without(connection: Connection, staying: Collection[int]) -> list[Leaver]:
    """Pupils who are in none of the groups `staying`, by name."""
    rows = connection.execute(
        f"{_NAMED} WHERE kind = 'pupil' AND archived_at IS NULL AND NOT {_IN_A_GROUP} ORDER BY folded, id",
        {"staying": json.dumps(list(staying))},
    )
    return [Leaver(*row) for row in rows]


def guardians_without(
    connection: Connection, leaving: Collection[int], staying: Collection[int]
) -> list[Leaver]:
    """Guardians of the pupils `leaving` who have no other pupil and are in no group `staying`, by name."""
    rows = connection.execute(
        f"{_NAMED} WHERE kind = 'guardian' AND archived_at IS NULL AND NOT {_IN_A_GROUP} "  # noqa: S608
        "AND id IN (SELECT guardian_id FROM guardianships "
        "WHERE pupil_id IN (SELECT value FROM json_each(:leaving))) "
        "AND NOT EXISTS (SELECT 1 FROM guardianships JOIN contacts AS pupil ON pupil.id = pupil_id "
        "WHERE guardian_id = contacts.id AND pupil.archived_at IS NULL "
        "AND pupil_id NOT IN (SELECT value FROM json_each(:leaving))) ORDER BY folded, id",
        {"leaving": json.dumps(list(leaving)), "staying": json.dumps(list(staying))},
    )
    return [Leaver(*row) for row in rows]
