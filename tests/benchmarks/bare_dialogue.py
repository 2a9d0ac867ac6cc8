"""The same dialogues as the engine's, spoken by loops that do nothing else: what the ratios are measured by."""

from __future__ import annotations

import os
import select
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from smsdesk.domain.outgoing import Encoding, Submission
from smsdesk.modem.pdu import encode_submit
from tests.benchmarks.bench_modem import BenchModem, bench_modem

AS_THE_ENGINE = (
    "CREATE TABLE raw_pdus (id INTEGER PRIMARY KEY, sim TEXT, memory TEXT, slot INTEGER, pdu TEXT, stored_at TEXT,"
    " released INTEGER DEFAULT 0, decoded INTEGER DEFAULT 0) STRICT",
    "CREATE INDEX raw_pdus_held ON raw_pdus (sim, memory, slot) WHERE released = 0",
    "CREATE INDEX raw_pdus_undecoded ON raw_pdus (id) WHERE decoded = 0",
)
KEEP = (
    "INSERT INTO raw_pdus (sim, memory, slot, pdu, stored_at)"
    " VALUES ('8933010000001234567', 'SM', ?, ?, '2026-11-21T09:00:00.000+00:00')"
)
"""The same rows in the same table, so that the commit is the same too."""


class Bare(NamedTuple):
    """An open line, and a database as durable as the engine's: WAL, synchronous=FULL, one table."""

    line: int
    connection: sqlite3.Connection


@contextmanager
def bare(port: str) -> Iterator[Bare]:
    with tempfile.TemporaryDirectory() as folder:
        connection = sqlite3.connect(f"{folder}/bare.sqlite3", isolation_level=None)
        for statement in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "CREATE TABLE kept (what)"):
            connection.execute(statement)
        line = os.open(port, os.O_RDWR | os.O_NOCTTY)
        try:
            yield Bare(line, connection)
        finally:
            os.close(line)
            connection.close()


def sending(count: int, to: str, text: str, latency: float = 0.0) -> float:
    """Seconds for `count` SMS, one row committed durably before each body."""
    pdu = encode_submit(Submission(1, to, text, Encoding.GSM7, report=True))
    command, body = b"AT+CMGS=%d\r" % pdu.tpdu_length, pdu.hex.encode() + b"\x1a"
    with bench_modem(latency) as modem, bare(modem.name) as (line, connection):
        connection.execute("INSERT INTO kept VALUES ('queued')")
        start = time.perf_counter()
        for number in range(count):
            os.write(line, command)
            read_until(line, b"> ")
            connection.execute("UPDATE kept SET what = ?", (number,))
            os.write(line, body)
            read_until(line, b"OK\r\n")
        return time.perf_counter() - start


def burst(size: int, *, longest_line: int = 0) -> tuple[float, float]:
    """Seconds from the announcement of `size` SMS to the deletion of the last: one durable commit before it.

    Of the first burst in a new database, and of one after it. The deletions share command lines of at most
    `longest_line` characters.
    """
    lines = list(_deletions(size, longest_line))
    with bench_modem(burst=size) as modem, bare(modem.name) as (line, connection):
        for statement in AS_THE_ENGINE:
            connection.execute(statement)
        return _one_burst(size, modem, line, connection, lines), _one_burst(
            size, modem, line, connection, lines
        )


def _one_burst(
    size: int, modem: BenchModem, line: int, connection: sqlite3.Connection, lines: list[bytes]
) -> float:
    modem.announce()
    read_until(line, b",%d\r\n" % size)
    os.write(line, b"AT+CMGL=4\r")
    listing = read_until(line, b"\r\nOK\r\n").split(b"\r\n")
    pdus = zip(listing[1::2], listing[2::2], strict=False)
    rows = [(int(head[7 : head.index(b",")]), pdu.decode()) for head, pdu in pdus if head]
    connection.execute("BEGIN")
    connection.executemany(KEEP, rows)
    connection.execute("COMMIT")
    assert len(rows) == size
    for command in lines:
        os.write(line, command)
        read_until(line, b"OK\r\n")
    start = modem.next_moment()
    return modem.next_moment() - start


def _deletions(size: int, longest: int) -> Iterator[bytes]:
    """Command lines that free the slots from the last to the first."""
    line = b""
    for slot in range(size, 0, -1):
        if line and len(line) + len(b";+CMGD=%d" % slot) > longest:
            yield line + b"\r"
            line = b""
        line += b";+CMGD=%d" % slot if line else b"AT+CMGD=%d" % slot
    yield line + b"\r"


def read_until(line: int, end: bytes) -> bytes:
    got = b""
    while not got.endswith(end):
        select.select([line], [], [])
        got += os.read(line, 65536)
    return got
