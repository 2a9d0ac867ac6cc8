"""Envoyer: what happens after the yes: sent, planned, tested, and called back within five seconds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from smsdesk.domain.budget_forecast import Forecast, Split
from smsdesk.domain.compositions import DraftContent
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.outgoing import Priority
from smsdesk.domain.plan import NotifyPlan
from smsdesk.domain.questions import problem_of
from smsdesk.domain.schedule import EntryKind, SeriesDraft
from smsdesk.domain.sentences import Sentence, say
from smsdesk.services.bulk_work import bulk_work
from smsdesk.services.bundle import Services
from smsdesk.services.notify import SendOptions
from smsdesk.services.queueing import CalledBack
from smsdesk.services.schedule_making import event_values
from smsdesk.services.schedule_outlook import WhenOutlook, when_outlook
from smsdesk.ui.pages.notify_when import WhenChoice
from smsdesk.ui.pages.page import PageContext
from smsdesk.ui.places import NotifyStart, Place, Route

UNDO_SECONDS = 5
"""How long a send that has just been confirmed waits, so that it can be called back."""

_NOW = WhenOutlook()


@dataclass(frozen=True)
class Outlook:
    """A plan, what it costs, how long the modem needs for it in seconds, and what its moment comes to."""

    plan: NotifyPlan
    forecast: Forecast | None = None
    seconds: int = 0
    when: WhenOutlook = _NOW
    asking: Sentence | None = None
    """Why its question cannot be asked; None when it can, or when there is none."""

    @property
    def sendable(self) -> bool:
        """Whether there is something to send, and nothing in the way."""
        return bool(self.plan.messages) and self.problem is None and self.when.problem is None

    @property
    def problem(self) -> Sentence | None:
        """What is in the way, but for the moment that was chosen."""
        return self.plan.problem or self.asking


def look_at(services: Services, content: DraftContent, choice: WhenChoice, now: datetime) -> Outlook:
    """Read all of it, on the database thread. InputError for a broadcast or group that is gone."""
    with bulk_work():  # a whole town makes many values; a look for garbage among them would be felt
        return _looked_at(services, content, choice, now)


def _looked_at(services: Services, content: DraftContent, choice: WhenChoice, now: datetime) -> Outlook:
    notify, station = services.notify, services.station
    repeats = content.about if content.relation is Relation.REPEAT else None
    values = {**event_values(choice.timing), **content.fields}
    plan = notify.plan(content.request, content.text, values, content.purpose, repeats=repeats)
    when = when_outlook(
        services.schedule, services.hours, choice.timing, content.purpose, _priority(content), plan
    )
    forecast = services.budget.forecast(plan, when.times[0] if when.times else None)
    asking = _asking(content, choice, now)
    return Outlook(plan, forecast, station.seconds_for(plan.parts), when, asking)


def _asking(content: DraftContent, choice: WhenChoice, now: datetime) -> Sentence | None:
    """Why the question of this send cannot be asked."""
    if content.question is None:
        return None
    if choice.timing is not None and choice.timing.kind is not EntryKind.ONCE:
        return say("A question is asked once. Send it now or at one later moment.")
    return problem_of(content.question, now)


def _priority(content: DraftContent) -> Priority:
    return Priority.URGENT if content.urgent else Priority.NORMAL


def _title(content: DraftContent) -> str:
    """The template's name before those it goes to; without a template the groups name the send."""
    return " · ".join(filter(None, (content.template, content.title))) if content.template else ""


