"""`smsdesk budget`: the plans of the SIMs, what they sent, and letting one broadcast pass a limit."""

from __future__ import annotations

from dataclasses import replace

import click

from smsdesk.commands.context import ROW_ID, Context, table
from smsdesk.domain.budget import Meter, SimPlan, Usage
from smsdesk.domain.untrusted import visible_line
from smsdesk.services.bundle import Services

_NO_LIMIT = 0
"""What takes a limit away on the command line."""


@click.group(invoke_without_command=True)
@click.pass_context
def budget(ctx: click.Context) -> int:
    """Show what each SIM may send and has sent, set its plan, or let a broadcast pass a limit."""
    return 0 if ctx.invoked_subcommand else ctx.invoke(list_)


@budget.command("list")
@click.pass_obj
def list_(context: Context) -> int:
    """List the SIMs with their plans and what they sent."""
    with context.desk() as desk:
        services = desk.services
        plans = services.budget.plans()
        documents = [_document(services, plan) for plan in plans]
        rows = [_row(services, plan) for plan in plans]
    head = ("SIM", "name", "this month", "phones", "today", "starts anew")
    nothing = [
        "No SIM was in a modem yet. Plug one in and run 'smsdesk station', or name it to 'budget set'."
    ]
    context.emit(documents, table(rows, head) if rows else nothing)
    return 0


@budget.command("set")
@click.argument("sim")
@click.option("--name", help="How you call this SIM.")
@click.option("--number", help="Its phone number.")
@click.option("--monthly", type=int, help="SMS included a month; 0: no limit.")
@click.option("--recipients", type=int, help="Distinct phones a month; 0: no limit.")
@click.option("--daily", type=int, help="SMS a day; 0: no limit of its own.")
@click.option("--price", type=int, help="Price in cents of each SMS, or of each beyond the plan.")
@click.option("--billing-day", type=int, help="Day on which the month of the plan begins (1 to 31).")
@click.option("--beyond/--no-beyond", default=None, help="SMS beyond the plan leave, at their price.")
@click.option("--alerts-pass/--no-alerts-pass", default=None, help="Safety alerts do not wait for a limit.")
@click.option(
    "--others-take/--no-others-take", default=None, help="Other SIMs send what a limit of this one holds."
)
@click.pass_obj
def set_(context: Context, /, sim: str, **given: str | int | bool | None) -> int:
    """Set the plan of a SIM, named by its name, its own number, or the end of that."""
    with context.desk() as desk:
        service = desk.services.budget
        changed = _changed(service.find(sim), given)
        service.save(changed)
        plan = service.find(changed.sim)
        document, lines = _document(desk.services, plan), _lines(desk.services, plan)
    context.emit(document, lines)
    return 0


def _changed(plan: SimPlan, given: dict[str, str | int | bool | None]) -> SimPlan:
    """The plan with what was given; a limit of 0 is none."""
    fields = {
        "name": "name", "number": "number", "monthly": "monthly_sms", "recipients": "recipients_cap",
        "daily": "daily_cap", "price": "price_each_cents", "billing_day": "billing_day", "beyond": "beyond",
        "alerts_pass": "alerts_pass", "others_take": "others_take",
    }  # fmt: skip
    limits = ("monthly", "recipients", "daily")
    values = {
        fields[name]: None if name in limits and value == _NO_LIMIT else value
        for name, value in given.items()
        if name in fields and value is not None
    }
    return replace(plan, **values)  # type: ignore[arg-type]  # click has converted each


@budget.command("allow")
@click.argument("broadcast", type=ROW_ID)
@click.pass_obj
def allow(context: Context, broadcast: int) -> int:
    """Let one broadcast pass the limits of the SIMs; that you decided it is kept."""
    with context.desk() as desk:
        desk.services.budget.allow(broadcast)
    context.emit({"broadcast": broadcast, "allowed": True}, [f"Broadcast {broadcast} may pass the limits."])
    return 0


@budget.command("hand-over")
@click.argument("broadcast", type=ROW_ID)
@click.pass_obj
def hand_over(context: Context, broadcast: int) -> int:
    """Let other SIMs send what a SIM's limit holds of a broadcast; each keeps to its own plan."""
    with context.desk() as desk:
        desk.services.budget.hand_over(broadcast)
    context.emit(
        {"broadcast": broadcast, "handed_over": True}, [f"Other SIMs may send the rest of {broadcast}."]
    )
    return 0


def _document(services: Services, plan: SimPlan) -> dict[str, object]:
    usage = services.budget.usage(plan.sim)
    return {
        "sim": plan.sim,
        "name": services.budget.names().get(plan.sim, plan.name),
        "number": plan.number or None,
        "modem": next((seen.modem for seen in services.budget.seen() if seen.sim == plan.sim), None),
        "monthly": plan.monthly_sms,
        "recipients": plan.recipients_cap,
        "daily": plan.daily_cap,
        "price_cents": plan.price_each_cents,
        "billing_day": plan.billing_day,
        "beyond": plan.beyond,
        "alerts_pass": plan.alerts_pass,
        "others_take": plan.others_take,
        "used": {"month": usage.parts, "recipients": usage.people, "day": usage.today},
        "period": {"start": usage.period.start.isoformat(), "end": usage.period.end.isoformat()},
        "meters": [_meter(meter) for meter in services.budget.meters() if meter.sim == plan.sim],
    }


def _meter(meter: Meter) -> dict[str, object]:
    return {
        "limit": meter.limit.value,
        "used": meter.used,
        "waiting": meter.waiting,
        "cap": meter.cap,
        "left": meter.left,
        "level": meter.level.value,
        "anew": meter.anew.isoformat(),
    }


def _row(services: Services, plan: SimPlan) -> tuple[object, ...]:
    usage: Usage = services.budget.usage(plan.sim)
    return (
        plan.sim,
        visible_line(services.budget.names()[plan.sim]),
        _of(usage.parts, plan.monthly_sms),
        _of(usage.people, plan.recipients_cap),
        _of(usage.today, plan.daily_cap),
        usage.period.end.isoformat(),
    )


def _of(used: int, cap: int | None) -> str:
    return f"{used}" if cap is None else f"{used} of {cap}"


def _lines(services: Services, plan: SimPlan) -> list[str]:
    name, usage = visible_line(services.budget.names()[plan.sim]), services.budget.usage(plan.sim)
    return [
        f"{name} ({plan.sim}): {_of(usage.parts, plan.monthly_sms)} SMS this month, "
        f"{_of(usage.people, plan.recipients_cap)} phones, {_of(usage.today, plan.daily_cap)} SMS today. "
        f"It starts anew on {usage.period.end.isoformat()}.",
    ]
