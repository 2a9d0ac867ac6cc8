"""A crisis: its prepared scenarios, the steps told to the same people, and what is chosen for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from smsdesk.domain.audience import NOBODY_CHOSEN, AudienceRequest
from smsdesk.domain.budget_forecast import Forecast
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.outgoing import PartState
from smsdesk.domain.plan import NotifyPlan
from smsdesk.domain.sentences import Sentence

ORDERS_LAST = timedelta(hours=12)
"""An order of this morning that a phone shows tomorrow misleads: the network gives it up then."""

ALL_CLEAR_LASTS = timedelta(hours=48)
"""That it is over is worth knowing for longer: as long as networks keep an SMS for a phone that is off."""

EVERYONE = AudienceRequest(everyone=True)


class Scenario(StrEnum):
    """What can happen; each has prepared texts."""

    WEATHER = "weather"
    CLOSURE = "closure"
    EVACUATION = "evacuation"
    SHELTER = "shelter"
    NETWORK = "network"
    ATTACK = "attack"
    WATER = "water"
    POWER = "power"
    OTHER = "other"


class Step(StrEnum):
    """What is told: first, then, at the end."""

    ALERT = "alert"
    UPDATE = "update"
    ALL_CLEAR = "all_clear"


RELATIONS: Mapping[Step, Relation] = {Step.UPDATE: Relation.UPDATE, Step.ALL_CLEAR: Relation.ALL_CLEAR}
"""What a later step is to the first one."""

_KEYS: Mapping[Scenario, str] = {
    Scenario.WEATHER: "crise-meteo",
    Scenario.CLOSURE: "crise-fermeture",
    Scenario.EVACUATION: "crise-evacuation",
    Scenario.SHELTER: "crise-confinement",
    Scenario.NETWORK: "crise-reseau",
    Scenario.ATTACK: "crise-attaque",
    Scenario.WATER: "crise-eau",
    Scenario.POWER: "crise-courant",
}
_SUFFIXES: Mapping[Step, str] = {Step.ALERT: "", Step.UPDATE: "-point", Step.ALL_CLEAR: "-fin"}
_OTHER: Mapping[Step, str] = {
    Step.ALERT: "crise-alerte",
    Step.UPDATE: "crise-point",
    Step.ALL_CLEAR: "crise-fin",
}


def template_key(scenario: Scenario, step: Step) -> str:
    """The key of the template, among those that come with the program, that a step begins with."""
    return _OTHER[step] if scenario is Scenario.OTHER else _KEYS[scenario] + _SUFFIXES[step]


TITLES: Mapping[Scenario, str] = {
    Scenario.WEATHER: "Intempéries",
    Scenario.CLOSURE: "Fermeture",
    Scenario.EVACUATION: "Évacuation",
    Scenario.SHELTER: "Mise à l’abri",
    Scenario.NETWORK: "Panne de réseau",
    Scenario.ATTACK: "Attaque",
    Scenario.WATER: "Eau du robinet",
    Scenario.POWER: "Panne de courant",
    Scenario.OTHER: "Autre alerte",
}
"""How sends are titled: in French, as their texts are, whatever the window speaks."""


def step_title(scenario: Scenario, step: Step, number: int) -> str:
    """What the send of a step is called: "Évacuation · mise à jour 2"; updates count from 1."""
    words = {
        Step.ALERT: "alerte",
        Step.UPDATE: f"mise à jour {number}",
        Step.ALL_CLEAR: "fin d’alerte",
    }[step]
    return f"{TITLES[scenario]} · {words}"


@dataclass(frozen=True)
class CrisisDraft:
    """What a person chose to begin with; `text` None: the prepared one, `whom` says the audience in words."""

    scenario: Scenario
    request: AudienceRequest = EVERYONE
    text: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict, hash=False)
    whom: str = ""


@dataclass(frozen=True)
class StepDraft:
    """What a person chose to tell next.

    `stops_unsent`: what has not left of the earlier steps never does; None is the usual way of the step.
    """

    crisis_id: int
    step: Step
    text: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict, hash=False)
    stops_unsent: bool | None = None

    @property
    def stops(self) -> bool:
        """An order that arrives after the all-clear is dangerous; an update is read after the order."""
        return self.step is Step.ALL_CLEAR if self.stops_unsent is None else self.stops_unsent


@dataclass(frozen=True)
class CrisisPlan:
    """What a step would do; nothing is refused before `notice.problem` says so.

    `seconds` at the modem's pace. `waiting` phones have not had the earlier steps yet, `stops` says that
    these are stopped then, `untold` of them would hear of this step alone. `notes` are to be read before
    one says yes.
    """

    scenario: Scenario
    step: Step
    number: int
    text: str
    notice: NotifyPlan
    seconds: int
    forecast: Forecast
    waiting: int = 0
    untold: int = 0
    stops: bool = False
    notes: tuple[Sentence, ...] = ()

    @property
    def title(self) -> str:
        """What the send is called."""
        return step_title(self.scenario, self.step, self.number)


@dataclass(frozen=True)
class CrisisStep:
    """A step that was told; `text` as its first person read it. `number` counts the updates from 1.

    `stopped` messages of earlier steps never left because of it. `broadcast_id` is None where the
    broadcast is gone, and in the record of an exercise.
    """

    step: Step
    number: int
    text: str
    at: datetime
    by: str
    broadcast_id: int | None = None
    stopped: int = 0


@dataclass(frozen=True)
class Crisis:
    """A crisis, or its exercise; `ended_at` None: it goes on. `recorded`: its log sheet was kept apart."""

    id: int
    scenario: Scenario
    started_at: datetime
    started_by: str
    whom: str = ""
    request: AudienceRequest = NOBODY_CHOSEN
    fields: Mapping[str, str] = field(default_factory=dict, hash=False)
    exercise: bool = False
    ended_at: datetime | None = None
    steps: tuple[CrisisStep, ...] = ()
    recorded: bool = False

    @property
    def updates(self) -> int:
        """How many updates were told."""
        return sum(each.step is Step.UPDATE for each in self.steps)


@dataclass(frozen=True)
class StepState:
    """How the messages of a step stand, by state; `paused` where a person holds them."""

    step: CrisisStep
    counts: Mapping[PartState, int] = field(default_factory=dict, hash=False)
    paused: bool = False

    @property
    def messages(self) -> int:
        """The phones it is for."""
        return sum(self.counts.values())


@dataclass(frozen=True)
class CrisisState:
    """A crisis as it stands: each step with its counts; `running` False in the record of what is over.

    An exercise is `open` until its copy is erased. `not_reached` phones have nothing of the latest step and
    will not get it by themselves; `left_out` people have no phone that an SMS reaches. `trouble` is why
    nothing leaves; `held`: somebody holds all sending, and may let it go on.
    """

    crisis: Crisis
    steps: tuple[StepState, ...]
    not_reached: int = 0
    left_out: int = 0
    running: bool = False
    open: bool = False
    seconds_left: int | None = None
    trouble: Sentence | None = None
    held: bool = False


MISSED = frozenset({PartState.FAILED, PartState.EXPIRED, PartState.CANCELLED, PartState.UNKNOWN})
"""States in which a person should be called: nothing came, or nobody knows."""
