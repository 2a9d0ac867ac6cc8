"""A planned send is made exactly once, whatever dies while it is made, and however many processes look."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from made_groups import made_group

from smsdesk.desk import services_of
from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.domain.schedule import EntryState, SeriesDraft, Timing
from smsdesk.domain.wall_time import wall_of
from smsdesk.services.bundle import Services
from smsdesk.services.events import Events
from smsdesk.services.people import ContactDraft
from smsdesk.storage.database import Database

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")

CRASHING = Path(__file__).parent / "crash_due.py"
NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)
PATIENCE_S = 120.0
DAYS = 2


@pytest.fixture
def planned(tmp_path: Path) -> Path:
    """Two series that send on two days at noon to one family."""
    path = tmp_path / "desk.sqlite3"
    database = Database(path)
    services = services_of(database, Events(), lambda: NOON - timedelta(hours=1))
    choir = made_group(services.people, "Chorale")
    pupil = services.people.save_contact(
        ContactDraft("Léa", "Martin", ContactKind.PUPIL, (Phone("+33639980001"),))
    )
    assert pupil.id is not None
    services.people.add_to_group(choir.id, [pupil.id])
    timing = Timing(wall_of(NOON), f"FREQ=DAILY;COUNT={DAYS}")
    for text in ("Un", "Deux"):
        services.schedule.plan_series(SeriesDraft(AudienceRequest(group_ids=(choir.id,)), text, timing))
    database.close()
    return path


def maker(path: Path, now: datetime, point: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, str(CRASHING), "schedule", str(path), now.isoformat(), str(point)]
    return subprocess.Popen(command, env=dict(os.environ), stdout=subprocess.PIPE, text=True)


def sent(path: Path, now: datetime) -> tuple[list[str], Services]:
    database = Database(path)
    services = services_of(database, Events(), lambda: now)
    texts = [message.text for message in services.broadcasts.messages()[::-1]]
    entries = services.schedule.entries(NOON, NOON + timedelta(days=DAYS))
    for entry in entries:
        assert (entry.state is EntryState.SENT) == (entry.broadcast_id is not None)
    made = {entry.broadcast_id for entry in entries if entry.broadcast_id}
    assert made == {each.id for each in services.broadcasts.list(limit=None)}
    database.close()
    return texts, services


def test_death_at_every_step_of_making_sends_each_once(planned: Path) -> None:
    deaths = 0
    for point in range(1, 40):
        process = maker(planned, NOON, point)
        process.communicate(timeout=PATIENCE_S)
        texts, _ = sent(planned, NOON)
        assert texts in ([], ["Un"], ["Un", "Deux"])  # whole broadcasts, in order, never one twice
        if process.returncode == 0:
            break
        assert process.returncode == -signal.SIGKILL
        deaths += 1
    assert deaths > 4
    maker(planned, NOON).communicate(timeout=PATIENCE_S)
    assert sent(planned, NOON)[0] == ["Un", "Deux"]


def test_several_processes_that_look_at_once_send_each_once(planned: Path) -> None:
    for day in range(DAYS):
        now = NOON + timedelta(days=day)
        for process in [maker(planned, now) for _ in range(3)]:
            process.communicate(timeout=PATIENCE_S)
            assert process.returncode == 0
        texts, _ = sent(planned, now)
        assert texts == ["Un", "Deux"] * (day + 1)
