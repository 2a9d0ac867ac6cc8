"""One open profile: database, services and, for whoever sends, the engine with its modems."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from smsdesk.domain.clock import Clock, system_clock
from smsdesk.domain.diagnosis import Diagnosis
from smsdesk.domain.errors import DeskError
from smsdesk.domain.modems import ModemStatus
from smsdesk.modem.doctor import diagnose
from smsdesk.modem.finder import ModemFinder
from smsdesk.modem.pdu import decode
from smsdesk.modem.worker import ModemWorker
from smsdesk.services.absences import Absences
from smsdesk.services.answers import Answers
from smsdesk.services.auto_replies import AutoReplies
from smsdesk.services.auto_sending import AutoSending
from smsdesk.services.autostart import Autostart, start_command
from smsdesk.services.broadcasts import Broadcasts
from smsdesk.services.budget import Budget
from smsdesk.services.bundle import Services
from smsdesk.services.calendar import Calendars
from smsdesk.services.consents import Consents
from smsdesk.services.crisis import Crises
from smsdesk.services.crisis_plans import Means
from smsdesk.services.drafts import Drafts
from smsdesk.services.duplicates import Duplicates
from smsdesk.services.engine import Engine
from smsdesk.services.escalation import Escalation
from smsdesk.services.events import Events
from smsdesk.services.exporting import Exporting
from smsdesk.services.first_steps import FirstSteps
from smsdesk.services.following import Following
from smsdesk.services.history import History
from smsdesk.services.importing import Importing
from smsdesk.services.inbox import Inbox
from smsdesk.services.incoming_rules import IncomingRules, IncomingRunner
from smsdesk.services.keywords import Keywords
from smsdesk.services.notify import Notify
from smsdesk.services.opt_outs import OptOuts
from smsdesk.services.people import People
from smsdesk.services.polls import Polls
from smsdesk.services.preferences import Choices, Preferences
from smsdesk.services.safe_copies import SafeCopies
from smsdesk.services.safekeeping import Safekeeping
from smsdesk.services.samples import Samples
from smsdesk.services.schedule import Schedule
from smsdesk.services.schedule_runner import ScheduleRunner
from smsdesk.services.seasons import Seasons
from smsdesk.services.seed_list import SeedList
from smsdesk.services.sending_hours import Hours
from smsdesk.services.sign_ups import SignUps
from smsdesk.services.station import Station
from smsdesk.services.teaching import Teaching
from smsdesk.services.templates import Templates
from smsdesk.services.word_keeping import WordKeeping
from smsdesk.services.wording import Wording
from smsdesk.storage import exercise_copy
from smsdesk.storage.database import Database
from smsdesk.storage.logs import close_log
from smsdesk.storage.opening import Upgrading, at_once
from smsdesk.storage.profile import Profile

if TYPE_CHECKING:
    from smsdesk.side_desks import Rehearsal, SampleDesk

log = logging.getLogger(__name__)

PIN_VARIABLE = "SMSDESK_PIN"
"""Where commands find the SIM's PIN: never on a command line, never stored."""


class Desk:
    """An open profile. `engine` is None for those who only read and queue; close it, or use `with`."""

    def __init__(
        self,
        services: Services,
        engine: Engine | None,
        resources: ExitStack,
        expects_modem: Callable[[], bool] = lambda: False,
    ) -> None:
        self.services = services
        self.engine = engine
        self.expects_modem = expects_modem
        """Whether a modem may still be found by itself: ports are being asked, or one is silent as yet."""
        self._resources = resources

    @classmethod
    def open(
        cls,
        profile: Path | None = None,
        modem_urls: Sequence[str] = (),
        *,
        engine: bool = False,
        clock: Clock = system_clock,
        upgrading: Upgrading = at_once,
    ) -> Desk:
        """Open a profile (None: the user's own); with `engine`, be its one sender and start the modems.

        `modem_urls` names ports or pyserial URLs; without any, modems are found by themselves. `upgrading`
        is given the work on a database of an earlier version, and tells the person meanwhile. Raises
        ProfileError when the profile is in use, damaged or not writable.
        """
        with ExitStack() as resources:
            folder = Profile(profile)
            if engine:
                folder.take()
                resources.callback(folder.release)
            folder.visit()
            resources.callback(folder.leave)
            exercise_copy.erase_left_behind(folder.folder)
            resources.callback(close_log, folder.open_log())
            database = Database(folder.database, upgrading)
            resources.callback(database.close)
            events = Events()
            running = Engine(database, decode, events, clock) if engine else None
            services = services_of(database, events, clock, running, modem_urls)
            resources.callback(services.crises.close)
            finder: ModemFinder | None = None
            if running is not None:
                # Stopped after the engine: what comes in while it ends is handled too.
                _run(IncomingRunner(services.incoming_rules, events, database.refusal_of), resources)
                running.wait_for_rules(lambda: services.incoming_rules.behind)
                finder = _start(running, modem_urls, resources)
                due = partial(_follow_up_due, services)
                _run(ScheduleRunner(services.schedule, database.refusal_of, also=due), resources)
                _run(SafeCopies(database, clock), resources)
                _run(WordKeeping(database), resources)
            return cls(
                services, running, resources.pop_all(), lambda: finder is not None and finder.expectant
            )

    def close(self) -> None:
        """Stop the engine and the modems, and close the database; what is in flight ends first."""
        self._resources.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, Exception) and not isinstance(error, DeskError):
            log.error("the desk closes on a defect", exc_info=error)
        self.close()


