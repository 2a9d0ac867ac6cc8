"""How long a message takes from its +CMTI into the open inbox, beside a whole archive; `archive` runs this."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from smsdesk.app import build
from smsdesk.domain.modems import ModemState
from smsdesk.modem import virtual
from smsdesk.ui.pages.inbox import InboxPage
from smsdesk.ui.places import Place, Route

MODEM = "archive"
MESSAGES = 40
LONGEST_MS = 5_000
BETWEEN_MS = 150
SHOWN_MS = 100.0
LOOK_EVERY_MS = 2
"""Between two looks at the list: one that never sleeps takes the interpreter from what it waits for."""


def measure(profile: Path) -> None:
    """Deliver messages to a modem that answers at once, and wait until the window shows each."""
    modem = virtual.create(MODEM, virtual.VirtualConfig(latency=0.0))
    app, window = build(["--profile", str(profile), "--modem", f"virtual://{MODEM}"])
    try:
        window.show()
        window.go(Place(Route.INBOX))
        page = window.findChild(InboxPage)
        spin(app, lambda: bool(page.list.model.rows), LONGEST_MS)
        spin(
            app,
            lambda: any(status.state is ModemState.READY for status in window.services.station.modems()),
            LONGEST_MS,
        )
        spin(app, lambda: False, 10 * BETWEEN_MS)
        waits = sorted(shown(app, page, modem, number) for number in range(MESSAGES))
    finally:
        window.close()
        virtual.forget(MODEM)
    print(
        f"+CMTI to the open inbox: median {statistics.median(waits):.0f} ms, p99 {waits[-1]:.0f} ms "
        f"({MESSAGES} messages, a modem that answers at once; at most {SHOWN_MS:.0f} ms)"
    )


def shown(app: QApplication, page: InboxPage, modem: virtual.VirtualModem, number: int) -> float:
    """Milliseconds until the list shows a message on its top row."""
    text = f"Nous serons {number} samedi"
    spin(app, lambda: False, BETWEEN_MS + 7 * number % 50)
    started = time.perf_counter()
    modem.network.deliver(f"+336399800{number % 7:02}", text)
    seen = spin(app, lambda: any(row.last_text == text for row in page.list.model.rows[:3]), LONGEST_MS)
    if not seen:
        print(f"message {number} was not shown within {LONGEST_MS} ms")
    return (time.perf_counter() - started) * 1e3


def spin(app: QApplication, done: Callable[[], bool], most_ms: int) -> bool:
    """Run the event loop until `done`, at most so long; asleep meanwhile, as a window is that waits."""
    tick = QTimer()
    tick.start(LOOK_EVERY_MS)
    deadline = QDeadlineTimer(most_ms)
    while not deadline.hasExpired():
        if done():
            return True
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return False
