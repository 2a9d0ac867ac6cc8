"""A modem for the benchmarks, in a process of its own on a pseudo-terminal: quick, and nothing but the dialogue."""

from __future__ import annotations

import contextlib
import gc
import os
import pty
import re
import signal
import struct
import time
import tty
from collections.abc import Iterator
from dataclasses import dataclass

DELIVER = "07913386094000F0040B913336399800F1000062301180000004{length}{text}"
"""An SMS-DELIVER of a fixed moment; the text is packed GSM-7."""


@dataclass(frozen=True)
class BenchModem:
    """Where it listens, and where it tells moments, each as the 8 bytes of a double on the monotonic clock.

    Told are each AT+CMGS, and, both at the end so that nobody is woken meanwhile, the announcement of a burst
    and the deletion of its last SMS.
    """

    name: str
    moments: int
    process: int

    def announce(self) -> None:
        """Put the burst on the SIM and announce each SMS by a +CMTI, all at once.

        Whoever is measured begins alike: with nothing left for the collector of cycles.
        """
        gc.collect()
        os.kill(self.process, signal.SIGUSR1)

    def next_moment(self) -> float:
        return float(struct.unpack("d", os.read(self.moments, 8))[0])


@contextlib.contextmanager
def bench_modem(latency: float = 0.0, burst: int = 0, *, marks: bool = True) -> Iterator[BenchModem]:
    """`latency` seconds pass before each acceptance; `burst` SMS come whenever they are announced.

    `marks`: what was listed is "read" from then on, as on most modems.
    """
    master, slave = pty.openpty()
    tty.setraw(slave)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(slave)
        _serve(master, writing, latency, burst, marks=marks)
        os._exit(0)
    try:
        modem = BenchModem(os.ttyname(slave), reading, child)
        modem.next_moment()  # it listens: an announcement before that would end it
        yield modem
    finally:
        for each in (master, slave, reading, writing):
            os.close(each)
        os.waitpid(child, 0)


def _serve(master: int, moments: int, latency: float, burst: int, *, marks: bool) -> None:
    slots: dict[int, tuple[int, str]] = {}
    coming = {number: (0, _deliver(number)) for number in range(1, burst + 1)}
    announcements = b"".join(b'\r\n+CMTI: "SM",%d\r\n' % number for number in coming)

    announced: list[float] = []

    def announce(*_signal: object) -> None:
        slots.update(coming)
        announced.append(time.monotonic())
        os.write(master, announcements)

    signal.signal(signal.SIGUSR1, announce)
    _tell(moments)
    buffer, reference = b"", 0
    with contextlib.suppress(OSError):
        while data := os.read(master, 4096):
            buffer += data
            while (end := re.search(rb"[\r\x1a]", buffer)) is not None:
                line, buffer = buffer[: end.start()], buffer[end.end() :]
                if end[0] == b"\x1a":
                    time.sleep(latency)
                    reference = (reference + 1) % 256
                    os.write(master, b"\r\n+CMGS: %d\r\n\r\nOK\r\n" % reference)
                elif b"AT+CMGS=" in line:
                    _tell(moments)
                    os.write(master, b"\r\n> ")
                else:
                    held = bool(slots)
                    os.write(master, _answer(line, slots))
                    if marks and b"+CMGL=" in line:
                        slots.update((slot, (1, pdu)) for slot, (_, pdu) in slots.items())
                    if held and not slots:
                        began = announced.pop()
                        _tell(moments, began)


def _tell(moments: int, *before: float) -> None:
    for moment in (*before, time.monotonic()):
        os.write(moments, struct.pack("d", moment))


def _answer(line: bytes, slots: dict[int, tuple[int, str]]) -> bytes:
    if b"+CREG?" in line:
        return b"\r\n+CREG: 0,1\r\n\r\nOK\r\n"
    if b"+CMEE?" in line:
        return b"\r\n+CMEE: 1\r\n\r\nOK\r\n"
    if b"+CPMS" in line:
        return b"\r\n+CPMS: %d,255,%d,255,%d,255\r\n\r\nOK\r\n" % ((len(slots),) * 3)
    for deleted in re.findall(rb"\+CMGD=(\d+)", line):
        slots.pop(int(deleted), None)
    if b"+CMGL=" in line:
        rows = (
            f"+CMGL: {slot},{status},,{len(pdu) // 2 - 8}\r\n{pdu}\r\n"
            for slot, (status, pdu) in sorted(slots.items())
        )
        return b"\r\n" + "".join(rows).encode() + b"\r\nOK\r\n"
    read = re.search(rb"\+CMGR=(\d+)", line)
    if read is not None and int(read[1]) in slots:
        status, pdu = slots[int(read[1])]
        return f"\r\n+CMGR: {status},,{len(pdu) // 2 - 8}\r\n{pdu}\r\n\r\nOK\r\n".encode()
    return b"\r\nOK\r\n"


def _deliver(number: int) -> str:
    text = f"Oui, merci {number:05}"
    bits = sum(ord(sign) << 7 * place for place, sign in enumerate(text))
    packed = bits.to_bytes((7 * len(text) + 7) // 8, "little").hex().upper()
    return DELIVER.format(length=f"{len(text):02X}", text=packed)
