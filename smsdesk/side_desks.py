"""Desks beside the real one, for an exercise and for the sample, with an engine and a virtual modem each."""

from __future__ import annotations

import logging
import tempfile
import uuid
from contextlib import ExitStack
from pathlib import Path

from smsdesk.desk import Desk
from smsdesk.domain.clock import Clock
from smsdesk.domain.errors import ProfileError
from smsdesk.domain.sentences import say
from smsdesk.modem import virtual
from smsdesk.services import sample_world
from smsdesk.services.bundle import Services
from smsdesk.services.crisis import Crises
from smsdesk.services.events import Events
from smsdesk.services.preferences import Choices
from smsdesk.storage import exercise_copy
from smsdesk.storage.profile import Profile

log = logging.getLogger(__name__)

EXERCISE_PACE = virtual.VirtualConfig(latency=0.1, reports=0.8)
"""Forty times faster than a real network: an exercise takes minutes, and one still sees it go."""

SAMPLE_PACE = virtual.VirtualConfig(latency=0.4, reports=1.0, answer_after=3.0, chatty=0.3)
"""Ten times faster than a real network, and slow enough to be watched; some families answer."""


class Rehearsal:
    """A copy of a profile's people with a queue, an engine and a virtual modem of its own, for an exercise.

    Nothing in it knows a real modem: the only port that its engine is given is the virtual one. `close` takes
    the copy away; what a crash leaves goes when the profile is opened next.
    """

    def __init__(self, source: Path, clock: Clock) -> None:
        """Copy the people of the database `source`; ProfileError when the disk refuses."""
        name = f"exercise-{uuid.uuid4().hex}"
        self._folder = source.parent / exercise_copy.FOLDER / name
        with ExitStack() as resources:
            resources.callback(exercise_copy.erase, self._folder)
            virtual.create(name, EXERCISE_PACE)
            resources.callback(virtual.forget, name)
            self._desk = Desk.open(self._folder, [f"virtual://{name}"], engine=True, clock=clock)
            resources.callback(self._desk.close)
            people = exercise_copy.copy_people(source, Profile(self._folder).database)
            log.info("an exercise is prepared for %s people", people)
            self._resources = resources.pop_all()

    @property
    def crises(self) -> Crises:
        """The crises of the copy."""
        return self._desk.services.crises

    @property
    def events(self) -> Events:
        """What changes in the copy."""
        return self._desk.services.events

    def wait_idle(self, seconds: float) -> bool:
        """Wait until nothing is queued or in flight there, and reports have come."""
        return self._desk.engine is None or self._desk.engine.wait_idle(seconds, settle=seconds)

    def close(self) -> None:
        """End it and take the copy away."""
        self._resources.close()


class SampleDesk:
    """A filled profile in a folder of its own, with an engine whose only port is a virtual modem."""

    def __init__(self, choices: Choices, clock: Clock) -> None:
        """Make and fill it; ProfileError when the disk refuses."""
        name = f"sample-{uuid.uuid4().hex}"
        with ExitStack() as resources:
            folder = Path(resources.enter_context(_throw_away_folder()))
            network = virtual.create(name, SAMPLE_PACE).network
            resources.callback(virtual.forget, name)
            self._desk = Desk.open(folder, [f"virtual://{name}"], engine=True, clock=clock)
            resources.callback(self._desk.close)
            sample_world.fill(self._desk.services, choices, network, clock().astimezone())
            self._resources = resources.pop_all()

    @property
    def services(self) -> Services:
        """What one does there."""
        return self._desk.services

    def close(self) -> None:
        """End it and take it away."""
        self._resources.close()


def _throw_away_folder() -> tempfile.TemporaryDirectory[str]:
    """A folder for fictional people only; Windows may keep it until the system tidies up."""
    try:
        return tempfile.TemporaryDirectory(prefix="smsdesk-sample-", ignore_cleanup_errors=True)
    except OSError as refused:
        raise ProfileError(
            say(
                "The sample could not be made ({reason}). Make room on the disk.",
                reason=str(refused.strerror),
            )
        ) from refused
