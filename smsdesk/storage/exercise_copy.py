"""The people of a profile in a database of their own, for an exercise, and what a crash left of such ones.

Table by table and column by column: what is not named here never gets in, above all nothing that waits to be
sent, nothing planned, nothing received.
"""

from __future__ import annotations

import logging
import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

from smsdesk.domain.errors import ProfileError
from smsdesk.storage.profile import Profile
from smsdesk.storage.sqlite import sqlite3

log = logging.getLogger(__name__)

FOLDER = "exercises"
"""Below the profile's folder; each exercise has a folder of its own there, and takes it away at its end."""

_COPIED = {
    "contacts": frozenset({"email", "address", "notes", "external_id"}),
    "phones": frozenset[str](),
    "guardianships": frozenset[str](),
    "groups": frozenset[str](),
    "memberships": frozenset[str](),
    "consents": frozenset({"evidence"}),
}
"""The tables of people and groups, and the columns that an exercise does not need: they stay empty."""

_SETTINGS = ("institution.%", "wording.%")
"""What texts are filled in and measured with."""


def copy_people(source: Path, target: Path) -> int:
    """Copy the people of one database into another that is empty, as of one moment; how many there are."""
    with closing(sqlite3.connect(str(target), isolation_level=None)) as connection:
        connection.execute("ATTACH DATABASE ? AS real", (str(source.absolute()),))
        connection.execute("PRAGMA foreign_keys = OFF")  # groups stand in groups, whichever comes first
        connection.execute("BEGIN IMMEDIATE")
        for table, blank in _COPIED.items():
            _copy(connection, table, blank)
        for pattern in _SETTINGS:
            connection.execute(
                "INSERT OR REPLACE INTO main.settings SELECT * FROM real.settings WHERE key LIKE ?",
                (pattern,),
            )
        connection.execute("COMMIT")
        (people,) = connection.execute("SELECT count(*) FROM main.contacts").fetchone()
    return int(people)


def _copy(connection: Any, table: str, blank: frozenset[str]) -> None:
    columns = [row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")]
    taken = ", ".join("''" if column in blank else column for column in columns)
    names = ", ".join(columns)
    connection.execute(f"INSERT INTO main.{table} ({names}) SELECT {taken} FROM real.{table}")  # noqa: S608


def erase(folder: Path) -> None:
    """Take the folder of an exercise away, and the one around it with the last of them."""
    shutil.rmtree(folder, ignore_errors=True)
    if folder.exists():
        log.warning("the copy of an exercise could not be erased; the next start tries again")
        return
    if folder.parent.is_dir() and not any(folder.parent.iterdir()):
        folder.parent.rmdir()


def erase_left_behind(profile: Path) -> int:
    """Take away what exercises left that ended with their process; how many there were."""
    erased = 0
    folder = profile / FOLDER
    for left in sorted(folder.iterdir()) if folder.is_dir() else ():
        if _in_use(left):
            continue
        erase(left)
        erased += 1
    return erased


def _in_use(folder: Path) -> bool:
    """Whether a living process runs its exercise there."""
    try:
        claimed = Profile(folder)
        claimed.take()
    except ProfileError:
        return True
    claimed.release()
    return False
