"""Whom a send reaches: from the people chosen to one SMS for each phone, and who is left out and why."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from typing import Any

from smsdesk.domain.errors import InputError
from smsdesk.domain.people import Contact, ContactKind, Phone
from smsdesk.domain.second_guardian import check_minutes, first_only
from smsdesk.domain.sentences import Sentence, say

ADULT_AGE = 18
"""Majority in France (Code civil, art. 414): from then on a pupil is told things himself."""


class Outcome(StrEnum):
    """Which phones of an earlier broadcast are meant, by what became of their message."""

    GOT_IT = "got_it"
    """Accepted, delivered, uncertain or on its way: everyone whom the first may have reached."""
    NOT_REACHED = "not_reached"
    """Failed, expired or cancelled, and those left out who have a mobile now; uncertain ones are not."""
    NOT_ANSWERED = "not_answered"
    """Accepted or delivered, and nothing came from that phone since; uncertain ones are not."""
    ALL = "all"


@dataclass(frozen=True)
class AudienceRequest:
    """What a person chose: whole groups, single people, what is taken out again, "and the pupil too".

    `everyone` is all who are there, `areas` all who live in these towns. `of_broadcast` is an earlier
    broadcast (its id): exactly its phones, and the people it was for, by `outcome`. What is chosen adds up; a
    guardian who is taken out is not written to for his children either. With `second_guardian_after` only the
    first guardian of each pupil is written to; the next one is, so many minutes later, when that failed.
    """

    group_ids: tuple[int, ...] = ()
    contact_ids: tuple[int, ...] = ()
    excluded_contact_ids: tuple[int, ...] = ()
    and_pupils: bool = False
    excluded_group_ids: tuple[int, ...] = ()
    everyone: bool = False
    areas: tuple[str, ...] = ()
    of_broadcast: int | None = None
    outcome: Outcome = Outcome.GOT_IT
    second_guardian_after: int | None = None

    @property
    def empty(self) -> bool:
        """Whether nobody was chosen at all."""
        chosen = self.group_ids or self.contact_ids or self.everyone or self.areas
        return not chosen and self.of_broadcast is None

    def to_json(self) -> str:
        """As it is kept: only what it says, keys in order."""
        said = {
            field.name: getattr(self, field.name)
            for field in fields(self)
            if getattr(self, field.name) != getattr(NOBODY_CHOSEN, field.name)
        }
        return json.dumps(said, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> AudienceRequest:
        """Read back what `to_json` wrote; anything else chooses nobody, never more people than were meant."""
        try:
            said = json.loads(text)
            return cls(**{name: _READERS[name](value) for name, value in dict(said).items()})
        except (ValueError, TypeError, LookupError, RecursionError, InputError):
            return NOBODY_CHOSEN


NOBODY_CHOSEN = AudienceRequest()


def _ids(value: Any) -> tuple[int, ...]:
    return tuple(_whole(each) for each in list(value))


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) >= 2**63:
        raise TypeError(value)
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _towns(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise TypeError(value)
    return tuple(value)


def _minutes(value: Any) -> int:
    minutes = _whole(value)
    check_minutes(minutes)
    return minutes


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "group_ids": _ids,
    "contact_ids": _ids,
    "excluded_contact_ids": _ids,
    "and_pupils": _flag,
    "excluded_group_ids": _ids,
    "everyone": _flag,
    "areas": _towns,
    "of_broadcast": _whole,
    "outcome": Outcome,
    "second_guardian_after": _minutes,
}
"""Each choice and how it is read; LookupError for one that this version does not know."""


@dataclass(frozen=True)
class Recipient:
    """One phone (E.164) and the people the SMS is for: pupils, or the adult himself."""

    e164: str
    people: tuple[Contact, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the people."""
        return tuple([person.name for person in self.people])


@dataclass(frozen=True)
class LeftOut:
    """Somebody chosen whom no SMS reaches, and why; `contact_id` None for one who was erased since."""

    contact_id: int | None
    name: str
    reason: Sentence


