"""One SMS through AT+CMGS (3GPP TS 27.005, 4.3), told honestly: what is sure, and what nobody knows."""

from __future__ import annotations

import logging
import re
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from smsdesk.domain.clock import Clock
from smsdesk.domain.outgoing import Submission, SubmitOutcome, SubmitResult
from smsdesk.modem import answers
from smsdesk.modem.framing import Line, Prompt
from smsdesk.modem.link import LinkLostError
from smsdesk.modem.pdu import SubmitPdu, encode_submit
from smsdesk.modem.session import Session
from smsdesk.modem.unanswered import Unanswered, ordered
from smsdesk.modem.wire import CTRL_Z, ESC

log = logging.getLogger(__name__)

INVALID = "invalid"
"""The number or text cannot be put into a PDU; nothing went on the wire."""
NOT_READY = "not_ready"
"""The modem could not be used when the part came."""
NO_PROMPT = "no_prompt"
"""The modem did not ask for the PDU."""
LOST = "lost"
"""The port went away before the whole PDU was written."""
CALLED_OFF = "called_off"
"""The desk changed its mind at the prompt."""
SILENCE = "silence"
"""No answer after Ctrl-Z, or the port went away before it."""
NO_REFERENCE = "no_reference"
"""OK came, but no +CMGS that can be read."""

PREPARED = 16
"""Parts that are kept encoded at once, more than anybody prepares ahead."""

_OWN_WORDS = frozenset({NOT_READY, NO_PROMPT, LOST, CALLED_OFF})
"""Reasons for the driver's own use: an outcome's code is only what modem or network said, or INVALID."""

_HEX = re.compile(r"(?:[0-9A-F]{2})+")
_REFERENCE = re.compile(r"\+CMGS:\s*(\d{1,3})\b")


@dataclass(frozen=True)
class Ending:
    """How an attempt ended; `resync` when the dialogue was broken off, `broken` when the port went away."""

    result: SubmitResult
    code: str | None = None
    ref: int | None = None
    resync: bool = False
    broken: LinkLostError | None = None
    missing: bool = False
    """Whether the answer may still come; a modem that was unplugged or started anew has forgotten it."""


