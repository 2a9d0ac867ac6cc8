"""A bad line between driver and modem: it loses nothing, and changes all that a modem's manner may change."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import struct
import termios
import threading
import tty
from collections.abc import Iterator
from pathlib import Path
from random import Random

PIECE = re.compile(rb"[^\n>]*(?:\n|> ?)")
"""What a modem writes at once: a line with its end, or the prompt."""
PROMPTS = (b"\r\n> ", b">", b"\r\n>", b"\r\n\r\n> ", b"\r\n>\r\n", b"> \r\n", b"\r\n^RSSI: 9\r\n> ")
CHATTER = (
    b"\r\n^RSSI: 17\r\n", b"\r\nRING\r\n\r\nNO CARRIER\r\n", b"\r\n+CREG: 1\r\n", b"\r\n\r\n", b"\r\n^BOOT:20952548,0,0,0,75\r\n",
    b'\r\n+CMTI: "SM",29\r\n', b'\r\n+CUSD: 0,"Solde : 3 EUR, OK ?",15\r\n', b"\r\n+ZDONR: \"F\",208,1\r\n",
)  # fmt: skip
"""What modems say unasked, between any two lines."""
REPORT = "07913386094000F006{ref:02X}0B913336990800F{digit}6211322100000062113221050000{status:02X}"
CHATTERS = 0.3
ECHOES_AGAIN = 0.08
DRAINED_EVERY_S = 0.0005


class RoughLine:
    """Carries bytes both ways on a thread; `reports` are the PDUs of the +CDS that it made up."""

    def __init__(self, far: int, near: int, slave: int, chance: Random) -> None:
        self._far, self._near, self._slave = far, near, slave
        self._chance = chance
        self._echo = False
        self._held = b""
        self._stopping, self.stop_end = os.pipe()
        self.reports: list[str] = []
        self.chatters = True
        self.thread = threading.Thread(target=self._carry, name="rough line")
        self.thread.start()

    def _carry(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                ready, _, _ = select.select([self._far, self._near, self._stopping], [], [])
                if self._stopping in ready:
                    return
                if self._near in ready:
                    self._from_driver(os.read(self._near, 4096))
                if self._far in ready:
                    self._from_modem(os.read(self._far, 4096))

    def _from_driver(self, data: bytes) -> None:
        if self._echo:
            self._write(data)
        if b"ATE0" in data:
            self._echo = False
        elif data.startswith(b"AT+") and self._chance.random() < ECHOES_AGAIN:
            self._echo = True
        os.write(self._far, data)

    def _from_modem(self, data: bytes) -> None:
        self._held += data
        while (piece := PIECE.match(self._held)) is not None:
            self._held = self._held[piece.end() :]
            if self.chatters and self._chance.random() < CHATTERS:
                self._write(self._chatter())
            is_prompt = piece[0].rstrip(b" ").endswith(b">")
            self._write(self._chance.choice(PROMPTS) if is_prompt else piece[0])

    def _chatter(self) -> bytes:
        if self._chance.random() < 0.8:
            return self._chance.choice(CHATTER)
        values = {"ref": self._chance.randrange(256), "digit": self._chance.randrange(10), "status": 0}
        pdu = REPORT.format(**values)
        self.reports.append(pdu)
        return b"\r\n+CDS: %d\r\n%b\r\n" % (len(pdu) // 2 - 8, pdu.encode())

    def _write(self, data: bytes) -> None:
        """In pieces, each one read before the next one comes."""
        while data:
            size = self._chance.choice((1, 2, 3, 5, 8, 64, 4096))
            os.write(self._near, data[:size])
            data = data[size:]
            while data and self._unread():
                if select.select([self._stopping], [], [], DRAINED_EVERY_S)[0]:
                    return

    def _unread(self) -> int:
        return int(struct.unpack("i", fcntl.ioctl(self._slave, termios.FIONREAD, b"\0" * 4))[0])


@contextlib.contextmanager
def rough_line(modem: Path, seed: int) -> Iterator[tuple[str, RoughLine]]:
    """Between the modem's terminal and the one whose name it gives."""
    far = os.open(modem, os.O_RDWR | os.O_NOCTTY)
    near, slave = pty.openpty()
    tty.setraw(slave)
    line = RoughLine(far, near, slave, Random(seed))
    try:
        yield os.ttyname(slave), line
    finally:
        os.write(line.stop_end, b"x")
        line.thread.join()
        for end in (far, near, slave, line.stop_end):
            os.close(end)
