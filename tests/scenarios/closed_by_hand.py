"""The program in a process of its own, whose window somebody looks through and closes: `python closed_by_hand.py PROFILE`."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer

from smsdesk import app
from smsdesk.ui.opening import OpeningWindow, application
from smsdesk.ui.places import Place, Route
from smsdesk.ui.window import MainWindow

LOOK_MS = 20


def main(profile: str) -> int:
    running = application()
    left = [*Route, Route.NOTIFY]
    ahead: list[bool] = []

    def look() -> None:
        opening = next((each for each in running.topLevelWidgets() if isinstance(each, OpeningWindow)), None)
        window = opening.findChild(MainWindow) if opening is not None else None
        if opening is None or window is None:
            return
        if not ahead:
            ahead.append(False)
            window.ahead.done.connect(lambda: ahead.append(True))
        if not ahead[-1] or not window.tasks.idle:
            return
        if left:
            window.go(Place(left.pop(0)))
        else:
            timer.stop()
            opening.close()  # as the system's cross does

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(LOOK_MS)
    return app.run(["--profile", profile, "--modem", "virtual://"])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
