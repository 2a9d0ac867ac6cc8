"""The reminder of a question: to each phone the text that it had, with a word before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from smsdesk.domain.audience import LeftOut
from smsdesk.domain.plan import NotifyPlan, PartLimits, PlannedMessage
from smsdesk.domain.questions import REMINDER_START
from smsdesk.domain.sentences import say
from smsdesk.domain.text import measure


@dataclass(frozen=True)
class Due:
    """A phone to be reminded, the text it had, and for whom that was (contact id or None, name)."""

    e164: str
    text: str
    people: tuple[tuple[int | None, str], ...]


def plan_reminder(due: Sequence[Due], limits: PartLimits, refusing: Sequence[Due] = ()) -> NotifyPlan:
    """The plan of a reminder to these phones (one at least); where its word is too much, it goes without.

    Those who refuse such messages since the question are left out.
    """
    messages = tuple(_planned(each, limits) for each in due)
    longest = max(messages, key=lambda message: message.parts)
    return NotifyPlan(
        messages=messages,
        left_out=tuple(
            LeftOut(number, name or each.e164, say("Refused these messages."))
            for each in refusing
            for number, name in each.people or ((None, ""),)
        ),
        people=len({person for each in due for person in each.people}),
        phones=len(messages),
        parts=sum(message.parts for message in messages),
        worst=measure(longest.text),
    )


def _planned(due: Due, limits: PartLimits) -> PlannedMessage:
    text = due.text if due.text.startswith(REMINDER_START) else f"{REMINDER_START}{due.text}"
    if measure(text).parts > limits.most:
        text = due.text
    measured = measure(text)
    names = tuple(name for _, name in due.people)
    numbers = tuple(number for number, _ in due.people)
    return PlannedMessage(due.e164, names, text, measured.encoding, measured.parts, numbers)