class _Runner(Protocol):
    """What works on a thread of its own."""

    def start(self) -> None: ...

    def stop(self) -> None: ...


def _run(runner: _Runner, resources: ExitStack) -> None:
    """Let it work until the desk closes."""
    runner.start()
    resources.callback(runner.stop)


def _follow_up_due(services: Services) -> None:
    """Make what falls due by the clock behind sends that were made."""
    services.escalation.tell_due()
    services.polls.remind_due()


@dataclass(frozen=True)
class _EngineWays:
    """What services ask of the engine, whether there is one or not."""

    engine: Engine | None
    modem_urls: Sequence[str]

    def wake(self) -> None:
        if self.engine is not None:
            self.engine.wake()

    def statuses(self) -> Sequence[ModemStatus]:
        return self.engine.statuses() if self.engine is not None else ()

    def examine(self) -> Diagnosis:
        engine = self.engine
        return diagnose(
            self.modem_urls, self.statuses(), examine=lambda name: engine.examine(name) if engine else None
        )


def services_of(
    database: Database,
    events: Events,
    clock: Clock = system_clock,
    engine: Engine | None = None,
    modem_urls: Sequence[str] = (),
) -> Services:
    """Every service over an open database; without an engine they read, write and queue."""
    ways = _EngineWays(engine, modem_urls)
    wake = ways.wake
    preferences = Preferences(database, events)
    people = People(database, events, clock, preferences.person)
    notify = Notify(database, people, events, clock, wake, preferences.person)
    answers = Answers(database, preferences, events)
    sending = AutoSending(clock)
    opt_outs = OptOuts(database, events, clock, sending, wake, preferences.person)
    sign_ups = SignUps(database, events, clock, sending, wake, preferences.person)
    keywords = Keywords(database, events, clock, sending, sign_ups)
    auto_replies = AutoReplies(database, events, clock, sending)
    rules = (answers.handle, opt_outs.handle, keywords.handle, auto_replies.handle)
    templates = Templates(database, events, clock)
    calendars = Calendars(database, events)
    teaching = Teaching(database, people, calendars, clock)
    wording = Wording(database, events)
    schedule = Schedule(database, notify, people, events, clock, wake)
    budget = Budget(database, events, clock, wake, ways.statuses, preferences.person)
    station = Station(database, events, clock, engine, ways.examine, schedule.overview)
    return Services(
        events=events,
        people=people,
        importing=Importing(database, events, clock, preferences.person),
        exporting=Exporting(database, people, preferences, clock),
        templates=templates,
        wording=wording,
        notify=notify,
        drafts=Drafts(database, events, clock),
        seed_list=SeedList(database, events),
        broadcasts=Broadcasts(database, events, clock, wake),
        inbox=Inbox(database, people, events, clock),
        incoming_rules=IncomingRules(database, events, rules, wake),
        opt_outs=opt_outs,
        sign_ups=sign_ups,
        keywords=keywords,
        auto_replies=auto_replies,
        answers=answers,
        polls=Polls(database, notify, events, clock, wake),
        station=station,
        preferences=preferences,
        autostart=Autostart(start_command(database.path.parent, modem_urls)),
        consents=Consents(database, events, clock, preferences.person),
        history=History(database, events, clock, preferences.person),
        seasons=Seasons(database, events, clock, preferences.person),
        duplicates=Duplicates(database, events, clock, preferences.person),
        calendars=calendars,
        absences=Absences(database, teaching, notify, templates, events, clock, wake),
        budget=budget,
        schedule=schedule,
        following=Following(database, preferences, events, clock),
        escalation=Escalation(database, notify, people, events, clock, wake),
        hours=Hours(database, events, clock),
        crises=Crises(
            database,
            Means(notify, budget, station),
            events,
            clock,
            wake,
            preferences.person,
            lambda: _rehearsal(database.path, clock),
        ),
        first_steps=FirstSteps(database, events, preferences, wording),
        safekeeping=Safekeeping(database.path, clock),
        samples=Samples(lambda choices: _sample(choices, clock)),
    )


def _start(engine: Engine, modem_urls: Sequence[str], resources: ExitStack) -> ModemFinder | None:
    """Start the engine on the modems that were named, or on those that are found from now on."""
    _check_virtual(url for url in modem_urls if url.startswith("virtual:"))
    engine.start()
    resources.callback(engine.stop)
    pin = os.environ.get(PIN_VARIABLE)
    for url in modem_urls:
        engine.add_sender(ModemWorker(url, pin=pin))
    if modem_urls:
        return None
    finder = ModemFinder(lambda port, locate: engine.add_sender(ModemWorker(port, pin=pin, locate=locate)))
    finder.start()
    resources.callback(finder.stop)
    return finder


def _check_virtual(urls: Iterable[str]) -> None:
    for url in urls:
        from smsdesk.modem import virtual  # noqa: PLC0415  # a megabyte for those who try out and test alone

        virtual.check_url(url)


def _rehearsal(source: Path, clock: Clock) -> Rehearsal:
    """A copy of the people of the database `source`, for an exercise; ProfileError when the disk refuses."""
    from smsdesk.side_desks import Rehearsal  # noqa: PLC0415  # with the virtual modem, when it is needed

    return Rehearsal(source, clock)


def _sample(choices: Choices, clock: Clock) -> SampleDesk:
    """The sample world, filled; ProfileError when the disk refuses."""
    from smsdesk.side_desks import SampleDesk  # noqa: PLC0415  # as above

    return SampleDesk(choices, clock)
