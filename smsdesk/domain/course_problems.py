"""Why a notice about courses cannot be sent as it stands: each reason in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from smsdesk.domain.course_notices import AbsenceRequest, Change, NoticeKind
from smsdesk.domain.courses import Course, Occurrence
from smsdesk.domain.sentences import Sentence, say

LONGEST_ABSENCE = 366
"""Days: a longer span is a slip in the year."""


def wrong_days(request: AbsenceRequest, today: date) -> Sentence | None:
    """Why no absence can lie in these days."""
    if request.last < request.first:
        return say(
            "The last day, {last}, is before the first, {first}.", last=request.last, first=request.first
        )
    if request.last < today:
        return say("{day} is in the past. Choose today or a later day.", day=request.last)
    if (request.last - request.first).days >= LONGEST_ABSENCE:
        return say(
            "From {first} to {last} is more than a year. Correct a day.",
            first=request.first,
            last=request.last,
        )
    return None


def wrong_change(change: Change, days: Sequence[date], today: date) -> Sentence | None:
    """What is still missing of a change, or cannot be."""
    if change.kind is NoticeKind.REPLACED and not change.replacement.strip():
        return say("Write who teaches in the place of the absent teacher.")
    if change.kind is NoticeKind.ROOM and not change.room.strip():
        return say("Write the room in which the course takes place.")
    if change.kind is NoticeKind.POSTPONED:
        return _wrong_new_day(change.day, days, today)
    if days and max(days) < today:
        return say("The courses of {day} are past: nothing of them changes any more.", day=max(days))
    return None


def _wrong_new_day(new: date | None, days: Sequence[date], today: date) -> Sentence | None:
    if new is None:
        return say("Choose the day on which the course is made up for.")
    if new < today:
        return say("The new day, {day}, is in the past. Choose a later one.", day=new)
    if len(set(days)) > 1:
        return say("Courses of several days cannot all move to {day}. Choose one day.", day=new)
    return None


def nothing_to_tell(
    teacher: str, courses: Sequence[Course], found: Sequence[Occurrence], next_day: date | None
) -> Sentence:
    """Why there is no course that one could tell about in the days that were asked for."""
    if not courses:
        return say(
            "{teacher} teaches no course. Open the group of the course and name the teacher there.",
            teacher=teacher,
        )
    scheduled = [each for each in found if not each.loose]
    known = next((each for each in scheduled if each.told is not None and each.off is None), None)
    if known is not None and known.told is not None:
        return say(
            "The families know already (send {id}). Choose the courses to tell them once more.",
            id=known.told.broadcast_id,
        )
    off = next((each.off for each in scheduled if each.off is not None), None)
    if off is not None:
        return say("There is no course on {day}: {name}.", day=off.day, name=off.name or say("closed"))
    without = [course.name for course in courses if not course.slots]
    if without and len(without) == len(courses):
        return say(
            "No weekly hours are known of {courses}. Choose the course, or write its hours in the group.",
            courses=", ".join(dict.fromkeys(without)),
        )
    if next_day is not None:
        return say(
            "{teacher} has no course in these days. The next one is on {day}.", teacher=teacher, day=next_day
        )
    return say("{teacher} has no course in these days. Choose another day.", teacher=teacher)
