"""The register of consent as a table: the last word of each phone about each purpose."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, Qt

from smsdesk.domain.consents import ConsentRow
from smsdesk.domain.untrusted import visible
from smsdesk.ui import formats
from smsdesk.ui.models.paged import NOWHERE, Index
from smsdesk.ui.people_words import consent_look, day, purpose_word
from smsdesk.ui.tips import plain_tip

PHONE, NAMES, PURPOSE, STATE, SOURCE, SINCE = range(6)
"""The columns."""

translate = QCoreApplication.translate

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_SERVED = frozenset({_DISPLAY, _TIP, _SPOKEN})
_HORIZONTAL = Qt.Orientation.Horizontal


def state_text(row: ConsentRow) -> str:
    """The word, and how many alerts went out over it."""
    word = consent_look(row.state).text
    if not row.overrides:
        return word
    return translate("people", "{word}, %n alerts sent", "", row.overrides).format(word=word)


_CELLS: tuple[Callable[[ConsentRow], str], ...] = (
    lambda row: formats.phone(row.e164),
    lambda row: visible(", ".join(row.names)),
    lambda row: purpose_word(row.purpose),
    state_text,
    lambda row: visible(row.source),
    lambda row: day(row.recorded_at.astimezone().date()),
)


class ConsentsModel(QAbstractTableModel):
    """One row a phone and purpose, the newest word first."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[ConsentRow] = ()

    def show_rows(self, rows: Sequence[ConsentRow]) -> None:
        """Show these words."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(_CELLS)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if role not in _SERVED:
            return None
        words = _CELLS[index.column()](self.rows[index.row()])
        return plain_tip(words) if role == _TIP else words

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if role != _DISPLAY or orientation != _HORIZONTAL:
            return None
        return (
            translate("people", "Phone"),
            translate("people", "People"),
            translate("people", "For what"),
            translate("people", "Answer"),
            translate("people", "Source"),
            translate("people", "Since"),
        )[section]
