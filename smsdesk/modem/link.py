"""The open port: bytes out, bytes in as they come, woken by other threads, and gone when the port is gone."""

from __future__ import annotations

import contextlib
import errno
import math
import os
import select
import socket
import threading
import time
from collections.abc import Callable
from typing import Any, Protocol

import serial

BAUD = 115200
"""What modems on a real serial line are set to; USB ones ignore it."""
CHUNK = 4096
"""Bytes taken in one read: more than a modem writes at once."""
UNSELECTABLE_SLICE_S = 0.2
"""Longest blocking read of a port that `select` cannot watch: cancelling it can come a moment too early."""

_VIRTUAL = "virtual:"

_BUSY = frozenset({errno.EBUSY, errno.EAGAIN, errno.EWOULDBLOCK})
_FAILURES = (serial.SerialException, OSError, TypeError, ValueError)
"""What ports raise once they are gone; TypeError and ValueError: their descriptor became None or -1."""


class LinkError(Exception):
    """The port cannot be used."""


class LinkBusyError(LinkError):
    """Another program holds the port."""


class LinkForbiddenError(LinkError):
    """The system does not let this user open the port."""


class LinkLostError(LinkError):
    """The port is not there, or went away.

    `written` counts the bytes that left in the write that failed; None when that is not known.
    """

    def __init__(self, reason: object, written: int | None = 0) -> None:
        super().__init__(str(reason))
        self.written = written


class Waker:
    """Ends the wait of the thread that owns a link, from any thread; a wake is never lost."""

    def __init__(self) -> None:
        self._near, self._far = socket.socketpair()
        self._near.setblocking(False)
        self._far.setblocking(False)
        self._set = threading.Event()
        self.cancel: Callable[[], None] | None = None
        """How to end a blocking read of a port that `select` cannot watch."""

    def set(self) -> None:
        """Wake the owner; it stays woken until `clear`."""
        if self._set.is_set():
            return
        self._set.set()
        with contextlib.suppress(OSError):
            self._far.send(b"x")
        cancel = self.cancel
        if cancel is not None:
            with contextlib.suppress(*_FAILURES, AttributeError):
                cancel()

    @property
    def is_set(self) -> bool:
        """Whether somebody called since the last `clear`."""
        return self._set.is_set()

    def clear(self) -> None:
        """Take note of the wake; call it before looking for what it was about."""
        with contextlib.suppress(OSError):
            self._near.recv(64)
        self._set.clear()

    def wait(self, seconds: float) -> None:
        """Wait without a port."""
        self._set.wait(seconds)

    def fileno(self) -> int:
        """For selectors."""
        return self._near.fileno()

    def close(self) -> None:
        """Free both ends."""
        self._near.close()
        self._far.close()


class _Wire(Protocol):
    """How bytes pass; raises whatever the port raises."""

    def readable(self) -> bool:
        """Whether a read would end at once."""

    def read(self, seconds: float) -> bytes:
        """What has come, after at most `seconds`; b"" then or when woken."""

    def write(self, data: bytes) -> None:
        """All of `data`; LinkLostError tells how much left."""

    def close(self) -> None:
        """Free what is not the port's own."""


class _DescriptorWire:
    """A port that is a file descriptor which can be polled: a tty, a pseudo-terminal, a socket, on POSIX."""

    def __init__(self, fd: int, waker: Waker, write_timeout: float) -> None:
        os.set_blocking(fd, False)
        self._fd = fd
        self._waker = waker
        self._write_timeout = write_timeout
        self._poll = select.poll()
        self._poll.register(fd, select.POLLIN)
        self._poll.register(waker.fileno(), select.POLLIN)

    def readable(self) -> bool:
        return bool(self._poll.poll(0))

    def read(self, seconds: float) -> bytes:
        for fd, _ in self._poll.poll(math.ceil(seconds * 1000) if seconds > 0 else 0):
            if fd == self._fd:
                data = os.read(fd, CHUNK)
                if not data:
                    raise OSError("the port says that there is something and has nothing")
                return data
            self._waker.clear()
        return b""

    def write(self, data: bytes) -> None:
        written = 0
        end = time.monotonic() + self._write_timeout
        try:
            while written < len(data):
                written += self._write_some(data[written:], end)
        except _FAILURES as error:
            raise LinkLostError(error, written) from error

    def _write_some(self, data: bytes, end: float) -> int:
        try:
            return os.write(self._fd, data)
        except BlockingIOError:
            room = select.poll()
            room.register(self._fd, select.POLLOUT)
            if not room.poll(max(0, math.ceil((end - time.monotonic()) * 1000))):
                raise OSError("the port takes no bytes") from None
            return 0

    def close(self) -> None:
        """The descriptor is the port's."""


