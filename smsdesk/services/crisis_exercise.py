"""An exercise: a crisis in a throw-away copy of the people, with a virtual modem and nothing that is real."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from smsdesk.domain.crisis import Crisis, CrisisState
from smsdesk.domain.crisis_log import LogSheet
from smsdesk.services.events import Changed, Events, Topic

if TYPE_CHECKING:
    from smsdesk.services.crisis import Crises

_FOLLOWED = frozenset({Topic.BROADCASTS, Topic.CRISIS})


class Rehearsal(Protocol):
    """A copy of the people with queue and modem of its own; `close` erases it."""

    @property
    def crises(self) -> Crises:
        """The crises of the copy."""
        ...

    @property
    def events(self) -> Events:
        """What changes in the copy."""
        ...

    def wait_idle(self, seconds: float) -> bool:
        """Wait until nothing is queued or in flight there."""
        ...

    def close(self) -> None:
        """End it, and take the copy away."""
        ...


Rehearse = Callable[[], Rehearsal]
"""Makes a copy, opens it with a virtual modem, and gives it."""


class Exercise:
    """An exercise that is going on: `id` is that of its record, `inner` that of its crisis in the copy."""

    def __init__(self, crisis_id: int, inner: int, rehearsal: Rehearsal, events: Events) -> None:
        self.id = crisis_id
        self.inner = inner
        self._rehearsal = rehearsal
        self._events = events
        self._unsubscribe = rehearsal.events.subscribe(self._pass_on)

    @property
    def crises(self) -> Crises:
        """The crises of the copy."""
        return self._rehearsal.crises

    def _pass_on(self, event: Changed) -> None:
        if event.topic in _FOLLOWED:
            self._events.publish(Changed(Topic.CRISIS, self.id))

    def state(self, crisis: Crisis) -> CrisisState:
        """How it stands, under the id of its record."""
        inner = self.crises.state(self.inner)
        here = replace(inner.crisis, id=crisis.id, exercise=True)
        # The numbers of broadcasts are those of the copy: here they would name others.
        steps = tuple(replace(each, step=replace(each.step, broadcast_id=None)) for each in inner.steps)
        return replace(inner, crisis=here, steps=steps, open=True)

    def log(self, crisis: Crisis) -> LogSheet:
        """Its log sheet so far."""
        sheet = self.crises.log(self.inner)
        ended = sheet.crisis.ended_at or crisis.ended_at
        here = replace(sheet.crisis, id=crisis.id, exercise=True, ended_at=ended)
        return replace(sheet, crisis=here)

    def wait_idle(self, seconds: float) -> bool:
        """Wait until nothing is queued or in flight."""
        return self._rehearsal.wait_idle(seconds)

    def close(self) -> None:
        """End it and erase the copy."""
        self._unsubscribe()
        self._rehearsal.close()
