"""What the engine adds to the modem's own time: `python -m tests.benchmarks.engine_overhead [COUNT]`.

The modem is another process on a pseudo-terminal. Each round measures the engine and, right beside it, a
bare loop that speaks the same dialogue and commits durably what must be durable; the median of the rounds'
own ratios is what counts. Received SMS are timed by the modem: from the first announcement to the last
deletion.
"""

from __future__ import annotations

import gc
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

from smsdesk.domain.clock import system_clock, unstamp
from smsdesk.domain.outgoing import Encoding, Priority, Purpose
from smsdesk.modem.clearing import LONGEST_LINE
from smsdesk.modem.pdu import decode
from smsdesk.modem.worker import ModemWorker
from smsdesk.services.engine import Engine
from smsdesk.services.events import Events
from smsdesk.storage.database import Database
from smsdesk.storage.outbox import NewBroadcast, NewMessage, insert_broadcast
from tests.benchmarks import bare_dialogue
from tests.benchmarks.bench_modem import BenchModem, bench_modem

T = TypeVar("T")

ROUNDS = 9
BURST_ROUNDS = 41
SLOW_ROUNDS = 3
TEXT = "Le cours de piano de jeudi est annulé."
PHONE = "+33612345678"
SLOW_S = 0.1
SLOW_COUNT = 200
BURST = 200
IDLE_S = 10.0


@contextmanager
def running(modem: BenchModem) -> Iterator[tuple[Engine, Database]]:
    """An engine whose modem is ready."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "bench.sqlite3")
        engine = Engine(database, decode, Events())
        engine.add_sender(ModemWorker(modem.name))
        engine.start()
        try:
            assert engine.wait_ready(30), engine.statuses()
            yield engine, database
        finally:
            engine.stop()
            database.close()


def queue(database: Database, count: int, parts: int = 1) -> None:
    now = system_clock()
    broadcast = NewBroadcast("bench", TEXT, Purpose.INFORMATION, Priority.NORMAL, "broadcast", now)
    messages = [
        NewMessage(PHONE, TEXT, Encoding.GSM7, (TEXT,) * parts, ((None, "Anne"),)) for _ in range(count)
    ]
    with database.write() as connection:
        insert_broadcast(connection, broadcast, messages, [])


def spent(database: Database) -> float:
    """Seconds from the first submission to the last acceptance."""
    first, last, open_ = (
        database.read()
        .execute("SELECT min(submitted_at), max(accepted_at), sum(accepted_at IS NULL) FROM parts")
        .fetchone()
    )
    assert not open_
    return (unstamp(last) - unstamp(first)).total_seconds()


def engine_run(count: int, latency: float, parts: int = 1) -> float:
    """Seconds for all parts of `count` messages through the engine."""
    with bench_modem(latency) as modem, running(modem) as (engine, database):
        assert engine.wait_idle(30)
        queue(database, count, parts)
        engine.wake()
        assert engine.wait_idle(120)
        return spent(database)


def reaction() -> float:
    """Seconds from the commit of a new message to its AT+CMGS on an idle engine."""
    with bench_modem() as modem, running(modem) as (engine, database):
        assert engine.wait_idle(30)
        queue(database, 1)
        start = time.monotonic()
        engine.wake()
        return modem.next_moment() - start


def burst(*, marks: bool = True) -> tuple[float, float]:
    """Seconds from the announcement of a burst until the last of it, stored durably, is off the SIM.

    The first burst that a modem brings, and one after it. `marks`: whether the modem marks what it lists, and so is
    given its deletions together.
    """
    with bench_modem(burst=BURST, marks=marks) as modem, running(modem) as (engine, database):
        assert engine.wait_idle(30)
        times = []
        for count in (1, 2):
            modem.announce()
            start = modem.next_moment()
            times.append(modem.next_moment() - start)
            assert engine.wait_idle(30)
            assert database.read().execute("SELECT count(*) FROM received").fetchone()[0] == count * BURST
    return times[0], times[1]


def idle_share() -> float:
    """Processor time of an idle engine with its modem, as a share of the time that passed."""
    with bench_modem() as modem, running(modem) as (engine, _):
        assert engine.wait_idle(30)
        before = resource.getrusage(resource.RUSAGE_SELF)
        time.sleep(IDLE_S)
        after = resource.getrusage(resource.RUSAGE_SELF)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / IDLE_S


def in_turns(rounds: int, *measures: Callable[[], T]) -> list[list[T]]:
    """Each measure's values; the measures take turns, so that each round is one comparison.

    Every other round goes backwards, so that none is always the one that comes after another.
    """
    table: list[list[T]] = []
    for number in range(rounds):
        turn = [collected(measure) for measure in measures[:: -1 if number % 2 else 1]]
        table.append(turn[:: -1 if number % 2 else 1])
    return [list(column) for column in zip(*table, strict=True)]


def collected(measure: Callable[[], T]) -> T:
    """What it measures when nothing is left for the collector of cycles."""
    gc.collect()
    return measure()


def ratio(values: Sequence[float], bare: Sequence[float]) -> str:
    """The median of the rounds' own ratios, and how far the middle half of them lies apart."""
    ratios = [value / base for value, base in zip(values, bare, strict=True)]
    low, middle, high = statistics.quantiles(ratios, n=4)
    return f"{middle:5.2f} times bare (half of the rounds within {low:.2f} and {high:.2f})"


