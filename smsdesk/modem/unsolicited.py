"""What a modem says unasked, told apart from answers: announcements, pushed messages, calls."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable

from smsdesk.modem import answers
from smsdesk.modem.answers import Urc
from smsdesk.modem.framing import Frame, Line

log = logging.getLogger(__name__)

_ANNOUNCEMENT = "+CMTI"
"""A message came, and where it lies (27.005, 3.4.1)."""
_ECHO = "AT"
"""Begins a command; no PDU does."""


class Unsolicited:
    """Takes the URCs out of what was read; `tell` gets each one. `frames` is what was read behind a line.

    A pushed message whose PDU never came is told of without payload.
    """

    def __init__(self, tell: Callable[[Urc], None], frames: deque[Frame]) -> None:
        self._tell = tell
        self._frames = frames
        self._headers: deque[str] = deque()
        """Each waits for its payload: another notification may come between the two lines of one."""
        self._ringing = False

    @property
    def incomplete(self) -> bool:
        """Whether a +CMT or +CDS waits for its payload."""
        return bool(self._headers)

    def take(self, line: str, prefix: str) -> bool:
        """Whether `line` is a URC, or the payload of one; lines with `prefix` are an answer's own."""
        if line == "OK" and not self._headers:
            return False
        if prefix and line.startswith(prefix):
            if prefix in answers.WITH_PDUS:
                self._give_up()
            return False
        name = answers.urc_name(line)
        if name is None or name == "+CMGS" or answers.final(line) is not None:
            return self._is_end_of_call(line) or self._is_payload(line)
        if name in answers.WITH_PAYLOAD:
            if ":" in line:  # a piece of a line that was cut announces nothing
                self._headers.append(line)
            return True
        self._ringing = self._ringing or name in answers.RINGING
        self._tell(Urc(name, line))
        if name == _ANNOUNCEMENT:
            self._pass_over_like(line.partition(",")[0])
        return True

    def _pass_over_like(self, head: str) -> None:
        """A burst announces each message in the same memory: those read with the first say nothing new."""
        while self._frames and isinstance(frame := self._frames[0], Line) and frame.startswith(head):
            self._frames.popleft()

    def _is_payload(self, line: str) -> bool:
        if not self._headers or line.startswith(_ECHO):
            return False
        if answers.final(line) is not None:
            self._give_up()
            return False
        self._tell_pushed(self._headers.popleft(), line)
        return True

    def _give_up(self) -> None:
        """The PDUs that are waited for got lost on the line: what comes now is the answer's."""
        while self._headers:
            log.warning("a pushed message came without its PDU")
            self._tell_pushed(self._headers.popleft(), "")

    def _tell_pushed(self, header: str, payload: str) -> None:
        self._tell(Urc(answers.urc_name(header) or "", header, payload))

    def _is_end_of_call(self, line: str) -> bool:
        """After RING, NO CARRIER says that the caller gave up: it ends no command."""
        if not self._ringing or line != "NO CARRIER":
            return False
        self._ringing = False
        return True
