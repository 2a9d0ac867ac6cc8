from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from smsdesk.desk import services_of
from smsdesk.domain.incoming import Deliver, RawPdu, SenderKind
from smsdesk.domain.views import Direction
from smsdesk.services.bundle import Services
from smsdesk.services.events import Events
from smsdesk.storage import raw_pdus, received
from smsdesk.storage.database import Database

PHONE = "+33639980001"
START = datetime(2026, 3, 11, 8, tzinfo=UTC)


@pytest.fixture
def services(tmp_path: Path):
    """A conversation of twelve messages: each fourth one is the desk's."""
    now = [START]
    database = Database(tmp_path / "desk.sqlite3")
    made = services_of(database, Events(), lambda: now[0])
    for number in range(12):
        now[0] += timedelta(minutes=1)
        if number % 4 == 3:
            made.notify.reply(PHONE, f"texte {number}")
        else:
            _comes(database, number, now[0])
    yield made
    database.close()


def _comes(database: Database, number: int, at: datetime) -> None:
    pdu = f"07{number:06}"
    with database.write() as connection:
        (raw_id,) = raw_pdus.store(connection, [RawPdu("sim", pdu, at, "SM", number)])
        deliver = Deliver(PHONE, SenderKind.PHONE, f"texte {number}", at)
        received.add_deliver(connection, raw_pdus.StoredPdu(raw_id, "sim", pdu, at), deliver)


@pytest.mark.parametrize(("at", "expected"), [(6, range(3, 9)), (0, range(3)), (11, range(8, 12))])
def test_a_message_is_shown_among_those_before_and_after_it(
    services: Services, at: int, expected: range
) -> None:
    item = services.inbox.thread(PHONE)[at]
    assert item.direction is (Direction.OUT if at % 4 == 3 else Direction.IN)
    around = services.inbox.thread_around(PHONE, item, 6)
    assert [each.text for each in around] == [f"texte {number}" for number in expected]
