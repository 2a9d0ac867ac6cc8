"""The schema of answers: what waits for the rules of incoming messages, questions, answers, reminders."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from sqlite_utils import Database as SqliteUtilsDatabase

from smsdesk.domain.answer_reading import read_answer

_WHOLE = "NEW.complete = 1 AND NEW.kind IN ('sms', 'flash') AND NEW.text IS NOT NULL"
"""A message that a rule can read."""


def m0015_answers(db: SqliteUtilsDatabase) -> None:
    """Messages that no rule has looked at yet, what broadcasts ask, and how they were answered."""
    _make_unhandled(db)
    db.execute(
        """
        CREATE TABLE questions (
            broadcast_id INTEGER PRIMARY KEY REFERENCES broadcasts (id) ON DELETE CASCADE,
            kind TEXT NOT NULL CHECK (kind IN ('yes_no', 'number', 'choices', 'acknowledgement')),
            closes_at TEXT,
            remind_after INTEGER CHECK (remind_after BETWEEN 1 AND 43200),
            ended INTEGER NOT NULL DEFAULT 0 CHECK (ended IN (0, 1)),
            reminder_id INTEGER REFERENCES broadcasts (id) ON DELETE SET NULL
        ) STRICT"""
    )
    db.execute(
        "CREATE INDEX questions_to_remind ON questions (broadcast_id)"
        " WHERE remind_after IS NOT NULL AND ended = 0"
    )
    db.execute(
        """
        CREATE TABLE question_choices (
            broadcast_id INTEGER NOT NULL REFERENCES questions (broadcast_id) ON DELETE CASCADE,
            position INTEGER NOT NULL CHECK (position >= 1),
            label TEXT NOT NULL,
            PRIMARY KEY (broadcast_id, position)
        ) STRICT, WITHOUT ROWID"""
    )
    # One row for each phone: it is reminded once, whatever happens afterwards.
    db.execute(
        """
        CREATE TABLE reminded (
            broadcast_id INTEGER NOT NULL REFERENCES questions (broadcast_id) ON DELETE CASCADE,
            e164 TEXT NOT NULL,
            at TEXT NOT NULL,
            PRIMARY KEY (broadcast_id, e164)
        ) STRICT, WITHOUT ROWID"""
    )
    # Without a broadcast: a person said that it answers none. `about_by` and `read_by` name who corrected.
    db.execute(
        """
        CREATE TABLE answers (
            received_id INTEGER PRIMARY KEY REFERENCES received (id) ON DELETE CASCADE,
            broadcast_id INTEGER REFERENCES broadcasts (id) ON DELETE CASCADE,
            phone TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('yes', 'no', 'number', 'choice', 'other')),
            value INTEGER,
            choice INTEGER,
            sure INTEGER NOT NULL CHECK (sure IN (0, 1)),
            late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1)),
            about_by TEXT NOT NULL DEFAULT '',
            read_by TEXT NOT NULL DEFAULT ''
        ) STRICT"""
    )
    # With all that a tally needs: it is read from the index alone, in the order of the phones.
    db.execute(
        "CREATE INDEX answers_broadcast ON answers"
        " (broadcast_id, phone, late, received_id, kind, value, choice, sure)"
    )
    _read_old_answers(db)


def _make_unhandled(db: SqliteUtilsDatabase) -> None:
    """What is there already is old: no rule answers it any more."""
    db.execute(
        """
        CREATE TABLE unhandled (
            received_id INTEGER PRIMARY KEY REFERENCES received (id) ON DELETE CASCADE
        ) STRICT"""
    )
    for name, moment in (
        ("received_whole", f"INSERT ON received WHEN {_WHOLE}"),
        ("received_completed", f"UPDATE OF complete ON received WHEN OLD.complete = 0 AND {_WHOLE}"),
    ):
        db.execute(
            f"CREATE TRIGGER {name} AFTER {moment}"  # noqa: S608  # literals of ours
            " BEGIN INSERT INTO unhandled (received_id) VALUES (NEW.id); END"
        )


_LEFT = """
    SELECT p.submitted_at, m.e164, m.broadcast_id FROM parts p JOIN messages m ON m.id = p.message_id
    JOIN broadcasts b ON b.id = m.broadcast_id LEFT JOIN broadcast_links l ON l.broadcast_id = b.id
    WHERE p.submitted_at IS NOT NULL AND b.kind <> 'reply' AND coalesce(l.relation, '') <> 'test'
    ORDER BY p.submitted_at, p.id
"""
_CAME = """
    SELECT received_at, sender, id, strftime('%Y-%m-%dT%H:%M', received_at, '-30 days') AS oldest
    FROM received WHERE complete = 1 AND kind IN ('sms', 'flash') AND text IS NOT NULL
    AND sender_kind = 'phone' AND oldest IS NOT NULL
    ORDER BY received_at, id
"""

_SENT_ON = "('not_reached', 'second_guardian', 'not_answered')"
"""How a broadcast follows another whose answers are its own."""


def _read_old_answers(db: SqliteUtilsDatabase) -> None:
    """What came before answers were kept is about what was sent last before it."""
    links = db.execute(f"SELECT broadcast_id, about_id FROM broadcast_links WHERE relation IN {_SENT_ON}")  # noqa: S608
    first = dict(links.fetchall())
    db.execute("CREATE TEMP TABLE about (received_id INTEGER PRIMARY KEY, broadcast_id INTEGER) STRICT")
    db.conn.executemany("INSERT INTO about (received_id, broadcast_id) VALUES (?, ?)", _old_abouts(db))
    rows = db.execute(
        "SELECT r.id, r.sender, r.text, a.broadcast_id FROM about a JOIN received r ON r.id = a.received_id"
    )
    db.conn.executemany(
        "INSERT INTO answers (received_id, broadcast_id, phone, kind, value, sure) VALUES (?, ?, ?, ?, ?, ?)",
        (_old_answer(row, first) for row in rows),
    )
    db.execute("DROP TABLE about")


def _old_abouts(db: SqliteUtilsDatabase) -> Iterator[tuple[int, int]]:
    """Both directions are gone through once in the order of time: each message with what was sent last."""
    sent = db.execute(_LEFT)
    last: dict[str, tuple[str, int]] = {}
    following = sent.fetchone()
    for received_at, sender, received_id, oldest in db.execute(_CAME):
        while following is not None and following[0] <= received_at:
            last[following[1]] = (following[0], following[2])
            following = sent.fetchone()
        left_at, broadcast_id = last.get(sender, ("", 0))
        if left_at >= oldest:
            yield received_id, broadcast_id


_read = lru_cache(maxsize=10_000)(read_answer)
"""Most families answer with the same few words."""


def _old_answer(row: Any, first: dict[int, int | None]) -> tuple[object, ...]:
    received_id, phone, text, broadcast_id = row
    # Links go from later broadcasts to earlier ones.
    while (earlier := first.get(broadcast_id)) is not None and earlier < broadcast_id:
        broadcast_id = earlier
    reading = _read(text)
    return received_id, broadcast_id, phone, str(reading.kind), reading.value, int(reading.sure)
