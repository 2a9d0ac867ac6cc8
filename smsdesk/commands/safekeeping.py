"""Commands that keep the data safe: a copy, the way back from it, and a look at the file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from smsdesk.commands.context import Context
from smsdesk.domain.clock import system_clock
from smsdesk.domain.errors import InputError, ProfileError
from smsdesk.domain.sentences import say
from smsdesk.storage import copies
from smsdesk.storage.database import Database
from smsdesk.storage.profile import Profile
from smsdesk.storage.restoring import restore as put_back

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("file", type=FILE)
@click.pass_obj
def backup(context: Context, file: Path) -> int:
    """Write a consistent copy of everything to FILE, also while SMS desk is running."""
    profile = Profile(context.profile)
    target = file.expanduser().absolute()
    profile.visit()
    try:
        _refuse_to_overwrite(target, profile.database)
        Database(profile.database, context.upgrading).close()
        with _disk(target):
            copies.copy(profile.database, target)
    finally:
        profile.leave()
    size = target.stat().st_size
    context.emit({"file": str(target), "bytes": size}, [f"Copied to {target} ({size} bytes)."])
    return 0


def _refuse_to_overwrite(target: Path, database: Path) -> None:
    """Only an earlier copy may be written over."""
    if not target.exists() or not target.stat().st_size:
        return
    if database.exists() and target.samefile(database):
        raise InputError(say("{file} is the database itself. Choose another file.", file=str(target)))
    if copies.problems(target) or not copies.is_ours(target):
        raise InputError(
            say("There is another file at {file} already. Choose another name.", file=str(target))
        )


@contextmanager
def _disk(target: Path) -> Iterator[None]:
    """Say what a disk refuses."""
    try:
        yield
    except OSError as refused:
        raise InputError(
            say(
                "The file {file} cannot be written ({reason}). Choose another place.",
                file=str(target),
                reason=refused.strerror or str(refused),
            )
        ) from refused


@click.command()
@click.argument("file", type=FILE)
@click.pass_obj
def restore(context: Context, file: Path) -> int:
    """Go back to the copy FILE; what is there now is kept beside it."""
    source = file.expanduser().absolute()
    copies.check_copy(source)
    profile = Profile(context.profile)
    profile.take()
    try:
        profile.visit_alone()
        with _disk(profile.database):
            old = put_back(profile.database, source, system_clock())
    finally:
        profile.leave()
        profile.release()
    # Opened once: a copy of an older version is brought up to date, and what cannot be opened is said now.
    Database(profile.database, context.upgrading).close()
    lines = [f"Restored from {source}.", *([f"What was there is kept in {old}."] if old else [])]
    context.emit({"file": str(source), "kept": str(old) if old else None}, lines)
    return 0


@click.command()
@click.pass_obj
def check(context: Context) -> int:
    """Look whether the data are whole."""
    profile = Profile(context.profile)
    database = profile.database
    profile.visit()
    try:
        if database.exists():
            Database(database, context.upgrading).close()
        found = copies.problems(database) if database.exists() else []
    finally:
        profile.leave()
    context.emit({"file": str(database), "problems": found}, found or [f"{database} is whole."])
    if not found:
        return 0
    context.tell("Go back to a copy with 'smsdesk restore FILE'.")
    return ProfileError.exit_code
