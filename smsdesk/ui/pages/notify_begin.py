"""Envoyer: what there is to choose from, and what the page begins with; read off the window's thread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.compositions import DraftContent
from smsdesk.domain.errors import InputError
from smsdesk.domain.outgoing import Priority, Purpose
from smsdesk.domain.people import Contact
from smsdesk.domain.schedule import SeriesDraft
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.signatures import Signature
from smsdesk.domain.views import Template
from smsdesk.services.bundle import Services
from smsdesk.services.people import People
from smsdesk.services.schedule import Schedule
from smsdesk.services.schedule_moving import timing_from_now
from smsdesk.ui.pages.notify_audience import Known
from smsdesk.ui.pages.notify_when import WhenChoice
from smsdesk.ui.places import NotifyStart

_STILL_MEANT = timedelta(hours=12)
"""What was composed today is gone on with at once; an older draft waits in the list to be asked for."""


@dataclass(frozen=True)
class ChangedSeries:
    """The planned series that is being changed: its id, and when it sends from now on."""

    id: int
    choice: WhenChoice


@dataclass(frozen=True)
class Beginning:
    """A composition to begin with, the people it names, and the title of the broadcast that it follows.

    `restored`: nobody asked for it; the program found it again. `replaces`: it takes that series' place.
    """

    content: DraftContent
    people: tuple[Contact, ...] = ()
    earlier: str = ""
    restored: bool = False
    replaces: ChangedSeries | None = None


@dataclass(frozen=True)
class Offered:
    """What there is to choose from, the drafts, and what to begin with where that is asked for."""

    known: Known
    templates: tuple[Template, ...]
    signatures: tuple[Signature, ...]
    drafts: tuple[DraftContent, ...]
    beginning: Beginning | None
    doubt: Sentence | None = None
    """Why second guardians would be told for nothing: no SMS is ever confirmed here."""


def read_offered(services: Services, start: NotifyStart | None, now: datetime, *, untouched: bool) -> Offered:
    """Read all of it. `untouched`: nothing was composed on this page since the program began.

    InputError for a draft or a broadcast that is gone.
    """
    drafts = services.drafts.list()
    beginning = None
    if start is not None:
        beginning = _begun(services, _content(services, start))
        if start.replaces is not None:
            beginning = replace(beginning, replaces=_changed(services.schedule, start.replaces))
    elif untouched and drafts and _is_recent(drafts[0], now):
        beginning = replace(_begun(services, drafts[0]), restored=True)
    people = services.people
    known = Known(people.groups(), people.cities(), people.count())
    return Offered(
        known,
        services.templates.list(),
        services.wording.read().signatures,
        drafts,
        beginning,
        services.escalation.doubt(),
    )


def _is_recent(draft: DraftContent, now: datetime) -> bool:
    return draft.updated_at is not None and now - draft.updated_at <= _STILL_MEANT


def _content(services: Services, start: NotifyStart) -> DraftContent:
    if start.content is not None:
        return start.content
    if start.replaces is not None:
        return _of_series(services.schedule.series(start.replaces).draft)
    if start.draft_id is not None:
        return services.drafts.take(start.draft_id)
    if start.about is not None and start.relation is not None:
        content = services.broadcasts.follow_up(start.about, start.relation)
        return replace(content, request=start.request or content.request, text=start.text or content.text)
    chosen = AudienceRequest(group_ids=start.group_ids, contact_ids=start.contact_ids)
    return DraftContent(
        request=start.request or chosen,
        text=start.text,
        template=start.template,
        purpose=Purpose.ALERT if start.urgent else Purpose.INFORMATION,
        urgent=start.urgent,
        not_before=start.at,
    )


def _of_series(draft: SeriesDraft) -> DraftContent:
    return DraftContent(
        request=draft.request,
        text=draft.text,
        fields=draft.fields,
        purpose=draft.purpose,
        urgent=draft.priority is Priority.URGENT,
        title=draft.title,
    )


def _changed(schedule: Schedule, series_id: int) -> ChangedSeries:
    """A series as it goes on: from its next send, for as many times as are left."""
    on_missed = schedule.series(series_id).draft.on_missed
    return ChangedSeries(series_id, WhenChoice(timing_from_now(schedule, series_id), on_missed))


def _begun(services: Services, content: DraftContent) -> Beginning:
    request = content.request
    named = (*request.contact_ids, *request.excluded_contact_ids)
    number = request.of_broadcast if request.of_broadcast is not None else content.about
    title = services.broadcasts.get(number).summary.title if number is not None else ""
    return Beginning(content, tuple(_there(services.people, named)), title)


def _there(people: People, ids: Iterable[int]) -> Iterator[Contact]:
    """The people of these ids; somebody who was erased since a draft was kept is passed over."""
    for number in ids:
        try:
            yield people.contact(number)
        except InputError:
            continue
