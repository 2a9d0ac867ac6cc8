"""The plan of a notice about courses: each family reads of its own children, hours and days."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from smsdesk.domain.audience import Audience, AudienceRequest, Recipient
from smsdesk.domain.course_notices import NoticeRecord
from smsdesk.domain.course_texts import family_values
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import Contact
from smsdesk.domain.plan import NotifyPlan
from smsdesk.domain.text import economise, measure, normalise
from smsdesk.services.notify import Notify


class CoursePlans:
    """Makes the plans of notices about courses."""

    def __init__(self, notify: Notify, today: Callable[[], date]) -> None:
        self._notify = notify
        self._today = today

    def plan(
        self,
        audiences: Mapping[AudienceRequest, Collection[str]],
        text: str,
        record: NoticeRecord,
        *,
        plain: bool,
        fields: Mapping[str, str],
    ) -> tuple[NotifyPlan, int]:
        """The plan for all these audiences, each but for some phones; the SMS that plain names would save."""
        reached = _together(
            [
                _leaving(self._notify.audience(audience, Purpose.INFORMATION), without)
                for audience, without in audiences.items()
            ]
        )
        return self.of_reached(reached, text, record, plain=plain, fields=fields)

    def of_reached(
        self, reached: Audience, text: str, record: NoticeRecord, *, plain: bool, fields: Mapping[str, str]
    ) -> tuple[NotifyPlan, int]:
        """The same for an audience found already.

        With `plain`, names are without costly accents wherever that saves an SMS, and as they are elsewhere.
        """

        def values_of(recipient: Recipient) -> Mapping[str, str]:
            return family_values(recipient.people, record, self._today())

        def plain_values_of(recipient: Recipient) -> Mapping[str, str]:
            return {name: economise(normalise(value)) for name, value in values_of(recipient).items()}

        exact = self._notify.plan_reached(reached, text, values_of, fields)
        best = _cheaper(exact, self._notify.plan_reached(reached, text, plain_values_of, fields))
        return (best if plain else exact), exact.parts - best.parts


def _leaving(reached: Audience, phones: Collection[str]) -> Audience:
    """The audience without these phones."""
    return replace(reached, recipients=tuple(each for each in reached.recipients if each.e164 not in phones))


def _together(audiences: Sequence[Audience]) -> Audience:
    """Everybody of all of them, each phone once for all its people."""
    people: dict[str, dict[int, Contact]] = {}
    for recipient in (recipient for each in audiences for recipient in each.recipients):
        people.setdefault(recipient.e164, {}).update({one.id: one for one in recipient.people})
    return Audience(
        tuple(Recipient(e164, tuple(theirs.values())) for e164, theirs in people.items()),
        tuple(dict.fromkeys(left for each in audiences for left in each.left_out)),
    )


def _cheaper(exact: NotifyPlan, cheap: NotifyPlan) -> NotifyPlan:
    """Each message as it is, unless the plain writing makes fewer SMS of it."""
    pairs = zip(exact.messages, cheap.messages, strict=True)
    messages = tuple(other if other.parts < message.parts else message for message, other in pairs)
    if messages == exact.messages:
        return exact
    worst = max(
        (measure(text) for text in {message.text for message in messages}),
        key=lambda each: (each.parts, each.units),
    )
    return replace(
        exact,
        messages=messages,
        parts=sum(message.parts for message in messages),
        worst=worst,
        dear_values=cheap.dear_values,
        problem=cheap.problem,
        warnings=cheap.warnings,
    )
