"""Children of one row: several in a cell, and those of whom only the first name is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from smsdesk.domain.names import PersonName, looks_like_name, split_name, without_counter
from smsdesk.domain.names_together import is_first_name
from smsdesk.domain.people import GroupKind
from smsdesk.domain.row_facts import RowPerson
from smsdesk.domain.row_guardians import name_beside
from smsdesk.domain.titles import is_class_name


def siblings_of(person: RowPerson) -> list[RowPerson]:
    """The other children of the cell that names `person`: what the row tells is told of each."""
    if not person.together:
        return []
    shared = list(person.classes)
    first, *others = person.together
    if first.group:
        person.classes = [(first.group, GroupKind.CLASS)]
    return [
        replace(
            person,
            first=child.first,
            last=child.last or person.last,
            phones=list(person.phones),
            classes=[(child.group, GroupKind.CLASS)] if child.group else list(shared),
            birth_date=None,
            external_id="",
            together=(),
        )
        for child in others
    ]


def call_after_parents(pupils: Iterable[RowPerson], guardians: Sequence[RowPerson]) -> None:
    """A child with a first name alone has the last name of the first parent who is named in the row."""
    for pupil in pupils:
        if pupil.first and pupil.last:
            continue
        last = next((guardian.last for guardian in guardians if guardian.first and guardian.last), "")
        if last and not pupil.first and is_first_name(pupil.last):
            pupil.first, pupil.last = pupil.last, last
        elif last and pupil.first:
            pupil.last = last


def named_by_phones(person: RowPerson, cell: str) -> list[RowPerson]:
    """The people of a list without names: each by the words beside his phone, else one with all phones.

    A class behind the name is his: "Martin Léa CE1 06...". `cell` begins the row.
    """
    named = [(phone, *_name_and_class(phone.label)) for phone in person.phones]
    if not any(name for _, name, _ in named):
        name, group = _at_the_start(cell)
        split = split_name(name) if name else PersonName("", person.phones[0].e164)
        person.first, person.last = split.first, split.last
        person.classes = [(group, GroupKind.CLASS)] if group else person.classes
        return [person]
    people: dict[str, RowPerson] = {}
    for phone, name, group in named:
        own = people.get(name)
        if own is None:
            split = split_name(name) if name else PersonName("", phone.e164)
            classes = [(group, GroupKind.CLASS)] if group else list(person.classes)
            own = replace(person, first=split.first, last=split.last, phones=[], classes=classes)
            people[name] = own
        own.phones.append(phone._replace(label="") if name else phone)
    return list(people.values())


def _at_the_start(cell: str) -> tuple[str, str]:
    """The name that begins a row, and the class behind it: "MARTIN Léa, CE2, maman 06..."."""
    name, _, rest = (part.strip() for part in cell.partition(","))
    if " " not in name or not looks_like_name(name):
        return "", ""
    group = rest.partition(",")[0].strip()
    return name, group if is_class_name(group) else ""


def _name_and_class(label: str) -> tuple[str, str]:
    """What of the words beside a phone is a name, and the class that ends them."""
    words = label.split()
    start = next((at for at in range(1, len(words)) if is_class_name(" ".join(words[at:]))), len(words))
    name = without_counter(name_beside(" ".join(words[:start])))
    alone = " " not in name
    return ("", "") if alone or not looks_like_name(name) else (name, " ".join(words[start:]))
