"""Rows of one list that may be the same person: told apart or put together as a person answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from smsdesk.domain.class_lists import Answers, Candidate, ClassList, Doubt, Draft, Link, RowKey
from smsdesk.domain.known_people import KnownPerson
from smsdesk.domain.people import Phone
from smsdesk.domain.sentences import say

_MOST_SHOWN = 5
"""Namesakes of the list among whom a person can choose."""
_PHONES_SHOWN = 2


def question_key(sheet: str, row: int, name: str) -> RowKey:
    """The key of a question about two rows of the list; the row itself may be asked about known people."""
    return RowKey(sheet, -row, name)


def is_about_rows(doubt: Doubt) -> bool:
    """Whether a question is about two rows of the list, not about somebody who is known."""
    return doubt.row is not None and doubt.row.row < 0


def doubt_about_rows(people: Sequence[Draft], at: int, others: Sequence[int], *, asked: bool) -> Doubt:
    """Whether the person at a place of the list is one of the namesakes at other places.

    Where it is not `asked` (another question about this name in this row is), it is only told.
    """
    draft = people[at]
    sentence = say(
        "{name} stands in rows {first} and {second} with different phones; "
        "they will be two different people.",
        name=draft.name,
        first=people[others[0]].row,
        second=draft.row,
    )
    if not asked:
        return Doubt(draft.sheet, str(draft.row), sentence)
    candidates = tuple(_candidate(people[other], other) for other in others[:_MOST_SHOWN])
    key = question_key(draft.sheet, draft.row, draft.name)
    return Doubt(draft.sheet, str(draft.row), sentence, key, candidates, draft.name)


def _candidate(draft: Draft, at: int) -> Candidate:
    """Somebody of the list itself: his place counts from -1 down, so that no contact has this number."""
    born = draft.birth_date.strftime("%d/%m/%Y") if draft.birth_date else ""
    phones = [phone.e164 for phone in _phones_of(draft)[:_PHONES_SHOWN]]
    details = (f"{draft.sheet} l. {draft.row}".strip(), born, *draft.groups, *phones)
    return Candidate(-at - 1, draft.name, " · ".join(filter(None, details)))


def with_answers(listed: ClassList, known: Mapping[int, KnownPerson], answers: Answers) -> ClassList:
    """The list with rows put together that a person, or an import before, says are one person.

    Questions that were answered are gone, those about two people who are known as two as well.
    """
    questions = [doubt for doubt in listed.doubts if is_about_rows(doubt)]
    if not questions:
        return listed
    by_place = {(draft.sheet, draft.row, draft.name): at for at, draft in enumerate(listed.people)}
    before = _Before(known, {listed.people[_place_of(doubt, by_place)].key for doubt in questions})
    same: dict[int, int] = {}
    settled: set[int] = set()
    for doubt in questions:
        at = _place_of(doubt, by_place)
        others = [-each.contact_id - 1 for each in doubt.candidates]
        found = _answered(doubt, answers, others) or before.tells(listed.people, at, others)
        if found:
            settled.add(id(doubt))
            same |= {} if found[0] is None else {at: found[0]}
    doubts = tuple(doubt for doubt in listed.doubts if id(doubt) not in settled)
    return replace(_put_together(listed, same), doubts=doubts)


def _place_of(doubt: Doubt, by_place: Mapping[tuple[str, int, str], int]) -> int:
    return by_place[doubt.sheet, int(doubt.cell), doubt.name]


def _answered(doubt: Doubt, answers: Answers, others: Sequence[int]) -> tuple[int | None] | None:
    """What a person answered: the place of the same person, None in it for two people."""
    if doubt.row is None or doubt.row not in answers:
        return None
    answer = answers[doubt.row]
    if answer is None:
        return (None,)
    return (-answer - 1,) if -answer - 1 in others else None


class _Before:
    """What the people who are known tell of namesakes in a list: an import before may have settled it."""

    def __init__(self, known: Mapping[int, KnownPerson], keys: set[str]) -> None:
        self._reached: dict[str, list[set[str]]] = defaultdict(list)
        for person in known.values():
            if person.key in keys and not person.archived:
                families = (person.phones, *(known[link.guardian_id].phones for link in person.guardians))
                self._reached[person.key].append({phone.e164 for phones in families for phone in phones})

    def tells(self, people: Sequence[Draft], at: int, others: Sequence[int]) -> tuple[int | None] | None:
        """The place of the same person, None in it when they are known as two; None when nothing is known."""
        reached = self._reached.get(people[at].key)
        if not reached:
            return None
        owns = self._owners(people[at], reached)
        theirs = [(other, self._owners(people[other], reached)) for other in others]
        one = next((other for other, owners in theirs if owns & owners), None)
        if one is not None:
            return (one,)
        return (None,) if owns and all(owners for _, owners in theirs) else None

    @staticmethod
    def _owners(draft: Draft, reached: Sequence[set[str]]) -> set[int]:
        phones = {phone.e164 for phone in _phones_of(draft)}
        return {number for number, e164s in enumerate(reached) if not phones.isdisjoint(e164s)}


def _phones_of(draft: Draft) -> list[Phone]:
    """His own phones, and those of his guardians."""
    return [*draft.phones, *(phone for link in draft.guardians for phone in link.guardian.phones)]


def _put_together(listed: ClassList, same: Mapping[int, int]) -> ClassList:
    """The list where each of `same` is joined with the one of whom it says he is, by their places."""
    if not same:
        return listed
    parts: dict[int, list[int]] = defaultdict(list)
    firsts = _firsts(same)
    for at, first in firsts.items():
        parts[first].append(at)
    people = list(listed.people)
    for first, rest in parts.items():
        people[first] = _joined([people[first], *(people[at] for at in sorted(rest))])
    changed = {id(listed.people[at]): people[firsts.get(at, at)] for at in {*same, *parts}}
    kept = tuple(draft for at, draft in enumerate(people) if at not in same)
    groups = tuple(
        replace(
            group,
            teacher=changed.get(id(group.teacher), group.teacher),
            hours=tuple((changed.get(id(draft), draft), slots) for draft, slots in group.hours),
        )
        for group in listed.groups
    )
    return replace(listed, people=tuple(_with_guardians(draft, changed) for draft in kept), groups=groups)


def _firsts(same: Mapping[int, int]) -> dict[int, int]:
    """The first of each chain; every place points to an earlier one."""
    firsts: dict[int, int] = {}
    for at in sorted(same):
        firsts[at] = firsts.get(same[at], same[at])
    return firsts


def _with_guardians(draft: Draft, changed: Mapping[int, Draft]) -> Draft:
    """A pupil whose guardian stands in the list himself, and was put together there."""
    if not any(id(link.guardian) in changed for link in draft.guardians):
        return draft
    links = (
        link._replace(guardian=changed.get(id(link.guardian), link.guardian)) for link in draft.guardians
    )
    return draft._replace(guardians=tuple(links))


def _joined(drafts: Sequence[Draft]) -> Draft:
    """What all rows say; where they differ, the first one counts."""
    fields = ("birth_date", "external_id", "email", "address", "postcode", "city", "notes", "contact_id")
    return drafts[0]._replace(
        phones=tuple(_each_once(phone for draft in drafts for phone in draft.phones)),
        guardians=tuple(_each_guardian(link for draft in drafts for link in draft.guardians)),
        groups=tuple(dict.fromkeys(name for draft in drafts for name in draft.groups)),
        refuses=any(draft.refuses for draft in drafts),
        **{field: _first(getattr(draft, field) for draft in drafts) for field in fields},
    )


def _first(values: Iterable[Any]) -> Any:
    """The first that says something, else what says nothing."""
    said = list(values)
    return next(filter(None, said), said[0])


def _each_once(phones: Iterable[Phone]) -> Iterable[Phone]:
    found: dict[str, Phone] = {}
    for phone in phones:
        found.setdefault(phone.e164, phone)
    return found.values()


def _each_guardian(links: Iterable[Link]) -> Iterable[Link]:
    return {id(link.guardian): link for link in links}.values()
