"""A real profile database with a clock that stands still until the test moves it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from still_clock import StillClock

from smsdesk.services.events import Changed, Events
from smsdesk.storage.database import Database


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path / "desk.sqlite3")
    yield opened
    opened.close()


@pytest.fixture
def events() -> Events:
    return Events()


@pytest.fixture
def heard(events: Events) -> list[Changed]:
    """Everything that was published."""
    published: list[Changed] = []
    events.subscribe(published.append)
    return published
