"""The hours at which a teacher's courses take place on given days, and who comes to each."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property

from smsdesk.domain.calendar import Calendar, DayOff
from smsdesk.domain.course_notices import Key, Told
from smsdesk.domain.people import Group, WeeklySlot
from smsdesk.domain.seasons import season_of

Hour = tuple[int, time]
"""A weekday (0 for Monday) and the hour at which a course begins on it."""

_SEASON = re.compile(r"(\d{4})\D{1,3}\d{4}")


@dataclass(frozen=True)
class Course:
    """A group with its teacher; `members` are contact ids.

    `hours` tells who comes at which hour where pupils have hours of their own. Where it names nobody, all
    come to every hour; where it names some, the hour of the others is not known.
    """

    group_id: int
    name: str
    slots: tuple[WeeklySlot, ...] = ()
    season: str = ""
    members: tuple[int, ...] = ()
    hours: Mapping[int, frozenset[Hour]] = field(default_factory=dict, hash=False)

    def pupils_at(self, hour: Hour, day: date) -> tuple[int, ...]:
        """Who comes at this hour on this day."""
        if not self._told:
            return self.members
        placed = self._placed(day)
        return tuple(each for each in self.members if hour in placed.get(each, ()))

    def without_hour(self, day: date) -> tuple[int, ...]:
        """Who comes at an hour that is not known."""
        placed = self._placed(day)
        return tuple(each for each in self.members if each not in placed) if self._told else ()

    @cached_property
    def _told(self) -> Mapping[int, frozenset[Hour]]:
        """The hours that are known of those who are in the course."""
        return {pupil: self.hours[pupil] for pupil in self.members if self.hours.get(pupil)}

    def _placed(self, day: date) -> Mapping[int, frozenset[Hour]]:
        """The hours of those who have some that the course still has on this day."""
        held = frozenset(
            (each.weekday, each.start)
            for each in self.slots
            if each.valid_until is None or day <= each.valid_until
        )
        if held not in self._placed_among:
            found = {
                pupil: frozenset(here for hour in hours if (here := _here(hour, held)) is not None)
                for pupil, hours in self._told.items()
            }
            self._placed_among[held] = {pupil: hours for pupil, hours in found.items() if hours}
        return self._placed_among[held]

    @cached_property
    def _placed_among(self) -> dict[frozenset[Hour], Mapping[int, frozenset[Hour]]]:
        """What `_placed` found out, by the hours that the course has: a span of weeks asks it often."""
        return {}


def _here(hour: Hour, held: Collection[Hour]) -> Hour | None:
    """An hour among those that are held; when the course went to another weekday, the same hour there."""
    if hour in held:
        return hour
    same = [each for each in held if each[1] == hour[1]]
    return same[0] if len(same) == 1 else None


@dataclass(frozen=True)
class Occurrence:
    """One course on one day. `starts` is None where the course has no weekly hours; `pupils` are contact ids.

    `off` tells why there is none on this day, `told` what families know already, `over` that it has ended,
    `moved_from` on which day it would have been.
    """

    group_id: int
    course: str
    day: date
    starts: time | None
    ends: time | None = None
    room: str = ""
    pupils: tuple[int, ...] = ()
    off: DayOff | None = None
    told: Told | None = None
    over: bool = False
    moved_from: date | None = None
    loose: bool = False
    """Its course has no weekly hours at all: whether it takes place on this day is for a person to say."""

    @property
    def key(self) -> Key:
        """What tells it from all others."""
        return self.group_id, self.day, self.starts

    @property
    def held(self) -> bool:
        """Whether it takes place, as far as the families know."""
        return self.off is None and (self.told is None or not self.told.kind.ends_course)


def occurrences(
    courses: Iterable[Course], calendar: Calendar, start: date, end: date, told: Mapping[Key, Told]
) -> tuple[Occurrence, ...]:
    """What takes place from `start` to `end`, both included, by day, hour and name; days off are marked.

    `told` holds the last notice about an occurrence by its key. A course that was moved stands on its new
    day too. Courses without weekly hours are not among these: see `unscheduled`.
    """
    found = []
    for course in courses:
        for slot in course.slots:
            for day in _days(course, slot, start, end):
                key = (course.group_id, day, slot.start)
                off = calendar.day_off(day)
                found.append(
                    Occurrence(
                        course.group_id,
                        course.name,
                        day,
                        slot.start,
                        slot.end,
                        slot.room,
                        course.pupils_at((slot.weekday, slot.start), day),
                        off,
                        told.get(key),
                    )
                )
        found += _at_some_hour(course, found, told)
        found += _moved_here(course, start, end, told)
    return tuple(sorted(found, key=lambda each: (each.day, each.starts or time.min, each.course)))


def _at_some_hour(course: Course, found: Sequence[Occurrence], told: Mapping[Key, Told]) -> list[Occurrence]:
    """On each day of a course, those of whom no hour is known."""
    offs = {each.day: each.off for each in found if each.group_id == course.group_id}
    return [
        Occurrence(
            course.group_id,
            course.name,
            day,
            None,
            pupils=pupils,
            off=off,
            told=told.get((course.group_id, day, None)),
        )
        for day, off in offs.items()
        if (pupils := course.without_hour(day))
    ]


def _days(course: Course, slot: WeeklySlot, start: date, end: date) -> Iterator[date]:
    first = max(start, slot.valid_from or start)
    last = min(end, slot.valid_until or end)
    day = first + timedelta(days=(slot.weekday - first.weekday()) % 7)
    while day <= last:
        if in_season(course.season, day):
            yield day
        day += timedelta(days=7)


def _moved_here(course: Course, start: date, end: date, told: Mapping[Key, Told]) -> Iterator[Occurrence]:
    """The occurrences of a course that a notice moved into these days."""
    held = {(slot.weekday, slot.start) for slot in course.slots}
    for key, notice in told.items():
        if key[0] != course.group_id or notice.new_day is None:
            continue
        if not start <= notice.new_day <= end or (notice.new_day, notice.new_starts) == key[1:]:
            continue
        _, day, starts = key
        again = told.get((course.group_id, notice.new_day, notice.new_starts))
        hour = (day.weekday(), starts) if starts is not None else None
        pupils = course.pupils_at(hour, day) if hour in held else course.members
        yield Occurrence(
            course.group_id, course.name, notice.new_day, notice.new_starts, None, notice.new_room, pupils,
            told=again, moved_from=day,
        )  # fmt: skip


def unscheduled(
    courses: Iterable[Course], days: Sequence[date], told: Mapping[Key, Told]
) -> tuple[Occurrence, ...]:
    """The courses without weekly hours, once for each of these days: one has to say if they are meant."""
    return tuple(
        Occurrence(
            course.group_id,
            course.name,
            day,
            None,
            pupils=course.members,
            loose=True,
            told=told.get((course.group_id, day, None)),
        )
        for day in days
        for course in courses
        if not course.slots
    )


def has_ended(occurrence: Occurrence, now: datetime) -> bool:
    """Whether it is over at this moment, by the clock on the wall here."""
    local = now.astimezone()
    end = occurrence.ends or occurrence.starts
    if end is None:
        return occurrence.day < local.date()
    return (occurrence.day, end) < (local.date(), local.time())


def in_season(season: str, day: date) -> bool:
    """Whether a day lies in a season; one whose name is not of two years is always on."""
    years = _SEASON.fullmatch(season.strip())
    return years is None or season_of(day).startswith(years[1])


def courses_of(teacher_id: int, groups: Sequence[Group]) -> tuple[Group, ...]:
    """The groups that this teacher teaches, as courses of their own.

    A group nested in one of his is his unless it names somebody else; without hours of its own it is a part
    of the course that it is nested in.
    """
    by_id = {group.id: group for group in groups}
    taught = {group.id: group for group in groups if _teacher_of(group, by_id) == teacher_id}
    return tuple(group for group in taught.values() if group.slots or group.parent_id not in taught)


def teachers_of(groups: Sequence[Group]) -> frozenset[int]:
    """Everybody who teaches one of these groups (contact ids)."""
    return frozenset(group.teacher_id for group in groups if group.teacher_id is not None)


def _teacher_of(group: Group, by_id: Mapping[int, Group]) -> int | None:
    named = (each.teacher_id for each in (group, *_above(group, by_id)) if each.teacher_id is not None)
    return next(named, None)


def _above(group: Group, by_id: Mapping[int, Group]) -> list[Group]:
    """What a group is nested in, from the inside outwards."""
    found: list[Group] = []
    here = by_id.get(group.parent_id) if group.parent_id is not None else None
    while here is not None and here not in found:
        found.append(here)
        here = by_id.get(here.parent_id) if here.parent_id is not None else None
    return found


def branch(group: Group, groups: Sequence[Group]) -> tuple[int, ...]:
    """The ids of a group and of those nested in it without hours or a teacher of their own."""
    inside = {group.id: group}
    teachers = (None, _teacher_of(group, {each.id: each for each in groups}))
    for _ in groups:
        more = [
            each
            for each in groups
            if each.parent_id in inside and each.id not in inside
            and not each.slots and each.teacher_id in teachers
        ]  # fmt: skip
        if not more:
            break
        inside |= {each.id: each for each in more}
    return tuple(inside)


def spoken_name(group: Group, groups: Sequence[Group]) -> str:
    """A course as one says it: "Piano" for its part "Piano - Hélène Marchand"."""
    parent = next((each for each in groups if each.id == group.parent_id), None)
    return parent.name if parent is not None and group.name.startswith(f"{parent.name} - ") else group.name
