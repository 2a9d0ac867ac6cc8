"""Consent as the register shows it: the last word of each phone about a purpose, and its history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from smsdesk.domain.filters import ConsentState
from smsdesk.domain.outgoing import Purpose


@dataclass(frozen=True)
class ConsentWord:
    """One word of consent or objection: how it came (`source`), when, and what proves it."""

    purpose: Purpose
    state: ConsentState
    source: str
    evidence: str
    recorded_at: datetime


@dataclass(frozen=True)
class Override:
    """A safety alert that was sent to a phone over its objection to a purpose."""

    broadcast_id: int
    title: str
    purpose: Purpose
    """What the phone had refused."""
    made_at: datetime


@dataclass(frozen=True)
class ConsentRow:
    """One line of the register: a phone, whose it is, and its last word about a purpose."""

    e164: str
    names: tuple[str, ...]
    purpose: Purpose
    state: ConsentState
    source: str
    evidence: str
    recorded_at: datetime
    overrides: int = 0
    """How many safety alerts were sent over this objection."""
