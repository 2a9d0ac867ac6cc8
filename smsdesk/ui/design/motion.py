"""Whether anything may move by itself: as the system says, or as the person chose."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

_SPI_GETCLIENTAREAANIMATION = 0x1042
"""winuser.h: "Show animations in Windows", in the settings of accessibility."""

_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


class Motion(StrEnum):
    """What the person chose in the settings."""

    SYSTEM = "system"
    STILL = "still"


@dataclass(frozen=True)
class _Usual:
    """How the desktop moves: which effects, and for how long the text cursor is seen, in milliseconds."""

    effects: tuple[Qt.UIEffect, ...]
    blinking: int


@cache
def _usual() -> _Usual:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("there is no program to ask yet")
    effects = tuple(effect for effect in _EFFECTS if app.isEffectEnabled(effect))
    return _Usual(effects, app.styleHints().cursorFlashTime())


def keep_still(app: QApplication, still: bool) -> None:
    """Let menus open at once and the text cursor stand (WCAG 2.2, 2.2.2 and 2.3.3), or undo that."""
    usual = _usual()
    for effect in usual.effects:
        app.setEffectEnabled(effect, not still)
    app.styleHints().setCursorFlashTime(0 if still else usual.blinking)


@cache
def system_is_still() -> bool:
    """Whether Windows was told to show no animations; elsewhere it is for the person to choose."""
    library = getattr(ctypes, "windll", None)
    if library is None:
        return False
    shown = ctypes.c_int(1)
    library.user32.SystemParametersInfoW(_SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(shown), 0)
    return not shown.value
