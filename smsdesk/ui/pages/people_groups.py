"""The left pane of the people: the tree of groups with their sizes, where people are dropped upon."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from smsdesk.domain.people import Group
from smsdesk.ui.design import icons, theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.formats import number
from smsdesk.ui.models.group_tree import GroupNode, GroupTree, Scope, Season
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.rows import inks, is_selected, paint_ground, paint_line

WIDTH = tokens.SIDE_WIDTH - tokens.SPACE_L


class GroupPainter(QStyledItemDelegate):
    """Paints an entry in one line: its icon, its name, and its size on the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        height = QFontMetrics(theme.sized(Type.BODY)).height() + 2 * tokens.SPACE_S
        return QSize(0, max(theme.high(tokens.CONTROL_HEIGHT), height))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        if not isinstance(model, GroupTree):
            return
        node = model.node(index)
        strong, muted = inks(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option)
        box = option.rect.adjusted(tokens.SPACE_XS, 0, -tokens.SPACE_S, 0)
        icons.paint(painter, _icon_box(option), node.icon, muted)
        box.adjust(theme.wide(tokens.ICON_S) + tokens.SPACE_S, 0, 0, 0)
        if node.size is not None:
            taken = paint_line(painter, box, number(node.size), Type.CAPTION, muted, right=True)
            box.adjust(0, 0, -taken - tokens.SPACE_S, 0)
        paint_line(painter, box, node.name, Type.STRONG if is_selected(option) else Type.BODY, QColor(strong))
        painter.restore()


def _icon_box(option: QStyleOptionViewItem) -> QRectF:
    top = option.rect.top() + (option.rect.height() - theme.wide(tokens.ICON_S)) / 2
    return QRectF(
        option.rect.left() + tokens.SPACE_XS, top, theme.wide(tokens.ICON_S), theme.wide(tokens.ICON_S)
    )


class GroupsView(QTreeView):
    """The tree; its branches are folded and unfolded by the same arrows as everywhere."""

    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.fillRect(rect, QColor(theme.active().window))  # the style has painted the choice here too
        if not self.model().hasChildren(index):
            return
        side = theme.wide(tokens.ICON_S)
        left, top = rect.right() - side, rect.top() + (rect.height() - side) / 2
        arrow = Icon.DOWN if self.isExpanded(index) else Icon.NEXT
        icons.paint(painter, QRectF(left, top, side, side), arrow, QColor(theme.active().muted))


class GroupsPane(QWidget):
    """`chosen` carries a GroupNode; the others say what is wanted of a group (None: a new one)."""

    chosen = Signal(object)
    add_wanted = Signal(object)
    edit_wanted = Signal(object)
    archive_wanted = Signal(object)
    write_wanted = Signal(object)
    dropped = Signal(object, object, bool)

    def __init__(self) -> None:
        super().__init__()
        self.model = GroupTree(self)
        self.model.dropped.connect(self.dropped)
        self.view = self._make_view()
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self._filling = False
        self.add = Button(self.tr("New group"), Icon.ADD, Look.QUIET)
        self.add.setObjectName("people_group_add")
        self.add.clicked.connect(lambda: self.add_wanted.emit(None))
        self.setFixedWidth(theme.wide(WIDTH))
        layout = column()
        layout.addWidget(self.view, 1)
        layout.addLayout(row(self.add, None))
        self.setLayout(layout)

    def _make_view(self) -> GroupsView:
        view = GroupsView()
        view.setObjectName("people_groups")
        view.setAccessibleName(self.tr("Groups"))
        view.setProperty("look", "plain")
        view.setModel(self.model)
        view.setItemDelegate(GroupPainter(view))
        view.setHeaderHidden(True)
        view.setUniformRowHeights(True)
        view.setMouseTracking(True)
        view.setIndentation(tokens.SPACE_M)
        view.setExpandsOnDoubleClick(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        view.setDropIndicatorShown(True)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu)
        return view

    @property
    def node(self) -> GroupNode:
        """The chosen entry; everybody at first."""
        index = self.view.currentIndex()
        return self.model.node(index) if index.isValid() else self.model.nodes[0]

    @property
    def group(self) -> Group | None:
        """The chosen group, None when another entry is chosen."""
        return self.node.group

    def show_groups(
        self, groups: tuple[Group, ...], everybody: int, past: tuple[Season, ...] = (), archived: int = 0
    ) -> None:
        """Show the groups; the chosen one stays chosen, what was folded stays so, and nobody is told."""
        key = self.node.key
        folded = {node.key for node in self.model.nodes if node.children and not self._is_open(node)}
        known = {node.key for node in self.model.nodes}
        self._filling = True
        self.model.show_groups(groups, everybody, past, archived)
        for node in self.model.nodes:
            if node.children:
                kept = node.key not in folded if node.key in known else node.scope is not Scope.PAST
                self.view.setExpanded(self.model.find(node.key), kept)
        index = self.model.find(key)
        self.view.setCurrentIndex(index if index.isValid() else self.model.index(0, 0))
        self._filling = False
        if not index.isValid():
            self.chosen.emit(self.node)

    def _is_open(self, node: GroupNode) -> bool:
        return self.view.isExpanded(self.model.find(node.key))

    def choose(self, group_id: int | None) -> None:
        """Choose a group, None for everybody, as if it had been clicked."""
        index = self.model.index(0, 0) if group_id is None else self.model.find_group(group_id)
        if index.isValid():
            self.view.setCurrentIndex(index)

    def _current_changed(self, index: QModelIndex) -> None:
        if index.isValid() and not self._filling:
            self.chosen.emit(self.model.node(index))

    def _open_menu(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        menu = self.menu_for(self.model.node(index) if index.isValid() else self.model.nodes[0])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(at))

    def menu_for(self, node: GroupNode) -> QMenu:
        """What can be done with an entry."""
        menu = QMenu(self)
        group = node.group
        if group is not None and not group.archived:
            menu.addAction(self.tr("Write to this group"), lambda: self.write_wanted.emit(group))
            menu.addAction(self.tr("Edit this group"), lambda: self.edit_wanted.emit(group))
            menu.addAction(self.tr("New group inside"), lambda: self.add_wanted.emit(group))
            menu.addAction(self.tr("Archive this group"), lambda: self.archive_wanted.emit(group))
        else:
            menu.addAction(self.tr("New group"), lambda: self.add_wanted.emit(None))
        return menu
