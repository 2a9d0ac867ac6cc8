"""A second guardian is told exactly once, whatever dies meanwhile, and however many processes look."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from smsdesk.desk import services_of
from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.clock import stamp
from smsdesk.domain.course_notices import AbsenceRequest
from smsdesk.domain.people import ContactKind, GroupKind, Phone, WeeklySlot
from smsdesk.domain.people_drafts import ContactDraft, GroupDraft, GuardianDraft
from smsdesk.services.events import Events
from smsdesk.storage.database import Database

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")

CRASHING = Path(__file__).parent / "crash_due.py"
NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)
LATER = NOON + timedelta(minutes=31)
PATIENCE_S = 120.0
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


@pytest.fixture
def absent(tmp_path: Path) -> Path:
    """An absence with the rule: Léa's and Zoé's courses at their own hours; no phone confirmed."""
    path = tmp_path / "desk.sqlite3"
    database = Database(path)
    services = services_of(database, Events(), lambda: NOON)
    services.calendars.add_exception(NOON.date(), NOON.date(), open_=True)
    teacher = services.people.save_contact(ContactDraft("Hélène", "Roux", ContactKind.TEACHER))
    for name, first, second, hour in zip(("Léa", "Zoé"), FIRSTS, SECONDS, (20, 21), strict=True):
        guardians = tuple(
            GuardianDraft(None, parent, name, (Phone(phone),))
            for parent, phone in (("Anne", first), ("Paul", second))
        )
        pupil = services.people.save_contact(
            ContactDraft(name, "Martin", ContactKind.PUPIL, guardians=guardians)
        )
        course = services.people.save_group(
            GroupDraft(
                None,
                f"Piano de {name}",
                GroupKind.COURSE,
                teacher_id=teacher.id,
                slots=(WeeklySlot(NOON.weekday(), time(hour), None, ""),),
            )
        )
        services.people.add_to_group(course.id, [pupil.id])
    request = AbsenceRequest(teacher.id, NOON.date(), NOON.date(), second_guardian_after=30)
    services.absences.send(request)
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


def test_death_at_every_step_tells_of_the_right_child_and_hour_once(absent: Path) -> None:
    deaths = 0
    for point in range(1, 40):
        process = teller(absent, point)
        process.communicate(timeout=PATIENCE_S)
        assert told(absent) in ([], SECONDS)
        if process.returncode == 0:
            break
        assert process.returncode == -signal.SIGKILL
        deaths += 1
    assert deaths > 2
    teller(absent).communicate(timeout=PATIENCE_S)
    assert told(absent) == SECONDS
    database = Database(absent)
    services = services_of(database, Events(), lambda: LATER)
    texts = {each.e164: each.text for each in services.broadcasts.messages() if each.e164 in SECONDS}
    database.close()
    assert [texts[phone].split("cours pour ")[1] for phone in SECONDS] == [
        "Léa (Piano de Léa 20h).",
        "Zoé (Piano de Zoé 21h).",
    ]


def test_several_processes_that_look_at_once_tell_each_once(unconfirmed: Path) -> None:
    for process in [teller(unconfirmed) for _ in range(3)]:
        process.communicate(timeout=PATIENCE_S)
        assert process.returncode == 0
    assert told(unconfirmed) == SECONDS