class Sending:
    """Sends parts one by one and keeps in mind the one whose answer is missing.

    `begin` commits that the part is being submitted and may call it off; `tell` gets every outcome.
    """

    def __init__(
        self, clock: Clock, begin: Callable[[int], bool], tell: Callable[[SubmitOutcome], None]
    ) -> None:
        self._clock = clock
        self._begin = begin
        self._tell = tell
        self._unanswered = Unanswered()
        self._prepared: deque[tuple[Submission, SubmitPdu | None]] = deque(maxlen=PREPARED)
        self._heard_out: set[int] = set()
        """Attempts of an earlier run whose answer was waited for."""
        self._handed_over_at = 0.0
        self._answers_until = 0.0
        self.goes_on_at = clock()
        """When `held_until` is, on the clock of a person."""

    @property
    def held_until(self) -> float:
        """Nothing is to be sent before this moment (monotonic), 0.0 when it may be.

        Answers are owed to attempts that cannot be told from the next one.
        """
        return self._answers_until if self._unanswered.owed else 0.0

    def restarted(self) -> None:
        """The modem surely started anew: what it was handed before is not answered any more."""
        self._unanswered.forget()

    def prepare(self, submission: Submission) -> None:
        """Encode a part that will probably be sent soon; called on another thread while one is sent."""
        self._prepared.append((submission, _encode(submission)))

    def send(self, session: Session, submission: Submission) -> str | None:
        """Send one part, tell its outcome, then give its code or raise LinkLostError or SilentError."""
        self._unanswered.owed = 0
        if not self._heard_out.issuperset(submission.left_open):
            self._hear_out(session, submission)
        pdu = self._pdu_of(submission)
        if pdu is None:
            ending = Ending(SubmitResult.NOT_SENT, INVALID)
        else:
            ending = self._dialogue(session, submission.part_id, pdu)
        self.end(submission.part_id, ending)
        if ending.missing:
            self._unanswered.silent(submission.part_id)
        if ending.broken is not None:
            raise ending.broken
        if ending.resync and not session.ending:
            session.resync()
        return ending.code

    def _pdu_of(self, submission: Submission) -> SubmitPdu | None:
        """What was prepared; what was prepared before it and never sent is dropped."""
        for _ in range(len(self._prepared)):
            prepared, pdu = self._prepared.popleft()
            if prepared is submission:
                return pdu
        return _encode(submission)

    def _hear_out(self, session: Session, submission: Submission) -> None:
        """Attempts of an earlier run may be answered yet; what comes before this one is begun is theirs.

        What comes later is told apart by the references, as after any silence.
        """
        self._heard_out.update(submission.left_open)
        began = submission.left_open_at or self._clock()
        passed = (self._clock() - began).total_seconds()
        if passed > session.timings.answered_within:
            return
        self._unanswered.left_open(submission.left_open, submission.ref_before)
        doubt = session.timings.doubt
        end = time.monotonic() + min(max(doubt - passed, 0.0), doubt)
        while self._unanswered.in_doubt and not session.ending and time.monotonic() < end:
            session.stray(session.next_event(end, ""))

    def end(self, part_id: int, ending: Ending) -> None:
        """Tell the outcome of an attempt."""
        code = None if ending.code in _OWN_WORDS else ending.code
        self._tell(SubmitOutcome(part_id, ending.result, self._clock(), ending.ref, code))

    def late(self, line: str) -> None:
        """File a +CMGS that came outside of any dialogue on the attempt it belongs to."""
        ref = _reference(line)
        settled = [] if ref is None else self._unanswered.stray(ref)
        if not settled:
            log.warning("a late +CMGS cannot be filed")
        for part_id, own in settled:
            self._tell_late(part_id, own)

    def _tell_late(self, part_id: int, ref: int) -> None:
        self._tell(SubmitOutcome(part_id, SubmitResult.ACCEPTED, self._clock(), ref, late=True))

    # --- the dialogue

    def _dialogue(self, session: Session, part_id: int, pdu: SubmitPdu) -> Ending:
        try:
            ending = self._ask(session, part_id, pdu.tpdu_length)
        except LinkLostError as lost:
            return Ending(SubmitResult.NOT_SENT, LOST, broken=lost)
        return ending or self._hand_over(session, part_id, pdu.hex.encode("ascii"))

    def _hand_over(self, session: Session, part_id: int, body: bytes) -> Ending:
        """From here on the network may have it, unless the port surely did not take the Ctrl-Z."""
        self._handed_over_at = time.monotonic()
        try:
            session.write(body + CTRL_Z)
        except LinkLostError as lost:
            if lost.written is None or lost.written > len(body):
                return Ending(SubmitResult.UNKNOWN, SILENCE, broken=lost)
            return Ending(SubmitResult.NOT_SENT, LOST, broken=lost)
        try:
            return self._await_own_end(session, part_id)
        except LinkLostError as lost:
            return Ending(SubmitResult.UNKNOWN, SILENCE, broken=lost)

    def _ask(self, session: Session, part_id: int, tpdu_length: int) -> Ending | None:
        """Up to the moment before the PDU; None when it may be written."""
        restarts = session.restarts
        session.drain()
        if session.restarts != restarts:
            return Ending(SubmitResult.NOT_SENT, NO_PROMPT)
        command = f"AT+CMGS={tpdu_length}"
        session.write(f"{command}\r".encode("ascii"))
        refused = _await_prompt(session, command)
        if refused is not None:
            return refused
        if not self._begin(part_id):
            session.write(ESC)
            return Ending(SubmitResult.NOT_SENT, CALLED_OFF, resync=True)
        return _gone_prompt(session)

    def _await_own_end(self, session: Session, part_id: int) -> Ending:
        """The end of this attempt, told from a late one of an older attempt that was never answered."""
        ending = self._await_new_end(session)
        while ending.ref is not None and (older := self._unanswered.take_older(ending.ref)):
            for late_id, ref in older:
                self._tell_late(late_id, ref)
            ending = self._await_new_end(session)
        if ending.code == SILENCE:
            return ending
        if not self._unanswered.surely_newest(ending.ref):
            ending = self._in_doubt(session, part_id, ending)
        if ending.ref is not None:
            self._unanswered.accepted(ending.ref)
        return ending

    def _await_new_end(self, session: Session) -> Ending:
        """An end that is not the last one said twice; its reference again is believed if no other follows."""
        ending = _await_end(session, session.timings.submit)
        while ending.ref is not None and self._unanswered.repeats(ending.ref):
            following = _await_end(session, session.timings.doubt)
            if following.missing and not session.ending:
                break
            ending = following
        return ending

    def _in_doubt(self, session: Session, part_id: int, first: Ending) -> Ending:
        """As many answers as attempts are theirs in the order of their references; fewer are nobody's."""
        answers = [first]
        while len(answers) <= self._unanswered.open:
            another = _await_end(session, session.timings.doubt)
            if another.code == SILENCE:
                break
            if another.ref is None or not self._unanswered.repeats(another.ref, answers[-1].ref):
                answers.append(another)
        refs = [each.ref for each in answers if each.ref is not None]
        complete = len(answers) == self._unanswered.open + 1 and len(refs) in (0, len(answers))
        if not complete:
            self._unanswered.undecided(part_id, [each.ref for each in answers])
            self._hold(self._handed_over_at + session.timings.answered_within)
            return Ending(SubmitResult.UNKNOWN, SILENCE)
        if not refs:
            return answers[-1]
        in_order = ordered(refs)
        for older, ref in zip(self._unanswered.take_all(), in_order, strict=False):
            self._tell_late(older, ref)
        return next(each for each in answers if each.ref == in_order[-1])

    def _hold(self, until: float) -> None:
        """Let nothing be sent before `until` (monotonic), as long as answers are owed."""
        self._answers_until = until
        self.goes_on_at = self._clock() + timedelta(seconds=until - time.monotonic())


