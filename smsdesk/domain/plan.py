"""What a notice will do before it is sent: a message for each phone, who is left out, what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from smsdesk.domain.audience import LeftOut
from smsdesk.domain.outgoing import Encoding
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.text import Measure


@dataclass(frozen=True)
class PlannedMessage:
    """One SMS to be sent once to one phone: `people` names for whom, `parts` counts its segments."""

    e164: str
    people: tuple[str, ...]
    text: str
    encoding: Encoding
    parts: int
    contact_ids: tuple[int | None, ...] = ()


@dataclass(frozen=True)
class NotifyPlan:
    """The whole plan; `problem` is the first reason why it cannot be sent as it stands, None when it can.

    `people` counts those for whom something is sent, `phones` the phones (one message each), `parts` the
    SMS that the operator counts. `worst` measures the longest merged text, or the text as written while
    there is no recipient. `unknown` names fields that do not exist, `missing` those without a value for
    somebody.
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
