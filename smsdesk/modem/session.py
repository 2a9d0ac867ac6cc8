"""The dialogue with a modem: one command in flight with its own answer, and everything else kept apart."""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Callable

from smsdesk.modem import answers
from smsdesk.modem.answers import Answer, Final, Urc
from smsdesk.modem.framing import Line, Prompt
from smsdesk.modem.link import Link
from smsdesk.modem.timings import Timings
from smsdesk.modem.wire import ESC, Event, Gap, Wire

log = logging.getLogger(__name__)

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
        self._wire = Wire(link, timings, self._notified, closing)
        self._on_urc = on_urc
        self._on_stray_reference = on_stray_reference
        self._closing = closing
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
        self.belated: Counter[str] = Counter()
        """How many headers of messages, by name, came outside of the answer that was to show them."""
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
            if self._wire.take_plain(prefix, lines) and idle:
                end = time.monotonic() + seconds
            if self.restarts != restarts:  # it has forgotten the command; a new one would be answered by now
                end, restarts = min(end, time.monotonic() + self.timings.command), self.restarts
            event = self.next_event(end, prefix, restarts=restarts)
            if isinstance(event, Gap) and self.restarts == restarts:
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

    def behind(self, prefix: str) -> list[str]:
        """The lines that come behind the final code of the last command, until none comes for a while."""
        lines: list[str] = []
        while len(lines) < MOST_LINES:
            event = self.next_event(time.monotonic() + self.timings.behind, prefix)
            if not isinstance(event, Line):
                break
            if answers.final(event) is None and not self.stray(event):
                lines.append(event)
        return lines

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
        while not isinstance(event := self.next_event(end, _OWN_ANSWER), Gap):
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
        while not isinstance(event := self.next_event(end, _OWN_ANSWER), Gap):
            if not isinstance(event, Line) or self.stray(event):
                self._leave_prompt(event)
                continue
            shown = shown or event.startswith(f"{_OWN_ANSWER}:")
            final = answers.final(event)
            if final is not None and shown:
                return True
        return False

    def realign(self) -> None:
        """Get in step again: a doubled OK makes each answer the next command's, also what is not known."""
        if not self.taciturn:
            self.forget_silences()
        self.let_pass()

    def let_pass(self) -> None:
        """Let answers pass that nobody waits for any more."""
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
            if isinstance(event, Gap):
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
            if isinstance(event, Gap):
                return
            self.stray(event)
            self._leave_prompt(event)

    def drain(self) -> None:
        """Deal with what has come meanwhile: late answers must not be taken for the next one's."""
        if self._wire.still:
            return
        for event in self.arrived():
            self._leave_prompt(event)

    def arrived(self) -> list[Event]:
        """What has come, without waiting."""
        events: list[Event] = []
        while not isinstance(event := self.next_event(0.0, ""), Gap):
            self.stray(event)
            events.append(event)
        return events

    def _leave_prompt(self, event: Event) -> None:
        """A prompt that nobody waits for any more would swallow the next command."""
        if isinstance(event, Prompt):
            self.write(ESC)

    def pump(self, seconds: float) -> None:
        """Wait for URCs between commands, at most so long, or until one came or another thread calls."""
        self._wire.fill(time.monotonic() + seconds)
        self.drain()

    def pause(self, seconds: float) -> None:
        """Let time pass between two questions, URCs being taken meanwhile; shorter when the program ends."""
        end = time.monotonic() + seconds
        while not self._closing() and not isinstance(event := self.next_event(end, ""), Gap):
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
        if urc.name in answers.WITH_PDUS:
            self.belated[urc.name] += 1
        self._on_urc(urc)

    def _answers_a_stray(self, final: Final) -> bool:
        """The OK right behind a stray +CMGS is not the answer of the command in flight."""
        due, self._stray_ok_due = self._stray_ok_due, False
        return due and final.ok

    # --- the wire

    def write(self, data: bytes) -> None:
        """Put bytes on the wire."""
        self._wire.write(data)

    def next_event(self, end: float, prefix: str, *, restarts: int | None = None) -> Event:
        """As `Wire.next_event`; the wait is over when the modem started anew since `restarts` was noted."""
        over = None if restarts is None else lambda: self.restarts != restarts
        return self._wire.next_event(end, prefix, over)


def _name_of(command: str) -> str:
    """The prefix of a command's information lines: "+CMGL" for "AT+CMGL=4"."""
    return command.removeprefix("AT").partition("=")[0].rstrip("?") or "AT"
