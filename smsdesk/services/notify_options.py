"""How and when a notice goes out, and the moments at which none can."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from smsdesk.domain.budget_forecast import Split
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.outgoing import Priority, Purpose
from smsdesk.domain.questions import Question, problem_of
from smsdesk.domain.sentences import Sentence, say

JUST_NOW = timedelta(minutes=1)
"""A moment written to the minute is still the present one."""

LONGEST_WAIT = timedelta(days=730)
"""Beyond two years a date is a slip of the finger."""


@dataclass(frozen=True)
class SendOptions:
    """How and when a notice goes out; moments are aware. `title` "" is made of the groups or the text.

    `about` is the earlier broadcast (its id) that this one follows, `relation` what it is to that one.
    `split`, of `Budget.forecast`, spreads it over days or SIMs. `question` is what it asks.
    """

    purpose: Purpose = Purpose.INFORMATION
    priority: Priority = Priority.NORMAL
    not_before: datetime | None = None
    expires_at: datetime | None = None
    title: str = ""
    about: int | None = None
    relation: Relation | None = None
    split: Split | None = None
    question: Question | None = None


DEFAULT_OPTIONS = SendOptions()


def wrong_time(options: SendOptions, now: datetime) -> Sentence | None:
    """Why nothing can be sent at these moments; None when it can."""
    start, end = options.not_before, options.expires_at
    if start is not None and start < now - JUST_NOW:
        return say("The time to send, {moment}, is in the past. Choose a later one.", moment=_spoken(start))
    if start is not None and start > now + LONGEST_WAIT:
        return say("The time to send, {moment}, is years away. Choose an earlier one.", moment=_spoken(start))
    if end is not None and end <= max(now, start or now):
        return say(
            "The notice would expire at {moment}, before it is sent. Choose a later one.", moment=_spoken(end)
        )
    return None


def wrong_question(options: SendOptions, now: datetime) -> Sentence | None:
    """Why its question cannot be asked; None when it can, or asks nothing."""
    if options.question is None:
        return None
    return problem_of(options.question, max(now, options.not_before or now))


def _spoken(moment: datetime) -> str:
    return moment.astimezone().isoformat(sep=" ", timespec="minutes")
