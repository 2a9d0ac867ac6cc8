"""A window in a process of its own that dies: `python crash_undo.py PROFILE MOMENT`.

MOMENT "typing": while somebody composes, as soon as that is kept. "undo": in the five seconds after the yes.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QListWidget, QPlainTextEdit

from smsdesk.app import build
from smsdesk.modem import virtual
from smsdesk.ui.places import Place, Route
from smsdesk.ui.window import MainWindow

PATIENCE_MS = 180_000
MODEM = "dying"


def main(profile: str, moment: str) -> None:
    virtual.create(MODEM, virtual.VirtualConfig(latency=0.02))
    app, window = build(["--profile", profile, "--modem", f"virtual://{MODEM}"])
    compose(app, window)
    services = window.services
    if moment == "typing":
        wait(app, lambda: services.drafts.latest() is not None)
        kept = Path(profile, "window.ini")
        wait(app, lambda: kept.exists() and f"route={Route.NOTIFY}" in kept.read_text("utf-8"))
    else:
        press(app, window, "notify_send")
        press(app, window, "notify_confirm")
        wait(app, lambda: bool(services.broadcasts.list()))
    os.kill(os.getpid(), signal.SIGKILL)


def compose(app: QApplication, window: MainWindow) -> None:
    window.go(Place(Route.NOTIFY))
    groups = window.findChild(QListWidget, "notify_group_list")
    wait(app, lambda: bool(groups.findItems("Piano", Qt.MatchFlag.MatchExactly)))
    groups.findItems("Piano", Qt.MatchFlag.MatchExactly)[0].setCheckState(Qt.CheckState.Checked)
    window.findChild(QPlainTextEdit, "notify_text").setPlainText("Pas de cours, {prénom}")


def press(app: QApplication, window: MainWindow, name: str) -> None:
    button = window.findChild(QAbstractButton, name)
    wait(app, lambda: button.isVisible() and button.isEnabled())
    button.click()


def wait(app: QApplication, condition: Callable[[], bool]) -> None:
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not condition():
        if deadline.hasExpired():
            sys.exit("it did not come to that")
        app.processEvents()


if __name__ == "__main__":
    main(*sys.argv[1:])
