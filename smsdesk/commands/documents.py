"""The JSON documents of broadcasts, messages and received messages, and their lines for people."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from smsdesk.domain.audience import LeftOut
from smsdesk.domain.outgoing import PartState
from smsdesk.domain.plan import NotifyPlan, PlannedMessage
from smsdesk.domain.views import BroadcastDetail, BroadcastSummary, MessageView, PartView, ReceivedView

Document = dict[str, object]
"""A JSON object."""


def iso(moment: datetime | None) -> str | None:
    """ISO 8601 with the local offset, None where there is no moment."""
    return moment.astimezone().isoformat(timespec="milliseconds") if moment else None


def clock_time(moment: datetime) -> str:
    """A moment as a person reads it, in local time."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def message_document(message: MessageView) -> Document:
    """A message as the scripts know it."""
    return {
        "id": message.id,
        "broadcast": message.broadcast_id,
        "to": message.e164,
        "for": list(message.people),
        "text": message.text,
        "encoding": message.encoding.value,
        "state": message.state.value,
        "error": str(message.error) if message.error else None,
        "parts": [_part_document(part) for part in message.parts],
    }


def _part_document(part: PartView) -> Document:
    return {
        "seq": part.seq,
        "state": part.state.value,
        "ref": part.ref,
        "submitted_at": iso(part.submitted_at),
        "accepted_at": iso(part.accepted_at),
        "delivered_at": iso(part.delivered_at),
    }


def planned_document(message: PlannedMessage) -> Document:
    """A message that is only planned: no id, no broadcast, its parts would be queued."""
    return {
        "id": None,
        "broadcast": None,
        "to": message.e164,
        "for": list(message.people),
        "text": message.text,
        "encoding": message.encoding.value,
        "state": PartState.QUEUED.value,
        "error": None,
        "parts": [_part_document(PartView(seq, PartState.QUEUED)) for seq in range(1, message.parts + 1)],
    }


def notice_document(plan: NotifyPlan, broadcast: int | None, messages: list[Document]) -> Document:
    """The answer of `notify` and `send`."""
    return {
        "broadcast": broadcast,
        "messages": messages,
        "parts": plan.parts,
        "left_out": [left_out_document(person) for person in plan.left_out],
        "over_objection": list(plan.overridden),
    }


def left_out_document(person: LeftOut) -> Document:
    """Somebody whom a broadcast does not reach."""
    return {"contact": person.name, "reason": str(person.reason)}


def summary_document(summary: BroadcastSummary) -> Document:
    """A broadcast in a list."""
    return {
        "id": summary.id,
        "title": summary.title,
        "text": summary.body,
        "created_at": iso(summary.created_at),
        "purpose": summary.purpose.value,
        "urgent": summary.priority <= 0,
        "kind": summary.kind.value,
        "not_before": iso(summary.not_before),
        "expires_at": iso(summary.expires_at),
        "paused": summary.paused,
        "cancelled": summary.cancelled,
        "about": summary.about,
        "relation": summary.relation.value if summary.relation else None,
        "by": summary.author or None,
        "message_count": summary.messages,
        "parts": summary.parts,
        "states": {state.value: count for state, count in summary.counts.items()},
    }


def detail_document(detail: BroadcastDetail, messages: list[Document]) -> Document:
    """One broadcast with its messages and who is left out."""
    return {
        **summary_document(detail.summary),
        "messages": messages,
        "left_out": [left_out_document(person) for person in detail.left_out],
    }


def received_document(message: ReceivedView) -> Document:
    """A received message as the scripts know it; the text exactly as it came."""
    return {
        "id": message.id,
        "from": message.sender,
        "contacts": list(message.contacts),
        "text": message.text,
        "raw": message.raw,
        "complete": message.complete,
        "sent_at": iso(message.sent_at),
        "received_at": iso(message.received_at),
        "read": message.read,
        "kind": message.kind,
    }


def spoken_counts(counts: Mapping[PartState, int]) -> str:
    """ "3 delivered, 1 unknown": the states that occur, in their order."""
    return (
        ", ".join(f"{counts[state]} {state.value}" for state in PartState if counts.get(state)) or "nothing"
    )


def counted(number: int, one: str, several: str) -> str:
    """ "1 message", "3 messages"."""
    return f"{number} {one if number == 1 else several}"
