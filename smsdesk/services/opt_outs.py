"""STOP and START by SMS: proposed or applied by purpose, confirmed once, taken back by either side."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from smsdesk.domain.clock import Clock, stamp
from smsdesk.domain.errors import InputError
from smsdesk.domain.incoming import Arrived
from smsdesk.domain.opt_outs import BY_STOP, OptOut, OptOutSettings, OptOutState
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.sentences import say
from smsdesk.domain.stop_reading import StopKind, read_stop
from smsdesk.domain.text import normalise, reads_empty
from smsdesk.services.auto_sending import AutoSending
from smsdesk.services.events import QUEUE_CHANGED, Changed, Events, Topic
from smsdesk.services.opt_out_rule import OptOutRule, Request
from smsdesk.services.people_reading import names_of_phones
from smsdesk.storage import opt_outs as table
from smsdesk.storage import unhandled
from smsdesk.storage.changes import recording
from smsdesk.storage.database import Connection, Database
from smsdesk.storage.objections import stop_objected

log = logging.getLogger(__name__)


class OptOuts:
    """The requests to opt out of one profile. A safety alert is silenced by none of them."""

    def __init__(
        self,
        database: Database,
        events: Events,
        clock: Clock,
        sending: AutoSending,
        wake: Callable[[], None],
        person: str = "",
    ) -> None:
        """`person` is who sits at this computer, written beside decisions."""
        self._database = database
        self._events = events
        self._clock = clock
        self._rule = OptOutRule(clock, sending)
        self._wake = wake
        self._person = person

    def handle(self, connection: Connection, arrived: Arrived) -> Sequence[Changed]:
        """The rule: look whether a message is STOP or START, and do what the settings say."""
        return self._rule.handle(connection, arrived)

    def waiting(self) -> tuple[OptOut, ...]:
        """The requests that wait for a person, the oldest first."""
        return self._named(table.waiting(self._database.read()))

    def list(self, limit: int = 50) -> tuple[OptOut, ...]:
        """The latest requests, the newest first."""
        return self._named(table.newest(self._database.read(), limit))

    def of_phone(self, e164: str) -> tuple[OptOut, ...]:
        """Every request of one phone, the newest first."""
        return self._named(table.of_phone(self._database.read(), e164))

    def of_messages(self, received_ids: Iterable[int]) -> dict[int, OptOut]:
        """The requests that these received messages are, by the message's id; other messages are missing."""
        found = table.of_messages(self._database.read(), received_ids)
        return {each.received_id: each for each in found}

    def get(self, opt_out_id: int) -> OptOut:
        """One request; InputError when there is none."""
        found = table.get(self._database.read(), opt_out_id)
        if found is None:
            raise InputError(say("There is no such request. Look it up in the list of opt-outs."))
        return self._named([found])[0]

    def apply(self, opt_out_id: int) -> OptOut:
        """Do what a message asks for, for every purpose that still waits, and tell the phone once.

        InputError when it does not wait any more.
        """
        with self._database.write() as connection:
            opt_out = self._still_waiting(opt_out_id)
            request = self._again(connection, opt_out)
            table.decide(connection, [opt_out.id], OptOutState.APPLIED, self._person, self._clock())
            changes = [*self._rule.record(connection, request, opt_out.proposed, self._person)]
            if not opt_out.confirmed:
                changes += self._rule.confirm(connection, request, _together(opt_out))
        log.info("opt-out %s applied by a person", opt_out_id)
        self._tell(changes)
        return self.get(opt_out_id)

    def dismiss(self, opt_out_id: int) -> OptOut:
        """Let a request rest: nothing (more) is applied. InputError when it does not wait any more."""
        with self._database.write() as connection:
            opt_out = self._still_waiting(opt_out_id)
            table.decide(connection, [opt_out.id], OptOutState.DISMISSED, self._person, self._clock())
        log.info("opt-out %s dismissed by a person", opt_out_id)
        self._tell(())
        return self.get(opt_out_id)

    def undo(self, opt_out_id: int) -> OptOut:
        """Take back what a request brought: what was said before it counts again.

        InputError when nothing of it stands. Messages that were not sent because of it stay unsent.
        """
        with self._database.write() as connection:
            opt_out = self.get(opt_out_id)
            title = say("{phone}: what was asked by SMS is taken back", phone=opt_out.e164)
            with recording(connection, title, made_by=self._person, now=stamp(self._clock())):
                evidence = table.evidence_of(connection, opt_out_id)
                if not table.take_back(connection, opt_out.e164, evidence):
                    raise InputError(say("Nothing of this request stands: there is nothing to take back."))
            table.decide(connection, [opt_out_id], OptOutState.APPLIED, self._person, self._clock())
            stopped = stop_objected(connection, [opt_out.e164])
        log.info("opt-out %s taken back by a person", opt_out_id)
        self._tell((Changed(Topic.PEOPLE), *(QUEUE_CHANGED if stopped else ())))
        return self.get(opt_out_id)

    def settings(self) -> OptOutSettings:
        """What the desk does with STOP as it stands."""
        return table.load_settings(self._database.read())

    def save_settings(self, chosen: OptOutSettings) -> None:
        """Keep it. InputError for a confirmation without a text, or one that reads as STOP itself."""
        if chosen.confirm:
            for text in (chosen.stop_text, chosen.start_text):
                _check_text(text)
        with self._database.write() as connection:
            table.save_settings(connection, chosen)
        self._events.publish(Changed(Topic.SETTINGS))

    def _still_waiting(self, opt_out_id: int) -> OptOut:
        opt_out = self.get(opt_out_id)
        if opt_out.state is not OptOutState.PROPOSED:
            raise InputError(say("This request was decided already. Take that back first."))
        return opt_out

    def _again(self, connection: Connection, opt_out: OptOut) -> Request:
        """The request as it was when its message came; a hint that a person confirms is an order."""
        arrived = unhandled.arrived(connection, opt_out.received_id)
        kind = StopKind.START if opt_out.kind is StopKind.START else StopKind.STOP
        evidence = table.evidence_of(connection, opt_out.id)
        return Request(arrived, opt_out.e164, kind, opt_out.proposed, evidence)

    def _named(self, found: Sequence[OptOut]) -> tuple[OptOut, ...]:
        names = names_of_phones(self._database.read(), list({each.e164 for each in found}))
        return tuple(replace(each, names=names.get(each.e164, ())) for each in found)

    def _tell(self, changes: Sequence[Changed]) -> None:
        self._wake()
        self._events.publish(*dict.fromkeys((Changed(Topic.INBOX), *changes)))


def _together(opt_out: OptOut) -> tuple[Purpose, ...]:
    """Everything that a request comes to once it is applied, in the order of BY_STOP."""
    return tuple(each for each in BY_STOP if each in (*opt_out.proposed, *opt_out.applied))


def _check_text(text: str) -> None:
    if reads_empty(normalise(text).strip()):
        raise InputError(say("The confirmation needs a text."))
    if read_stop(text).kind in {StopKind.STOP, StopKind.START}:
        raise InputError(
            say("This text reads as an order itself: two machines would answer each other. Change it.")
        )
