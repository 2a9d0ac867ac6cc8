"""The rule "the second guardian if the first has not got it": who is told first, who is next, and when."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from smsdesk.domain.errors import InputError
from smsdesk.domain.outgoing import PartState
from smsdesk.domain.people import Contact, ContactKind
from smsdesk.domain.sentences import Sentence, say

LEAST_MINUTES = 1
MOST_MINUTES = 24 * 60
"""A day later it is no longer the second guardian who is missing, but a call."""

USUAL_MINUTES = 30
"""A phone that is switched on confirms within minutes; half an hour leaves room for a lesson."""

_ENDED = frozenset({PartState.FAILED, PartState.EXPIRED, PartState.CANCELLED})
"""The first guardian will not get it any more: waiting longer would change nothing."""


def check_minutes(minutes: int | None) -> None:
    """Raise InputError for a time that the rule cannot have; None is no rule."""
    if minutes is not None and not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise InputError(
            say(
                "Choose {least} to {most} minutes after which the second guardian is told.",
                least=LEAST_MINUTES,
                most=MOST_MINUTES,
            )
        )


@dataclass(frozen=True)
class FirstMessage:
    """What became of one message; `left_at` is when its first part was handed over, None: not yet."""

    e164: str
    state: PartState
    people: tuple[int, ...]
    left_at: datetime | None = None

    def overdue(self, minutes: int, now: datetime) -> bool:
        """Whether it is certain or likely enough by now that it is not on the phone.

        A message that ended badly does not get there later; one that still waits in the queue is late for
        reasons that would hold the second one too.
        """
        if self.state is PartState.DELIVERED:
            return False
        if self.state in _ENDED:
            return True
        return self.left_at is not None and now - self.left_at >= timedelta(minutes=minutes)


def guardian_phones(pupil: Contact, excluded: Collection[int] = ()) -> tuple[str, ...]:
    """The mobile of each guardian who receives messages about a pupil, in their order, each once."""
    found: dict[str, None] = {}
    for guardian in pupil.guardians:
        mobiles = [phone.e164 for phone in guardian.phones if phone.mobile]
        if guardian.receives and guardian.contact_id not in excluded and mobiles:
            found.setdefault(mobiles[0])
    return tuple(found)


def first_only(person: Contact, phones: Sequence[str], excluded: Collection[int] = ()) -> list[str]:
    """Of the phones that may be written to, those that are at once: of the guardians only the first."""
    if person.kind is not ContactKind.PUPIL:
        return list(phones)
    later = [e164 for e164 in guardian_phones(person, excluded) if e164 in phones][1:]
    return [e164 for e164 in phones if e164 not in later]


def due_pupils(
    messages: Iterable[FirstMessage], known: Mapping[int, Contact], minutes: int, now: datetime
) -> list[Contact]:
    """The pupils of whom no guardian has it in time, in the order of sending.

    A message to the pupil's own phone tells nothing of the guardians.
    """
    about: dict[int, list[FirstMessage]] = {}
    for message in messages:
        for number in message.people:
            if _to_a_guardian(message.e164, known.get(number)):
                about.setdefault(number, []).append(message)
    return [
        known[number]
        for number, told in about.items()
        if all(message.overdue(minutes, now) for message in told)
    ]


def _to_a_guardian(e164: str, person: Contact | None) -> bool:
    if person is None or person.archived or person.kind is not ContactKind.PUPIL:
        return False
    own = {phone.e164 for phone in person.phones}
    theirs = {phone.e164 for guardian in person.guardians for phone in guardian.phones}
    return e164 in theirs or e164 not in own


def next_phone(
    pupil: Contact, written: Collection[str], may_write: Callable[[str], bool], excluded: Collection[int] = ()
) -> str | Sentence:
    """The phone of the next guardian who got nothing yet, or why there is none."""
    others = [e164 for e164 in guardian_phones(pupil, excluded) if e164 not in written]
    if not others:
        return NO_OTHER
    return next(filter(may_write, others), ALL_REFUSE)


@dataclass(frozen=True)
class Told:
    """What the rule did for one pupil: the phone written to ("" none), or why nobody was.

    `state` is how the message to that phone stands.
    """

    contact_id: int | None
    name: str
    e164: str
    at: datetime
    reason: Sentence | None = None
    state: PartState | None = None


@dataclass(frozen=True)
class Rule:
    """The rule of one broadcast and what it did so far; `ended` when nobody is left whom it may concern."""

    minutes: int
    ended: bool
    told: tuple[Told, ...] = ()


NO_OTHER = say("There is no other guardian with a mobile who receives these messages.")
ALL_REFUSE = say("The other guardians refused these messages.")
TOO_LATE = say("The courses are over: it would be told too late.")
