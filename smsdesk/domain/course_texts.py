"""What a family reads about its courses: the values of the fields of its text, and where courses move."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from smsdesk.domain.course_notices import Change, Lesson, NoticeKind, NoticeRecord
from smsdesk.domain.french_dates import spoken_days, spoken_hour, spoken_span, weekday_name
from smsdesk.domain.notice_values import called
from smsdesk.domain.people import Contact
from smsdesk.domain.templates import listed

TEMPLATES: Mapping[NoticeKind, str] = {
    NoticeKind.CANCELLED: "Absence d'un professeur",
    NoticeKind.REPLACED: "Professeur remplacé",
    NoticeKind.POSTPONED: "Cours reporté",
    NoticeKind.ROOM: "Changement de salle",
    NoticeKind.MAINTAINED: "Cours maintenu",
}
"""The template of the library that each kind of notice begins with, if it speaks of {cours}."""

_WEEK = 7


def moved(lessons: Sequence[Lesson], change: Change) -> tuple[Lesson, ...]:
    """The lessons with where they move: all by as many hours as the first of them."""
    if change.kind is NoticeKind.ROOM:
        return tuple(replace(lesson, new_room=change.room) for lesson in lessons)
    if change.kind is not NoticeKind.POSTPONED:
        return tuple(lessons)
    starts = [lesson.starts for lesson in lessons if lesson.starts is not None]
    shift = _minutes(change.starts) - _minutes(min(starts)) if change.starts and starts else 0
    return tuple(
        replace(
            lesson,
            new_day=change.day,
            new_starts=_shifted(lesson.starts, shift) if lesson.starts else change.starts,
            new_room=change.room,
        )
        for lesson in lessons
    )


def standing(lessons: Sequence[Lesson]) -> tuple[Lesson, ...]:
    """The lessons where families expect them: on the day and at the hour to which they have moved."""
    return tuple(
        replace(
            lesson, day=lesson.new_day, starts=lesson.new_starts, ends=None, room=lesson.new_room,
            new_day=None, new_starts=None, new_room="",
        )
        if lesson.new_day is not None
        else lesson
        for lesson in lessons
    )  # fmt: skip


def _minutes(hour: time) -> int:
    return 60 * hour.hour + hour.minute


def _shifted(hour: time, minutes: int) -> time:
    """Later or earlier on the same day: never past its ends."""
    there = datetime.combine(date(2000, 1, 1), hour) + timedelta(minutes=minutes)
    if there.date() != date(2000, 1, 1):
        return time(23, 59) if minutes > 0 else time(0)
    return there.time()


def family_values(people: Sequence[Contact], record: NoticeRecord, today: date) -> dict[str, str]:
    """The values of the fields for one phone: of these people, those of their lessons alone."""
    lessons = record.lessons
    theirs = {person.id: [each for each in lessons if person.id in each.pupils] for person in people}
    # Who was taken out of the database since is nobody's pupil any more, and hears of all the courses.
    heard = list(dict.fromkeys(lesson for own in theirs.values() for lesson in own)) or list(lessons)
    days = {lesson.day for lesson in heard}
    spoken = [_child(person, theirs[person.id], days) for person in people if theirs[person.id]]
    concerned = [called(person) for person in people if theirs[person.id]]
    courses = listed([lesson.course for lesson in heard])
    return {
        "professeur": record.teacher,
        "remplaçant": record.replacement,
        "date": spoken_days(days, today),
        "cours": listed(
            spoken
            or [
                _named(lesson.course, spoken_hour(lesson.starts) if lesson.starts else "") for lesson in heard
            ]
        ),
        "prénom": listed(concerned or [called(person) for person in people]),
        "groupe": courses,
        "classe": courses,
        "heure": listed([spoken_hour(each.starts) for each in heard if each.starts]),
        "salle": listed([room for each in heard if (room := each.new_room or each.room)]),
        "rattrapage": _new_moments(people, theirs, today),
    }


def _child(person: Contact, lessons: Iterable[Lesson], family_days: set[date]) -> str:
    """ "Léa (Piano 17h30)": the days are said where they are not those of the whole family."""
    days_of: dict[tuple[str, time | None], list[date]] = {}
    for lesson in lessons:
        days_of.setdefault((lesson.course, lesson.starts), []).append(lesson.day)
    within_a_week = (max(family_days) - min(family_days)).days < _WEEK
    hours_of: dict[tuple[str, str], list[str]] = {}
    for (course, starts), days in days_of.items():
        when = "" if set(days) == family_days else _short_days(days, within_a_week)
        hours_of.setdefault((course, when), []).append(spoken_hour(starts) if starts else "")
    said = [_named(course, when, listed(hours)) for (course, when), hours in hours_of.items()]
    return f"{called(person)} ({', '.join(said)})"


def _named(course: str, *details: str) -> str:
    return " ".join(filter(None, (course, *details)))


def _short_days(days: Sequence[date], within_a_week: bool) -> str:
    """ "jeudi et vendredi"; with the day of the month where a weekday could be two."""
    return listed(
        [weekday_name(day.weekday()) + ("" if within_a_week else f" {day.day}") for day in sorted(set(days))]
    )


def _new_moments(people: Sequence[Contact], theirs: Mapping[int, Sequence[Lesson]], today: date) -> str:
    """ "jeudi 19 mars à 17h30, salle 4"; of several "jeudi 19 mars à 17h30 (Léa) et à 18h (Tom), salle 4"."""
    whose: dict[tuple[date, time | None], list[str]] = {}
    rooms = set[str]()
    for person in people:
        for lesson in theirs[person.id]:
            if lesson.new_day is not None:
                whose.setdefault((lesson.new_day, lesson.new_starts), []).append(called(person))
                rooms.add(lesson.new_room)
    said: list[str] = []
    for day, hour in sorted(whose, key=lambda each: (each[0], each[1] or time.min)):
        names = f"({listed(whose[day, hour])})" if len(whose) > 1 else ""
        named = spoken_days([day], today) if not said else ""
        said.append(" ".join(filter(None, (named, f"à {spoken_hour(hour)}" if hour else "", names))))
    return ", ".join(filter(None, (listed(said), *sorted(rooms))))


_TITLES: Mapping[NoticeKind, str] = {
    NoticeKind.CANCELLED: "Absence",
    NoticeKind.REPLACED: "Remplacement",
    NoticeKind.POSTPONED: "Report",
    NoticeKind.ROOM: "Changement de salle",
    NoticeKind.MAINTAINED: "Cours maintenu",
}


def notice_title(record: NoticeRecord, today: date) -> str:
    """What a list of sends shows: "Absence : Hélène Marchand, jeudi 12 mars"."""
    days = spoken_span(record.first_day, record.last_day, today)
    return f"{_TITLES[record.kind]} : {record.teacher}, {days}"
