"""What keeps the data safe: where they lie, whether they are whole, copies of them, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from smsdesk.domain.clock import Clock, system_clock, unstamp
from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.services.long_work import Stop
from smsdesk.storage import copies, restoring
from smsdesk.storage.database import Database
from smsdesk.storage.opening import Upgrading, at_once
from smsdesk.storage.profile import DATABASE, Profile, folder_of
from smsdesk.storage.sqlite import sqlite3

SUFFIX = ".sqlite3"


@dataclass(frozen=True)
class KeptCopy:
    """One automatic copy; `size` in bytes."""

    path: Path
    day: date | None
    size: int


@dataclass(frozen=True)
class Kept:
    """Where the data lie (a folder), how many bytes they take, and their copies, the newest first."""

    folder: Path
    size: int
    copies: tuple[KeptCopy, ...]


@dataclass(frozen=True)
class Inside:
    """What a copy holds; `last` is when its newest send was made, None without any."""

    people: int
    sends: int
    last: datetime | None


class Safekeeping:
    """The data of one profile, while the program works on them."""

    def __init__(self, database: Path, clock: Clock = system_clock) -> None:
        """`database` is its file."""
        self._path = database
        self._clock = clock

    def read(self) -> Kept:
        """Where everything is and which copies there are."""
        found = tuple(
            KeptCopy(file, copies.day_of(file), file.stat().st_size) for file in copies.kept(self._path)
        )
        return Kept(self._path.parent, self._path.stat().st_size, found)

    def check(self, stop: Stop) -> tuple[str, ...] | None:
        """What is wrong, in SQLite's words; () when the data are whole, None when it was stopped."""
        try:
            with copies.watching(self._path) as connection, stop.over(connection):
                return tuple(copies.problems_on(connection))
        except sqlite3.DatabaseError as refused:
            if stop.asked:
                return None
            return (str(refused),)

    def back_up(self, target: Path, stop: Stop) -> Path | None:
        """Write a copy of everything to a file, and look whether it is whole; None when it was stopped.

        InputError, and nothing is written over, where another file stands or the disk refuses.
        """
        refuse_to_overwrite(target, self._path)
        try:
            with disk_refusals(target), copies.watching(self._path) as connection, stop.over(connection):
                copies.write_copy(connection, target)
        except sqlite3.OperationalError:
            if stop.asked:
                return None
            raise
        copies.check_copy(target)
        return target

    def progress(self, target: Path) -> float:
        """How much of the copy to `target` is written, 0 to 1."""
        part = target.with_name(target.name + copies.UNFINISHED)
        try:
            return min(1.0, part.stat().st_size / self._path.stat().st_size)
        except (OSError, ZeroDivisionError):
            return 0.0

    def suggested_name(self) -> str:
        """What a copy that is made now is called, without its ending."""
        return f"smsdesk-{self._clock().astimezone():%Y-%m-%d}"

    @staticmethod
    def look_into(file: Path) -> Inside:
        """What a copy holds; InputError when one cannot go back to it."""
        copies.check_copy(file)
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            (people,) = connection.execute(
                "SELECT count(*) FROM contacts WHERE archived_at IS NULL"
            ).fetchone()
            sends, last = connection.execute("SELECT count(*), max(created_at) FROM broadcasts").fetchone()
        return Inside(people, sends, unstamp(last) if last else None)


def refuse_to_overwrite(target: Path, database: Path) -> None:
    """Raise InputError where a file stands that is no earlier copy of these data."""
    if not target.exists() or not target.stat().st_size:
        return
    if database.exists() and target.samefile(database):
        raise InputError(say("{file} is the database itself. Choose another file.", file=str(target)))
    if copies.problems(target) or not copies.is_ours(target):
        raise InputError(
            say("There is another file at {file} already. Choose another name.", file=str(target))
        )


@contextmanager
def disk_refusals(target: Path) -> Iterator[None]:
    """Say what a disk refuses."""
    try:
        yield
    except OSError as refused:
        raise _unwritable(target, refused.strerror or str(refused)) from refused
    except sqlite3.OperationalError as refused:
        if "full" not in str(refused):
            raise
        raise _unwritable(target, str(refused)) from refused


def _unwritable(target: Path, reason: str) -> InputError:
    return InputError(
        say(
            "The file {file} cannot be written ({reason}). Choose another place.",
            file=str(target),
            reason=reason,
        )
    )


def go_back(
    folder: Path | None,
    source: Path,
    upgrading: Upgrading = at_once,
    clock: Callable[[], datetime] = system_clock,
) -> Path | None:
    """Put a copy in the place of the data of a profile that nobody has open; gives where these are kept now.

    InputError for a file that is no copy, ProfileError while another program uses the profile; either leaves
    everything as it was.
    """
    copies.check_copy(source)
    profile = Profile(folder)
    profile.take()
    try:
        profile.visit_alone()
        with disk_refusals(profile.database):
            old = restoring.restore(profile.database, source, clock())
    finally:
        profile.leave()
        profile.release()
    # Opened once: a copy of an older version is brought up to date, and what cannot be opened is said now.
    Database(profile.database, upgrading).close()
    return old


def newest_copy(folder: Path | None) -> KeptCopy | None:
    """The newest automatic copy of a profile from which one can go back; None without any."""
    file = copies.newest_whole(folder_of(folder) / DATABASE)
    return KeptCopy(file, copies.day_of(file), file.stat().st_size) if file is not None else None
