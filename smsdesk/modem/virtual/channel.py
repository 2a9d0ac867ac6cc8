"""Bytes between a virtual modem and another program through a descriptor or socket, without polling."""

from __future__ import annotations

import contextlib
import os
import select
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass

from smsdesk.modem.virtual.modem import Plug, VirtualModem

CHUNK = 65536
UNREAD_LIMIT = 65536
"""What nobody reads is thrown away beyond this, as a modem's own small buffer does it."""


@dataclass(frozen=True)
class End:
    """Our end of the connection: `read` and `write` do not block."""

    fileno: int
    read: Callable[[int], bytes]
    write: Callable[[bytes], int]


def end_of_file(fd: int) -> End:
    """The end that is a file descriptor."""
    os.set_blocking(fd, False)
    return End(fd, lambda size: os.read(fd, size), lambda data: os.write(fd, data))


def end_of_socket(connection: socket.socket) -> End:
    """The end that is a socket; Windows knows no other descriptors to wait for."""
    connection.setblocking(False)
    return End(connection.fileno(), connection.recv, connection.send)


class Waker:
    """Ends a `select` from another thread."""

    def __init__(self) -> None:
        self._ear, self._mouth = socket.socketpair()
        self._mouth.setblocking(False)
        self.fileno = self._ear.fileno()

    def wake(self) -> None:
        """Make `fileno` readable; a pipe that is full of such calls is enough of them."""
        with contextlib.suppress(BlockingIOError):
            self._mouth.send(b"w")

    def clear(self) -> None:
        """Take the calls back."""
        self._ear.recv(CHUNK)

    def close(self) -> None:
        """Give the descriptors back."""
        self._ear.close()
        self._mouth.close()


class Channel:
    """One connection: what the modem says goes out at once, or as soon as there is room."""

    def __init__(self, modem: VirtualModem, end: End) -> None:
        self._modem = modem
        self._end = end
        self._lock = threading.Lock()
        self._unsent = bytearray()
        self._waker = Waker()
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
                self._waker.wake()

    def _send(self, data: bytes) -> int:
        try:
            return self._end.write(data)
        except BlockingIOError:
            return 0
        except OSError:
            return len(data)  # the other side is gone: the reading side ends the connection

    def forget_unread(self) -> None:
        """Drop what has not gone out yet."""
        with self._lock:
            self._unsent.clear()

    def stop(self) -> None:
        """End `run`, from any thread."""
        with self._lock:
            if self._open:
                self._open = False
                self._waker.wake()

    def run(self) -> None:
        """Carry bytes until the other side is gone or `stop` is called; the connection is used up then."""
        try:
            while self._open and self._carry():
                pass
        finally:
            with self._lock:
                self._open = False
                self._waker.close()

    def _carry(self) -> bool:
        waiting_to_write = [self._end.fileno] if self._unsent else []
        readable, writable, _ = select.select([self._end.fileno, self._waker.fileno], waiting_to_write, [])
        if self._waker.fileno in readable:
            self._waker.clear()
        if self._end.fileno in readable and not self._read():
            return False
        if writable:
            with self._lock:
                del self._unsent[: self._send(bytes(self._unsent))]
        return True

    def _read(self) -> bool:
        try:
            data = self._end.read(CHUNK)
        except BlockingIOError:
            return True
        except OSError:
            return False
        if data:
            self._modem.receive(data)
        return bool(data)
