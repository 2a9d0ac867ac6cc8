"""The messages of one broadcast as a table: for whom, phone, state, when, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from smsdesk.domain.broadcast_views import Renewed
from smsdesk.domain.delivery import Reason, why
from smsdesk.domain.folding import fold
from smsdesk.domain.outgoing import PartState
from smsdesk.domain.untrusted import visible
from smsdesk.domain.views import MessageView
from smsdesk.ui import formats
from smsdesk.ui.i18n import translate as say
from smsdesk.ui.tips import plain_tip
from smsdesk.ui.widgets.states import Outcome, outcome_of, state_look

translate = QCoreApplication.translate

Index = QModelIndex | QPersistentModelIndex

STATE_ROLE = Qt.ItemDataRole.UserRole
"""The PartState of a row, for the delegate that paints the chip."""

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_STATE = int(STATE_ROLE)
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns, from left to right."""

    PEOPLE = 0
    PHONE = 1
    STATE = 2
    TIME = 3
    REASON = 4


class MessagesModel(QAbstractTableModel):
    """Holds the messages of one broadcast; what changed is brought up to date where it stands.

    An outcome and a search may leave rows out: by name or phone, without case or accents.
    """

    def __init__(self) -> None:
        super().__init__()
        self._by_id: dict[int, MessageView] = {}
        self._all: tuple[MessageView, ...] = ()
        self._rows: list[MessageView] = []
        self._outcome: Outcome | None = None
        self._search = ""
        self.marks: Mapping[int, str] = {}
        """What the messages shown were marked with; see `Renewed`."""

    def show(self, messages: Sequence[MessageView]) -> None:
        """Show these messages, in their order."""
        self._by_id = {message.id: message for message in messages}
        self.marks = {}
        self._lay_out()

    def renew(self, renewed: Renewed) -> None:
        """Take over what changed."""
        known = self._by_id | {message.id: message for message in renewed.changed}
        self._by_id = {number: known[number] for number in sorted(renewed.marks) if number in known}
        self.marks = renewed.marks
        if renewed.changed or len(self._by_id) != len(self._all):
            self._lay_out()

    def filter(self, outcome: Outcome | None, search: str) -> None:
        """Show those alone that came to this (None: all), and in which this is found."""
        self._outcome, self._search = outcome, fold(search)
        self._lay_out()

    def _lay_out(self) -> None:
        self._all = tuple(self._by_id.values())
        wanted = [message for message in self._all if self._passes(message)]
        if [message.id for message in wanted] == [message.id for message in self._rows]:
            self._update(wanted)
        else:
            self.beginResetModel()
            self._rows = wanted
            self.endResetModel()

    def _passes(self, message: MessageView) -> bool:
        if self._outcome is not None and outcome_of(message.state) is not self._outcome:
            return False
        if not self._search:
            return True
        sought = f"{' '.join(message.people)} {message.e164} {formats.phone(message.e164)}"
        digits = self._search.replace(" ", "")
        return self._search in fold(sought) or digits in sought.replace("\u00a0", "")

    def _update(self, wanted: list[MessageView]) -> None:
        changed = [row for row, message in enumerate(wanted) if message is not self._rows[row]]
        self._rows = wanted
        if changed:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], len(Column) - 1))

    @property
    def messages(self) -> tuple[MessageView, ...]:
        """Every message, shown or not."""
        return self._all

    def message(self, row: int) -> MessageView:
        """The message of a row."""
        return self._rows[row]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if role != _DISPLAY or orientation != Qt.Orientation.Horizontal:
            return None
        return {
            Column.PEOPLE: translate("messages", "For"),
            Column.PHONE: translate("messages", "Phone"),
            Column.STATE: translate("messages", "State"),
            Column.TIME: translate("messages", "Time"),
            Column.REASON: translate("messages", "Reason"),
        }[Column(section)]

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if role not in (_DISPLAY, _TIP, _STATE):
            return None
        message = self._rows[index.row()]
        if role == _STATE:
            return message.state
        text = _cell(message, Column(index.column()))
        if role == _DISPLAY:
            return text
        return plain_tip(text) if index.column() in (Column.REASON, Column.PEOPLE) else None


def _cell(message: MessageView, column: Column) -> str:
    if column is Column.PEOPLE:
        return visible(", ".join(message.people)) or translate("messages", "Without a name")
    if column is Column.PHONE:
        return formats.phone(message.e164)
    if column is Column.STATE:
        return state_look(message.state).text
    if column is Column.TIME:
        moment = last_moment(message)
        return formats.moment(moment) if moment else ""
    return reason(message)


def undecided(message: MessageView) -> bool:
    """Whether a person decides what becomes of it: it may have gone, or its rest waits for an absent SIM."""
    return message.state is PartState.UNKNOWN or message.error == why(Reason.OTHER_SIM)


def reason(message: MessageView) -> str:
    """Why it stands as it does, in words; empty where the state says everything."""
    if message.error is not None:
        return say(message.error)
    if message.state is PartState.UNKNOWN:
        return translate("messages", "Nobody knows whether the network took it. You decide.")
    if message.state is PartState.ACCEPTED:
        return translate("messages", "The network has it; the phone has not confirmed yet.")
    return ""


def last_moment(message: MessageView) -> datetime | None:
    """When something last happened to it."""
    moments = [
        moment
        for part in message.parts
        for moment in (part.delivered_at, part.accepted_at, part.submitted_at)
        if moment is not None
    ]
    return max(moments, default=None)
