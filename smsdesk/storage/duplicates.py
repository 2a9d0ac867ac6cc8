"""Entries of one person brought together, and pairs of people who were told apart."""

from __future__ import annotations

from smsdesk.storage.database import Connection


def told_apart(connection: Connection) -> set[tuple[int, int]]:
    """The pairs of whom a person said that they are two, the smaller id first."""
    return {(row[0], row[1]) for row in connection.execute("SELECT one_id, other_id FROM told_apart")}


def tell_apart(connection: Connection, one_id: int, other_id: int) -> None:
    """Remember that these are two people."""
    pair = sorted((one_id, other_id))
    connection.execute("INSERT OR IGNORE INTO told_apart (one_id, other_id) VALUES (?, ?)", pair)


_MOVES = (
    """
    INSERT OR IGNORE INTO memberships (group_id, contact_id)
    SELECT group_id, :keep FROM memberships WHERE contact_id = :other
    """,
    """
    INSERT OR IGNORE INTO lesson_hours (group_id, contact_id, weekday, minute)
    SELECT group_id, :keep, weekday, minute FROM lesson_hours WHERE contact_id = :other
    """,
    """
    INSERT OR IGNORE INTO notice_people (notice_course_id, contact_id)
    SELECT notice_course_id, :keep FROM notice_people WHERE contact_id = :other
    """,
    # His guardians come after those whom the one who is kept has.
    """
    INSERT INTO guardianships (pupil_id, guardian_id, position, receives, relation)
    SELECT :keep, guardian_id,
           position + (SELECT ifnull(max(position) + 1, 0) FROM guardianships WHERE pupil_id = :keep),
           receives, relation
    FROM guardianships WHERE pupil_id = :other AND guardian_id <> :keep
    ON CONFLICT (pupil_id, guardian_id) DO NOTHING
    """,
    """
    INSERT INTO guardianships (pupil_id, guardian_id, position, receives, relation)
    SELECT pupil_id, :keep, position, receives, relation
    FROM guardianships WHERE guardian_id = :other AND pupil_id <> :keep
    ON CONFLICT (pupil_id, guardian_id) DO UPDATE SET
        position = min(position, excluded.position), receives = max(receives, excluded.receives),
        relation = CASE relation WHEN '' THEN excluded.relation ELSE relation END
    """,
    "UPDATE groups SET teacher_id = :keep WHERE teacher_id = :other",
    "UPDATE course_notices SET teacher_id = :keep WHERE teacher_id = :other",
    "UPDATE message_people SET contact_id = :keep WHERE contact_id = :other",
    "UPDATE left_out SET contact_id = :keep WHERE contact_id = :other",
    """
    INSERT OR IGNORE INTO told_apart (one_id, other_id)
    SELECT min(third, :keep), max(third, :keep) FROM (
        SELECT iif(one_id = :other, other_id, one_id) AS third FROM told_apart
        WHERE :other IN (one_id, other_id)) WHERE third <> :keep
    """,
    "DELETE FROM contacts WHERE id = :other",
)


def absorb(connection: Connection, keep_id: int, other_id: int) -> None:
    """Give everything that hangs on one contact to another, phones apart, and delete the one."""
    for statement in _MOVES:
        connection.execute(statement, {"keep": keep_id, "other": other_id})
