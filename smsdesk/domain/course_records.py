"""What a notice about courses tells: the courses it is for, its record, and whom a follow-up is for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import takewhile

from smsdesk.domain.audience import AudienceRequest, Outcome
from smsdesk.domain.course_notices import AbsenceRequest, Change, FollowUp, Lesson, NoticeKind, NoticeRecord
from smsdesk.domain.courses import Occurrence
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.wall_time import moment_of

LONGEST_COURSE = timedelta(hours=3)
"""What hardly a course passes: orchestras and choirs rehearse that long."""


def too_late(chosen: Sequence[Occurrence]) -> Sentence | None:
    """A warning when all of these are over; None when one of them is still to come."""
    if chosen and all(each.over for each in chosen):
        return say("These courses are over already: the families would learn it afterwards.")
    return None


def over_at(lesson: Lesson) -> datetime:
    """When a course is over; where only its beginning is known, surely by then."""
    if lesson.ends is not None:
        return moment_of(datetime.combine(lesson.day, lesson.ends))
    latest = moment_of(datetime.combine(lesson.day, time(23, 59)))
    if lesson.starts is None:
        return latest
    return min(latest, moment_of(datetime.combine(lesson.day, lesson.starts)) + LONGEST_COURSE)


def adds(record: NoticeRecord, change: Change) -> bool:
    """Whether a notice says something about courses that have moved, and leaves them where they are."""
    return record.kind is NoticeKind.POSTPONED and change.kind in {NoticeKind.ROOM, NoticeKind.REPLACED}


def audiences(
    asked: FollowUp, chain: Sequence[NoticeRecord], waiting: Mapping[int, Collection[str]]
) -> dict[AudienceRequest, Collection[str]]:
    """Whom a follow-up is for: those of each notice of the chain, and the phones of these that are not."""
    takes_back = asked.change.kind is NoticeKind.MAINTAINED
    # What was told before the courses took place after all, nobody believes any more.
    believed = takewhile(lambda each: each.kind is not NoticeKind.MAINTAINED, chain) if takes_back else chain
    return {
        AudienceRequest(
            of_broadcast=notice.broadcast_id,
            outcome=Outcome.GOT_IT if takes_back else Outcome.ALL,
            excluded_contact_ids=asked.excluded_contact_ids,
        ): waiting.get(notice.broadcast_id, ()) if takes_back else ()
        for notice in believed
    }


def chosen_of(request: AbsenceRequest, found: Sequence[Occurrence]) -> tuple[Occurrence, ...]:
    """The occurrences that are meant: those chosen one by one, or those that a notice is for by itself."""
    if request.chosen is not None:
        return tuple(each for each in found if each.key in request.chosen and each.off is None)
    named = [each for each in found if not request.courses or each.group_id in request.courses]
    open_ = [
        each for each in named if each.off is None and (request.again or proposed(each, request.change.kind))
    ]
    if not request.courses:
        open_ = [each for each in open_ if not each.loose]
    return tuple(each for each in open_ if not each.over) or tuple(open_)


def proposed(occurrence: Occurrence, kind: NoticeKind) -> bool:
    """Whether a notice is for this course unless one says otherwise: nobody is told a thing twice."""
    told = occurrence.told
    return occurrence.held and (told is None or told.kind is not kind)


def lessons_of(chosen: Sequence[Occurrence]) -> tuple[Lesson, ...]:
    """What is written down of these occurrences."""
    return tuple(
        Lesson(each.group_id, each.course, each.day, each.starts, each.ends, each.room, each.pupils)
        for each in chosen
    )


def record_of(
    broadcast_id: int,
    change: Change,
    teacher_id: int | None,
    teacher: str,
    lessons: Sequence[Lesson],
    days: AbsenceRequest | NoticeRecord,
) -> NoticeRecord:
    """The record of a notice; where it is for no course, of the days that were asked for."""
    said = [lesson.day for lesson in lessons]
    first, last = _span(days)
    return NoticeRecord(
        broadcast_id,
        change.kind,
        teacher_id,
        teacher,
        min(said, default=first),
        max(said, default=last),
        change.replacement,
        tuple(lessons),
    )


def _span(days: AbsenceRequest | NoticeRecord) -> tuple[date, date]:
    if isinstance(days, AbsenceRequest):
        return days.first, days.last
    return days.first_day, days.last_day
