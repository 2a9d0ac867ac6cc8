"""Personnes: the groups, the people in them, and one person with everything known of him."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from smsdesk.domain.people import Contact, Group
from smsdesk.domain.untrusted import visible
from smsdesk.services.events import Topic
from smsdesk.services.people import ContactDraft
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.models.people import PAGE
from smsdesk.ui.pages.page import Page, PageContext, scrolled
from smsdesk.ui.pages.people_card import PersonCard
from smsdesk.ui.pages.people_form import PersonForm
from smsdesk.ui.pages.people_groups import GroupsPane
from smsdesk.ui.pages.people_table import PeopleTable
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.layout import row
from smsdesk.ui.widgets.surfaces import EmptyState

_SIDE = tokens.SIDE_WIDTH + tokens.SPACE_XXL
_ALL_PANES_FROM = 3 * _SIDE
"""Under this width of the page, the groups make room for the person who is shown."""


@dataclass(frozen=True)
class _Found:
    """A first page of people, and how many there are in all."""

    people: tuple[Contact, ...]
    count: int


class PeoplePage(Page):
    """Three panes: groups, table, person."""

    topics = frozenset({Topic.PEOPLE, Topic.GROUPS})

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, self.tr("People"))
        self.groups = GroupsPane()
        self.table = PeopleTable()
        self._shown: int | None = None
        self._side = scrolled(QWidget())
        self._side.setFixedWidth(_SIDE)
        self._side.hide()
        panes = row(self.groups, space=tokens.SPACE_M)
        panes.addWidget(self.table, 1)
        panes.addWidget(self._side)
        self.body.addLayout(panes)
        self.first = self.table.search
        self._make_actions()
        self._connect()

    def _make_actions(self) -> None:
        self._write = Button(self.tr("Write to this group"), Icon.NOTIFY, Look.QUIET)
        self._write.clicked.connect(self._write_to_group)
        self._write.hide()
        add = Button(self.tr("Add a person"), Icon.ADD)
        add.setObjectName("people_add")
        add.clicked.connect(lambda: self._edit(None))
        load = Button(self.tr("Import a list"), Icon.IMPORT, Look.PRIMARY)
        load.setObjectName("people_import")
        load.clicked.connect(self._import)
        for button in (self._write, add, load):
            self.add_action(button)

    def _connect(self) -> None:
        self.groups.chosen.connect(lambda _group: self._fetch_people())
        self.groups.created.connect(self._create_group)
        self.table.searched.connect(self._fetch_people)
        self.table.model.more_wanted.connect(self._fetch_more)
        self.table.opened.connect(self._choose_person)
        self.table.added.connect(self._add_to_group)
        self.table.removed.connect(self._remove_from_group)

        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._escape)

    def open(self, what: object) -> None:
        """Show a person (contact id), or the form for a new one with this phone (E.164)."""
        if isinstance(what, int):
            self._fetch_person(what)
        elif isinstance(what, str) and what:
            self._edit(None, what)

    # groups and table

    def refresh(self) -> None:
        """Fetch the groups, the first page of people, and the person shown."""
        people = self.services.people
        self.tasks.read(
            self, "groups", lambda: (people.groups(), people.count()), lambda found: self._show_groups(*found)
        )
        self._fetch_people()
        if self._shown is not None and isinstance(self._side.widget(), PersonCard):
            self._fetch_person(self._shown)

    def _show_groups(self, groups: tuple[Group, ...], everybody: int) -> None:
        self.groups.show_groups(groups, everybody)
        self.table.show_groups(groups)

    def _fetch_people(self) -> None:
        people, search, group = self.services.people, self.table.text, self.groups.group
        group_id = group.id if group else None
        self._write.setVisible(group is not None)
        self.table.show_group(group)
        limit = max(PAGE, self.table.model.rowCount())
        self.tasks.read(
            self,
            "people",
            lambda: _Found(people.contacts(group_id, search, limit), people.count(group_id, search)),
            self._show_people,
        )

    def _show_people(self, found: _Found) -> None:
        self.table.show_people(found.people, found.count, self._nobody)

    def _fetch_more(self) -> None:
        people, search, group = self.services.people, self.table.text, self.groups.group
        group_id, last = group.id if group else None, self.table.model.rows[-1].id
        self.tasks.read(
            self, "more", lambda: people.contacts(group_id, search, PAGE, last), self.table.model.append
        )

    def _nobody(self) -> EmptyState:
        """What stands in place of an empty table."""
        if self.table.text:
            return EmptyState(
                Icon.SEARCH, self.tr("Nobody found"), self.tr("Try another spelling, or a part of the name.")
            )
        if self.groups.group is not None:
            return EmptyState(
                Icon.CLASS,
                self.tr("Nobody in this group yet"),
                self.tr("Choose people under “Everybody”, then “Add to a group”."),
            )
        load = Button(self.tr("Choose an Excel list"), Icon.IMPORT)
        load.clicked.connect(self._import)
        return EmptyState(
            Icon.PEOPLE,
            self.tr("Import an Excel list"),
            self.tr("The class list that you have is enough: names, classes, phones. Nothing is changed"
                    " before you have seen what will be."),
            load,
        )  # fmt: skip

    # one person

    def _choose_person(self, contact_id: int) -> None:
        """Show who is chosen in the table, unless that would throw away what is being typed."""
        form = self._side.widget()
        if isinstance(form, PersonForm) and form.touched:
            form.first_name.setFocus()
        else:
            self._fetch_person(contact_id)

    def _fetch_person(self, contact_id: int) -> None:
        people = self.services.people
        self._shown = contact_id
        self.tasks.read(
            self,
            "person",
            lambda: (people.contact(contact_id), people.pupils_of(contact_id)),
            lambda found: self._show_person(*found),
        )

    def _show_person(self, person: Contact, pupils: tuple[Contact, ...]) -> None:
        if person.id != self._shown:
            return
        card = PersonCard(person, pupils)
        card.edit_wanted.connect(lambda: self._edit(person))
        card.archived.connect(lambda: self._archive(person))
        card.closed.connect(self._close_side)
        card.navigate.connect(self.navigate)
        self._show_side(card)

    def _edit(self, person: Contact | None, phone: str = "") -> None:
        self._shown = None
        form = PersonForm(person, phone)
        form.saved.connect(lambda draft: self._save(form, draft))
        form.closed.connect(lambda: self._fetch_person(person.id) if person else self._close_side())
        self._show_side(form)
        form.first_name.setFocus()

    def _save(self, form: PersonForm, draft: ContactDraft) -> None:
        people = self.services.people
        self.tasks.change(form, lambda: people.save_contact(draft), self._saved, form.refuse)

    def _saved(self, person: Contact) -> None:
        self._fetch_person(person.id)
        self.notices.toast(self.tr("{name} is saved.").format(name=visible(person.name)))

    def _archive(self, person: Contact) -> None:
        people = self.services.people
        self._close_side()
        self.tasks.change(
            self,
            lambda: people.archive_contact(person.id),
            lambda _none: self.notices.toast(
                self.tr("{name} is in no list any more.").format(name=visible(person.name))
            ),
        )

    def _show_side(self, widget: QWidget) -> None:
        self._side.setWidget(widget)
        widget.setAutoFillBackground(False)  # its corners are round
        self._side.show()
        self._place_panes()

    def _escape(self) -> None:
        """Put away what is open; a form in which something was typed is closed by its button alone."""
        side = self._side.widget()
        if self.groups.writing:
            self.groups.close_form()
            self.groups.add.setFocus()
        elif isinstance(side, PersonCard) or (isinstance(side, PersonForm) and not side.touched):
            self._close_side()
            self.table.view.setFocus()

    def _close_side(self) -> None:
        self._shown = None
        self._side.setWidget(QWidget())
        self._side.hide()
        self.table.choose(None)
        self._place_panes()

    # groups: make, add, take out

    def _create_group(self, name: str) -> None:
        people = self.services.people
        self.tasks.change(self, lambda: people.create_group(name), self._created)

    def _created(self, group: Group) -> None:
        self.groups.close_form()
        self.notices.toast(self.tr("The group {name} is made.").format(name=visible(group.name)))

    def _add_to_group(self, group: Group) -> None:
        people, chosen = self.services.people, self.table.chosen
        told = self.tr("%n people added to {group}.", "", len(chosen)).format(group=visible(group.name))
        self.tasks.change(
            self, lambda: people.add_to_group(group.id, chosen), lambda _none: self.notices.toast(told)
        )

    def _remove_from_group(self, group: Group) -> None:
        people, chosen = self.services.people, self.table.chosen
        told = self.tr("%n people taken out of {group}.", "", len(chosen)).format(group=visible(group.name))

        def undo() -> None:
            self.tasks.change(self, lambda: people.add_to_group(group.id, chosen))

        self.tasks.change(
            self,
            lambda: people.remove_from_group(group.id, chosen),
            lambda _none: self.notices.toast(told, self.tr("Undo"), undo),
        )

    def _write_to_group(self) -> None:
        group = self.groups.group
        if group is not None:
            self.navigate.emit(Place(Route.NOTIFY, NotifyStart(group_ids=(group.id,))))

    def _import(self) -> None:
        self.navigate.emit(Place(Route.IMPORT))

    # room

    def _place_panes(self) -> None:
        self.groups.setVisible(self._side.isHidden() or self.width() >= _ALL_PANES_FROM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_panes()
