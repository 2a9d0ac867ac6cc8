"""From an open port to a modem at work: prepared, unlocked, then sending and receiving until it ends."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass

from smsdesk.domain.modems import STARTING, ModemState
from smsdesk.domain.outgoing import Submission, SubmitResult
from smsdesk.domain.sentences import Sentence
from smsdesk.modem import answers, checkup, conditions, network, setup, sim
from smsdesk.modem.answers import Urc
from smsdesk.modem.jobs import Jobs
from smsdesk.modem.link import Link
from smsdesk.modem.memories import Memories
from smsdesk.modem.network import Registration
from smsdesk.modem.receiving import Receiving, StoreFailedError
from smsdesk.modem.restarts import forgot_mode
from smsdesk.modem.sending import NOT_READY, Ending, Sending
from smsdesk.modem.session import Session
from smsdesk.modem.standing import Standing
from smsdesk.modem.timings import Timings
from smsdesk.modem.unlocking import Unlocking

log = logging.getLogger(__name__)

_NETWORK_CODES = frozenset({"cms:38", "cms:331", "cms:332", "cme:30", "cme:31", "cme:32", "no_prompt"})
"""After these the registration is looked at again at once."""
_SIM_CODES = frozenset(
    {"cms:310", "cms:311", "cms:313", "cms:315", "cms:316", "cme:10", "cme:11", "cme:12", "cme:13", "cme:15"}
)
"""After these the SIM is looked at again at once: it may have been pulled out."""
_REGISTRATIONS = frozenset({"+CREG", "+CEREG", "+CGREG"})
LINK_KEPT_S = 1.0
"""AT+CMMS=1 lapses 1 to 5 s after an SMS (27.005, 3.5.6): after that it is set again."""


@dataclass
class Work:
    """What outlives a connection: the jobs, the attempts, what arrived, the state, and how much was swept."""

    jobs: Jobs
    sending: Sending
    receiving: Receiving
    standing: Standing
    unlocking: Unlocking
    roaming: bool = False
    sweeps: int = 0

    def refuse(self, submission: Submission) -> None:
        """Give a part back: the modem cannot send now."""
        self.sending.end(submission.part_id, Ending(SubmitResult.NOT_SENT, NOT_READY))

    def refuse_all(self) -> None:
        """Give back everything that waits."""
        while (asked := self.jobs.take_examination()) is not None:
            asked.cancel()
        while (submission := self.jobs.take_submission()) is not None:
            self.refuse(submission)


def _said(urc: Urc) -> str:
    return urc.line.partition(":")[2].strip()


class Connection:
    """One session with one modem. `run` returns when the program ends; errors of the line come out of it."""

    def __init__(self, link: Link, timings: Timings, work: Work) -> None:
        self._session = session = Session(
            link, timings, self._notice, on_stray_reference=work.sending.late, closing=work.jobs.stopping
        )
        self._work = work
        self._timings = timings
        self._starts_anew = False
        self._restarts = 0
        self._setup = setup.Setup(pdu_mode=False)
        self._memories = Memories(session, ())
        self._sweep_due = 0.0
        self._network_due = 0.0
        self._receive_after = 0.0
        self._last_sent = 0.0
        self.spoke = False
        """Whether something that speaks AT answered."""
        self.proved = False
        """Whether the modem did its work at least once: silence after that is a new one."""

    def _notice(self, urc: Urc) -> None:
        """Take a URC, at any moment."""
        if urc.name in answers.RESTARTED:
            return  # the session counts it
        if urc.name == "+CPIN" and _said(urc) != "READY":
            self._starts_anew = True
        elif urc.name in _REGISTRATIONS:
            self._network_due = 0.0
        elif not self._work.receiving.notice(urc):
            log.debug("URC %s", urc.name)

    def _restarted(self) -> bool:
        """Whether everything has to be set anew: the modem has forgotten it, or its SIM is another one."""
        return self._starts_anew or self._session.restarts != self._restarts

    # --- the stages

    def run(self) -> None:
        """Work until the program ends."""
        while not self._session.ending:
            self._work.receiving.new_session()
            setup.prepare(self._session)
            self.spoke = True
            self._starts_anew, self._restarts = False, self._session.restarts
            self._identify()
            if self._unlocked() and self._set_up():
                self._serve()

    def _identify(self) -> None:
        session = self._session
        imei = sim.imei_of(session)
        maker, model = sim.words_of(session, "AT+CGMI"), sim.words_of(session, "AT+CGMM")
        standing = self._work.standing
        standing.is_device(imei, maker, model)
        if not standing.ready:
            standing.becomes(ModemState.SEARCHING, STARTING)

    def _unlocked(self) -> bool:
        """Wait for a usable SIM; False when the modem restarts or the program ends meanwhile."""
        while not (self._session.ending or self._restarted()):
            # A SIM that is still starting tells no number, and a PIN is tried once for each number.
            lock = sim.lock_of(self._session)
            card = sim.iccid_of(self._session)
            self._has_sim(card)
            locked = self._work.unlocking.attempt(self._session, lock, self._work.standing.status.sim)
            if locked is None:
                if self._work.unlocking.opened:  # it was without power
                    self._work.sending.restarted()
                if not card:
                    self._has_sim(self._number_behind_pin())
                return True
            self._work.standing.becomes(*locked)
            self._idle_until(time.monotonic() + self._timings.sim_poll)
        return False

    def _number_behind_pin(self) -> str:
        """Some modems tell the SIM's number only once it is unlocked; the IMSI always needs that."""
        card = sim.iccid_of(self._session) if self._work.unlocking.opened else ""
        return card or sim.imsi_of(self._session)

    def _has_sim(self, name: str) -> None:
        imei = self._work.standing.status.imei
        known = name or (f"imei:{imei}" if imei else "")
        self._work.standing.has_sim(known)
        self._work.receiving.sim = known

    def _set_up(self) -> bool:
        self._setup = setup.set_up(self._session)
        if not self._setup.pdu_mode:
            self._work.standing.becomes(ModemState.NOT_FOUND, conditions.NO_PDU_MODE)
            self._idle_until(time.monotonic() + self._timings.reconnect_most)
            return False
        self._work.receiving.acknowledges = self._setup.acknowledges
        self._memories = Memories(self._session, self._setup.memories)
        return True

    def _idle_until(self, end: float) -> None:
        """Wait with a modem that cannot send; a PIN from a person, a restart or the end cut it short."""
        jobs = self._work.jobs
        while time.monotonic() < end and not (self._session.ending or self._restarted()):
            self._work.refuse_all()
            if (pin := jobs.take_pin()) is not None:
                self._work.unlocking.entered(pin)
                return
            self._session.pump(end - time.monotonic())

    # --- at work

    def _serve(self) -> None:
        self._sweep_due = self._network_due = 0.0
        while not (self._session.ending or self._restarted()):
            now = time.monotonic()
            if now >= self._network_due and not self._busy_sending():
                self._look_at_network()
            if self._something_waits(now) and self._forgot():
                return
            if now >= self._receive_after:
                self._receive(now)
            # Reading may have met a long silence, too.
            if self._restarted() or (self._work.jobs.submission_waits and self._forgot()):
                return
            self._examine()
            self._tell_hold()
            submission = None if self._held else self._work.jobs.take_submission()
            if submission is not None:
                self._send(submission)
            elif not self._more_to_do():
                self._work.jobs.take_pin()  # typed for a SIM that is open: it must not be tried later
                self._session.pump(self._next_due() - time.monotonic())

    @property
    def _held(self) -> bool:
        """Whether answers are awaited before another SMS; receiving goes on."""
        return time.monotonic() < self._work.sending.held_until

    def _tell_hold(self) -> None:
        """Say that a ready modem waits, and that it goes on."""
        status = self._work.standing.status
        if status.state is ModemState.READY and status.waits is not self._held:
            self._is_ready()

    def _is_ready(self) -> None:
        self._work.standing.becomes(ModemState.READY, self._readiness(), waits=self._held)

    def _examine(self) -> None:
        """Look the modem over for whoever asks."""
        while (asked := self._work.jobs.take_examination()) is not None:
            try:
                found = tuple(checkup.findings(self._session))
                if asked.set_running_or_notify_cancel():
                    asked.set_result(found)
            finally:
                asked.cancel()  # nobody waits in vain when the port goes; what has its result keeps it

    def _something_waits(self, now: float) -> bool:
        return now >= self._sweep_due or self._work.receiving.pending or self._work.jobs.any

    def _forgot(self) -> bool:
        """Whether the modem started anew without a word, while it was idle or did not answer."""
        session = self._session
        quiet = session.met_silence or time.monotonic() >= session.answered_at + self._timings.reboot
        if session.ending or not quiet or not forgot_mode(session):
            return False
        self._work.sending.restarted()
        return True

    def _busy_sending(self) -> bool:
        """Nothing for show is asked while parts wait."""
        sends = self._work.jobs.submission_waits and not self._held
        return self._work.standing.ready and sends and self._network_due > 0.0

    def _more_to_do(self) -> bool:
        """Asked right before waiting: a wake may have been consumed by a command's own reading."""
        work = self._work
        receivable = work.receiving.pending and time.monotonic() >= self._receive_after
        return receivable or (work.jobs.beside_sending if self._held else work.jobs.any)

    def _next_due(self) -> float:
        due = min(max(self._sweep_due, self._receive_after), self._network_due)
        return min(due, self._work.sending.held_until) if self._held else due

    def _look_at_network(self) -> None:
        work = self._work
        seen = network.network_of(self._session)
        work.standing.in_network(seen)
        state, sentence = ModemState.READY, None
        if seen.registration is Registration.ROAMING:
            if not work.roaming and network.is_abroad(self._session):
                state = ModemState.ROAMING_REFUSED
        elif seen.registration is not Registration.HOME:
            state, sentence = ModemState.NO_NETWORK, conditions.no_network(seen.registration)
        ready = state is ModemState.READY
        if ready:
            self._is_ready()
        else:
            work.standing.becomes(state, sentence)
        self._network_due = time.monotonic() + (
            self._timings.network_refresh if ready else self._timings.network_poll
        )

    def _readiness(self) -> Sentence:
        """What is to be known of a modem that sends."""
        if time.monotonic() < self._receive_after:
            return conditions.STORE_FAILED
        if self._held:
            return conditions.answers_awaited(self._work.sending.goes_on_at)
        return conditions.NOT_DELETED if self._work.receiving.stubborn else conditions.READY

    def _receive(self, now: float) -> None:
        """Empty what was announced, and sweep everything when that is due or asked for."""
        work = self._work
        try:
            work.receiving.settle(self._session, self._memories)
            if work.jobs.take_sweep() or now >= self._sweep_due:
                self._sweep(now)
        except StoreFailedError:
            self._sweep_due = 0.0
            self._receive_after = time.monotonic() + self._timings.store_retry
            if work.standing.ready:
                self._is_ready()

    def _sweep(self, now: float) -> None:
        work = self._work
        names = tuple(self._memories.names)
        complete = [work.receiving.empty(self._session, self._memories, name) for name in names]
        if not all(complete) and not self._memories.unreadable:
            self._sweep_due = now + self._timings.store_retry
            return
        self._sweep_due = now + self._timings.sweep
        self.proved = True
        self._receive_after = 0.0
        if self._setup.announces:
            # One that missed an acknowledgement has stopped announcing (27.005, 3.4.4), and does not say so.
            setup.announce_as(self._session, self._setup.announces)
        work.sweeps += 1
        if work.standing.ready:
            self._is_ready()
        work.standing.repeat()

    def _send(self, submission: Submission) -> None:
        work = self._work
        if not work.standing.ready:
            work.refuse(submission)
            return
        if self._link_lapses(submission):
            self._session.ask(f"AT+CMMS={setup.KEEP_LINK_UNTIL_IDLE}")
        code = work.sending.send(self._session, submission)
        self._last_sent = time.monotonic()
        if code in _NETWORK_CODES:
            self._network_due = 0.0
        elif code in _SIM_CODES:
            self._starts_anew = True

    def _link_lapses(self, submission: Submission) -> bool:
        """Whether the radio link must be asked for anew before a series goes on."""
        if self._setup.link_mode != setup.KEEP_LINK_UNTIL_IDLE or not submission.more_follow:
            return False
        return time.monotonic() - self._last_sent > LINK_KEPT_S
