"""What can be imported when it is dropped upon a page or pasted into it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from smsdesk.ui.places import ImportStart

_LINES = 2
"""One line alone is a name that somebody copied; two lines with columns are a list."""
_VCARD = "BEGIN:VCARD"


def dropped(data: QMimeData) -> ImportStart | None:
    """The files of this computer that are dragged."""
    paths = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return ImportStart(paths=paths) if paths else None


def pasted(text: str) -> ImportStart | None:
    """Cells or cards that were copied; None for what is neither."""
    lines = [line for line in text.splitlines() if line.strip()]
    cells = len(lines) >= _LINES and any(mark in lines[0] for mark in "\t;,")
    return ImportStart(text=text) if cells or text.lstrip().upper().startswith(_VCARD) else None


class ListsPassBy(QObject):
    """Leaves the key for pasting to the page when a whole list was copied: a search takes one line."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say that the field has no use for the key."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return super().eventFilter(watched, event)
        if event.matches(QKeySequence.StandardKey.Paste) and pasted(QGuiApplication.clipboard().text()):
            event.ignore()
            return True
        return super().eventFilter(watched, event)
