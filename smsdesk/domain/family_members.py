"""People and groups while the rows of a list are put together, and the drafts that are made of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from smsdesk.domain.class_lists import Draft, GroupDraft, Link
from smsdesk.domain.people import ContactKind, GroupKind, Phone, WeeklySlot
from smsdesk.domain.row_facts import RowPerson


class Care(NamedTuple):
    """A guardian as one pupil has him."""

    guardian: Member
    relation: str
    receives: bool


_NO_CARES: dict[int, Care] = {}
_NO_GROUPS: dict[str, None] = {}
"""Of everybody without a guardian or a group: nothing is written into them."""


class Member:
    """A person of the list; `said` is the first row about him, to which later ones are added."""

    __slots__ = (
        "draft", "groups", "guardians", "key", "kind", "listed", "phones", "refuses", "row", "said", "sheet"
    )  # fmt: skip

    def __init__(self, kind: ContactKind, sheet: str, row: int, person: RowPerson, key: str) -> None:
        """`key` is the name of the person, as it is compared."""
        self.kind = kind
        self.sheet = sheet
        self.row = row
        self.said = person
        self.key = key
        phones = person.phones
        self.phones: tuple[Phone, ...] = tuple(phones) if len(phones) < 2 else _each_once(phones)
        self.refuses = not person.receives and not person.ref
        self.listed = person.own_row
        self.groups: dict[str, None] = _NO_GROUPS
        self.guardians: dict[int, Care] = _NO_CARES
        self.draft: Draft | None = None

    def join(self, group: FamilyGroup) -> None:
        """Put him into a group."""
        if not self.groups:
            self.groups = group.alone
        elif len(self.groups) > 1:
            self.groups[group.name] = None
        elif group.name not in self.groups:
            self.groups = {**self.groups, group.name: None}

    def add_care(self, care: Care) -> None:
        """Give him a guardian; one whom he has stays as he is."""
        if not self.guardians:
            self.guardians = {}
        self.guardians.setdefault(id(care.guardian), care)

    @property
    def made_up(self) -> bool:
        """Whether the list gives no name."""
        return self.said.made_up

    def has_phone(self) -> bool:
        """Whether he or a guardian has one."""
        return bool(self.phones) or any(care.guardian.phones for care in self.guardians.values())

    def is_reached_by(self, e164s: Collection[str]) -> bool:
        """Whether one of these phones is his or a guardian's."""
        for (
            phone
        ) in self.phones:  # of hundreds of namesakes: a generator for each would take most of the time
            if phone.e164 in e164s:
                return True
        for care in self.guardians.values():
            for phone in care.guardian.phones:
                if phone.e164 in e164s:
                    return True
        return False

    def take(self, person: RowPerson) -> None:
        """Add what a further row says of him; what is known already stays."""
        said = self.said
        if person is said:
            return
        if person.phones:
            self.phones = _each_once((*self.phones, *person.phones))
        said.birth_date = said.birth_date or person.birth_date
        said.external_id = said.external_id or person.external_id
        said.email = said.email or person.email
        said.address = said.address or person.address
        said.postcode = said.postcode or person.postcode
        said.city = said.city or person.city
        said.notes = said.notes or person.notes
        self.refuses = self.refuses or (not person.receives and not person.ref)
        self.listed = self.listed or person.own_row
        if said.made_up and not person.made_up:
            said.first, said.last, said.made_up = person.first, person.last, False
            self.key = person.key


def _each_once(phones: Iterable[Phone]) -> tuple[Phone, ...]:
    """Phones by their numbers, as each first comes."""
    found: dict[str, Phone] = {}
    for phone in phones:
        found.setdefault(phone.e164, phone)
    return tuple(found.values())


@dataclass
class FamilyGroup:
    """A group of the list."""

    name: str
    kind: GroupKind
    parent: str = ""
    teachers: dict[int, Member] = field(default_factory=dict)
    slots: dict[WeeklySlot, None] = field(default_factory=dict)
    taught: dict[int, Taught] = field(default_factory=dict)
    hours: dict[int, OwnHours] = field(default_factory=dict)
    """Who comes when, by the identity of the member."""
    joined: bool = False
    told: bool = False
    """Its kind is written in the list, and not concluded."""
    partial: bool = False
    alone: dict[str, None] = field(init=False)
    """Its name, for all who are in no other group: a dictionary of his own would be most of each."""

    def __post_init__(self) -> None:
        self.alone = {self.name: None}

    def hours_with(self, taught: Taught) -> dict[int, OwnHours]:
        """The hours of those who have one of its teachers, those with him alone."""
        found = {}
        for member in taught.members:
            own = self.hours.get(id(member))
            slots = {slot: None for slot in own.slots if slot in taught.slots} if own else {}
            if slots:
                found[id(member)] = OwnHours(member, slots)
        return found


class OwnHours(NamedTuple):
    """The weekly hours at which one pupil comes."""

    member: Member
    slots: dict[WeeklySlot, None]


@dataclass
class Taught:
    """Those of a group who have one of its teachers."""

    members: list[Member] = field(default_factory=list)
    slots: dict[WeeklySlot, None] = field(default_factory=dict)


_draft: Callable[[tuple[object, ...]], Draft] = partial(tuple.__new__, Draft)
_link: Callable[[tuple[object, ...]], Link] = partial(tuple.__new__, Link)
"""With all values in order, in half the time: a town has a hundred thousand of them."""


def draft_of(member: Member) -> Draft:
    """The draft of a member and his family; each member has one."""
    if member.draft is not None:
        return member.draft
    links = tuple(
        [
            _link((guardian.draft or draft_of(guardian), relation, receives))
            for guardian, relation, receives in member.guardians.values()
        ]
    )
    said = member.said
    member.draft = _draft(
        (
            member.kind,
            said.first,
            said.last,
            member.phones,
            links,
            tuple(member.groups),
            said.birth_date,
            said.external_id,
            said.email,
            said.address,
            said.postcode,
            said.city,
            said.notes,
            member.sheet,
            member.row,
            member.refuses,
            said.made_up,
            said.contact_id,
            member.key,
        )
    )
    return member.draft


def group_draft_of(group: FamilyGroup) -> GroupDraft:
    """The draft of a group: a class with weekly hours is a course."""
    teachers = list(group.teachers.values())
    concluded = GroupKind.COURSE if group.kind is GroupKind.CLASS and group.slots else group.kind
    kind = group.kind if group.told else concluded
    teacher = draft_of(teachers[0]) if len(teachers) == 1 else None
    hours = tuple(_own_hours(group)) if len(group.slots) > 1 else ()
    return GroupDraft(group.name, kind, teacher, tuple(group.slots), group.parent, group.partial, hours)


def _own_hours(group: FamilyGroup) -> Iterator[tuple[Draft, tuple[WeeklySlot, ...]]]:
    """Who comes at some of the hours of a group only."""
    for member, slots in group.hours.values():
        if len(slots) < len(group.slots):
            yield draft_of(member), tuple(slots)
