"""Words that are cut because they have less room than they need."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from smsdesk.ui.frame import StatusButton
from smsdesk.ui.widgets.buttons import Choice, NameLink
from smsdesk.ui.widgets.removable import RemovableChip
from smsdesk.ui.widgets.text import ElidedLabel

CUT_BY_DESIGN = (ElidedLabel, NameLink, RemovableChip, Choice, StatusButton)
"""They end in an ellipsis where room is short, and their tool tip has all of it."""


def clipped(window: QWidget) -> list[str]:
    """Words that have less room than they need."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, CUT_BY_DESIGN) or widget.window() is not window:
            continue
        if isinstance(widget, QLabel) and widget.text():
            if widget.wordWrap():
                short = widget.heightForWidth(widget.width()) > widget.height() + 1
            else:
                lacking = widget.sizeHint() - widget.size()
                short = max(lacking.width(), lacking.height()) > 1
            if short:
                found.append(f"label {widget.text()!r}")
        elif isinstance(widget, QAbstractButton) and widget.text() and widget.layout() is None:
            short = widget.sizeHint().width() > widget.width() + 1
            found += [f"button {widget.text()!r} {widget.sizeHint().width()} > {widget.width()}"] * short
    return found


def cut_off(window: QWidget) -> list[str]:
    """Scrolled contents that are wider than what one sees of them."""
    return [
        f"{area.parentWidget().objectName() or type(area.parentWidget()).__name__}:"
        f" {area.widget().width()} > {area.viewport().width()}"
        for area in window.findChildren(QScrollArea)
        if area.isVisible() and area.widget().width() > area.viewport().width()
    ]


SETTLED_MS = 20_000
"""Passes only where something is cut for good."""


def lacking_room(qtbot: QtBot, shown: QWidget) -> list[str]:
    """What is cut once the layouts have followed the words, for which a busy machine takes its time."""
    with suppress(qtbot.TimeoutError):
        qtbot.waitUntil(lambda: not clipped(shown) and not cut_off(shown), timeout=SETTLED_MS)
    return clipped(shown) + cut_off(shown)
