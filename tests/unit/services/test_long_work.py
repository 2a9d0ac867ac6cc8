"""Long work says how far it is, and what was stopped left nothing behind."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from smsdesk.services.long_work import LongWork, StoppedError
from smsdesk.storage.database import Database

DEADLINE_S = 60.0
ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT said(i) + 1 FROM n) SELECT max(i) FROM n"


def test_it_says_how_far_it_is_between_its_rows() -> None:
    work, seen = LongWork(), list[float]()
    work.reach(0.2)
    rows = list(range(2_000))
    assert [row for row in work.told(rows, 0.8) if not seen.append(work.done)] == rows
    assert seen[0] == 0.2
    assert seen == sorted(seen)
    assert work.done == 0.8
    assert len(set(seen)) > 2


def test_nothing_is_taken_any_more_once_it_is_stopped() -> None:
    work = LongWork()
    left = work.told(range(10_000), 1.0)
    next(left)
    work.stop()
    with pytest.raises(StoppedError):
        list(left)
    with pytest.raises(StoppedError):
        work.reach(1.0)


def test_a_statement_that_runs_is_stopped_from_another_thread(tmp_path: Path) -> None:
    database, work = Database(tmp_path / "desk.sqlite3"), LongWork()
    running = threading.Event()
    connection = database.read()
    connection.create_function("said", 1, lambda value: running.set() or value)
    stopper = threading.Thread(target=lambda: running.wait(DEADLINE_S) and work.stop())
    stopper.start()
    with pytest.raises(StoppedError), work.over(connection):
        connection.execute(ENDLESS).fetchone()
    stopper.join(DEADLINE_S)
    assert connection.execute("SELECT 1").fetchone()[0] == 1, "the connection is as good as before"
    with pytest.raises(StoppedError), work.over(connection):
        pytest.fail("it was begun although it was stopped")
    database.close()
