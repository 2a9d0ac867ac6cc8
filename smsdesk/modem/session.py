"""The dialogue with a modem: one command in flight with its own answer, and everything else kept apart."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import cast

from smsdesk.modem import answers
from smsdesk.modem.answers import Answer, Final, Urc
from smsdesk.modem.framing import Frame, Framer, Line, Prompt
from smsdesk.modem.link import Link
from smsdesk.modem.timings import Timings
from smsdesk.modem.unsolicited import Unsolicited

log = logging.getLogger(__name__)

ESC = b"\x1b"
CTRL_Z = b"\x1a"
MOST_LINES = 20_000
"""An answer of more lines is no answer: the fullest memory holds 500 messages of two lines each."""
SILENCES = 3
"""So many optional commands without any answer, and the modem is one that ignores what it does not know."""
HELLOS = (1, 1, 3)
"""AT is asked this often before a modem counts as silent, each time waiting so many times `Timings.hello`: a
modem that wakes up misses the first one, a slow one answers all of them late."""
_OWN_ANSWER = "+CMEE"
"""Known to nearly every modem, and its answer cannot be taken for another one's (27.007, 9.1)."""


class SilentError(Exception):
    """The modem gave no answer within the deadline."""


@dataclass(frozen=True)
class _Gap:
    """Nothing complete came: the deadline passed, or another thread woke the wait."""


_GAP = _Gap()
Event = Line | Prompt | _Gap
"""What a dialogue waits for; URCs are already taken out."""


