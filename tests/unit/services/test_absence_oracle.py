"""Whose courses fall, against a naive count: each day, each pupil, each hour looked at by itself."""

from __future__ import annotations

import re
import shutil
import time as time_module
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from still_clock import StillClock

from smsdesk.desk import services_of
from smsdesk.domain.calendar import Zone
from smsdesk.domain.course_notices import AbsenceRequest, Change, NoticeKind
from smsdesk.domain.people import ContactKind, GroupKind, Phone, WeeklySlot
from smsdesk.domain.people_drafts import ContactDraft, GroupDraft, GuardianDraft
from smsdesk.services.absences import AbsenceNotice
from smsdesk.services.bundle import Services
from smsdesk.services.events import Events
from smsdesk.storage.database import Database

DAY = timedelta(days=1)

Key = tuple[int, date, time | None]
"""A course (its number), a day and an hour; None is an hour that nobody knows."""

PUBLIC = {
    date(2026, 7, 14), date(2026, 8, 15), date(2026, 11, 1), date(2026, 11, 11), date(2026, 12, 25),
    date(2027, 1, 1), date(2027, 3, 29), date(2027, 5, 1), date(2027, 5, 6), date(2027, 5, 8),
    date(2027, 5, 17), date(2027, 7, 14), date(2027, 8, 15),
}  # fmt: skip
"""France, as the law (Code du travail, L3133-1) and the dates of Easter have them."""

SCHOOL = {
    Zone.NONE: [],
    Zone.A: [((2027, 2, 13), (2027, 3, 1)), ((2027, 4, 10), (2027, 4, 26))],
    Zone.B: [((2027, 2, 20), (2027, 3, 8)), ((2027, 4, 17), (2027, 5, 3))],
    Zone.C: [((2027, 2, 6), (2027, 2, 22)), ((2027, 4, 3), (2027, 4, 19))],
}
EVERYWHERE = [
    ((2026, 7, 4), (2026, 9, 1)), ((2026, 10, 17), (2026, 11, 2)), ((2026, 12, 19), (2027, 1, 4)),
    ((2027, 5, 7), (2027, 5, 10)), ((2027, 7, 3), (2027, 9, 2)),
]  # fmt: skip
"""School holidays by the decree for 2026-2027: the first day without school, and the first with it again."""

TELLING_DAYS = [
    date(2026, 7, 29), date(2026, 8, 28), date(2026, 10, 14), date(2026, 10, 23), date(2026, 12, 16),
    date(2027, 2, 4), date(2027, 2, 18), date(2027, 3, 1), date(2027, 3, 25), date(2027, 4, 29),
    date(2027, 5, 5), date(2027, 6, 30), date(2026, 11, 23),
]  # fmt: skip
"""Days before holidays begin or end, clocks change, or a school year does; and an ordinary Monday."""

EXAMPLES = 60
HOURS = [time(9), time(10, 30), time(17), time(18, 15)]
PERIODS = [(None, None), (None, None), (None, 2), (None, 4), (3, None), (5, None), (-30, 1), (2, 9), (-9, -1)]
"""First and last day of an hour of the week, in days from the first of the absence."""
NAMES = ["Piano", "Violon", "Choeur", "Orgue", "Harpe"]
CHILDREN = ["Anna", "Bruno", "Carla", "David"]
TEACHERS = ["Albert", "Berthe"]


@dataclass(frozen=True)
class Course:
    teacher: int | None
    parent: int | None
    slots: tuple[WeeklySlot, ...]
    season: str


@dataclass(frozen=True)
class Child:
    courses: frozenset[int]
    parents: tuple[int, ...]
    adult: bool
    own_phone: bool
    hours: dict[int, frozenset[tuple[int, time]]] = field(hash=False)
    """By course; a course that is missing here has no hours of this child written down."""


@dataclass(frozen=True)
class World:
    courses: tuple[Course, ...]
    children: tuple[Child, ...]
    zone: Zone
    exceptions: tuple[tuple[date, date, bool], ...]
    now: datetime
    first: date
    last: date


@st.composite
def slots_of(draw: st.DrawFn, around: date) -> WeeklySlot:
    begins = draw(st.sampled_from(HOURS))
    ends = draw(st.sampled_from([None, (datetime.combine(around, begins) + timedelta(minutes=30)).time()]))
    begun, ended = draw(st.sampled_from(PERIODS))
    return WeeklySlot(
        (around + draw(st.integers(0, 2)) * DAY).weekday(),
        begins,
        ends,
        "",
        None if begun is None else around + begun * DAY,
        None if ended is None else around + ended * DAY,
    )


def _hour_and_period(slot: WeeklySlot) -> tuple[object, ...]:
    return slot.weekday, slot.start, slot.valid_from


