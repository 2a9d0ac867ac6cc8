"""The pyserial port behind virtual://NAME?OPTIONS (found by pyserial by this module's name)."""

from __future__ import annotations

import errno
import threading
from typing import Any

from serial.serialutil import PortNotOpenError, SerialBase, SerialException, Timeout, to_bytes

from smsdesk.domain.errors import InputError
from smsdesk.modem.virtual.modem import Plug
from smsdesk.modem.virtual.registry import modem_for_url

GONE = "the virtual modem was unplugged"


class Serial(SerialBase):  # type: ignore[misc]
    """A port whose other end is a virtual modem in this process."""

    is_open: bool

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._condition = threading.Condition(threading.Lock())
        self._heard: list[bytes] = []
        self._gone = False
        self._cancelled = False
        self._plug: Plug | None = None
        super().__init__(*args, **kwargs)

    def open(self) -> None:
        """Connect to the modem that the URL names; SerialException when it is unplugged or taken."""
        if self.is_open:
            raise SerialException("the port is already open")
        try:
            self._modem = modem_for_url(str(self._port))
        except InputError as error:
            raise SerialException(str(error)) from error
        self._heard, self._gone, self._cancelled = [], False, False
        plug = Plug(self._hear, self._hang_up)
        if not self._modem.attach(plug):
            if self._modem.plugged:
                raise SerialException(errno.EBUSY, f"{self._port} is busy")
            raise SerialException(f"{self._port}: {GONE}")
        self._plug = plug
        self.is_open = True

    def close(self) -> None:
        """Let go of the modem; it stays as it is."""
        self.is_open = False
        plug, self._plug = self._plug, None
        if plug is not None:
            self._modem.detach(plug)
        self.cancel_read()

    def _hear(self, data: bytes) -> None:
        with self._condition:
            self._heard.append(data)
            self._condition.notify()

    def _hang_up(self) -> None:
        with self._condition:
            self._gone = True
            self._condition.notify_all()

    @property
    def in_waiting(self) -> int:
        """How many bytes the next read gives without waiting."""
        self._check()
        with self._condition:
            if not self._heard and self._gone:
                raise SerialException(GONE)
            return len(self._heard[0]) if self._heard else 0

    def read(self, size: int = 1) -> bytes:
        """Up to `size` bytes; fewer when the timeout ends or `cancel_read` is called."""
        self._check()
        got = bytearray()
        timeout = Timeout(self._timeout)
        with self._condition:
            while len(got) < size and self._condition.wait_for(self._readable, timeout.time_left()):
                if self._cancelled or not self._heard:
                    break
                self._take(got, size - len(got))
            self._cancelled = False
            if self._gone and not got:
                raise SerialException(GONE)
        return bytes(got)

    def _readable(self) -> bool:
        return bool(self._heard) or self._gone or self._cancelled or not self.is_open

    def _take(self, got: bytearray, size: int) -> None:
        piece = self._heard.pop(0)
        got += piece[:size]
        if len(piece) > size:
            self._heard.insert(0, piece[size:])

    def write(self, data: Any) -> int:
        """Bytes to the modem; it has looked at them when this returns."""
        self._check()
        if self._gone:
            raise SerialException(GONE)
        octets = to_bytes(data)
        self._modem.receive(octets)
        return len(octets)

    def cancel_read(self) -> None:
        """End a read that waits in another thread."""
        with self._condition:
            self._cancelled = True
            self._condition.notify_all()

    def cancel_write(self) -> None:
        """Writes never wait."""

    def flush(self) -> None:
        """Everything is written already."""
        self._check()

    def reset_input_buffer(self) -> None:
        """Throw away what was not read."""
        self._check()
        with self._condition:
            self._heard.clear()

    def reset_output_buffer(self) -> None:
        """Nothing waits to be written."""
        self._check()

    @property
    def out_waiting(self) -> int:
        """Nothing waits to be written."""
        return 0

    def _check(self) -> None:
        if not self.is_open:
            raise PortNotOpenError

    def _reconfigure_port(self) -> None:
        """Speed and framing mean nothing here."""

    def _update_break_state(self) -> None:
        """There is no line to break."""

    def _update_rts_state(self) -> None:
        """There is no line to raise."""

    def _update_dtr_state(self) -> None:
        """There is no line to raise."""

    @property
    def cts(self) -> bool:
        """Always ready."""
        return True

    @property
    def dsr(self) -> bool:
        """Ready while plugged in."""
        return not self._gone

    @property
    def ri(self) -> bool:
        """No calls come."""
        return False

    @property
    def cd(self) -> bool:
        """No carrier, there are no data calls."""
        return False