def _encode(submission: Submission) -> SubmitPdu | None:
    """None when there is no valid PDU for it; nothing but hex ever goes to the prompt."""
    try:
        pdu = encode_submit(submission)
    except ValueError as error:
        log.warning("part %d cannot be encoded: %s", submission.part_id, type(error).__name__)
        return None
    return pdu if _HEX.fullmatch(pdu.hex) else None


def _await_prompt(session: Session, command: str) -> Ending | None:
    """None at the prompt. An OK here is an older command's.

    A modem that started anew has forgotten PDU mode too: it would send the hex to a number of two digits.
    """
    end = time.monotonic() + session.timings.prompt
    restarts = session.restarts
    while True:
        event = session.next_event(end, "", restarts=restarts)
        if isinstance(event, Prompt) and session.restarts == restarts:
            return None
        if not isinstance(event, Line):
            return Ending(SubmitResult.NOT_SENT, NO_PROMPT, resync=True)
        final = answers.final(event)
        if final is not None and not final.ok:
            anew = session.restarts != restarts  # the code is about what has to be set again
            return Ending(SubmitResult.NOT_SENT, NO_PROMPT if anew else final.code)
        if not session.is_echo(event, command):
            session.stray(event)


def _gone_prompt(session: Session) -> Ending | None:
    """While the attempt was being written down the modem may have given up waiting for the PDU."""
    restarts = session.restarts
    for event in session.arrived():
        final = answers.final(event) if isinstance(event, Line) else None
        if final is not None and not final.ok:
            return Ending(SubmitResult.NOT_SENT, final.code)
    gone = session.restarts != restarts
    return Ending(SubmitResult.NOT_SENT, NO_PROMPT, resync=True) if gone else None


def _await_end(session: Session, seconds: float) -> Ending:
    """From Ctrl-Z to the final code, or to a restart of the modem, which forgets the attempt.

    An OK by itself is another command's: the answer is still to come. Nothing is written meanwhile, since it
    would go into the dialogue.
    """
    end = time.monotonic() + seconds
    restarts = session.restarts
    ref: int | None = None
    before = ""
    while True:
        event = session.next_event(end, "+CMGS", restarts=restarts)
        if isinstance(event, Prompt):
            continue
        if not isinstance(event, Line):
            forgotten = session.restarts != restarts
            return _accepted(ref) or Ending(SubmitResult.UNKNOWN, SILENCE, resync=True, missing=not forgotten)
        final = answers.final(event)
        if final is not None and (ref is not None or not final.ok or _is_spoilt(before)):
            session.answered_at = time.monotonic()
            return _accepted(ref) or _ended(final)
        before = event
        if ref is None and (ref := _reference(event)) is not None:
            end = min(end, time.monotonic() + session.timings.submit_ok)


def _accepted(ref: int | None) -> Ending | None:
    """The reference alone says that the network took it; its OK may be lost."""
    return None if ref is None else Ending(SubmitResult.ACCEPTED, ref=ref)


def _is_spoilt(line: str) -> bool:
    """Whether what stands before an OK may have been a +CMGS; the echo of a PDU is none."""
    return bool(line) and _HEX.fullmatch(line.upper()) is None


def _ended(final: answers.Final) -> Ending:
    if final.ok:
        return Ending(SubmitResult.UNKNOWN, NO_REFERENCE)
    numbered = ":" in final.code
    return Ending(SubmitResult.REFUSED if numbered else SubmitResult.UNKNOWN, final.code)


def _reference(line: str) -> int | None:
    """TP-MR of `+CMGS: <mr>[,<ackpdu>]`, 0 to 255."""
    found = _REFERENCE.match(line)
    return int(found[1]) if found and int(found[1]) <= 255 else None