@st.composite
def courses_of(draw: st.DrawFn, number: int, around: date) -> Course:
    one = slots_of(around)
    most = draw(st.sampled_from([0, 3])) if number else 3
    return Course(
        draw(st.sampled_from([None, None, 0, 1])) if number else 0,
        draw(st.sampled_from([None, 0, 0, number - 1])) if number else None,
        tuple(draw(st.lists(one, min_size=int(not number), max_size=most, unique_by=_hour_and_period))),
        draw(st.sampled_from(["", "", "", "", "2026-2027", "2026-2027", "2025-2026", "Stage"])),
    )


@st.composite
def children_of(draw: st.DrawFn, courses: tuple[Course, ...]) -> Child:
    mine = draw(st.frozensets(st.integers(0, len(courses) - 1), min_size=1, max_size=3))
    hours = {}
    for course in sorted(mine):
        known = [(slot.weekday, slot.start) for slot in courses[course].slots]
        strange = st.tuples(st.integers(0, 6), st.sampled_from(HOURS))
        one = st.one_of(*[st.sampled_from(known)] * 3, strange) if known else strange
        hours[course] = draw(st.frozensets(one, max_size=2))
    parents = draw(st.lists(st.integers(0, 2), max_size=2, unique=True))
    return Child(mine, tuple(parents), draw(st.booleans()), draw(st.booleans()), hours)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    first = draw(st.sampled_from(TELLING_DAYS)) + draw(st.integers(0, 4)) * DAY
    number = draw(st.integers(1, len(NAMES)))
    courses = tuple(draw(courses_of(each, first)) for each in range(number))
    children = tuple(draw(children_of(courses)) for _ in range(draw(st.integers(1, len(CHILDREN)))))
    length = st.sampled_from([0, 1, 2, 3, 4, 6, 8, 9])
    exceptions = draw(
        st.lists(
            st.tuples(st.integers(-2, 9), length, st.booleans()), max_size=2, unique_by=lambda each: each[:2]
        )
    )
    now = datetime.combine(first, time(draw(st.sampled_from([0, 7, 8, 9, 15, 16, 17, 22])), 40), UTC)
    return World(
        courses,
        children,
        draw(st.sampled_from([Zone.NONE, *Zone])),
        tuple(
            (first + start * DAY, first + (start + more) * DAY, open_) for start, more, open_ in exceptions
        ),
        now + draw(st.sampled_from([-1, -1, 0, 0, 1, 2])) * DAY,
        first,
        first + draw(length) * DAY,
    )


