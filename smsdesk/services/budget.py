"""SIM budgets: plans by SIM, meters, what a notice would do to them, and who let one pass a limit."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from smsdesk.domain.budget import (
    LONGEST_MONTH,
    Held,
    Meter,
    SimPlan,
    SimSeen,
    Usage,
    held_of,
    midnight,
    sim_name,
)
from smsdesk.domain.budget_forecast import Forecast, Letter, Purse, Standing, Waiting, place
from smsdesk.domain.budget_forecast import tell as _told
from smsdesk.domain.clock import Clock
from smsdesk.domain.errors import InputError
from smsdesk.domain.folding import fold
from smsdesk.domain.modems import ModemState, ModemStatus
from smsdesk.domain.plan import NotifyPlan
from smsdesk.domain.sentences import say
from smsdesk.domain.untrusted import visible_line
from smsdesk.services.events import QUEUE_CHANGED, Changed, Events, Topic
from smsdesk.storage import broadcasts, budget
from smsdesk.storage.database import Connection, Database

log = logging.getLogger(__name__)

MOST = 1_000_000
"""SMS or phones a month: more is a slip of the finger."""

DEAREST_CENTS = 1000
"""An SMS for more than ten euros is one, too."""

NAME_LENGTH = 40

_SIM = re.compile(r"(imei:)?[0-9A-Fa-f]{14,22}")
"""ICCID (ITU-T E.118), IMSI or "imei:" and an IMEI: how modems name a SIM."""

_FILLER = "Ff"
"""What stands behind an ICCID of 19 digits on some cards (3GPP TS 31.102, 4.2.2)."""


class Budget:
    """Plans and meters of one profile. The limits themselves are kept by the engine."""

    def __init__(
        self,
        database: Database,
        events: Events,
        clock: Clock,
        wake: Callable[[], None],
        modems: Callable[[], Sequence[ModemStatus]] = tuple,
        person: str = "",
    ) -> None:
        self._database = database
        self._events = events
        self._clock = clock
        self._wake = wake
        self._modems = modems
        self._person = person

    def plans(self) -> tuple[SimPlan, ...]:
        """Every SIM that has a plan or was ever in a modem here, the latest first."""
        connection = self._database.read()
        made = {plan.sim: plan for plan in budget.plans(connection)}
        known = [each.sim for each in self.seen()]
        return tuple(made.get(sim) or SimPlan(sim) for sim in dict.fromkeys((*known, *made)))

    def seen(self) -> tuple[SimSeen, ...]:
        """The SIMs that were in a modem, with the modem's name; those that are there now first."""
        here = [_seen(modem) for modem in self._modems() if modem.state is ModemState.READY and modem.sim]
        noted = budget.seen(self._database.read())
        known: dict[str, SimSeen] = {}
        for each in (*here, *noted):
            known.setdefault(each.sim, each)
        return tuple(known.values())

    def find(self, words: str) -> SimPlan:
        """The plan of the SIM that is called so, or whose own number ends so.

        InputError, with the SIMs that there are, when none or more than one is; a SIM that was never here is
        taken by its whole own number.
        """
        known = self.plans()
        names = self.names()
        wanted = fold(words.strip())
        exact = [plan for plan in known if words.strip() == plan.sim or fold(names[plan.sim]) == wanted]
        ending = [plan for plan in known if wanted and fold(plan.sim).endswith(wanted)]
        found = exact or ending
        if len(found) == 1:
            return found[0]
        if not found and _SIM.fullmatch(words.strip()):
            return SimPlan(words.strip().rstrip(_FILLER))
        listed = ", ".join(f"{visible_line(names[plan.sim])} ({plan.sim})" for plan in found or known)
        if found:
            raise InputError(say("More than one SIM is called {words}: {sims}.", words=words, sims=listed))
        raise InputError(
            say("No SIM is called {words}. Choose one of these: {sims}.", words=words, sims=listed or "-")
        )

    def names(self) -> dict[str, str]:
        """How each SIM is called for a person."""
        seen = {each.sim: each for each in self.seen()}
        names: dict[str, str] = {}
        for plan in self.plans():
            names[plan.sim] = sim_name(plan, seen.get(plan.sim), frozenset(names.values()))
        return names

    def save(self, plan: SimPlan) -> None:
        """Keep a plan; what its limits hold is looked at again. InputError for a number out of range."""
        check(plan)
        tidy = replace(plan, name=" ".join(plan.name.split()), number=" ".join(plan.number.split()))
        with self._database.write() as connection:
            budget.save(connection, tidy)
            budget.release(connection)
        log.info("the plan of SIM …%s was changed", plan.sim[-4:])
        self._changed()

    def allow(self, broadcast_id: int, by: str = "") -> None:
        """Let one broadcast pass every limit, once and for all; who decided is kept.

        InputError when there is no such broadcast.
        """
        self._decide(broadcast_id, by, budget.permit)
        log.warning("broadcast %s may pass the limits of the SIMs: a person decided", broadcast_id)
        self._changed()

    def hand_over(self, broadcast_id: int, by: str = "") -> None:
        """Let the other SIMs take what a SIM's limit holds of one broadcast; each keeps to its own plan.

        InputError when there is no such broadcast.
        """
        self._decide(broadcast_id, by, budget.hand_over)
        log.info("other SIMs may take what is held of broadcast %s: a person decided", broadcast_id)
        self._changed()

    def _decide(
        self, broadcast_id: int, by: str, write: Callable[[Connection, int, str, datetime], None]
    ) -> None:
        """Write a person's word on a broadcast down, and look at what is held again."""
        with self._database.write() as connection:
            if not broadcasts.exists(connection, broadcast_id):
                raise InputError(
                    say("There is no broadcast {id}. Look it up in the list of broadcasts.", id=broadcast_id)
                )
            write(connection, broadcast_id, by or self._person, self._clock())
            budget.release(connection)

    def others_here(self) -> bool:
        """Whether more than one SIM is here, so that one could take over from another."""
        return len({modem.sim for modem in self._modems() if modem.state is ModemState.READY}) > 1

    def holds(self, broadcast_id: int) -> Held | None:
        """The limit that holds messages of a broadcast, None when none does."""
        error = budget.any_held(self._database.read(), broadcast_id)
        return held_of(error) if error else None

    def _changed(self) -> None:
        self._wake()
        self._events.publish(Changed(Topic.BUDGET), *QUEUE_CHANGED)

    def usage(self, sim: str, at: datetime | None = None) -> Usage:
        """What a SIM sent in the month of its plan in which a moment lies, now by default."""
        connection = self._database.read()
        return budget.usage(connection, budget.plan_in_force(connection, sim), at or self._clock())

    def meters(self) -> tuple[Meter, ...]:
        """A meter for each limit of each SIM, with what waits today; none for a SIM without a plan."""
        at = self._clock()
        return _told([], self._standings(at, self.plans()), at).meters

    def forecast(self, plan: NotifyPlan, when: datetime | None = None) -> Forecast:
        """What sending a notice at `when` (None: now) costs and uses, what does not fit, how to split it.

        `when` is an aware moment; in the past it counts as now.
        """
        now = self._clock()
        return self.forecast_messages(plan.messages, max(when, now) if when is not None else now)

    def forecast_messages(self, messages: Sequence[Letter], at: datetime) -> Forecast:
        """As `forecast`, for messages that are planned elsewhere."""
        return _told(messages, self._standings(at, self._sending()), at)

    def _standings(self, at: datetime, plans: Sequence[SimPlan]) -> list[Standing]:
        """Each SIM as it stands, and as it will when what waits has gone."""
        connection = self._database.read()
        names = self.names()
        purses = [_purse(connection, plan.sim, names[plan.sim], at) for plan in plans]
        before = [purse.usage for purse in purses]
        if any(purse.plan.limited for purse in purses):
            tomorrow = midnight(at.astimezone().date() + timedelta(days=1))
            queued = budget.waiting(connection, tomorrow)
            place([Waiting(e164, parts) for e164, parts in queued], purses)
        return [Standing(purse, used) for purse, used in zip(purses, before, strict=True)]

    def _sending(self) -> tuple[SimPlan, ...]:
        """The plans of the SIMs that will send: those that are here, else those that were or have one."""
        here = {modem.sim for modem in self._modems() if modem.state is ModemState.READY}
        plans = self.plans()
        return tuple(plan for plan in plans if plan.sim in here) or plans


