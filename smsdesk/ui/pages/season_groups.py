"""The groups of a school year, each with what becomes of it in the next one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLineEdit, QWidget

from smsdesk.domain.people import Group, GroupKind
from smsdesk.domain.seasons import Carry, Carrying, level_after
from smsdesk.domain.untrusted import visible
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.pages.page import scrolled
from smsdesk.ui.people_words import group_icon
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.fields import Picker
from smsdesk.ui.widgets.flow import flow
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.surfaces import Card, IconLabel
from smsdesk.ui.widgets.text import ElidedLabel, Label

_NAME_WIDTH = tokens.RAIL_WIDTH - tokens.SPACE_XL
_HOW_WIDTH = tokens.RAIL_WIDTH - tokens.SPACE_M
_TWO_LINES_BELOW = 560
"""Under this width in pixels a name of some length would have no room beside its choices."""


class GroupLine(QWidget):
    """One group: how it goes on, and what it is called then."""

    changed = Signal()

    def __init__(self, group: Group) -> None:
        super().__init__()
        self.group = group
        name = visible(group.name)
        self.how = Picker(self.tr("What becomes of {group}").format(group=name))
        self.how.setObjectName(f"season_how_{group.id}")
        self.how.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for carrying, words in (
            (Carrying.EMPTY, self.tr("Begins anew, empty")),
            (Carrying.MEMBERS, self.tr("Keeps its people")),
            (Carrying.ENDED, self.tr("Ends")),
        ):
            self.how.addItem(words, carrying)
        self.how.currentIndexChanged.connect(lambda _at: self._follow())
        self.name = QLineEdit(group.name)
        self.name.setObjectName(f"season_name_{group.id}")
        self.name.setAccessibleName(self.tr("New name of {group}").format(group=name))
        self.name.setCursorPosition(0)
        self.name.setMinimumWidth(theme.wide(_NAME_WIDTH) // 2)
        self.name.setMaximumWidth(theme.wide(_NAME_WIDTH))
        self.name.textEdited.connect(lambda _text: self.changed.emit())
        policy = self.name.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.name.setSizePolicy(policy)
        self.how.setMinimumWidth(theme.wide(_HOW_WIDTH))
        head = row(IconLabel(group_icon(group), Tone.NEUTRAL, tokens.ICON_S), space=tokens.SPACE_S)
        head.addWidget(ElidedLabel(name, Type.STRONG), 1)
        head.addWidget(Label(self.tr("%n people", "", group.size), Type.CAPTION, muted=True))
        self._line = row(space=tokens.SPACE_S)
        self._line.addLayout(head, 1)
        self._line.addLayout(row(self.how, self.name, space=tokens.SPACE_S))
        self.setLayout(self._line)

    def resizeEvent(self, event: object) -> None:
        """In a narrow pane the choice stands below the name."""
        narrow = theme.usual(self.width()) < _TWO_LINES_BELOW
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._line.setDirection(way)

    def _follow(self) -> None:
        self.name.setVisible(self.carrying is not Carrying.ENDED)
        self.changed.emit()

    @property
    def carrying(self) -> Carrying:
        """How the group goes on."""
        return Carrying(self.how.currentData())

    def choose(self, carrying: Carrying, name: str) -> None:
        """Go on like this, and be called so."""
        self.how.setCurrentIndex(list(Carrying).index(carrying))
        self.name.setText(name)
        self.name.setCursorPosition(0)

    def carry(self) -> Carry:
        """What was chosen."""
        return Carry(self.carrying, self.name.text().strip())


class SeasonGroups(Card):
    """All groups that begin anew; `changed` says that something else was chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(space=tokens.SPACE_S)
        self.lines: list[GroupLine] = []
        self._column = column(space=tokens.SPACE_XS)
        self.up = Button(self.tr("Classes go up one level"), look=Look.LINK)
        self.up.setObjectName("season_up")
        self.up.clicked.connect(self._go_up)
        empty = Button(self.tr("All begin anew, empty"), look=Look.LINK)
        empty.setObjectName("season_empty")
        empty.clicked.connect(self._begin_empty)
        quick = QWidget()
        quick.setLayout(flow(self.up, empty))
        content = QWidget()
        content.setLayout(column(self._column, None))
        self.body.addWidget(quick)
        self.body.addWidget(scrolled(content), 1)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show these groups; all begin anew, empty."""
        clear(self._column)
        self.lines = [GroupLine(group) for group in groups]
        for line in self.lines:
            line.changed.connect(self.changed)
            self._column.addWidget(line)
        self.up.setVisible(any(_goes_up(line.group) for line in self.lines))

    def plan(self) -> dict[int, Carry]:
        """What was chosen, by the id of the group."""
        return {line.group.id: line.carry() for line in self.lines}

    def _go_up(self) -> None:
        """Each class keeps its people under the name of the next level; the last one of the school ends."""
        for line in self.lines:
            if line.group.kind is GroupKind.CLASS:
                following = level_after(line.group.name)
                line.choose(Carrying.MEMBERS if following else Carrying.ENDED, following or line.group.name)

    def _begin_empty(self) -> None:
        for line in self.lines:
            line.choose(Carrying.EMPTY, line.group.name)


def _goes_up(group: Group) -> bool:
    return group.kind is GroupKind.CLASS and bool(level_after(group.name))
