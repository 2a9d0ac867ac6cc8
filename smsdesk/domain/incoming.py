"""The incoming side: a raw PDU as read from a modem, and what decoding makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from smsdesk.domain.outgoing import Concat


class RawPdu(NamedTuple):
    """A PDU exactly as the modem gave it, before anybody tried to understand it.

    `pdu` is the text between the header line and the final code (normally hex, but anything that came is
    kept). `memory` is "SM", "ME"... with `slot` for a stored one, "" and None for one pushed directly
    (+CMT, +CDS). `sim` names the SIM as in ModemStatus.sim. `another`: it surely came after whatever is
    stored of its slot, even if it is the same to the last digit.

    `beside` is None for a message that no list had shown before. Otherwise it may be stored already, and have
    been given a new number since: it holds the row ids of those that surely stand in other slots.
    """

    sim: str
    pdu: str
    at: datetime
    memory: str = ""
    slot: int | None = None
    another: bool = False
    beside: frozenset[int] | None = None


class SenderKind(StrEnum):
    """What kind of address an SMS came from: it decides whether an answer is possible."""

    PHONE = "phone"
    SHORT_CODE = "short_code"
    ALPHANUMERIC = "alphanumeric"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Deliver:
    """A decoded SMS-DELIVER (3GPP TS 23.040, 9.2.2.1): one part of a message, or a whole one.

    `sender` is "+33612345678" for international numbers, digits as they came for others, text for
    alphanumeric. `text` is None where the data is binary (port-addressed, 8-bit data). `sent_at` is the
    service centre's time stamp, None when it is no valid date. `message_class` is 0 for a flash SMS.
    """

    sender: str
    sender_kind: SenderKind
    text: str | None
    sent_at: datetime | None
    concat: Concat | None = None
    message_class: int | None = None
    data: str = ""
    """The user data in hex where there is no text."""


@dataclass(frozen=True)
class StatusReport:
    """A decoded SMS-STATUS-REPORT (3GPP TS 23.040, 9.2.2.3). `status` is TP-ST (9.2.3.15)."""

    ref: int
    recipient: str
    status: int
    sent_at: datetime | None
    done_at: datetime | None


@dataclass(frozen=True)
class Undecodable:
    """A PDU that is none of the above, with the reason in the protocol's terms (for the log and details)."""

    reason: str


Decoded = Deliver | StatusReport | Undecodable

_AHEAD = timedelta(days=1)
"""Clocks and their zones are wrong by hours."""
_ON_THE_WAY = timedelta(weeks=63)
"""The longest that a network may keep an SMS (TP-VP, 3GPP TS 23.040, 9.2.3.12.1)."""


def credible(said: datetime | None, came: datetime) -> datetime | None:
    """A service centre's time stamp on what `came` then; None when its clock cannot have been set."""
    return said if said is not None and came - _ON_THE_WAY <= said <= came + _AHEAD else None


@dataclass(frozen=True)
class Arrived:
    """A whole message with text, as the rules of incoming messages are given it; `id` is that of `received`.

    `text` is hostile, as it came; `received_at` is when its first part was stored, by our clock.
    """

    id: int
    sender: str
    sender_kind: SenderKind
    text: str
    received_at: datetime
    sim: str
