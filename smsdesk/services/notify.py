"""Notifying people: the plan of a notice, the notice put into the queue, and its test."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from smsdesk.domain.audience import Audience, AudienceRequest, LeftOut
from smsdesk.domain.clock import Clock
from smsdesk.domain.compositions import TO_WHOM, DraftContent
from smsdesk.domain.errors import InputError
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.notice_values import ValuesOf
from smsdesk.domain.outgoing import Priority, Purpose
from smsdesk.domain.people import Group
from smsdesk.domain.plan import NotifyPlan, plan_notice
from smsdesk.domain.second_guardian import check_minutes
from smsdesk.domain.sentences import say
from smsdesk.domain.templates import FIELDS, MergeText, folded
from smsdesk.domain.text import normalise
from smsdesk.domain.views import BroadcastKind
from smsdesk.services.events import Events
from smsdesk.services.notify_numbers import BareNumbers
from smsdesk.services.notify_options import DEFAULT_OPTIONS, SendOptions
from smsdesk.services.people import People
from smsdesk.services.sending_hours import spaced
from smsdesk.services.wording import part_limits
from smsdesk.storage import outcomes, seed_list, settings
from smsdesk.storage.database import Database
from smsdesk.storage.drafts import composition
from smsdesk.storage.people_search import revision

__all__ = ["DEFAULT_OPTIONS", "INSTITUTION_NAME", "INSTITUTION_PHONE", "Notify", "SendOptions"]

INSTITUTION_NAME = "institution.name"
INSTITUTION_PHONE = "institution.phone"
"""Settings whose values are those of {institution} and {téléphone}."""

UNNAMED_INSTITUTION = "Le secrétariat"
"""Who signs until the institution is named: the texts are French, whatever the window speaks."""

_NO_VALUES: Mapping[str, str] = MappingProxyType({})

_Asked = tuple[int, str, AudienceRequest, Purpose]
"""What an audience was looked up for: the revision of the people, the day, to whom, what for."""


class Notify(BareNumbers):
    """Sends texts with merge fields, once to each phone."""

    def __init__(
        self,
        database: Database,
        people: People,
        events: Events,
        clock: Clock,
        wake: Callable[[], None],
        person: str = "",
    ) -> None:
        super().__init__(database, events, clock, wake, person)
        self._people = people
        self._reached: tuple[_Asked, Audience] | None = None

    def plan(
        self,
        audience: AudienceRequest,
        text: str,
        fields: Mapping[str, str] = _NO_VALUES,
        purpose: Purpose = Purpose.INFORMATION,
        *,
        repeats: int | None = None,
    ) -> NotifyPlan:
        """What `send` would do, without doing it; `problem` tells what `send` would refuse.

        `repeats` is an earlier broadcast that is sent again: whoever may already have exactly this text of
        it, without anybody knowing, is left out and named. InputError for a group or an earlier broadcast
        that is not there.
        """
        check_minutes(audience.second_guardian_after)
        reached = self.audience(audience, purpose)
        plan = self.merged(reached, audience, text, fields)
        doubted = self._doubted(plan, repeats)
        if doubted:
            plan = self.merged(_without(reached, doubted), audience, text, fields)
        plan = spaced(self._database.read(), plan, purpose, self._clock())
        return self._with_objections(plan, purpose)

    def audience(self, request: AudienceRequest, purpose: Purpose) -> Audience:
        """Whom a send reaches; looked up once while one types, for as long as nobody is changed."""
        if request.of_broadcast is not None:
            return self._people.audience(request, purpose)
        day = self._clock().astimezone().date().isoformat()
        asked = revision(self._database.read()), day, request, purpose
        kept = self._reached
        if kept is None or kept[0] != asked:
            kept = self._reached = asked, self._people.audience(request, purpose)
        return kept[1]

    def would_reach(self, broadcast_id: int, purpose: Purpose) -> Mapping[Relation, int]:
        """How many phones each follow-up to some of a broadcast's people would write to now."""
        asked = {each: AudienceRequest(of_broadcast=broadcast_id, outcome=TO_WHOM[each]) for each in TO_WHOM}
        return {each: len(self.audience(request, purpose).recipients) for each, request in asked.items()}

    def merged(
        self, reached: Audience, request: AudienceRequest, text: str, fields: Mapping[str, str]
    ) -> NotifyPlan:
        """The plan for an audience found already, about the groups of the request."""
        limits = part_limits(self._database.read())
        return plan_notice(reached, text, fields, self._chosen(request), self._institution(), limits=limits)

    def plan_reached(
        self, reached: Audience, text: str, values_of: ValuesOf, fields: Mapping[str, str] = _NO_VALUES
    ) -> NotifyPlan:
        """The plan for an audience found already; `values_of` gives further values for each phone."""
        limits = part_limits(self._database.read())
        return plan_notice(reached, text, fields, (), self._institution(), values_of=values_of, limits=limits)

    def _doubted(self, plan: NotifyPlan, repeats: int | None) -> frozenset[str]:
        """The phones that may have exactly this SMS already."""
        if repeats is None:
            return frozenset()
        open_texts = outcomes.uncertain_texts(self._database.read(), repeats)
        return frozenset(each.e164 for each in plan.messages if (each.e164, each.text) in open_texts)

    def _chosen(self, request: AudienceRequest) -> Sequence[Group]:
        """The groups that a notice is about: those chosen, or those that the earlier one was for."""
        if request.of_broadcast is None:
            return [self._people.group(group_id) for group_id in request.group_ids]
        first = composition(self._database.read(), request.of_broadcast)
        wanted = {*request.group_ids, *(first.request.group_ids if first else ())}
        return [group for group in self._people.groups() if group.id in wanted]

    def _institution(self) -> Mapping[str, str]:
        connection = self._database.read()
        return {
            "institution": settings.get(connection, INSTITUTION_NAME) or UNNAMED_INSTITUTION,
            "téléphone": settings.get(connection, INSTITUTION_PHONE) or "",
        }

    def send(
        self,
        audience: AudienceRequest,
        text: str,
        *,
        fields: Mapping[str, str] = _NO_VALUES,
        options: SendOptions = DEFAULT_OPTIONS,
        composed: DraftContent | None = None,
    ) -> int:
        """Put the notice into the queue and give the broadcast's id.

        `composed` is the draft that it comes from, which ends here. Raises InputError, and changes nothing,
        for: an empty text, nobody to send to, an unknown field, a field without a value, a text over the
        limit of parts, a moment in the past.
        """
        repeats = options.about if options.relation is Relation.REPEAT else None
        plan = self.plan(audience, text, fields, options.purpose, repeats=repeats)
        groups = ", ".join(group.name for group in self._chosen(audience))
        made_of = composed or DraftContent(
            request=audience,
            text=text,
            fields=fields,
            purpose=options.purpose,
            urgent=options.priority is Priority.URGENT,
            question=options.question,
        )
        options = replace(options, title=options.title or groups)
        return self.queue_plan(plan, text, options, composed=made_of)

    def test(
        self,
        text: str,
        fields: Mapping[str, str] = _NO_VALUES,
        purpose: Purpose = Purpose.INFORMATION,
        *,
        audience: AudienceRequest | None = None,
    ) -> int:
        """Send a text to oneself and the seed list, as its first recipient will read it; gives the id.

        Without anybody chosen the fields of people show typical values. It is no broadcast to anybody.
        InputError, and nothing changes: no phone to test with, a text that could not be sent.
        """
        phones = seed_list.load(self._database.read())
        if not phones:
            raise InputError(say("There is no phone for tests yet. Enter your mobile in the settings."))
        shown = self._first_text(audience or AudienceRequest(), text, fields, purpose)
        options = SendOptions(priority=Priority.URGENT, title=shown, relation=Relation.TEST)
        return self.queue_plan(self.plan_numbers(phones, shown), text, options, BroadcastKind.DIRECT)

    def _first_text(
        self, request: AudienceRequest, text: str, fields: Mapping[str, str], purpose: Purpose
    ) -> str:
        plan = self.plan(request, text, fields, purpose)
        if plan.messages:
            self.check(plan)
            return plan.messages[0].text
        if plan.unknown:
            self.check(plan)
        return MergeText(normalise(text).strip()).merge(folded({**FIELDS, **self._institution(), **fields}))


def _without(reached: Audience, doubted: frozenset[str]) -> Audience:
    """The audience without some phones, whose people are named as left out."""
    reason = say("It is not known whether the first message went. Decide about that one first.")
    left_out = [
        LeftOut(person.id, person.name, reason)
        for recipient in reached.recipients
        if recipient.e164 in doubted
        for person in recipient.people
    ]
    recipients = tuple(each for each in reached.recipients if each.e164 not in doubted)
    return Audience(recipients, (*reached.left_out, *dict.fromkeys(left_out)))
