"""Rows and columns on the grid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from smsdesk.ui.design import tokens

Piece = QWidget | QLayout | int | None
"""A widget, a layout, a distance in pixels, or None for the stretch that takes what is left."""


def _fill(layout: QBoxLayout, pieces: tuple[Piece, ...]) -> None:
    for piece in pieces:
        if piece is None:
            layout.addStretch(1)
        elif isinstance(piece, int):
            layout.addSpacing(piece)
        elif isinstance(piece, QWidget):
            layout.addWidget(piece)
        else:
            layout.addLayout(piece)


def row(*pieces: Piece, space: int = tokens.SPACE_S, margin: int = 0) -> QHBoxLayout:
    """Pieces side by side; buttons are all as high as a primary one among them."""
    layout = QHBoxLayout()
    layout.setSpacing(space)
    layout.setContentsMargins(margin, margin, margin, margin)
    _fill(layout, pieces)
    level(layout)
    return layout


def column(*pieces: Piece, space: int = tokens.SPACE_S, margin: int = 0) -> QVBoxLayout:
    """Pieces one under the other."""
    layout = QVBoxLayout()
    layout.setSpacing(space)
    layout.setContentsMargins(margin, margin, margin, margin)
    _fill(layout, pieces)
    return layout


def level(layout: QLayout) -> None:
    """Have the buttons that stand directly in a line be as high as the primary one, where there is one."""
    items = (layout.itemAt(at) for at in range(layout.count()))
    widgets = [item.widget() for item in items if item is not None]
    buttons = [widget for widget in widgets if isinstance(widget, QAbstractButton)]
    if any(button.property("look") == "primary" for button in buttons):
        for button in buttons:
            button.setProperty("beside", "primary")


def reading_order(layout: QLayout | None) -> Iterator[QWidget]:
    """The controls in a layout that take the keyboard, as one reads them, those inside others too."""
    for at in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(at) if layout is not None else None
        widget = item.widget() if item is not None else None
        if widget is not None:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield widget
            yield from reading_order(widget.layout())
        elif item is not None:
            yield from reading_order(item.layout())


def follow_each_other(controls: Iterable[QWidget]) -> None:
    """Have Tab go from each control to the next."""
    for before, after in pairwise(controls):
        QWidget.setTabOrder(before, after)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let go of its widgets."""
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if inner is not None:
            clear(inner)
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
