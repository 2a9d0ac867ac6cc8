"""What is done with the people chosen in the table: write, add, move, archive, merge, export, print."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from smsdesk.domain.people import Group
from smsdesk.ui.models.group_tree import PeopleDrag
from smsdesk.ui.pages.group_chooser import GroupChooser
from smsdesk.ui.pages.page import PageContext
from smsdesk.ui.pages.people_doing import Doing
from smsdesk.ui.pages.people_groups import GroupsPane
from smsdesk.ui.pages.people_listing import Chosen, Listing
from smsdesk.ui.pages.people_paper import Paper
from smsdesk.ui.pages.people_table import PeopleTable
from smsdesk.ui.places import MergeStart, NotifyStart, Place, Route


class PeopleActs(QObject):
    """Answers the selection of the table and the drops on the groups; `navigate` carries a Place."""

    navigate = Signal(object)

    def __init__(
        self, context: PageContext, page: QWidget, doing: Doing, table: PeopleTable, pane: GroupsPane
    ) -> None:
        super().__init__(page)
        self.groups: tuple[Group, ...] = ()
        """The groups of this year; people can be put into those without a filter."""
        self._services = context.services
        self._tasks = context.tasks
        self._page = page
        self._doing = doing
        self._table = table
        self._pane = pane
        self._paper = Paper(context, page)
        self._connect()

    def _connect(self) -> None:
        selection = self._table.selection
        selection.write_wanted.connect(self._write)
        selection.add_wanted.connect(lambda: self._ask_group(move=False))
        selection.move_wanted.connect(lambda: self._ask_group(move=True))
        selection.remove_wanted.connect(self._remove)
        selection.archive_wanted.connect(lambda: self._doing.archive(self._table.chosen))
        selection.restore_wanted.connect(lambda: self._doing.restore(self._table.chosen))
        selection.merge_wanted.connect(self._merge)
        selection.export_wanted.connect(lambda: self._paper.export(self._table.chosen))
        selection.print_wanted.connect(lambda: self._paper.print(self._table.chosen))
        self._table.view.customContextMenuRequested.connect(self._open_menu)

    # write

    def write_to_group(self, group: Group) -> None:
        """Go and write to a group."""
        self.navigate.emit(Place(Route.NOTIFY, NotifyStart(group_ids=(group.id,))))

    def _write(self) -> None:
        chosen = self._table.chosen
        listing = chosen.listing
        if chosen.everything and listing.group is not None and listing == Listing(listing.group):
            self.write_to_group(listing.group)
            return
        services = self._services
        self._tasks.read(self, "write", lambda: chosen.resolve(services), self._write_to)

    def _write_to(self, ids: tuple[int, ...]) -> None:
        self.navigate.emit(Place(Route.NOTIFY, NotifyStart(contact_ids=ids)))

    # groups

    def _ask_group(self, *, move: bool) -> None:
        """Choose the group by its name; the chosen people go there."""
        chosen, here = self._table.chosen, self._table.model.source
        title = self.tr("Move to which group?") if move else self.tr("Add to which group?")
        plain = [group for group in self.groups if group.filter is None and group.id != here]
        chooser = GroupChooser(self._page, title, plain)
        chooser.chosen.connect(lambda group: self._put(chosen, group, here if move else None))
        chooser.open()

    def _put(self, chosen: Chosen, group: Group, source: int | None) -> None:
        if source is None:
            self._doing.add(chosen, group)
        else:
            self._doing.move(chosen, source, group)

    def drop(self, drag: PeopleDrag, group: Group, move: bool) -> None:
        """People fell upon a group."""
        chosen = replace(self._table.chosen, ids=drag.ids, everything=drag.everything)
        self._put(chosen, group, drag.source if move else None)

    def _remove(self) -> None:
        source = self._table.model.source
        if source is not None:
            self._doing.remove(self._table.chosen, source)

    def _merge(self) -> None:
        one, other = self._table.chosen.ids
        self.navigate.emit(Place(Route.DUPLICATES, MergeStart(one, other)))

    # paper and files

    def export(self, listing: Listing) -> None:
        """Write those who are chosen, else all who are listed, into a file."""
        self._paper.export(self._chosen_or_all(listing))

    def print(self, listing: Listing) -> None:
        """Print the sheet of those who are chosen, else of all who are listed."""
        self._paper.print(self._chosen_or_all(listing))

    def keep_sheet(self, listing: Listing) -> None:
        """Keep the sheet of the group that is listed as PDF."""
        self._paper.keep_sheet(self._chosen_or_all(listing))

    def _chosen_or_all(self, listing: Listing) -> Chosen:
        chosen = self._table.chosen
        return chosen if chosen.ids else Chosen((), listing, True, self._table.count)

    # the menu of a row

    def _open_menu(self, at: QPoint) -> None:
        if self._table.chosen.ids:
            self.menu().popup(self._table.view.viewport().mapToGlobal(at))

    def menu(self) -> QMenu:
        """All that can be done with the chosen people, in one menu."""
        selection = self._table.selection
        menu = QMenu(self._page)
        menu.aboutToHide.connect(menu.deleteLater)
        for button in (selection.write, selection.add, selection.move_button):
            if not button.isHidden():
                menu.addAction(button.icon(), button.text(), button.click)
        menu.addActions([action for action in selection.menu.actions() if action.isVisible()])
        return menu
