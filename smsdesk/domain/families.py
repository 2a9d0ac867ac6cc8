"""Rows put together into people: each pupil, guardian and teacher once, siblings with one parent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from smsdesk.domain.class_lists import ClassList, Doubt, Draft, GroupDraft, Link
from smsdesk.domain.folding import fold
from smsdesk.domain.known_people import MOST_COMPARED
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import ContactKind, GroupKind, Phone, WeeklySlot
from smsdesk.domain.row_facts import RowFacts, RowPerson
from smsdesk.domain.sentences import say
from smsdesk.domain.titles import teacher_in


@dataclass(slots=True, eq=False)
class _Member:
    """A person while rows about him are put together."""

    kind: ContactKind
    sheet: str
    row: int
    first: str
    last: str
    key: str
    made_up: bool = False
    contact_id: int | None = None
    listed: bool = False
    phones: dict[str, Phone] = field(default_factory=dict)
    birth_date: date | None = None
    external_id: str = ""
    email: str = ""
    address: str = ""
    postcode: str = ""
    city: str = ""
    notes: str = ""
    refuses: bool = False
    groups: dict[str, None] = field(default_factory=dict)
    guardians: dict[int, tuple[_Member, str, bool]] = field(default_factory=dict)

    def reachable(self) -> set[str]:
        """His phones and those of his guardians."""
        guardians = (e164 for guardian, _, _ in self.guardians.values() for e164 in guardian.phones)
        return {*self.phones, *guardians}

    def take(self, person: RowPerson) -> None:
        """Add what a row says of him; what is known already stays."""
        for phone in person.phones:
            self.phones.setdefault(phone.e164, phone)
        self.birth_date = self.birth_date or person.birth_date
        self.external_id = self.external_id or person.external_id
        self.email = self.email or person.email
        self.address = self.address or person.address
        self.postcode = self.postcode or person.postcode
        self.city = self.city or person.city
        self.notes = self.notes or person.notes
        self.refuses = self.refuses or not person.receives
        self.listed = self.listed or person.own_row
        if self.made_up and not person.made_up:
            self.first, self.last, self.key, self.made_up = person.first, person.last, person.key, False


@dataclass
class _Group:
    name: str
    kind: GroupKind
    parent: str = ""
    teachers: dict[int, _Member] = field(default_factory=dict)
    slots: dict[WeeklySlot, None] = field(default_factory=dict)
    taught: dict[int, _Taught] = field(default_factory=dict)
    joined: bool = False
    told: bool = False
    """Its kind is written in the list, and not concluded."""
    partial: bool = False


@dataclass
class _Taught:
    """Those of a group who have one of its teachers."""

    members: list[_Member] = field(default_factory=list)
    slots: dict[WeeklySlot, None] = field(default_factory=dict)


@dataclass(frozen=True)
class ToldGroup:
    """A group as a list of ours tells of it; see GroupDraft. `kind` None leaves open what it is."""

    name: str
    kind: GroupKind | None = None
    parent: str = ""
    teacher: RowPerson | None = None
    slots: tuple[WeeklySlot, ...] = ()
    partial: bool = False


class Families:
    """Takes the rows of every sheet in turn, then gives the people and groups."""

    def __init__(self) -> None:
        self._members: list[_Member] = []
        self._by_id: dict[tuple[ContactKind, str], _Member] = {}
        self._by_name: dict[tuple[ContactKind, str], list[_Member]] = defaultdict(list)
        self._by_ref: dict[str, _Member] = {}
        self._refusals: dict[tuple[str, Purpose], None] = {}
        self._made_up: dict[str, _Member] = {}
        self._guardian_of_phone: dict[str, dict[int, _Member]] = defaultdict(dict)
        self._guardian_of_email: dict[tuple[str, str], _Member] = {}
        """Guardians by name and e-mail address."""
        self._groups: dict[str, _Group] = {}
        self._doubts: list[Doubt] = []
        self._shared_numbers: set[ContactKind] = set()
        """Kinds whose numbers turned out to be of a family or a file: they say nothing of one person."""

    def add(
        self, sheet: str, facts: RowFacts, kind: ContactKind, groups: Iterable[tuple[str, GroupKind]]
    ) -> None:
        """Take one row: its pupils get its guardians; `groups` are for pupils whose row names no class."""
        guardians = [(self._guardian(sheet, facts.row, person), person) for person in facts.guardians]
        teacher = self._teacher(sheet, facts) if facts.teacher else None
        fallback = list(groups)
        for person in facts.pupils:
            pupil = self._pupil(sheet, facts.row, kind, person, [guardian for guardian, _ in guardians])
            for guardian, said in guardians:
                pupil.guardians.setdefault(id(guardian), (guardian, said.relation, said.receives))
            for name, group_kind in person.classes or fallback:
                slot = facts.slots.get(name, facts.slot)
                named = teacher or (None if person.own_row else self._named_in(sheet, facts, name))
                self._join(pupil, name, group_kind, named, slot)

    def put_into(self, sheet: str, row: int, name: str, kind: GroupKind, teacher: RowPerson | None) -> None:
        """Make a group that a title names, with its teacher."""
        group = self._group(name, kind)
        if teacher:
            member = self._teacher(sheet, RowFacts(row, [], [], teacher))
            group.teachers[id(member)] = member

    def tell_group(self, sheet: str, row: int, told: ToldGroup) -> bool:
        """Take what a list of ours says of a group; False when it would stand in itself: it does not."""
        group = self._group(told.name, told.kind or GroupKind.CLASS)
        group.joined = group.told = True
        group.kind = told.kind or group.kind
        group.partial = told.partial
        group.slots |= dict.fromkeys(told.slots)
        if told.teacher:
            self.put_into(sheet, row, told.name, group.kind, told.teacher)
        if not told.parent:
            return True
        if self._stands_in(told.parent, told.name):
            return False
        group.parent = self._group(told.parent, GroupKind.CLASS).name
        return True

    def _stands_in(self, name: str, other: str) -> bool:
        """Whether a group is another one, or nested in it."""
        while name and fold(name) != fold(other):
            group = self._groups.get(fold(name))
            name = group.parent if group else ""
        return bool(name)

    def refuse(self, refusals: Iterable[tuple[str, Purpose]]) -> None:
        """Take phones that refuse a purpose."""
        self._refusals |= dict.fromkeys(refusals)

    def join_all(self, name: str, kind: GroupKind) -> None:
        """Put everybody into one more group."""
        for member in self._listed():
            self._join(member, name, kind, None, None)
        self._group(name, kind).partial = False

    def result(self) -> ClassList:
        """Everybody once, in the order of the list, and the groups."""
        drafts: dict[int, Draft] = {}
        self._part_by_teacher()
        for member in self._members:
            member.external_id = "" if member.kind in self._shared_numbers else member.external_id
        people = tuple(_draft(member, drafts) for member in self._listed())
        groups = tuple(_group_draft(group, drafts) for group in self._groups.values() if group.joined)
        return ClassList(people, groups, (), doubts=tuple(self._doubts), refusals=tuple(self._refusals))

    def _part_by_teacher(self) -> None:
        """A course with several teachers has a group within for each: one is absent, not all."""
        for group in [group for group in self._groups.values() if len(group.teachers) > 1]:
            for key, taught in group.taught.items():
                teacher = group.teachers[key]
                name = f"{group.name} - {teacher.first} {teacher.last}".strip()
                part = self._groups.setdefault(fold(name), _Group(name, group.kind, parent=group.name))
                part.teachers[key] = teacher
                part.joined = True
                part.slots |= taught.slots
                for member in taught.members:
                    member.groups[part.name] = None

    def _listed(self) -> Iterator[_Member]:
        return (
            member
            for member in self._members
            if member.groups or member.listed or member.kind is ContactKind.PUPIL
        )

    def _pupil(
        self, sheet: str, row: int, kind: ContactKind, person: RowPerson, guardians: list[_Member]
    ) -> _Member:
        reachable = {phone.e164 for phone in person.phones}.union(
            *(guardian.phones for guardian in guardians)
        )
        known = self._same_pupil(sheet, row, kind, person, reachable, guardians)
        if known is None:
            known = self._new(kind, sheet, row, person)
        known.take(person)
        if person.own_row and person.ref:
            known.kind = kind
        if known.external_id:
            self._by_id.setdefault((kind, known.external_id), known)
        return known

    def _same_pupil(
        self,
        sheet: str,
        row: int,
        kind: ContactKind,
        person: RowPerson,
        reachable: set[str],
        guardians: list[_Member],
    ) -> _Member | None:
        if person.ref:
            return self._referred(person)
        numbered = self._by_id.get((kind, person.external_id)) if person.external_id else None
        if numbered and numbered.key == person.key:
            return numbered
        if numbered:
            self._shared_numbers.add(kind)
        named = islice(self._by_name.get((kind, person.key), ()), MOST_COMPARED)
        namesakes = [member for member in named if not _contradict(member, person)]
        sure = [member for member in namesakes if _surely(member, person, reachable)]
        if not sure and guardians:
            sure = [member for member in namesakes if _other_parent(member, person, guardians)]
        if sure or not namesakes:
            return sure[0] if sure else None
        silent = [member for member in namesakes if not reachable or not member.reachable()]
        if len(silent) == 1 == len(namesakes):
            return silent[0]
        self._doubt(sheet, row, person, namesakes[0])
        return None

    def _doubt(self, sheet: str, row: int, person: RowPerson, namesake: _Member) -> None:
        self._doubts.append(
            Doubt(
                sheet,
                str(row),
                say(
                    "{name} stands in rows {first} and {second} with different phones; "
                    "they will be two different people.",
                    name=f"{person.first} {person.last}".strip(),
                    first=namesake.row,
                    second=row,
                ),
            )
        )

    def _guardian(self, sheet: str, row: int, person: RowPerson) -> _Member:
        known = self._same_guardian(person)
        if known is None:
            known = self._new(ContactKind.GUARDIAN, sheet, row, person)
        known.take(person)
        for e164 in known.phones:
            self._guardian_of_phone[e164].setdefault(id(known), known)
        if known.email:
            self._guardian_of_email.setdefault((known.key, fold(known.email)), known)
        return known

    def _referred(self, person: RowPerson) -> _Member | None:
        """Whom a list of ours named before; a row that was copied and given another name is somebody else."""
        known = self._by_ref.get(person.ref)
        return known if known and known.key == person.key else None

    def _same_guardian(self, person: RowPerson) -> _Member | None:
        if person.ref:
            return self._referred(person)
        if person.external_id and (ContactKind.GUARDIAN, person.external_id) in self._by_id:
            return self._by_id[ContactKind.GUARDIAN, person.external_id]
        for phone in person.phones:
            for member in islice(self._guardian_of_phone[phone.e164].values(), MOST_COMPARED):
                if member.key == person.key or member.made_up or person.made_up:
                    return member
        return self._guardian_of_email.get((person.key, fold(person.email))) if person.email else None

    def _teacher(self, sheet: str, facts: RowFacts) -> _Member:
        person = facts.teacher
        assert person is not None  # asked by the callers
        named = self._by_name.get((ContactKind.TEACHER, person.key), ())
        known = self._referred(person) if person.ref else next(iter(named), None)
        if known is None:
            known = self._new(ContactKind.TEACHER, sheet, facts.row, person)
        known.take(person)
        return known

    def _named_in(self, sheet: str, facts: RowFacts, group: str) -> _Member | None:
        """The teacher in the name of a class: "Piano (Mme Roux)"."""
        name = teacher_in(group)
        if name is None:
            return None
        person = RowPerson("", first=name.first or name.civility, last=name.last, civility=name.civility)
        return self._teacher(sheet, RowFacts(facts.row, [], [], person))

    def _new(self, kind: ContactKind, sheet: str, row: int, person: RowPerson) -> _Member:
        member = _Member(kind, sheet, row, person.first, person.last, person.key, person.made_up)
        self._members.append(member)
        member.contact_id = person.contact_id
        if person.ref:
            self._by_ref.setdefault(person.ref, member)
        self._by_name[kind, person.key].append(member)
        if person.external_id:
            self._by_id.setdefault((kind, person.external_id), member)
        return member

    def _group(self, name: str, kind: GroupKind) -> _Group:
        return self._groups.setdefault(fold(name), _Group(name, kind))

    def _join(
        self, member: _Member, name: str, kind: GroupKind, teacher: _Member | None, slot: WeeklySlot | None
    ) -> None:
        group = self._group(name, kind)
        group.joined = True
        member.groups[group.name] = None
        if slot:
            group.slots[slot] = None
        if teacher:
            group.teachers[id(teacher)] = teacher
            taught = group.taught.setdefault(id(teacher), _Taught())
            taught.members.append(member)
            taught.slots |= {slot: None} if slot else {}


def _contradict(member: _Member, person: RowPerson) -> bool:
    ids = member.external_id and person.external_id and member.external_id != person.external_id
    births = member.birth_date and person.birth_date and member.birth_date != person.birth_date
    return bool(ids or births)


def _surely(member: _Member, person: RowPerson, reachable: set[str]) -> bool:
    same_birth = member.birth_date is not None and member.birth_date == person.birth_date
    return same_birth or not reachable.isdisjoint(member.reachable())


def _other_parent(member: _Member, person: RowPerson, guardians: list[_Member]) -> bool:
    """Whether a row tells of a pupil's other parent: one row a parent, the child named in each."""
    one_each = len(guardians) == len(member.guardians) == 1
    named = not any(guardian.made_up for guardian in guardians)
    classes = {fold(name) for name, _ in person.classes}
    same_class = not classes or not classes.isdisjoint(map(fold, member.groups))
    return one_each and named and not person.phones and not member.phones and same_class


def _draft(member: _Member, drafts: dict[int, Draft]) -> Draft:
    known = drafts.get(id(member))
    if known:
        return known
    links = [
        Link(_draft(guardian, drafts), relation, receives)
        for guardian, relation, receives in member.guardians.values()
    ]
    draft = drafts[id(member)] = Draft(
        member.kind,
        member.first,
        member.last,
        tuple(member.phones.values()),
        tuple(links),
        tuple(member.groups),
        member.birth_date,
        member.external_id,
        member.email,
        member.address,
        member.postcode,
        member.city,
        member.notes,
        member.sheet,
        member.row,
        member.refuses,
        member.made_up,
        member.contact_id,
    )
    return draft


def _group_draft(group: _Group, drafts: dict[int, Draft]) -> GroupDraft:
    teachers = list(group.teachers.values())
    concluded = GroupKind.COURSE if group.kind is GroupKind.CLASS and group.slots else group.kind
    kind = group.kind if group.told else concluded
    teacher = _draft(teachers[0], drafts) if len(teachers) == 1 else None
    return GroupDraft(group.name, kind, teacher, tuple(group.slots), group.parent, group.partial)
