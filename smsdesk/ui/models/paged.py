"""Rows that come page by page from the database, and stay where they are when some of them change."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Signal

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

NOWHERE = QModelIndex()
"""The parent of every row of a list."""


class PagedRows(QAbstractTableModel, Generic[Row]):
    """Holds the pages fetched so far, one row for each key; `more_wanted` asks for the next page.

    The page that owns the model fetches through a service and answers by `replace`, `append` or `refresh`.
    """

    more_wanted = Signal()

    def __init__(self, key: Callable[[Row], Hashable], page_size: int) -> None:
        super().__init__()
        self.page_size = page_size
        self._key = key
        self._rows: list[Row] = []
        self._keys: set[Hashable] = set()
        self._complete = True
        self._asked = False

    @property
    def rows(self) -> Sequence[Row]:
        """What was fetched so far, in order."""
        return self._rows

    def row(self, at: int) -> Row:
        """One row."""
        return self._rows[at]

    def position(self, key: Hashable) -> int | None:
        """Where the row of this key stands, None when it is not among those fetched."""
        if key not in self._keys:
            return None
        return next(at for at, row in enumerate(self._rows) if self._key(row) == key)

    def replace(self, rows: Sequence[Row]) -> None:
        """Show a first page instead of everything else."""
        self.beginResetModel()
        self._rows = list(rows)
        self._keys = set(map(self._key, rows))
        self._complete = len(rows) < self.page_size
        self._asked = False
        self.endResetModel()

    def append(self, rows: Sequence[Row]) -> None:
        """Add the next page; rows that have come by another way meanwhile are not shown twice."""
        self._asked = False
        self._complete = len(rows) < self.page_size
        fresh = [row for row in rows if self._key(row) not in self._keys]
        if fresh:
            self.beginInsertRows(NOWHERE, len(self._rows), len(self._rows) + len(fresh) - 1)
            self._rows += fresh
            self._keys.update(map(self._key, fresh))
            self.endInsertRows()

    def splice(self, start: int, stop: int, rows: Sequence[Row]) -> None:
        """Show these rows instead of those from `start` up to `stop`; the others stay as they were."""
        renewed = set(map(self._key, rows))
        kept = [row for row in self._rows[stop:] if self._key(row) not in renewed]
        self.beginResetModel()
        self._rows = [row for row in self._rows[:start] if self._key(row) not in renewed]
        self._rows += [*rows, *kept]
        self._keys = set(map(self._key, self._rows))
        self._asked = False
        self.endResetModel()

    def refresh(self, rows: Sequence[Row]) -> None:
        """Bring the first page up to date row by row, so that selection and scroll position stay."""
        if not self._rows:
            self.replace(rows)
            return
        for at, row in enumerate(rows):
            self._settle(at, row)

    def drop(self, row: Row) -> None:
        """Take one row out."""
        at = self.position(self._key(row))
        if at is not None:
            self.beginRemoveRows(NOWHERE, at, at)
            self._keys.discard(self._key(self._rows.pop(at)))
            self.endRemoveRows()

    def update_row(self, row: Row) -> None:
        """Show one row with its new values, where it stands."""
        at = self.position(self._key(row))
        if at is not None and self._rows[at] != row:
            self._rows[at] = row
            self.dataChanged.emit(self.index(at, 0), self.index(at, self.columnCount() - 1))

    def _settle(self, at: int, row: Row) -> None:
        if at < len(self._rows) and self._rows[at] == row:
            return
        before = self.position(self._key(row))
        if before is None:
            self.beginInsertRows(NOWHERE, at, at)
            self._rows.insert(at, row)
            self._keys.add(self._key(row))
            self.endInsertRows()
            return
        if before != at:
            # Qt counts the destination before the row is taken out
            self.beginMoveRows(NOWHERE, before, before, NOWHERE, at if before > at else at + 1)
            self._rows.insert(at, self._rows.pop(before))
            self.endMoveRows()
        self.update_row(row)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._complete and not self._asked

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit()
