"""A real profile database with a clock that stands still until the test moves it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from smsdesk.services.events import Changed, Events
from smsdesk.storage.database import Database


class StillClock:
    """Answers one moment until `pass_` moves it on."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 11, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, **span: float) -> None:
        self.now += timedelta(**span)


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
