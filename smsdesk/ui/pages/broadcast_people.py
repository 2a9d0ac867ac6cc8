"""The people of a broadcast: each with state, time and reason; chips choose by state, the field by name."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from smsdesk.domain.broadcast_views import Renewed
from smsdesk.domain.outgoing import PartState
from smsdesk.domain.views import MessageView
from smsdesk.ui import formats
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.models.messages import STATE_ROLE, Column, MessagesModel, undecided
from smsdesk.ui.widgets.buttons import Segments
from smsdesk.ui.widgets.fields import Picker, SearchField
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.state_column import StateDelegate
from smsdesk.ui.widgets.states import Outcome, outcome_words, state_look, tally
from smsdesk.ui.widgets.surfaces import EmptyState
from smsdesk.ui.widgets.tables import Table

_TIME_SHOWN_FROM = 830
"""Under this width in pixels, the reason needs the room of the time, and the chips become a list."""

_ALL = "all"


class PeoplePane(QWidget):
    """A table of messages; `marked` says that others are selected."""

    marked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "clear")
        self.model = MessagesModel()
        self.search = SearchField(self.tr("Search a name or a phone"))
        self.search.setObjectName("broadcast_search")
        self.search.setMaximumWidth(theme.wide(tokens.SIDE_WIDTH))
        self.search.searched.connect(self._filter)
        self.chips = Segments(((_ALL, ""), *((each.value, "") for each in Outcome)), self.tr("Show"))
        for key in (_ALL, *Outcome):
            self.chips.button(key).setObjectName(f"broadcast_state_{key}")
        self.chips.chosen.connect(self._filter)
        self.states = Picker(self.tr("State"))
        self.states.setObjectName("broadcast_states")
        self.states.activated.connect(self._pick)
        self.states.hide()
        self.table = self._make_table()
        nobody = EmptyState(
            Icon.PEOPLE, self.tr("Nobody found"), self.tr("Choose another state, or search for less.")
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(nobody)
        layout = column(row(self.search, self.states, self.chips, space=tokens.SPACE_M), space=tokens.SPACE_S)
        layout.addWidget(self._stack, 1)
        self.setLayout(layout)

    def _make_table(self) -> Table:
        table = Table(self.tr("People"))
        widest_state = max((state_look(state).text for state in PartState), key=len)
        samples = {
            int(Column.PHONE): f"{formats.phone('+33600000000')}00",
            int(Column.STATE): f"{widest_state}000",
            int(Column.TIME): "00 septembre, 00:00",
        }
        table.show_model(self.model, samples)
        table.setObjectName("broadcast_table")
        table.setItemDelegateForColumn(Column.STATE, StateDelegate(STATE_ROLE, table))
        table.selectionModel().selectionChanged.connect(self.marked)
        return table

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = theme.usual(self.width()) < _TIME_SHOWN_FROM
        self.table.setColumnHidden(int(Column.TIME), narrow)
        self.chips.setHidden(narrow)
        self.states.setVisible(narrow)

    def begin(self) -> None:
        """Another broadcast: everybody, and nothing searched."""
        self.search.clear()
        self.chips.choose(_ALL)
        self.model.filter(None, "")
        self.model.show(())

    def show_renewed(self, renewed: Renewed, counts: Mapping[PartState, int]) -> None:
        """Take over what changed; the chips carry the numbers."""
        self.model.renew(renewed)
        shown = tally(counts)
        self.chips.set_text(_ALL, self.tr("All %n", "", len(self.model.messages)))
        for outcome in Outcome:
            count = shown.get(outcome, 0)
            self.chips.set_text(outcome, outcome_words(outcome, count))
            self.chips.button(outcome).setVisible(count > 0 or self.chips.current == outcome)
        self._offer_states()
        self._show_empty()

    def _offer_states(self) -> None:
        """The same choices where there is no room for chips."""
        keys = [key for key in (_ALL, *Outcome) if not self.chips.button(key).isHidden()]
        words = [self.chips.button(key).text() for key in keys]
        if words != [self.states.itemText(at) for at in range(self.states.count())]:
            self.states.clear()
            for key, text in zip(keys, words, strict=True):
                self.states.addItem(text, str(key))
        self.states.setCurrentIndex(max(0, self.states.findData(self.chips.current)))

    def _pick(self, _at: int) -> None:
        self.chips.choose(self.states.currentData())
        self._filter("")

    def _filter(self, _what: str) -> None:
        chosen = self.chips.current
        outcome = None if chosen == _ALL else Outcome(chosen)
        self.model.filter(outcome, self.search.text().strip())
        self._show_empty()

    def _show_empty(self) -> None:
        empty = not self.model.rowCount() and bool(self.model.messages)
        self._stack.setCurrentIndex(int(empty))

    @property
    def selected(self) -> list[MessageView]:
        """The messages to decide on among those marked."""
        rows = {index.row() for index in self.table.selectionModel().selectedRows()}
        return [message for message in map(self.model.message, sorted(rows)) if undecided(message)]

    @property
    def undecided(self) -> list[MessageView]:
        """Every message to decide on."""
        return [message for message in self.model.messages if undecided(message)]
