"""Find somebody by typing a few letters: a field, and those found below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from smsdesk.domain.people import Contact
from smsdesk.domain.untrusted import visible
from smsdesk.ui.design import icons, theme, tokens
from smsdesk.ui.design.icons import Icon, Ink
from smsdesk.ui.models.people import listed_name
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.tips import plain_tip
from smsdesk.ui.widgets.fields import SearchField
from smsdesk.ui.widgets.layout import column

Fetch = Callable[[str], Sequence[Contact]]
"""Gives the few people that a search finds; runs on the database thread."""

MOST = 5
"""So many are offered: with more, one types another letter."""

_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_PERSON = Qt.ItemDataRole.UserRole


class PersonFinder(QWidget):
    """`chosen` carries a Contact; `typed` what was typed when Enter is pressed and nobody is found."""

    chosen = Signal(object)
    typed = Signal(str)

    def __init__(self, tasks: Tasks, fetch: Fetch, name: str) -> None:
        super().__init__()
        self._tasks = tasks
        self._fetch = fetch
        self.search = SearchField(name)
        self.search.searched.connect(self._look_up)
        self.search.returnPressed.disconnect()
        self.search.returnPressed.connect(self._take)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._choose)
        self.list.hide()
        self.setLayout(column(self.search, self.list, space=tokens.SPACE_XS))
        self.setFocusProxy(self.search)

    def _look_up(self, text: str) -> None:
        if not text:
            self._show(())
            return
        self._tasks.read(self, "found", lambda: tuple(self._fetch(text))[:MOST], self._show)

    def _show(self, people: Sequence[Contact]) -> None:
        self.list.clear()
        for person in people:
            words = listed_name(person)
            if person.groups:
                words += f" · {visible(', '.join(person.groups))}"
            item = QListWidgetItem(icons.make(Icon.PERSON, Ink.MUTED), words)
            item.setData(_PERSON, person)
            item.setToolTip(plain_tip(words))
            item.setSizeHint(QSize(0, theme.high(tokens.CONTROL_HEIGHT)))
            self.list.addItem(item)
        self.list.setVisible(bool(people))
        self.list.setFixedHeight(len(people) * (theme.high(tokens.CONTROL_HEIGHT) + 2) + tokens.SPACE_M)
        self.list.setCurrentRow(0)

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None and not self.list.isHidden():
            self._choose(item)
        elif self.search.text().strip():
            self.typed.emit(self.search.text().strip())

    def _choose(self, item: QListWidgetItem) -> None:
        person = item.data(_PERSON)
        self.clear()
        self.chosen.emit(person)

    def clear(self) -> None:
        """Begin anew."""
        self.search.clear()
        self._show(())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move among those found while one types; Escape puts them away."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or self.list.isHidden():
            return super().eventFilter(watched, event)
        if event.key() in _MOVES:
            self.list.event(event)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self._show(())
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses here; it does not also save the form around."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
