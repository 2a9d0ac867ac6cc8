"""The keys that work everywhere in the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from smsdesk.ui.places import Route

RAIL_KEYS = {
    f"Ctrl+{number}": route
    for number, route in enumerate(
        (
            Route.HOME, Route.NOTIFY, Route.INBOX, Route.PEOPLE, Route.BROADCASTS, Route.TEMPLATES,
            Route.PLANNING, Route.REPORTS, Route.SETTINGS,
        ),
        start=1,
    )
}  # fmt: skip
"""The pages of the rail, from above."""

REFRESH = "F5"
BACK = "Alt+Left"
TO_TOAST = "F6"
FIND = "Ctrl+K"
HELP = "F1"
OVERVIEW = "Ctrl+?"
QUIT = "Ctrl+Q"


def listen(window: QWidget, acts: Mapping[str, Callable[[], object]]) -> None:
    """Have each of these keys do its act wherever the keyboard is in the window."""
    for keys, act in acts.items():
        QShortcut(QKeySequence(keys), window).activated.connect(act)
