"""The AT engine: bytes in, requests run one after another, prompts, the busy time, final result codes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from smsdesk.modem.virtual.at import COMMANDS
from smsdesk.modem.virtual.at.table import Answer, Needs, Prompt, Sent, Wait
from smsdesk.modem.virtual.errors import SIM_TO_CMS, AtError, CmeError, CmsError, UnsupportedError
from smsdesk.modem.virtual.faults import Fault
from smsdesk.modem.virtual.ledger import Aborted, CommandLine
from smsdesk.modem.virtual.request import Kind, Request, split_line
from smsdesk.modem.virtual.sim import SIM_ERRORS, SimState
from smsdesk.modem.virtual.voice import Voice

if TYPE_CHECKING:
    from smsdesk.modem.virtual.modem import VirtualModem

CTRL_Z, ESC, BACKSPACE = 0x1A, 0x1B, 0x08
LINE_LIMIT = 4096
"""A command line or body longer than this is thrown away: no real buffer is larger."""


class Silence(Exception):  # noqa: N818 - no failure: the command line just ends without an answer
    """The rest of the command line is dropped and nothing is said."""


class Engine:
    """One modem's command interpreter; the modem's lock covers every call."""

    def __init__(self, modem: VirtualModem) -> None:
        self._modem = modem
        self._voice = Voice(modem)
        self._input = bytearray()
        self._line = bytearray()
        self._last_line = ""
        self._prompt: Prompt | None = None
        self._name = ""
        self._requests: deque[Request] = deque()
        self._busy = False
        self._life = 0

    @property
    def at_prompt(self) -> bool:
        """Whether the modem waits for the text of an SMS."""
        return self._prompt is not None

    @property
    def known(self) -> tuple[str, ...]:
        """The commands that the modem knows, as far as no fault takes them away."""
        return tuple(sorted(name for name in COMMANDS if not self._modem.faults.unsupported(name)))

    def reset(self) -> None:
        """Start anew, as after power-up."""
        self._input.clear()
        self._line.clear()
        self._requests.clear()
        self._prompt, self._busy = None, False
        self._life += 1

    def receive(self, data: bytes) -> None:
        """Bytes from the computer; what comes while a command runs is looked at after it."""
        self._input += data
        self._work()

    def _work(self) -> None:
        while self._input and not self._busy and self._modem.alive:
            if self._prompt is not None:
                self._take_body(self._prompt)
            else:
                self._take_line()

    # command lines

    def _take_line(self) -> None:
        if not self._line and self._input.startswith(b"\n"):
            del self._input[:1]  # the rest of a line end of two characters
            return
        end = self._input.find(b"\r") + 1
        piece = bytes(self._input[: end or len(self._input)])
        again = (self._line + piece[:2])[:2].upper() == b"A/"
        if again:
            piece = piece[: 2 - len(self._line)]
        del self._input[: len(piece)]
        self._echo(piece)
        self._line += piece
        del self._line[:-LINE_LIMIT]
        if not (end or again):
            return
        line = "A/" if again else _edited(self._line)
        self._line.clear()
        self._process(line)

    def _echo(self, typed: bytes) -> None:
        if self._modem.settings.echo:
            self._modem.say(typed)

    def _process(self, line: str) -> None:
        if not line:
            return
        self._modem.ledger.add(CommandLine(self._modem.ledger.now(), line))
        if line == "A/":
            line = self._last_line
        start = line.upper().find("AT")
        if start < 0:
            return
        self._last_line = line[start:]
        try:
            requests = split_line(line[start + 2 :])
        except AtError as error:
            self._voice.finish(error.line(self._modem.settings.errors))
            return
        how = self._modem.faults.value("chains")
        if how is None or len(requests) < 2:
            self._run(requests)
        else:
            self._run_chain(requests, how)

    def _run(self, requests: Sequence[Request]) -> None:
        self._requests = deque(requests)
        self._go_on(self._next_answer)

    def _run_chain(self, requests: Sequence[Request], how: str) -> None:
        """Several commands in one line, on a modem that does not understand that."""
        if how == "each":
            for request in requests:
                self._run([request])
        elif how == "half":
            self._run([*requests[: len(requests) // 2], Request("", Kind.RUN)])
        elif how.startswith("first"):
            self._run(requests[:1])
        if how in ("first-error", "refuse"):
            self._voice.finish("ERROR")

    def _next_answer(self) -> Answer | None:
        """Start the next request of the line; None when there is none left."""
        if not self._requests:
            return None
        request = self._requests.popleft()
        self._name = request.name
        self._strike("start")
        missing = self._modem.faults.unsupported(request.name)
        command = COMMANDS.get(request.name)
        if missing or command is None:
            raise UnsupportedError(missing.words if missing else "")
        if request.kind is not Kind.TEST:
            self._check_sim(command.needs)
        return command.run(self._modem, request)

    def _check_sim(self, needs: Needs) -> None:
        state = self._modem.sim_state
        if not needs or state is SimState.READY:
            return
        number = SIM_ERRORS[state]
        raise CmsError(SIM_TO_CMS[number]) if Needs.SMS in needs else CmeError(number)

    def _go_on(self, step: Callable[[], Answer | None]) -> None:
        """Run `step` and what follows from it, until the line ends or the modem has to wait."""
        try:
            answer = step()
            while answer is not None:
                if isinstance(answer, Prompt):
                    self._ask(answer)
                    return
                if isinstance(answer, Wait):
                    if answer.seconds > 0:
                        self._wait(answer.seconds, answer.then)
                        return
                    answer = answer.then()
                elif not self._tell(answer):
                    return
                else:
                    answer = self._next_answer()
        except Silence:
            self._requests.clear()
        except AtError as error:
            self._requests.clear()
            self._voice.finish(error.line(self._modem.settings.errors))
        else:
            self._voice.finish("OK")

    def _wait(self, seconds: float, then: Callable[[], Answer | None]) -> None:
        self._busy = True
        life = self._life

        def resume() -> None:
            if life == self._life:
                self._busy = False
                self._go_on(then)
                self._work()

        self._modem.later(seconds, resume)

    # answers

    def _tell(self, answer: Sequence[str] | Sent) -> bool:
        """Say the information lines, as the faults at the end let them; False: the line waits."""
        to = answer.to if isinstance(answer, Sent) else ""
        lines = answer.lines if isinstance(answer, Sent) else answer
        if self._modem.faults.none:
            self._voice.inform(lines)
            return True
        blows = self._modem.faults.strikes("taken", self._name, to)
        for fault in blows:
            self._strike_with(fault)
        slow = sum(fault.seconds for fault in blows if fault.name == "slow")
        late = sum(fault.seconds for fault in blows if fault.name == "late-answer")
        corrupt = any(fault.name == "corrupt" for fault in blows)
        if late:
            self._modem.later(late, lambda: self._tell_late(lines))
            raise Silence
        if slow:
            self._wait(slow, lambda: self._told(lines, corrupt=corrupt))
            return False
        self._voice.inform(lines, corrupt=corrupt)
        return True

    def _told(self, lines: Sequence[str], *, corrupt: bool) -> Answer | None:
        self._voice.inform(lines, corrupt=corrupt)
        return self._next_answer()

    def _tell_late(self, lines: Sequence[str]) -> None:
        if self._modem.alive:
            self._voice.inform(lines)
            self._voice.finish("OK")

    # faults

    def strike(self, point: str, to: str = "") -> None:
        """Let the faults of this point strike: AtError or Silence, or nothing."""
        self._strike(point, to)

    def _strike(self, point: str, to: str = "") -> list[Fault]:
        if self._modem.faults.none:
            return []
        blows = self._modem.faults.strikes(point, self._name, to)
        for fault in blows:
            self._strike_with(fault)
        return blows

    def _strike_with(self, fault: Fault) -> None:
        if fault.name == "garbage":
            self._modem.say(self._modem.wire.noise(int(fault.value)))
        elif fault.name in ("refuse", "bare-error"):
            raise fault.error()
        elif fault.name in ("lose-answer", "no-prompt"):
            raise Silence
        elif fault.name == "hang":
            self._modem.hang(fault.seconds if fault.value else None)
            raise Silence
        elif fault.name == "unplug":
            self._modem.unplug()
            raise Silence

    # the prompt

    def _ask(self, prompt: Prompt) -> None:
        late = 0.0
        self._prompt = prompt
        if not self._modem.faults.none:
            late = sum(f.seconds for f in self._modem.faults.strikes("late", self._name))
        if late:
            self._modem.later(late, lambda: self._say_prompt(prompt))
        else:
            self._say_prompt(prompt)

    def _say_prompt(self, prompt: Prompt) -> None:
        if self._prompt is prompt:
            tight = self._modem.faults.has("prompt-no-space")
            self._modem.say(b"\r\n>" if tight else b"\r\n> ")
            self._modem.noise_lines()
            self._strike_at_prompt()

    def _strike_at_prompt(self) -> None:
        try:
            self._strike("prompt")
        except Silence:
            self._prompt = None
        except AtError as error:
            self._prompt = None
            self._voice.finish(error.line(self._modem.settings.errors))

    def _take_body(self, prompt: Prompt) -> None:
        end = _first_of(self._input, CTRL_Z, ESC)
        piece = bytes(self._input[: end + 1] if end >= 0 else self._input)
        del self._input[: len(piece)]
        if not self._line:
            piece = piece.removeprefix(b"\n")  # the rest of a line end of two characters
        self._echo_body(piece, text_mode=prompt.text_mode)
        self._line += piece
        if end < 0:
            del self._line[:-LINE_LIMIT]
            return
        body, last = bytes(self._line[:-1]), self._line[-1]
        self._line.clear()
        self._prompt = None
        if last == CTRL_Z:
            self._go_on(lambda: prompt.then(body))
        else:
            self._abort(body)

    def _abort(self, body: bytes) -> None:
        self._modem.ledger.add(Aborted(self._modem.ledger.now(), body.decode("latin-1")))
        self._requests.clear()
        how = self._modem.faults.value("esc")
        if how == "silent":
            self._modem.command_ended()
        else:
            self._voice.finish("ERROR" if how == "error" else "OK")

    def _echo_body(self, piece: bytes, *, text_mode: bool) -> None:
        if self._modem.settings.echo:
            self._modem.say(piece.replace(b"\r", b"\r\n> ") if text_mode else piece)


def _edited(line: bytearray) -> str:
    """The line as typed, with its backspaces done and without control characters."""
    typed = bytearray()
    for byte in line:
        if byte == BACKSPACE:
            del typed[-1:]
        elif byte >= 0x20:
            typed.append(byte)
    return typed.decode("latin-1").strip(" ")


def _first_of(data: bytearray, *marks: int) -> int:
    """The first position of one of these bytes, -1 when none is there."""
    return min((at for at in map(data.find, marks) if at >= 0), default=-1)