def _purse(connection: Connection, sim: str, name: str, at: datetime) -> Purse:
    plan = budget.plan_in_force(connection, sim)
    used = budget.sms_used(connection, plan, at)
    phones = set(budget.phones(connection, sim, used.period))
    return Purse(plan, name, replace(used, people=len(phones)), phones)


def _seen(modem: ModemStatus) -> SimSeen:
    model = " ".join(word for word in (modem.manufacturer, modem.model) if word)
    return SimSeen(modem.sim, model or modem.name, modem.operator)


def check(plan: SimPlan) -> None:
    """Raise InputError for what no plan can be, naming it."""
    for what, value, least, most in (
        (say("SMS a month"), plan.monthly_sms, 1, MOST),
        (say("Phones a month"), plan.recipients_cap, 1, MOST),
        (say("SMS a day"), plan.daily_cap, 1, MOST),
        (say("Price of an SMS in cents"), plan.price_each_cents, 0, DEAREST_CENTS),
        (say("Day on which the month of the plan begins"), plan.billing_day, 1, LONGEST_MONTH),
    ):
        if value is not None and not least <= value <= most:
            raise InputError(
                say("{what}: give a number from {least} to {most}.", what=what, least=least, most=most)
            )
    if len(plan.name) > NAME_LENGTH:
        raise InputError(say("The name of a SIM has at most {most} letters. Shorten it.", most=NAME_LENGTH))
