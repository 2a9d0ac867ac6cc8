"""Long work that tells how far it is and can be cancelled."""

from __future__ import annotations

from collections.abc import Callable

from smsdesk.domain.errors import InputError
from smsdesk.domain.import_plan import Progress, Stage
from smsdesk.domain.sentences import say


class Watch:
    """Somebody who waits for an import: is told its progress, and may say that he no longer wants it."""

    def __init__(
        self,
        progress: Callable[[Progress], None] = lambda _progress: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        self._progress = progress
        self.cancelled = cancelled

    def reach(self, stage: Stage, done: float = 0.0) -> None:
        """Tell how far a stage is, 0 to 1; InputError when nobody waits any more."""
        if self.cancelled():
            raise InputError(say("The import was cancelled; nothing was changed."))
        self._progress(Progress(stage, done))