def show(label: str, values: Sequence[float], share: float, unit: str, bare: Sequence[float] = ()) -> None:
    """One line: the median in milliseconds for each `share` of it, and the ratio when there is one."""
    compared = ratio(values, bare) if bare else ""
    print(f"{label:32} {statistics.median(values) / share * 1e3:8.3f} ms {unit:10} {compared}".rstrip())


def show_sending(count: int) -> None:
    bare, single, triple = in_turns(
        ROUNDS,
        lambda: bare_dialogue.sending(count, PHONE, TEXT),
        lambda: engine_run(count, 0.0),
        lambda: engine_run(count // 3, 0.0, parts=3),
    )
    show("bare dialogue and commit", bare, count, "an SMS")
    show("engine", single, count, "an SMS", bare)
    part = count / (count // 3 * 3)
    show("engine, three parts each", [value * part for value in triple], count, "a part", bare)
    show("queued -> AT+CMGS, idle", in_turns(ROUNDS, reaction)[0], 1, "")


def show_burst() -> None:
    """The bare loop lists once and has lines of the same length; a first burst is compared with a first one."""
    for label, marks, longest in (("together", True, LONGEST_LINE), ("one by one", False, 0)):
        bare, engine = in_turns(
            BURST_ROUNDS,
            partial(bare_dialogue.burst, BURST, longest_line=longest),
            partial(burst, marks=marks),
        )
        print(f"{BURST} announced, deleted {label}")
        for which, at in (("the first burst of a modem", 0), ("a later one", 1)):
            base, ours = [pair[at] for pair in bare], [pair[at] for pair in engine]
            show(f"  {which}, bare", base, 1, "a burst")
            show(f"  {which}, engine", ours, 1, "a burst", base)
            print(f"{'    shortest of the rounds':32} {'':22} {min(ours) / min(base):5.2f} times bare")


def show_slow() -> None:
    own = SLOW_COUNT * SLOW_S
    bare, engine = in_turns(
        SLOW_ROUNDS,
        lambda: bare_dialogue.sending(SLOW_COUNT, PHONE, TEXT, SLOW_S),
        lambda: engine_run(SLOW_COUNT, SLOW_S),
    )
    for label, times in (("bare", bare), ("engine", engine)):
        seconds = statistics.median(times)
        what = f"{SLOW_COUNT} SMS at {SLOW_S * 1e3:.0f} ms, {label}"
        print(f"{what:32} {seconds:8.3f} s             {seconds / own:5.3f} times the modem's own time")


def main() -> None:
    show_sending(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
    show_burst()
    show_slow()
    print(f"{'idle processor share':32} {idle_share() * 100:8.2f} %")


if __name__ == "__main__":
    main()
