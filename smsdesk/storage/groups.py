"""Groups with their weekly slots and members."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, time

from smsdesk.domain.filters import NO_FILTER, PeopleFilter
from smsdesk.domain.people import Group, GroupKind, WeeklySlot
from smsdesk.domain.people_drafts import GroupDraft
from smsdesk.storage.bulk_rows import insert_rows
from smsdesk.storage.database import Connection
from smsdesk.storage.filters import condition


def load_groups(
    connection: Connection, today: date, group_id: int | None = None, *, archived: bool = False
) -> list[Group]:
    """Groups that are there (or that were archived) by name, with their sizes on the day `today`.

    Only one when `group_id` is given. An archived group has no size.
    """
    slots = load_slots(connection)
    rows = connection.execute(
        "SELECT groups.*, trim(coalesce(first_name, '') || ' ' || coalesce(last_name, '')) AS teacher "
        "FROM groups LEFT JOIN contacts ON contacts.id = teacher_id "
        "WHERE (groups.archived_at IS NOT NULL) = ?1 AND (?2 IS NULL OR groups.id = ?2) "
        "ORDER BY groups.folded, groups.id",
        (int(archived), group_id),
    ).fetchall()
    sizes = {} if archived else _sizes(connection, today, [row["id"] for row in rows])
    return [
        Group(
            id=row["id"],
            name=row["name"],
            kind=GroupKind(row["kind"]),
            size=sizes.get(row["id"], 0),
            teacher=row["teacher"],
            teacher_id=row["teacher_id"],
            parent_id=row["parent_id"],
            slots=tuple(slots[row["id"]]),
            season=row["season"],
            filter=PeopleFilter.from_json(row["filter"]) if row["filter"] is not None else None,
            archived=archived,
        )
        for row in rows
    ]


def _sizes(connection: Connection, today: date, wanted: Sequence[int]) -> dict[int, int]:
    """People by group, those of nested groups too, each once."""
    filtered = _with_filters(connection)
    sizes = _plain_sizes(connection) if any(group_id not in filtered for group_id in wanted) else {}
    for group_id in filtered.intersection(wanted):
        where = condition(connection, group_id, NO_FILTER, today)
        sql = f"{where.clause}SELECT count(*) FROM contacts WHERE {where.sql}"  # noqa: S608
        sizes[group_id] = connection.execute(sql, where.values).fetchone()[0]
    return sizes


def _with_filters(connection: Connection) -> set[int]:
    """The smart groups and all in which one is nested."""
    rows = connection.execute(
        "WITH RECURSIVE holding (id) AS ("
        "  SELECT id FROM groups WHERE archived_at IS NULL AND filter IS NOT NULL"
        "  UNION SELECT parent_id FROM groups JOIN holding USING (id)"
        "  WHERE parent_id IS NOT NULL AND archived_at IS NULL) SELECT id FROM holding"
    )
    return {row[0] for row in rows}


def _plain_sizes(connection: Connection) -> dict[int, int]:
    return dict(
        connection.execute(
            "WITH RECURSIVE nested (top, id) AS ("
            "  SELECT id, id FROM groups WHERE archived_at IS NULL"
            "  UNION SELECT top, groups.id FROM groups JOIN nested ON groups.parent_id = nested.id"
            "  WHERE groups.archived_at IS NULL) "
            "SELECT top, count(DISTINCT contact_id) FROM nested "
            "JOIN memberships ON memberships.group_id = nested.id "
            "JOIN contacts ON contacts.id = contact_id AND contacts.archived_at IS NULL GROUP BY top"
        ).fetchall()
    )


def load_slots(connection: Connection) -> dict[int, list[WeeklySlot]]:
    """The weekly slots of every group, by weekday and hour."""
    found: dict[int, list[WeeklySlot]] = defaultdict(list)
    for row in connection.execute("SELECT * FROM weekly_slots ORDER BY group_id, weekday, starts"):
        found[row["group_id"]].append(
            WeeklySlot(
                row["weekday"],
                time.fromisoformat(row["starts"]),
                time.fromisoformat(row["ends"]) if row["ends"] else None,
                row["room"],
                date.fromisoformat(row["valid_from"]) if row["valid_from"] else None,
                date.fromisoformat(row["valid_until"]) if row["valid_until"] else None,
            )
        )
    return found


def insert_group(
    connection: Connection, name: str, folded: str, kind: GroupKind, now: str, teacher_id: int | None = None
) -> int:
    """Write a new group and give its id."""
    cursor = connection.execute(
        "INSERT INTO groups (name, folded, kind, teacher_id, created_at) VALUES (?, ?, ?, ?, ?)",
        (name, folded, str(kind), teacher_id, now),
    )
    return int(cursor.lastrowid)


def group_ids_by_name(connection: Connection) -> dict[str, int]:
    """Ids of groups that are not archived, by folded name."""
    return dict(connection.execute("SELECT folded, id FROM groups WHERE archived_at IS NULL").fetchall())


def set_teacher(connection: Connection, group_id: int, teacher_id: int) -> None:
    """Name the teacher of a group."""
    connection.execute("UPDATE groups SET teacher_id = ? WHERE id = ?", (teacher_id, group_id))


def set_parent(connection: Connection, group_id: int, parent_id: int) -> None:
    """Put a group into another."""
    connection.execute("UPDATE groups SET parent_id = ? WHERE id = ?", (parent_id, group_id))


def replace_slots(connection: Connection, group_id: int, slots: Iterable[WeeklySlot]) -> None:
    """Write the weekly slots of a group instead of those it had."""
    connection.execute("DELETE FROM weekly_slots WHERE group_id = ?", (group_id,))
    connection.executemany(
        "INSERT INTO weekly_slots (group_id, weekday, starts, ends, room, valid_from, valid_until) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                group_id,
                slot.weekday,
                slot.start.isoformat("minutes"),
                slot.end.isoformat("minutes") if slot.end else None,
                slot.room,
                slot.valid_from.isoformat() if slot.valid_from else None,
                slot.valid_until.isoformat() if slot.valid_until else None,
            )
            for slot in slots
        ],
    )


def add_members(connection: Connection, members: Iterable[tuple[int, int]]) -> None:
    """Write (group, contact) pairs; known ones stay."""
    insert_rows(connection, "memberships", ("group_id", "contact_id"), members, or_ignore=True)


def remove_members(connection: Connection, group_id: int, contact_ids: Sequence[int]) -> None:
    """Take contacts out of a group."""
    connection.execute(
        "DELETE FROM memberships WHERE group_id = ? AND contact_id IN (SELECT value FROM json_each(?))",
        (group_id, json.dumps(list(contact_ids))),
    )


def write_group(connection: Connection, draft: GroupDraft, folded: str, now: str) -> int:
    """Write a new group or a changed one, its weekly slots too, and give its id."""
    group_id = draft.id or insert_group(connection, draft.name, folded, draft.kind, now)
    connection.execute(
        "UPDATE groups SET name = ?, folded = ?, kind = ?, parent_id = ?, teacher_id = ?, season = ?, "
        "filter = ? WHERE id = ?",
        (
            draft.name,
            folded,
            str(draft.kind),
            draft.parent_id,
            draft.teacher_id,
            draft.season,
            draft.filters.to_json() if draft.filters is not None else None,
            group_id,
        ),
    )
    if load_slots(connection).get(group_id, []) != sorted(
        draft.slots, key=lambda slot: (slot.weekday, slot.start)
    ):
        replace_slots(connection, group_id, draft.slots)
    return group_id


def branch_ids(connection: Connection, group_id: int) -> list[int]:
    """A group and all that is nested in it, archived ones too, at any depth."""
    rows = connection.execute(
        "WITH RECURSIVE branch (id) AS (SELECT ? UNION SELECT groups.id FROM groups "
        "JOIN branch ON groups.parent_id = branch.id) SELECT id FROM branch",
        (group_id,),
    )
    return [row[0] for row in rows]


def archive_groups(connection: Connection, ids: Sequence[int], now: str) -> None:
    """Archive groups; those that are archived already keep their date."""
    connection.execute(
        "UPDATE groups SET archived_at = ? "
        "WHERE archived_at IS NULL AND id IN (SELECT value FROM json_each(?))",
        (now, json.dumps(list(ids))),
    )


_ARCHIVED_WITH = (
    "archived_at = (SELECT archived_at FROM groups WHERE id = :group) "
    "AND id IN (SELECT value FROM json_each(:branch))"
)


def archived_with(connection: Connection, group_id: int) -> list[str]:
    """The names of an archived group and of those nested in it that were archived at the same moment."""
    rows = connection.execute(
        f"SELECT name FROM groups WHERE {_ARCHIVED_WITH}",  # noqa: S608
        {"group": group_id, "branch": json.dumps(branch_ids(connection, group_id))},
    )
    return [row[0] for row in rows]


def restore_groups(connection: Connection, group_id: int) -> None:
    """Take a group back from the archive with all that was archived with it.

    What it was nested in may still be archived: then it is nested in nothing.
    """
    connection.execute(
        "UPDATE groups SET archived_at = NULL, parent_id = CASE WHEN id <> :group OR parent_id IN "  # noqa: S608
        f"(SELECT id FROM groups WHERE archived_at IS NULL) THEN parent_id END WHERE {_ARCHIVED_WITH}",
        {"group": group_id, "branch": json.dumps(branch_ids(connection, group_id))},
    )
