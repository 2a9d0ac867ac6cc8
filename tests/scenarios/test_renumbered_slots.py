"""A modem gives its messages new slots while they wait to be deleted: each is kept once, and none is lost."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from modem_stand import BRISK, PATIENCE_S

from smsdesk.modem.pdu import decode
from smsdesk.modem.virtual import VirtualConfig, VirtualModem, serve_pty
from smsdesk.modem.worker import ModemWorker
from smsdesk.services.engine import Engine, Timings
from smsdesk.services.events import Events
from smsdesk.storage.database import Database

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")

NOTHING_IS_DELETED = "refuse=cms:500,on=CMGD"
SAME_SECOND = datetime(2026, 11, 23, 12, 0, 0, tzinfo=UTC)
TEXTS = ("Oui", "Oui", "Non", "Merci")


@contextmanager
def station(database: Database, port: str) -> Iterator[Engine]:
    engine = Engine(database, decode, Events(), timings=Timings(poll_s=0.02))
    engine.add_sender(ModemWorker(port, timings=BRISK))
    engine.start()
    try:
        assert engine.wait_ready(PATIENCE_S)
        yield engine
    finally:
        engine.stop()


def give_new_slots(modem: VirtualModem) -> None:
    """The last message gets the first slot, and so on; what it is, and that it was listed, stays."""
    memory = modem.sim.memory
    slots = [memory.take(number) for number, _ in memory.listing()]
    for slot in reversed(slots):
        assert slot is not None
        memory.put(slot)


def kept(database: Database) -> Counter[str]:
    return Counter(row["pdu"] for row in database.read().execute("SELECT pdu FROM raw_pdus"))


def came(modem: VirtualModem) -> Counter[str]:
    return Counter(entry.pdu for entry in modem.ledger.stored)


def start_anew(modem: VirtualModem) -> None:
    """Other slots, one more message that is the same to the last digit, and deletions that are done."""
    give_new_slots(modem)
    modem.network.deliver("+33639980001", TEXTS[0], at=SAME_SECOND)
    modem.faults.clear()


@pytest.mark.parametrize("restarts", ["the program", "the modem"])
def test_each_message_is_kept_once_whatever_its_number(restarts: str, tmp_path: Path) -> None:
    modem = VirtualModem(VirtualConfig())
    database = Database(tmp_path / "smsdesk.sqlite3")
    modem.faults.load([NOTHING_IS_DELETED])
    for text in TEXTS:
        modem.network.deliver("+33639980001", text, at=SAME_SECOND)
    with serve_pty(modem, tmp_path / "modem") as port:
        with station(database, str(port)):
            # Nothing is asked to be deleted before it is stored.
            assert modem.ledger.wait_for(
                lambda ledger: any("+CMGD=" in line for line in ledger.lines), PATIENCE_S
            )
            modem.unplug()
            if restarts == "the modem":
                start_anew(modem)
                modem.replug()
                wait_for_deletions(modem)
        if restarts == "the program":
            start_anew(modem)
            modem.replug()
            with station(database, str(port)):
                wait_for_deletions(modem)
    assert kept(database) == came(modem) == Counter(entry.pdu for entry in modem.ledger.deleted)
    database.close()
    modem.close()


def wait_for_deletions(modem: VirtualModem) -> None:
    assert modem.ledger.wait_for(lambda ledger: len(ledger.deleted) == len(TEXTS) + 1, PATIENCE_S)
