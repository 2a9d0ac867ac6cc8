"""What thousands of tests would pay each is paid once: the schema of a new database."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from typing import Any

import pytest

from smsdesk.storage import opening

_migrate = opening._apply
_at_first = opening.sqlite3.connect(":memory:", check_same_thread=False)
"""What the first new database of this run was when all migrations were applied."""
_one_at_a_time = threading.Lock()


def _holds_something(connection: Any) -> bool:
    return bool(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])


def _copy_or_migrate(connection: Any) -> None:
    """A new file becomes a copy of the one that was migrated first; one that holds something is migrated."""
    with _one_at_a_time:
        if _holds_something(connection):
            _migrate(connection)
        elif _holds_something(_at_first):
            _at_first.backup(connection)
            # When it was made tells a profile from others.
            connection.execute("UPDATE _sqlite_migrations SET applied_at = ?", (str(datetime.now(UTC)),))
        else:
            _migrate(connection)
            connection.backup(_at_first)


@pytest.fixture(autouse=True)
def new_databases_are_copies(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not for the tests of the storage itself: they migrate each of theirs."""
    if "storage" not in request.path.parts:
        monkeypatch.setattr(opening, "_apply", _copy_or_migrate)
