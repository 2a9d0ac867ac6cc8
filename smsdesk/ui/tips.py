"""Tool tips of text from outside: Qt takes what looks like HTML for HTML, unless it is told otherwise."""

from __future__ import annotations

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """What a tool tip must be given to show exactly `text`."""
    if not Qt.mightBeRichText(text):
        return text
    shown: str = Qt.convertFromPlainText(text)
    return shown
