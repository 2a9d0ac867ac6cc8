"""The open port: bytes out, bytes in as they come, woken by other threads, and gone when the port is gone."""

from __future__ import annotations

import contextlib
import errno
import logging
import selectors
import socket
import threading
import time
from collections.abc import Callable
from typing import Any

import serial

from smsdesk.modem import virtual

log = logging.getLogger(__name__)

BAUD = 115200
"""What modems on a real serial line are set to; USB ones ignore it."""
CHUNK = 4096
"""Bytes taken in one read: more than a modem writes at once."""
UNSELECTABLE_SLICE_S = 0.2
"""Longest blocking read of a port that `select` cannot watch: cancelling it can come a moment too early."""

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


class Link:
    """One open port, used by one thread; only its `Waker` may be touched by others."""

    def __init__(self, port: Any, waker: Waker, write_timeout: float) -> None:
        self._port = port
        self._waker = waker
        self._write_timeout = write_timeout
        self._selector: selectors.BaseSelector | None = None
        self._writer = selectors.DefaultSelector()
        self._fd = _descriptor(port)
        if self._fd is None:
            port.timeout, port.write_timeout = UNSELECTABLE_SLICE_S, write_timeout
            waker.cancel = getattr(port, "cancel_read", None)
        else:
            port.timeout, port.write_timeout = 0, 0
            self._selector = selectors.DefaultSelector()
            self._selector.register(self._fd, selectors.EVENT_READ)
            self._selector.register(waker, selectors.EVENT_READ)
            self._writer.register(self._fd, selectors.EVENT_WRITE)

    @classmethod
    def open(cls, url: str, waker: Waker, write_timeout: float) -> Link:
        """Open a port name or pyserial URL; raises LinkBusyError, LinkForbiddenError or LinkLostError."""
        try:
            return cls(_open_port(url), waker, write_timeout)
        except _FAILURES as error:
            raise _explain(error) from error

    def read(self, seconds: float) -> bytes:
        """Give what has come, waiting at most `seconds` for the first byte; b"" then, or when woken.

        A wake is consumed: whoever reads looks at what it may be about before reading again.
        Raises LinkLostError.
        """
        try:
            if self._selector is not None:
                return self._read_selected(self._selector, seconds)
            return self._read_blocking(seconds)
        except _FAILURES as error:
            raise LinkLostError(error) from error

    def _read_selected(self, selector: selectors.BaseSelector, seconds: float) -> bytes:
        for key, _ in selector.select(max(0.0, seconds)):
            if key.fd == self._fd:
                return bytes(self._port.read(CHUNK))
            self._waker.clear()
        return b""

    def _read_blocking(self, seconds: float) -> bytes:
        end = time.monotonic() + seconds
        while True:
            waiting = self._port.in_waiting
            left = end - time.monotonic()
            if not waiting and (left <= 0 or self._waker.is_set):
                self._waker.clear()
                return b""
            data = bytes(self._port.read(waiting or 1))
            if data:
                return data + bytes(self._port.read(self._port.in_waiting or 0))

    def write(self, data: bytes) -> None:
        """Write all of `data`; raises LinkLostError with the number of bytes that left."""
        if self._selector is None:
            self._write_blocking(data)
            return
        written = 0
        end = time.monotonic() + self._write_timeout
        try:
            while written < len(data):
                count = self._port.write(data[written:]) if self._writable(end) else 0
                if not count:
                    raise LinkLostError("write timeout", written)
                written += count
        except _FAILURES as error:
            raise LinkLostError(error, written) from error

    def _write_blocking(self, data: bytes) -> None:
        """Without `select` a failed write does not tell how much of it left."""
        try:
            count = self._port.write(data)
        except _FAILURES as error:
            raise LinkLostError(error, None) from error
        if count is not None and count != len(data):
            raise LinkLostError("short write", count)

    def _writable(self, end: float) -> bool:
        """Wait until the port takes bytes; pyserial's own non-blocking write would spin on a full buffer."""
        return bool(self._writer.select(max(0.0, end - time.monotonic())))

    def close(self) -> None:
        """Free the port, whatever state it is in."""
        self._waker.cancel = None
        self._writer.close()
        if self._selector is not None:
            self._selector.close()
        with contextlib.suppress(*_FAILURES, AttributeError):
            self._port.close()


def _descriptor(port: Any) -> int | None:
    """The descriptor that `select` can watch; None for Windows' COM ports and ports without any."""
    try:
        fd = port.fileno()
        with selectors.DefaultSelector() as probe:
            probe.register(fd, selectors.EVENT_READ)
            probe.select(0)
    except (*_FAILURES, AttributeError):
        return None
    return int(fd)


def _open_port(url: str) -> Any:
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
