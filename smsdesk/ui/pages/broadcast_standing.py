"""What the page of one broadcast shows, read off the window's thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from smsdesk.domain.broadcast_views import Chain, Pace, Renewed
from smsdesk.domain.budget import Held
from smsdesk.domain.calling_list import CallingList
from smsdesk.domain.course_notices import NoticeRecord
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.outgoing import WAITING
from smsdesk.domain.second_guardian import Rule
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.views import BroadcastDetail, BroadcastSummary
from smsdesk.services.bundle import Services
from smsdesk.ui.pages.broadcast_answers import AnswersRead, read_answers


@dataclass(frozen=True)
class Live:
    """What moves while a broadcast leaves. `others_here`: another SIM could send what a limit holds.

    `obstacle` says why nothing of it leaves, None while something may.
    """

    detail: BroadcastDetail
    renewed: Renewed
    pace: Pace
    held: Held | None
    others_here: bool
    obstacle: Sentence | None


def read_live(services: Services, number: int, marks: Mapping[int, str]) -> Live:
    """How it stands, with the messages that changed since `marks`."""
    held, detail = services.budget.holds(number), services.broadcasts.get(number)
    return Live(
        detail,
        services.following.renewed(number, marks),
        services.following.pace(number),
        held,
        held is not None and services.budget.others_here(),
        services.station.obstacle() if _leaves(detail.summary) else None,
    )


def _leaves(summary: BroadcastSummary) -> bool:
    """Whether something of it still has to leave."""
    return not summary.cancelled and any(summary.counts.get(state) for state in WAITING)


@dataclass(frozen=True)
class Around:
    """What is read a little less often. `crisis` is the alert of which this broadcast is a step."""

    number: int
    calling: CallingList
    answers: AnswersRead
    chain: Chain
    rule: Rule | None
    courses: NoticeRecord | None
    crisis: int | None
    followed_by: Mapping[Relation, int]
    """How many phones each follow-up would write to; none of them while it leaves."""


def read_around(services: Services, number: int, answers: int) -> Around:
    """What surrounds a broadcast, with the last so many of its answers."""
    following, summary = services.following, services.broadcasts.get(number).summary
    return Around(
        number,
        following.calling_list(number),
        read_answers(services, number, answers),
        following.chain(number),
        services.escalation.of(number),
        services.absences.of_broadcast(number),
        services.crises.of_broadcast(number),
        {} if _leaves(summary) else services.notify.would_reach(number, summary.purpose),
    )
