"""Tells due second guardians in a process that can be killed: `python crash_escalation.py DATABASE NOW [POINT]`.

POINT counts the moments after each step inside the transaction, and the one after its commit, from 1 on; there
the process kills itself as hard as the system can.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from smsdesk.desk import services_of
from smsdesk.services.events import Events
from smsdesk.storage import escalations
from smsdesk.storage.database import Database

_left = 0


def _pass_point() -> None:
    global _left  # noqa: PLW0603  # one process, one countdown
    _left -= 1
    if _left == 0:
        os.kill(os.getpid(), signal.SIGKILL)


class MortalDatabase(Database):
    @contextmanager
    def write(self) -> Iterator[Any]:
        outermost = not self.read().in_transaction
        with super().write() as connection:
            yield connection
            _pass_point()
        if outermost:
            _pass_point()


def main(path: str, now: str, point: str = "0") -> int:
    global _left  # noqa: PLW0603
    database = MortalDatabase(Path(path))
    moment = datetime.fromisoformat(now)
    services = services_of(database, Events(), lambda: moment)
    note = escalations.note

    def note_and_pass(*args: Any) -> None:
        _pass_point()
        note(*args)
        _pass_point()

    escalations.note = note_and_pass
    _left = int(point)
    print(services.escalation.tell_due())
    database.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
