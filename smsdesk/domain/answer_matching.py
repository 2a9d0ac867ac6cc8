"""Which of the broadcasts to a phone a message answers: by time, and by whether it fits what was asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from smsdesk.domain.answer_acknowledgement import read_acknowledgement
from smsdesk.domain.answer_reading import AnswerKind, Reading, read_answer, says_no_more
from smsdesk.domain.auto_replies import needs_no_answer
from smsdesk.domain.folding import fold
from smsdesk.domain.questions import Question, QuestionKind

ANSWERED_WITHIN = timedelta(days=30)
"""What comes later is about something else; a question is answered for as long as it is open."""

_THANKS = re.compile(r"merci|\bok|accord|recu|\bnote|entendu|compris|parfait|[👍👌🙏]")
"""Without any of these a courtesy only begins to speak: "Bonjour"."""

_FITTING = {
    QuestionKind.YES_NO: {AnswerKind.YES, AnswerKind.NO},
    QuestionKind.NUMBER: {AnswerKind.NUMBER, AnswerKind.YES, AnswerKind.NO},
    QuestionKind.CHOICES: {AnswerKind.CHOICE, AnswerKind.NO},
    QuestionKind.ACKNOWLEDGEMENT: {AnswerKind.YES},
}


@dataclass(frozen=True)
class Sent:
    """A broadcast that left for the phone at `at` (aware), and what it asks."""

    broadcast_id: int
    title: str
    at: datetime
    question: Question | None = None


@dataclass(frozen=True)
class Match:
    """The broadcast that is answered, how, and whether the question was closed by then.

    `open`: it asks something that can still be answered; `fits`: this is such an answer.
    """

    broadcast_id: int
    reading: Reading
    late: bool = False
    open: bool = False
    fits: bool = False


def match_answer(sent: Sequence[Sent], text: str, at: datetime) -> Match | None:
    """What a text of this moment answers; None when nothing was sent to the phone lately.

    `sent` begins with the last one. A question that is still open comes first where the text surely answers
    it, the last such one ("3" answers "how many", whatever was asked since); "ok merci" is about what was
    sent last.
    """
    near = [each for each in sent if each.at <= at and (_fresh(each, at) or _open(each, at))]
    for each in near:
        plain = read_answer(text, each.question.choices if each.question is not None else ())
        if _open(each, at) and plain.sure and _fits(each.question, plain):
            return match_to(each, text, at)
    return match_to(near[0], text, at) if near else None


def match_to(sent: Sent, text: str, at: datetime) -> Match:
    """A text as the answer to one broadcast."""
    is_open = sent.question is not None and sent.question.open_at(at)
    late = sent.question is not None and not is_open
    reading = read_for(sent.question, text)
    return Match(sent.broadcast_id, reading, late, is_open, _fits(sent.question, reading))


def leaves_nothing_to_do(match: Match | None, text: str) -> bool:
    """Whether nobody has to look after a text that is counted or a courtesy.

    A "oui" to what no question of ours asked is about something that only people know: it waits for one. So
    does an answer that is a guess, comes late, asks something, or says more than it was asked for.
    """
    if match is not None and match.open:
        return match.fits and match.reading.sure and says_no_more(text)
    return needs_no_answer(text) and _THANKS.search(fold(text)) is not None


def read_for(question: Question | None, text: str) -> Reading:
    """Read a text as the answer to a question, or to a notice that asks none."""
    if question is not None and question.kind is QuestionKind.ACKNOWLEDGEMENT:
        return read_acknowledgement(text)
    return read_answer(text, question.choices if question is not None else ())


def _fresh(sent: Sent, at: datetime) -> bool:
    return at - sent.at <= ANSWERED_WITHIN


def _open(sent: Sent, at: datetime) -> bool:
    """Whether it asks something that can still be answered; without an end as long as anything is."""
    if sent.question is None or not sent.question.open_at(at):
        return False
    return sent.question.closes_at is not None or _fresh(sent, at)


def _fits(question: Question | None, reading: Reading) -> bool:
    return question is not None and reading.kind in _FITTING[question.kind]
