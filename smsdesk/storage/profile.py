"""The profile folder: everything the program keeps, readable by its owner alone, one sender at a time."""

from __future__ import annotations

import logging
import os
import sys
import time
from pathlib import Path
from typing import IO

from smsdesk.domain.errors import InUseError, ProfileError
from smsdesk.domain.sentences import Sentence, say
from smsdesk.storage.logs import open_log
from smsdesk.storage.profile_folder import folder_of as folder_of  # noqa: PLC0414  # one finds it here

FOLDER_MODE = 0o700
FILE_MODE = 0o600

DATABASE = "smsdesk.sqlite3"
SENDER = "sender.lock"
"""Locked by the one process that sends."""

PATIENCE_S = 3.0
"""A short command, and the step of a restore that nobody may see, take less."""
LOOK_EVERY_S = 0.05


def has_database(named: Path | None) -> bool:
    """Whether something was kept there already."""
    return (folder_of(named) / DATABASE).is_file()


def is_taken(folder: Path) -> bool:
    """Whether a process, of a window or of a command, sends from this profile now."""
    try:
        with (folder / SENDER).open("r+b") as handle:
            return not _lock(handle)
    except OSError:
        return False


class Profile:
    """A profile folder that exists and is private. `take` makes this process the one that sends from it."""

    def __init__(self, folder: Path | None = None) -> None:
        """Make `folder` (None: the platform's user data folder); ProfileError when that cannot be done."""
        self.folder = folder_of(folder)
        self._lock: IO[bytes] | None = None
        self._visit: IO[bytes] | None = None
        try:
            self.folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
            self.folder.chmod(FOLDER_MODE)
        except OSError as refused:
            raise self._unusable(refused) from refused

    def _unusable(self, refused: OSError) -> ProfileError:
        return ProfileError(
            say(
                "The profile folder {folder} cannot be used ({reason}). Choose another one with --profile.",
                folder=str(self.folder),
                reason=refused.strerror or str(refused),
            )
        )

    @property
    def database(self) -> Path:
        """Where the database lies."""
        return self.folder / DATABASE

    @property
    def log(self) -> Path:
        """Where the log lies; it holds ids and masked numbers, never texts."""
        return self.folder / "smsdesk.log"

    def open_log(self) -> logging.Handler:
        """Write log lines into the profile from now on; `logs.close_log` ends that."""
        try:
            return open_log(self.log)
        except OSError as refused:
            raise self._unusable(refused) from refused

    def take(self) -> None:
        """Become the one sender of this profile until `release`; the system frees a dead process's claim."""
        try:
            handle = open(self.folder / SENDER, "a+b", opener=_private)  # noqa: SIM115  # kept open
        except OSError as refused:
            raise self._unusable(refused) from refused
        if not _lock(handle):
            handle.close()
            raise InUseError(
                say(
                    "SMS desk is already running on the profile {folder}. Use that one, or close it first.",
                    folder=str(self.folder),
                )
            )
        self._lock = handle

    def release(self) -> None:
        """Let another process send."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def visit(self) -> None:
        """Say that this process uses the database, until `leave`: nobody puts another file in its place then.

        Waits a moment for a restore under way. Windows itself replaces no file that is open.
        """
        self._stand_in_the_door(
            shared=True,
            refusal=say(
                "The data in {folder} are being restored. Try again in a moment.", folder=str(self.folder)
            ),
        )

    def visit_alone(self) -> None:
        """Be the only process that uses the database, until `leave`; ProfileError while another one does."""
        self._stand_in_the_door(
            shared=False,
            refusal=say(
                "Another command is using the profile {folder}. Let it end, then try again.",
                folder=str(self.folder),
            ),
        )

    def _stand_in_the_door(self, *, shared: bool, refusal: Sentence) -> None:
        try:
            handle = open(self.folder / "visitors.lock", "a+b", opener=_private)  # noqa: SIM115  # kept open
        except OSError as refused:
            raise self._unusable(refused) from refused
        deadline = time.monotonic() + PATIENCE_S
        while not _lock_door(handle, shared=shared):
            if time.monotonic() >= deadline:
                handle.close()
                raise ProfileError(refusal)
            time.sleep(LOOK_EVERY_S)
        self._visit = handle

    def leave(self) -> None:
        """This process has closed the database."""
        if self._visit is not None:
            self._visit.close()
            self._visit = None


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, FILE_MODE)


def _lock(handle: IO[bytes]) -> bool:
    """Take the exclusive lock on an open file at once, or answer False."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415  # exists on Windows only

            handle.seek(0)
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415  # does not exist on Windows

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _lock_door(handle: IO[bytes], *, shared: bool) -> bool:
    """Take the lock of those who use the database, at once, or answer False."""
    if sys.platform == "win32":
        return True
    import fcntl  # noqa: PLC0415  # does not exist on Windows

    try:
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
