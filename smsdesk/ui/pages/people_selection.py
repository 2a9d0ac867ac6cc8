"""Over the table: whose people these are and how many, or what can be done with those that are chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from smsdesk.domain.people import Group
from smsdesk.domain.untrusted import visible
from smsdesk.ui import formats
from smsdesk.ui.design import icons, theme, tokens
from smsdesk.ui.design.icons import Icon, Ink
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.models.group_tree import GroupNode, Scope
from smsdesk.ui.pages.people_listing import Chosen
from smsdesk.ui.people_words import group_kind_word, slot_words
from smsdesk.ui.widgets.buttons import Button, IconButton, Look
from smsdesk.ui.widgets.flow import flow
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.text import ElidedLabel, Label

_PAIR = 2
"""Two people can be made one."""


class GroupHeading(QWidget):
    """The name of what is listed, how many people, and what can be done with a group as a whole."""

    write_wanted = Signal()
    edit_wanted = Signal()
    archive_wanted = Signal()
    restore_wanted = Signal()
    add_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = ElidedLabel("", Type.SUBTITLE)
        self.count = Label("", Type.CAPTION, muted=True)
        self.count.setObjectName("people_count")
        self.facts = ElidedLabel("", Type.CAPTION, muted=True)
        self.write = Button(self.tr("Write"), Icon.NOTIFY)
        self.write.setObjectName("people_write_group")
        self.write.setToolTip(self.tr("Write to this group"))
        self.write.clicked.connect(self.write_wanted)
        self.restore = Button(self.tr("Restore this group"), Icon.RESTORE)
        self.restore.setObjectName("people_group_restore")
        self.restore.clicked.connect(self.restore_wanted)
        self.edit = IconButton(Icon.EDIT, self.tr("Edit this group"))
        self.edit.setObjectName("people_group_edit")
        self.edit.clicked.connect(self.edit_wanted)
        self.more = IconButton(Icon.MORE, self.tr("More about this group"))
        self.more.setObjectName("people_group_more")
        self.more.setMenu(self._menu())
        below = row(self.count, space=tokens.SPACE_S)
        below.addWidget(self.facts, 1)
        words = column(self.name, below, space=0)
        self.setMinimumHeight(theme.high(tokens.CONTROL_HEIGHT_LARGE))
        line = row(space=tokens.SPACE_XS)
        line.addLayout(words, 1)
        for button in (self.restore, self.write, self.edit, self.more):
            line.addWidget(button)
        self.setLayout(line)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("New group inside"), self.add_wanted.emit)
        menu.addAction(self.tr("Archive this group"), self.archive_wanted.emit)
        return menu

    def show_node(self, node: GroupNode) -> None:
        """Say what is listed."""
        group = node.group
        self.name.setText(node.name)
        self.facts.setText(_facts(group) if group else "")
        past = group is not None and group.archived
        for button in (self.write, self.edit, self.more):
            button.setVisible(group is not None and not past)
        self.restore.setVisible(past)

    def show_count(self, count: int, *, found: bool) -> None:
        """Say how many people; `found` when something is searched for."""
        words = self.tr("%n found", "", count) if found else self.tr("%n people", "", count)
        self.count.setText(words)

    def show_many(self, least: int) -> None:
        """Say that there are more than so many, until they are counted."""
        self.count.setText(self.tr("More than {count}").format(count=formats.number(least)))


def _facts(group: Group) -> str:
    facts = [group_kind_word(group.kind)]
    if group.teacher:
        facts.append(visible(group.teacher))
    facts += [slot_words(slot) for slot in group.slots[:_PAIR]]
    return " · ".join(facts)


class SelectionBar(QWidget):
    """What can be done with the chosen people; each signal says which of it is wanted."""

    write_wanted = Signal()
    add_wanted = Signal()
    move_wanted = Signal()
    remove_wanted = Signal()
    archive_wanted = Signal()
    restore_wanted = Signal()
    merge_wanted = Signal()
    export_wanted = Signal()
    print_wanted = Signal()
    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = Label("", Type.STRONG)
        self.all = Button("", look=Look.LINK)
        self.all.setObjectName("people_choose_all")
        self.all.clicked.connect(self.all_wanted)
        self.write = Button(self.tr("Write"), Icon.NOTIFY)
        self.write.setObjectName("people_write")
        self.write.clicked.connect(self.write_wanted)
        self.add = Button(self.tr("Add to…"))
        self.add.setObjectName("people_add_to_group")
        self.add.clicked.connect(self.add_wanted)
        self.move_button = Button(self.tr("Move to…"))
        self.move_button.setObjectName("people_move_to_group")
        self.move_button.clicked.connect(self.move_wanted)
        self.menu = self._make_menu()
        self.more = IconButton(Icon.MORE, self.tr("More to do with the chosen people"))
        self.more.setObjectName("people_more")
        self.more.setMenu(self.menu)
        said = row(self.words, self.all, None, space=tokens.SPACE_XS)
        said_area = QWidget()
        said_area.setLayout(said)
        said_area.setMinimumHeight(theme.high(tokens.CONTROL_HEIGHT))
        self.setMinimumHeight(theme.high(tokens.CONTROL_HEIGHT_LARGE))
        self.setLayout(
            flow(said_area, self.write, self.add, self.move_button, self.more, space=tokens.SPACE_XS)
        )

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        self.remove = self._entry(menu, self.tr("Take out of this group"), Icon.LEFT_OUT, self.remove_wanted)
        self.archive = self._entry(menu, self.tr("Archive"), Icon.ARCHIVE, self.archive_wanted)
        self.restore = self._entry(menu, self.tr("Restore"), Icon.RESTORE, self.restore_wanted)
        self.merge = self._entry(menu, self.tr("Merge these two"), Icon.MERGE, self.merge_wanted)
        menu.addSeparator()
        self.export = self._entry(menu, self.tr("Export…"), Icon.EXPORT, self.export_wanted)
        self.print = self._entry(menu, self.tr("Print the class sheet…"), Icon.PRINT, self.print_wanted)
        return menu

    def _entry(self, menu: QMenu, text: str, icon: Icon, wanted: object) -> QAction:
        action = menu.addAction(icons.make(icon, Ink.MUTED), text)
        action.triggered.connect(lambda _checked=False: wanted.emit())  # type: ignore[attr-defined]
        return action

    def _said(self, chosen: Chosen) -> str:
        if chosen.everything and not chosen.counted:
            return self.tr("All chosen")
        return self.tr("%n chosen", "", chosen.count if chosen.everything else len(chosen.ids))

    def show_chosen(self, chosen: Chosen, scope: Scope, *, plain: bool) -> None:
        """Offer what can be done; `plain`: they stand in a group that people can be taken out of."""
        self.words.setText(self._said(chosen))
        more_found = not chosen.everything and 1 < len(chosen.ids) < chosen.count
        words = self.tr("Choose all {count}") if chosen.counted else self.tr("Choose all")
        self.all.setText(words.format(count=formats.number(chosen.count)))
        self.all.setVisible(more_found)
        archived = scope is Scope.ARCHIVED or chosen.listing.filters.archived
        for button in (self.write, self.add):
            button.setVisible(not archived)
        self.move_button.setVisible(plain and not archived)
        self.remove.setVisible(plain and not archived)
        self.archive.setVisible(not archived)
        self.restore.setVisible(archived)
        self.merge.setVisible(not archived and not chosen.everything and len(chosen.ids) == _PAIR)
