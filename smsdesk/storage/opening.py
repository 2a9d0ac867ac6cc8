"""What happens when the database file is opened: is it whole, is it ours, is it of this version?"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from shutil import disk_usage
from typing import Any

from smsdesk.domain.errors import DamageError, ProfileError
from smsdesk.domain.sentences import say
from smsdesk.storage import versions
from smsdesk.storage.copies import day_of, newest_whole
from smsdesk.storage.room import with_room
from smsdesk.storage.sqlite import sqlite3

FILE_MODE = 0o600
"""Names, phones and texts of minors: for the owner alone. SQLite gives -wal and -shm the same mode."""

_MB = 1_000_000

CHECKED_UP_TO = 16 * 1024 * 1024
"""Bytes; a file of this size is checked page by page in some 50 ms, a larger one only by its schema."""

FIRST_LOCK_S = 10.0
FIRST_LOCK_STEP_S = 0.01
"""Two programs may make the same new file at once; the switch to WAL then refuses without waiting."""

ROOM_TIMES = 2
"""Free bytes for each byte of a file that is upgraded: its copy, what changes before all of it is kept, and
what is added. A million messages took 1.8 times as much."""

Upgrading = Callable[[Callable[[], None]], None]
"""Does the work it is given, on whichever thread, and comes back after it; what that raises it raises."""

_OF_THE_FILE = frozenset(
    {"SQLITE_PERM", "SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_READONLY", "SQLITE_IOERR", "SQLITE_CORRUPT",
     "SQLITE_FULL", "SQLITE_CANTOPEN", "SQLITE_NOTADB"}
)  # fmt: skip
"""SQLite's primary result codes that speak of the file and the disk; the others speak of a defect."""


def is_refusal(error: Exception) -> bool:
    """Whether the disk or the file is the matter, and not a statement of ours."""
    name = str(getattr(error, "sqlite_errorname", ""))
    return any(name == code or name.startswith(f"{code}_") for code in _OF_THE_FILE)


def is_damage(refused: Exception) -> bool:
    """Whether the file's content is the matter."""
    reason = str(refused).lower()
    return "malformed" in reason or "not a database" in reason or "damaged" in reason


def _suspect(path: Path) -> Path:
    """A mark beside a file that was found damaged while in use: the next start checks it, however large."""
    return path.with_name(f"{path.name}.suspect")


def refusal(path: Path, refused: Exception) -> ProfileError:
    """Say in one sentence why the database does not do what it should, and what to do next."""
    reason = str(refused).lower()
    values = {"path": str(path), "reason": str(refused)}
    if "full" in reason:
        return ProfileError(
            say(
                "The disk is full: nothing can be kept in {path}. Free some space; nothing was lost.",
                **values,
            )
        )
    if "readonly" in reason or "unable to open" in reason or isinstance(refused, PermissionError):
        return ProfileError(
            say("The database {path} cannot be written ({reason}). Give yourself the right to it.", **values)
        )
    if is_damage(refused):
        _suspect(path).touch(mode=FILE_MODE)
        return ProfileError(
            say(
                "The database {path} is damaged ({reason}). "
                "Close SMS desk and start it again: it tells how to go back to a copy.",
                **values,
            )
        )
    return ProfileError(
        say(
            "The database {path} cannot be used ({reason}). Free some space, or check the disk.",
            **values,
        )
    )


def refusal_at_start(path: Path, refused: Exception) -> ProfileError:
    """As `refusal`; for a damaged file, name the newest whole copy and the command to go back to it."""
    if not is_damage(refused):
        return refusal(path, refused)
    values = {"path": str(path), "reason": str(refused), "folder": str(path.parent)}
    copy = newest_whole(path)
    if copy is None:
        return DamageError(
            say(
                "The database {path} is damaged ({reason}). Go back to a copy of yours: close SMS desk "
                'and run smsdesk --profile "{folder}" restore FILE. The damaged file is kept.',
                **values,
            )
        )
    return DamageError(
        say(
            "The database {path} is damaged ({reason}). To go back to the copy of {day}, close SMS desk "
            'and run smsdesk --profile "{folder}" restore "{copy}". The damaged file is kept.',
            **values,
            day=str(day_of(copy)),
            copy=str(copy),
        )
    )


def at_once(work: Callable[[], None]) -> None:
    """Upgrade without a word."""
    work()


def bring_up_to_date(connection: Any, path: Path, upgrading: Upgrading = at_once) -> None:
    """Refuse a damaged or newer file, copy an older one, then apply the migrations that it lacks.

    `upgrading` is given the work on a file that holds something already: it may take half a minute.
    """
    _check(connection, path)
    applied = versions.applied(connection)
    pending = [name for name in versions.NAMES if name not in applied]
    _refuse_newer(applied, path)
    if not applied:
        _apply(connection)
    elif pending:
        _refuse_without_room(path)
        copy = path.with_name(f"{path.stem}.before-{pending[0]}{path.suffix}")
        upgrading(lambda: _upgrade(connection, copy))


def _upgrade(connection: Any, copy: Path) -> None:
    _copy_before(connection, copy)
    _apply(connection)


def _apply(connection: Any) -> None:
    from sqlite_utils import Database as SqliteUtilsDatabase  # noqa: PLC0415  # at most starts there is nothing to do

    from smsdesk.storage.schema import migrations  # noqa: PLC0415

    with with_room(connection), _alone(connection):
        migrations.apply(SqliteUtilsDatabase(connection))


def _refuse_without_room(path: Path) -> None:
    """Tell before anything is touched that the disk is too full for an upgrade."""
    needed = ROOM_TIMES * path.stat().st_size
    free = disk_usage(path.parent).free
    if free < needed:
        raise ProfileError(
            say(
                "This version keeps its data in another way. To change the database {path} safely, {needed}"
                " MB must be free on its disk, and {free} MB are. Free some space and start again; nothing"
                " was changed.",
                path=str(path),
                needed=-(-needed // _MB),
                free=free // _MB,
            )
        )


def _check(connection: Any, path: Path) -> None:
    """Raise when SQLite finds the file damaged."""
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    suspect = _suspect(path)
    if path.stat().st_size > CHECKED_UP_TO and not suspect.exists():
        return
    (result,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if result != "ok":
        raise sqlite3.DatabaseError(f"damaged: {result.splitlines()[-1]}")
    suspect.unlink(missing_ok=True)


def _refuse_newer(applied: frozenset[str], path: Path) -> None:
    if not applied.issubset(versions.NAMES):
        raise ProfileError(
            say(
                "The database {path} was made by a newer version of SMS desk. Install that version.",
                path=str(path),
            )
        )


def _copy_before(connection: Any, copy: Path) -> None:
    """Keep the file as it was before it is migrated."""
    copy.touch(mode=FILE_MODE)
    try:
        with closing(sqlite3.connect(str(copy))) as target:
            connection.backup(target)
    except BaseException:
        copy.unlink()  # half a copy is none, and takes the room that is missing
        raise


@contextmanager
def _alone(connection: Any) -> Iterator[None]:
    """One transaction for all migrations: a crash in the middle leaves the file as it was."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def patiently(action: Callable[[], object]) -> None:
    """Do it again while another program holds the file, where SQLite itself would not wait."""
    deadline = time.monotonic() + FIRST_LOCK_S
    while True:
        try:
            action()
            return
        except sqlite3.OperationalError as refused:
            if "locked" not in str(refused) or time.monotonic() > deadline:
                raise
        time.sleep(FIRST_LOCK_STEP_S)
