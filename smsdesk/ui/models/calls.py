"""The calling list as a table: a tick for who was called, for whom, the phones, why, and the note."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, Qt, Signal

from smsdesk.domain.calling_list import ToCall
from smsdesk.domain.untrusted import visible, visible_line
from smsdesk.ui import formats
from smsdesk.ui.i18n import translate as say
from smsdesk.ui.models.paged import NOWHERE, Index
from smsdesk.ui.tips import plain_tip

translate = QCoreApplication.translate

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_CHECK = int(Qt.ItemDataRole.CheckStateRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)


class CallColumn(IntEnum):
    """The columns, from left to right; the tick stands before the name."""

    NAME = 0
    PHONES = 1
    REASON = 2
    NOTE = 3


def call_name(entry: ToCall) -> str:
    """Who it is about; a phone that nobody has is its number."""
    if entry.name:
        return visible_line(entry.name)
    return formats.phone(entry.phones[0].e164) if entry.phones else ""


def is_called(entry: ToCall) -> bool:
    """Whether somebody called already."""
    return entry.call is not None and entry.call.called


class CallsModel(QAbstractTableModel):
    """Holds one calling list; `ticked` carries the line (ToCall) whose tick a person changed, and to what."""

    ticked = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self.entries: Sequence[ToCall] = ()

    def show(self, entries: Sequence[ToCall]) -> None:
        """Show these; lines that stay where they are keep selection and scroll position."""
        same = [entry.who for entry in entries] == [entry.who for entry in self.entries]
        if same:
            before, self.entries = self.entries, entries
            for row, entry in enumerate(entries):
                if entry != before[row]:
                    self.dataChanged.emit(self.index(row, 0), self.index(row, len(CallColumn) - 1))
            return
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def position(self, who: str) -> int | None:
        """Where a line stands."""
        return next((row for row, entry in enumerate(self.entries) if entry.who == who), None)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(CallColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if role != _DISPLAY or orientation != Qt.Orientation.Horizontal:
            return None
        return {
            CallColumn.NAME: translate("calls", "To call about"),
            CallColumn.PHONES: translate("calls", "Call first"),
            CallColumn.REASON: translate("calls", "Why"),
            CallColumn.NOTE: translate("calls", "Note"),
        }[CallColumn(section)]

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = QAbstractTableModel.flags(self, index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == CallColumn.NAME else flags

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        entry, column = self.entries[index.row()], CallColumn(index.column())
        if role == _CHECK and column is CallColumn.NAME:
            return Qt.CheckState.Checked if is_called(entry) else Qt.CheckState.Unchecked
        if role == _SPOKEN and column is CallColumn.NAME and is_called(entry):
            return translate("calls", "{name}, called").format(name=call_name(entry))
        if role not in (_DISPLAY, _TIP, _SPOKEN):
            return None
        return plain_tip(_cell(entry, column)) if role == _TIP else _cell(entry, column)

    def setData(self, index: Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        if role != _CHECK or index.column() != CallColumn.NAME:
            return False
        self.ticked.emit(self.entries[index.row()], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True


def _cell(entry: ToCall, column: CallColumn) -> str:
    if column is CallColumn.NAME:
        return call_name(entry)
    if column is CallColumn.PHONES:
        return first_phone(entry)
    if column is CallColumn.REASON:
        return say(entry.reason)
    return visible(entry.call.note) if entry.call is not None else ""


def first_phone(entry: ToCall) -> str:
    """The phone to begin with, and whose it is."""
    if not entry.phones:
        return translate("calls", "No phone known")
    phone = entry.phones[0]
    return f"{formats.phone(phone.e164)} {visible_line(phone.owner)}".strip()
