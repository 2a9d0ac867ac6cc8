"""What can be imported when it is dropped upon a page or pasted into it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

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
