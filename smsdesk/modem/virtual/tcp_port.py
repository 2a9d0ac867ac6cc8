"""A virtual modem on TCP: one program at a time, the next one is welcome when it leaves."""

from __future__ import annotations

import contextlib
import select
import socket
import threading
from collections.abc import Iterator

from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.modem.virtual.channel import Channel, Waker, end_of_socket
from smsdesk.modem.virtual.modem import VirtualModem

LOOPBACK = "127.0.0.1"


class TcpPort:
    """Listens for programs; unplugging hangs up, and refuses them until it is plugged in again."""

    def __init__(self, modem: VirtualModem, host: str, port: int) -> None:
        self._modem = modem
        try:
            family = socket.AF_INET6 if ":" in host else socket.AF_INET
            self._listener = socket.create_server((host, port), family=family)
        except (OSError, OverflowError) as error:
            raise InputError(
                say('The modem cannot listen on "{host}:{port}": choose a free port of this computer.',
                    host=host, port=port)
            ) from error  # fmt: skip
        self.address: tuple[str, int] = self._listener.getsockname()[:2]
        self._waker = Waker()
        self._channel: Channel | None = None
        self._lock = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name=f"tcp of {modem.name}", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Hang up and end the thread."""
        with self._lock:
            self._closed = True
            if self._channel is not None:
                self._channel.stop()
        self._waker.wake()
        self._thread.join()
        self._listener.close()
        self._waker.close()

    def _run(self) -> None:
        listener = self._listener.fileno()
        while not self._closed:
            ready, _, _ = select.select([listener, self._waker.fileno], [], [])
            if listener in ready:
                with contextlib.suppress(ConnectionError), self._listener.accept()[0] as client:
                    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                    self._serve(client)

    def _serve(self, client: socket.socket) -> None:
        channel = Channel(self._modem, end_of_socket(client))
        with self._lock:
            if self._closed:
                channel.stop()
            self._channel = channel
        if not self._modem.attach(channel.plug):
            channel.stop()
        channel.run()
        self._modem.detach(channel.plug)
        with self._lock:
            self._channel = None


@contextlib.contextmanager
def serve_tcp(modem: VirtualModem, host: str = LOOPBACK, port: int = 0) -> Iterator[tuple[str, int]]:
    """Listen for as long as the context lasts; gives the address, port 0 having become a free one."""
    server = TcpPort(modem, host, port)
    try:
        yield server.address
    finally:
        server.stop()
