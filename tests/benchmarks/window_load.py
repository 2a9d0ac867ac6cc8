"""How long the window's event loop waits at most while 200 messages a second change their state.

    python -m tests.benchmarks.window_load [MESSAGES] [CHANGES A SECOND] [SECONDS]

The open page is one broadcast with its table; changes are made by another thread on the real database. A beat
every 2 ms measures how late the loop comes; p99 should stay below 16 ms, one frame.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from smsdesk.app import build
from smsdesk.desk import Desk
from smsdesk.domain.clock import stamp, system_clock
from smsdesk.services.events import Changed, Topic
from smsdesk.storage.database import Database
from smsdesk.ui.places import Place, Route

BEAT_MS = 2
WARM_UP_S = 1.0


class Beat:
    """Counts how late each beat of the event loop comes, in milliseconds."""

    def __init__(self) -> None:
        self.late: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(self._timer.timerType().PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.late.append((now - self._last) * 1000 - BEAT_MS)
        self._last = now

    def percentile(self, share: float) -> float:
        ordered = sorted(self.late)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def change_states(path: Path, window: object, broadcast: int, rate: int, stop: threading.Event) -> None:
    """Walk every message from queued to delivered and let it begin anew as another one would."""
    database = Database(path)
    connection = database.read()
    parts = [row[0] for row in connection.execute("SELECT id FROM parts ORDER BY id").fetchall()]
    steps = ("claimed", "submitting", "accepted", "delivered")
    pause = 1 / rate
    for number in range(len(parts) * len(steps)):
        if stop.wait(pause):
            break
        step, part = steps[number // len(parts)], parts[number % len(parts)]
        with database.write() as writing:
            writing.execute(
                "UPDATE parts SET state = ?, submitted_at = ? WHERE id = ?",
                (step, stamp(system_clock()), part),
            )
        window.services.events.publish(Changed(Topic.BROADCASTS, broadcast), Changed(Topic.QUEUE))  # type: ignore[attr-defined]
    database.close()


def main(messages: int = 500, rate: int = 200, seconds: float = 5.0) -> None:
    folder = Path(tempfile.mkdtemp(prefix="smsdesk-load-"))
    with Desk.open(folder) as desk:
        numbers = [f"+336399{number:05}" for number in range(messages)]
        broadcast = desk.services.notify.send_numbers(numbers, "Cours annulé")
        desk.services.station.pause()
    app, window = build(["--profile", str(folder), "--modem", "virtual://load"])
    window.go(Place(Route.BROADCAST, broadcast))
    stop = threading.Event()
    database = folder / "smsdesk.sqlite3"
    worker = threading.Thread(target=change_states, args=(database, window, broadcast, rate, stop))
    run_for(WARM_UP_S)
    worker.start()
    beat = Beat()
    run_for(seconds)
    stop.set()
    worker.join()
    window.close()
    print(
        f"{messages} messages, {rate} changes a second: the loop was late by"
        f" {beat.percentile(0.5):.1f} ms (median), {beat.percentile(0.99):.1f} ms (p99), {max(beat.late):.1f} ms (most)"
    )
    del app


def run_for(seconds: float) -> None:
    """Let the event loop run."""
    loop = QEventLoop()  # quitting the application would ask the window whether it may be closed
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(*(int(argument) for argument in sys.argv[1:]))
