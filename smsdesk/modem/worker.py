"""One modem on a thread of its own: opened, kept open, and given work through a queue."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError

from smsdesk.domain.clock import Clock, system_clock
from smsdesk.domain.diagnosis import Finding
from smsdesk.domain.modems import ModemState
from smsdesk.domain.outgoing import Submission, SubmitOutcome, SubmitResult
from smsdesk.modem import conditions
from smsdesk.modem.checkup import CHECKUP_S
from smsdesk.modem.connection import Connection, Work
from smsdesk.modem.jobs import Jobs
from smsdesk.modem.link import Link, LinkError, LinkLostError
from smsdesk.modem.listener import ModemListener
from smsdesk.modem.receiving import Receiving
from smsdesk.modem.sending import Sending
from smsdesk.modem.session import SilentError
from smsdesk.modem.standing import Standing
from smsdesk.modem.timings import Timings
from smsdesk.modem.unlocking import Unlocking

log = logging.getLogger(__name__)

RESET_AT = 2
"""Silent connections in a row: after the first the port is opened anew, after this one the modem is reset."""
RESET = b"\x1bATZ\rAT+CFUN=1,1\r"
"""Written blindly to a modem that no longer answers (27.007, 8.2)."""
JOIN_S = 10.0
"""Beside `close_grace`: what a listener's commit and the closing of a port may take."""


