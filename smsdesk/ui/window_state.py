"""Where the window stood when it was closed, and that again: also when the monitor is gone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QSettings, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

_GEOMETRY = "window/geometry"
_HELP = "window/help"
_COLORS = "window/colors"
_KEPT = 3

_GRIP = QSize(120, 40)
"""So much of the top must be seen that the window can be taken there and moved."""


def settings(folder: Path) -> QSettings:
    """What the window keeps in the folder of a profile: it is read before the data are opened."""
    return QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)


def restore(window: QWidget, keep: QSettings) -> None:
    """Put the window where it was, maximised if it was; what is kept may be of another computer."""
    geometry = keep.value(_GEOMETRY)
    if isinstance(geometry, QByteArray):
        window.restoreGeometry(geometry)
        bring_in_sight(window)


def save(window: QWidget, keep: QSettings, *, help_open: bool) -> None:
    """Keep where the window stands and whether the help is open beside the page."""
    keep.setValue(_GEOMETRY, window.saveGeometry())
    keep.setValue(_HELP, int(help_open))
    keep.sync()


def save_colors(keep: QSettings, shown: tuple[str, str, str]) -> None:
    """Keep what `colors` gives at the next start."""
    keep.setValue(_COLORS, " ".join(shown))


def colors(keep: QSettings) -> tuple[str, str, str]:
    """The ground, the rail and its lines as they were seen last; at first those of the light look."""
    kept = str(keep.value(_COLORS, "")).split()
    if len(kept) == _KEPT and all(_is_color(each) for each in kept):
        return kept[0], kept[1], kept[2]
    from smsdesk.ui.design.palettes import LIGHT  # noqa: PLC0415  # the window is seen sooner without

    return LIGHT.window, LIGHT.sunken, LIGHT.border


def _is_color(written: str) -> bool:
    return len(written) == len("#rrggbb") and QColor(written).isValid()


def help_was_open(keep: QSettings) -> bool:
    """Whether the help stood beside the page when the window was closed."""
    return str(keep.value(_HELP, "0")) == "1"


def bring_forward(window: QWidget) -> None:
    """Show the window before all others, on a screen that is there; where the system refuses, it blinks."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    bring_in_sight(window)  # its monitor may have gone meanwhile
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)


def bring_in_sight(window: QWidget) -> None:
    """Move the window onto a screen that is there, if no screen shows its upper edge; smaller if need be."""
    rooms = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    frame = window.geometry()
    if rooms and not any(_can_be_taken(frame, room) for room in rooms):
        window.setGeometry(fitted(frame, QGuiApplication.primaryScreen().availableGeometry()))


def _can_be_taken(frame: QRect, room: QRect) -> bool:
    seen = room.intersected(QRect(frame.topLeft(), QSize(frame.width(), _GRIP.height())))
    return seen.width() >= _GRIP.width() and seen.height() >= _GRIP.height()


def fitted(frame: QRect, room: QRect) -> QRect:
    """The same size where it fits, in the middle of the room."""
    size = frame.size().boundedTo(room.size())
    left = (room.width() - size.width()) // 2
    top = (room.height() - size.height()) // 2
    return QRect(room.topLeft() + QPoint(left, top), size)
