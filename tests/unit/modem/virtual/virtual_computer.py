"""A computer at the other end of a virtual modem, and a clock that is moved by hand."""

from __future__ import annotations

import re
from collections.abc import Callable

from smsdesk.modem.virtual import VirtualModem
from smsdesk.modem.virtual.modem import Plug

HELLO = "0011000B913336990800F10000FF0DC2B75BFDAECB41E330C81E06"
"""An SMS-SUBMIT to +33639980001, "Bonjour ca va", no report asked for, service centre of the SIM."""
HELLO_REPORT = HELLO.replace("0011", "0031", 1)
"""The same with a delivery report asked for."""


class ByHand:
    """Monotonic time that stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Computer:
    """A program that speaks to the modem and remembers what it heard."""

    def __init__(self, modem: VirtualModem, time: ByHand) -> None:
        self.modem = modem
        self.time = time
        self.pieces: list[bytes] = []
        self.gone = False
        self.connect()

    def connect(self) -> None:
        self.plug = Plug(self.pieces.append, self._hung_up)
        assert self.modem.attach(self.plug)

    def _hung_up(self) -> None:
        self.gone = True

    def heard(self) -> bytes:
        """What came since the last look."""
        data = b"".join(self.pieces)
        self.pieces.clear()
        return data

    def send(self, data: bytes | str) -> bytes:
        """Bytes as they are; what came back at once."""
        self.modem.receive(data if isinstance(data, bytes) else data.encode("latin-1"))
        return self.heard()

    def ask(self, line: str) -> list[str]:
        """A command line; the lines of the answer, its echo left out."""
        return lines(self.send(line + "\r"), line)

    def sms(self, pdu: str = HELLO) -> list[str]:
        """Send one PDU; the lines that came after Ctrl-Z."""
        assert self.send(f"AT+CMGS={len(pdu) // 2 - 1 - int(pdu[:2], 16)}\r").endswith(b"\r\n> ")
        return lines(self.send(pdu + "\x1a"))

    def wait(self, seconds: float) -> list[str]:
        """Let time pass; the lines that came by then."""
        self.time.now += seconds
        self.modem.within(lambda: None)
        return lines(self.heard())


def lines(data: bytes, echo: str = "") -> list[str]:
    """The lines of an answer; a command's echo is taken away."""
    found = [line for line in re.split("[\r\n]+", data.decode("latin-1")) if line]
    return found[1:] if echo and found[:1] == [echo] else found


Make = Callable[..., Computer]
