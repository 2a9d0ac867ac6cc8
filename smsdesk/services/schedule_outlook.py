"""What a choice of "when" comes to: its next moments, what is wrong with it, and what to think of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from smsdesk.domain.errors import InputError
from smsdesk.domain.outgoing import Priority, Purpose
from smsdesk.domain.plan import NotifyPlan
from smsdesk.domain.schedule import Timing
from smsdesk.domain.sentences import Sentence
from smsdesk.services.schedule import Schedule
from smsdesk.services.sending_hours import Hours

NEXT_SHOWN = 5


@dataclass(frozen=True)
class WhenOutlook:
    """The next moments (aware; none for "now"), why it cannot be, and what to think of about the first."""

    times: tuple[datetime, ...] = ()
    problem: Sentence | None = None
    warnings: tuple[Sentence, ...] = ()


def when_outlook(
    schedule: Schedule,
    hours: Hours,
    timing: Timing | None,
    purpose: Purpose,
    priority: Priority = Priority.NORMAL,
    plan: NotifyPlan | None = None,
) -> WhenOutlook:
    """Look ahead at a timing; None is now. `plan` lets phones be told that had several SMS this week."""
    times: tuple[datetime, ...] = ()
    if timing is not None:
        try:
            times = schedule.next_times(timing, NEXT_SHOWN)
        except InputError as refused:
            return WhenOutlook(problem=refused.sentence)
    first = times[0] if times else None
    return WhenOutlook(times, None, hours.warnings(first, purpose, priority, plan))
