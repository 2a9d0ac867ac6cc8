"""Making what is due: a planned send becomes a broadcast, once, whatever dies in between."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, tzinfo

from smsdesk.domain.clock import Clock
from smsdesk.domain.compositions import DraftContent
from smsdesk.domain.errors import InputError
from smsdesk.domain.french_dates import spoken_day, spoken_hour
from smsdesk.domain.outgoing import Priority
from smsdesk.domain.plan import NotifyPlan
from smsdesk.domain.schedule import FRESH_FOR, HORIZON, SeriesDraft, Timing, slots
from smsdesk.domain.wall_time import moment_of, wall_of
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.notify import Notify, SendOptions
from smsdesk.services.schedule_entries import verdict_of
from smsdesk.storage import schedules
from smsdesk.storage.database import Database
from smsdesk.storage.schedules import Occurrence

log = logging.getLogger(__name__)

ONE_DAY = timedelta(days=1)
"""More than the clocks are ever changed by."""

LAY_OUT_MARGIN = timedelta(days=30)
"""Sends are laid out for some weeks at once."""


class Making:
    """Makes broadcasts of planned sends; the text is merged then, for the people as they are then."""

    def __init__(
        self,
        database: Database,
        notify: Notify,
        events: Events,
        clock: Clock,
        wake: Callable[[], None],
        zone: tzinfo | None,
    ) -> None:
        self._database = database
        self._notify = notify
        self._events = events
        self._clock = clock
        self._wake = wake
        self._zone = zone

    def plan(self, draft: SeriesDraft) -> NotifyPlan:
        """The notice for the people as they are now."""
        return self._notify.plan(draft.request, draft.text, _values(draft), draft.purpose)

    def send_due(self) -> int:
        """Make a broadcast of every send whose hour has come, in the order of planning; answers how many."""
        self._lay_out()
        now = self._clock()
        wall = self._wall_now()
        late = schedules.between(self._database.read(), wall - FRESH_FOR - ONE_DAY, wall + ONE_DAY)
        due = [each for each in late if verdict_of(each, now, self._zone).due]
        due.sort(key=lambda each: (moment_of(each.wall, self._zone), each.series.id, each.id))
        return sum(self.make(each) is None for each in due)

    def make(self, occurrence: Occurrence) -> InputError | None:
        """Make the broadcast and mark the send, in one transaction; answers why it could not be."""
        draft = occurrence.series.draft
        try:
            plan = self.plan(draft)
            options = SendOptions(draft.purpose, draft.priority, title=draft.title)
            with self._database.write() as connection:
                if not schedules.take(connection, occurrence.id):
                    return None  # another process was faster
                broadcast_id = self._notify.queue_plan(plan, draft.text, options, composed=_composed(draft))
                schedules.attach(connection, occurrence.id, broadcast_id)
        except InputError as refused:
            self._keep_problem(occurrence, refused)
            return refused
        log.info("planned send %s became broadcast %s", occurrence.id, broadcast_id)
        self._wake()
        self._events.publish(Changed(Topic.BROADCASTS, broadcast_id), Changed(Topic.QUEUE))
        self._changed()
        return None

    def _keep_problem(self, occurrence: Occurrence, refused: InputError) -> None:
        with self._database.write() as connection:
            schedules.set_problem(connection, occurrence.id, refused.sentence)
        log.warning("planned send %s could not be made", occurrence.id)
        self._changed()

    def _lay_out(self) -> None:
        """Write the sends of running series further ahead."""
        now = self._wall_now()
        until = now + HORIZON
        for series, done in schedules.to_lay_out(self._database.read(), until - LAY_OUT_MARGIN):
            more = [slot for slot in slots(series.draft.timing, until) if slot.wall > done]
            with self._database.write() as connection:
                now_there = schedules.series(connection, series.id)
                if now_there is None or now_there.stopped:
                    continue  # somebody ended it meanwhile
                schedules.lay_out(connection, series.id, more)
                schedules.laid_out(connection, series.id, until)

    def _wall_now(self) -> datetime:
        return wall_of(self._clock(), self._zone)

    def _changed(self) -> None:
        self._events.publish(Changed(Topic.SCHEDULE))


def _composed(draft: SeriesDraft) -> DraftContent:
    """What the broadcast is made of, so that it can be composed again."""
    return DraftContent(
        request=draft.request,
        text=draft.text,
        fields=_values(draft),
        purpose=draft.purpose,
        urgent=draft.priority is Priority.URGENT,
    )


def event_values(timing: Timing | None) -> Mapping[str, str]:
    """The values of {date} and {heure} that an event gives; none where there is no event."""
    if timing is None or timing.event is None:
        return {}
    return {"date": spoken_day(timing.event.date()), "heure": spoken_hour(timing.event.time())}


def _values(draft: SeriesDraft) -> Mapping[str, str]:
    """The values typed, over those that the event gives."""
    return {**event_values(draft.timing), **draft.fields}
