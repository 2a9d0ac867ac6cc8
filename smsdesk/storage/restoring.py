"""The way back: a copy takes the place of the database, and what was there is kept beside it."""

from __future__ import annotations

import logging
import os
import shutil
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from smsdesk.domain.delivery import Reason
from smsdesk.storage import copies, settings
from smsdesk.storage.pin_tries import SALT
from smsdesk.storage.sqlite import sqlite3

log = logging.getLogger(__name__)

LOG_SUFFIXES = ("-wal", "-shm")
"""SQLite's files beside a database: a log that stayed would be applied to whatever file takes its place."""


def restore(database: Path, file: Path, now: datetime) -> Path | None:
    """Put `file`, which was checked, in the place of the database; answers where the old one lies, if any.

    Nobody else may have the database open. Until the last step the old file stays where it is, so a crash
    leaves a profile that opens as before, or one that is restored.
    """
    coming = database.with_name(f"{database.name}.restoring")
    copies.copy(file, coming)
    _settle_log(database)
    _prepare(coming, database)
    old = _keep(database, now) if database.exists() else None
    for suffix in LOG_SUFFIXES:
        database.with_name(database.name + suffix).unlink(missing_ok=True)
    coming.replace(database)
    return old


def _settle_log(database: Path) -> None:
    """Write SQLite's log into a file that is whole: then the file alone is everything."""
    if not database.exists():
        return
    with suppress(sqlite3.DatabaseError), closing(_open(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _open(path: Path) -> Any:
    connection = sqlite3.connect(str(path), isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection


def _prepare(coming: Path, database: Path) -> None:
    """What waits in a copy may have been sent since it was made: it goes only when a person says so.

    The PINs that were tried since the copy stay tried, as far as the old file still tells them.
    """
    with closing(_open(coming)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        waits = connection.execute(
            "SELECT EXISTS (SELECT 1 FROM parts WHERE state IN ('queued', 'claimed'))"
        ).fetchone()[0]
        if waits:
            settings.remove(connection, settings.QUEUE_PAUSED)
            settings.pause_queue(connection, Reason.RESTORED)
        salt, tries = _tries(database)
        if salt and settings.get(connection, SALT) is None:
            settings.put(connection, SALT, salt)
        for row in tries:
            connection.execute(
                "INSERT INTO pin_tries (sim, pin_hash, tried_at, outcome) SELECT ?, ?, ?, ?"
                " WHERE NOT EXISTS (SELECT 1 FROM pin_tries"
                "  WHERE sim = ? AND pin_hash = ? AND tried_at = ?)",
                (*row, *row[:3]),
            )
        connection.execute("COMMIT")


def _tries(database: Path) -> tuple[str | None, list[tuple[str, ...]]]:
    """The salt and the rows of the old file's PIN tries."""
    if not database.exists():
        return None, []
    try:
        with closing(_open(database)) as connection:
            rows = connection.execute("SELECT sim, pin_hash, tried_at, outcome FROM pin_tries").fetchall()
            return settings.get(connection, SALT), [tuple(row) for row in rows]
    except sqlite3.DatabaseError:
        log.warning("the PIN tries of the damaged database cannot be read")
        return None, []


def _keep(database: Path, now: datetime) -> Path:
    """Copy the old file and its log to a name that nothing has yet."""
    day = now.astimezone().strftime("%Y-%m-%d-%H%M%S")
    old = database.with_name(f"{database.stem}.before-restore-{day}{database.suffix}")
    number = 1
    while old.exists():
        number += 1
        old = database.with_name(f"{database.stem}.before-restore-{day}-{number}{database.suffix}")
    for suffix in ("", *LOG_SUFFIXES):
        part = database.with_name(database.name + suffix)
        if part.exists():
            _private_copy(part, old.with_name(old.name + suffix))
    return old


def _private_copy(source: Path, target: Path) -> None:
    target.touch(mode=copies.FILE_MODE, exist_ok=False)
    with source.open("rb") as reading, target.open("wb") as writing:
        shutil.copyfileobj(reading, writing)
        writing.flush()
        os.fsync(writing.fileno())