class ModemWorker:
    """Sends and receives through one modem; results come through the listener, on the modem's thread.

    `url` is a port name or a pyserial URL. `pin` is tried once, if the listener's `pin_try` allows it.
    `locate` gives the port's new name after a replug, None when the modem is not there. `roaming` allows
    foreign networks.
    """

    def __init__(
        self,
        url: str,
        *,
        clock: Clock = system_clock,
        pin: str | None = None,
        locate: Callable[[], str | None] | None = None,
        roaming: bool = False,
        timings: Timings | None = None,
    ) -> None:
        self._url = url
        self._clock = clock
        self._pin = pin
        self._locate = locate
        self._roaming = roaming
        self._timings = timings or Timings()
        self._jobs = Jobs()
        self._thread: threading.Thread | None = None
        self._work: Work | None = None
        self._silent_in_a_row = 0
        self._was_modem = False
        self._started_at = 0.0
        self._delay = self._timings.reconnect_first

    # --- from any thread

    @property
    def name(self) -> str:
        """The port or URL."""
        return self._url

    @property
    def swept(self) -> int:
        """How many complete sweeps were done."""
        return self._work.sweeps if self._work else 0

    def start(self, listener: ModemListener) -> None:
        """Open the modem and keep it open, on a thread of its own."""
        self._listener = listener
        self._work = self._work_for(listener)
        self._started_at = time.monotonic()
        self._thread = threading.Thread(target=self._run, args=(self._work,), name=f"modem {self._url}")
        self._thread.start()

    def submit(self, submission: Submission) -> None:
        """Send one part; the outcome comes through the listener."""
        from_own_thread = threading.current_thread() is self._thread  # it looks at its jobs before it waits
        if not self._jobs.submit(submission, wake=not from_own_thread):
            self._listener.outcome(
                self, SubmitOutcome(submission.part_id, SubmitResult.NOT_SENT, self._clock())
            )

    def prepare(self, submission: Submission) -> None:
        """Encode a part that will probably be submitted next, while the modem is busy with another."""
        if self._work is not None:
            self._work.sending.prepare(submission)

    def sweep(self) -> None:
        """Read whatever the memories hold, soon."""
        self._jobs.sweep()

    def examine(self) -> Sequence[Finding] | None:
        """Look the modem over on its own thread, within `CHECKUP_S`; None when that cannot be."""
        examination = self._jobs.examine()
        try:
            return examination.result(CHECKUP_S)
        except (CancelledError, TimeoutError):
            examination.cancel()
            return None

    def enter_pin(self, pin: str) -> None:
        """Try this PIN once, because a person just typed it."""
        self._jobs.enter_pin(pin)

    def close(self) -> None:
        """Stop the thread and free the port, in bounded time; what is in flight ends in its outcome first."""
        self._jobs.stop()
        thread = self._thread
        if thread is None:
            self._jobs.waker.close()
            return
        if thread is threading.current_thread():
            return
        thread.join(self._timings.close_grace + JOIN_S)
        if thread.is_alive():
            log.warning("the thread of %s does not end", self._url)

    # --- the thread

    def _work_for(self, listener: ModemListener) -> Work:
        return Work(
            jobs=self._jobs,
            sending=Sending(
                self._clock,
                begin=lambda part_id: self._begin(listener, part_id),
                tell=lambda outcome: listener.outcome(self, outcome),
            ),
            receiving=Receiving(self._clock, listener),
            standing=Standing(self._url, lambda status: listener.status_changed(self, status)),
            unlocking=Unlocking(listener, self._pin),
            roaming=self._roaming,
        )

    def _begin(self, listener: ModemListener, part_id: int) -> bool:
        try:
            return listener.begin(self, part_id)
        except Exception:  # whatever failed, nobody knows that it is written down: the PDU must not go out
            log.exception("part %d could not be written down, so it is not sent", part_id)
            return False

    def _run(self, work: Work) -> None:
        try:
            work.standing.repeat()
            while not self._jobs.stopping():
                self._connect(work)
                self._wait(work)
        finally:
            for submission in self._jobs.end():
                work.refuse(submission)
            self._jobs.waker.close()

    def _connect(self, work: Work) -> None:
        """One life of the port, from opening to its end."""
        try:
            self._find(work)
            link = Link.open(self._url, self._jobs.waker, self._timings.write)
        except LinkError as error:
            self._not_opened(work, error)
            return
        connection = Connection(link, self._timings, work)
        try:
            connection.run()
        except LinkLostError as error:
            self._lost(work, connection, error)
        except SilentError as silence:
            self._silent(work, connection, silence, link)
        except Exception:  # the thread must not end by a defect: the next connection may not meet it
            log.exception("the work with %s broke off", self._url)
            work.standing.becomes(ModemState.SEARCHING, conditions.RESTARTING)
        finally:
            link.close()

    def _find(self, work: Work) -> None:
        """After a replug the old name may be another device's, so it is looked up again."""
        if self._locate is None or not self._was_modem:
            return
        found = self._locate()
        if found is None:
            raise LinkLostError("not plugged in")
        self._url = found
        work.standing.renamed(found)

    def _not_opened(self, work: Work, error: LinkError) -> None:
        log.info("%s cannot be opened: %s", self._url, error)
        if self._was_modem and isinstance(error, LinkLostError):
            work.standing.becomes(ModemState.LOST)
        else:
            work.standing.becomes(*conditions.not_opened(error, self._url))

    def _lost(self, work: Work, connection: Connection, error: LinkLostError) -> None:
        log.info("%s went away: %s", self._url, error)
        self._count(connection)
        if self._was_modem:
            work.standing.becomes(ModemState.LOST)
        else:
            work.standing.becomes(ModemState.NOT_FOUND, conditions.nothing_answers(self._url))

    def _silent(self, work: Work, connection: Connection, silence: SilentError, link: Link) -> None:
        """Open anew, then reset, then ask the person."""
        if self._jobs.stopping():
            return
        log.info("%s is silent: %s", self._url, silence)
        self._count(connection)
        if not self._was_modem:
            starting = time.monotonic() < self._started_at + self._timings.starting
            state = ModemState.SEARCHING if starting else ModemState.NOT_FOUND
            work.standing.becomes(state, conditions.nothing_answers(self._url))
            return
        self._silent_in_a_row += 1
        if self._silent_in_a_row > RESET_AT:
            work.standing.becomes(ModemState.SILENT)
            return
        work.standing.becomes(ModemState.SEARCHING, conditions.RESTARTING)
        if self._silent_in_a_row == RESET_AT:
            self._delay = self._timings.reset
            with contextlib.suppress(LinkLostError):
                link.write(RESET)

    def _count(self, connection: Connection) -> None:
        """A modem that spoke is tried again soon; one that worked has its silences forgiven."""
        if connection.spoke:
            self._was_modem = True
            self._delay = self._timings.reconnect_first
        if connection.proved:
            self._silent_in_a_row = 0

    def _wait(self, work: Work) -> None:
        """Let time pass before the next attempt, longer each time; parts are given back meanwhile."""
        end = time.monotonic() + self._delay
        self._delay = min(2 * self._delay, self._timings.reconnect_most)
        while not self._jobs.stopping() and (left := end - time.monotonic()) > 0:
            self._jobs.waker.clear()
            work.refuse_all()
            if (pin := self._jobs.take_pin()) is not None:
                work.unlocking.entered(pin)
            self._jobs.waker.wait(left)
