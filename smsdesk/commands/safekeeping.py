"""Commands that keep the data safe: a copy, the way back from it, and a look at the file."""

from __future__ import annotations

from pathlib import Path

import click

from smsdesk.commands.context import Context
from smsdesk.domain.errors import ProfileError
from smsdesk.services.safekeeping import disk_refusals, go_back, refuse_to_overwrite
from smsdesk.storage import copies
from smsdesk.storage.database import Database
from smsdesk.storage.profile import Profile

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
        refuse_to_overwrite(target, profile.database)
        Database(profile.database, context.upgrading).close()
        with disk_refusals(target):
            copies.copy(profile.database, target)
    finally:
        profile.leave()
    size = target.stat().st_size
    context.emit({"file": str(target), "bytes": size}, [f"Copied to {target} ({size} bytes)."])
    return 0


@click.command()
@click.argument("file", type=FILE)
@click.pass_obj
def restore(context: Context, file: Path) -> int:
    """Go back to the copy FILE; what is there now is kept beside it."""
    source = file.expanduser().absolute()
    old = go_back(context.profile, source, context.upgrading)
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
