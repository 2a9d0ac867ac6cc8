"""What a broadcast asks: yes or no, a number, one of several choices, or only a sign that it was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from smsdesk.domain.errors import InputError
from smsdesk.domain.folding import fold
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.text import normalise
from smsdesk.domain.untrusted import visible_line

LEAST_REMINDER = 1
MOST_REMINDER = 30 * 24 * 60
"""Minutes until a reminder: a month later nobody remembers what was asked."""

FEWEST_CHOICES = 2
MOST_CHOICES = 9
"""One digit answers, and more do not fit into an SMS anyway."""

LONGEST_CHOICE = 40
"""Characters."""

MOST_WAITED = timedelta(days=365)
"""A question that stays open for longer than a year has a slip of the finger in its date."""

REMINDER_START = "Rappel : "
"""Texts to families are French, whatever the window speaks."""


class QuestionKind(StrEnum):
    """What kind of answer is asked for."""

    YES_NO = "yes_no"
    NUMBER = "number"
    CHOICES = "choices"
    ACKNOWLEDGEMENT = "acknowledgement"


@dataclass(frozen=True)
class Question:
    """A question of a broadcast. `choices` only of kind CHOICES, in the order in which they are numbered.

    `closes_at` (aware) is when answers are not counted any more; `remind_after` are the minutes after which
    a phone that did not answer is reminded, once.
    """

    kind: QuestionKind
    choices: tuple[str, ...] = ()
    closes_at: datetime | None = None
    remind_after: int | None = None

    def open_at(self, moment: datetime) -> bool:
        """Whether an answer of this moment counts."""
        return self.closes_at is None or moment <= self.closes_at


def problem_of(question: Question, now: datetime) -> Sentence | None:
    """Why such a question cannot be asked now; None when it can."""
    return _wrong_choices(question) or _wrong_times(question, now)


def check_question(question: Question, now: datetime) -> None:
    """InputError for a question that cannot be asked."""
    problem = problem_of(question, now)
    if problem is not None:
        raise InputError(problem)


def tidy_choices(choices: Sequence[str]) -> tuple[str, ...]:
    """Choices as they were typed, in one line each and without the empty ones."""
    lines = (" ".join(normalise(choice).split()) for choice in choices)
    return tuple(line for line in lines if line)


def _wrong_choices(question: Question) -> Sentence | None:
    choices = question.choices
    if question.kind is not QuestionKind.CHOICES:
        return say("Only a question with choices has choices.") if choices else None
    if not FEWEST_CHOICES <= len(choices) <= MOST_CHOICES:
        return say(
            "A question needs {least} to {most} choices. Add or take away some.",
            least=FEWEST_CHOICES,
            most=MOST_CHOICES,
        )
    if not all(choice.strip() for choice in choices):
        return say("A choice is empty. Write what can be chosen.")
    long = next((choice for choice in choices if len(choice) > LONGEST_CHOICE), None)
    if long is not None:
        return say(
            "The choice {choice} is too long. Write it in {most} characters at most.",
            choice=visible_line(long),
            most=LONGEST_CHOICE,
        )
    if len(set(map(fold, choices))) < len(choices):
        return say("Two choices are the same. Change one of them.")
    return None


def _wrong_times(question: Question, now: datetime) -> Sentence | None:
    closes, minutes = question.closes_at, question.remind_after
    if closes is not None and not now < closes <= now + MOST_WAITED:
        return say(
            "Answers until {moment} are not possible. Choose a moment within a year from now.",
            moment=closes.astimezone().isoformat(sep=" ", timespec="minutes"),
        )
    if minutes is not None and not LEAST_REMINDER <= minutes <= MOST_REMINDER:
        return say("A reminder comes after 1 minute to 30 days. Choose another delay.")
    if closes is not None and minutes is not None and now + timedelta(minutes=minutes) >= closes:
        return say("The reminder would come after the last moment to answer. Choose a shorter delay.")
    return None


def call_to_action(question: Question) -> str:
    """How to answer, in French for the end of the text: "Répondez 1 pour samedi, 2 pour dimanche."."""
    if question.kind is QuestionKind.YES_NO:
        return "Répondez OUI ou NON."
    if question.kind is QuestionKind.NUMBER:
        return "Répondez par un nombre."
    if question.kind is QuestionKind.ACKNOWLEDGEMENT:
        return "Répondez OK pour confirmer la lecture."
    choices = ", ".join(f"{number} pour {choice}" for number, choice in enumerate(question.choices, 1))
    return f"Répondez {choices}."


def with_call_to_action(text: str, question: Question) -> str:
    """The text with the way to answer behind it, unless it tells one already."""
    return text if "repond" in fold(text) else f"{text.rstrip()}\n{call_to_action(question)}"
