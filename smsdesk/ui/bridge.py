"""The one place where an event of the services becomes a Qt signal, in the GUI thread, bursts coalesced."""

from __future__ import annotations

import threading

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from smsdesk.services.events import Changed, Events, Topic

COALESCE_MS = 50
"""20 Hz: more often than the eye asks for, rarely enough for 5,000 events a second."""


class Bridge(QObject):
    """Collects events of any thread; `changed` carries a frozenset of Changed, at most 20 times a second.

    What comes after a quiet moment is told at once: only bursts are held back.
    """

    changed = Signal(object)
    _first = Signal()

    def __init__(self, events: Events, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._pending: set[Changed] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._flush)
        self._told = QElapsedTimer()
        self._first.connect(self._begin, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = events.subscribe(self._collect)

    def _collect(self, event: Changed) -> None:
        """On any thread: only the first event of a burst wakes the GUI thread."""
        with self._lock:
            was_empty = not self._pending
            self._pending.add(event)
        if was_empty:
            self._first.emit()

    def _begin(self) -> None:
        """In the GUI thread, at the first event since it was told last."""
        quiet = self._told.elapsed() if self._told.isValid() else COALESCE_MS
        if quiet >= COALESCE_MS:
            self._flush()
        else:
            self._timer.start(COALESCE_MS - quiet)

    def _flush(self) -> None:
        self._told.start()
        with self._lock:
            events, self._pending = frozenset(self._pending), set()
        if events:
            self.changed.emit(events)

    def close(self) -> None:
        """Listen no more."""
        self._unsubscribe()
        self._timer.stop()


def topics(events: frozenset[Changed]) -> frozenset[Topic]:
    """The topics among some events."""
    return frozenset(event.topic for event in events)
