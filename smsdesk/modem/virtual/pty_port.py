"""A virtual modem on a pseudo-terminal whose name is a path of one's choice (Linux, macOS)."""

from __future__ import annotations

import contextlib
import os
import struct
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.modem.virtual.channel import Channel, end_of_file
from smsdesk.modem.virtual.modem import VirtualModem

DATA, FLUSHED = b"\0", 1
"""TIOCPKT_DATA and TIOCPKT_FLUSHREAD (ioctl_tty(2)): the first byte of what the master side reads."""


class PtyPort:
    """Serves one modem at one path; unplugging removes the path and hangs up, plugging in brings it back."""

    def __init__(self, modem: VirtualModem, path: Path) -> None:
        self._modem = modem
        self._path = path
        self._thread: threading.Thread | None = None
        self._channel: Channel | None = None
        self._closed = False

    def start(self) -> None:
        """Make the path and serve it; InputError when the path cannot be made."""
        if os.name == "nt":
            raise InputError(
                say(
                    "Windows has no pseudo-terminals: put the virtual modem on TCP instead (--tcp HOST:PORT)."
                )
            )
        if os.path.lexists(self._path) and not self._is_link_to_terminal():
            raise _taken(self._path)
        if self._modem.plugged:
            self._appear()
        self._stop_watching = self._modem.watch_plug(self._plugged)

    def stop(self) -> None:
        """Remove the path and end the thread."""
        self._stop_watching()
        self._closed = True
        channel, thread = self._channel, self._thread
        if channel is not None:
            channel.stop()
        if thread is not None:
            thread.join()

    def _plugged(self, plugged: bool) -> None:
        if not plugged:
            self._path.unlink(missing_ok=True)
        elif not self._closed:
            self._appear()

    def _is_link_to_terminal(self) -> bool:
        """Whether an earlier modem may have left the path: such a link may be replaced."""
        return self._path.is_symlink() and str(self._path.readlink()).startswith("/dev/")

    def _appear(self) -> None:
        master, slave = _terminal()
        try:
            self._link(os.ttyname(slave))
        except InputError:
            os.close(master)
            os.close(slave)
            raise
        end = replace(end_of_file(master), read=lambda size: _read(channel, master, size))
        channel = self._channel = Channel(self._modem, end)
        self._modem.attach(channel.plug)
        self._thread = threading.Thread(
            target=self._serve, args=(channel, master, slave), name=f"pty of {self._modem.name}", daemon=True
        )
        self._thread.start()

    def _link(self, target: str) -> None:
        try:
            with contextlib.suppress(FileNotFoundError):
                self._path.unlink()
            self._path.symlink_to(target)
        except OSError as error:
            raise _taken(self._path) from error

    def _serve(self, channel: Channel, master: int, slave: int) -> None:
        target = os.ttyname(slave)
        try:
            channel.run()
        finally:
            self._modem.detach(channel.plug)
            with contextlib.suppress(OSError):
                if str(self._path.readlink()) == target:
                    self._path.unlink()
            os.close(slave)
            os.close(master)


def _terminal() -> tuple[int, int]:
    """A pseudo-terminal without any editing of lines, whose master side tells what the other side does."""
    import fcntl  # noqa: PLC0415 - these are not there on Windows
    import termios  # noqa: PLC0415
    import tty  # noqa: PLC0415

    master, slave = os.openpty()
    tty.setraw(slave)
    fcntl.ioctl(master, termios.TIOCPKT, struct.pack("i", 1))
    return master, slave


def _read(channel: Channel, master: int, size: int) -> bytes:
    """Bytes from the program; where it throws away its unread input, what is on the way there goes too."""
    packet = os.read(master, size)
    if packet[:1] in (DATA, b""):
        return packet[1:]
    if packet[0] & FLUSHED:
        channel.forget_unread()
    raise BlockingIOError


def _taken(path: Path) -> InputError:
    return InputError(
        say('The modem cannot be put at "{path}": choose a path that is free, in a folder you may write to.',
            path=str(path))
    )  # fmt: skip


@contextlib.contextmanager
def serve_pty(modem: VirtualModem, path: Path | str) -> Iterator[Path]:
    """Put the modem at `path`, a link to a pseudo-terminal, for as long as the context lasts."""
    port = PtyPort(modem, Path(path))
    port.start()
    try:
        yield Path(path)
    finally:
        port.stop()
