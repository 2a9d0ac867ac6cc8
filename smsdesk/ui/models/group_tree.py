"""The groups as a tree: everybody, the groups below those that hold them, past years, archived people."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QMimeData, QModelIndex, QObject, Qt, Signal

from smsdesk.domain.folding import fold
from smsdesk.domain.people import Group
from smsdesk.domain.untrusted import visible
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.models.paged import NOWHERE, Index
from smsdesk.ui.people_words import group_icon
from smsdesk.ui.tips import plain_tip

translate = QCoreApplication.translate

PEOPLE_MIME = "application/x-smsdesk-people"
"""What is dragged from the table: JSON of a PeopleDrag."""

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_SERVED = frozenset({_DISPLAY, _TIP, _SPOKEN})


Season = tuple[str, Sequence[Group]]
"""A past school year and its groups."""


class Scope(StrEnum):
    """Whom an entry of the tree stands for."""

    EVERYBODY = "everybody"
    GROUP = "group"
    PAST = "past"
    ARCHIVED = "archived"


@dataclass(frozen=True)
class PeopleDrag:
    """People on their way to a group: ids, or all that is found now; `source` is the group they are in."""

    ids: tuple[int, ...]
    everything: bool = False
    source: int | None = None

    def to_mime(self) -> QMimeData:
        """As the clipboard of a drag carries it."""
        data = QMimeData()
        packed = {"ids": self.ids, "everything": self.everything, "source": self.source}
        data.setData(PEOPLE_MIME, json.dumps(packed).encode())
        return data

    @classmethod
    def from_mime(cls, data: QMimeData) -> PeopleDrag | None:
        """What was dragged; None when it is something else."""
        try:
            read = json.loads(bytes(data.data(PEOPLE_MIME).data()))
            ids = tuple(int(each) for each in read["ids"])
            source = None if read["source"] is None else int(read["source"])
            return cls(ids, bool(read["everything"]), source)
        except (ValueError, KeyError, TypeError):
            return None


@dataclass
class GroupNode:
    """One entry: what it stands for, its words, how many people; `children` by name."""

    scope: Scope
    name: str
    size: int | None = None
    icon: Icon = Icon.PEOPLE
    group: Group | None = None
    children: list[GroupNode] = field(default_factory=list)
    parent: GroupNode | None = None
    row: int = 0
    number: int = 0

    @property
    def key(self) -> str:
        """Tells the entry from all others, also after the groups were read again."""
        own = self.name if self.scope is Scope.PAST else ""
        return f"{self.scope}:{self.group.id if self.group else own}"


class GroupTree(QAbstractItemModel):
    """`dropped` carries a PeopleDrag, the group it fell upon, and whether the people are moved there."""

    dropped = Signal(object, object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._roots: list[GroupNode] = []
        self._nodes: list[GroupNode] = []
        self.show_groups((), 0)

    def show_groups(
        self, groups: Sequence[Group], everybody: int, past: Sequence[Season] = (), archived: int = 0
    ) -> None:
        """Show these groups; those of past years by year, and archived people, when there are any."""
        roots = [GroupNode(Scope.EVERYBODY, translate("people", "Everybody"), everybody)]
        roots += _tree(groups)
        if past:
            years = GroupNode(Scope.PAST, translate("people", "Past years"), None, Icon.HISTORY)
            years.children = [_season(name, ended) for name, ended in past]
            roots.append(years)
        if archived:
            roots.append(
                GroupNode(Scope.ARCHIVED, translate("people", "Archived people"), archived, Icon.ARCHIVE)
            )
        nodes = _numbered(roots)
        if [node.key for node in nodes] == [node.key for node in self._nodes] and self._nodes:
            self._renew(nodes)
            return
        self.beginResetModel()
        self._roots, self._nodes = roots, nodes
        self.endResetModel()

    def _renew(self, nodes: list[GroupNode]) -> None:
        """The same entries with other counts or words: nothing is folded, nothing loses its choice."""
        for old, new in zip(self._nodes, nodes, strict=True):
            if (old.name, old.size, old.icon, old.group) != (new.name, new.size, new.icon, new.group):
                old.name, old.size, old.icon, old.group = new.name, new.size, new.icon, new.group
                here = self.createIndex(old.row, 0, old.number)
                self.dataChanged.emit(here, here)

    def node(self, index: Index) -> GroupNode:
        """The entry at an index."""
        return self._nodes[int(index.internalId())]

    def find(self, key: str) -> QModelIndex:
        """Where an entry stands; an invalid index when it is not there."""
        found = next((node for node in self._nodes if node.key == key), None)
        return self.createIndex(found.row, 0, found.number) if found else QModelIndex()

    def find_group(self, group_id: int) -> QModelIndex:
        """Where a group stands."""
        return self.find(f"{Scope.GROUP}:{group_id}")

    @property
    def nodes(self) -> Sequence[GroupNode]:
        """Every entry, in the order of the tree."""
        return self._nodes

    # what the view asks

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        siblings = self.node(parent).children if parent.isValid() else self._roots
        if column != 0 or not 0 <= row < len(siblings):
            return QModelIndex()
        return self.createIndex(row, 0, siblings[row].number)

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]  # Qt has two of this name
        above = self.node(index).parent if index.isValid() else None
        return self.createIndex(above.row, 0, above.number) if above else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if not parent.isValid():
            return len(self._roots)
        return len(self.node(parent).children) if parent.column() == 0 else 0

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 1

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if role not in _SERVED or not index.isValid():
            return None
        node = self.node(index)
        if role == _TIP and node.group is not None and node.group.teacher:
            return plain_tip(f"{node.name}\n{visible(node.group.teacher)}")
        if role != _SPOKEN or node.size is None:
            return plain_tip(node.name) if role == _TIP else node.name
        return translate("people", "{name}, %n people", "", node.size).format(name=node.name)

    # drops

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDropEnabled if self._takes(index) else flags

    def _takes(self, index: Index) -> bool:
        """People are put into plain groups of this year; a smart group fills itself."""
        if not index.isValid():
            return False
        group = self.node(index).group
        return group is not None and group.filter is None and not group.archived

    def mimeTypes(self) -> list[str]:
        return [PEOPLE_MIME]

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        drag = PeopleDrag.from_mime(data)
        if drag is None or not self._takes(parent):
            return False
        group = self.node(parent).group
        return group is not None and group.id != drag.source

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Tell who fell upon which group; False, so that the view they came from takes nothing out itself."""
        drag = PeopleDrag.from_mime(data)
        if drag is not None and self.canDropMimeData(data, action, row, column, parent):
            self.dropped.emit(drag, self.node(parent).group, action == Qt.DropAction.MoveAction)
        return False


def _season(name: str, groups: Sequence[Group]) -> GroupNode:
    """The groups of one past school year; "" are those that were archived in between."""
    title = visible(name) or translate("people", "Archived groups")
    return GroupNode(Scope.PAST, title, None, Icon.HISTORY, children=_tree(groups))


def _tree(groups: Sequence[Group]) -> list[GroupNode]:
    """Groups below those that hold them, each level by name; a lost parent counts as none."""
    nodes = {
        group.id: GroupNode(Scope.GROUP, visible(group.name), group.size, group_icon(group), group)
        for group in sorted(groups, key=lambda group: fold(group.name))
    }
    roots: list[GroupNode] = []
    for node in nodes.values():
        above = nodes.get(node.group.parent_id or 0) if node.group else None
        (above.children if above else roots).append(node)
    return roots


def _numbered(roots: list[GroupNode]) -> list[GroupNode]:
    """Every entry in the order of the tree, each knowing its place."""
    ordered: list[GroupNode] = []

    def walk(nodes: list[GroupNode], parent: GroupNode | None) -> None:
        for row, node in enumerate(nodes):
            node.parent, node.row, node.number = parent, row, len(ordered)
            ordered.append(node)
            walk(node.children, node)

    walk(roots, None)
    return ordered
