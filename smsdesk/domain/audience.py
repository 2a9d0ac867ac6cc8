"""Whom a send reaches: from the people chosen to one SMS for each phone, and who is left out and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from smsdesk.domain.people import Contact, ContactKind, Phone
from smsdesk.domain.sentences import Sentence, say

ADULT_AGE = 18
"""Majority in France (Code civil, art. 414): from then on a pupil is told things himself."""


@dataclass(frozen=True)
class AudienceRequest:
    """What a person chose: whole groups, single people, people taken out again, "and the pupil too"."""

    group_ids: tuple[int, ...] = ()
    contact_ids: tuple[int, ...] = ()
    excluded_contact_ids: tuple[int, ...] = ()
    and_pupils: bool = False


@dataclass(frozen=True)
class Recipient:
    """One phone (E.164) and the people the SMS is for: pupils, or the adult himself."""

    e164: str
    people: tuple[Contact, ...]


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


def audience(
    members: Sequence[Contact],
    *,
    today: date,
    refused: Collection[str] = (),
    agreed: Collection[str] | None = None,
    and_pupils: bool = False,
) -> Audience:
    """Reach each phone once, and name everybody it is for.

    `refused` holds the phones (E.164) that opted out for the purpose of this send; `agreed` those that opted
    in, where the purpose asks for it: None is a purpose that does not.
    """
    people_of: dict[str, dict[int, Contact]] = {}
    left_out = []
    for member in {member.id: member for member in members}.values():
        wanted = tuple(dict.fromkeys(phone.e164 for phone in _phones_for(member, today, and_pupils)))
        open_phones = [e164 for e164 in wanted if e164 not in refused and (agreed is None or e164 in agreed)]
        for e164 in open_phones:
            people_of.setdefault(e164, {})[member.id] = member
        if not open_phones:
            reason = why_closed(wanted, refused) if wanted else _unreachable(member)
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


def _phones_for(member: Contact, today: date, and_pupils: bool) -> Iterator[Phone]:
    """The phones that are told things for this person."""
    if member.kind is not ContactKind.PUPIL:
        yield from _preferred(member.phones)
        return
    guardians = [
        phone for guardian in member.guardians if guardian.receives for phone in _preferred(guardian.phones)
    ]
    yield from guardians
    adult = is_adult(member.birth_date, today)
    if adult or and_pupils:
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


def _unreachable(member: Contact) -> Sentence:
    """Why somebody has no phone to be written to."""
    has_phone = bool(member.phones) or any(guardian.phones for guardian in member.guardians)
    if not has_phone:
        return say("No phone number.")
    silent = [guardian for guardian in member.guardians if not guardian.receives]
    if any(_preferred(guardian.phones) for guardian in silent):
        return say("The guardians with a mobile are not marked as receiving.")
    return say("No mobile number, only landlines.")
