"""What `notify` asks: a yes or no, a number, one of several choices, a sign that it was read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import click

from smsdesk.commands.documents import Document, iso
from smsdesk.domain.errors import InputError
from smsdesk.domain.questions import LEAST_REMINDER, MOST_REMINDER, Question, QuestionKind, tidy_choices
from smsdesk.domain.sentences import say

_KINDS = {
    "yes-no": QuestionKind.YES_NO,
    "number": QuestionKind.NUMBER,
    "choices": QuestionKind.CHOICES,
    "read": QuestionKind.ACKNOWLEDGEMENT,
}


def asking_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a command that may ask something."""
    for option in (
        click.option(
            "--remind-after",
            metavar="MIN",
            type=click.IntRange(LEAST_REMINDER, MOST_REMINDER),
            help="Remind, once, whoever did not answer in so many minutes.",
        ),
        click.option("--answers-until", metavar="ISO", help="When answers are not counted any more."),
        click.option(
            "--ask", metavar="WHAT", help="yes-no, number, choices:samedi,dimanche, or read (was it read?)."
        ),
    ):
        command = option(command)
    return command


def question_of(
    ask: str | None, until: datetime | None, remind_after: int | None, kept: Question | None
) -> Question | None:
    """What is asked: as given, or as the broadcast that is repeated asked. InputError for nonsense."""
    if ask is None:
        if kept is None and (until is not None or remind_after is not None):
            raise InputError(say("--answers-until and --remind-after need a question. Give --ask too."))
        return kept
    word, _, choices = ask.partition(":")
    kind = _KINDS.get(word.strip().casefold())
    if kind is None or (choices and kind is not QuestionKind.CHOICES):
        raise InputError(
            say("--ask {what} is not understood. Write yes-no, number, read or choices:A,B.", what=ask)
        )
    return Question(kind, tidy_choices(choices.split(",")), until, remind_after)


def question_document(question: Question | None) -> Document | None:
    """A question as the scripts know it."""
    if question is None:
        return None
    words = {kind: word for word, kind in _KINDS.items()}
    return {
        "kind": words[question.kind],
        "choices": list(question.choices),
        "until": iso(question.closes_at),
        "remind_after": question.remind_after,
    }
