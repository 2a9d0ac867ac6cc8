"""How long the window waits on the live page and on the list: `python -m tests.benchmarks.broadcast_page`.

    python -m tests.benchmarks.broadcast_page [PEOPLE] [CHANGES A SECOND]

A thread changes messages of a broadcast on the real database, so many a second, and tells it, while the page
of it is open; then the list of 10,000 broadcasts is scrolled to its end, page by page. A beat of 2 ms tells how
late the event loop comes; the same beat in the idle window is the bare counterpart.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer

from smsdesk.desk import Desk, services_of
from smsdesk.domain.clock import stamp, system_clock
from smsdesk.services.bundle import Services
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.storage.database import Database
from smsdesk.ui.bridge import Bridge
from smsdesk.ui.notices import Notices
from smsdesk.ui.pages.broadcast import BroadcastPage
from smsdesk.ui.pages.broadcasts import BroadcastsPage
from smsdesk.ui.pages.page import Page, PageContext
from smsdesk.ui.tasks import Tasks
from tests.benchmarks.window_stall import Watch, p99

PEOPLE, RATE, SECONDS, LISTED = 1_000, 20, 8, 10_000
SIZE = (1096, 616)
STEPS = ("claimed", "submitting", "accepted", "delivered")


def run_for(milliseconds: int) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def filled(path: Path, people: int) -> int:
    """A profile with 10,000 broadcasts of one message, and one to all; gives its id."""
    with Desk.open(path) as desk:
        numbers = [f"+336399{number:05}" for number in range(people)]
        broadcast = desk.services.notify.send_numbers(numbers, "Cours annulé")
    database = Database(path / "smsdesk.sqlite3")
    now = stamp(system_clock())
    first = broadcast + 1
    with database.write() as connection:
        heads = [(first + each, f"Envoi {each}", now) for each in range(LISTED)]
        connection.executemany(
            "INSERT INTO broadcasts (id, title, body, purpose, priority, created_at)"
            " VALUES (?, ?, 'Cours annulé', 'information', 1, ?)",
            heads,
        )
        connection.executemany(
            "INSERT INTO messages (id, broadcast_id, e164, text, encoding, created_at)"
            " VALUES (?, ?, '+33639980001', 'Cours annulé', 'gsm7', ?)",
            [(people + number, number, now) for number, _, now in heads],
        )
        connection.executemany(
            "INSERT INTO parts (message_id, seq, text, priority) VALUES (?, 1, 'Cours annulé', 1)",
            [(people + number,) for number, _, _ in heads],
        )
    database.close()
    return broadcast


def change(database: Database, services: Services, broadcast: int, rate: int, stop: threading.Event) -> None:
    """Walk the messages of a broadcast from state to state."""
    rows = database.read().execute(
        "SELECT parts.id FROM parts JOIN messages m ON m.id = message_id WHERE broadcast_id = ?", (broadcast,)
    )
    parts = [row[0] for row in rows.fetchall()]
    for number in range(len(parts) * len(STEPS)):
        if stop.wait(1 / rate):
            return
        step, part = STEPS[number % len(STEPS)], parts[number // len(STEPS)]
        with database.write() as connection:
            connection.execute(
                "UPDATE parts SET state = ?, submitted_at = ? WHERE id = ?",
                (step, stamp(system_clock()), part),
            )
        services.events.publish(Changed(Topic.BROADCASTS, broadcast), Changed(Topic.QUEUE))


def measured(work_ms: int) -> list[float]:
    watch = Watch()
    run_for(work_ms)
    return watch.stop()


def scrolled(page: BroadcastsPage) -> tuple[list[float], int]:
    """Go to the end again and again until all is there."""
    watch, model = Watch(), page.list.model()
    for _ in range(LISTED):
        before = model.rowCount()
        page.list.scrollToBottom()
        run_for(20)
        if model.rowCount() == before and before > LISTED:
            break
    return watch.stop(), model.rowCount()


def shown(page: Page, bridge: Bridge) -> None:
    bridge.changed.connect(page.on_changed)
    page.resize(*SIZE)
    page.show()
    run_for(1_000)


def main() -> None:
    """Print p99 and the longest wait: idle, live page, list."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  # after the platform was chosen

    people, rate = (int(each) for each in (*sys.argv[1:], *(str(PEOPLE), str(RATE))[len(sys.argv) - 1 :]))
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        broadcast = filled(Path(folder), people)
        database = Database(Path(folder) / "smsdesk.sqlite3")
        services = services_of(database, Events())
        tasks, bridge = Tasks(), Bridge(services.events)
        context = PageContext(services, tasks, Notices())
        page = BroadcastPage(context)
        page.open(broadcast)
        shown(page, bridge)
        told("idle window", measured(SECONDS * 500))
        stop = threading.Event()
        worker = threading.Thread(target=change, args=(database, services, broadcast, rate, stop))
        worker.start()
        told(f"live page, {people} people, {rate} changes a second", measured(SECONDS * 1000))
        stop.set()
        worker.join()
        page.close()
        cards = BroadcastsPage(context)
        shown(cards, bridge)
        late, count = scrolled(cards)
        told(f"list scrolled through {count} broadcasts", late)
        cards.close()
        bridge.close()
        tasks.close()
        database.close()
    del app


def told(what: str, late: list[float]) -> None:
    """Print one line."""
    print(f"{what}: p99 {p99(late):.2f} ms, longest {late[-1]:.2f} ms")


if __name__ == "__main__":
    main()
