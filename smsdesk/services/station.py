"""The sending station as a person sees it: modems, the queue, pause, PIN, diagnosis."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from datetime import timedelta

from smsdesk.domain.clock import Clock
from smsdesk.domain.delivery import why
from smsdesk.domain.diagnosis import Diagnosis, Finding, Level
from smsdesk.domain.errors import InputError, ModemError
from smsdesk.domain.modems import ModemState, ModemStatus
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.views import QueueSummary
from smsdesk.services.engine import Engine
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.schedule import PlanOverview
from smsdesk.storage import budget, progress, settings, stranded
from smsdesk.storage.database import Database

PACE_OVER = timedelta(minutes=2)
"""The pace of the last minutes foretells the next ones; an older one was another network."""

USUAL_SECONDS = 4.0
"""What an SMS takes through an ordinary modem, until this one has shown its own pace."""

_PIN = re.compile(r"[0-9]{4,8}")
"""3GPP TS 31.101, 9.5.1: 4 to 8 digits."""


class Station:
    """Modems and queue. Without an engine (a command beside the window) it knows only the queue."""

    def __init__(
        self,
        database: Database,
        events: Events,
        clock: Clock,
        engine: Engine | None,
        diagnose: Callable[[], Diagnosis],
        overview: Callable[[], PlanOverview] = PlanOverview,
    ) -> None:
        self._database = database
        self._events = events
        self._clock = clock
        self._engine = engine
        self._diagnose = diagnose
        self._overview = overview

    def modems(self) -> tuple[ModemStatus, ...]:
        """How each modem stands now."""
        return tuple(self._engine.statuses()) if self._engine else ()

    def queue(self) -> QueueSummary:
        """The queue in numbers of messages; what waits for its hour is not counted in the time left."""
        connection = self._database.read()
        now = self._clock()
        load = progress.load(connection, now)
        paused = settings.queue_paused(connection)
        pace = None if paused else progress.parts_a_second(connection, now - PACE_OVER, now)
        leaves = load.due_parts or load.in_flight
        plan = self._overview()
        return QueueSummary(
            waiting=load.waiting,
            in_flight=load.in_flight,
            uncertain=load.uncertain,
            seconds_left=math.ceil(load.due_parts / pace) if pace and leaves else None,
            paused=paused is not None,
            reason=why(paused) if paused else self._obstacle(load.waiting),
            planned=plan.planned,
            next_at=plan.next_at,
            missed=plan.missed,
            due_parts=load.due_parts,
        )

    def obstacle(self) -> Sentence | None:
        """Why nothing that waits leaves at the moment; None while something may."""
        paused = settings.queue_paused(self._database.read())
        return why(paused) if paused else self._obstacle(1)

    def seconds_for(self, parts: int) -> int:
        """How long these SMS will take after what is due before them, at the pace of the last ones."""
        connection = self._database.read()
        pacing = settings.get_count(connection, settings.PARTS_A_MINUTE)
        usual = max(USUAL_SECONDS, 60 / pacing if pacing else 0)
        pace = progress.seconds_a_part(connection)
        waiting = progress.load(connection, self._clock()).due_parts
        return math.ceil((waiting + parts) * (usual if pace is None else pace))

    def _obstacle(self, waiting: int) -> Sentence | None:
        """Why nothing goes although nobody holds it: the sentence of the first modem, when none is ready."""
        modems = self.modems()
        if not waiting:
            return None
        if self._engine is None:
            held = budget.any_held(self._database.read())
            return why(held) if held else None
        if any(modem.state is ModemState.READY for modem in modems):
            return self._engine.trouble
        return modems[0].sentence if modems else say("No modem was found yet. Plug one in.")

    def pause(self) -> None:
        """Hold the whole queue, across restarts, until `resume`."""
        with self._database.write() as connection:
            settings.pause_queue(connection)
        self._changed()

    def resume(self) -> None:
        """Let the queue go on."""
        with self._database.write() as connection:
            settings.resume_queue(connection)
        self._changed()

    def _changed(self) -> None:
        if self._engine is not None:
            self._engine.wake()
        self._events.publish(Changed(Topic.QUEUE))

    def enter_pin(self, name: str, pin: str) -> None:
        """Try this PIN once on the modem of this name; InputError when it cannot be one (4-8 digits)."""
        if not _PIN.fullmatch(pin):
            raise InputError(say("A PIN has 4 to 8 digits. Look at the SIM's letter and enter it again."))
        if self._engine is None or name not in _names(self.modems()):
            raise ModemError(say("The modem {name} is not there (any more). Plug it in again.", name=name))
        self._engine.enter_pin(name, pin)

    def diagnose(self) -> Diagnosis:
        """Look at every port and say in plain words what stands there, and what waits; takes seconds."""
        return Diagnosis((*self._diagnose().findings, *self.stranded()))

    def stranded(self) -> tuple[Finding, ...]:
        """What waits for a SIM that is not here."""
        waiting = stranded.count(self._database.read())
        if not waiting:
            return ()
        return (
            Finding(
                Level.WARNING,
                say("Messages that wait for the SIM through which they began: {count}.", count=waiting),
                say("A phone joins only parts from one number."),
                say("Plug that SIM in again, or decide: look at the broadcast, or run 'smsdesk resolve'."),
            ),
        )


def _names(modems: Sequence[ModemStatus]) -> set[str]:
    return {modem.name for modem in modems}
