"""What a step of a crisis would do: its prepared text, whom it reaches, and what is to be known before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.clock import Clock
from smsdesk.domain.crisis import CrisisPlan, Scenario, Step, template_key
from smsdesk.domain.folding import fold
from smsdesk.domain.french_dates import spoken_hour
from smsdesk.domain.modems import ModemState
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.templates import MergeText
from smsdesk.domain.views import Template
from smsdesk.services.budget import Budget
from smsdesk.services.bulk_work import bulk_work
from smsdesk.services.notify import Notify
from smsdesk.services.shipped_templates import template_of_key
from smsdesk.services.station import Station
from smsdesk.storage.database import Database

_HOUR, _NUMBER = fold("heure"), fold("numéro")
"""Fields that are known without being asked: the hour of the step, and the number of the update."""


class Means(NamedTuple):
    """What an alert is sent with."""

    notify: Notify
    budget: Budget
    station: Station


class CrisisPlans:
    """Plans the steps of crises of one profile; changes nothing."""

    def __init__(self, database: Database, means: Means, clock: Clock) -> None:
        self._database = database
        self._notify, self._budget, self._station = means
        self._clock = clock

    def template(self, scenario: Scenario, step: Step) -> Template:
        """The prepared text of a step, as the profile has it now."""
        return template_of_key(self._database.read(), template_key(scenario, step))

    def planned(
        self,
        scenario: Scenario,
        step: Step,
        number: int,
        text: str,
        request: AudienceRequest,
        fields: Mapping[str, str],
    ) -> CrisisPlan:
        """The plan of one step; `number` counts the updates."""
        with bulk_work():  # a whole town makes many values; a look for garbage among them would be felt
            values = self._values(text, fields, number)
            notice = self._notify.plan(request, text, values, Purpose.ALERT)
            forecast = self._budget.forecast(notice)
        seconds = self._station.seconds_for(notice.parts)
        notes = self._notes(len(notice.overridden), fits=forecast.fits)
        return CrisisPlan(scenario, step, number, text, notice, seconds, forecast, notes=notes)

    def _values(self, text: str, fields: Mapping[str, str], number: int) -> dict[str, str]:
        """What was typed, with the hour and the number where the text asks for them."""
        given = {name: value for name, value in fields.items() if value.strip()}
        typed = set(map(fold, given))
        asked = MergeText(text).asked - typed
        if _HOUR in asked:
            given["heure"] = spoken_hour(self._clock().astimezone().time())
        if _NUMBER in asked:
            given["numéro"] = str(number or 1)
        return given

    def _notes(self, overridden: int, *, fits: bool) -> tuple[Sentence, ...]:
        notes = []
        if overridden:
            notes.append(
                say(
                    "Phones that objected to messages: {count}. An alert for people's safety reaches them "
                    "all the same; that is written down.",
                    count=overridden,
                )
            )
        queue = self._station.queue()
        if queue.paused:
            notes.append(say("Sending is paused: nothing leaves until somebody lets it go on."))
        elif not any(modem.state is ModemState.READY for modem in self._station.modems()):
            notes.append(say("No modem is ready here at the moment: the alert waits until one is."))
        if not fits:
            notes.append(say("A limit of the SIM holds some of it, unless this alert may pass the limits."))
        return tuple(notes)
