"""Who probably stands twice among the people, with the reasons in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from smsdesk.domain.known_people import KnownPerson
from smsdesk.domain.near_names import Likeness, likeness
from smsdesk.domain.people import ContactKind
from smsdesk.domain.sentences import Sentence, say

Pair = tuple[int, int]
"""Ids of two people, the smaller one first."""

MOST_TOGETHER = 12
"""People with one phone or one guardian who are compared: more are an institution, not a family."""

_Block = tuple[str, list[KnownPerson]]
"""What some people share, in words, and those people."""


@dataclass(frozen=True)
class Likely:
    """People, two mostly, who are probably one, and why."""

    ids: tuple[int, ...]
    reasons: tuple[Sentence, ...]


def likely_duplicates(
    known: Mapping[int, KnownPerson], told_apart: Collection[Pair] = frozenset()
) -> list[Likely]:
    """Who is probably one person, those with most reasons first.

    Never brothers and sisters, never a parent and a child, nobody whom a person told apart. Each person is
    compared with a bounded number of others, those with whom he shares something.
    """
    return _together(_Search(known, told_apart).run())


def _together(pairs: Mapping[Pair, Mapping[str, Sentence]]) -> list[Likely]:
    """Pairs made sets: somebody joins when he is probably the same as everybody who is in it."""
    sets: list[tuple[list[int], dict[str, Sentence]]] = []
    of: dict[int, int] = {}
    for pair, reasons in sorted(pairs.items(), key=lambda item: (-len(item[1]), item[0])):
        place = next((of[person] for person in pair if person in of), None)
        if place is None:
            place = len(sets)
            sets.append(([], {}))
        ids, said = sets[place]
        joining = [person for person in pair if person not in ids]
        if all((min(a, b), max(a, b)) in pairs for a in joining for b in ids):
            ids.extend(joining)
            said.update(reasons)
            of.update(dict.fromkeys(joining, place))
        else:
            sets.append((list(pair), dict(reasons)))
    return [Likely(tuple(sorted(ids)), tuple(said.values())) for ids, said in sets]


class _Search:
    """One look for duplicates among everybody."""

    def __init__(self, known: Mapping[int, KnownPerson], told_apart: Collection[Pair]) -> None:
        self._known = {key: person for key, person in known.items() if not person.archived}
        self._told_apart = told_apart
        self._reasons: dict[Pair, dict[str, Sentence]] = defaultdict(dict)
        self._likeness: dict[Pair, Likeness] = {}

    def run(self) -> dict[Pair, dict[str, Sentence]]:
        """The pairs that are probably one person, with the reasons by their template."""
        self._compare(self._by_phone(), _phone_reason)
        self._compare(
            self._by_birth(), lambda born, _: say("Same name and same birth date {date}", date=born)
        )
        self._compare(
            self._by_number(), lambda number, _: say("Same number {number} at the school", number=number)
        )
        self._compare(self._by_guardian(), lambda _, __: say("Same family, and the same name or nearly"))
        self._compare(self._by_pupil(), lambda name, _: say("Both are guardians of {name}", name=name))
        return self._reasons

    def _compare(self, blocks: Iterable[_Block], reason: Callable[[str, Likeness], Sentence]) -> None:
        for shared, block in blocks:
            for one, other in combinations(block[:MOST_TOGETHER], 2):
                pair = (min(one.id, other.id), max(one.id, other.id))
                alike = self._alike(pair, one, other)
                if alike:
                    said = reason(shared, alike)
                    self._reasons[pair].setdefault(said.template, said)

    def _alike(self, pair: Pair, one: KnownPerson, other: KnownPerson) -> Likeness:
        found = self._likeness.get(pair)
        if found is None:
            found = Likeness.OTHER
            if one.id != other.id and pair not in self._told_apart and not _cannot_be(one, other):
                found = likeness((one.first_name, one.last_name), (other.first_name, other.last_name))
            self._likeness[pair] = found
        return found

    def _by_phone(self) -> Iterator[_Block]:
        found: dict[str, list[KnownPerson]] = defaultdict(list)
        for person in self._known.values():
            for phone in person.phones:
                found[phone.e164].append(person)
        return _several(found)

    def _by_birth(self) -> Iterator[_Block]:
        found: dict[tuple[date, str], list[KnownPerson]] = defaultdict(list)
        for person in self._known.values():
            if person.birth_date is not None:
                found[person.birth_date, " ".join(sorted(person.key.split()))].append(person)
        return ((f"{born:%d/%m/%Y}", block) for (born, _), block in found.items() if len(block) > 1)

    def _by_number(self) -> Iterator[_Block]:
        found: dict[str, list[KnownPerson]] = defaultdict(list)
        for person in self._known.values():
            if person.external_id:
                found[person.external_id].append(person)
        return _several(found)

    def _by_guardian(self) -> Iterator[_Block]:
        """Pupils of one guardian, or of guardians with one phone."""
        found: dict[str, dict[int, KnownPerson]] = defaultdict(dict)
        for pupil in self._known.values():
            for guardian in self._guardians(pupil):
                for shared in (str(guardian.id), *(phone.e164 for phone in guardian.phones)):
                    found[shared][pupil.id] = pupil
        return _several({shared: list(pupils.values()) for shared, pupils in found.items()})

    def _by_pupil(self) -> Iterator[_Block]:
        return ((pupil.name, self._guardians(pupil)) for pupil in self._known.values() if pupil.guardians)

    def _guardians(self, pupil: KnownPerson) -> list[KnownPerson]:
        return [self._known[link.guardian_id] for link in pupil.guardians if link.guardian_id in self._known]


def _several(blocks: Mapping[str, list[KnownPerson]]) -> Iterator[_Block]:
    return ((shared, block) for shared, block in blocks.items() if len(block) > 1)


def _phone_reason(phone: str, alike: Likeness) -> Sentence:
    if alike is Likeness.SAME:
        return say("Same name and same phone {phone}", phone=phone)
    return say("Nearly the same name, and the same phone {phone}", phone=phone)


def _cannot_be(one: KnownPerson, other: KnownPerson) -> bool:
    """Whether something says that they are two: another birth date, another number, parent and child."""
    if one.birth_date and other.birth_date and one.birth_date != other.birth_date:
        return True
    same_birth = one.birth_date is not None and one.birth_date == other.birth_date
    numbered = one.kind == other.kind and one.external_id and other.external_id
    if numbered and one.external_id != other.external_id and not same_birth:
        return True
    if any(link.guardian_id == other.id for link in one.guardians):
        return True
    if any(link.guardian_id == one.id for link in other.guardians):
        return True
    return _a_generation_apart(one, other)


def _a_generation_apart(one: KnownPerson, other: KnownPerson) -> bool:
    """A pupil and a guardian with one name: a parent and a child, unless more than name and phone agree."""
    if {one.kind, other.kind} != {ContactKind.PUPIL, ContactKind.GUARDIAN}:
        return False
    same_number = bool(one.external_id) and one.external_id == other.external_id
    return not same_number and (one.birth_date is None or one.birth_date != other.birth_date)
