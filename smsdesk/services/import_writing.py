"""An accepted import plan written into the tables, with few statements for many rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import TypeVar

from smsdesk.domain.class_lists import Draft, GroupDraft, Link
from smsdesk.domain.folding import fold
from smsdesk.domain.import_plan import ImportPlan, PlannedPerson
from smsdesk.domain.known_people import KnownPerson, is_somebody, merged_phones
from smsdesk.domain.names import name_key
from smsdesk.domain.outgoing import Purpose
from smsdesk.services.long_work import LongWork
from smsdesk.storage import consents, groups, imports, lesson_hours, people
from smsdesk.storage.bulk_rows import indexed_afterwards
from smsdesk.storage.changes import only_new_people
from smsdesk.storage.database import Connection
from smsdesk.storage.people import ContactRow

T = TypeVar("T")

_NAMED, _PHONED, _LINKED = 0.5, 0.8, 0.9
"""How far the work that new people make is when they, their phones and their guardians are written."""
_INDEXED = 0.8
"""The part of it before the indexes are made."""


def write_plan(connection: Connection, plan: ImportPlan, now: str, work: LongWork) -> None:
    """Write people, their families, groups, teachers and slots; the caller has a transaction and a recording.

    The recording must know that contacts from the next id on are new.
    """
    _Writing(connection, plan, imports.load_known(connection, _concerned(plan)), now, work).run()


def _concerned(plan: ImportPlan) -> set[int]:
    """Ids of the known people whom an import may change."""
    changed = (person.contact_id for person in plan.changed)
    guardians = (contact_id for person in (*plan.new, *plan.changed) for contact_id in person.guardian_ids)
    teachers = (group.teacher.contact_id for group in plan.group_drafts if group.teacher)
    return {contact_id for contact_id in (*changed, *guardians, *teachers) if contact_id is not None}


class _Writing:
    """One import on its way into the tables."""

    def __init__(
        self,
        connection: Connection,
        plan: ImportPlan,
        known: Mapping[int, KnownPerson],
        now: str,
        work: LongWork,
    ) -> None:
        self._connection = connection
        self._work = work
        self._plan = plan
        self._now = now
        self._known = known
        self._next_id = self._first_new = people.next_contact_id(connection)
        self._new: list[tuple[int, Draft]] = []
        self._changed: dict[int, tuple[KnownPerson, Draft]] = {}
        self._ids: dict[int, int] = {}
        """Ids of the list's people by the identity of their drafts; one may be guardian and teacher too."""

    def run(self) -> None:
        """Write it all."""
        written = (*self._plan.new, *self._plan.changed)
        member_ids = [(planned, self._person(planned)) for planned in written]
        links = [
            link
            for planned, pupil_id in member_ids
            if planned.draft.guardians
            for link in self._links(planned, pupil_id)
        ]
        teachers = self._teachers()
        people.take_numbers(self._connection, self._renumbered(), self._now)
        with only_new_people(self._connection), indexed_afterwards(self._connection, len(self._new)):
            self._write_new_people()
            ids = self._write_groups(teachers)
            of_new = [link for link in links if self._is_new(link[0])]
            people.add_guardianships(self._connection, self._told(of_new, _LINKED))
            self._add_members(
                ids, self._told([pair for pair in member_ids if pair[0].contact_id is None], 1.0)
            )
        self._write_known_people()
        people.remove_guardianships(
            self._connection,
            [(pupil_id, old) for planned, pupil_id in member_ids for old in planned.replaced_ids],
        )
        people.add_guardianships(self._connection, [link for link in links if not self._is_new(link[0])])
        self._record_refusals()
        self._add_members(ids, (pair for pair in member_ids if pair[0].changes))
        self._write_hours(ids)

    def _told(self, rows: Sequence[T], part: float) -> Iterator[T]:
        """The rows of new people, up to a part of the work that they make."""
        count = len(self._new)
        return self._work.told(rows, part * _INDEXED * count / max(1, count + len(self._changed)))

    def _renumbered(self) -> list[int]:
        """Ids of known people to whom the list gives another number of the school than they have."""
        return [
            contact_id
            for contact_id, (known, draft) in self._changed.items()
            if draft.external_id and known.external_id not in ("", draft.external_id)
        ]

    def _is_new(self, contact_id: int) -> bool:
        return contact_id >= self._first_new

    def _add_members(self, ids: Mapping[str, int], members: Iterable[tuple[PlannedPerson, int]]) -> None:
        """Put people into their groups; `ids` are those of groups, by folded name."""
        as_written = {name: ids[fold(name)] for name in self._plan.groups}
        groups.add_members(
            self._connection,
            (
                (as_written[name], contact_id)
                for planned, contact_id in members
                for name in planned.draft.groups
            ),
        )

    def _record_refusals(self) -> None:
        """Whoever refuses SMS in the list is not sent information; a word recorded before stands."""
        phones = [phone.e164 for draft in self._plan.listed.people if draft.refuses for phone in draft.phones]
        usual = [(e164, purpose) for purpose in (Purpose.INFORMATION, Purpose.PROMOTION) for e164 in phones]
        refusals = dict.fromkeys((*usual, *self._plan.listed.refusals))
        for purpose in {purpose for _, purpose in refusals}:
            known = consents.recorded_phones(self._connection, purpose)
            for e164, refused in refusals:
                if refused is purpose and e164 not in known:
                    consents.add_consent(
                        self._connection, e164, purpose, False, "import", self._plan.file, self._now
                    )

    def _person(self, planned: PlannedPerson) -> int:
        if planned.contact_id is None:
            return self._add(planned.draft)
        self._ids[id(planned.draft)] = planned.contact_id
        if planned.changes:
            self._changed[planned.contact_id] = (self._known[planned.contact_id], planned.draft)
        return planned.contact_id

    def _add(self, draft: Draft) -> int:
        contact_id, self._next_id = self._next_id, self._next_id + 1
        self._new.append((contact_id, draft))
        self._ids[id(draft)] = contact_id
        return contact_id

    def _links(self, planned: PlannedPerson, pupil_id: int) -> Iterator[tuple[int, int, int, bool, str]]:
        for position, (link, known_id) in enumerate(
            zip(planned.draft.guardians, planned.guardian_ids, strict=True)
        ):
            yield pupil_id, self._guardian(link, known_id), position, link.receives, link.relation

    def _guardian(self, link: Link, known_id: int | None) -> int:
        key = id(link.guardian)
        if key not in self._ids:
            known_id = self._known_ids.get(key) if known_id is None else known_id
            self._ids[key] = self._add(link.guardian) if known_id is None else known_id
            if known_id is not None and known_id in self._known:
                self._changed[known_id] = (self._known[known_id], link.guardian)
        return self._ids[key]

    def _teachers(self) -> dict[int, int]:
        """Ids of the teachers of the list's groups, by the identity of their drafts."""
        ids: dict[int, int] = {}
        for group in self._plan.group_drafts:
            if group.teacher and id(group.teacher) not in ids:
                known = self._known_teacher(group.teacher)
                ids[id(group.teacher)] = self._add(group.teacher) if known is None else known
        return ids

    def _known_teacher(self, draft: Draft) -> int | None:
        """A person of the list, whom a list of ours refers to, or the known teacher of this name."""
        referred = self._known.get(draft.contact_id) if draft.contact_id is not None else None
        of_list = self._ids.get(id(draft)) or self._known_ids.get(id(draft))
        if of_list is not None:
            return of_list
        if referred and not referred.archived and is_somebody(referred, draft):
            return referred.id
        return imports.teacher_id(self._connection, draft.key)

    @cached_property
    def _known_ids(self) -> dict[int, int]:
        """Ids of those of the list who are known, and of their guardians, by the identity of their drafts."""
        found: dict[int, int | None] = {}
        for planned in (*self._plan.changed, *self._plan.unchanged):
            found[id(planned.draft)] = planned.contact_id
            found.update(
                (id(link.guardian), guardian_id)
                for link, guardian_id in zip(planned.draft.guardians, planned.guardian_ids, strict=True)
            )
        return {key: contact_id for key, contact_id in found.items() if contact_id is not None}

    def _write_new_people(self) -> None:
        people.insert_contacts(
            self._connection,
            ((contact_id, _new_row(draft)) for contact_id, draft in self._told(self._new, _NAMED)),
            self._now,
        )
        people.insert_phones(
            self._connection,
            ((contact_id, draft.phones) for contact_id, draft in self._told(self._new, _PHONED)),
        )

    def _write_known_people(self) -> None:
        rows, phones = [], []
        for contact_id, (known, draft) in self._changed.items():
            rows.append((contact_id, _changed_row(known, draft)))
            merged = merged_phones(known.phones, draft.phones)
            if merged is not None:
                phones.append((contact_id, merged))
        back = [contact_id for contact_id, (known, _) in self._changed.items() if known.archived]
        people.restore(self._connection, back, self._now)
        people.update_contacts(self._connection, self._work.told(rows, 1.0), self._now)
        people.replace_phones(self._connection, phones)

    def _write_groups(self, teachers: dict[int, int]) -> dict[str, int]:
        ids = groups.group_ids_by_name(self._connection)
        known_slots = groups.load_slots(self._connection)
        for group in self._plan.group_drafts:
            teacher_id = teachers[id(group.teacher)] if group.teacher else None
            if fold(group.name) not in ids:
                ids[fold(group.name)] = groups.insert_group(
                    self._connection, group.name, fold(group.name), group.kind, self._now, teacher_id
                )
        for group in self._plan.group_drafts:
            self._complete_group(group, ids, teachers[id(group.teacher)] if group.teacher else None)
            group_id = ids[fold(group.name)]
            if group.slots and set(group.slots) != set(known_slots.get(group_id, ())):
                groups.replace_slots(self._connection, group_id, group.slots)
        return ids

    def _write_hours(self, ids: Mapping[str, int]) -> None:
        """Who comes when, where each pupil of a course has an hour of his own."""
        timed = [group for group in self._plan.group_drafts if group.hours]
        if not timed:
            return
        contact_ids = {**self._known_ids, **self._ids}
        for group in timed:
            hours = {
                contact_id: [(slot.weekday, slot.start) for slot in slots]
                for draft, slots in group.hours
                if (contact_id := contact_ids.get(id(draft))) is not None
            }
            lesson_hours.replace_hours(self._connection, ids[fold(group.name)], hours)

    def _complete_group(self, group: GroupDraft, ids: dict[str, int], teacher_id: int | None) -> None:
        group_id = ids[fold(group.name)]
        if teacher_id is not None:
            groups.set_teacher(self._connection, group_id, teacher_id)
        if group.parent:
            groups.set_parent(self._connection, group_id, ids[fold(group.parent)])


_row: Callable[[tuple[object, ...]], ContactRow] = partial(tuple.__new__, ContactRow)
"""With all values in order, in half the time."""


def _new_row(draft: Draft) -> ContactRow:
    (kind, first_name, last_name, _phones, _guardians, _groups, born, number, email, street, postcode, city,
     notes, *_) = draft  # fmt: skip
    return _row((kind, first_name, last_name, draft.key, born, number, email, street, postcode, city, notes))


def _changed_row(known: KnownPerson, draft: Draft) -> ContactRow:
    """What the list says where it says something, else what was known."""
    renamed = not draft.made_up_name and draft.key != known.key
    named: Draft | KnownPerson = draft if renamed else known
    return ContactRow(
        kind=known.kind,
        first_name=named.first_name,
        last_name=named.last_name,
        folded=name_key(named.first_name, named.last_name),
        birth_date=draft.birth_date or known.birth_date,
        external_id=draft.external_id or known.external_id,
        email=draft.email or known.email,
        address=draft.address or known.address,
        postcode=draft.postcode or known.postcode,
        city=draft.city or known.city,
        notes=known.notes or draft.notes,
    )
