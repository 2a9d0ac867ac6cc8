"""The commands that make a send: `notify` for groups and people, `send` for bare numbers, `seed-list`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import click

from smsdesk.commands.asking import asking_options, question_document
from smsdesk.commands.composing import Asked, composed
from smsdesk.commands.context import ROW_ID, Context, table
from smsdesk.commands.documents import counted, iso, message_document, notice_document, planned_document
from smsdesk.commands.forecasting import (
    cost_words,
    forecast_document,
    split_of,
    split_option,
    tell_forecast,
)
from smsdesk.commands.schedule_hours import tell_hours
from smsdesk.commands.whom import whom_options
from smsdesk.domain.budget_forecast import Forecast, Split
from smsdesk.domain.errors import InputError
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.plan import NotifyPlan, named
from smsdesk.domain.questions import Question
from smsdesk.domain.second_guardian import LEAST_MINUTES, MOST_MINUTES
from smsdesk.domain.sending_hours import Deferral
from smsdesk.domain.sentences import say
from smsdesk.domain.untrusted import visible_line
from smsdesk.services.bundle import Services
from smsdesk.services.notify import SendOptions


@click.command()
@click.argument("groups", metavar="GROUP...", nargs=-1)
@whom_options
@click.option("--text", help="The message, with merge fields such as {prénom}.")
@click.option("--template", help="The name of a message template instead of a text.")
@click.option("--service", metavar="NAME", help="The service that signs, as named in the settings.")
@click.option("--plain", is_flag=True, help="Rewrite what makes SMS dearer: ê to e, ’ to '.")
@click.option("--plain-names", is_flag=True, help="The same in names and other values.")
@click.option("--set", "settings", metavar="FIELD=VALUE", multiple=True, help="The value of a merge field.")
@click.option("--at", metavar="ISO", help="When to send, as 2026-03-12T17:30 (local time without an offset).")
@click.option("--urgent", is_flag=True, help="Before everything else that waits.")
@click.option(
    "--purpose", type=click.Choice([purpose.value for purpose in Purpose]), help="Default: the template's."
)
@click.option("--not-reached-of", metavar="ID", type=ROW_ID, help="Those a broadcast did not reach.")
@click.option("--not-answered-of", metavar="ID", type=ROW_ID, help="Those who did not answer a broadcast.")
@click.option("--repeat-of", metavar="ID", type=ROW_ID, help="A broadcast once more, to its groups.")
@click.option("--correction-of", metavar="ID", type=ROW_ID, help="Other words to those who got a broadcast.")
@click.option(
    "--second-guardian-after",
    metavar="MIN",
    type=click.IntRange(LEAST_MINUTES, MOST_MINUTES),
    help="Write to the first guardian; to the second when that is not delivered in so many minutes.",
)
@asking_options
@click.option("--test", is_flag=True, help="Only to the phones of the seed list, as the first will read it.")
@split_option
@click.option("--dry-run", is_flag=True, help="Only say what would be sent.")
@click.pass_obj
def notify(context: Context, /, test: bool, dry_run: bool, split: str | None, **given: object) -> int:
    """Send a message to everybody in one or more groups, once to each phone.

    A follow-up of a broadcast begins with its text; --text or --template gives another one.
    """
    asked = Asked(**given)  # type: ignore[arg-type]  # click gives each option its type
    with context.desk() as desk:
        services = desk.services
        content, options = composed(services, asked)
        request, text, fields = content.request, content.text, content.fields
        if test:
            _refuse_with_test(dry_run, split, options)
            plan_id = services.notify.test(text, fields, options.purpose, audience=request)
            _emit_test(context, services, plan_id)
            return 0
        repeats = options.about if options.relation is Relation.REPEAT else None
        plan = services.notify.plan(request, text, fields, options.purpose, repeats=repeats)
        services.notify.check(plan, options)
        forecast = services.budget.forecast(plan, options.not_before)
        options = replace(options, split=split_of(forecast, split))
        tell_forecast(context, forecast, options.split)
        rule = tell_rule(context, services, request.second_guardian_after)
        waits = tell_hours(context, services.hours, options, plan)
        budget = _Budget(forecast, options.split, waits, rule, options.question)
        if dry_run:
            _emit_plan(context, plan, budget)
        else:
            sent = services.notify.send(request, text, fields=fields, options=options)
            _emit_sent(context, services, plan, sent, budget)
    return 0


def _refuse_with_test(dry_run: bool, split: str | None, options: SendOptions) -> None:
    """A test leaves at once: whoever asks for something else means something else."""
    given = (("--dry-run", dry_run), ("--at", options.not_before), ("--split", split))
    for option, value in given:
        if value:
            raise InputError(
                say("--test sends at once to the test phones: leave out {option}.", option=option)
            )


@click.command()
@click.argument("numbers", metavar="NUMBER...", nargs=-1, required=True)
@click.option("--text", required=True, help="The message; it is sent exactly as it is written.")
@split_option
@click.pass_obj
def send(context: Context, numbers: Sequence[str], text: str, split: str | None) -> int:
    """Send a message to bare numbers."""
    with context.desk() as desk:
        services = desk.services
        plan = services.notify.plan_numbers(numbers, text)
        services.notify.check(plan)
        forecast = services.budget.forecast(plan)
        budget = _Budget(forecast, split_of(forecast, split))
        tell_forecast(context, forecast, budget.split)
        sent = services.notify.send_numbers(numbers, text, SendOptions(split=budget.split))
        _emit_sent(context, services, plan, sent, budget)
    return 0


@click.command("seed-list")
@click.argument("numbers", metavar="[NUMBER]...", nargs=-1)
@click.option("--clear", is_flag=True, help="Empty the list.")
@click.pass_obj
def seed_list(context: Context, numbers: Sequence[str], clear: bool) -> int:
    """Show or set the phones that tests go to, your own first."""
    with context.desk() as desk:
        phones = desk.services.seed_list
        kept = phones.keep(numbers) if numbers or clear else phones.read()
    context.emit({"phones": list(kept)}, list(kept) or ["There is no phone for tests yet."])
    return 0


@dataclass(frozen=True)
class _Budget:
    """What a notice does to the SIMs, how it is split, what it waits for, and what it asks."""

    forecast: Forecast
    split: Split | None
    waits: Deferral | None = None
    second_guardian_after: int | None = None
    question: Question | None = None

    @property
    def document(self) -> dict[str, Any]:
        return {
            "budget": forecast_document(self.forecast, self.split),
            "waits_until": iso(self.waits.until) if self.waits else None,
            "second_guardian_after": self.second_guardian_after,
            "question": question_document(self.question),
        }


def _emit_plan(context: Context, plan: NotifyPlan, budget: _Budget) -> None:
    _warn(context, plan)
    rows = [
        (message.e164, message.parts, ", ".join(message.people), visible_line(message.text))
        for message in plan.messages
    ]
    context.emit(
        notice_document(plan, None, [planned_document(message) for message in plan.messages])
        | budget.document,
        [
            *table(rows, ("to", "SMS", "for", "text")),
            *_totals("Nothing was sent. It would be", plan, cost_words(budget.forecast)),
        ],
    )


def _emit_sent(
    context: Context, services: Services, plan: NotifyPlan, broadcast_id: int, budget: _Budget
) -> None:
    _warn(context, plan)
    messages = services.broadcasts.messages(broadcast_id)[::-1]
    context.emit(
        notice_document(plan, broadcast_id, [message_document(message) for message in messages])
        | budget.document,
        _totals(f"Broadcast {broadcast_id} is in the queue:", plan, cost_words(budget.forecast)),
    )


def tell_rule(context: Context, services: Services, minutes: int | None) -> int | None:
    """Say on standard error what the rule does to this send, and why it may not work; answers its minutes."""
    if minutes is not None:
        context.tell(
            f"Only the first guardian of each pupil is written to; the second one when that SMS is not "
            f"delivered in {counted(minutes, 'minute', 'minutes')}."
        )
        doubt = services.escalation.doubt()
        if doubt is not None:
            context.tell(doubt)
    return minutes


def _warn(context: Context, plan: NotifyPlan) -> None:
    """Say on standard error what makes the text long or dear."""
    for warning in plan.warnings:
        context.tell(warning)
    for dear in (*plan.dear, *plan.dear_values):
        if dear.costs:
            whose = f" ({visible_line(named(dear.names))})" if dear.names else ""
            context.tell(
                f"Because of {visible_line(dear.character)}{whose}: "
                f"{dear.sms} SMS instead of {dear.instead_of}."
            )


def _emit_test(context: Context, services: Services, broadcast_id: int) -> None:
    messages = services.broadcasts.messages(broadcast_id)[::-1]
    context.emit(
        {
            "broadcast": broadcast_id,
            "messages": [message_document(message) for message in messages],
            "parts": sum(len(message.parts) for message in messages),
            "left_out": [],
            "over_objection": [],
            "test": True,
        },
        [f"A test goes to {counted(len(messages), 'phone', 'phones')}; nobody else gets anything."],
    )


def _totals(start: str, plan: NotifyPlan, cost: str) -> list[str]:
    return [
        f"{start} {counted(plan.phones, 'message', 'messages')} ({plan.parts} SMS) "
        f"for {counted(plan.people, 'person', 'people')}.{cost}",
        *(f"Left out: {person.name}. {person.reason}" for person in plan.left_out),
        *(
            f"{e164} refuses SMS and is reached all the same, for safety; the register keeps it."
            for e164 in plan.overridden
        ),
    ]
