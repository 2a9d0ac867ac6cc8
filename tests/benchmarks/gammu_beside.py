"""SMS desk and gammu-smsd on the same virtual modem: `python -m tests.benchmarks.gammu_beside [COUNT]`.

Both send the same texts through a virtual modem on a pseudo-terminal, which runs in this process and whose
ledger tells the moments. Measured for each program, in turns: the seconds from queueing COUNT messages to
the last acceptance, and, once it is idle, from queueing one more to its acceptance. Neither start is counted.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from smsdesk.domain.clock import system_clock
from smsdesk.domain.outgoing import Encoding, Priority, Purpose
from smsdesk.modem.pdu import decode
from smsdesk.modem.virtual import VirtualConfig, VirtualModem, serve_pty
from smsdesk.modem.worker import ModemWorker
from smsdesk.services.engine import Engine
from smsdesk.services.events import Events
from smsdesk.storage.database import Database
from smsdesk.storage.outbox import NewBroadcast, NewMessage, insert_broadcast

ROUNDS = 2
PATIENCE_S = 180.0
TEXT = "Le cours de piano de jeudi est annulé."

SMSD = """
[gammu]
device={port}
connection=at115200
model=at
[smsd]
service=files
inboxpath={spool}/inbox/
outboxpath={spool}/outbox/
sentsmspath={spool}/sent/
errorsmspath={spool}/error/
logfile={spool}/log
{tuning}
"""

TUNED = """loopsleep=0
commtimeout=1
receivefrequency=0
statusfrequency=0
resetfrequency=0
checksecurity=0
checkbattery=0
checksignal=0
checknetwork=0
"""
"""gammu-smsd at its quickest; without these lines it is as it is installed."""

Queue = Callable[[int], None]


@contextmanager
def smsdesk(port: Path, folder: Path) -> Iterator[Queue]:
    """Our engine; gives what queues so many messages."""
    database = Database(folder / "bench.sqlite3")
    engine = Engine(database, decode, Events())
    engine.add_sender(ModemWorker(str(port)))
    engine.start()

    def queue(count: int) -> None:
        now = system_clock()
        broadcast = NewBroadcast("bench", TEXT, Purpose.INFORMATION, Priority.NORMAL, "broadcast", now)
        messages = [NewMessage(to(n), TEXT, Encoding.GSM7, (TEXT,), ((None, "Anne"),)) for n in range(count)]
        with database.write() as connection:
            insert_broadcast(connection, broadcast, messages, [])
        engine.wake()

    try:
        assert engine.wait_ready(PATIENCE_S)
        yield queue
    finally:
        engine.stop()
        database.close()


@contextmanager
def gammu(port: Path, folder: Path, tuning: str) -> Iterator[Queue]:
    """gammu-smsd over its folders; gives what puts so many files into the outbox."""
    for name in ("inbox", "outbox", "sent", "error"):
        (folder / name).mkdir()
    settings = folder / "smsdrc"
    settings.write_text(SMSD.format(port=port, spool=folder, tuning=tuning))
    daemon = subprocess.Popen(["gammu-smsd", "-c", str(settings)], stdout=subprocess.DEVNULL)
    queued = 0

    def queue(count: int) -> None:
        nonlocal queued
        for n in range(count):
            queued += 1
            name = f"OUTC20260101_120000_{queued:02d}_{to(n)}_x.txt"
            coming = folder / name
            coming.write_text(TEXT, encoding="utf-8")
            coming.rename(folder / "outbox" / name)

    try:
        yield queue
    finally:
        daemon.terminate()
        daemon.wait(PATIENCE_S)


def to(number: int) -> str:
    return f"+336399800{number:02d}"


def measure(program: Callable[[Path, Path], object], count: int) -> tuple[float, float]:
    """Seconds for `count` messages, and from queueing one to its acceptance when idle."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        modem = VirtualModem(VirtualConfig(reports=None))
        with serve_pty(modem, folder / "modem") as port, program(port, folder) as queue:  # type: ignore[attr-defined]
            # The first one shows that the program has found the modem.
            timed(modem, queue, 1)
            return timed(modem, queue, count), timed(modem, queue, 1)


def timed(modem: VirtualModem, queue: Queue, count: int) -> float:
    goal = len(modem.ledger.accepted) + count
    start = time.monotonic()
    queue(count)
    assert modem.ledger.wait_for(lambda ledger: len(ledger.accepted) >= goal, PATIENCE_S)
    return time.monotonic() - start


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    if not shutil.which("gammu-smsd"):
        print("skipped: gammu-smsd is not installed (Debian: apt install gammu-smsd)")
        return
    programs = {
        "SMS desk": smsdesk,
        "gammu-smsd, tuned": lambda port, folder: gammu(port, folder, TUNED),
        "gammu-smsd, as installed": lambda port, folder: gammu(port, folder, ""),
    }
    rounds = [{name: measure(program, count) for name, program in programs.items()} for _ in range(ROUNDS)]
    for name in programs:
        all_of_it, alone = (
            statistics.median(each[name][place] / (count, 1)[place] for each in rounds) for place in (0, 1)
        )
        times = [
            statistics.median(each[name][place] / each["SMS desk"][place] for each in rounds)
            for place in (0, 1)
        ]
        print(
            f"{name:26} {all_of_it * 1e3:9.1f} ms an SMS ({times[0]:7.0f} times)"
            f"   queued -> accepted when idle {alone * 1e3:9.1f} ms ({times[1]:7.0f} times)"
        )


if __name__ == "__main__":
    main()
