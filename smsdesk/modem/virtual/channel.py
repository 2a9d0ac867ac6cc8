"""Bytes between a virtual modem and another program through a file descriptor, without polling."""

from __future__ import annotations

import contextlib
import os
import select
import threading

from smsdesk.modem.virtual.modem import Plug, VirtualModem

CHUNK = 65536
UNREAD_LIMIT = 65536
"""What nobody reads is thrown away beyond this, as a modem's own small buffer does it."""


class Channel:
    """A file descriptor between the modem and a program: bytes go out at once, or when there is room."""

    def __init__(self, modem: VirtualModem, fd: int) -> None:
        self._modem = modem
        self._fd = fd
        self._lock = threading.Lock()
        self._unsent = bytearray()
        self._wake_in, self._wake_out = os.pipe()
        os.set_blocking(fd, False)
        os.set_blocking(self._wake_out, False)
        self._open = True
        self.plug = Plug(self._hear, self.stop)

    def _hear(self, data: bytes) -> None:
        with self._lock:
            if not self._open:
                return
            sent = 0 if self._unsent else self._send(data)
            if sent < len(data):
                self._unsent += data[sent:]
                del self._unsent[: max(0, len(self._unsent) - UNREAD_LIMIT)]
                self._wake()

    def _send(self, data: bytes) -> int:
        try:
            return os.write(self._fd, data)
        except BlockingIOError:
            return 0
        except OSError:
            self._open = False  # the other side is gone; the reading side notices it too
            return len(data)

    def _wake(self) -> None:
        with contextlib.suppress(BlockingIOError):
            os.write(self._wake_out, b"w")

    def stop(self) -> None:
        """End `run`, from any thread."""
        with self._lock:
            self._open = False
            self._wake()

    def run(self) -> None:
        """Carry bytes until the other side is gone or `stop` is called."""
        while self._open:
            writing = [self._fd] if self._unsent else []
            readable, writable, _ = select.select([self._fd, self._wake_in], writing, [])
            if self._wake_in in readable:
                os.read(self._wake_in, CHUNK)
            if writable:
                self._send_rest()
            if self._fd in readable and not self._read():
                return

    def _send_rest(self) -> None:
        with self._lock:
            del self._unsent[: self._send(bytes(self._unsent))]

    def _read(self) -> bool:
        try:
            data = os.read(self._fd, CHUNK)
        except BlockingIOError:
            return True
        except OSError:
            return False
        if data:
            self._modem.receive(data)
        return bool(data)

    def close(self) -> None:
        """Give the wake-up pipe back; the descriptor is its owner's."""
        with self._lock:
            self._open = False
            os.close(self._wake_in)
            os.close(self._wake_out)
            self._wake_out = -1
