"""A second guardian is told exactly once, whatever dies meanwhile, and however many processes look."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from smsdesk.desk import services_of
from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.clock import stamp
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.domain.people_drafts import ContactDraft, GuardianDraft
from smsdesk.services.events import Events
from smsdesk.storage.database import Database

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")

CRASHING = Path(__file__).parent / "crash_due.py"
NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)
LATER = NOON + timedelta(minutes=31)
PATIENCE_S = 60.0
FIRSTS = ["+33639980010", "+33639980020"]
SECONDS = ["+33639980011", "+33639980021"]


@pytest.fixture
def unconfirmed(tmp_path: Path) -> Path:
    """Two broadcasts with the rule, each to one family; the network took both, no phone confirmed."""
    path = tmp_path / "desk.sqlite3"
    database = Database(path)
    services = services_of(database, Events(), lambda: NOON)
    for first, second in zip(FIRSTS, SECONDS, strict=True):
        guardians = [
            services.people.save_contact(
                ContactDraft(name, "Martin", ContactKind.GUARDIAN, (Phone(phone),))
            ).id
            for name, phone in (("Anne", first), ("Paul", second))
        ]
        pupil = services.people.save_contact(
            ContactDraft(
                "Léa", "Martin", ContactKind.PUPIL, guardians=tuple(GuardianDraft(each) for each in guardians)
            )
        )
        request = AudienceRequest(contact_ids=(pupil.id,), second_guardian_after=30)
        services.notify.send(request, "Cours annulé")
    with database.write() as connection:
        for state in ("claimed", "submitting", "accepted"):
            connection.execute("UPDATE parts SET state = ?, submitted_at = ?", (state, stamp(NOON)))
    database.close()
    return path


def teller(path: Path, point: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, str(CRASHING), "escalation", str(path), LATER.isoformat(), str(point)]
    return subprocess.Popen(command, env=dict(os.environ), stdout=subprocess.PIPE, text=True)


def told(path: Path) -> list[str]:
    """The second guardians' phones in the queue; each pupil is noted if, and only if, his is there."""
    database = Database(path)
    services = services_of(database, Events(), lambda: LATER)
    phones = [each.e164 for each in services.broadcasts.messages()[::-1] if each.e164 not in FIRSTS]
    rows = database.read().execute("SELECT e164 FROM escalated ORDER BY broadcast_id")
    assert [row[0] for row in rows] == phones
    database.close()
    return phones


@pytest.mark.timeout(240)
def test_death_at_every_step_of_telling_tells_each_once(unconfirmed: Path) -> None:
    deaths = 0
    for point in range(1, 40):
        process = teller(unconfirmed, point)
        process.communicate(timeout=PATIENCE_S)
        assert told(unconfirmed) in ([], SECONDS[:1], SECONDS)
        if process.returncode == 0:
            break
        assert process.returncode == -signal.SIGKILL
        deaths += 1
    assert deaths > 4
    teller(unconfirmed).communicate(timeout=PATIENCE_S)
    assert told(unconfirmed) == SECONDS


def test_several_processes_that_look_at_once_tell_each_once(unconfirmed: Path) -> None:
    for process in [teller(unconfirmed) for _ in range(3)]:
        process.communicate(timeout=PATIENCE_S)
        assert process.returncode == 0
    assert told(unconfirmed) == SECONDS
