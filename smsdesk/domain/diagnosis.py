"""What an examination of modem, SIM and network found, in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from smsdesk.domain.sentences import Sentence


class Level(StrEnum):
    """How much a finding matters, the least first."""

    OK = "ok"
    NOTE = "note"
    """Good to know; nothing to do."""
    WARNING = "warning"
    """It works, and may soon no longer do so."""
    PROBLEM = "problem"
    """Nothing can be sent or received until it is solved."""


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: what is so, what it means, and what to do next."""

    level: Level
    title: Sentence
    detail: Sentence | None = None
    next_step: Sentence | None = None


@dataclass(frozen=True)
class Diagnosis:
    """All findings, in the order in which one would look at things: port, modem, SIM, network, memory."""

    findings: tuple[Finding, ...]

    @property
    def level(self) -> Level:
        """The worst level of all; OK without findings."""
        levels = list(Level)
        return max((finding.level for finding in self.findings), key=levels.index, default=Level.OK)
