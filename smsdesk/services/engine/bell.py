"""The bell on the engine's table: other threads ring it, the engine's thread waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable

from smsdesk.domain.errors import ProfileError


class Bell:
    """Wakes the engine's thread; tells whether the queue must be looked at again or the disk refused."""

    def __init__(self, refresh: Callable[[], None], refused: Callable[[ProfileError], None]) -> None:
        self._event = threading.Event()
        self._refresh = refresh
        self._refused = refused

    def ring(self) -> None:
        """There is something to do."""
        self._event.set()

    def changed(self) -> None:
        """What may be sent next has changed."""
        self._refresh()
        self._event.set()

    def refused(self, refusal: ProfileError) -> None:
        """The disk refused to take something."""
        self._refused(refusal)
        self._event.set()

    def wait(self, seconds: float) -> None:
        """Wait for the next ring, or for so long."""
        self._event.wait(seconds)
        self._event.clear()
