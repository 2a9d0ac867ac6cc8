"""What came in is handled exactly once, whatever dies meanwhile, and however many processes look."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from smsdesk.domain.incoming import Deliver, RawPdu, SenderKind
from smsdesk.storage import raw_pdus, received, unhandled
from smsdesk.storage.database import Database

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")

CRASHING = Path(__file__).parent / "crash_due.py"
NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)
PATIENCE_S = 120.0
FAMILIES = [f"+3363998003{number}" for number in range(2)]


@pytest.fixture
def waiting(tmp_path: Path) -> Path:
    """Two families have written; nothing was handled yet."""
    path = tmp_path / "desk.sqlite3"
    database = Database(path)
    with database.write() as connection:
        raws = [RawPdu("sim", family, NOON) for family in FAMILIES]
        for raw, raw_id in zip(raws, raw_pdus.store(connection, raws), strict=True):
            deliver = Deliver(raw.pdu, SenderKind.PHONE, "Merci", NOON)
            received.add_deliver(connection, raw_pdus.StoredPdu(raw_id, "sim", raw.pdu, NOON), deliver)
    database.close()
    return path


def handler(path: Path, point: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, str(CRASHING), "incoming", str(path), NOON.isoformat(), str(point)]
    return subprocess.Popen(command, env=dict(os.environ), stdout=subprocess.PIPE, text=True)


def answered(path: Path) -> list[str]:
    """The phones with an answer in the queue; a message waits if, and only if, its answer is not there."""
    database = Database(path)
    connection = database.read()
    rows = connection.execute("SELECT e164, text FROM messages ORDER BY id").fetchall()
    assert [row["text"] for row in rows] == [f"Reçu {number}" for number in range(1, len(rows) + 1)]
    waiting = unhandled.next_waiting(connection)
    assert (waiting.id if waiting else len(FAMILIES) + 1) == len(rows) + 1
    database.close()
    return [row["e164"] for row in rows]


def test_death_at_every_step_of_handling_answers_each_once(waiting: Path) -> None:
    deaths = 0
    for point in range(1, 60):
        process = handler(waiting, point)
        process.communicate(timeout=PATIENCE_S)
        assert answered(waiting) == FAMILIES[: len(answered(waiting))]
        if process.returncode == 0:
            break
        assert process.returncode == -signal.SIGKILL
        deaths += 1
    assert deaths > 4
    handler(waiting).communicate(timeout=PATIENCE_S)
    assert answered(waiting) == FAMILIES


def test_several_processes_that_look_at_once_answer_each_once(waiting: Path) -> None:
    for process in [handler(waiting) for _ in range(3)]:
        process.communicate(timeout=PATIENCE_S)
        assert process.returncode == 0
    assert answered(waiting) == FAMILIES
