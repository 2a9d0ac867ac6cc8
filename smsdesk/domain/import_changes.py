"""The plan of an import: a class list held against the people who are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial

from smsdesk.domain.class_lists import Answers, ClassList, Draft, RowKey
from smsdesk.domain.folding import fold
from smsdesk.domain.import_plan import Change, ImportPlan, Leaver, PlannedPerson
from smsdesk.domain.known_people import KnownPerson, merged_phones
from smsdesk.domain.matching import Matcher
from smsdesk.domain.people import Phone
from smsdesk.domain.same_rows import with_answers

NO_ANSWERS: Answers = {}
_GROUPS = 1_000
"""Names that are kept: whole lists are of a few groups."""


def plan_import(
    file: str, listed: ClassList, known: Mapping[int, KnownPerson], answers: Answers = NO_ANSWERS
) -> ImportPlan:
    """Say what an import of `listed` does to `known`; nothing is changed. `answers` settle doubts."""
    as_read, listed = listed, with_answers(listed, known, answers)
    if not known:
        return _all_new(file, listed, as_read, answers)
    matcher = Matcher(known, answers)
    numbered_first = sorted(listed.people, key=lambda draft: _precedence(draft, answers, known))
    ids = matcher.find(numbered_first)
    found_ids = [(draft, ids[id(draft)]) for draft in listed.people]
    for draft, contact_id in found_ids:
        for link in draft.guardians:
            matcher.guardians.claim(link, contact_id)
    planned = [_planned(draft, contact_id, matcher, known) for draft, contact_id in found_ids]
    matcher.let_go()
    found = {person.contact_id for person in planned}
    return ImportPlan(
        file=file,
        sheets=listed.sheets,
        new=tuple(person for person in planned if person.contact_id is None),
        changed=tuple(person for person in planned if person.contact_id is not None and person.changes),
        unchanged=tuple(person for person in planned if person.contact_id is not None and not person.changes),
        left=(*_leavers(listed, known, found), *_moved(listed, known, planned)),
        rejected=listed.rejected,
        warnings=(*listed.doubts, *matcher.doubts),
        groups=group_sizes(listed.people),
        listed=listed,
        as_read=as_read,
        answers=answers,
    )


_planned_person: Callable[[tuple[object, ...]], PlannedPerson] = partial(tuple.__new__, PlannedPerson)
"""With all values in order, in half the time."""


def _all_new(file: str, listed: ClassList, as_read: ClassList, answers: Answers) -> ImportPlan:
    """The plan for a profile without people: nobody can be known."""
    new = tuple(
        _planned_person((draft, None, (), (None,) * len(draft.guardians), ())) for draft in listed.people
    )
    return ImportPlan(
        file=file,
        sheets=listed.sheets,
        new=new,
        rejected=listed.rejected,
        warnings=listed.doubts,
        groups=group_sizes(listed.people),
        listed=listed,
        as_read=as_read,
        answers=answers,
    )


def _precedence(draft: Draft, answers: Answers, known: Mapping[int, KnownPerson]) -> int:
    """Whom a person has decided about comes first, then whoever has a number: nobody takes their place."""
    if answers and RowKey(draft.sheet, draft.row, draft.name) in answers:
        return 0
    referred = known.get(draft.contact_id) if draft.contact_id is not None else None
    if referred and referred.name == draft.name:  # before the copy of a row that was given another name
        return 1
    return 2 if draft.external_id else 3


def _planned(
    draft: Draft, contact_id: int | None, matcher: Matcher, known: Mapping[int, KnownPerson]
) -> PlannedPerson:
    if draft.external_id and matcher.number_is_taken(draft, contact_id):
        draft = draft._replace(external_id="")
    if not draft.guardians:
        if contact_id is None or _is_unchanged(draft, known[contact_id]):
            return PlannedPerson(draft, contact_id)
        return PlannedPerson(draft, contact_id, tuple(_changes(draft, known[contact_id], (), (), known)))
    guardian_ids = tuple(matcher.guardians.guardian(link, contact_id) for link in draft.guardians)
    if contact_id is None:
        return PlannedPerson(draft, None, (), guardian_ids)
    replaced = tuple(
        matcher.guardians.replaced(link, contact_id) if guardian_id is None else None
        for link, guardian_id in zip(draft.guardians, guardian_ids, strict=True)
    )
    replaced = tuple(None if old in guardian_ids else old for old in replaced)
    changes = tuple(_changes(draft, known[contact_id], guardian_ids, replaced, known))
    return PlannedPerson(draft, contact_id, changes, guardian_ids, tuple(filter(None, replaced)))


def _changes(
    draft: Draft,
    person: KnownPerson,
    guardian_ids: tuple[int | None, ...],
    replaced: tuple[int | None, ...],
    known: Mapping[int, KnownPerson],
) -> Iterator[Change]:
    if person.archived:
        yield Change("archived", "True", "False")
    if not _says_the_same(draft, person):
        yield from _own_changes(draft, person)
    joined = [name for name in draft.groups if _folded(name) not in person.groups]
    if joined:
        yield Change("groups", "", ", ".join(joined))
    links = {link.guardian_id: link for link in person.guardians}
    for link, guardian_id, old_id in zip(draft.guardians, guardian_ids, replaced, strict=True):
        if guardian_id is None or guardian_id not in links:
            old = known[old_id] if old_id is not None else None
            yield Change(
                "guardians",
                _with_phones(old.name, old.phones) if old else "",
                _with_phones(link.guardian.name, link.guardian.phones),
            )
            continue
        yield from _guardian_changes(link.guardian, known[guardian_id])
        if link.receives != links[guardian_id].receives:
            yield Change("receives", str(links[guardian_id].receives), str(link.receives))


def _is_unchanged(draft: Draft, person: KnownPerson) -> bool:
    """A quick yes for nearly everybody without guardians in a list that comes again."""
    if person.archived or not _says_the_same(draft, person):
        return False
    return all(_folded(name) in person.groups for name in draft.groups)


def _says_the_same(draft: Draft, person: KnownPerson) -> bool:
    """A quick yes for nearly everybody of a list that comes again: nothing of his own changes."""
    return (
        draft.key == person.key
        and draft.phones == person.phones
        and (
            draft.birth_date, draft.external_id, draft.email, draft.address, draft.postcode, draft.city
        ) == (
            person.birth_date, person.external_id, person.email, person.address, person.postcode, person.city
        )
        and (not draft.notes or bool(person.notes))
    )  # fmt: skip


@lru_cache(_GROUPS)
def _folded(group: str) -> str:
    return fold(group)


def _own_changes(draft: Draft, person: KnownPerson) -> Iterator[Change]:
    if draft.key != person.key:
        yield Change("name", person.name, draft.name)
    phones = merged_phones(person.phones, draft.phones)
    if phones is not None:
        yield Change("phones", _numbers(person.phones), _numbers(phones))
    if draft.birth_date and draft.birth_date != person.birth_date:
        yield Change("birth_date", str(person.birth_date or ""), str(draft.birth_date))
    for field in ("external_id", "email", "address", "postcode", "city"):
        old, new = getattr(person, field), getattr(draft, field)
        if new and new != old:
            yield Change(field, old, new)
    if draft.notes and not person.notes:
        yield Change("notes", "", draft.notes)


def _guardian_changes(draft: Draft, person: KnownPerson) -> Iterator[Change]:
    phones = merged_phones(person.phones, draft.phones)
    name = person.name
    if phones is not None:
        yield Change("guardians", _with_phones(name, person.phones), _with_phones(name, phones))
    if draft.key != person.key and not draft.made_up_name:
        yield Change("guardians", name, draft.name)
    if draft.email and draft.email != person.email:
        yield Change("email", person.email, draft.email)


def _leavers(listed: ClassList, known: Mapping[int, KnownPerson], found: set[int | None]) -> Iterator[Leaver]:
    names = _whole_groups(listed)
    kinds = {draft.kind for draft in listed.people}
    for person in known.values():
        if person.id not in found and person.kind in kinds and not person.archived:
            for folded in sorted(person.groups & names.keys()):
                yield Leaver(person.id, person.name, names[folded])


def _moved(
    listed: ClassList, known: Mapping[int, KnownPerson], planned: Iterable[PlannedPerson]
) -> Iterator[Leaver]:
    """Those whom the list has in another of its groups: from CE1 to CE2."""
    names = _whole_groups(listed)

    @lru_cache(_GROUPS)
    def left(before: frozenset[str], groups: tuple[str, ...]) -> frozenset[str]:
        return before.intersection(names).difference(map(fold, groups))

    for person in planned:
        if person.contact_id is None or not person.draft.groups:
            continue
        before = known[person.contact_id]
        gone = left(before.groups, person.draft.groups)
        if gone and not before.archived:
            for folded in sorted(gone):
                yield Leaver(before.id, before.name, names[folded], moved=True)


def _whole_groups(listed: ClassList) -> dict[str, str]:
    """The groups of which the list has everybody: their names by folded ones."""
    return {fold(group.name): group.name for group in listed.groups if not group.parent and not group.partial}


def _numbers(phones: tuple[Phone, ...]) -> str:
    return ", ".join(phone.e164 for phone in phones)


def _with_phones(name: str, phones: tuple[Phone, ...]) -> str:
    return f"{name} {_numbers(phones)}".strip()


def group_sizes(people: Iterable[Draft]) -> dict[str, int]:
    """How many people of the list each group has."""
    return dict(Counter(name for draft in people for name in draft.groups))
