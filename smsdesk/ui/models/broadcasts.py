"""The list of broadcasts, page by page, of which a filter may show some only."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from smsdesk.domain.outgoing import PartState
from smsdesk.domain.untrusted import visible
from smsdesk.domain.views import BroadcastKind, BroadcastSummary
from smsdesk.ui import formats
from smsdesk.ui.widgets import states
from smsdesk.ui.widgets.states import Outcome, tally

Index = QModelIndex | QPersistentModelIndex

PAGE = 50
"""Cards fetched at once: some five screens."""

SUMMARY_ROLE = Qt.ItemDataRole.UserRole
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_SUMMARY = int(SUMMARY_ROLE)
_NOWHERE = QModelIndex()


class Filter(StrEnum):
    """What of the list is shown."""

    ALL = "all"
    RUNNING = "running"
    UNCERTAIN = "uncertain"
    FAILED = "failed"


_WANTED = {
    Filter.RUNNING: Outcome.WAITING,
    Filter.UNCERTAIN: Outcome.UNCERTAIN,
    Filter.FAILED: Outcome.FAILED,
}


def passes(summary: BroadcastSummary, wanted: Filter) -> bool:
    """Whether a broadcast is shown; answers to one phone stand in the inbox, not here."""
    if summary.kind is BroadcastKind.REPLY and not summary.counts.get(PartState.UNKNOWN):
        return False
    return wanted is Filter.ALL or _WANTED[wanted] in tally(summary.counts)


class BroadcastsModel(QAbstractListModel):
    """Broadcasts, the newest first; `more_wanted` asks for the page after the last one fetched."""

    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._all: list[BroadcastSummary] = []
        self._shown: list[BroadcastSummary] = []
        self._filter = Filter.ALL
        self._complete = True
        self._asked = False

    @property
    def last_id(self) -> int | None:
        """Where the next page goes on."""
        return self._all[-1].id if self._all else None

    @property
    def fetched(self) -> int:
        """How many were fetched, shown or not."""
        return len(self._all)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show, and nothing left to fetch."""
        return not self._shown and self._complete

    def filter(self, wanted: Filter) -> None:
        """Show these only."""
        self._filter = wanted
        self.replace(self._all, complete=self._complete)

    def replace(self, summaries: Sequence[BroadcastSummary], *, complete: bool) -> None:
        """Show these; rows that stay where they are keep selection and scroll position."""
        self._all = list(summaries)
        self._complete, self._asked = complete, False
        shown = [summary for summary in self._all if passes(summary, self._filter)]
        if [row.id for row in shown] == [row.id for row in self._shown]:
            self._update(shown)
        else:
            self.beginResetModel()
            self._shown = shown
            self.endResetModel()
        self._ask_if_bare()

    def _update(self, shown: list[BroadcastSummary]) -> None:
        for row, (old, new) in enumerate(zip(self._shown, shown, strict=True)):
            if old != new:
                self._shown[row] = new
                self.dataChanged.emit(self.index(row), self.index(row))

    def append(self, summaries: Sequence[BroadcastSummary]) -> None:
        """Add the next page."""
        self._asked = False
        self._complete = len(summaries) < PAGE
        self._all += summaries
        fresh = [summary for summary in summaries if passes(summary, self._filter)]
        if fresh:
            self.beginInsertRows(_NOWHERE, len(self._shown), len(self._shown) + len(fresh) - 1)
            self._shown += fresh
            self.endInsertRows()
        self._ask_if_bare()

    def _ask_if_bare(self) -> None:
        """A view with nothing in it never scrolls, and so would never ask."""
        if not self._shown and self.canFetchMore(_NOWHERE):
            self.fetchMore(_NOWHERE)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._complete and not self._asked

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit()

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if role not in (_DISPLAY, _SPOKEN, _SUMMARY):
            return None
        summary = self._shown[index.row()]
        if role == _SUMMARY:
            return summary
        title = visible(summary.title)
        if role == _DISPLAY:
            return title
        return f"{title}, {formats.moment(summary.created_at)}, {states.summary(summary.counts)}"
