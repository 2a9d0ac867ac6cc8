"""The driver's own time for each SMS, out and in: `python -m tests.benchmarks.driver_overhead [COUNT]`.

Another process answers at once on a pseudo-terminal; the same dialogue is spoken by a bare loop and by
ModemWorker, in turns, in one run. Nothing is stored. The ratio is what counts. Then the processor time of
an idle driver.
"""

from __future__ import annotations

import contextlib
import os
import pty
import re
import select
import signal
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
BURST = 200
STORED = b"07913306091093F0040B913336990800F100006211122283834005D330BB4E07"
IDLE_S = 20.0
TEXT = "Le cours de piano de jeudi est annulé."


def sms(part_id: int) -> Submission:
    return Submission(part_id, "+33612345678", TEXT, Encoding.GSM7, report=False)


class InstantModem:
    """Only what the dialogues need, in a process of its own; SIGUSR1 fills and announces its memory."""

    def __init__(self, master: int) -> None:
        self.master = master
        self.reference = 0
        self.slots: dict[int, bytes] = {}

    def fill(self, *_signal: object) -> None:
        self.slots = dict.fromkeys(range(1, BURST + 1), STORED)
        os.write(self.master, b"".join(b'\r\n+CMTI: "SM",%d\r\n' % slot for slot in self.slots))

    def run(self) -> None:
        signal.signal(signal.SIGUSR1, self.fill)
        buffer = b""
        with contextlib.suppress(OSError):
            while data := os.read(self.master, 4096):
                buffer += data
                while (end := re.search(rb"[\r\x1a]", buffer)) is not None:
                    line, buffer = buffer[: end.start()], buffer[end.end() :]
                    os.write(self.master, self.answer(line, end[0]))

    def answer(self, line: bytes, end: bytes) -> bytes:
        if end == b"\x1a":
            self.reference = (self.reference + 1) % 256
            return b"\r\n+CMGS: %d\r\n\r\nOK\r\n" % self.reference
        if line.startswith(b"AT+CMGS="):
            return b"\r\n> "
        if line.startswith(b"AT+CMGD="):
            del self.slots[int(line[8:])]
        elif line.startswith(b"AT+CMGL"):
            held = (b"+CMGL: %d,0,,24\r\n%s\r\n" % entry for entry in self.slots.items())
            return b"\r\n" + b"".join(held) + b"\r\nOK\r\n"
        elif line.endswith(b"CREG?"):
            return b"\r\n+CREG: 0,1\r\n\r\nOK\r\n"
        return b"\r\nOK\r\n"


@contextlib.contextmanager
def instant_modem() -> Iterator[tuple[str, int]]:
    master, slave = pty.openpty()
    tty.setraw(slave)
    child = os.fork()
    if child == 0:
        os.close(slave)
        InstantModem(master).run()
        os._exit(0)
    name = os.ttyname(slave)
    try:
        yield name, child
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


def bare_burst(name: str, child: int) -> float:
    """Seconds for each of BURST announced SMS: one listing, one deletion each."""
    fd = os.open(name, os.O_RDWR | os.O_NOCTTY)
    start = time.perf_counter()
    os.kill(child, signal.SIGUSR1)
    read_until(fd, b'"SM",%d\r\n' % BURST)
    os.write(fd, b"AT+CMGL=4\r")
    read_until(fd, b"\r\nOK\r\n")
    for slot in range(1, BURST + 1):
        os.write(fd, b"AT+CMGD=%d\r" % slot)
        read_until(fd, b"OK\r\n")
    spent = time.perf_counter() - start
    os.close(fd)
    return spent / BURST


class Chain:
    """A listener that hands over the next part as soon as one ends, on the modem's thread or another's."""

    def __init__(self, count: int, *, same_thread: bool) -> None:
        self.count = count
        self.same_thread = same_thread
        self.done = 0
        self.turn = threading.Semaphore(0)
        self.gone = 0

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

    def released(self, ids: Sequence[int]) -> None:
        self.gone += len(ids)
        if self.gone == BURST:
            self.turn.release()

    def slots_seen(self, sim: str, memory: str, slots: Sequence[int]) -> None: ...
    def pin_try(self, sim: str, pin: str, *, typed: bool = False) -> bool:
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


def driven_burst(name: str, child: int) -> float:
    """Seconds for each of BURST announced SMS through ModemWorker."""
    chain = Chain(0, same_thread=True)
    worker = ModemWorker(name)
    worker.start(chain)
    while not worker.swept:
        time.sleep(0.01)
    start = time.perf_counter()
    os.kill(child, signal.SIGUSR1)
    chain.turn.acquire()
    spent = time.perf_counter() - start
    worker.close()
    return spent / BURST


def idle(name: str) -> float:
    """Processor time of an idle driver in percent."""
    worker = ModemWorker(name)
    worker.start(Chain(0, same_thread=True))
    while not worker.swept:
        time.sleep(0.01)
    before = time.process_time()
    time.sleep(IDLE_S)
    spent = time.process_time() - before
    worker.close()
    return 100 * spent / IDLE_S


def encoding(count: int) -> float:
    start = time.perf_counter()
    for number in range(count):
        encode_submit(sms(number))
    return (time.perf_counter() - start) / count


def show(base: str, rows: dict[str, list[float]]) -> None:
    middle = statistics.median(rows[base])
    for label, values in rows.items():
        value = statistics.median(values)
        print(f"{label:24} {value * 1e6:8.0f} us an SMS   {value / middle:5.2f} times")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    out: dict[str, list[float]] = {"bare": [], "driver": [], "driver, two threads": [], "encoding alone": []}
    into: dict[str, list[float]] = {"bare, burst in": [], "driver, burst in": []}
    with instant_modem() as (name, child):
        for _ in range(ROUNDS):
            out["bare"].append(bare(name, count))
            out["driver"].append(driven(name, count, same_thread=True))
            out["driver, two threads"].append(driven(name, count, same_thread=False))
            out["encoding alone"].append(encoding(count))
            into["bare, burst in"].append(bare_burst(name, child))
            into["driver, burst in"].append(driven_burst(name, child))
        show("bare", out)
        show("bare, burst in", into)
        print(f"idle: {idle(name):.2f} % of one processor")


if __name__ == "__main__":
    main()
