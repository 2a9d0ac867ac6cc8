"""Each whole message reaches each rule once: whatever order, duplicates, restarts, clocks, defects and full disks."""

from __future__ import annotations

import json
import random
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest
from engine_desk import Desk, decode, full_disk, phone, running, sms
from hypothesis import given, settings
from hypothesis import strategies as st
from peer_sender import PeerSender
from still_clock import StillClock
from test_engine_reception import no_limits

from smsdesk.domain.incoming import Arrived, RawPdu
from smsdesk.services.engine.reception import Reception
from smsdesk.services.engine.tally import Tally
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.incoming_rules import Handler, IncomingRules, IncomingRunner
from smsdesk.storage.database import Connection, Database

NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)
DEADLINE_S = 60.0
SENDERS = ("+33639980001", "+33639980002")


class Book:
    """A rule that keeps what it is given in the transaction that it is given."""

    def __init__(self, database: Database) -> None:
        with database.write() as connection:
            connection.execute("CREATE TABLE IF NOT EXISTS book (id INTEGER, sender TEXT, text TEXT) STRICT")

    def handle(self, connection: Connection, arrived: Arrived) -> Sequence[Changed]:
        connection.execute("INSERT INTO book VALUES (?, ?, ?)", (arrived.id, arrived.sender, arrived.text))
        return (Changed(Topic.QUEUE),)


def book(database: Database) -> list[tuple[str, str]]:
    """Sender and text of each call."""
    return [tuple(row) for row in database.read().execute("SELECT sender, text FROM book ORDER BY rowid")]


def comes(database: Database, *pdus: str, at: datetime = NOON) -> None:
    """These PDUs are stored and decoded."""
    reception = Reception(database, Events(), lambda: at, decode, Tally())
    reception.store([RawPdu("sim", pdu, at) for pdu in pdus])
    while reception.decode_some():
        pass


def rules(database: Database, *handlers: Handler) -> IncomingRules:
    return IncomingRules(database, Events(), handlers or (Book(database).handle,), lambda: None)


def test_oldest_first_each_once(database: Database) -> None:
    comes(database, sms("+33639980001", "un"), sms("+33639980002", "deux"))
    looking = rules(database)
    assert looking.behind
    assert looking.handle_waiting() == 2
    assert (looking.handle_waiting(), looking.behind) == (0, False)
    assert book(database) == [("+33639980001", "un"), ("+33639980002", "deux")]


def test_two_messages_under_one_number_within_an_hour_are_told_apart_by_time(database: Database) -> None:
    def part(text: str, seq: int, minutes: int) -> str:
        stamp = (NOON + timedelta(minutes=minutes)).isoformat()
        return sms("+33639980001", text, (7, 2, seq), sent_at=stamp)

    comes(database, part("A1 ", 1, 0), part("B1 ", 1, 40), part("B2", 2, 41), part("A2", 2, 1))
    assert rules(database).handle_waiting() == 2
    assert sorted(text for _, text in book(database)) == ["A1 A2", "B1 B2"]


def test_what_no_rule_can_read_is_left_out(database: Database) -> None:
    comes(database, "garbage", sms("+33639980001", None), sms("+33639980001", "un", (7, 2, 1)))
    assert rules(database).handle_waiting() == 0
    comes(database, sms("+33639980001", " deux", (7, 2, 2)))
    assert rules(database).handle_waiting() == 1
    assert book(database) == [("+33639980001", "un deux")]


