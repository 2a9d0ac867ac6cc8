"""How long the window's event loop waits while SMS go out: `python -m tests.benchmarks.window_stall [COUNT]`.

The real window, on the live page of a broadcast of COUNT messages, with the engine sending through an instant
virtual modem whose reports come at once: some hundreds of state changes a second. A timer of the GUI thread
tells how late it was called; the same timer in an idle window is the bare counterpart.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt, QTimer

from smsdesk.app import build
from smsdesk.desk import Desk
from smsdesk.domain.outgoing import PartState
from smsdesk.modem import virtual
from smsdesk.services.events import Changed
from smsdesk.ui.places import Place, Route
from smsdesk.ui.window import MainWindow

COUNT = 2_000
IDLE_MS = 3_000
TICK_MS = 2
LONGEST_MS = 120_000
TARGET_MS = 16.0
MODEM = "stall"


class Watch:
    """Notes how much later than asked the event loop called."""

    def __init__(self) -> None:
        self.late_ms: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.late_ms.append(max(0.0, (now - self._last) * 1000 - TICK_MS))
        self._last = now

    def stop(self) -> list[float]:
        self._timer.stop()
        return sorted(self.late_ms)


def p99(sorted_ms: list[float]) -> float:
    return sorted_ms[int(len(sorted_ms) * 0.99)]


def idle() -> list[float]:
    watch = Watch()
    run_for(IDLE_MS)
    return watch.stop()


def run_for(milliseconds: int) -> None:
    """The real event loop, which sleeps while nothing is to be done."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def sending(window: MainWindow, broadcast: int) -> tuple[list[float], float, int]:
    changes: list[Changed] = []
    unsubscribe = window.services.events.subscribe(changes.append)
    watch = Watch()
    started = time.perf_counter()
    window.services.station.resume()
    deadline = QDeadlineTimer(LONGEST_MS)
    while not is_done(window, broadcast) and not deadline.hasExpired():
        # The look at the database is the benchmark's own: seldom enough to cost nothing.
        run_for(500)
    unsubscribe()
    return watch.stop(), time.perf_counter() - started, len(changes)


def is_done(window: MainWindow, broadcast: int) -> bool:
    summary = window.services.broadcasts.get(broadcast).summary
    return summary.counts.get(PartState.DELIVERED, 0) == summary.messages


def main() -> None:
    """Print p99 and the longest wait, idle and while sending, for both pages."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    with tempfile.TemporaryDirectory() as folder:
        with Desk.open(Path(folder)) as desk:
            numbers = [f"+336{39980000 + each:08d}" for each in range(count)]
            broadcast = desk.services.notify.send_numbers(numbers, "Le cours de piano de jeudi est annulé.")
            desk.services.station.pause()
        virtual.create(MODEM, virtual.VirtualConfig())
        _app, window = build(["--profile", folder, "--modem", f"virtual://{MODEM}"])
        try:
            window.go(Place(Route.BROADCAST, broadcast))
            bare = idle()
            loaded, seconds, changes = sending(window, broadcast)
        finally:
            window.close()
            virtual.forget(MODEM)
    print(f"idle window:     p99 {p99(bare):6.2f} ms, longest {bare[-1]:6.2f} ms")
    print(
        f"while sending:   p99 {p99(loaded):6.2f} ms, longest {loaded[-1]:6.2f} ms "
        f"({count} SMS in {seconds:.1f} s, {changes / seconds:.0f} events a second; target p99 {TARGET_MS:.0f} ms)"
    )


if __name__ == "__main__":
    main()
