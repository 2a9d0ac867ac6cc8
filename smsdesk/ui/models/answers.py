"""The answers to a broadcast as a table: who, what, when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, Qt

from smsdesk.domain.broadcast_views import Answer
from smsdesk.domain.untrusted import visible
from smsdesk.ui import formats
from smsdesk.ui.models.paged import NOWHERE, Index

translate = QCoreApplication.translate

_SERVED = frozenset(
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    )
)
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
WHO, TEXT, WHEN = range(3)
"""The columns."""


class AnswersModel(QAbstractTableModel):
    """The last answer first."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: Sequence[Answer] = ()

    def show(self, answers: Sequence[Answer]) -> None:
        """Show these."""
        if answers == self.answers:
            return
        self.beginResetModel()
        self.answers = answers
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.answers)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else WHEN + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if role != _DISPLAY or orientation != Qt.Orientation.Horizontal:
            return None
        heads = (
            translate("answers", "From the family of"),
            translate("answers", "Answer"),
            translate("answers", "When"),
        )
        return heads[section]

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if role not in _SERVED:
            return None
        answer = self.answers[index.row()]
        if index.column() == WHO:
            return visible(", ".join(answer.names)) or formats.phone(answer.phone)
        if index.column() == WHEN:
            return formats.moment(answer.at)
        if answer.text is None:
            return translate("answers", "Message without readable text")
        return visible(" ".join(answer.text.split()))
