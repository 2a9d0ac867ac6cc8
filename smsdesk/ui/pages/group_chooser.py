"""Choose a group by typing a few letters of its name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from smsdesk.domain.folding import fold
from smsdesk.domain.people import Group
from smsdesk.domain.untrusted import visible
from smsdesk.ui.design import icons, theme, tokens
from smsdesk.ui.design.icons import Ink
from smsdesk.ui.help_topics import PEOPLE
from smsdesk.ui.models.groups import as_tree
from smsdesk.ui.people_words import group_icon
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.widgets.search_dialog import SearchDialog
from smsdesk.ui.widgets.text import Label

_INDENT = "\u2003"
"""One em for each group around: lists read it as a space."""


class GroupChooser(SearchDialog):
    """`chosen` carries the Group."""

    def __init__(self, parent: QWidget, title: str, groups: Sequence[Group]) -> None:
        super().__init__(parent, "group_chooser", title, self.tr("Name of the group"), PEOPLE)
        self._groups = as_tree(groups)
        self.list.setAccessibleName(title)
        self._none = Label(self.tr("No group of this name."), muted=True)
        self.setLayout(column(self.search, self.list, self._none, margin=tokens.SPACE_M))
        self.resize(theme.wide(tokens.PANE_WIDTH), theme.high(tokens.ROW_HEIGHT) * 9)
        self.fill()

    def offer(self, wanted: list[str]) -> None:
        for group, depth in self._groups:
            if all(word in fold(f"{group.name} {group.teacher}") for word in wanted):
                words = _INDENT * (0 if wanted else depth) + visible(group.name)
                icon = icons.make(group_icon(group), Ink.MUTED)
                self.add(icon, words, group, theme.high(tokens.CONTROL_HEIGHT), visible(group.teacher))
        self._none.setVisible(not self.list.count())
