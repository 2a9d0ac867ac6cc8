"""What stands on the printed sheet of a group: its people by name, with those who answer for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from smsdesk.domain.names import name_key
from smsdesk.domain.own_cells import date_text, slot_text
from smsdesk.domain.people import Contact, Group, GroupKind, Guardian, Phone


@dataclass(frozen=True)
class SheetPhone:
    """A phone as one dials it here, with its label."""

    number: str
    label: str = ""


@dataclass(frozen=True)
class SheetGuardian:
    """Somebody who answers for a pupil; `receives` tells whether SMS go to him."""

    name: str
    relation: str
    phones: tuple[SheetPhone, ...]
    receives: bool = True


@dataclass(frozen=True)
class SheetPerson:
    """One line of the sheet. `born` is a date in words of figures, "" when it is not known."""

    last_name: str
    first_name: str
    born: str
    phones: tuple[SheetPhone, ...]
    guardians: tuple[SheetGuardian, ...]


@dataclass(frozen=True)
class ClassSheet:
    """A group as it is printed on a day; texts are plain, whatever stands in them."""

    institution: str
    group: str
    kind: GroupKind
    teacher: str
    slots: tuple[str, ...]
    season: str
    day: str
    people: tuple[SheetPerson, ...]


def class_sheet(
    group: Group, members: Iterable[Contact], today: date, institution: str, language: str
) -> ClassSheet:
    """The sheet of a group, its people in the order of their names."""
    ordered = sorted(members, key=lambda member: (name_key(member.first_name, member.last_name), member.id))
    return ClassSheet(
        institution=institution,
        group=group.name,
        kind=group.kind,
        teacher=group.teacher,
        slots=tuple(slot_text(slot, language) for slot in group.slots),
        season=group.season,
        day=date_text(today, language),
        people=tuple(_person(member, language) for member in ordered),
    )


def _person(member: Contact, language: str) -> SheetPerson:
    return SheetPerson(
        member.last_name,
        member.first_name,
        date_text(member.birth_date, language) if member.birth_date else "",
        tuple(map(_phone, member.phones)),
        tuple(map(_guardian, member.guardians)),
    )


def _guardian(guardian: Guardian) -> SheetGuardian:
    return SheetGuardian(
        guardian.name, guardian.relation, tuple(map(_phone, guardian.phones)), guardian.receives
    )


def _phone(phone: Phone) -> SheetPhone:
    """French numbers in pairs; foreign ones as they are, with their country."""
    if phone.e164.startswith("+33") and len(phone.e164) == len("+33612345678"):
        digits = f"0{phone.e164[3:]}"
        return SheetPhone(" ".join(digits[at : at + 2] for at in range(0, 10, 2)), phone.label)
    return SheetPhone(phone.e164, phone.label)
