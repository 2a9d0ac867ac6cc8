"""A profile of 100,000 people and 1,000,000 messages, made once for each schema and kept in the user's cache.

Making it takes some minutes, opening it again nothing. Delete its folder to have it made anew.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from pathlib import Path

from platformdirs import user_cache_path
from sqlite_utils import Database as SqliteUtilsDatabase
from sqlite_utils.utils import sqlite3

from smsdesk.desk import Desk
from smsdesk.storage.profile import DATABASE
from smsdesk.storage.schema import migrations
from tests.benchmarks import said, town

PEOPLE = 100_000
MESSAGES = 1_000_000


def large_profile(people: int = PEOPLE, messages: int = MESSAGES) -> Path:
    """The folder of the profile; it is used in place, and left as it was found but for what a window keeps."""
    folder = user_cache_path("smsdesk-benchmarks", appauthor=False) / f"{people}-{messages}-{_edition()}"
    if not folder.is_dir():
        print(f"making a profile of {people:,} people and {messages:,} messages in {folder}", flush=True)
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=folder.parent, prefix="unfinished-"))
        try:
            said.write(made / DATABASE, messages, people=people)
            with Desk.open(made) as desk:
                desk.services.people.prepare_search()
            for copy in made.glob("*.before-*"):
                copy.unlink()
            made.rename(folder)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    return folder


def _edition() -> str:
    """What the content depends on: the schema, and the scripts that write it."""
    connection = sqlite3.connect(":memory:")
    last = [migration.name for migration in migrations.pending(SqliteUtilsDatabase(connection))][-1]
    connection.close()
    scripts = b"".join(Path(str(script.__file__)).read_bytes() for script in (said, town))
    return f"{last}-{hashlib.sha256(scripts).hexdigest()[:8]}"


if __name__ == "__main__":
    print(large_profile())
