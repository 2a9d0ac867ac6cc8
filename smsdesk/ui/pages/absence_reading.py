"""What the page of absences reads, on the database thread: who teaches, what falls, what it comes to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from smsdesk.domain.course_notices import AbsenceRequest, FollowUp
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.views import Template
from smsdesk.services.absences import AbsenceNotice
from smsdesk.services.bundle import Services
from smsdesk.ui.pages.absence_what import Days
from smsdesk.ui.pages.absence_who import Teaching
from smsdesk.ui.pages.notify_sending import Outlook


@dataclass(frozen=True)
class Offered:
    """What the page begins with: today's teachers, the templates, whether a school zone was ever chosen.

    `doubt` says why second guardians would be told for nothing.
    """

    teaching: Teaching
    templates: tuple[Template, ...]
    zone_chosen: bool
    doubt: Sentence | None


@dataclass(frozen=True)
class Found:
    """What one look gives: the notice, what it costs, and (at first) the days to choose from."""

    notice: AbsenceNotice
    outlook: Outlook
    days: Days | None = None


def look_around(services: Services) -> Offered:
    """Who teaches today, or on the next day that has courses."""
    teaching = services.absences.teaching
    today = teaching.today()
    here = teaching.teaching_on(today)
    day = today if here else teaching.next_day()
    if not here and day is not None:
        here = teaching.teaching_on(day)
    return Offered(
        Teaching(today, day, here),
        services.templates.list(),
        services.calendars.zone_chosen,
        services.escalation.doubt(),
    )


def find(services: Services, request: AbsenceRequest) -> Found:
    """The courses of an absence and what their families would be told."""
    return _look_at(services, services.absences.find(request))


def find_first_day(services: Services, request: AbsenceRequest) -> Found:
    """The same on the first day on which this teacher has a course, with the days to choose from."""
    teaching = services.absences.teaching
    today, days = teaching.today(), teaching.next_days(request.teacher_id)
    first = min(days, default=today)
    found = find(services, replace(request, first=first, last=first, chosen=None))
    return replace(found, days=Days(today, days, first, first))


def find_again(services: Services, request: AbsenceRequest) -> Found:
    """The same on the days of the request, with the days to choose from."""
    teaching = services.absences.teaching
    days = Days(teaching.today(), teaching.next_days(request.teacher_id), request.first, request.last)
    return replace(find(services, request), days=days)


def follow(services: Services, asked: FollowUp) -> Found:
    """What those who got an earlier notice would be told."""
    return _look_at(services, services.absences.follow_up(asked))


def _look_at(services: Services, notice: AbsenceNotice) -> Found:
    forecast = services.budget.forecast(notice.plan, None)
    seconds = services.station.seconds_for(notice.plan.parts)
    return Found(notice, Outlook(notice.plan, forecast, seconds))
