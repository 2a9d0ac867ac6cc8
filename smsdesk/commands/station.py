"""`smsdesk station`: the send engine, the inbox and the schedule without a window."""

from __future__ import annotations

import math
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from types import FrameType

import click

from smsdesk.commands.context import Context
from smsdesk.domain.errors import ModemError
from smsdesk.domain.modems import ModemState, ModemStatus, is_starting, searching
from smsdesk.domain.sentences import Sentence, say
from smsdesk.services.engine import Engine, RunSummary

EXIT_DOUBTFUL = 1
EXIT_INTERRUPTED = 130

LOOK_EVERY_S = 0.25
"""How soon a signal is noticed."""

TELL_EVERY_S = 1.0
"""A person reads no faster, and a log file should not be filled."""

SETTLE_S = 3.0
"""Most networks report within this from a phone that is on; later reports are read by the next run."""

COMING_S = 60.0
"""What a modem gets to start, to read its SIM and to register: roaming SIMs take most of a minute."""

SLOW_S = 180.0
"""What one gets that answers: some take seconds for each of the fifty commands before the first SMS."""

HOPELESS_S = 10.0
"""States that only a person ends are not waited for; the time is for a modem just being plugged in."""

_COMING = frozenset({ModemState.SEARCHING, ModemState.NO_NETWORK, ModemState.READY})


class Stop:
    """Whether somebody asked the station to end, and by which signal."""

    def __init__(self) -> None:
        self.signal: int | None = None
        self._asked = threading.Event()

    def ask(self, number: int, _frame: FrameType | None = None) -> None:
        """End at the next look."""
        self.signal = number
        self._asked.set()

    def wait(self, seconds: float) -> bool:
        """Wait that long, or until somebody asks."""
        return self._asked.wait(seconds)

    @property
    def asked(self) -> bool:
        """Whether somebody asked."""
        return self._asked.is_set()


@contextmanager
def _signals() -> Iterator[Stop]:
    """SIGINT and SIGTERM end the station in order; what they did before comes back at the end."""
    stop = Stop()
    before = {number: signal.signal(number, stop.ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _some_time(_ctx: click.Context, _option: click.Parameter, seconds: float | None) -> float | None:
    """A range check of click's own would let "nan" pass."""
    if seconds is not None and not 0 < seconds < math.inf:
        raise click.BadParameter("give a number of seconds above 0.")
    return seconds


@click.command()
@click.option("--until-idle", is_flag=True, help="Return when nothing is queued and the SIM is read.")
@click.option(
    "--max-seconds",
    type=float,
    callback=_some_time,
    help="Begin nothing after so long; an SMS in flight gets three seconds more.",
)
@click.pass_obj
def station(context: Context, until_idle: bool, max_seconds: float | None) -> int:
    """Send what is queued and receive what comes, without a window."""
    deadline = time.monotonic() + (max_seconds or math.inf)
    with _signals() as stop, context.desk(engine=True) as desk:
        assert desk.engine is not None
        shift = _Shift(context, desk.engine, stop, deadline, desk.expects_modem)
        shift.await_modem()
        shift.work(until_idle)
        desk.engine.stop()  # what is in flight gets its outcome, which the summary and the exit code tell
        summary = desk.engine.summary()
        _tell_missed(context, len(desk.services.schedule.missed()))
        context.emit(asdict(summary), [_line(summary)])
    if stop.signal == signal.SIGINT:
        return EXIT_INTERRUPTED
    return EXIT_DOUBTFUL if summary.failed or summary.unknown else 0


def _tell_missed(context: Context, count: int) -> None:
    if count:
        context.tell(
            f"Planned sends missed at their hour, to be decided: {count}. Look: smsdesk schedule missed."
        )


def _line(summary: RunSummary) -> str:
    return (
        f"{summary.sent} sent, {summary.delivered} delivered, {summary.failed} failed, "
        f"{summary.unknown} uncertain, {summary.received} received in {summary.seconds:.0f} s."
    )


class _Shift:
    """One run of the station: waits, and tells a person how it goes."""

    def __init__(
        self,
        context: Context,
        engine: Engine,
        stop: Stop,
        deadline: float,
        expects_modem: Callable[[], bool],
    ) -> None:
        self._context = context
        self._engine = engine
        self._stop = stop
        self._deadline = deadline
        self._expects_modem = expects_modem
        self._told: dict[str, str] = {}
        self._tell_at = 0.0

    @property
    def _over(self) -> bool:
        return self._stop.asked or time.monotonic() >= self._deadline

    def await_modem(self) -> None:
        """Wait until a modem can send. ModemError with the reason when none will."""
        started = time.monotonic()
        while not self._engine.wait_ready(LOOK_EVERY_S):
            if self._stop.asked:
                return
            statuses = self._engine.statuses()
            self._tell_waiting(statuses)
            if time.monotonic() >= min(self._deadline, started + self._patience(statuses)):
                raise ModemError(_why_none(statuses))

    def _patience(self, statuses: tuple[ModemStatus, ...]) -> float:
        if any(map(is_starting, statuses)):
            return SLOW_S
        coming = self._expects_modem() or any(status.state in _COMING for status in statuses)
        return COMING_S if coming else HOPELESS_S

    def work(self, until_idle: bool) -> None:
        """Let the engine work until the end that was asked for."""
        absent_since: float | None = None
        while not self._over:
            self._tell()
            if until_idle and self._engine.wait_idle(LOOK_EVERY_S):
                self._engine.wait_idle(SETTLE_S, settle=SETTLE_S)
                self._tell_trouble()
                return
            if not until_idle:
                self._stop.wait(LOOK_EVERY_S)
            elif self._engine.wait_ready(0):
                absent_since = None
            else:
                absent_since = absent_since or time.monotonic()
                if time.monotonic() - absent_since > COMING_S:
                    raise ModemError(_why_none(self._engine.statuses()))

    def _tell_waiting(self, statuses: tuple[ModemStatus, ...]) -> None:
        """Tell what may take a minute; everything else is told by the error, once, or ends in a moment."""
        for status in statuses:
            if status.state is ModemState.NO_NETWORK:
                self._tell_once(status.name, f"{status.name}: {status.sentence}")

    def _tell(self) -> None:
        """Tell what changed: the modems at once, the numbers now and then."""
        for status in self._engine.statuses():
            self._tell_once(status.name, f"{status.name}: {status.sentence}")
        if time.monotonic() >= self._tell_at:
            self._tell_at = time.monotonic() + TELL_EVERY_S
            summary = self._engine.summary()
            self._tell_once(
                "", f"{summary.sent} sent, {summary.delivered} delivered, {summary.received} received"
            )
            self._tell_trouble()

    def _tell_trouble(self) -> None:
        trouble = self._engine.trouble
        told = trouble is None or trouble in {status.sentence for status in self._engine.statuses()}
        self._tell_once("trouble", "" if told else str(trouble))

    def _tell_once(self, about: str, line: str) -> None:
        if line and self._told.get(about) != line:
            self._context.tell(line)
        self._told[about] = line


def _why_none(statuses: tuple[ModemStatus, ...]) -> Sentence:
    """The sentence of the modem that is nearest to being ready."""
    telling = [status for status in statuses if status.sentence != searching(status.name).sentence]
    if telling:
        return min(telling, key=lambda status: status.state is ModemState.SEARCHING).sentence
    return say("No modem was found. Plug one in, or name its port with --modem.")
