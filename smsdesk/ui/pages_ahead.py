"""Pages made before they are gone to, a part in each quiet moment of the event loop."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from smsdesk.ui.pages.page import Page
from smsdesk.ui.pages.registry import load_pages
from smsdesk.ui.places import Route

FIRST_MS = 1000
"""Whoever knows where he wants to go clicks at once: loading does not stand in his way."""

PART_MS = 250
"""Between two parts: whoever clicks or types meanwhile waits for one of them at most."""

AHEAD = (
    Route.NOTIFY,
    Route.INBOX,
    Route.PEOPLE,
    Route.BROADCAST,
    Route.ABSENCE,
    Route.CRISIS,
    Route.SETTINGS,
)
"""What one goes to most, and what takes longest to make."""


class PagesAhead(QObject):
    """Loads the modules of all pages on a thread, then makes those of `AHEAD` and has each placed.

    It begins when the first page stands: until then that one has the interpreter for itself. Making and
    placing are two parts: one of them is felt less than both.
    """

    done = Signal()

    def __init__(
        self,
        parent: QObject,
        make: Callable[[Route], Page],
        place: Callable[[Route], object],
        is_quiet: Callable[[], bool],
    ) -> None:
        super().__init__(parent)
        self._make, self._place, self._is_quiet = make, place, is_quiet
        self._left = list(AHEAD)
        self._made: dict[Route, Page] = {}
        self._thread: Thread | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin a moment after this, when nothing is read any more; the window goes on meanwhile."""
        self._timer.start(FIRST_MS)

    def _go_on(self) -> None:
        if not self._is_quiet():
            return
        if self._thread is None:
            self._timer.start(PART_MS)
            self._thread = Thread(target=load_pages, name="window-pages", daemon=True)
            self._thread.start()
        elif self._thread.is_alive():
            return
        elif not self._left:
            self._timer.stop()
            self.done.emit()
        elif self._left[0] in self._made:
            self._place(self._left[0])
        else:
            self._made[self._left[0]] = self._make(self._left[0])

    def take(self, route: Route) -> Page:
        """The page, made ahead or now; whoever asks has it placed."""
        if route in self._left:
            self._left.remove(route)
        return self._made.pop(route, None) or self._make(route)

    def forget(self) -> None:
        """What was made is of another language or look."""
        self._made = {}

    def stop(self) -> None:
        """The window closes."""
        self._timer.stop()
        if self._thread is not None:
            self._thread.join()
