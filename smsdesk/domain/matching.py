"""Who of a list is known already: by the school's number, by name and birth date, phone or group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice

from smsdesk.domain.class_lists import Answers, Doubt, Draft, RowKey
from smsdesk.domain.folding import fold
from smsdesk.domain.known_people import MOST_COMPARED, KnownPerson, is_somebody
from smsdesk.domain.matching_guardians import GuardianMatcher
from smsdesk.domain.people import ContactKind
from smsdesk.domain.sentences import Sentence, say


class Matcher:
    """Finds known people for drafts; each known person is found for one draft at most.

    `answers` settle doubts: the first doubtful person of a row is whom they are about.
    """

    def __init__(self, known: Mapping[int, KnownPerson], answers: Answers) -> None:
        self._known = known
        self._answers = answers
        self._used: set[int] = set()
        self._asked: dict[RowKey, Draft] = {}
        self._doubtful: set[int] = set()
        """Drafts, by identity, about whom there was a question, answered or not."""
        self._reached: dict[int, frozenset[str]] = {}
        """Phones of people and their guardians, once asked for."""
        self._by_number: dict[tuple[ContactKind, str], int] = {}
        self._by_name: dict[tuple[ContactKind, str], dict[int, KnownPerson]] = defaultdict(dict)
        """Those for whom no draft has been found yet."""
        self._archive = _Archive()
        for person in known.values():
            if person.archived:
                self._archive.add(person)
                continue
            self._by_name[person.kind, person.key][person.id] = person
            if person.external_id:
                self._by_number[person.kind, person.external_id] = person.id
        self.guardians = GuardianMatcher(known, self._by_number)
        self.doubts: list[Doubt] = []

    def person(self, draft: Draft) -> int | None:
        """The known person that a draft of the list is; None for a new one, doubts are noted."""
        found = self._referred(draft)
        if found is None or found in self._used:
            found = self._numbered(draft)
        if found is None or found in self._used:
            found = self._by_evidence(draft)
        if found is None and id(draft) not in self._doubtful:
            found = self._from_archive(draft)
        if found is not None:
            self._used.add(found)
            person = self._known[found]
            self._by_name[person.kind, person.key].pop(found, None)
        self.guardians.settle(draft, found)
        return found

    def let_go(self) -> None:
        """Free what was kept to find people, one by one: at once it would keep other threads waiting."""
        for kept in (self._by_name, self._reached):
            while kept:
                kept.popitem()

    def number_is_taken(self, draft: Draft) -> bool:
        """Whether the school's number of a new person is somebody else's."""
        return (draft.kind, draft.external_id) in self._by_number

    def _referred(self, draft: Draft) -> int | None:
        """Who he is as a list of ours says; archived people come back by the usual way."""
        person = self._known.get(draft.contact_id) if draft.contact_id is not None else None
        return None if person is None or person.archived else self._unless_other(draft, person)

    def _numbered(self, draft: Draft) -> int | None:
        """The person with the school's number, unless everything else says that it is somebody else."""
        found = self._by_number.get((draft.kind, draft.external_id)) if draft.external_id else None
        if found is None:
            return None
        return self._unless_other(draft, self._known[found])

    def _unless_other(self, draft: Draft, person: KnownPerson) -> int | None:
        if is_somebody(person, draft) or _same_birth(person, draft) or self._shares_phone(person, draft):
            return person.id
        sentence = say(
            "{name} has the number of {other}. If you accept, they are two people.",
            name=draft.name,
            other=person.name,
        )
        return self._ask(draft, sentence, [person], otherwise=None)

    def _by_evidence(self, draft: Draft) -> int | None:
        free = self._by_name.get((draft.kind, draft.key))
        if not free:
            return None
        namesakes = [
            person for person in islice(free.values(), MOST_COMPARED) if not _contradict(person, draft)
        ]
        if not namesakes:
            return None
        for evidence in (_same_birth, self._shares_phone, _shares_group):
            sure = [person for person in namesakes if evidence(person, draft)]
            if len(sure) == 1:
                return sure[0].id
            if sure:
                break
        if len(namesakes) == 1:
            sentence = say(
                "{name} has the name of somebody known, but no phone, group or birth date shows that it is "
                "the same person. If you accept, it is.",
                name=draft.name,
            )
            return self._ask(draft, sentence, namesakes, otherwise=namesakes[0].id)
        sentence = say(
            "Several known people are called {name}. If you accept, the one of the list is one more.",
            name=draft.name,
        )
        return self._ask(draft, sentence, namesakes, otherwise=None)

    def _from_archive(self, draft: Draft) -> int | None:
        """Somebody archived who comes back: as sure as for those who are there, else a person says so."""
        found = [person for person in self._archive.like(draft) if person.id not in self._used]
        if not found:
            return None
        sure = [person for person in found if self._returns(person, draft)]
        if len(sure) == 1:
            return sure[0].id
        likely = sure or [person for person in found if _same_number(person, draft)]
        if len(likely) == 1:
            sentence = say(
                "{name} is in the archive. If you accept, the same person comes back.", name=draft.name
            )
            return self._ask(draft, sentence, found, otherwise=likely[0].id)
        sentence = say(
            "Somebody called {name} is in the archive. If you accept, the one of the list is somebody new.",
            name=draft.name,
        )
        return self._ask(draft, sentence, found, otherwise=None)

    def _returns(self, person: KnownPerson, draft: Draft) -> bool:
        """Whether two things of a name, a number or birth date of one's own, and a family's phone agree."""
        if person.key == draft.key:
            return (
                _same_number(person, draft) or _same_birth(person, draft) or self._shares_phone(person, draft)
            )
        return _same_number(person, draft) and _same_birth(person, draft)

    def _ask(
        self, draft: Draft, sentence: Sentence, candidates: Sequence[KnownPerson], *, otherwise: int | None
    ) -> int | None:
        """Who it is: as answered, else note the doubt and go on with what a yes does."""
        self._doubtful.add(id(draft))
        row: RowKey | None = (draft.sheet, draft.row)
        if self._asked.setdefault((draft.sheet, draft.row), draft) is not draft:
            row = None  # a brother or sister in the same row: the answer is not about him
        if row is not None and row in self._answers:
            answer = self._answers[row]
            if answer is None or any(person.id == answer for person in candidates):
                return answer
        shown = tuple(person.as_candidate() for person in candidates[:_MOST_SHOWN]) if row else ()
        self.doubts.append(Doubt(draft.sheet, str(draft.row), sentence, row, shown, draft.name))
        return otherwise

    def _shares_phone(self, person: KnownPerson, draft: Draft) -> bool:
        if draft.phones and draft.phones == person.phones:  # nearly everybody of a list that comes again
            return True
        reached = self._reached_by(person)
        own = any(phone.e164 in reached for phone in draft.phones)
        return own or any(phone.e164 in reached for link in draft.guardians for phone in link.guardian.phones)

    def _reached_by(self, person: KnownPerson) -> frozenset[str]:
        if person.id not in self._reached:
            guardians = (
                self._known[link.guardian_id] for link in person.guardians if link.guardian_id in self._known
            )
            near = [person, *(guardian for guardian in guardians if person.archived or not guardian.archived)]
            self._reached[person.id] = frozenset(phone.e164 for each in near for phone in each.phones)
        return self._reached[person.id]