class Naive:
    """What should fall, by looking at every day, child and hour by itself."""

    def __init__(self, world: World) -> None:
        self.world, self.teacher = world, 0

    def teaches(self, course: int | None) -> int | None:
        """Who teaches a course: the one it names, else the one that teaches what it is a part of."""
        while course is not None:
            if self.world.courses[course].teacher is not None:
                return self.world.courses[course].teacher
            course = self.world.courses[course].parent
        return None

    def home(self, course: int) -> int | None:
        """The course to whose hours the members of a group come, None where he does not teach them."""
        if self.teaches(course) != self.teacher:
            return None
        while not self.world.courses[course].slots:
            above = self.world.courses[course].parent
            if above is None or self.teaches(above) != self.teacher:
                return course
            course = above
        return course

    def closed(self, day: date) -> bool:
        mine = [each for each in enumerate(self.world.exceptions) if each[1][0] <= day <= each[1][1]]
        if mine:
            shortest = min(mine, key=lambda each: ((each[1][1] - each[1][0]).days, -each[0]))
            return not shortest[1][2]
        if day in PUBLIC:
            return True
        if self.world.zone is Zone.NONE:
            return False
        return any(date(*off) <= day < date(*again) for off, again in (*EVERYWHERE, *SCHOOL[self.world.zone]))

    def in_season(self, course: int, day: date) -> bool:
        season = self.world.courses[course].season
        if not season.startswith("20"):
            return True
        return date(int(season[:4]), 8, 1) <= day < date(int(season[5:]), 8, 1)

    def over(self, day: date, slot: WeeklySlot) -> bool:
        """Summer time in France is from the last Sunday of March to that of October, at 1:00 UTC."""
        now = self.world.now
        sundays = [
            max(date(now.year, month, number) for number in range(25, 32) if date(now.year, month, number).weekday() == 6)
            for month in (3, 10)
        ]  # fmt: skip
        turns = [datetime.combine(each, time(1), UTC) for each in sundays]
        wall = (now + timedelta(hours=2 if turns[0] <= now < turns[1] else 1)).replace(tzinfo=None)
        return datetime.combine(day, slot.end or slot.start) < wall

    def hours_of(self, child: int, course: int) -> frozenset[tuple[int, time]]:
        return self.world.children[child].hours.get(course, frozenset())

    def members(self, course: int) -> list[int]:
        return [
            number
            for number, child in enumerate(self.world.children)
            if any(self.home(each) == course for each in child.courses)
        ]

    def falling(self, known: Collection[Key] = ()) -> dict[Key, set[int]]:
        """The children (numbers) of each course, day and hour that falls, but for what is known already."""
        found: dict[Key, set[int]] = {}
        gone: set[Key] = set()
        for number in range((self.world.last - self.world.first).days + 1):
            day = self.world.first + number * DAY
            for course, each in enumerate(self.world.courses):
                if self.home(course) != course or self.closed(day) or not self.in_season(course, day):
                    continue
                there = [slot for slot in each.slots if self.runs(slot, day)]
                for slot in there:
                    key = course, day, slot.start
                    found.setdefault(key, set()).update(self.who(course, day, slot.start))
                    if self.over(day, slot):
                        gone.add(key)
                lost = self.who(course, day, None)
                if there and lost:
                    found[course, day, None] = lost
                    if day < self.world.now.astimezone().date():
                        gone.add((course, day, None))
        new = {key: who for key, who in found.items() if key not in known}
        return {key: who for key, who in new.items() if key not in gone} or new

    @staticmethod
    def runs(slot: WeeklySlot, day: date) -> bool:
        return (
            slot.weekday == day.weekday()
            and (slot.valid_from is None or slot.valid_from <= day)
            and (slot.valid_until is None or day <= slot.valid_until)
        )

    def who(self, course: int, day: date, hour: time | None) -> set[int]:
        """Who comes at this hour; with None those whose hour nobody knows."""
        members = self.members(course)
        if not any(self.hours_of(child, course) for child in members):
            return set(members) if hour else set()
        # An hour that has ended for good is as one that was taken out of the course.
        held = {
            (slot.weekday, slot.start)
            for slot in self.world.courses[course].slots
            if slot.valid_until is None or day <= slot.valid_until
        }
        there, nowhere = set(), set()
        for child in members:
            mine = set()
            for own in self.hours_of(child, course):
                same = [each for each in held if each[1] == own[1]]
                if own in held:
                    mine.add(own)
                elif len(same) == 1:
                    mine.add(same[0])
            if not mine:
                nowhere.add(child)
            if hour and (day.weekday(), hour) in mine:
                there.add(child)
        return there if hour else nowhere

    def phones(self, child: int) -> set[str]:
        one = self.world.children[child]
        theirs = {parent_phone(each) for each in one.parents}
        if one.own_phone and (one.adult or not theirs):
            theirs.add(own_phone(child))
        return theirs


def parent_phone(number: int) -> str:
    return f"+3363998000{number}"


def own_phone(number: int) -> str:
    return f"+3363998001{number}"


class Real:
    """The same world in a profile of the program."""

    def __init__(self, world: World, services: Services) -> None:
        self.services = services
        people = services.people
        self.teachers = [
            people.save_contact(ContactDraft(name, "Prof", ContactKind.TEACHER)).id for name in TEACHERS
        ]
        parents = [
            people.save_contact(
                ContactDraft(
                    f"Parent{number}", "Parent", ContactKind.GUARDIAN, (Phone(parent_phone(number)),)
                )
            ).id
            for number in range(3)
        ]
        self.groups: list[int] = []
        for name, course in zip(NAMES, world.courses, strict=False):
            draft = GroupDraft(
                None,
                name,
                GroupKind.COURSE,
                parent_id=None if course.parent is None else self.groups[course.parent],
                teacher_id=None if course.teacher is None else self.teachers[course.teacher],
                slots=course.slots,
                season=course.season,
            )
            self.groups.append(people.save_group(draft).id)
        self.children = [self._child(*each, parents) for each in enumerate(world.children)]
        for number, group in enumerate(self.groups):
            hours = {
                self.children[each]: child.hours.get(number, frozenset())
                for each, child in enumerate(world.children)
                if number in child.courses
            }
            people.keep_lesson_hours(group, hours)
        services.calendars.save_zone(world.zone)
        for first, last, open_ in world.exceptions:
            services.calendars.add_exception(first, last, "Exception", open_=open_)

    def _child(self, number: int, child: Child, parents: list[int]) -> int:
        people = self.services.people
        contact = people.save_contact(
            ContactDraft(
                CHILDREN[number],
                "Martin",
                phones=(Phone(own_phone(number)),) if child.own_phone else (),
                guardians=tuple(GuardianDraft(contact_id=parents[each]) for each in child.parents),
                birth_date=date(1990 if child.adult else 2016, 1, 1),
            )
        )
        for course in child.courses:
            people.add_to_group(self.groups[course], [contact.id])
        return contact.id


