"""What a broadcast was made of, so that others are told the same: a notice to groups, or about courses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from smsdesk.domain.audience import Audience, AudienceRequest
from smsdesk.domain.clock import Clock
from smsdesk.domain.course_notices import NoticeRecord
from smsdesk.domain.course_records import over_at
from smsdesk.domain.plan import NotifyPlan
from smsdesk.domain.views import BroadcastSummary
from smsdesk.services.course_plans import CoursePlans
from smsdesk.services.notify import Notify
from smsdesk.storage import course_notices, drafts, notice_rules
from smsdesk.storage.database import Connection


@dataclass(frozen=True)
class Retold:
    """Whom it was for, with who was taken out; and what others read of it, each of his own people.

    `past` are those (contact ids) of whose courses none is still to come.
    """

    request: AudienceRequest
    plan: Callable[[Audience], NotifyPlan]
    past: frozenset[int] = frozenset()


class Retelling:
    """Finds what broadcasts were made of."""

    def __init__(self, notify: Notify, clock: Clock) -> None:
        self._notify = notify
        self._clock = clock
        self._courses = CoursePlans(notify, self._today)

    def _today(self) -> date:
        return self._clock().astimezone().date()

    def of(self, connection: Connection, first: BroadcastSummary) -> Retold | None:
        """How others are told of a broadcast; None where that was not kept, as before version 0.2."""
        return self._composed(connection, first.id) or self._about_courses(connection, first)

    def _composed(self, connection: Connection, broadcast_id: int) -> Retold | None:
        composed = drafts.composition(connection, broadcast_id)
        if composed is None:
            return None
        about = AudienceRequest(of_broadcast=broadcast_id)
        return Retold(
            composed.request,
            lambda reached: self._notify.merged(reached, about, composed.text, composed.fields),
        )

    def _about_courses(self, connection: Connection, first: BroadcastSummary) -> Retold | None:
        record = course_notices.load_notice(connection, first.id)
        rule = notice_rules.load(connection, first.id)
        if record is None or rule is None:
            return None
        request = AudienceRequest(
            excluded_contact_ids=rule.excluded_contact_ids, second_guardian_after=rule.minutes
        )

        def plan(reached: Audience) -> NotifyPlan:
            fields = dict(rule.fields)
            return self._courses.of_reached(reached, first.body, record, plain=rule.plain, fields=fields)[0]

        return Retold(request, plan, self._past(record))

    def _past(self, record: NoticeRecord) -> frozenset[int]:
        now, pupils = self._clock(), {pupil for lesson in record.lessons for pupil in lesson.pupils}
        coming = {pupil for lesson in record.lessons if over_at(lesson) > now for pupil in lesson.pupils}
        return frozenset(pupils - coming)
