"""Several entries of one person made one: which value stays, and what comes together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from smsdesk.domain.folding import fold
from smsdesk.domain.near_names import Likeness, likeness
from smsdesk.domain.people import Contact, Guardian, Phone

FIELDS = (
    "kind", "first_name", "last_name", "birth_date", "external_id", "email", "address", "postcode", "city",
    "notes",
)  # fmt: skip
"""The plain fields of a contact, by the names of its attributes."""

_HOME = ("address", "postcode", "city")
"""They are of one place: half of one address and half of another is none."""

Choices = Mapping[str, int]
"""Field -> id of the person whose value is to stay."""


@dataclass(frozen=True)
class MergedField:
    """One field: the value of the person who is kept, of the other, and what it will be."""

    field: str
    kept: str | date | None
    other: str | date | None
    result: str | date | None

    @property
    def differs(self) -> bool:
        """Whether there is something to choose."""
        return bool(self.kept) and bool(self.other) and self.kept != self.other


@dataclass(frozen=True)
class MergePreview:
    """What becomes of two entries: the fields, and everything that comes together."""

    keep: Contact
    other: Contact
    fields: tuple[MergedField, ...]
    phones: tuple[Phone, ...]
    groups: tuple[str, ...]
    guardians: tuple[Guardian, ...]
    pupils: tuple[str, ...]
    """Names of those whose guardian the person is."""


def merged_value(field: str, people: Sequence[Contact], choices: Choices) -> str | date | None:
    """The value of a field after a merge: the chosen one, else the first that says something."""
    values = {person.id: getattr(person, field) for person in people}
    if field in choices:
        value = values[choices[field]]
    elif field == "notes":
        value = "\n".join(dict.fromkeys(filter(None, values.values())))
    elif field in _HOME:
        value = _home(people, choices)[field]
    else:
        value = next(filter(None, values.values()), values[people[0].id])
    return value  # type: ignore[no-any-return]  # one of the fields above


def _home(people: Sequence[Contact], choices: Choices) -> Mapping[str, str]:
    """Where they live: as the chosen one says, else the first who says it; who agrees adds to it."""
    chosen = {choices[part] for part in _HOME if part in choices}
    home: dict[str, str] = dict.fromkeys(_HOME, "")
    for person in sorted(people, key=lambda each: each.id not in chosen):
        told = {part: getattr(person, part) for part in _HOME}
        said = [fold(home[part]) == fold(told[part]) for part in _HOME if home[part] and told[part]]
        if not any(home.values()) or (said and all(said)):
            home = {part: home[part] or told[part] for part in _HOME}
    return home


def merged_fields(keep: Contact, other: Contact, choices: Choices) -> Iterator[MergedField]:
    """Every field of two entries."""
    for field in FIELDS:
        result = merged_value(field, (keep, other), choices)
        yield MergedField(field, getattr(keep, field), getattr(other, field), result)


def merged_phones(people: Sequence[Contact]) -> tuple[Phone, ...]:
    """Every phone once, those of the first person first; a label is taken from whoever has one."""
    found: dict[str, Phone] = {}
    for phone in (phone for person in people for phone in person.phones):
        known = found.get(phone.e164)
        if known is None or (phone.label and not known.label):
            found[phone.e164] = phone
    return tuple(found.values())


def merged_groups(people: Sequence[Contact]) -> tuple[str, ...]:
    """The groups of all of them, each once."""
    return tuple(dict.fromkeys(name for person in people for name in person.groups))


def same_guardian(one: Guardian, other: Guardian) -> bool:
    """Whether two guardians are one: one entry, or one name and a common phone."""
    if one.contact_id == other.contact_id:
        return True
    phones = {phone.e164 for phone in one.phones}
    common = any(phone.e164 in phones for phone in other.phones)
    return common and likeness(("", one.name), ("", other.name)) is Likeness.SAME


def merged_guardians(people: Sequence[Contact]) -> tuple[Guardian, ...]:
    """The guardians of all of them in order, the same one once, nobody as his own."""
    ids = {person.id for person in people}
    found: list[Guardian] = []
    for guardian in (guardian for person in people for guardian in person.guardians):
        if guardian.contact_id not in ids and not any(same_guardian(known, guardian) for known in found):
            found.append(guardian)
    return tuple(found)


def doubled_guardians(people: Sequence[Contact]) -> Iterator[tuple[int, int]]:
    """(id that stays, id that goes) of guardians who are one person under two entries."""
    staying = merged_guardians(people)
    seen = {guardian.contact_id for guardian in staying} | {person.id for person in people}
    for guardian in (guardian for person in people for guardian in person.guardians):
        if guardian.contact_id not in seen:
            seen.add(guardian.contact_id)
            yield (
                next(known for known in staying if same_guardian(known, guardian)).contact_id,
                guardian.contact_id,
            )
