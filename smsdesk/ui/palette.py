"""Ctrl+K: type a few letters, and go to a page or write to a group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from smsdesk.domain.folding import fold
from smsdesk.domain.people import Group
from smsdesk.ui.design import icons, tokens
from smsdesk.ui.design.icons import Icon, Ink
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.widgets.fields import SearchField
from smsdesk.ui.widgets.layout import column

_PLACE = Qt.ItemDataRole.UserRole
_WIDTH = tokens.PANE_WIDTH + tokens.RAIL_WIDTH
_HEIGHT = tokens.ROW_HEIGHT * 9
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


@dataclass(frozen=True)
class Entry:
    """Something one can go to."""

    words: str
    place: Place
    icon: Icon


class Palette(QDialog):
    """A search over everything one can go to; `chosen` carries the Place."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, entries: Sequence[Entry]) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Go to"))
        self._entries = list(entries)
        self.search = SearchField(self.tr("A page or a group"))
        self.search.setObjectName("palette_search")
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self._take)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setObjectName("palette_list")
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setProperty("look", "plain")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._go)
        self.setLayout(column(self.search, self.list, margin=tokens.SPACE_M))
        self.resize(_WIDTH, _HEIGHT)
        self._fill()

    def offer_groups(self, groups: Sequence[Group]) -> None:
        """Add what one can write to."""
        words = self.tr("Write to {group}")
        self._entries += [
            Entry(
                words.format(group=group.name),
                Place(Route.NOTIFY, NotifyStart(group_ids=(group.id,))),
                Icon.PEOPLE,
            )
            for group in groups
        ]
        self._fill()

    def _fill(self) -> None:
        wanted = fold(self.search.text()).split()
        self.list.clear()
        for entry in self._entries:
            if all(word in fold(entry.words) for word in wanted):
                item = QListWidgetItem(icons.make(entry.icon, Ink.MUTED), entry.words)
                item.setData(_PLACE, entry.place)
                item.setSizeHint(QSize(0, tokens.ROW_HEIGHT))
                self.list.addItem(item)
        self.list.setCurrentRow(0)

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
        self.accept()
        self.chosen.emit(item.data(_PLACE))
