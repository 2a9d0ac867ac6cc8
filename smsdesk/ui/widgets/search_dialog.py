"""A field over a list: type a few letters, move with the arrows, take what is marked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from smsdesk.domain.folding import fold
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.dialog_help import give_help
from smsdesk.ui.help_topics import Topic
from smsdesk.ui.tips import plain_tip
from smsdesk.ui.widgets.fields import SearchField

_NO_TOPIC = Topic()
_TAKEN = Qt.ItemDataRole.UserRole
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class SearchDialog(QDialog):
    """`chosen` carries what was put behind the entry. Subclasses lay it out and `offer` the entries."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, name: str, title: str, asked: str, topic: Topic = _NO_TOPIC) -> None:
        """`asked` says what is typed into the field; `topic` is the help on it."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        give_help(self, topic)
        self.search = SearchField(asked)
        self.search.setObjectName(f"{name}_search")
        self.search.textChanged.connect(self.fill)
        self.search.returnPressed.connect(self._take)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setObjectName(f"{name}_list")
        self.list.setProperty("look", "plain")
        self.list.setIconSize(QSize(theme.wide(tokens.ICON_M), theme.wide(tokens.ICON_M)))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._go)

    def fill(self) -> None:
        """Offer what has all the words that are typed, and mark the first."""
        self.list.clear()
        self.offer(fold(self.search.text()).split())
        self.list.setCurrentRow(0)

    def offer(self, wanted: list[str]) -> None:
        """Add what has all these folded words."""
        raise NotImplementedError

    def add(self, icon: QIcon, words: str, behind: object, height: int, told: str = "") -> None:
        """Add one entry of this height in pixels; `told` is its tooltip."""
        item = QListWidgetItem(icon, words)
        item.setData(_TAKEN, behind)
        item.setToolTip(plain_tip(told))
        item.setSizeHint(QSize(0, height))
        self.list.addItem(item)

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
        behind = item.data(_TAKEN)
        self.accept()
        self.chosen.emit(behind)
