"""What a notice will do before it is sent: a message for each phone, who is left out, what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from operator import attrgetter
from typing import NamedTuple

from smsdesk.domain.audience import Audience, LeftOut
from smsdesk.domain.dear import DearCharacter, dear_characters, dear_values
from smsdesk.domain.households import households
from smsdesk.domain.notice_values import NoticeValues, ValuesOf
from smsdesk.domain.outgoing import Encoding
from smsdesk.domain.people import ContactKind, Group
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.templates import MergeText, canonical
from smsdesk.domain.text import Measure, measure, normalise, offending, reads_empty
from smsdesk.domain.weights import Counted, count_whole

MOST_PARTS = 10
"""Phones and networks join ten parts reliably; a longer text belongs into a letter (a choice of ours)."""

MANY_PARTS = 3
"""From here on a text is told to be long: each family then costs several SMS."""

_NAMES_SHOWN = 5
"""More names in one sentence are no longer read."""


@dataclass(frozen=True)
class PartLimits:
    """How long texts may be, in SMS for one person: `many` is warned of, over `most` is refused."""

    many: int = MANY_PARTS
    most: int = MOST_PARTS


USUAL_LIMITS = PartLimits()


class PlannedMessage(NamedTuple):
    """One SMS to be sent once to one phone: `people` names for whom, `parts` counts its segments."""

    e164: str
    people: tuple[str, ...]
    text: str
    encoding: Encoding
    parts: int
    contact_ids: tuple[int | None, ...] = ()
    """The ids of `people`, in their order."""


@dataclass(frozen=True)
class NotifyPlan:
    """The whole plan; `problem` is the first reason why it cannot be sent as it stands, None when it can.

    `people` counts those for whom something is sent, `phones` the phones (one message each), `parts` the
    SMS that the operator counts. `worst` measures the longest merged text, or the text as written while
    there is no recipient. `unknown` names fields that do not exist, `missing` those without a value for
    somebody, `missing_for` by field who lacks it. `dear` are the characters of the text that force UCS-2,
    `dear_values` those of single people's values, each with its cost. `warnings` hinder nothing.
    `overridden` are phones that an alert for people's safety reaches over their objection. `pupils_alone`
    says that it is for nobody but pupils, who are of families.
    """

    messages: tuple[PlannedMessage, ...]
    left_out: tuple[LeftOut, ...]
    people: int
    phones: int
    parts: int
    worst: Measure
    unknown: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    problem: Sentence | None = None
    overridden: tuple[str, ...] = ()
    missing_for: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    dear: tuple[DearCharacter, ...] = ()
    dear_values: tuple[DearCharacter, ...] = ()
    warnings: tuple[Sentence, ...] = ()
    pupils_alone: bool = False

    @property
    def families(self) -> int:
        """How many families get something: brothers, sisters and parents who share a phone are one."""
        return households([message.contact_ids for message in self.messages])


def plan_notice(
    audience: Audience,
    text: str,
    given: Mapping[str, str],
    chosen: Sequence[Group],
    known: Mapping[str, str],
    *,
    values_of: ValuesOf | None = None,
    limits: PartLimits = USUAL_LIMITS,
) -> NotifyPlan:
    """Merge `text` for each recipient and count.

    `given` holds the values that a person typed, `known` those of the institution; both by field name.
    `chosen` are the groups that the notice is for: they decide {groupe} and {professeur}. `values_of` gives
    further values for one phone (its course's hour), over those of its people and under those typed.
    """
    merge = MergeText(normalise(text).strip())
    typed = {name: normalise(value) for name, value in given.items()}
    values = NoticeValues(merge, audience.recipients, chosen, known, typed)
    further = values.add(values_of) if values_of else ()
    missing_for = _lacking(values, merge.unknown((*given, *further)))
    plan = replace(
        _counted(audience, values, count_whole(normalise(merge.merge(values.common)).strip())),
        unknown=merge.unknown((*given, *further)),
        missing=tuple(missing_for),
        missing_for=missing_for,
    )
    problem = _faulty_fields(plan, merge) or _unsendable(plan, merge.source, "".join(merge.literals), limits)
    return replace(plan, problem=problem, warnings=_warnings(plan, limits))


def _counted(audience: Audience, values: NoticeValues, as_written: Counted) -> NotifyPlan:
    """Every message merged and counted; `as_written` is the text while there is nobody to read it."""
    filling = values.filling()
    counts = values.counted(filling)
    messages = _planned(audience, counts)
    costs = list(map(_cost, counts))
    dearest = counts[costs.index(max(costs))] if costs else as_written
    own = offending(filling.same_for_all)
    return NotifyPlan(
        messages=messages,
        left_out=audience.left_out,
        people=len(audience.kinds),
        phones=len(messages),
        parts=sum([parts for parts, _ in costs]),
        worst=measure(dearest.text),
        dear=dear_characters(own, dearest.text),
        dear_values=dear_values(own, counts, messages),
        pupils_alone=list(audience.kinds.values()).count(ContactKind.PUPIL) == len(audience.kinds),
    )


def _lacking(values: NoticeValues, unknown: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """By field that exists who has no value of it."""
    return {
        canonical(name): tuple(dict.fromkeys(person for phone in phones for person in phone.names))
        for name, phones in values.lacking()
        if name not in unknown and phones
    }


_cost = attrgetter("parts", "units")


def _planned(audience: Audience, counts: Sequence[Counted]) -> tuple[PlannedMessage, ...]:
    if not counts:
        return ()
    # Column by column: a third of the time of a constructor called for each of thousands.
    texts, encodings, _, parts, _ = zip(*counts, strict=True)
    phones = map(attrgetter("e164"), audience.recipients)
    columns = zip(phones, audience.names, texts, encodings, parts, audience.ids, strict=True)
    return tuple(map(partial(tuple.__new__, PlannedMessage), columns))


def plan_same(
    text: str,
    recipients: Sequence[tuple[str, Sequence[tuple[int, str]]]],
    left_out: Sequence[LeftOut] = (),
    limits: PartLimits = USUAL_LIMITS,
) -> NotifyPlan:
    """One text, taken literally, to phones with the people who have them (id and name)."""
    literal = normalise(text).strip()
    measured = measure(literal)
    messages = tuple(
        PlannedMessage(
            e164,
            tuple(name for _, name in people),
            literal,
            measured.encoding,
            measured.parts,
            tuple(contact_id for contact_id, _ in people),
        )
        for e164, people in dict(recipients).items()
    )
    count = len(messages)
    dear = dear_characters(offending(literal), literal)
    plan = NotifyPlan(messages, tuple(left_out), count, count, count * measured.parts, measured, dear=dear)
    problem = _unsendable(plan, literal, literal, limits)
    return replace(plan, problem=problem, warnings=_warnings(plan, limits))


def _faulty_fields(plan: NotifyPlan, merge: MergeText) -> Sentence | None:
    if not merge.well_formed:
        return say(
            "A brace in the text begins no field. Write {field}, or double the brace.", field="{prénom}"
        )
    if plan.unknown:
        return say("The field {fields} does not exist. Choose one of the list.", fields=_braced(plan.unknown))
    if plan.missing:
        return _missing(plan)
    return None


def _missing(plan: NotifyPlan) -> Sentence:
    """Which values are missing; whose, where some have one."""
    everybody = {name for message in plan.messages for name in message.people}
    partly = {name: whose for name, whose in plan.missing_for.items() if len(whose) < len(everybody)}
    if not partly or len(partly) < len(plan.missing):
        return say("There is no value for {fields}. Give one, or take it out.", fields=_braced(plan.missing))
    names = tuple(dict.fromkeys(one for whose in partly.values() for one in whose))
    return say(
        "There is no value of {fields} for {names}. Give one, or write what stands in its place: {example}.",
        fields=_braced(plan.missing),
        names=named(names),
        example=f"{{{plan.missing[0]}|…}}",
    )


def named(names: Sequence[str]) -> str:
    """Names in one line, the first ones where there are many: "Léa Petit, Tom Roux (+ 12)"."""
    shown = ", ".join(names[:_NAMES_SHOWN])
    return f"{shown} (+ {len(names) - _NAMES_SHOWN})" if len(names) > _NAMES_SHOWN else shown


def _unsendable(plan: NotifyPlan, text: str, in_each: str, limits: PartLimits) -> Sentence | None:
    """`in_each` is what every message holds: while it can be seen, none of them is empty."""
    if reads_empty(text):
        return say("The text is empty. Write what the message should say.")
    if not plan.messages:
        return _nobody(plan)
    empty = [each for each in plan.messages if reads_empty(each.text)] if reads_empty(in_each) else ()
    if empty:
        names = [name for message in empty for name in message.people]
        return say(
            "With its fields filled in, the text is empty for {names}. Write something beside the fields.",
            names=named(names),
        )
    most = min(limits.most, MOST_PARTS)
    if plan.worst.parts > most:
        return say(
            "The text makes {parts} SMS for one person; the most is {most}. Shorten it.",
            parts=plan.worst.parts,
            most=most,
        )
    return None


def _warnings(plan: NotifyPlan, limits: PartLimits) -> tuple[Sentence, ...]:
    if plan.worst.parts < limits.many:
        return ()
    return (say("The text is long: it makes {parts} SMS for one person.", parts=plan.worst.parts),)


def _nobody(plan: NotifyPlan) -> Sentence:
    if not plan.left_out:
        return say("There is nobody to send to. Choose a group or people.")
    first = plan.left_out[0]
    return say(
        "Nobody of those chosen can be reached. Choose others, or correct this: {name}: {reason}",
        name=first.name,
        reason=first.reason,
    )


def _braced(names: Sequence[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)
