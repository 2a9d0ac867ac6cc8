"""The port: what comes in at once, what wakes it, what ends it; over ptys, TCP and the port without a descriptor."""

from __future__ import annotations

import os
import pty
import socket
import threading
import time
import tty
from collections.abc import Iterator

import pytest

from smsdesk.modem import virtual
from smsdesk.modem.link import Link, LinkBusyError, LinkLostError, Waker

LONG_S = 60.0
"""A wait that a test ends itself."""


@pytest.fixture
def waker() -> Iterator[Waker]:
    waker = Waker()
    yield waker
    waker.close()


@pytest.fixture
def line() -> Iterator[tuple[str, int]]:
    """A pseudo-terminal: its path, and the far end."""
    master, slave = pty.openpty()
    tty.setraw(slave)
    name = os.ttyname(slave)
    os.close(slave)
    fds = [master]
    yield name, master
    for fd in fds:
        try:
            os.close(fd)
        except OSError:
            continue


def open_link(url: str, waker: Waker, write_timeout: float = 0.3) -> Link:
    return Link.open(url, waker, write_timeout)


def test_bytes_come_in_bulk_and_go_out_whole(line: tuple[str, int], waker: Waker) -> None:
    name, master = line
    link = open_link(name, waker)
    os.write(master, bytes(range(256)))
    assert link.read(LONG_S) == bytes(range(256))
    link.write(b"AT\r")
    assert os.read(master, 100) == b"AT\r"
    assert link.read(0.0) == b""
    assert link.read(0.01) == b""
    link.close()


def test_a_wake_ends_the_wait_also_when_it_came_before(line: tuple[str, int], waker: Waker) -> None:
    link = open_link(line[0], waker)
    waker.set()
    waker.set()
    started = time.monotonic()
    assert link.read(LONG_S) == b""
    threading.Timer(0.05, waker.set).start()
    assert link.read(LONG_S) == b""
    assert time.monotonic() - started < LONG_S / 2
    assert link.read(0.01) == b""
    link.close()


def test_unplugged_is_seen_at_once(line: tuple[str, int], waker: Waker) -> None:
    name, master = line
    link = open_link(name, waker)
    threading.Timer(0.05, os.close, (master,)).start()
    with pytest.raises(LinkLostError):
        link.read(LONG_S)
    with pytest.raises(LinkLostError) as lost:
        link.write(b"AT\r")
    assert lost.value.written == 0
    link.close()


def test_a_port_that_takes_nothing_tells_how_much_left(line: tuple[str, int], waker: Waker) -> None:
    link = open_link(line[0], waker)
    with pytest.raises(LinkLostError) as lost:
        link.write(b"x" * 1_000_000)
    assert lost.value.written is not None
    assert 0 < lost.value.written < 1_000_000
    link.close()


def test_the_port_is_held_exclusively(line: tuple[str, int], waker: Waker) -> None:
    link = open_link(line[0], waker)
    with pytest.raises(LinkBusyError):
        open_link(line[0], waker)
    link.close()
    open_link(line[0], waker).close()


@pytest.mark.parametrize(
    "url", ["/dev/no-such-port", "COM99", "nonsense://x", "socket://127.0.0.1:1", "loop", ""]
)
def test_what_cannot_be_opened_is_lost(url: str, waker: Waker) -> None:
    with pytest.raises(LinkLostError):
        open_link(url, waker)


def test_tcp_reads_writes_and_ends(waker: Waker) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        link = open_link(f"socket://127.0.0.1:{server.getsockname()[1]}", waker)
        far = server.accept()[0]
        far.sendall(b"\r\nOK\r\n")
        assert link.read(LONG_S) == b"\r\nOK\r\n"
        link.write(b"AT\r")
        assert far.recv(10) == b"AT\r"
        far.close()
        with pytest.raises(LinkLostError):
            link.read(LONG_S)
        link.close()


@pytest.fixture
def without_descriptor() -> Iterator[virtual.VirtualModem]:
    virtual.register()
    yield virtual.create("link-test")
    virtual.forget("link-test")


def test_a_port_without_a_descriptor_does_the_same(
    without_descriptor: virtual.VirtualModem, waker: Waker
) -> None:
    link = open_link("virtual://link-test", waker)
    link.write(b"ATE0\r")
    assert link.read(LONG_S).endswith(b"OK\r\n")
    threading.Timer(0.05, waker.set).start()
    assert link.read(LONG_S) == b""
    waker.set()
    assert link.read(LONG_S) == b""
    assert link.read(0.0) == b""
    with pytest.raises(LinkBusyError):
        open_link("virtual://link-test", waker)
    threading.Timer(0.05, without_descriptor.unplug).start()
    with pytest.raises(LinkLostError):
        link.read(LONG_S)
    with pytest.raises(LinkLostError) as lost:
        link.write(b"AT\r")
    assert lost.value.written is None
    link.close()
