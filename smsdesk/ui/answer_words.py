"""How answers look and read: icon, colour and words of a reading, of the bars of a tally, of a question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from smsdesk.domain.answer_reading import AnswerKind, Reading
from smsdesk.domain.answer_views import AnswerRow, ChoiceCount, Tally
from smsdesk.domain.questions import Question, QuestionKind
from smsdesk.domain.untrusted import visible_line
from smsdesk.ui import formats
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.widgets.states import StateLook

translate = QCoreApplication.translate

_MINUTES_A_DAY = 24 * 60
_MINUTES_AN_HOUR = 60


@dataclass(frozen=True)
class TallyLine:
    """One bar of a tally: what, how many, and what that is worth beside them ("in all 12")."""

    look: StateLook
    count: int
    beside: str = ""


def kind_word(kind: AnswerKind) -> str:
    """The word for a reading."""
    return {
        AnswerKind.YES: translate("answers", "Yes"),
        AnswerKind.NO: translate("answers", "No"),
        AnswerKind.NUMBER: translate("answers", "Number"),
        AnswerKind.CHOICE: translate("answers", "Choice"),
        AnswerKind.OTHER: translate("answers", "Other words"),
    }[kind]


_LOOKS = {
    AnswerKind.YES: (Icon.SUCCESS, Tone.DELIVERED),
    AnswerKind.NO: (Icon.NO, Tone.FAILED),
    AnswerKind.NUMBER: (Icon.NUMBER, Tone.SENT),
    AnswerKind.CHOICE: (Icon.CHOSEN, Tone.ACCENT),
    AnswerKind.OTHER: (Icon.MESSAGE, Tone.NEUTRAL),
}


def reading_words(reading: Reading, question: Question | None) -> str:
    """How an answer was understood: "Yes", "Yes · 3", "Number 3", "Samedi"."""
    number = "" if reading.value is None else formats.number(reading.value)
    if reading.kind is AnswerKind.CHOICE:
        return choice_words(reading.choice or 0, question)
    confirms = question is not None and question.kind is QuestionKind.ACKNOWLEDGEMENT
    if confirms and reading.kind is AnswerKind.YES:
        return translate("answers", "Confirmed")
    if reading.kind is AnswerKind.NUMBER:
        return translate("answers", "Number {number}").format(number=number)
    return " · ".join(filter(None, (kind_word(reading.kind), number)))


def choice_words(position: int, question: Question | None) -> str:
    """A choice by its words; where the question does not have it, by its number."""
    choices = question.choices if question is not None else ()
    if 1 <= position <= len(choices):
        return visible_line(choices[position - 1])
    return translate("answers", "Choice {number}").format(number=position)


def answer_look(row: AnswerRow, question: Question | None) -> StateLook:
    """How one answer is shown; what does not count, or may be read wrongly, says so."""
    look = reading_look(row.reading, question)
    if row.late:
        words = translate("answers", "{answer}, too late").format(answer=look.text)
        return StateLook(Icon.EXPIRED, Tone.NEUTRAL, words)
    if not row.counted:
        words = translate("answers", "{answer}, earlier").format(answer=look.text)
        return StateLook(Icon.HISTORY, Tone.NEUTRAL, words)
    return look


def reading_look(reading: Reading, question: Question | None = None) -> StateLook:
    """How a reading is shown; one that may be wrong has a question mark."""
    words = reading_words(reading, question)
    if _doubtful(reading):
        return StateLook(Icon.UNCERTAIN, Tone.UNCERTAIN, f"{words} ?")
    icon, tone = _LOOKS[reading.kind]
    return StateLook(icon, tone, words)


def _doubtful(reading: Reading) -> bool:
    """Whether a person should look; other words are for a person anyway."""
    return not reading.sure and reading.kind is not AnswerKind.OTHER


def answer_hint(row: AnswerRow) -> str:
    """Why an answer is shown as it is; "" where there is nothing to add."""
    if row.late:
        return translate("answers", "It came after the question was closed, and is not counted.")
    if not row.counted:
        return translate("answers", "A later message of this phone counts instead.")
    if row.read_by:
        return translate("answers", "Read like this by {person}.").format(person=visible_line(row.read_by))
    if _doubtful(row.reading):
        return translate("answers", "Understood by a guess. Say how you read it.")
    return ""


def tally_lines(tally: Tally) -> list[TallyLine]:
    """The bars of a tally: what was asked for even when nobody said it, other things when somebody did."""
    asked = tally.question.kind if tally.question is not None else None
    lines = [_choice_line(each) for each in tally.choices]
    yes_no = asked is QuestionKind.YES_NO or (asked is None and bool(tally.answered))
    if asked is QuestionKind.ACKNOWLEDGEMENT:
        lines.append(_line(AnswerKind.YES, tally.yes, words=translate("answers", "Confirmed")))
    elif yes_no or tally.yes or tally.no:
        lines.append(_line(AnswerKind.YES, tally.yes))
    if yes_no or tally.no:
        lines.append(_line(AnswerKind.NO, tally.no))
    if asked is QuestionKind.NUMBER or tally.numbers:
        total = translate("answers", "in all {total}").format(total=formats.number(tally.total))
        lines.append(_line(AnswerKind.NUMBER, tally.numbers, total if tally.numbers else ""))
    if tally.other:
        lines.append(_line(AnswerKind.OTHER, tally.other))
    lines.append(TallyLine(StateLook(Icon.SILENT, Tone.WAITING, silent_words()), tally.not_answered))
    if tally.late:
        late = StateLook(Icon.EXPIRED, Tone.NEUTRAL, translate("answers", "Too late"))
        lines.append(TallyLine(late, tally.late))
    return lines


def _line(kind: AnswerKind, count: int, beside: str = "", words: str = "") -> TallyLine:
    icon, tone = _LOOKS[kind]
    return TallyLine(StateLook(icon, tone, words or kind_word(kind)), count, beside)


def _choice_line(choice: ChoiceCount) -> TallyLine:
    icon, tone = _LOOKS[AnswerKind.CHOICE]
    words = f"{choice.position}. {visible_line(choice.label)}"
    return TallyLine(StateLook(icon, tone, words), choice.count)


def silent_words() -> str:
    """Those who did not answer."""
    return translate("answers", "No answer")


def question_words(kind: QuestionKind) -> str:
    """What is asked for."""
    return {
        QuestionKind.YES_NO: translate("answers", "Yes or no"),
        QuestionKind.NUMBER: translate("answers", "A number"),
        QuestionKind.CHOICES: translate("answers", "One of several choices"),
        QuestionKind.ACKNOWLEDGEMENT: translate("answers", "A sign that it was read"),
    }[kind]


def question_times(question: Question, now: datetime) -> str:
    """Until when a question is open, or since when it is closed, and its reminder."""
    words = []
    if question.closes_at is not None:
        moment = formats.coming(question.closes_at, now)
        open_ = translate("answers", "until {moment}").format(moment=moment)
        closed = translate("answers", "closed: {moment}").format(
            moment=formats.moment(question.closes_at, now)
        )
        words.append(open_ if question.open_at(now) else closed)
    if question.remind_after is not None:
        delay = delay_words(question.remind_after)
        words.append(translate("answers", "reminder after {delay}").format(delay=delay))
    return " · ".join(words)


def delay_words(minutes: int) -> str:
    """A delay as one says it: "2 days", "24 hours", "90 minutes"."""
    if minutes % _MINUTES_A_DAY == 0 and minutes > _MINUTES_A_DAY:
        return translate("answers", "%n days", "", minutes // _MINUTES_A_DAY)
    if minutes % _MINUTES_AN_HOUR == 0:
        return translate("answers", "%n hours", "", minutes // _MINUTES_AN_HOUR)
    return translate("answers", "%n minutes", "", minutes)
