"""What the table of people costs the GUI thread: `python -m tests.benchmarks.people_table [PEOPLE]`.

The real window on a profile of 100,000 people. Each step (showing the first rows, one key of a search, one
step of scrolling) is made as a person makes it; what is measured is how long the event loop is kept from
anything else until the step is done, paint included, and how long until the answer stands in the table.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from smsdesk.app import build
from smsdesk.desk import Desk
from smsdesk.storage.database import Database
from smsdesk.ui.pages.people import PeoplePage
from smsdesk.ui.places import Place, Route
from tests.benchmarks import town

PEOPLE = 100_000
FRAME_MS = 16.0
FIRST_ROWS = 40
SCROLLS = 600
WORDS = ("martin", "dupont lea", "du", "06 39 98", "e", "petit", "le roux", "0639", "zo", "bernard a")
SEED = 3
LONGEST_MS = 30_000
SETTLED_MS = 30
"""Nothing came for so long: the answer to a step is there."""


NOTHING_S = 0.0003
"""A turn of the event loop shorter than this did nothing."""


class Step(NamedTuple):
    """Milliseconds: the longest the event loop was kept, processor time in that, until all was there."""

    kept: float
    work: float
    there: float


class Bench:
    """Runs the event loop in small turns and notes the longest turn of each step."""

    def __init__(self, app: QApplication, page: PeoplePage, idle: Callable[[], bool]) -> None:
        self.page = page
        self._app = app
        self._idle = idle

    def step(self, act: Callable[[], object]) -> Step:
        """Make a step and wait until nothing more comes of it."""
        started, worked = time.perf_counter(), time.thread_time()
        act()
        longest, work = time.perf_counter() - started, time.thread_time() - worked
        done = time.perf_counter()
        quiet = QDeadlineTimer(SETTLED_MS)
        deadline = QDeadlineTimer(LONGEST_MS)
        while not (quiet.hasExpired() and self._idle()) and not deadline.hasExpired():
            before, worked = time.perf_counter(), time.thread_time()
            self._app.processEvents()
            turn = time.perf_counter() - before
            longest, work = max(longest, turn), max(work, time.thread_time() - worked)
            if turn > NOTHING_S or not self._idle():
                done = time.perf_counter()
                quiet = QDeadlineTimer(SETTLED_MS)
            time.sleep(NOTHING_S)
        return Step(longest * 1000, work * 1000, (done - started) * 1000)


def p99(values: list[float]) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.99))]


def told(name: str, steps: list[Step]) -> None:
    kept, work, there = ([getattr(step, field) for step in steps] for field in ("kept", "work", "there"))
    print(
        f"{name:<13} {len(steps):4} steps   GUI thread kept: median {median(kept):6.2f}, p99 {p99(kept):6.2f} ms"
        f"   its own work: median {median(work):6.2f}, p99 {p99(work):6.2f} ms"
        f"   answer there: median {median(there):6.2f}, p99 {p99(there):7.2f} ms"
    )


def measure(bench: Bench, name: str, steps: list[Callable[[], object]]) -> None:
    """Make every step and tell what it cost."""
    told(name, [bench.step(step) for step in steps])


def main() -> None:
    """Fill a profile, open the window, and measure."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    with tempfile.TemporaryDirectory() as folder:
        with Desk.open(Path(folder)):
            pass
        database = Database(next(Path(folder).glob("*.sqlite3")))
        town.fill(database, count)
        database.close()
        app, window = build(["--profile", folder, "--modem", "virtual://"])
        try:
            window.go(Place(Route.PEOPLE))
            page = window.page
            assert isinstance(page, PeoplePage)
            bench = Bench(app, page, lambda: window.tasks.idle)
            bench.step(lambda: None)
            print(f"{count} people, {page.groups.model.rowCount()} entries in the tree")
            run(bench)
        finally:
            window.close()


def run(bench: Bench) -> None:
    """First rows, keys, scroll steps, rows chosen."""
    page, search = bench.page, bench.page.table.search
    groups = [node.group.id for node in page.groups.model.nodes if node.group is not None]
    whom: list[int | None] = [None, *groups]
    rows = [lambda at=at: page.groups.choose(whom[at % len(whom)]) for at in range(FIRST_ROWS)]
    measure(bench, "first rows", rows)
    bench.step(lambda: page.groups.choose(None))
    measure(bench, "key", [lambda key=key: key(search) for key in keys()])
    bench.step(search.clear)
    bar = page.table.view.verticalScrollBar()
    measure(
        bench, "scroll step", [lambda: bar.setValue(bar.value() + bar.pageStep()) for _ in range(SCROLLS)]
    )
    print(f"               {page.table.model.rowCount()} rows fetched by scrolling")
    order = random.Random(SEED)
    rowcount = page.table.model.rowCount()
    chosen = [order.randrange(rowcount) for _ in range(FIRST_ROWS)]
    measure(bench, "person shown", [lambda at=at: page.table.view.selectRow(at) for at in chosen])


def keys() -> list[Callable[[QLineEdit], None]]:
    """Every word typed key by key, then taken away at once."""
    pressed: list[Callable[[QLineEdit], None]] = []
    for word in WORDS:
        pressed += [lambda field, each=each: QTest.keyClick(field, each) for each in word]
        pressed.append(lambda field: field.clear())
    return pressed


if __name__ == "__main__":
    main()
