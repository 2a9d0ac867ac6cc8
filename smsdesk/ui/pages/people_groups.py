"""The left pane of the people: the groups with their sizes, and a new group in one line."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from smsdesk.domain.people import Group
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.formats import number
from smsdesk.ui.models.people import GroupsModel
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.rows import inks, is_selected, paint_ground, paint_line

WIDTH = tokens.SIDE_WIDTH - tokens.SPACE_L


class GroupPainter(QStyledItemDelegate):
    """Paints a group in one line: its name, set in by its depth, and its size on the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        height = QFontMetrics(theme.sized(Type.BODY)).height() + 2 * tokens.SPACE_S
        return QSize(0, max(tokens.ROW_HEIGHT, height))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        if not isinstance(model, GroupsModel):
            return
        group = model.row(index.row())
        strong, muted = inks(option)
        box = option.rect.adjusted(tokens.SPACE_S, 0, -tokens.SPACE_S, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option)
        taken = paint_line(painter, box, number(group.size), Type.CAPTION, muted, right=True)
        box.adjust(group.depth * tokens.SPACE_M, 0, -taken - tokens.SPACE_S, 0)
        paint_line(painter, box, group.name, Type.STRONG if is_selected(option) else Type.BODY, strong)
        painter.restore()


class GroupsPane(QWidget):
    """`chosen` carries a Group, or None for everybody; `created` the name of a group to make."""

    chosen = Signal(object)
    created = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.model = GroupsModel()
        self.view = self._make_view()
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self._filling = False
        self._form = self._make_form()
        self.add = Button(self.tr("New group"), Icon.ADD, Look.QUIET)
        self.add.setObjectName("people_group_add")
        self.add.clicked.connect(self._open_form)
        self.setFixedWidth(WIDTH)
        layout = column()
        layout.addWidget(self.view, 1)
        layout.addLayout(row(self.add, None))
        layout.addWidget(self._form)
        self.setLayout(layout)

    def _make_form(self) -> QWidget:
        self.name = QLineEdit()
        self.name.setObjectName("people_group_name")
        self.name.setPlaceholderText(self.tr("Name of the group"))
        self.name.setAccessibleName(self.tr("Name of the new group"))
        self.name.returnPressed.connect(self._create)
        self._make = Button(self.tr("Create"))
        self.name.textChanged.connect(lambda text: self._make.setEnabled(bool(text.strip())))
        self._make.setObjectName("people_group_create")
        self._make.setEnabled(False)
        self._make.clicked.connect(self._create)
        cancel = Button(self.tr("Cancel"), look=Look.QUIET)
        cancel.clicked.connect(self.close_form)
        form = QWidget()
        form.setLayout(column(self.name, row(self._make, cancel, None), space=tokens.SPACE_S))
        form.hide()
        return form

    def _make_view(self) -> QListView:
        view = QListView()
        view.setObjectName("people_groups")
        view.setAccessibleName(self.tr("Groups"))
        view.setProperty("look", "plain")
        view.setModel(self.model)
        view.setItemDelegate(GroupPainter(view))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return view

    @property
    def group(self) -> Group | None:
        """The chosen group, None for everybody."""
        index = self.view.currentIndex()
        return self.model.row(index.row()).group if index.isValid() else None

    def show_groups(self, groups: tuple[Group, ...], everybody: int) -> None:
        """Show the groups; the chosen one stays chosen, and nobody is told."""
        group = self.group
        self._filling = True
        self.model.show_groups(groups, everybody)
        self._choose(group.id if group else None)
        self._filling = False

    def choose(self, group_id: int) -> None:
        """Choose a group, as if it had been clicked."""
        self._choose(group_id)

    def _choose(self, group_id: int | None) -> None:
        self.view.setCurrentIndex(self.model.index(self.model.position(group_id), 0))

    def _current_changed(self, index: QModelIndex) -> None:
        if index.isValid() and not self._filling:
            self.chosen.emit(self.model.row(index.row()).group)

    def _open_form(self) -> None:
        self._form.show()
        self.add.hide()
        self.name.setFocus()

    @property
    def writing(self) -> bool:
        """Whether the name of a new group is being asked for."""
        return not self._form.isHidden()

    def close_form(self) -> None:
        """Put the form for a new group away."""
        self.name.clear()
        self._form.hide()
        self.add.show()

    def _create(self) -> None:
        if self.name.text().strip():
            self.created.emit(self.name.text().strip())
