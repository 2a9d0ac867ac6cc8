"""What a broadcast was answered: the tally, each answer, who is silent, and what an SMS may be about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from smsdesk.domain.answer_reading import AnswerKind, Reading
from smsdesk.domain.questions import Question


@dataclass(frozen=True)
class ChoiceCount:
    """How many phones chose a choice; `position` is from 1."""

    position: int
    label: str
    count: int


@dataclass(frozen=True)
class Tally:
    """The answers to one broadcast by phone: of each phone its last word that says something counts.

    `asked` are the phones that have the notice, `answered` those of them that answered in any words. A yes
    or no may come with a number: `numbers` counts the phones that gave one, `total` adds them up. `unsure`
    counts those whose counted answer a person should look at, `late` those that answered only after the
    question was closed: they are in no other count.
    """

    asked: int = 0
    answered: int = 0
    yes: int = 0
    no: int = 0
    numbers: int = 0
    total: int = 0
    other: int = 0
    choices: tuple[ChoiceCount, ...] = ()
    unsure: int = 0
    late: int = 0
    question: Question | None = None

    @property
    def not_answered(self) -> int:
        """How many phones have the notice and did not answer in time."""
        return max(0, self.asked - self.answered)


@dataclass(frozen=True)
class AnswerRow:
    """One SMS that answers a broadcast; `names` are those it had been written for.

    `text` is exactly what came, None for data. `counted`: it is the one of its phone that counts.
    `read_by` and `about_by` name who corrected the reading or the broadcast, "" where nobody did.
    """

    received_id: int
    phone: str
    names: tuple[str, ...]
    text: str | None
    at: datetime
    reading: Reading
    counted: bool
    late: bool
    read_by: str = ""
    about_by: str = ""


@dataclass(frozen=True)
class Silent:
    """A phone that has the notice and did not answer; `reminded_at` None while it was not reminded.

    `refuses`: it wants no more messages of this purpose, and so no reminder either.
    """

    phone: str
    names: tuple[str, ...]
    contact_ids: tuple[int, ...]
    reminded_at: datetime | None = None
    refuses: bool = False


@dataclass(frozen=True)
class About:
    """The broadcast that a received message answers, and how it was read; `by` names who said so, or "".

    `question` is what the broadcast asks.
    """

    broadcast_id: int
    title: str
    reading: Reading
    by: str = ""
    question: Question | None = None


@dataclass(frozen=True)
class Candidate:
    """A broadcast that a received message may answer."""

    broadcast_id: int
    title: str
    sent_at: datetime
    asks: bool


__all__ = ["About", "AnswerKind", "AnswerRow", "Candidate", "ChoiceCount", "Reading", "Silent", "Tally"]
