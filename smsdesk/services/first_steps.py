"""The first start: what was asked and answered or put off; and the guide of the first send."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.domain.signatures import Signature
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.preferences import Preferences
from smsdesk.services.wording import Wording
from smsdesk.storage import settings
from smsdesk.storage.database import Database

_GUIDE = "welcome.guide"
_OVER = "over"


class Step(StrEnum):
    """What the first start asks, in its order."""

    INSTITUTION = "institution"
    MODEM = "modem"
    LIST = "list"


@dataclass(frozen=True)
class Welcome:
    """`put_off` are the steps that a person left for later; `guide`: the first send is still guided."""

    institution: str = ""
    put_off: frozenset[Step] = frozenset()
    guide: bool = True


class FirstSteps:
    """Reads and keeps how far the first start came in one profile."""

    def __init__(
        self, database: Database, events: Events, preferences: Preferences, wording: Wording
    ) -> None:
        self._database = database
        self._events = events
        self._preferences = preferences
        self._wording = wording

    def read(self) -> Welcome:
        """How far it came."""
        connection = self._database.read()
        put_off = frozenset(step for step in Step if settings.get(connection, _key(step)) is not None)
        guide = settings.get(connection, _GUIDE) is None
        return Welcome(self._preferences.read().institution, put_off, guide)

    def name_institution(self, name: str, signature: str = "") -> None:
        """Keep the name and, when there is one, what its messages begin with ("Conservatoire :").

        InputError, and nothing is kept, without a name or for a signature that cannot be one.
        """
        name = " ".join(name.split())
        if not name:
            raise InputError(say("Enter the name of your institution, or press “Later”."))
        prefix = signature.strip()
        wording = self._wording.read()
        if prefix:
            others = tuple(known for known in wording.signatures if known.name != name)
            self._wording.keep(replace(wording, signatures=(Signature(name, prefix), *others)))
        self._preferences.keep(replace(self._preferences.read(), institution=name))

    def put_off(self, step: Step) -> None:
        """Do not ask this again at the start."""
        with self._database.write() as connection:
            settings.put(connection, _key(step), _OVER)
        self._events.publish(Changed(Topic.SETTINGS))

    def end_guide(self) -> None:
        """The first send is made, or a person wants no guide."""
        with self._database.write() as connection:
            settings.put(connection, _GUIDE, _OVER)
        self._events.publish(Changed(Topic.SETTINGS))


def _key(step: Step) -> str:
    return f"welcome.{step}"
