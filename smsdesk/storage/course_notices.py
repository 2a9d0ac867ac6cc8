"""What was told about courses: which broadcast spoke of which course on which day, and to whom."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any

from smsdesk.domain.clock import unstamp
from smsdesk.domain.course_notices import Lesson, NoticeKind, NoticeRecord, Told
from smsdesk.storage.database import Connection

NO_HOUR = ""
"""What stands for the hour of a course without weekly hours."""

_NOT_ALL_CANCELLED = (
    "EXISTS (SELECT 1 FROM messages JOIN parts ON message_id = messages.id "
    "WHERE messages.broadcast_id = broadcasts.id AND state <> 'cancelled')"
)
"""A notice of which nothing left told nobody anything."""


def insert_notice(connection: Connection, record: NoticeRecord) -> None:
    """Remember what a broadcast tells, in the transaction that queues it."""
    connection.execute(
        "INSERT INTO course_notices "
        "(broadcast_id, kind, teacher_id, teacher, first_day, last_day, replacement) "
        "VALUES (?, ?, (SELECT id FROM contacts WHERE id = ?), ?, ?, ?, ?)",
        (
            record.broadcast_id,
            str(record.kind),
            record.teacher_id,
            record.teacher,
            record.first_day.isoformat(),
            record.last_day.isoformat(),
            record.replacement,
        ),
    )
    for lesson in record.lessons:
        _insert_lesson(connection, record.broadcast_id, lesson)


def _insert_lesson(connection: Connection, broadcast_id: int, lesson: Lesson) -> None:
    cursor = connection.execute(
        "INSERT INTO notice_courses "
        "(broadcast_id, group_id, course, day, starts, ends, room, new_day, new_starts, new_room) "
        "VALUES (?, (SELECT id FROM groups WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            broadcast_id,
            lesson.group_id,
            lesson.course,
            lesson.day.isoformat(),
            _hour_text(lesson.starts) or NO_HOUR,
            _hour_text(lesson.ends),
            lesson.room,
            lesson.new_day.isoformat() if lesson.new_day else None,
            _hour_text(lesson.new_starts),
            lesson.new_room or None,
        ),
    )
    connection.executemany(
        "INSERT INTO notice_people (notice_course_id, contact_id) SELECT ?, id FROM contacts WHERE id = ?",
        [(cursor.lastrowid, pupil) for pupil in lesson.pupils],
    )


def load_notice(connection: Connection, broadcast_id: int) -> NoticeRecord | None:
    """What a broadcast told about courses, None when it told nothing of the kind."""
    row = connection.execute(
        "SELECT course_notices.*, about_id FROM course_notices "
        "LEFT JOIN broadcast_links USING (broadcast_id) WHERE broadcast_id = ?",
        (broadcast_id,),
    ).fetchone()
    if row is None:
        return None
    return NoticeRecord(
        broadcast_id,
        NoticeKind(row["kind"]),
        row["teacher_id"],
        row["teacher"],
        date.fromisoformat(row["first_day"]),
        date.fromisoformat(row["last_day"]),
        row["replacement"],
        _lessons(connection, broadcast_id),
        row["about_id"],
        _follow_ups(connection, broadcast_id),
    )


def _lessons(connection: Connection, broadcast_id: int) -> tuple[Lesson, ...]:
    pupils: dict[int, list[int]] = defaultdict(list)
    for course_id, contact_id in connection.execute(
        "SELECT notice_course_id, contact_id FROM notice_people "
        "JOIN notice_courses ON id = notice_course_id WHERE broadcast_id = ? ORDER BY contact_id",
        (broadcast_id,),
    ):
        pupils[course_id].append(contact_id)
    rows = connection.execute(
        "SELECT * FROM notice_courses WHERE broadcast_id = ? ORDER BY id", (broadcast_id,)
    )
    return tuple(
        Lesson(
            row["group_id"],
            row["course"],
            date.fromisoformat(row["day"]),
            _hour(row["starts"]),
            _hour(row["ends"]),
            row["room"],
            tuple(pupils[row["id"]]),
            date.fromisoformat(row["new_day"]) if row["new_day"] else None,
            _hour(row["new_starts"]),
            row["new_room"] or "",
        )
        for row in rows
    )


def _follow_ups(connection: Connection, broadcast_id: int) -> tuple[tuple[int, NoticeKind], ...]:
    rows = connection.execute(
        "SELECT broadcast_id, kind FROM broadcast_links JOIN course_notices USING (broadcast_id) "
        "WHERE about_id = ? ORDER BY broadcast_id",
        (broadcast_id,),
    )
    return tuple((row[0], NoticeKind(row[1])) for row in rows)


def latest(connection: Connection, broadcast_id: int) -> int:
    """The last notice that followed this one and told somebody something; itself where none did."""
    row = connection.execute(
        "WITH RECURSIVE later (id) AS (SELECT ?1 UNION SELECT broadcast_links.broadcast_id "  # noqa: S608
        "FROM broadcast_links JOIN later ON about_id = later.id "
        "JOIN course_notices ON course_notices.broadcast_id = broadcast_links.broadcast_id "
        "JOIN broadcasts ON broadcasts.id = broadcast_links.broadcast_id "
        f"WHERE {_NOT_ALL_CANCELLED}) SELECT max(id) FROM later",
        (broadcast_id,),
    ).fetchone()
    return int(row[0])


def load_told(
    connection: Connection, group_ids: Sequence[int], first: date
) -> Mapping[tuple[int, date, time | None], Told]:
    """The last notice about each occurrence of these groups from a day on, by group, day and hour.

    Those that were moved to a day from then on count too. What was wholly cancelled told nobody.
    """
    rows = connection.execute(
        "SELECT group_id, day, starts, new_day, new_starts, new_room, course_notices.kind, "  # noqa: S608
        "broadcast_id, created_at "
        "FROM notice_courses JOIN course_notices USING (broadcast_id) "
        "JOIN broadcasts ON broadcasts.id = broadcast_id "
        "WHERE group_id IN (SELECT value FROM json_each(?)) AND (day >= ? OR new_day >= ?) "
        f"AND {_NOT_ALL_CANCELLED} ORDER BY broadcast_id",
        (json.dumps(list(group_ids)), first.isoformat(), first.isoformat()),
    )
    return {
        (row["group_id"], date.fromisoformat(row["day"]), _hour(row["starts"])): _told(row) for row in rows
    }


def _told(row: Any) -> Told:
    return Told(
        row["broadcast_id"],
        NoticeKind(row["kind"]),
        unstamp(row["created_at"]),
        date.fromisoformat(row["new_day"]) if row["new_day"] else None,
        _hour(row["new_starts"]),
        row["new_room"] or "",
    )


def waiting_phones(connection: Connection, broadcast_id: int) -> frozenset[str]:
    """The phones for which nothing of a broadcast has left yet, and something still waits."""
    rows = connection.execute(
        "SELECT e164 FROM messages JOIN parts ON message_id = messages.id WHERE broadcast_id = ? "
        "GROUP BY messages.id HAVING sum(state = 'queued' AND submitted_at IS NULL) = count(*)",
        (broadcast_id,),
    )
    return frozenset(row[0] for row in rows)


def _hour(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None


def _hour_text(hour: time | None) -> str | None:
    return hour.isoformat("minutes") if hour is not None else None
