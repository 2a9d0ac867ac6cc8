"""What is due later: a heap of events, and one thread that lives while there is something to wait for."""

from __future__ import annotations

import heapq
import itertools
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

LINGER_S = 1.0
"""The thread stays this long with nothing to do: starting one for every SMS would cost 0.1 ms each."""

Action = Callable[[], None]


@dataclass(order=True)
class Due:
    """One event; `cancel` makes it do nothing."""

    at: float
    order: int
    action: Action | None = field(compare=False)

    def cancel(self) -> None:
        """Forget what was to be done."""
        self.action = None


class Agenda:
    """Runs actions at their time under `lock`, then `settle`; those due at once wait for `run_due`."""

    def __init__(
        self, lock: threading.RLock, name: str, monotonic: Callable[[], float], settle: Action = lambda: None
    ) -> None:
        self._lock = lock
        self._changed = threading.Condition(lock)
        self._name = name
        self._monotonic = monotonic
        self._settle = settle
        self._order = itertools.count()
        self._now: deque[Due] = deque()
        self._later: list[Due] = []
        self._thread: threading.Thread | None = None
        self._closed = False

    def after(self, delay: float, action: Action) -> Due:
        """Do `action` in `delay` seconds; the caller holds the lock and calls `run_due` when it is done."""
        due = Due(self._monotonic() + delay if delay > 0 else 0.0, next(self._order), action)
        if delay <= 0:
            self._now.append(due)
        elif not self._closed:
            heapq.heappush(self._later, due)
            self._start()
        return due

    def run_due(self) -> None:
        """Run everything whose time has come; the caller holds the lock."""
        while self._now or self._later:
            if not self._now:
                if self._later[0].at > self._monotonic():
                    return
                self._now.append(heapq.heappop(self._later))
            due = self._now.popleft()
            if due.action is not None:
                due.action()

    def wake(self) -> None:
        """Look at the clock again: for clocks that are moved by hand."""
        with self._lock:
            self._changed.notify_all()

    def close(self) -> None:
        """Forget everything and end the thread; not to be called on it."""
        with self._lock:
            self._closed = True
            self._now.clear()
            self._later.clear()
            self._changed.notify_all()
            thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join()

    def _start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()
        else:
            self._changed.notify_all()

    def _run(self) -> None:
        with self._lock:
            try:
                while not self._closed:
                    self.run_due()
                    self._settle()
                    waited = self._changed.wait(self._seconds_to_next())
                    if not waited and not self._later and not self._now:
                        break
            finally:
                self._thread = None

    def _seconds_to_next(self) -> float:
        if not self._later:
            return LINGER_S
        return max(0.0, self._later[0].at - self._monotonic())
