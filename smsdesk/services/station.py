"""The sending station as a person sees it: modems, the queue, pause, PIN, diagnosis."""

from __future__ import annotations

from collections.abc import Callable

from smsdesk.domain.clock import Clock
from smsdesk.domain.diagnosis import Diagnosis
from smsdesk.domain.modems import ModemStatus
from smsdesk.domain.views import QueueSummary
from smsdesk.services.engine import Engine
from smsdesk.services.events import Events
from smsdesk.storage.database import Database


class Station:
    """Modems and queue. Without an engine (a command beside the window) it knows only the queue."""

    def __init__(
        self,
        database: Database,
        events: Events,
        clock: Clock,
        engine: Engine | None,
        diagnose: Callable[[], Diagnosis],
    ) -> None: ...

    def modems(self) -> tuple[ModemStatus, ...]:
        """How each modem stands now."""
        raise NotImplementedError

    def queue(self) -> QueueSummary:
        """The queue in numbers."""
        raise NotImplementedError

    def pause(self) -> None:
        """Hold the whole queue, across restarts, until `resume`."""
        raise NotImplementedError

    def resume(self) -> None:
        """Let the queue go on."""
        raise NotImplementedError

    def enter_pin(self, name: str, pin: str) -> None:
        """Try this PIN once on the modem of this name; InputError when it cannot be one (4-8 digits)."""
        raise NotImplementedError

    def diagnose(self) -> Diagnosis:
        """Look at every port and say in plain words what stands there; takes seconds."""
        raise NotImplementedError
