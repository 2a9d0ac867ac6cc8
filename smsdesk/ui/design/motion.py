"""Whether anything may move by itself: as the system says, or as the person chose."""

from __future__ import annotations

import ctypes
import os
import subprocess
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, Qt
from PySide6.QtWidgets import QApplication

_SPI_GETCLIENTAREAANIMATION = 0x1042
"""winuser.h: "Show animations in Windows", in the settings of accessibility."""

_CONFIG = QStandardPaths.StandardLocation.GenericConfigLocation
_GNOME = ("gsettings", "get", "org.gnome.desktop.interface", "enable-animations")
_ANSWER_S = 0.5
"""It answers in some hundredths of a second; the window does not wait for longer."""

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
    """Whether Windows, KDE or GNOME was told to show no animations; elsewhere one chooses it here."""
    library = getattr(ctypes, "windll", None)
    if library is not None:
        shown = ctypes.c_int(1)
        library.user32.SystemParametersInfoW(_SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(shown), 0)
        return not shown.value
    desktop = os.environ.get("XDG_CURRENT_DESKTOP", "").upper().split(":")
    if "KDE" in desktop:
        return _kde_is_still(Path(QStandardPaths.locate(_CONFIG, "kdeglobals")))
    return "GNOME" in desktop and _gnome_is_still()


def _kde_is_still(settings: Path) -> bool:
    """KDE's own file; the slider of the settings stands at "instant" where the factor is 0."""
    found = QSettings(str(settings), QSettings.Format.IniFormat).value("KDE/AnimationDurationFactor", "1")
    try:
        return float(str(found)) == 0
    except ValueError:
        return False


def _gnome_is_still() -> bool:
    """As GNOME's own tool reads it; a desktop that does not answer has the usual animations."""
    try:
        told = subprocess.run(_GNOME, capture_output=True, text=True, timeout=_ANSWER_S, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return told.stdout.strip() == "false"
