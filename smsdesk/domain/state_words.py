"""What became of an SMS, in a word for lists that leave the program: French, English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from smsdesk.domain.outgoing import PartState

STATE_WORDS: Mapping[PartState, tuple[str, str]] = MappingProxyType(
    {
        PartState.QUEUED: ("en attente", "waiting"),
        PartState.CLAIMED: ("en cours d'envoi", "being sent"),
        PartState.SUBMITTING: ("en cours d'envoi", "being sent"),
        PartState.ACCEPTED: ("envoyé", "sent"),
        PartState.DELIVERED: ("remis", "delivered"),
        PartState.FAILED: ("non remis", "not delivered"),
        PartState.EXPIRED: ("trop tard", "too late"),
        PartState.UNKNOWN: ("incertain", "uncertain"),
        PartState.CANCELLED: ("arrêté", "stopped"),
    }
)
