"""A modem as the engine sees one, without any AT: it answers as the test tells it, on a thread of its own."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

from smsdesk.domain.clock import Clock, system_clock
from smsdesk.domain.incoming import RawPdu
from smsdesk.domain.modems import ModemState, searching
from smsdesk.domain.outgoing import Submission, SubmitOutcome, SubmitResult
from smsdesk.domain.sentences import say
from smsdesk.services.ports import SenderListener


@dataclass(frozen=True)
class Answer:
    """How an attempt goes: `prompt` False ends it before the engine is asked to begin."""

    result: SubmitResult = SubmitResult.ACCEPTED
    code: str | None = None
    prompt: bool = True
    late: SubmitResult | None = None


ACCEPT = Answer()


class PeerSender:
    """Takes one submission at a time, keeps what it gave to the network in `network`, and slots in `slots`."""

    def __init__(
        self,
        name: str = "peer",
        sim: str = "sim-1",
        answer: Callable[[Submission], Answer] = lambda submission: ACCEPT,
        ready: bool = True,
        clock: Clock = system_clock,
    ) -> None:
        self._clock = clock
        self._name = name
        self.sim = sim
        self.answer = answer
        self.meanwhile: Callable[[Submission], None] = lambda submission: None
        """Called on the modem's thread between the PDU and its answer."""
        self.network: list[Submission] = []
        self.submitted: list[Submission] = []
        self.slots: dict[int, str] = {}
        self.deleted: list[str] = []
        self.pins: list[str] = []
        self.gate = threading.Event()
        """Clear it to hold the modem between the prompt and its answer."""
        self.gate.set()
        self.at_gate = threading.Event()
        self.met = threading.Event()
        """The engine knows how it stands: until then there is no SIM here to wait for."""
        self._ready = ready
        self._sweeps = 0
        self._reference = 0
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._listener: SenderListener | None = None
        self._thread: threading.Thread | None = None
        self._status = replace(searching(name), sim=sim)

    @property
    def name(self) -> str:
        return self._name

    @property
    def swept(self) -> int:
        return self._sweeps

    def start(self, listener: SenderListener) -> None:
        self._listener = listener
        self._thread = threading.Thread(target=self._run, name=f"peer {self._name}")
        self._thread.start()
        if self._ready:
            self.become(ModemState.READY)
        self._jobs.put(self.met.set)
        self.sweep()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()

    def become(self, state: ModemState, *, waits: bool = False) -> None:
        """The modem's state changes."""

        def change() -> None:
            assert self._listener is not None
            self._status = replace(
                self._status, state=state, sentence=say("The modem is as the test wants it."), waits=waits
            )
            self._listener.status_changed(self, self._status)

        self._jobs.put(change)

    def prepare(self, submission: Submission) -> None:
        """Nothing is costly here."""

    def submit(self, submission: Submission) -> None:
        self._jobs.put(lambda: self._send(submission))

    def _send(self, submission: Submission) -> None:
        assert self._listener is not None
        self.submitted.append(submission)
        if self._status.state is not ModemState.READY:
            self._tell(submission, Answer(SubmitResult.NOT_SENT))
            return
        answer = self.answer(submission)
        if answer.prompt and not self._listener.begin(self, submission.part_id):
            self._tell(submission, Answer(SubmitResult.NOT_SENT))
            return
        self.meanwhile(submission)
        self.at_gate.set()
        self.gate.wait()
        self._tell(submission, answer)
        if answer.late is not None:
            self._tell(submission, Answer(answer.late, answer.code), late=True)

    def _tell(self, submission: Submission, answer: Answer, late: bool = False) -> None:
        assert self._listener is not None
        ref = None
        if answer.result is SubmitResult.ACCEPTED:
            self._reference = ref = (self._reference + 1) % 256
            self.network.append(submission)
        outcome = SubmitOutcome(
            submission.part_id, answer.result, self._clock(), ref=ref, code=answer.code, late=late
        )
        self._listener.outcome(self, outcome)

    def tell_late(self, part_id: int, ref: int) -> None:
        """The acceptance of an attempt long called unknown."""
        outcome = SubmitOutcome(part_id, SubmitResult.ACCEPTED, self._clock(), ref=ref, late=True)
        self._jobs.put(lambda: self._listener and self._listener.outcome(self, outcome))

    def put(self, *pdus: str) -> None:
        """PDUs arrive in free slots, and the modem reads them."""
        for pdu in pdus:
            self.slots[max(self.slots, default=0) + 1] = pdu
        self.sweep()

    def push(self, pdu: str) -> None:
        """A PDU comes directly, without a slot."""
        raw = RawPdu(self.sim, pdu, self._clock())
        self._jobs.put(lambda: self._store([raw]))

    def store_now(self, pdu: str) -> None:
        """The same on the modem's own thread, from within an answer."""
        self._store([RawPdu(self.sim, pdu, self._clock())])

    def asks_for_pin(self, pin: str) -> bool:
        """What the engine says to a PIN that is about to be tried."""
        assert self._listener is not None
        return self._listener.pin_try(self.sim, pin)

    def sweep(self) -> None:
        self._jobs.put(self._sweep)

    def _sweep(self) -> None:
        assert self._listener is not None
        now = self._clock()
        self._listener.slots_seen(self.sim, "SM", sorted(self.slots))
        self._store([RawPdu(self.sim, pdu, now, "SM", slot) for slot, pdu in sorted(self.slots.items())])
        self._sweeps += 1
        self._listener.status_changed(self, self._status)

    def _store(self, batch: list[RawPdu]) -> None:
        assert self._listener is not None
        if not batch:
            return
        try:
            ids = self._listener.store(batch)
        except Exception:
            return  # nothing may be deleted then: that is what the tests look at
        for raw in batch:
            if raw.slot is not None:
                self.deleted.append(self.slots.pop(raw.slot))
        self._listener.released(ids)

    def at_rest(self, timeout: float) -> bool:
        """Wait until it has done what it was told so far; False when `timeout` seconds were not enough."""
        if self._thread is None:
            return True
        done = threading.Event()
        self._jobs.put(done.set)
        return done.wait(timeout)

    def examine(self) -> None:
        """It speaks no AT."""

    def enter_pin(self, pin: str) -> None:
        self.pins.append(pin)

    def close(self) -> None:
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join()
            self._thread = None
