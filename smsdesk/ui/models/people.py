"""People as a table, and the groups beside it as a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QCoreApplication, Qt

from smsdesk.domain.people import Contact, ContactKind, Group, Phone
from smsdesk.domain.untrusted import visible
from smsdesk.ui import formats
from smsdesk.ui.models.groups import as_tree
from smsdesk.ui.models.paged import NOWHERE, Index, PagedRows
from smsdesk.ui.people_words import kind_word

PAGE = 100
"""A screen shows about twenty; this many come in well under a frame's time."""

translate = QCoreApplication.translate

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_SERVED = frozenset({_DISPLAY, _TIP, _SPOKEN})
_HORIZONTAL = Qt.Orientation.Horizontal


def listed_name(contact: Contact) -> str:
    """Last name first, as the list is sorted."""
    return visible(f"{contact.last_name} {contact.first_name}".strip())


def _phones(phones: Iterable[Phone]) -> str:
    return ", ".join(formats.phone(phone.e164) for phone in phones)


def _groups(contact: Contact) -> str:
    """The groups; who is in none and no pupil is told by what he is."""
    if contact.groups or contact.kind is ContactKind.PUPIL:
        return visible(", ".join(contact.groups))
    return kind_word(contact.kind)


_CELLS: tuple[Callable[[Contact], str], ...] = (
    listed_name,
    _groups,
    lambda contact: _phones(contact.phones),
    lambda contact: visible(", ".join(guardian.name for guardian in contact.guardians)),
)


class PeopleModel(PagedRows[Contact]):
    """One row a person, by last name."""

    def __init__(self) -> None:
        super().__init__(lambda contact: contact.id, PAGE)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(_CELLS)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        return _CELLS[index.column()](self.row(index.row())) if role in _SERVED else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if role != _DISPLAY or orientation != _HORIZONTAL:
            return None
        return (
            translate("people", "Name"),
            translate("people", "Groups"),
            translate("people", "Phones"),
            translate("people", "Guardians"),
        )[section]


@dataclass(frozen=True)
class GroupRow:
    """A group in the list, or everybody when `group` is None; `depth` counts the groups around it."""

    name: str
    size: int
    group: Group | None = None
    depth: int = 0


class GroupsModel(QAbstractListModel):
    """Everybody first, then the groups by name, each below the one that holds it."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[GroupRow, ...] = ()

    def show_groups(self, groups: Sequence[Group], everybody: int) -> None:
        """Show these groups, and how many people there are in all."""
        self.beginResetModel()
        listed = (GroupRow(visible(group.name), group.size, group, depth) for group, depth in as_tree(groups))
        self._rows = (GroupRow(translate("people", "Everybody"), everybody), *listed)
        self.endResetModel()

    def row(self, at: int) -> GroupRow:
        """One row."""
        return self._rows[at]

    def position(self, group_id: int | None) -> int:
        """Where a group stands; everybody, when it is not there."""
        ids = [row.group.id if row.group else None for row in self._rows]
        return ids.index(group_id) if group_id in ids else 0

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if role not in _SERVED:
            return None
        row = self._rows[index.row()]
        if role != _SPOKEN:
            return row.name
        return translate("people", "{name}, %n people", "", row.size).format(name=row.name)
