"""The list of broadcasts, page by page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from smsdesk.domain.untrusted import visible
from smsdesk.domain.views import BroadcastSummary
from smsdesk.ui import formats
from smsdesk.ui.relation_words import follows_words
from smsdesk.ui.widgets import states

Index = QModelIndex | QPersistentModelIndex

PAGE = 50
"""Cards fetched at once: some five screens."""

SUMMARY_ROLE = Qt.ItemDataRole.UserRole
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_SUMMARY = int(SUMMARY_ROLE)
_NOWHERE = QModelIndex()


class BroadcastsModel(QAbstractListModel):
    """Broadcasts, the newest first; `more_wanted` asks for the page after the last one fetched."""

    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[BroadcastSummary] = []
        self._complete = True
        self._asked = False

    @property
    def last_id(self) -> int | None:
        """Where the next page goes on."""
        return self._rows[-1].id if self._rows else None

    @property
    def fetched(self) -> int:
        """How many were fetched."""
        return len(self._rows)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show, and nothing left to fetch."""
        return not self._rows and self._complete

    def replace(self, summaries: Sequence[BroadcastSummary], *, complete: bool) -> None:
        """Show these; rows that stay where they are keep selection and scroll position."""
        self._complete, self._asked = complete, False
        self._show(list(summaries))

    def renew(self, newest: Sequence[BroadcastSummary], *, complete: bool) -> None:
        """Bring the newest ones up to date; what was fetched further down stays."""
        last = newest[-1].id if newest else 0
        older = [] if complete else [row for row in self._rows if row.id < last]
        self._complete = complete or (bool(older) and self._complete)
        self._show([*newest, *older])

    def _show(self, rows: list[BroadcastSummary]) -> None:
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._update(rows)
        else:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def _update(self, rows: list[BroadcastSummary]) -> None:
        for at, (old, new) in enumerate(zip(self._rows, rows, strict=True)):
            if old is not new and old != new:
                self._rows[at] = new
                self.dataChanged.emit(self.index(at), self.index(at))

    def append(self, summaries: Sequence[BroadcastSummary]) -> None:
        """Add the next page."""
        self._asked = False
        self._complete = len(summaries) < PAGE
        if summaries:
            self.beginInsertRows(_NOWHERE, len(self._rows), len(self._rows) + len(summaries) - 1)
            self._rows += summaries
            self.endInsertRows()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._complete and not self._asked

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit()

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if role not in (_DISPLAY, _SPOKEN, _SUMMARY):
            return None
        summary = self._rows[index.row()]
        if role == _SUMMARY:
            return summary
        title = visible(summary.title)
        if role == _DISPLAY:
            return title
        spoken = [title, formats.moment(summary.created_at), states.summary(summary.counts)]
        if summary.relation is not None:
            spoken.insert(1, follows_words(summary.relation, summary.about_title))
        return ", ".join(spoken)
