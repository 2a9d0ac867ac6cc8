"""The plan of sends: what is planned for later, what became of it, and what was missed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo

from smsdesk.domain.clock import Clock
from smsdesk.domain.errors import InputError
from smsdesk.domain.plan import NotifyPlan
from smsdesk.domain.schedule import (
    EVENT_BEGUN,
    HORIZON,
    ONLY_SLOT,
    EntryState,
    ScheduledEntry,
    Series,
    SeriesDraft,
    Timing,
    check_timing,
    default_on_missed,
    next_walls,
    slots,
)
from smsdesk.domain.sentences import say
from smsdesk.domain.untrusted import visible_line
from smsdesk.domain.wall_time import moment_of, wall_of
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.notify import Notify
from smsdesk.services.people import People
from smsdesk.services.schedule_entries import occurrence_id, of_occurrence, of_waiting, waiting_id
from smsdesk.services.schedule_making import ONE_DAY, Making
from smsdesk.storage import decisions, drafts, schedules
from smsdesk.storage.database import Connection, Database
from smsdesk.storage.schedules import Occurrence, Waiting

log = logging.getLogger(__name__)

SOON = timedelta(days=7)

TITLE_LENGTH = 60
"""Characters that a list shows in one line."""


@dataclass(frozen=True)
class PlanOverview:
    """The plan in numbers: sends of the next seven days, when the next one is, and those to decide."""

    planned: int = 0
    next_at: datetime | None = None
    missed: int = 0


class Schedule:
    """Keeps and makes what is planned. `zone` None keeps the wall time of this computer."""

    def __init__(
        self,
        database: Database,
        notify: Notify,
        people: People,
        events: Events,
        clock: Clock,
        wake: Callable[[], None] = lambda: None,
        zone: tzinfo | None = None,
    ) -> None:
        self._database = database
        self._people = people
        self._events = events
        self._clock = clock
        self._zone = zone
        self._making = Making(database, notify, events, clock, wake, zone)

    def look_at(self, draft: SeriesDraft) -> NotifyPlan:
        """What the series would send if it were sent now. InputError for a timing that cannot be."""
        check_timing(draft.timing, self._wall_now())
        return self._making.plan(draft)

    def next_times(self, timing: Timing, count: int = 5) -> tuple[datetime, ...]:
        """The next moments (aware) of a timing; InputError for one that cannot be."""
        walls = next_walls(timing, self._wall_now(), count)
        return tuple(moment_of(wall, self._zone) for wall in walls)

    def plan_series(self, draft: SeriesDraft, composed: int | None = None) -> int:
        """Keep a send for later and give the series' id.

        `composed` is the kept draft (its id) that it comes from, which ends here. Raises InputError, and
        keeps nothing, for what `send` would refuse if it were sent now, and for a timing in the past, years
        away, or that never comes.
        """
        kept = self._titled(draft)
        with self._database.write() as connection:
            series_id = self._insert(connection, kept)
            _end_draft(connection, composed)
        log.info("series %s planned: %s", series_id, draft.timing.kind)
        self._changed(composed)
        return series_id

    def replace_series(self, series_id: int, draft: SeriesDraft, composed: int | None = None) -> int:
        """Plan `draft` in the place of a series, all or nothing; what that one has sent stays sent.

        A day on which it has sent already, or which a person skipped, is left out of the new one too.

        Gives the id of the new series. Raises InputError, and changes nothing, as `plan_series` does, and
        for a series that was stopped meanwhile.
        """
        kept = self._titled(draft)
        with self._database.write() as connection:
            settled = schedules.settled(connection, series_id) - {ONLY_SLOT}
            self._stop(connection, series_id)
            new_id = self._insert(connection, kept, settled)
            schedules.replaced(connection, series_id, new_id)
            _end_draft(connection, composed)
        log.info("series %s planned in the place of %s", new_id, series_id)
        self._changed(composed)
        return new_id

    def _titled(self, draft: SeriesDraft) -> SeriesDraft:
        """The draft as it is kept. InputError for what `send` would refuse now."""
        plan = self.look_at(draft)
        if plan.problem is not None:
            raise InputError(plan.problem)
        title = visible_line(draft.title or self._groups(draft) or plan.messages[0].text)[:TITLE_LENGTH]
        return replace(draft, title=title)

    def _insert(
        self, connection: Connection, draft: SeriesDraft, settled: frozenset[str] = frozenset()
    ) -> int:
        """`settled` names the slots that are done with."""
        now = self._wall_now()
        until = now + HORIZON
        on_missed = draft.on_missed or default_on_missed(draft.purpose)
        last = max(until, draft.timing.first or until, draft.timing.event or until)
        series_id = schedules.insert_series(connection, draft, on_missed, last, self._clock())
        coming = (slot for slot in slots(draft.timing, last) if slot.wall > now - timedelta(minutes=1))
        schedules.lay_out(connection, series_id, (slot for slot in coming if slot.name not in settled))
        return series_id

    def _groups(self, draft: SeriesDraft) -> str:
        return ", ".join(self._people.group(group_id).name for group_id in draft.request.group_ids)

    def entries(self, start: datetime, end: datetime) -> tuple[ScheduledEntry, ...]:
        """Everything planned, sent, missed or cancelled whose moment is in [start, end[, in order.

        The sends of a series are known 400 days ahead.
        """
        connection, now = self._database.read(), self._clock()
        walls = wall_of(start, self._zone) - ONE_DAY, wall_of(end, self._zone) + ONE_DAY
        found = [
            *(of_occurrence(each, now, self._zone) for each in schedules.between(connection, *walls)),
            *(of_waiting(each, now) for each in schedules.waiting_between(connection, start, end)),
        ]
        return tuple(sorted((each for each in found if start <= each.at < end), key=lambda each: each.at))

    def entry(self, entry_id: str) -> ScheduledEntry:
        """One entry; InputError when there is none of this id."""
        connection, now = self._database.read(), self._clock()
        if (broadcast := waiting_id(entry_id)) is not None:
            waiting = schedules.waiting(connection, broadcast)
            if waiting is None:
                raise _none(entry_id)
            return of_waiting(waiting, now)
        return of_occurrence(self._occurrence(entry_id), now, self._zone)

    def series(self, series_id: int) -> Series:
        """One series; InputError when there is none of this id."""
        found = schedules.series(self._database.read(), series_id)
        if found is None:
            raise InputError(say("There is no series {id}. Look it up in the plan.", id=series_id))
        return found

    def coming(self, series_id: int) -> tuple[ScheduledEntry, ...]:
        """What a series is still to send, the next one first, as far ahead as it is laid out."""
        connection, now = self._database.read(), self._clock()
        found = schedules.coming(connection, series_id, self._wall_now() - ONE_DAY)
        entries = (of_occurrence(each, now, self._zone) for each in found)
        return tuple(each for each in entries if each.state is EntryState.PLANNED)

    def missed(self) -> tuple[ScheduledEntry, ...]:
        """What was not sent at its hour and waits for a decision, the oldest first."""
        now = self._clock()
        late = schedules.planned_before(self._database.read(), self._wall_now() + ONE_DAY)
        shown = (of_occurrence(each, now, self._zone) for each in late)
        return tuple(each for each in shown if each.state is EntryState.MISSED)

    def overview(self) -> PlanOverview:
        """How much is planned for the next days, and how much waits for a decision."""
        now = self._clock()
        coming = [each for each in self.entries(now, now + SOON) if each.state is EntryState.PLANNED]
        return PlanOverview(len(coming), coming[0].at if coming else None, len(self.missed()))

    def move(self, entry_id: str, at: datetime) -> ScheduledEntry:
        """Send this one at another moment; the rest of its series stays. InputError: past, sent already."""
        entry = self._movable(entry_id)
        wall = wall_of(at, self._zone)
        check_timing(Timing(first=wall), self._wall_now())
        with self._database.write() as connection:
            if (broadcast := waiting_id(entry_id)) is not None:
                _check_useful(self._waits(connection, entry_id), at)
                schedules.move_waiting(connection, broadcast, at)
            else:
                self._check_before_event(entry_id, at)
                _must(schedules.move(connection, occurrence_id(entry_id), wall), entry)
        log.info("planned send %s moved", entry_id)
        self._changed()
        return self.entry(entry_id)

    def _check_before_event(self, entry_id: str, at: datetime) -> None:
        event = self._occurrence(entry_id).series.draft.timing.event
        if event is not None and at >= moment_of(event, self._zone):
            raise InputError(say("A reminder would come after the event has begun. Choose an earlier hour."))

    def skip(self, entry_id: str) -> ScheduledEntry:
        """Do not send this one; the rest of its series stays. InputError: sent or skipped already."""
        entry = self._movable(entry_id)
        with self._database.write() as connection:
            if (broadcast := waiting_id(entry_id)) is not None:
                self._waits(connection, entry_id)
                decisions.cancel_broadcast(connection, broadcast, self._clock())
            else:
                _must(schedules.skip(connection, occurrence_id(entry_id)), entry)
        log.info("planned send %s skipped", entry_id)
        self._changed()
        return self.entry(entry_id)

    def bring_back(self, entry_id: str) -> ScheduledEntry:
        """Plan a skipped one again; when its hour has passed, it is decided like a missed one.

        InputError: it was not skipped, its series has ended, or it was a broadcast of the queue.
        """
        if waiting_id(entry_id) is not None:
            raise InputError(say("{id} was called off for good. Send it again from its page.", id=entry_id))
        with self._database.write() as connection:
            if not schedules.bring_back(connection, occurrence_id(entry_id)):
                raise InputError(say("{id} cannot be planned again: look at it in the plan.", id=entry_id))
        log.info("planned send %s brought back", entry_id)
        self._changed()
        return self.entry(entry_id)

    def restart(self, series_id: int) -> Series:
        """Let a stopped series go on; what was skipped one by one stays skipped.

        InputError: it runs, or another one was planned in its place.
        """
        self.series(series_id)
        with self._database.write() as connection:
            if not schedules.restart(connection, series_id):
                raise InputError(
                    say(
                        "The series {id} cannot go on: it was not stopped, or another stands in its place.",
                        id=series_id,
                    )
                )
        log.info("series %s goes on", series_id)
        self._changed()
        return self.series(series_id)

    def stop(self, series_id: int) -> None:
        """End a series: what it has sent stays sent. InputError when it was ended before."""
        with self._database.write() as connection:
            self._stop(connection, series_id)
        log.info("series %s stopped", series_id)
        self._changed()

    def _stop(self, connection: Connection, series_id: int) -> None:
        self.series(series_id)
        if not schedules.stop(connection, series_id, self._clock()):
            raise InputError(say("The series {id} was stopped already.", id=series_id))

    def decide(self, entry_id: str, *, send: bool) -> ScheduledEntry:
        """Send a missed one now, or skip it. InputError: nothing to decide, or it cannot be sent now."""
        entry = self.entry(entry_id)
        if entry.state is not EntryState.MISSED:
            raise InputError(say("There is nothing to decide about {id}.", id=entry_id))
        if not send:
            return self.skip(entry_id)
        if entry.too_late:
            raise InputError(EVENT_BEGUN)
        problem = self._making.make(self._occurrence(entry_id))
        if problem is not None:
            raise problem
        return self.entry(entry_id)

    def plan_of(self, entry_id: str) -> NotifyPlan:
        """What an entry of a series would send if it were sent now."""
        return self._making.plan(self._occurrence(entry_id).series.draft)

    def _movable(self, entry_id: str) -> ScheduledEntry:
        entry = self.entry(entry_id)
        _must(entry.movable, entry)
        return entry

    def _waits(self, connection: Connection, entry_id: str) -> Waiting:
        """Look again, in the transaction that changes it: the engine may have begun."""
        waiting = schedules.waiting(connection, waiting_id(entry_id) or 0)
        if waiting is None:
            raise _none(entry_id)
        entry = of_waiting(waiting, self._clock())
        _must(entry.movable, entry)
        return waiting

    def send_due(self) -> int:
        """Make a broadcast of every send whose hour has come, in the order of planning; answers how many."""
        return self._making.send_due()

    def _occurrence(self, entry_id: str) -> Occurrence:
        found = schedules.occurrence(self._database.read(), occurrence_id(entry_id))
        if found is None:
            raise _none(entry_id)
        return found

    def _wall_now(self) -> datetime:
        return wall_of(self._clock(), self._zone)

    def _changed(self, draft_id: int | None = None) -> None:
        self._events.publish(Changed(Topic.SCHEDULE))
        if draft_id is not None:
            self._events.publish(Changed(Topic.DRAFTS, draft_id))


def _end_draft(connection: Connection, draft_id: int | None) -> None:
    """A draft that is planned and stays would be sent a second time; so would one that is gone already."""
    if draft_id is not None and not drafts.delete(connection, draft_id):
        raise InputError(say("This draft is no longer there: it was sent or deleted."))


def _check_useful(waiting: Waiting, at: datetime) -> None:
    """What would expire before it leaves is never moved there: nobody would notice that it was not sent."""
    if waiting.expires_at is not None and at >= waiting.expires_at:
        raise InputError(
            say(
                "This message is useless from {moment} on and would not leave then. Choose an earlier hour.",
                moment=waiting.expires_at.astimezone(),
            )
        )


def _must(done: bool, entry: ScheduledEntry) -> None:
    if not done:
        raise InputError(say("{id} was sent, skipped or begun already: it stays as it is.", id=entry.id))


def _none(entry_id: str) -> InputError:
    return InputError(say("There is no planned send {id}. Look it up in the plan.", id=entry_id))
