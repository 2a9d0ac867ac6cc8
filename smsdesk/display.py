"""Whether this machine shows windows, and how."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def has_display() -> bool:
    """Whether there is a display, or something else was named for Qt to paint on."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def choose_platform() -> None:
    """Without a display Qt would abort the process: it paints into memory there."""
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def uses_x11() -> bool:
    """Whether Qt will choose X11 here."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    on_linux = sys.platform.startswith("linux")
    return on_linux and (chosen.startswith("xcb") or (not chosen and not os.environ.get("WAYLAND_DISPLAY")))


def load_for_display(package: Path) -> None:
    """Load what PySide6 in `package` needs of the system here. OSError: a library is missing, which it names.

    Qt itself would abort the process.
    """
    plugin = package / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    if uses_x11() and plugin.exists():
        import ctypes  # noqa: PLC0415  # elsewhere the window is seen sooner without

        ctypes.CDLL(str(plugin))
