"""Draws the pictures of the docs from the demonstration: `.venv/bin/python docs/images/render.py [DIR]`.

Options: --dark, --english, --size WIDTHxHEIGHT; QT_SCALE_FACTOR=2 draws at 200 %.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication

from smsdesk.app import build
from smsdesk.commands import demo
from smsdesk.desk import Desk
from smsdesk.domain.outgoing import PartState
from smsdesk.modem import virtual
from smsdesk.services.preferences import Choices
from smsdesk.services.resources import resource_path
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.window import MainWindow

LONGEST_MS = 60_000
SETTLE_MS = 700
"""What pages take to read their rows and to end their transitions."""


def main() -> None:
    """Draw every page into the folder."""
    options = _options()
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder)
        with Desk.open(profile) as desk:
            _choose(desk, options)
            group = demo.import_sample(desk.services, lambda _line: None)
            virtual.create(demo.MODEM, virtual.VirtualConfig(latency=0.02, reports=0.2, answer_after=0.3))
            broadcast = demo.notify_course(desk.services, group, lambda _line: None)
        app, window = build(["--profile", folder, "--modem", demo.MODEM_URL])
        try:
            width, _, height = options.size.partition("x")
            window.resize(int(width), int(height))
            _wait(app, lambda: _is_done(window, broadcast))
            for name, place in _places(window, group.id, broadcast).items():
                window.go(place)
                _settle(app)
                if name == "import":
                    window.page.load(resource_path("samples", "conservatoire.xlsx"))
                    _settle(app)
                window.grab().save(str(options.folder / f"{name}.png"))
        finally:
            window.close()
            virtual.forget(demo.MODEM)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--english", action="store_true")
    parser.add_argument("--size", default="1280x800")
    return parser.parse_args()


def _choose(desk: Desk, options: argparse.Namespace) -> None:
    desk.services.preferences.keep(
        Choices(
            institution="Conservatoire",
            language="en" if options.english else "fr",
            appearance="dark" if options.dark else "light",
        )
    )


def _places(window: MainWindow, group_id: int, broadcast: int) -> dict[str, Place]:
    phone = window.services.inbox.conversations(limit=1)[0].phone
    start = NotifyStart(group_ids=(group_id,), template="Changement de salle")
    return {
        "home": Place(Route.HOME),
        "notify": Place(Route.NOTIFY, start),
        "inbox": Place(Route.INBOX, phone),
        "people": Place(Route.PEOPLE),
        "import": Place(Route.IMPORT),
        "broadcasts": Place(Route.BROADCASTS),
        "broadcast": Place(Route.BROADCAST, broadcast),
        "templates": Place(Route.TEMPLATES),
        "planning": Place(Route.PLANNING),
        "settings": Place(Route.SETTINGS),
    }


def _is_done(window: MainWindow, broadcast: int) -> bool:
    summary = window.services.broadcasts.get(broadcast).summary
    everything = summary.counts.get(PartState.DELIVERED, 0) == summary.messages
    return everything and window.services.inbox.unread_count() == len(demo.ANSWERS)


def _wait(app: QApplication, done: Callable[[], bool]) -> None:
    deadline = QDeadlineTimer(LONGEST_MS)
    while not done():
        if deadline.hasExpired():
            sys.exit("The demonstration did not end in time.")
        app.processEvents()


def _settle(app: QApplication) -> None:
    deadline = QDeadlineTimer(SETTLE_MS)
    while not deadline.hasExpired():
        app.processEvents()


if __name__ == "__main__":
    main()
