"""The answer of a closed desk, once for each phone and closed time; and what was answered automatically."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo

from smsdesk.domain.auto_replies import AutoReply, AutoReplySettings, ReplyKind, needs_no_answer
from smsdesk.domain.calendar import DayKind
from smsdesk.domain.clock import Clock
from smsdesk.domain.errors import InputError
from smsdesk.domain.incoming import Arrived
from smsdesk.domain.loop_guard import MOST_EVER, Withheld, answerable_phone
from smsdesk.domain.opening_hours import Closed
from smsdesk.domain.sentences import say
from smsdesk.domain.stop_reading import StopKind, read_stop
from smsdesk.domain.text import normalise, reads_empty
from smsdesk.domain.wall_time import wall_of
from smsdesk.services.auto_sending import AutoSending
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.notify_numbers import typed_number
from smsdesk.storage import replies
from smsdesk.storage.calendar import load_calendar
from smsdesk.storage.database import Connection, Database

log = logging.getLogger(__name__)

SOON = timedelta(hours=2)
"""Whoever wrote longer ago, to a computer that was off, waits for a person and not for a machine."""

_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre", "décembre",
)  # fmt: skip
"""The texts to families are French, whatever the window speaks."""


class AutoReplies:
    """The automatic answers of one profile."""

    def __init__(
        self,
        database: Database,
        events: Events,
        clock: Clock,
        sending: AutoSending,
        zone: tzinfo | None = None,
    ) -> None:
        self._database = database
        self._events = events
        self._clock = clock
        self._sending = sending
        self._zone = zone

    def handle(self, connection: Connection, arrived: Arrived) -> Sequence[Changed]:
        """Tell whoever writes to a closed desk that it is, once in each closed time."""
        chosen = replies.load_auto(connection)
        e164 = answerable_phone(arrived)
        if not chosen.out_of_hours or isinstance(e164, Withheld):
            return ()
        closed = self._closed(connection, chosen)
        if closed is None or self._needs_none(connection, arrived):
            return ()
        if replies.told_closed_since(connection, e164, closed.since):
            log.info("received message %s: this phone knows that nobody is there", arrived.id)
            return ()
        values = {"ouverture": self._opening(closed.until)}
        return self._sending.answer(connection, arrived, ReplyKind.CLOSED, chosen.text, values)

    def _closed(self, connection: Connection, chosen: AutoReplySettings) -> Closed | None:
        is_off = _days_off(connection, chosen)
        return chosen.hours.closed_at(self._clock(), is_off, self._zone)

    def _needs_none(self, connection: Connection, arrived: Arrived) -> bool:
        """Whether another rule has answered, nobody waits for an answer, or it comes too late."""
        return (
            self._clock() - replies.sent_at(connection, arrived) > SOON
            or replies.was_answered(connection, arrived.id)
            or replies.answers_a_question(connection, arrived.id)
            or read_stop(arrived.text).kind in {StopKind.STOP, StopKind.START}
            or needs_no_answer(arrived.text)
        )

    def _opening(self, until: datetime | None) -> str:
        """ "lundi 5 janvier à 9h": when somebody is there again."""
        if until is None:
            return "prochainement"
        wall = wall_of(until, self._zone)
        day = "1er" if wall.day == 1 else str(wall.day)
        hour = f"{wall.hour}h{wall.minute:02}" if wall.minute else f"{wall.hour}h"
        return f"{_DAYS[wall.weekday()]} {day} {_MONTHS[wall.month - 1]} à {hour}"

    def closed_now(self) -> Closed | None:
        """The closed time of this moment, as the settings have it; None when somebody is there."""
        connection = self._database.read()
        return self._closed(connection, replies.load_auto(connection))

    def list(self, limit: int = 50) -> tuple[AutoReply, ...]:
        """The latest automatic answers, withheld ones with the reason, the newest first."""
        return tuple(replies.newest(self._database.read(), limit))

    def settings(self) -> AutoReplySettings:
        """What is set as it stands."""
        return replies.load_auto(self._database.read())

    def save_settings(self, chosen: AutoReplySettings) -> AutoReplySettings:
        """Keep it; numbers are brought into E.164.

        InputError, and nothing is changed: no text, a text that reads as STOP, hours that overlap, a limit
        beyond reason, a number that is none.
        """
        chosen.hours.check()
        for limit in (chosen.limits.a_day, chosen.limits.an_hour):
            if not 0 <= limit <= MOST_EVER:
                raise InputError(say("Choose 0 to {most} automatic answers.", most=MOST_EVER))
        if chosen.out_of_hours and reads_empty(normalise(chosen.text).strip()):
            raise InputError(say("Write what is answered when nobody is there."))
        if read_stop(chosen.text).kind in {StopKind.STOP, StopKind.START}:
            raise InputError(
                say("This text reads as an order itself: two machines would answer each other. Change it.")
            )
        numbers = dict.fromkeys(typed_number(number) for number in chosen.own_numbers if number.strip())
        kept = replace(chosen, own_numbers=tuple(numbers), text=chosen.text.strip())
        with self._database.write() as connection:
            replies.save_auto(connection, kept)
        self._events.publish(Changed(Topic.SETTINGS))
        return kept


def _days_off(connection: Connection, chosen: AutoReplySettings) -> Callable[[date], bool]:
    calendar = load_calendar(connection)

    def is_off(day: date) -> bool:
        off = calendar.day_off(day)
        return off is not None and (off.kind is not DayKind.SCHOOL or chosen.school_holidays)

    return is_off
