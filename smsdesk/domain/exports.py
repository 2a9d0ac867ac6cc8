"""A list of people as rows of a table that tells everything about them, and that the import reads back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.own_cells import (
    date_text,
    hour_text,
    joined,
    person_text,
    phone_text,
    said_of,
    slot_text,
)
from smsdesk.domain.own_columns import (
    FRENCH,
    GROUP_KIND_WORDS,
    GUARDIAN_FIELDS,
    KIND_WORDS,
    Field,
    OwnColumn,
    header_text,
)
from smsdesk.domain.people import Contact, Group, Guardian, Hour, Phone

_F = Field
LONGEST_TEXT = 32_000
"""Characters of a cell; Excel keeps 32,767 of them and drops the rest without a word."""
_LATEST_DATE_TEXT = date(1900, 3, 1)
"""Earlier days are no dates to Excel, which takes 1900 for a leap year."""
YES, NO = ("oui", "yes"), ("non", "no")
REFUSAL_FIELDS = {
    Purpose.INFORMATION: _F.REFUSES_INFORMATION,
    Purpose.ALERT: _F.REFUSES_ALERT,
    Purpose.PROMOTION: _F.REFUSES_PROMOTION,
}
_BEFORE_GUARDIANS = (
    _F.KIND, _F.LAST_NAME, _F.FIRST_NAME, _F.BIRTH_DATE, _F.GROUPS, _F.PHONE, _F.LABEL, _F.OTHER_PHONES,
    _F.EMAIL,
)  # fmt: skip
_AFTER_GUARDIANS = (
    _F.ADDRESS, _F.POSTCODE, _F.CITY, _F.EXTERNAL_ID, _F.TEACHERS, _F.SLOTS,
    _F.OWN_HOURS, *REFUSAL_FIELDS.values(), _F.GROUP_KINDS, _F.PARENTS,
)  # fmt: skip

_PLAIN = {own: OwnColumn(own) for own in Field}

ExportedCell = str | date | None


@dataclass(frozen=True)
class NamedPerson:
    """What is told of a guardian or a teacher beside what a Contact tells of him."""

    id: int
    first_name: str
    last_name: str
    email: str = ""


@dataclass(frozen=True)
class ExportFacts:
    """What the rows need to know besides the people themselves.

    `mark` tells this profile from every other; `teachers` are by id, `refused` are the
    phones whose last word is no; `scope` is the group's name, EVERYBODY or "".
    """

    mark: str
    language: str = FRENCH
    scope: str = ""
    guardians: int = 2
    notes: int = 1
    archived: bool = False
    groups: Mapping[str, Group] = field(default_factory=dict)
    teachers: Mapping[int, NamedPerson] = field(default_factory=dict)
    refused: Mapping[Purpose, frozenset[str]] = field(default_factory=dict)
    hours: Mapping[int, Mapping[int, frozenset[Hour]]] = field(default_factory=dict)
    """By group and person, who comes to a course at some of its hours only."""

    @property
    def english(self) -> bool:
        """Whether words stand in English."""
        return self.language != FRENCH


class ExportTable:
    """Gives the header and the row of each person."""

    def __init__(self, facts: ExportFacts) -> None:
        self._facts = facts
        self.guardians: Mapping[int, NamedPerson] = {}
        """The names of the guardians of those whose rows come next."""
        self.columns = tuple(_columns(facts))
        self._at = {column: index for index, column in enumerate(self.columns)}
        self._told: dict[str, _GroupTexts] = {}

    @property
    def header(self) -> list[str]:
        """The headers, in the language of the desk."""
        return [header_text(column, self._facts.language, self._facts.scope) for column in self.columns]

    def row(self, contact: Contact) -> list[ExportedCell]:
        """Everything that is held of a person; None for an empty cell."""
        cells: list[ExportedCell] = [None] * len(self.columns)
        for column, value in self.facts_of(contact):
            index = self._at.get(column) if value else None
            if index is not None:
                cells[index] = value
        return cells

    def facts_of(self, contact: Contact) -> Iterator[tuple[OwnColumn, ExportedCell]]:
        """The cells of a person by their columns; empty ones may be among them."""
        english = self._facts.english
        for own, text in (
            (_F.KIND, KIND_WORDS[contact.kind][english]),
            (_F.LAST_NAME, contact.last_name),
            (_F.FIRST_NAME, contact.first_name),
            (_F.BIRTH_DATE, self._date(contact.birth_date)),
            (_F.EMAIL, contact.email),
            (_F.ADDRESS, contact.address),
            (_F.POSTCODE, contact.postcode),
            (_F.CITY, contact.city),
            (_F.EXTERNAL_ID, contact.external_id),
            (_F.ARCHIVED, YES[english] if contact.archived else None),
            (_F.REF, self._ref(contact.id)),
        ):
            if text:
                yield _PLAIN[own], text
        for number, start in enumerate(range(0, len(contact.notes), LONGEST_TEXT), 1):
            yield OwnColumn(_F.NOTES, number), contact.notes[start : start + LONGEST_TEXT]
        yield from _phone_cells(contact.phones, 1, (_F.PHONE, _F.LABEL, _F.OTHER_PHONES))
        for number, guardian in enumerate(contact.guardians, 1):
            yield from self._guardian(guardian, number)
        yield from self._groups(contact.groups)
        yield OwnColumn(_F.OWN_HOURS), joined(self._own_hours(contact))
        yield from self._refusals(contact)

    def _date(self, day: date | None) -> ExportedCell:
        if day is None or day >= _LATEST_DATE_TEXT:
            return day
        return date_text(day, self._facts.language)

    def _ref(self, contact_id: int | None) -> str:
        return f"{self._facts.mark}-{contact_id}"

    def _guardian(self, guardian: Guardian, number: int) -> Iterator[tuple[OwnColumn, ExportedCell]]:
        named = self.guardians.get(guardian.contact_id)
        receives = YES if guardian.receives else NO
        for own, text in (
            (_F.GUARDIAN_LAST, named.last_name if named else guardian.name),
            (_F.GUARDIAN_FIRST, named.first_name if named else ""),
            (_F.GUARDIAN_RELATION, guardian.relation),
            (_F.GUARDIAN_EMAIL, named.email if named else ""),
            (_F.GUARDIAN_RECEIVES, receives[self._facts.english]),
            (_F.GUARDIAN_REF, self._ref(guardian.contact_id)),
        ):
            if text:
                yield OwnColumn(own, number), text
        yield from _phone_cells(
            guardian.phones, number, (_F.GUARDIAN_PHONE, _F.GUARDIAN_LABEL, _F.GUARDIAN_OTHERS)
        )

    def _groups(self, names: Sequence[str]) -> Iterator[tuple[OwnColumn, ExportedCell]]:
        if not names:
            return
        told = [self._told_of(name) for name in dict.fromkeys(self._with_parents(names))]
        yield OwnColumn(_F.GROUPS), joined(names)
        yield OwnColumn(_F.GROUP_KINDS), joined(text.kind for text in told if text.kind)
        yield OwnColumn(_F.PARENTS), joined(text.parent for text in told if text.parent)
        yield OwnColumn(_F.TEACHERS), joined(text.teacher for text in told if text.teacher)
        yield OwnColumn(_F.TEACHER_REFS), joined(text.teacher_ref for text in told if text.teacher_ref)
        yield OwnColumn(_F.SLOTS), joined(slot for text in told for slot in text.slots)

    def _own_hours(self, contact: Contact) -> Iterator[str]:
        """The hours at which a person comes to a course that has others too."""
        for name in contact.groups if self._facts.hours else ():
            group = self._facts.groups.get(name)
            own = self._facts.hours.get(group.id, {}).get(contact.id, frozenset()) if group else frozenset()
            held = {(slot.weekday, slot.start) for slot in group.slots} & own if group else ()
            yield from (said_of(name, hour_text(hour, self._facts.language)) for hour in sorted(held))

    def _with_parents(self, names: Sequence[str]) -> Iterator[str]:
        for name in names:
            seen: dict[str, None] = {}
            nested = name
            while nested and nested not in seen:
                seen[nested] = None
                nested = self._parent_of(nested)
            yield from seen

    def _parent_of(self, name: str) -> str:
        group = self._facts.groups.get(name)
        if group is None or group.parent_id is None:
            return ""
        return next((other.name for other in self._facts.groups.values() if other.id == group.parent_id), "")

    def _told_of(self, name: str) -> _GroupTexts:
        if name not in self._told:
            self._told[name] = self._group_texts(name)
        return self._told[name]

    def _group_texts(self, name: str) -> _GroupTexts:
        group = self._facts.groups.get(name)
        if group is None:
            return _GroupTexts()
        teacher = self._facts.teachers.get(group.teacher_id) if group.teacher_id is not None else None
        parent = self._parent_of(name)
        return _GroupTexts(
            kind=said_of(name, GROUP_KIND_WORDS[group.kind][self._facts.english]),
            parent=said_of(name, parent) if parent else "",
            teacher=said_of(name, person_text(teacher.first_name, teacher.last_name)) if teacher else "",
            teacher_ref=said_of(name, self._ref(teacher.id)) if teacher else "",
            slots=tuple(said_of(name, slot_text(slot, self._facts.language)) for slot in group.slots),
        )

    def _refusals(self, contact: Contact) -> Iterator[tuple[OwnColumn, ExportedCell]]:
        """The phones of a person and of his guardians that refused a purpose."""
        phones = [*contact.phones, *(phone for guardian in contact.guardians for phone in guardian.phones)]
        for purpose, own in REFUSAL_FIELDS.items():
            refused = self._facts.refused.get(purpose, frozenset())
            if refused:
                said = dict.fromkeys(phone_text(p.e164) for p in phones if p.e164 in refused)
                yield OwnColumn(own), joined(said)


@dataclass(frozen=True)
class _GroupTexts:
    """What the cells of its members say of a group; made once for all of them."""

    kind: str = ""
    parent: str = ""
    teacher: str = ""
    teacher_ref: str = ""
    slots: tuple[str, ...] = ()


def _columns(facts: ExportFacts) -> Iterator[OwnColumn]:
    numbers = range(1, facts.guardians + 1)
    yield from map(OwnColumn, _BEFORE_GUARDIANS)
    yield from (OwnColumn(own, number) for number in numbers for own in GUARDIAN_FIELDS)
    yield from (OwnColumn(own) for own in _AFTER_GUARDIANS if own is not _F.OWN_HOURS or facts.hours)
    yield from (OwnColumn(_F.NOTES, number) for number in range(1, facts.notes + 1))
    if facts.archived:
        yield OwnColumn(_F.ARCHIVED)
    yield OwnColumn(_F.REF)
    yield from (OwnColumn(_F.GUARDIAN_REF, number) for number in numbers)
    yield OwnColumn(_F.TEACHER_REFS)


def _phone_cells(
    phones: Sequence[Phone], number: int, fields: tuple[Field, Field, Field]
) -> Iterator[tuple[OwnColumn, ExportedCell]]:
    """The first phone with its label; the others together in one cell."""
    if not phones:
        return
    first, *others = phones
    yield OwnColumn(fields[0], number), phone_text(first.e164)
    yield OwnColumn(fields[1], number), first.label
    if others:
        yield OwnColumn(fields[2], number), joined(map(labelled_phone, others))


def labelled_phone(phone: Phone) -> str:
    """A phone with its label before it: "Domicile : 01 23 45 67 89"."""
    return said_of(phone.label, phone_text(phone.e164)) if phone.label else phone_text(phone.e164)
