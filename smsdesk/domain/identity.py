"""What speaks for and against a person of a list being somebody known: name, number, birth, phone, family."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from smsdesk.domain.class_lists import Draft
from smsdesk.domain.folding import fold
from smsdesk.domain.known_people import KnownPerson, is_made_up
from smsdesk.domain.names import civility_of
from smsdesk.domain.people import Phone
from smsdesk.domain.sentences import Sentence, say


class Proof(IntEnum):
    """What shows that two people of one name are the same, the surest last."""

    NONE = 0
    GROUP = 1
    """The same class, and no other phones."""
    FAMILY = 2
    """A guardian of the same name, the same e-mail or the same house."""
    PHONE = 3
    BIRTH = 4


class Against(IntEnum):
    """Why somebody of the same name may be somebody else, the one that a yes settles as a new person last."""

    NOTHING_SHOWN = 0
    """Only the name is the same."""
    OTHER_PHONES = 1
    """The class is the same, but none of the phones."""
    OTHER_NUMBER = 2
    """The school's number is another, though birth date or phone are the same."""
    OTHER_NUMBER_IN_GROUP = 3
    OTHER_BIRTH = 4
    """The birth date is another, though a phone or a guardian is the same."""

    @property
    def same_by_yes(self) -> bool:
        """Whether it is the same person when somebody accepts the plan as it is."""
        return self <= Against.OTHER_NUMBER


class Evidence:
    """Compares people of lists with known ones; phones of families are looked up once."""

    def __init__(self, known: Mapping[int, KnownPerson]) -> None:
        self._known = known
        self._reached: dict[int, frozenset[str]] = {}

    def proof(self, person: KnownPerson, draft: Draft) -> Proof:
        """The surest thing that shows that a namesake is the person of the list."""
        if contradicts(person, draft):
            return Proof.NONE
        if same_birth(person, draft):
            return Proof.BIRTH
        if self.shares_phone(person, draft):
            return Proof.PHONE
        if self._same_family(person, draft):
            return Proof.FAMILY
        return (
            Proof.GROUP
            if shares_group(person, draft) and not self._other_phones(person, draft)
            else Proof.NONE
        )

    def against(self, person: KnownPerson, draft: Draft) -> Against | None:
        """Why it is doubtful that a namesake is the person of the list; None when it is surely another."""
        numbers, births = _other_number(person, draft), _other_birth(person, draft)
        near = self.shares_phone(person, draft) or self._same_family(person, draft)
        if births:
            return Against.OTHER_BIRTH if near and not numbers else None
        if numbers:
            if near or same_birth(person, draft):
                return Against.OTHER_NUMBER
            return Against.OTHER_NUMBER_IN_GROUP if shares_group(person, draft) else None
        return Against.OTHER_PHONES if shares_group(person, draft) else Against.NOTHING_SHOWN

    def is_copy(self, person: KnownPerson, draft: Draft) -> bool:
        """Whether a list says of him all that is known, no more and no less, and that is more than a name."""
        said = (draft.phones, draft.birth_date, draft.external_id, draft.email, draft.address, draft.postcode,
                draft.city, draft.notes, frozenset(map(fold, draft.groups)))  # fmt: skip
        kept = (person.phones, person.birth_date, person.external_id, person.email, person.address,
                person.postcode, person.city, person.notes, person.groups)  # fmt: skip
        if said != kept or (draft.first_name, draft.last_name) != (person.first_name, person.last_name):
            return False
        told = [(link.guardian.key, link.guardian.phones) for link in draft.guardians]
        family = [
            self._known[link.guardian_id] for link in person.guardians if link.guardian_id in self._known
        ]
        same = told == [(each.key, each.phones) for each in family]
        return same and any((*said, *(phones for _, phones in told)))

    def shares_phone(self, person: KnownPerson, draft: Draft) -> bool:
        """Whether a phone of the one or of his guardians is one of the other's."""
        if draft.phones and draft.phones == person.phones:  # nearly everybody of a list that comes again
            return True
        reached = self.phones_of(person)
        own = any(phone.e164 in reached for phone in draft.phones)
        return own or any(phone.e164 in reached for link in draft.guardians for phone in link.guardian.phones)

    def phones_of(self, person: KnownPerson) -> frozenset[str]:
        """The phones of somebody known and of his guardians."""
        if person.id not in self._reached:
            near = [person, *self._guardians(person)]
            self._reached[person.id] = frozenset(phone.e164 for each in near for phone in each.phones)
        return self._reached[person.id]

    def let_go(self) -> None:
        """Free what was kept, one by one: at once it would keep other threads waiting."""
        while self._reached:
            self._reached.popitem()

    def _guardians(self, person: KnownPerson) -> list[KnownPerson]:
        found = (
            self._known[link.guardian_id] for link in person.guardians if link.guardian_id in self._known
        )
        return [guardian for guardian in found if person.archived or not guardian.archived]

    def _other_phones(self, person: KnownPerson, draft: Draft) -> bool:
        """Whether both can be reached; that they share no phone is known already."""
        return bool(phones_around(draft)) and bool(self.phones_of(person))

    def _same_family(self, person: KnownPerson, draft: Draft) -> bool:
        if draft.email and fold(draft.email) == fold(person.email):
            return True
        if draft.address and _house(draft) == _house(person):
            return True
        if not draft.guardians or not person.guardians:
            return False
        named = {
            each.key for each in self._guardians(person) if _has_first_name(each) and not is_made_up(each)
        }
        return any(link.guardian.key in named and not link.guardian.made_up_name for link in draft.guardians)