@dataclass(frozen=True)
class Audience:
    """One recipient for each phone, in the order of the people chosen, and everybody left out."""

    recipients: tuple[Recipient, ...]
    left_out: tuple[LeftOut, ...]

    @cached_property
    def names(self) -> list[tuple[str, ...]]:
        """The names of each recipient's people: put together once, for a plan is made at each key."""
        # Written out: a property called for each of thousands doubles the time of the first plan.
        return [
            (f"{people[0].first_name} {people[0].last_name}".strip(),)
            if len(people) == 1
            else tuple([f"{one.first_name} {one.last_name}".strip() for one in people])
            for people in self._people
        ]

    @cached_property
    def _people(self) -> list[tuple[Contact, ...]]:
        return list(map(attrgetter("people"), self.recipients))

    @cached_property
    def ids(self) -> list[tuple[int, ...]]:
        """The ids of each recipient's people, in their order."""
        return [
            (people[0].id,) if len(people) == 1 else tuple([one.id for one in people])
            for people in self._people
        ]

    @cached_property
    def kinds(self) -> Mapping[int, ContactKind]:
        """What each of the people is, by id."""
        return {one.id: one.kind for people in self._people for one in people}


def audience(
    members: Sequence[Contact],
    *,
    today: date,
    refused: Collection[str] = (),
    agreed: Collection[str] | None = None,
    and_pupils: bool = False,
    excluded: Collection[int] = (),
    first_guardian: bool = False,
) -> Audience:
    """Reach each phone once, and name everybody it is for.

    `refused` holds the phones (E.164) that opted out for the purpose of this send; `agreed` those that opted
    in, where the purpose asks for it: None is a purpose that does not. `excluded` are people (ids) who were
    taken out: as guardians they are not written to either. With `first_guardian` each pupil has one guardian
    written to, the first who can be.
    """
    people_of: dict[str, dict[int, Contact]] = {}
    left_out = []
    for member in {member.id: member for member in members if member.id not in excluded}.values():
        wanted = phones_for(member, today, and_pupils=and_pupils, excluded=excluded)
        open_phones = [e164 for e164 in wanted if e164 not in refused and (agreed is None or e164 in agreed)]
        at_once = first_only(member, open_phones, excluded) if first_guardian else open_phones
        for e164 in at_once:
            people_of.setdefault(e164, {})[member.id] = member
        if not open_phones:
            reason = why_closed(wanted, refused) if wanted else _unreachable(member, excluded)
            left_out.append(LeftOut(member.id, member.name, reason))
    return Audience(
        tuple(Recipient(e164, tuple(people.values())) for e164, people in people_of.items()), tuple(left_out)
    )


def is_adult(birth_date: date | None, today: date) -> bool:
    """Whether somebody born then is of age today; an unknown birth date counts as not."""
    if birth_date is None:
        return False
    had_birthday = (today.month, today.day) >= (birth_date.month, birth_date.day)
    return today.year - birth_date.year - (not had_birthday) >= ADULT_AGE


def phones_for(
    member: Contact, today: date, *, and_pupils: bool = False, excluded: Collection[int] = ()
) -> tuple[str, ...]:
    """The phones (E.164) that are told things for this person, each once."""
    return tuple(dict.fromkeys(phone.e164 for phone in _phones_for(member, today, and_pupils, excluded)))


def _phones_for(member: Contact, today: date, and_pupils: bool, excluded: Collection[int]) -> Iterator[Phone]:
    if member.kind is not ContactKind.PUPIL:
        yield from _preferred(member.phones)
        return
    guardians = [
        phone
        for guardian in member.guardians
        if guardian.receives and guardian.contact_id not in excluded
        for phone in _preferred(guardian.phones)
    ]
    yield from guardians
    if and_pupils or is_adult(member.birth_date, today):
        yield from _preferred(member.phones)
    elif not guardians:  # the numbers of a family listed beside the child: nobody knows which is whose
        yield from _mobiles(member.phones)


def _mobiles(phones: Iterable[Phone]) -> Iterator[Phone]:
    return (phone for phone in phones if phone.mobile)


def _preferred(phones: Iterable[Phone]) -> list[Phone]:
    return list(_mobiles(phones))[:1]


def why_closed(wanted: Sequence[str], refused: Collection[str]) -> Sentence:
    """Why no phone of somebody is written to: they objected, or did not agree where that is asked for."""
    if all(e164 in refused for e164 in wanted):
        return say("Refused these messages.")
    return say("Did not agree to receive advertising.")


def _unreachable(member: Contact, excluded: Collection[int]) -> Sentence:
    """Why somebody has no phone to be written to."""
    if any(guardian.contact_id in excluded and _preferred(guardian.phones) for guardian in member.guardians):
        return say("The guardians were taken out of this send.")
    has_phone = bool(member.phones) or any(guardian.phones for guardian in member.guardians)
    if not has_phone:
        return say("No phone number.")
    silent = [guardian for guardian in member.guardians if not guardian.receives]
    if any(_preferred(guardian.phones) for guardian in silent):
        return say("The guardians with a mobile are not marked as receiving.")
    return say("No mobile number, only landlines.")
