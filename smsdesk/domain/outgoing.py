"""The outgoing side: broadcast, message, part, the states of a part and the edges between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum


class PartState(StrEnum):
    """Where one part (segment) of a message stands."""

    QUEUED = "queued"
    CLAIMED = "claimed"
    SUBMITTING = "submitting"
    ACCEPTED = "accepted"
    DELIVERED = "delivered"
    FAILED = "failed"
    EXPIRED = "expired"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"


_S = PartState

EDGES: frozenset[tuple[PartState, PartState]] = frozenset(
    {
        (_S.QUEUED, _S.CLAIMED),
        (_S.QUEUED, _S.CANCELLED),
        (_S.QUEUED, _S.EXPIRED),  # useless after its hour: never submitted
        (_S.QUEUED, _S.FAILED),  # a sibling part was refused for good
        (_S.QUEUED, _S.UNKNOWN),  # it was to be sent again, and is not: the first attempt stays uncertain
        (_S.CLAIMED, _S.QUEUED),
        (_S.CLAIMED, _S.SUBMITTING),
        (_S.SUBMITTING, _S.QUEUED),  # refused before Ctrl-Z, or by a transient code
        (_S.SUBMITTING, _S.ACCEPTED),
        (_S.SUBMITTING, _S.FAILED),
        (_S.SUBMITTING, _S.UNKNOWN),
        (_S.SUBMITTING, _S.DELIVERED),  # the report came before the answer
        (_S.ACCEPTED, _S.DELIVERED),
        (_S.ACCEPTED, _S.FAILED),
        (_S.ACCEPTED, _S.EXPIRED),
        (_S.UNKNOWN, _S.ACCEPTED),  # the late answer, or a person's word
        (_S.UNKNOWN, _S.DELIVERED),
        (_S.UNKNOWN, _S.FAILED),
        (_S.UNKNOWN, _S.EXPIRED),
        (_S.UNKNOWN, _S.QUEUED),  # only with a person's recorded approval
    }
)
"""Every change of state that may happen; the database refuses all others."""

WAITING = frozenset({_S.QUEUED, _S.CLAIMED, _S.SUBMITTING})
"""States in which the desk still has something to do for the part."""

LEAST_CERTAIN_FIRST = (
    _S.UNKNOWN, _S.FAILED, _S.EXPIRED, _S.CANCELLED, _S.QUEUED, _S.CLAIMED, _S.SUBMITTING, _S.ACCEPTED,
    _S.DELIVERED,
)  # fmt: skip
"""What a message of several parts shows: the first of these that one of its parts is in."""


def message_state(parts: Iterable[PartState]) -> PartState:
    """A message shows the least certain of its parts; it is delivered when all are."""
    return min(parts, key=LEAST_CERTAIN_FIRST.index)


class Encoding(StrEnum):
    """The alphabet of the user data (3GPP TS 23.038): GSM 7 bit, or UCS-2 (16 bit)."""

    GSM7 = "gsm7"
    UCS2 = "ucs2"


class Purpose(StrEnum):
    """Why a broadcast is sent: what consent is asked of, and what rules of hours apply."""

    INFORMATION = "information"
    ALERT = "alert"
    PROMOTION = "promotion"


class Priority(IntEnum):
    """Order in the queue, the smallest first."""

    SAFETY = -1
    """An alert: before what is urgent because a course falls today."""
    URGENT = 0
    NORMAL = 1
    BULK = 2


@dataclass(frozen=True)
class Concat:
    """The concatenation element of one part (3GPP TS 23.040, 9.2.3.24.1 and .8)."""

    ref: int
    total: int
    seq: int
    """From 1 to `total`."""
    wide: bool = False
    """It came with a reference of 16 bits: 7 of 16 bits and 7 of 8 bits are two messages."""


@dataclass(frozen=True)
class Submission:
    """One part on its way to a modem.

    `to` is E.164 with "+"; `text` is this part's text in NFC, already cut to fit; `concat` is None for a
    message of one part; `validity_minutes` None leaves the validity period to the network.
    """

    part_id: int
    to: str
    text: str
    encoding: Encoding
    concat: Concat | None = None
    report: bool = True
    validity_minutes: int | None = None
    more_follow: bool = False
    """Another submission is likely to come at once: the modem may keep the radio link (AT+CMMS)."""
    left_open: tuple[int, ...] = ()
    """Parts that this SIM was given lately in an earlier run, in order: their answers may still come."""
    left_open_at: datetime | None = None
    """When the latest of them was handed over."""
    ref_before: int | None = None
    """TP-MR of what this SIM had sent before them, when that is known."""


class SubmitResult(StrEnum):
    """How an attempt ended, as far as the desk can know."""

    ACCEPTED = "accepted"
    NOT_SENT = "not_sent"
    """Ended before Ctrl-Z: the network cannot have it."""
    REFUSED = "refused"
    """A final error code after Ctrl-Z; the code's class tells what it means."""
    UNKNOWN = "unknown"
    """Ctrl-Z was written and no usable answer came."""


@dataclass(frozen=True)
class SubmitOutcome:
    """The end of one attempt. `ref` is TP-MR (0-255) when accepted; `code` as in domain.codes: "cms:38"."""

    part_id: int
    result: SubmitResult
    at: datetime
    ref: int | None = None
    code: str | None = None
    late: bool = False
    """The answer came after its deadline, when the part was already called unknown."""
