"""The engine: one thread that gives parts to modems, writes what comes of them, and reads what comes in."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from smsdesk.domain.clock import Clock, stamp, system_clock
from smsdesk.domain.delivery import Reason, why
from smsdesk.domain.diagnosis import Finding
from smsdesk.domain.errors import InputError, ProfileError
from smsdesk.domain.modems import ModemStatus
from smsdesk.domain.sentences import Sentence, say
from smsdesk.services.engine.bell import Bell
from smsdesk.services.engine.dispatch import Dispatcher, Timings
from smsdesk.services.engine.listener import Listener
from smsdesk.services.engine.outcomes import Outcomes
from smsdesk.services.engine.pin import PinRule
from smsdesk.services.engine.quiet import Quiet
from smsdesk.services.engine.reception import Reception
from smsdesk.services.engine.seats import AHEAD, Seat, Seats
from smsdesk.services.engine.sims import SimsSeen
from smsdesk.services.engine.stranded import Stranded
from smsdesk.services.engine.tally import RunSummary, Tally
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.ports import Decoder, Sender
from smsdesk.storage import budget, settings
from smsdesk.storage.database import Database

log = logging.getLogger(__name__)

TROUBLE_PAUSE_S = 1.0
"""A full disk does not empty itself in less."""

CHORES_EVERY = timedelta(seconds=1)
"""How late a notice may be called expired, or an incomplete message be shown."""

FORGET_EVERY = timedelta(hours=6)


class Engine:
    """Sends what is queued and receives what comes, through any number of modems.

    One engine a profile at a time. All calls return at once but `stop` and the `wait_...` ones.
    """

    def __init__(
        self,
        database: Database,
        decode: Decoder,
        events: Events,
        clock: Clock = system_clock,
        timings: Timings | None = None,
    ) -> None:
        self._database = database
        self._events = events
        self._clock = clock
        self._timings = timings or Timings()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._trouble: Sentence | None = None
        self._seats = Seats()
        self._tally = Tally()
        self._outcomes = Outcomes(database, events, clock, self._timings.retries, self._tally)
        self._reception = Reception(database, events, clock, decode, self._tally)
        self._dispatcher = Dispatcher(database, self._seats, clock, self._outcomes.uncounted)
        self._stranded = Stranded(database, self._seats, self._timings.sim_absent_s)
        self._bell = Bell(self._dispatcher.refresh, self._refused)
        self._sims = SimsSeen(database, self._seats, clock)
        self._quiet = Quiet(database, clock, self._seats, self._outcomes, self._reception, self._tally)
        self._listener = Listener(
            self._seats, self._outcomes, self._reception, PinRule(database, clock), events, self._bell
        )
        self._version = -1
        self._polled = 0.0
        self._chores_at: datetime | None = None
        self._forgot_at: datetime | None = None

    def add_sender(self, sender: Sender) -> None:
        """Let a modem take part; it is started with the engine, or now when the engine runs."""
        self._seats.add(sender)
        if self._thread is not None:
            sender.start(self._listener)

    def remove_sender(self, sender: Sender) -> None:
        """Close a modem and let the others do its work."""
        sender.close()
        self._seats.remove(sender)
        self._events.publish(Changed(Topic.MODEM))
        self._bell.ring()

    def start(self) -> None:
        """Take up what an earlier run left, and begin. ProfileError when the database cannot be written."""
        self._dispatcher.left_open = self._outcomes.recover()
        self._thread = threading.Thread(target=self._run, name="engine", daemon=True)
        self._thread.start()
        for seat in self._seats:
            seat.sender.start(self._listener)

    def stop(self) -> None:
        """Let the modems end what they do, write everything down and end; takes `Timings.stop_s` at most.

        A submission whose answer does not come in that time stays "submitting" and is unknown at the next
        start. Stopping again does nothing.
        """
        self._listener.leave()
        closing = [
            threading.Thread(target=seat.sender.close, name=f"close {seat.sender.name}", daemon=True)
            for seat in self._seats
        ]
        for thread in closing:
            thread.start()
        deadline = time.monotonic() + self._timings.stop_s
        for thread in closing:
            thread.join(max(0.0, deadline - time.monotonic()))
        self._stopping.set()
        self._bell.ring()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self._write_the_rest()

    def _write_the_rest(self) -> None:
        try:
            self._outcomes.flush()
            while self._reception.decode_some():
                pass
            self._outcomes.tell()
        except ProfileError as trouble:
            log.warning("the last outcomes could not be written: %s", trouble)

    def wake(self) -> None:
        """Something was queued, or the queue was changed: look at once."""
        self._bell.changed()

    def pause(self) -> None:
        """Hold the whole queue before its next part, across restarts."""
        with self._database.write() as connection:
            settings.pause_queue(connection)
        self._queue_changed()

    def resume(self) -> None:
        """Let the queue go on."""
        with self._database.write() as connection:
            settings.resume_queue(connection)
        self._queue_changed()

    def _queue_changed(self) -> None:
        self._events.publish(Changed(Topic.QUEUE))
        self.wake()

    def statuses(self) -> tuple[ModemStatus, ...]:
        """How each modem stands, in the order in which they were added."""
        return tuple(seat.status for seat in self._seats)

    @property
    def trouble(self) -> Sentence | None:
        """Why nothing is sent at the moment although the modems may be ready, None when nothing is wrong."""
        if self._trouble is not None:
            return self._trouble
        reason = settings.queue_paused(self._database.read())
        if reason is None and self._stranded.any:
            reason = Reason.OTHER_SIM
        if reason is None:
            reason = self._dispatcher.held
        return why(reason) if reason is not None else self._waiting()

    def _waiting(self) -> Sentence | None:
        """What the modems that are ready say when all of them wait for an answer."""
        ready = [seat.status for seat in self._seats if seat.ready]
        return ready[0].sentence if ready and all(status.waits for status in ready) else None

    def summary(self) -> RunSummary:
        """What this run did so far."""
        return self._tally.summary(self._database.read())

    def examine(self, name: str) -> Sequence[Finding] | None:
        """Have the modem of this name looked over; None when that is not possible now. Takes seconds."""
        sender = next((seat.sender for seat in self._seats if seat.sender.name == name), None)
        return None if sender is None else sender.examine()

    def enter_pin(self, name: str, pin: str) -> None:
        """Try this PIN once on the modem of this name; InputError when there is no such modem."""
        for seat in self._seats:
            if seat.sender.name == name:
                seat.sender.enter_pin(pin)
                return
        raise InputError(say("There is no modem {name}. Look at the list of modems.", name=name))

    def wait_ready(self, timeout: float) -> bool:
        """Wait until a modem can send, at most `timeout` seconds; `statuses` tells why none can."""
        return self._quiet.wait_ready(timeout)

    def wait_idle(
        self, timeout: float | None = None, *, settle: float = 0.0, unready: float | None = None
    ) -> bool:
        """Wait until nothing is left to do; False when `timeout` seconds were not enough.

        Left to do are: parts queued or in flight (also those that wait for a new try), PDUs to decode, and a
        complete look at each SIM since the last thing that happened there, in a ready modem or in one that
        went away a moment ago. Not counted is what a person holds: a paused queue or broadcast, one
        scheduled for later, and what a limit of the SIMs holds until another day. Then `settle` more seconds
        are granted to delivery reports of this run that are still awaited. `unready` ends the waiting when no
        modem was ready for that many seconds.
        """
        return self._quiet.wait_idle(timeout, settle, unready)

    def wait_for_rules(self, behind: Callable[[], bool]) -> None:
        """Let `wait_idle` count as left to do what came in and waits for the rules, as `behind` tells."""
        self._quiet.rules_behind = behind

    def _refused(self, refusal: ProfileError) -> None:
        self._set_trouble(refusal.sentence)

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._bell.wait(self._patience())
            try:
                trouble = self._trouble
                if trouble is not None:
                    self._overcome()
                self._turn()
                if trouble is not None and trouble is self._trouble:
                    self._set_trouble(None)
            except ProfileError as refused:
                self._set_trouble(refused.sentence)
            except Exception as failure:
                self._survive(failure)
            self._quiet.turn_ended()

    def _survive(self, failure: Exception) -> None:
        """The one thread that sends must not end by what the next turn may not meet."""
        refusal = self._database.refusal_of(failure)
        if refusal is not None:
            self._set_trouble(refusal.sentence)
            return
        log.error("a turn of the engine failed", exc_info=failure)
        self._stopping.wait(TROUBLE_PAUSE_S)

    def _overcome(self) -> None:
        """Nothing is sent or decoded before the disk takes a line again."""
        self._stopping.wait(TROUBLE_PAUSE_S)
        with self._database.write() as connection:
            settings.put(connection, settings.LAST_TROUBLE, stamp(self._clock()))

    def _patience(self) -> float:
        """Seconds until something must be looked at even when nobody rings."""
        if self._seats.in_flight() or self._outcomes.busy:
            return self._timings.outcome_s / 2
        return min(self._timings.poll_s, self._dispatcher.wait_s)

    def _turn(self) -> None:
        self._send()
        if self._outcomes.waited_s() >= self._timings.outcome_s:
            self._flush()
        self._outcomes.tell()
        if self._reception.decode_some():
            self._bell.ring()
        self._poll()
        self._do_chores()

    def _send(self) -> None:
        """Give every free modem a part; when one finds none, nothing will carry the waiting outcomes."""
        idle = self._give_parts()
        if idle and self._outcomes.pending:
            self._flush()
            self._give_parts()

    def _flush(self) -> None:
        self._outcomes.flush()
        self._dispatcher.refresh()

    def _give_parts(self) -> bool:
        """Whether a ready modem was left without work."""
        if self._dispatcher.stale:
            self._seats.forget_following()
        if self._listener.leaving:
            return False
        idle = False
        for seat in self._seats:
            if seat.free and not self._give_part(seat):
                idle = True
        for place in range(AHEAD):
            for seat in self._seats:
                if len(seat.following) == place and seat.at_work and self._dispatcher.ahead:
                    self._give_part(seat)
        return idle

    def _give_part(self, seat: Seat) -> bool:
        """Whether there is a part for this modem."""
        errand = self._dispatcher.next(seat)
        if errand is None and seat.free and self._seats.forget_following():
            # What was chosen ahead for a busy modem can go through this one now.
            self._dispatcher.refresh()
            errand = self._dispatcher.next(seat)
        if errand is not None:
            self._seats.give(seat, errand)
        return errand is not None

    def _poll(self) -> None:
        """Notice what other connections wrote, other processes' too."""
        if time.monotonic() - self._polled < self._timings.poll_s:
            return
        self._polled = time.monotonic()
        version = self._database.version()
        if version != self._version:
            self._version = version
            self._bell.changed()

    def _do_chores(self) -> None:
        if self._sims.look():
            self._events.publish(Changed(Topic.BUDGET))
        if self._stranded.look() or self._dispatcher.tell_held():
            self._events.publish(Changed(Topic.BROADCASTS), Changed(Topic.QUEUE))
        now = self._clock()
        if self._chores_at is not None and abs(now - self._chores_at) < CHORES_EVERY:
            return
        if self._outcomes.expire(self._chores_at, now):
            self._dispatcher.refresh()
        self._chores_at = now
        self._reception.show_incomplete()
        if self._forgot_at is None or now - self._forgot_at >= FORGET_EVERY:
            self._forgot_at = now
            self._reception.forget_unmatched()
            with self._database.write() as connection:
                budget.forget(connection, now)

    def _set_trouble(self, trouble: Sentence | None) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            log.warning("the engine is in trouble: %s", trouble) if trouble else log.info(
                "the engine goes on"
            )
            self._events.publish(Changed(Topic.QUEUE))
