"""Choose a group by typing a few letters of its name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from smsdesk.domain.folding import fold
from smsdesk.domain.people import Group
from smsdesk.domain.untrusted import visible
from smsdesk.ui.design import icons, tokens
from smsdesk.ui.design.icons import Ink
from smsdesk.ui.models.groups import as_tree
from smsdesk.ui.people_words import group_icon
from smsdesk.ui.widgets.fields import SearchField
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.widgets.text import Label

_GROUP = Qt.ItemDataRole.UserRole
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_INDENT = "\u2003"
"""One em for each group around: lists read it as a space."""


class GroupChooser(QDialog):
    """`chosen` carries the Group."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, title: str, groups: Sequence[Group]) -> None:
        super().__init__(parent)
        self.setObjectName("group_chooser")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._groups = as_tree(groups)
        self.search = SearchField(self.tr("Name of the group"))
        self.search.setObjectName("group_chooser_search")
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self._take)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setProperty("look", "plain")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._go)
        self._none = Label(self.tr("No group of this name."), muted=True)
        self.setLayout(column(self.search, self.list, self._none, margin=tokens.SPACE_M))
        self.resize(tokens.PANE_WIDTH, tokens.ROW_HEIGHT * 9)
        self._fill()

    def _fill(self) -> None:
        wanted = fold(self.search.text()).split()
        self.list.clear()
        for group, depth in self._groups:
            if all(word in fold(f"{group.name} {group.teacher}") for word in wanted):
                words = _INDENT * (0 if wanted else depth) + visible(group.name)
                item = QListWidgetItem(icons.make(group_icon(group), Ink.MUTED), words)
                item.setData(_GROUP, group)
                item.setToolTip(visible(group.teacher))
                item.setSizeHint(QSize(0, tokens.CONTROL_HEIGHT))
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._none.setVisible(not self.list.count())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVES:
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._go(item)

    def _go(self, item: QListWidgetItem) -> None:
        group = item.data(_GROUP)
        self.accept()
        self.chosen.emit(group)
