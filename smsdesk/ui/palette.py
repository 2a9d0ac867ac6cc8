"""Ctrl+K: type a few letters, and go to a page or write to a group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from smsdesk.domain.folding import fold
from smsdesk.domain.people import Group
from smsdesk.ui.design import icons, theme, tokens
from smsdesk.ui.design.icons import Icon, Ink
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.widgets.search_dialog import SearchDialog

_WIDTH = tokens.PANE_WIDTH + tokens.RAIL_WIDTH
_ROWS = 9


@dataclass(frozen=True)
class Entry:
    """Something one can go to."""

    words: str
    place: Place
    icon: Icon


class Palette(SearchDialog):
    """A search over everything one can go to; `chosen` carries the Place."""

    def __init__(self, parent: QWidget, entries: Sequence[Entry]) -> None:
        super().__init__(parent, "palette", self.tr("Go to"), self.tr("A page or a group"))
        self._entries = list(entries)
        self.list.setAccessibleName(self.tr("Found"))
        self.setLayout(column(self.search, self.list, margin=tokens.SPACE_M))
        self.resize(theme.wide(_WIDTH), _ROWS * theme.high(tokens.ROW_HEIGHT))
        self.fill()

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
        self.fill()

    def offer(self, wanted: list[str]) -> None:
        for entry in self._entries:
            if all(word in fold(entry.words) for word in wanted):
                icon = icons.make(entry.icon, Ink.MUTED)
                self.add(icon, entry.words, entry.place, theme.high(tokens.ROW_HEIGHT))
