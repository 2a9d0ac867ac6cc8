"""Who said nothing is reminded exactly once, whatever dies meanwhile, and however many processes look."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from smsdesk.desk import services_of
from smsdesk.domain.clock import stamp
from smsdesk.domain.questions import Question, QuestionKind
from smsdesk.services.events import Events
from smsdesk.services.notify import SendOptions
from smsdesk.storage.database import Database

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")

CRASHING = Path(__file__).parent / "crash_due.py"
NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=2)
PATIENCE_S = 120.0
FAMILIES = [f"+3363998004{number}" for number in range(4)]
QUESTION = Question(QuestionKind.YES_NO, remind_after=60)


@pytest.fixture
def silent(tmp_path: Path) -> Path:
    """Two questions, each to two families who got it two hours ago and say nothing."""
    path = tmp_path / "desk.sqlite3"
    database = Database(path)
    services = services_of(database, Events(), lambda: NOON)
    for families in (FAMILIES[:2], FAMILIES[2:]):
        services.notify.send_numbers(families, "Venez-vous ?", SendOptions(question=QUESTION))
    with database.write() as connection:
        for state in ("claimed", "submitting", "accepted"):
            connection.execute("UPDATE parts SET state = ?, submitted_at = ?", (state, stamp(NOON)))
    database.close()
    return path


def reminding(path: Path, point: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, str(CRASHING), "reminder", str(path), LATER.isoformat(), str(point)]
    return subprocess.Popen(command, env=dict(os.environ), stdout=subprocess.PIPE, text=True)


def reminded(path: Path) -> list[str]:
    """The phones with a reminder in the queue; each is noted if, and only if, his is there."""
    database = Database(path)
    connection = database.read()
    rows = connection.execute("SELECT e164 FROM messages WHERE text LIKE 'Rappel%' ORDER BY id").fetchall()
    noted = connection.execute("SELECT e164 FROM reminded ORDER BY broadcast_id, e164").fetchall()
    database.close()
    assert [row[0] for row in rows] == [row[0] for row in noted]
    return [row[0] for row in rows]


def test_death_at_every_step_reminds_each_once(silent: Path) -> None:
    deaths = 0
    for point in range(1, 40):
        process = reminding(silent, point)
        process.communicate(timeout=PATIENCE_S)
        assert reminded(silent) in ([], FAMILIES[:2], FAMILIES)
        if process.returncode == 0:
            break
        assert process.returncode == -signal.SIGKILL
        deaths += 1
    assert deaths > 4
    reminding(silent).communicate(timeout=PATIENCE_S)
    assert reminded(silent) == FAMILIES


def test_several_processes_that_look_at_once_remind_each_once(silent: Path) -> None:
    for process in [reminding(silent) for _ in range(3)]:
        process.communicate(timeout=PATIENCE_S)
        assert process.returncode == 0
    assert reminded(silent) == FAMILIES
