"""Above the list of conversations: which ones are listed, as buttons, and the rarer choices in a menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QStackedWidget, QWidget

from smsdesk.domain.inbox_views import InboxCounts, InboxFilter
from smsdesk.domain.untrusted import visible_line
from smsdesk.ui import formats
from smsdesk.ui.design import icons, tokens
from smsdesk.ui.design.icons import Icon, Ink
from smsdesk.ui.widgets.buttons import IconButton, Segments
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.removable import RemovableChip

_COUNTED_UP_TO = 99
"""A larger number tells nobody more, and takes the room of the words."""


class ListFilters(QWidget):
    """`changed` says that other conversations are wanted; `show_only` and `assigned_to` say which.

    The button `more` stands where whoever shows the filters puts it.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.assigned_to = ""
        self._me = ""
        self._apart = 0
        self._words = {
            InboxFilter.OPEN: self.tr("All"),
            InboxFilter.TODO: self.tr("To do"),
            InboxFilter.UNREAD: self.tr("Unread"),
            InboxFilter.STARRED: self.tr("Starred"),
            InboxFilter.ARCHIVED: self.tr("Archived"),
            InboxFilter.SET_APART: self.tr("Services and carriers"),
        }
        usual = (InboxFilter.OPEN, InboxFilter.TODO, InboxFilter.UNREAD)
        self.buttons = Segments(
            [(each, self._words[each]) for each in usual], self.tr("Which conversations"), look="dense"
        )
        self.buttons.setObjectName("inbox_filter")
        self.buttons.chosen.connect(lambda key: self.choose(InboxFilter(key)))
        self._rare: InboxFilter | None = None
        self.more = IconButton(Icon.MORE, self.tr("Other conversations"))
        self.more.setObjectName("inbox_filter_more")
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        self._in_place = row()
        instead = QWidget()
        instead.setLayout(self._in_place)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.buttons)
        self._stack.addWidget(instead)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._below = row()
        self.setLayout(column(self._stack, self._below, space=tokens.SPACE_XS))
        self.offer("", ())

    @property
    def show_only(self) -> InboxFilter:
        """Which conversations are wanted."""
        return self._rare or InboxFilter(self.buttons.current)

    def choose(self, wanted: InboxFilter) -> None:
        """List these, and say so."""
        usual = wanted in (InboxFilter.OPEN, InboxFilter.TODO, InboxFilter.UNREAD)
        self._rare = None if usual else wanted
        if usual:
            self.buttons.choose(wanted)
        self._show_chips()
        self.changed.emit()

    def assign(self, name: str) -> None:
        """List those that this operator is to answer; "" is everybody's."""
        self.assigned_to = name
        self._show_chips()
        self.changed.emit()

    def offer(self, me: str, operators: Sequence[str]) -> None:
        """The operators whose conversations one can ask for."""
        self._me = me
        self.menu.clear()
        for icon, each in (
            (Icon.STAR, InboxFilter.STARRED),
            (Icon.ARCHIVE, InboxFilter.ARCHIVED),
            (Icon.LANDLINE, InboxFilter.SET_APART),
        ):
            words = self._words[each]
            if each is InboxFilter.SET_APART and self._apart:
                words = f"{words} ({formats.number(self._apart)})"
            self.menu.addAction(icons.make(icon, Ink.MUTED), words, partial(self.choose, each))
        if me:
            self.menu.addSeparator()
        for name in dict.fromkeys(filter(None, (me, *operators))):
            words = self._assigned_words(name).replace("&", "&&")
            self.menu.addAction(icons.make(Icon.PERSON, Ink.MUTED), words, partial(self.assign, name))

    def _assigned_words(self, name: str) -> str:
        if name == self._me:
            return self.tr("Those I answer")
        return self.tr("Those {name} answers").format(name=visible_line(name))

    def show_counts(self, counts: InboxCounts) -> None:
        """How many wait, on the buttons and in the menu."""
        self._apart = counts.unread_apart
        unread = counts.unread - counts.unread_apart
        for key, count in ((InboxFilter.TODO, counts.todo), (InboxFilter.UNREAD, unread)):
            shown = f"{_COUNTED_UP_TO}+" if count > _COUNTED_UP_TO else formats.number(count)
            self.buttons.set_text(key, f"{self._words[key]} {shown}" if count else self._words[key])

    def _show_chips(self) -> None:
        """What the menu chose: in the place of the buttons, whose below them; pressing one takes it back."""
        clear(self._in_place)
        clear(self._below)
        if self._rare is not None:
            _put(self._in_place, self._words[self._rare], partial(self.choose, InboxFilter.OPEN))
        if self.assigned_to:
            _put(self._below, self._assigned_words(self.assigned_to), partial(self.assign, ""))
        self._stack.setCurrentIndex(0 if self._rare is None else 1)


def _put(line: QHBoxLayout, words: str, take_back: Callable[[], None]) -> None:
    chip = RemovableChip(words)
    chip.clicked.connect(lambda _checked: take_back())
    line.addWidget(chip)
    line.addStretch(1)
