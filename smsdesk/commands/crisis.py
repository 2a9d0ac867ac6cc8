"""`smsdesk crisis`: an alert to everyone or an area, what follows it, its log sheet, and exercises."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from smsdesk.commands.context import ROW_ID, Context, table
from smsdesk.commands.crisis_documents import (
    crisis_document,
    crisis_line,
    log_document,
    log_lines,
    plan_document,
    plan_lines,
)
from smsdesk.commands.merge_values import assigned
from smsdesk.commands.whom import towns_named
from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.crisis import EVERYONE, TITLES, CrisisDraft, CrisisPlan, Scenario, Step, StepDraft
from smsdesk.domain.untrusted import visible_line
from smsdesk.services.bundle import Services

REFUSED = 2
"""Nothing was sent: the second confirmation is missing."""

EXERCISE_S = 600.0
"""Longer than a whole town takes at the pace of an exercise."""

_FILE = click.Path(path_type=Path, dir_okay=False)
_TEXT = click.option("--text", help="The message instead of the prepared one, with fields such as {lieu}.")
_SET = click.option("--set", "settings", metavar="FIELD=VALUE", multiple=True, help="Fill in a field.")
_LIMITS = click.option("--pass-limits", is_flag=True, help="Let it pass the limits of the SIMs; it is noted.")
_DRY = click.option("--dry-run", is_flag=True, help="Only say what would be sent.")
_YES = click.option("--yes", is_flag=True, help="The second confirmation: really send it.")


@click.group()
def crisis() -> None:
    """Alert everyone or an area before everything else, follow it up, and rehearse it without any SMS."""


@crisis.command("scenarios")
@click.pass_obj
def scenarios(context: Context) -> int:
    """List what is prepared, with the three texts of each."""
    with context.desk() as desk:
        texts = {
            scenario: [desk.services.crises.template(scenario, step) for step in Step]
            for scenario in Scenario
        }
    answer = [
        {
            "scenario": scenario.value,
            "title": TITLES[scenario],
            "texts": [
                {"step": step.value, "template": each.name, "text": each.body}
                for step, each in zip(Step, found, strict=True)
            ],
        }
        for scenario, found in texts.items()
    ]
    rows = [
        (scenario.value, step.value, visible_line(each.body))
        for scenario, found in texts.items()
        for step, each in zip(Step, found, strict=True)
    ]
    context.emit(answer, table(rows, ("scenario", "step", "text")))
    return 0


@dataclass(frozen=True)
class _How:
    """How far one call goes."""

    dry_run: bool
    exercise: bool
    yes: bool
    pass_limits: bool


@crisis.command("start")
@click.argument("scenario", type=click.Choice([each.value for each in Scenario]))
@click.option("--area", "areas", metavar="TOWN", multiple=True, help="Only who lives there (repeatable).")
@click.option("--group", "groups", metavar="NAME", multiple=True, help="Only this group (repeatable).")
@_SET
@_TEXT
@_LIMITS
@_DRY
@click.option("--exercise", is_flag=True, help="Rehearse all three steps on a copy; no SMS leaves.")
@_YES
@click.pass_obj
def start(  # noqa: PLR0913, PLR0917  # one parameter an option
    context: Context,
    scenario: str,
    areas: Sequence[str],
    groups: Sequence[str],
    settings: Sequence[str],
    text: str | None,
    pass_limits: bool,
    dry_run: bool,
    exercise: bool,
    yes: bool,
) -> int:
    """Alert everyone, or an area. Without --yes it only says what would be sent, and exits 2."""
    with context.desk() as desk:
        services = desk.services
        request, whom = _whom(services, areas, groups)
        draft = CrisisDraft(Scenario(scenario), request, text, assigned(settings), whom)
        return _start(context, services, draft, _How(dry_run, exercise, yes, pass_limits))


def _whom(services: Services, areas: Sequence[str], groups: Sequence[str]) -> tuple[AudienceRequest, str]:
    """Everyone, unless an area was named; in words too."""
    if not areas and not groups:
        return EVERYONE, "Tout le monde"
    found = [services.people.group_named(name) for name in groups]
    named = towns_named(services, areas)
    request = AudienceRequest(group_ids=tuple(group.id for group in found), areas=named)
    return request, ", ".join((*named, *(group.name for group in found)))


def _start(context: Context, services: Services, draft: CrisisDraft, how: _How) -> int:
    crises = services.crises
    plan = crises.plan(draft)
    services.notify.check(plan.notice)
    if how.dry_run or not how.yes:
        return _only_told(context, plan, how)
    if how.exercise:
        return _exercise(context, services, draft)
    crisis_id = crises.start(draft, pass_limits=how.pass_limits)
    answer = {**crisis_document(crises.state(crisis_id)), "plan": plan_document(plan)}
    context.emit(answer, [f"Alert {crisis_id} is in the queue:", *plan_lines(plan)])
    return 0


def _only_told(context: Context, plan: CrisisPlan, how: _How) -> int:
    answer = {"crisis": None, "exercise": how.exercise, "plan": plan_document(plan)}
    context.emit(answer, ["Nothing was sent. It would be:", *plan_lines(plan)])
    if how.dry_run:
        return 0
    context.tell("Nothing was sent. Look at what it would be, then run it again with --yes.")
    return REFUSED


def _exercise(context: Context, services: Services, draft: CrisisDraft) -> int:
    """The whole way: alert, update, all-clear, log sheet; then the copy is erased."""
    crises = services.crises
    crisis_id = crises.rehearse(draft)
    try:
        for step in (Step.UPDATE, Step.ALL_CLEAR):
            crises.wait_for_exercise(EXERCISE_S)
            crises.send_step(StepDraft(crisis_id, step, fields=draft.fields))
        crises.wait_for_exercise(EXERCISE_S)
    finally:
        crises.end(crisis_id)
    context.emit(
        {**crisis_document(crises.state(crisis_id)), "log": log_document(crises.log(crisis_id))},
        [
            f"EXERCISE {crisis_id} is over: no SMS left this computer.",
            *log_lines(crises.log(crisis_id)),
            f"The log sheet: smsdesk crisis log {crisis_id} --output FILE.xlsx",
        ],
    )
    return 0


@crisis.command("update")
@click.argument("id", type=ROW_ID)
@_TEXT
@_SET
@click.option("--stop-unsent", is_flag=True, help="What has not left of the earlier steps never does.")
@_LIMITS
@_DRY
@_YES
@click.pass_obj
def update(  # noqa: PLR0913, PLR0917  # one parameter an option
    context: Context,
    id: int,  # noqa: A002  # the word of the command line
    text: str | None,
    settings: Sequence[str],
    stop_unsent: bool,
    pass_limits: bool,
    dry_run: bool,
    yes: bool,
) -> int:
    """Tell the same people what is new. Without --yes it only says what would be sent, and exits 2."""
    draft = StepDraft(id, Step.UPDATE, text, assigned(settings), stop_unsent)
    return _next(context, draft, _How(dry_run, False, yes, pass_limits))


@crisis.command("all-clear")
@click.argument("id", type=ROW_ID)
@_TEXT
@_SET
@click.option("--keep-unsent", is_flag=True, help="What has not left of the earlier steps leaves before.")
@_LIMITS
@_DRY
@_YES
@click.pass_obj
def all_clear(  # noqa: PLR0913, PLR0917  # one parameter an option
    context: Context,
    id: int,  # noqa: A002  # the word of the command line
    text: str | None,
    settings: Sequence[str],
    keep_unsent: bool,
    pass_limits: bool,
    dry_run: bool,
    yes: bool,
) -> int:
    """Tell the same people that it is over. Without --yes it only says what would be sent, and exits 2."""
    draft = StepDraft(id, Step.ALL_CLEAR, text, assigned(settings), not keep_unsent)
    return _next(context, draft, _How(dry_run, False, yes, pass_limits))


def _next(context: Context, draft: StepDraft, how: _How) -> int:
    with context.desk() as desk:
        crises = desk.services.crises
        plan = crises.plan_step(draft)
        desk.services.notify.check(plan.notice)
        if how.dry_run or not how.yes:
            return _only_told(context, plan, how)
        crises.send_step(draft, pass_limits=how.pass_limits)
        answer = {**crisis_document(crises.state(draft.crisis_id)), "plan": plan_document(plan)}
        context.emit(answer, [f"{plan.title} is in the queue:", *plan_lines(plan)])
    return 0


@crisis.command("end")
@click.argument("id", type=ROW_ID)
@click.pass_obj
def end(context: Context, id: int) -> int:  # noqa: A002  # the word of the command line
    """Close an alert without telling anybody more."""
    with context.desk() as desk:
        desk.services.crises.end(id)
        state = desk.services.crises.state(id)
    context.emit(crisis_document(state), [crisis_line(state)])
    return 0


@crisis.command("list")
@click.pass_obj
def list_(context: Context) -> int:
    """List the latest alerts and exercises."""
    with context.desk() as desk:
        crises = desk.services.crises
        states = [crises.state(each.id) for each in crises.list()]
    lines = [crisis_line(state) for state in states] or ["No alert yet."]
    context.emit([crisis_document(state) for state in states], lines)
    return 0


@crisis.command("log")
@click.argument("id", type=ROW_ID)
@click.option("--output", type=_FILE, help="Write it to FILE.csv or FILE.xlsx.")
@click.pass_obj
def log(context: Context, id: int, output: Path | None) -> int:  # noqa: A002  # the word of the command line
    """Who was told what and when, and who is to be called."""
    with context.desk() as desk:
        services = desk.services
        sheet = services.crises.log(id)
        if output is not None:
            services.crises.write_log(output, sheet, services.preferences.read().language)
    context.emit(
        log_document(sheet),
        [f"Written to {visible_line(str(output))}."] if output is not None else log_lines(sheet),
    )
    return 0
