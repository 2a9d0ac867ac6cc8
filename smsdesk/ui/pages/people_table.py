"""The middle of the people: search, the table, and what can be done with the rows chosen in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStackedWidget, QWidget

from smsdesk.domain.people import Contact, Group
from smsdesk.domain.untrusted import visible
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.models.people import PeopleModel
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.fields import SearchField
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.tables import Table
from smsdesk.ui.widgets.text import Label

_GUARDIANS = 3
_BRIEF_BELOW = 560
"""Under this width in pixels the names need all the room; the person's pane tells the rest."""
_WIDEST_PHONE = "+33 6 00 00 00 00"
_PHONES = 2
"""The column of the phones, which is as wide as one of them."""


class PeopleTable(QWidget):
    """`searched` wants the first page; `opened` carries a contact's id, `added` and `removed` a group."""

    searched = Signal()
    opened = Signal(int)
    added = Signal(object)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.model = PeopleModel()
        self.search = SearchField(self.tr("Name or phone"))
        self.search.setObjectName("people_search")
        self.search.searched.connect(lambda _text: self.searched.emit())
        self.view = _view(self.model, self.tr("People"))
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._selected())
        self._count = Label("", Type.CAPTION, muted=True)
        self._group: Group | None = None
        self._menu = QMenu(self)
        self._add = Button(self.tr("Add to a group"), Icon.ADD, Look.QUIET)
        self._add.setObjectName("people_add_to_group")
        self._add.setMenu(self._menu)
        self._remove = Button(self.tr("Take out of this group"), look=Look.QUIET)
        self._remove.setObjectName("people_remove_from_group")
        self._remove.clicked.connect(lambda: self.removed.emit(self._group))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._empty: QWidget | None = None
        layout = column(self.search, row(self._count, None, self._add, self._remove))
        layout.addWidget(self._stack, 1)
        self.setLayout(layout)
        self._show_actions()

    @property
    def text(self) -> str:
        """What is searched for."""
        return self.search.text().strip()

    @property
    def chosen(self) -> tuple[int, ...]:
        """The ids of the people chosen in the table."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return tuple(self.model.row(at).id for at in rows)

    def show_groups(self, groups: tuple[Group, ...]) -> None:
        """The groups that one can be added to."""
        self._menu.clear()
        for group in groups:
            action = self._menu.addAction(visible(group.name).replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, group=group: self.added.emit(group))
        self._show_actions()

    def show_group(self, group: Group | None) -> None:
        """Say which group's people stand in the table; None: everybody."""
        self._group = group
        self._show_actions()

    def show_people(self, people: tuple[Contact, ...], count: int, empty: Callable[[], QWidget]) -> None:
        """Show the first page of `count` people, the current one kept; `empty` makes what none leave."""
        current = self.view.currentIndex()
        kept = self.model.row(current.row()).id if current.isValid() else None
        place = self.view.verticalScrollBar().value()
        self.model.replace(people)
        self._choose(kept)
        self.view.verticalScrollBar().setValue(place)
        self._count.setText(self.tr("%n people", "", count) if count else "")
        self._show_empty(None if people else empty())

    def _choose(self, contact_id: int | None) -> None:
        at = self.model.position(contact_id) if contact_id is not None else None
        if at is None:
            return
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        selection = self.view.selectionModel()
        selection.blockSignals(True)
        selection.setCurrentIndex(self.model.index(at, 0), flags)
        selection.blockSignals(False)
        self._show_actions()

    def choose(self, contact_id: int | None) -> None:
        """Mark a person without telling; None marks nobody."""
        if contact_id is None:
            self.view.selectionModel().clear()
        self._choose(contact_id)

    def _show_empty(self, empty: QWidget | None) -> None:
        if self._empty is not None:
            self._stack.removeWidget(self._empty)
            self._empty.deleteLater()
        self._empty = empty
        if empty is not None:
            self._stack.addWidget(empty)
            self._stack.setCurrentWidget(empty)

    def _show_actions(self) -> None:
        some = bool(self.view.selectionModel().selectedRows())
        self._add.setVisible(some and not self._menu.isEmpty())
        self._remove.setVisible(some and self._group is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for detail in (_PHONES, _GUARDIANS):
            self.view.setColumnHidden(detail, self.width() < _BRIEF_BELOW)

    def _selected(self) -> None:
        """One person is shown; with several, one only acts upon them."""
        self._show_actions()
        chosen = self.chosen
        if len(chosen) == 1:
            self.opened.emit(chosen[0])


def _view(model: PeopleModel, name: str) -> Table:
    view = Table(name)
    view.setObjectName("people_table")
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.show_model(model, {_PHONES: _WIDEST_PHONE})
    return view
