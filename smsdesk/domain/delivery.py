"""How a part goes on after an attempt, and what its kept reason means to a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from smsdesk.domain.budget import held_of
from smsdesk.domain.codes import RETRY_DELAYS, ErrorClass, classify, explain, explain_status
from smsdesk.domain.outgoing import PartState, SubmitOutcome, SubmitResult
from smsdesk.domain.sentences import Sentence, say


class Reason(StrEnum):
    """Reasons that no network gave; they stand beside the codes of `domain.codes` in a part's `error`."""

    STOPPED = "stopped"
    """The program ended between the hand-over to the modem and its answer."""
    SILENCE = "silence"
    NOT_SENT = "not_sent"
    SIBLING = "sibling"
    """Another part of the same message was refused for good."""
    TOO_LATE = "too_late"
    CANCELLED = "cancelled"
    PAUSED = "person"
    """A person paused the queue."""
    RESTORED = "restored"
    """The data come from a copy: what waits there may have been sent since the copy was made."""
    NOT_REPEATED = "not_repeated"
    """A person had decided to send an uncertain part again, and it was cancelled or too late before that."""
    REFUSED_AGAIN = "refused_again"
    """A person had decided to send an uncertain part again, and that attempt was refused for good."""
    OTHER_SIM = "other_sim"
    """The SIM that took the other parts of the message is not here any more."""
    OBJECTED = "objected"
    """The phone objected to such messages after this one was queued."""
    SENT_AGAIN = "sent_again"
    """An uncertain part waits for its next attempt, as a person decided; shown, and never stored."""


_STATUS_PREFIX = "st:"

_SENTENCES = {
    Reason.STOPPED: say(
        "SMS desk stopped while this message was being handed over: it is not known whether it went. "
        "Ask the person, then decide whether to send it again."
    ),
    Reason.NOT_SENT: say("The modem did not take the message. Check the modem, then send it again."),
    Reason.SIBLING: say("Another part of this message was refused, so the rest was not sent."),
    Reason.TOO_LATE: say("It was too late for this message, so it was not sent. Write a new one if needed."),
    Reason.CANCELLED: say("This message was cancelled before it was sent."),
    Reason.PAUSED: say("Sending is paused. Resume it when you are ready."),
    Reason.RESTORED: say(
        "The data were restored from a copy: what waits may have been sent since it was made. "
        "Cancel what went out, then resume sending."
    ),
    Reason.REFUSED_AGAIN: say(
        "It is not known whether this message went the first time, and the second time it was refused. "
        "Ask the person, then decide whether to send it again."
    ),
    Reason.OTHER_SIM: say(
        "A part of this message went through another SIM, or it was to go through it, and a phone joins "
        "only parts from one number. Plug that SIM in again, or have the message sent anew."
    ),
    Reason.OBJECTED: say(
        "The person objected to such messages before this one was sent, so it was not sent."
    ),
    Reason.SENT_AGAIN: say(
        "It is not known whether this message went before. It will be sent again, as it was decided."
    ),
    Reason.NOT_REPEATED: say(
        "It is not known whether this message went, and it was not sent again. "
        "Ask the person, then decide whether to send it again."
    ),
}


def status_error(tp_st: int) -> str:
    """How the status of a delivery report is kept as a part's `error`."""
    return f"{_STATUS_PREFIX}{tp_st}"


def why(error: str) -> Sentence:
    """Tell a person what a part's `error`, or the reason of a pause, means and what to do next."""
    if error in _SENTENCES:
        return _SENTENCES[Reason(error)]
    held = held_of(error)
    if held is not None:
        return held.sentence
    status = error.removeprefix(_STATUS_PREFIX)
    if status != error and status.isascii() and status.isdigit():
        return explain_status(int(status))
    return explain(error)


@dataclass(frozen=True)
class RetryRules:
    """When a part is tried again: after each transient failure, and after one that was nobody's fault."""

    delays: Sequence[timedelta] = RETRY_DELAYS
    storage_full: timedelta = timedelta(seconds=5)
    """A sweep that empties the SIM takes seconds."""

    def after(self, attempts: int) -> timedelta | None:
        """The delay after `attempts` attempts, None when it is time to give up."""
        return self.delays[attempts - 1] if 1 <= attempts <= len(self.delays) else None


@dataclass(frozen=True)
class NextStep:
    """What becomes of a part: its state, why, when it is tried again, and what else must happen."""

    state: PartState
    error: str | None = None
    not_before: datetime | None = None
    pause: bool = False
    """Every message would meet this: hold the whole queue."""
    sweep: bool = False
    """The modem's memory is full: it must be emptied."""


def next_step(outcome: SubmitOutcome, attempts: int, rules: RetryRules, now: datetime) -> NextStep:
    """Decide what an attempt's outcome means; `attempts` counts this one, a new try is due after `now`."""
    if outcome.result is SubmitResult.ACCEPTED:
        return NextStep(PartState.ACCEPTED)
    error = outcome.code or (Reason.SILENCE if outcome.result is SubmitResult.UNKNOWN else Reason.NOT_SENT)
    error_class = classify(error)
    if outcome.result is SubmitResult.UNKNOWN:
        return NextStep(PartState.UNKNOWN, error)
    if error_class is ErrorClass.UNKNOWN:
        if outcome.result is SubmitResult.REFUSED:
            return NextStep(PartState.UNKNOWN, error)
        # Before Ctrl-Z the network cannot have it, whatever the code means.
        return _again(error, attempts, now, rules)
    return _after_refusal(error_class, error, attempts, now, rules)


def _after_refusal(
    error_class: ErrorClass, error: str, attempts: int, now: datetime, rules: RetryRules
) -> NextStep:
    if error_class is ErrorClass.PERMANENT:
        return NextStep(PartState.FAILED, error)
    if error_class is ErrorClass.ACCOUNT:
        return NextStep(PartState.QUEUED, error, pause=True)
    if error_class is ErrorClass.STORAGE_FULL:
        step = _again(error, attempts, now, rules)
        sooner = now + rules.storage_full if step.not_before else None
        return NextStep(step.state, error, sooner, sweep=True)
    return _again(error, attempts, now, rules)


def _again(error: str, attempts: int, now: datetime, rules: RetryRules) -> NextStep:
    delay = rules.after(attempts)
    if delay is None:
        return NextStep(PartState.FAILED, error)
    return NextStep(PartState.QUEUED, error, now + delay)
