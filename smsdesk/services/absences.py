"""Notices about courses: a teacher is absent, a course moves, and what is told to the same families later."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.clock import Clock
from smsdesk.domain.course_notices import (
    RELATIONS,
    AbsenceRequest,
    Change,
    FollowUp,
    Lesson,
    NoticeKind,
    NoticeRecord,
    NoticeRule,
)
from smsdesk.domain.course_problems import nothing_to_tell, wrong_change, wrong_days
from smsdesk.domain.course_records import adds, audiences, chosen_of, lessons_of, over_at, record_of, too_late
from smsdesk.domain.course_texts import TEMPLATES, moved, notice_title, standing
from smsdesk.domain.courses import Course, Occurrence
from smsdesk.domain.folding import fold
from smsdesk.domain.outgoing import Priority
from smsdesk.domain.plan import NotifyPlan
from smsdesk.domain.second_guardian import check_minutes
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.templates import MergeText
from smsdesk.domain.views import CancelResult
from smsdesk.services.course_plans import CoursePlans
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.notice_chains import NoticeChains
from smsdesk.services.notify import DEFAULT_OPTIONS, Notify, SendOptions
from smsdesk.services.shipped_templates import shipped
from smsdesk.services.teaching import Teaching
from smsdesk.services.templates import Templates
from smsdesk.storage import course_notices, decisions, notice_rules
from smsdesk.storage.database import Connection, Database

log = logging.getLogger(__name__)

_COURSES = fold("cours")
"""The field for the children of a family with their courses and hours."""

SOON = 1
"""Days ahead: what concerns today or tomorrow leaves before concerts and meetings."""


@dataclass(frozen=True)
class AbsenceNotice:
    """What would be told: every occurrence in the days, the chosen ones, the text before merging, the plan.

    `saved` SMS are saved by names without costly accents. `waiting` phones of the notice that this one is
    about have nothing yet: what waits for them is called back instead.
    """

    teacher: str
    occurrences: tuple[Occurrence, ...]
    chosen: tuple[Occurrence, ...]
    text: str
    template: str
    plan: NotifyPlan
    record: NoticeRecord
    saved: int = 0
    waiting: int = 0
    warning: Sentence | None = None

    @property
    def only_calls_back(self) -> bool:
        """Whether nothing has left yet, so that calling it back is all that there is to do."""
        return bool(self.waiting) and not self.plan.messages and self.plan.problem is None


@dataclass(frozen=True)
class Sent:
    """What a follow-up did: its broadcast (None: nothing had left, so nobody needs to be told), and how many
    messages of the earlier one were called back.
    """

    broadcast_id: int | None
    called_back: int = 0


class Absences:
    """Plans and sends notices about courses, and remembers what was told about which."""

    def __init__(
        self,
        database: Database,
        teaching: Teaching,
        notify: Notify,
        templates: Templates,
        events: Events,
        clock: Clock,
        wake: Callable[[], None],
    ) -> None:
        self.teaching = teaching
        self._database = database
        self._notify = notify
        self._templates = templates
        self._plans = CoursePlans(notify, teaching.today)
        self._chains = NoticeChains(database, clock)
        self._events = events
        self._clock = clock
        self._wake = wake

    def template_text(self, kind: NoticeKind) -> tuple[str, str]:
        """The name of the template that a kind begins with, and its text.

        One of the library that does not speak of {cours} is for other messages: it would name no child and
        no hour. Then it is the text that comes with the program, with "" for its name.
        """
        wanted = fold(TEMPLATES[kind])
        named = [each for each in self._templates.list() if fold(each.name) == wanted]
        for template in named:
            if _COURSES in map(fold, MergeText(template.body).names):
                return template.name, template.body
        return "", next(each.body for each in shipped() if fold(each.name) == wanted)

    def find(self, request: AbsenceRequest) -> AbsenceNotice:
        """The courses of an absence and what their families would be told; refuses nothing: `plan.problem`.

        InputError when there is no such person, or the rule about second guardians cannot have this time.
        """
        check_minutes(request.second_guardian_after)
        teacher = self.teaching.teacher(request.teacher_id)
        template, usual = self.template_text(request.change.kind)
        text = usual if request.text is None else request.text
        found, chosen, problem = self._looked_up(request, teacher.name)
        lessons = moved(lessons_of(chosen), request.change)
        record = record_of(0, request.change, teacher.id, teacher.name, lessons, request)
        plan, saved = self._plans.plan(
            {_audience(request, lessons): ()}, text, record, plain=request.plain, fields=dict(request.fields)
        )
        plan = replace(plan, problem=problem or plan.problem)
        warning = self._warning(request.change) or too_late(chosen)
        return AbsenceNotice(
            teacher.name, found, chosen, text, template, plan, record, saved, warning=warning
        )

    def _looked_up(
        self, request: AbsenceRequest, teacher: str
    ) -> tuple[tuple[Occurrence, ...], tuple[Occurrence, ...], Sentence | None]:
        """The occurrences in the days, those that are meant, and why nothing can be told of them."""
        wrong = wrong_days(request, self.teaching.today())
        courses = () if wrong else self.teaching.courses(request.teacher_id)
        found = self.teaching.occurrences(courses, request.first, request.last)
        chosen = chosen_of(request, found)
        return found, chosen, wrong or self._problem(request, teacher, courses, found, chosen)

    def _problem(
        self,
        request: AbsenceRequest,
        teacher: str,
        courses: Sequence[Course],
        found: Sequence[Occurrence],
        chosen: Sequence[Occurrence],
    ) -> Sentence | None:
        if not chosen and request.chosen is not None and found:
            return say("Choose at least one course.")
        if not chosen:
            next_day = self.teaching.next_day(request.teacher_id, request.last) if courses else None
            return nothing_to_tell(teacher, courses, found, next_day)
        return wrong_change(request.change, [each.day for each in chosen], self.teaching.today())

    def _warning(self, change: Change) -> Sentence | None:
        off = (
            self.teaching.day_off(change.day) if change.day and change.kind is NoticeKind.POSTPONED else None
        )
        return say("The new day is a day off: {name}.", name=off.name or say("closed")) if off else None

    def send(self, request: AbsenceRequest, options: SendOptions = DEFAULT_OPTIONS) -> int:
        """Put the notice into the queue and remember what it tells; answers the broadcast's id.

        InputError, and nothing is changed, for what `find` names as a problem.
        """
        with self._database.write() as connection:
            notice = self.find(request)
            broadcast_id = self._queue(connection, notice, options, _rule(request))
        self._told(broadcast_id)
        return broadcast_id

    def _queue(
        self, connection: Connection, notice: AbsenceNotice, options: SendOptions, rule: NoticeRule | None
    ) -> int:
        record = notice.record
        made = replace(
            options,
            title=options.title or notice_title(record, self.teaching.today()),
            priority=self._priority(record, options),
            expires_at=options.expires_at or self._useless_from(record, options),
        )
        broadcast_id = self._notify.queue_plan(notice.plan, notice.text, made)
        course_notices.insert_notice(connection, replace(record, broadcast_id=broadcast_id))
        if rule is not None:
            notice_rules.keep(connection, broadcast_id, rule)
        return broadcast_id

    def _priority(self, record: NoticeRecord, options: SendOptions) -> Priority:
        days = (record.first_day - self.teaching.today()).days
        return Priority.URGENT if days <= SOON else options.priority

    def _useless_from(self, record: NoticeRecord, options: SendOptions) -> datetime | None:
        """The end of the last course: told later, it would send families to the wrong day."""
        end = max(map(over_at, record.lessons), default=None)
        if end is None:
            return None
        return end if end > max(self._clock(), options.not_before or self._clock()) else None

    def of_broadcast(self, broadcast_id: int) -> NoticeRecord | None:
        """What a broadcast told about courses; None when it told nothing of the kind."""
        return self._chains.of_broadcast(broadcast_id)

    def follow_up(self, asked: FollowUp) -> AbsenceNotice:
        """What those who got a notice would be told now; for whom it still waits, it is called back instead.

        A notice that was followed by others is taken as it stands after the last of them. That courses take
        place after all is told to exactly those who may have got one of these notices; what is new (another
        day, another room) to everybody whom one of them was for. InputError when that broadcast told nothing
        about courses.
        """
        change, chain = asked.change, self._chains.chain(asked.about)
        record = chain[0]
        template, usual = self.template_text(change.kind)
        text = usual if asked.text is None else asked.text
        waiting = self._chains.taken_back(chain, change)
        takes_back = change.kind is NoticeKind.MAINTAINED
        before = standing(record.lessons) if adds(record, change) else record.lessons
        told = record_of(0, change, record.teacher_id, record.teacher, moved(before, change), record)
        plan, saved = self._plans.plan(
            audiences(asked, chain, waiting), text, told, plain=asked.plain, fields=dict(asked.fields)
        )
        problem = wrong_change(change, [each.day for each in before], self.teaching.today())
        if takes_back and record.kind is NoticeKind.MAINTAINED:
            problem = say(
                "The families know already that these courses take place (send {id}).", id=record.broadcast_id
            )
        if not (waiting and takes_back and not plan.messages):
            problem = problem or plan.problem
        plan = replace(plan, problem=problem)
        told = replace(told, about=record.broadcast_id)
        warning = self._warning(change)
        called_back = len(frozenset().union(*waiting.values()))
        return AbsenceNotice(record.teacher, (), (), text, template, plan, told, saved, called_back, warning)

    def send_follow_up(self, asked: FollowUp, options: SendOptions = DEFAULT_OPTIONS) -> Sent:
        """Call back what waits of the earlier notice, and tell the others; refuses like `send`."""
        with self._database.write() as connection:
            planned = self.follow_up(asked)
            about = planned.record.about
            assert about is not None
            self._notify.check(planned.plan, options)
            chain = self._chains.chain(asked.about)
            self._chains.stop(connection, chain, asked.change)
            rule = notice_rules.pass_on(connection, chain, asked)
            linked = replace(options, about=about, relation=RELATIONS[asked.change.kind])
            sent = self._queue(connection, planned, linked, rule) if planned.plan.messages else None
        self._told(about)
        return Sent(sent, planned.waiting)

    def call_back(self, broadcast_id: int) -> CancelResult:
        """Stop a notice that was just confirmed; the rules of those that it followed hold again."""
        result = self._chains.call_back(broadcast_id)
        log.info("notice %s called back", broadcast_id)
        self._told(broadcast_id)
        return result

    def hold(self, broadcast_id: int) -> tuple[int, ...]:
        """Hold all that waits of a notice and of those around it while a person decides what follows.

        Gives the broadcasts that were not held before: `let_go` lets them go on.
        """
        held = self._chains.hold(broadcast_id)
        self._told(broadcast_id)
        return held

    def let_go(self, held: Sequence[int]) -> None:
        """Let what `hold` held go on."""
        with self._database.write() as connection:
            for broadcast_id in held:
                decisions.set_paused(connection, broadcast_id, paused=False)
        for broadcast_id in held:
            self._told(broadcast_id)

    def _told(self, broadcast_id: int) -> None:
        """Tell everybody once more, now that it is written: a transaction of ours was around the queue's."""
        self._wake()
        self._events.publish(Changed(Topic.BROADCASTS, broadcast_id), Changed(Topic.QUEUE))


def _audience(request: AbsenceRequest, lessons: Sequence[Lesson]) -> AudienceRequest:
    """All who come to these lessons, but for those who were taken out."""
    return AudienceRequest(
        contact_ids=tuple(dict.fromkeys(pupil for lesson in lessons for pupil in lesson.pupils)),
        excluded_contact_ids=request.excluded_contact_ids,
        second_guardian_after=request.second_guardian_after,
    )


def _rule(request: AbsenceRequest) -> NoticeRule | None:
    """The rule about second guardians that was asked for, with what their SMS will be made of."""
    if request.second_guardian_after is None:
        return None
    return NoticeRule(
        request.second_guardian_after, request.excluded_contact_ids, request.fields, request.plain
    )
