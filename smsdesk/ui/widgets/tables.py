"""A table as every page shows it: whole rows, fixed heights, nothing measured row by row."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.tokens import Type

_CELL_AIR = 3 * tokens.SPACE_S
"""Around the words of a cell: the padding of the style sheet, and what the style adds to it."""


class Table(QTableView):
    """Rows to read and to choose, not to edit in place; the columns share the width."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self._metrics = QFontMetrics(theme.sized(Type.BODY))
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(
            max(theme.high(tokens.ROW_HEIGHT), self._metrics.height() + 2 * tokens.SPACE_S)
        )
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setAccessibleName(name)

    def show_model(self, model: QAbstractItemModel, sample_widths: dict[int, str]) -> None:
        """Show a model; a column with a sample is as wide as that text, the others share what is left."""
        self.setModel(model)
        header = self.horizontalHeader()
        for column in range(model.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column, sample in sample_widths.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            width = self._metrics.horizontalAdvance(sample) + _CELL_AIR
            header.resizeSection(column, width)

    def share(self, column: int) -> None:
        """Let a column share the width that is left, as those without a sample do."""
        self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def set_width(self, column: int, width: int) -> None:
        """Give a column a width in pixels of its own."""
        header = self.horizontalHeader()
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(column, width)
