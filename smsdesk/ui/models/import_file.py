"""The first rows of one sheet of a list, as its file has them."""

from __future__ import annotations

import re

from PySide6.QtCore import QAbstractTableModel, QDate, QLocale, Qt
from PySide6.QtGui import QColor

from smsdesk.domain.class_lists import Meaning, SheetSummary
from smsdesk.domain.untrusted import visible
from smsdesk.ui.design import theme
from smsdesk.ui.models.paged import NOWHERE, Index

_TEXTS = frozenset(
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    )
)
_COLOUR = int(Qt.ItemDataRole.ForegroundRole)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
LEFT_OUT = (None, Meaning.IGNORED)


def _as_written(text: str) -> str:
    """A cell as one reads it: days in the window's language."""
    day = QDate.fromString(text, Qt.DateFormat.ISODate) if _DAY.fullmatch(text) else QDate()
    return QLocale().toString(day, QLocale.FormatType.ShortFormat) if day.isValid() else text


class FileTable(QAbstractTableModel):
    """Cells of the file; what is not imported stands back."""

    def __init__(self, sheet: SheetSummary) -> None:
        super().__init__()
        self._sheet = sheet

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._sheet.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._sheet.columns)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if role in _TEXTS:
            return visible(_as_written(self._sheet.rows[index.row()][index.column()]))
        if role == _COLOUR and self._sheet.columns[index.column()].meaning in LEFT_OUT:
            return QColor(theme.active().muted)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        """The letter and the header of a column, for screen readers: the eye sees the fields above it."""
        if orientation != Qt.Orientation.Horizontal or role not in _TEXTS:
            return None
        column = self._sheet.columns[section]
        return f"{column.letter} {visible(column.header)}".strip()
