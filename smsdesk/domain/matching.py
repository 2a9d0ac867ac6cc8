"""Who of a list is known already: by the school's number, by name and birth date, phone or group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from smsdesk.domain.class_lists import Doubt, Draft, Link
from smsdesk.domain.folding import fold
from smsdesk.domain.names import name_key
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.domain.sentences import Sentence, say


@dataclass(frozen=True)
class KnownLink:
    """A guardian as a known pupil has him."""

    guardian_id: int
    relation: str
    receives: bool


@dataclass(frozen=True)
class KnownPerson:
    """A contact as the database has it; `groups` are folded names."""

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

    @property
    def name(self) -> str:
        """First name then last name."""
        return f"{self.first_name} {self.last_name}".strip()


MOST_COMPARED = 100
"""Namesakes, or people with one phone, that are looked at: more are no families, and would take hours."""


class Matcher:
    """Finds known people for drafts; each known person is found for one draft at most."""

    def __init__(self, known: Mapping[int, KnownPerson]) -> None:
        self._known = known
        self._used: set[int] = set()
        self._guardian_ids: dict[int, int | None] = {}
        self._claims: dict[int, int] = {}
        """Which draft, by identity, a known guardian is: never two of one list."""
        self._by_id: dict[tuple[ContactKind, str], int] = {}
        self._by_name: dict[tuple[ContactKind, str], dict[int, KnownPerson]] = defaultdict(dict)
        """Those for whom no draft has been found yet."""
        self._guardians_of_phone: dict[str, list[KnownPerson]] = defaultdict(list)
        for person in known.values():
            self._by_name[person.kind, person.key][person.id] = person
            if person.external_id:
                self._by_id[person.kind, person.external_id] = person.id
            if person.kind is ContactKind.GUARDIAN:
                for phone in person.phones:
                    self._guardians_of_phone[phone.e164].append(person)
        self.doubts: list[Doubt] = []

    def person(self, draft: Draft) -> int | None:
        """The known person that a draft of the list is; None for a new one, doubts are noted."""
        found = self._by_number(draft)
        if found is None or found in self._used:
            found = self._by_evidence(draft)
        if found is not None:
            self._used.add(found)
            person = self._known[found]
            self._by_name[person.kind, person.key].pop(found, None)
        return found

    def number_is_taken(self, draft: Draft) -> bool:
        """Whether the school's number of a new person is somebody else's."""
        return (draft.kind, draft.external_id) in self._by_id

    def _by_number(self, draft: Draft) -> int | None:
        """The person with the school's number, unless everything else says that it is somebody else."""
        found = self._by_id.get((draft.kind, draft.external_id)) if draft.external_id else None
        if found is None:
            return None
        person = self._known[found]
        words = set(name_key(draft.first_name, draft.last_name).split())
        if words & set(person.key.split()) or _same_birth(person, draft) or self._shares_phone(person, draft):
            return found
        self._note(
            draft,
            say(
                "{name} has the number of {other}. If you accept, they are two people.",
                name=draft.name,
                other=person.name,
            ),
        )
        return None

    def teacher(self, draft: Draft) -> int | None:
        """The known teacher of this name."""
        return next(
            iter(self._by_name[ContactKind.TEACHER, name_key(draft.first_name, draft.last_name)]), None
        )

    def claim(self, link: Link, pupil_id: int | None) -> None:
        """Keep a known guardian for the draft that still has his phone, before others can take his name."""
        found = self._own_guardian(link, self._free(link, pupil_id))
        if found is not None and _shares(self._known[found], link.guardian):
            self._claims.setdefault(found, id(link.guardian))

    def guardian(self, link: Link, pupil_id: int | None) -> int | None:
        """The known guardian of a link: of this pupil, or of a brother or sister."""
        key = id(link.guardian)
        if self._guardian_ids.get(key) is None:
            found = self._own_guardian(link, self._free(link, pupil_id))
            found = self._any_guardian(link.guardian) if found is None else found
            free = found is not None and self._claims.setdefault(found, key) == key
            self._guardian_ids[key] = found if free else None
        return self._guardian_ids[key]

    def replaced(self, link: Link, pupil_id: int | None) -> int | None:
        """The guardian of a known pupil whose place a new one takes: the same name or unnamed relation."""
        return self._own_guardian(link, self._own(pupil_id))

    def _free(self, link: Link, pupil_id: int | None) -> list[tuple[KnownPerson, KnownLink]]:
        """The guardians of a pupil whom no other draft has claimed."""
        key = id(link.guardian)
        return [
            (person, known)
            for person, known in self._own(pupil_id)
            if self._claims.get(person.id, key) == key
        ]

    def _by_evidence(self, draft: Draft) -> int | None:
        key = name_key(draft.first_name, draft.last_name)
        free = islice(self._by_name[draft.kind, key].values(), MOST_COMPARED)
        namesakes = [person for person in free if not _contradict(person, draft)]
        for evidence in (_same_birth, self._shares_phone, _shares_group):
            sure = [person for person in namesakes if evidence(person, draft)]
            if len(sure) == 1:
                return sure[0].id
            if sure:
                break
        if len(namesakes) == 1:
            return self._doubt_one(draft, namesakes[0])
        if namesakes:
            self._doubt_many(draft)
        return None

    def _doubt_one(self, draft: Draft, person: KnownPerson) -> int:
        self._note(
            draft,
            say(
                "{name} has the name of somebody known, but no phone, group or birth date shows that it is "
                "the same person. If you accept, it is.",
                name=draft.name,
            ),
        )
        return person.id

    def _doubt_many(self, draft: Draft) -> None:
        self._note(
            draft,
            say(
                "Several known people are called {name}. If you accept, the one of the list is one more.",
                name=draft.name,
            ),
        )

    def _note(self, draft: Draft, sentence: Sentence) -> None:
        self.doubts.append(Doubt(draft.sheet, str(draft.row), sentence))

    def _shares_phone(self, person: KnownPerson, draft: Draft) -> bool:
        return not _phones_of(draft).isdisjoint(self._reachable(person))

    def _reachable(self, person: KnownPerson) -> set[str]:
        guardians = (
            self._known[link.guardian_id] for link in person.guardians if link.guardian_id in self._known
        )
        phones = [*person.phones, *(phone for guardian in guardians for phone in guardian.phones)]
        return {phone.e164 for phone in phones}

    def _own_guardian(self, link: Link, own: list[tuple[KnownPerson, KnownLink]]) -> int | None:
        """Among those this pupil has: the same name, the same phone, or the same relation without a name."""
        draft = link.guardian
        key = name_key(draft.first_name, draft.last_name)
        same = sorted((person for person, _ in own if person.key == key), key=lambda p: not _shares(p, draft))
        if same:
            return same[0].id
        unnamed = [(person, known) for person, known in own if draft.made_up_name or is_made_up(person)]
        by_phone = next((person.id for person, _ in unnamed if _shares(person, draft)), None)
        relation = fold(link.relation)
        by_relation = (
            person.id for person, known in unnamed if relation and fold(known.relation) == relation
        )
        return next(by_relation, None) if by_phone is None else by_phone

    def _own(self, pupil_id: int | None) -> list[tuple[KnownPerson, KnownLink]]:
        links = self._known[pupil_id].guardians if pupil_id is not None else ()
        return [(self._known[link.guardian_id], link) for link in links if link.guardian_id in self._known]

    def _any_guardian(self, draft: Draft) -> int | None:
        if draft.external_id and (ContactKind.GUARDIAN, draft.external_id) in self._by_id:
            return self._by_id[ContactKind.GUARDIAN, draft.external_id]
        key = name_key(draft.first_name, draft.last_name)
        for phone in draft.phones:
            for person in islice(self._guardians_of_phone.get(phone.e164, ()), MOST_COMPARED):
                if person.key == key or draft.made_up_name:
                    return person.id
        return None


def _shares(person: KnownPerson, draft: Draft) -> bool:
    return not {phone.e164 for phone in person.phones}.isdisjoint(phone.e164 for phone in draft.phones)


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


def _phones_of(draft: Draft) -> set[str]:
    guardians = [phone for link in draft.guardians for phone in link.guardian.phones]
    return {phone.e164 for phone in (*draft.phones, *guardians)}


def _contradict(person: KnownPerson, draft: Draft) -> bool:
    ids = person.external_id and draft.external_id and person.external_id != draft.external_id
    births = person.birth_date and draft.birth_date and person.birth_date != draft.birth_date
    return bool(ids or births)


def _same_birth(person: KnownPerson, draft: Draft) -> bool:
    return person.birth_date is not None and person.birth_date == draft.birth_date


def _shares_group(person: KnownPerson, draft: Draft) -> bool:
    return not person.groups.isdisjoint(map(fold, draft.groups))


def group_sizes(people: Iterable[Draft]) -> dict[str, int]:
    """How many people of the list each group has."""
    sizes: dict[str, int] = defaultdict(int)
    for draft in people:
        for name in draft.groups:
            sizes[name] += 1
    return dict(sizes)
