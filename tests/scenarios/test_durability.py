"""What the system saw: the disk was told to keep it before the network or the SIM could act on it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from smsdesk.domain.clock import system_clock
from smsdesk.domain.outgoing import Encoding, Priority, Purpose
from smsdesk.modem.virtual import VirtualConfig, VirtualModem, serve_pty
from smsdesk.storage.database import Database
from smsdesk.storage.outbox import NewBroadcast, NewMessage, insert_broadcast

HERE = Path(__file__).parent
MESSAGES = 5
LETTERS = 20
"""More than one line of chained deletions frees."""

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")

_CALL = re.compile(r'(?P<name>fsync|fdatasync|write)\(\d+<(?P<file>[^>]*)>(?:, "(?P<data>.*?)")?')


@pytest.fixture
def letters() -> int:
    """How many messages come in meanwhile."""
    return LETTERS


@pytest.fixture
def calls(tmp_path: Path, letters: int) -> list[str]:
    """Whatever mattered, in order: "sync", "CMGS", "body" (with its Ctrl-Z), "CMGL", "CMGD"."""
    modem = VirtualModem(VirtualConfig(reports=None))
    path = tmp_path / "smsdesk.sqlite3"
    _queue(path)
    for number in range(letters):
        modem.network.deliver("+33639980001", f"Oui {number}")
    trace = tmp_path / "trace"
    with serve_pty(modem, tmp_path / "modem") as port:
        done = subprocess.run(
            ["strace", "-f", "-y", "-s", "600", "-e", "trace=fsync,fdatasync,write", "-o", str(trace),
             sys.executable, str(HERE / "crash_station.py"), str(path), str(port)],
            env={**os.environ, "PYTHONPATH": str(HERE.parent)}, check=False, capture_output=True, timeout=120,
        )  # fmt: skip
    modem.close()
    if done.returncode and b"ptrace" in done.stderr:
        pytest.skip("the system lets nobody trace")
    assert done.returncode == 0, done.stderr.decode()
    return [event for line in trace.read_text().splitlines() if (event := _event(line))]


def _queue(path: Path) -> None:
    database = Database(path)
    broadcast = NewBroadcast("t", "b", Purpose.INFORMATION, Priority.NORMAL, "broadcast", system_clock())
    messages = [
        NewMessage(f"+336398{number:05}", "Bonjour", Encoding.GSM7, ("Bonjour",), ((None, "Anne"),))
        for number in range(MESSAGES)
    ]
    with database.write() as connection:
        insert_broadcast(connection, broadcast, messages, [])
    database.close()


def _event(line: str) -> str:
    call = _CALL.search(line)
    if call is None:
        return ""
    if call["name"] != "write":
        return "sync" if call["file"].endswith("-wal") else ""
    data = call["data"] or ""
    if data.endswith("\\32"):
        return "body"
    asked = re.search(r"AT\+(CMGS|CMGL|CMGD)=\d", data)
    return asked[1] if asked else ""


def test_submitting_is_on_the_disk_before_ctrl_z_and_pdus_before_their_slots_are_freed(
    calls: list[str],
) -> None:
    bodies = [number for number, event in enumerate(calls) if event == "body"]
    assert len(bodies) == MESSAGES
    for body in bodies:
        asked = max(number for number, event in enumerate(calls[:body]) if event == "CMGS")
        assert "sync" in calls[asked:body]
    assert calls.count("CMGD") > 1
    freed = calls.index("CMGD")
    listed = max(number for number, event in enumerate(calls[:freed]) if event == "CMGL")
    assert "sync" in calls[listed:freed]


@pytest.mark.parametrize("letters", [0])
def test_one_commit_carries_one_sms(calls: list[str]) -> None:
    first, last = calls.index("body"), len(calls) - 1 - calls[::-1].index("body")
    # Between the first and the last PDU: one commit for each. On a machine with other work the next one is not
    # always chosen in time, and has one of its own; three for each would be the plain way.
    assert MESSAGES - 1 <= calls[first:last].count("sync") <= 2 * MESSAGES
