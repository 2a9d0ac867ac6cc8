"""The plan of a SIM is reached in mid-broadcast: real ports, two modems, a station that is killed; the ledger counts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from modem_stand import BRISK

from smsdesk.domain.budget import SimPlan
from smsdesk.domain.clock import system_clock
from smsdesk.domain.outgoing import Encoding, Priority, Purpose
from smsdesk.modem.pdu import decode
from smsdesk.modem.virtual import VirtualConfig, VirtualModem, serve_pty, serve_tcp
from smsdesk.modem.virtual.sim import SimCard
from smsdesk.modem.worker import ModemWorker
from smsdesk.services.budget import Budget
from smsdesk.services.engine import Engine, Timings
from smsdesk.services.events import Events
from smsdesk.storage.database import Database
from smsdesk.storage.outbox import NewBroadcast, NewMessage, insert_broadcast

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")

HERE = Path(__file__).parent
ICCIDS = ("8933010000000000017", "8933200000000000025")
PATIENCE_S = 120.0


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path / "smsdesk.sqlite3")
    yield opened
    opened.close()


def modem(stack: ExitStack, iccid: str) -> VirtualModem:
    card = SimCard(iccid=iccid)
    made = VirtualModem(VirtualConfig(reports=0.02, card=card), name=iccid[-4:])
    stack.callback(made.close)
    return made


def queue(database: Database, first: int, count: int, parts: int = 1) -> None:
    now = system_clock()
    head = NewBroadcast("Concert", "Concert", Purpose.INFORMATION, Priority.NORMAL, "broadcast", now)
    messages = [
        NewMessage(
            f"+336398{number:05}",
            "Concert",
            Encoding.GSM7,
            tuple(f"Concert {number} {seq}" for seq in range(parts)),
            ((None, "Anne"),),
        )
        for number in range(first, first + count)
    ]
    with database.write() as connection:
        insert_broadcast(connection, head, messages, [])


def plans(database: Database) -> Budget:
    return Budget(database, Events(), system_clock, lambda: None)


def test_two_modems_send_exactly_what_their_plans_hold(database: Database, tmp_path: Path) -> None:
    with ExitStack() as stack:
        modems = [modem(stack, iccid) for iccid in ICCIDS]
        pty = stack.enter_context(serve_pty(modems[0], tmp_path / "modem"))
        host, port = stack.enter_context(serve_tcp(modems[1]))
        plans(database).save(SimPlan(ICCIDS[0], monthly_sms=7, others_take=True))
        plans(database).save(SimPlan(ICCIDS[1], recipients_cap=5, others_take=True))
        queue(database, 0, 40)
        engine = Engine(database, decode, Events(), timings=Timings(poll_s=0.02, stop_s=5.0))
        for url in (str(pty), f"socket://{host}:{port}"):
            engine.add_sender(ModemWorker(url, timings=BRISK))
        engine.start()
        try:
            # Both must be there before it counts what is held.
            assert modems[1].ledger.wait_for(lambda ledger: len(ledger.accepted) >= 5, PATIENCE_S)
            assert modems[0].ledger.wait_for(lambda ledger: len(ledger.accepted) >= 7, PATIENCE_S)
            assert engine.wait_idle(PATIENCE_S, settle=1.0)
        finally:
            engine.stop()
        assert [len(each.ledger.accepted) for each in modems] == [7, 5]
        assert plans(database).usage(ICCIDS[0]).parts == 7
        assert plans(database).usage(ICCIDS[1]).people == 5


def live(database: Path, port: str, point: int = 0) -> int:
    """One life of a station, killed at its `point`th moment around a commit; its exit code."""
    station = subprocess.run(
        [sys.executable, str(HERE / "crash_station.py"), str(database), port, str(point)],
        env={**os.environ, "PYTHONPATH": str(HERE.parent)},
        check=False,
        capture_output=True,
        timeout=PATIENCE_S,
    )
    return station.returncode


def test_a_station_that_is_killed_again_and_again_sends_not_one_too_many(
    database: Database, tmp_path: Path
) -> None:
    most = 14
    with ExitStack() as stack:
        only = modem(stack, ICCIDS[0])
        port = str(stack.enter_context(serve_pty(only, tmp_path / "modem")))
        plans(database).save(SimPlan(ICCIDS[0], monthly_sms=most))
        queue(database, 0, 30, parts=2)
        for point in (3, 6, 9, 12, 15):
            assert live(database.path, port, point) == -signal.SIGKILL
            queue(database, 100 * point, 2)
            assert len(only.ledger.accepted) <= most
        assert live(database.path, port) == 0, "what a limit holds is not waited for"
        texts = [each.text for each in only.ledger.accepted]
        unknown = database.read().execute("SELECT text FROM parts WHERE state = 'unknown'").fetchall()
        never_arrived = {row["text"] for row in unknown} - set(texts)
        assert len(texts) == len(set(texts))
        assert len(texts) + len(never_arrived) == plans(database).usage(ICCIDS[0]).parts <= most
        assert plans(database).usage(ICCIDS[0]).parts >= most - 1, (
            "no message of two parts begins for the last"
        )