class _PortWire:
    """A port that only pyserial can read: COM ports of Windows, and ports without a descriptor."""

    def __init__(self, port: Any, waker: Waker, write_timeout: float) -> None:
        port.timeout, port.write_timeout = UNSELECTABLE_SLICE_S, write_timeout
        self._port = port
        self._waker = waker
        waker.cancel = getattr(port, "cancel_read", None)

    def readable(self) -> bool:
        return bool(self._waker.is_set or self._port.in_waiting)

    def read(self, seconds: float) -> bytes:
        end = time.monotonic() + seconds
        while True:
            waiting = self._port.in_waiting
            if not waiting and (self._waker.is_set or time.monotonic() >= end):
                self._waker.clear()
                return b""
            data = bytes(self._port.read(waiting or 1))
            while data and len(data) < CHUNK and (more := self._port.in_waiting):
                data += bytes(self._port.read(more))
            if data:
                return data

    def write(self, data: bytes) -> None:
        """A failed write does not tell how much of it left."""
        try:
            count = self._port.write(data)
        except _FAILURES as error:
            raise LinkLostError(error, None) from error
        if count is not None and count != len(data):
            raise LinkLostError("short write", count)

    def close(self) -> None:
        self._waker.cancel = None


class Link:
    """One open port, used by one thread; only its `Waker` may be touched by others."""

    def __init__(self, port: Any, waker: Waker, write_timeout: float) -> None:
        self._port = port
        fd = _descriptor(port)
        self._wire: _Wire = (
            _PortWire(port, waker, write_timeout) if fd is None else _DescriptorWire(fd, waker, write_timeout)
        )

    @classmethod
    def open(cls, url: str, waker: Waker, write_timeout: float) -> Link:
        """Open a port name or pyserial URL; raises LinkBusyError, LinkForbiddenError or LinkLostError."""
        try:
            return cls(_open_port(url), waker, write_timeout)
        except _FAILURES as error:
            raise _explain(error) from error

    def readable(self) -> bool:
        """Whether something has come, or somebody woke the owner; raises LinkLostError."""
        try:
            return self._wire.readable()
        except _FAILURES as error:
            raise LinkLostError(error) from error

    def read(self, seconds: float) -> bytes:
        """Give what has come, waiting at most `seconds` for the first byte; b"" then, or when woken.

        A wake is consumed: whoever reads looks at what it may be about before reading again.
        Raises LinkLostError.
        """
        try:
            return self._wire.read(seconds)
        except _FAILURES as error:
            raise LinkLostError(error) from error

    def write(self, data: bytes) -> None:
        """Write all of `data`; raises LinkLostError with the number of bytes that left."""
        self._wire.write(data)

    def close(self) -> None:
        """Free the port, whatever state it is in."""
        self._wire.close()
        with contextlib.suppress(*_FAILURES, AttributeError):
            self._port.close()


def _descriptor(port: Any) -> int | None:
    """The descriptor that can be polled; None for Windows' COM ports and ports without any."""
    if not hasattr(select, "poll"):
        return None
    try:
        return int(port.fileno())
    except (*_FAILURES, AttributeError):
        return None


def _open_port(url: str) -> Any:
    if url.lower().startswith(_VIRTUAL):
        from smsdesk.modem import virtual  # noqa: PLC0415  # a megabyte for those who try out and test alone

        virtual.register()
    port = serial.serial_for_url(url, do_not_open=True, baudrate=BAUD)
    with contextlib.suppress(ValueError, AttributeError, NotImplementedError):
        port.exclusive = True
    port.open()
    return port


def _explain(error: BaseException) -> LinkError:
    number = getattr(error, "errno", None)
    text = str(error)
    if number in _BUSY or "PermissionError(13" in text:  # Windows says so when the port is open elsewhere
        return LinkBusyError(text)
    if number in (errno.EACCES, errno.EPERM):
        return LinkForbiddenError(text)
    return LinkLostError(text)
