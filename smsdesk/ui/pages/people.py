"""Personnes: the groups, the people in them, and one person with everything known of him."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QResizeEvent, QShortcut

from smsdesk.domain.people import Group
from smsdesk.domain.people_drafts import GroupDraft
from smsdesk.services.events import Topic
from smsdesk.services.history import Entry
from smsdesk.services.people import COUNTED
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.models.group_tree import GroupNode, Scope
from smsdesk.ui.models.people import PAGE
from smsdesk.ui.pages import people_listing
from smsdesk.ui.pages.import_start import ListsPassBy, dropped, pasted
from smsdesk.ui.pages.page import Page, PageContext
from smsdesk.ui.pages.people_actions import HeaderActions
from smsdesk.ui.pages.people_acts import PeopleActs
from smsdesk.ui.pages.people_doing import Doing
from smsdesk.ui.pages.people_empty import nobody
from smsdesk.ui.pages.people_form import KeptPerson
from smsdesk.ui.pages.people_groups import GroupsPane
from smsdesk.ui.pages.people_listing import MANY, Found, Listing
from smsdesk.ui.pages.people_overview import Overview, overview
from smsdesk.ui.pages.people_side import WIDTH as SIDE_WIDTH
from smsdesk.ui.pages.people_side import PeopleSide
from smsdesk.ui.pages.people_table import PeopleTable
from smsdesk.ui.pages.people_undo import UndoBar
from smsdesk.ui.places import Place, Route
from smsdesk.ui.widgets.layout import row
from smsdesk.ui.widgets.surfaces import EmptyState

_ALL_PANES_FROM = 3 * SIDE_WIDTH
"""Under this width of the page, the groups make room for the panel that is shown."""


_COMPARED_AT_MOST = 10_000
"""People among whom duplicates are looked for after each change; that takes a fifth of a second."""


class PeoplePage(Page):
    """Three panes: groups, table, person; below them what can be undone."""

    topics = frozenset({Topic.PEOPLE, Topic.GROUPS})

    undoes_itself = True

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, self.tr("People"))
        self.doing = Doing(self.services, self.tasks, self.notices, self)
        self.groups = GroupsPane()
        self.table = PeopleTable()
        self.side = PeopleSide(context, self.doing)
        self.undo = UndoBar()
        self.side.way_back = self.table.view
        self.side.followed_by = (self.undo.undo, self.undo.redo, self.undo.history)
        self.offers = HeaderActions(self)
        self._stand_in: int | None = None
        self.acts = PeopleActs(context, self, self.doing, self.table, self.groups)
        panes = row(self.groups, space=tokens.SPACE_M)
        panes.addWidget(self.table, 1)
        panes.addWidget(self.side)
        self.body.addLayout(panes, 1)
        self.body.addWidget(self.undo)
        self.body.setSpacing(tokens.SPACE_S)
        self.first = self.table.search
        for button in self.offers.buttons:
            self.add_action(button)
        self.setAcceptDrops(True)
        self._connect_panes()
        self._connect_table()

    def _connect_panes(self) -> None:
        self.groups.chosen.connect(self._choose_node)
        self.groups.add_wanted.connect(self._new_group)
        self.groups.edit_wanted.connect(self._edit_group)
        self.groups.archive_wanted.connect(self.doing.archive_group)
        self.groups.write_wanted.connect(self.acts.write_to_group)
        self.groups.dropped.connect(self.acts.drop)
        self.acts.navigate.connect(self.navigate)
        self.side.navigate.connect(self.navigate)
        self.side.opened.connect(self._place_panes)
        self.side.closed.connect(self._side_closed)
        self.side.group_saved.connect(self._group_saved)
        self.undo.listen(self)
        self._lists_pass_by = ListsPassBy(self.table.search)
        self.undo.undo_wanted.connect(self.doing.undo)
        self.undo.redo_wanted.connect(self.doing.redo)
        self.undo.history_wanted.connect(self._show_history)
        self.offers.add_wanted.connect(lambda: self._edit_person(""))
        self.offers.go_wanted.connect(self.navigate)
        self.offers.paste_wanted.connect(self._paste)
        self.offers.export_wanted.connect(lambda: self.acts.export(self._listing))
        self.offers.print_wanted.connect(lambda: self.acts.print(self._listing))
        self.offers.sheet_wanted.connect(lambda: self.acts.keep_sheet(self._listing))
        self._shortcut("Escape").activated.connect(self._escape)
        self._shortcut("Ctrl+V").activated.connect(self._paste)

    def _shortcut(self, keys: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return shortcut

    def _connect_table(self) -> None:
        table, heading = self.table, self.table.heading
        table.searched.connect(self._fetch_people)
        table.more_wanted.connect(self._fetch_more)
        table.opened.connect(self._choose_person)
        table.model.edited.connect(self.doing.retype)
        table.filters.save_wanted.connect(self._new_smart_group)
        heading.write_wanted.connect(lambda: self._with_group(self.acts.write_to_group))
        heading.edit_wanted.connect(lambda: self._with_group(self._edit_group))
        heading.archive_wanted.connect(lambda: self._with_group(self.doing.archive_group))
        heading.restore_wanted.connect(lambda: self._with_group(self.doing.restore_group))
        heading.add_wanted.connect(lambda: self._with_group(self._new_group))

    def open(self, what: object) -> None:
        """Show a person (contact id), or the form for a new one with this phone (E.164) or half typed."""
        if isinstance(what, KeptPerson):
            self.side.edit(what.person, kept=what)
        elif isinstance(what, int):
            self.side.show_person(what)
        elif isinstance(what, str) and what:
            self._edit_person(what)

    def shown(self) -> object:
        return self.side.kept()

    def selected(self) -> int | str | None:
        return self.side.person_id

    # groups and table

    def refresh(self) -> None:
        """Fetch the groups, the people in sight, what can be undone, and the person shown."""
        services = self.services
        self.tasks.read(self, "groups", lambda: overview(services), self._show_overview)
        history = services.history
        self.tasks.read(
            self,
            "undo",
            lambda: (history.can_undo(), history.can_redo()),
            lambda entries: self._show_undo(*entries),
        )
        self._fetch_people()
        self.side.refresh()

    def _show_undo(self, undo: Entry | None, redo: Entry | None) -> None:
        self.undo.show_entries(undo, redo)

    def _show_overview(self, seen: Overview) -> None:
        self.acts.groups = seen.groups
        self.groups.show_groups(seen.groups, seen.everybody, seen.past, seen.archived)
        if self._stand_in is not None:
            self.groups.choose(self._stand_in)
            self._stand_in = None
        self.table.show_node(self.groups.node)
        self.table.filters.show_choices(seen.groups, seen.cities)
        self._count_duplicates(seen.everybody)
        if seen.everybody >= COUNTED:
            services = self.services
            self.tasks.wait_for(
                self, "search", lambda: people_listing.prepare_search(services), lambda _none: None
            )

    def _count_duplicates(self, everybody: int) -> None:
        """Among very many people looking takes seconds: their page does it when it is wanted."""
        if everybody > _COMPARED_AT_MOST:
            self.offers.show_duplicates(None)
            return
        find = self.services.duplicates.find
        self.tasks.wait_for(self, "duplicates", lambda: len(find()), self.offers.show_duplicates)

    def _choose_node(self, node: GroupNode) -> None:
        if node.scope is Scope.PAST:
            return
        self.table.show_node(node)
        self.table.choose(None)
        self._fetch_people()

    @property
    def _listing(self) -> Listing:
        """What the table is to show now."""
        node, filters = self.groups.node, self.table.filters.filters
        if node.scope is Scope.ARCHIVED:
            filters = replace(filters, archived=True)
        return Listing(node.group, self.table.text, filters)

    def _fetch_people(self) -> None:
        services, listing, table = self.services, self._listing, self.table
        if table.typing:
            return  # asked again when the cell is closed
        known = table.model.rowCount() if listing == table.listing else 0
        if known > MANY:
            self._renew_visible(listing)
            return
        limit = max(PAGE, known)
        self.tasks.read(
            self,
            "people",
            lambda: people_listing.read(services, listing, limit),
            lambda found: self._show_found(found, listing),
        )

    def _show_found(self, found: Found, listing: Listing) -> None:
        self.table.show_found(found, listing, lambda: self._nobody(listing))
        self._count_all(found, listing)

    def _count_all(self, found: Found, listing: Listing) -> None:
        """A list of thousands is shown before it is counted to the end; what is being searched is not."""
        services = self.services
        if found.count >= COUNTED and not listing.search:
            self.tasks.read(
                self, "count", lambda: people_listing.count(services, listing), self.table.show_count
            )

    def _renew_visible(self, listing: Listing) -> None:
        """So many rows are there that only those in sight are read again."""
        services, table = self.services, self.table
        start, stop = table.visible_rows()
        after = table.model.row(start - 1).id if start else None
        self.tasks.read(
            self,
            "people",
            lambda: people_listing.read(services, listing, stop - start, after),
            lambda found: self._renew(start, stop, found, listing),
        )

    def _renew(self, start: int, stop: int, found: Found, listing: Listing) -> None:
        self.table.renew(start, stop, found, listing)
        self._count_all(found, listing)

    def _fetch_more(self) -> None:
        services, listing = self.services, self.table.listing
        last = self.table.model.rows[-1].id

        def show(found: Found) -> None:
            if listing == self.table.listing:
                self.table.append(found)

        self.tasks.read(self, "more", lambda: people_listing.read_more(services, listing, last), show)

    def _nobody(self, listing: Listing) -> EmptyState:
        """What stands in place of an empty table."""
        return nobody(listing, self.groups.node.scope, lambda: self.navigate.emit(Place(Route.IMPORT)))

    # the panel

    def _choose_person(self, contact_id: int) -> None:
        """Show who is chosen in the table, unless that would throw away what is being typed."""
        if self.side.touched:
            self.side.keep_typing()
        else:
            self.side.show_person(contact_id)

    def _edit_person(self, phone: str) -> None:
        if self.side.touched:
            self.side.keep_typing()
        else:
            self.side.edit(None, phone)

    def _show_history(self) -> None:
        if self.side.touched:
            self.side.keep_typing()
        else:
            self.side.show_history()

    def _side_closed(self) -> None:
        self.table.choose(None)
        self._place_panes()

    def _escape(self) -> None:
        """Put away what is open; a form in which something was typed is closed by its button alone."""
        if self.table.filters.opened:
            self.table.filters.show_panel(False)
        elif not self.side.isHidden() and not self.side.touched:
            self.side.close_panel()
            self.table.view.setFocus()
        elif self.table.chosen.ids:
            self.table.choose(None)

    # groups

    def _with_group(self, act: Callable[[Group], None]) -> None:
        group = self.groups.group
        if group is not None:
            act(group)

    def _new_group(self, parent: Group | None) -> None:
        self._open_form(GroupDraft(None, "", parent_id=parent.id if parent else None))

    def _new_smart_group(self) -> None:
        self._open_form(GroupDraft(None, "", filters=self.table.filters.filters))

    def _open_form(self, draft: GroupDraft) -> None:
        if self.side.touched:
            self.side.keep_typing()
        else:
            self.side.new_group(draft)

    def _edit_group(self, group: Group) -> None:
        if self.side.touched:
            self.side.keep_typing()
        else:
            self.side.edit_group(group, self.table.filters.filters)

    def _group_saved(self, group: Group) -> None:
        """Stand in the group that was made or changed, once the tree knows it."""
        self._stand_in = group.id
        self.refresh()

    # what comes from outside: files that are dropped, cells that are pasted

    def _paste(self) -> None:
        start = pasted(QGuiApplication.clipboard().text())
        if start is not None:
            self.navigate.emit(Place(Route.IMPORT, start))
        else:
            self.notices.toast(
                self.tr("Nothing to import was copied. Copy some lines of your table first, then paste here.")
            )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        start = dropped(event.mimeData())
        if start is not None:
            event.acceptProposedAction()
            self.navigate.emit(Place(Route.IMPORT, start))

    # room

    def _place_panes(self) -> None:
        self.groups.setVisible(self.side.isHidden() or theme.usual(self.width()) >= _ALL_PANES_FROM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.offers.be_brief(theme.usual(self.width()) < _ALL_PANES_FROM)
        self._place_panes()
