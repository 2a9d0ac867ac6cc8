"""STOP and START by SMS: proposed or applied by purpose, confirmed once, taken back by either side."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from smsdesk.domain.auto_replies import ReplyKind
from smsdesk.domain.clock import Clock, stamp
from smsdesk.domain.errors import InputError
from smsdesk.domain.incoming import Arrived
from smsdesk.domain.keywords import find_command
from smsdesk.domain.loop_guard import Withheld, answerable_phone
from smsdesk.domain.opt_outs import BY_STOP, WHAT, Mode, OptOut, OptOutSettings, OptOutState
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.sentences import say
from smsdesk.domain.stop_reading import StopKind, StopReading, read_stop
from smsdesk.domain.text import normalise, reads_empty
from smsdesk.domain.untrusted import visible_line
from smsdesk.services.auto_sending import AutoSending
from smsdesk.services.events import QUEUE_CHANGED, Changed, Events, Topic
from smsdesk.services.people_reading import names_of_phones
from smsdesk.storage import consents, inbox_marks, keywords, unhandled
from smsdesk.storage import opt_outs as table
from smsdesk.storage.changes import BY_SMS, recording
from smsdesk.storage.database import Connection, Database
from smsdesk.storage.objections import stop_objected

log = logging.getLogger(__name__)

LONGEST_EVIDENCE = 160
"""Characters of the message beside a word of the register; the whole of it stays in the inbox."""


@dataclass(frozen=True)
class _Request:
    """What a message asks of the register: by which phone, for which purposes, with which evidence."""

    arrived: Arrived
    e164: str
    kind: StopKind
    purposes: tuple[Purpose, ...]
    evidence: str

    @property
    def granted(self) -> bool:
        return self.kind is StopKind.START


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
        self._sending = sending
        self._wake = wake
        self._person = person

    # What came in: the rule.

    def handle(self, connection: Connection, arrived: Arrived) -> Sequence[Changed]:
        """Look whether a message is STOP or START, and do what the settings say; nothing for any other."""
        reading = read_stop(arrived.text)
        e164 = answerable_phone(arrived)
        if reading.kind is StopKind.NONE or isinstance(e164, Withheld):
            return ()
        if _leaves_a_list(connection, arrived):
            return ()
        request = _request(connection, arrived, e164, reading)
        if not request.purposes:
            return self._repeated(connection, request)
        if request.kind is StopKind.START:
            return self._start(connection, request)
        return self._stop(connection, request)

    def _stop(self, connection: Connection, request: _Request) -> Sequence[Changed]:
        chosen = table.load_settings(connection)
        if request.kind is StopKind.MAYBE_STOP:
            at_once: tuple[Purpose, ...] = ()
        else:
            at_once = tuple(each for each in request.purposes if chosen.mode(each) is Mode.APPLY)
        return self._take_up(connection, request, at_once)

    def _start(self, connection: Connection, request: _Request) -> Sequence[Changed]:
        """What an SMS took away an SMS brings back; an objection on paper is for a person to lift."""
        by_sms = [
            each
            for each in request.purposes
            if (word := table.last_word(connection, request.e164, each)) and word[1] == table.SOURCE
        ]
        return self._take_up(connection, request, tuple(by_sms))

    def _take_up(
        self, connection: Connection, request: _Request, at_once: tuple[Purpose, ...]
    ) -> Sequence[Changed]:
        """Apply what is applied at once, and let the rest wait for a person."""
        waits = tuple(each for each in request.purposes if each not in at_once)
        self._overtake(connection, request)
        state = OptOutState.PROPOSED if waits else OptOutState.APPLIED
        table.add(connection, self._new(request, state, waits))
        log.info(
            "received message %s asks for %s: applied to %s, proposed for %s; safety alerts go on reaching "
            "this phone, because an SMS alone never silences them: its sender can be forged",
            request.arrived.id,
            request.kind,
            ", ".join(at_once) or "nothing",
            ", ".join(waits) or "nothing",
        )
        if not waits:
            inbox_marks.settled(connection, request.arrived.id)
        if not at_once:
            return (Changed(Topic.INBOX),)
        return (
            *self._record(connection, request, at_once, BY_SMS),
            *self._confirm(connection, request, at_once),
        )

    def _overtake(self, connection: Connection, request: _Request) -> int:
        """End what this phone had asked before and nobody decided, where it asks for the contrary now.

        A hint is overtaken by the order that it was taken for, too. Answers how many that were.
        """
        ended = [
            each.id
            for each in _waiting_of(connection, request.e164)
            if (each.kind is StopKind.START) is not request.granted
            or (each.kind is StopKind.MAYBE_STOP and set(each.proposed) <= set(request.purposes))
        ]
        return table.decide(connection, ended, OptOutState.DISMISSED, "", self._clock())

    def _repeated(self, connection: Connection, request: _Request) -> Sequence[Changed]:
        """Nothing is changed by it; START ends what waits, and nothing is confirmed a second time."""
        ended = self._overtake(connection, request) if request.granted else 0
        if request.kind is StopKind.STOP or ended:
            table.add(connection, self._new(request, OptOutState.REPEATED, ()))
            inbox_marks.settled(connection, request.arrived.id)
        log.info("received message %s asks for %s: nothing to change", request.arrived.id, request.kind)
        return (Changed(Topic.INBOX),) if ended else ()

    def _new(self, request: _Request, state: OptOutState, waits: tuple[Purpose, ...]) -> table.NewOptOut:
        return table.NewOptOut(
            request.arrived.id, request.e164, request.kind, state, waits, request.evidence, self._clock()
        )

    def _record(
        self, connection: Connection, request: _Request, purposes: Sequence[Purpose], by: str
    ) -> Sequence[Changed]:
        """Write the words into the register; what waits for this phone against them is not sent."""
        now = stamp(self._clock())
        title = (
            say("{phone}: agreement by SMS", phone=request.e164)
            if request.granted
            else say("{phone}: objection by SMS", phone=request.e164)
        )
        with recording(connection, title, made_by=by, now=now):
            for purpose in purposes:
                consents.add_consent(
                    connection, request.e164, purpose, request.granted, table.SOURCE, request.evidence, now
                )
            stopped = stop_objected(connection, [request.e164])
        return Changed(Topic.PEOPLE), *(QUEUE_CHANGED if stopped else ())

    def _confirm(
        self, connection: Connection, request: _Request, purposes: tuple[Purpose, ...]
    ) -> Sequence[Changed]:
        chosen = table.load_settings(connection)
        if not chosen.confirm:
            return ()
        text, kind = (
            (chosen.start_text, ReplyKind.START) if request.granted else (chosen.stop_text, ReplyKind.STOP)
        )
        return self._sending.answer(connection, request.arrived, kind, text, {"quoi": WHAT[purposes]})

    # What a person does with it.

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
            changes = [*self._record(connection, request, opt_out.proposed, self._person)]
            if not opt_out.confirmed:
                changes += self._confirm(connection, request, _together(opt_out))
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

    def _again(self, connection: Connection, opt_out: OptOut) -> _Request:
        """The request as it was when its message came; a hint that a person confirms is an order."""
        arrived = unhandled.arrived(connection, opt_out.received_id)
        kind = StopKind.START if opt_out.kind is StopKind.START else StopKind.STOP
        evidence = table.evidence_of(connection, opt_out.id)
        return _Request(arrived, opt_out.e164, kind, opt_out.proposed, evidence)

    def _named(self, found: Sequence[OptOut]) -> tuple[OptOut, ...]:
        names = names_of_phones(self._database.read(), list({each.e164 for each in found}))
        return tuple(replace(each, names=names.get(each.e164, ())) for each in found)

    def _tell(self, changes: Sequence[Changed]) -> None:
        self._wake()
        self._events.publish(*dict.fromkeys((Changed(Topic.INBOX), *changes)))


def _leaves_a_list(connection: Connection, arrived: Arrived) -> bool:
    """ "STOP DECHETS" is about one list, not about all SMS, as long as that list is there."""
    command = find_command(arrived.text, keywords.load(connection))
    return command is not None and keywords.open_group(connection, command.keyword.group_id) is not None


def _request(connection: Connection, arrived: Arrived, e164: str, reading: StopReading) -> _Request:
    """What there is to change: purposes whose last word is already so, or that wait already, are left out."""
    wanted = BY_STOP if reading.purpose is None else (reading.purpose,)
    if reading.kind is StopKind.START:
        purposes = tuple(each for each in wanted if _may_start(connection, e164, each))
    else:
        waiting = {
            purpose
            for opt_out in _waiting_of(connection, e164)
            if opt_out.kind in {StopKind.STOP, reading.kind}
            for purpose in opt_out.proposed
        }
        purposes = tuple(
            each for each in wanted if each not in waiting and not _refused(connection, e164, each)
        )
    said = visible_line(arrived.text)[:LONGEST_EVIDENCE]
    return _Request(arrived, e164, reading.kind, purposes, f"SMS {arrived.id}: {said}")


def _waiting_of(connection: Connection, e164: str) -> list[OptOut]:
    return [each for each in table.of_phone(connection, e164) if each.state is OptOutState.PROPOSED]


def _refused(connection: Connection, e164: str, purpose: Purpose) -> bool:
    word = table.last_word(connection, e164, purpose)
    return word is not None and not word[0]


def _may_start(connection: Connection, e164: str, purpose: Purpose) -> bool:
    """Whether START brings a purpose back: it was refused, and advertising had been agreed to before."""
    if not _refused(connection, e164, purpose):
        return False
    return purpose is not Purpose.PROMOTION or table.ever_agreed(connection, e164, purpose)


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
