"""The right pane of the people: a person, a form for one, a form for a group, or the history."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from smsdesk.domain.filters import NO_FILTER, PeopleFilter
from smsdesk.domain.people import Contact, Group
from smsdesk.domain.people_drafts import ContactDraft, GroupDraft
from smsdesk.services.history import Entry
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.keyboard import keyboard_at
from smsdesk.ui.pages.consent_form import ConsentDraft
from smsdesk.ui.pages.group_form import GroupForm, draft_of
from smsdesk.ui.pages.history import HistoryPanel
from smsdesk.ui.pages.page import PageContext, scrolled
from smsdesk.ui.pages.people_card import PersonCard
from smsdesk.ui.pages.people_doing import Doing
from smsdesk.ui.pages.people_finder import MOST
from smsdesk.ui.pages.people_form import KeptPerson, PersonForm
from smsdesk.ui.pages.people_listing import Chosen, Listing
from smsdesk.ui.pages.people_person import PersonView, look_up
from smsdesk.ui.pages.side_form import SideForm
from smsdesk.ui.widgets.layout import clear, column, follow_each_other, reading_order

WIDTH = tokens.SIDE_WIDTH + tokens.SPACE_XXL
_HISTORY = 100
"""So many changes are listed; older ones are hardly undone one by one."""


class PeopleSide(QWidget):
    """Holds one panel at a time; hidden while there is none."""

    navigate = Signal(object)
    closed = Signal()
    opened = Signal()
    group_saved = Signal(object)

    def __init__(self, context: PageContext, doing: Doing) -> None:
        super().__init__()
        self._services = context.services
        self._tasks = context.tasks
        self._clock = context.clock
        self._doing = doing
        self.followed_by: tuple[QWidget, ...] = ()
        """The controls that come after the panel as one reads."""
        self.way_back: QWidget | None = None
        """Where the keyboard goes from a panel that is closed."""
        self._wanted: int | None = None
        self._panel = QWidget()
        self._area: QScrollArea = scrolled(self._panel)
        self._footer = column()
        layout = column(space=tokens.SPACE_S)
        layout.addWidget(self._area, 1)
        layout.addLayout(self._footer)
        self.setLayout(layout)
        self.setFixedWidth(theme.wide(WIDTH))
        self.hide()

    @property
    def panel(self) -> QWidget:
        """What is shown."""
        return self._panel

    @property
    def touched(self) -> bool:
        """Whether something is being typed that another panel would throw away."""
        panel = self.panel
        return isinstance(panel, SideForm | PersonCard) and panel.touched

    def keep_typing(self) -> None:
        """Bring the keyboard back to what is being typed."""
        panel = self.panel
        if isinstance(panel, SideForm):
            panel.first.setFocus()
        elif isinstance(panel, PersonCard) and panel.consent_form is not None:
            panel.consent_form.take_focus()

    def refresh(self) -> None:
        """Read again what is shown, unless it is being typed in."""
        if isinstance(self.panel, HistoryPanel):
            self.show_history()
        elif self._wanted is not None and isinstance(self.panel, PersonCard):
            services, wanted = self._services, self._wanted
            self._tasks.read(self, "person", lambda: look_up(services, wanted), self._renew_person)

    def _renew_person(self, view: PersonView) -> None:
        """What has been begun in the meantime is not thrown away."""
        if not self.touched:
            self._show_person(view)

    # a person

    def show_person(self, contact_id: int) -> None:
        """Read somebody and show him."""
        services = self._services
        self._wanted = contact_id
        self._tasks.read(self, "person", lambda: look_up(services, contact_id), self._show_person)

    def _show_person(self, view: PersonView) -> None:
        person = view.person
        if person.id != self._wanted:
            return
        again = self._shows(person.id)
        place = self._area.verticalScrollBar().value() if again else 0
        at = keyboard_at(self)
        named = at.objectName() if again and at is not None and self._has_keyboard else ""
        card = PersonCard(view, self._clock().astimezone().date())
        only = Chosen((person.id,), Listing())
        card.edit_wanted.connect(lambda: self.edit(person))
        card.archived.connect(lambda: self._doing.archive(only))
        card.restored.connect(lambda: self._doing.restore(only))
        card.consent_given.connect(lambda draft: self._record(card, draft))
        card.hours_chosen.connect(partial(self._doing.keep_hours, person.id))
        card.closed.connect(self.close_panel)
        card.navigate.connect(self.navigate)
        self._show(card)
        if named and (same := card.findChild(QWidget, named)) is not None:
            same.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.verticalScrollBar().setValue(place)

    def _shows(self, contact_id: int) -> bool:
        return isinstance(self.panel, PersonCard) and self.panel.person.id == contact_id

    @property
    def person_id(self) -> int | None:
        """Whom the panel shows."""
        return self.panel.person.id if isinstance(self.panel, PersonCard) else None

    def kept(self) -> KeptPerson | None:
        """What was typed into the form for a person, if that is what is open and something was."""
        panel = self.panel
        return panel.kept() if isinstance(panel, PersonForm) and panel.touched else None

    def edit(self, person: Contact | None, phone: str = "", kept: KeptPerson | None = None) -> None:
        """The form for somebody, None for somebody new who may have this phone (E.164).

        `kept` is what was typed into such a form before.
        """
        self._wanted = None
        people = self._services.people
        form = PersonForm(person, self._tasks, lambda text: people.contacts(search=text, limit=MOST), phone)
        form.saved.connect(lambda draft: self._save(form, draft))
        form.closed.connect(lambda: self.show_person(person.id) if person else self.close_panel())
        if kept is not None:
            form.restore(kept)
        self._show(form)
        form.first_name.setFocus()

    def _save(self, form: PersonForm, draft: ContactDraft) -> None:
        people = self._services.people
        self._doing.change(
            lambda: people.save_contact(draft), lambda person: self.show_person(person.id), form.refuse, form
        )

    def _record(self, card: PersonCard, draft: ConsentDraft) -> None:
        form = card.consent_form
        refuse = form.refuse if form is not None else None
        self._doing.record(draft, lambda _stopped: self.show_person(card.person.id), refuse, card)

    # a group

    def edit_group(self, group: Group, shown: PeopleFilter = NO_FILTER) -> None:
        """The form for a group; `shown` is the filter over the table now."""
        self._open_group_form(draft_of(group), group.teacher, shown)

    def new_group(self, draft: GroupDraft) -> None:
        """The form for a new group that starts like this."""
        self._open_group_form(draft, "", NO_FILTER)

    def _open_group_form(self, draft: GroupDraft, teacher: str, shown: PeopleFilter) -> None:
        self._wanted = None
        people = self._services.people
        self._tasks.read(
            self, "groups", people.groups, lambda groups: self._show_group_form(draft, groups, teacher, shown)
        )

    def _show_group_form(
        self, draft: GroupDraft, groups: tuple[Group, ...], teacher: str, shown: PeopleFilter
    ) -> None:
        form = GroupForm(draft, groups, teacher, self._tasks, self._services.people.teachers, shown)
        form.saved.connect(lambda made: self._save_group(form, made))
        form.closed.connect(self.close_panel)
        self._show(form)
        form.name.setFocus()

    def _save_group(self, form: GroupForm, draft: GroupDraft) -> None:
        people = self._services.people
        self._doing.change(lambda: people.save_group(draft), self._group_saved, form.refuse, form)

    def _group_saved(self, group: Group) -> None:
        self.close_panel()
        self.group_saved.emit(group)

    # the history

    def show_history(self) -> None:
        """Read the history and show it."""
        history = self._services.history
        self._tasks.read(self, "history", lambda: history.entries(_HISTORY), self._show_history)

    def _show_history(self, entries: tuple[Entry, ...]) -> None:
        self._wanted = None
        panel = self.panel
        if not isinstance(panel, HistoryPanel):
            panel = HistoryPanel()
            panel.closed.connect(self.close_panel)
            panel.undo_wanted.connect(self._doing.undo_entry)
            self._show(panel)
            panel.first.setFocus()
        panel.show_entries(entries, self._clock())

    # room

    def _show(self, widget: PersonCard | SideForm | HistoryPanel) -> None:
        kept = self._has_keyboard
        self._put(widget)
        widget.setAutoFillBackground(False)  # its corners are round
        self.show()
        if kept:
            widget.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()

    @property
    def _has_keyboard(self) -> bool:
        """Whether the keyboard stands in what another panel is about to replace."""
        at = keyboard_at(self)
        return at is not None and self.isAncestorOf(at)

    def _put(self, panel: QWidget) -> None:
        clear(self._footer)
        self._panel = panel
        self._area.setWidget(panel)
        if isinstance(panel, SideForm):
            self._footer.addWidget(panel.footer)
        panel.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab goes as one reads, also to lines that were added in the middle just now."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._panel:
            inside = reading_order(self._panel.layout())
            follow_each_other((*inside, *reading_order(self._footer), *self.followed_by))
        return super().eventFilter(watched, event)

    def close_panel(self) -> None:
        """Show nothing."""
        self._wanted = None
        if self.way_back is not None and self._has_keyboard:
            self.way_back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._put(QWidget())
        self.hide()
        self.closed.emit()
