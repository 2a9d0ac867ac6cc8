"""The form for a person, new or known: names, what he is, phones, guardians and what else is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from smsdesk.domain.people import Contact, ContactKind, Phone
from smsdesk.domain.people_drafts import ContactDraft, GuardianDraft
from smsdesk.domain.sentences import Sentence, say
from smsdesk.ui.design import tokens
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate as translate_sentence
from smsdesk.ui.pages.people_finder import Fetch
from smsdesk.ui.pages.people_guardians import GuardianLine, GuardianLines, KeptGuardian
from smsdesk.ui.pages.people_phones import PhoneLine, PhoneLines
from smsdesk.ui.pages.side_form import SideForm
from smsdesk.ui.people_words import kind_word
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.widgets.fields import Labelled, Picker
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.text import Label

translate = QCoreApplication.translate

_DATE = "dd/MM/yyyy"
_NOTES_LINES = 3
_POSTCODE_WIDTH = tokens.SPACE_XXL + tokens.SPACE_L


@dataclass(frozen=True)
class KeptPerson:
    """What was typed into the form so far; `person` is whom it is about, None for somebody new."""

    person: Contact | None
    texts: tuple[str, ...]
    kind: ContactKind
    notes: str
    phones: tuple[tuple[str, str], ...]
    guardians: tuple[KeptGuardian, ...]


class PersonForm(SideForm):
    """`saved` carries a ContactDraft."""

    def __init__(self, person: Contact | None, tasks: Tasks, fetch: Fetch, phone: str = "") -> None:
        title = translate("people", "Edit") if person else translate("people", "New person")
        super().__init__(title, "people_save")
        self._person = person
        self.first_name = _field("people_first_name", person.first_name if person else "")
        self.last_name = _field("people_last_name", person.last_name if person else "")
        self.kind = Picker(self.tr("What this person is"))
        self.kind.setObjectName("people_kind")
        for kind in ContactKind:
            self.kind.addItem(kind_word(kind), kind)
        self.kind.setCurrentIndex(list(ContactKind).index(person.kind if person else ContactKind.PUPIL))
        self.kind.currentIndexChanged.connect(lambda _at: self._show_guardians())
        self.phones = PhoneLines(person.phones if person else (), phone)
        self.guardians = GuardianLines(person.guardians if person else (), tasks, fetch)
        self._date_told = Label("", Type.CAPTION, wrap=True)
        self._date_told.set_tone(Tone.FAILED)
        self.birth_date = _field("people_birth_date", _written(person.birth_date if person else None))
        self.birth_date.textEdited.connect(lambda: self._date_told.setText(""))
        self.birth_date.editingFinished.connect(self._check_date)
        self.email = _field("people_email", person.email if person else "")
        self.address = _field("people_address", person.address if person else "")
        self.postcode = _field("people_postcode", person.postcode if person else "")
        self.city = _field("people_city", person.city if person else "")
        self.external_id = _field("people_external_id", person.external_id if person else "")
        self.notes = QPlainTextEdit(person.notes if person else "")
        self.notes.setTabChangesFocus(True)
        self.notes.setFixedHeight(_NOTES_LINES * self.notes.fontMetrics().lineSpacing() + tokens.SPACE_M)
        self.first = self.first_name
        self._build()
        self._show_guardians()
        self.begin()

    def typed(self) -> tuple[str, ...]:
        """What stands in all fields."""
        texts = (field.text() for field in self._fields())
        many = (*self.phones.typed, *self.guardians.typed)
        return (*texts, *many, self.notes.toPlainText(), self.kind.currentText())

    def _fields(self) -> tuple[QLineEdit, ...]:
        return (
            self.first_name, self.last_name, self.birth_date, self.email, self.address, self.postcode,
            self.city, self.external_id,
        )  # fmt: skip

    def kept(self) -> KeptPerson:
        """Everything that is typed, for `restore` in a form of another language."""
        texts = tuple(field.text() for field in self._fields())
        kind = ContactKind(self.kind.currentData())
        notes = self.notes.toPlainText()
        return KeptPerson(self._person, texts, kind, notes, self.phones.kept(), self.guardians.kept())

    def restore(self, kept: KeptPerson) -> None:
        """Go on with what was typed before."""
        for field, text in zip(self._fields(), kept.texts, strict=True):
            field.setText(text)
        self.kind.setCurrentIndex(list(ContactKind).index(kept.kind))
        self.notes.setPlainText(kept.notes)
        self.phones.restore(kept.phones)
        self.guardians.restore(kept.guardians)
        self._show_guardians()

    def _build(self) -> None:
        self.body.addWidget(Labelled(self.tr("First name"), self.first_name))
        self.body.addWidget(Labelled(self.tr("Last name"), self.last_name))
        self.body.addWidget(Labelled(self.tr("Role"), self.kind))
        phones = Label(self.tr("Phones, the preferred one first"), Type.STRONG, wrap=True)
        self.body.addLayout(column(phones, self.phones, space=tokens.SPACE_XS))
        self._guardians_area = QWidget()
        heading = Label(self.tr("Guardians, in the order in which one calls"), Type.STRONG, wrap=True)
        self._guardians_area.setLayout(column(heading, self.guardians, space=tokens.SPACE_XS))
        self.body.addWidget(self._guardians_area)
        born = Labelled(self.tr("Born"), self.birth_date, self.tr("Day/month/year, for example 14/07/2012"))
        self.body.addLayout(column(born, self._date_told, space=0))
        self.body.addWidget(Labelled(self.tr("Address"), self.address))
        self.postcode.setFixedWidth(_POSTCODE_WIDTH)
        town = row(Labelled(self.tr("Postcode"), self.postcode))
        town.addWidget(Labelled(self.tr("Town"), self.city), 1)
        self.body.addLayout(town)
        self.body.addWidget(Labelled(self.tr("E-mail"), self.email))
        number = self.tr("As your school system writes it; it tells namesakes apart")
        self.body.addWidget(Labelled(self.tr("Number in the school"), self.external_id, number))
        self.body.addWidget(Labelled(self.tr("Notes"), self.notes))
        self.body.addStretch(1)

    def _show_guardians(self) -> None:
        """Guardians are asked for where there are any, or may be: adults have none."""
        pupil = self.kind.currentData() == ContactKind.PUPIL
        self._guardians_area.setVisible(pupil or bool(self.guardians.lines))

    def draft(self) -> ContactDraft | Sentence:
        """The person as typed, or why that cannot be understood; the keyboard goes there."""
        phones, guardians = self.phones.phones(), self.guardians.drafts()
        born = _read_date(self.birth_date.text().strip())
        if isinstance(phones, PhoneLine):
            phones.number.setFocus()
            return say("{field}: {reason}", field=phones.number.text(), reason=phones.told.text())
        if isinstance(guardians, GuardianLine):
            guardians.phone.setFocus()
            return say("{field}: {reason}", field=guardians.phone.text(), reason=guardians.told.text())
        if isinstance(born, Sentence):
            self.birth_date.setFocus()
            return born
        return self._as_typed(phones, guardians, born)

    def _as_typed(
        self, phones: tuple[Phone, ...], guardians: tuple[GuardianDraft, ...], born: date | None
    ) -> ContactDraft:
        return ContactDraft(
            first_name=self.first_name.text().strip(),
            last_name=self.last_name.text().strip(),
            kind=ContactKind(self.kind.currentData()),
            phones=phones,
            id=self._person.id if self._person else None,
            birth_date=born,
            email=self.email.text().strip(),
            address=self.address.text().strip(),
            postcode=self.postcode.text().strip(),
            city=self.city.text().strip(),
            notes=self.notes.toPlainText().strip(),
            external_id=self.external_id.text().strip(),
            guardians=guardians,
        )

    def _check_date(self) -> None:
        read = _read_date(self.birth_date.text().strip())
        self._date_told.setText(translate_sentence(read) if isinstance(read, Sentence) else "")


def _field(name: str, text: str) -> QLineEdit:
    field = QLineEdit(text)
    field.setCursorPosition(0)  # a long name is read from its start
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
