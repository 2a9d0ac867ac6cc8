"""STOP and START as they come in: what is applied at once, what waits for a person, what is written back."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from smsdesk.domain.auto_replies import ReplyKind
from smsdesk.domain.clock import Clock, stamp
from smsdesk.domain.incoming import Arrived
from smsdesk.domain.keywords import find_command
from smsdesk.domain.loop_guard import Withheld, answerable_phone
from smsdesk.domain.opt_outs import BY_STOP, WHAT, Mode, OptOutState
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.sentences import say
from smsdesk.domain.stop_reading import StopKind, StopReading, read_stop
from smsdesk.domain.untrusted import visible_line
from smsdesk.services.auto_sending import AutoSending
from smsdesk.services.events import QUEUE_CHANGED, Changed, Topic
from smsdesk.storage import consents, inbox_marks, keywords
from smsdesk.storage import opt_outs as table
from smsdesk.storage.changes import BY_SMS, recording
from smsdesk.storage.database import Connection
from smsdesk.storage.objections import stop_objected

log = logging.getLogger(__name__)

LONGEST_EVIDENCE = 160
"""Characters of the message beside a word of the register; the whole of it stays in the inbox."""


@dataclass(frozen=True)
class Request:
    """What a message asks of the register: by which phone, for which purposes, with which evidence."""

    arrived: Arrived
    e164: str
    kind: StopKind
    purposes: tuple[Purpose, ...]
    evidence: str

    @property
    def granted(self) -> bool:
        """Whether it agrees, to what it had refused."""
        return self.kind is StopKind.START


class OptOutRule:
    """Looks at each message that comes in. A safety alert is silenced by none of them."""

    def __init__(self, clock: Clock, sending: AutoSending) -> None:
        self._clock = clock
        self._sending = sending

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

    def _stop(self, connection: Connection, request: Request) -> Sequence[Changed]:
        chosen = table.load_settings(connection)
        if request.kind is StopKind.MAYBE_STOP:
            at_once: tuple[Purpose, ...] = ()
        else:
            at_once = tuple(each for each in request.purposes if chosen.mode(each) is Mode.APPLY)
        return self._take_up(connection, request, at_once)

    def _start(self, connection: Connection, request: Request) -> Sequence[Changed]:
        """What an SMS took away an SMS brings back; an objection on paper is for a person to lift."""
        by_sms = [
            each
            for each in request.purposes
            if (word := table.last_word(connection, request.e164, each)) and word[1] == table.SOURCE
        ]
        return self._take_up(connection, request, tuple(by_sms))

    def _take_up(
        self, connection: Connection, request: Request, at_once: tuple[Purpose, ...]
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
            *self.record(connection, request, at_once, BY_SMS),
            *self.confirm(connection, request, at_once),
        )

    def _overtake(self, connection: Connection, request: Request) -> int:
        """End what this phone had asked before and nobody decided, where it asks for the contrary now.

        A hint is overtaken by the order that it was taken for, too. Answers how many that were.
        """
        ended = [
            each.id
            for each in table.waiting_of_phone(connection, request.e164)
            if (each.kind is StopKind.START) is not request.granted
            or (each.kind is StopKind.MAYBE_STOP and set(each.proposed) <= set(request.purposes))
        ]
        return table.decide(connection, ended, OptOutState.DISMISSED, "", self._clock())

    def _repeated(self, connection: Connection, request: Request) -> Sequence[Changed]:
        """Nothing is changed by it; START ends what waits, and nothing is confirmed a second time."""
        ended = self._overtake(connection, request) if request.granted else 0
        if request.kind is StopKind.STOP or ended:
            table.add(connection, self._new(request, OptOutState.REPEATED, ()))
            inbox_marks.settled(connection, request.arrived.id)
        log.info("received message %s asks for %s: nothing to change", request.arrived.id, request.kind)
        return (Changed(Topic.INBOX),) if ended else ()

    def _new(self, request: Request, state: OptOutState, waits: tuple[Purpose, ...]) -> table.NewOptOut:
        return table.NewOptOut(
            request.arrived.id, request.e164, request.kind, state, waits, request.evidence, self._clock()
        )

    def record(
        self, connection: Connection, request: Request, purposes: Sequence[Purpose], by: str
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

    def confirm(
        self, connection: Connection, request: Request, purposes: tuple[Purpose, ...]
    ) -> Sequence[Changed]:
        """Tell the phone once what was changed, where the settings say so."""
        chosen = table.load_settings(connection)
        if not chosen.confirm:
            return ()
        text, kind = (
            (chosen.start_text, ReplyKind.START) if request.granted else (chosen.stop_text, ReplyKind.STOP)
        )
        return self._sending.answer(connection, request.arrived, kind, text, {"quoi": WHAT[purposes]})


def _leaves_a_list(connection: Connection, arrived: Arrived) -> bool:
    """ "STOP DECHETS" is about one list, not about all SMS, as long as that list is there."""
    command = find_command(arrived.text, keywords.load(connection))
    return command is not None and keywords.open_group(connection, command.keyword.group_id) is not None


def _request(connection: Connection, arrived: Arrived, e164: str, reading: StopReading) -> Request:
    """What there is to change: purposes whose last word is already so, or that wait already, are left out."""
    wanted = BY_STOP if reading.purpose is None else (reading.purpose,)
    if reading.kind is StopKind.START:
        purposes = tuple(each for each in wanted if _may_start(connection, e164, each))
    else:
        waiting = {
            purpose
            for opt_out in table.waiting_of_phone(connection, e164)
            if opt_out.kind in {StopKind.STOP, reading.kind}
            for purpose in opt_out.proposed
        }
        purposes = tuple(
            each for each in wanted if each not in waiting and not _refused(connection, e164, each)
        )
    said = visible_line(arrived.text)[:LONGEST_EVIDENCE]
    return Request(arrived, e164, reading.kind, purposes, f"SMS {arrived.id}: {said}")


def _refused(connection: Connection, e164: str, purpose: Purpose) -> bool:
    word = table.last_word(connection, e164, purpose)
    return word is not None and not word[0]


def _may_start(connection: Connection, e164: str, purpose: Purpose) -> bool:
    """Whether START brings a purpose back: it was refused, and advertising had been agreed to before."""
    if not _refused(connection, e164, purpose):
        return False
    return purpose is not Purpose.PROMOTION or table.ever_agreed(connection, e164, purpose)
