"""The first paint of the window, before anything else of the program is loaded."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from smsdesk.display import has_display, load_for_display
from smsdesk.storage.profile_folder import BELL, folder_of

NEXT = ("smsdesk.cli", "smsdesk.app", "smsdesk.ui.window", "smsdesk.ui.pages.home")
"""Most of the time of a start goes into loading these; the window is seen meanwhile."""


def show(argv: Sequence[str]) -> None:
    """If these arguments start the window, show its outline, and load the program behind it.

    Where anything is lacking for that, nothing is done: what comes next says what. SystemExit: it was closed.
    """
    profile = window_profile(argv)
    if profile is None or not has_display():
        return
    if (profile / BELL).is_dir():
        _ring(profile)
    try:
        import_module("smsdesk.ui")  # before PySide6: it spares it to look through the source of each module
        import PySide6  # noqa: PLC0415  # no command needs Qt

        load_for_display(Path(PySide6.__file__).parent)
        from smsdesk.ui import window_state  # noqa: PLC0415  # as above
        from smsdesk.ui.opening import OpeningWindow, application  # noqa: PLC0415
    except (ImportError, OSError):
        return
    application()
    window = OpeningWindow(window_state.settings(profile))
    window.show_outline()
    window.meanwhile(lambda: [import_module(name) for name in NEXT])
    if window.given_up:
        sys.exit(0)


def _ring(profile: Path) -> None:
    """SystemExit where a window is open on the profile, and comes forward."""
    from smsdesk.storage.doorbell import came_forward, ring  # noqa: PLC0415  # hardly ever needed

    if ring(profile):
        told = came_forward(profile)
        sys.stderr.write(f"{told}\n")
        sys.exit(told.exit_code)


def window_profile(argv: Sequence[str]) -> Path | None:
    """The folder of the profile whose window these arguments start; None where they ask for anything else.

    Started out of the way, no window is to be seen either.
    """
    named = os.environ.get("SMSDESK_PROFILE")
    left = list(argv)
    while left:
        name, sign, value = left.pop(0).partition("=")
        if name not in {"--profile", "--modem"} or not (sign or left):
            return None
        value = value if sign else left.pop(0)
        named = value if name == "--profile" else named
    return folder_of(Path(named) if named else None)
