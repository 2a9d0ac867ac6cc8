"""Crises: an alert over all queues, what follows it to the same people, and its exercise without any SMS."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace

from smsdesk.domain.audience import AudienceRequest, Outcome
from smsdesk.domain.clock import Clock
from smsdesk.domain.compositions import DraftContent
from smsdesk.domain.crisis import (
    ALL_CLEAR_LASTS,
    MISSED,
    ORDERS_LAST,
    RELATIONS,
    Crisis,
    CrisisDraft,
    CrisisPlan,
    CrisisState,
    CrisisStep,
    Step,
    StepDraft,
    StepState,
)
from smsdesk.domain.crisis_log import LogSheet
from smsdesk.domain.crisis_texts import kept_fields
from smsdesk.domain.errors import InputError
from smsdesk.domain.outgoing import WAITING, Priority, Purpose
from smsdesk.domain.sentences import say
from smsdesk.services.crisis_exercise import Exercise, Rehearse
from smsdesk.services.crisis_plans import CrisisPlans, Means
from smsdesk.services.crisis_sheet import build_log, recorded_log, write_log
from smsdesk.services.events import QUEUE_CHANGED, Changed, Events, Topic
from smsdesk.services.notify import SendOptions
from smsdesk.storage import broadcasts as sent
from smsdesk.storage import crisis as table
from smsdesk.storage import exercise_records
from smsdesk.storage.database import Connection, Database

log = logging.getLogger(__name__)


class Crises:
    """The crises of one profile. An exercise runs on a copy of it, one at a time in a process."""

    def __init__(
        self,
        database: Database,
        means: Means,
        events: Events,
        clock: Clock,
        wake: Callable[[], None],
        person: str = "",
        rehearse: Rehearse | None = None,
    ) -> None:
        self._database = database
        self._notify, self._budget, self._station = means
        self._plans = CrisisPlans(database, means, clock)
        self.template = self._plans.template
        self._events = events
        self._clock = clock
        self._wake = wake
        self._person = person
        self._rehearse = rehearse
        self._exercise: Exercise | None = None

    # --- what is planned

    def plan(self, draft: CrisisDraft) -> CrisisPlan:
        """What beginning so would do; nothing is changed. InputError for a group that is gone."""
        text = draft.text if draft.text is not None else self._plans.template(draft.scenario, Step.ALERT).body
        return self._plans.planned(draft.scenario, Step.ALERT, 0, text, draft.request, draft.fields)

    def plan_step(self, draft: StepDraft) -> CrisisPlan:
        """What telling this next would do; InputError for a crisis that is over, or none."""
        exercise = self._exercise_of(draft.crisis_id)
        if exercise is not None:
            return exercise.crises.plan_step(self._in_the_copy(exercise, draft))
        return self._next(self._going_on(draft.crisis_id), draft)

    def _in_the_copy(self, exercise: Exercise, draft: StepDraft) -> StepDraft:
        """The same step of the crisis in the copy, which has no texts of this profile."""
        scenario = self.get(draft.crisis_id).scenario
        text = draft.text if draft.text is not None else self._plans.template(scenario, draft.step).body
        return replace(draft, crisis_id=exercise.inner, text=text)

    def _next(self, crisis: Crisis, draft: StepDraft) -> CrisisPlan:
        text = (
            draft.text if draft.text is not None else self._plans.template(crisis.scenario, draft.step).body
        )
        connection, earlier = self._database.read(), _broadcasts(crisis)
        waiting = table.waiting(connection, earlier)
        untold = waiting - table.told(connection, earlier)
        number = crisis.updates + 1 if draft.step is Step.UPDATE else 0
        request = AudienceRequest(of_broadcast=earlier[0], outcome=Outcome.ALL)
        fields = {**kept_fields(crisis.fields), **draft.fields}
        planned = self._plans.planned(crisis.scenario, draft.step, number, text, request, fields)
        return replace(planned, waiting=len(waiting), untold=len(untold), stops=draft.stops)

    # --- what is told

    def start(self, draft: CrisisDraft, *, pass_limits: bool = False) -> int:
        """Send the alert and answer the crisis's id; `pass_limits` of the SIMs, and who said so is kept.

        InputError, and nothing is changed, for what `plan` names as a problem.
        """
        with self._database.write() as connection:
            plan = self.plan(draft)
            composed = DraftContent(
                draft.request, plan.text, fields=draft.fields, purpose=Purpose.ALERT, urgent=True
            )
            step = self._told(plan, SendOptions(), composed, pass_limits=pass_limits)
            crisis_id = table.insert(connection, self._begun(draft, exercise=False))
            table.add_step(connection, crisis_id, step)
        log.warning("crisis %s begins: broadcast %s", crisis_id, step.broadcast_id)
        self._tell(crisis_id)
        return crisis_id

    def send_step(self, draft: StepDraft, *, pass_limits: bool = False) -> int | None:
        """Tell it to the same people; answers the broadcast's id, None in an exercise.

        What has not left of the earlier steps is stopped in the same moment, where the draft says so. The
        all-clear ends the crisis. Refuses like `plan_step` and `start`.
        """
        exercise = self._exercise_of(draft.crisis_id)
        if exercise is not None:
            exercise.crises.send_step(self._in_the_copy(exercise, draft))
            self._tell(draft.crisis_id)
            return None
        with self._database.write() as connection:
            crisis = self._going_on(draft.crisis_id)
            earlier = _broadcasts(crisis)
            stopped = table.stop(connection, earlier, self._clock()) if draft.stops else 0
            plan = self._next(crisis, draft)
            options = SendOptions(about=earlier[0], relation=RELATIONS[draft.step])
            step = self._told(plan, options, None, pass_limits=pass_limits)
            table.add_step(connection, crisis.id, replace(step, stopped=stopped))
            if draft.step is Step.ALL_CLEAR:
                table.end(connection, crisis.id, self._clock())
        log.warning("crisis %s goes on: broadcast %s, %s stopped", crisis.id, step.broadcast_id, stopped)
        self._tell(crisis.id)
        return step.broadcast_id

    def _told(
        self,
        plan: CrisisPlan,
        options: SendOptions,
        composed: DraftContent | None,
        *,
        pass_limits: bool,
    ) -> CrisisStep:
        """Put a step into the queue, before everything else; within the transaction of the step."""
        now = self._clock()
        lasts = ALL_CLEAR_LASTS if plan.step is Step.ALL_CLEAR else ORDERS_LAST
        options = replace(
            options,
            purpose=Purpose.ALERT,
            priority=Priority.SAFETY,
            title=plan.title,
            expires_at=now + lasts,
        )
        broadcast_id = self._notify.queue_plan(plan.notice, plan.text, options, composed=composed)
        if pass_limits:
            self._budget.allow(broadcast_id)
        return CrisisStep(
            plan.step, plan.number, plan.notice.messages[0].text, now, self._person, broadcast_id
        )

    def _begun(self, draft: CrisisDraft, *, exercise: bool) -> Crisis:
        return Crisis(
            0,
            draft.scenario,
            self._clock(),
            self._person,
            draft.whom,
            draft.request,
            dict(draft.fields),
            exercise,
        )

    def _going_on(self, crisis_id: int) -> Crisis:
        crisis = self.get(crisis_id)
        if crisis.exercise:
            raise InputError(say("This exercise is over. Begin a new one."))
        if crisis.ended_at is not None:
            raise InputError(say("Alert {id} is over. Begin a new one.", id=crisis_id))
        if not _broadcasts(crisis):
            raise InputError(say("The first message of alert {id} is gone. Begin a new one.", id=crisis_id))
        return crisis

    def stop_unsent(self, crisis_id: int) -> int:
        """What has not left of any step never does; answers how many messages, nobody is told anything."""
        exercise = self._exercise_of(crisis_id)
        if exercise is not None:
            return exercise.crises.stop_unsent(exercise.inner)
        with self._database.write() as connection:
            stopped = table.stop(connection, _broadcasts(self.get(crisis_id)), self._clock())
        log.warning("crisis %s: %s messages stopped", crisis_id, stopped)
        self._tell(crisis_id)
        return stopped

    def end(self, crisis_id: int) -> None:
        """It is over, without a further message; of an exercise the log sheet is kept and the copy erased."""
        exercise = self._exercise_of(crisis_id)
        if exercise is not None:
            self._end_exercise(exercise)
        else:
            with self._database.write() as connection:
                self.get(crisis_id)
                table.end(connection, crisis_id, self._clock())
        self._tell(crisis_id)

    def _tell(self, crisis_id: int) -> None:
        """Tell everybody now that it is written: a transaction of ours was around the queue's."""
        self._wake()
        self._events.publish(Changed(Topic.CRISIS, crisis_id), *QUEUE_CHANGED)

    # --- what is seen

    def get(self, crisis_id: int) -> Crisis:
        """One crisis; InputError when there is none of this id."""
        found = table.find(self._database.read(), crisis_id)
        if found is None:
            raise InputError(say("There is no alert {id}. Look it up in the list of alerts.", id=crisis_id))
        return found

    def list(self) -> tuple[Crisis, ...]:
        """The latest ones first, exercises too."""
        return table.newest(self._database.read())

    def of_broadcast(self, broadcast_id: int) -> int | None:
        """The crisis of which a broadcast is a step; None for others."""
        return table.of_broadcast(self._database.read(), broadcast_id)

    def running(self) -> tuple[Crisis, ...]:
        """Those that go on, the latest first; of exercises that of this process."""
        own = self._exercise.id if self._exercise is not None else None
        return tuple(
            each for each in self.list() if each.ended_at is None and (not each.exercise or each.id == own)
        )

    def state(self, crisis_id: int) -> CrisisState:
        """How it stands, in few numbers; InputError when there is none of this id."""
        exercise = self._exercise_of(crisis_id)
        if exercise is not None:
            return exercise.state(self.get(crisis_id))
        crisis = self.get(crisis_id)
        if crisis.exercise:
            return self._recorded(crisis)
        connection = self._database.read()
        steps = tuple(self._step_state(connection, step) for step in crisis.steps)
        missed = sum(steps[-1].counts.get(state, 0) for state in MISSED) if steps else 0
        last = steps[-1].step.broadcast_id if steps else None
        left_out = len(sent.left_out(connection, last)) if last is not None else 0
        waiting = any(step.counts.get(state) for step in steps for state in WAITING)
        queue = self._station.queue()
        return CrisisState(
            crisis,
            steps,
            missed,
            left_out,
            running=crisis.ended_at is None,
            seconds_left=queue.seconds_left if waiting else None,
            trouble=queue.reason if waiting else None,
            held=queue.paused and waiting,
        )

    def _step_state(self, connection: Connection, step: CrisisStep) -> StepState:
        found = sent.summary(connection, step.broadcast_id) if step.broadcast_id is not None else None
        return StepState(step, found.counts, found.paused) if found is not None else StepState(step)

    def _recorded(self, crisis: Crisis) -> CrisisState:
        """An exercise that is over, of its record; one that ended with its process has none."""
        sheet = recorded_log(self._database.read(), crisis)
        if sheet is None:
            return CrisisState(crisis, ())
        steps = tuple(StepState(step, dict(sheet.counts(at))) for at, step in enumerate(sheet.crisis.steps))
        return CrisisState(sheet.crisis, steps, len(sheet.missed), len(sheet.unreachable))

    def log(self, crisis_id: int) -> LogSheet:
        """Who was told what and when, as it stands now; InputError where there is no such sheet."""
        crisis = self.get(crisis_id)
        exercise = self._exercise_of(crisis_id)
        if exercise is not None:
            return exercise.log(crisis)
        connection = self._database.read()
        if crisis.exercise:
            kept = recorded_log(connection, crisis)
            if kept is None:
                raise InputError(say("This exercise was interrupted: it has no log sheet."))
            return kept
        return build_log(connection, crisis, self._clock())

    write_log = staticmethod(write_log)

    # --- exercises

    def rehearse(self, draft: CrisisDraft) -> int:
        """Begin an exercise of it on a copy, against a virtual modem; answers its id here.

        Takes seconds in a large profile. InputError, and no copy stays: another exercise is going on, or
        what `plan` names as a problem.
        """
        if self._rehearse is None or self._exercise is not None:
            raise InputError(say("An exercise is going on already. End that one first."))
        plan = self.plan(draft)
        self._notify.check(plan.notice)
        rehearsal = self._rehearse()
        with ExitStack() as otherwise:
            otherwise.callback(rehearsal.close)
            inner = rehearsal.crises.start(replace(draft, text=plan.text))
            with self._database.write() as connection:
                crisis_id = table.insert(connection, self._begun(draft, exercise=True))
            otherwise.pop_all()
        self._exercise = Exercise(crisis_id, inner, rehearsal, self._events)
        log.info("exercise %s begins", crisis_id)
        self._tell(crisis_id)
        return crisis_id

    def wait_for_exercise(self, seconds: float) -> bool:
        """Wait until the exercise has sent all that it has to; False when that takes longer."""
        return self._exercise is None or self._exercise.wait_idle(seconds)

    def close(self) -> None:
        """The profile closes: an exercise ends with it."""
        if self._exercise is not None:
            self._end_exercise(self._exercise)

    def _end_exercise(self, exercise: Exercise) -> None:
        try:
            ended = replace(self.get(exercise.id), ended_at=self._clock())
            sheet = exercise.log(ended)
            with self._database.write() as connection:
                table.end(connection, exercise.id, self._clock(), sheet.to_json())
                exercise_records.keep(connection, exercise.id, sheet.whom())
        finally:
            self._exercise = None
            exercise.close()
        log.info("exercise %s is over", exercise.id)

    def _exercise_of(self, crisis_id: int) -> Exercise | None:
        running = self._exercise
        return running if running is not None and running.id == crisis_id else None


def _broadcasts(crisis: Crisis) -> list[int]:
    """The broadcasts of the steps, the first one first; none when that one is gone."""
    found = [step.broadcast_id for step in crisis.steps]
    if not found or found[0] is None:
        return []
    return [broadcast_id for broadcast_id in found if broadcast_id is not None]
