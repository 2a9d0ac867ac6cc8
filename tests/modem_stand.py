"""For tests of the driver: a listener that records, and modems that are not ours, written as command and answer."""

from __future__ import annotations

import contextlib
import os
import pty
import re
import select
import socket
import threading
import tty
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from smsdesk.domain.incoming import RawPdu
from smsdesk.domain.modems import ModemState, ModemStatus
from smsdesk.domain.outgoing import Encoding, Submission, SubmitOutcome
from smsdesk.modem.timings import Timings
from smsdesk.modem.worker import ModemWorker

PATIENCE_S = 60.0
"""A test that waits longer has failed."""

BRISK = Timings(
    command=1.0, optional=0.3, taciturn=0.1, hello=0.3, prompt=0.5, submit=1.0, submit_ok=0.3, settle=0.03, doubt=0.6,
    partial_line=0.1, broken_line=0.2, listing_idle=1.0, behind=0.3, delete=1.0, delete_more=0.1, stubborn=3.0, pin=1.0, sim_start=1.0, sim_retry=0.05, sim_poll=0.2,
    reset=0.3, write=1.0, sweep=0.3, store_retry=0.1, network_poll=0.1, network_refresh=0.5, starting=0.5,
    reconnect_first=0.05, reconnect_most=0.2, close_grace=0.3,
)  # fmt: skip
"""Everything as it is, only sooner."""

PATIENT = replace(BRISK, command=30.0, optional=30.0, taciturn=30.0, hello=10.0, prompt=30.0, submit=2.0, submit_ok=30.0,
                  doubt=1.0, listing_idle=30.0, delete=30.0)  # fmt: skip
"""For a modem that is silent about nothing but SMS, on a machine that is busy with other things."""


def sms(part_id: int, to: str = "+33639980001", text: str = "Bonjour", **more: object) -> Submission:
    return Submission(part_id, to, text, Encoding.GSM7, **more)  # type: ignore[arg-type]


@dataclass(repr=False)
class Desk:
    """A listener that keeps everything in memory, in the shape of the engine's, and can be told to fail."""

    rows: list[RawPdu] = field(default_factory=list)
    released_ids: list[int] = field(default_factory=list)
    outcomes: list[SubmitOutcome] = field(default_factory=list)
    statuses: list[ModemStatus] = field(default_factory=list)
    begun: list[int] = field(default_factory=list)
    pins: list[tuple[str, str]] = field(default_factory=list)
    pin_results: list[bool] = field(default_factory=list)
    seen: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)
    disk_full: bool = False
    pin_allowed: bool = True
    call_off: bool = False
    at_begin: Callable[[], None] = lambda: None
    changed: threading.Condition = field(default_factory=threading.Condition)

    def __repr__(self) -> str:
        states = [f"{status.state}: {status.sentence}" for status in self.statuses[-5:]]
        return f"<{self.outcomes=} {states=} {len(self.rows)=} {self.released_ids=} {self.pin_results=}>"

    def _note(self, place: list, *values: object) -> None:
        with self.changed:
            place.extend(values)
            self.changed.notify_all()

    def status_changed(self, sender: ModemWorker, status: ModemStatus) -> None:
        self._note(self.statuses, status)

    def store(self, batch: Sequence[RawPdu]) -> Sequence[int]:
        if self.disk_full:
            raise OSError("disk full")
        held = {
            (row.memory, row.slot, row.pdu): number
            for number, row in enumerate(self.rows)
            if row.slot is not None and number not in self.released_ids
        }
        ids = []
        for raw in batch:
            known = held.get((raw.memory, raw.slot, raw.pdu))
            if known is not None and raw.another:
                self._note(self.released_ids, known)
            if known is None or raw.another:
                self._note(self.rows, raw)
                known = len(self.rows) - 1
            ids.append(known)
        return ids

    def released(self, ids: Sequence[int]) -> None:
        self._note(self.released_ids, *ids)

    def slots_seen(self, sim: str, memory: str, slots: Sequence[int]) -> None:
        self._note(self.seen, (memory, tuple(slots)))
        gone = [
            number
            for number, row in enumerate(self.rows)
            if row.memory == memory and row.slot not in slots and number not in self.released_ids
        ]
        self._note(self.released_ids, *gone)

    def begin(self, sender: ModemWorker, part_id: int) -> bool:
        self.at_begin()
        self._note(self.begun, part_id)
        return not self.call_off

    def outcome(self, sender: ModemWorker, outcome: SubmitOutcome) -> None:
        self._note(self.outcomes, outcome)

    def pin_try(self, sim: str, pin: str, *, typed: bool = False) -> bool:
        self._note(self.pins, (sim, pin))
        return self.pin_allowed

    def pin_result(self, sim: str, pin: str, right: bool) -> None:
        self._note(self.pin_results, right)

    # --- waiting

    def wait(self, condition: Callable[[], object], seconds: float = PATIENCE_S) -> None:
        with self.changed:
            assert self.changed.wait_for(condition, seconds), self

    def wait_state(self, state: ModemState, *, after: int = 0) -> ModemStatus:
        self.wait(lambda: any(status.state is state for status in self.statuses[after:]))
        return next(status for status in self.statuses[after:] if status.state is state)

    def wait_outcome(self, part_id: int, *, late: bool = False) -> SubmitOutcome:
        def found() -> list[SubmitOutcome]:
            return [each for each in self.outcomes if each.part_id == part_id and each.late is late]

        self.wait(found)
        return found()[0]


