"""The driver's own time for each SMS: `python -m tests.benchmarks.driver_overhead [COUNT]`.

Another process answers at once on a pseudo-terminal; the same dialogue is spoken by a bare loop and by
ModemWorker, in turns, in one run. Nothing is stored. The ratio is what counts.
"""

from __future__ import annotations

import contextlib
import os
import pty
import re
import select
import statistics
import sys
import threading
import time
import tty
from collections.abc import Iterator, Sequence

from smsdesk.domain.incoming import RawPdu
from smsdesk.domain.modems import ModemStatus
from smsdesk.domain.outgoing import Encoding, Submission, SubmitOutcome
from smsdesk.modem.pdu import encode_submit
from smsdesk.modem.worker import ModemWorker

ROUNDS = 5
TEXT = "Le cours de piano de jeudi est annulé."


def sms(part_id: int) -> Submission:
    return Submission(part_id, "+33612345678", TEXT, Encoding.GSM7, report=False)


def answer_at_once(master: int) -> None:
    """The modem: only what the dialogue needs, in a process of its own."""
    buffer, reference, listing = b"", 0, b""
    with contextlib.suppress(OSError):
        while data := os.read(master, 4096):
            buffer += data
            while (end := re.search(rb"[\r\x1a]", buffer)) is not None:
                line, buffer = buffer[: end.start()], buffer[end.end() :]
                if end[0] == b"\x1a":
                    reference = (reference + 1) % 256
                    os.write(master, b"\r\n+CMGS: %d\r\n\r\nOK\r\n" % reference)
                elif b"AT+CMGS=" in line:
                    os.write(master, b"\r\n> ")
                elif b"CREG?" in line:
                    os.write(master, b"\r\n+CREG: 0,1\r\n\r\nOK\r\n")
                else:
                    os.write(master, listing + b"\r\nOK\r\n")


@contextlib.contextmanager
def instant_modem() -> Iterator[str]:
    master, slave = pty.openpty()
    tty.setraw(slave)
    child = os.fork()
    if child == 0:
        os.close(slave)
        answer_at_once(master)
        os._exit(0)
    name = os.ttyname(slave)
    try:
        yield name
    finally:
        os.close(master)
        os.close(slave)
        os.waitpid(child, 0)


def read_until(fd: int, end: bytes) -> None:
    got = b""
    while not got.endswith(end):
        select.select([fd], [], [])
        got += os.read(fd, 4096)


def bare(name: str, count: int) -> float:
    """Seconds for each SMS of a loop that does nothing but the dialogue."""
    pdu = encode_submit(sms(0))
    command, body = b"AT+CMGS=%d\r" % pdu.tpdu_length, pdu.hex.encode() + b"\x1a"
    fd = os.open(name, os.O_RDWR | os.O_NOCTTY)
    start = time.perf_counter()
    for _ in range(count):
        os.write(fd, command)
        read_until(fd, b"> ")
        os.write(fd, body)
        read_until(fd, b"OK\r\n")
    spent = time.perf_counter() - start
    os.close(fd)
    return spent / count


class Chain:
    """A listener that hands over the next part as soon as one ends, on the modem's thread or another's."""

    def __init__(self, count: int, *, same_thread: bool) -> None:
        self.count = count
        self.same_thread = same_thread
        self.done = 0
        self.turn = threading.Semaphore(0)

    def outcome(self, sender: ModemWorker, outcome: SubmitOutcome) -> None:
        assert outcome.ref is not None, outcome
        self.done += 1
        if self.same_thread and self.done < self.count:
            sender.submit(sms(self.done))
        else:
            self.turn.release()

    def begin(self, sender: ModemWorker, part_id: int) -> bool:
        return True

    def status_changed(self, sender: ModemWorker, status: ModemStatus) -> None: ...
    def store(self, batch: Sequence[RawPdu]) -> Sequence[int]:
        return range(len(batch))

    def released(self, ids: Sequence[int]) -> None: ...
    def slots_seen(self, sim: str, memory: str, slots: Sequence[int]) -> None: ...
    def pin_try(self, sim: str, pin: str) -> bool:
        return False

    def pin_result(self, sim: str, pin: str, right: bool) -> None: ...


def driven(name: str, count: int, *, same_thread: bool) -> float:
    """Seconds for each SMS through ModemWorker."""
    chain = Chain(count, same_thread=same_thread)
    worker = ModemWorker(name)
    worker.start(chain)
    while not worker.swept:
        time.sleep(0.01)
    start = time.perf_counter()
    if same_thread:
        worker.submit(sms(0))
        chain.turn.acquire()
    else:
        for number in range(count):
            worker.submit(sms(number))
            chain.turn.acquire()
    spent = time.perf_counter() - start
    worker.close()
    return spent / count


def encoding(count: int) -> float:
    start = time.perf_counter()
    for number in range(count):
        encode_submit(sms(number))
    return (time.perf_counter() - start) / count


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    rows: dict[str, list[float]] = {"bare": [], "driver": [], "driver, two threads": [], "encoding": []}
    with instant_modem() as name:
        for _ in range(ROUNDS):
            rows["bare"].append(bare(name, count))
            rows["driver"].append(driven(name, count, same_thread=True))
            rows["driver, two threads"].append(driven(name, count, same_thread=False))
            rows["encoding"].append(encoding(count))
    base = statistics.median(rows["bare"])
    for label, values in rows.items():
        middle = statistics.median(values)
        print(f"{label:22} {middle * 1e6:8.0f} us an SMS   {middle / base:5.2f} times the bare dialogue")


if __name__ == "__main__":
    main()