@contextmanager
def in_paris() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Europe/Paris")
        time_module.tzset()
        yield
    time_module.tzset()


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile that is begun, to be copied: making one takes longer than all that is asked of it."""
    path = tmp_path_factory.mktemp("empty") / "desk.sqlite3"
    database = Database(path)
    services_of(database, Events(), StillClock())
    database.close()
    return path


@contextmanager
def profile_of(world: World, empty: Path) -> Iterator[Real]:
    clock = StillClock()
    clock.now = world.now
    with TemporaryDirectory() as folder:
        database = Database(Path(shutil.copy(empty, folder)))
        services = services_of(database, Events(), clock)
        with database.write():
            real = Real(world, services)
        yield real
        database.close()


def said(text: str) -> dict[str, set[tuple[str, str]]]:
    """What a message tells by child: "Anna (Piano 9h et 17h, Orgue) et Bruno (Violon 9h)"."""
    told: dict[str, set[tuple[str, str]]] = {}
    for child, courses in re.findall(r"(\w+) \(([^)]*)\)", text):
        told[child] = {
            (course, hour)
            for course, rest in re.findall(r"([A-Z]\w+)([^A-Z]*)", courses)
            for hour in re.findall(r"\d+h\d*", rest) or [""]
        }
    return told


def spoken(hour: time | None) -> str:
    return "" if hour is None else f"{hour.hour}h{hour.minute:02}".removesuffix("00")


def found_in(real: Real, notice: AbsenceNotice) -> dict[Key, set[int]]:
    found: dict[Key, set[int]] = {}
    for each in notice.chosen:
        pupils = {real.children.index(pupil) for pupil in each.pupils}
        found.setdefault((real.groups.index(each.group_id), each.day, each.starts), set()).update(pupils)
    return found


def read_by_phone(naive: Naive, falling: dict[Key, set[int]]) -> dict[str, dict[str, set[tuple[str, str]]]]:
    messages: dict[str, dict[str, set[tuple[str, str]]]] = {}
    for (course, _, hour), children in falling.items():
        for child in children:
            for phone in naive.phones(child):
                theirs = messages.setdefault(phone, {}).setdefault(CHILDREN[child], set())
                theirs.add((NAMES[course], spoken(hour)))
    return messages


pytestmark = pytest.mark.skipif(
    not hasattr(time_module, "tzset"), reason="the system's zone cannot be changed here"
)


@given(worlds())
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_falls_and_who_hears_of_it_is_what_a_naive_look_finds(empty: Path, world: World) -> None:
    naive = Naive(world)
    with in_paris(), profile_of(world, empty) as real:
        expected = naive.falling()
        asked = AbsenceRequest(real.teachers[0], world.first, world.last, text="{cours}")
        notice = real.services.absences.find(asked)
        if world.last < world.now.astimezone().date():
            assert "is in the past" in str(notice.plan.problem)
            return

        assert found_in(real, notice) == expected
    assert {each.e164: said(each.text) for each in notice.plan.messages} == read_by_phone(naive, expected)
    alone = {CHILDREN[child] for who in expected.values() for child in who if not naive.phones(child)}
    assert {each.name.split()[0] for each in notice.plan.left_out} == alone


@given(worlds(), st.data())
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_was_told_is_not_told_again(empty: Path, world: World, data: st.DataObject) -> None:
    naive = Naive(world)
    first, second = (
        data.draw(st.sampled_from([NoticeKind.CANCELLED, NoticeKind.REPLACED, NoticeKind.ROOM]))
        for _ in range(2)
    )
    with in_paris(), profile_of(world, empty) as real:
        asked = AbsenceRequest(real.teachers[0], world.first, world.last, change_of(first))
        notice = real.services.absences.find(asked)
        told = data.draw(st.sets(st.sampled_from(notice.chosen or [None])))
        if None in told or not {pupil for each in told for pupil in each.pupils}:
            return
        asked = replace(asked, chosen=frozenset(each.key for each in told))
        if real.services.absences.find(asked).plan.problem is not None:
            return
        real.services.absences.send(asked)

        again = real.services.absences.find(replace(asked, chosen=None, change=change_of(second)))
        known = {(real.groups.index(each.group_id), each.day, each.starts) for each in told}
        believed = first is NoticeKind.CANCELLED or first is second
        assert found_in(real, again) == naive.falling(known if believed else ())


def change_of(kind: NoticeKind) -> Change:
    return Change(kind, room="Salle 9", replacement="Mme Roche")
