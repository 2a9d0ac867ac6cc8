"""Where the keyboard is, for what is made anew while somebody works, or looks at another window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def keyboard_at(inside: QWidget) -> QWidget | None:
    """What has the keyboard in the window of this, or will have it once that is in front again.

    The application's own answer is None as long as another window is in front: what is shown anew meanwhile
    would then lose its place.
    """
    at = inside.window().focusWidget()
    return at if at is not None and at.isVisibleTo(inside.window()) else None