@pytest.mark.expects_errors
def test_a_defect_in_one_rule_stops_neither_the_others_nor_the_next_message(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(connection: Connection, arrived: Arrived) -> Sequence[Changed]:
        connection.execute("INSERT INTO book VALUES (0, 'half', 'done')")
        raise KeyError(arrived.text)

    kept = Book(database)
    comes(database, sms("+33639980001", "secret"), sms("+33639980001", "deux"))
    assert rules(database, kept.handle, fails, kept.handle).handle_waiting() == 2
    assert [text for _, text in book(database)] == ["secret", "secret", "deux", "deux"]
    assert "secret" not in "".join(record.getMessage() for record in caplog.records)


def test_events_and_the_engine_are_told_after_the_commit(database: Database) -> None:
    heard: list[tuple[Changed, bool]] = []
    events = Events()
    events.subscribe(lambda changed: heard.append((changed, database.read().in_transaction)))
    woken: list[bool] = []
    kept = Book(database)
    looking = IncomingRules(
        database, events, [kept.handle], lambda: woken.append(database.read().in_transaction)
    )
    comes(database, sms("+33639980001", "un"))
    looking.handle_waiting()
    assert heard == [(Changed(Topic.INBOX), False), (Changed(Topic.QUEUE), False)]
    assert woken == [False]


@no_limits
def test_a_full_disk_leaves_the_message_for_later(database: Database) -> None:
    comes(database, sms("+33639980001", "un"))
    looking = rules(database)
    events = Events()
    runner = IncomingRunner(looking, events, database.refusal_of, every_s=0.05)
    with full_disk():
        runner.start()
        waited = threading.Event()
        assert not waited.wait(0.2)
        assert looking.behind
    try:
        _until(lambda: not looking.behind)
    finally:
        runner.stop()
    assert book(database) == [("+33639980001", "un")]


def test_the_runner_handles_what_waits_and_what_comes(database: Database) -> None:
    comes(database, sms("+33639980001", "un"))
    events, looking = Events(), rules(database)
    runner = IncomingRunner(looking, events, database.refusal_of, every_s=3600)
    runner.start()
    try:
        _until(lambda: len(book(database)) == 1)
        comes(database, sms("+33639980001", "deux"))
        events.publish(Changed(Topic.INBOX))
        _until(lambda: len(book(database)) == 2)
    finally:
        runner.stop()
    assert [text for _, text in book(database)] == ["un", "deux"]


def test_who_waits_until_nothing_is_left_waits_for_the_rules_and_what_they_queue(
    database: Database, clock: StillClock
) -> None:
    peer = PeerSender(clock=clock)
    desk = Desk(database, clock, peer)

    def answer(_: Connection, arrived: Arrived) -> Sequence[Changed]:
        desk.queue(arrived.sender, text="Bien reçu", wake=False)
        return (Changed(Topic.QUEUE),)

    looking = IncomingRules(database, desk.events, [answer], desk.engine.wake)
    runner = IncomingRunner(looking, desk.events, database.refusal_of)
    desk.engine.wait_for_rules(lambda: looking.behind)
    runner.start()
    try:
        with running(desk):
            for number in range(5):
                peer.put(sms(phone(number), "Bonjour"))
                desk.wait(lambda came=number + 1: len(desk.inbox()) == came)
                assert desk.idle()
                assert desk.states() == ["accepted"] * (number + 1)
    finally:
        runner.stop()


def _until(reached: Callable[[], bool]) -> None:
    deadline = time.monotonic() + DEADLINE_S
    while not reached():
        assert time.monotonic() < deadline
        threading.Event().wait(0.01)


@dataclass(frozen=True)
class Spoken:
    """One message as somebody sent it, in parts that the service centre stamps by its own clock."""

    sender: str
    parts: tuple[str, ...]
    reference: int
    wide: bool
    after: timedelta
    apart_s: int
    """Between the stamps of one part and the next."""

    @property
    def pdus(self) -> list[str]:
        if len(self.parts) == 1:
            return [sms(self.sender, self.parts[0])]
        handed_in = NOON + self.after
        return [
            sms(
                self.sender,
                text,
                (self.reference, len(self.parts), seq),
                wide=self.wide,
                sent_at=(handed_in + timedelta(seconds=seq * self.apart_s)).isoformat(),
            )
            for seq, text in enumerate(self.parts, 1)
        ]


@st.composite
def conversations(draw: st.DrawFn) -> list[Spoken]:
    """One reference all the time: of 8 bits, again every two hours, or both widths of it at once, again on the
    next day; and used by one sender, or by two of them in the same minute."""
    widths = draw(st.sampled_from([(False,), (False, True)]))
    hours = 2 if len(widths) == 1 else 26
    said = []
    for number in range(draw(st.integers(1, 5))):
        senders = draw(st.sampled_from([SENDERS[:1], SENDERS]))
        count, apart_s = draw(st.integers(1, 4)), draw(st.integers(0, 600))
        for wide, sender in product(widths, senders):
            parts = tuple(f"{number}.{seq}{'w' if wide else 'n'}{sender[-1]} " for seq in range(count))
            said.append(Spoken(sender, parts, 7, wide, timedelta(hours=number * hours), apart_s))
    return said


@st.composite
def crowded(draw: st.DrawFn) -> list[Spoken]:
    """A phone that gives each message the same reference, and sends the next one a little later than it took
    to send one."""
    count, apart_s = draw(st.integers(2, 3)), draw(st.integers(0, 20))
    every = timedelta(seconds=count * apart_s + 1)
    return [
        Spoken(
            SENDERS[0], tuple(f"{number}.{seq} " for seq in range(count)), 7, False, number * every, apart_s
        )
        for number in range(draw(st.integers(2, 4)))
    ]


STEPS = st.lists(st.sampled_from(["decode", "handle", "restart", "again", "echo", "clock"]), max_size=20)
"""What happens between two PDUs. "again": the slot of the last one is read once more after a crash; "echo":
the network delivers the last part once more."""


class Machine:
    """A program that stores, decodes, handles, dies and starts again, by a clock that jumps."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._now = NOON
        self._slot = 0
        self._last: list[RawPdu] = []
        self._start()

    def _start(self) -> None:
        self.database = Database(self._path)
        self._reception = Reception(self.database, Events(), lambda: self._now, decode, Tally())
        self._rules = rules(self.database)

    def store(self, pdu: str) -> None:
        self._slot += 1
        self._last = [RawPdu("sim", pdu, self._now, "SM", self._slot)]
        self._reception.store(self._last)

    def do(self, step: str, jump_s: int) -> None:
        if step == "decode":
            self._reception.decode_some()
        elif step == "handle":
            self._rules.handle_next()
        elif step == "restart":
            self.database.close()
            self._start()
        elif step == "again":
            self._reception.store(self._last)
        elif step == "echo":
            self._echo()
        else:
            self._now += timedelta(seconds=jump_s)

    def _echo(self) -> None:
        (last,) = self._last
        if json.loads(last.pdu)["concat"]:
            self.store(last.pdu)

    def finish(self) -> None:
        while self._reception.decode_some():
            pass
        self._rules.handle_waiting()


@pytest.fixture(scope="module")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that is up to date: each example begins with a copy of it."""
    path = tmp_path_factory.mktemp("empty") / "desk.sqlite3"
    Database(path).close()
    return path


@settings(max_examples=35, deadline=None)
@given(
    said=conversations(),
    order=st.randoms(use_true_random=False),
    steps=STEPS,
    jump_s=st.integers(-3_000_000, 3_000_000),
)
def test_any_interleaving_gives_each_message_once_whole_and_handled_once(
    empty_file: Path, said: list[Spoken], order: random.Random, steps: list[str], jump_s: int
) -> None:
    wanted = sorted((message.sender, "".join(message.parts)) for message in said)
    shown, handled = _after_all(empty_file, said, order, steps, jump_s)
    assert shown == wanted
    assert sorted(handled) == wanted


@settings(max_examples=25, deadline=None)
@given(
    said=crowded(),
    order=st.randoms(use_true_random=False),
    steps=STEPS,
    jump_s=st.integers(-3_000_000, 3_000_000),
)
def test_whatever_order_puts_parts_together_under_one_reference_each_message_is_whole_in_the_end(
    empty_file: Path, said: list[Spoken], order: random.Random, steps: list[str], jump_s: int
) -> None:
    """A rule may have seen one that was put together wrongly before the rest came; it saw each once."""
    shown, handled = _after_all(empty_file, said, order, steps, jump_s)
    assert shown == sorted((message.sender, "".join(message.parts)) for message in said)
    assert len(handled) == len(said)


def _after_all(
    empty_file: Path, said: list[Spoken], order: random.Random, steps: list[str], jump_s: int
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """What is shown, and what the rules were given, once all parts came in some order between these steps."""
    pdus = [pdu for message in said for pdu in message.pdus]
    order.shuffle(pdus)
    with tempfile.TemporaryDirectory() as folder:
        machine = Machine(Path(shutil.copy(empty_file, folder)))
        for number, pdu in enumerate(pdus):
            machine.store(pdu)
            for step in steps[number::3]:
                machine.do(step, jump_s if number % 2 else -jump_s)
        machine.finish()
        machine.do("restart", 0)
        machine.finish()
        rows = machine.database.read().execute("SELECT sender, text FROM received WHERE complete = 1")
        shown, handled = sorted(tuple(row) for row in rows), book(machine.database)
        machine.database.close()
    return shown, handled
