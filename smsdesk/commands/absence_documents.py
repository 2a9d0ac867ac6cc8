"""The JSON document of a notice about courses, its lines for people, and why courses are not in it."""

from __future__ import annotations

from datetime import time

from smsdesk.commands.context import Context, table
from smsdesk.commands.documents import Document, counted, message_document, notice_document, planned_document
from smsdesk.domain.course_notices import AbsenceRequest, Lesson
from smsdesk.domain.courses import Occurrence
from smsdesk.domain.plan import NotifyPlan
from smsdesk.domain.untrusted import visible_line
from smsdesk.services.absences import AbsenceNotice
from smsdesk.services.bundle import Services


def not_told(notice: AbsenceNotice, request: AbsenceRequest) -> dict[str, None]:
    """The courses in these days that the notice is not about, each with the reason."""
    left = [
        each
        for each in notice.occurrences
        if each not in notice.chosen and (not request.courses or each.group_id in request.courses)
    ]
    return dict.fromkeys(filter(None, map(_why_not, left)))


def _why_not(occurrence: Occurrence) -> str | None:
    course, told = visible_line(occurrence.course), occurrence.told
    if occurrence.off is not None:
        return f"No course on {occurrence.day}: {occurrence.off.name or 'closed'}."
    if told is not None and not occurrence.over:
        return (
            f"{course}, {occurrence.day}: the families know already (send {told.broadcast_id}). See --again."
        )
    if occurrence.loose:
        return (
            f"{course} has no weekly hours, so nobody is told about it. Name it with --course to tell them."
        )
    return None


def emit_notice(
    context: Context,
    services: Services,
    notice: AbsenceNotice,
    broadcast_id: int | None,
    start: str,
    called_back: int = 0,
) -> None:
    """Say what is told, or would be; `start` begins the line of totals."""
    documents = [planned_document(message) for message in notice.plan.messages]
    if broadcast_id is not None:
        sent = services.broadcasts.messages(broadcast_id)[::-1]
        documents = [message_document(message) for message in sent]
    answer = {
        **notice_document(notice.plan, broadcast_id, documents),
        "kind": notice.record.kind.value,
        "teacher": notice.teacher,
        "about": notice.record.about,
        "called_back": called_back,
        "occurrences": [_lesson_document(services, lesson) for lesson in notice.record.lessons],
    }
    context.emit(answer, _lines(notice, start, called_back))


def _lesson_document(services: Services, lesson: Lesson) -> Document:
    return {
        "course": lesson.course,
        "day": lesson.day.isoformat(),
        "starts": _hour(lesson.starts),
        "ends": _hour(lesson.ends),
        "room": lesson.room,
        "pupils": [services.people.contact(pupil).name for pupil in lesson.pupils],
        "new_day": lesson.new_day.isoformat() if lesson.new_day else None,
        "new_starts": _hour(lesson.new_starts),
        "new_room": lesson.new_room or None,
    }


def _lines(notice: AbsenceNotice, start: str, called_back: int) -> list[str]:
    courses = [
        (lesson.day.isoformat(), _hour(lesson.starts) or "?", visible_line(lesson.course), len(lesson.pupils))
        for lesson in notice.record.lessons
    ]
    return [
        *table(courses, ("day", "hour", "course", "pupils")),
        *_message_lines(notice.plan),
        f"{start} {counted(notice.plan.phones, 'message', 'messages')} ({notice.plan.parts} SMS) "
        f"for {counted(notice.plan.people, 'person', 'people')}.",
        *(
            [f"{counted(called_back, 'message', 'messages')} not sent yet: called back."]
            if called_back
            else []
        ),
        *(f"Left out: {person.name}. {person.reason}" for person in notice.plan.left_out),
        *([str(notice.warning)] if notice.warning else []),
    ]


def _message_lines(plan: NotifyPlan) -> list[str]:
    rows = [
        (message.e164, message.parts, ", ".join(message.people), visible_line(message.text))
        for message in plan.messages
    ]
    return table(rows, ("to", "SMS", "for", "text")) if rows else []


def _hour(hour: time | None) -> str | None:
    return hour.isoformat("minutes") if hour is not None else None
