"""People: contacts, phones, guardians, groups, weekly slots and consent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from smsdesk.domain.phone_kinds import PhoneKind, kind_of

if TYPE_CHECKING:
    from smsdesk.domain.filters import PeopleFilter


class ContactKind(StrEnum):
    """What a person is to the institution."""

    PUPIL = "pupil"
    GUARDIAN = "guardian"
    TEACHER = "teacher"
    STAFF = "staff"
    RESIDENT = "resident"


class GroupKind(StrEnum):
    """What a group is."""

    CLASS = "class"
    COURSE = "course"
    ENSEMBLE = "ensemble"
    SERVICE = "service"
    FREE = "free"


class Phone(NamedTuple):
    """One phone of a contact: E.164 with "+", the label it came with, and whether an SMS can reach it."""

    e164: str
    label: str = ""
    mobile: bool = True

    @property
    def kind(self) -> PhoneKind:
        """Mobile, landline or other, by the number."""
        return kind_of(self.e164, self.mobile)


@dataclass(frozen=True)
class Guardian:
    """A guardian seen from one pupil; `receives` is per pupil."""

    contact_id: int
    name: str
    phones: tuple[Phone, ...]
    receives: bool = True
    relation: str = ""


@dataclass(frozen=True)
class Contact:
    """A person with phones in order of preference, and guardians in order when a pupil."""

    id: int
    kind: ContactKind
    first_name: str
    last_name: str
    phones: tuple[Phone, ...] = ()
    guardians: tuple[Guardian, ...] = ()
    groups: tuple[str, ...] = ()
    birth_date: date | None = None
    external_id: str = ""
    email: str = ""
    address: str = ""
    """Street and number; the town stands in `postcode` and `city`."""
    notes: str = ""
    archived: bool = False
    postcode: str = ""
    city: str = ""

    @property
    def name(self) -> str:
        """First name then last name, as one says it."""
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True)
class WeeklySlot:
    """One weekly hour of a course; `weekday` 0 is Monday, the period has both its days."""

    weekday: int
    start: time
    end: time | None = None
    room: str = ""
    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True)
class Group:
    """A class, course, ensemble, service list or free list. `size` counts its people, nested groups too.

    A smart group has a `filter`: whoever passes it at the moment of use belongs to it.
    """

    id: int
    name: str
    kind: GroupKind
    size: int = 0
    teacher: str = ""
    teacher_id: int | None = None
    parent_id: int | None = None
    slots: tuple[WeeklySlot, ...] = ()
    season: str = ""
    filter: PeopleFilter | None = None
    archived: bool = False

    @property
    def smart(self) -> bool:
        """Whether a filter says who belongs to it."""
        return self.filter is not None


Hour = tuple[int, time]
"""A weekday (0 for Monday) and the hour at which a course begins on it."""


@dataclass(frozen=True)
class LessonHours:
    """The hours of a course at which one of its people comes; none means all of them."""

    group: Group
    hours: frozenset[Hour] = frozenset()
