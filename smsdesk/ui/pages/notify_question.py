"""Envoyer, "Quoi": the answer that is asked for, until when, and the reminder to those who stay silent."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from smsdesk.domain.clock import Clock, system_clock
from smsdesk.domain.questions import (
    FEWEST_CHOICES,
    MOST_REMINDER,
    Question,
    QuestionKind,
    call_to_action,
    problem_of,
    tidy_choices,
    with_call_to_action,
)
from smsdesk.domain.wall_time import moment_of, wall_of
from smsdesk.ui.answer_words import question_words
from smsdesk.ui.design import tokens
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.widgets.fields import Labelled, MomentField, Picker
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.spins import CountField
from smsdesk.ui.widgets.text import Label

_USUAL_HOURS = 24
"""A day later those who forgot are told from those who do not want."""

_USUAL_OPEN = timedelta(days=3)
_EVENING = time(18)
"""A question is usually open for some days, until the desk closes."""

_MINUTES = 60
_BETWEEN = re.compile("[,;\n]")


class QuestionChoice(QWidget):
    """Asks for nothing at first. `changed`: `question` is another one; `worded`: so is the way to answer it.

    How to answer stands in the text itself, where a person sees, counts and changes it: see `told`.
    """

    changed = Signal()
    worded = Signal()

    def __init__(self, clock: Clock = system_clock) -> None:
        super().__init__()
        self.setProperty("look", "clear")
        self._clock = clock
        self._call = ""
        self.kind = self._make_kind()
        self.choices = self._make_choices()
        self._closes = QCheckBox(self.tr("Until"))
        self._closes.setObjectName("notify_closes")
        self.moment = MomentField(self.tr("Last moment to answer"))
        self.moment.setObjectName("notify_closes_at")
        self._reminds = QCheckBox(self.tr("Remind after"))
        self._reminds.setObjectName("notify_remind")
        self._reminds.setToolTip(self.tr("Those who have not answered by then get the text once more"))
        self.hours = CountField(self.tr("Hours until the reminder"), MOST_REMINDER // _MINUTES)
        self.hours.setObjectName("notify_remind_hours")
        self.hours.setSuffix(self.tr(" h"))
        self.problem = Label("", Type.CAPTION, wrap=True)
        self.problem.setObjectName("notify_question_problem")
        self.problem.set_tone(Tone.UNCERTAIN)
        self._details = QWidget()
        times = row(self._closes, self.moment, None, space=tokens.SPACE_S)
        reminder = row(self._reminds, self.hours, None, space=tokens.SPACE_S)
        self._details.setLayout(column(self.choices, times, reminder, self.problem, space=tokens.SPACE_S))
        asked = Labelled(self.tr("Answer asked for"), self.kind)
        self.setLayout(column(asked, self._details, space=tokens.SPACE_S))
        self.begin(None)
        self._listen()

    def _make_kind(self) -> Picker:
        kind = Picker(self.tr("Answer asked for"))
        kind.setObjectName("notify_question")
        kind.addItem(self.tr("None"), "")
        for each in QuestionKind:
            kind.addItem(question_words(each), str(each))
        return kind

    def _make_choices(self) -> QLineEdit:
        choices = QLineEdit()
        choices.setObjectName("notify_choices")
        choices.setAccessibleName(self.tr("Choices, with commas between them"))
        choices.setPlaceholderText(self.tr("Choices: Saturday, Sunday"))
        return choices

    def _listen(self) -> None:
        self.kind.activated.connect(lambda _at: self._on_change(worded=True))
        # At each key: a text that changed as one leaves the field would take the press of "Send" away.
        self.choices.textEdited.connect(lambda _text: self._on_change(worded=True))
        for box in (self._closes, self._reminds):
            box.toggled.connect(lambda _on: self._on_change())
        self.moment.dateTimeChanged.connect(lambda _moment: self._on_change())
        self.hours.valueChanged.connect(lambda _hours: self._on_change())

    @property
    def question(self) -> Question | None:
        """What is asked, whether or not it can be asked like this; None for nothing."""
        kind = self.kind.currentData()
        if not kind:
            return None
        chosen = QuestionKind(kind)
        choices = _BETWEEN.split(self.choices.text()) if chosen is QuestionKind.CHOICES else ()
        return Question(
            chosen,
            tidy_choices(choices),
            self._closing if self._closes.isChecked() else None,
            self.hours.value() * _MINUTES if self._reminds.isChecked() else None,
        )

    @property
    def _closing(self) -> datetime:
        wall = self.moment.dateTime().toPython()
        assert isinstance(wall, datetime)
        return moment_of(wall.replace(second=0, microsecond=0, tzinfo=None))

    def begin(self, question: Question | None) -> None:
        """Begin with this question, as of a draft; its way to answer is in the draft's text."""
        usual = question or Question(QuestionKind.YES_NO)
        self.kind.setCurrentIndex(max(0, self.kind.findData(str(question.kind) if question else "")))
        self.choices.setText(", ".join(usual.choices))
        self._closes.setChecked(usual.closes_at is not None)
        self._reminds.setChecked(usual.remind_after is not None)
        self.hours.setValue((usual.remind_after or _USUAL_HOURS * _MINUTES) // _MINUTES)
        wall = datetime.combine((wall_of(self._clock()) + _USUAL_OPEN).date(), _EVENING)
        if usual.closes_at is not None:
            wall = wall_of(usual.closes_at)
        self.moment.setDateTime(QDateTime(wall.date(), wall.time()))  # type: ignore[call-overload]
        self._call = _call(question)
        self._show()

    def told(self, text: str) -> str:
        """The text with the way to answer this question, in the place of that of the question before."""
        before, self._call = self._call, _call(self.question)
        if before and before in text:
            return text.replace(before, self._call, 1).rstrip()
        question = self.question
        return with_call_to_action(text, question) if self._call and question is not None else text

    def _on_change(self, *, worded: bool = False) -> None:
        self._show()
        if worded:
            self.worded.emit()
        self.changed.emit()

    def _show(self) -> None:
        question = self.question
        self._details.setVisible(question is not None)
        self.choices.setVisible(question is not None and question.kind is QuestionKind.CHOICES)
        self.moment.setVisible(self._closes.isChecked())
        self.hours.setVisible(self._reminds.isChecked())
        problem = problem_of(question, self._clock()) if question is not None else None
        self.problem.setText(translate(problem) if problem is not None else "")
        self.problem.setVisible(problem is not None)


def _call(question: Question | None) -> str:
    """How to answer, as soon as that can be said."""
    if question is None:
        return ""
    unsaid = question.kind is QuestionKind.CHOICES and len(question.choices) < FEWEST_CHOICES
    return "" if unsaid else call_to_action(question)
