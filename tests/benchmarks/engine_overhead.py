"""What the engine adds to the modem's own time: `python -m tests.benchmarks.engine_overhead [COUNT]`.

The modem is another process on a pseudo-terminal. Every figure is the median of several rounds, taken in
turns with its bare counterpart in one run; the ratios are what counts.
"""

from __future__ import annotations

import os
import resource
import select
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from smsdesk.domain.clock import system_clock, unstamp
from smsdesk.domain.outgoing import Encoding, Priority, Purpose, Submission
from smsdesk.modem.pdu import decode, encode_submit
from smsdesk.modem.worker import ModemWorker
from smsdesk.services.engine import Engine
from smsdesk.services.events import Events
from smsdesk.storage.database import Database
from smsdesk.storage.outbox import NewBroadcast, NewMessage, insert_broadcast
from tests.benchmarks.bench_modem import BenchModem, bench_modem

ROUNDS = 5
TEXT = "Le cours de piano de jeudi est annulé."
PHONE = "+33612345678"
SLOW_S = 0.1
SLOW_COUNT = 200
BURST = 200
IDLE_S = 10.0


@contextmanager
def running(modem: BenchModem) -> Iterator[tuple[Engine, Database]]:
    """An engine whose modem is ready."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "bench.sqlite3")
        engine = Engine(database, decode, Events())
        engine.add_sender(ModemWorker(modem.name))
        engine.start()
        try:
            assert engine.wait_ready(30), engine.statuses()
            yield engine, database
        finally:
            engine.stop()
            database.close()


def queue(database: Database, count: int, parts: int = 1) -> None:
    now = system_clock()
    broadcast = NewBroadcast("bench", TEXT, Purpose.INFORMATION, Priority.NORMAL, "broadcast", now)
    messages = [
        NewMessage(PHONE, TEXT, Encoding.GSM7, (TEXT,) * parts, ((None, "Anne"),)) for _ in range(count)
    ]
    with database.write() as connection:
        insert_broadcast(connection, broadcast, messages, [])


def spent(database: Database) -> float:
    """Seconds from the first submission to the last acceptance."""
    first, last, open_ = (
        database.read()
        .execute("SELECT min(submitted_at), max(accepted_at), sum(accepted_at IS NULL) FROM parts")
        .fetchone()
    )
    assert not open_
    return (unstamp(last) - unstamp(first)).total_seconds()


def engine_run(count: int, latency: float, parts: int = 1) -> float:
    """Seconds for all parts of `count` messages through the engine."""
    with bench_modem(latency) as modem, running(modem) as (engine, database):
        assert engine.wait_idle(30)
        queue(database, count, parts)
        engine.wake()
        assert engine.wait_idle(120)
        return spent(database)


def bare_run(count: int, latency: float = 0.0) -> float:
    """Seconds for a loop that speaks the same dialogue and commits one row durably before each body."""
    pdu = encode_submit(Submission(1, PHONE, TEXT, Encoding.GSM7, report=True))
    command, body = b"AT+CMGS=%d\r" % pdu.tpdu_length, pdu.hex.encode() + b"\x1a"
    with tempfile.TemporaryDirectory() as folder, bench_modem(latency) as modem:
        connection = sqlite3.connect(f"{folder}/bare.sqlite3", isolation_level=None)
        for statement in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "CREATE TABLE parts (state)"):
            connection.execute(statement)
        connection.execute("INSERT INTO parts VALUES ('queued')")
        line = os.open(modem.name, os.O_RDWR | os.O_NOCTTY)
        start = time.perf_counter()
        for number in range(count):
            os.write(line, command)
            read_until(line, b"> ")
            connection.execute("UPDATE parts SET state = ?", (number,))
            os.write(line, body)
            read_until(line, b"OK\r\n")
        seconds = time.perf_counter() - start
        os.close(line)
        connection.close()
    return seconds


def read_until(line: int, end: bytes) -> None:
    got = b""
    while not got.endswith(end):
        select.select([line], [], [])
        got += os.read(line, 65536)


def reaction() -> float:
    """Seconds from the commit of a new message to its AT+CMGS on an idle engine."""
    with bench_modem() as modem, running(modem) as (engine, database):
        assert engine.wait_idle(30)
        queue(database, 1)
        start = time.monotonic()
        engine.wake()
        return modem.next_moment() - start


def burst() -> float:
    """Seconds from the listing of a burst until all of it is stored durably and off the SIM."""
    with bench_modem(stored=BURST) as modem, running(modem) as (engine, database):
        start = modem.next_moment()
        seconds = modem.next_moment() - start
        assert engine.wait_idle(30)
        assert database.read().execute("SELECT count(*) FROM received").fetchone()[0] == BURST
    return seconds


def bare_burst() -> float:
    """Seconds for listing and deleting the same burst, with one durable commit."""
    with tempfile.TemporaryDirectory() as folder, bench_modem(stored=BURST) as modem:
        connection = sqlite3.connect(f"{folder}/bare.sqlite3", isolation_level=None)
        for statement in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "CREATE TABLE pdus (pdu)"):
            connection.execute(statement)
        line = os.open(modem.name, os.O_RDWR | os.O_NOCTTY)
        start = time.perf_counter()
        os.write(line, b"AT+CMGL=4\r")
        got = b""
        while not got.endswith(b"\r\nOK\r\n"):
            select.select([line], [], [])
            got += os.read(line, 65536)
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO pdus VALUES (?)", [(row,) for row in got.split(b"\r\n")])
        connection.execute("COMMIT")
        for slot in range(1, BURST + 1):
            os.write(line, b"AT+CMGD=%d\r" % slot)
            read_until(line, b"OK\r\n")
        seconds = time.perf_counter() - start
        os.close(line)
        connection.close()
    return seconds


def idle_share() -> float:
    """Processor time of an idle engine with its modem, as a share of the time that passed."""
    with bench_modem() as modem, running(modem) as (engine, _):
        assert engine.wait_idle(30)
        before = resource.getrusage(resource.RUSAGE_SELF)
        time.sleep(IDLE_S)
        after = resource.getrusage(resource.RUSAGE_SELF)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / IDLE_S


def in_turns(*measures: Callable[[], float]) -> list[float]:
    """The median of each, the rounds interleaved."""
    rounds = [[measure() for measure in measures] for _ in range(ROUNDS)]
    return [statistics.median(column) for column in zip(*rounds, strict=True)]


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    bare, single, triple = in_turns(
        lambda: bare_run(count), lambda: engine_run(count, 0.0), lambda: engine_run(count // 3, 0.0, parts=3)
    )
    print(f"bare dialogue and commit  {bare / count * 1e3:7.3f} ms an SMS")
    print(f"engine                    {single / count * 1e3:7.3f} ms an SMS  {single / bare:5.2f} times bare")
    per_part = triple / (count // 3 * 3)
    print(
        f"engine, three parts each  {per_part * 1e3:7.3f} ms a part   {per_part * count / bare:5.2f} times bare"
    )
    (noticed,) = in_turns(reaction)
    print(f"queued -> AT+CMGS, idle   {noticed * 1e3:7.3f} ms")
    bare_in, engine_in = in_turns(bare_burst, burst)
    print(f"{BURST} received, bare        {bare_in * 1e3:7.1f} ms")
    print(
        f"{BURST} received, engine      {engine_in * 1e3:7.1f} ms           {engine_in / bare_in:5.2f} times bare"
    )
    bare_slow, slow = bare_run(SLOW_COUNT, SLOW_S), engine_run(SLOW_COUNT, SLOW_S)
    print(
        f"{SLOW_COUNT} SMS at {SLOW_S * 1e3:.0f} ms, bare   {bare_slow:7.2f} s            {bare_slow / SLOW_COUNT / SLOW_S:5.3f} times the modem's own time"
    )
    print(
        f"{SLOW_COUNT} SMS at {SLOW_S * 1e3:.0f} ms         {slow:7.2f} s            {slow / SLOW_COUNT / SLOW_S:5.3f} times the modem's own time"
    )
    print(f"idle processor share      {idle_share() * 100:7.2f} %")


if __name__ == "__main__":
    main()
