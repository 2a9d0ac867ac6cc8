"""Who teaches when: the courses of each teacher with their people, on the days of the calendar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from smsdesk.domain.calendar import DayOff
from smsdesk.domain.clock import Clock
from smsdesk.domain.course_notices import Key, Told
from smsdesk.domain.courses import (
    Course,
    Occurrence,
    branch,
    courses_of,
    has_ended,
    occurrences,
    spoken_name,
    teachers_of,
    unscheduled,
)
from smsdesk.domain.errors import InputError
from smsdesk.domain.folding import fold
from smsdesk.domain.names import take_civility
from smsdesk.domain.people import Contact, Group
from smsdesk.domain.sentences import say
from smsdesk.services.calendar import Calendars
from smsdesk.services.people import People
from smsdesk.storage import course_notices, lesson_hours
from smsdesk.storage.database import Database

LOOKED_AHEAD = 120
"""Days: the next course after the summer holidays is nearer than this."""

_NAMED = 12
"""Names listed in a sentence; more would hide what it says."""


@dataclass(frozen=True)
class TeachingDay:
    """What one teacher has on one day: `names` of courses, from when to when, how many pupils."""

    teacher_id: int
    teacher: str
    day: date
    names: tuple[str, ...]
    starts: time
    ends: time
    courses: int
    pupils: int
    told: bool = False
    """Whether the families know of an absence already, for every course of the day."""


class Teaching:
    """Reads the courses of one profile as they are."""

    def __init__(self, database: Database, people: People, calendars: Calendars, clock: Clock) -> None:
        self._database = database
        self._people = people
        self._calendars = calendars
        self._clock = clock

    def teachers(self) -> tuple[Contact, ...]:
        """Everybody who can be absent, by last name: teachers, staff, and whoever a group names."""
        known = {person.id: person for person in self._people.teachers()}
        for teacher_id in teachers_of(self._people.groups()) - known.keys():
            known[teacher_id] = self._people.contact(teacher_id)
        return tuple(
            sorted(known.values(), key=lambda person: (fold(person.last_name), fold(person.first_name)))
        )

    def teacher_named(self, name: str) -> Contact:
        """The teacher meant by a name without case or accents, in full or in part.

        InputError lists the candidates.
        """
        return match_teacher(name, self.teachers())

    def search(self, text: str) -> tuple[Contact, ...]:
        """The teachers whose name has words that begin like those typed."""
        words = fold(text).split()
        return tuple(each for each in self.teachers() if words and _begins(words, fold(each.name).split()))

    def teacher(self, teacher_id: int) -> Contact:
        """One teacher; InputError when there is nobody of this id."""
        return self._people.contact(teacher_id)

    def day_off(self, day: date) -> DayOff | None:
        """Why this day is off, None when it is not."""
        return self._calendars.calendar().day_off(day)

    def courses(self, teacher_id: int) -> tuple[Course, ...]:
        """The courses of a teacher; those without hours and without people are only names above others."""
        groups = self._people.groups()
        found = self._with_people(courses_of(teacher_id, groups), groups)
        return tuple(course for course in found if course.slots or course.members)

    def _with_people(self, taught: Sequence[Group], groups: Sequence[Group]) -> tuple[Course, ...]:
        hours = lesson_hours.load_hours(self._database.read(), [group.id for group in taught])
        return tuple(
            Course(
                group.id,
                spoken_name(group, groups),
                group.slots,
                group.season,
                self._members(group, groups),
                hours.get(group.id, {}),
            )
            for group in taught
        )

    def _members(self, group: Group, groups: Sequence[Group]) -> tuple[int, ...]:
        """Who belongs to a course, those of groups with hours or a teacher of their own left out."""
        inside = branch(group, groups)
        smart = [each.id for each in groups if each.id in inside and each.smart]
        found = lesson_hours.member_ids(self._database.read(), inside)
        for group_id in smart:
            found |= dict.fromkeys(self._people.contact_ids(group_id))
        return tuple(found)

    def occurrences(self, courses: Sequence[Course], first: date, last: date) -> tuple[Occurrence, ...]:
        """What takes place in these days, days off and what was told marked; first those without hours."""
        told = self._told(courses, first)
        days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
        calendar, now = self._calendars.calendar(), self._clock()
        found = (
            *unscheduled(courses, [day for day in days if calendar.day_off(day) is None], told),
            *occurrences(courses, calendar, first, last, told),
        )
        return tuple(replace(each, over=has_ended(each, now)) for each in found)

    def _told(self, courses: Sequence[Course], first: date) -> Mapping[Key, Told]:
        ids = [course.group_id for course in courses]
        return course_notices.load_told(self._database.read(), ids, first)

    def today(self) -> date:
        """The day at this desk."""
        return self._clock().astimezone().date()

    def teaching_on(self, day: date) -> tuple[TeachingDay, ...]:
        """Who has courses on this day that are not over, in the order of their first hour."""
        groups = self._people.groups()
        found = []
        for teacher in self.teachers():
            taught = [each for each in courses_of(teacher.id, groups) if each.slots]
            here = self.occurrences(self._with_people(taught, groups), day, day)
            held = [each for each in here if each.off is None and not each.over and each.pupils]
            if held:
                found.append(_teaching_day(teacher, day, held))
        return tuple(sorted(found, key=lambda each: (each.starts, fold(each.teacher))))

    def next_day(self, teacher_id: int | None = None, after: date | None = None) -> date | None:
        """The first day after `after` (None: from today on) with a course of this teacher, or of anybody."""
        return next(iter(self.next_days(teacher_id, after)), None)

    def next_days(self, teacher_id: int | None = None, after: date | None = None) -> tuple[date, ...]:
        """The days with courses from `after` on, in order, as far as one looks ahead."""
        groups = self._people.groups()
        wanted = teachers_of(groups) if teacher_id is None else {teacher_id}
        taught = [group for each in wanted for group in courses_of(each, groups) if group.slots]
        courses = [Course(group.id, group.name, group.slots, group.season) for group in taught]
        first = self.today() if after is None else after + timedelta(days=1)
        held = self.occurrences(courses, first, first + timedelta(days=LOOKED_AHEAD))
        return tuple(dict.fromkeys(each.day for each in held if each.held and not each.over))


def _teaching_day(teacher: Contact, day: date, held: Sequence[Occurrence]) -> TeachingDay:
    starts = [each.starts or time.min for each in held]
    ends = [each.ends or each.starts or time.min for each in held]
    return TeachingDay(
        teacher.id,
        teacher.name,
        day,
        tuple(dict.fromkeys(each.course for each in held)),
        min(starts),
        max(ends),
        len(held),
        len({pupil for each in held for pupil in each.pupils}),
        all(each.told is not None and each.told.kind.ends_course for each in held),
    )


def match_teacher(name: str, teachers: Sequence[Contact]) -> Contact:
    """The one teacher meant: the same name, else words that begin so. InputError lists the candidates."""
    wanted = fold(take_civility(name)[1] or name)
    words = wanted.split()
    exact = [each for each in teachers if fold(each.name) in {wanted, fold(name)}]
    close = exact or [each for each in teachers if words and _begins(words, fold(each.name).split())]
    if len(close) == 1:
        return close[0]
    listed = ", ".join(each.name for each in (close or teachers)[:_NAMED])
    if close:
        raise InputError(
            say(
                "{name} can mean several teachers: {names}. Write the whole name.",
                name=name.strip(),
                names=listed,
            )
        )
    if not teachers:
        raise InputError(say("Nobody teaches here yet. Name the teacher on the group of the course."))
    raise InputError(say("There is no teacher {name}. There are: {names}.", name=name.strip(), names=listed))


def _begins(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether each of the words begins one of the name's, in any order."""
    return all(any(part.startswith(word) for part in name) for word in words)