class _Archive:
    """People who are archived, by name and by the school's number."""

    def __init__(self) -> None:
        self._by_name: dict[tuple[ContactKind, str], list[KnownPerson]] = defaultdict(list)
        self._by_number: dict[tuple[ContactKind, str], list[KnownPerson]] = defaultdict(list)

    def add(self, person: KnownPerson) -> None:
        self._by_name[person.kind, person.key].append(person)
        if person.external_id:
            self._by_number[person.kind, person.external_id].append(person)

    def like(self, draft: Draft) -> list[KnownPerson]:
        """Namesakes and whoever had the number, the latest first, whom nothing contradicts."""
        namesakes = self._by_name.get(_name_of(draft), ())
        words = set(draft.key.split())
        numbered = self._by_number.get((draft.kind, draft.external_id), ()) if draft.external_id else ()
        related = [person for person in numbered if words & set(person.key.split())]
        found = {person.id: person for person in (*related[::-1], *namesakes[::-1])}
        return [person for person in islice(found.values(), MOST_COMPARED) if not _contradict(person, draft)]


_MOST_SHOWN = 20
"""Candidates among whom a person can choose; nobody reads more."""


def _name_of(draft: Draft) -> tuple[ContactKind, str]:
    return draft.kind, draft.key


def _contradict(person: KnownPerson, draft: Draft) -> bool:
    ids = person.external_id and draft.external_id and person.external_id != draft.external_id
    births = person.birth_date and draft.birth_date and person.birth_date != draft.birth_date
    return bool(ids or births)


def _same_number(person: KnownPerson, draft: Draft) -> bool:
    return bool(draft.external_id) and person.external_id == draft.external_id


def _same_birth(person: KnownPerson, draft: Draft) -> bool:
    return person.birth_date is not None and person.birth_date == draft.birth_date


def _shares_group(person: KnownPerson, draft: Draft) -> bool:
    return not person.groups.isdisjoint(map(fold, draft.groups))