class Sending(QObject):
    """Sends for one page; `sent` carries the Place where it is seen, `refused` the Sentence why not."""

    sent = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QObject, context: PageContext) -> None:
        super().__init__(parent)
        self._services = context.services
        self._tasks = context.tasks
        self._notices = context.notices
        self._clock = context.clock

    def send(
        self,
        content: DraftContent,
        choice: WhenChoice,
        split: Split | None,
        kept: Callable[[], DraftContent],
        replaces: int | None = None,
    ) -> None:
        """Send or plan it; `kept` gives the content with its draft's id, on the database thread.

        What is planned takes the place of the series `replaces`.
        """
        timing = choice.timing
        once = timing is None or timing.kind is EntryKind.ONCE
        own_row = content.relation is not None or content.question is not None or split is not None
        queued = once and replaces is None and own_row
        if timing is not None and not queued:
            self._plan_series(content, choice, kept, replaces)
        else:
            self._queue(content, split, kept, later=timing is not None)

    def _queue(
        self, content: DraftContent, split: Split | None, kept: Callable[[], DraftContent], *, later: bool
    ) -> None:
        notify = self._services.notify
        soon = self._clock() + timedelta(seconds=UNDO_SECONDS)
        options = SendOptions(
            purpose=content.purpose,
            priority=_priority(content),
            not_before=content.not_before if later else soon,
            title=_title(content),
            about=content.about,
            relation=content.relation,
            split=split,
            question=content.question,
        )
        self._tasks.change(
            self,
            lambda: notify.send(
                content.request, content.text, fields=content.fields, options=options, composed=kept()
            ),
            lambda number: self._queued(number, later=later),
            self.refused.emit,
        )

    def _queued(self, number: int, *, later: bool) -> None:
        words = self.tr("The send is planned.") if later else self.tr("The messages leave in 5 seconds.")
        self.sent.emit(Place(Route.BROADCAST, number))
        self._notices.countdown(
            words, self.tr("Cancel sending"), lambda: self.call_back(number), UNDO_SECONDS
        )

    def _plan_series(
        self,
        content: DraftContent,
        choice: WhenChoice,
        kept: Callable[[], DraftContent],
        replaces: int | None,
    ) -> None:
        if choice.timing is None:
            return
        series = SeriesDraft(
            request=content.request,
            text=content.text,
            timing=choice.timing,
            fields=content.fields,
            purpose=content.purpose,
            priority=_priority(content),
            title=_title(content),
            on_missed=choice.on_missed,
        )
        schedule = self._services.schedule

        def plan() -> None:
            if replaces is None:
                schedule.plan_series(series, kept().id)
            else:
                schedule.replace_series(replaces, series, kept().id)

        self._tasks.change(self, plan, lambda _none: self._planned(), self.refused.emit)

    def _planned(self) -> None:
        self.sent.emit(Place(Route.PLANNING))
        self._notices.toast(self.tr("The send is planned."))

    def call_back(self, number: int) -> None:
        """Stop what has just been confirmed."""
        notify = self._services.notify
        self._tasks.change(self, lambda: notify.call_back(number), self._called_back)

    def _called_back(self, back: CalledBack) -> None:
        if back.result.kept:
            kept = self.tr("%n were already on their way.", "", back.result.kept)
            stopped = self.tr("%n messages were stopped.", "", back.result.cancelled)
            self._notices.toast(f"{stopped} {kept}")
            return
        if back.draft_id is None:  # another window, or a second press, called it back before
            self._notices.toast(self.tr("Cancelled: nothing was sent."))
            return
        self.sent.emit(Place(Route.NOTIFY, NotifyStart(draft_id=back.draft_id)))
        self._notices.toast(self.tr("Cancelled: nothing was sent. The message is a draft again."))

    def test(self, content: DraftContent) -> None:
        """Send the text to oneself and the seed list, or tell where to enter them."""
        services = self._services

        def test() -> int:
            phones = services.seed_list.read()
            if phones:
                services.notify.test(content.text, content.fields, content.purpose, audience=content.request)
            return len(phones)

        self._tasks.change(self, test, self._tested)

    def _tested(self, phones: int) -> None:
        if phones:
            self._notices.toast(
                self.tr("A test is on its way to %n phones; nobody else gets it.", "", phones)
            )
            return
        self._notices.toast(
            self.tr("No phone is set for tests yet. Enter your mobile first."),
            self.tr("Settings"),
            lambda: self.sent.emit(Place(Route.SETTINGS, "institution")),
        )
