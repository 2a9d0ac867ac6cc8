"""The sentence where the system lacks a library that Qt needs."""

from __future__ import annotations

from smsdesk.domain.errors import DeskError
from smsdesk.domain.sentences import say

_DEBIAN = (
    "libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libglib2.0-0 libxcb-cursor0"
    " libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
)
_FEDORA = (
    "mesa-libGL mesa-libEGL libxkbcommon fontconfig dbus-libs glib2 xcb-util-cursor libxkbcommon-x11"
    " xcb-util-wm xcb-util-keysyms libxcb"
)


class WindowError(DeskError):
    """The window cannot be shown on this machine as it stands; the commands work all the same."""


def lacking(error: Exception) -> WindowError:
    """Name what is missing, and what installs it."""
    return WindowError(
        say(
            "The window needs system libraries that are missing here ({reason}). Install them: on Debian or"
            " Ubuntu, sudo apt install {debian}; on Fedora, sudo dnf install {fedora}.",
            reason=str(error).split(":", maxsplit=1)[0],
            debian=_DEBIAN,
            fedora=_FEDORA,
        )
    )
