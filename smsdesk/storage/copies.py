"""Copies of the database: made while it is in use, checked, and kept beside it for a bad day."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.storage import versions
from smsdesk.storage.sqlite import sqlite3

FOLDER = "backups"
FOLDER_MODE = 0o700
FILE_MODE = 0o600
KEPT = 3
"""Automatic copies: what went wrong is noticed within days, and erased people must not stay for long."""

UNFINISHED = ".part"
"""Ends the name of a copy that is being written; a crash leaves it, the next copy writes over it."""


def copy(source: Path, target: Path) -> None:
    """Write a consistent, compact copy of a database that may be in use; `target` is whole or not there.

    Raises sqlite3.DatabaseError when the source is damaged, OSError when the disk refuses.
    """
    with closing(_reading(source)) as connection:
        write_copy(connection, target)


def write_copy(connection: Any, target: Path) -> None:
    """As `copy`, from an open connection, which `interrupt()` can stop."""
    part = target.with_name(target.name + UNFINISHED)
    # VACUUM INTO takes an empty file: so it is private from its first byte.
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE_MODE))
    try:
        connection.execute("VACUUM INTO ?", (str(part),))
        _to_disk(part)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _to_disk(target.parent)


def _to_disk(path: Path) -> None:
    """Write a file, or a folder's names, through to the disk."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _reading(path: Path) -> Any:
    """A connection that cannot change the file."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)


class Interruptible(Protocol):
    """A connection whose work another thread can end."""

    def interrupt(self) -> None:
        """End what runs on it."""


def problems(path: Path) -> list[str]:
    """What SQLite finds wrong with a database file, in its words; [] when the file is whole."""
    try:
        with closing(_reading(path)) as connection:
            return problems_on(connection)
    except sqlite3.DatabaseError as unreadable:
        return [str(unreadable)]


def problems_on(connection: Any) -> list[str]:
    """As `problems`, on an open connection, which `interrupt()` can stop.

    Raises sqlite3.OperationalError when the look was interrupted, or the file cannot be read.
    """
    try:
        return _found(connection)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as damage:
        return [str(damage)]


def _found(connection: Any) -> list[str]:
    found = [row[0].splitlines()[-1] for row in connection.execute("PRAGMA integrity_check(20)")]
    lost = [
        f"row {row[1]} of {row[0]} points to nothing in {row[2]}"
        for row in connection.execute("PRAGMA foreign_key_check")
    ]
    return [each for each in found if each != "ok"] + lost[:20]


def check_copy(file: Path) -> None:
    """Raise InputError unless `file` is a whole database that this version understands."""
    if not file.is_file():
        raise InputError(say("There is no file {file}. Choose a copy that `smsdesk backup` made.", file=file))
    wrong = problems(file)
    if wrong:
        raise InputError(
            say(
                "The file {file} is no usable copy ({reason}). Choose another one.",
                file=file,
                reason=wrong[0],
            )
        )
    if not is_ours(file):
        raise InputError(
            say("The file {file} is no copy of SMS desk's data, or of a newer version of it.", file=file)
        )


def is_ours(file: Path) -> bool:
    """Whether a whole database holds our tables, and none of a newer version."""
    with closing(_reading(file)) as connection:
        applied = versions.applied(connection)
    return bool(applied) and applied.issubset(versions.NAMES)


# --- automatic copies


def _stem(database: Path) -> str:
    return f"{database.stem}-"


def kept(database: Path) -> list[Path]:
    """The automatic copies of a database, the newest first."""
    folder = database.parent / FOLDER
    return sorted(folder.glob(f"{_stem(database)}????-??-??{database.suffix}"), reverse=True)


def day_of(file: Path) -> date | None:
    """The day of an automatic copy, by its name."""
    try:
        return date.fromisoformat(file.stem[-len("2000-01-01") :])
    except ValueError:
        return None


def newest_whole(database: Path) -> Path | None:
    """The newest automatic copy from which one can go back; None without any."""
    return next((file for file in kept(database) if not problems(file) and is_ours(file)), None)


def is_due(database: Path, now: datetime) -> bool:
    """Whether the day of `now` has no copy yet."""
    return all(day_of(file) != _local_day(now) for file in kept(database)[:1])


def _local_day(now: datetime) -> date:
    return now.astimezone().date()


def keep_copy(connection: Any, database: Path, now: datetime) -> Path | None:
    """Make the copy of the day and drop the oldest; None, and nothing dropped, when the file is damaged."""
    if problems_on(connection):
        return None
    folder = database.parent / FOLDER
    folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
    target = folder / f"{_stem(database)}{_local_day(now).isoformat()}{database.suffix}"
    write_copy(connection, target)
    for old in kept(database)[KEPT:]:
        old.unlink(missing_ok=True)
    return target


@contextmanager
def watching(database: Path) -> Iterator[Any]:
    """A connection for `keep_copy`; `interrupt()` may be called on it from another thread."""
    with closing(
        sqlite3.connect(
            f"{database.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, check_same_thread=False
        )
    ) as connection:
        yield connection
