"""The right pane of the people: one person with phones, guardians and groups."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smsdesk.domain.people import Contact, Guardian, Phone
from smsdesk.domain.untrusted import visible
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.people_words import kind_word
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.widgets.buttons import Button, IconButton, Look
from smsdesk.ui.widgets.chips import Chip
from smsdesk.ui.widgets.flow import flow
from smsdesk.ui.widgets.layout import Piece, column, row
from smsdesk.ui.widgets.surfaces import Banner, Card, IconLabel
from smsdesk.ui.widgets.text import Label


class PersonCard(Card):
    """One person, with the `pupils` whose guardian he is; the signals say what is wanted of him."""

    edit_wanted = Signal()
    archived = Signal()
    closed = Signal()
    navigate = Signal(object)

    def __init__(self, person: Contact, pupils: tuple[Contact, ...]) -> None:
        super().__init__(space=tokens.SPACE_M)
        self.person = person
        self.pupils = pupils
        close = IconButton(Icon.CLOSE, self.tr("Close"))
        close.clicked.connect(self.closed)
        heading = row(space=tokens.SPACE_S)
        heading.addLayout(self._heading(), 1)
        heading.addLayout(column(close, None))
        self.body.addLayout(heading)
        for section in (self._phones(), self._guardians(), self._guarded(), self._groups(), self._facts()):
            if section is not None:
                self.body.addWidget(section)
        self._ask = self._question()
        self.body.addWidget(self._ask)
        self.body.addWidget(self._actions())
        self.body.addStretch(1)
        self.setAccessibleName(visible(person.name))

    def _heading(self) -> QVBoxLayout:
        name = Label(visible(self.person.name), Type.SUBTITLE, wrap=True)
        return column(name, Label(kind_word(self.person.kind), Type.CAPTION, muted=True), space=0)

    def _phones(self) -> QWidget | None:
        if not self.person.phones:
            return None
        return _section(self.tr("Phones"), *(self._phone(phone) for phone in self.person.phones))

    def _phone(self, phone: Phone) -> QWidget:
        """A number with its label; one that has no SMS says so, the others lead to their messages."""
        icon = Icon.PHONE if phone.mobile else Icon.LANDLINE
        line = row(IconLabel(icon, size=tokens.ICON_S), Label(formats.phone(phone.e164)), None)
        below = [visible(phone.label)] if phone.label else []
        if not phone.mobile:
            below.append(self.tr("landline: receives no SMS"))
        else:
            messages = Button(self.tr("Messages"), look=Look.LINK)
            messages.setAccessibleName(
                self.tr("Messages with {phone}").format(phone=formats.phone(phone.e164))
            )
            messages.clicked.connect(lambda: self.navigate.emit(Place(Route.INBOX, phone.e164)))
            line.addWidget(messages)
        pieces: list[Piece] = [line]
        if below:
            pieces.append(Label(", ".join(below), Type.CAPTION, muted=True, wrap=True))
        return _block(*pieces)

    def _guardians(self) -> QWidget | None:
        if not self.person.guardians:
            return None
        guardians = column(*map(self._guardian, self.person.guardians), space=tokens.SPACE_M)
        return _section(self.tr("Guardians"), guardians)

    def _guardian(self, guardian: Guardian) -> QWidget:
        pieces: list[Piece] = [Label(visible(guardian.name), Type.STRONG, wrap=True)]
        if guardian.relation:
            pieces.append(Label(visible(guardian.relation), Type.CAPTION, muted=True, wrap=True))
        if not guardian.receives:
            pieces.append(row(Chip(Icon.LEFT_OUT, self.tr("Gets no messages"), Tone.NEUTRAL), None))
        return _block(*pieces, *(self._phone(phone) for phone in guardian.phones))

    def _guarded(self) -> QWidget | None:
        """The pupils whose guardian this is, each a link."""
        if not self.pupils:
            return None
        return _section(self.tr("Guardian of"), *(row(self._pupil(pupil), None) for pupil in self.pupils))

    def _pupil(self, pupil: Contact) -> Button:
        link = Button(visible(pupil.name).replace("&", "&&"), look=Look.LINK)
        link.clicked.connect(lambda: self.navigate.emit(Place(Route.PEOPLE, pupil.id)))
        return link

    def _groups(self) -> QWidget | None:
        if not self.person.groups:
            return None
        chips = flow(*(Chip(Icon.CLASS, visible(name)) for name in self.person.groups), space=tokens.SPACE_XS)
        return _section(self.tr("Groups"), _block(chips))

    def _facts(self) -> QWidget | None:
        person = self.person
        facts = []
        if person.birth_date is not None:
            born = QDate(person.birth_date.year, person.birth_date.month, person.birth_date.day)
            facts.append(
                self.tr("Born {date}").format(date=QLocale().toString(born, QLocale.FormatType.ShortFormat))
            )
        facts += [visible(fact) for fact in (person.email, person.address, person.notes) if fact]
        if not facts:
            return None
        return _section(self.tr("More"), *(Label(fact, wrap=True) for fact in facts))

    def _question(self) -> QWidget:
        yes = Button(self.tr("Archive"), look=Look.DANGER)
        yes.setObjectName("people_archive_confirm")
        yes.clicked.connect(self.archived)
        no = Button(self.tr("Keep"), look=Look.QUIET)
        banner = Banner(
            self.tr("{name} leaves every list and gets nothing any more. Past messages stay.").format(
                name=visible(self.person.name)
            ),
            Tone.UNCERTAIN,
        )
        question = _block(banner, row(yes, no, None))
        no.clicked.connect(question.hide)
        question.hide()
        return question

    def _actions(self) -> QWidget:
        write = Button(self.tr("Write"), Icon.NOTIFY)
        write.clicked.connect(
            lambda: self.navigate.emit(Place(Route.NOTIFY, NotifyStart(contact_ids=(self.person.id,))))
        )
        edit = Button(self.tr("Edit"), Icon.EDIT, Look.QUIET)
        edit.setObjectName("people_edit")
        edit.clicked.connect(self.edit_wanted)
        archive = IconButton(Icon.ARCHIVE, self.tr("Archive"))
        archive.setObjectName("people_archive")
        archive.clicked.connect(self._ask.show)
        actions = QWidget()
        actions.setLayout(flow(write, edit, archive))
        return actions


def _block(*pieces: Piece) -> QWidget:
    block = QWidget()
    block.setLayout(column(*pieces, space=tokens.SPACE_XS))
    return block


def _section(title: str, *pieces: Piece) -> QWidget:
    return _block(Label(title, Type.CAPTION, muted=True), *pieces)
