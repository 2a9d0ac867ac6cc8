"""Groups with their weekly slots and members."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, time

from smsdesk.domain.people import Group, GroupKind, WeeklySlot
from smsdesk.storage.database import Connection


def load_groups(connection: Connection, group_id: int | None = None) -> list[Group]:
    """Groups that are not archived, by name; one only when `group_id` is given."""
    sizes = _sizes(connection)
    slots = load_slots(connection)
    rows = connection.execute(
        "SELECT groups.*, trim(coalesce(first_name, '') || ' ' || coalesce(last_name, '')) AS teacher "
        "FROM groups LEFT JOIN contacts ON contacts.id = teacher_id "
        "WHERE groups.archived_at IS NULL AND (?1 IS NULL OR groups.id = ?1) ORDER BY groups.folded",
        (group_id,),
    )
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
        )
        for row in rows
    ]


def _sizes(connection: Connection) -> dict[int, int]:
    """People by group, those of nested groups too, each once."""
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
    connection.executemany("INSERT OR IGNORE INTO memberships (group_id, contact_id) VALUES (?, ?)", members)


def remove_members(connection: Connection, group_id: int, contact_ids: Sequence[int]) -> None:
    """Take contacts out of a group."""
    connection.execute(
        "DELETE FROM memberships WHERE group_id = ? AND contact_id IN (SELECT value FROM json_each(?))",
        (group_id, json.dumps(list(contact_ids))),
    )
