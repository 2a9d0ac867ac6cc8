"""The schema of the calendar: exceptions of the institution, and what was told about which courses."""

from __future__ import annotations

from sqlite_utils import Database as SqliteUtilsDatabase


def m0010_calendar(db: SqliteUtilsDatabase) -> None:
    """Exceptions of the calendar, who comes when to a course, and notices about courses with their people."""
    db.execute(
        """
        CREATE TABLE calendar_exceptions (
            id INTEGER PRIMARY KEY,
            first_day TEXT NOT NULL,
            last_day TEXT NOT NULL,
            name TEXT NOT NULL DEFAULT '',
            open INTEGER NOT NULL DEFAULT 0 CHECK (open IN (0, 1)),
            CHECK (first_day <= last_day)
        ) STRICT"""
    )
    db.execute("CREATE INDEX calendar_exceptions_days ON calendar_exceptions (last_day)")
    # A pupil without a line comes to every hour of the group. Minutes of the day, so that keys are numbers.
    db.execute(
        """
        CREATE TABLE lesson_hours (
            group_id INTEGER NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
            contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
            weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
            minute INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
            PRIMARY KEY (group_id, contact_id, weekday, minute)
        ) STRICT"""
    )
    db.execute("CREATE INDEX lesson_hours_contact ON lesson_hours (contact_id)")
    db.execute(
        """
        CREATE TABLE course_notices (
            broadcast_id INTEGER PRIMARY KEY REFERENCES broadcasts (id) ON DELETE CASCADE,
            kind TEXT NOT NULL CHECK (kind IN ('cancelled', 'postponed', 'room', 'replaced', 'maintained')),
            teacher_id INTEGER REFERENCES contacts (id) ON DELETE SET NULL,
            teacher TEXT NOT NULL,
            first_day TEXT NOT NULL,
            last_day TEXT NOT NULL,
            replacement TEXT NOT NULL DEFAULT ''
        ) STRICT"""
    )
    db.execute("CREATE INDEX course_notices_teacher ON course_notices (teacher_id)")
    db.execute(
        """
        CREATE TABLE notice_courses (
            id INTEGER PRIMARY KEY,
            broadcast_id INTEGER NOT NULL REFERENCES course_notices (broadcast_id) ON DELETE CASCADE,
            group_id INTEGER REFERENCES groups (id) ON DELETE SET NULL,
            course TEXT NOT NULL,
            day TEXT NOT NULL,
            starts TEXT NOT NULL,
            ends TEXT,
            room TEXT NOT NULL DEFAULT '',
            new_day TEXT,
            new_starts TEXT,
            new_room TEXT
        ) STRICT"""
    )
    db.execute("CREATE INDEX notice_courses_broadcast ON notice_courses (broadcast_id)")
    db.execute("CREATE INDEX notice_courses_occurrence ON notice_courses (group_id, day)")
    db.execute("CREATE INDEX notice_courses_new_day ON notice_courses (new_day) WHERE new_day IS NOT NULL")
    db.execute(
        """
        CREATE TABLE notice_people (
            notice_course_id INTEGER NOT NULL REFERENCES notice_courses (id) ON DELETE CASCADE,
            contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
            PRIMARY KEY (notice_course_id, contact_id)
        ) STRICT, WITHOUT ROWID"""
    )
    db.execute("CREATE INDEX notice_people_contact ON notice_people (contact_id)")
