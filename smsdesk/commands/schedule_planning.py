"""`smsdesk schedule add` and `change`: a send planned for later, and a series changed from now on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial, reduce
from typing import Any, TypeVar

import click

from smsdesk.commands.context import ROW_ID, Context
from smsdesk.commands.documents import clock_time, counted, iso, left_out_document
from smsdesk.commands.merge_values import assigned, check_fields
from smsdesk.commands.schedule_words import day, moment, reminder, timing_of
from smsdesk.commands.whom import Whom, nobody_named, request_of, whom_options
from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.errors import InputError
from smsdesk.domain.outgoing import Priority, Purpose
from smsdesk.domain.plan import NotifyPlan
from smsdesk.domain.schedule import OnMissed, SeriesDraft, Timing
from smsdesk.domain.sentences import Sentence, say
from smsdesk.services.bundle import Services
from smsdesk.services.schedule_moving import timing_from_now

SHOWN_NEXT = 5
"""Sends that are listed; the plan has the others."""

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True)
class _Asked(Whom):
    """The options of a plan as they were given."""

    text: str | None
    template: str | None
    settings: tuple[str, ...]
    at: datetime | None
    rule: str | None
    every: str | None
    start: date | None
    event: datetime | None
    reminders: tuple[str, ...]
    exceptions: tuple[str, ...]
    missed: str | None
    purpose: str | None
    urgent: bool
    title: str
    dry_run: bool

    @property
    def timed(self) -> bool:
        """Whether anything was said of when."""
        return any((self.at, self.rule, self.every, self.start, self.event, self.reminders, self.exceptions))


_OPTIONS = (
    click.option("--text", help="The message, with merge fields such as {prénom}."),
    click.option("--template", help="The name of a message template instead of a text."),
    click.option(
        "--set", "settings", metavar="FIELD=VALUE", multiple=True, help="The value of a merge field."
    ),
    click.option(
        "--at", metavar="ISO", callback=moment, help="When, as 2026-03-12T18:00; with --rule, from when on."
    ),
    click.option("--rule", metavar="RRULE", help="Repeat by a rule of RFC 5545: FREQ=MONTHLY;BYDAY=1MO."),
    click.option(
        "--every",
        metavar="WORDS",
        help='Repeat: "week thu 18:00", "month 15 18:00", "month first mon 8:00".',
    ),
    click.option(
        "--from", "start", metavar="DAY", callback=day, help="With --every: the first day it may fall on."
    ),
    click.option("--event", metavar="ISO", callback=moment, help="An event, to remind of with --reminder."),
    click.option(
        "--reminder", "reminders", metavar="Nd@HH:MM", multiple=True, help="So many days before: 7d@18:00."
    ),
    click.option(
        "--except", "exceptions", metavar="DAY", multiple=True, help="A day on which nothing is sent."
    ),
    click.option(
        "--missed", type=click.Choice([each.value for each in OnMissed]), help="When its hour was missed."
    ),
    click.option(
        "--purpose", type=click.Choice([each.value for each in Purpose]), help="Default: the template's."
    ),
    click.option("--urgent", is_flag=True, help="Before everything else that waits."),
    click.option("--title", default="", help="How the plan calls it (default: the groups)."),
    click.option("--dry-run", is_flag=True, help="Only say what would be planned."),
)


def _planning(command: Command) -> Command:
    """The options that say what is sent, to whom and when."""
    return whom_options(reduce(lambda made, option: option(made), reversed(_OPTIONS), command))


@click.command()
@click.argument("groups", metavar="[GROUP]...", nargs=-1)
@_planning
@click.pass_obj
def add(context: Context, /, **given: object) -> int:
    """Plan a send to groups, people or towns: once, again and again, or before an event.

    It is merged when it is sent, for the people who are in the groups then.
    """
    asked = _Asked(**given)  # type: ignore[arg-type]  # click gives each option its type
    if not asked.anybody:
        raise nobody_named("schedule add")
    with context.desk() as desk:
        draft = _changed(desk.services, _NOTHING, asked, _timing(asked))
        _plan(context, desk.services, asked, draft, partial(desk.services.schedule.plan_series, draft))
    return 0


@click.command()
@click.argument("series", type=ROW_ID)
@click.argument("groups", metavar="[GROUP]...", nargs=-1)
@_planning
@click.pass_obj
def change(context: Context, /, series: int, **given: object) -> int:
    """Change a series from its next send on; what is not said stays as it is.

    A new series takes its place. A day on which it has sent, or that was skipped, is left out of it.
    """
    asked = _Asked(**given)  # type: ignore[arg-type]  # click gives each option its type
    with context.desk() as desk:
        schedule = desk.services.schedule
        before = schedule.series(series).draft
        timing = _timing(asked) if asked.timed else timing_from_now(schedule, series)
        draft = _changed(desk.services, before, asked, timing)
        _plan(context, desk.services, asked, draft, partial(schedule.replace_series, series, draft))
    return 0


_NOTHING = SeriesDraft(AudienceRequest(), "", Timing())
"""What a send that is planned anew begins with."""


def _changed(services: Services, before: SeriesDraft, asked: _Asked, timing: Timing) -> SeriesDraft:
    """A draft with everything that was said put in its place."""
    if asked.text is not None and asked.template is not None:
        raise InputError(say("Give either --text or --template."))
    chosen = services.templates.get(asked.template) if asked.template is not None else None
    text = chosen.body if chosen is not None else asked.text
    if text is None and not before.text:
        raise InputError(say("Give either --text or --template."))
    given = assigned(asked.settings)
    check_fields(given, text or before.text)
    purpose = Purpose(asked.purpose) if asked.purpose else chosen.purpose if chosen else before.purpose
    return replace(
        before,
        request=request_of(services, asked, AudienceRequest() if asked.anybody else before.request),
        text=before.text if text is None else text,
        timing=timing,
        fields={**before.fields, **given},
        purpose=purpose,
        priority=Priority.URGENT if asked.urgent else before.priority,
        title=asked.title or ("" if asked.anybody else before.title),
        on_missed=OnMissed(asked.missed) if asked.missed else before.on_missed,
    )


def _timing(asked: _Asked) -> Timing:
    return timing_of(
        at=asked.at,
        rule=asked.rule,
        every=asked.every,
        start=asked.start,
        event=asked.event,
        reminders=[reminder(each) for each in asked.reminders],
        exceptions=asked.exceptions,
    )


def _plan(
    context: Context, services: Services, asked: _Asked, draft: SeriesDraft, keep: Callable[[], int]
) -> None:
    """Say what would be sent and when, and keep it unless only that was asked for."""
    plan = services.schedule.look_at(draft)
    if plan.problem is not None:
        raise InputError(plan.problem)
    times = services.schedule.next_times(draft.timing, SHOWN_NEXT)
    warnings = services.hours.warnings(times[0], draft.purpose, draft.priority, plan)
    _emit_planned(context, None if asked.dry_run else keep(), times, plan, warnings)


def _emit_planned(
    context: Context,
    series: int | None,
    times: Sequence[datetime],
    plan: NotifyPlan,
    warnings: Sequence[Sentence],
) -> None:
    document = {
        "series": series,
        "next": [iso(each) for each in times],
        "messages": plan.phones,
        "parts": plan.parts,
        "left_out": [left_out_document(person) for person in plan.left_out],
        "warnings": [str(each) for each in warnings],
    }
    start = "Nothing is planned. It would be" if series is None else f"Series {series} is planned:"
    lines = [
        f"{start} {counted(plan.phones, 'message', 'messages')} ({plan.parts} SMS) as the groups are today.",
        "Next: " + ", ".join(map(clock_time, times)),
        *(f"Left out: {person.name}. {person.reason}" for person in plan.left_out),
        *map(str, warnings),
    ]
    context.emit(document, lines)
