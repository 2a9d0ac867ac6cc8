"""A list without borders whose rows are painted by a delegate."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate


def plain_list(
    model: QAbstractItemModel, painter: QStyledItemDelegate, name: str, object_name: str
) -> QListView:
    """A list of rows of one height, with nothing to edit; `name` is what a screen reader says."""
    view = QListView()
    view.setObjectName(object_name)
    view.setAccessibleName(name)
    view.setProperty("look", "plain")
    view.setModel(model)
    painter.setParent(view)
    view.setItemDelegate(painter)
    view.setUniformItemSizes(True)
    view.setMouseTracking(True)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return view
