"""The phones of a person in a form: number and label each, the preferred one first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from smsdesk.domain.people import Phone
from smsdesk.domain.phones import ParsedPhone, normalise_phone
from smsdesk.domain.sentences import Sentence
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.people_words import phone_kind_word
from smsdesk.ui.widgets.buttons import Button, IconButton, Look
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.ordered_lines import OrderedLines
from smsdesk.ui.widgets.text import Label


class PhoneLine(QWidget):
    """One number and its label, with what is wrong or known about it below."""

    raised = Signal()
    removed = Signal()

    def __init__(self, phone: Phone | None, typed: str, number: int) -> None:
        super().__init__()
        self._known = phone
        self.number = QLineEdit(formats.phone(phone.e164) if phone else formats.phone(typed))
        self.number.setObjectName(f"people_phone_{number}")
        self.number.setPlaceholderText(self.tr("Number"))
        self.number.editingFinished.connect(self.check)
        self.number.textEdited.connect(lambda: self._say("", None))
        self.label = QLineEdit(phone.label if phone else "")
        self.label.setObjectName(f"people_phone_label_{number}")
        self.label.setPlaceholderText(self.tr("Label: home, work…"))
        self.up = IconButton(Icon.UP, self.tr("Prefer this phone"))
        self.up.clicked.connect(self.raised)
        remove = IconButton(Icon.CLOSE, self.tr("Remove this phone"))
        remove.clicked.connect(self.removed)
        self.told = Label("", Type.CAPTION, muted=True, wrap=True)
        first = row(space=tokens.SPACE_XS)
        first.addWidget(self.number, 1)
        first.addWidget(self.up)
        first.addWidget(remove)
        self.setLayout(column(first, self.label, self.told, space=tokens.SPACE_XS))
        self.check()

    def name(self, at: int) -> None:
        """Say where in the order it stands."""
        self.number.setAccessibleName(self.tr("Phone {number}").format(number=at + 1))
        self.label.setAccessibleName(self.tr("Label of phone {number}").format(number=at + 1))
        self.up.setVisible(at > 0)

    def check(self) -> Phone | Sentence | None:
        """The phone as typed, None for an empty line, or why it cannot be understood, said below it."""
        typed = self.number.text().strip()
        if not typed:
            self._say("", None)
            return None
        read = normalise_phone(typed)
        if not isinstance(read, ParsedPhone):
            self._say(translate(read), Tone.FAILED)
            return read
        label = self.label.text().strip() or read.label
        phone = Phone(read.e164, label, read.mobile)
        self._say(phone_kind_word(phone.kind), None)
        return phone

    def _say(self, text: str, tone: Tone | None) -> None:
        self.told.setText(text)
        self.told.set_tone(tone)
        self.told.setVisible(bool(text) and self.told.parentWidget() is not None)


class PhoneLines(OrderedLines[PhoneLine]):
    """All phones in order of preference; there is always one line to type into."""

    def __init__(self, phones: Sequence[Phone], typed: str = "") -> None:
        super().__init__()
        self._made = 0
        more = Button(self.tr("Another phone"), Icon.ADD, Look.LINK)
        more.setObjectName("people_phone_add")
        more.clicked.connect(self._begin)
        self.setLayout(column(self.places, row(more, None), space=tokens.SPACE_XS))
        for phone in phones:
            self._add(phone)
        if typed or not phones:
            self._add(None, typed)

    def _begin(self) -> None:
        self._add().number.setFocus()

    def _add(self, phone: Phone | None = None, typed: str = "") -> PhoneLine:
        self._made += 1
        line = PhoneLine(phone, typed, self._made)
        return self.put(line)

    def at_the_top(self, line: PhoneLine) -> QWidget:
        return line.number

    def after_removal(self, at: int) -> None:
        if not self.lines:
            self._add()
        self.renumber()
        self.lines[max(0, at - 1)].number.setFocus()

    def renumber(self) -> None:
        for at, line in enumerate(self.lines):
            line.name(at)

    def kept(self) -> tuple[tuple[str, str], ...]:
        """(number, label) of each line as typed, for `restore` in another form."""
        return tuple((line.number.text(), line.label.text()) for line in self.lines)

    def restore(self, kept: Sequence[tuple[str, str]]) -> None:
        """Put lines in the place of those that are there."""
        self.empty()
        for number, label in kept:
            line = self._add()
            line.number.setText(number)
            line.label.setText(label)
            line.check()

    @property
    def typed(self) -> tuple[str, ...]:
        """Everything that stands in the fields."""
        return tuple(f"{line.number.text()}\n{line.label.text()}" for line in self.lines)

    def phones(self) -> tuple[Phone, ...] | PhoneLine:
        """The phones in order, each once; or the first line that cannot be understood."""
        found: dict[str, Phone] = {}
        for line in self.lines:
            read = line.check()
            if isinstance(read, Sentence):
                return line
            if read is not None:
                found.setdefault(read.e164, read)
        return tuple(found.values())
