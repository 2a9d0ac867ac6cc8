"""The form for a person, new or known: names, what he is, his phones and what else is known."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from smsdesk.domain.people import Contact, ContactKind, Phone
from smsdesk.domain.phones import ParsedPhone, normalise_phone
from smsdesk.domain.sentences import Sentence, say
from smsdesk.services.people import ContactDraft
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.people_words import kind_word
from smsdesk.ui.widgets.buttons import Button, IconButton, Look
from smsdesk.ui.widgets.fields import Labelled, Picker
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.surfaces import Banner, Card
from smsdesk.ui.widgets.text import Label

_PHONES_AT_LEAST = 2
_DATE = "dd/MM/yyyy"
_NOTES_LINES = 3


class PersonForm(Card):
    """`saved` carries a ContactDraft once everything in it can be understood; `closed` gives up."""

    saved = Signal(object)
    closed = Signal()

    def __init__(self, person: Contact | None = None, phone: str = "") -> None:
        super().__init__(space=tokens.SPACE_M)
        self._person = person
        self.first_name = _field("people_first_name", person.first_name if person else "")
        self.last_name = _field("people_last_name", person.last_name if person else "")
        self.kind = Picker(self.tr("What this person is"))
        for kind in ContactKind:
            self.kind.addItem(kind_word(kind), kind)
        self.kind.setCurrentIndex(list(ContactKind).index(person.kind if person else ContactKind.PUPIL))
        self.phones: list[QLineEdit] = []
        self._phone_lines = column(space=tokens.SPACE_XS)
        known = person.phones if person else ()
        for each in (*(phone.e164 for phone in known), phone, "", "")[
            : max(_PHONES_AT_LEAST, len(known) + 1)
        ]:
            self._add_phone(each)
        self.birth_date = _field("people_birth_date", _written(person.birth_date if person else None))
        self.email = _field("people_email", person.email if person else "")
        self.notes = QPlainTextEdit(person.notes if person else "")
        self.notes.setTabChangesFocus(True)
        self.notes.setFixedHeight(_NOTES_LINES * self.notes.fontMetrics().lineSpacing() + tokens.SPACE_M)
        self.problem = Banner("", Tone.FAILED)
        self._build()
        self._as_opened = self._typed()

    @property
    def touched(self) -> bool:
        """Whether something was typed that closing the form would lose."""
        return self._typed() != self._as_opened

    def _typed(self) -> tuple[str, ...]:
        fields = (self.first_name, self.last_name, self.birth_date, self.email, *self.phones)
        return (*(field.text() for field in fields), self.notes.toPlainText(), self.kind.currentText())

    def _build(self) -> None:
        title = self.tr("Edit") if self._person else self.tr("New person")
        close = IconButton(Icon.CLOSE, self.tr("Close"))
        close.clicked.connect(self.closed)
        self.save = Button(self.tr("Save"), Icon.SAVE, Look.PRIMARY)
        self.save.setObjectName("people_save")
        self.save.clicked.connect(self._save)
        cancel = Button(self.tr("Cancel"), look=Look.QUIET)
        cancel.clicked.connect(self.closed)
        self.body.addLayout(row(Label(title, Type.SUBTITLE), None, close))
        self.body.addWidget(Labelled(self.tr("First name"), self.first_name))
        self.body.addWidget(Labelled(self.tr("Last name"), self.last_name))
        self.body.addWidget(Labelled(self.tr("Is"), self.kind))
        phones = Label(self.tr("Phones"), Type.STRONG)
        self.body.addLayout(column(phones, self._phone_lines, space=tokens.SPACE_XS))
        self.body.addWidget(
            Labelled(self.tr("Born"), self.birth_date, self.tr("Day/month/year, for example 14/07/2012"))
        )
        self.body.addWidget(Labelled(self.tr("E-mail"), self.email))
        self.body.addWidget(Labelled(self.tr("Notes"), self.notes))
        self.body.addWidget(self.problem)
        self.body.addLayout(row(self.save, cancel, None))
        self.body.addStretch(1)

    def _add_phone(self, e164: str) -> None:
        field = _field(f"people_phone_{len(self.phones) + 1}", formats.phone(e164))
        field.setAccessibleName(self.tr("Phone {number}").format(number=len(self.phones) + 1))
        self.phones.append(field)
        self._phone_lines.addWidget(field)

    def refuse(self, sentence: Sentence) -> None:
        """Say why the person was not saved; everything typed stays."""
        self.save.setEnabled(True)
        self.problem.say(translate(sentence), Tone.FAILED)

    def _save(self) -> None:
        draft = self._draft()
        if isinstance(draft, Sentence):
            self.refuse(draft)
            return
        self.problem.say("", Tone.FAILED)
        self.save.setEnabled(False)
        self.saved.emit(draft)

    def _draft(self) -> ContactDraft | Sentence:
        """The person as typed, or why that cannot be understood."""
        phones = self._read_phones()
        born = _read_date(self.birth_date.text().strip())
        if isinstance(phones, Sentence):
            return phones
        if isinstance(born, Sentence):
            return born
        return ContactDraft(
            first_name=self.first_name.text().strip(),
            last_name=self.last_name.text().strip(),
            kind=ContactKind(self.kind.currentData()),
            phones=phones,
            id=self._person.id if self._person else None,
            birth_date=born,
            email=self.email.text().strip(),
            address=self._person.address if self._person else "",
            postcode=self._person.postcode if self._person else "",
            city=self._person.city if self._person else "",
            notes=self.notes.toPlainText().strip(),
        )

    def _read_phones(self) -> tuple[Phone, ...] | Sentence:
        labels = {phone.e164: phone.label for phone in self._person.phones} if self._person else {}
        phones: dict[str, Phone] = {}
        for field in self.phones:
            typed = field.text().strip()
            if not typed:
                continue
            read = normalise_phone(typed)
            if not isinstance(read, ParsedPhone):
                return say("{number}: {reason}", number=typed, reason=read)
            phones[read.e164] = Phone(read.e164, read.label or labels.get(read.e164, ""), read.mobile)
        return tuple(phones.values())


def _field(name: str, text: str) -> QLineEdit:
    field = QLineEdit(text)
    field.setObjectName(name)
    return field


def _written(day: date | None) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), _DATE) if day else ""


def _read_date(text: str) -> date | Sentence | None:
    if not text:
        return None
    read = QDate.fromString(text, _DATE)
    if not read.isValid():
        return say("“{date}” is no date; write it as day/month/year, for example 14/07/2012.", date=text)
    return date(read.year(), read.month(), read.day())
