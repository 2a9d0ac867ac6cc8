"""Tells how long our code keeps the window's event loop in one go, on whatever machine the tests run.

The wall clock says little there: other processes take the processor in the middle of anything. What is measured is
the processor time of the GUI thread (time.thread_time), which does not run while others do. A slow machine needs more
of it for the same work, so each measure is divided by what a fixed piece of work takes at that moment (`slowness`):
twice as slow, twice as long. What is aimed at is `FELT_MS`; what fails is `LIMIT_MS`, since beside other processes the
caches are not ours, and Qt is hurt more by that than the fixed piece is. A block of 200 ms fails on any machine.
Sleeping and waiting for a lock are seen by the wall clock alone, of which only `STOOD_STILL_S` counts.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication

FELT_MS = 50.0
"""Longer than this a person feels it."""
LIMIT_MS = 2.5 * FELT_MS
USUAL_MS = 4.0
"""What the fixed piece of work takes of a processor of 2020 that does nothing else."""
PIECE = 40_000
TRIES = 5
STOOD_STILL_S = 10.0
"""No other process keeps ours from the processor for so long: the loop was waiting for something."""


def slowness() -> float:
    """How many times slower than usual this processor is now; 1 where it is quicker."""
    return max(1.0, min(_piece_ms() for _ in range(TRIES)) / USUAL_MS)


def _piece_ms() -> float:
    started = time.thread_time()
    kept = {}
    for number in range(PIECE):
        kept[number % 97] = str(number)
    return (time.thread_time() - started) * 1e3


@dataclass(frozen=True)
class Kept:
    """Milliseconds of a usual machine for which one step kept the loop."""

    what: str
    ms: float


class LoopWatch:
    """`turn` does one thing in the event loop, `until` lets it run; `too_long` is what kept it over the limit."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self.kept: list[Kept] = []

    @property
    def too_long(self) -> list[Kept]:
        """The longest first."""
        return sorted((each for each in self.kept if each.ms > LIMIT_MS), key=lambda each: -each.ms)

    def turn(self, what: str, act: Callable[[], object]) -> None:
        """Do this as the event loop would, and note for how long."""
        worked, began = time.thread_time(), time.monotonic()
        act()
        ms, waited = (time.thread_time() - worked) * 1e3, time.monotonic() - began
        if ms > FELT_MS:
            ms /= slowness()
        self.kept.append(Kept(what, waited * 1e3 if waited > STOOD_STILL_S else ms))

    def until(self, what: str, done: Callable[[], bool], most_s: float) -> None:
        """Let the loop run, turn by turn, until `done`; AssertionError after `most_s`."""
        deadline = time.monotonic() + most_s
        while not done():
            assert time.monotonic() < deadline, f"{what} did not end"
            self.turn(what, self._app.processEvents)
            time.sleep(0.001)  # the other threads' turn
        self.turn(what, self._app.processEvents)
