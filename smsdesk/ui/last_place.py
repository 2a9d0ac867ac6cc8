"""Where a person was, written down while the window is open: after a crash it opens there again."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QObject, QSettings, QTimer

from smsdesk.ui.places import Place, Route

_ROUTE = "place/route"
_WHAT = "place/what"

_ID = re.compile("[0-9]{1,18}")
"""What a whole number of the database holds; the file may be damaged."""

LOOK_MS = 3000
"""A crash then forgets at most what was picked in the last seconds; the words of a draft are kept apart."""


def left_open(keep: QSettings) -> Place | None:
    """Where the window was when it ended without being closed; None after an orderly end.

    It is told once: a page that ends the program each time it is shown must not do so at each start.
    """
    route, what = str(keep.value(_ROUTE, "")), str(keep.value(_WHAT, ""))
    _forget(keep)
    if route not in set(Route):
        return None
    kind, _, written = what.partition(":")
    if kind == "id" and _ID.fullmatch(written):
        return Place(Route(route), int(written))
    return Place(Route(route), written or None) if kind == "name" else Place(Route(route))


class LastPlace(QObject):
    """Writes down where `here` says that the window is, as long as it is open."""

    def __init__(self, parent: QObject, keep: QSettings, here: Callable[[], Place]) -> None:
        super().__init__(parent)
        self._keep = keep
        self._here = here
        self._written: tuple[str, str] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Write it down when it is another one."""
        place = self._here()
        now = (str(place.route), _written(place.what))
        if now == self._written:
            return
        self._written = now
        for name, value in zip((_ROUTE, _WHAT), now, strict=True):
            self._keep.setValue(name, value)
        self._keep.sync()

    def end(self) -> None:
        """The window is closed in order: the next one opens at its first page."""
        self._timer.stop()
        _forget(self._keep)


def _forget(keep: QSettings) -> None:
    for name in (_ROUTE, _WHAT):
        keep.remove(name)
    keep.sync()


def _written(what: object) -> str:
    """Ids and names of sections; anything larger is kept in the data themselves, as drafts are."""
    if isinstance(what, int):
        return f"id:{what}"
    return f"name:{what}" if isinstance(what, str) else ""
