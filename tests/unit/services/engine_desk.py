"""An engine on a real database with peers as modems, and the little language its tests speak."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from peer_sender import PeerSender
from still_clock import StillClock

from smsdesk.domain.incoming import Decoded, Deliver, SenderKind, StatusReport, Undecodable
from smsdesk.domain.outgoing import Concat, Encoding, Priority, Purpose
from smsdesk.services.engine import Engine, Timings
from smsdesk.services.events import Events
from smsdesk.storage.database import Database
from smsdesk.storage.outbox import NewBroadcast, NewMessage, insert_broadcast

DEADLINE_S = 60.0
"""For what comes in milliseconds on a machine with nothing else to do."""


def phone(number: int) -> str:
    return f"+336398{number:05}"


def sms(sender: str, text: str | None, concat: tuple[int, int, int] | None = None, **more: Any) -> str:
    """A "PDU" in the language of `decode`; `sent_at` in ISO."""
    return json.dumps({"sender": sender, "text": text, "concat": concat, **more})


def report(ref: int, recipient: str, status: int = 0, sent_at: datetime | None = None) -> str:
    sent = sent_at.isoformat() if sent_at else None
    return json.dumps({"ref": ref, "recipient": recipient, "status": status, "sent_at": sent})


def decode(pdu: str) -> Decoded:
    try:
        values = json.loads(pdu)
    except ValueError:
        return Undecodable("no PDU of the tests")
    sent_at = datetime.fromisoformat(values["sent_at"]) if values.get("sent_at") else None
    if "ref" in values:
        return StatusReport(values["ref"], values["recipient"], values["status"], sent_at, None)
    return Deliver(
        sender=values["sender"],
        sender_kind=SenderKind.PHONE,
        text=values["text"],
        sent_at=sent_at,
        concat=Concat(*values["concat"], wide=values.get("wide", False)) if values["concat"] else None,
        message_class=values.get("message_class"),
    )


class Desk:
    """One profile with its engine; `start` it, queue something, `idle` it, then look at `states`."""

    def __init__(
        self,
        database: Database,
        clock: StillClock,
        *senders: PeerSender,
        decode: Callable[[str], Decoded] = decode,
        sim_absent_s: float = 60.0,
    ) -> None:
        self.database = database
        self.clock = clock
        self.events = Events()
        self.senders = senders
        self._changed = threading.Condition()
        self.events.subscribe(self._hear)
        timings = Timings(poll_s=0.02, stop_s=DEADLINE_S, sim_absent_s=sim_absent_s)
        self.engine = Engine(database, decode, self.events, clock, timings)
        for sender in senders:
            self.engine.add_sender(sender)

    def _hear(self, _: object) -> None:
        with self._changed:
            self._changed.notify_all()

    def queue(
        self,
        *phones: str,
        parts: int = 1,
        priority: Priority = Priority.NORMAL,
        text: str = "Bonjour",
        after: timedelta | None = None,
        until: timedelta | None = None,
        wake: bool = True,
    ) -> int:
        """Queue one broadcast; answers its id."""
        now = self.clock()
        broadcast = NewBroadcast(
            "title", text, Purpose.INFORMATION, priority, "broadcast", now,
            now + after if after else None, now + until if until else None,
        )  # fmt: skip
        cut = tuple(f"{text} {seq}" for seq in range(1, parts + 1))
        messages = [NewMessage(each, text, Encoding.GSM7, cut, ((None, "Anne"),)) for each in phones]
        with self.database.write() as connection:
            broadcast_id = insert_broadcast(connection, broadcast, messages, [])
        if wake:
            self.engine.wake()
        return broadcast_id

    def rows(self, sql: str, *values: object) -> list[dict[str, Any]]:
        return [dict(row) for row in self.database.read().execute(sql, values)]

    def states(self) -> list[str]:
        """The state of each part, in the order in which they were queued."""
        return [row["state"] for row in self.rows("SELECT state FROM parts ORDER BY id")]

    def inbox(self) -> list[tuple[str, str | None, int]]:
        """(sender, text, complete) of each received message."""
        rows = self.rows("SELECT sender, text, complete FROM received ORDER BY id")
        return [(row["sender"], row["text"], row["complete"]) for row in rows]

    def idle(self, timeout: float = DEADLINE_S, **more: float) -> bool:
        """Whether everything asked of modems and engine so far is done: before that it may be idle, too."""
        self.engine.wake()
        at_rest = all(sender.at_rest(timeout) for sender in self.senders)
        return at_rest and self.engine.wait_idle(timeout, **more)

    def wait(self, condition: Callable[[], bool]) -> None:
        """Wait until `condition` holds; the engine's events make it look at once."""
        deadline = time.monotonic() + DEADLINE_S
        with self._changed:
            while not condition():
                assert time.monotonic() < deadline, f"it did not come to this: {self.states()}"
                self._changed.wait(0.02)

    def wait_states(self, *states: str) -> None:
        self.wait(lambda: self.states() == list(states))


@contextmanager
def running(desk: Desk) -> Iterator[Desk]:
    desk.engine.start()
    try:
        for sender in desk.senders:
            assert sender.met.wait(DEADLINE_S)
        yield desk
    finally:
        for sender in desk.senders:
            sender.gate.set()
        desk.engine.stop()


@contextmanager
def full_disk() -> Iterator[None]:
    """The system takes no byte for any file of this process, as a full disk does."""
    import resource  # noqa: PLC0415  # does not exist on Windows

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
