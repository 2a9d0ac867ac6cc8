"""Python's cycle collector, kept on the GUI thread: elsewhere it could destroy a Qt object of another thread.

The collector runs on whichever thread happens to allocate, and the engine and the modems allocate too. A
widget that waits for it in a cycle would then be destroyed outside the GUI thread: Qt may crash on that.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from smsdesk.services import bulk_work

LOOK_EVERY_MS = 500
"""Often enough that garbage stays small, so that no collection is felt."""


class Collector(QObject):
    """Collects at the thresholds of `gc`, in the event loop, from its making to `stop`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        # What stands at the start stays: later collections need not walk through it.
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(collect_what_is_due)
        self._timer.start()

    def stop(self) -> None:
        """Leave the collector as it was found."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_enabled:
            gc.enable()


def collect_what_is_due() -> int:
    """Collect the oldest generation whose threshold is passed; gives the number of objects found, or 0."""
    if bulk_work.is_going_on():
        return 0
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation] > 0:
            return gc.collect(generation)
    return 0
