"""The sample world: a small conservatory with its courses, an absence that was told, and answers to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Protocol

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.course_notices import AbsenceRequest
from smsdesk.domain.people import Group, WeeklySlot
from smsdesk.domain.people_drafts import GroupDraft
from smsdesk.domain.schedule import SeriesDraft, Timing
from smsdesk.services.bundle import Services
from smsdesk.services.preferences import Choices
from smsdesk.services.resources import resource_path

SAMPLE = ("samples", "conservatoire.xlsx")
COURSE = "Piano"
TODAY = "Formation musicale"
"""The course that takes place today too."""
FIRST_HOUR, LAST_HOUR = 17, 22
"""When children come to it: after school, and before midnight however late it is."""
INSTITUTION = "Conservatoire"
ANSWERS = ("Merci de nous avoir prévenus !", "Bien reçu. Le cours sera-t-il rattrapé ?")
CONCERT = "Concert des élèves samedi à 17h à l'auditorium. Entrée libre, venez nombreux !"
CONCERT_IN = timedelta(days=3)


class Families(Protocol):
    """Those who get the messages of the sample world."""

    def answer(self, pattern: str, *replies: str) -> None:
        """This number answers the next messages with these texts."""


@dataclass(frozen=True)
class AbsentTeacher:
    """The absence that the world begins with: the course, and what is asked of `Services.absences`."""

    course: Group
    request: AbsenceRequest


def fill(services: Services, choices: Choices, families: Families, now: datetime) -> None:
    """Fill an empty profile: people, an absence that is told now, a course today, a planned concert.

    `choices` give language and appearance; the institution is that of the sample.
    """
    import_list(services)
    services.preferences.keep(replace(choices, institution=INSTITUTION, phone=""))
    absent = absence(services)
    plan = services.absences.find(absent.request).plan
    answer_each(families, [message.e164 for message in plan.messages])
    services.absences.send(absent.request)
    hold_a_course_today(services, now)
    plan_a_concert(services, now)


def import_list(services: Services) -> None:
    """Import the list that comes with the program."""
    services.importing.apply(services.importing.plan(resource_path(*SAMPLE)), accept_warnings=True)


def absence(services: Services) -> AbsentTeacher:
    """The next day on which the teacher of the sample's course teaches: that day he is absent."""
    course = services.people.group_named(COURSE)
    teaching = services.absences.teaching
    teacher = teaching.teacher_named(course.teacher)
    day = teaching.next_day(teacher.id, teaching.today()) or teaching.today()
    return AbsentTeacher(course, AbsenceRequest(teacher.id, day, day))


def answer_each(families: Families, phones: Sequence[str]) -> None:
    """The first phones answer what they get next, each in its words."""
    for phone, answer in zip(phones, ANSWERS, strict=False):
        families.answer(phone, answer)


def hold_a_course_today(services: Services, now: datetime) -> None:
    """Have a course take place later today, whatever the day is: somebody can be absent from it."""
    today = now.date()
    if services.absences.teaching.teaching_on(today):
        return
    if services.calendars.calendar().day_off(today) is not None:
        services.calendars.add_exception(today, open_=True)
    group = services.people.group_named(TODAY)
    hour = min(max(now.hour + 1, FIRST_HOUR), LAST_HOUR)
    slots = (*group.slots, WeeklySlot(today.weekday(), time(hour), time(hour + 1), group.slots[0].room))
    services.people.save_group(
        GroupDraft(group.id, group.name, group.kind, group.parent_id, group.teacher_id, slots)
    )


def plan_a_concert(services: Services, now: datetime) -> None:
    """Everybody will hear of a concert some days from now, in the morning."""
    morning = datetime.combine(now.date() + CONCERT_IN, time(10))
    services.schedule.plan_series(
        SeriesDraft(
            AudienceRequest(everyone=True), CONCERT, Timing(first=morning), title="Concert des élèves"
        )
    )
