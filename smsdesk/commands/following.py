"""One broadcast as a script or a person reads it: who was not reached and whom to call, what follows what."""

from __future__ import annotations

from dataclasses import dataclass

from smsdesk.commands.documents import Document, clock_time, counted, iso
from smsdesk.domain.answer_views import AnswerRow, Tally
from smsdesk.domain.broadcast_views import Chain
from smsdesk.domain.calling_list import CallingList, CallPhone, ToCall
from smsdesk.domain.second_guardian import Rule, Told
from smsdesk.domain.untrusted import visible_line
from smsdesk.services.bundle import Services


@dataclass(frozen=True)
class Followed:
    """What is told of a broadcast beside its messages."""

    calling: CallingList
    tally: Tally
    answers: tuple[AnswerRow, ...]
    chain: Chain
    rule: Rule | None


def followed(services: Services, broadcast_id: int) -> Followed:
    """Read all of it."""
    following = services.following
    return Followed(
        following.calling_list(broadcast_id),
        services.answers.tally(broadcast_id),
        services.answers.rows(broadcast_id),
        following.chain(broadcast_id),
        services.escalation.of(broadcast_id),
    )


def followed_document(found: Followed) -> Document:
    """What a broadcast's JSON has beside its messages."""
    return {
        "followed_by": [
            {"broadcast": each.id, "relation": each.relation.value} for each in found.chain.followed
        ],
        "not_reached": [_entry_document(entry) for entry in found.calling.entries],
        "answers": [
            {"from": answer.phone, "for": list(answer.names), "text": answer.text, "at": iso(answer.at)}
            for answer in found.answers
        ],
        "not_answered": found.tally.not_answered,
        "second_guardian": _rule_document(found.rule) if found.rule else None,
    }


def _entry_document(entry: ToCall) -> Document:
    call = entry.call
    return {
        "contact": entry.name,
        "groups": list(entry.groups),
        "reason": str(entry.reason),
        "phones": [_phone_document(phone) for phone in entry.phones],
        "called": call is not None and call.called,
        "note": call.note if call is not None else "",
    }


def _phone_document(phone: CallPhone) -> Document:
    return {
        "number": phone.e164,
        "of": phone.owner,
        "relation": phone.relation,
        "mobile": phone.mobile,
        "tried": phone.tried,
    }


def _rule_document(rule: Rule) -> Document:
    return {
        "minutes": rule.minutes,
        "ended": rule.ended,
        "told": [
            {
                "contact": told.name,
                "to": told.e164 or None,
                "at": iso(told.at),
                "state": told.state.value if told.state else None,
                "reason": str(told.reason) if told.reason else None,
            }
            for told in rule.told
        ],
    }


def followed_lines(found: Followed) -> list[str]:
    """The same for a person."""
    lines = []
    if found.chain.about is not None:
        about = found.chain.about
        lines.append(
            f"It follows broadcast {about.id}, {visible_line(about.title)} ({about.relation.value})."
        )
    lines += [
        f"Followed by broadcast {each.id}, {clock_time(each.created_at)} ({each.relation.value})."
        for each in found.chain.followed
    ]
    lines += _rule_lines(found.rule) if found.rule else []
    if found.tally.asked:
        lines.append(
            f"{counted(found.tally.answered, 'answer', 'answers')}; {found.tally.not_answered} silent."
        )
    lines += [f"To call: {_entry_line(entry)}" for entry in found.calling.entries]
    return lines


def _rule_lines(rule: Rule) -> list[str]:
    return [
        f"The second guardian is told when the first one's SMS is not delivered in "
        f"{counted(rule.minutes, 'minute', 'minutes')}.",
        *(f"Second guardian of {visible_line(told.name)}: {_told_words(told)}" for told in rule.told),
    ]


def _told_words(told: Told) -> str:
    if told.reason is not None:
        return str(told.reason)
    return f"{told.e164}, {clock_time(told.at)}, {told.state.value if told.state else 'gone'}."


def _entry_line(entry: ToCall) -> str:
    phones = ", ".join(f"{phone.e164} {visible_line(phone.owner)}".strip() for phone in entry.phones)
    called = " (called)" if entry.call is not None and entry.call.called else ""
    return f"{visible_line(entry.name)}{called}: {phones or 'no phone'}. {entry.reason}"
