"""Work on very many values, during which Python does not look for garbage in cycles.

The values of an import hold no cycles. Looking through a million of them takes longer than making them, and
in the window it would happen on the GUI thread and be seen.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_PIECE = 1_000
"""Rows that are freed in a fraction of a millisecond."""
_MANY = 10_000
"""Fewer are freed in some milliseconds, which is what the start of a thread takes."""
_lock = threading.Lock()
_running = 0


@contextmanager
def bulk_work() -> Iterator[None]:
    """Let the collector rest; it never looks through what was made, afterwards neither."""
    global _running  # noqa: PLW0603  # the collector is one for the whole process
    was_enabled = gc.isenabled()
    gc.disable()
    with _lock:
        _running += 1
    try:
        yield
    finally:
        # Takes no time, unlike a collection; reference counts free it all when the plan is let go.
        gc.freeze()
        if was_enabled:
            gc.enable()
        with _lock:
            _running -= 1


def let_go(values: list[Any]) -> None:
    """Free a long list a piece at a time: at once it would keep every other thread waiting."""
    while values:
        del values[-_PIECE:]


class LetGoApart:
    """Holds the values of something large, and frees them a piece at a time when nobody has it any more.

    They are freed on a thread of their own: whoever was the last to have them, the window perhaps, goes on.
    """

    def __init__(self, values: list[Any]) -> None:
        self._values = values

    def __del__(self) -> None:
        if len(self._values) > _MANY and threading.main_thread().is_alive():
            threading.Thread(target=let_go, args=(self._values,), daemon=True).start()


def is_going_on() -> bool:
    """Whether such work is being done on any thread."""
    return _running > 0
