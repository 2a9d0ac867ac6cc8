"""What a notice will do before it is sent: a message for each phone, who is left out, what is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from smsdesk.domain.audience import Audience, LeftOut, Recipient
from smsdesk.domain.outgoing import Encoding
from smsdesk.domain.people import Contact, Group
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.templates import MergeText, canonical, folded, listed
from smsdesk.domain.text import Measure, measure, normalise

MOST_PARTS = 10
"""Phones and networks join ten parts reliably; a longer text belongs into a letter (a choice of ours)."""


@dataclass(frozen=True)
class PlannedMessage:
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
    somebody. `overridden` are phones that an alert for people's safety reaches over their objection.
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


def plan_notice(
    audience: Audience, text: str, given: Mapping[str, str], chosen: Sequence[Group], known: Mapping[str, str]
) -> NotifyPlan:
    """Merge `text` for each recipient and count.

    `given` holds the values that a person typed, `known` those of the institution; both by field name.
    `chosen` are the groups that the notice is for: they decide {groupe} and {professeur}.
    """
    merge = MergeText(normalise(text).strip())
    common = {**folded(known), **folded({name: normalise(value) for name, value in given.items()})}
    values_of = _values_of(merge, common, {group.name: group for group in chosen})
    merged = [(recipient, values_of(recipient)) for recipient in audience.recipients]
    messages, measures = _messages(merge, merged)
    unknown = merge.unknown(given)
    missing = dict.fromkeys(name for _, values in merged for name in merge.missing(values))
    plan = NotifyPlan(
        messages=messages,
        left_out=audience.left_out,
        people=len({person.id for recipient in audience.recipients for person in recipient.people}),
        phones=len(messages),
        parts=sum(message.parts for message in messages),
        worst=max(measures, key=lambda each: (each.parts, each.units), default=measure(merge.merge(common))),
        unknown=unknown,
        missing=tuple(canonical(name) for name in missing if name not in unknown),
    )
    return replace(plan, problem=_faulty_fields(plan, merge) or _unsendable(plan, merge.source))


ValuesOf = Callable[[Recipient], Mapping[str, str]]


def _values_of(merge: MergeText, common: Mapping[str, str], groups: Mapping[str, Group]) -> ValuesOf:
    """How to find a recipient's values: the same for all where the text asks nothing about people."""
    if not merge.names:
        return lambda _: common
    return lambda recipient: {**folded(_about(recipient.people, groups)), **common}


def _about(people: Sequence[Contact], chosen: Mapping[str, Group]) -> dict[str, str]:
    groups = [name for person in people for name in _groups_of(person, chosen)]
    return {
        "prénom": listed([person.first_name or person.last_name for person in people]),
        "nom": listed([person.last_name for person in people]),
        "classe": listed(groups),
        "groupe": listed(groups),
        "professeur": listed(
            [chosen[name].teacher for name in groups if name in chosen and chosen[name].teacher]
        ),
    }


def _groups_of(person: Contact, chosen: Mapping[str, Group]) -> Sequence[str]:
    """The chosen groups this person is in; somebody chosen alone, or through a nested group, has his own."""
    return [name for name in person.groups if name in chosen] or person.groups or tuple(chosen)


def _messages(
    merge: MergeText, merged: Sequence[tuple[Recipient, Mapping[str, str]]]
) -> tuple[tuple[PlannedMessage, ...], list[Measure]]:
    measures: dict[str, Measure] = {}
    messages = []
    for recipient, values in merged:
        text = normalise(merge.merge(values))
        if text not in measures:
            measures[text] = measure(text)
        messages.append(_planned(recipient, text, measures[text]))
    return tuple(messages), list(measures.values())


def _planned(recipient: Recipient, text: str, measured: Measure) -> PlannedMessage:
    return PlannedMessage(
        e164=recipient.e164,
        people=tuple(person.name for person in recipient.people),
        text=text,
        encoding=measured.encoding,
        parts=measured.parts,
        contact_ids=tuple(person.id for person in recipient.people),
    )


def plan_same(
    text: str, recipients: Sequence[tuple[str, Sequence[tuple[int, str]]]], left_out: Sequence[LeftOut] = ()
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
    plan = NotifyPlan(messages, tuple(left_out), count, count, count * measured.parts, measured)
    return replace(plan, problem=_unsendable(plan, literal))


def _faulty_fields(plan: NotifyPlan, merge: MergeText) -> Sentence | None:
    if not merge.well_formed:
        return say(
            "A brace in the text begins no field. Write {field}, or double the brace.", field="{prénom}"
        )
    if plan.unknown:
        return say("The field {fields} does not exist. Choose one of the list.", fields=_braced(plan.unknown))
    if plan.missing:
        return say("There is no value for {fields}. Give one, or take it out.", fields=_braced(plan.missing))
    return None


def _unsendable(plan: NotifyPlan, text: str) -> Sentence | None:
    if not text:
        return say("The text is empty. Write what the message should say.")
    if not plan.messages:
        return _nobody(plan)
    if plan.worst.parts > MOST_PARTS:
        return say(
            "The text makes {parts} SMS for one person; the most is {most}. Shorten it.",
            parts=plan.worst.parts,
            most=MOST_PARTS,
        )
    return None


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
