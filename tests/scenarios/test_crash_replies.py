"""STOP and a sign-up act and are answered exactly once, whatever dies meanwhile, whoever looks."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from made_groups import made_group

from smsdesk.desk import services_of
from smsdesk.domain.auto_replies import KeywordSettings
from smsdesk.domain.incoming import Deliver, RawPdu, SenderKind
from smsdesk.domain.keywords import Keyword, KeywordAction
from smsdesk.domain.opt_outs import Mode, OptOutSettings
from smsdesk.domain.people import GroupKind
from smsdesk.services.events import Events
from smsdesk.storage import raw_pdus, received
from smsdesk.storage.copies import problems
from smsdesk.storage.database import Database

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")

CRASHING = Path(__file__).parent / "crash_due.py"
NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)
PATIENCE_S = 120.0
TEXTS = ("STOP", "Inscrire déchets")
PHONES = [f"+3363998003{number}" for number in range(len(TEXTS))]


@pytest.fixture
def waiting(tmp_path: Path) -> Path:
    """Two residents have written; nothing was handled yet."""
    path = tmp_path / "desk.sqlite3"
    database = Database(path)
    services = services_of(database, Events(), lambda: NOON)
    group = made_group(services.people, "Déchets", GroupKind.SERVICE)
    services.opt_outs.save_settings(OptOutSettings(Mode.APPLY, Mode.APPLY))
    services.keywords.save_settings(KeywordSettings(Mode.APPLY))
    services.keywords.save(Keyword("DECHETS", KeywordAction.LIST, group_id=group.id))
    with database.write() as connection:
        raws = [RawPdu("sim", phone, NOON) for phone in PHONES]
        for raw, raw_id, text in zip(raws, raw_pdus.store(connection, raws), TEXTS, strict=True):
            deliver = Deliver(raw.pdu, SenderKind.PHONE, text, NOON)
            received.add_deliver(connection, raw_pdus.StoredPdu(raw_id, "sim", raw.pdu, NOON), deliver)
    database.close()
    return path


def handler(path: Path, point: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, str(CRASHING), "replies", str(path), NOON.isoformat(), str(point)]
    return subprocess.Popen(command, env=dict(os.environ), stdout=subprocess.PIPE, text=True)


def done(path: Path) -> int:
    """How many messages were handled: what each brings is there as a whole, and once."""
    database = Database(path)
    services = services_of(database, Events(), lambda: NOON)
    answered = [message.e164 for message in services.broadcasts.messages()[::-1]]
    count = len(answered)
    assert answered == PHONES[:count]
    assert len(services.consents.history(PHONES[0])) == (2 if count >= 1 else 0)
    assert len(services.opt_outs.list()) == min(count, 1)
    group = services.people.group_named("Déchets")
    assert group.size == len(services.sign_ups.of_phone(PHONES[1])) == (1 if count >= 2 else 0)
    assert len(services.people.contacts()) == group.size
    assert len(services.auto_replies.list()) == count
    database.close()
    assert problems(path) == []
    return count


def test_death_at_every_step_of_a_rule_acts_once(waiting: Path) -> None:
    deaths = 0
    for point in range(1, 60):
        process = handler(waiting, point)
        process.communicate(timeout=PATIENCE_S)
        done(waiting)
        if process.returncode == 0:
            break
        assert process.returncode == -signal.SIGKILL
        deaths += 1
    assert deaths > 4
    handler(waiting).communicate(timeout=PATIENCE_S)
    assert done(waiting) == len(TEXTS)


def test_several_processes_that_look_at_once_act_once(waiting: Path) -> None:
    for process in [handler(waiting) for _ in range(3)]:
        process.communicate(timeout=PATIENCE_S)
        assert process.returncode == 0
    assert done(waiting) == len(TEXTS)
