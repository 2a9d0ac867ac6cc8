"""One widget of the gallery and the states that it is shown in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QWidget


class State(StrEnum):
    """How a widget may stand."""

    REST = "at rest"
    HOVER = "under the mouse"
    FOCUS = "with the keyboard"
    PRESSED = "pressed"
    CHOSEN = "chosen"
    DISABLED = "disabled"


SHOWN = (State.REST,)
PRESSABLE = (State.REST, State.HOVER, State.FOCUS, State.PRESSED, State.DISABLED)
CHECKABLE = (State.REST, State.HOVER, State.FOCUS, State.CHOSEN, State.DISABLED)
FIELD = (State.REST, State.FOCUS, State.DISABLED)
ROWS = (State.REST, State.FOCUS, State.CHOSEN)
OPENING = (State.REST, State.HOVER, State.FOCUS)


@dataclass(frozen=True)
class Specimen:
    """A widget by the name of its class; `width` and `height` in pixels, 0 as it likes."""

    name: str
    make: Callable[[], QWidget]
    states: tuple[State, ...] = SHOWN
    width: int = 0
    height: int = 0

    def made(self, state: State) -> QWidget:
        """A new one in this state; the keyboard itself comes only to a window that is open."""
        widget = self.make()
        if self.width:
            widget.setFixedWidth(self.width)
        if self.height:
            widget.setFixedHeight(self.height)
        _put(widget, state)
        return widget


def target(widget: QWidget) -> QWidget:
    """What takes keyboard and mouse: the widget, or the first control in it."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return widget
    inner = (each for each in widget.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return next((each for each in inner if not each.isHidden() and each.isEnabled()), widget)


def _put(widget: QWidget, state: State) -> None:
    control = target(widget)
    if state is State.HOVER:
        control.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    elif state is State.DISABLED:
        widget.setEnabled(False)
    elif state is State.PRESSED and isinstance(control, QAbstractButton):
        control.setDown(True)
    elif state is State.CHOSEN and isinstance(control, QAbstractButton):
        control.setCheckable(True)
        control.setChecked(True)
    elif isinstance(control, QAbstractItemView) and control.model() is not None:
        control.setCurrentIndex(control.model().index(1, 0))
        if state is State.REST:
            control.clearSelection()