@contextlib.contextmanager
def working(url: str, desk: Desk, timings: Timings = BRISK, **options: object) -> Iterator[ModemWorker]:
    """A started worker, closed at the end."""
    worker = ModemWorker(url, timings=timings, **options)  # type: ignore[arg-type]
    worker.start(desk)
    try:
        yield worker
    finally:
        worker.close()


class ForeignModem:
    """A modem that is not ours: pairs of command and answer, and one answer to everything else.

    A command is a regular expression for the whole line; the PDU behind a prompt is the command "<pdu>".
    Pairs for the same command are taken in their order, the last one again and again. A pair that was
    never used fails the test. An answer of None is silence.
    """

    def __init__(
        self,
        pairs: Sequence[tuple[str, bytes | None]],
        *,
        otherwise: bytes | None = b"\r\nERROR\r\n",
        echo: bool = False,
        esc: bytes = b"",
    ) -> None:
        self._pairs = [(re.compile(command), answer) for command, answer in pairs]
        self._used = [False] * len(pairs)
        self._otherwise = otherwise
        self._echo = echo
        self._esc = esc
        self._buffer = b""
        self._at_prompt = False
        self.commands: list[str] = []
        self.heard = threading.Condition()

    def feed(self, data: bytes) -> list[bytes]:
        """Bytes in, answers out."""
        out = [data] if self._echo else []
        self._buffer += data
        while (
            end := re.search(rb"[\x1a\x1b]" if self._at_prompt else rb"[\r\x1b]", self._buffer)
        ) is not None:
            line, self._buffer = self._buffer[: end.start()], self._buffer[end.end() :]
            if end[0] == b"\x1b":
                self._at_prompt = False
                out.append(self._esc)
                continue
            answer = self._answer("<pdu>" if self._at_prompt else line.decode("latin-1").strip("\n"), line)
            self._at_prompt = answer is not None and answer.rstrip(b" ").endswith(b">")
            out.append(answer or b"")
        return [piece for piece in out if piece]

    def _answer(self, command: str, line: bytes) -> bytes | None:
        with self.heard:
            self.commands.append(line.decode("latin-1") if command == "<pdu>" else command)
            self.heard.notify_all()
        fitting = [at for at, (pattern, _) in enumerate(self._pairs) if pattern.fullmatch(command)]
        if not fitting:
            return self._otherwise
        at = next((at for at in fitting if not self._used[at]), fitting[-1])
        self._used[at] = True
        return self._pairs[at][1]

    def wait_for(self, command: str) -> None:
        with self.heard:
            assert self.heard.wait_for(
                lambda: any(re.fullmatch(command, c) for c in self.commands), PATIENCE_S
            )

    def wait_until(self, heard: Callable[[list[str]], bool]) -> None:
        with self.heard:
            assert self.heard.wait_for(lambda: heard(self.commands), PATIENCE_S), self.commands

    def check(self) -> None:
        left = [
            pattern.pattern for (pattern, _), used in zip(self._pairs, self._used, strict=True) if not used
        ]
        assert not left, f"never asked: {left}; asked: {self.commands}"


BASICS: list[tuple[str, bytes | None]] = [
    ("AT", b"\r\nOK\r\n"),
    ("ATE0", b"\r\nOK\r\n"),
    (r"AT\+CMGF=0", b"\r\nOK\r\n"),
]
"""What even the plainest modem knows."""


class Line:
    """The far end of a pseudo-terminal or a TCP connection, served by a thread."""

    def __init__(
        self, modem: ForeignModem, read: Callable[[], bytes], write: Callable[[bytes], object]
    ) -> None:
        self._modem = modem
        self._read = read
        self.write = write
        self.hang_up: Callable[[], object] = lambda: None
        """Ends the connection at once (TCP)."""
        self.thread = threading.Thread(target=self._serve, name="foreign modem")
        self.thread.start()

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while data := self._read():
                for answer in self._modem.feed(data):
                    self.write(answer)


@contextlib.contextmanager
def on_pty(modem: ForeignModem) -> Iterator[tuple[str, Line]]:
    """Serve a modem on a pseudo-terminal; gives its path."""
    master, slave = pty.openpty()
    tty.setraw(slave)
    stop_read, stop_write = os.pipe()

    def read() -> bytes:
        ready, _, _ = select.select([master, stop_read], [], [])
        return b"" if stop_read in ready else os.read(master, 4096)

    line = Line(modem, read, lambda data: os.write(master, data))
    try:
        yield os.ttyname(slave), line
    finally:
        os.write(stop_write, b"x")
        line.thread.join()
        for fd in (master, slave, stop_read, stop_write):
            os.close(fd)
    modem.check()


@contextlib.contextmanager
def on_tcp(modem: ForeignModem) -> Iterator[tuple[str, Line]]:
    """Serve a modem to one TCP client; gives its pyserial URL."""
    server = socket.create_server(("127.0.0.1", 0))
    clients: list[socket.socket] = []

    def read() -> bytes:
        if not clients:
            clients.append(server.accept()[0])
        return clients[0].recv(4096)

    def write(data: bytes) -> None:
        clients[0].sendall(data)

    line = Line(modem, read, write)
    line.hang_up = lambda: clients[0].shutdown(socket.SHUT_RDWR)
    try:
        yield f"socket://127.0.0.1:{server.getsockname()[1]}", line
    finally:
        line.thread.join(PATIENCE_S)
        for client in clients:
            client.close()
        server.close()
    modem.check()