def phones_around(draft: Draft) -> list[Phone]:
    """The phones of a person of a list and of his guardians."""
    return [*draft.phones, *(phone for link in draft.guardians for phone in link.guardian.phones)]


def contradicts(person: KnownPerson, draft: Draft) -> bool:
    """Whether number or birth date are others."""
    return _other_number(person, draft) or _other_birth(person, draft)


def same_number(person: KnownPerson, draft: Draft) -> bool:
    """Whether both have one number of the school."""
    return bool(draft.external_id) and person.external_id == draft.external_id


def same_birth(person: KnownPerson, draft: Draft) -> bool:
    """Whether both were born on one day."""
    return person.birth_date is not None and person.birth_date == draft.birth_date


def shares_group(person: KnownPerson, draft: Draft) -> bool:
    """Whether they are in one group."""
    return not person.groups.isdisjoint(map(fold, draft.groups))


def doubt_about(against: Against, name: str) -> Sentence:
    """What is asked about somebody of a list who has the name of somebody known."""
    if against is Against.OTHER_PHONES:
        return say(
            "Somebody known is called {name} and is in the same group, but has other phones. "
            "If you accept, it is the same person with new phones.",
            name=name,
        )
    if against is Against.OTHER_NUMBER:
        return say(
            "{name} has another number than somebody known with the same name and the same family. "
            "If you accept, it is the same person.",
            name=name,
        )
    if against is Against.OTHER_NUMBER_IN_GROUP:
        return say(
            "{name} has another number than somebody known with the same name and group. "
            "If you accept, they are two people.",
            name=name,
        )
    if against is Against.OTHER_BIRTH:
        return say(
            "{name} was born on another day than somebody known with the same name and family. "
            "If you accept, they are two people.",
            name=name,
        )
    return say(
        "{name} has the name of somebody known, but no phone, group or birth date shows that it is "
        "the same person. If you accept, it is.",
        name=name,
    )


def _other_number(person: KnownPerson, draft: Draft) -> bool:
    return bool(person.external_id and draft.external_id and person.external_id != draft.external_id)


def _other_birth(person: KnownPerson, draft: Draft) -> bool:
    return bool(person.birth_date and draft.birth_date and person.birth_date != draft.birth_date)


def _house(one: Draft | KnownPerson) -> tuple[str, str, str]:
    return fold(one.address), fold(one.postcode), fold(one.city)


def _has_first_name(person: KnownPerson) -> bool:
    """Whether a guardian is named in full: any namesake's mother is a "Mme Martin"."""
    return bool(person.first_name and person.last_name) and not civility_of(person.first_name)
