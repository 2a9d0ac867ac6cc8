"""Write down that somebody agreed or objected: which phone, for what, how it was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.phones import ParsedPhone, normalise_phone
from smsdesk.domain.sentences import Sentence
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.people_words import purpose_word
from smsdesk.ui.widgets.buttons import Button, Look, Segments
from smsdesk.ui.widgets.fields import Labelled, Picker
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.surfaces import Banner
from smsdesk.ui.widgets.text import Label

_AGREES, _OBJECTS = "agrees", "objects"


@dataclass(frozen=True)
class ConsentDraft:
    """A word as the form gives it."""

    e164: str
    purpose: Purpose
    granted: bool
    source: str
    evidence: str


class ConsentForm(QWidget):
    """`saved` carries a ConsentDraft; without `phones` to choose from, the number is typed."""

    saved = Signal(object)
    closed = Signal()

    def __init__(self, phones: Sequence[tuple[str, str]] = ()) -> None:
        """`phones`: E.164, and whose phone it is."""
        super().__init__()
        self.setObjectName("consent_form")
        self.phone = Picker(self.tr("Phone"))
        for e164, whose in phones:
            self.phone.addItem(f"{formats.phone(e164)} · {whose}" if whose else formats.phone(e164), e164)
        self.number = QLineEdit()
        self.number.setObjectName("consent_number")
        self._typed = not phones
        self.purpose = Picker(self.tr("For what"))
        for purpose in Purpose:
            self.purpose.addItem(purpose_word(purpose), purpose)
        answers = [(_AGREES, self.tr("Agrees")), (_OBJECTS, self.tr("Objects"))]
        self.answer = Segments(answers, self.tr("Answer"))
        self.source = Picker(self.tr("How it was said"))
        self.source.setObjectName("consent_source")
        own_words = QLineEdit()
        own_words.setAccessibleName(self.source.accessibleName())
        self.source.setLineEdit(own_words)
        for way in self._ways():
            self.source.addItem(way)
        self.evidence = QLineEdit()
        self.evidence.setObjectName("consent_evidence")
        self.problem = Banner("", Tone.FAILED)
        self._build()

    def _ways(self) -> tuple[str, ...]:
        return (
            self.tr("On paper, signed"),
            self.tr("On the telephone"),
            self.tr("At the desk"),
            self.tr("By SMS"),
            self.tr("By e-mail"),
        )

    def _build(self) -> None:
        self.save = Button(self.tr("Write down"))
        self.save.setObjectName("consent_save")
        self.save.clicked.connect(self._save)
        cancel = Button(self.tr("Cancel"), look=Look.QUIET)
        cancel.clicked.connect(self.closed)
        field = self.number if self._typed else self.phone
        self.setLayout(
            column(
                Labelled(self.tr("Phone"), field),
                Labelled(self.tr("For what"), self.purpose),
                column(Label(self.tr("Answer"), Type.STRONG), self.answer, space=tokens.SPACE_XS),
                Labelled(self.tr("How it was said"), self.source),
                Labelled(
                    self.tr("Proof or remark"), self.evidence, self.tr("For example: form of 3 September")
                ),
                self.problem,
                row(self.save, cancel, None),
                space=tokens.SPACE_S,
            )
        )
        (self.phone if self._typed else self.number).hide()

    def take_focus(self) -> None:
        """Put the keyboard into the first field."""
        (self.number if self._typed else self.phone).setFocus()

    def refuse(self, sentence: Sentence) -> None:
        """Say why nothing was written; what was typed stays."""
        self.save.setEnabled(True)
        self.problem.say(translate(sentence), Tone.FAILED)

    def _save(self) -> None:
        e164 = self._e164()
        if isinstance(e164, Sentence):
            self.refuse(e164)
            return
        self.problem.say("", Tone.FAILED)
        self.save.setEnabled(False)
        purpose = Purpose(self.purpose.currentData())
        source = self.source.currentText().strip()
        granted = self.answer.current == _AGREES
        self.saved.emit(ConsentDraft(e164, purpose, granted, source, self.evidence.text().strip()))

    def _e164(self) -> str | Sentence:
        if not self._typed:
            return str(self.phone.currentData())
        read = normalise_phone(self.number.text())
        return read.e164 if isinstance(read, ParsedPhone) else read
