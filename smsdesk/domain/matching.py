"""Who of a list is known already: by the school's number, by name and birth date, phone, family or group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from smsdesk.domain.class_lists import Answers, Doubt, Draft, RowKey
from smsdesk.domain.identity import Evidence, Proof, contradicts, doubt_about, same_birth, same_number
from smsdesk.domain.known_people import MOST_COMPARED, KnownPerson, is_somebody
from smsdesk.domain.matching_guardians import GuardianMatcher
from smsdesk.domain.matching_near import NearNames
from smsdesk.domain.people import ContactKind
from smsdesk.domain.sentences import Sentence, say


class Matcher:
    """Finds known people for drafts; each known person is found for one draft at most.

    Whoever is known for certain is found first, so that no doubtful one takes his place. `answers` settle
    doubts, by row and name: brothers and sisters of one row are asked about each for himself.
    """

    def __init__(self, known: Mapping[int, KnownPerson], answers: Answers) -> None:
        self._known = known
        self._answers = answers
        self._used: set[int] = set()
        self._renumbered: set[int] = set()
        """Known people to whom the list gives another number."""
        self._asked: dict[RowKey, Draft] = {}
        self._doubtful: set[int] = set()
        """Drafts, by identity, about whom there was a question, answered or not."""
        self._evidence = Evidence(known)
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

    def find(self, drafts: Iterable[Draft]) -> dict[int, int | None]:
        """The known person that each draft is, by the identity of the draft; None for new ones.

        Doubts are noted in the order of the drafts.
        """
        found: dict[int, int | None] = {}
        open_ = []
        for draft in drafts:
            sure = found[id(draft)] = self._surely(draft)
            if sure is None:
                open_.append(draft)
            else:
                self._take(sure, draft)
        for draft in open_:
            asked = found[id(draft)] = self._asked_about(draft)
            if asked is not None:
                self._take(asked, draft)
        new = [draft for draft in open_ if found[id(draft)] is None and id(draft) not in self._doubtful]
        if new:
            self._find_near(new, found)
        for draft in drafts:
            self.guardians.settle(draft, found[id(draft)])
        return found

    def _take(self, contact_id: int, draft: Draft) -> None:
        self._used.add(contact_id)
        person = self._known[contact_id]
        if draft.external_id and draft.external_id != person.external_id:
            self._renumbered.add(contact_id)
        self._by_name[person.kind, person.key].pop(contact_id, None)

    def _surely(self, draft: Draft) -> int | None:
        """Whom nobody has to be asked about; most of a list that comes again."""
        referred = self._referred(draft)
        if referred is not None:
            return referred.id if self._is_plausible(draft, referred) else None
        numbered = self._numbered(draft)
        if numbered is not None:
            return numbered.id if numbered.key == draft.key else None
        return self._by_proof(draft)

    def _asked_about(self, draft: Draft) -> int | None:
        """Who it is after a question, now that those who are certain are found.

        A number of somebody with another name waits until now: that one may be in the list himself.
        """
        proved = self._by_proof(draft)
        for person in (self._referred(draft), self._numbered(draft)):
            if person is None:
                continue
            found = self._unless_other(draft, person, certain=proved is None)
            if found is not None:
                return found
        found = proved
        if found is None and id(draft) not in self._doubtful:
            found = self._among_namesakes(draft)
        if found is None and id(draft) not in self._doubtful:
            found = self._from_archive(draft)
        return found

    def let_go(self) -> None:
        """Free what was kept to find people, one by one: at once it would keep other threads waiting."""
        while self._by_name:
            self._by_name.popitem()
        self._evidence.let_go()

    def number_is_taken(self, draft: Draft, contact_id: int | None) -> bool:
        """Whether the school's number of a draft is somebody else's, who keeps it."""
        holder = self._by_number.get((draft.kind, draft.external_id))
        return holder not in (None, contact_id) and holder not in self._renumbered

    def _referred(self, draft: Draft) -> KnownPerson | None:
        """Who he is as a list of ours says; archived people come back by the usual way."""
        person = self._known.get(draft.contact_id) if draft.contact_id is not None else None
        return None if person is None or person.archived or person.id in self._used else person

    def _numbered(self, draft: Draft) -> KnownPerson | None:
        """The person with the school's number."""
        found = self._by_number.get((draft.kind, draft.external_id)) if draft.external_id else None
        return None if found is None or found in self._used else self._known[found]

    def _is_plausible(self, draft: Draft, person: KnownPerson) -> bool:
        """Whether something besides a number or reference is the same."""
        return (
            is_somebody(person, draft)
            or same_birth(person, draft)
            or self._evidence.shares_phone(person, draft)
        )

    def _unless_other(self, draft: Draft, person: KnownPerson, *, certain: bool) -> int | None:
        """The person with a number or reference, unless it is surely somebody else's; else it is asked.

        `certain` is false where another known person is shown to be the one of the list.
        """
        if (certain or person.key == draft.key) and self._is_plausible(draft, person):
            return person.id
        sentence = say(
            "{name} has the number of {other}. If you accept, they are two people.",
            name=draft.name,
            other=person.name,
        )
        return self._ask(draft, sentence, [person], otherwise=None)

    def _by_proof(self, draft: Draft) -> int | None:
        """The one namesake whom most shows to be the same, else one whom the list tells of just as he is."""
        free = self._by_name.get((draft.kind, draft.key))
        if not free:
            return None
        if len(free) == 1 and draft.phones:  # nearly everybody of a list that comes again
            (person,) = free.values()
            if draft.phones == person.phones and not contradicts(person, draft):
                return person.id
        proofs = [
            (self._evidence.proof(person, draft), person) for person in islice(free.values(), MOST_COMPARED)
        ]
        best = max(proof for proof, _ in proofs)
        sure = [person.id for proof, person in proofs if proof is best and proof is not Proof.NONE]
        if len(sure) == 1:
            return sure[0]
        alike = (person.id for _, person in proofs if self._evidence.is_copy(person, draft))
        return next(alike, None)

    def _among_namesakes(self, draft: Draft) -> int | None:
        free = self._by_name.get((draft.kind, draft.key))
        if not free:
            return None
        weighed = [
            (person, against)
            for person in islice(free.values(), MOST_COMPARED)
            if (against := self._evidence.against(person, draft)) is not None
        ]
        if len(weighed) == 1:
            ((person, against),) = weighed
            otherwise = person.id if against.same_by_yes else None
            return self._ask(draft, doubt_about(against, draft.name), [person], otherwise=otherwise)
        if not weighed:
            return None
        sentence = say(
            "Several known people are called {name}. If you accept, the one of the list is one more.",
            name=draft.name,
        )
        return self._ask(draft, sentence, [person for person, _ in weighed], otherwise=None)

    def _find_near(self, drafts: Sequence[Draft], found: dict[int, int | None]) -> None:
        """Ask about new people whose name is nearly that of somebody who is not in the list."""
        free = (person for people in self._by_name.values() for person in people.values())
        near = NearNames(free, {draft.kind for draft in drafts}, self._evidence)
        for draft in drafts:
            likely = [person for person in near.like(draft) if person.id not in self._used]
            if not likely:
                continue
            (first, *others) = likely
            sentence = say(
                "{name} is nearly the name of {other}, who has the same phone, group or birth date. "
                "If you accept, they are two people.",
                name=draft.name,
                other=first.name,
            )
            asked = found[id(draft)] = self._ask(draft, sentence, [first, *others], otherwise=None)
            if asked is not None:
                self._take(asked, draft)

    def _from_archive(self, draft: Draft) -> int | None:
        """Somebody archived who comes back: as sure as for those who are there, else a person says so."""
        found = [person for person in self._archive.like(draft) if person.id not in self._used]
        if not found:
            return None
        sure = [person for person in found if self._returns(person, draft)]
        if len(sure) == 1:
            return sure[0].id
        likely = sure or [person for person in found if same_number(person, draft)]
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
                same_number(person, draft)
                or same_birth(person, draft)
                or self._evidence.shares_phone(person, draft)
            )
        return same_number(person, draft) and same_birth(person, draft)

    def _ask(
        self, draft: Draft, sentence: Sentence, candidates: Sequence[KnownPerson], *, otherwise: int | None
    ) -> int | None:
        """Who it is: as answered, else note the doubt and go on with what a yes does."""
        self._doubtful.add(id(draft))
        row: RowKey | None = (key := RowKey(draft.sheet, draft.row, draft.name))
        if self._asked.setdefault(key, draft) is not draft:
            row = None  # a namesake in the same row: the answer is not about him
        if row is not None and row in self._answers:
            answer = self._answers[row]
            if answer is None or any(person.id == answer for person in candidates):
                return answer
        shown = tuple(person.as_candidate() for person in candidates[:_MOST_SHOWN]) if row else ()
        self.doubts.append(Doubt(draft.sheet, str(draft.row), sentence, row, shown, draft.name))
        return otherwise


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
        return [person for person in islice(found.values(), MOST_COMPARED) if not contradicts(person, draft)]


_MOST_SHOWN = 20
"""Candidates among whom a person can choose; nobody reads more."""


def _name_of(draft: Draft) -> tuple[ContactKind, str]:
    return draft.kind, draft.key
