"""Ctrl+K: type a few letters, and go to a page, a person, a send, a help page, or do what one would click."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from smsdesk.domain.folding import fold
from smsdesk.ui.design import icons, theme, tokens
from smsdesk.ui.design.icons import Icon, Ink
from smsdesk.ui.help_topics import KEYS, Topic
from smsdesk.ui.places import Place
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.widgets.search_dialog import SearchDialog

_WIDTH = tokens.PANE_WIDTH + tokens.RAIL_WIDTH * 2
_ROWS = 12
_MOST = 60
"""Whoever sees more than that types one more letter."""

_WORDS = re.compile(r"\w+")

Act = Callable[[], object]


class Kind(IntEnum):
    """What an entry is; where two fit equally well, the one that is further up here comes first."""

    PAGE = 0
    ACTION = 1
    GROUP = 2
    PERSON = 3
    SEND = 4
    TEMPLATE = 5
    HELP = 6


class _Fit(IntEnum):
    """How well an entry fits what is typed, the best first."""

    BEGINS = 0
    WORDS_BEGIN = 1
    HAS = 2
    ALSO = 3


@dataclass(frozen=True)
class Entry:
    """Something one can go to or do; `also` are other words by which one looks for it."""

    words: str
    what: Place | Topic | Act
    icon: Icon
    kind: Kind = Kind.PAGE
    keys: str = ""
    """Its shortcut, as one reads it."""
    also: str = ""


class _Ready:
    """An entry with its words as they are compared."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self._text = fold(entry.words)
        self._begins = _WORDS.findall(self._text)
        self._all = f"{self._text} {fold(entry.also)}"

    def fit(self, wanted: Sequence[str]) -> _Fit | None:
        """None: not all of the words are in it."""
        if self._text.startswith(" ".join(wanted)):
            return _Fit.BEGINS
        if all(any(begin.startswith(word) for begin in self._begins) for word in wanted):
            return _Fit.WORDS_BEGIN
        if all(word in self._text for word in wanted):
            return _Fit.HAS
        return _Fit.ALSO if all(word in self._all for word in wanted) else None


Finder = Callable[[str, Callable[[Sequence[Entry]], None]], None]
"""Looks for what is typed among too many to offer all of them, and hands over what it found."""


class Palette(SearchDialog):
    """A search over everything one can go to or do; `chosen` carries what stands behind the entry."""

    def __init__(self, parent: QWidget, entries: Iterable[Entry], finder: Finder | None = None) -> None:
        super().__init__(
            parent, "palette", self.tr("Go to"), self.tr("A page, a name, something to do, a question"), KEYS
        )
        self._entries = [_Ready(entry) for entry in entries]
        self._found: list[_Ready] = []
        self._finder = finder
        self._sought = ""
        self._takes_first = False
        self.list.setAccessibleName(self.tr("Found"))
        self.setLayout(column(self.search, self.list, margin=tokens.SPACE_M))
        wanted = QSize(theme.wide(_WIDTH), theme.high(tokens.ROW_HEIGHT) * _ROWS)
        self.resize(wanted.boundedTo(parent.size() - QSize(tokens.SPACE_XXL, tokens.SPACE_XXL)))
        self.search.textChanged.connect(self._look_for)
        self.fill()

    def offer_more(self, entries: Iterable[Entry]) -> None:
        """Add what was looked up meanwhile."""
        self._entries += [_Ready(entry) for entry in entries]
        self._fill_again()

    def offer(self, wanted: list[str]) -> None:
        fitting = [
            (fit, ready.entry.kind, at, ready.entry)
            for at, ready in enumerate((*self._entries, *self._found))
            if (fit := ready.fit(wanted)) is not None and (wanted or ready.entry.kind <= Kind.GROUP)
        ]
        for _fit, _kind, _at, entry in sorted(fitting, key=lambda each: each[:3])[:_MOST]:
            self.add(
                icons.make(entry.icon, Ink.MUTED),
                self._line(entry),
                entry.what,
                theme.high(tokens.ROW_HEIGHT),
            )

    def _line(self, entry: Entry) -> str:
        kinds = {
            Kind.PERSON: self.tr("person"),
            Kind.SEND: self.tr("send"),
            Kind.TEMPLATE: self.tr("template"),
            Kind.HELP: self.tr("help"),
        }
        return " · ".join(filter(None, (entry.words, kinds.get(entry.kind, ""), entry.keys)))

    def _look_for(self, text: str) -> None:
        """The names that were found for fewer letters stay until those for these are there."""
        self._sought, self._takes_first = text.strip(), False
        if self._finder is not None and self._sought:
            self._finder(self._sought, lambda found: self._show_found(text.strip(), found))

    def done(self, result: int) -> None:
        """What is still being looked for comes too late."""
        self._sought = ""
        super().done(result)

    def _show_found(self, sought: str, found: Sequence[Entry]) -> None:
        if sought != self._sought:
            return
        self._found = [_Ready(entry) for entry in found]
        self._fill_again()
        self._sought = ""
        if self._takes_first:
            self._take()

    def _fill_again(self) -> None:
        """With the same entry marked, when a person had moved to it."""
        item, at = self.list.currentItem(), self.list.currentRow()
        marked = item.text() if item is not None and at else None
        self.fill()
        for place in range(self.list.count() if marked is not None else 0):
            if self.list.item(place).text() == marked:
                self.list.setCurrentRow(place)
                return

    def _take(self) -> None:
        """Enter before anything is found takes the first that is."""
        self._takes_first = self.list.currentItem() is None and bool(self._sought)
        super()._take()
