"""Known people whose name is nearly that of somebody in a list: a slip of the pen, halves exchanged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator

from smsdesk.domain.class_lists import Draft
from smsdesk.domain.folding import fold
from smsdesk.domain.identity import Evidence, contradicts, phones_around
from smsdesk.domain.known_people import KnownPerson
from smsdesk.domain.names import words_key
from smsdesk.domain.near_names import Likeness, likeness
from smsdesk.domain.people import ContactKind

_MOST = 20
"""People with one phone, birth date or name in a group who are looked at: more are no family and no class."""


class NearNames:
    """Those of `people` who have one of the `kinds`, by what makes a slip in a name likely.

    Besides the name, a phone of the family, the birth date or the group has to be the same.
    """

    def __init__(
        self, people: Iterable[KnownPerson], kinds: Collection[ContactKind], evidence: Evidence
    ) -> None:
        self._by_trait: dict[Hashable, list[KnownPerson]] = defaultdict(list)
        for person in people:
            if person.kind in kinds:
                phones = evidence.phones_of(person)
                for trait in _traits(person, phones, person.groups):
                    self._by_trait[trait].append(person)

    def like(self, draft: Draft) -> list[KnownPerson]:
        """Whoever the person of a list may be."""
        found: dict[int, KnownPerson] = {}
        phones = [phone.e164 for phone in phones_around(draft)]
        for trait in _traits(draft, phones, map(fold, draft.groups)):
            some = self._by_trait.get(trait, ())
            if len(some) <= _MOST:
                found |= {person.id: person for person in some}
        return [
            person for person in found.values() if not contradicts(person, draft) and _is_near(person, draft)
        ]


def _traits(person: Draft | KnownPerson, phones: Iterable[str], groups: Iterable[str]) -> Iterator[Hashable]:
    kind = person.kind
    for e164 in phones:
        yield kind, e164
    if person.birth_date:
        yield kind, person.birth_date
    halves = (words_key(person.first_name), words_key(person.last_name))
    for group in groups:
        for half in halves:
            yield kind, group, half


def _is_near(person: KnownPerson, draft: Draft) -> bool:
    names = (person.first_name, person.last_name), (draft.first_name, draft.last_name)
    return likeness(*names) is not Likeness.OTHER