class Session:
    """Speaks AT over one link; raises LinkLostError when the port goes, SilentError when no answer comes.

    `on_urc` is called for every URC at the moment it is read, also in the middle of an answer, once for
    announcements of one memory that come together; it must not speak to the modem.
    `on_stray_reference` gets a +CMGS that belongs to no command in flight.
    `closing` tells whether the program ends: what is in flight then only gets `close_grace` more.
    """

    def __init__(
        self,
        link: Link,
        timings: Timings,
        on_urc: Callable[[Urc], None],
        on_stray_reference: Callable[[str], None] = lambda _line: None,
        closing: Callable[[], bool] = lambda: False,
    ) -> None:
        self.timings = timings
        self._link = link
        self._framer = Framer()
        self._frames: deque[Frame] = deque()
        self._unsolicited = Unsolicited(self._notified, self._frames)
        self._on_urc = on_urc
        self._on_stray_reference = on_stray_reference
        self._closing = closing
        self._closing_since: float | None = None
        self._partial_since = 0.0
        self._never_answered: set[str] = set()
        self._stray_ok_due = False
        self._pace = 0.0
        """How long AT waited for its answer: a slow line gets so much more time for what is optional."""
        self.tells_step = False
        """Whether the modem knows the question by which `in_step` finds out where it is."""
        self.restarts = 0
        """How often the modem started anew, as it said or showed: what was in flight is never answered."""
        self.answered_at = time.monotonic()
        """When the last answer ended."""
        self.met_silence = False
        """Whether an answer did not come since the mode was asked for: the modem may have started anew."""
        self.echoes = 0
        """How many commands came back as they were written."""
        self.echo_is_off = False
        """Whether the modem showed that it does not echo: if it does again, it has forgotten its settings."""

    @property
    def ending(self) -> bool:
        """Whether the program ends: nothing new is begun then."""
        return self._closing()

    # --- commands

    def command(self, text: str, seconds: float | None = None, *, idle: bool = False) -> Answer:
        """Send `text` and give its answer; `idle` counts the deadline anew from each line."""
        self.drain()
        self._stray_ok_due = False
        self.write(text.encode("ascii") + b"\r")
        return self.answer(text, self.timings.command if seconds is None else seconds, idle=idle)

    def ask(self, text: str) -> Answer | None:
        """Send a command that the modem may not know; None when it is silent about it or refuses it.

        What it was silent about is not asked again, and one that is silent about much gets less time:
        each time costs the whole deadline.
        """
        name = _name_of(text)
        if name in self._never_answered:
            return None
        try:
            seconds = self.timings.taciturn if self.taciturn else self.timings.optional
            answer = self.command(text, seconds + self._pace)
        except SilentError:
            log.info("no answer to %s", name)
            self._never_answered.add(name)
            self.resync()
            return None
        return answer if answer.ok else None

    @property
    def taciturn(self) -> bool:
        """Whether the modem was silent about so much that it ignores what it does not know."""
        return len(self._never_answered) >= SILENCES

    def answer(self, text: str, seconds: float, *, idle: bool = False) -> Answer:
        """Collect the answer to `text`, which was written."""
        prefix = _name_of(text)
        lines: list[str] = []
        end = time.monotonic() + seconds
        restarts = self.restarts
        while True:
            if self._take_plain(prefix, lines) and idle:
                end = time.monotonic() + seconds
            if self.restarts != restarts:  # it has forgotten the command; a new one would be answered by now
                end, restarts = min(end, time.monotonic() + self.timings.command), self.restarts
            event = self.next_event(end, prefix, restarts=restarts)
            if isinstance(event, _Gap) and self.restarts == restarts:
                raise SilentError(prefix)
            if not isinstance(event, Line) or self.is_echo(event, text) or self.stray(event):
                continue
            final = answers.final(event)
            if final is None:
                lines.append(event)
            elif not self._answers_a_stray(final):
                self.answered_at = time.monotonic()
                return Answer(tuple(lines), final)
            if len(lines) > MOST_LINES:
                raise SilentError(f"{prefix} without end")
            if idle:
                end = time.monotonic() + seconds

    def _take_plain(self, prefix: str, lines: list[str]) -> bool:
        """Move what is plainly this answer's, headers and PDUs, in one go; whether there was any."""
        frames = self._frames
        if self._unsolicited.incomplete or not frames or not prefix.startswith("+"):
            return False
        digits = answers.DIGITS
        count = 0
        for frame in frames:
            if isinstance(frame, Prompt) or not (frame[0] in digits or frame.startswith(prefix)):
                break
            count += 1
        lines.extend(cast("Iterable[str]", islice(frames, count)))
        if count == len(frames):
            frames.clear()
        else:
            for _ in range(count):
                frames.popleft()
        return count > 0

    # --- getting and staying in step

    def hello(self) -> None:
        """Find out that a modem listens, whatever state it was left in; raises SilentError."""
        self.write(ESC)
        self._quiet()
        start = time.monotonic()
        for asked, patience in enumerate(HELLOS, 1):
            self.write(b"AT\r")
            if self._hello_answered(patience * self.timings.hello):
                self._pace = time.monotonic() - start
                if asked > 1:
                    self._catch_up(asked * self._pace + self.timings.hello)
                self._quiet()
                return
        raise SilentError("AT")

    def _catch_up(self, seconds: float) -> None:
        """Several AT were written: a modem that woke up missed the first ones, a slow one answers each.

        An answer that is off by one would be taken for the next command's, so a question follows whose
        answer shows that it is its own.
        """
        self.write(f"AT{_OWN_ANSWER}?\r".encode("ascii"))
        end = time.monotonic() + seconds
        shown = False
        while not isinstance(event := self.next_event(end, _OWN_ANSWER), _Gap):
            if not isinstance(event, Line):
                self._leave_prompt(event)
                continue
            shown = shown or event.startswith(_OWN_ANSWER)
            final = answers.final(event)
            if final is not None and (shown or not final.ok):
                return

    def in_step(self) -> bool:
        """Whether the next answer is the next command's: shown by a question whose answer is plainly its own.

        Codes that nobody waits for any more are passed over; False when that answer does not come.
        """
        self.drain()
        self.write(f"AT{_OWN_ANSWER}?\r".encode("ascii"))
        end = time.monotonic() + self.timings.command
        shown = False
        while not isinstance(event := self.next_event(end, _OWN_ANSWER), _Gap):
            if not isinstance(event, Line) or self.stray(event):
                self._leave_prompt(event)
                continue
            shown = shown or event.startswith(f"{_OWN_ANSWER}:")
            final = answers.final(event)
            if final is not None and shown:
                return True
        return False

    def realign(self) -> None:
        """Let answers pass that nobody waits for any more: a doubled OK makes each one the next command's."""
        if not self.taciturn:
            self.forget_silences()
        if not (self.tells_step and self.in_step()):
            self._quiet()

    def forget_silences(self) -> None:
        """Ask anew what was not answered once: the modem may have started again just then."""
        self._never_answered.clear()

    def resync(self) -> None:
        """Leave whatever dialogue was broken off and get in step again; raises SilentError.

        The OK behind the AT of `hello` may be the late one of a command before it.
        """
        self.met_silence = True
        self.hello()
        if self.tells_step:
            self.in_step()

    def _hello_answered(self, seconds: float) -> bool:
        end = time.monotonic() + seconds
        while True:
            event = self.next_event(end, "AT")
            if isinstance(event, _Gap):
                return False
            self._leave_prompt(event)
            if isinstance(event, Prompt):
                continue
            if answers.numeric_final(event):
                self.write(b"ATV1\r")
            if answers.final(event):
                return True

    def _quiet(self) -> None:
        """Read until nothing came for the settling time, at most ten times that long."""
        latest = time.monotonic() + 10 * self.timings.settle
        while time.monotonic() < latest:
            event = self.next_event(time.monotonic() + self.timings.settle, "")
            if isinstance(event, _Gap):
                return
            self.stray(event)
            self._leave_prompt(event)

    def drain(self) -> None:
        """Deal with what has come meanwhile: late answers must not be taken for the next one's."""
        if not self._frames and not self._framer.partial and not self._link.readable():
            return
        for event in self.arrived():
            self._leave_prompt(event)

    def arrived(self) -> list[Event]:
        """What has come, without waiting."""
        events: list[Event] = []
        while not isinstance(event := self.next_event(0.0, ""), _Gap):
            self.stray(event)
            events.append(event)
        return events

    def _leave_prompt(self, event: Event) -> None:
        """A prompt that nobody waits for any more would swallow the next command."""
        if isinstance(event, Prompt):
            self.write(ESC)

    def pump(self, seconds: float) -> None:
        """Wait for URCs between commands, at most so long, or until one came or another thread calls."""
        self._fill(time.monotonic() + seconds)
        self.drain()

    def pause(self, seconds: float) -> None:
        """Let time pass between two questions, URCs being taken meanwhile; shorter when the program ends."""
        end = time.monotonic() + seconds
        while not self._closing() and not isinstance(event := self.next_event(end, ""), _Gap):
            self.stray(event)

    def stray(self, event: Event) -> bool:
        """File a +CMGS that belongs to no command in flight; tell whether it was one."""
        if not isinstance(event, Line) or not event.startswith("+CMGS:"):
            return False
        self._stray_ok_due = True
        self._on_stray_reference(event)
        return True

    def is_echo(self, event: Line, command: str) -> bool:
        """Whether a line is the command that was written; an unexpected one tells of a silent restart."""
        if event != command:
            return False
        self.echoes += 1
        self.restarts += self.echo_is_off
        return True

    def _notified(self, urc: Urc) -> None:
        self.restarts += urc.name in answers.RESTARTED
        self._on_urc(urc)

    def _answers_a_stray(self, final: Final) -> bool:
        """The OK right behind a stray +CMGS is not the answer of the command in flight."""
        due, self._stray_ok_due = self._stray_ok_due, False
        return due and final.ok

    # --- the wire

    def write(self, data: bytes) -> None:
        """Put bytes on the wire."""
        self._link.write(data)

    def next_event(self, end: float, prefix: str, *, restarts: int | None = None) -> Event:
        """The next frame that is no URC; lines with `prefix` ("+CMGL") are the answer's own.

        A gap comes at `end` (monotonic); 0.0 takes only what has come already. It comes earlier when the
        modem has started anew since `restarts` was noted.
        """
        frames = self._frames
        while True:
            while frames:
                frame = frames.popleft()
                if isinstance(frame, Prompt) or not self._unsolicited.take(frame, prefix):
                    return frame
            if restarts is not None and self.restarts != restarts:
                return _GAP
            if self._closing():
                end = self._cut_short(end)
            if not self._fill(end) and (end == 0.0 or time.monotonic() >= end):
                return _GAP

    def _cut_short(self, end: float) -> float:
        """When the program ends, nobody waits for a slow network any more."""
        self._closing_since = self._closing_since or time.monotonic()
        return min(end, self._closing_since + self.timings.close_grace)

    def _fill(self, end: float) -> bool:
        """Read once; tell whether frames are there."""
        if self._frames:
            return True
        now = time.monotonic()
        left = end - now
        if self._framer.partial:
            left = min(left, self._partial_until() - now)
        data = self._link.read(left)
        if data:
            self._frames.extend(self._framer.feed(data))
            self._partial_since = now
        elif self._framer.partial:
            self._take_partial()
        return bool(self._frames)

    def _take_partial(self) -> None:
        """A line that lost its end is taken as it stands after a while."""
        if time.monotonic() >= self._partial_until():
            self._frames.extend(self._framer.flush())

    def _partial_until(self) -> float:
        timings = self.timings
        return self._partial_since + (
            timings.partial_line if self._framer.whole_word else timings.broken_line
        )


def _name_of(command: str) -> str:
    """The prefix of a command's information lines: "+CMGL" for "AT+CMGL=4"."""
    return command.removeprefix("AT").partition("=")[0].rstrip("?") or "AT"
