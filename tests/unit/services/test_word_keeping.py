"""The index of words is tidied beside everything else, and a disk that refuses ends nothing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from smsdesk.domain.errors import ProfileError
from smsdesk.domain.sentences import say
from smsdesk.services.word_keeping import WordKeeping
from smsdesk.storage import archive_writing
from smsdesk.storage.database import Connection, Database

DEADLINE_S = 60.0


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path / "desk.sqlite3")
    yield opened
    opened.close()


def test_it_goes_on_until_nothing_is_left_and_ends_when_told(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = [True, True, False]
    done = threading.Event()

    def tidy(_connection: Connection) -> bool:
        more = left.pop(0) if left else False
        if not left:
            done.set()
        return more

    monkeypatch.setattr(archive_writing, "tidy", tidy)
    keeping = WordKeeping(database, look_every_s=0.001, between_s=0.001)
    keeping.start()
    assert done.wait(DEADLINE_S)
    keeping.stop()
    assert not [each for each in threading.enumerate() if each.name == "word keeping"]


def test_after_a_disk_that_refused_it_looks_again(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusals, looked = [1], threading.Event()
    write = database.write

    @contextmanager
    def refusing() -> Iterator[Connection]:
        if refusals:
            refusals.pop()
            raise ProfileError(say("The disk is full."))
        with write() as connection:
            yield connection
        looked.set()

    monkeypatch.setattr(database, "write", refusing)
    keeping = WordKeeping(database, look_every_s=0.001)
    keeping.start()
    assert looked.wait(DEADLINE_S)
    keeping.stop()
