"""Opting out by SMS: what a phone asked for, what became of it, and what the desk does by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.stop_reading import StopKind

BY_STOP = (Purpose.INFORMATION, Purpose.PROMOTION)
"""What an SMS can silence. A safety alert is never among it: the sender of an SMS can be forged, and whoever
really must not be alerted says so in another way."""


class Mode(StrEnum):
    """What the desk does when an SMS asks for something."""

    PROPOSE = "propose"
    """A person decides."""
    APPLY = "apply"
    """It is done at once, and a person can take it back."""


class OptOutState(StrEnum):
    """What became of a request."""

    PROPOSED = "proposed"
    """It waits for a person."""
    APPLIED = "applied"
    DISMISSED = "dismissed"
    UNDONE = "undone"
    """It was applied, and taken back since."""
    REPEATED = "repeated"
    """It asks for what is so already, or waits already: there was nothing to do."""


STOP_TEXT = (
    "{institution} : c'est noté, vous ne recevrez plus nos SMS {quoi}. Les alertes de sécurité vous "
    "parviendront toujours. Pour recevoir à nouveau nos SMS : START."
)
START_TEXT = (
    "{institution} : c'est noté, vous recevrez à nouveau nos SMS {quoi}. Pour y mettre fin : répondez STOP."
)
"""What is written back, once for each change: French, as the families are, and within the alphabet of SMS."""

WHAT = {
    (Purpose.INFORMATION,): "d'information",
    (Purpose.PROMOTION,): "publicitaires",
    BY_STOP: "d'information et publicitaires",
}
"""The value of {quoi}."""


@dataclass(frozen=True)
class OptOutSettings:
    """What the desk does with STOP, by purpose, and what it writes back.

    `confirm`: whoever asked is told once what was changed, by texts that may name {institution} and {quoi}.
    """

    information: Mode = Mode.PROPOSE
    promotion: Mode = Mode.APPLY
    confirm: bool = True
    stop_text: str = STOP_TEXT
    start_text: str = START_TEXT

    def mode(self, purpose: Purpose) -> Mode:
        """What is done with an order for this purpose; an alert is only ever a person's decision."""
        modes = {Purpose.INFORMATION: self.information, Purpose.PROMOTION: self.promotion}
        return modes.get(purpose, Mode.PROPOSE)


@dataclass(frozen=True)
class OptOut:
    """One message that asked to receive no more SMS, or to receive them again.

    `proposed` are the purposes that wait for a person, `applied` those for which it stands in the register.
    `text` is what was written, the evidence; `confirmed` tells whether an SMS told the phone so.
    """

    id: int
    received_id: int
    e164: str
    kind: StopKind
    state: OptOutState
    proposed: tuple[Purpose, ...]
    applied: tuple[Purpose, ...]
    text: str
    received_at: datetime
    decided_at: datetime | None = None
    decided_by: str = ""
    confirmed: bool = False
    names: tuple[str, ...] = ()
