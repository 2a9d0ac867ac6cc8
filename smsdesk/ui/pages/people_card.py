"""The right pane of the people: one person with phones, guardians, groups, consent and last messages."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smsdesk.domain.people import Contact, Guardian, Phone
from smsdesk.domain.phone_kinds import PhoneKind
from smsdesk.domain.untrusted import visible
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.pages.consent_form import ConsentForm
from smsdesk.ui.pages.people_hours import CourseHours
from smsdesk.ui.pages.people_person import PersonView
from smsdesk.ui.pages.people_sections import block, consent_words, messages, phones_with_owners, section
from smsdesk.ui.people_words import age, day, kind_word
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.tips import plain_tip
from smsdesk.ui.widgets.buttons import Button, IconButton, Look, NameLink
from smsdesk.ui.widgets.chips import Chip
from smsdesk.ui.widgets.flow import flow
from smsdesk.ui.widgets.layout import Piece, column, row
from smsdesk.ui.widgets.surfaces import Banner, Card, IconLabel
from smsdesk.ui.widgets.text import ElidedLabel, Label, breakable


class PersonCard(Card):
    """One person; the signals say what is wanted of him. `consent_given` carries a ConsentDraft."""

    edit_wanted = Signal()
    archived = Signal()
    restored = Signal()
    consent_given = Signal(object)
    hours_chosen = Signal(int, object)
    """The id of a course, and the hours at which he comes."""
    closed = Signal()
    navigate = Signal(object)

    def __init__(self, view: PersonView, today: date) -> None:
        super().__init__(space=tokens.SPACE_M)
        self.view = view
        self.person: Contact = view.person
        self._today = today
        self.consent_form: ConsentForm | None = None
        self.first: QWidget
        """Where the keyboard starts."""
        close = IconButton(Icon.CLOSE, self.tr("Close"))
        close.clicked.connect(self.closed)
        heading = row(space=tokens.SPACE_S)
        heading.addLayout(self._heading(), 1)
        heading.addLayout(column(close, None))
        self.body.addLayout(heading)
        self.body.addWidget(self._actions())
        if self.person.archived:
            self.body.addWidget(self._archived())
        sections = (
            self._phones(), self._guardians(), self._guarded(), self._groups(), self._lessons(),
            self._consent(), self._messages(), self._facts(),
        )  # fmt: skip
        for each in sections:
            if each is not None:
                self.body.addWidget(each)
        self.body.addStretch(1)
        self.setAccessibleName(visible(self.person.name))

    def _heading(self) -> QVBoxLayout:
        name = Label(visible(self.person.name), Type.SUBTITLE, wrap=True)
        told = [kind_word(self.person.kind)]
        if self.person.birth_date is not None:
            told.append(age(self.person.birth_date, self._today))
        return column(name, Label(" · ".join(told), Type.CAPTION, muted=True), space=0)

    def _actions(self) -> QWidget:
        write = Button(self.tr("Write"), Icon.NOTIFY)
        write.clicked.connect(
            lambda: self.navigate.emit(Place(Route.NOTIFY, NotifyStart(contact_ids=(self.person.id,))))
        )
        edit = Button(self.tr("Edit"), Icon.EDIT, Look.QUIET)
        edit.setObjectName("people_edit")
        edit.clicked.connect(self.edit_wanted)
        self.first = edit
        archive = IconButton(Icon.ARCHIVE, self.tr("Archive"))
        archive.setObjectName("people_archive")
        archive.clicked.connect(self.archived)
        actions = QWidget()
        actions.setLayout(flow(write, edit, archive, space=tokens.SPACE_XS))
        if self.person.archived:
            write.hide()
            archive.hide()
        return actions

    def _archived(self) -> QWidget:
        told = Banner(self.tr("Archived: in no list, gets nothing. Past messages stay."), Tone.NEUTRAL)
        restore = Button(self.tr("Restore"), Icon.RESTORE)
        restore.setObjectName("people_restore")
        restore.clicked.connect(self.restored)
        return block(told, row(restore, None), space=tokens.SPACE_S)

    def _phones(self) -> QWidget | None:
        if not self.person.phones:
            return None
        several = len(self.person.phones) > 1
        lines = (
            self._phone(phone, preferred=several and at == 0) for at, phone in enumerate(self.person.phones)
        )
        return section(self.tr("Phones"), *lines)

    def _phone(self, phone: Phone, *, preferred: bool = False) -> QWidget:
        """A number with its label; one that has no SMS says so, the others lead to their messages."""
        icon = Icon.PHONE if phone.mobile else Icon.LANDLINE
        line = row(IconLabel(icon, size=tokens.ICON_S), Label(formats.phone(phone.e164)), None)
        below = [visible(phone.label)] if phone.label else []
        if preferred:
            below.append(self.tr("preferred"))
        if not phone.mobile:
            landline = phone.kind is PhoneKind.LANDLINE
            below.append(self.tr("landline: receives no SMS") if landline else self.tr("receives no SMS"))
        else:
            talk = Button(self.tr("Messages"), look=Look.LINK)
            talk.setAccessibleName(
                self.tr("Go to the conversation with {phone}").format(phone=formats.phone(phone.e164))
            )
            talk.setToolTip(plain_tip(talk.accessibleName()))
            talk.clicked.connect(lambda: self._converse(phone.e164))
            line.addWidget(talk)
        pieces: list[Piece] = [line]
        if below:
            pieces.append(Label(", ".join(below), Type.CAPTION, muted=True, wrap=True))
        return block(*pieces, space=0)

    def _converse(self, e164: str) -> None:
        self.navigate.emit(Place(Route.INBOX, e164))

    def _guardians(self) -> QWidget | None:
        if not self.person.guardians:
            return None
        guardians = column(*map(self._guardian, self.person.guardians), space=tokens.SPACE_S)
        return section(self.tr("Guardians"), guardians)

    def _guardian(self, guardian: Guardian) -> QWidget:
        name = NameLink(visible(guardian.name))
        name.clicked.connect(lambda: self.navigate.emit(Place(Route.PEOPLE, guardian.contact_id)))
        head = row(name, space=tokens.SPACE_XS)
        head.addWidget(ElidedLabel(visible(guardian.relation), Type.CAPTION, muted=True), 1)
        pieces: list[Piece] = [head]
        if not guardian.receives:
            pieces.append(row(Chip(Icon.LEFT_OUT, self.tr("Gets no messages"), Tone.NEUTRAL), None))
        return block(*pieces, *(self._phone(phone) for phone in guardian.phones))

    def _guarded(self) -> QWidget | None:
        """The pupils whose guardian this is, each a link."""
        if not self.view.pupils:
            return None
        return section(self.tr("Guardian of"), *(row(self._pupil(pupil), None) for pupil in self.view.pupils))

    def _pupil(self, pupil: Contact) -> NameLink:
        link = NameLink(visible(pupil.name))
        link.clicked.connect(lambda: self.navigate.emit(Place(Route.PEOPLE, pupil.id)))
        return link

    def _groups(self) -> QWidget | None:
        if not self.person.groups:
            return None
        chips = flow(*(Chip(Icon.CLASS, visible(name)) for name in self.person.groups), space=tokens.SPACE_XS)
        return section(self.tr("Groups"), block(chips))

    def _lessons(self) -> QWidget | None:
        """At which of the hours of a course he comes, where it has several."""
        if not self.view.lessons:
            return None
        courses = list(map(CourseHours, self.view.lessons))
        for each in courses:
            each.chosen.connect(partial(self.hours_chosen.emit, each.group.id))
        return section(self.tr("Weekly lessons"), *courses)

    def _consent(self) -> QWidget | None:
        """The last words, and a form to write down a new one."""
        if not phones_with_owners(self.person):
            return None
        lines = consent_words(self.view.words, self.person)
        if not lines:
            lines = [Label(self.tr("Nothing written down yet."), muted=True, wrap=True)]
        note = Button(self.tr("Write down an agreement or objection"), look=Look.LINK)
        note.setObjectName("people_note_consent")
        self._consent_place = column()
        note.clicked.connect(self._open_consent)
        self._note = note
        return section(self.tr("Consent"), *lines, row(note, None), self._consent_place)

    def _open_consent(self) -> None:
        form = ConsentForm(phones_with_owners(self.person))
        form.saved.connect(self.consent_given)
        form.closed.connect(self._close_consent)
        self.consent_form = form
        self._consent_place.addWidget(form)
        self._note.hide()
        form.take_focus()

    def _close_consent(self) -> None:
        if self.consent_form is not None:
            self._consent_place.removeWidget(self.consent_form)
            self.consent_form.hide()
            self.consent_form.deleteLater()
            self.consent_form = None
        self._note.show()
        self._note.setFocus()

    @property
    def touched(self) -> bool:
        """Whether something is being typed that showing another person would lose."""
        return self.consent_form is not None

    def _messages(self) -> QWidget | None:
        if not self.view.said:
            return None
        return section(self.tr("Last messages"), *messages(self.view.said, self._converse))

    def _facts(self) -> QWidget | None:
        person = self.person
        facts = []
        if person.birth_date is not None:
            facts.append(self.tr("Born {date}").format(date=day(person.birth_date)))
        if person.email:
            facts.append(breakable(visible(person.email)))
        town = f"{person.postcode} {person.city}".strip()
        facts += [visible(fact) for fact in (person.address, town, person.notes) if fact]
        if person.external_id:
            facts.append(self.tr("Number in the school: {id}").format(id=visible(person.external_id)))
        if not facts:
            return None
        return section(self.tr("More"), *(Label(fact, wrap=True) for fact in facts))
