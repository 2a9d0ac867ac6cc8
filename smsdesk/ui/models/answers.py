"""The answers to a broadcast as a table: who, what, how it is understood, when; and those who are silent."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, Qt, Signal

from smsdesk.domain.answer_views import AnswerRow, Silent
from smsdesk.domain.questions import Question
from smsdesk.domain.untrusted import visible_line
from smsdesk.ui import formats
from smsdesk.ui.answer_words import answer_hint, answer_look
from smsdesk.ui.models.paged import NOWHERE, Index
from smsdesk.ui.tips import plain_tip

translate = QCoreApplication.translate

LOOK_ROLE = Qt.ItemDataRole.UserRole
"""The StateLook of an answer, for the delegate that paints the chip."""

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_LOOK = int(LOOK_ROLE)
_SERVED = frozenset({_DISPLAY, _TIP, _ACCESSIBLE, _LOOK})

_LONGEST_TIP = 600
"""Characters: a tool tip of ten SMS would cover the table."""


class AnswerColumn(IntEnum):
    """The columns, from left to right."""

    WHO = 0
    TEXT = 1
    READ = 2
    WHEN = 3


ANSWERS_PAGE = 200
"""A screen shows some twenty; so many are read in less than a frame's time."""


class AnswersModel(QAbstractTableModel):
    """The last answer first. `more_wanted`: somebody looks for earlier ones than those shown."""

    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[AnswerRow] = ()
        self._question: Question | None = None
        self._count = 0
        self._asked_at = 0

    def show(self, rows: Sequence[AnswerRow], question: Question | None, count: int | None = None) -> None:
        """Show the last of `count` answers (None: all are here); earlier ones below keep one's place."""
        self._count, before = len(rows) if count is None else count, len(self.rows)
        self._asked_at = min(self._asked_at, len(rows))
        if (tuple(rows), question) == (tuple(self.rows), self._question):
            return
        same = [each.received_id for each in rows[:before]] == [each.received_id for each in self.rows]
        if not same:
            self.beginResetModel()
        elif len(rows) > before:
            self.beginInsertRows(NOWHERE, before, len(rows) - 1)
        self.rows, self._question = tuple(rows), question
        if not same:
            self.endResetModel()
            return
        if len(rows) > before:
            self.endInsertRows()
        if before:
            self.dataChanged.emit(self.index(0, 0), self.index(before - 1, len(AnswerColumn) - 1))

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._asked_at < len(self.rows) < self._count

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._asked_at = len(self.rows)
            self.more_wanted.emit()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(AnswerColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if role != _DISPLAY or orientation != Qt.Orientation.Horizontal:
            return None
        return {
            AnswerColumn.WHO: translate("answers", "From the family of"),
            AnswerColumn.TEXT: translate("answers", "Answer"),
            AnswerColumn.READ: translate("answers", "Understood as"),
            AnswerColumn.WHEN: translate("answers", "When"),
        }[AnswerColumn(section)]

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if role not in _SERVED:
            return None
        row = self.rows[index.row()]
        if role == _LOOK:
            return answer_look(row, self._question)
        if index.column() == AnswerColumn.READ:
            return self._read_cell(row, role)
        words = _cell(row, AnswerColumn(index.column()))
        return plain_tip(words) if role == _TIP else words

    def _read_cell(self, row: AnswerRow, role: int) -> str:
        words, hint = answer_look(row, self._question).text, answer_hint(row)
        if role == _TIP:
            return hint
        return " · ".join(filter(None, (words, hint))) if role == _ACCESSIBLE else words


def _cell(row: AnswerRow, column: AnswerColumn) -> str:
    if column is AnswerColumn.WHO:
        return who_wrote(row.names, row.phone)
    if column is AnswerColumn.WHEN:
        return formats.moment(row.at)
    return said(row.text)[:_LONGEST_TIP]


def who_wrote(names: Sequence[str], phone: str) -> str:
    """For whom the phone had been written to, else its number."""
    return visible_line(", ".join(names)) or formats.phone(phone)


def said(text: str | None) -> str:
    """What an SMS says, in one line."""
    return translate("answers", "Message without readable text") if text is None else visible_line(text)


class SilentColumn(IntEnum):
    """The columns of those who did not answer."""

    WHO = 0
    PHONE = 1
    REMINDED = 2


class SilentModel(QAbstractTableModel):
    """The phones that have the notice and did not answer."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Silent] = ()

    def show(self, rows: Sequence[Silent]) -> None:
        """Show these."""
        if tuple(rows) != tuple(self.rows):
            self.beginResetModel()
            self.rows = tuple(rows)
            self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(SilentColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if role != _DISPLAY or orientation != Qt.Orientation.Horizontal:
            return None
        return {
            SilentColumn.WHO: translate("answers", "The family of"),
            SilentColumn.PHONE: translate("answers", "Phone"),
            SilentColumn.REMINDED: translate("answers", "Reminded"),
        }[SilentColumn(section)]

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if role not in _SERVED or role == _LOOK:
            return None
        row = self.rows[index.row()]
        if index.column() == SilentColumn.WHO:
            words = who_wrote(row.names, row.phone)
            return plain_tip(words) if role == _TIP else words
        if index.column() == SilentColumn.PHONE:
            return formats.phone(row.phone)
        if row.reminded_at is not None:
            return formats.moment(row.reminded_at)
        return translate("answers", "Wants no more SMS") if row.refuses else ""
