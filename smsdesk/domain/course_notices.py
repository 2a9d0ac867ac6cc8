"""What families are told about courses: kinds of notices, what changes, and what was told before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from smsdesk.domain.follow_ups import Relation


class NoticeKind(StrEnum):
    """What becomes of the courses."""

    CANCELLED = "cancelled"
    REPLACED = "replaced"
    """Somebody else teaches."""
    POSTPONED = "postponed"
    ROOM = "room"
    MAINTAINED = "maintained"
    """After all they take place as usual."""

    @property
    def ends_course(self) -> bool:
        """Whether nobody is to come at the usual hour."""
        return self in (NoticeKind.CANCELLED, NoticeKind.POSTPONED)


RELATIONS: Mapping[NoticeKind, Relation] = {
    NoticeKind.CANCELLED: Relation.UPDATE,
    NoticeKind.REPLACED: Relation.UPDATE,
    NoticeKind.POSTPONED: Relation.POSTPONED,
    NoticeKind.ROOM: Relation.ROOM_CHANGED,
    NoticeKind.MAINTAINED: Relation.MAINTAINED,
}
"""What a notice is to the one that it follows."""


@dataclass(frozen=True)
class Change:
    """What changes with a notice; what stays as it was is None or "".

    `day` and `starts` are those of the course that begins first: the others keep their distance to it.
    """

    kind: NoticeKind = NoticeKind.CANCELLED
    day: date | None = None
    starts: time | None = None
    room: str = ""
    replacement: str = ""


@dataclass(frozen=True)
class Told:
    """The last notice about one occurrence of a course."""

    broadcast_id: int
    kind: NoticeKind
    at: datetime
    new_day: date | None = None
    new_starts: time | None = None
    new_room: str = ""


@dataclass(frozen=True)
class Lesson:
    """One course on one day with those who come; `new_*` are where it moves. `pupils` are contact ids."""

    group_id: int | None
    course: str
    day: date
    starts: time | None
    ends: time | None = None
    room: str = ""
    pupils: tuple[int, ...] = ()
    new_day: date | None = None
    new_starts: time | None = None
    new_room: str = ""


@dataclass(frozen=True)
class NoticeRecord:
    """What a broadcast told about courses; `follow_ups` are (broadcast id, kind) of the notices after it."""

    broadcast_id: int
    kind: NoticeKind
    teacher_id: int | None
    teacher: str
    first_day: date
    last_day: date
    replacement: str = ""
    lessons: tuple[Lesson, ...] = ()
    about: int | None = None
    follow_ups: tuple[tuple[int, NoticeKind], ...] = ()


@dataclass(frozen=True)
class NoticeRule:
    """The rule about second guardians of a notice: after how many minutes, and how their SMS are made."""

    minutes: int
    excluded_contact_ids: tuple[int, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    plain: bool = True


Key = tuple[int, date, time | None]
"""What tells one occurrence from all others: group, day and hour."""


@dataclass(frozen=True)
class AbsenceRequest:
    """Who is absent from `first` to `last`, both included, and what a person chose beside that.

    `chosen` are the occurrences meant (None: those that are proposed), `courses` narrows them to these groups
    (ids). `text` None is the template's, `fields` are values that a person typed, by field name. With
    `plain`, names are written without the accents that would cost a further SMS; `again` tells families once
    more what they know. With `second_guardian_after` only the first guardian of each pupil is written to; the
    next one is, so many minutes later, when that failed.
    """

    teacher_id: int
    first: date
    last: date
    change: Change = Change()
    chosen: frozenset[Key] | None = None
    courses: tuple[int, ...] = ()
    text: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    excluded_contact_ids: tuple[int, ...] = ()
    plain: bool = True
    again: bool = False
    second_guardian_after: int | None = None


@dataclass(frozen=True)
class FollowUp:
    """What those who got an earlier notice (`about`, its broadcast) are told now; see AbsenceRequest."""

    about: int
    change: Change
    text: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    excluded_contact_ids: tuple[int, ...] = ()
    plain: bool = True
