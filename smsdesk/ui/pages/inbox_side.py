"""The right pane of the inbox: who a phone belongs to, and the groups of these people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QWidget

from smsdesk.domain.people import Contact
from smsdesk.domain.untrusted import visible, visible_line
from smsdesk.services.people import People
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.pages.page import scrolled
from smsdesk.ui.people_words import kind_word
from smsdesk.ui.places import Place, Route
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.chips import Chip
from smsdesk.ui.widgets.flow import FlowLayout, flow
from smsdesk.ui.widgets.layout import Piece, clear, column, row
from smsdesk.ui.widgets.surfaces import Card
from smsdesk.ui.widgets.text import Label

translate = QCoreApplication.translate

MOST_PEOPLE = 8
"""More people than this on one phone is a switchboard, not a family."""


@dataclass(frozen=True)
class Correspondent:
    """A phone with everybody whom a message from it may be about: its owners, and their pupils."""

    phone: str
    owners: tuple[Contact, ...] = ()
    pupils: tuple[Contact, ...] = ()


def find(people: People, phone: str) -> Correspondent:
    """Look up who has a phone; runs on the database thread."""
    owners = tuple(people.contact(contact_id) for contact_id in people.contact_ids_for(phone)[:MOST_PEOPLE])
    pupils = {pupil.id: pupil for owner in owners for pupil in people.pupils_of(owner.id)}
    for owner in owners:
        pupils.pop(owner.id, None)
    return Correspondent(phone, owners, tuple(pupils.values())[:MOST_PEOPLE])


class CorrespondentPane(QFrame):
    """Shows a correspondent; `navigate` carries the Place of a person, or of the form for a new one, `give`
    the phone (E.164) that is to be given to somebody known."""

    navigate = Signal(object)
    give = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._cards = column(space=tokens.SPACE_M)
        content = QWidget()
        content.setLayout(column(self._cards, None))
        self.setLayout(column(scrolled(content)))
        self.setFixedWidth(theme.wide(tokens.SIDE_WIDTH))

    def show_nobody(self) -> None:
        """Show nothing."""
        clear(self._cards)

    def show_correspondent(self, who: Correspondent, *, can_be_added: bool) -> None:
        """Show whose phone this is; a number that nobody has can be given to somebody."""
        clear(self._cards)
        if not who.owners:
            self._cards.addWidget(self._stranger(who.phone, can_be_added))
        for owner in who.owners:
            self._cards.addWidget(self._card(owner))
        for pupil in who.pupils:
            self._cards.addWidget(self._card(pupil))

    def _card(self, person: Contact) -> Card:
        open_it = Button(self.tr("Show"), look=Look.LINK)
        open_it.setAccessibleName(self.tr("Show {name}").format(name=visible_line(person.name)))
        open_it.clicked.connect(lambda: self.navigate.emit(Place(Route.PEOPLE, person.id)))
        pieces: list[Piece] = [
            Label(visible(person.name), Type.STRONG, wrap=True),
            row(Label(kind_word(person.kind), Type.CAPTION, muted=True), None, open_it),
        ]
        if person.groups:
            pieces.append(_groups(person.groups))
        return Card(*pieces, space=tokens.SPACE_XS)

    def _stranger(self, phone: str, can_be_added: bool) -> QWidget:
        pieces: list[Piece] = [
            Label(self.tr("Not among your people"), Type.STRONG, wrap=True),
            Label(self.tr("Nobody in your lists has this sender."), muted=True, wrap=True),
        ]
        if can_be_added:
            give = Button(self.tr("Give to somebody"))
            give.setObjectName("inbox_give")
            give.clicked.connect(lambda: self.give.emit(phone))
            pieces.append(give)
            add = Button(self.tr("Add this person"))
            add.clicked.connect(lambda: self.navigate.emit(Place(Route.PEOPLE, phone)))
            pieces.append(add)
        return Card(*pieces)


def _groups(groups: Iterable[str]) -> FlowLayout:
    return flow(*(Chip(Icon.CLASS, visible(name)) for name in groups), space=tokens.SPACE_XS)
