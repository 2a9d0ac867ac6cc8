"""Who is known already, as an import looks at people: cheap values, for there may be a whole town of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from smsdesk.domain.class_lists import Candidate, Draft
from smsdesk.domain.people import ContactKind, Phone

MOST_COMPARED = 100
"""Namesakes, or people with one phone, that are looked at: more are no families, and would take hours."""
_PHONES_SHOWN = 2
"""Of somebody whom a person has to recognise; the others would not tell more."""


class KnownLink(NamedTuple):
    """A guardian as a known pupil has him."""

    guardian_id: int
    relation: str
    receives: bool


class KnownPerson(NamedTuple):
    """A contact as the database has it; `groups` are folded names, `archived` ones are only asked about."""

    id: int
    kind: ContactKind
    first_name: str
    last_name: str
    key: str
    birth_date: date | None
    external_id: str
    email: str
    address: str
    postcode: str
    city: str
    notes: str
    phones: tuple[Phone, ...] = ()
    groups: frozenset[str] = frozenset()
    guardians: tuple[KnownLink, ...] = ()
    archived: bool = False

    @property
    def name(self) -> str:
        """First name then last name."""
        return f"{self.first_name} {self.last_name}".strip()

    def as_candidate(self) -> Candidate:
        """The person to choose among others, with what tells him from his namesakes."""
        born = self.birth_date.strftime("%d/%m/%Y") if self.birth_date else ""
        phones = [phone.e164 for phone in self.phones[:_PHONES_SHOWN]]
        details = (born, *sorted(self.groups), *phones)
        return Candidate(self.id, self.name, " · ".join(filter(None, details)))


def is_somebody(person: KnownPerson, draft: Draft) -> bool:
    """Whether a number or reference of a known person can be a draft's: a part of the name is the same."""
    words = set(draft.key.split())
    same = (draft.first_name, draft.last_name) == (person.first_name, person.last_name)
    return same or not words.isdisjoint(person.key.split())


def is_made_up(person: KnownPerson) -> bool:
    """Whether a guardian's name only says whose guardian he is ("Mère de Léa Martin")."""
    words = person.key.split()
    return any(word in {"mere", "pere", "responsable"} for word in words) and bool({"de", "d"} & set(words))


def merged_phones(known: Sequence[Phone], listed: Sequence[Phone]) -> tuple[Phone, ...] | None:
    """The phones after an import, None when nothing changes.

    The list's phones come first; mobiles that it no longer has go when it gives another, landlines stay.
    """
    numbers = [phone.e164 for phone in known]
    mobiles = [phone.e164 for phone in listed if phone.mobile]
    first = next((phone.e164 for phone in known if phone.mobile), None)
    if all(phone.e164 in numbers for phone in listed) and (not mobiles or mobiles[0] == first):
        return None
    new = {phone.e164 for phone in listed}
    kept = [phone for phone in known if phone.e164 not in new and not (phone.mobile and mobiles)]
    return (*listed, *kept)
