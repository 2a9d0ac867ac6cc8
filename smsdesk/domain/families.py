"""Rows put together into people: each pupil, guardian and teacher once, siblings with one parent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest
from typing import Any

from smsdesk.domain.class_lists import ClassList, Doubt
from smsdesk.domain.family_members import (
    Care,
    FamilyGroup,
    Member,
    OwnHours,
    Taught,
    draft_of,
    group_draft_of,
)
from smsdesk.domain.folding import fold
from smsdesk.domain.guardian_chains import without_circles
from smsdesk.domain.known_people import MOST_COMPARED
from smsdesk.domain.member_matching import classes_of, contradict, is_in, other_parent, questions, surely
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import ContactKind, GroupKind, WeeklySlot
from smsdesk.domain.plain_rows import PlainRow
from smsdesk.domain.row_facts import RowFacts, RowPerson
from smsdesk.domain.titles import teacher_in

_PIECE = 1_000
"""Members that are freed in a millisecond."""
_MANY = 10_000
"""Fewer are freed in some milliseconds."""
_care: Callable[[tuple[object, ...]], Care] = partial(tuple.__new__, Care)
"""With all values in order, in half the time."""


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
        self._members: list[Member] = []
        self._by_id: dict[tuple[ContactKind, str], Member] = {}
        self._by_name: dict[ContactKind, dict[str, Member]] = {kind: {} for kind in ContactKind}
        """The first one of each name."""
        self._namesakes: dict[tuple[ContactKind, str], list[Member]] = {}
        """Further ones of a name, as many as are compared."""
        self._by_ref: dict[str, Member] = {}
        self._refusals: dict[tuple[str, Purpose], None] = {}
        self._guardians_of_phone: dict[str, list[Member]] = {}
        """The first ones who have a phone, as many as are compared."""
        self._guardian_of_email: dict[tuple[str, str], Member] = {}
        """Guardians by name and e-mail address."""
        self._groups: dict[str, FamilyGroup] = {}
        self._groups_as_written: dict[str, FamilyGroup] = {}
        self._untaught: dict[str, FamilyGroup] = {}
        """Those with members whose names, as they are written, have no teacher in them."""
        self._doubts: list[Doubt] = []
        self._alike: list[tuple[RowPerson, Sequence[Member]]] = []
        """Who may be one of some namesakes: it is asked."""
        self._last: list[Member] = []
        """The pupils of the row before."""
        self._shared_numbers: set[ContactKind] = set()
        """Kinds whose numbers turned out to be of a family or a file: they say nothing of one person."""

    def add(
        self, sheet: str, facts: RowFacts, kind: ContactKind, groups: Sequence[tuple[str, GroupKind]]
    ) -> None:
        """Take one row: its pupils get its guardians; `groups` are for pupils whose row names no class."""
        cares = [
            Care(self._guardian(sheet, facts.row, person, person.key), person.relation, person.receives)
            for person in facts.guardians
        ]
        teacher = self._teacher(sheet, facts.row, facts.teacher) if facts.teacher else None
        taught = {name: self._teacher(sheet, facts.row, one) for name, one in facts.teachers.items()}
        before = self._last if facts.goes_on else ()
        self._last = []
        for person, last in zip_longest(facts.pupils, before):
            pupil = last or self._pupil(sheet, facts.row, kind, person, person.key, cares)
            self._last.append(pupil)
            for care in cares:
                pupil.add_care(care)
            for name, group_kind in person.classes or groups:
                slot = facts.slots.get(name, facts.slot)
                named = taught.get(name) or teacher
                if named is None and not person.own_row:
                    named = self._named_in(sheet, facts.row, name)
                self._join(pupil, name, group_kind, named, slot)

    def add_plain(
        self,
        sheet: str,
        first: int,
        rows: Sequence[PlainRow],
        kind: ContactKind,
        groups: Sequence[tuple[str, GroupKind]],
    ) -> None:
        """Take rows that say nothing unusual, as `add` does one by one; `first` is the first one's number."""
        for row, (person, key, guardians) in enumerate(rows, first):
            cares = [
                _care((self._plain_guardian(sheet, row, one, of_one), one.relation, one.receives))
                for one, of_one in guardians
            ]
            pupil = self._pupil(sheet, row, kind, person, key, cares)
            for care in cares:
                pupil.add_care(care)
            for name, group_kind in person.classes or groups:
                if group := self._untaught.get(name):
                    pupil.join(group)
                else:
                    self._join_first(sheet, row, pupil, name, group_kind)
        self._last = [pupil]

    def put_into(self, sheet: str, row: int, name: str, kind: GroupKind, teacher: RowPerson | None) -> None:
        """Make a group that a title names, with its teacher."""
        group = self._group(name, kind)
        if teacher:
            member = self._teacher(sheet, row, teacher)
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

    def tell_hours(self, told: Mapping[str, Sequence[WeeklySlot]]) -> None:
        """Take at which of a group's hours those of the last row come, by the group's name."""
        for name, slots in told.items():
            for member in self._last:
                own = self._group(name, GroupKind.CLASS).hours.setdefault(id(member), OwnHours(member, {}))
                own.slots.update(dict.fromkeys(slots))

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
        self._part_by_teacher()
        for member in self._members if self._shared_numbers else ():
            if member.kind in self._shared_numbers:
                member.said.external_id = ""
        self._doubts += without_circles(self._members)
        listed = list(self._listed())
        people = tuple(map(draft_of, listed))
        self._doubts += questions(self._alike, listed, people) if self._alike else ()
        groups = tuple(group_draft_of(group) for group in self._groups.values() if group.joined)
        self._let_go()
        return ClassList(people, groups, (), doubts=tuple(self._doubts), refusals=tuple(self._refusals))

    def _let_go(self) -> None:
        """Free the members a piece at a time: all at once would keep every other thread waiting."""
        if len(self._members) < _MANY:
            return
        for members in self._by_name.values():
            _empty(members)
        for further in (self._namesakes, self._by_id, self._by_ref, self._guardians_of_phone):
            _empty(further)
        while self._members:
            del self._members[-_PIECE:]

    def _part_by_teacher(self) -> None:
        """A course with several teachers has a group within for each: one is absent, not all."""
        for group in [group for group in self._groups.values() if len(group.teachers) > 1]:
            for key, taught in group.taught.items():
                teacher = group.teachers[key]
                name = f"{group.name} - {teacher.said.first} {teacher.said.last}".strip()
                part = self._groups.setdefault(fold(name), FamilyGroup(name, group.kind, parent=group.name))
                part.teachers[key] = teacher
                part.joined = True
                part.slots |= taught.slots
                part.hours |= group.hours_with(taught)
                for member in taught.members:
                    member.join(part)

    def _listed(self) -> Iterator[Member]:
        return (
            member
            for member in self._members
            if member.groups or member.listed or member.kind is ContactKind.PUPIL
        )

    def _pupil(
        self, sheet: str, row: int, kind: ContactKind, person: RowPerson, key: str, cares: Sequence[Care]
    ) -> Member:
        may_be_known = (
            key in self._by_name[kind]
            or person.ref
            or (person.external_id and (kind, person.external_id) in self._by_id)
        )
        known = self._same_pupil(sheet, row, kind, person, key, cares) if may_be_known else None
        if known is None:
            return self._new(kind, sheet, row, person, key)
        known.take(person)
        if person.own_row and person.ref:
            known.kind = kind
        if known.said.external_id:
            self._by_id.setdefault((kind, known.said.external_id), known)
        return known

    def _same_pupil(
        self, sheet: str, row: int, kind: ContactKind, person: RowPerson, key: str, cares: Sequence[Care]
    ) -> Member | None:
        if person.ref:
            return self._referred(person)
        numbered = self._by_id.get((kind, person.external_id)) if person.external_id else None
        if numbered and numbered.key == key:
            return numbered
        if numbered:
            self._shared_numbers.add(kind)
        namesakes = [member for member in self._named(kind, key) if not contradict(member, person)]
        if not namesakes:
            return None
        families = (person.phones, *(care.guardian.phones for care in cares))
        reachable = {phone.e164 for phones in families for phone in phones}
        sure = next((member for member in namesakes if surely(member, person, reachable)), None)
        if not sure and cares:
            sure = next((member for member in namesakes if other_parent(member, person, cares)), None)
        if sure:
            return sure
        classes = classes_of(person)
        namesakes = [member for member in namesakes if is_in(member, classes)] or namesakes
        if len(namesakes) == 1 and not (reachable and namesakes[0].has_phone()):
            return namesakes[0]
        self._alike.append((person, namesakes))
        return None

    def _guardian(self, sheet: str, row: int, person: RowPerson, key: str) -> Member:
        known = self._same_guardian(person, key)
        if known is None:
            known = self._new(ContactKind.GUARDIAN, sheet, row, person, key)
        else:
            known.take(person)
        for e164, _, _ in known.phones:
            owners = self._guardians_of_phone.get(e164)
            if owners is None:
                self._guardians_of_phone[e164] = [known]
            elif len(owners) < MOST_COMPARED and known not in owners:
                owners.append(known)
        if known.said.email:
            self._guardian_of_email.setdefault((known.key, fold(known.said.email)), known)
        return known

    def _plain_guardian(self, sheet: str, row: int, person: RowPerson, key: str) -> Member:
        """Like `_guardian`; at once for one with a single phone that nobody had so far."""
        if len(person.phones) == 1 and not (person.email or person.external_id or person.ref):
            e164 = person.phones[0].e164
            if e164 not in self._guardians_of_phone:
                known = self._new(ContactKind.GUARDIAN, sheet, row, person, key)
                self._guardians_of_phone[e164] = [known]
                return known
        return self._guardian(sheet, row, person, key)

    def _referred(self, person: RowPerson) -> Member | None:
        """Whom a list of ours named before; a row that was copied and given another name is somebody else."""
        known = self._by_ref.get(person.ref)
        return known if known and known.key == person.key else None

    def _same_guardian(self, person: RowPerson, key: str) -> Member | None:
        if person.ref:
            return self._referred(person)
        if person.external_id and (ContactKind.GUARDIAN, person.external_id) in self._by_id:
            return self._by_id[ContactKind.GUARDIAN, person.external_id]
        for phone in person.phones:
            for member in self._guardians_of_phone.get(phone.e164, ()):
                if member.key == key or member.made_up or person.made_up:
                    return member
        return self._guardian_of_email.get((key, fold(person.email))) if person.email else None

    def _teacher(self, sheet: str, row: int, person: RowPerson) -> Member:
        key = person.key
        known = self._referred(person) if person.ref else self._by_name[ContactKind.TEACHER].get(key)
        if known is None:
            return self._new(ContactKind.TEACHER, sheet, row, person, key)
        known.take(person)
        return known

    def _named_in(self, sheet: str, row: int, group: str) -> Member | None:
        """The teacher in the name of a class: "Piano (Mme Roux)"."""
        name = teacher_in(group)
        if name is None:
            return None
        person = RowPerson("", first=name.first or name.civility, last=name.last, civility=name.civility)
        return self._teacher(sheet, row, person)

    def _new(self, kind: ContactKind, sheet: str, row: int, person: RowPerson, key: str) -> Member:
        member = Member(kind, sheet, row, person, key)
        self._members.append(member)
        if person.ref:
            self._by_ref.setdefault(person.ref, member)
        if self._by_name[kind].setdefault(key, member) is not member:
            namesakes = self._namesakes.setdefault((kind, key), [])
            if len(namesakes) < MOST_COMPARED - 1:
                namesakes.append(member)
        if person.external_id:
            self._by_id.setdefault((kind, person.external_id), member)
        return member

    def _named(self, kind: ContactKind, key: str) -> Sequence[Member]:
        """The first ones of a name, as many as are compared."""
        first = self._by_name[kind].get(key)
        return (first, *self._namesakes.get((kind, key), ())) if first else ()

    def _group(self, name: str, kind: GroupKind) -> FamilyGroup:
        group = self._groups_as_written.get(name)
        if group is None:
            group = self._groups.setdefault(fold(name), FamilyGroup(name, kind))
            self._groups_as_written[name] = group
        return group

    def _join_first(self, sheet: str, row: int, member: Member, name: str, kind: GroupKind) -> None:
        """Put a member into a group in whose name there may be a teacher."""
        teacher = self._named_in(sheet, row, name)
        self._join(member, name, kind, teacher, None)
        if teacher is None:
            self._untaught[name] = self._group(name, kind)

    def _join(
        self, member: Member, name: str, kind: GroupKind, teacher: Member | None, slot: WeeklySlot | None
    ) -> None:
        group = self._group(name, kind)
        group.joined = True
        member.join(group)
        if slot:
            group.slots[slot] = None
            group.hours.setdefault(id(member), OwnHours(member, {})).slots[slot] = None
        if teacher:
            group.teachers[id(teacher)] = teacher
            taught = group.taught.setdefault(id(teacher), Taught())
            taught.members.append(member)
            taught.slots |= {slot: None} if slot else {}


def _empty(store: dict[Any, Any]) -> None:
    while store:
        store.popitem()
