"""The log of a bad day, at its most talkative: ids and masked numbers, never a text, a PDU or a PIN."""

from __future__ import annotations

import logging
import re
import sys
import threading
from pathlib import Path

import pytest
from modem_stand import BRISK, PATIENCE_S

from smsdesk.domain.clock import system_clock
from smsdesk.domain.modems import ModemState
from smsdesk.domain.outgoing import Encoding, Priority, Purpose
from smsdesk.modem.pdu import decode
from smsdesk.modem.virtual import SimCard, VirtualConfig, VirtualModem, serve_pty
from smsdesk.modem.worker import ModemWorker
from smsdesk.services.engine import Engine
from smsdesk.services.events import Events
from smsdesk.storage.database import Database
from smsdesk.storage.outbox import NewBroadcast, NewMessage, insert_broadcast

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")

SECRET_OUT, SECRET_IN, PIN = "Opération mardi", "Diagnostic reservé", "7391"
PHONE, SENDER = "+33639981234", "+33639985678"
FAULTS = (
    "refuse=cms:500@1", "lose-answer@2", "unplug@4", "garbage,on=CMGL@1-3", "corrupt,on=CMGL@5-6", "chains=half",
    "refuse=cms:321,on=CMGD@4", "urc-anywhere=2",
)  # fmt: skip


def test_a_bad_day_leaves_no_secret_in_the_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    modem = VirtualModem(VirtualConfig(faults=FAULTS, seed=3, card=SimCard(pin=PIN), reports=0.02))
    modem.watch_plug(lambda plugged: None if plugged else modem.agenda.after(0.1, modem.replug))
    for number in range(8):
        modem.network.deliver(SENDER, f"{SECRET_IN} {number}")
    database = Database(tmp_path / "smsdesk.sqlite3")
    events, told = Events(), threading.Event()
    events.subscribe(lambda _: told.set())
    engine = Engine(database, decode, events)
    with serve_pty(modem, tmp_path / "modem") as port:
        engine.add_sender(ModemWorker(str(port), timings=BRISK, pin="0000"))
        engine.start()
        while engine.statuses()[0].state is not ModemState.PIN_WRONG:
            assert told.wait(PATIENCE_S)
            told.clear()
        engine.enter_pin(str(port), PIN)
        assert engine.wait_ready(PATIENCE_S)
        _queue(database)
        engine.wake()
        assert engine.wait_idle(PATIENCE_S)
        engine.stop()
    modem.close()
    said = "\n".join(record.getMessage() + str(record.exc_text or "") for record in caplog.records)
    assert [tried.right for tried in modem.ledger.pin_tries] == [False, True, True]  # it was plugged in anew
    assert len(modem.ledger.accepted) >= 5
    assert database.read().execute("SELECT count(*) FROM received").fetchone()[0] >= 8
    database.close()
    for secret in (SECRET_OUT, SECRET_IN, PIN, PHONE[1:], SENDER[1:], "0000"):
        assert secret not in said
    assert re.findall(r"[0-9A-F]{24,}", said) == []


def _queue(database: Database) -> None:
    broadcast = NewBroadcast(
        "t", SECRET_OUT, Purpose.INFORMATION, Priority.NORMAL, "broadcast", system_clock()
    )
    message = NewMessage(PHONE, SECRET_OUT, Encoding.GSM7, (SECRET_OUT,), ((None, "Anne"),))
    with database.write() as connection:
        insert_broadcast(connection, broadcast, [message] * 8, [])
