"""What a list ought to tell, and how what was read differs from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time

from smsdesk.domain.class_lists import ClassList, Draft
from smsdesk.domain.folding import fold
from smsdesk.domain.names import words_key
from smsdesk.domain.people import ContactKind

UNNAMED = ""
"""A guardian of whom a list gives only the phones."""


@dataclass(frozen=True)
class Person:
    """A pupil as the list tells of him; guardians as (words of the name, phones). None: the list says nothing."""

    first: str
    last: str
    phones: frozenset[str] = frozenset()
    guardians: frozenset[tuple[str, frozenset[str]]] = frozenset()
    groups: frozenset[str] | None = None
    birth: date | None = None
    ident: str = ""
    whole: bool = False
    """The list does not tell which half of the name is which."""

    @property
    def name(self) -> str:
        return _bag(f"{self.first} {self.last}")


@dataclass(frozen=True)
class Truth:
    """Everybody in a list; `courses` maps a course to its teacher's last name and its (weekday, start) hours."""

    people: tuple[Person, ...]
    courses: tuple[tuple[str, str, frozenset[tuple[int, time]]], ...] = ()
    shape: str = ""
    kind: ContactKind = ContactKind.PUPIL


def guardian(name: str, phones: Iterable[str]) -> tuple[str, frozenset[str]]:
    """A guardian as `Person.guardians` holds him."""
    return _bag(name), frozenset(phones)


def differences(truth: Truth, found: ClassList) -> list[str]:
    """Every way in which what was read is not what the list tells; nothing when it is right."""
    read = {_bag(draft.name): draft for draft in found.people}
    said = [f"{person.first} {person.last} is missing" for person in truth.people if person.name not in read]
    known = {person.name for person in truth.people}
    said += [f"{draft.name!r} is nobody" for name, draft in read.items() if name not in known]
    if len(found.people) != len(read):
        said.append("somebody stands there twice")
    for person in truth.people:
        if person.name in read:
            said += [f"{person.first} {person.last}: {what}" for what in _about(person, read[person.name])]
    said += [f"{draft.name} is a {draft.kind}" for draft in found.people if draft.kind is not truth.kind]
    return said + _courses(truth, found)


def _about(person: Person, draft: Draft) -> list[str]:
    phones = frozenset(phone.e164 for phone in draft.phones)
    guardians = frozenset(
        (
            UNNAMED if link.guardian.made_up_name else _bag(link.guardian.name),
            frozenset(phone.e164 for phone in link.guardian.phones),
        )
        for link in draft.guardians
    )
    halves = (words_key(draft.first_name), words_key(draft.last_name))
    told = [
        ("name", halves, (words_key(person.first), words_key(person.last)) if not person.whole else halves),
        ("phones", phones, person.phones),
        ("guardians", guardians, person.guardians),
        ("birth date", draft.birth_date, person.birth),
        ("number", draft.external_id, person.ident),
    ]
    if person.groups is not None:
        told.append(("groups", frozenset(map(fold, draft.groups)), frozenset(map(fold, person.groups))))
    return [
        f"{what} {_shown(was)} instead of {_shown(wanted)}" for what, was, wanted in told if was != wanted
    ]


def _courses(truth: Truth, found: ClassList) -> list[str]:
    read = {fold(group.name): group for group in found.groups}
    said = []
    for name, teacher, slots in truth.courses:
        group = read.get(fold(name))
        if group is None:
            said.append(f"no course {name}")
            continue
        if teacher and words_key(teacher) not in words_key(group.teacher.name if group.teacher else ""):
            said.append(f"{name} has the teacher {group.teacher and group.teacher.name} instead of {teacher}")
        hours = frozenset((slot.weekday, slot.start) for slot in group.slots)
        if hours != slots:
            said.append(f"{name} has the hours {hours} instead of {slots}")
    return said


def without(person: Person, *, groups: bool = False) -> Person:
    """A person of whom the list tells less."""
    return replace(person, groups=None if groups else person.groups)


def _bag(name: str) -> str:
    return " ".join(sorted(words_key(name).split()))


def _shown(value: object) -> str:
    return str(sorted(value, key=str)) if isinstance(value, frozenset) else repr(value)
