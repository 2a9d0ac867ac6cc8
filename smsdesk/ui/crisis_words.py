"""How a crisis reads in the window: its scenarios with icons, its steps, and how long ago."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from smsdesk.domain.crisis import CrisisPlan, CrisisStep, Scenario, Step
from smsdesk.ui.design.icons import Icon

translate = QCoreApplication.translate


@dataclass(frozen=True)
class ScenarioWords:
    """A scenario as it is chosen: icon, name, and what it is for."""

    icon: Icon
    name: str
    hint: str


def scenario_words(scenario: Scenario) -> ScenarioWords:
    """How one scenario is shown."""
    icon, name, hint = {
        Scenario.WEATHER: (
            Icon.STORM,
            translate("crisis", "Bad weather"),
            translate("crisis", "Storm, flood, snow, heat"),
        ),
        Scenario.CLOSURE: (
            Icon.CLOSED,
            translate("crisis", "Closure"),
            translate("crisis", "We close at once"),
        ),
        Scenario.EVACUATION: (
            Icon.EVACUATION,
            translate("crisis", "Evacuation"),
            translate("crisis", "Fire, gas: everybody leaves"),
        ),
        Scenario.SHELTER: (
            Icon.SHELTER,
            translate("crisis", "Take shelter"),
            translate("crisis", "Everybody stays inside"),
        ),
        Scenario.NETWORK: (
            Icon.SIGNAL_OFF,
            translate("crisis", "Network failure"),
            translate("crisis", "Phone or internet is down"),
        ),
        Scenario.ATTACK: (
            Icon.ATTACK,
            translate("crisis", "Attack"),
            translate("crisis", "Attack or intrusion"),
        ),
        Scenario.WATER: (
            Icon.WATER,
            translate("crisis", "Tap water"),
            translate("crisis", "Do not drink it"),
        ),
        Scenario.POWER: (
            Icon.POWER_CUT,
            translate("crisis", "Power cut"),
            translate("crisis", "Help for who needs it"),
        ),
        Scenario.OTHER: (
            Icon.ALERT,
            translate("crisis", "Something else"),
            translate("crisis", "A text without a scenario"),
        ),
    }[scenario]
    return ScenarioWords(icon, name, hint)


def step_words(step: Step, number: int) -> str:
    """What a step is called: "Update 2"."""
    return {
        Step.ALERT: translate("crisis", "Alert"),
        Step.UPDATE: translate("crisis", "Update {number}").format(number=number),
        Step.ALL_CLEAR: translate("crisis", "All-clear"),
    }[step]


def alone_words(plan: CrisisPlan) -> str:
    """How many of those who wait for the earlier messages read this one alone; "" where nobody does."""
    if not plan.untold:
        return ""
    if plan.untold == plan.waiting:
        return translate("crisis", "They will get this message alone.", "", plan.untold)
    return translate("crisis", "%n of them will get this message alone.", "", plan.untold)


def told_words(step: CrisisStep) -> str:
    """What a step that was told is called."""
    return step_words(step.step, step.number)
