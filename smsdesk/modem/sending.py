"""One SMS through AT+CMGS (3GPP TS 27.005, 4.3), told honestly: what is sure, and what nobody knows."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable
from dataclasses import dataclass

from smsdesk.domain.clock import Clock
from smsdesk.domain.outgoing import Submission, SubmitOutcome, SubmitResult
from smsdesk.modem import answers
from smsdesk.modem.framing import Line, Prompt
from smsdesk.modem.link import LinkLostError
from smsdesk.modem.pdu import SubmitPdu, encode_submit
from smsdesk.modem.session import CTRL_Z, ESC, Session

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
"""OK came, but no +CMGS: the OK may have been another one's."""

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
        self._unanswered: set[int] = set()
        self._in_doubt = False
        self._last_ref: int | None = None

    def send(self, session: Session, submission: Submission) -> str | None:
        """Send one part, tell its outcome, then give its code or raise LinkLostError or SilentError."""
        pdu = _encode(submission)
        if pdu is None:
            ending = Ending(SubmitResult.NOT_SENT, INVALID)
        else:
            ending = self._dialogue(session, submission.part_id, pdu)
        self.end(submission.part_id, ending)
        if ending.broken is not None:
            raise ending.broken
        if ending.resync and not session.ending:
            session.resync()
        return ending.code

    def end(self, part_id: int, ending: Ending) -> None:
        """Tell the outcome of an attempt."""
        if ending.result is SubmitResult.UNKNOWN:
            self._unanswered.add(part_id)
            self._in_doubt = ending.code == SILENCE
        code = None if ending.code in _OWN_WORDS else ending.code
        self._tell(SubmitOutcome(part_id, ending.result, self._clock(), ending.ref, code))

    def late(self, line: str) -> None:
        """File a +CMGS that came after its deadline; with several parts unanswered it is nobody's."""
        ref = _reference(line)
        if ref is None or len(self._unanswered) != 1:
            log.warning("a late +CMGS cannot be filed: %d parts are unanswered", len(self._unanswered))
            return
        self._in_doubt = False
        part_id = self._unanswered.pop()
        self._tell(SubmitOutcome(part_id, SubmitResult.ACCEPTED, self._clock(), ref, late=True))

    # --- the dialogue

    def _dialogue(self, session: Session, part_id: int, pdu: SubmitPdu) -> Ending:
        try:
            ending = self._ask(session, part_id, pdu.tpdu_length)
        except LinkLostError as lost:
            return Ending(SubmitResult.NOT_SENT, LOST, broken=lost)
        return ending or self._hand_over(session, pdu.hex.encode("ascii"))

    def _hand_over(self, session: Session, body: bytes) -> Ending:
        """From here on the network may have it, unless the port surely did not take the Ctrl-Z."""
        try:
            session.write(body + CTRL_Z)
        except LinkLostError as lost:
            if lost.written is None or lost.written > len(body):
                return Ending(SubmitResult.UNKNOWN, SILENCE, broken=lost)
            return Ending(SubmitResult.NOT_SENT, LOST, broken=lost)
        try:
            return self._await_own_end(session)
        except LinkLostError as lost:
            return Ending(SubmitResult.UNKNOWN, SILENCE, broken=lost)

    def _ask(self, session: Session, part_id: int, tpdu_length: int) -> Ending | None:
        """Up to the moment before the PDU; None when it may be written."""
        session.drain()
        session.write(b"AT+CMGS=%d\r" % tpdu_length)
        refused = _await_prompt(session)
        if refused is not None:
            return refused
        if not self._begin(part_id):
            session.write(ESC)
            return Ending(SubmitResult.NOT_SENT, CALLED_OFF, resync=True)
        return _gone_prompt(session)

    def _await_own_end(self, session: Session) -> Ending:
        """The end of this attempt; a first +CMGS may still be that of an older, unanswered one."""
        ending = _await_end(session, session.timings.submit)
        if self._in_doubt and ending.code != SILENCE:
            self._in_doubt = False
            if ending.ref is None or ending.ref != self._ref_after(2):
                ending = self._tell_apart(ending, _await_end(session, session.timings.doubt))
        if ending.ref is not None:
            self._last_ref = ending.ref
        return ending

    def _ref_after(self, count: int) -> int | None:
        """TP-MR grows by one with each SMS (3GPP TS 23.040, 9.2.3.6)."""
        return None if self._last_ref is None else (self._last_ref + count) % 256

    def _tell_apart(self, first: Ending, second: Ending) -> Ending:
        """File the older attempt's end and give the newer's; a modem that answered once means the newer."""
        if second.code == SILENCE:
            return first
        older, newer = first, second
        if first.ref is not None and second.ref is not None and (second.ref - first.ref) % 256 > 127:
            older, newer = second, first
        if older.ref is not None:
            self.late(f"+CMGS: {older.ref}")
        return newer


def _encode(submission: Submission) -> SubmitPdu | None:
    """None when there is no valid PDU for it; nothing but hex ever goes to the prompt."""
    try:
        pdu = encode_submit(submission)
    except ValueError as error:
        log.warning("part %d cannot be encoded: %s", submission.part_id, type(error).__name__)
        return None
    return pdu if _HEX.fullmatch(pdu.hex) else None


def _await_prompt(session: Session) -> Ending | None:
    """None at the prompt. An OK here is an older command's."""
    end = time.monotonic() + session.timings.prompt
    while True:
        event = session.next_event(end, "")
        if isinstance(event, Prompt):
            return None
        if not isinstance(event, Line):
            return Ending(SubmitResult.NOT_SENT, NO_PROMPT, resync=True)
        final = answers.final(event.text)
        if final is not None and not final.ok:
            return Ending(SubmitResult.NOT_SENT, final.code)
        session.stray(event)


def _gone_prompt(session: Session) -> Ending | None:
    """While the attempt was being written down the modem may have given up waiting for the PDU."""
    for event in session.arrived():
        final = answers.final(event.text) if isinstance(event, Line) else None
        if final is not None and not final.ok:
            return Ending(SubmitResult.NOT_SENT, final.code)
    return None


def _await_end(session: Session, seconds: float) -> Ending:
    """From Ctrl-Z to the final code; nothing is written meanwhile, since it would go into the dialogue."""
    end = time.monotonic() + seconds
    ref: int | None = None
    while True:
        event = session.next_event(end, "+CMGS")
        if isinstance(event, Prompt):
            continue
        if not isinstance(event, Line):
            return _accepted(ref) or Ending(SubmitResult.UNKNOWN, SILENCE, resync=True)
        final = answers.final(event.text)
        if final is not None:
            return _accepted(ref) or _ended(final)
        if ref is None and (ref := _reference(event.text)) is not None:
            end = min(end, time.monotonic() + session.timings.submit_ok)


def _accepted(ref: int | None) -> Ending | None:
    """The reference alone says that the network took it; its OK may be lost."""
    return None if ref is None else Ending(SubmitResult.ACCEPTED, ref=ref)


def _ended(final: answers.Final) -> Ending:
    if final.ok:
        return Ending(SubmitResult.UNKNOWN, NO_REFERENCE)
    numbered = ":" in final.code
    return Ending(SubmitResult.REFUSED if numbered else SubmitResult.UNKNOWN, final.code)


def _reference(line: str) -> int | None:
    """TP-MR of `+CMGS: <mr>[,<ackpdu>]`, 0 to 255."""
    found = _REFERENCE.match(line)
    return int(found[1]) if found and int(found[1]) <= 255 else None
