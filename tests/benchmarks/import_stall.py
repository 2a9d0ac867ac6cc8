"""How long a window's event loop waits at most while a town is imported on another thread.

    python -m tests.benchmarks.import_stall [RESIDENTS]

A beat every millisecond measures how late the loop comes, with the collector and the switch interval of the window;
the list is read, planned, applied, and read again. p99 and the longest wait should stay below 16 ms, one frame.
On a busy machine the system takes the processor away too: a wait is the program's own as far as it worked meanwhile.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from smsdesk.app import SWITCH_INTERVAL_S
from smsdesk.services.events import Events
from smsdesk.services.importing import Importing
from smsdesk.storage.database import Database
from smsdesk.ui.collector import Collector
from tests.benchmarks.import_files import RESIDENT_HEADER, residents, write_xlsx

BEAT_MS = 1


class Beat:
    """Notes how late each beat of the event loop comes, in milliseconds, by what is done meanwhile."""

    def __init__(self) -> None:
        self.late: dict[str, list[float]] = {}
        self.own: dict[str, float] = {}
        """The longest wait during which the program itself was at work, for as long as it was."""
        self.stage = "idle"
        self._last = time.perf_counter()
        self._worked = time.process_time()
        self._timer = QTimer()
        self._timer.setTimerType(self._timer.timerType().PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.process_time()
        late = (now - self._last) * 1000 - BEAT_MS
        self.late.setdefault(self.stage, []).append(late)
        self.own[self.stage] = max(self.own.get(self.stage, 0.0), min(late, (worked - self._worked) * 1000))
        self._last, self._worked = now, worked


def run(path: Path, database: Path, beat: Beat, done: threading.Event) -> None:
    importing = Importing(Database(database), Events())
    for turn in ("first", "again"):
        beat.stage = f"plan, {turn}"
        plan = importing.plan(path)
        beat.stage = f"apply, {turn}"
        importing.apply(plan, accept_warnings=True)
    done.set()


def main(count: int = 100_000) -> None:
    app = QApplication.instance() or QApplication([])
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    collector = Collector(app)
    with tempfile.TemporaryDirectory(prefix="smsdesk-stall-") as place:
        path = Path(place) / "habitants.xlsx"
        write_xlsx(path, RESIDENT_HEADER, residents(count))
        beat, done = Beat(), threading.Event()
        worker = threading.Thread(target=run, args=(path, Path(place) / "desk.sqlite3", beat, done))
        watch = QTimer()
        watch.timeout.connect(lambda: QCoreApplication.quit() if done.is_set() else None)
        watch.start(50)
        QTimer.singleShot(1_000, worker.start)
        QCoreApplication.exec()
        worker.join()
    collector.stop()
    for stage, late in beat.late.items():
        ordered = sorted(late)
        print(
            f"{stage}: {len(late)} beats, late by {ordered[len(ordered) // 2]:.1f} ms (median), "
            f"{ordered[int(len(ordered) * 0.99)]:.1f} ms (p99), {ordered[-1]:.1f} ms (most), "
            f"at most {beat.own[stage]:.1f} ms by its own work"
        )


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(*(int(argument) for argument in sys.argv[1:]))
