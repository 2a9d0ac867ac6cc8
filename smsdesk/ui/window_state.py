"""Where the window stood when it was closed, and that again: also when the monitor is gone."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPoint, QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

_GEOMETRY = "window/geometry"
_HELP = "window/help"

_GRIP = QSize(120, 40)
"""So much of the top must be seen that the window can be taken there and moved."""


def restore(window: QMainWindow, keep: QSettings) -> None:
    """Put the window where it was, maximised if it was; what is kept may be of another computer."""
    geometry = keep.value(_GEOMETRY)
    if isinstance(geometry, QByteArray):
        window.restoreGeometry(geometry)
        bring_in_sight(window)


def save(window: QMainWindow, keep: QSettings, *, help_open: bool) -> None:
    """Keep where the window stands and whether the help is open beside the page."""
    keep.setValue(_GEOMETRY, window.saveGeometry())
    keep.setValue(_HELP, int(help_open))
    keep.sync()


def help_was_open(keep: QSettings) -> bool:
    """Whether the help stood beside the page when the window was closed."""
    return str(keep.value(_HELP, "0")) == "1"


def bring_in_sight(window: QMainWindow) -> None:
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
