"""How the states of a message look and read: icon, colour and word, in one place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt

from smsdesk.domain.outgoing import PartState
from smsdesk.domain.schedule import EntryState
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone

translate = QCoreApplication.translate


@dataclass(frozen=True)
class StateLook:
    """An icon, a colour and a word; never the colour alone."""

    icon: Icon
    tone: Tone
    text: str


def state_look(state: PartState) -> StateLook:
    """How one state of a message is shown."""
    look = {
        PartState.QUEUED: StateLook(Icon.WAITING, Tone.WAITING, translate("states", "Waiting")),
        PartState.CLAIMED: StateLook(Icon.SENDING, Tone.WAITING, translate("states", "Being sent")),
        PartState.SUBMITTING: StateLook(Icon.SENDING, Tone.WAITING, translate("states", "Being sent")),
        PartState.ACCEPTED: StateLook(Icon.SENT, Tone.SENT, translate("states", "Sent")),
        PartState.DELIVERED: StateLook(Icon.DELIVERED, Tone.DELIVERED, translate("states", "Delivered")),
        PartState.FAILED: StateLook(Icon.FAILED, Tone.FAILED, translate("states", "Not delivered")),
        PartState.EXPIRED: StateLook(Icon.EXPIRED, Tone.FAILED, translate("states", "Too late")),
        PartState.UNKNOWN: StateLook(Icon.UNCERTAIN, Tone.UNCERTAIN, translate("states", "Uncertain")),
        PartState.CANCELLED: StateLook(Icon.CANCELLED, Tone.NEUTRAL, translate("states", "Stopped")),
    }
    return look[state]


class Outcome(StrEnum):
    """What a broadcast's bar tells apart."""

    DELIVERED = "delivered"
    SENT = "sent"
    WAITING = "waiting"
    UNCERTAIN = "uncertain"
    FAILED = "failed"
    STOPPED = "stopped"


_OUTCOME = {
    PartState.DELIVERED: Outcome.DELIVERED,
    PartState.ACCEPTED: Outcome.SENT,
    PartState.QUEUED: Outcome.WAITING,
    PartState.CLAIMED: Outcome.WAITING,
    PartState.SUBMITTING: Outcome.WAITING,
    PartState.UNKNOWN: Outcome.UNCERTAIN,
    PartState.FAILED: Outcome.FAILED,
    PartState.EXPIRED: Outcome.FAILED,
    PartState.CANCELLED: Outcome.STOPPED,
}

PATTERNS = {
    Outcome.DELIVERED: Qt.BrushStyle.SolidPattern,
    Outcome.SENT: Qt.BrushStyle.BDiagPattern,
    Outcome.WAITING: Qt.BrushStyle.Dense6Pattern,
    Outcome.UNCERTAIN: Qt.BrushStyle.DiagCrossPattern,
    Outcome.FAILED: Qt.BrushStyle.VerPattern,
    Outcome.STOPPED: Qt.BrushStyle.HorPattern,
}
"""So that the bar can be read without its colours."""


def outcome_of(state: PartState) -> Outcome:
    """The part of the bar that a message of this state belongs to."""
    return _OUTCOME[state]


def tally(counts: Mapping[PartState, int]) -> dict[Outcome, int]:
    """Messages by outcome, in the order of the bar, without those of none."""
    sums = dict.fromkeys(Outcome, 0)
    for state, count in counts.items():
        sums[_OUTCOME[state]] += count
    return {outcome: count for outcome, count in sums.items() if count}


_OUTCOME_LOOKS = {
    Outcome.DELIVERED: (Icon.DELIVERED, Tone.DELIVERED),
    Outcome.SENT: (Icon.SENT, Tone.SENT),
    Outcome.WAITING: (Icon.WAITING, Tone.WAITING),
    Outcome.UNCERTAIN: (Icon.UNCERTAIN, Tone.UNCERTAIN),
    Outcome.FAILED: (Icon.FAILED, Tone.FAILED),
    Outcome.STOPPED: (Icon.CANCELLED, Tone.NEUTRAL),
}


def outcome_look(outcome: Outcome) -> tuple[Icon, Tone]:
    """Icon and tone of one part of the bar."""
    return _OUTCOME_LOOKS[outcome]


def outcome_words(outcome: Outcome, count: int) -> str:
    """How many messages came to this: "24 delivered"."""
    return {
        Outcome.DELIVERED: translate("states", "%n delivered", "", count),
        Outcome.SENT: translate("states", "%n sent", "", count),
        Outcome.WAITING: translate("states", "%n waiting", "", count),
        Outcome.UNCERTAIN: translate("states", "%n uncertain", "", count),
        Outcome.FAILED: translate("states", "%n not delivered", "", count),
        Outcome.STOPPED: translate("states", "%n stopped", "", count),
    }[outcome]


def summary(counts: Mapping[PartState, int]) -> str:
    """A bar in words: "24 delivered, 2 uncertain"."""
    return ", ".join(outcome_words(outcome, count) for outcome, count in tally(counts).items())


def entry_look(state: EntryState) -> StateLook:
    """How a send of the plan is shown."""
    icon, tone = ENTRY_LOOKS[state]
    return StateLook(icon, tone, entry_word(state))


ENTRY_LOOKS = {
    EntryState.PLANNED: (Icon.PLANNED, Tone.ACCENT),
    EntryState.SENT: (Icon.SENT, Tone.DELIVERED),
    EntryState.MISSED: (Icon.MISSED, Tone.UNCERTAIN),
    EntryState.CANCELLED: (Icon.SKIPPED, Tone.NEUTRAL),
}


def entry_word(state: EntryState) -> str:
    """The word for a state; one is looked up at a time, for a calendar asks for hundreds."""
    if state is EntryState.PLANNED:
        return translate("states", "Planned")
    if state is EntryState.SENT:
        return translate("states", "Sent")
    if state is EntryState.MISSED:
        return translate("states", "Missed")
    return translate("states", "Skipped")
