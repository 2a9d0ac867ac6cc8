"""What changed, told to whoever shows it: events are frozen values, sent on the thread where it happened."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

log = logging.getLogger(__name__)


class Topic(StrEnum):
    """What a page can ask to be refreshed for."""

    PEOPLE = "people"
    GROUPS = "groups"
    TEMPLATES = "templates"
    BROADCASTS = "broadcasts"
    DRAFTS = "drafts"
    INBOX = "inbox"
    MODEM = "modem"
    QUEUE = "queue"
    SETTINGS = "settings"
    BUDGET = "budget"
    SCHEDULE = "schedule"
    CRISIS = "crisis"


@dataclass(frozen=True)
class Changed:
    """Something of `topic` changed; `id` names the one row where that is known."""

    topic: Topic
    id: int | None = None


QUEUE_CHANGED = (Changed(Topic.BROADCASTS), Changed(Topic.QUEUE))
"""Something that waited to be sent does not wait any more, in whichever broadcasts."""

Listener = Callable[[Changed], None]


class Events:
    """A little bus: `publish` calls each listener at once, on the publishing thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: tuple[Listener, ...] = ()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` for every event from now on; the answer ends that."""
        with self._lock:
            self._listeners = (*self._listeners, listener)
        return lambda: self._unsubscribe(listener)

    def _unsubscribe(self, listener: Listener) -> None:
        with self._lock:
            self._listeners = tuple(known for known in self._listeners if known is not listener)

    def publish(self, *events: Changed) -> None:
        """Tell every listener; one that raises is logged and does not stop the others."""
        for listener in self._listeners:
            for event in events:
                try:
                    listener(event)
                except Exception:
                    log.exception("a listener failed on %s", event.topic)
