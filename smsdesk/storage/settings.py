"""Settings of the profile: short texts by key, shared by all processes that have it open."""

from __future__ import annotations

from smsdesk.storage.database import Connection

QUEUE_PAUSED = "queue.paused"
"""Why nothing at all is sent: `BY_PERSON`, or the code that paused it ("cms:310"); absent: not paused."""

BY_PERSON = "person"

PARTS_A_MINUTE = "queue.parts_a_minute"
"""Pacing of each SIM; absent or 0: as fast as the modem goes."""

DAILY_CAP = "queue.daily_cap"
"""Parts that one SIM sends in a day at most; absent or 0: no cap."""

LAST_TROUBLE = "engine.last_trouble"
"""When the disk last took lines again after it had refused them."""


def get(connection: Connection, key: str) -> str | None:
    """The setting's text, None when it was never set."""
    row = connection.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
    return None if row is None else str(row[0])


def get_count(connection: Connection, key: str) -> int:
    """A setting that counts something; 0 when it is absent or is no number."""
    text = get(connection, key) or ""
    return int(text) if text.isascii() and text.isdigit() else 0


def put(connection: Connection, key: str, value: str) -> None:
    """Set it."""
    connection.execute(
        "INSERT INTO settings (key, value) VALUES (?, ?)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )


def remove(connection: Connection, key: str) -> None:
    """Set it back to what it is when nobody ever set it."""
    connection.execute("DELETE FROM settings WHERE key = ?", (key,))


def pause_queue(connection: Connection, reason: str = BY_PERSON) -> None:
    """Hold the whole queue until `resume_queue`, across restarts; a first reason stays."""
    if get(connection, QUEUE_PAUSED) is None:
        put(connection, QUEUE_PAUSED, reason)


def resume_queue(connection: Connection) -> None:
    """Let the queue go on."""
    remove(connection, QUEUE_PAUSED)


def queue_paused(connection: Connection) -> str | None:
    """Why the whole queue is held (domain.delivery.why makes it a sentence), None when it is not."""
    return get(connection, QUEUE_PAUSED)
