"""What the modems' threads call: each call is written down where it belongs, then the engine is rung."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from smsdesk.domain.errors import ProfileError
from smsdesk.domain.incoming import RawPdu
from smsdesk.domain.modems import ModemStatus
from smsdesk.domain.outgoing import SubmitOutcome, SubmitResult
from smsdesk.services.engine.bell import Bell
from smsdesk.services.engine.outcomes import Outcomes
from smsdesk.services.engine.pin import PinRule
from smsdesk.services.engine.reception import Reception
from smsdesk.services.engine.seats import Seat, Seats
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.ports import Sender

log = logging.getLogger(__name__)


class Listener:
    """The engine as `SenderListener`. A disk that refuses never reaches a modem as anything but "no"."""

    def __init__(
        self,
        seats: Seats,
        outcomes: Outcomes,
        reception: Reception,
        pin_rule: PinRule,
        events: Events,
        bell: Bell,
    ) -> None:
        self._seats = seats
        self._outcomes = outcomes
        self._reception = reception
        self._pin_rule = pin_rule
        self._events = events
        self._bell = bell
        self.leaving = False
        """The engine stops: nothing more is begun."""

    def leave(self) -> None:
        """Begin nothing from now on."""
        self.leaving = True

    def status_changed(self, sender: Sender, status: ModemStatus) -> None:
        """Note how a modem stands; one that becomes ready is trusted again."""
        seat = self._seats.of(sender)
        if seat is None:
            return
        changed = status != seat.status
        seat.stands(status)
        if changed:
            log.info("modem %s is %s", sender.name, status.state)
            if seat.ready:
                seat.trust()
            self._events.publish(Changed(Topic.MODEM))
            self._bell.changed()
        self._bell.ring()

    def store(self, batch: Sequence[RawPdu]) -> Sequence[int]:
        """Write raw PDUs; raises ProfileError when the disk refuses, and nothing may be deleted then."""
        try:
            ids = self._reception.store(batch)
        except ProfileError as refused:
            self._bell.refused(refused)
            raise
        for sim in {raw.sim for raw in batch}:
            self._seats.something_came(sim)
        return ids

    def released(self, ids: Sequence[int]) -> None:
        """Note that slots were emptied; when that fails, the next complete list of slots tells it again.

        Only now is the engine told to decode: the modem's thread had the processor for itself until here.
        """
        try:
            self._reception.released(ids)
        except ProfileError as refused:
            self._bell.refused(refused)
        self._bell.ring()

    def slots_seen(self, sim: str, memory: str, slots: Sequence[int]) -> None:
        """Compare the occupied slots of a memory with what is stored."""
        try:
            self._reception.slots_seen(sim, memory, slots)
        except ProfileError as refused:
            self._bell.refused(refused)

    def begin(self, sender: Sender, part_id: int) -> bool:
        """Commit SUBMITTING; False when the part may not go, or when the disk refuses."""
        seat = self._seats.of(sender)
        if self.leaving:
            return False
        if seat is None or seat.part is None or seat.part.id != part_id:
            log.warning("part %s was not begun: it is not in this modem's hands", part_id)
            return False
        try:
            seat.begun = self._outcomes.begin(part_id, seat.sim)
        except ProfileError as refused:
            self._bell.refused(refused)
        seat.called_off = not seat.begun
        if seat.begun and seat.runs_out:
            self._bell.ring()  # others are chosen while the modem is at work with this one
        return seat.begun

    def outcome(self, sender: Sender, outcome: SubmitOutcome) -> None:
        """Write an outcome, or keep an acceptance for the next commit; the modem is free again."""
        seat = self._seats.of(sender)
        mine = seat is not None and seat.part is not None and seat.part.id == outcome.part_id
        try:
            if seat is None or not mine or outcome.late:
                self._outcomes.settle(outcome)
                self._bell.changed()
            elif outcome.result is SubmitResult.ACCEPTED and seat.begun:
                self._outcomes.defer(outcome)
                seat.trust()
            else:
                self._settle(seat, outcome)
        except ProfileError as refused:
            self._bell.refused(refused)
        if seat is None or not mine or outcome.late or not self._goes_on(seat, outcome):
            self._bell.ring()

    def _goes_on(self, seat: Seat, outcome: SubmitOutcome) -> bool:
        """Whether the modem has its next part already: then the engine's thread may sleep on."""
        accepted = outcome.result is SubmitResult.ACCEPTED
        return self._seats.part_done(seat, go_on=accepted and seat.ready and not self.leaving)

    def _settle(self, seat: Seat, outcome: SubmitOutcome) -> None:
        """Anything but a plain acceptance; it changes what may be sent next."""
        if seat.called_off and outcome.result is SubmitResult.NOT_SENT:
            seat.was_called_off(outcome.part_id)
            self._bell.changed()
            return
        step = self._outcomes.settle(outcome)
        self._bell.changed()
        if step is not None and step.sweep:
            seat.sender.sweep()
        if outcome.result is SubmitResult.NOT_SENT and outcome.code is None:
            seat.hold()

    def pin_try(self, sim: str, pin: str, *, typed: bool = False) -> bool:
        """Write that this PIN is about to be tried; False when it must not be, or cannot be written."""
        try:
            return self._pin_rule.may_try(sim, pin, typed=typed)
        except ProfileError as refused:
            self._bell.refused(refused)
            return False

    def pin_result(self, sim: str, pin: str, right: bool) -> None:
        """Note how a try ended; unwritten, it counts as one that must not be repeated."""
        try:
            self._pin_rule.tried(sim, pin, right)
        except ProfileError as refused:
            self._bell.refused(refused)
