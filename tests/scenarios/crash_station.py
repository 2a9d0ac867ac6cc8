"""A station in a process of its own that can be killed: `python crash_station.py DATABASE PORT [POINT] [PIN]`.

POINT counts the moments just before and just after each commit, from 1 on; there the process kills itself
as hard as the system can. Without it, it works until nothing is left to do, and exits with 0.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from modem_stand import BRISK

from smsdesk.domain.delivery import RetryRules
from smsdesk.modem.pdu import decode
from smsdesk.modem.worker import ModemWorker
from smsdesk.services.engine import Engine, Timings
from smsdesk.services.events import Events
from smsdesk.storage.database import Database

PATIENCE_S = 120.0
SETTLE_S = 10.0
SOON = RetryRules(delays=(timedelta(milliseconds=50),) * 40, storage_full=timedelta(milliseconds=50))


class MortalDatabase(Database):
    """Counts the moments around its commits and dies at the chosen one."""

    def __init__(self, path: Path, point: int) -> None:
        self._points = 0
        self._counting = threading.Lock()
        self._point = point
        super().__init__(path)

    @contextmanager
    def write(self) -> Iterator[Any]:
        outermost = not self.read().in_transaction
        with super().write() as connection:
            yield connection
            changed = outermost and connection.in_transaction
            if changed:
                self._pass_point()
        if changed:
            self._pass_point()

    def _pass_point(self) -> None:
        with self._counting:
            self._points += 1
            if self._points == self._point:
                os.kill(os.getpid(), signal.SIGKILL)


def main(path: str, port: str, point: str = "0", pin: str | None = None) -> int:
    database = MortalDatabase(Path(path), int(point))
    engine = Engine(database, decode, Events(), timings=Timings(retries=SOON, poll_s=0.02, stop_s=5.0))
    engine.add_sender(ModemWorker(port, timings=BRISK, pin=pin))
    engine.start()
    done = engine.wait_ready(PATIENCE_S) and engine.wait_idle(PATIENCE_S, settle=SETTLE_S)
    engine.stop()
    database.close()
    return 0 if done else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
