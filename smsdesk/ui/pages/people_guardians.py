"""The guardians of a pupil in a form: in order, each receiving or not, known people or new ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from smsdesk.domain.people import Contact, Guardian, Phone
from smsdesk.domain.people_drafts import GuardianDraft
from smsdesk.domain.phones import ParsedPhone, normalise_phone
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.untrusted import visible
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.pages.people_finder import Fetch, PersonFinder
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.widgets.buttons import Button, IconButton, Look
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.ordered_lines import OrderedLines
from smsdesk.ui.widgets.surfaces import Card
from smsdesk.ui.widgets.text import ElidedLabel, Label


@dataclass(frozen=True)
class KeptGuardian:
    """A line as it was typed so far: who, the texts of its fields, and whether he receives."""

    guardian: Guardian | None
    texts: tuple[str, ...]
    receives: bool


class GuardianLine(Card):
    """One guardian: somebody known by name, or somebody new with the fields to name him."""

    raised = Signal()
    removed = Signal()

    def __init__(self, guardian: Guardian | None, number: int) -> None:
        super().__init__(space=tokens.SPACE_XS, margin=tokens.SPACE_S)
        self.setProperty("look", "well")
        self.guardian = guardian
        self.up = IconButton(Icon.UP, self.tr("Move up"))
        self.up.clicked.connect(self.raised)
        remove = IconButton(Icon.CLOSE, self.tr("Remove this guardian"))
        remove.clicked.connect(self.removed)
        self.name = ElidedLabel(visible(guardian.name) if guardian else self.tr("New guardian"), Type.STRONG)
        head = row(space=0)
        head.addWidget(self.name, 1)
        head.addWidget(self.up)
        head.addWidget(remove)
        self.body.addLayout(head)
        self.first_name = _field(self.tr("First name of the guardian"), f"guardian_first_name_{number}")
        self.last_name = _field(self.tr("Last name of the guardian"), f"guardian_last_name_{number}")
        self.phone = _field(self.tr("Mobile of the guardian"), f"guardian_phone_{number}")
        self.told = Label("", Type.CAPTION, wrap=True)
        self.told.set_tone(Tone.FAILED)
        if guardian is None:
            for piece in (self.first_name, self.last_name, self.phone, self.told):
                self.body.addWidget(piece)
        elif guardian.phones:
            phones = ", ".join(formats.phone(phone.e164) for phone in guardian.phones)
            self.body.addWidget(ElidedLabel(phones, Type.CAPTION, muted=True))
        self.relation = _field(self.tr("Relation: mother, grandfather…"), f"guardian_relation_{number}")
        self.relation.setText(guardian.relation if guardian else "")
        self.receives = QCheckBox(self.tr("Receives the SMS"))
        self.receives.setObjectName(f"guardian_receives_{number}")
        self.receives.setChecked(guardian.receives if guardian else True)
        self.body.addWidget(self.relation)
        self.body.addWidget(self.receives)

    @property
    def typed(self) -> tuple[str, ...]:
        """Everything that can be changed in it."""
        who = str(self.guardian.contact_id) if self.guardian else ""
        return (who, *(field.text() for field in self.fields), str(self.receives.isChecked()))

    @property
    def fields(self) -> tuple[QLineEdit, ...]:
        """What can be typed into."""
        return (self.first_name, self.last_name, self.phone, self.relation)

    def draft(self) -> GuardianDraft | Sentence | None:
        """The guardian as typed, None for empty fields, or why the phone cannot be understood."""
        if self.guardian is not None:
            return GuardianDraft(
                contact_id=self.guardian.contact_id,
                relation=self.relation.text().strip(),
                receives=self.receives.isChecked(),
            )
        first, last, number = (
            field.text().strip() for field in (self.first_name, self.last_name, self.phone)
        )
        if not first and not last and not number:
            return None
        read = normalise_phone(number) if number else None
        if isinstance(read, Sentence):
            self.told.setText(translate(read))
            return read
        self.told.setText("")
        phones = (Phone(read.e164, read.label, read.mobile),) if isinstance(read, ParsedPhone) else ()
        return GuardianDraft(
            None, first, last, phones, self.relation.text().strip(), self.receives.isChecked()
        )


def _field(name: str, object_name: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(object_name)
    field.setPlaceholderText(name)
    field.setAccessibleName(name)
    return field


class GuardianLines(OrderedLines[GuardianLine]):
    """All guardians in order; another one is looked for among the people, or made."""

    def __init__(self, guardians: Sequence[Guardian], tasks: Tasks, fetch: Fetch) -> None:
        super().__init__()
        self._made = 0
        self.finder = PersonFinder(tasks, fetch, self.tr("Search a guardian"))
        self.finder.search.setObjectName("people_guardian_search")
        self.finder.chosen.connect(self.take)
        self.finder.typed.connect(self._begin_new)
        new = Button(self.tr("New guardian"), Icon.ADD, Look.LINK)
        new.setObjectName("people_guardian_new")
        new.clicked.connect(lambda: self._begin_new(""))
        self.setLayout(column(self.places, self.finder, row(new, None), space=tokens.SPACE_S))
        for guardian in guardians:
            self._add(guardian)

    def take(self, person: Contact) -> None:
        """Somebody known becomes a guardian; once."""
        if all(line.guardian is None or line.guardian.contact_id != person.id for line in self.lines):
            line = self._add(Guardian(person.id, person.name, person.phones))
            line.receives.setFocus()

    def _begin_new(self, name: str) -> None:
        line = self._add(None)
        first, _, last = name.rpartition(" ")
        line.first_name.setText(first)
        line.last_name.setText(last)
        self.finder.clear()
        line.first_name.setFocus()

    def _add(self, guardian: Guardian | None) -> GuardianLine:
        self._made += 1
        line = GuardianLine(guardian, self._made)
        return self.put(line)

    def at_the_top(self, line: GuardianLine) -> QWidget:
        return line.receives

    def after_removal(self, at: int) -> None:
        self.renumber()
        self.finder.search.setFocus()

    def kept(self) -> tuple[KeptGuardian, ...]:
        """Each line as typed, for `restore` in another form."""
        return tuple(
            KeptGuardian(
                line.guardian, tuple(field.text() for field in line.fields), line.receives.isChecked()
            )
            for line in self.lines
        )

    def restore(self, kept: Sequence[KeptGuardian]) -> None:
        """Put lines in the place of those that are there."""
        self.empty()
        for one in kept:
            line = self._add(one.guardian)
            for field, text in zip(line.fields, one.texts, strict=True):
                field.setText(text)
            line.receives.setChecked(one.receives)

    @property
    def typed(self) -> tuple[str, ...]:
        """Everything that can be changed."""
        return tuple("\n".join(line.typed) for line in self.lines)

    def drafts(self) -> tuple[GuardianDraft, ...] | GuardianLine:
        """The guardians in order, or the first line that cannot be understood."""
        found = []
        for line in self.lines:
            draft = line.draft()
            if isinstance(draft, Sentence):
                return line
            if draft is not None:
                found.append(draft)
        return tuple(found)
