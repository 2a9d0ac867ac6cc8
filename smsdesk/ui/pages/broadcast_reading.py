"""One answer put right by hand: how it is to be read, and which broadcast it is about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from smsdesk.domain.answer_reading import AnswerKind, Reading
from smsdesk.domain.answer_views import AnswerRow, Candidate
from smsdesk.domain.questions import Question
from smsdesk.domain.untrusted import visible_line
from smsdesk.ui import formats
from smsdesk.ui.answer_words import choice_words, kind_word
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.widgets.buttons import Button
from smsdesk.ui.widgets.fields import Picker
from smsdesk.ui.widgets.layout import row
from smsdesk.ui.widgets.spins import CountField
from smsdesk.ui.widgets.text import Label

_MOST = 9_999
"""People who come, places that are wanted: more has been mistyped."""

_THIS, _NONE = 0, -1
"""In the list of broadcasts: the one that is shown, and none."""

_WITH_NUMBER = frozenset({AnswerKind.YES, AnswerKind.NUMBER})


class ReadingBar(QWidget):
    """Beside one answer; `corrected` and `moved` as AnswersPane has them, `opened` carries the phone."""

    corrected = Signal(int, object)
    moved = Signal(int, object)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "clear")
        self._answer: AnswerRow | None = None
        self._question: Question | None = None
        self.reading = Picker(self.tr("Understood as"))
        self.reading.setObjectName("answer_reading")
        self.reading.activated.connect(self._correct)
        self.number = CountField(self.tr("Number that was answered"), _MOST, least=0)
        self.number.setObjectName("answer_number")
        self.number.editingFinished.connect(self._correct_number)
        self.about = Picker(self.tr("Answers which broadcast"))
        self.about.setObjectName("answer_about")
        self.about.activated.connect(self._move)
        self.talk = Button(self.tr("Conversation"), Icon.REPLY)
        self.talk.setObjectName("answer_open")
        self.talk.clicked.connect(self._open)
        line = row(Label(self.tr("Understood as")), self.reading, self.number, space=tokens.SPACE_S)
        line.addSpacing(tokens.SPACE_S)
        line.addWidget(Label(self.tr("about")))
        line.addWidget(self.about, 1)
        line.addWidget(self.talk)
        self.setLayout(line)
        self.hide()

    def show_answer(self, answer: AnswerRow | None, question: Question | None) -> None:
        """Show one answer; the same one keeps what is being typed about it."""
        before, self._answer = self._answer, answer
        if answer is None:
            return
        if before is None or before.received_id != answer.received_id or question != self._question:
            self._question = question
            self._offer_readings(answer)
            self._offer_this()
        elif self.number.hasFocus() and before.reading == answer.reading:
            return
        self._show_reading(answer.reading)

    def offer(self, received_id: int, candidates: Sequence[Candidate]) -> None:
        """The other broadcasts that this answer may be about."""
        if self._answer is None or self._answer.received_id != received_id:
            return
        self._offer_this()
        for each in candidates:
            words = f"{visible_line(each.title)} · {formats.moment(each.sent_at)}"
            self.about.addItem(words, each.broadcast_id)
        self.about.addItem(self.tr("None"), _NONE)

    def _offer_this(self) -> None:
        self.about.clear()
        self.about.addItem(self.tr("This broadcast"), _THIS)

    def _offer_readings(self, answer: AnswerRow) -> None:
        self.reading.clear()
        choices = self._question.choices if self._question is not None else ()
        for position in range(1, len(choices) + 1):
            self.reading.addItem(
                choice_words(position, self._question), Reading(AnswerKind.CHOICE, choice=position)
            )
        if not choices or answer.reading.kind in {AnswerKind.YES, AnswerKind.NO, AnswerKind.NUMBER}:
            for kind in (AnswerKind.YES, AnswerKind.NO, AnswerKind.NUMBER):
                self.reading.addItem(kind_word(kind), Reading(kind))
        self.reading.addItem(kind_word(AnswerKind.OTHER), Reading(AnswerKind.OTHER))

    def _show_reading(self, reading: Reading) -> None:
        wanted = (reading.kind, reading.choice)
        kinds = [self._at(at) for at in range(self.reading.count())]
        found = [at for at, each in enumerate(kinds) if (each.kind, each.choice) == wanted]
        self.reading.setCurrentIndex(found[0] if found else self.reading.count() - 1)
        with QSignalBlocker(self.number):
            self.number.setSpecialValueText("" if reading.kind is AnswerKind.NUMBER else "–")
            self.number.setValue(reading.value or 0)
        self.number.setVisible(reading.kind in _WITH_NUMBER)

    def _at(self, at: int) -> Reading:
        found: Reading = self.reading.itemData(at)
        return found

    def _correct(self, at: int) -> None:
        if self._answer is None:
            return
        chosen, number = self._at(at), self._answer.reading.value
        with_number = chosen.kind in _WITH_NUMBER
        if chosen.kind is AnswerKind.NUMBER and number is None:
            number = 0
        self._give(Reading(chosen.kind, number if with_number else None, chosen.choice))
        if with_number:
            self.number.setFocus()
            self.number.selectAll()

    def _correct_number(self) -> None:
        if self._answer is None or self._answer.reading.kind not in _WITH_NUMBER:
            return
        kind, number = self._answer.reading.kind, self.number.value()
        value = number if number or kind is AnswerKind.NUMBER else None
        if value != self._answer.reading.value:
            self._give(Reading(kind, value))

    def _give(self, reading: Reading) -> None:
        if self._answer is not None:
            self.corrected.emit(self._answer.received_id, reading)

    def _move(self, at: int) -> None:
        chosen = self.about.itemData(at)
        if self._answer is not None and chosen != _THIS:
            self.moved.emit(self._answer.received_id, None if chosen == _NONE else int(chosen))

    def _open(self) -> None:
        if self._answer is not None:
            self.opened.emit(self._answer.phone)
