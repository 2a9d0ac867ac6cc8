"""Looks at the plan, on a thread of its own, while the program sends: makes what is due."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from smsdesk.domain.errors import ProfileError
from smsdesk.services.schedule import Schedule

log = logging.getLogger(__name__)

LOOK_EVERY_S = 5.0
"""By the clock each time: a computer that slept, or whose clock was set, is right within so long."""


class ScheduleRunner:
    """Makes what is due, at once when it starts and then every few seconds."""

    def __init__(
        self,
        schedule: Schedule,
        explain: Callable[[Exception], ProfileError | None],
        every_s: float = LOOK_EVERY_S,
        also: Callable[[], object] = lambda: None,
    ) -> None:
        """`explain` tells a disk that refuses from a defect (`Database.refusal_of`).

        `also` is what else falls due by the clock: it is called after each look at the plan.
        """
        self._schedule = schedule
        self._explain = explain
        self._every_s = every_s
        self._also = also
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="schedule", daemon=True)

    def start(self) -> None:
        """Make what is due now, before anybody asks whether something is left to do, and go on looking."""
        self._look()
        self._thread.start()

    def stop(self) -> None:
        """End the thread."""
        self._stopping.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stopping.wait(self._every_s):
            self._look()

    def _look(self) -> None:
        """What fails now is tried at the next look: the one thread that keeps the plan must not end."""
        try:
            self._schedule.send_due()
            self._also()
        except ProfileError as refused:
            log.warning("nothing that is planned can be made now: %s", refused)
        except Exception as failure:
            refusal = self._explain(failure)
            if refusal is None:
                log.exception("a look at the plan failed")
            else:
                log.warning("the plan cannot be read now: %s", refusal)
