"""Those who are no longer in a list, with a tick for each whom a decision concerns."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt, Signal

from smsdesk.domain.import_plan import Leaver
from smsdesk.ui.import_words import Tab
from smsdesk.ui.models.import_plan import PlanRows, PlanTable
from smsdesk.ui.models.paged import Index

_CHECK = int(Qt.ItemDataRole.CheckStateRole)


class LeaverTable(PlanTable):
    """Ticks go by person: whoever left two groups is ticked in both lines. `ticked` tells of changes."""

    ticked = Signal()

    def __init__(self, laid_out: PlanRows, kept: set[int]) -> None:
        """`kept` has the ids of those without a tick, and follows the ticks."""
        super().__init__(laid_out, Tab.LEFT)
        self._left: tuple[Leaver, ...] = laid_out.plan.left
        self._kept = kept
        self._offered = False

    def offer(self, offered: bool) -> None:
        """Show the ticks, or not: while everybody stays as he is, they would decide nothing."""
        if offered != self._offered:
            self._offered = offered
            self._repaint()

    def tick_all(self, on: bool) -> None:
        """Tick everybody, or nobody."""
        self._kept.clear()
        if not on:
            self._kept.update(leaver.contact_id for leaver in self._left)
        self._repaint()
        self.ticked.emit()

    def _repaint(self) -> None:
        if self._left:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._left) - 1, 0))

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = QAbstractItemModel.flags(self, index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self._has_tick(index) else flags

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if role == _CHECK:
            if not self._has_tick(index):
                return None
            kept = self._left[index.row()].contact_id in self._kept
            return Qt.CheckState.Unchecked if kept else Qt.CheckState.Checked
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        if role != _CHECK or not self._has_tick(index):
            return False
        contact_id = self._left[index.row()].contact_id
        on = Qt.CheckState(value) is Qt.CheckState.Checked
        (self._kept.discard if on else self._kept.add)(contact_id)
        self._repaint()
        self.ticked.emit()
        return True

    def _has_tick(self, index: Index) -> bool:
        return self._offered and index.column() == 0
