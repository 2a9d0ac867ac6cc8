"""The questions of an import and what was answered, one row each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, Qt

from smsdesk.domain.class_lists import Doubt, RowKey
from smsdesk.domain.same_rows import is_about_rows
from smsdesk.domain.untrusted import visible
from smsdesk.ui.models.paged import NOWHERE, Index

translate = QCoreApplication.translate

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SERVED = frozenset({_DISPLAY, int(Qt.ItemDataRole.ToolTipRole), int(Qt.ItemDataRole.AccessibleTextRole)})


class Questions:
    """Who a row of the list is: what is asked, and the answers of a person so far.

    A question that was answered stays, so that its answer can be seen and changed.
    """

    def __init__(self) -> None:
        self.asked: dict[RowKey, Doubt] = {}
        self.notices: list[Doubt] = []
        """What is to be read, and asks nothing."""
        self.answers: dict[RowKey, int | None] = {}

    def take(self, doubts: Sequence[Doubt]) -> None:
        """Keep what was answered and add what a plan asks; what it asks again is open again."""
        self.asked = {row: doubt for row, doubt in self.asked.items() if row in self.answers}
        self.notices = [doubt for doubt in doubts if not doubt.candidates]
        for doubt in doubts:
            if doubt.row is not None and doubt.candidates:
                self.asked[doubt.row] = doubt
                self.answers.pop(doubt.row, None)

    def forget(self) -> None:
        """Another file, or another reading of it, asks anew."""
        self.asked.clear()
        self.notices.clear()
        self.answers.clear()

    @property
    def open(self) -> list[RowKey]:
        """Those that wait for an answer."""
        return [row for row in self.asked if row not in self.answers]


def answer_word(doubt: Doubt, answers: Mapping[RowKey, int | None]) -> str:
    """What was answered: "to be decided", "a new person", or who it is."""
    if not doubt.candidates:
        return translate("import", "To read")
    if doubt.row is None or doubt.row not in answers:
        return translate("import", "To decide")
    contact_id = answers[doubt.row]
    if contact_id is None:
        return (
            translate("import", "Two people") if is_about_rows(doubt) else translate("import", "Somebody new")
        )
    name = next((each.name for each in doubt.candidates if each.contact_id == contact_id), "")
    return translate("import", "Same as {name}").format(name=name)


class QuestionTable(QAbstractTableModel):
    """Name, row and answer of each question."""

    def __init__(self, questions: Questions) -> None:
        super().__init__()
        self._questions = questions
        self._rows = [*questions.asked.values(), *questions.notices]

    def doubt(self, at: int) -> Doubt:
        """One question."""
        return self._rows[at]

    def position(self, row: RowKey) -> int:
        """Where the question of a row of the list stands."""
        return next(at for at, doubt in enumerate(self._rows) if doubt.row == row)

    def show_answers(self) -> None:
        """Word the answers again."""
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 2))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if role not in _SERVED:
            return None
        doubt = self._rows[index.row()]
        cells = (doubt.name, doubt.cell, answer_word(doubt, self._questions.answers))
        return visible(cells[index.column()])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if role != _DISPLAY or orientation != Qt.Orientation.Horizontal:
            return None
        return (translate("import", "Name"), translate("import", "Row"), translate("import", "Answer"))[
            section
        ]
