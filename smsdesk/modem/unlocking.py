"""The PIN under its rule: only when asked for by its very name, written down first, once, never to a PUK."""

from __future__ import annotations

import logging
import time

from smsdesk.domain.modems import ModemState
from smsdesk.domain.sentences import Sentence
from smsdesk.modem import conditions, sim
from smsdesk.modem.listener import ModemListener
from smsdesk.modem.session import Session

log = logging.getLogger(__name__)

Condition = tuple[ModemState, Sentence]


_PIN_HELPS = frozenset({ModemState.PIN_NEEDED, ModemState.PIN_WRONG})


class Unlocking:
    """Keeps the PIN that the program was given, and forgets it once it proved wrong or uncertain."""

    def __init__(self, listener: ModemListener, pin: str | None) -> None:
        self._listener = listener
        self._pin = pin
        self._typed = False
        """Whether a person entered it for this very try."""
        self.opened = False
        """Whether the latest attempt entered the PIN, and it was right."""
        self._last: Condition | None = None
        """Why the SIM is still locked, after a try."""

    def entered(self, pin: str) -> None:
        """A person typed this PIN just now."""
        self._pin = pin
        self._typed = True
        self._last = None

    def attempt(self, session: Session, lock: sim.Lock, sim_name: str) -> Condition | None:
        """Unlock the SIM if that is allowed; None when it can be used. `lock`: what it said a moment ago."""
        self.opened = False
        if lock.exactly_pin:
            lock = sim.lock_of(session)
        if lock.state is ModemState.READY:
            return None
        if not lock.exactly_pin or self._pin is None:
            condition = self._locked(lock.state)
        else:
            tried = self._try(session, sim_name, self._pin)
            if tried is None:
                return None
            condition = tried
        state, sentence = condition
        if state not in _PIN_HELPS:
            return condition
        return state, conditions.with_tries(sentence, sim.tries_left(session))

    def _locked(self, state: ModemState) -> Condition:
        if state is ModemState.PIN_NEEDED and self._last is not None:
            return self._last
        return state, conditions.sentence_of(state)

    def _try(self, session: Session, sim_name: str, pin: str) -> Condition | None:
        if not sim.PIN_FORM.fullmatch(pin):
            return self._give_up((ModemState.PIN_NEEDED, conditions.WRONG_FORM))
        typed, self._typed = self._typed, False
        if not self._listener.pin_try(sim_name, pin, typed=typed):
            return self._give_up((ModemState.PIN_NEEDED, conditions.PIN_TRIED))
        self._pin = None
        self._last = (ModemState.PIN_NEEDED, conditions.PIN_UNCERTAIN)
        right = sim.enter_pin(session, pin)
        if right is not False:
            right = self._opened(session) or None
        if right is None:
            return self._last
        self._listener.pin_result(sim_name, pin, right)
        if not right:
            log.warning("the SIM refused the PIN")
            wrong = sim.lock_of(session).state
            state = wrong if wrong is ModemState.PUK_NEEDED else ModemState.PIN_WRONG
            return self._give_up((state, conditions.sentence_of(state)))
        self._pin = pin  # right: it may be asked for again after a reset of the modem
        self._last = None
        self.opened = True
        return None

    def _opened(self, session: Session) -> bool:
        """Wait until the SIM says READY; the PIN is not repeated meanwhile, whatever it says."""
        end = time.monotonic() + session.timings.sim_start
        while sim.lock_of(session).state is not ModemState.READY:
            if time.monotonic() >= end or session.ending:
                return False
            session.pause(session.timings.sim_retry)
        return True

    def _give_up(self, condition: Condition) -> Condition:
        self._pin = None
        self._last = condition
        return condition
