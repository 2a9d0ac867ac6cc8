"""The middle of the people: search, filters, the table, and what can be done with the rows chosen in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStackedWidget,
    QWidget,
)

from smsdesk.services.people import COUNTED
from smsdesk.ui.design import theme
from smsdesk.ui.models.group_tree import GroupNode, Scope
from smsdesk.ui.models.people import CONSENT, GROUPS, PHONES, PeopleModel
from smsdesk.ui.pages.people_consent_column import ConsentPainter
from smsdesk.ui.pages.people_editing import CellEditor
from smsdesk.ui.pages.people_filters import FilterBar
from smsdesk.ui.pages.people_listing import Chosen, Found, Listing
from smsdesk.ui.pages.people_selection import GroupHeading, SelectionBar
from smsdesk.ui.widgets.fields import SearchField
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.tables import Table

_BRIEF_BELOW = 520
"""Under this width in pixels the names need the room of the phones; the person's pane tells them."""
_BRIEFEST_BELOW = 400
"""Under this one they need the room of the groups too."""
_WIDEST_PHONE = "+33 6 00 00 00 00"
_INTO_THE_TABLE = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""Keys that lead from the search to the people found."""
_AHEAD = 40
"""So many rows before the end of those fetched, the next page is asked for: scrolling meets no end."""


class PeopleTable(QWidget):
    """`searched` wants the first page, `more_wanted` the next; `opened` carries the id of one person."""

    searched = Signal()
    more_wanted = Signal()
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.model = PeopleModel()
        self.model.more_wanted.connect(self.more_wanted)
        self.search = SearchField(self.tr("Name or phone"), pause_ms=0)
        self.search.setObjectName("people_search")
        self.search.searched.connect(lambda _text: self.searched.emit())
        for keys in _INTO_THE_TABLE:
            into = QShortcut(QKeySequence(keys), self.search)
            into.setContext(Qt.ShortcutContext.WidgetShortcut)
            into.activated.connect(self._enter)
        self.filters = FilterBar()
        self.filters.changed.connect(self.searched)
        self.heading = GroupHeading()
        self.selection = SelectionBar()
        self.selection.all_wanted.connect(self.choose_all)
        self.view = _view(self.model, self.tr("People"))
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._selected())
        self.view.verticalScrollBar().valueChanged.connect(self._look_ahead)
        self.view.itemDelegate().closeEditor.connect(lambda *_: self.searched.emit())
        self.listing = Listing()
        self.count = 0
        self._counted = True
        self._entering = False
        """Enter was pressed before those who were searched for had come."""
        self._node = GroupNode(Scope.EVERYBODY, "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._empty: QWidget | None = None
        self._build()

    def _build(self) -> None:
        layout = column(row(self.search, self.filters.button), self.filters, self.heading, self.selection)
        layout.addWidget(self._stack, 1)
        self.setLayout(layout)
        self.selection.hide()

    def _enter(self) -> None:
        """From what was typed to those found: the first of them is shown, once they are found."""
        self._entering = self.listing.search != self.text
        if self._entering or not self.model.rowCount():
            return
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.selectRow(0)

    @property
    def typing(self) -> bool:
        """Whether something is being typed into a cell, which other rows would throw away."""
        return self.view.state() == QAbstractItemView.State.EditingState

    @property
    def text(self) -> str:
        """What is searched for."""
        return self.search.text().strip()

    @property
    def chosen(self) -> Chosen:
        """The people chosen in the table."""
        chosen = self.view.selectionModel().selection()
        ranges = (chosen.at(at) for at in range(chosen.count()))
        rows = {at for each in ranges for at in range(each.top(), each.bottom() + 1)}
        ids = tuple(self.model.row(at).id for at in sorted(rows))
        return Chosen(ids, self.listing, self.model.everything, self.count, self._counted)

    def show_node(self, node: GroupNode) -> None:
        """Say whose people stand in the table."""
        self._node = node
        self.heading.show_node(node)
        plain = self._is_plain
        self.model.source = node.group.id if node.group is not None and plain else None
        # from inside a group people are moved unless Ctrl is held, from elsewhere added unless Shift is
        self.view.setDefaultDropAction(Qt.DropAction.MoveAction if plain else Qt.DropAction.CopyAction)

    @property
    def _asks_nothing(self) -> bool:
        """Whether the listing is whole; the archive is listed by a filter of its own."""
        archive = self._node.scope is Scope.ARCHIVED
        return replace(self.listing.filters, archived=False).empty if archive else self.listing.filters.empty

    @property
    def _is_plain(self) -> bool:
        group = self._node.group
        return group is not None and group.filter is None and not group.archived

    def show_found(self, found: Found, listing: Listing, empty: Callable[[], QWidget]) -> None:
        """Show the first page of a listing; who was chosen stays so; `empty` makes what none leave."""
        again = listing == self.listing
        kept = set(self.chosen.ids) if again else set()
        place = self.view.verticalScrollBar().value() if again else 0
        self._take(listing, found)
        self.model.replace(found.people)
        self._choose(kept)
        self.view.verticalScrollBar().setValue(place)
        self._show_empty(None if found.people else empty())
        if self._entering and self.search.hasFocus():
            self._enter()

    def renew(self, start: int, stop: int, found: Found, listing: Listing) -> None:
        """Show the rows from `start` up to `stop` as they are now; the rest keeps its place."""
        kept, place = set(self.chosen.ids), self.view.verticalScrollBar().value()
        self._take(listing, found)
        self.model.splice(start, stop, found.people)
        self._choose(kept)
        self.view.verticalScrollBar().setValue(place)

    def append(self, found: Found) -> None:
        """Show the next page below."""
        self.model.learn(found.consents)
        self.model.append(found.people)

    def _take(self, listing: Listing, found: Found) -> None:
        if listing != self.listing:
            self.model.everything = False
        self.listing = listing
        self._counted = found.count < COUNTED
        self.count = found.count
        if self._counted:
            self.show_count(found.count)
        else:
            self.heading.show_many(COUNTED - 1)
        self.model.learn(found.consents)

    def show_count(self, count: int) -> None:
        """Say how many people the listing has."""
        self.count, self._counted = count, True
        found = bool(self.listing.search) or not self._asks_nothing
        self.heading.show_count(count, found=found)
        self._show_actions()

    def _choose(self, ids: set[int]) -> None:
        """Choose these people again without telling."""
        selection = self.view.selectionModel()
        selection.blockSignals(True)
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for at, person in enumerate(self.model.rows if ids else ()):
            if person.id in ids:
                if not selection.currentIndex().isValid():
                    selection.setCurrentIndex(
                        self.model.index(at, 0), QItemSelectionModel.SelectionFlag.NoUpdate
                    )
                selection.select(self.model.index(at, 0), flags)
        selection.blockSignals(False)
        self._show_actions()

    def choose(self, contact_id: int | None) -> None:
        """Mark one person without telling; None marks nobody."""
        selection = self.view.selectionModel()
        selection.blockSignals(True)
        selection.clear()
        selection.blockSignals(False)
        self.view.viewport().update()
        self._choose(set() if contact_id is None else {contact_id})

    def choose_all(self) -> None:
        """Choose all that is found, also what was not fetched yet."""
        selection = self.view.selectionModel()
        selection.blockSignals(True)
        self.view.selectAll()
        selection.blockSignals(False)
        self.view.viewport().update()
        self.model.everything = True
        self._show_actions()

    def _show_empty(self, empty: QWidget | None) -> None:
        if self._empty is not None:
            self._stack.removeWidget(self._empty)
            self._empty.deleteLater()
        self._empty = empty
        if empty is not None:
            if self.view.hasFocus():
                self.search.setFocus(Qt.FocusReason.OtherFocusReason)  # the keyboard is never lost
            self._stack.addWidget(empty)
            self._stack.setCurrentWidget(empty)

    def _show_actions(self) -> None:
        chosen = self.chosen
        self.selection.show_chosen(chosen, self._node.scope, plain=self._is_plain)
        self.selection.setVisible(bool(chosen.ids))
        self.heading.setVisible(not chosen.ids)

    def _selected(self) -> None:
        """One person is shown; with several, one only acts upon them."""
        self.model.everything = False
        self._show_actions()
        ids = self.chosen.ids
        if len(ids) == 1:
            self.opened.emit(ids[0])

    def visible_rows(self) -> tuple[int, int]:
        """The rows in sight: the first, and the one after the last."""
        height = max(1, self.view.rowHeight(0)) if self.model.rowCount() else 1
        top = self.view.verticalScrollBar().value() // height
        shown = self.view.viewport().height() // height + 2
        return top, min(self.model.rowCount(), top + shown)

    def _look_ahead(self) -> None:
        if self.visible_rows()[1] + _AHEAD >= self.model.rowCount():
            self.model.fetchMore(QModelIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.setColumnHidden(PHONES, theme.usual(self.width()) < _BRIEF_BELOW)
        self.view.setColumnHidden(GROUPS, theme.usual(self.width()) < _BRIEFEST_BELOW)


def _view(model: PeopleModel, name: str) -> Table:
    view = Table(name)
    view.setObjectName("people_table")
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setDragEnabled(True)
    view.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    view.show_model(model, {PHONES: _WIDEST_PHONE})
    view.setItemDelegate(CellEditor(view))
    view.setEditTriggers(
        QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
    )
    painter = ConsentPainter(view)
    view.setItemDelegateForColumn(CONSENT, painter)
    view.set_width(CONSENT, painter.width)
    return view
